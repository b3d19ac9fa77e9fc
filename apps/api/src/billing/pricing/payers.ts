import { covers } from "../../common/calendar.js";
import type { PayerSpan } from "./pricing.types.js";

/**
 * Who pays on a day (BIL-06): a payer named for this fee item, else a payer named for all items, else the only owner,
 * else (while nobody owns the room) the developer. `null` when several owners named nobody among them (CUS-09), or
 * nobody is there at all.
 */
export function payerOn(payers: readonly PayerSpan[], feeItemId: string, day: string): string | null {
  let named: PayerSpan | undefined;
  let owner: string | null | undefined;
  let developer: string | null = null;
  for (const payer of payers) {
    if (!covers(payer, day)) continue;
    if (payer.as === "DEVELOPER") developer = payer.customerId;
    else if (payer.as === "OWNER") owner = owner === undefined || owner === payer.customerId ? payer.customerId : null;
    else if (isFor(payer, feeItemId) && (!named || beats(payer, named))) named = payer;
  }
  if (named) return named.customerId;
  return owner === undefined ? developer : owner;
}

const isFor = (payer: PayerSpan, feeItemId: string) => !payer.feeItemId || payer.feeItemId === feeItemId;

/** Named for the item beats named for all; then the latest begun; then the smaller id, so that order never matters. */
function beats(payer: PayerSpan, other: PayerSpan): boolean {
  if (Boolean(payer.feeItemId) !== Boolean(other.feeItemId)) return Boolean(payer.feeItemId);
  if (payer.from !== other.from) return payer.from > other.from;
  return (payer.customerId ?? "") < (other.customerId ?? "");
}
