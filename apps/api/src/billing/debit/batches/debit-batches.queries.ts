import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type DebitBatchDetailDto,
  type DebitBatchDto,
  type DebitBatchPageDto,
  type DebitBatchQueryDto,
  type DebitCreditDto,
  type DebitExclusionPageDto,
  type DebitExclusionQueryDto,
  type DebitExclusionSumDto,
  type DebitLineDto,
  type DebitLinePageDto,
  type DebitLineQueryDto,
  type DebitReasonSumDto,
  debitReasonActions,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { ProjectToday } from "../../../property/project-today.js";
import { accruedOn } from "../../late-fees/accrued.js";
import { decodeCursor, toCursorPage } from "../../../common/paging.js";
import { notFound } from "../../../common/rule-violation.js";
import { containing, Where } from "../../../common/where.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";

type Moments = "createdAt" | "exportedAt" | "returnedAt";
type Row = Omit<DebitBatchDto, Moments> & { createdAt: Date; exportedAt: Date | null; returnedAt: Date | null };

const COLUMNS = `b.id, b.batch_no AS "batchNo", b.status, b.scheme_id AS "schemeId", s.name AS "schemeName", b.merge, b.due_until AS "dueUntil",
  b.line_count AS "lineCount", b.amount_fen AS "amountFen", b.succeeded_count AS "succeededCount", b.collected_fen AS "collectedFen",
  b.failed_count AS "failedCount", b.failed_fen AS "failedFen", b.short_fen AS "shortFen", b.in_process_count AS "inProcessCount",
  b.in_process_fen AS "inProcessFen", b.excluded_count AS "excludedCount", b.excluded_fen AS "excludedFen", b.exported_at AS "exportedAt",
  b.export_count AS "exportCount", f.sha256 AS "fileHash", f.name AS "fileName", b.returned_at AS "returnedAt",
  coalesce(m.credited, 0)::bigint AS "creditedFen", coalesce(m.fee, 0)::bigint AS "feeFen", b.created_by_name AS "createdByName",
  b.created_at AS "createdAt", b.retry_of_id AS "retryOfId", o.batch_no AS "retryOfNo", b.remark`;

const FROM = `FROM debit_batch b
  JOIN debit_scheme s ON s.project_id = b.project_id AND s.id = b.scheme_id
  LEFT JOIN debit_batch o ON o.project_id = b.project_id AND o.id = b.retry_of_id
  LEFT JOIN debit_file f ON f.project_id = b.project_id AND f.batch_id = b.id AND f.kind = 'REQUEST'
  LEFT JOIN LATERAL (SELECT sum(c.credited_fen) AS credited, sum(c.fee_fen) AS fee FROM debit_credit c
                      WHERE c.project_id = b.project_id AND c.batch_id = b.id) m ON true`;

/** Reads batches (托收结果表, BIL-112). */
@Injectable()
export class DebitBatchesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** Batches, the latest first. */
  async page(projectId: string, query: DebitBatchQueryDto): Promise<DebitBatchPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("b.project_id = ?", projectId)
      .add("b.status = ?", query.status)
      .add("b.scheme_id = ?", query.schemeId)
      .add("b.created_at >= ?::date", query.from)
      .add("b.created_at < ?::date + 1", query.to);
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(b.created_at, b.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY b.created_at DESC, b.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toBatchDto, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<DebitBatchDetailDto> {
    const params = [projectId, id];
    const [[row], reasons, exclusions, credits] = await Promise.all([
      this.db.query<Row[]>(`SELECT ${COLUMNS} ${FROM} WHERE b.project_id = $1 AND b.id = $2`, params),
      this.db.query<Omit<DebitReasonSumDto, "action">[]>(
        `SELECT reason, count(*)::int AS count, sum(amount_fen - paid_fen)::bigint AS "amountFen" FROM debit_line
          WHERE project_id = $1 AND batch_id = $2 AND reason IS NOT NULL GROUP BY reason ORDER BY count(*) DESC, reason`,
        params,
      ),
      this.db.query<DebitExclusionSumDto[]>(
        `SELECT reason, count(*)::int AS count, sum(amount_fen)::bigint AS "amountFen" FROM debit_exclusion
          WHERE project_id = $1 AND batch_id = $2 GROUP BY reason ORDER BY count(*) DESC, reason`,
        params,
      ),
      this.db.query<(Omit<DebitCreditDto, "createdAt"> & { createdAt: Date })[]>(
        `SELECT id, credited_on AS "creditedOn", credited_fen AS "creditedFen", fee_fen AS "feeFen", reference, remark,
                created_by_name AS "createdByName", created_at AS "createdAt"
           FROM debit_credit WHERE project_id = $1 AND batch_id = $2 ORDER BY credited_on, id`,
        params,
      ),
    ]);
    if (!row) throw notFound("托收批次");
    const lateFeeFen = row.status === "DRAFT" ? await this.accrued(projectId, id) : 0;
    return {
      ...toBatchDto(row),
      reasons: reasons.map((one) => ({ ...one, action: debitReasonActions[one.reason] })),
      exclusions,
      credits: credits.map(({ createdAt, ...one }) => ({ ...one, createdAt: createdAt.toISOString() })),
      differenceFen: row.collectedFen - row.creditedFen - row.feeFen,
      lateFeeFen,
    };
  }

  /** What accrued until today on the charges of a draft, and is booked when it goes out. */
  private async accrued(projectId: string, batchId: string): Promise<number> {
    const rows = await this.db.query<{ id: string }[]>(
      "SELECT charge_id AS id FROM debit_line_charge WHERE project_id = $1 AND batch_id = $2",
      [projectId, batchId],
    );
    const chargeIds = rows.map(({ id }) => id);
    const accrued = await accruedOn(this.db, projectId, await this.days.today(projectId), { chargeIds });
    return accrued.reduce((sum, { lateFee }) => sum + Math.max(0, lateFee.fen), 0);
  }

  /** Lines of a batch in their order. */
  async lines(projectId: string, batchId: string, query: DebitLineQueryDto): Promise<DebitLinePageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("l.project_id = ?", projectId)
      .add("l.batch_id = ?", batchId)
      .add("l.status = ?", query.status)
      .add(
        `(l.reference ILIKE ? OR a.holder ILIKE ? OR k.name ILIKE ? OR EXISTS (
           SELECT 1 FROM debit_line_charge x JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
             JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
            WHERE x.project_id = l.project_id AND x.line_id = l.id AND r.code ILIKE ?))`,
        pattern,
        pattern,
        pattern,
        pattern,
      );
    const [after] = decodeCursor(query.cursor, 1) ?? [];
    where.add("l.line_no > ?::int", after);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Omit<DebitLineDto, "action" | "roomCodes">[]>(
      `SELECT l.id, l.line_no AS "lineNo", l.reference, l.status, l.agreement_id AS "agreementId", a.agreement_no AS "agreementNo",
              a.holder, a.account_masked AS "accountMasked", k.name AS "customerName", l.amount_fen AS "amountFen",
              l.paid_fen AS "paidFen", l.reason, l.result_code AS "resultCode", l.result_text AS "resultText", l.value_date AS "valueDate",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('chargeId', c.id, 'roomId', r.id, 'roomCode', r.code, 'feeItemName', ${itemWithObject("c", "i.name")},
                        'period', c.period, 'amountFen', x.amount_fen, 'paidFen', x.paid_fen, 'receiptId', t.id, 'receiptNo', t.receipt_no)
                        ORDER BY r.code, c.period, i.name), '[]')
                 FROM debit_line_charge x
                 JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
                 JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
                 JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
                 LEFT JOIN receipt t ON t.project_id = x.project_id AND t.id = x.receipt_id
                WHERE x.project_id = l.project_id AND x.line_id = l.id) AS charges
         FROM debit_line l
         JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
         JOIN customer k ON k.project_id = a.project_id AND k.id = a.customer_id
         ${where.toString()} ORDER BY l.line_no LIMIT ${limit}`,
      where.params,
    );
    const toDto = (row: (typeof rows)[number]): DebitLineDto => ({
      ...row,
      action: row.reason && debitReasonActions[row.reason],
      roomCodes: [...new Set(row.charges.map(({ roomCode }) => roomCode))],
    });
    return toCursorPage(rows, pageSize, toDto, (row) => [String(row.lineNo)]);
  }

  /** What did not go into a batch, and why. */
  async exclusions(projectId: string, batchId: string, query: DebitExclusionQueryDto): Promise<DebitExclusionPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("x.project_id = ?", projectId)
      .add("x.batch_id = ?", batchId)
      .add("x.reason = ?", query.reason);
    const [after] = decodeCursor(query.cursor, 1) ?? [];
    where.add("x.id > ?::uuid", after);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<DebitExclusionPageDto["items"]>(
      `SELECT x.id, c.id AS "chargeId", r.id AS "roomId", r.code AS "roomCode", k.name AS "payerName", ${itemWithObject("c", "f.name")} AS "feeItemName", c.period,
              x.amount_fen AS "amountFen", x.reason, x.detail
         FROM debit_exclusion x
         JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         ${joinSurvivor("k", "c.project_id", "c.payer_id")}
         JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
         ${where.toString()} ORDER BY x.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => row,
      (row) => [row.id],
    );
  }
}

const toBatchDto = ({ createdAt, exportedAt, returnedAt, ...row }: Row): DebitBatchDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  exportedAt: exportedAt?.toISOString() ?? null,
  returnedAt: returnedAt?.toISOString() ?? null,
});
