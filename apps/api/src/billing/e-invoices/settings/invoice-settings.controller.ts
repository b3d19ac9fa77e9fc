import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { InvoiceSettingsDto, ProjectPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { InvoiceSettingsService } from "./invoice-settings.service.js";

/** 电子发票设置: who sells and who issues. */
@Controller("projects/:projectId/invoice-settings")
export class InvoiceSettingsController {
  constructor(private readonly settings: InvoiceSettingsService) {}

  /** 电子发票设置 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<InvoiceSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改电子发票设置；办理中的申请不受影响 */
  @Put()
  @Requires("billing:invoice-settings")
  save(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: InvoiceSettingsDto,
  ): Promise<InvoiceSettingsDto> {
    return this.settings.save(actor, projectId, dto);
  }
}
