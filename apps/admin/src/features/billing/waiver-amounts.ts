import type { WaiverDto } from "@linli/contracts";
/** The part of an amount in fen that a share in per cent (up to two decimals, as text) comes to, half up. */
export function shareOf(fen: number, percent: string): number {
  const [whole = "0", places = ""] = percent.split(".");
  const hundredths = Number(whole) * 100 + Number(places.padEnd(2, "0").slice(0, 2));
  return Math.floor((fen * hundredths + 5000) / 10_000);
}

/** What counts of a waiver, in fen: what stands of an approved one, what was asked for of any other. Sums of lists are of it. */
export const countedFen = ({ standingFen, amountFen }: Pick<WaiverDto, "standingFen" | "amountFen">): number =>
  standingFen ?? amountFen;
