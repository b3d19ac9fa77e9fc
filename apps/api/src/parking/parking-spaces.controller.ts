import { Body, Controller, Get, Param, Post, Put, Query } from "@nestjs/common";
import {
  GaragesDto,
  ParkingSpaceDto,
  ParkingSpacePageDto,
  ParkingSpacePath,
  ParkingSpaceQueryDto,
  ProjectPath,
  SaveParkingSpaceDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { ParkingSpaceQueries } from "./parking-space.queries.js";
import { ParkingSpacesService } from "./parking-spaces.service.js";

/** 车位与车库 */
@Controller("projects/:projectId")
export class ParkingSpacesController {
  constructor(
    private readonly queries: ParkingSpaceQueries,
    private readonly service: ParkingSpacesService,
  ) {}

  /** 车位列表，按车位号 */
  @Get("parking-spaces")
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ParkingSpaceQueryDto): Promise<ParkingSpacePageDto> {
    return this.queries.list(projectId, query);
  }

  /** 登记车位；车位号与现场一致，不能重复 */
  @Post("parking-spaces")
  @Requires("parking:write")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveParkingSpaceDto,
  ): Promise<ParkingSpaceDto> {
    return this.queries.one(projectId, await this.service.create(actor, projectId, dto));
  }

  /** 修改车位资料 */
  @Put("parking-spaces/:spaceId")
  @Requires("parking:write")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, spaceId }: ParkingSpacePath,
    @Body() dto: SaveParkingSpaceDto,
  ): Promise<ParkingSpaceDto> {
    await this.service.update(actor, projectId, spaceId, dto);
    return this.queries.one(projectId, spaceId);
  }

  /** 车库：房产目录里的独立车库及其车位数 */
  @Get("parking/garages")
  @Requires("property:read")
  garages(@Param() { projectId }: ProjectPath): Promise<GaragesDto> {
    return this.queries.garages(projectId);
  }
}
