import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { DunningPlanPath, DunningPlansDto, ProjectPath, SaveDunningPlanDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { DunningPlansService } from "./dunning-plans.service.js";

/** 催缴计划: when notices are due (BIL-113). */
@Controller("projects/:projectId/dunning-plans")
export class DunningPlansController {
  constructor(private readonly plans: DunningPlansService) {}

  /** 催缴计划，含到期日 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<DunningPlansDto> {
    return { items: await this.plans.list(projectId) };
  }

  /** 新建催缴计划 */
  @Post()
  @HttpCode(204)
  @Requires("project:settings")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveDunningPlanDto,
  ): Promise<void> {
    return this.plans.create(actor, projectId, dto);
  }

  /** 修改催缴计划 */
  @Put(":planId")
  @HttpCode(204)
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, planId }: DunningPlanPath,
    @Body() dto: SaveDunningPlanDto,
  ): Promise<void> {
    return this.plans.update(actor, projectId, planId, dto);
  }
}
