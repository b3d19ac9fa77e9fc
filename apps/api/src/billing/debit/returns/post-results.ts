import type { EntityManager } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { newId } from "../../../common/ids.js";
import type { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { proposeAllocation } from "../../desk/allocation.js";
import { freezeLateFees } from "../../late-fees/freeze-late-fees.js";
import type { PostingPeriod } from "../../periods/posting-period.js";

/** What is booked of a line: what came, on which day. */
export interface LinePosting {
  lineId: string;
  paidFen: number;
  valueDate: string;
}

interface LineCharge {
  id: string;
  lineId: string;
  lineNo: number;
  reference: string;
  chargeId: string;
  payerId: string;
  dueOn: string;
  amountFen: number;
}

interface DebitReceipt {
  id: string;
  payerId: string;
  bookedOn: string;
  lineNo: number;
  reference: string;
  amountFen: number;
}

interface Posted {
  row: LineCharge;
  receipt: DebitReceipt;
  paidFen: number;
}

/** Where it is booked, and by whom. */
export interface PostingContext {
  projectId: string;
  batchId: string;
  batchNo: string;
  actor: Actor;
  now: Date;
  numbers: NumberSeriesService;
  periods: PostingPeriod;
}

/**
 * Books what a bank collected: a receipt of 银行托收 per line and payer, dated on the bank's value date, in statements over
 * the whole set; and sets all charges of these lines free. Of a partial debit the earliest due charges are paid first
 * (BIL-63). A charge the bank paid in full owes nothing for the days the debit was under way: what had accrued was booked and
 * asked for when the file went out (BIL-52). Of one it paid in part the days go on. The batch is locked by the caller; the months are locked here, then
 * the charges in id order.
 * @throws PERIOD_CLOSED
 */
export async function postResults(
  tx: EntityManager,
  context: PostingContext,
  finished: readonly LinePosting[],
): Promise<number> {
  const { projectId, periods } = context;
  const days = [...new Set(finished.filter(({ paidFen }) => paidFen > 0).map(({ valueDate }) => valueDate))].sort();
  const months = new Map<string, string>();
  for (const day of days) months.set(day, await periods.lockForPosting(tx, projectId, day));
  const charges = await lockChargesOf(
    tx,
    projectId,
    finished.map(({ lineId }) => lineId),
  );
  const posted = spread(finished, charges);
  const receipts = [...new Set(posted.map(({ receipt }) => receipt))];
  await freezeAccrued(tx, context, posted, months);
  await insertReceipts(tx, context, receipts, months);
  await bookEntries(tx, context, posted, months);
  await settleCharges(tx, projectId, posted, charges);
  return receipts.length;
}

function lockChargesOf(tx: EntityManager, projectId: string, lineIds: readonly string[]): Promise<LineCharge[]> {
  return tx.query<LineCharge[]>(
    `SELECT x.id, l.id AS "lineId", l.line_no AS "lineNo", l.reference, c.id AS "chargeId", x.amount_fen AS "amountFen",
            COALESCE((SELECT k.merged_into_id FROM customer k WHERE k.project_id = c.project_id AND k.id = c.payer_id), c.payer_id) AS "payerId",
            c.due_on AS "dueOn"
       FROM debit_line_charge x
       JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
      WHERE x.project_id = $1 AND x.line_id = ANY ($2) ORDER BY c.id FOR UPDATE OF c`,
    [projectId, lineIds],
  );
}

/** Which charges are paid by what came, and by which receipt. */
function spread(finished: readonly LinePosting[], charges: readonly LineCharge[]): Posted[] {
  const byLine = Map.groupBy(charges, ({ lineId }) => lineId);
  return finished.flatMap(({ lineId, paidFen, valueDate }) => {
    const own = byLine.get(lineId) ?? [];
    const open = own.map(({ chargeId, dueOn, amountFen }) => ({ id: chargeId, dueOn, openFen: amountFen }));
    const paid = proposeAllocation(open, paidFen);
    const receipts = new Map<string, DebitReceipt>();
    return own.flatMap((row) => {
      const fen = paid.get(row.chargeId)?.openFen ?? 0;
      if (fen === 0) return [];
      const { payerId, lineNo, reference } = row;
      const receipt = receipts.get(payerId) ?? {
        id: newId(),
        payerId,
        bookedOn: valueDate,
        lineNo,
        reference,
        amountFen: 0,
      };
      receipts.set(payerId, receipt);
      receipt.amountFen += fen;
      return [{ row, receipt, paidFen: fen }];
    });
  });
}

/** What accrued on charges that a debit paid in part: their days go on. */
async function freezeAccrued(
  tx: EntityManager,
  { projectId, now: createdAt }: PostingContext,
  posted: readonly Posted[],
  months: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [bookedOn, period] of months) {
    const inPart = posted.filter((one) => one.receipt.bookedOn === bookedOn && one.paidFen < one.row.amountFen);
    const chargeIds = inPart.map(({ row }) => row.chargeId);
    await freezeLateFees(tx, { projectId, chargeIds, bookedOn, period, createdAt });
  }
}

async function insertReceipts(
  tx: EntityManager,
  { projectId, batchId, batchNo, actor, now, numbers }: PostingContext,
  receipts: readonly DebitReceipt[],
  months: ReadonlyMap<string, string>,
): Promise<void> {
  const receiptNos = await numbers.drawMany(tx, projectId, "receipt", receipts.length);
  await tx.query(
    `INSERT INTO receipt (project_id, id, receipt_no, payer_id, booked_on, period, amount_fen, charges_fen, prepayment_fen, change_fen,
                          remark, cashier_id, cashier_name, request_hash, created_at)
     SELECT $1, r.id, r.no, r.payer_id, r.booked_on, r.period, r.fen, r.fen, 0, 0,
            '银行托收 ' || $2 || ' 第 ' || r.line_no || ' 行', $3, $4, 'debit:' || $5 || ':' || r.line_no, $6
       FROM unnest($7::uuid[], $8::text[], $9::uuid[], $10::date[], $11::text[], $12::bigint[], $13::int[])
            AS r(id, no, payer_id, booked_on, period, fen, line_no)`,
    [
      projectId,
      batchNo,
      actor.userId,
      actor.name,
      batchId,
      now,
      receipts.map(({ id }) => id),
      receiptNos,
      receipts.map(({ payerId }) => payerId),
      receipts.map(({ bookedOn }) => bookedOn),
      receipts.map(({ bookedOn }) => months.get(bookedOn)),
      receipts.map(({ amountFen }) => amountFen),
      receipts.map(({ lineNo }) => lineNo),
    ],
  );
  await tx.query(
    `INSERT INTO receipt_method (project_id, id, receipt_id, method, amount_fen, tendered_fen, reference_no, created_at)
     SELECT $1, m.id, m.receipt_id, 'BANK_DEBIT', m.fen, m.fen, m.reference, $2
       FROM unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[]) AS m(id, receipt_id, fen, reference)`,
    [
      projectId,
      now,
      receipts.map(newId),
      receipts.map(({ id }) => id),
      receipts.map(({ amountFen }) => amountFen),
      receipts.map(({ reference }) => reference),
    ],
  );
}

async function bookEntries(
  tx: EntityManager,
  { projectId, actor, now }: PostingContext,
  posted: readonly Posted[],
  months: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, receipt_id, created_by)
     SELECT $1, e.id, $2, e.charge_id, 'RECEIPT', -e.fen, e.booked_on, e.period, e.receipt_id, $3
       FROM unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::date[], $8::text[], $9::uuid[])
            AS e(id, charge_id, fen, booked_on, period, receipt_id)`,
    [
      projectId,
      now,
      actor.userId,
      posted.map(newId),
      posted.map(({ row }) => row.chargeId),
      posted.map(({ paidFen }) => paidFen),
      posted.map(({ receipt }) => receipt.bookedOn),
      posted.map(({ receipt }) => months.get(receipt.bookedOn)),
      posted.map(({ receipt }) => receipt.id),
    ],
  );
}

async function settleCharges(
  tx: EntityManager,
  projectId: string,
  posted: readonly Posted[],
  charges: readonly LineCharge[],
): Promise<void> {
  await tx.query(
    `UPDATE charge c SET received_fen = c.received_fen + p.fen, open_fen = c.open_fen - p.fen,
                         last_received_on = greatest(c.last_received_on, p.booked_on)
       FROM unnest($2::uuid[], $3::bigint[], $4::date[]) AS p(id, fen, booked_on)
      WHERE c.project_id = $1 AND c.id = p.id`,
    [
      projectId,
      posted.map(({ row }) => row.chargeId),
      posted.map(({ paidFen }) => paidFen),
      posted.map(({ receipt }) => receipt.bookedOn),
    ],
  );
  await tx.query(
    `UPDATE debit_line_charge x SET paid_fen = p.fen, receipt_id = p.receipt_id
       FROM unnest($2::uuid[], $3::bigint[], $4::uuid[]) AS p(id, fen, receipt_id)
      WHERE x.project_id = $1 AND x.id = p.id`,
    [
      projectId,
      posted.map(({ row }) => row.id),
      posted.map(({ paidFen }) => paidFen),
      posted.map(({ receipt }) => receipt.id),
    ],
  );
  await tx.query("UPDATE charge SET debit_batch_id = NULL WHERE project_id = $1 AND id = ANY ($2)", [
    projectId,
    charges.map(({ chargeId }) => chargeId),
  ]);
}
