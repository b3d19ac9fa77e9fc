import { divide } from "../../common/exact-decimal.js";

/** The sums of one period, in fen. */
export interface CollectionFigures {
  /** Receivable of the period. */
  receivableFen: number;
  /** Waived of the period's receivable. */
  waivedFen: number;
  /** Collected in the period for the period. */
  collectedFen: number;
  /** Prepaid in earlier periods and offset to this one. */
  prepaidFen: number;
  /** Arrears when the period opened. */
  openingArrearsFen: number;
  /** Waived of the opening arrears. */
  waivedArrearsFen: number;
  /** Collected in the period of the opening arrears. */
  collectedArrearsFen: number;
}

/** Percentages with two decimals ('89.85'); `null` when there was nothing to collect. */
export interface CollectionRates {
  /** 当期收缴率: (collected + prepaid) ÷ (receivable − waived). */
  currentRate: string | null;
  /** 往期清欠率: collected arrears ÷ (opening arrears − waived). */
  arrearsRate: string | null;
  /** 综合收缴率: both ÷ both. */
  combinedRate: string | null;
  /** What is left to collect when the period ends. */
  closingArrearsFen: number;
}

/** The three collection rates of a period (BIL-110). */
export function collectionRates(figures: CollectionFigures): CollectionRates {
  const current = figures.receivableFen - figures.waivedFen;
  const arrears = figures.openingArrearsFen - figures.waivedArrearsFen;
  const collected = figures.collectedFen + figures.prepaidFen;
  return {
    currentRate: percentOf(collected, current),
    arrearsRate: percentOf(figures.collectedArrearsFen, arrears),
    combinedRate: percentOf(collected + figures.collectedArrearsFen, current + arrears),
    closingArrearsFen: current - collected + arrears - figures.collectedArrearsFen,
  };
}

/** part ÷ whole as a percentage with two decimals, half up: 8850 of 9850 is '89.85'. `null` when the whole is 0 or less. */
export function percentOf(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const hundredths = divide(BigInt(part) * 10_000n, BigInt(whole), "HALF_UP");
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, "0");
  return `${hundredths < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
