import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { BillingSettingsDto, ProjectPath } from "@linli/contracts";
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
    @Body() dto: BillingSettingsDto,
  ): Promise<BillingSettingsDto> {
    return this.settings.update(actor, projectId, dto);
  }
}
