import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  REPORT_ROWS_AT_ONCE,
  type StandardReport,
  standardReportLabels,
  type StandardReportQueryDto,
} from "@linli/contracts";
import type { Readable } from "node:stream";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { type ReportHead, StandardReportsQueries } from "./standard-reports.queries.js";
import { ReportWorkbook } from "./write-report.js";

/** Makes the workbook of a report while one waits; who took it stands in the file and in the audit log (LAW-34). */
@Injectable()
export class ReportWorkbookService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reports: StandardReportsQueries,
    private readonly audit: AuditService,
  ) {}

  /** @throws as `StandardReportsQueries.page`; INVALID_INPUT when there are more rows than one waits for */
  async make(
    actor: Actor,
    projectId: string,
    key: StandardReport,
    query: StandardReportQueryDto,
  ): Promise<{ name: string; content: Readable }> {
    const { items, ...head } = await this.reports.page(projectId, key, {
      ...query,
      page: 1,
      pageSize: REPORT_ROWS_AT_ONCE,
    });
    if (head.total > REPORT_ROWS_AT_ONCE)
      throw new InvalidInput({
        report: [`共 ${head.total} 行，超过 ${REPORT_ROWS_AT_ONCE} 行的文件请在后台生成（POST …/workbooks）`],
      });
    await this.db.transaction((tx) => this.record(tx, actor, projectId, head));
    const workbook = new ReportWorkbook(head, madeBy(actor));
    void workbook
      .add(items)
      .then(() => workbook.finish())
      .catch((error: unknown) => workbook.stream.destroy(error as Error));
    return { name: fileName(key, head.scope), content: workbook.stream };
  }

  /** Notes that a report left the house. */
  record(tx: EntityManager, actor: Actor, projectId: string, { title, scope, total }: ReportHead): Promise<void> {
    return this.audit.record(tx, actor, {
      projectId,
      action: "billing-report.export",
      entity: "billing-report",
      entityId: projectId,
      summary: `导出${title}（${scope.join("；")}）${total} 行`,
    });
  }
}

/** Who took a report, as it stands at the foot of its pages. */
export const madeBy = ({ name }: Actor): string => `${name} 导出`;

/** 应收明细表-2026-03.xlsx */
export const fileName = (key: StandardReport, [span = ""]: readonly string[]): string =>
  `${standardReportLabels[key]}-${span.replaceAll(/[^\d-]+/g, "_").replace(/^_/, "")}.xlsx`;
