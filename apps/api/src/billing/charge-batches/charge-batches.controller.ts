import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import {
  ChargeBatchDto,
  CreateRoomChargesDto,
  ProjectPath,
  ProposeRoomChargesDto,
  RoomChargesPreviewDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { RoomChargesService } from "./room-charges.service.js";

/** 批量临时收费: one charge for each of many rooms. */
@Controller("projects/:projectId/charge-batches")
export class ChargeBatchesController {
  constructor(private readonly rooms: RoomChargesService) {}

  /** 预览批量录入：逐房间说明金额、收费对象或不能收费的原因 */
  @Post("preview")
  @HttpCode(200)
  @Requires("billing:one-off")
  preview(@Param() { projectId }: ProjectPath, @Body() dto: ProposeRoomChargesDto): Promise<RoomChargesPreviewDto> {
    return this.rooms.preview(projectId, dto);
  }

  /** 批量录入临时收费，全部成功或全部不做 */
  @Post()
  @Requires("billing:one-off")
  create(
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateRoomChargesDto,
    @CurrentActor() actor: Actor,
  ): Promise<ChargeBatchDto> {
    return this.rooms.create(actor, projectId, dto);
  }
}
