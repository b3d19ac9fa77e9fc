import type { EntityManager } from "typeorm";
import type { LockedCharge } from "./charge-ledger.js";
import { settledSince } from "./receipts.errors.js";

/**
 * The least that was open of locked charges at the end of a day or of any later one, in fen. What is booked on an earlier
 * day lowers every day since: more than this would leave less than nothing owed on one of them, and the ageing of that day
 * would differ from its roll-over (BIL-140, BIL-144).
 */
export async function leastOpenSince(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
  day: string,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; fen: number }[]>(
    `SELECT c.id, min(c.open_fen - later.fen)::bigint AS fen
       FROM charge c
       CROSS JOIN LATERAL (
         SELECT $3::date AS day
          UNION SELECT e.booked_on FROM charge_entry e
                 WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.booked_on > $3::date) d
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(e.amount_fen), 0) AS fen FROM charge_entry e
          WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.booked_on > d.day) later
      WHERE c.project_id = $1 AND c.id = ANY ($2) GROUP BY c.id`,
    [projectId, chargeIds, day],
  );
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}

/** What is booked on an earlier day. @throws AMOUNT_EXCEEDS_OPEN for what was settled on a day since, though it is open again */
export async function refuseSettledSince(
  tx: EntityManager,
  projectId: string,
  lines: readonly { chargeId: string; amountFen: number }[],
  charges: readonly LockedCharge[],
  bookedOn: string,
): Promise<void> {
  const least = await leastOpenSince(
    tx,
    projectId,
    lines.map(({ chargeId }) => chargeId),
    bookedOn,
  );
  for (const charge of charges) {
    const amountFen = lines.find(({ chargeId }) => chargeId === charge.id)?.amountFen ?? 0;
    const openFen = Math.max(0, least.get(charge.id) ?? charge.openFen);
    if (amountFen > openFen) throw settledSince(charge, bookedOn, openFen, amountFen);
  }
}
