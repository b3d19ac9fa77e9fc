import type { EntityManager } from "typeorm";
import type { PaidReceipt } from "../corrections/repost.js";
import type { RateBinding } from "../rates/rate-binding.entity.js";

/** A bill of the service that is ended, as it stood before; in fen. */
export interface ServiceBill {
  chargeId: string;
  /** Who owes it today: the survivor when the payer was merged. */
  payerId: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  amountFen: number;
  openFen: number;
  /** What the receipts in question paid of it. */
  paidFen: number;
  /** What they gave as discounts on it. */
  discountFen: number;
}

type Service = Pick<RateBinding, "projectId" | "roomId" | "feeItemId" | "objectId">;

/** The bills of a binding that go on after a day and are not reversed. */
export async function billedBeyond(
  tx: EntityManager,
  { projectId, roomId, id }: RateBinding,
  lastDay: string,
): Promise<{ id: string; source: string }[]> {
  return tx.query(
    `SELECT id, source FROM charge
      WHERE project_id = $1 AND room_id = $2 AND binding_id = $3 AND service_to > $4 AND reversed_fen < amount_fen ORDER BY id`,
    [projectId, roomId, id, lastDay],
  );
}

/**
 * The bills of a service: those named, those that receipts paid, and those on which the receipts gave a discount, in the
 * order of service.
 */
export async function billsOf(
  tx: EntityManager,
  { projectId, roomId, feeItemId, objectId }: Service,
  ids: readonly string[],
  receipts: readonly PaidReceipt[],
): Promise<ServiceBill[]> {
  const lines = receipts.flatMap((receipt) => receipt.lines);
  const rows = await tx.query<Omit<ServiceBill, "paidFen">[]>(
    `SELECT c.id AS "chargeId", coalesce(k.merged_into_id, k.id) AS "payerId", c.period, c.service_from AS "serviceFrom", c.service_to AS "serviceTo",
            c.amount_fen AS "amountFen", c.open_fen AS "openFen", coalesce(d.fen, 0)::bigint AS "discountFen"
       FROM charge c JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
       LEFT JOIN LATERAL (SELECT sum(l.amount_fen) AS fen FROM discount_line l
                           WHERE l.project_id = c.project_id AND l.charge_id = c.id AND l.receipt_id = ANY ($5)) d ON true
      WHERE c.project_id = $1 AND c.room_id = $2 AND c.fee_item_id = $3 AND c.object_id IS NOT DISTINCT FROM $6 AND c.principal_id IS NULL
        AND (c.id = ANY ($4) OR d.fen > 0)
      ORDER BY c.service_from, c.id`,
    [
      projectId,
      roomId,
      feeItemId,
      [...new Set([...ids, ...lines.map(({ chargeId }) => chargeId)])],
      receipts.map(({ id }) => id),
      objectId,
    ],
  );
  const paid = (id: string) =>
    lines.filter(({ chargeId }) => chargeId === id).reduce((sum, one) => sum + one.amountFen, 0);
  return rows.map((row) => ({ ...row, paidFen: paid(row.chargeId) }));
}
