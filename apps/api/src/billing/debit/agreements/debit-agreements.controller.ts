import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  DebitAgreementDto,
  DebitAgreementPageDto,
  DebitAgreementPath,
  DebitAgreementQueryDto,
  DebitHouseholdPageDto,
  DebitHouseholdQueryDto,
  DebitPromotionDto,
  DebitReasonDto,
  DebitUnmaskedDto,
  ProjectPath,
  SaveDebitAgreementDto,
  SignDebitAgreementDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { AgreementStatesService } from "./agreement-states.service.js";
import { DebitAgreementsQueries } from "./debit-agreements.queries.js";
import { DebitAgreementsService } from "./debit-agreements.service.js";

/** 划款协议 (BIL-100, MIN-06). */
@Controller("projects/:projectId/debit-agreements")
export class DebitAgreementsController {
  constructor(
    private readonly queries: DebitAgreementsQueries,
    private readonly agreements: DebitAgreementsService,
    private readonly states: AgreementStatesService,
  ) {}

  /** 划款协议列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: DebitAgreementQueryDto): Promise<DebitAgreementPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 托收推广：按楼栋的托收户数占比（FEE-11） */
  @Get("promotion")
  @Requires("billing:read")
  promotion(@Param() { projectId }: ProjectPath): Promise<DebitPromotionDto> {
    return this.queries.promotion(projectId);
  }

  /** 还没有办理托收的住户 */
  @Get("households")
  @Requires("billing:read")
  households(
    @Param() { projectId }: ProjectPath,
    @Query() query: DebitHouseholdQueryDto,
  ): Promise<DebitHouseholdPageDto> {
    return this.queries.households(projectId, query);
  }

  /** 一份划款协议 */
  @Get(":agreementId")
  @Requires("billing:read")
  one(@Param() { projectId, agreementId }: DebitAgreementPath): Promise<DebitAgreementDto> {
    return this.queries.one(projectId, agreementId);
  }

  /** 登记划款协议 */
  @Post()
  @Requires("billing:debit-agreement")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveDebitAgreementDto,
  ): Promise<DebitAgreementDto> {
    return this.queries.one(projectId, await this.agreements.create(actor, projectId, dto));
  }

  /** 修改划款协议 */
  @Put(":agreementId")
  @Requires("billing:debit-agreement")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
    @Body() dto: SaveDebitAgreementDto,
  ): Promise<DebitAgreementDto> {
    await this.agreements.update(actor, projectId, agreementId, dto);
    return this.queries.one(projectId, agreementId);
  }

  /** 签约生效 */
  @Post(":agreementId/sign")
  @HttpCode(200)
  @Requires("billing:debit-agreement")
  async sign(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
    @Body() dto: SignDebitAgreementDto,
  ): Promise<DebitAgreementDto> {
    await this.states.sign(actor, projectId, agreementId, dto);
    return this.queries.one(projectId, agreementId);
  }

  /** 暂停 */
  @Post(":agreementId/suspend")
  @HttpCode(200)
  @Requires("billing:debit-agreement")
  async suspend(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
    @Body() { reason }: DebitReasonDto,
  ): Promise<DebitAgreementDto> {
    await this.states.suspend(actor, projectId, agreementId, reason);
    return this.queries.one(projectId, agreementId);
  }

  /** 恢复有效 */
  @Post(":agreementId/resume")
  @HttpCode(200)
  @Requires("billing:debit-agreement")
  async resume(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
  ): Promise<DebitAgreementDto> {
    await this.states.resume(actor, projectId, agreementId);
    return this.queries.one(projectId, agreementId);
  }

  /** 终止 */
  @Post(":agreementId/end")
  @HttpCode(200)
  @Requires("billing:debit-agreement")
  async end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
    @Body() { reason }: DebitReasonDto,
  ): Promise<DebitAgreementDto> {
    await this.states.end(actor, projectId, agreementId, reason);
    return this.queries.one(projectId, agreementId);
  }

  /** 查看完整账号，写入审计 */
  @Post(":agreementId/unmask")
  @HttpCode(200)
  @Requires("billing:unmask-account")
  unmask(
    @CurrentActor() actor: Actor,
    @Param() { projectId, agreementId }: DebitAgreementPath,
    @Body() { reason }: DebitReasonDto,
  ): Promise<DebitUnmaskedDto> {
    return this.agreements.unmask(actor, projectId, agreementId, reason);
  }
}
