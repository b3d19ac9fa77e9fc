import type { PaymentMethod, ReceiptDto, ReceiptStatus } from "@linli/contracts";
import { joinSurvivor } from "../../customer/merged-customers.js";

/** A receipt as the queries read it; amounts in fen. */
export interface ReceiptRow {
  id: string;
  receipt_no: string;
  booked_on: string;
  period: string;
  created_at: Date;
  payer_id: string;
  payer_name: string;
  payer_number: string;
  room_codes: string[];
  amount_fen: number;
  charges_fen: number;
  prepayment_fen: number;
  change_fen: number;
  methods: { method: string; amountFen: number; tenderedFen: number; referenceNo: string | null }[];
  cashier_id: string;
  cashier_name: string;
  shift_id: string | null;
  shift_no: string | null;
  remark: string | null;
  allocation_reason: string | null;
  reversal_of: string | null;
  reversal_reason: string | null;
  red_id: string | null;
  red_is_void: boolean | null;
}

/** A receipt on the wire. */
export function toReceiptDto(row: ReceiptRow): ReceiptDto {
  return {
    id: row.id,
    receiptNo: row.receipt_no,
    status: statusOf(row),
    bookedOn: row.booked_on,
    period: row.period,
    createdAt: row.created_at.toISOString(),
    payerId: row.payer_id,
    payerName: row.payer_name,
    payerNumber: row.payer_number,
    roomCodes: row.room_codes,
    amountFen: row.amount_fen,
    chargesFen: row.charges_fen,
    prepaymentFen: row.prepayment_fen,
    changeFen: row.change_fen,
    methods: row.methods.map((tender) => ({ ...tender, method: tender.method as PaymentMethod })),
    cashierId: row.cashier_id,
    cashierName: row.cashier_name,
    shiftId: row.shift_id,
    shiftNo: row.shift_no,
    remark: row.remark,
    allocationReason: row.allocation_reason,
  };
}

function statusOf({ reversal_of, red_id, red_is_void }: ReceiptRow): ReceiptStatus {
  if (reversal_of) return "RED";
  if (red_is_void) return "VOIDED";
  return red_id ? "REVERSED" : "VALID";
}

/** The columns of ReceiptRow, from `receipt r`. Rooms are those of its charges and prepayments. */
export const RECEIPT_COLUMNS = `
  r.id, r.receipt_no, r.booked_on, r.period, r.created_at, c.id AS payer_id, c.name AS payer_name, c.number AS payer_number,
  r.amount_fen, r.charges_fen, r.prepayment_fen, r.change_fen, r.cashier_id, r.cashier_name, r.remark, r.allocation_reason,
  r.reversal_of, r.reversal_reason, red.id AS red_id, red.is_void AS red_is_void, r.shift_id,
  (SELECT w.shift_no FROM cashier_shift w WHERE w.project_id = r.project_id AND w.id = r.shift_id) AS shift_no,
  (SELECT coalesce(json_agg(json_build_object('method', m.method, 'amountFen', m.amount_fen,
                                              'tenderedFen', m.tendered_fen, 'referenceNo', m.reference_no) ORDER BY m.id), '[]')
     FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id) AS methods,
  ARRAY(SELECT rm.code FROM room rm
         WHERE rm.project_id = r.project_id
           AND rm.id IN (SELECT ch.room_id FROM charge_entry e
                           JOIN charge ch ON ch.project_id = e.project_id AND ch.id = e.charge_id
                          WHERE e.project_id = r.project_id AND e.receipt_id = r.id
                          UNION
                         SELECT a.room_id FROM prepayment_movement pm
                           JOIN prepayment_account a ON a.project_id = pm.project_id AND a.id = pm.account_id
                          WHERE pm.project_id = r.project_id AND pm.receipt_id = r.id)
         ORDER BY rm.code) AS room_codes`;

export const RECEIPT_JOINS = `
  ${joinSurvivor("c", "r.project_id", "r.payer_id")}
  LEFT JOIN receipt red ON red.project_id = r.project_id AND red.reversal_of = r.id`;
