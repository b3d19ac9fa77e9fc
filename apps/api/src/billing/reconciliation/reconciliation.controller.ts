import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ExplainDifferenceDto,
  ProjectPath,
  ReconciliationDto,
  ReconciliationPath,
  ReconciliationQueryDto,
  SaveStatementsDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ReconciliationService } from "./reconciliation.service.js";

/** 收款对账 (BIL-75): books against deposit slips, POS, WeChat and Alipay statements. */
@Controller("projects/:projectId/reconciliation")
export class ReconciliationController {
  constructor(private readonly reconciliation: ReconciliationService) {}

  /** 按日期和渠道对账 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ReconciliationQueryDto): Promise<ReconciliationDto> {
    return this.reconciliation.list(projectId, query);
  }

  /** 登记对账单金额（手工或文件）；同一天同一渠道再次登记以后一次为准 */
  @Post("statements")
  @HttpCode(200)
  @Requires("billing:shifts")
  async save(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() { lines }: SaveStatementsDto,
  ): Promise<void> {
    await this.reconciliation.save(actor, projectId, lines);
  }

  /** 说明差异 */
  @Post(":day/:channel/explain")
  @HttpCode(200)
  @Requires("billing:shifts")
  async explain(
    @CurrentActor() actor: Actor,
    @Param() { projectId, day, channel }: ReconciliationPath,
    @Body() { reason }: ExplainDifferenceDto,
  ): Promise<void> {
    await this.reconciliation.explain(actor, projectId, day, channel, reason);
  }
}
