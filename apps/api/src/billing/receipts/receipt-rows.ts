import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";

/** A method row of a receipt; in fen, negative on a red receipt. */
export interface TenderRow {
  method: string;
  amountFen: number;
  tenderedFen: number;
  referenceNo: string | null;
}

/** A receipt about to be written; in fen. */
export interface NewReceipt {
  projectId: string;
  receiptId: string;
  receiptNo: string;
  payerId: string;
  bookedOn: string;
  period: string;
  chargesFen: number;
  prepaymentFen: number;
  changeFen: number;
  reversalOf: string | null;
  /** The receipt it is issued anew for, if any. */
  reissueOf?: string | null;
  reversalReason: string | null;
  remark: string | null;
  allocationReason: string | null;
  cashier: Actor;
  requestHash: string;
  /** The shift it belongs to, if any. */
  shiftId: string | null;
  /** A red receipt that voids (作废) rather than reverses. */
  isVoid?: boolean;
  /** A red receipt whose money was handed back at once, or is held by the receipt issued anew. */
  moneySettled?: boolean;
  /** Posted at the desk, or the red one of such a receipt. */
  atDesk: boolean;
  createdAt: Date;
  tenders: readonly TenderRow[];
}

/** Writes a receipt with its methods. */
export async function insertReceipt(tx: EntityManager, receipt: NewReceipt): Promise<void> {
  await tx.query(
    `INSERT INTO receipt (project_id, id, receipt_no, payer_id, booked_on, period, amount_fen, charges_fen, prepayment_fen,
            change_fen, reversal_of, reversal_reason, remark, cashier_id, cashier_name, request_hash, created_at, shift_id, is_void,
            money_settled, allocation_reason, at_desk, reissue_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7::bigint + $8::bigint, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            (SELECT coalesce(o.reissue_of, o.id) FROM receipt o WHERE o.project_id = $1 AND o.id = $22))`,
    [
      receipt.projectId,
      receipt.receiptId,
      receipt.receiptNo,
      receipt.payerId,
      receipt.bookedOn,
      receipt.period,
      receipt.chargesFen,
      receipt.prepaymentFen,
      receipt.changeFen,
      receipt.reversalOf,
      receipt.reversalReason,
      receipt.remark,
      receipt.cashier.userId,
      receipt.cashier.name,
      receipt.requestHash,
      receipt.createdAt,
      receipt.shiftId,
      receipt.isVoid ?? false,
      receipt.moneySettled ?? false,
      receipt.allocationReason,
      receipt.atDesk,
      receipt.reissueOf ?? null,
    ],
  );
  const { tenders } = receipt;
  await tx.query(
    `INSERT INTO receipt_method (project_id, id, receipt_id, method, amount_fen, tendered_fen, reference_no, created_at)
     SELECT $1, m.id, $2, m.method, m.amount_fen, m.tendered_fen, m.reference_no, $3
       FROM unnest($4::uuid[], $5::text[], $6::bigint[], $7::bigint[], $8::text[]) AS m(id, method, amount_fen, tendered_fen, reference_no)`,
    [
      receipt.projectId,
      receipt.receiptId,
      receipt.createdAt,
      tenders.map(newId),
      tenders.map(({ method }) => method),
      tenders.map(({ amountFen }) => amountFen),
      tenders.map(({ tenderedFen }) => tenderedFen),
      tenders.map(({ referenceNo }) => referenceNo),
    ],
  );
}
