import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { ProjectPath, RoomPrefixDto, RoomPrefixPath, SaveRoomPrefixDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RoomPrefixesService } from "./room-prefixes.service.js";

/** 房号前缀（PRP-04） */
@Controller("projects/:projectId/room-prefixes")
export class RoomPrefixesController {
  constructor(private readonly prefixes: RoomPrefixesService) {}

  /** 房号前缀列表 */
  @Get()
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath): Promise<RoomPrefixDto[]> {
    return this.prefixes.list(projectId);
  }

  /** 新增房号前缀 */
  @Post()
  @Requires("project:settings")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveRoomPrefixDto,
  ): Promise<RoomPrefixDto> {
    return this.prefixes.create(actor, projectId, dto);
  }

  /** 修改房号前缀 */
  @Put(":prefixId")
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, prefixId }: RoomPrefixPath,
    @Body() dto: SaveRoomPrefixDto,
  ): Promise<RoomPrefixDto> {
    return this.prefixes.update(actor, projectId, prefixId, dto);
  }

  /** 删除房号前缀 */
  @Delete(":prefixId")
  @HttpCode(204)
  @Requires("project:settings")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, prefixId }: RoomPrefixPath): Promise<void> {
    return this.prefixes.remove(actor, projectId, prefixId);
  }
}
