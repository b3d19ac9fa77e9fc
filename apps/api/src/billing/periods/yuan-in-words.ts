import { formatFen } from "../../common/money.js";

/** Fen as yuan for sentences that are read: 2852795 → 28,527.95. */
export const yuanInWords = (fen: number): string => formatFen(fen).replace(/\B(?=(\d{3})+\.)/g, ",");
