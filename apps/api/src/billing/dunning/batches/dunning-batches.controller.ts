import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  CursorQueryDto,
  DunningBatchDto,
  DunningBatchPageDto,
  DunningBatchPath,
  DunningBatchStepPageDto,
  DunningNoticePageDto,
  dunningPapers,
  DunningPreviewDto,
  DunningPrintQueryDto,
  DunningScopeDto,
  IssueDunningDto,
  ProjectPath,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { pdfAnswer } from "../../../prints/pdf-answer.js";
import { nothingToPrint } from "../dunning.errors.js";
import { writeDunningNotices } from "../prints/dunning-notice-pages.js";
import { DunningNotices } from "../prints/dunning-notices.queries.js";
import { DunningBatchesQueries } from "./dunning-batches.queries.js";
import { IssueDunningService } from "./issue-dunning.service.js";
import { PreviewDunningService } from "./preview-dunning.service.js";

/** 批量催款, 送达账单: a preview, then all notices at once, printed together (BIL-113, BIL-114). */
@Controller("projects/:projectId")
export class DunningBatchesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly previews: PreviewDunningService,
    private readonly issuer: IssueDunningService,
    private readonly batches: DunningBatchesQueries,
    private readonly notices: DunningNotices,
    private readonly audit: AuditService,
  ) {}

  /** 催款预览：催谁、催多少、不催谁及原因；不登记 */
  @Post("dunning-batches/preview")
  @HttpCode(200)
  @Requires("billing:read")
  preview(@Param() { projectId }: ProjectPath, @Body() dto: DunningScopeDto): Promise<DunningPreviewDto> {
    return this.previews.preview(projectId, dto);
  }

  /** 按预览发出催款：违约金先入账；同一批次编号只发一次 */
  @Post("dunning-batches")
  @Requires("billing:dun")
  async issue(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: IssueDunningDto,
  ): Promise<DunningBatchDto> {
    await this.issuer.issue(actor, projectId, dto);
    return this.batches.one(projectId, dto.id);
  }

  /** 催缴批次，新的在前 */
  @Get("dunning-batches")
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: CursorQueryDto): Promise<DunningBatchPageDto> {
    return this.batches.page(projectId, query);
  }

  /** 一个催缴批次 */
  @Get("dunning-batches/:batchId")
  @Requires("billing:read")
  one(@Param() { projectId, batchId }: DunningBatchPath): Promise<DunningBatchDto> {
    return this.batches.one(projectId, batchId);
  }

  /** 批次里的催款单，含催后还欠多少 */
  @Get("dunning-batches/:batchId/steps")
  @Requires("billing:read")
  steps(
    @Param() { projectId, batchId }: DunningBatchPath,
    @Query() query: CursorQueryDto,
  ): Promise<DunningBatchStepPageDto> {
    return this.batches.steps(projectId, batchId, query);
  }

  /** 催款单打印内容：按批次或单张，金额为催款当日的 */
  @Get("dunning-notices/print-data")
  @Requires("billing:read")
  printData(@Param() { projectId }: ProjectPath, @Query() query: DunningPrintQueryDto): Promise<DunningNoticePageDto> {
    return this.notices.page(projectId, query);
  }

  /** 催款单 PDF：按批次或单张，边生成边输出 */
  @Get("dunning-notices/pdf")
  @Requires("billing:dun")
  async pdf(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() query: DunningPrintQueryDto,
  ): Promise<StreamableFile> {
    const { count, kind } = await this.notices.count(projectId, query);
    if (count === 0) throw nothingToPrint();
    const { title } = dunningPapers[kind];
    await this.audit.record(this.db.manager, actor, {
      projectId,
      action: "dunning-batch.print",
      entity: "project",
      entityId: projectId,
      summary: `打印${title} ${count} 张`,
    });
    return pdfAnswer("dunning-notices.pdf", (out) =>
      writeDunningNotices(this.notices.stream(projectId, query), title, out),
    );
  }
}
