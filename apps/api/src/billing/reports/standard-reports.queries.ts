import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  reportBasisLabels,
  reportGroupingLabels,
  type ReportInfosDto,
  type StandardReport,
  type StandardReportDto,
  standardReportLabels,
  type StandardReportQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { notFound } from "../../common/rule-violation.js";
import { inBulk } from "../../database/in-bulk.js";
import { ProjectToday } from "../../property/project-today.js";
import { requestOf } from "./report-request.js";
import type { ReportColumn, ReportRequest, ReportSource } from "./report-source.js";
import { REPORT_SOURCES } from "./report-sources.js";

/** Rows of a report that a workbook takes. */
export const MOST_ROWS = 100_000;

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

  /** The whole report, up to `MOST_ROWS`. @throws as `page` */
  whole(projectId: string, key: StandardReport, query: StandardReportQueryDto): Promise<StandardReportDto> {
    return this.read(projectId, key, query, { limit: MOST_ROWS, offset: 0 });
  }

  private async read(
    projectId: string,
    key: StandardReport,
    query: StandardReportQueryDto,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<StandardReportDto> {
    const source = REPORT_SOURCES[key];
    const request = requestOf(projectId, await this.days.today(projectId), query, source.parameters);
    const scope = await this.scopeOf(request, source);
    const columns = source.columns(request);
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const rows = await source.rows(request, param, this.db);
    const items = await inBulk(this.db, (tx) =>
      tx.query<Record<string, unknown>[]>(
        `SELECT rows.*, ${sumsOf(columns)} FROM (${rows}) rows ORDER BY ${source.order} LIMIT ${limit} OFFSET ${offset}`,
        params,
      ),
    );
    // Sums of all rows stand with each of them; of a page behind the last one nothing is known but that.
    const [first] = items;
    if (!first && offset > 0)
      return this.read(projectId, key, query, { limit, offset: 0 }).then(({ items: _none, ...rest }) => ({
        ...rest,
        items: [],
      }));
    return {
      key,
      title: standardReportLabels[key],
      scope,
      notes: [...source.notes],
      parameters: [...source.parameters],
      columns: columns.map(({ notAdded: _added, masked: _masked, ...column }) => ({
        labels: null,
        link: null,
        linkId: null,
        drill: null,
        ...column,
      })),
      items: items.map((row) => shown(row, columns)),
      total: Number(first?.[TOTAL] ?? 0),
      totals: Object.fromEntries(added(columns).map(({ key: of }) => [of, first?.[`${SUM}${of}`] ?? null])),
    };
  }

  /** What was asked, in words. @throws NOT_FOUND */
  private async scopeOf(request: ReportRequest, { parameters }: ReportSource): Promise<string[]> {
    const { from, to, fromPeriod, toPeriod, asOf, year, by, basis, buildingId, feeItemId, projectId } = request;
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
    };
    return parameters.flatMap((parameter) => words[parameter] ?? []);
  }
}

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

/** The fields a report shows, and the ids its cells and drill-downs lead by. */
function shown(row: Record<string, unknown>, columns: readonly ReportColumn[]): Record<string, unknown> {
  const keys = [
    "id",
    "buildingId",
    "feeItemId",
    ...columns.flatMap(({ key, linkId }) => (linkId ? [key, linkId] : [key])),
  ];
  const masked = new Set(columns.filter((column) => column.masked).map(({ key }) => key));
  const valueOf = (key: string) => (masked.has(key) ? maskPhone(row[key] as string | null) : (row[key] ?? null));
  return Object.fromEntries(keys.filter((key) => key in row).map((key) => [key, valueOf(key)]));
}
