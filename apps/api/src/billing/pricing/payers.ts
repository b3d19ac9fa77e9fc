import { covers } from "../../common/calendar.js";
import type { PayerSpan } from "./pricing.types.js";

/**
 * Who pays on a day (BIL-06). Before the start of charging of a room that somebody owns, the developer alone (BIL-14).
 * Then a payer named for this fee item, else a payer named for all items, else the only owner, else (while nobody owns
 * the room) the developer. `null` when several owners named nobody among them (CUS-09), or nobody is there at all.
 */
export function payerOn(payers: readonly PayerSpan[], feeItemId: string, day: string): string | null {
  let named: PayerSpan | undefined;
  let before: PayerSpan | undefined;
  let owner: string | null | undefined;
  let developer: string | null = null;
  let isAwaited = false;
  for (const payer of payers) {
    if (!covers(payer, day)) continue;
    if (payer.as === "BEFORE_START") before = payer;
    else if (payer.as === "AWAITED_OWNER") isAwaited = true;
    else if (payer.as === "DEVELOPER") developer = payer.customerId;
    else if (payer.as === "OWNER") owner = owner === undefined || owner === payer.customerId ? payer.customerId : null;
    else if (isFor(payer, feeItemId) && (!named || beats(payer, named))) named = payer;
  }
  if (before && owner !== undefined) return before.customerId;
  if (named) return named.customerId;
  if (owner !== undefined) return owner;
  return isAwaited ? null : developer;
}

/**
 * The payers as they count for what a charge is for: a space, vehicle or contract is charged from the first day of its own
 * binding, to whoever is named or owns the room by then; the handover of the room decides about the room alone (BIL-14).
 */
export const payersFor = (objectId: string | null, payers: readonly PayerSpan[]): readonly PayerSpan[] =>
  objectId === null ? payers : withoutStart(payers);

/** The payers without what the start of charging of the room says of them. */
export const withoutStart = (payers: readonly PayerSpan[]): readonly PayerSpan[] =>
  payers.filter(({ as }) => as !== "BEFORE_START" && as !== "AWAITED_OWNER");

/** Whether somebody owns the room on a day. */
export const isOwned = (payers: readonly PayerSpan[], day: string): boolean =>
  payers.some((payer) => payer.as === "OWNER" && covers(payer, day));

const isFor = (payer: PayerSpan, feeItemId: string) => !payer.feeItemId || payer.feeItemId === feeItemId;

/** Named for the item beats named for all; then the latest begun; then the smaller id, so that order never matters. */
function beats(payer: PayerSpan, other: PayerSpan): boolean {
  if (Boolean(payer.feeItemId) !== Boolean(other.feeItemId)) return Boolean(payer.feeItemId);
  if (payer.from !== other.from) return payer.from > other.from;
  return (payer.customerId ?? "") < (other.customerId ?? "");
}
