import { allocate } from "../../common/money.js";

/** A charge that may be paid; amounts in fen. */
export interface OpenCharge {
  id: string;
  dueOn: string;
  openFen: number;
}

/** The order of payment, in words for the cashier (BIL-63, LAW-11). */
export const ALLOCATION_RULE =
  "先到期的先付；同为到期或未到期的，按应缴日期从早到晚；同一天到期的按欠费比例分摊。收费对象可以另行指定";

/**
 * Spreads an amount over charges: what is due before what is not yet due, the earliest due date first, charges of one due
 * date pro rata by the largest remainder. What is beyond the debt stays out.
 */
export function proposeAllocation(charges: readonly OpenCharge[], amountFen: number): Map<string, number> {
  const days = [...new Set(charges.map(({ dueOn }) => dueOn))].sort();
  const proposed = new Map<string, number>();
  let left = amountFen;
  for (const day of days) {
    const ofDay = charges.filter(({ dueOn, openFen }) => dueOn === day && openFen > 0);
    const owedFen = ofDay.reduce((sum, { openFen }) => sum + openFen, 0);
    if (left <= 0 || owedFen === 0) continue;
    const parts = allocate(
      Math.min(left, owedFen),
      ofDay.map(({ id, openFen }) => ({ key: id, weight: String(openFen) })),
    );
    for (const [id, fen] of parts) if (fen > 0) proposed.set(id, fen);
    left -= Math.min(left, owedFen);
  }
  return proposed;
}
