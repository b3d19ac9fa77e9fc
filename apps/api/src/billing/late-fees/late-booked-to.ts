import type { EntityManager } from "typeorm";
import { divide } from "../../common/exact-decimal.js";

const booked = (charge: string, what: string): string =>
  `(SELECT ${what} FROM charge booked
     WHERE booked.project_id = ${charge}.project_id AND booked.principal_id = ${charge}.id AND booked.reversed_fen < booked.amount_fen)`;

/**
 * The last day whose late fee is booked on a charge, or on what that charge stands for, as a subselect: what stands in its
 * place does not count these days again (BIL-52). `charge` is an alias.
 */
export const lateBookedTo = (charge: string): string =>
  booked(charge, `greatest(${charge}.late_booked_to, max(booked.service_to))`);

const own = (charge: string): string => booked(charge, "coalesce(sum(booked.amount_fen - booked.reversed_fen), 0)");

/** What is booked until that day, in fen, as a subselect: it counts towards the cap of what stands in its place (BIL-51). */
export const lateBookedFen = (charge: string): string => `(coalesce(${charge}.late_booked_fen, 0) + ${own(charge)})`;

/** The part of what is booked on a charge that goes with a part of it, by amount; in fen. */
export const lateBookedShare = (bookedFen: number, partFen: number, wholeFen: number): number =>
  Number(divide(BigInt(bookedFen) * BigInt(partFen), BigInt(wholeFen), "HALF_UP"));

/** Late fees booked on a charge. */
export interface LateBooked {
  /** Until this day, on it or on what it stands for; null when none are. */
  to: string | null;
  /** On it and on what it stands for, in fen. */
  fen: number;
  /** On it alone, in fen. */
  ownFen: number;
}

/** The late fees booked on several charges, by their ids. */
export async function lateBookedOn(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, LateBooked>> {
  const rows = await tx.query<(LateBooked & { id: string })[]>(
    `SELECT c.id, ${lateBookedTo("c")} AS "to", ${lateBookedFen("c")}::bigint AS fen, ${own("c")}::bigint AS "ownFen"
       FROM charge c WHERE c.project_id = $1 AND c.id = ANY ($2)`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
