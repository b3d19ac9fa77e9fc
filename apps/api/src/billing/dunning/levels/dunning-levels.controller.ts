import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import { DunningLevelPath, DunningLevelsDto, ProjectPath, SaveDunningLevelDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { DunningLevelsService } from "./dunning-levels.service.js";

/** 催缴级别: the ladder of demands (BIL-113). */
@Controller("projects/:projectId/dunning-levels")
export class DunningLevelsController {
  constructor(private readonly levels: DunningLevelsService) {}

  /** 催缴级别，轻的在前 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<DunningLevelsDto> {
    return { items: await this.levels.list(projectId) };
  }

  /** 新建催缴级别 */
  @Post()
  @HttpCode(204)
  @Requires("project:settings")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveDunningLevelDto,
  ): Promise<void> {
    return this.levels.create(actor, projectId, dto);
  }

  /** 采用建议的催缴级别：到期前送账单、提醒、上门、书面、挂号信、律师函 */
  @Post("defaults")
  @HttpCode(204)
  @Requires("project:settings")
  createDefaults(@CurrentActor() actor: Actor, @Param() { projectId }: ProjectPath): Promise<void> {
    return this.levels.createDefaults(actor, projectId);
  }

  /** 修改催缴级别；已发出的催款不变 */
  @Put(":levelId")
  @HttpCode(204)
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, levelId }: DunningLevelPath,
    @Body() dto: SaveDunningLevelDto,
  ): Promise<void> {
    return this.levels.update(actor, projectId, levelId, dto);
  }
}
