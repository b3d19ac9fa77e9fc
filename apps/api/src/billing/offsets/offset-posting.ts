import type { PoolClient } from "pg";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import { copyInto, copyRow } from "../../database/copy.js";
import type { OffsetGroup } from "./offset-candidates.js";
import type { PlannedOffset } from "./plan-offsets.js";

/** Where the parts of a run wait for its few statements; private to the transaction. */
export const OFFSET_STAGING = `CREATE TEMP TABLE offset_staging (
  receipt_id uuid, method_id uuid, entry_id uuid, movement_id uuid, payer_id uuid, room_code text, charge_id uuid,
  account_id uuid, amount_fen bigint) ON COMMIT DROP`;

const STAGED = [
  "receipt_id",
  "method_id",
  "entry_id",
  "movement_id",
  "payer_id",
  "room_code",
  "charge_id",
  "account_id",
  "amount_fen",
];

/** Stages what a group offsets: a document per payer, a method row and a movement per account, an entry per charge. */
export class OffsetStage {
  private readonly receipts = new Map<string, string>();

  constructor(private readonly client: PoolClient) {}

  async add(planned: readonly { group: OffsetGroup; offsets: readonly PlannedOffset[] }[]): Promise<void> {
    let rows = "";
    for (const { group, offsets } of planned) {
      const ofAccount = new Map(group.accounts.map(({ id }) => [id, { method: newId(), movement: newId() }]));
      for (const { charge, parts } of offsets) {
        const entry = newId();
        for (const { account, amountFen } of parts) {
          const { method, movement } = ofAccount.get(account.id)!;
          const ids = [this.receiptOf(group.customerId), method, entry, movement];
          rows += copyRow([...ids, group.customerId, group.roomCode, charge.id, account.id, amountFen]);
        }
      }
    }
    await copyInto(this.client, "offset_staging", STAGED, rows);
  }

  /** How many documents come of it. */
  get documents(): number {
    return this.receipts.size;
  }

  private receiptOf(payerId: string): string {
    const id = this.receipts.get(payerId) ?? newId();
    this.receipts.set(payerId, id);
    return id;
  }
}

/** Where and when a run is booked. */
export interface OffsetBooking {
  projectId: string;
  runId: string;
  bookedOn: string;
  /** Its month, locked for posting. */
  period: string;
  actor: Actor;
  now: Date;
}

/**
 * Books what was staged: receipts (method 预收冲抵), their methods, the entries and sums of the charges, the movements and
 * balances of the accounts. Charges and accounts are locked. `numbers` are as many as there are documents.
 */
export async function bookOffsets(tx: EntityManager, booking: OffsetBooking, numbers: string[]): Promise<void> {
  const { projectId, runId, bookedOn, period, actor, now } = booking;
  await tx.query("ANALYZE offset_staging");
  await tx.query(
    `INSERT INTO receipt (project_id, id, receipt_no, payer_id, booked_on, period, amount_fen, charges_fen, prepayment_fen,
            change_fen, remark, cashier_id, cashier_name, request_hash, offset_run_id, created_at)
     SELECT $1, s.receipt_id, n.no, s.payer_id, $2, $3, s.fen, s.fen, 0, 0, '预收冲抵', $4, $5, $6::text, $7, $8
       FROM (SELECT receipt_id, payer_id, sum(amount_fen)::bigint AS fen,
                    row_number() OVER (ORDER BY min(room_code), receipt_id) AS place
               FROM offset_staging GROUP BY receipt_id, payer_id) s
       JOIN unnest($9::text[]) WITH ORDINALITY AS n(no, place) ON n.place = s.place`,
    [projectId, bookedOn, period, actor.userId, actor.name, runId, runId, now, numbers],
  );
  await tx.query(
    `INSERT INTO receipt_method (project_id, id, receipt_id, method, amount_fen, tendered_fen, created_at)
     SELECT $1, method_id, receipt_id, 'PREPAYMENT', sum(amount_fen), sum(amount_fen), $2
       FROM offset_staging GROUP BY method_id, receipt_id`,
    [projectId, now],
  );
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, charge_id, kind, amount_fen, booked_on, period, receipt_id, created_by, created_at)
     SELECT $1, entry_id, charge_id, 'OFFSET', -sum(amount_fen), $2, $3, receipt_id, $4, $5
       FROM offset_staging GROUP BY entry_id, charge_id, receipt_id`,
    [projectId, bookedOn, period, actor.userId, now],
  );
  await tx.query(
    `UPDATE charge c SET offset_fen = c.offset_fen + s.fen, open_fen = c.open_fen - s.fen,
            last_received_on = greatest(c.last_received_on, $2::date)
       FROM (SELECT charge_id, sum(amount_fen)::bigint AS fen FROM offset_staging GROUP BY charge_id) s
      WHERE c.project_id = $1 AND c.id = s.charge_id`,
    [projectId, bookedOn],
  );
  await tx.query(
    `INSERT INTO prepayment_movement (project_id, id, account_id, source, amount_fen, balance_after_fen, booked_on, period, receipt_id, created_at)
     SELECT $1, s.movement_id, a.id, 'OFFSET', -s.fen, a.balance_fen - s.fen, $2, $3, s.receipt_id, $4
       FROM (SELECT movement_id, account_id, receipt_id, sum(amount_fen)::bigint AS fen
               FROM offset_staging GROUP BY movement_id, account_id, receipt_id) s
       JOIN prepayment_account a ON a.project_id = $1 AND a.id = s.account_id`,
    [projectId, bookedOn, period, now],
  );
  await tx.query(
    `UPDATE prepayment_account a SET balance_fen = a.balance_fen - s.fen
       FROM (SELECT account_id, sum(amount_fen)::bigint AS fen FROM offset_staging GROUP BY account_id) s
      WHERE a.project_id = $1 AND a.id = s.account_id`,
    [projectId],
  );
}
