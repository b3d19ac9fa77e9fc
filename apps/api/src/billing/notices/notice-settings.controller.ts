import { Body, Controller, Get, Param, Put } from "@nestjs/common";
import { NoticeSettingsDto, ProjectPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { NoticeSettingsService } from "./notice-settings.service.js";

/** 收费通知单设置 (BIL-114) */
@Controller("projects/:projectId/notice-settings")
export class NoticeSettingsController {
  constructor(private readonly settings: NoticeSettingsService) {}

  /** 收费通知单设置：二维码 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<NoticeSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改收费通知单设置 */
  @Put()
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: NoticeSettingsDto,
  ): Promise<NoticeSettingsDto> {
    return this.settings.update(actor, projectId, dto);
  }
}
