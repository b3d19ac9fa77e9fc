import { useMutation } from "@tanstack/react-query";
import type { ReceiptDetailDto, VoidReceiptDto } from "@linli/contracts";
import { Button, Checkbox, Input } from "antd";
import { useNavigate } from "react-router";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import { useProjectId, useSession } from "../../../lib/session";
import { voidReceipt } from "./receipt-marks.queries";

/** Voids one's own receipt of today (作废, BIL-80). */
export function VoidReceipt({ receipt }: { receipt: ReceiptDetailDto }) {
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(voidReceipt(useProjectId(), receipt.id));
  if (useSession().id !== receipt.cashierId || receipt.bookedOn !== today()) return null;
  return (
    <FormDialog<VoidReceiptDto>
      name="void-receipt"
      kind="modal"
      title={`作废收据 ${receipt.receiptNo}`}
      dto="VoidReceiptDto"
      danger
      submitText="作废"
      trigger={<Button danger>作废</Button>}
      note="只能作废自己当天、当班、未开发票的收据，款项当场退还；费用恢复为未缴，两张单据都会保留。"
      onFinish={async (values) => {
        const red = await mutateAsync(values);
        void navigate(`../${red.id}`, { relative: "path" });
      }}
    >
      {receipt.printCount > 0 && (
        <Field name="copiesReturned" valuePropName="checked" label="收据">
          <Checkbox>打印的 {receipt.printCount} 次收据已全部收回</Checkbox>
        </Field>
      )}
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：收错房间" />
      </Field>
    </FormDialog>
  );
}
