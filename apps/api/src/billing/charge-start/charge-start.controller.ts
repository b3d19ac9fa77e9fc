import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { ChargeStartDto, ProjectPath, RoomChargeStartDto, RoomPath, SaveChargeStartDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ChargeStartQueries } from "./charge-start.queries.js";
import { SetChargeStartService } from "./set-charge-start.service.js";

/** 起算政策 (BIL-14): from when owners bear the charges of their rooms, and the developer before. */
@Controller("projects/:projectId")
export class ChargeStartController {
  constructor(
    private readonly queries: ChargeStartQueries,
    private readonly start: SetChargeStartService,
  ) {}

  /** 起算政策，含缺少日期的房间 */
  @Get("billing-settings/charge-start")
  @Requires("billing:read")
  ofProject(@Param() { projectId }: ProjectPath): Promise<ChargeStartDto> {
    return this.queries.ofProject(projectId);
  }

  /** 修改起算政策和开发商；已出账的应收不变 */
  @Put("billing-settings/charge-start")
  @Requires("project:settings")
  async set(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveChargeStartDto,
  ): Promise<ChargeStartDto> {
    await this.start.set(actor, projectId, dto);
    return this.queries.ofProject(projectId);
  }

  /** 一间房的起算日，含与之不符的已出账应收 */
  @Get("rooms/:roomId/charge-start")
  @Requires("billing:read")
  ofRoom(@Param() { projectId, roomId }: RoomPath): Promise<RoomChargeStartDto> {
    return this.queries.ofRoom(projectId, roomId);
  }
}
