/** The tax in an amount (BIL-120): prices hold it; code and rate are those of the fee item on the day the charge falls due. */
export class TaxPartDto {
  taxCode: string | null;
  /** Per cent. */
  taxRate: string;
  /** Without tax, in fen: the amount divided by one plus the rate, rounded half up. */
  netFen: number;
  /** The rest of the amount, in fen. */
  taxFen: number;
}
