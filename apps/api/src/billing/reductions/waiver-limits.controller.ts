import { Body, Controller, Get, HttpCode, Param, Put } from "@nestjs/common";
import { ProjectPath, SaveWaiverLimitsDto, WaiverLimitsDto } from "@linli/contracts";
import type { Access } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
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

  /** 修改减免审批限额；办理业务的人不能改 */
  @Put()
  @HttpCode(204)
  @Requires("billing:control-settings")
  async save(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveWaiverLimitsDto,
  ): Promise<void> {
    await this.limits.save(actor, access, projectId, dto);
  }
}
