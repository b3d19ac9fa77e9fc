import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  AddLateFeeRateDto,
  CreatedDto,
  CreateLateFeeSchemeDto,
  FreezeLateFeesDto,
  FrozenLateFeesDto,
  LateFeeQueryDto,
  LateFeesDto,
  LateFeeSchemePath,
  LateFeeSchemesDto,
  ProjectPath,
  SaveLateFeeSchemeDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { FreezeLateFeesService } from "./freeze-late-fees.service.js";
import { LateFeeSchemesService } from "./late-fee-schemes.service.js";
import { LateFeesQueries } from "./late-fees.queries.js";

/** Late fees (违约金). */
@Controller("projects/:projectId")
export class LateFeesController {
  constructor(
    private readonly queries: LateFeesQueries,
    private readonly schemes: LateFeeSchemesService,
    private readonly freezer: FreezeLateFeesService,
  ) {}

  /** 违约金方案 */
  @Get("late-fee-schemes")
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<LateFeeSchemesDto> {
    return { items: await this.queries.schemes(projectId) };
  }

  /** 新建违约金方案 */
  @Post("late-fee-schemes")
  @Requires("billing:rates")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateLateFeeSchemeDto,
  ): Promise<CreatedDto> {
    return { id: await this.schemes.create(actor, projectId, dto) };
  }

  /** 修改违约金方案；已有违约金入账的只能改名称、适用项目和启用 */
  @Put("late-fee-schemes/:schemeId")
  @HttpCode(204)
  @Requires("billing:rates")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, schemeId }: LateFeeSchemePath,
    @Body() dto: SaveLateFeeSchemeDto,
  ): Promise<void> {
    await this.schemes.update(actor, projectId, schemeId, dto);
  }

  /** 从某日起使用新的日利率 */
  @Post("late-fee-schemes/:schemeId/rates")
  @HttpCode(204)
  @Requires("billing:rates")
  async addRate(
    @CurrentActor() actor: Actor,
    @Param() { projectId, schemeId }: LateFeeSchemePath,
    @Body() dto: AddLateFeeRateDto,
  ): Promise<void> {
    await this.schemes.addRate(actor, projectId, schemeId, dto);
  }

  /** 一个房间或收费对象截至某日未入账的违约金 */
  @Get("late-fees")
  @Requires("billing:read")
  accrued(@Param() { projectId }: ProjectPath, @Query() query: LateFeeQueryDto): Promise<LateFeesDto> {
    return this.queries.accrued(projectId, query);
  }

  /** 违约金入账：把计至今日的违约金记为应收，以便减免或催缴 */
  @Post("late-fees/freeze")
  @HttpCode(200)
  @Requires("billing:waive")
  freeze(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: FreezeLateFeesDto,
  ): Promise<FrozenLateFeesDto> {
    return this.freezer.freeze(actor, projectId, dto);
  }
}
