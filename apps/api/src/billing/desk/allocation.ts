import { allocate } from "../../common/money.js";

/** A charge that may be paid; amounts in fen. */
export interface OpenCharge {
  id: string;
  dueOn: string;
  openFen: number;
  /** Late fee that is to be paid with it, before it (LAW-11). */
  lateFeeFen?: number;
}

/** What a charge gets of an amount. */
export interface AllocatedPart {
  lateFeeFen: number;
  openFen: number;
}

/** The order of payment, in words for the cashier (BIL-63, LAW-11). */
export const ALLOCATION_RULE =
  "先到期的先付；同为到期或未到期的，按应缴日期从早到晚；同一天到期的按欠费比例分摊；同一笔先付违约金再付本金。收费对象可以另行指定";

/**
 * Spreads an amount over charges: what is due before what is not yet due, the earliest due date first, charges of one due
 * date pro rata by the largest remainder, and of each charge its late fee first. What is beyond the debt stays out.
 */
export function proposeAllocation(charges: readonly OpenCharge[], amountFen: number): Map<string, AllocatedPart> {
  const days = [...new Set(charges.map(({ dueOn }) => dueOn))].sort();
  const proposed = new Map<string, AllocatedPart>();
  let left = amountFen;
  for (const day of days) {
    const ofDay = charges.filter(({ dueOn, openFen }) => dueOn === day && openFen > 0);
    const owedFen = ofDay.reduce((sum, charge) => sum + owedOf(charge), 0);
    if (left <= 0 || owedFen === 0) continue;
    const parts = allocate(
      Math.min(left, owedFen),
      ofDay.map((charge) => ({ key: charge.id, weight: String(owedOf(charge)) })),
    );
    for (const { id, lateFeeFen = 0 } of ofDay) {
      const fen = parts.get(id) ?? 0;
      const late = Math.min(fen, lateFeeFen);
      if (fen > 0) proposed.set(id, { lateFeeFen: late, openFen: fen - late });
    }
    left -= Math.min(left, owedFen);
  }
  return proposed;
}

const owedOf = ({ openFen, lateFeeFen = 0 }: OpenCharge) => openFen + lateFeeFen;
