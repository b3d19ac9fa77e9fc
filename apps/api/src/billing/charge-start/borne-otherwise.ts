import type { Proration } from "@linli/contracts";
import { dayBefore, daysBetweenInclusive, maxDate, minDate } from "../../common/calendar.js";
import { allocate } from "../../common/money.js";
import { isOwned, payerOn } from "../pricing/payers.js";
import type { PayerSpan, PriceTrace } from "../pricing/pricing.types.js";
import { keepsMonthWhole } from "../pricing/proration.js";
import { type ChargeStart, isBeforeStart } from "./charge-start.js";

/** An issued charge as the start of charging looks at it. */
export interface IssuedCharge {
  feeItemId: string;
  serviceFrom: string;
  serviceTo: string;
  /** What is left of it after reversals, in fen. */
  amountFen: number;
  payerId: string;
  trace: Pick<PriceTrace, "meters"> | null;
  /** How its standard charges broken months; null for what has none, such as a share. */
  proration: Proration | null;
}

/** The days of a charge that somebody else bears. */
export interface BorneOtherwise {
  from: string;
  to: string;
  partFen: number;
  /** Null when nobody does. */
  bearerId: string | null;
}

/**
 * Which days of an issued charge lie on the other side of the start than the one that was charged: the developer was
 * charged for days of the owner, or the other way round (BIL-13, BIL-14). Their part of the amount goes by days. What is
 * not divided by days (a meter's use, a month charged whole) is on the side of its last or first day. Pure.
 */
export function borneOtherwise(
  start: ChargeStart,
  charge: IssuedCharge,
  { payers, developerId }: { payers: readonly PayerSpan[]; developerId: string },
): BorneOtherwise | undefined {
  const { serviceFrom, serviceTo, payerId, feeItemId, amountFen } = charge;
  const side = payerId === developerId ? laterDays(start, charge) : earlierDays(start, charge);
  if (!side) return undefined;
  const day = decidingDay(charge) ?? side.from;
  const bearerId = isOwned(payers, day) ? payerOn(payers, feeItemId, day) : payerId;
  if (bearerId === payerId) return undefined;
  const [own, all] = [daysBetweenInclusive(side.from, side.to), daysBetweenInclusive(serviceFrom, serviceTo)];
  const parts = allocate(amountFen, [
    { key: "other", weight: String(own) },
    { key: "rest", weight: String(all - own) },
  ]);
  return { ...side, partFen: parts.get("other") ?? 0, bearerId };
}

/** The one day that decides about a charge that is not divided by days. */
function decidingDay({ serviceFrom, serviceTo, trace, proration }: IssuedCharge): string | undefined {
  if (trace?.meters) return serviceTo;
  return proration !== null && keepsMonthWhole(proration) ? serviceFrom : undefined;
}

function laterDays(start: ChargeStart, charge: IssuedCharge) {
  const { serviceFrom, serviceTo } = charge;
  const day = decidingDay(charge);
  if (start.from === null || isBeforeStart(start, day ?? serviceTo)) return undefined;
  return { from: day ? serviceFrom : maxDate(serviceFrom, start.from), to: serviceTo };
}

function earlierDays(start: ChargeStart, charge: IssuedCharge) {
  const { serviceFrom, serviceTo } = charge;
  const day = decidingDay(charge);
  if (!isBeforeStart(start, day ?? serviceFrom)) return undefined;
  return { from: serviceFrom, to: day || start.from === null ? serviceTo : minDate(serviceTo, dayBefore(start.from)) };
}
