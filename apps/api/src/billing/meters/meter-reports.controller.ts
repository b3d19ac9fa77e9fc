import { Body, Controller, Get, Param, Put, Query } from "@nestjs/common";
import { LossQueryDto, MeterLossPageDto, MeterSettingsDto, ProjectPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { LossQueries } from "./loss.queries.js";
import { MeterSettingsService } from "./meter-settings.service.js";

/** 损耗报表与抄表设置。 */
@Controller("projects/:projectId")
export class MeterReportsController {
  constructor(
    private readonly losses: LossQueries,
    private readonly settings: MeterSettingsService,
  ) {}

  /** 总表与分表的损耗；只统计，不计费 */
  @Get("meter-losses")
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: LossQueryDto): Promise<MeterLossPageDto> {
    return this.losses.list(projectId, query);
  }

  /** 抄表异常提醒的设置 */
  @Get("meter-settings")
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<MeterSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改抄表异常提醒的设置 */
  @Put("meter-settings")
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: MeterSettingsDto,
  ): Promise<MeterSettingsDto> {
    return this.settings.update(actor, projectId, dto);
  }
}
