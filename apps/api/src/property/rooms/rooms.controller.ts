import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  CompletenessDto,
  CreateRoomDto,
  ProjectPath,
  RoomDto,
  RoomFiguresDto,
  RoomIdentityDto,
  RoomOptionQueryDto,
  RoomOptionsDto,
  RoomPageDto,
  RoomPath,
  RoomQueryDto,
  RoomStateDto,
  RoomTypeDto,
  SaveAttributesDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { SetRoomAttributesService } from "../attributes/set-room-attributes.service.js";
import { ModifyRoomService } from "./modify-room.service.js";
import { RoomQueries } from "./room.queries.js";
import { RoomsService } from "./rooms.service.js";

/** 房间 */
@Controller("projects/:projectId")
export class RoomsController {
  constructor(
    private readonly rooms: RoomQueries,
    private readonly service: RoomsService,
    private readonly attributes: SetRoomAttributesService,
    private readonly modify: ModifyRoomService,
  ) {}

  /** 房间列表 */
  @Get("rooms")
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RoomQueryDto): Promise<RoomPageDto> {
    return this.rooms.list(projectId, query);
  }

  /** 选择房间：按房号或名称 */
  @Get("room-options")
  @Requires("property:read")
  async options(@Param() { projectId }: ProjectPath, @Query() query: RoomOptionQueryDto): Promise<RoomOptionsDto> {
    return { items: await this.rooms.options(projectId, query) };
  }

  /** 房产资料完整性（PRP-07） */
  @Get("completeness")
  @Requires("property:read")
  completeness(@Param() { projectId }: ProjectPath): Promise<CompletenessDto> {
    return this.rooms.completeness(projectId);
  }

  /** 新增房间 */
  @Post("rooms")
  @Requires("property:write")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateRoomDto,
  ): Promise<RoomDto> {
    return this.service.create(actor, projectId, dto);
  }

  /** 房间档案 */
  @Get("rooms/:roomId")
  @Requires("property:read")
  one(@Param() { projectId, roomId }: RoomPath): Promise<RoomDto> {
    return this.rooms.one(projectId, roomId);
  }

  /** 房间的欠费、逾期、预收 */
  @Get("rooms/:roomId/figures")
  @Requires("billing:read")
  figures(@Param() { projectId, roomId }: RoomPath): Promise<RoomFiguresDto> {
    return this.rooms.figures(projectId, roomId);
  }

  /** 修改房间的代码、名称、单元、楼层 */
  @Put("rooms/:roomId/identity")
  @Requires("property:identity")
  identity(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomPath,
    @Body() dto: RoomIdentityDto,
  ): Promise<RoomDto> {
    return this.modify.identity(actor, projectId, roomId, dto);
  }

  /** 修改房间的户型、朝向、备注 */
  @Put("rooms/:roomId/type")
  @Requires("property:write")
  type(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomPath,
    @Body() dto: RoomTypeDto,
  ): Promise<RoomDto> {
    return this.modify.type(actor, projectId, roomId, dto);
  }

  /** 修改房间的状态、用途、交房与入住日期、启用 */
  @Put("rooms/:roomId/state")
  @Requires("property:state")
  state(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomPath,
    @Body() dto: RoomStateDto,
  ): Promise<RoomDto> {
    return this.modify.state(actor, projectId, roomId, dto);
  }

  /** 保存房间的自定义资料 */
  @Put("rooms/:roomId/attributes")
  @Requires("property:write")
  async setAttributes(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomPath,
    @Body() dto: SaveAttributesDto,
  ): Promise<RoomDto> {
    await this.attributes.set(actor, projectId, roomId, dto);
    return this.rooms.one(projectId, roomId);
  }

  /** 删除没有业务的房间 */
  @Delete("rooms/:roomId")
  @HttpCode(204)
  @Requires("property:write")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, roomId }: RoomPath): Promise<void> {
    return this.service.remove(actor, projectId, roomId);
  }
}
