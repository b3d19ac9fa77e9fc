import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ProjectPath,
  RecoverWriteOffDto,
  RequestWriteOffDto,
  WriteOffDetailDto,
  WriteOffPageDto,
  WriteOffPath,
  WriteOffQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RecoverWriteOffService } from "./recover-write-off.service.js";
import { WriteOffsQueries } from "./write-offs.queries.js";
import { WriteOffsService } from "./write-offs.service.js";

/** 坏账核销: asked for by one person, decided by another (see approvals), perhaps recovered later. */
@Controller("projects/:projectId/write-offs")
export class WriteOffsController {
  constructor(
    private readonly queries: WriteOffsQueries,
    private readonly writeOffs: WriteOffsService,
    private readonly recoveries: RecoverWriteOffService,
  ) {}

  /** 核销单列表，新的在前，含核销与收回合计 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: WriteOffQueryDto): Promise<WriteOffPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一份核销单 */
  @Get(":writeOffId")
  @Requires("billing:read")
  one(@Param() { projectId, writeOffId }: WriteOffPath): Promise<WriteOffDetailDto> {
    return this.queries.one(projectId, writeOffId);
  }

  /** 申请核销坏账 */
  @Post()
  @Requires("billing:write-off")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestWriteOffDto,
  ): Promise<WriteOffDetailDto> {
    return this.queries.one(projectId, await this.writeOffs.request(actor, projectId, dto));
  }

  /** 坏账收回：开收据；同一收据编号重复提交只收一次 */
  @Post(":writeOffId/recoveries")
  @HttpCode(200)
  @Requires("billing:collect")
  async recover(
    @CurrentActor() actor: Actor,
    @Param() { projectId, writeOffId }: WriteOffPath,
    @Body() dto: RecoverWriteOffDto,
  ): Promise<WriteOffDetailDto> {
    await this.recoveries.recover(actor, projectId, writeOffId, dto);
    return this.queries.one(projectId, writeOffId);
  }
}
