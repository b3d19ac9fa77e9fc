import type { RoundingUnit } from "@linli/contracts";

/** What a line is rounded to a multiple of (BIL-30), in fen. */
export const FEN_PER_UNIT: Record<RoundingUnit, bigint> = { "0.01": 1n, "0.1": 10n, "1": 100n };
