import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ProjectPath,
  PublishRunDto,
  RehearseRunDto,
  ReverseRunDto,
  RunDto,
  RunJobDto,
  RunLinePageDto,
  RunLineQueryDto,
  RunPageDto,
  RunPath,
  RunQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { DiscardRunService } from "./discard-run.service.js";
import { PublishRunService } from "./publish-run.service.js";
import { RehearseRunService } from "./rehearse-run.service.js";
import { ReverseRunService } from "./reverse-run.service.js";
import { RunQueries } from "./run.queries.js";

/** 应收批次: rehearse, look at the differences, publish, perhaps reverse (BIL-17). */
@Controller("projects/:projectId/runs")
export class RunsController {
  constructor(
    private readonly queries: RunQueries,
    private readonly rehearser: RehearseRunService,
    private readonly publisher: PublishRunService,
    private readonly reverser: ReverseRunService,
    private readonly discarder: DiscardRunService,
  ) {}

  /** 批次列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RunQueryDto): Promise<RunPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 批次详情 */
  @Get(":runId")
  @Requires("billing:read")
  one(@Param() { projectId, runId }: RunPath): Promise<RunDto> {
    return this.queries.one(projectId, runId);
  }

  /** 试算明细及差异 */
  @Get(":runId/lines")
  @Requires("billing:read")
  lines(@Param() { projectId, runId }: RunPath, @Query() query: RunLineQueryDto): Promise<RunLinePageDto> {
    return this.queries.lines(projectId, runId, query);
  }

  /** 试算一个月的应收（后台任务） */
  @Post()
  @HttpCode(202)
  @Requires("billing:run")
  rehearse(
    @Param() { projectId }: ProjectPath,
    @Body() dto: RehearseRunDto,
    @CurrentActor() actor: Actor,
  ): Promise<RunJobDto> {
    return this.rehearser.start(actor, projectId, dto);
  }

  /** 发布试算结果（后台任务） */
  @Post(":runId/publish")
  @HttpCode(202)
  @Requires("billing:publish")
  publish(
    @Param() { projectId, runId }: RunPath,
    @Body() dto: PublishRunDto,
    @CurrentActor() actor: Actor,
  ): Promise<RunJobDto> {
    return this.publisher.start(actor, projectId, runId, dto);
  }

  /** 整批红冲（后台任务） */
  @Post(":runId/reverse")
  @HttpCode(202)
  @Requires("billing:reverse-run")
  reverse(
    @Param() { projectId, runId }: RunPath,
    @Body() dto: ReverseRunDto,
    @CurrentActor() actor: Actor,
  ): Promise<RunJobDto> {
    return this.reverser.start(actor, projectId, runId, dto);
  }

  /** 作废未发布的试算 */
  @Delete(":runId")
  @HttpCode(204)
  @Requires("billing:run")
  async discard(@Param() { projectId, runId }: RunPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.discarder.discard(actor, projectId, runId);
  }
}
