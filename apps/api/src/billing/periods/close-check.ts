/** What a check of a month found (BIL-90). */
export interface Finding {
  count: number;
  detail: string;
  examples: string[];
  /** How grave it is, where the project decides. */
  severity?: "WARN" | "BLOCK";
}

/** A check that found nothing. */
export const NONE = { count: 0, examples: [] };

/** What the checks need to know of the month. */
export interface CheckedMonth {
  projectId: string;
  period: string;
  firstPeriod: string;
  /** Today in the project's time zone. */
  today: string;
}
