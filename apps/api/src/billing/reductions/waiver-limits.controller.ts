import { Body, Controller, Get, HttpCode, Param, Put } from "@nestjs/common";
import { ProjectPath, SaveWaiverLimitsDto, WaiverLimitsDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { WaiverLimits } from "./waiver-limits.service.js";

/** 减免审批限额 (BIL-42) */
@Controller("projects/:projectId/waiver-limits")
export class WaiverLimitsController {
  constructor(private readonly limits: WaiverLimits) {}

  /** 各角色的减免审批限额 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<WaiverLimitsDto> {
    return { items: await this.limits.of(projectId) };
  }

  /** 修改减免审批限额 */
  @Put()
  @HttpCode(204)
  @Requires("project:settings")
  async save(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveWaiverLimitsDto,
  ): Promise<void> {
    await this.limits.save(actor, projectId, dto);
  }
}
