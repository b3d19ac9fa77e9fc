import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  FetchOnlineStatementDto,
  OnlineDifferencePath,
  OnlineStatementDetailDto,
  OnlineStatementPageDto,
  OnlineStatementPath,
  OnlineStatementQueryDto,
  ProjectPath,
  SettleOnlineDifferenceDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { FetchStatementService } from "./fetch-statement.service.js";
import { OnlineStatementsQueries } from "./online-statements.queries.js";
import { SettleDifferenceService } from "./settle-difference.service.js";

/** 渠道对账 (BIL-75): statements of payment channels against our orders and refunds, line by line. */
@Controller("projects/:projectId/online-statements")
export class OnlineStatementsController {
  constructor(
    private readonly queries: OnlineStatementsQueries,
    private readonly fetcher: FetchStatementService,
    private readonly settler: SettleDifferenceService,
  ) {}

  /** 渠道对账单，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: OnlineStatementQueryDto): Promise<OnlineStatementPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一天的对账单与差异 */
  @Get(":statementId")
  @Requires("billing:read")
  one(@Param() { projectId, statementId }: OnlineStatementPath): Promise<OnlineStatementDetailDto> {
    return this.queries.one(projectId, statementId);
  }

  /** 取渠道某一天的对账单并逐笔核对；再次核对以新的为准 */
  @Post()
  @HttpCode(200)
  @Requires("billing:shifts")
  async fetch(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: FetchOnlineStatementDto,
  ): Promise<OnlineStatementDetailDto> {
    return this.queries.one(projectId, await this.fetcher.fetch(actor, projectId, dto));
  }

  /** 就差异所属的订单向渠道查询，并重新核对这一天 */
  @Post(":statementId/differences/:differenceId/query")
  @HttpCode(200)
  @Requires("billing:shifts")
  async query(
    @CurrentActor() actor: Actor,
    @Param() { projectId, statementId, differenceId }: OnlineDifferencePath,
  ): Promise<OnlineStatementDetailDto> {
    await this.settler.ask(actor, projectId, statementId, differenceId);
    return this.queries.one(projectId, statementId);
  }

  /** 说明差异的原因或处理结果 */
  @Post(":statementId/differences/:differenceId/settle")
  @HttpCode(200)
  @Requires("billing:shifts")
  async settle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, statementId, differenceId }: OnlineDifferencePath,
    @Body() { note }: SettleOnlineDifferenceDto,
  ): Promise<OnlineStatementDetailDto> {
    await this.settler.note(actor, projectId, statementId, differenceId, note);
    return this.queries.one(projectId, statementId);
  }
}
