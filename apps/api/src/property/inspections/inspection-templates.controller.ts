import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  InspectionTemplateDto,
  InspectionTemplatePath,
  InspectionTemplatesDto,
  ProjectPath,
  SaveInspectionTemplateDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { InspectionTemplatesService } from "./inspection-templates.service.js";

/** 验收模板：各户型要看什么 */
@Controller("projects/:projectId/inspection-templates")
export class InspectionTemplatesController {
  constructor(private readonly templates: InspectionTemplatesService) {}

  /** 验收模板列表和本管理区的户型 */
  @Get()
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath): Promise<InspectionTemplatesDto> {
    return this.templates.list(projectId);
  }

  /** 新建验收模板 */
  @Post()
  @Requires("property:inspect")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveInspectionTemplateDto,
  ): Promise<InspectionTemplateDto> {
    return this.templates.create(actor, projectId, dto);
  }

  /** 一个验收模板 */
  @Get(":templateId")
  @Requires("property:read")
  one(@Param() { projectId, templateId }: InspectionTemplatePath): Promise<InspectionTemplateDto> {
    return this.templates.one(projectId, templateId);
  }

  /** 修改验收模板；已开始的验收不受影响 */
  @Put(":templateId")
  @Requires("property:inspect")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, templateId }: InspectionTemplatePath,
    @Body() dto: SaveInspectionTemplateDto,
  ): Promise<InspectionTemplateDto> {
    return this.templates.update(actor, projectId, templateId, dto);
  }

  /** 删除验收模板 */
  @Delete(":templateId")
  @HttpCode(204)
  @Requires("property:inspect")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, templateId }: InspectionTemplatePath): Promise<void> {
    return this.templates.remove(actor, projectId, templateId);
  }
}
