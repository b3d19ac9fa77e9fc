import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  paymentMethodLabels,
  reductionReasonLabels,
  reportBasisLabels,
  reportGroupingLabels,
  type ReportInfosDto,
  type StandardReport,
  type StandardReportDto,
  standardReportLabels,
  type StandardReportQueryDto,
  takingPartLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { notFound } from "../../common/rule-violation.js";
import { inBulk } from "../../database/in-bulk.js";
import { pagesOf } from "../../database/pages-of.js";
import { ProjectToday } from "../../property/project-today.js";
import { requestOf } from "./report-request.js";
import type { ReportColumn, ReportRequest, ReportSource } from "./report-source.js";
import { REPORT_SOURCES } from "./report-sources.js";

/** A report without its rows: what holds of all of them. */
export type ReportHead = Omit<StandardReportDto, "items">;
export type ReportRows = StandardReportDto["items"];

/** What a report asks the database. */
interface Statement {
  key: StandardReport;
  source: ReportSource;
  scope: string[];
  notes: readonly string[];
  columns: ReportColumn[];
  sql: string;
  params: unknown[];
}

/** Reads the standard reports of charging (BIL-110…112). */
@Injectable()
export class StandardReportsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** Which reports there are and what each takes. */
  infos(): ReportInfosDto {
    return {
      items: (Object.keys(REPORT_SOURCES) as StandardReport[]).map((key) => ({
        key,
        title: standardReportLabels[key],
        purpose: REPORT_SOURCES[key].purpose,
        parameters: [...REPORT_SOURCES[key].parameters],
      })),
    };
  }

  /** A page of a report. @throws INVALID_INPUT, NOT_FOUND for a building or item of another project */
  async page(projectId: string, key: StandardReport, query: StandardReportQueryDto): Promise<StandardReportDto> {
    const { page = 1, pageSize = 20 } = query;
    return this.read(projectId, key, query, { limit: pageSize, offset: (page - 1) * pageSize });
  }

  /** Refuses what cannot be asked. @throws as `page` */
  async check(projectId: string, key: StandardReport, query: StandardReportQueryDto): Promise<void> {
    await this.statement(projectId, key, query);
  }

  /** The whole report: what holds of it, and its rows page by page through a cursor of the transaction. @throws as `page` */
  async whole(
    tx: EntityManager,
    projectId: string,
    key: StandardReport,
    query: StandardReportQueryDto,
  ): Promise<{ head: ReportHead; pages: AsyncGenerator<ReportRows> }> {
    const statement = await this.statement(projectId, key, query);
    await tx.query("SET LOCAL enable_nestloop = off");
    await tx.query(ROOM_TO_GROUP);
    const read = pagesOf<Record<string, unknown>>(tx, statement.sql, statement.params);
    const { value: first } = await read.next();
    return { head: headOf(statement, first?.[0]), pages: shownPages(first ?? [], read, statement.columns) };
  }

  private async read(
    projectId: string,
    key: StandardReport,
    query: StandardReportQueryDto,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<StandardReportDto> {
    const statement = await this.statement(projectId, key, query);
    const items = await inBulk(this.db, async (tx) => {
      await tx.query(ROOM_TO_GROUP);
      return tx.query<Record<string, unknown>[]>(`${statement.sql} LIMIT ${limit} OFFSET ${offset}`, statement.params);
    });
    // Sums of all rows stand with each of them; of a page behind the last one nothing is known but that.
    if (items.length === 0 && offset > 0)
      return { ...(await this.read(projectId, key, query, { limit, offset: 0 })), items: [] };
    return { ...headOf(statement, items[0]), items: items.map((row) => shown(row, statement.columns)) };
  }

  private async statement(projectId: string, key: StandardReport, query: StandardReportQueryDto): Promise<Statement> {
    const source = REPORT_SOURCES[key];
    const request = requestOf(projectId, await this.days.today(projectId), query, source.parameters);
    const scope = await this.scopeOf(request, source);
    const columns = await source.columns(request, this.db);
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const rows = await source.rows(request, param, this.db, columns);
    const sql = `SELECT rows.*, ${sumsOf(columns)} FROM (${rows}) rows ORDER BY ${source.order}`;
    const notes = typeof source.notes === "function" ? source.notes(request) : source.notes;
    return { key, source, scope, notes, columns, sql, params };
  }

  /** What was asked, in words. @throws NOT_FOUND */
  private async scopeOf(request: ReportRequest, { parameters }: ReportSource): Promise<string[]> {
    const { from, to, fromPeriod, toPeriod, asOf, year, by, basis, buildingId, feeItemId, projectId } = request;
    const { part, method, reason } = request;
    const [names] = await this.db.query<{ building: string | null; item: string | null }[]>(
      `SELECT (SELECT name FROM building WHERE project_id = $1 AND id = $2) AS building,
              (SELECT name FROM fee_item WHERE project_id = $1 AND id = $3) AS item`,
      [projectId, buildingId, feeItemId],
    );
    if (buildingId && !names!.building) throw notFound("楼栋");
    if (feeItemId && !names!.item) throw notFound("收费项目");
    const words: Partial<Record<(typeof parameters)[number], string | null>> = {
      days: `日期 ${from} 至 ${to}`,
      periods: fromPeriod === toPeriod ? `月份 ${fromPeriod}` : `月份 ${fromPeriod} 至 ${toPeriod}`,
      asOf: `截止 ${asOf}`,
      year: `${year} 年`,
      buildingId: names!.building && `楼栋 ${names!.building}`,
      feeItemId: names!.item && `项目 ${names!.item}`,
      by: reportGroupingLabels[by],
      basis: reportBasisLabels[basis],
      part: part && `款项 ${takingPartLabels[part]}`,
      method: method && `方式 ${paymentMethodLabels[method]}`,
      reason: reason && `原因 ${reductionReasonLabels[reason]}`,
    };
    return parameters.flatMap((parameter) => words[parameter] ?? []);
  }
}

/** A report groups up to millions of charges: in memory, not in files. Until the transaction ends. */
const ROOM_TO_GROUP = "SET LOCAL work_mem = '64MB'";

const ADDED: readonly string[] = ["MONEY", "COUNT", "OPEN"];

/** Where the sums of all rows stand beside each. */
const [TOTAL, SUM] = ["#total", "#"];

const added = (columns: readonly ReportColumn[]) =>
  columns.filter(({ kind, notAdded }) => ADDED.includes(kind) && !notAdded);

const sumsOf = (columns: readonly ReportColumn[]): string =>
  [
    `count(*) OVER ()::int AS "${TOTAL}"`,
    ...added(columns).map(({ key }) => `sum("${key}") OVER ()::bigint AS "${SUM}${key}"`),
  ].join(", ");

/** What holds of the whole report; the sums of all rows stand with each of them, so the first tells them. */
function headOf(
  { key, source, scope, notes, columns }: Statement,
  first: Record<string, unknown> | undefined,
): ReportHead {
  return {
    key,
    title: standardReportLabels[key],
    scope,
    notes: [...notes],
    parameters: [...source.parameters],
    columns: columns.map(({ notAdded: _added, masked: _masked, share: _share, ...column }) => ({
      labels: null,
      link: null,
      linkId: null,
      drill: null,
      drillBy: null,
      group: null,
      ...column,
    })),
    total: Number(first?.[TOTAL] ?? 0),
    totals: withShares(
      Object.fromEntries(added(columns).map(({ key: of }) => [of, first?.[`${SUM}${of}`] ?? null])),
      columns,
    ),
  };
}

/** The amounts with the shares that they come to. */
function withShares(amounts: Record<string, unknown>, columns: readonly ReportColumn[]): Record<string, unknown> {
  const shares = columns.flatMap(({ key, share }) => (share ? [[key, share(amounts)] as const] : []));
  return { ...amounts, ...Object.fromEntries(shares) };
}

/** Pages as a report shows them, the first of which was read for its head. */
async function* shownPages(
  first: Record<string, unknown>[],
  rest: AsyncGenerator<Record<string, unknown>[]>,
  columns: readonly ReportColumn[],
): AsyncGenerator<ReportRows> {
  yield first.map((row) => shown(row, columns));
  for await (const page of rest) yield page.map((row) => shown(row, columns));
}

/** The fields a report shows, and the ids its cells and drill-downs lead by. */
function shown(row: Record<string, unknown>, columns: readonly ReportColumn[]): Record<string, unknown> {
  const keys = [
    "id",
    "buildingId",
    "feeItemId",
    ...columns.flatMap(({ key, linkId, drillBy }) => [
      key,
      ...(linkId ? [linkId] : []),
      ...(drillBy ? Object.values(drillBy) : []),
    ]),
  ];
  const masked = new Set(columns.filter((column) => column.masked).map(({ key }) => key));
  const valueOf = (key: string) => (masked.has(key) ? maskPhone(row[key] as string | null) : (row[key] ?? null));
  const fields = Object.fromEntries(keys.filter((key) => key in row).map((key) => [key, valueOf(key)]));
  return withShares(fields, columns);
}
