import type { OpeningCountDto, OpeningDto } from "@linli/contracts";
import { type OpeningSign, type OpeningStatus, openingTotalKindLabels } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";

export const openingTones: Partial<Record<OpeningStatus, Tone>> = {
  CHECKED: "warning",
  POSTING: "active",
  POSTED: "good",
};

export const signTones: Partial<Record<OpeningSign, Tone>> = { PENDING: "active", SIGNED: "good", REFUSED: "bad" };

/** Rows with money: their tie-out is signed by a second person. */
export const hasBalances = (counts: readonly OpeningCountDto[]): boolean =>
  counts.some(({ kind, count }) => count > 0 && Object.hasOwn(openingTotalKindLabels, kind));

/** Where an import stands: 0 checked, 1 being posted, 2 to be signed, 3 done. */
export function stepOf({ status, sign, counts }: Pick<OpeningDto, "status" | "sign" | "counts">): number {
  if (status === "CHECKED") return 0;
  if (status === "POSTING") return 1;
  if (status === "REVERSED" || !hasBalances(counts)) return 3;
  return sign === "SIGNED" ? 3 : 2;
}
