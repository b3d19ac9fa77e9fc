import type { EntityManager } from "typeorm";
import { dayBefore } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { bookMovements, lockAccountsById } from "../prepayments/prepayment-ledger.js";
import type { OpeningBooking } from "./write-balances.js";

interface Row {
  roomId: string;
  customerId: string;
  feeItemId: string | null;
  amountFen: number;
}

/** Puts opening prepayments into the accounts of their rooms and customers, opening those that do not exist yet. */
export async function writePrepayments(tx: EntityManager, by: OpeningBooking, cutOverOn: string): Promise<void> {
  const { projectId, openingId, openingNo, bookedPeriod, now } = by;
  const rows = await tx.query<Row[]>(
    `SELECT room_id AS "roomId", customer_id AS "customerId", fee_item_id AS "feeItemId", amount_fen AS "amountFen"
       FROM opening_row WHERE project_id = $1 AND opening_id = $2 AND kind = 'PREPAYMENT' AND fault IS NULL ORDER BY id`,
    [projectId, openingId],
  );
  if (rows.length === 0) return;
  const keys = [
    rows.map(({ roomId }) => roomId),
    rows.map(({ customerId }) => customerId),
    rows.map(({ feeItemId }) => feeItemId),
  ];
  await tx.query(
    `INSERT INTO prepayment_account (project_id, id, room_id, customer_id, fee_item_id, balance_fen, created_at)
     SELECT $1, a.id, a.room_id, a.customer_id, a.fee_item_id, 0, $2
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) AS a(id, room_id, customer_id, fee_item_id)
     ON CONFLICT DO NOTHING`,
    [projectId, now, rows.map(newId), ...keys],
  );
  const found = await tx.query<{ id: string; fen: number }[]>(
    `SELECT a.id, k.fen
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[]) AS k(room_id, customer_id, fee_item_id, fen)
       JOIN prepayment_account a ON a.project_id = $1 AND a.room_id = k.room_id AND a.customer_id = k.customer_id
        AND a.fee_item_id IS NOT DISTINCT FROM k.fee_item_id`,
    [projectId, ...keys, rows.map(({ amountFen }) => amountFen)],
  );
  const amounts = new Map(found.map(({ id, fen }) => [id, fen]));
  const accounts = await lockAccountsById(tx, projectId, [...amounts.keys()]);
  await bookMovements(
    tx,
    {
      projectId,
      receiptId: null,
      documentNo: openingNo,
      bookedOn: dayBefore(cutOverOn),
      period: bookedPeriod,
      createdAt: now,
    },
    accounts.map((account) => ({ account, source: "OPENING", amountFen: amounts.get(account.id) ?? 0 })),
  );
}
