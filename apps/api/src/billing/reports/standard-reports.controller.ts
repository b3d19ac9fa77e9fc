import { Controller, Get, Param, Query, StreamableFile } from "@nestjs/common";
import {
  ProjectPath,
  ReportInfosDto,
  StandardReportDto,
  StandardReportPath,
  StandardReportQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { ReportWorkbookService } from "./report-workbook.service.js";
import { StandardReportsQueries } from "./standard-reports.queries.js";

/** 收费报表 (BIL-110…112) */
@Controller("projects/:projectId/billing-reports")
export class StandardReportsController {
  constructor(
    private readonly reports: StandardReportsQueries,
    private readonly workbooks: ReportWorkbookService,
  ) {}

  /** 有哪些报表，各自可按什么取数 */
  @Get()
  @Requires("billing:read")
  infos(@Param() _project: ProjectPath): ReportInfosDto {
    return this.reports.infos();
  }

  /** 一张报表的一页，连同全部行的合计 */
  @Get(":report")
  @Requires("billing:read")
  page(
    @Param() { projectId, report }: StandardReportPath,
    @Query() query: StandardReportQueryDto,
  ): Promise<StandardReportDto> {
    return this.reports.page(projectId, report, query);
  }

  /** 整张报表的 Excel，金额以元计；下载记入日志 */
  @Get(":report/xlsx")
  @Requires("billing:print")
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param() { projectId, report }: StandardReportPath,
    @Query() query: StandardReportQueryDto,
  ): Promise<StreamableFile> {
    const { name, content } = await this.workbooks.make(actor, projectId, report, query);
    return xlsxAnswer(name, content);
  }
}
