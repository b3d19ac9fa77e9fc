import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ChargeDetailDto,
  ChargeFilterDto,
  ChargePageDto,
  ChargePath,
  ChargeQueryDto,
  ChargeTotalsDto,
  CreateChargeDto,
  CreatedDto,
  ProjectPath,
  ReverseChargeDto,
  RoomChargesDto,
  RoomChargesPath,
  RoomChargesQueryDto,
  RoomObjectsDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RoomObjectsQueries } from "../objects/room-objects.queries.js";
import { ChargeQueries } from "./charge.queries.js";
import { CreateChargeService } from "./create-charge.service.js";
import { ReverseChargeService } from "./reverse-charge.service.js";
import { RoomChargesQueries } from "./room-charges.queries.js";

/** 应收: what is owed, why it is this amount, and what happened to it. */
@Controller("projects/:projectId")
export class ChargesController {
  constructor(
    private readonly queries: ChargeQueries,
    private readonly rooms: RoomChargesQueries,
    private readonly creator: CreateChargeService,
    private readonly reverser: ReverseChargeService,
    private readonly objects: RoomObjectsQueries,
  ) {}

  /** 应收明细，最近记账的在前 */
  @Get("charges")
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ChargeQueryDto): Promise<ChargePageDto> {
    return this.queries.list(projectId, query);
  }

  /** 应收合计（与明细相同的筛选） */
  @Get("charge-totals")
  @Requires("billing:read")
  totals(@Param() { projectId }: ProjectPath, @Query() query: ChargeFilterDto): Promise<ChargeTotalsDto> {
    return this.queries.totals(projectId, query);
  }

  /** 一笔应收：变动记录和金额由来 */
  @Get("charges/:chargeId")
  @Requires("billing:read")
  one(@Param() { projectId, chargeId }: ChargePath): Promise<ChargeDetailDto> {
    return this.queries.one(projectId, chargeId);
  }

  /** 登记临时收费 */
  @Post("charges")
  @Requires("billing:one-off")
  async create(
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateChargeDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedDto> {
    return { id: await this.creator.create(actor, projectId, dto) };
  }

  /** 红冲一笔应收的未收部分 */
  @Post("charges/:chargeId/reverse")
  @HttpCode(204)
  @Requires("billing:reverse")
  async reverse(
    @Param() { projectId, chargeId }: ChargePath,
    @Body() { reason }: ReverseChargeDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.reverser.reverse(actor, projectId, chargeId, reason);
  }

  /** 一个房间的计费对象：登记在它名下的和曾为它绑定的车位、车辆、合同 */
  @Get("rooms/:roomId/charge-objects")
  @Requires("billing:read")
  objectsOf(@Param() { projectId, roomId }: RoomChargesPath): Promise<RoomObjectsDto> {
    return this.objects.ofRoom(projectId, roomId);
  }

  /** 一个房间一年的应收：月份 × 项目，以及欠费合计 */
  @Get("rooms/:roomId/charges")
  @Requires("billing:read")
  ofRoom(
    @Param() { projectId, roomId }: RoomChargesPath,
    @Query() { year }: RoomChargesQueryDto,
  ): Promise<RoomChargesDto> {
    return this.rooms.ofYear(projectId, roomId, year);
  }
}
