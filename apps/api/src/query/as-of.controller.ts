import { Controller, Get, Param, Query } from "@nestjs/common";
import {
  AsOfQueryDto,
  CustomerAsOfDto,
  CustomerPath,
  RelationGraphDto,
  RoomAsOfDto,
  RoomRelationsPath,
} from "@linli/contracts";
import { Requires } from "../common/requires.js";
import { CustomerAsOfQueries } from "./customer-as-of.queries.js";
import { RelationGraphQueries } from "./relation-graph.queries.js";
import { RoomAsOfQueries } from "./room-as-of.queries.js";

/** Rooms and customers as of any day, past or future. What takes effect later changes none of these answers. */
@Controller("projects/:projectId")
export class AsOfController {
  constructor(
    private readonly rooms: RoomAsOfQueries,
    private readonly customers: CustomerAsOfQueries,
    private readonly graphs: RelationGraphQueries,
  ) {}

  /** 房间在某日的客户关系、收费对象、面积与收费标准 */
  @Get("rooms/:roomId/as-of")
  @Requires("customer:read")
  room(@Param() { projectId, roomId }: RoomRelationsPath, @Query() { on }: AsOfQueryDto): Promise<RoomAsOfDto> {
    return this.rooms.asOf(projectId, roomId, on);
  }

  /** 客户在某日的房间、身份与付费责任 */
  @Get("customers/:customerId/as-of")
  @Requires("customer:read")
  customer(@Param() { projectId, customerId }: CustomerPath, @Query() { on }: AsOfQueryDto): Promise<CustomerAsOfDto> {
    return this.customers.asOf(projectId, customerId, on);
  }

  /** 以房间为中心的客房关系图 */
  @Get("rooms/:roomId/relation-graph")
  @Requires("customer:read")
  roomGraph(
    @Param() { projectId, roomId }: RoomRelationsPath,
    @Query() { on }: AsOfQueryDto,
  ): Promise<RelationGraphDto> {
    return this.graphs.ofRoom(projectId, roomId, on);
  }

  /** 以客户为中心的客房关系图 */
  @Get("customers/:customerId/relation-graph")
  @Requires("customer:read")
  customerGraph(
    @Param() { projectId, customerId }: CustomerPath,
    @Query() { on }: AsOfQueryDto,
  ): Promise<RelationGraphDto> {
    return this.graphs.ofCustomer(projectId, customerId, on);
  }
}
