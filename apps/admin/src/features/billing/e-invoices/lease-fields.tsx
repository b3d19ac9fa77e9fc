import { leaseAreaUnitLabels } from "@linli/contracts/enums";
import { Form, Input, Select, Switch } from "antd";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import type { ChosenReceipt, InvoicedAmounts } from "./invoiceable-lines";

const DTO = "EInvoiceLeaseDto";

/** The special data of a real-estate lease, shown while a rent is chosen. */
export function LeaseFields({ receipts }: { receipts: readonly ChosenReceipt[] }) {
  const amounts = Form.useWatch<InvoicedAmounts | undefined>("amounts") ?? {};
  const isLease = receipts.some(({ receiptId, open }) =>
    open.lines.some(({ lease, chargeId }) => lease && amounts[receiptId]?.[chargeId]),
  );
  if (!isLease) return null;
  return (
    <fieldset className="plain-fieldset">
      <legend>不动产租赁信息</legend>
      <p className="desk-rule">租赁项目单独开票，一张发票只开一处不动产；请清空其他项目的金额。</p>
      <div className="form-columns">
        <Field dto={DTO} name={["lease", "region"]}>
          <Input placeholder="如：广东省深圳市南山区" />
        </Field>
        <Field dto={DTO} name={["lease", "address"]}>
          <Input placeholder="街道、门牌、车位号" />
        </Field>
        <Field dto={DTO} name={["lease", "leaseFrom"]}>
          <DateInput />
        </Field>
        <Field dto={DTO} name={["lease", "leaseTo"]}>
          <DateInput />
        </Field>
        <Field dto={DTO} name={["lease", "titleNo"]}>
          <Input placeholder="没有的填：无" />
        </Field>
        <Field dto={DTO} name={["lease", "areaUnit"]}>
          <Select options={optionsOf(leaseAreaUnitLabels)} />
        </Field>
        <Field dto={DTO} name={["lease", "crossCity"]} valuePropName="checked">
          <Switch />
        </Field>
      </div>
    </fieldset>
  );
}
