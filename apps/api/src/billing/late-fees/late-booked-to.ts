import type { EntityManager } from "typeorm";

/**
 * The last day whose late fee is booked on a charge, or on what that charge stands for, as a subselect: what stands in its
 * place does not count these days again (BIL-52). `charge` is an alias.
 */
export const lateBookedTo = (charge: string): string =>
  `(SELECT greatest(${charge}.late_booked_to, max(booked.service_to)) FROM charge booked
     WHERE booked.project_id = ${charge}.project_id AND booked.principal_id = ${charge}.id AND booked.reversed_fen < booked.amount_fen)`;

/** The same of several charges, by their ids; those on which nothing is booked are left out. */
export async function lateBookedDays(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; day: string | null }[]>(
    `SELECT c.id, ${lateBookedTo("c")} AS day FROM charge c WHERE c.project_id = $1 AND c.id = ANY ($2)`,
    [projectId, chargeIds],
  );
  return new Map(rows.flatMap(({ id, day }) => (day === null ? [] : [[id, day] as const])));
}
