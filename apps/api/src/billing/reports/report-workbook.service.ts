import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type StandardReport, standardReportLabels, type StandardReportQueryDto } from "@linli/contracts";
import type { Readable } from "node:stream";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { MOST_ROWS, StandardReportsQueries } from "./standard-reports.queries.js";
import { reportWorkbook } from "./write-report.js";

/** Makes the workbook of a report; who took it stands in the file and in the audit log (LAW-34). */
@Injectable()
export class ReportWorkbookService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reports: StandardReportsQueries,
    private readonly audit: AuditService,
  ) {}

  /** @throws as `StandardReportsQueries.page`; INVALID_INPUT when there are more rows than a workbook takes */
  async make(
    actor: Actor,
    projectId: string,
    key: StandardReport,
    query: StandardReportQueryDto,
  ): Promise<{ name: string; content: Readable }> {
    const report = await this.reports.whole(projectId, key, query);
    if (report.total > MOST_ROWS)
      throw new InvalidInput({
        report: [`共 ${report.total} 行，一个文件最多 ${MOST_ROWS} 行，请按楼栋、项目或更短的时间取数`],
      });
    const title = standardReportLabels[key];
    await this.db.transaction((tx) =>
      this.audit.record(tx, actor, {
        projectId,
        action: "billing-report.export",
        entity: "billing-report",
        entityId: projectId,
        summary: `导出${title}（${report.scope.join("；")}）${report.total} 行`,
      }),
    );
    const name = `${title}-${report.scope[0]?.replaceAll(/[^\d-]+/g, "_").replace(/^_/, "") ?? ""}.xlsx`;
    return { name, content: reportWorkbook(report, `${actor.name} 导出`) };
  }
}
