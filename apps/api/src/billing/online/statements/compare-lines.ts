import type { OnlineDifferenceKind, OnlineLineKind } from "@linli/contracts";

/** A payment or a refund on one side; in fen. */
export interface ComparedLine {
  line: OnlineLineKind;
  tradeNo: string;
  /** Of a payment its transaction number, of a refund our number of it. */
  reference: string;
  amountFen: number;
}

/** A line that does not stand on both sides with the same sum. */
export interface LineDifference extends Omit<ComparedLine, "amountFen"> {
  kind: OnlineDifferenceKind;
  oursFen: number | null;
  theirsFen: number | null;
}

/** Compares both sides line by line. A line that a side names twice counts with the sum of both: it was paid twice. */
export function compareLines(ours: readonly ComparedLine[], theirs: readonly ComparedLine[]): LineDifference[] {
  const [own, foreign] = [byReference(ours), byReference(theirs)];
  return [...new Set([...own.keys(), ...foreign.keys()])].flatMap((key) => {
    const [mine, other] = [own.get(key), foreign.get(key)];
    const [oursFen, theirsFen] = [mine?.amountFen ?? null, other?.amountFen ?? null];
    if (oursFen === theirsFen) return [];
    const { line, tradeNo, reference } = (mine ?? other)!;
    return [{ kind: kindOf(oursFen, theirsFen), line, tradeNo, reference, oursFen, theirsFen }];
  });
}

function kindOf(oursFen: number | null, theirsFen: number | null): OnlineDifferenceKind {
  if (theirsFen === null) return "OURS_ONLY";
  return oursFen === null ? "THEIRS_ONLY" : "AMOUNT_DIFFERS";
}

function byReference(lines: readonly ComparedLine[]): Map<string, ComparedLine> {
  const found = new Map<string, ComparedLine>();
  for (const one of lines) {
    const key = `${one.line} ${one.reference}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, amountFen: known.amountFen + one.amountFen } : one);
  }
  return found;
}
