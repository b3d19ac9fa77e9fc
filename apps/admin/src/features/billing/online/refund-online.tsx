import { useMutation } from "@tanstack/react-query";
import type { RefundRequestDto } from "@linli/contracts";
import { onlineRefundStatusLabels, paymentMethodLabels } from "@linli/contracts/enums";
import { Alert, App, Button } from "antd";
import { ConfirmButton } from "../../../components/confirm-button";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { refundOnline } from "./online.queries";

/** 原路退回: sends an approved refund to the channel the money came by, or asks how far it is. */
export function RefundOnline({ request }: { request: RefundRequestDto }) {
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useMutation({
    ...refundOnline(useProjectId(), request.id),
    onSuccess: ({ status, failure }) => {
      const text = [onlineRefundStatusLabels[status], failure].filter(Boolean).join("：");
      void (status === "FAILED" ? message.error(text) : message.success(text));
    },
  });
  if (request.onlineRefundStatus === "PROCESSING")
    return (
      <Button loading={isPending} onClick={() => void mutateAsync().catch(() => undefined)}>
        渠道办理中，查询结果
      </Button>
    );
  return (
    <ConfirmButton
      type="primary"
      loading={isPending}
      title={`原路退回 ${formatFen(request.amountFen)} 元给 ${request.payerName}？`}
      content={`由线上订单 ${request.onlineOrderNo} 的渠道退到付款人的${paymentMethodLabels[request.method]}，退成以后自动开退款单。`}
      okText="原路退回"
      onConfirm={mutateAsync}
    >
      原路退回
    </ConfirmButton>
  );
}

/** Why the channel did not pay it back. */
export function OnlineRefundFailure({ failure }: { failure: string | null }) {
  if (failure === null) return null;
  const title = `渠道没有退成：${failure}。可以用其他方式付款，或取消申请。`;
  return <Alert type="warning" showIcon className="form-note" title={title} />;
}
