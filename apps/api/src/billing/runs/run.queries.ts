import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  RunDifference,
  RunDto,
  RunLineDto,
  RunLinePageDto,
  RunLineQueryDto,
  RunPageDto,
  RunQueryDto,
  RunStatus,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, limitOf, toCursorPage, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { issuedSentence, lackSentence } from "../charge-start/start-trace.js";
import { explain } from "../pricing/explain.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import type { ChargeRun } from "./charge-run.entity.js";
import { RUN_STATUS } from "./run-status.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

interface RunRow {
  id: string;
  period: string;
  status: string;
  scope: ChargeRun["scope"];
  line_count: number;
  amount_fen: number;
  skipped_count: number;
  differences: Record<string, number>;
  failure: string | null;
  job_id: string | null;
  created_by_name: string;
  created_at: Date;
  published_at: Date | null;
  reversed_at: Date | null;
  reversal_reason: string | null;
}

interface LineRow {
  id: string;
  room_id: string;
  room_code: string;
  fee_item_id: string;
  fee_item_name: string;
  rate_name: string | null;
  payer_id: string | null;
  payer_name: string | null;
  period: string;
  service_from: string;
  service_to: string;
  amount_fen: number;
  previous_fen: number | null;
  difference: string;
  trace: PriceTrace | null;
}

const RUNS = `SELECT r.id, r.period, ${RUN_STATUS} AS status, r.scope, r.line_count, r.amount_fen, r.skipped_count, r.differences,
       COALESCE(r.failure, CASE WHEN j.status IN ('FAILED', 'CANCELLED') THEN j.message END) AS failure, r.job_id,
       r.created_by_name, r.created_at, r.published_at, r.reversed_at, r.reversal_reason
  FROM charge_run r LEFT JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id`;

/** Reads runs and their rehearsed lines. */
@Injectable()
export class RunQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(projectId: string, query: RunQueryDto): Promise<RunPageDto> {
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("r.period = ?", query.period)
      .add(`${RUN_STATUS} = ?`, query.status);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM (${RUNS} ${where.toString()}) runs`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<RunRow[]>(
      `${RUNS} ${where.toString()} ORDER BY r.id DESC LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toRunDto);
  }

  async one(projectId: string, id: string): Promise<RunDto> {
    const [row] = await this.db.query<RunRow[]>(`${RUNS} WHERE r.project_id = $1 AND r.id = $2`, [projectId, id]);
    if (!row) throw notFound("应收批次");
    return toRunDto(row);
  }

  async lines(projectId: string, runId: string, query: RunLineQueryDto): Promise<RunLinePageDto> {
    await this.one(projectId, runId);
    const { pageSize = 20, difference, feeItemId, q } = query;
    const [lastDifference, lastId] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("l.project_id = ?", projectId)
      .add("l.run_id = ?", runId)
      .add("l.difference = ?", difference)
      .add("l.fee_item_id = ?", feeItemId)
      .add("o.code ILIKE ?", containing(q))
      .add("(l.difference, l.id) > (?, ?::uuid)", lastDifference, lastId);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<LineRow[]>(
      `SELECT l.*, o.code AS room_code, ${itemWithObject("l", "f.name")} AS fee_item_name, r.name AS rate_name, c.name AS payer_name
         FROM charge_run_line l
         JOIN room o ON o.project_id = l.project_id AND o.id = l.room_id
         JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id
         LEFT JOIN rate r ON r.project_id = l.project_id AND r.id = l.rate_id
         LEFT JOIN customer c ON c.project_id = l.project_id AND c.id = l.payer_id
        ${where.toString()} ORDER BY l.difference, l.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toLineDto, (row) => [row.difference, row.id]);
  }
}

const toRunDto = (row: RunRow): RunDto => ({
  id: row.id,
  period: row.period,
  status: row.status as RunStatus,
  ...row.scope,
  lineCount: row.line_count,
  amountFen: row.amount_fen,
  skippedCount: row.skipped_count,
  differences: row.differences,
  failure: row.failure,
  jobId: row.job_id,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  publishedAt: row.published_at?.toISOString() ?? null,
  reversedAt: row.reversed_at?.toISOString() ?? null,
  reversalReason: row.reversal_reason,
});

/** How the amount came about, and what is to be noted of who bears it (BIL-14). */
function said({ room_code, trace }: LineRow): Pick<RunLineDto, "note" | "explanation"> {
  if (!trace) return { note: null, explanation: [] };
  const explanation = explain(trace);
  if (!trace.start?.lack) return { note: (trace.start && issuedSentence(trace.start)) ?? null, explanation };
  const note = lackSentence(room_code, trace.start);
  return { note, explanation: [note, ...explanation] };
}

const toLineDto = (row: LineRow): RunLineDto => ({
  id: row.id,
  roomId: row.room_id,
  roomCode: row.room_code,
  feeItemId: row.fee_item_id,
  feeItemName: row.fee_item_name,
  rateName: row.rate_name,
  payerId: row.payer_id,
  payerName: row.payer_name,
  period: row.period,
  serviceFrom: row.service_from,
  serviceTo: row.service_to,
  amountFen: row.amount_fen,
  previousFen: row.previous_fen,
  difference: row.difference as RunDifference,
  ...said(row),
});
