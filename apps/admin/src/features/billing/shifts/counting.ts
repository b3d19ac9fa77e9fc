import type { CountedNotesDto } from "@linli/contracts";
import { denominationLabels, type Denomination } from "@linli/contracts/enums";

/** Pieces typed per denomination. */
export type Pieces = Partial<Record<Denomination, number | null>>;

/** Notes and coins, the largest first. */
export const denominations = (Object.keys(denominationLabels) as Denomination[]).toSorted(
  (a, b) => Number(b) - Number(a),
);

/** What the pieces come to, in fen. */
export const piecesFen = (pieces: Pieces): number =>
  denominations.reduce((sum, denomination) => sum + Number(denomination) * (pieces[denomination] ?? 0), 0);

/** The pieces as the API takes them; what was not counted is left out. */
export const notesOf = (pieces: Pieces): CountedNotesDto[] =>
  denominations.flatMap((denomination) => {
    const count = pieces[denomination] ?? 0;
    return count > 0 ? [{ denomination, count }] : [];
  });

/** 短款 or 长款 in words; nothing when there is no difference. */
export const differenceWord = (fen: number): string => (fen === 0 ? "无差异" : fen < 0 ? "短款" : "长款");
