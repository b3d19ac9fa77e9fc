import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  DailyReportDto,
  DailyReportPath,
  DailyReportQueryDto,
  DailyReportsDto,
  DailyReportsQueryDto,
  ProjectPath,
  ReceiveDailyReportDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { DailyReportsQueries } from "./daily-reports.queries.js";
import { DailyReportsService } from "./daily-reports.service.js";
import { writeDailyReport } from "./write-daily-report.js";

/** 收款日报表 (BIL-74) */
@Controller("projects/:projectId/daily-reports")
export class DailyReportsController {
  constructor(
    private readonly queries: DailyReportsQueries,
    private readonly reports: DailyReportsService,
  ) {}

  /** 各天各收款人的日报及送出情况 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: DailyReportsQueryDto): Promise<DailyReportsDto> {
    return this.queries.list(projectId, query);
  }

  /** 一天的收款日报表：一位收款人，或整个管理区 */
  @Get("one")
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath, @Query() query: DailyReportQueryDto): Promise<DailyReportDto> {
    return this.queries.one(projectId, query);
  }

  /** 收款日报表 Excel */
  @Get("xlsx")
  @Requires("billing:print")
  async xlsx(@Param() { projectId }: ProjectPath, @Query() query: DailyReportQueryDto): Promise<StreamableFile> {
    const report = await this.queries.one(projectId, query);
    const name = `收款日报表-${report.day}${report.cashierName ? `-${report.cashierName}` : ""}.xlsx`;
    return xlsxAnswer(name, await writeDailyReport(report));
  }

  /** 收款员把当天的日报送财务；送后又有收款须再送 */
  @Post(":day/:cashierId/send")
  @HttpCode(200)
  @Requires("billing:collect")
  async send(
    @CurrentActor() actor: Actor,
    @Param() { projectId, day, cashierId }: DailyReportPath,
  ): Promise<DailyReportDto> {
    await this.reports.send(actor, projectId, day, cashierId);
    return this.queries.one(projectId, { day, cashierId });
  }

  /** 财务接收日报 */
  @Post(":day/:cashierId/receive")
  @HttpCode(200)
  @Requires("billing:shifts")
  async receive(
    @CurrentActor() actor: Actor,
    @Param() { projectId, day, cashierId }: DailyReportPath,
    @Body() { note = null }: ReceiveDailyReportDto,
  ): Promise<DailyReportDto> {
    await this.reports.receive(actor, projectId, day, cashierId, note);
    return this.queries.one(projectId, { day, cashierId });
  }
}
