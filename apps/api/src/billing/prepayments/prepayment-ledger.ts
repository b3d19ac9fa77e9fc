import type { PrepaymentSource } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { idsOf } from "../../customer/merged-customers.js";

/** A prepayment account locked for posting; balance in fen. */
export interface LockedAccount {
  id: string;
  roomId: string;
  roomCode: string;
  /** The only fee item its money pays for; null is general money. */
  feeItemId: string | null;
  balanceFen: number;
}

/** Which money of a room: that of a fee item, or general money. */
export type WantedAccount = Pick<LockedAccount, "roomId" | "feeItemId">;

/** An account of a customer, or of an entry merged into his. */
export interface CustomersAccount extends LockedAccount {
  own: boolean;
}

/** A change of an account: into it positive; in fen. */
export interface PrepaymentMove {
  account: LockedAccount;
  source: PrepaymentSource;
  amountFen: number;
}

interface Booking {
  projectId: string;
  receiptId: string | null;
  /** What moves money between accounts of a customer without a receipt. */
  moveId?: string;
  /** The paper behind movements that come from no receipt. */
  documentNo?: string;
  bookedOn: string;
  period: string;
  createdAt: Date;
}

const ACCOUNT = `a.id, a.room_id AS "roomId", r.code AS "roomCode", a.fee_item_id AS "feeItemId", a.balance_fen AS "balanceFen"`;

/**
 * Locks a customer's accounts in id order, opening those that do not exist yet; those of entries merged into his come
 * too, after his own.
 * The rooms and fee items must be of the project.
 */
export async function lockAccounts(
  tx: EntityManager,
  projectId: string,
  customerId: string,
  wanted: readonly WantedAccount[],
  now: Date,
): Promise<CustomersAccount[]> {
  if (wanted.length === 0) return [];
  const rooms = wanted.map(({ roomId }) => roomId);
  const items = wanted.map(({ feeItemId }) => feeItemId);
  await tx.query(
    `INSERT INTO prepayment_account (project_id, id, room_id, customer_id, fee_item_id, balance_fen, created_at)
     SELECT $1, a.id, a.room_id, $4, a.fee_item_id, 0, $5 FROM unnest($2::uuid[], $3::uuid[], $6::uuid[]) AS a(id, room_id, fee_item_id)
     ON CONFLICT DO NOTHING`,
    [projectId, rooms.map(newId), rooms, customerId, now, items],
  );
  const accounts = await tx.query<CustomersAccount[]>(
    `SELECT ${ACCOUNT}, a.customer_id = $2 AS own
       FROM prepayment_account a
       JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
      WHERE a.project_id = $1 AND a.customer_id IN ${idsOf("$1", "$2")}
        AND EXISTS (SELECT 1 FROM unnest($3::uuid[], $4::uuid[]) AS w(room_id, fee_item_id)
                     WHERE w.room_id = a.room_id AND w.fee_item_id IS NOT DISTINCT FROM a.fee_item_id)
      ORDER BY a.id
        FOR UPDATE OF a`,
    [projectId, customerId, rooms, items],
  );
  return accounts.toSorted((one, other) => Number(other.own) - Number(one.own));
}

/** Whether an account holds the wanted money. */
export const holds = (account: WantedAccount, { roomId, feeItemId }: WantedAccount): boolean =>
  account.roomId === roomId && account.feeItemId === feeItemId;

/** The id of a customer's account. @throws NOT_FOUND */
export async function accountIdOf(
  tx: EntityManager,
  projectId: string,
  customerId: string,
  { roomId, feeItemId = null }: { roomId: string; feeItemId?: string | null },
): Promise<string> {
  const [account] = await tx.query<{ id: string }[]>(
    `SELECT id FROM prepayment_account
      WHERE project_id = $1 AND room_id = $2 AND customer_id = $3 AND fee_item_id IS NOT DISTINCT FROM $4::uuid`,
    [projectId, roomId, customerId, feeItemId],
  );
  if (!account) throw notFound("预收账户");
  return account.id;
}

/** Locks accounts by their ids, in id order. */
export async function lockAccountsById(
  tx: EntityManager,
  projectId: string,
  ids: readonly string[],
): Promise<LockedAccount[]> {
  return tx.query<LockedAccount[]>(
    `SELECT ${ACCOUNT}
       FROM prepayment_account a
       JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
      WHERE a.project_id = $1 AND a.id = ANY($2)
      ORDER BY a.id
        FOR UPDATE OF a`,
    [projectId, ids],
  );
}

/** Writes movements of locked accounts, at most one per account, and their new balances. */
export async function bookMovements(
  tx: EntityManager,
  booking: Booking,
  moves: readonly PrepaymentMove[],
): Promise<void> {
  if (moves.length === 0) return;
  const { projectId, receiptId, documentNo = null, moveId = null, bookedOn, period, createdAt } = booking;
  const balances = moves.map(({ account, amountFen }) => account.balanceFen + amountFen);
  await tx.query(
    `INSERT INTO prepayment_movement
            (project_id, id, account_id, source, amount_fen, balance_after_fen, booked_on, period, receipt_id, document_no, created_at, move_id)
     SELECT $1, m.id, m.account_id, m.source, m.amount_fen, m.balance_fen, $7, $8, $9, $10, $11, $12
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[]) AS m(id, account_id, source, amount_fen, balance_fen)`,
    [
      projectId,
      moves.map(newId),
      moves.map(({ account }) => account.id),
      moves.map(({ source }) => source),
      moves.map(({ amountFen }) => amountFen),
      balances,
      bookedOn,
      period,
      receiptId,
      documentNo,
      createdAt,
      moveId,
    ],
  );
  await tx.query(
    `UPDATE prepayment_account a SET balance_fen = m.balance_fen
       FROM unnest($2::uuid[], $3::bigint[]) AS m(id, balance_fen)
      WHERE a.project_id = $1 AND a.id = m.id`,
    [projectId, moves.map(({ account }) => account.id), balances],
  );
}
