import type { PaymentMethod, RefundSource } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { lockDeposit, type LockedDeposit } from "../deposits/deposit-ledger.js";
import { depositNotRefundable } from "../deposits/deposits.errors.js";
import { refuseExchanged, refuseInvoiced } from "../invoices/standing-invoices.js";
import { askedBackOf } from "../prepayments/asked-back.js";
import { lockAccountsById, type LockedAccount } from "../prepayments/prepayment-ledger.js";
import { lockCustomer, redOf, refundableOf } from "../receipts/red-receipts.js";
import { notRed } from "../receipts/receipts.errors.js";

/** The money a refund comes from, locked; amounts in fen. */
export interface LockedSource {
  /** How approvers and papers call it. */
  name: string;
  payerName: string;
  roomId: string | null;
  /** What may still be paid back, requests of others already taken off. */
  availableFen: number;
  /** How the money once came in. */
  methods: PaymentMethod[];
  /** Of a red receipt: the receipt it reverses. */
  reversalOf: string | null;
  /** Who may not pay: the one who reversed the receipt. */
  reversedBy: string | null;
  /** Whose open shift pays when the payer has none: who took the money of the receipt. */
  takenBy: string | null;
  deposit: LockedDeposit | null;
  account: LockedAccount | null;
}

/** Which source, and which request of its own to leave out of what is asked for. */
export interface SourceRef {
  source: RefundSource;
  sourceId: string;
  requestId: string;
}

/**
 * Locks the source of a refund and says what may be paid back of it.
 * @throws NOT_FOUND, NOT_RED_RECEIPT, INVOICE_STANDS, DEPOSIT_NOT_REFUNDABLE
 */
export function lockSource(tx: EntityManager, projectId: string, ref: SourceRef): Promise<LockedSource> {
  const of = { RED_RECEIPT: ofRed, DEPOSIT: ofDeposit, PREPAYMENT: ofAccount } as const;
  return of[ref.source](tx, projectId, ref);
}

async function ofRed(tx: EntityManager, projectId: string, { sourceId, requestId }: SourceRef): Promise<LockedSource> {
  const red = await redOf(tx, projectId, sourceId);
  if (!red.reversalOf) throw notRed();
  await lockCustomer(tx, projectId, red.payerId);
  await refuseInvoiced(tx, projectId, [red.reversalOf]);
  return {
    name: `红字收据 ${red.receiptNo}`,
    payerName: red.payerName,
    roomId: null,
    availableFen: await refundableOf(tx, projectId, sourceId, requestId),
    methods: await methodsOf(tx, projectId, [red.reversalOf]),
    reversalOf: red.reversalOf,
    reversedBy: red.cashierId,
    takenBy: red.takenBy,
    deposit: null,
    account: null,
  };
}

async function ofDeposit(
  tx: EntityManager,
  projectId: string,
  { sourceId, requestId }: SourceRef,
): Promise<LockedSource> {
  const deposit = await lockDeposit(tx, projectId, sourceId);
  if (!deposit.refundable) throw depositNotRefundable(deposit.depositNo);
  const receipts = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT e.receipt_id AS id FROM deposit d
       JOIN charge_entry e ON e.project_id = d.project_id AND e.charge_id = d.charge_id AND e.kind = 'RECEIPT'
      WHERE d.project_id = $1 AND d.id = $2 AND e.receipt_id IS NOT NULL`,
    [projectId, sourceId],
  );
  const ids = receipts.map(({ id }) => id);
  // an electronic invoice of the same receipt holds its other lines: a deposit stands on none
  await refuseExchanged(tx, projectId, ids);
  return {
    name: `押金 ${deposit.depositNo}`,
    payerName: deposit.payerName,
    roomId: deposit.roomId,
    availableFen: deposit.heldFen - (await askedOfDeposit(tx, projectId, sourceId, requestId)),
    methods: await methodsOf(tx, projectId, ids),
    reversalOf: null,
    reversedBy: null,
    takenBy: null,
    deposit,
    account: null,
  };
}

async function ofAccount(
  tx: EntityManager,
  projectId: string,
  { sourceId, requestId }: SourceRef,
): Promise<LockedSource> {
  const [account] = await lockAccountsById(tx, projectId, [sourceId]);
  if (!account) throw notFound("预收账户");
  const [row] = await tx.query<{ name: string }[]>(
    `SELECT c.name FROM prepayment_account a JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
      WHERE a.project_id = $1 AND a.id = $2`,
    [projectId, sourceId],
  );
  const askedBack = await askedBackOf(tx, projectId, [account], requestId);
  return {
    name: `${account.roomCode} 的预收`,
    payerName: row!.name,
    roomId: account.roomId,
    availableFen: account.balanceFen - askedBack.get(sourceId)!,
    methods: [],
    reversalOf: null,
    reversedBy: null,
    takenBy: null,
    deposit: null,
    account,
  };
}

/** What other requests ask of a deposit, in fen. */
async function askedOfDeposit(tx: EntityManager, projectId: string, id: string, requestId: string): Promise<number> {
  const [row] = await tx.query<{ fen: number }[]>(
    `SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM refund_request
      WHERE project_id = $1 AND deposit_id = $2 AND id <> $3 AND status IN ('PENDING', 'APPROVED')`,
    [projectId, id, requestId],
  );
  return row!.fen;
}

async function methodsOf(tx: EntityManager, projectId: string, receiptIds: string[]): Promise<PaymentMethod[]> {
  const rows = await tx.query<{ method: PaymentMethod }[]>(
    `SELECT DISTINCT method FROM receipt_method
      WHERE project_id = $1 AND receipt_id = ANY ($2) AND amount_fen > 0 AND method <> 'PREPAYMENT' ORDER BY method`,
    [projectId, receiptIds],
  );
  return rows.map(({ method }) => method);
}
