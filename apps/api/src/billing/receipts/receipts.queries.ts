import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ReceiptAllocationDto,
  ReceiptDetailDto,
  ReceiptDiscountLineDto,
  ReceiptDto,
  ReceiptPageDto,
  ReceiptQueryDto,
  ReceiptRefDto,
  RefundDto,
  RefundPageDto,
  RefundQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { needsApproval, SETTING } from "../reversals/reversal-rules.js";
import { taxOn, type TaxOfDay, taxPartOf } from "../tax/tax-part.js";
import { RECEIPT_COLUMNS, RECEIPT_JOINS, type ReceiptRow, toReceiptDto } from "./receipt.mapper.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

const STATUS_CONDITIONS = {
  VALID: "r.reversal_of IS NULL AND red.id IS NULL",
  REVERSED: "red.id IS NOT NULL AND NOT red.is_void",
  VOIDED: "red.is_void",
  RED: "r.reversal_of IS NOT NULL",
} as const;

const REFUND_COLUMNS = `f.id, f.refund_no AS "refundNo", f.red_receipt_id AS "redReceiptId", r.receipt_no AS "redReceiptNo",
  c.name AS "payerName", f.method, f.amount_fen AS "amountFen", f.booked_on AS "bookedOn", f.reference_no AS "referenceNo",
  f.reason, f.paid_by_name AS "paidByName", f.created_at AS "createdAt"`;
const REFUND_JOINS = `LEFT JOIN receipt r ON r.project_id = f.project_id AND r.id = f.red_receipt_id
  LEFT JOIN prepayment_refund pr ON pr.project_id = f.project_id AND pr.id = f.prepayment_refund_id
  LEFT JOIN prepayment_account a ON a.project_id = f.project_id AND a.id = coalesce(f.account_id, pr.account_id)
  LEFT JOIN deposit d ON d.project_id = f.project_id AND d.id = f.deposit_id
  ${joinSurvivor("c", "f.project_id", "coalesce(r.payer_id, a.customer_id, d.payer_id)")}`;

type RefundRow = Omit<RefundDto, "createdAt"> & { createdAt: Date };

interface DetailRow extends ReceiptRow {
  lines: (Omit<ReceiptAllocationDto, "tax"> & TaxOfDay)[];
  discounts: ReceiptDiscountLineDto[];
  prepayment_room_code: string | null;
  reversed_by: ReceiptRefDto | null;
  reverses: ReceiptRefDto | null;
  print_count: number;
  reversal_needs_approval: boolean;
  reversal_approval_id: string | null;
  money_fen: number;
}

/** Reads receipts and refunds. */
@Injectable()
export class ReceiptsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** Receipts, the latest first. */
  async page(projectId: string, query: ReceiptQueryDto): Promise<ReceiptPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("r.booked_on >= ?::date", query.from)
      .add("r.booked_on <= ?::date", query.to)
      .add("r.cashier_id = ?", query.cashierId)
      .add("r.offset_run_id = ?", query.offsetRunId)
      .add("r.shift_id = ?", query.shiftId)
      .add(`r.payer_id IN ${idsOf("?", "?")}`, query.payerId && projectId, query.payerId, query.payerId)
      .add("(r.receipt_no ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern)
      .add(
        "EXISTS (SELECT 1 FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method = ?)",
        query.method,
      )
      .add(
        `(EXISTS (SELECT 1 FROM charge_entry e JOIN charge ch ON ch.project_id = e.project_id AND ch.id = e.charge_id
                   WHERE e.project_id = r.project_id AND e.receipt_id = r.id AND ch.room_id = ?)
       OR EXISTS (SELECT 1 FROM prepayment_movement pm JOIN prepayment_account a ON a.project_id = pm.project_id AND a.id = pm.account_id
                   WHERE pm.project_id = r.project_id AND pm.receipt_id = r.id AND a.room_id = ?))`,
        query.roomId,
        query.roomId,
      );
    if (query.status) where.add(STATUS_CONDITIONS[query.status]);
    const [day, at, id] = decodeCursor(query.cursor, 3) ?? [];
    where.add("(r.booked_on, r.created_at, r.id) < (?::date, ?::timestamptz, ?::uuid)", day, at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<ReceiptRow[]>(
      `SELECT ${RECEIPT_COLUMNS} FROM receipt r ${RECEIPT_JOINS} ${where.toString()}
        ORDER BY r.booked_on DESC, r.created_at DESC, r.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toReceiptDto, (row) => [row.booked_on, row.created_at.toISOString(), row.id]);
  }

  /** The last receipts of payers, latest first, at most `each` per payer. */
  async lastOf(projectId: string, payerIds: readonly string[], each: number): Promise<Map<string, ReceiptDto[]>> {
    const rows = await this.db.query<ReceiptRow[]>(
      `SELECT ${RECEIPT_COLUMNS}
         FROM unnest($2::uuid[]) AS p(id)
         CROSS JOIN LATERAL (SELECT l.* FROM receipt l WHERE l.project_id = $1 AND l.payer_id IN ${idsOf("$1", "p.id")}
                              ORDER BY l.booked_on DESC, l.created_at DESC LIMIT $3) AS r ${RECEIPT_JOINS}
        ORDER BY r.booked_on DESC, r.created_at DESC`,
      [projectId, payerIds, each],
    );
    const byPayer = new Map<string, ReceiptDto[]>(payerIds.map((id) => [id, []]));
    for (const row of rows) byPayer.get(row.payer_id)?.push(toReceiptDto(row));
    return byPayer;
  }

  /** One receipt with all that belongs to it. */
  async detail(projectId: string, receiptId: string): Promise<ReceiptDetailDto> {
    const [row] = await this.db.query<DetailRow[]>(
      `SELECT ${RECEIPT_COLUMNS},
              (SELECT coalesce(json_agg(l ORDER BY l."roomCode", l.period, l."serviceFrom", l."feeItemName"), '[]') FROM (
                 SELECT ch.id AS "chargeId", ch.room_id AS "roomId", rm.code AS "roomCode", ${itemWithObject("ch", "i.name")} AS "feeItemName", ch.period,
                        ch.service_from AS "serviceFrom", ch.service_to AS "serviceTo", ch.amount_fen AS "receivableFen",
                        coalesce(sum(-e.amount_fen) FILTER (WHERE e.kind = 'RECEIPT'), 0)::bigint AS "receivedFen",
                        coalesce(sum(-e.amount_fen) FILTER (WHERE e.kind = 'OFFSET'), 0)::bigint AS "offsetFen",
                        sum(-e.amount_fen)::bigint AS "amountFen", ch.open_fen AS "openFen",
                        tax.code AS "taxCode", tax.rate AS "taxRate"
                   FROM charge_entry e
                   JOIN charge ch ON ch.project_id = e.project_id AND ch.id = e.charge_id
                   JOIN room rm ON rm.project_id = ch.project_id AND rm.id = ch.room_id
                   JOIN fee_item i ON i.project_id = ch.project_id AND i.id = ch.fee_item_id ${taxOn("ch.due_on")}
                  WHERE e.project_id = r.project_id AND e.receipt_id = r.id
                  GROUP BY ch.project_id, ch.id, rm.code, i.name, tax.code, tax.rate) l) AS lines,
              (SELECT coalesce(json_agg(d ORDER BY d."schemeName", d."roomCode", d.period), '[]') FROM (
                 SELECT s.name AS "schemeName", rm.code AS "roomCode", ${itemWithObject("ch", "i.name")} AS "feeItemName", ch.period, dl.amount_fen AS "amountFen",
                        b.name AS "bearerName"
                   FROM discount_line dl
                   JOIN discount_scheme s ON s.project_id = dl.project_id AND s.id = dl.scheme_id
                   LEFT JOIN customer b ON b.project_id = s.project_id AND b.id = s.bearer_id
                   JOIN charge ch ON ch.project_id = dl.project_id AND ch.id = dl.charge_id
                   JOIN room rm ON rm.project_id = ch.project_id AND rm.id = ch.room_id
                   JOIN fee_item i ON i.project_id = ch.project_id AND i.id = ch.fee_item_id
                  WHERE dl.project_id = r.project_id AND dl.receipt_id = r.id) d) AS discounts,
              (SELECT rm.code FROM prepayment_movement pm
                 JOIN prepayment_account a ON a.project_id = pm.project_id AND a.id = pm.account_id
                 JOIN room rm ON rm.project_id = a.project_id AND rm.id = a.room_id
                WHERE pm.project_id = r.project_id AND pm.receipt_id = r.id
                  AND abs(pm.amount_fen) = abs(r.prepayment_fen) AND sign(pm.amount_fen) = sign(r.prepayment_fen)
                LIMIT 1) AS prepayment_room_code,
              CASE WHEN red.id IS NOT NULL THEN json_build_object('id', red.id, 'receiptNo', red.receipt_no,
                'bookedOn', red.booked_on, 'reason', red.reversal_reason, 'byName', red.cashier_name) END AS reversed_by,
              (SELECT json_build_object('id', o.id, 'receiptNo', o.receipt_no, 'bookedOn', o.booked_on,
                        'reason', r.reversal_reason, 'byName', r.cashier_name)
                 FROM receipt o WHERE o.project_id = r.project_id AND o.id = r.reversal_of) AS reverses,
              (SELECT count(*)::int FROM receipt_print p WHERE p.project_id = r.project_id AND p.receipt_id = r.id) AS print_count,
              (SELECT coalesce(sum(m.amount_fen), 0)::bigint FROM receipt_method m
                WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method <> 'PREPAYMENT' AND NOT r.money_settled) AS money_fen,
              ${needsApproval(SETTING, "$3")} AS reversal_needs_approval,
              (SELECT v.id FROM approval v WHERE v.project_id = r.project_id AND v.kind = 'billing.reversal'
                  AND v.subject_id = r.id AND v.status = 'PENDING') AS reversal_approval_id
         FROM receipt r ${RECEIPT_JOINS}
        WHERE r.project_id = $1 AND r.id = $2`,
      [projectId, receiptId, await this.days.today(projectId)],
    );
    if (!row) throw notFound("收据");
    const refunds = await this.refundsOf(projectId, receiptId);
    const refundedFen = refunds.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return {
      ...toReceiptDto(row),
      lines: row.lines.map(({ taxCode, taxRate, ...line }) => ({
        ...line,
        tax: taxPartOf(line.amountFen, { taxCode, taxRate }),
      })),
      discounts: row.discounts,
      prepaymentRoomCode: row.prepayment_fen === 0 ? null : row.prepayment_room_code,
      reversedBy: row.reversed_by,
      reverses: row.reverses,
      refunds,
      refundableFen: row.reversal_of ? -row.money_fen - refundedFen : 0,
      printCount: row.print_count,
      reversalNeedsApproval: row.reversal_needs_approval,
      reversalApprovalId: row.reversal_approval_id,
    };
  }

  /** Refunds, the latest first. */
  async refunds(projectId: string, { from, to, cursor, pageSize = 20 }: RefundQueryDto): Promise<RefundPageDto> {
    const [day, at, id] = decodeCursor(cursor, 3) ?? [];
    const where = new Where()
      .add("f.project_id = ?", projectId)
      .add("f.booked_on >= ?::date", from)
      .add("f.booked_on <= ?::date", to)
      .add("(f.booked_on, f.created_at, f.id) < (?::date, ?::timestamptz, ?::uuid)", day, at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<RefundRow[]>(
      `SELECT ${REFUND_COLUMNS} FROM refund f ${REFUND_JOINS} ${where.toString()}
        ORDER BY f.booked_on DESC, f.created_at DESC, f.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toRefundDto, (row) => [row.bookedOn, row.createdAt.toISOString(), row.id]);
  }

  private async refundsOf(projectId: string, redReceiptId: string): Promise<RefundDto[]> {
    const rows = await this.db.query<RefundRow[]>(
      `SELECT ${REFUND_COLUMNS} FROM refund f ${REFUND_JOINS} WHERE f.project_id = $1 AND f.red_receipt_id = $2 ORDER BY f.created_at`,
      [projectId, redReceiptId],
    );
    return rows.map(toRefundDto);
  }
}

const toRefundDto = (row: RefundRow): RefundDto => ({ ...row, createdAt: row.createdAt.toISOString() });
