import { type ChargeCut, type CuttableCharge, planCut, proportion } from "./plan-cut.js";

/**
 * What the parties settle between them of a bill that nothing is open of and that a sale does not cut: it is an earlier
 * seller's. Of one that was cut before, only what was paid beyond the days until then is for later ones, shared by what
 * these cost. Amounts in fen; null when nothing was paid for the day or later. Pure.
 */
export function settledOfCut(
  charge: CuttableCharge & { cutOn: string | null; reversedFen: number },
  day: string,
): ChargeCut | null {
  const { cutOn, reversedFen } = charge;
  if (cutOn === null) {
    const cut = planCut(charge, day, "PASS_ON");
    return cut.settleFen > 0 ? cut : null;
  }
  const whole = { ...charge, openFen: reversedFen };
  const [then, now] = [planCut(whole, cutOn, "PASS_ON"), planCut(whole, day, "PASS_ON")];
  const settleFen = proportion(then.settleFen, now.newFen, then.newFen);
  if (settleFen === 0) return null;
  const paidFen = charge.receivedFen + charge.offsetFen;
  return { oldFen: paidFen - settleFen, newFen: settleFen, settleFen, reverseFen: 0, pieces: [] };
}
