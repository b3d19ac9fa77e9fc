import type { OnlineOrderDto } from "@linli/contracts";
import { onlineNoticeResultLabels } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";
import { formatFen } from "../../../lib/money";

export const orderTones: Record<string, Tone> = { CREATED: "active", PAID: "good", REFUNDED: "warning" };

export const noticeTones: Record<string, Tone> = { POSTED: "good", REPEATED: "neutral", NOTED: "active" };

export const refundTones: Record<string, Tone> = { PROCESSING: "active", SUCCEEDED: "good", FAILED: "bad" };

type Attention = Pick<OnlineOrderDto, "paidAfterClose" | "prepaidFen" | "problem">;

/** Why somebody should look at an order; nothing when all went as it should. */
export function attentionOf({ paidAfterClose, prepaidFen, problem }: Attention): string {
  return [
    problem && onlineNoticeResultLabels[problem],
    paidAfterClose && "关闭以后到账",
    prepaidFen > 0 && `${formatFen(prepaidFen)} 元转入预收`,
  ]
    .filter(Boolean)
    .join("；");
}
