import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  DunningCaseDetailDto,
  DunningCasePageDto,
  DunningCasePath,
  DunningCaseQueryDto,
  DunningFilterDto,
  DunningTotalsDto,
  PauseDunningDto,
  ProjectPath,
  RecordLawsuitDto,
  RecordPromiseDto,
  RecordStepDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { ProjectToday } from "../../../property/project-today.js";
import { DunningEvidence } from "../prints/evidence.service.js";
import { DunningCaseDetailQueries } from "./dunning-case-detail.queries.js";
import { DunningCasesQueries } from "./dunning-cases.queries.js";
import { DunningLawsuitsService } from "./dunning-lawsuits.service.js";
import { DunningPausesService } from "./dunning-pauses.service.js";
import { DunningPromisesService } from "./dunning-promises.service.js";
import { DunningStepsService } from "./dunning-steps.service.js";

/** 催缴案件: what one payer owes for one room, and what was done about it (BIL-113). */
@Controller("projects/:projectId/dunning-cases")
export class DunningCasesController {
  constructor(
    private readonly cases: DunningCasesQueries,
    private readonly detail: DunningCaseDetailQueries,
    private readonly steps: DunningStepsService,
    private readonly promises: DunningPromisesService,
    private readonly pauses: DunningPausesService,
    private readonly lawsuits: DunningLawsuitsService,
    private readonly evidence: DunningEvidence,
    private readonly days: ProjectToday,
  ) {}

  /** 催缴案件：按级别、金额、逾期、诉讼时效筛选 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath, @Query() query: DunningCaseQueryDto): Promise<DunningCasePageDto> {
    return this.cases.page(projectId, await this.days.today(projectId), query);
  }

  /** 催缴案件合计，含时效将到期的笔数 */
  @Get("totals")
  @Requires("billing:read")
  async totals(@Param() { projectId }: ProjectPath, @Query() filter: DunningFilterDto): Promise<DunningTotalsDto> {
    return this.cases.totals(projectId, await this.days.today(projectId), filter);
  }

  /** 一户的催缴案件：欠费与诉讼时效、催缴记录、承诺、暂停、诉讼 */
  @Get(":roomId/:payerId")
  @Requires("billing:read")
  one(@Param() { projectId, roomId, payerId }: DunningCasePath): Promise<DunningCaseDetailDto> {
    return this.detail.one(projectId, roomId, payerId);
  }

  /** 证据包 PDF：欠费与时效、催缴与送达证据、承诺、诉讼、收款、催款单 */
  @Get(":roomId/:payerId/evidence")
  @Requires("billing:dun")
  pack(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId, payerId }: DunningCasePath,
  ): Promise<StreamableFile> {
    return this.evidence.pack(actor, projectId, roomId, payerId);
  }

  /** 登记一次催缴（电话、上门、律师函等）；同一编号只登记一次 */
  @Post(":roomId/:payerId/steps")
  @HttpCode(204)
  @Requires("billing:dun")
  recordStep(@CurrentActor() actor: Actor, @Param() place: DunningCasePath, @Body() dto: RecordStepDto): Promise<void> {
    return this.steps.record(actor, place, dto);
  }

  /** 登记还款承诺；是否履行由收款得出 */
  @Post(":roomId/:payerId/promises")
  @HttpCode(204)
  @Requires("billing:dun")
  recordPromise(
    @CurrentActor() actor: Actor,
    @Param() place: DunningCasePath,
    @Body() dto: RecordPromiseDto,
  ): Promise<void> {
    return this.promises.record(actor, place, dto);
  }

  /** 暂停催缴；诉讼时效照常计算 */
  @Post(":roomId/:payerId/pauses")
  @HttpCode(204)
  @Requires("billing:dun")
  pause(@CurrentActor() actor: Actor, @Param() place: DunningCasePath, @Body() dto: PauseDunningDto): Promise<void> {
    return this.pauses.pause(actor, place, dto);
  }

  /** 登记起诉或仲裁：终结前时效不计算 */
  @Post(":roomId/:payerId/lawsuits")
  @HttpCode(204)
  @Requires("billing:dun")
  recordLawsuit(
    @CurrentActor() actor: Actor,
    @Param() place: DunningCasePath,
    @Body() dto: RecordLawsuitDto,
  ): Promise<void> {
    return this.lawsuits.record(actor, place, dto);
  }
}
