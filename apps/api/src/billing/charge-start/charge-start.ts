import type { ChargeStartRule, DeveloperShare } from "@linli/contracts";
import { addDays, addMonths, dayBefore, firstDay, minDate, periodOf } from "../../common/calendar.js";
import type { PayerSpan } from "../pricing/pricing.types.js";

/** From when owners bear the charges of their rooms, as a project has set it (BIL-14). */
export interface ChargeStartPolicy {
  rule: Exclude<ChargeStartRule, "OFF">;
  /** Read with NOTICE only. */
  noticeDays: number;
  developerShare: DeveloperShare;
}

/** What a room knows of its handover. */
export interface HandoverFacts {
  /** RoomState */
  state: string;
  handoverNoticedOn: string | null;
  handedOverOn: string | null;
}

/** The start of charging of one room: from when its owner bears, and what that follows from. */
export interface ChargeStart {
  policy: ChargeStartPolicy;
  noticedOn: string | null;
  handedOverOn: string | null;
  /** First day that the owner bears; null while the developer bears all, and when it is unknown. */
  from: string | null;
  /** Why `from` is unknown: the room was handed over, but nobody entered when. */
  lack: "HANDOVER" | "NOTICE" | null;
}

/** A room that is not sold or not handed over by its state needs no date: the developer bears it (LAW-02). */
const NOT_HANDED_OVER: ReadonlySet<string> = new Set(["UNSOLD", "SOLD"]);

/**
 * From when the owner of a room bears its charges (BIL-14):
 *
 * | Rule | First day of the owner |
 * |---|---|
 * | HANDOVER | the day of the handover |
 * | NOTICE | n days after the notice of handover, the day of the handover where that is earlier (or no notice is known) |
 * | NEXT_MONTH | the first of the month after the handover |
 *
 * With WHOLE_MONTH (Shanghai, LAW-23) the developer bears the whole month that day lies in, the first of a month too:
 * the owner begins with the next; NEXT_MONTH does so already. A room without the date that its rule needs is not handed
 * over when its state says so (未售, 已售), else the start is unknown and nobody is billed.
 */
export function chargeStart(policy: ChargeStartPolicy, facts: HandoverFacts): ChargeStart {
  const { state, handoverNoticedOn: noticedOn, handedOverOn } = facts;
  const day = begun(policy, facts);
  const known = { policy, noticedOn, handedOverOn };
  if (day === null) {
    const isUnknown = !NOT_HANDED_OVER.has(state);
    return { ...known, from: null, lack: isUnknown ? (policy.rule === "NOTICE" ? "NOTICE" : "HANDOVER") : null };
  }
  const nextMonth = policy.rule === "NEXT_MONTH" || policy.developerShare === "WHOLE_MONTH";
  return { ...known, from: nextMonth ? firstDay(addMonths(periodOf(day), 1)) : day, lack: null };
}

/** The day that counts as the handover; null while neither it nor the notice is known. */
function begun({ rule, noticeDays }: ChargeStartPolicy, facts: HandoverFacts): string | null {
  const { handoverNoticedOn, handedOverOn } = facts;
  if (rule !== "NOTICE" || handoverNoticedOn === null) return handedOverOn;
  return minDate(addDays(handoverNoticedOn, noticeDays), handedOverOn);
}

/**
 * What the start says of who pays, for `payerOn`. The developer bears the time before it, ahead of whoever owns the room
 * or is named then; without a developer, or with an unknown start, nobody does: those days are a fault, never the
 * owner's. Who let the notice pass bears from the start on: while he is not entered as the owner, nobody does.
 */
export function spansOfStart(start: ChargeStart | null, developerId: string | null): PayerSpan[] {
  if (start === null) return [];
  const { from, lack, handedOverOn } = start;
  const customerId = lack === null ? developerId : null;
  const before: PayerSpan = { as: "BEFORE_START", from: "1900-01-01", to: from && dayBefore(from), customerId };
  if (from === null || handedOverOn === null || from >= handedOverOn) return [before];
  return [before, { as: "AWAITED_OWNER", from, to: dayBefore(handedOverOn), customerId: null }];
}

/** Whether the developer bears a day, or nobody knows. */
export const isBeforeStart = ({ from }: ChargeStart, day: string): boolean => from === null || day < from;
