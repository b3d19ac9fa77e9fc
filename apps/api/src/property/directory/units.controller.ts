import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { CreateUnitDto, ProjectPath, RoomNodesDto, UnitDto, UnitPath, UpdateUnitDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { DirectoryQueries } from "./directory.queries.js";
import { UnitsService } from "./units.service.js";

/** 单元（或楼层、区域） */
@Controller("projects/:projectId/units")
export class UnitsController {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly units: UnitsService,
  ) {}

  /** 新增单元 */
  @Post()
  @Requires("property:write")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateUnitDto,
  ): Promise<UnitDto> {
    return this.units.create(actor, projectId, dto);
  }

  /** 单元 */
  @Get(":unitId")
  @Requires("property:read")
  one(@Param() { projectId, unitId }: UnitPath): Promise<UnitDto> {
    return this.directory.unit(projectId, unitId);
  }

  /** 单元内的全部房间（目录树展开时取） */
  @Get(":unitId/rooms")
  @Requires("property:read")
  async rooms(@Param() { projectId, unitId }: UnitPath): Promise<RoomNodesDto> {
    return { items: await this.directory.roomsOfUnit(projectId, unitId) };
  }

  /** 修改单元 */
  @Put(":unitId")
  @Requires("property:write")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, unitId }: UnitPath,
    @Body() dto: UpdateUnitDto,
  ): Promise<UnitDto> {
    return this.units.update(actor, projectId, unitId, dto);
  }

  /** 删除没有房间的单元 */
  @Delete(":unitId")
  @HttpCode(204)
  @Requires("property:write")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, unitId }: UnitPath): Promise<void> {
    return this.units.remove(actor, projectId, unitId);
  }
}
