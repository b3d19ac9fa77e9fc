import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from "@nestjs/common";
import {
  BindingPageDto,
  BindingPath,
  BindingPreviewDto,
  BindingQueryDto,
  BindObjectsDto,
  BindRoomsDto,
  BindRoomsResultDto,
  EndBindingDto,
  ObjectBindingPreviewDto,
  ProjectPath,
} from "@linli/contracts";
import { may } from "../../../auth/access.service.js";
import type { SignedInRequest } from "../../../auth/sign-in.guard.js";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { BindObjectsService } from "./bind-objects.service.js";
import { BindRoomsService } from "./bind-rooms.service.js";
import { BindingQueries } from "./binding.queries.js";
import { EndBindingService } from "./end-binding.service.js";
import { PreviewBindingService } from "./preview-binding.service.js";

/** 标准绑定: which rate holds for which room or parking space, from when to when (BIL-05). */
@Controller("projects/:projectId/bindings")
export class BindingsController {
  constructor(
    private readonly queries: BindingQueries,
    private readonly previews: PreviewBindingService,
    private readonly binder: BindRoomsService,
    private readonly objects: BindObjectsService,
    private readonly endings: EndBindingService,
  ) {}

  /** 绑定列表，按房号 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: BindingQueryDto): Promise<BindingPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 预览批量绑定：逐房间说明会绑定还是冲突 */
  @Post("preview")
  @HttpCode(200)
  @Requires("billing:bind")
  preview(@Param() { projectId }: ProjectPath, @Body() dto: BindRoomsDto): Promise<BindingPreviewDto> {
    return this.previews.preview(projectId, dto);
  }

  /** 批量绑定，全部成功或全部不做 */
  @Post()
  @Requires("billing:bind")
  bind(
    @Param() { projectId }: ProjectPath,
    @Body() dto: BindRoomsDto,
    @CurrentActor() actor: Actor,
    @Req() { user }: SignedInRequest,
  ): Promise<BindRoomsResultDto> {
    const mayOverride = user !== undefined && may(user, "billing:rates", projectId);
    return this.binder.bind(actor, projectId, dto, mayOverride);
  }

  /** 预览为车位批量绑定：逐个说明由哪个房间付费、会绑定还是不能绑定 */
  @Post("objects/preview")
  @HttpCode(200)
  @Requires("billing:bind")
  previewObjects(@Param() { projectId }: ProjectPath, @Body() dto: BindObjectsDto): Promise<ObjectBindingPreviewDto> {
    return this.objects.preview(projectId, dto);
  }

  /** 为车位批量绑定，应收记在付费房间名下，全部成功或全部不做 */
  @Post("objects")
  @Requires("billing:bind")
  bindObjects(
    @Param() { projectId }: ProjectPath,
    @Body() dto: BindObjectsDto,
    @CurrentActor() actor: Actor,
    @Req() { user }: SignedInRequest,
  ): Promise<BindRoomsResultDto> {
    const mayOverride = user !== undefined && may(user, "billing:rates", projectId);
    return this.objects.bind(actor, projectId, dto, mayOverride);
  }

  /** 结束绑定 */
  @Post(":bindingId/end")
  @HttpCode(204)
  @Requires("billing:bind")
  async end(
    @Param() { projectId, bindingId }: BindingPath,
    @Body() { endsOn }: EndBindingDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.endings.end(actor, projectId, bindingId, endsOn);
  }

  /** 删除没有出过账的绑定 */
  @Delete(":bindingId")
  @HttpCode(204)
  @Requires("billing:bind")
  async remove(@Param() { projectId, bindingId }: BindingPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.endings.remove(actor, projectId, bindingId);
  }
}
