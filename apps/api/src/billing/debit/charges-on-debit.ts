import type { EntityManager } from "typeorm";
import { chargeOnDebit } from "./debit.errors.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/**
 * Refuses what would change locked charges while they are out with a bank (托收中, BIL-101, BIL-140). The mark stands on the
 * charge itself: whoever holds its lock sees it.
 * @throws CHARGE_ON_DEBIT naming the first charge and its batch
 */
export async function refuseOnDebit(tx: EntityManager, projectId: string, chargeIds: readonly string[]): Promise<void> {
  const [out] = await tx.query<{ charge: string; batchNo: string }[]>(
    `SELECT r.code || ' ' || c.period || ' ' || ${itemWithObject("c", "f.name")} AS charge, b.batch_no AS "batchNo"
       FROM charge c
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
       JOIN debit_batch b ON b.project_id = c.project_id AND b.id = c.debit_batch_id
      WHERE c.project_id = $1 AND c.id = ANY ($2) AND c.debit_batch_id IS NOT NULL
      ORDER BY c.id LIMIT 1`,
    [projectId, chargeIds],
  );
  if (out) throw chargeOnDebit(out.charge, out.batchNo);
}
