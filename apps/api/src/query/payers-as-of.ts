import type { PayerBasis } from "@linli/contracts";
import { payerOn } from "../billing/pricing/payers.js";
import type { PayerSpan } from "../billing/pricing/pricing.types.js";
import { covers } from "../common/calendar.js";

/** An item that nobody can be named for: who pays for it pays for every item without a line of its own. */
const EVERY_OTHER_ITEM = "every-other-item";

/** Who pays on a day, and why. */
export interface PayerAnswer {
  payerId: string | null;
  basis: PayerBasis | null;
}

/** Who pays for an item on a day (`null`: for every other item), by the rule that prices charges, and why it is he. */
export function payerAsOf(spans: readonly PayerSpan[], feeItemId: string | null, day: string): PayerAnswer {
  const payerId = payerOn(spans, feeItemId ?? EVERY_OTHER_ITEM, day);
  return { payerId, basis: payerId === null ? null : basisOf(spans, feeItemId, day) };
}

function basisOf(spans: readonly PayerSpan[], feeItemId: string | null, day: string): PayerBasis {
  const present = spans.filter((span) => covers(span, day));
  const isOwned = present.some(({ as }) => as === "OWNER");
  if (isOwned && present.some(({ as }) => as === "BEFORE_START")) return "DEVELOPER";
  const named = present.filter(({ as }) => as === undefined || as === "PAYER");
  if (feeItemId !== null && named.some((span) => span.feeItemId === feeItemId)) return "ITEM";
  if (named.some((span) => !span.feeItemId)) return "ALL";
  return isOwned ? "OWNER" : "DEVELOPER";
}
