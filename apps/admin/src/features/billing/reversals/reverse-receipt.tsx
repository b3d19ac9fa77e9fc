import { useMutation } from "@tanstack/react-query";
import type { ReceiptDetailDto } from "@linli/contracts";
import { Button, Checkbox, Form, Input } from "antd";
import { Link, useNavigate } from "react-router";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId, useSession } from "../../../lib/session";
import { requestReversal, reverseReceipt } from "./reversals.queries";

/** Makes the red receipt of a receipt, or asks for it where a second person is needed (BIL-80). */
export function ReverseReceipt({ receipt }: { receipt: ReceiptDetailDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const linkTo = usePageLink();
  const { mutateAsync: reverse } = useMutation(reverseReceipt(projectId, receipt.id));
  const { mutateAsync: request } = useMutation(requestReversal(projectId, receipt.id));
  const isOwn = useSession().id === receipt.cashierId;
  if (receipt.reversalApprovalId) {
    const approval = linkTo(`approvals?approval=${receipt.reversalApprovalId}&tab=all`);
    return approval ? (
      <Link to={approval}>
        <Button>红冲待审批</Button>
      </Link>
    ) : null;
  }
  if (isOwn) return null;
  const isRequest = receipt.reversalNeedsApproval;
  const verb = isRequest ? "申请红冲" : "红冲";
  const rule = isRequest ? "由收款人和您以外的另一人审批，通过前什么都不变。通过时" : "将";
  return (
    <FormDialog<{ reason: string; copyReturned?: boolean }>
      name="reverse-receipt"
      title={`${verb}收据 ${receipt.receiptNo}`}
      kind="modal"
      danger
      submitText={verb}
      trigger={<Button danger>{verb}</Button>}
      dto="ReverseReceiptDto"
      note={`${rule}开具日期为当天的红字收据 ${formatFen(-receipt.amountFen)} 元；所收的费用恢复为未缴，转入或冲抵的预收一并冲回。两张收据都会保留。`}
      onFinish={async (values) => {
        if (isRequest) return request(values);
        const red = await reverse(values);
        return navigate(`../${red.id}`, { relative: "path" });
      }}
    >
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：收错房间" />
      </Field>
      {receipt.printCount > 0 && (
        <Form.Item name="copyReturned" valuePropName="checked" extra="票据本的收据打印后红冲，须收回交给客户的一联">
          <Checkbox>客户联已收回</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
