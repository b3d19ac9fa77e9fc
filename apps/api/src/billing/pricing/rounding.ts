import type { RoundingUnit } from "@linli/contracts";

/** What a line is rounded to a multiple of (BIL-30), in fen. */
export const FEN_PER_UNIT: Record<RoundingUnit, bigint> = { "0.01": 1n, "0.1": 10n, "1": 100n };

/** What a part comes to of an amount that is rounded as a whole, in fen. */
export interface RoundedShare {
  fen: number;
  /** The whole and what was taken of it before, where the part is what the others leave. */
  rest?: { whole: number; taken: number };
}

/**
 * The shares of parts of a whole that is rounded once (BIL-15, BIL-30): each as it was rounded by itself, the last what the
 * others leave, so that nothing is lost. In fen.
 */
export function sharesOf(whole: number, parts: readonly number[]): RoundedShare[] {
  if (parts.length < 2) return parts.map(() => ({ fen: whole }));
  let taken = 0;
  return parts.map((own, index) => {
    const left = whole - taken;
    // A coarse unit rounded up could take more than there is left; nobody is billed less than nothing.
    const takesRest = index === parts.length - 1 || own > left;
    const share: RoundedShare = takesRest ? { fen: left, rest: { whole, taken } } : { fen: own };
    taken += share.fen;
    return share;
  });
}
