import type { EntityManager } from "typeorm";
import type { NumberSeriesService } from "../../numbering/number-series.service.js";
import { MINE, OWED_FEN, OWES } from "./opening-rows.sql.js";
import type { PostingOptions } from "./standing-faults.js";

/** What an import writes goes by. */
export interface OpeningBooking {
  projectId: string;
  openingId: string;
  openingNo: string;
  /** The month before the first one: what is booked in it is opening balance of the first. */
  bookedPeriod: string;
  now: Date;
  userId: string;
  userName: string;
}

/** Columns of a charge that every opening row fills. */
const CHARGE = `project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, source, period, booked_period, service_from, service_to,
  amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen, due_on, remark`;

/** @param no SQL for the number of the import */
const remarkOf = (
  no: string,
  what = "",
) => `left('期初 ' || ${no} || ' “' || r.sheet || '”第 ' || r.row_no || ' 行${what}' ||
  coalesce('：' || r.remark, ''), 200)`;

/** Writes arrears as charges and deposits as charges that were received, each under the id of its row. */
export async function writeBalances(
  tx: EntityManager,
  numbers: NumberSeriesService,
  by: OpeningBooking,
  { shortAsArrears }: PostingOptions,
): Promise<void> {
  await tx.query(
    `INSERT INTO charge (${CHARGE})
     SELECT $1, r.id, $4, r.room_id, r.object_id, r.customer_id, r.fee_item_id, 'OPENING', to_char(r.from_on, 'YYYY-MM'), $5, r.from_on, r.to_on,
            ${OWED_FEN}, 0, 0, 0, 0, ${OWED_FEN}, coalesce(r.due_on, r.to_on),
            CASE WHEN r.kind = 'ARREARS' THEN ${remarkOf("$6")} ELSE ${remarkOf("$6", "，应缴未缴足的差额")} END
       FROM opening_row r WHERE ${MINE} AND ${OWES}`,
    [by.projectId, by.openingId, shortAsArrears, by.now, by.bookedPeriod, by.openingNo],
  );
  await writeDeposits(tx, numbers, by);
}

async function writeDeposits(tx: EntityManager, numbers: NumberSeriesService, by: OpeningBooking): Promise<void> {
  const { projectId, openingId, openingNo, now } = by;
  const params = [projectId, openingId, now, by.bookedPeriod, openingNo];
  const rows = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM opening_row r WHERE ${MINE} AND r.kind = 'DEPOSIT' ORDER BY r.id`,
    [projectId, openingId],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO charge (${CHARGE})
     SELECT $1, r.id, $3, r.room_id, r.object_id, r.customer_id, r.fee_item_id, 'OPENING', to_char(r.paid_on, 'YYYY-MM'), $4, r.paid_on, r.paid_on,
            r.amount_fen, 0, r.amount_fen, 0, 0, 0, r.paid_on, ${remarkOf("$5")}
       FROM opening_row r WHERE ${MINE} AND r.kind = 'DEPOSIT'`,
    params,
  );
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, reason, created_by)
     SELECT $1, r.id, $3, r.id, 'RECEIPT', -r.amount_fen, r.paid_on, $4, '期初押金 ' || $5 || coalesce('，原收据 ' || r.document_no, ''), $6
       FROM opening_row r WHERE ${MINE} AND r.kind = 'DEPOSIT'`,
    [...params, by.userId],
  );
  const nos = await numbers.drawMany(tx, projectId, "deposit", rows.length);
  await tx.query(
    `INSERT INTO deposit (project_id, id, created_at, deposit_no, charge_id, room_id, payer_id, object, object_ref, amount_fen, used_fen,
            refundable, remark, created_by, created_by_name, request_hash)
     SELECT $1, r.id, $2, n.no, r.id, r.room_id, r.customer_id, coalesce(r.object, 'OTHER'),
            left(nullif(concat_ws('，', x.label, '原收据 ' || r.document_no), ''), 64),
            r.amount_fen, 0, false, ${remarkOf("$3")}, $4, $5, r.id::text
       FROM unnest($6::uuid[], $7::text[]) AS n(id, no)
       JOIN opening_row r ON r.project_id = $1 AND r.id = n.id
       LEFT JOIN charge_object x ON x.project_id = r.project_id AND x.id = r.object_id`,
    [projectId, now, openingNo, by.userId, by.userName, rows.map(({ id }) => id), nos],
  );
}
