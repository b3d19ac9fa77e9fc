import type { RoomChargeCellDto } from "@linli/contracts";

/** How a year is cut: bills are kept by month, quarters are a view of them (FEE-02, BIL-12). */
export type YearView = "months" | "quarters";

export const yearViewLabels: Record<YearView, string> = { months: "按月", quarters: "按季" };

/** What one item makes in one part of the year, in fen. */
export interface YearCell {
  amountFen: number;
  openFen: number;
}

export interface YearPart {
  title: string;
  months: readonly number[];
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The parts of a year in order, and the months in each. */
export const partsOf = (view: YearView): YearPart[] =>
  view === "months"
    ? MONTHS.map((month) => ({ title: `${month} 月`, months: [month] }))
    : [0, 3, 6, 9].map((first, index) => ({ title: `${index + 1} 季度`, months: MONTHS.slice(first, first + 3) }));

/** What an item makes in a part; undefined where it was not charged at all. */
export function cellOf(
  cells: readonly Pick<RoomChargeCellDto, "feeItemId" | "period" | "amountFen" | "openFen">[],
  feeItemId: string,
  { months }: Pick<YearPart, "months">,
): YearCell | undefined {
  const own = cells.filter((cell) => cell.feeItemId === feeItemId && months.includes(Number(cell.period.slice(5))));
  if (own.length === 0) return undefined;
  return {
    amountFen: own.reduce((sum, { amountFen }) => sum + amountFen, 0),
    openFen: own.reduce((sum, { openFen }) => sum + openFen, 0),
  };
}
