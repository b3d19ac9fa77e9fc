import type { OnlineNoticeResult, OnlineOrderDto } from "@linli/contracts";
import { onlineNoticeResultLabels } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";
import { formatFen } from "../../../lib/money";

export const orderTones: Record<string, Tone> = { CREATED: "active", PAID: "good", REFUNDED: "warning" };

export const noticeTones: Record<string, Tone> = { POSTED: "good", REPEATED: "neutral", NOTED: "active" };

export const refundTones: Record<string, Tone> = { PROCESSING: "active", SUCCEEDED: "good", FAILED: "bad" };

/** What is to be done, where the label of the result alone does not tell. */
const problemLabels: Partial<Record<OnlineNoticeResult, string>> = {
  TRANSACTION_MISMATCH: "同一订单付了两次，多付的没有入账，请核对后退还",
  NOTED: "渠道有本系统没有入账的退款，请核对",
};

type Attention = Pick<OnlineOrderDto, "paidAfterClose" | "prepaidFen" | "problem">;

/** Why somebody should look at an order; nothing when all went as it should. */
export function attentionOf({ paidAfterClose, prepaidFen, problem }: Attention): string {
  return [
    problem && (problemLabels[problem] ?? onlineNoticeResultLabels[problem]),
    paidAfterClose && "关闭以后到账",
    prepaidFen > 0 && `${formatFen(prepaidFen)} 元转入预收`,
  ]
    .filter(Boolean)
    .join("；");
}
