import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  ComputeRecalculationDto,
  ProjectPath,
  RecalculationDto,
  RecalculationJobDto,
  RecalculationLinePageDto,
  RecalculationLineQueryDto,
  RecalculationPageDto,
  RecalculationPath,
  RecalculationQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { ComputeRecalculationService } from "./compute-recalculation.service.js";
import { RecalculationWorkbookService } from "./recalculation-workbook.service.js";
import { RecalculationsQueries } from "./recalculations.queries.js";
import { SubmitRecalculationService } from "./submit-recalculation.service.js";

/** 应收重算 (BIL-13): differences computed and handed in by one person, decided by another (see approvals). */
@Controller("projects/:projectId/recalculations")
export class RecalculationsController {
  constructor(
    private readonly queries: RecalculationsQueries,
    private readonly computer: ComputeRecalculationService,
    private readonly submitter: SubmitRecalculationService,
    private readonly workbooks: RecalculationWorkbookService,
  ) {}

  /** 重算列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RecalculationQueryDto): Promise<RecalculationPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 重算详情 */
  @Get(":recalculationId")
  @Requires("billing:read")
  one(@Param() { projectId, recalculationId }: RecalculationPath): Promise<RecalculationDto> {
    return this.queries.one(projectId, recalculationId);
  }

  /** 差异清单，含重算前后的计算过程 */
  @Get(":recalculationId/lines")
  @Requires("billing:read")
  lines(
    @Param() { projectId, recalculationId }: RecalculationPath,
    @Query() query: RecalculationLineQueryDto,
  ): Promise<RecalculationLinePageDto> {
    return this.queries.lines(projectId, recalculationId, query);
  }

  /** 下载差异清单（Excel）；下载记入日志 */
  @Get(":recalculationId/xlsx")
  @Requires("billing:read")
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param() { projectId, recalculationId }: RecalculationPath,
  ): Promise<StreamableFile> {
    const { name, content } = await this.workbooks.make(actor, projectId, recalculationId);
    return xlsxAnswer(name, content);
  }

  /** 计算已出账与现在应收的差异（后台任务），不改动任何账单 */
  @Post()
  @HttpCode(202)
  @Requires("billing:recalculate")
  compute(
    @Param() { projectId }: ProjectPath,
    @Body() dto: ComputeRecalculationDto,
    @CurrentActor() actor: Actor,
  ): Promise<RecalculationJobDto> {
    return this.computer.start(actor, projectId, dto);
  }

  /** 提交审批；通过后在后台重算 */
  @Post(":recalculationId/submit")
  @HttpCode(204)
  @Requires("billing:recalculate")
  submit(@Param() { projectId, recalculationId }: RecalculationPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.submitter.submit(actor, projectId, recalculationId);
  }

  /** 作废没有提交的差异清单 */
  @Delete(":recalculationId")
  @HttpCode(204)
  @Requires("billing:recalculate")
  discard(@Param() { projectId, recalculationId }: RecalculationPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.submitter.discard(actor, projectId, recalculationId);
  }
}
