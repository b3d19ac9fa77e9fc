import { Decimal } from "decimal.js";

/** Decimals with digits to spare for readings × multipliers × prices: nothing is rounded before it is meant to be. */
export const Exact = Decimal.clone({ precision: 60, toExpPos: 60, toExpNeg: -60 });

export type Exact = Decimal;
