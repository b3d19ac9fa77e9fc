import { useMutation, useQuery } from "@tanstack/react-query";
import type { PaymentMethodDto, SavePaymentMethodDto } from "@linli/contracts";
import { paymentMethodLabels, referenceFormatLabels, referenceRuleLabels } from "@linli/contracts/enums";
import { Button, Input, InputNumber, Select, Switch, Table } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { paymentMethodsQuery, savePaymentMethod } from "./methods.queries";

/** 收款方式: what the project takes, where it arrives, and what a slip's number looks like (BIL-70). */
export function PaymentMethodsPage() {
  const query = useQuery(paymentMethodsQuery(useProjectId()));
  return (
    <>
      <PageHeader title="收款方式" help="desk" />
      <QueryView query={query}>{({ items }) => <Methods methods={items} />}</QueryView>
    </>
  );
}

function Methods({ methods }: { methods: PaymentMethodDto[] }) {
  return (
    <Table<PaymentMethodDto>
      size="small"
      rowKey="method"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={methods}
      columns={[
        { title: "收款方式", render: (_v, { method }) => paymentMethodLabels[method] },
        {
          title: "状态",
          render: (_v, { enabled }) =>
            enabled ? <span className="tone tone-good">启用</span> : <span className="tone">停用</span>,
        },
        { title: "到账账户", render: (_v, { account }) => account ?? "—" },
        { title: "凭证号", render: (_v, row) => referenceText(row) },
        { title: "可以退款", render: (_v, { refundable }) => (refundable ? "是" : "否") },
        { title: "可以找零", render: (_v, { mayChange }) => (mayChange ? "是" : "否") },
        { title: "财务科目", render: (_v, { financeCode }) => financeCode ?? "—" },
        {
          title: "",
          key: "actions",
          render: (_v, row) => row.method !== "PREPAYMENT" && row.method !== "BANK_DEBIT" && <Edit row={row} />,
        },
      ]}
    />
  );
}

function referenceText({ reference, referenceFormat, referenceLength }: PaymentMethodDto): string {
  const format = referenceFormat === "ANY" ? "" : `，${referenceFormatLabels[referenceFormat]}`;
  return `${referenceRuleLabels[reference]}${format}${referenceLength === null ? "" : `，${referenceLength} 位`}`;
}

function Edit({ row }: { row: PaymentMethodDto }) {
  const { mutateAsync } = useMutation(savePaymentMethod(useProjectId(), row.method));
  const name = paymentMethodLabels[row.method];
  return (
    <Can do="project:settings">
      <FormDialog<SavePaymentMethodDto>
        name={`method-${row.method}`}
        title={`收款方式：${name}`}
        dto="SavePaymentMethodDto"
        trigger={
          <Button size="small" type="link" aria-label={`设置${name}`}>
            设置
          </Button>
        }
        initialValues={row}
        onFinish={mutateAsync}
      >
        <Field name="enabled" valuePropName="checked" extra="停用后收银台不再提供；以前的收据不受影响">
          <Switch />
        </Field>
        <Field name="account">
          <Input maxLength={60} placeholder="如：工商银行基本户 尾号 6021" />
        </Field>
        <Field name="reference">
          <Select options={optionsOf(referenceRuleLabels)} />
        </Field>
        <Field name="referenceFormat">
          <Select options={optionsOf(referenceFormatLabels)} />
        </Field>
        <Field name="referenceLength" extra="不填则不限">
          <InputNumber min={1} max={64} precision={0} style={{ width: "100%" }} />
        </Field>
        <Field name="refundable" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="financeCode">
          <Input maxLength={20} placeholder="如：1002.01" />
        </Field>
      </FormDialog>
    </Can>
  );
}
