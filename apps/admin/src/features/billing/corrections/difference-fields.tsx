import { correctionDifferenceLabels } from "@linli/contracts/enums";
import { Form, Radio } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import { RefundWay } from "../refunds/refund-way";

/** What the fields begin with. */
export const KEEP_AS_PREPAYMENT = { difference: "PREPAYMENT", refund: { method: "CASH" } } as const;

/** What becomes of money that was paid too much: kept as a prepayment, or asked to be paid back by some way. */
export function DifferenceFields() {
  const difference = Form.useWatch("difference", Form.useFormInstance());
  const isRefund = difference === "REFUND";
  return (
    <>
      <Field
        name="difference"
        extra={
          isRefund
            ? "先记为预收，同时提交退款申请：由另一人审核，再由申请人和审核人以外的人付款；未通过或撤回的，仍是预收"
            : undefined
        }
      >
        <Radio.Group options={optionsOf(correctionDifferenceLabels)} />
      </Field>
      {isRefund && <RefundWay at="refund" />}
    </>
  );
}
