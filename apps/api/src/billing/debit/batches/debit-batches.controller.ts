import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  CreditDebitBatchDto,
  DebitBatchDetailDto,
  DebitBatchPageDto,
  DebitBatchPath,
  DebitBatchQueryDto,
  DebitExclusionPageDto,
  DebitExclusionQueryDto,
  DebitLinePageDto,
  DebitLinePath,
  DebitLineQueryDto,
  DebitReasonDto,
  DebitReturnCheckDto,
  LeaveOutDebitLinesDto,
  MakeDebitBatchDto,
  ProjectPath,
  ReturnQueryDto,
  SettleDebitLineDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { Upload, UploadedFile } from "../../../files/uploaded-file.js";
import { ImportReturnService } from "../returns/import-return.service.js";
import { SettleLineService } from "../returns/settle-line.service.js";
import { CreditBatchService } from "./credit-batch.service.js";
import { DebitBatchesQueries } from "./debit-batches.queries.js";
import { DebitDraftsService } from "./debit-drafts.service.js";
import { ExportBatchService } from "./export-batch.service.js";
import { VoidBatchService } from "./void-batch.service.js";

const MAX_BYTES = 5 * 1024 * 1024;

/** 托收批次：报盘与回盘 (BIL-101…104). */
@Controller("projects/:projectId/debit-batches")
export class DebitBatchesController {
  constructor(
    private readonly queries: DebitBatchesQueries,
    private readonly drafts: DebitDraftsService,
    private readonly exports: ExportBatchService,
    private readonly returns: ImportReturnService,
    private readonly settling: SettleLineService,
    private readonly voiding: VoidBatchService,
    private readonly credits: CreditBatchService,
  ) {}

  /** 托收批次，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: DebitBatchQueryDto): Promise<DebitBatchPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 建立草稿 */
  @Post()
  @Requires("billing:debit")
  async make(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: MakeDebitBatchDto,
  ): Promise<DebitBatchDetailDto> {
    return this.queries.one(projectId, await this.drafts.make(actor, projectId, dto));
  }

  /** 一个批次 */
  @Get(":batchId")
  @Requires("billing:read")
  one(@Param() { projectId, batchId }: DebitBatchPath): Promise<DebitBatchDetailDto> {
    return this.queries.one(projectId, batchId);
  }

  /** 批次明细 */
  @Get(":batchId/lines")
  @Requires("billing:read")
  lines(@Param() { projectId, batchId }: DebitBatchPath, @Query() query: DebitLineQueryDto): Promise<DebitLinePageDto> {
    return this.queries.lines(projectId, batchId, query);
  }

  /** 没有进入批次的应收及原因 */
  @Get(":batchId/exclusions")
  @Requires("billing:read")
  exclusions(
    @Param() { projectId, batchId }: DebitBatchPath,
    @Query() query: DebitExclusionQueryDto,
  ): Promise<DebitExclusionPageDto> {
    return this.queries.exclusions(projectId, batchId, query);
  }

  /** 按现在的账重新生成草稿的明细 */
  @Post(":batchId/remake")
  @HttpCode(200)
  @Requires("billing:debit")
  async remake(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId }: DebitBatchPath,
  ): Promise<DebitBatchDetailDto> {
    await this.drafts.remake(actor, projectId, batchId);
    return this.queries.one(projectId, batchId);
  }

  /** 从草稿里剔除明细 */
  @Post(":batchId/leave-out")
  @HttpCode(200)
  @Requires("billing:debit")
  async leaveOut(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId }: DebitBatchPath,
    @Body() { lineIds }: LeaveOutDebitLinesDto,
  ): Promise<DebitBatchDetailDto> {
    await this.drafts.leaveOut(actor, projectId, batchId, lineIds);
    return this.queries.one(projectId, batchId);
  }

  /** 导出报盘文件；再次导出给出同一文件并计数 */
  @Post(":batchId/export")
  @HttpCode(200)
  @Requires("billing:debit")
  async export(@CurrentActor() actor: Actor, @Param() { projectId, batchId }: DebitBatchPath): Promise<StreamableFile> {
    const { name, content } = await this.exports.export(actor, projectId, batchId);
    return new StreamableFile(content, {
      type: "application/octet-stream",
      disposition: `attachment; filename="${name}"`,
    });
  }

  /** 检查回盘文件（multipart 字段 file，最大 5 MB），不入账 */
  @Post(":batchId/return/check")
  @HttpCode(200)
  @Requires("billing:debit")
  check(
    @Param() { projectId, batchId }: DebitBatchPath,
    @Query() { valueDate }: ReturnQueryDto,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<DebitReturnCheckDto> {
    return this.returns.check(projectId, batchId, upload, valueDate);
  }

  /** 回盘入账；同一文件再次上传不改变任何东西 */
  @Post(":batchId/return")
  @HttpCode(200)
  @Requires("billing:debit")
  async import(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId }: DebitBatchPath,
    @Query() { valueDate }: ReturnQueryDto,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<DebitBatchDetailDto> {
    await this.returns.import(actor, projectId, batchId, upload, valueDate);
    return this.queries.one(projectId, batchId);
  }

  /** 核实回盘文件里没有的明细 */
  @Post(":batchId/lines/:lineId/settle")
  @HttpCode(200)
  @Requires("billing:debit")
  async settle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId, lineId }: DebitLinePath,
    @Body() dto: SettleDebitLineDto,
  ): Promise<DebitBatchDetailDto> {
    await this.settling.settle(actor, projectId, batchId, lineId, dto);
    return this.queries.one(projectId, batchId);
  }

  /** 作废：银行回盘之前 */
  @Post(":batchId/void")
  @HttpCode(200)
  @Requires("billing:debit")
  async void(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId }: DebitBatchPath,
    @Body() { reason }: DebitReasonDto,
  ): Promise<DebitBatchDetailDto> {
    await this.voiding.void(actor, projectId, batchId, reason);
    return this.queries.one(projectId, batchId);
  }

  /** 登记银行到账与手续费（对账） */
  @Post(":batchId/credits")
  @HttpCode(200)
  @Requires("billing:debit-scheme")
  async credit(
    @CurrentActor() actor: Actor,
    @Param() { projectId, batchId }: DebitBatchPath,
    @Body() dto: CreditDebitBatchDto,
  ): Promise<DebitBatchDetailDto> {
    await this.credits.credit(actor, projectId, batchId, dto);
    return this.queries.one(projectId, batchId);
  }
}
