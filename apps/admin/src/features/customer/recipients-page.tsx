import { useMutation } from "@tanstack/react-query";
import type { RecipientDto, RecipientQueryDto, SaveRecipientDto } from "@linli/contracts";
import { personalDataLabels, recipientBasisLabels, recipientKindLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../components/can";
import { actionsColumn, type Column, dateColumn, statusColumn, textColumn } from "../../components/columns";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import { optionsOf } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useListTable } from "../../lib/use-list-table";
import { recipientQueries, saveRecipient } from "./recipients.queries";

const currentLabels = { true: "有效", false: "已结束或未开始" } as const;

const filters = [
  { name: "q", label: "名称" },
  { name: "kind", label: "关系", labels: recipientKindLabels, width: 140 },
  { name: "current", label: "状态", labels: currentLabels, width: 160 },
] satisfies ListFilter<keyof RecipientQueryDto & string>[];

const columns: Column<RecipientDto>[] = [
  textColumn("name", "名称"),
  statusColumn("kind", "关系", recipientKindLabels),
  textColumn("purpose", "处理目的"),
  {
    key: "dataKinds",
    title: "个人信息种类",
    render: (_value, { dataKinds }) => dataKinds.map((kind) => personalDataLabels[kind]).join("、"),
  },
  statusColumn("basis", "合法性基础", recipientBasisLabels),
  textColumn("contractNo", "合同或协议编号", { hidden: true }),
  dateColumn("startsOn", "开始日期"),
  dateColumn("endsOn", "结束日期"),
  dateColumn("assessedOn", "影响评估"),
  textColumn("contact", "联系方式", { hidden: true }),
  textColumn("remark", "备注", { hidden: true }),
];

/** 个人信息接收方: to whom personal data goes (LAW-34). */
export function RecipientsPage() {
  const table = useListTable({ list: recipientQueries.list(useProjectId()), filters });
  const mayKeep = useCan("customer:privacy");
  const edit = actionsColumn<RecipientDto>((recipient) => (
    <RecipientForm recipient={recipient} trigger={<Button type="link">修改</Button>} />
  ));
  return (
    <ListPage
      name="data-recipients"
      title="个人信息接收方"
      help="customer"
      table={table}
      columns={mayKeep ? [...columns, edit] : columns}
      actions={
        <Can do="customer:privacy">
          <RecipientForm trigger={<Button type="primary">登记接收方</Button>} />
        </Can>
      }
      empty="还没有登记。把客户的姓名、电话、账号等交给短信平台、银行、供应商之前，先在这里登记。"
    />
  );
}

function RecipientForm({
  recipient,
  trigger,
}: {
  recipient?: RecipientDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveRecipient(useProjectId(), recipient?.id));
  return (
    <FormDialog<SaveRecipientDto>
      name={recipient ? `edit-recipient-${recipient.id}` : "create-recipient"}
      title={recipient ? `修改接收方 ${recipient.name}` : "登记个人信息接收方"}
      dto="SaveRecipientDto"
      width={600}
      trigger={trigger}
      initialValues={recipient ? formOf(recipient) : { kind: "PROCESSOR", basis: "CONTRACT", dataKinds: [] }}
      note="证件号码、银行账号和人脸属于敏感个人信息：提供之前必须先做影响评估。"
      onFinish={mutateAsync}
    >
      <Field name="name">
        <Input placeholder="例如：某某短信平台" />
      </Field>
      <div className="form-columns">
        <Field name="kind">
          <Select options={optionsOf(recipientKindLabels)} />
        </Field>
        <Field name="basis">
          <Select options={optionsOf(recipientBasisLabels)} />
        </Field>
      </div>
      <Field name="purpose">
        <Input placeholder="例如：发送缴费短信" />
      </Field>
      <Field name="dataKinds">
        <Select mode="multiple" options={optionsOf(personalDataLabels)} />
      </Field>
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn" extra="不再提供时填写最后一天">
          <DateInput />
        </Field>
        <Field name="assessedOn">
          <DateInput />
        </Field>
        <Field name="contractNo">
          <Input />
        </Field>
      </div>
      <Field name="contact">
        <Input />
      </Field>
      <Field name="remark">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

const formOf = ({ id: _id, current: _current, ...form }: RecipientDto): SaveRecipientDto => form;
