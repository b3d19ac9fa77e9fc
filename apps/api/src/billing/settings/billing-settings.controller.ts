import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { BillingSettingsDto, ProjectPath, SaveBillingControlsDto, SaveBillingSettingsDto } from "@linli/contracts";
import type { Access } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { BillingSettingsService } from "./billing-settings.service.js";

/** 收费设置 */
@Controller("projects/:projectId/billing-settings")
export class BillingSettingsController {
  constructor(private readonly settings: BillingSettingsService) {}

  /** 收费设置 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<BillingSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改收费设置 */
  @Put()
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveBillingSettingsDto,
  ): Promise<BillingSettingsDto> {
    return this.settings.update(actor, projectId, dto);
  }

  /** 修改审批与限额设置：哪些须由另一人审批或审核；办理业务的人不能改 */
  @Put("controls")
  @Requires("billing:control-settings")
  control(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveBillingControlsDto,
  ): Promise<BillingSettingsDto> {
    return this.settings.control(actor, access, projectId, dto);
  }
}
