import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  ChangeVehicleRelationDto,
  CreateVehicleRelationDto,
  CustomerPath,
  EndVehicleRelationDto,
  ProjectPath,
  RegisterVehicleDto,
  RetireVehicleDto,
  RoomPath,
  SaveVehicleDto,
  VehicleDetailDto,
  VehiclePageDto,
  VehiclePath,
  VehicleQueryDto,
  VehicleRelationPath,
  VehicleRelationsDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { VehicleRelationsService } from "./vehicle-relations.service.js";
import { VehiclesQueries } from "./vehicles.queries.js";
import { VehiclesService } from "./vehicles.service.js";

/** 车辆与客车关系（SCN-09、PRK-10） */
@Controller("projects/:projectId")
export class VehiclesController {
  constructor(
    private readonly queries: VehiclesQueries,
    private readonly service: VehiclesService,
    private readonly relations: VehicleRelationsService,
  ) {}

  /** 车辆列表，按车牌 */
  @Get("vehicles")
  @Requires("parking:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: VehicleQueryDto): Promise<VehiclePageDto> {
    return this.queries.list(projectId, query);
  }

  /** 登记车辆及其车主 */
  @Post("vehicles")
  @Requires("parking:write")
  async register(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RegisterVehicleDto,
  ): Promise<VehicleDetailDto> {
    return this.queries.detail(projectId, await this.service.register(actor, projectId, dto));
  }

  /** 车辆档案 */
  @Get("vehicles/:vehicleId")
  @Requires("parking:read")
  one(@Param() { projectId, vehicleId }: VehiclePath): Promise<VehicleDetailDto> {
    return this.queries.detail(projectId, vehicleId);
  }

  /** 修改车辆资料 */
  @Put("vehicles/:vehicleId")
  @Requires("parking:write")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vehicleId }: VehiclePath,
    @Body() dto: SaveVehicleDto,
  ): Promise<VehicleDetailDto> {
    await this.service.update(actor, projectId, vehicleId, dto);
    return this.queries.detail(projectId, vehicleId);
  }

  /** 停用车辆，结束它的各项关系 */
  @Post("vehicles/:vehicleId/retire")
  @HttpCode(200)
  @Requires("parking:write")
  async retire(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vehicleId }: VehiclePath,
    @Body() dto: RetireVehicleDto,
  ): Promise<VehicleDetailDto> {
    await this.service.retire(actor, projectId, vehicleId, dto);
    return this.queries.detail(projectId, vehicleId);
  }

  /** 重新启用车辆 */
  @Post("vehicles/:vehicleId/restore")
  @HttpCode(200)
  @Requires("parking:write")
  async restore(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vehicleId }: VehiclePath,
  ): Promise<VehicleDetailDto> {
    await this.service.restore(actor, projectId, vehicleId);
    return this.queries.detail(projectId, vehicleId);
  }

  /** 增加车主或使用人 */
  @Post("vehicles/:vehicleId/relations")
  @Requires("parking:write")
  async relate(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vehicleId }: VehiclePath,
    @Body() dto: CreateVehicleRelationDto,
  ): Promise<VehicleDetailDto> {
    await this.relations.add(actor, projectId, vehicleId, dto);
    return this.queries.detail(projectId, vehicleId);
  }

  /** 自某日起变更房间、车位、主副车或停放方式 */
  @Post("vehicle-relations/:relationId/change")
  @HttpCode(200)
  @Requires("parking:write")
  async change(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: VehicleRelationPath,
    @Body() dto: ChangeVehicleRelationDto,
  ): Promise<VehicleDetailDto> {
    return this.queries.detail(projectId, await this.relations.change(actor, projectId, relationId, dto));
  }

  /** 结束车辆关系 */
  @Post("vehicle-relations/:relationId/end")
  @HttpCode(200)
  @Requires("parking:write")
  async end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: VehicleRelationPath,
    @Body() dto: EndVehicleRelationDto,
  ): Promise<VehicleDetailDto> {
    return this.queries.detail(projectId, await this.relations.end(actor, projectId, relationId, dto));
  }

  /** 房间现在和以前的车辆 */
  @Get("rooms/:roomId/vehicles")
  @Requires("parking:read")
  async ofRoom(@Param() { projectId, roomId }: RoomPath): Promise<VehicleRelationsDto> {
    return { items: await this.queries.relations(projectId, { roomId }) };
  }

  /** 客户现在和以前的车辆 */
  @Get("customers/:customerId/vehicles")
  @Requires("parking:read")
  async ofCustomer(@Param() { projectId, customerId }: CustomerPath): Promise<VehicleRelationsDto> {
    return { items: await this.queries.relations(projectId, { customerId }) };
  }
}
