import type { AdjustmentSource } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { refuseOnDebit } from "../debit/charges-on-debit.js";

/** A reversal of what is open. */
export interface Reversal {
  projectId: string;
  /** Charges that are locked and have something open. */
  ids: string[];
  /** Booking day, in an open month that is locked for posting. */
  bookedOn: string;
  /** Its month, YYYY-MM. */
  period: string;
  /** What takes them back. */
  source: AdjustmentSource;
  reason: string;
  userId: string;
  now: Date;
}

/**
 * Reverses what is open of locked charges: one entry each, and the kept sums with it.
 * @throws CHARGE_ON_DEBIT when one is out with a bank
 */
export async function reverseOpen(tx: EntityManager, reversal: Reversal): Promise<void> {
  const { projectId, ids, bookedOn, period, source, reason, userId, now } = reversal;
  await refuseOnDebit(tx, projectId, ids);
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, source, reason, created_by)
     SELECT $1, e.id, $2, c.id, 'REVERSAL', -c.open_fen, $3, $4, $9, $5, $6
       FROM unnest($7::uuid[], $8::uuid[]) AS e(id, charge_id)
       JOIN charge c ON c.project_id = $1 AND c.id = e.charge_id`,
    [projectId, now, bookedOn, period, reason, userId, ids.map(newId), ids, source],
  );
  await tx.query(
    "UPDATE charge SET reversed_fen = reversed_fen + open_fen, open_fen = 0 WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, ids],
  );
}
