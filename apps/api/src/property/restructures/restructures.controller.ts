import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  ProjectPath,
  ProposeRestructureDto,
  RestoreRestructureDto,
  RestructureDetailDto,
  RestructurePageDto,
  RestructurePath,
  RestructurePlanDto,
  RestructurePreviewDto,
  RestructureProposalDto,
  RestructureQueryDto,
  RestructureVersionDto,
  RoomLineageDto,
  RoomPath,
  SaveRestructureDto,
  SubmitRestructureDto,
  UpdateRestructureDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RestoreRestructureService } from "./restore-restructure.service.js";
import { loadPlan } from "./restructure-plan.js";
import { RestructureSurvey } from "./restructure-survey.service.js";
import { RestructureQueries } from "./restructure.queries.js";
import { RestructuresService } from "./restructures.service.js";

/** 拆分与合并房间 (SCN-08) */
@Controller("projects/:projectId")
export class RestructuresController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: RestructureQueries,
    private readonly service: RestructuresService,
    private readonly restoring: RestoreRestructureService,
    private readonly surveys: RestructureSurvey,
  ) {}

  /** 拆分合并记录，新的在前 */
  @Get("restructures")
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RestructureQueryDto): Promise<RestructurePageDto> {
    return this.queries.list(projectId, query);
  }

  /** 拆分合并建议：新房号、面积、收费标准和预收的去向 */
  @Post("restructures/proposal")
  @HttpCode(200)
  @Requires("property:restructure")
  propose(@Param() { projectId }: ProjectPath, @Body() dto: ProposeRestructureDto): Promise<RestructureProposalDto> {
    return this.surveys.propose(this.db.manager, projectId, dto);
  }

  /** 拆分合并预览；什么也不写入 */
  @Post("restructures/preview")
  @HttpCode(200)
  @Requires("property:restructure")
  async preview(@Param() { projectId }: ProjectPath, @Body() dto: RestructurePlanDto): Promise<RestructurePreviewDto> {
    return this.surveys.preview(this.db.manager, await loadPlan(this.db.manager, projectId, dto));
  }

  /** 保存拆分合并草稿 */
  @Post("restructures")
  @Requires("property:restructure")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveRestructureDto,
  ): Promise<RestructureDetailDto> {
    return this.queries.one(projectId, await this.service.create(actor, projectId, dto));
  }

  /** 一项拆分合并 */
  @Get("restructures/:restructureId")
  @Requires("property:read")
  one(@Param() { projectId, restructureId }: RestructurePath): Promise<RestructureDetailDto> {
    return this.queries.one(projectId, restructureId);
  }

  /** 修改草稿 */
  @Put("restructures/:restructureId")
  @Requires("property:restructure")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, restructureId }: RestructurePath,
    @Body() dto: UpdateRestructureDto,
  ): Promise<RestructureDetailDto> {
    await this.service.update(actor, projectId, restructureId, dto);
    return this.queries.one(projectId, restructureId);
  }

  /** 作废草稿 */
  @Post("restructures/:restructureId/discard")
  @HttpCode(200)
  @Requires("property:restructure")
  async discard(
    @CurrentActor() actor: Actor,
    @Param() { projectId, restructureId }: RestructurePath,
    @Body() { version }: RestructureVersionDto,
  ): Promise<RestructureDetailDto> {
    await this.service.discard(actor, projectId, restructureId, version);
    return this.queries.one(projectId, restructureId);
  }

  /** 提交审批 */
  @Post("restructures/:restructureId/submit")
  @HttpCode(200)
  @Requires("property:restructure")
  async submit(
    @CurrentActor() actor: Actor,
    @Param() { projectId, restructureId }: RestructurePath,
    @Body() dto: SubmitRestructureDto,
  ): Promise<RestructureDetailDto> {
    await this.service.submit(actor, projectId, restructureId, dto);
    return this.queries.one(projectId, restructureId);
  }

  /** 复原：新房间还没有业务时恢复原房间 */
  @Post("restructures/:restructureId/restore")
  @HttpCode(200)
  @Requires("property:approve")
  async restore(
    @CurrentActor() actor: Actor,
    @Param() { projectId, restructureId }: RestructurePath,
    @Body() dto: RestoreRestructureDto,
  ): Promise<RestructureDetailDto> {
    await this.restoring.restore(actor, projectId, restructureId, dto);
    return this.queries.one(projectId, restructureId);
  }

  /** 房间的来历与去向 */
  @Get("rooms/:roomId/lineage")
  @Requires("property:read")
  lineage(@Param() { projectId, roomId }: RoomPath, @CurrentAccess() access: Access): Promise<RoomLineageDto> {
    return this.queries.lineage(projectId, roomId, may(access, "billing:read", projectId));
  }
}
