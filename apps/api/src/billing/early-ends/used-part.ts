/** What is charged for the used days of a bill, and the charge it stands on; in fen. */
export interface UsedPart {
  chargeId: string;
  fen: number;
}

/** What a receipt paid for the service, in fen. */
export interface PaidForService {
  receiptId: string;
  fen: number;
}

/**
 * Spreads what each receipt paid for the service over what was used of it, in the order given: what none of it needs is
 * left over. Pure.
 */
export function spreadPaid(
  receipts: readonly PaidForService[],
  used: readonly UsedPart[],
): { receiptId: string; lines: { chargeId: string; amountFen: number }[]; overFen: number }[] {
  const owed = new Map(used.map(({ chargeId, fen }) => [chargeId, fen]));
  return receipts.map(({ receiptId, fen }) => {
    let left = fen;
    const lines = [...owed].flatMap(([chargeId, openFen]) => {
      const amountFen = Math.min(left, openFen);
      left -= amountFen;
      owed.set(chargeId, openFen - amountFen);
      return amountFen > 0 ? [{ chargeId, amountFen }] : [];
    });
    return { receiptId, lines, overFen: left };
  });
}
