import type { DataSource } from "typeorm";
import { addMonths } from "../../common/calendar.js";
import { joinSurvivor } from "../../customer/merged-customers.js";

/** How far back a last bill is looked for. */
const MONTHS = 12;

interface Billed {
  roomId: string;
  payerId: string;
  feeItemId: string;
  /** What the charge is for beside its room; null for the room itself. */
  objectId: string | null;
}

/** What was billed last, in fen, by `lastBillKey`. */
export type LastBills = ReadonlyMap<string, number>;

export const lastBillKey = ({ roomId, payerId, feeItemId, objectId }: Billed): string =>
  `${roomId} ${payerId} ${feeItemId} ${objectId ?? ""}`;

/**
 * 上期账单 (BIL-114): what the same payer was billed for the same room (or space of it) and item in the latest month before this one that had
 * it, at most a year back, less what was reversed; late fees are no bill of an item. One statement for all of them.
 */
export async function lastBillsOf(
  db: DataSource,
  projectId: string,
  period: string,
  current: readonly Billed[],
): Promise<LastBills> {
  if (current.length === 0) return new Map();
  const wanted = [...new Map(current.map((one) => [lastBillKey(one), one])).values()];
  const rows = await db.query<(Billed & { fen: number })[]>(
    `SELECT DISTINCT ON (w.room_id, w.payer_id, w.item_id, w.object_id) w.room_id AS "roomId", w.payer_id AS "payerId",
            w.item_id AS "feeItemId", w.object_id AS "objectId", b.fen
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $7::uuid[]) AS w(room_id, payer_id, item_id, object_id)
       JOIN (SELECT c.room_id, k.id AS payer_id, c.fee_item_id, c.object_id, c.booked_period, sum(c.amount_fen - c.reversed_fen)::bigint AS fen
               FROM charge c ${joinSurvivor("k", "c.project_id", "c.payer_id")}
              WHERE c.project_id = $1 AND c.room_id = ANY ($2::uuid[]) AND c.booked_period < $5 AND c.booked_period >= $6
                AND c.reversed_fen < c.amount_fen AND c.principal_id IS NULL
              GROUP BY c.room_id, k.id, c.fee_item_id, c.object_id, c.booked_period) b
         ON b.room_id = w.room_id AND b.payer_id = w.payer_id AND b.fee_item_id = w.item_id
          AND b.object_id IS NOT DISTINCT FROM w.object_id
      ORDER BY w.room_id, w.payer_id, w.item_id, w.object_id, b.booked_period DESC`,
    [
      projectId,
      wanted.map(({ roomId }) => roomId),
      wanted.map(({ payerId }) => payerId),
      wanted.map(({ feeItemId }) => feeItemId),
      period,
      addMonths(period, -MONTHS),
      wanted.map(({ objectId }) => objectId),
    ],
  );
  return new Map(rows.map((row) => [lastBillKey(row), row.fen]));
}
