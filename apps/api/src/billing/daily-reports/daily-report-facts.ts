import type { DailyReportState, TakingsTotalsDto } from "@linli/contracts";
import type { TakingsScope } from "../shifts/shift-totals.js";

/** Whose a receipt or refund is: of the shift it belongs to, else of who made it. */
export const CASHIER_OF_RECEIPT = `coalesce((SELECT w.cashier_id FROM cashier_shift w
  WHERE w.project_id = r.project_id AND w.id = r.shift_id), r.cashier_id)`;
const CASHIER_OF_REFUND = `coalesce((SELECT w.cashier_id FROM cashier_shift w
  WHERE w.project_id = f.project_id AND w.id = f.shift_id), f.paid_by)`;

/** The receipts and refunds of a day, of one cashier or of all. */
export function scopeOfDay(projectId: string, day: string, cashierId?: string | null): TakingsScope {
  if (!cashierId)
    return { receipts: "r.booked_on = $2::date", refunds: "f.booked_on = $2::date", params: [projectId, day] };
  return {
    receipts: `r.booked_on = $2::date AND ${CASHIER_OF_RECEIPT} = $3::uuid`,
    refunds: `f.booked_on = $2::date AND ${CASHIER_OF_REFUND} = $3::uuid`,
    params: [projectId, day, cashierId],
  };
}

export const papersOf = ({ receipts, reds, refunds }: TakingsTotalsDto): number => receipts + reds + refunds;

/** What was sent, as far as the state goes. */
export interface SentReport {
  papers: number;
  receivedAt: Date | null;
}

/** Where a report stands that holds this many papers now. */
export function stateOf(sent: SentReport | null | undefined, papers: number): DailyReportState {
  if (!sent) return "DUE";
  if (sent.papers !== papers) return "CHANGED";
  return sent.receivedAt ? "RECEIVED" : "SENT";
}
