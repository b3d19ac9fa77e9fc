import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ProjectPath,
  RequestWaiverDto,
  ReverseWaiverDto,
  WaiverDetailDto,
  WaiverPageDto,
  WaiverPath,
  WaiverQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { WaiversQueries } from "./waivers.queries.js";
import { WaiversService } from "./waivers.service.js";

/** 减免 (BIL-41, BIL-42): asked for by one person, decided by another (see approvals). */
@Controller("projects/:projectId/waivers")
export class WaiversController {
  constructor(
    private readonly queries: WaiversQueries,
    private readonly waivers: WaiversService,
  ) {}

  /** 减免单列表，新的在前，含合计 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: WaiverQueryDto): Promise<WaiverPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一份减免单 */
  @Get(":waiverId")
  @Requires("billing:read")
  one(@Param() { projectId, waiverId }: WaiverPath): Promise<WaiverDetailDto> {
    return this.queries.one(projectId, waiverId);
  }

  /** 申请减免 */
  @Post()
  @Requires("billing:waive")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestWaiverDto,
  ): Promise<WaiverDetailDto> {
    return this.queries.one(projectId, await this.waivers.request(actor, projectId, dto));
  }

  /** 冲回已减免的减免单 */
  @Post(":waiverId/reverse")
  @HttpCode(200)
  @Requires("billing:approve-waiver")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, waiverId }: WaiverPath,
    @Body() { reason }: ReverseWaiverDto,
  ): Promise<WaiverDetailDto> {
    await this.waivers.reverse(actor, projectId, waiverId, reason);
    return this.queries.one(projectId, waiverId);
  }
}
