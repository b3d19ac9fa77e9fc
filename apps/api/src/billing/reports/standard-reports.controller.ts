import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  JobPath,
  ProjectPath,
  ReportInfosDto,
  ReportWorkbookJobDto,
  StandardReportDto,
  StandardReportPath,
  StandardReportQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { ReportFilesService } from "./report-files.service.js";
import { ReportWorkbookService } from "./report-workbook.service.js";
import { StandardReportsQueries } from "./standard-reports.queries.js";

/** 收费报表 (BIL-110…112) */
@Controller("projects/:projectId")
export class StandardReportsController {
  constructor(
    private readonly reports: StandardReportsQueries,
    private readonly workbooks: ReportWorkbookService,
    private readonly files: ReportFilesService,
  ) {}

  /** 有哪些报表，各自可按什么取数 */
  @Get("billing-reports")
  @Requires("billing:read")
  infos(@Param() _project: ProjectPath): ReportInfosDto {
    return this.reports.infos();
  }

  /** 一张报表的一页，连同全部行的合计 */
  @Get("billing-reports/:report")
  @Requires("billing:read")
  page(
    @Param() { projectId, report }: StandardReportPath,
    @Query() query: StandardReportQueryDto,
  ): Promise<StandardReportDto> {
    return this.reports.page(projectId, report, query);
  }

  /** 整张报表的 Excel（5000 行以内），金额以元计；下载记入日志 */
  @Get("billing-reports/:report/xlsx")
  @Requires("billing:print")
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param() { projectId, report }: StandardReportPath,
    @Query() query: StandardReportQueryDto,
  ): Promise<StreamableFile> {
    const { name, content } = await this.workbooks.make(actor, projectId, report, query);
    return xlsxAnswer(name, content);
  }

  /** 在后台生成整张报表的 Excel（100 万行以内）；导出记入日志 */
  @Post("billing-reports/:report/workbooks")
  @HttpCode(202)
  @Requires("billing:print")
  requestFile(
    @CurrentActor() actor: Actor,
    @Param() { projectId, report }: StandardReportPath,
    @Query() query: StandardReportQueryDto,
  ): Promise<ReportWorkbookJobDto> {
    return this.files.request(actor, projectId, report, query);
  }

  /** 下载后台生成的报表 Excel；只有生成它的人可以下载，保留七天 */
  @Get("report-workbooks/:jobId")
  @Requires("billing:print")
  async file(@CurrentActor() actor: Actor, @Param() { projectId, jobId }: JobPath): Promise<StreamableFile> {
    const { name, stream, size } = await this.files.download(actor, projectId, jobId);
    return xlsxAnswer(name, stream, size);
  }
}
