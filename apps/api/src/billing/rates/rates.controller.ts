import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  AddRateVersionDto,
  CreatedDto,
  CreateRateDto,
  EndRateDto,
  ProjectPath,
  RateDto,
  RatePageDto,
  RatePath,
  RateQueryDto,
  RateVersionPath,
  UpdateRateDto,
  UpdateRateVersionDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RateVersionsService } from "./rate-versions.service.js";
import { RateQueries } from "./rate.queries.js";
import { RatesService } from "./rates.service.js";

/** 收费标准 and their prices by date (BIL-04). */
@Controller("projects/:projectId/rates")
export class RatesController {
  constructor(
    private readonly queries: RateQueries,
    private readonly rates: RatesService,
    private readonly versions: RateVersionsService,
  ) {}

  /** 收费标准列表 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RateQueryDto): Promise<RatePageDto> {
    return this.queries.list(projectId, query);
  }

  /** 收费标准详情 */
  @Get(":rateId")
  @Requires("billing:read")
  one(@Param() { projectId, rateId }: RatePath): Promise<RateDto> {
    return this.queries.one(projectId, rateId);
  }

  /** 新建收费标准 */
  @Post()
  @Requires("billing:rates")
  async create(
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateRateDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedDto> {
    return { id: await this.rates.create(actor, projectId, dto) };
  }

  /** 修改收费标准；出过账后只能改名称、依据和启用状态 */
  @Put(":rateId")
  @HttpCode(204)
  @Requires("billing:rates")
  async update(
    @Param() { projectId, rateId }: RatePath,
    @Body() dto: UpdateRateDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.rates.update(actor, projectId, rateId, dto);
  }

  /** 删除没有绑定过的收费标准 */
  @Delete(":rateId")
  @HttpCode(204)
  @Requires("billing:rates")
  async remove(@Param() { projectId, rateId }: RatePath, @CurrentActor() actor: Actor): Promise<void> {
    await this.rates.remove(actor, projectId, rateId);
  }

  /** 结束收费标准，连同仍在执行的绑定 */
  @Post(":rateId/end")
  @HttpCode(204)
  @Requires("billing:rates")
  async end(
    @Param() { projectId, rateId }: RatePath,
    @Body() { endsOn }: EndRateDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.versions.end(actor, projectId, rateId, endsOn);
  }

  /** 新增价格，上一价格于前一日结束 */
  @Post(":rateId/versions")
  @Requires("billing:rates")
  async addVersion(
    @Param() { projectId, rateId }: RatePath,
    @Body() dto: AddRateVersionDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedDto> {
    return { id: await this.versions.add(actor, projectId, rateId, dto) };
  }

  /** 更正没有出过账的价格 */
  @Put(":rateId/versions/:versionId")
  @HttpCode(204)
  @Requires("billing:rates")
  async updateVersion(
    @Param() { projectId, rateId, versionId }: RateVersionPath,
    @Body() dto: UpdateRateVersionDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.versions.update(actor, projectId, rateId, versionId, dto);
  }

  /** 删除没有出过账的最后一个价格 */
  @Delete(":rateId/versions/:versionId")
  @HttpCode(204)
  @Requires("billing:rates")
  async removeVersion(
    @Param() { projectId, rateId, versionId }: RateVersionPath,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.versions.remove(actor, projectId, rateId, versionId);
  }
}
