import { Flag, Period } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import type { CheckSeverity, CloseCheck, PeriodStatus } from "./billing.enums.js";
import type { CollectionFiguresDto } from "./reports.dto.js";

export class PeriodPath extends ProjectPath {
  @Period("月份") period: string;
}

/** A month of the books (BIL-143), amounts in fen. */
export class PeriodDto {
  period: string;
  status: PeriodStatus;
  /** The month that is closed next. */
  next: boolean;
  /** Receivable of the month; null for months that have not begun. */
  receivableFen: number;
  /** Collected for the month and of arrears. */
  collectedFen: number;
  currentRate: string | null;
  closingFen: number;
  closedAt: string | null;
  closedByName: string | null;
}

export class PeriodListDto {
  items: PeriodDto[];
  /** Today's month in the project's time zone. */
  current: string;
}

/** One thing looked at before closing. */
export class CloseCheckDto {
  key: CloseCheck;
  title: string;
  severity: CheckSeverity;
  count: number;
  /** What was found, or that nothing was. */
  detail: string;
  /** First findings, for the console to show. */
  examples: string[];
}

export class ChecklistDto {
  period: string;
  status: PeriodStatus;
  /** Nothing blocks. */
  closable: boolean;
  /** Something must be confirmed in so many words. */
  needsConfirmation: boolean;
  items: CloseCheckDto[];
}

/** Closes a month. */
export class ClosePeriodDto {
  /** The reminders of the checklist were read and are accepted. */
  @Flag("已知晓提醒并确认月结", { optional: true }) confirm?: boolean;
}

/** How far the month's work is. */
export class MonthStepDto {
  key:
    | "BINDINGS"
    | "METERS"
    | "SHARES"
    | "REHEARSE"
    | "PUBLISH"
    | "LATE_FEES"
    | "PREPAYMENT_REVIEW"
    | "OFFSET"
    | "NOTICES"
    | "DEBIT"
    | "COLLECT"
    | "DAILY"
    | "RECEIPT_REVIEW"
    | "ARREARS"
    | "DUNNING"
    | "CLOSE";
  title: string;
  /** TODO: to be done; DOING: begun; DONE: finished; SKIPPED: the project does without it. */
  state: "TODO" | "DOING" | "DONE" | "SKIPPED";
  /** What the state is, in figures. */
  detail: string;
  count: number;
}

/** The workbench of charging: one month at a glance. */
export class MonthDto {
  period: string;
  status: PeriodStatus;
  figures: CollectionFiguresDto;
  /** Money of the month's receipts less red ones, prepayment offsets not counted. */
  takingsFen: number;
  steps: MonthStepDto[];
}

/** The snapshot of a closed month per fee item and building: opening + charged + adjusted − waived − received = closing. */
export class PeriodBalanceDto {
  feeItemId: string;
  feeItemName: string;
  buildingId: string;
  buildingName: string;
  openingFen: number;
  chargedFen: number;
  adjustedFen: number;
  waivedFen: number;
  receivedCurrentFen: number;
  receivedArrearsFen: number;
  closingFen: number;
}

export class PeriodBalancesDto {
  period: string;
  closed: boolean;
  rows: PeriodBalanceDto[];
  prepayments: PeriodPrepaymentsDto;
}

/** Prepayments of a month, in fen: opening + in − out = closing. */
export class PeriodPrepaymentsDto {
  openingFen: number;
  inFen: number;
  outFen: number;
  closingFen: number;
}
