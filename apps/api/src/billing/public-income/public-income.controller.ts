import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ProjectPath,
  PublicEntryDto,
  PublicEntryPageDto,
  PublicEntryPath,
  PublicEntryQueryDto,
  PublicSourcesDto,
  RecordPublicEntryDto,
  ReversePublicEntryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PublicIncomeQueries } from "./public-income.queries.js";
import { PublicIncomeService } from "./public-income.service.js";

/** 公共收益 (LAW-21) */
@Controller("projects/:projectId/public-income")
export class PublicIncomeController {
  constructor(
    private readonly queries: PublicIncomeQueries,
    private readonly income: PublicIncomeService,
  ) {}

  /** 各来源的公共收益结余 */
  @Get("sources")
  @Requires("billing:read")
  sources(@Param() { projectId }: ProjectPath): Promise<PublicSourcesDto> {
    return this.queries.sources(projectId);
  }

  /** 期初、成本和使用的登记，新的在前 */
  @Get("entries")
  @Requires("billing:read")
  page(@Param() { projectId }: ProjectPath, @Query() query: PublicEntryQueryDto): Promise<PublicEntryPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 登记期初结余、成本或使用 */
  @Post("entries")
  @Requires("billing:public-income")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RecordPublicEntryDto,
  ): Promise<PublicEntryDto> {
    await this.income.record(actor, projectId, dto);
    return this.queries.one(projectId, dto.id);
  }

  /** 红冲一笔登记 */
  @Post("entries/:entryId/reverse")
  @HttpCode(200)
  @Requires("billing:public-income")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, entryId }: PublicEntryPath,
    @Body() dto: ReversePublicEntryDto,
  ): Promise<PublicEntryDto> {
    await this.income.reverse(actor, projectId, entryId, dto);
    return this.queries.one(projectId, dto.id);
  }
}
