import type { ChargeDto, ChargeSource, ChargeStatus } from "@linli/contracts";
import { trimDecimalOrNull } from "../rates/rate.mapper.js";

/** A charge as the database answers it, with the names it points to. */
export interface ChargeRow {
  id: string;
  room_id: string;
  room_code: string;
  payer_id: string;
  payer_name: string;
  fee_item_id: string;
  fee_item_name: string;
  object_id: string | null;
  rate_name: string | null;
  run_id: string | null;
  source: string;
  period: string;
  booked_period: string;
  service_from: string;
  service_to: string;
  quantity: string | null;
  unit_price: string | null;
  amount_fen: number;
  reduced_fen: number;
  received_fen: number;
  offset_fen: number;
  reversed_fen: number;
  open_fen: number;
  due_on: string;
  debit_batch_id: string | null;
  debit_batch_no: string | null;
  batch_no: string | null;
  remark: string | null;
  created_at: Date;
}

type Sums = Pick<ChargeRow, "open_fen" | "received_fen" | "offset_fen" | "reversed_fen" | "reduced_fen">;

/** Where a charge stands (BIL-140). `STATUS_SQL` finds the same in the database. */
export function statusOf({ open_fen, received_fen, offset_fen, reversed_fen, reduced_fen }: Sums): ChargeStatus {
  const isPaid = received_fen + offset_fen > 0;
  if (open_fen > 0) return isPaid ? "PARTIAL" : "OPEN";
  if (isPaid) return "SETTLED";
  if (reversed_fen > 0) return "REVERSED";
  return reduced_fen > 0 ? "REDUCED" : "SETTLED";
}

/** The condition that a charge `c` stands so. */
export const STATUS_SQL: Record<ChargeStatus, string> = {
  OPEN: "c.open_fen > 0 AND c.received_fen + c.offset_fen = 0",
  PARTIAL: "c.open_fen > 0 AND c.received_fen + c.offset_fen > 0",
  SETTLED: "c.open_fen = 0 AND (c.received_fen + c.offset_fen > 0 OR (c.reversed_fen = 0 AND c.reduced_fen <= 0))",
  REVERSED: "c.open_fen = 0 AND c.received_fen + c.offset_fen = 0 AND c.reversed_fen > 0",
  REDUCED: "c.open_fen = 0 AND c.received_fen + c.offset_fen = 0 AND c.reversed_fen = 0 AND c.reduced_fen > 0",
};

/** @param today decides what is overdue, YYYY-MM-DD */
export const toChargeDto = (row: ChargeRow, today: string): ChargeDto => ({
  id: row.id,
  roomId: row.room_id,
  roomCode: row.room_code,
  payerId: row.payer_id,
  payerName: row.payer_name,
  feeItemId: row.fee_item_id,
  feeItemName: row.fee_item_name,
  objectId: row.object_id,
  rateName: row.rate_name,
  runId: row.run_id,
  source: row.source as ChargeSource,
  status: statusOf(row),
  period: row.period,
  bookedPeriod: row.booked_period,
  serviceFrom: row.service_from,
  serviceTo: row.service_to,
  quantity: trimDecimalOrNull(row.quantity),
  unitPrice: trimDecimalOrNull(row.unit_price),
  amountFen: row.amount_fen,
  reducedFen: row.reduced_fen,
  receivedFen: row.received_fen,
  offsetFen: row.offset_fen,
  reversedFen: row.reversed_fen,
  openFen: row.open_fen,
  dueOn: row.due_on,
  overdue: row.open_fen > 0 && row.due_on < today,
  debitBatchId: row.debit_batch_id,
  debitBatchNo: row.debit_batch_no,
  batchNo: row.batch_no,
  remark: row.remark,
});
