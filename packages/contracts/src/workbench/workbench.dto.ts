import type { PaymentMethod } from "../billing/billing.enums.js";

/** Charging at a glance, in fen. */
export class WorkbenchBillingDto {
  /** Today's month, YYYY-MM. */
  period: string;
  /** Past its due date, all months. */
  overdueFen: number;
  overdueRooms: number;
  receivableFen: number;
  collectedFen: number;
  /** 当期收缴率, per cent. */
  currentRate: string | null;
  /** Money taken today by method, red receipts deducted. */
  takings: { method: PaymentMethod; amountFen: number }[];
  takingsFen: number;
  receiptsToday: number;
  /** Rehearsed runs that wait to be published. */
  runsWaiting: number;
  /** Months that are over and not yet closed. */
  monthsToClose: string[];
  /** Red receipts whose money has not been paid back. */
  refundsWaiting: number;
}

/** Data still to be completed. */
export class WorkbenchPropertyDto {
  rooms: number;
  roomsIncomplete: number;
  occupiedRooms: number;
  customers: number | null;
  customersIncomplete: number | null;
  /** Imports begun and not finished; null without the right to import. */
  importsOpen: number | null;
}

/** What the workbench of a project shows; parts without a right are null. */
export class WorkbenchDto {
  today: string;
  /** Requests of others that wait for this person's decision; null when he decides none. */
  approvalsWaiting: number | null;
  property: WorkbenchPropertyDto | null;
  billing: WorkbenchBillingDto | null;
}
