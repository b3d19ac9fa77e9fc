import type { FeeItemKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { refuseOnDebit } from "../debit/charges-on-debit.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/** A charge locked for posting; amounts in fen. */
export interface LockedCharge {
  id: string;
  /** Who owes it today: the survivor when the payer was merged. */
  payerId: string;
  roomId: string;
  roomCode: string;
  feeItemId: string;
  /** What it is for beside the room; null for the room itself. */
  objectId: string | null;
  feeItemKind: FeeItemKind;
  feeItemName: string;
  period: string;
  dueOn: string;
  amountFen: number;
  reversedFen: number;
  openFen: number;
}

/** A change to be booked on a charge: money and prepayment, each reducing what is owed; in fen, negative to undo. */
export interface ChargeMove {
  chargeId: string;
  receivedFen: number;
  offsetFen: number;
}

/** Where and when it is booked. */
export interface Booking {
  projectId: string;
  receiptId: string;
  bookedOn: string;
  period: string;
  reason: string | null;
  createdBy: string;
  createdAt: Date;
}

/**
 * Locks charges in id order, so that two cashiers taking overlapping charges queue instead of deadlocking.
 * @throws NOT_FOUND when one is not of this project, CHARGE_ON_DEBIT when one is out with a bank
 */
export async function lockCharges(
  tx: EntityManager,
  projectId: string,
  ids: readonly string[],
): Promise<LockedCharge[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<LockedCharge[]>(
    `SELECT c.id, COALESCE((SELECT k.merged_into_id FROM customer k WHERE k.project_id = c.project_id AND k.id = c.payer_id), c.payer_id) AS "payerId",
            c.room_id AS "roomId", r.code AS "roomCode", c.fee_item_id AS "feeItemId", c.object_id AS "objectId", i.kind AS "feeItemKind", ${itemWithObject("c", "i.name")} AS "feeItemName",
            c.period, c.due_on AS "dueOn", c.amount_fen AS "amountFen", c.reversed_fen AS "reversedFen", c.open_fen AS "openFen"
       FROM charge c
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.id = ANY($2)
      ORDER BY c.id
        FOR UPDATE OF c`,
    [projectId, ids],
  );
  if (rows.length < ids.length) throw notFound("应收");
  await refuseOnDebit(tx, projectId, ids);
  return rows;
}

/** Writes the entries of a receipt (or red receipt) and brings the kept sums of the charges up to date. */
export async function bookOnCharges(tx: EntityManager, booking: Booking, moves: readonly ChargeMove[]): Promise<void> {
  const entries = moves.flatMap(({ chargeId, receivedFen, offsetFen }) =>
    [
      { chargeId, kind: "RECEIPT", amountFen: -receivedFen },
      { chargeId, kind: "OFFSET", amountFen: -offsetFen },
    ].filter(({ amountFen }) => amountFen !== 0),
  );
  if (entries.length === 0) return;
  const { projectId, receiptId, bookedOn, period, reason, createdBy, createdAt } = booking;
  await tx.query(
    `INSERT INTO charge_entry
            (project_id, id, charge_id, kind, amount_fen, booked_on, period, receipt_id, reason, created_by, created_at)
     SELECT $1, e.id, e.charge_id, e.kind, e.amount_fen, $6, $7, $8, $9, $10, $11
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) AS e(id, charge_id, kind, amount_fen)`,
    [
      projectId,
      entries.map(newId),
      entries.map(({ chargeId }) => chargeId),
      entries.map(({ kind }) => kind),
      entries.map(({ amountFen }) => amountFen),
      bookedOn,
      period,
      receiptId,
      reason,
      createdBy,
      createdAt,
    ],
  );
  await tx.query(
    `UPDATE charge c
        SET received_fen = c.received_fen + m.received_fen,
            offset_fen = c.offset_fen + m.offset_fen,
            open_fen = c.open_fen - m.received_fen - m.offset_fen,
            last_received_on = CASE WHEN m.received_fen + m.offset_fen > 0 THEN greatest(c.last_received_on, $5::date)
                                    ELSE ${LAST_RECEIVED} END
       FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS m(id, received_fen, offset_fen)
      WHERE c.project_id = $1 AND c.id = m.id`,
    [
      projectId,
      moves.map(({ chargeId }) => chargeId),
      moves.map(({ receivedFen }) => receivedFen),
      moves.map(({ offsetFen }) => offsetFen),
      bookedOn,
    ],
  );
}

/** The last receipt of a charge that stands: what is left after a reversal. */
const LAST_RECEIVED = `(
  SELECT max(s.booked_on) FROM charge_entry e JOIN receipt s ON s.project_id = e.project_id AND s.id = e.receipt_id
   WHERE e.project_id = c.project_id AND e.charge_id = c.id AND s.reversal_of IS NULL
     AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = s.project_id AND red.reversal_of = s.id))`;
