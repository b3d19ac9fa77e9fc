import type { RunDifference } from "../billing.enums.js";

/** From when the owner of a room bears its charges (起算政策, BIL-14). With OFF, bindings and payers are dated by hand. */
export const chargeStartRuleLabels = {
  OFF: "不启用，按收费对象和绑定的日期",
  HANDOVER: "自交房日起",
  NOTICE: "自交房通知起若干天后",
  NEXT_MONTH: "自交房的次月起",
} as const;
export type ChargeStartRule = keyof typeof chargeStartRuleLabels;

/** What the developer bears before (LAW-02, LAW-23). */
export const developerShareLabels = {
  TO_THE_DAY: "到业主起算日的前一天",
  WHOLE_MONTH: "到交付当月的月底，业主自次月起",
} as const;
export type DeveloperShare = keyof typeof developerShareLabels;

/** What is not known of who bears a stretch of days. */
export const chargeStartLackLabels = {
  HANDOVER: "没有交房日期",
  NOTICE: "没有交房通知日期，也没有交房日期",
  OWNER: "没有登记起算日的业主",
  DEVELOPER: "没有设置开发商",
} as const;
export type ChargeStartLack = keyof typeof chargeStartLackLabels;

/** Rehearsed lines that nobody can be billed for: publication leaves them out, and only when that was confirmed. */
export const unpayableDifferences = [
  "NO_PAYER",
  "NO_START",
  "NO_DEVELOPER",
] as const satisfies readonly RunDifference[];

/** How many of the lines of a run cannot be billed to anybody. */
export const unpayableLines = (differences: Readonly<Partial<Record<string, number>>>): number =>
  unpayableDifferences.reduce((sum, kind) => sum + (differences[kind] ?? 0), 0);
