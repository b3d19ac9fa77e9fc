import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  OnlineDifferenceDto,
  OnlineStatementDetailDto,
  OnlineStatementDto,
  OnlineStatementPageDto,
  OnlineStatementQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../../common/paging.js";
import { notFound } from "../../../common/rule-violation.js";
import { Where } from "../../../common/where.js";

type Row = Omit<OnlineStatementDto, "fetchedAt"> & { fetchedAt: Date };
type DifferenceRow = Omit<OnlineDifferenceDto, "settledAt"> & { settledAt: Date | null };

const SELECT = `SELECT s.id, s.channel_id AS "channelId", c.name AS "channelName", s.day, s.payment_count AS "paymentCount",
    s.payment_fen AS "paymentFen", s.refund_count AS "refundCount", s.refund_fen AS "refundFen", d.all AS "differenceCount",
    d.open AS "openCount", s.fetched_at AS "fetchedAt", s.fetched_by_name AS "fetchedByName"
  FROM online_statement s
  JOIN online_channel c ON c.project_id = s.project_id AND c.id = s.channel_id
  JOIN LATERAL (SELECT count(*)::int AS all, count(*) FILTER (WHERE x.settled_at IS NULL)::int AS open FROM online_difference x
                 WHERE x.project_id = s.project_id AND x.statement_id = s.id) d ON true`;

/** Reads statements of channels and their differences. */
@Injectable()
export class OnlineStatementsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Statements, the latest day first. */
  async page(projectId: string, query: OnlineStatementQueryDto): Promise<OnlineStatementPageDto> {
    const { pageSize = 20 } = query;
    const where = new Where()
      .add("s.project_id = ?", projectId)
      .add("s.channel_id = ?", query.channelId)
      .add("s.day >= ?::date", query.from)
      .add("s.day <= ?::date", query.to)
      .add("(d.open > 0) = ?", query.open);
    const [day, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(s.day, s.id) < (?::date, ?::uuid)", day, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `${SELECT} ${where.toString()} ORDER BY s.day DESC, s.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toStatementDto, (row) => [row.day, row.id]);
  }

  /** A statement with the first thousand of its differences, the open ones first. @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<OnlineStatementDetailDto> {
    const [[row], differences] = await Promise.all([
      this.db.query<Row[]>(`${SELECT} WHERE s.project_id = $1 AND s.id = $2`, [projectId, id]),
      this.db.query<DifferenceRow[]>(
        `SELECT x.id, x.kind, x.line, x.trade_no AS "tradeNo", x.reference, x.order_id AS "orderId", o.order_no AS "orderNo",
                x.ours_fen AS "oursFen", x.theirs_fen AS "theirsFen", x.note, x.settled_by_name AS "settledByName", x.settled_at AS "settledAt"
           FROM online_difference x
           LEFT JOIN online_order o ON o.project_id = x.project_id AND o.id = x.order_id
          WHERE x.project_id = $1 AND x.statement_id = $2 ORDER BY x.settled_at IS NOT NULL, x.id LIMIT 1000`,
        [projectId, id],
      ),
    ]);
    if (!row) throw notFound("渠道对账单");
    return { ...toStatementDto(row), differences: differences.map(toDifferenceDto) };
  }
}

const toStatementDto = (row: Row): OnlineStatementDto => ({ ...row, fetchedAt: row.fetchedAt.toISOString() });

const toDifferenceDto = (row: DifferenceRow): OnlineDifferenceDto => ({
  ...row,
  settledAt: row.settledAt?.toISOString() ?? null,
});
