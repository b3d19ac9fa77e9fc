import type { EntityManager } from "typeorm";
import { MINE, PAYS_TO } from "./opening-rows.sql.js";
import type { PostingOptions } from "./standing-faults.js";
import type { OpeningBooking } from "./write-balances.js";

/** Remembers up to which day fee items of rooms are paid: from rows that say so, and from the last day of payment history. */
export async function writePaidThrough(
  tx: EntityManager,
  { projectId, openingId, now }: OpeningBooking,
  { setPaidThrough }: PostingOptions,
): Promise<void> {
  await tx.query(
    `INSERT INTO paid_through (project_id, id, created_at, opening_id, room_id, fee_item_id, paid_to)
     SELECT $1, (array_agg(r.id ORDER BY r.to_on DESC, r.id))[1], $3, $2, r.room_id, r.fee_item_id, max(r.to_on)
       FROM opening_row r JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
      WHERE ${MINE} AND ${PAYS_TO}
      GROUP BY r.room_id, r.fee_item_id`,
    [projectId, openingId, now, setPaidThrough],
  );
}
