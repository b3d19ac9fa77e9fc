import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { BuildingDto, BuildingGridDto, BuildingPath, ProjectPath, SaveBuildingDto } from "@linli/contracts";
import { type Access, may } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { BuildingsService } from "./buildings.service.js";
import { DirectoryQueries } from "./directory.queries.js";

/** 楼栋 */
@Controller("projects/:projectId/buildings")
export class BuildingsController {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly buildings: BuildingsService,
  ) {}

  /** 楼栋列表 */
  @Get()
  @Requires("property:read")
  async list(@Param() { projectId }: ProjectPath): Promise<BuildingDto[]> {
    return (await this.directory.directory(projectId)).buildings;
  }

  /** 新增楼栋 */
  @Post()
  @Requires("property:write")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveBuildingDto,
  ): Promise<BuildingDto> {
    return this.buildings.create(actor, projectId, dto);
  }

  /** 楼栋及其单元 */
  @Get(":buildingId")
  @Requires("property:read")
  one(@Param() { projectId, buildingId }: BuildingPath): Promise<BuildingDto> {
    return this.directory.building(projectId, buildingId);
  }

  /** 楼栋图：楼层 × 房间，有收费查看权限者可见欠费 */
  @Get(":buildingId/grid")
  @Requires("property:read")
  grid(@CurrentAccess() access: Access, @Param() { projectId, buildingId }: BuildingPath): Promise<BuildingGridDto> {
    return this.directory.grid(projectId, buildingId, { withArrears: may(access, "billing:read", projectId) });
  }

  /** 修改楼栋 */
  @Put(":buildingId")
  @Requires("property:write")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, buildingId }: BuildingPath,
    @Body() dto: SaveBuildingDto,
  ): Promise<BuildingDto> {
    return this.buildings.update(actor, projectId, buildingId, dto);
  }

  /** 删除没有单元的楼栋 */
  @Delete(":buildingId")
  @HttpCode(204)
  @Requires("property:write")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, buildingId }: BuildingPath): Promise<void> {
    return this.buildings.remove(actor, projectId, buildingId);
  }
}
