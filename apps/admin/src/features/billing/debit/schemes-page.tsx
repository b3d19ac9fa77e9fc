import { useMutation, useQuery } from "@tanstack/react-query";
import type { DebitSchemeDto, SaveDebitSchemeDto } from "@linli/contracts";
import { debitEncodingLabels, debitFileFormLabels, debitMergeLabels } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Collapse, Input, Select, Table } from "antd";
import { type ReactElement, useState } from "react";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { createScheme, debitQueries, updateScheme } from "./debit.queries";
import { FormatFields } from "./format-fields";
import { ReasonFields } from "./reason-fields";

/** 托收方案: the files and rules of each bank (3.12). */
export function SchemesPage() {
  const projectId = useProjectId();
  const query = useQuery(debitQueries.schemes(projectId));
  return (
    <>
      <PageHeader
        title="托收方案"
        help="debit"
        description="每家银行一个方案：文件格式、编码、金额单位、结果代码。从模板建立，再按银行的接口说明修改。"
        actions={
          <Can do="billing:debit-scheme">
            <NewScheme />
          </Can>
        }
      />
      <QueryView query={query}>
        {({ items }) => (
          <Table<DebitSchemeDto>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{ emptyText: "还没有托收方案。从模板建立第一个。" }}
            columns={[
              { title: "方案", dataIndex: "name" },
              { title: "银行或机构", dataIndex: "bankName" },
              { title: "报盘", render: (_v, { request }) => formOf(request) },
              { title: "回盘", render: (_v, { result }) => formOf(result) },
              { title: "合并方式", render: (_v, { merge }) => debitMergeLabels[merge] },
              { title: "起扣（元）", align: "right", render: (_v, { minimumFen }) => formatFen(minimumFen) },
              { title: "部分扣款", render: (_v, { allowPartial }) => (allowPartial ? "允许" : "不允许") },
              {
                title: "每月扣款日",
                render: (_v, { debitDays }) => debitDays?.map((day) => `${day} 日`).join("、") || "—",
              },
              { title: "协议", align: "right", dataIndex: "agreements" },
              { title: "状态", render: (_v, { active }) => (active ? "启用" : "停用") },
              {
                title: "操作",
                render: (_v, scheme) => (
                  <Can do="billing:debit-scheme">
                    <SchemeForm scheme={scheme} trigger={<Button size="small">修改</Button>} />
                  </Can>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

const monthDays = Array.from({ length: 28 }, (_none, index) => ({ value: index + 1, label: `${index + 1} 日` }));

const formOf = ({ form, encoding }: SaveDebitSchemeDto["request"]) =>
  form === "EXCEL" ? debitFileFormLabels[form] : `${debitFileFormLabels[form]}，${debitEncodingLabels[encoding]}`;

/** Chooses a template, then opens the form with it. */
function NewScheme() {
  const projectId = useProjectId();
  const { data } = useQuery(debitQueries.templates(projectId));
  const [code, setCode] = useState<string>();
  const template = data?.items.find((one) => one.code === code);
  return (
    <>
      <Select
        aria-label="模板"
        placeholder="选择模板"
        value={code}
        onChange={setCode}
        options={data?.items.map((one) => ({ value: one.code, label: one.scheme.name }))}
        style={{ width: 180 }}
      />
      <SchemeForm
        key={code}
        template={template?.scheme}
        trigger={
          <Button type="primary" disabled={!template}>
            新建方案
          </Button>
        }
      />
    </>
  );
}

function SchemeForm({
  scheme,
  template,
  trigger,
}: {
  scheme?: DebitSchemeDto;
  template?: SaveDebitSchemeDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const projectId = useProjectId();
  const create = useMutation(createScheme(projectId));
  const update = useMutation(updateScheme(projectId, scheme?.id ?? ""));
  const { id: _id, agreements: _agreements, ...known } = scheme ?? { id: "", agreements: 0 };
  return (
    <FormDialog<SaveDebitSchemeDto>
      name="debit-scheme"
      title={scheme ? `修改托收方案 ${scheme.name}` : "新建托收方案"}
      dto="SaveDebitSchemeDto"
      width={960}
      trigger={trigger}
      initialValues={scheme ? (known as SaveDebitSchemeDto) : template}
      onFinish={(values) => (scheme ? update : create).mutateAsync(values)}
    >
      {(form) => (
        <>
          <Field name="name">
            <Input />
          </Field>
          <Field name="bankName">
            <Input />
          </Field>
          <Field name="merge">
            <Select options={optionsOf(debitMergeLabels)} />
          </Field>
          <Field name="minimumFen">
            <MoneyInput />
          </Field>
          <Field name="maximumFen">
            <MoneyInput />
          </Field>
          <Field name="debitDays" extra="印在收费通知单上，提醒客户在扣款日前存足款项；不选则不印">
            <Select mode="multiple" allowClear options={monthDays} placeholder="例如 10 日、25 日" />
          </Field>
          <Field name="allowPartial" valuePropName="checked">
            <Checkbox>账户余额不足时可以只扣一部分</Checkbox>
          </Field>
          <Field name="active" valuePropName="checked">
            <Checkbox>可以登记协议和建立批次</Checkbox>
          </Field>
          <Collapse
            destroyOnHidden={false}
            items={[
              { key: "request", label: "报盘文件", forceRender: true, children: <FormatFields name="request" /> },
              { key: "result", label: "回盘文件", forceRender: true, children: <FormatFields name="result" /> },
              { key: "codes", label: "结果代码", forceRender: true, children: <ReasonFields /> },
            ]}
          />
          <Preview values={() => form.getFieldsValue(true) as SaveDebitSchemeDto} />
        </>
      )}
    </FormDialog>
  );
}

/** The first lines of the file as the form stands. */
function Preview({ values }: { values: () => SaveDebitSchemeDto }) {
  const projectId = useProjectId();
  const [shown, setShown] = useState<SaveDebitSchemeDto>();
  const query = useQuery({
    ...debitQueries.preview(projectId, shown ?? ({} as SaveDebitSchemeDto)),
    enabled: Boolean(shown),
  });
  return (
    <div style={{ marginTop: 12 }}>
      <Button onClick={() => setShown(structuredClone(values()))}>预览报盘文件前几行</Button>
      {query.error && <Alert type="error" showIcon title={query.error.message} />}
      {query.data?.faults.map((fault) => (
        <Alert key={fault} type="error" showIcon title={fault} />
      ))}
      {query.data && query.data.requestLines.length > 0 && (
        <pre tabIndex={0} aria-label="报盘文件预览" style={{ overflowX: "auto" }}>
          {query.data.requestLines.join("\n")}
        </pre>
      )}
    </div>
  );
}
