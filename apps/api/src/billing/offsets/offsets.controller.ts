import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  OffsetPreviewDto,
  OffsetRunDto,
  OffsetRunPageDto,
  OffsetRunPath,
  OffsetRunQueryDto,
  OffsetSchemeDto,
  OffsetScopeDto,
  ProjectPath,
  StartOffsetDto,
} from "@linli/contracts";
import type { Access } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { OffsetPlans } from "./offset-plan.service.js";
import { OffsetSchemeService } from "./offset-scheme.service.js";
import { OffsetsQueries } from "./offsets.queries.js";
import { RunOffsetService } from "./run-offset.service.js";

/** 预收冲抵: how prepayments are used, and the runs that use them (BIL-61). */
@Controller("projects/:projectId")
export class OffsetsController {
  constructor(
    private readonly schemes: OffsetSchemeService,
    private readonly plans: OffsetPlans,
    private readonly runner: RunOffsetService,
    private readonly queries: OffsetsQueries,
  ) {}

  /** 预收款使用方案 */
  @Get("offset-scheme")
  @Requires("billing:read")
  scheme(@Param() { projectId }: ProjectPath): Promise<OffsetSchemeDto> {
    return this.schemes.of(projectId);
  }

  /** 修改预收款使用方案；是否只冲抵已审核的预收，须有审批与限额设置的权限才能改 */
  @Put("offset-scheme")
  @Requires("project:settings")
  setScheme(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: OffsetSchemeDto,
  ): Promise<OffsetSchemeDto> {
    return this.schemes.update(actor, access, projectId, dto);
  }

  /** 冲抵预览：冲谁的、冲哪些、按什么顺序、哪些不冲及原因；不记账 */
  @Post("offsets/preview")
  @HttpCode(200)
  @Requires("billing:read")
  preview(@Param() { projectId }: ProjectPath, @Body() dto: OffsetScopeDto): Promise<OffsetPreviewDto> {
    return this.plans.preview(projectId, dto);
  }

  /** 按预览冲抵（后台任务）；同一编号重复提交只冲一次 */
  @Post("offsets")
  @HttpCode(202)
  @Requires("billing:offset")
  async start(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: StartOffsetDto,
  ): Promise<OffsetRunDto> {
    return this.queries.one(projectId, await this.runner.start(actor, projectId, dto));
  }

  /** 冲抵批次，新的在前 */
  @Get("offsets")
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: OffsetRunQueryDto): Promise<OffsetRunPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 冲抵批次；冲抵单即按批次筛选的收据 */
  @Get("offsets/:offsetRunId")
  @Requires("billing:read")
  one(@Param() { projectId, offsetRunId }: OffsetRunPath): Promise<OffsetRunDto> {
    return this.queries.one(projectId, offsetRunId);
  }
}
