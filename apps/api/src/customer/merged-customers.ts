import type { EntityManager } from "typeorm";

/**
 * Ledger rows (charges, receipts, prepayment accounts, consents) keep the customer they were booked on; when he was merged
 * into another one, reads show them under the survivor. These are the pieces of SQL for it; merges are flat: a
 * merged customer points to one who is not merged.
 */

/** All ids under which rows of a customer lie, as a subselect: his own and those merged into him. */
export const idsOf = (project: string, customer: string): string =>
  `(SELECT own.id FROM customer own WHERE own.project_id = ${project} AND (own.id = ${customer} OR own.merged_into_id = ${customer}))`;

/** Joins, as `alias`, the customer under whom a row of the customer in `column` is shown today. */
export const joinSurvivor = (alias: string, project: string, column: string): string =>
  `JOIN customer ${alias}_booked ON ${alias}_booked.project_id = ${project} AND ${alias}_booked.id = ${column}
   JOIN customer ${alias} ON ${alias}.project_id = ${project} AND ${alias}.id = COALESCE(${alias}_booked.merged_into_id, ${alias}_booked.id)`;

/** The customer under whom a customer is known today, or null when the project has no such customer. */
export async function survivorOf(db: EntityManager, projectId: string, customerId: string): Promise<string | null> {
  const [survivor] = await db.query<{ id: string }[]>(
    "SELECT coalesce(merged_into_id, id) AS id FROM customer WHERE project_id = $1 AND id = $2",
    [projectId, customerId],
  );
  return survivor?.id ?? null;
}
