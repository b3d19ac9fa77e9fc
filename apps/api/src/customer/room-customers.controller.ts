import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import {
  CreatePayerDto,
  CreateRelationDto,
  EndPayerDto,
  EndRelationDto,
  PayerPath,
  RelationPath,
  RoomCustomersDto,
  RoomRelationsPath,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { PayersService } from "./payers.service.js";
import { RelationsService } from "./relations.service.js";
import { RoomCustomersQueries } from "./room-customers.queries.js";

/** What customers are to rooms, and who pays. Every change answers with the room's relations and payers as they are now. */
@Controller("projects/:projectId")
export class RoomCustomersController {
  constructor(
    private readonly queries: RoomCustomersQueries,
    private readonly relations: RelationsService,
    private readonly payers: PayersService,
  ) {}

  /** 房间的客户关系与收费对象，现在的和以前的 */
  @Get("rooms/:roomId/relations")
  @Requires("customer:read")
  ofRoom(@Param() { projectId, roomId }: RoomRelationsPath): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, roomId);
  }

  /** 把已有客户与房间建立关系 */
  @Post("rooms/:roomId/relations")
  @Requires("customer:write")
  async add(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomRelationsPath,
    @Body() dto: CreateRelationDto,
  ): Promise<RoomCustomersDto> {
    await this.relations.add(actor, projectId, roomId, dto);
    return this.queries.ofRoom(projectId, roomId);
  }

  /** 结束客房关系 */
  @Post("relations/:relationId/end")
  @HttpCode(200)
  @Requires("customer:write")
  async end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, relationId }: RelationPath,
    @Body() dto: EndRelationDto,
  ): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, await this.relations.end(actor, projectId, relationId, dto));
  }

  /** 指定房间的收费对象，按收费项目或全部 */
  @Post("rooms/:roomId/payers")
  @Requires("customer:write")
  async setPayer(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomRelationsPath,
    @Body() dto: CreatePayerDto,
  ): Promise<RoomCustomersDto> {
    await this.payers.set(actor, projectId, roomId, dto);
    return this.queries.ofRoom(projectId, roomId);
  }

  /** 结束收费对象 */
  @Post("payers/:payerId/end")
  @HttpCode(200)
  @Requires("customer:write")
  async endPayer(
    @CurrentActor() actor: Actor,
    @Param() { projectId, payerId }: PayerPath,
    @Body() { endsOn }: EndPayerDto,
  ): Promise<RoomCustomersDto> {
    return this.queries.ofRoom(projectId, await this.payers.end(actor, projectId, payerId, endsOn));
  }
}
