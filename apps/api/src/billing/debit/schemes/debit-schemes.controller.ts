import { Body, Controller, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  DebitPreviewDto,
  DebitSchemeDto,
  DebitSchemePath,
  DebitSchemesDto,
  DebitTemplatesDto,
  ProjectPath,
  SaveDebitSchemeDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { DebitSchemesService } from "./debit-schemes.service.js";
import { previewLayout } from "./preview-layout.js";
import { SCHEME_TEMPLATES } from "./scheme-templates.js";

/** 银行划款方案：文件格式与银行规则 (3.12). */
@Controller("projects/:projectId/debit-schemes")
export class DebitSchemesController {
  constructor(private readonly schemes: DebitSchemesService) {}

  /** 托收方案 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath): Promise<DebitSchemesDto> {
    return { items: await this.schemes.list(projectId) };
  }

  /** 建立方案可用的模板 */
  @Get("templates")
  @Requires("billing:read")
  templates(@Param() _project: ProjectPath): DebitTemplatesDto {
    return { items: [...SCHEME_TEMPLATES] };
  }

  /** 预览文件的前几行，不保存 */
  @Post("preview")
  @HttpCode(200)
  @Requires("billing:debit-scheme")
  preview(@Param() _project: ProjectPath, @Body() dto: SaveDebitSchemeDto): Promise<DebitPreviewDto> {
    return previewLayout(dto);
  }

  /** 新建方案 */
  @Post()
  @Requires("billing:debit-scheme")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveDebitSchemeDto,
  ): Promise<DebitSchemeDto> {
    const id = await this.schemes.create(actor, projectId, dto);
    return (await this.schemes.list(projectId)).find((scheme) => scheme.id === id)!;
  }

  /** 修改方案 */
  @Put(":schemeId")
  @Requires("billing:debit-scheme")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, schemeId }: DebitSchemePath,
    @Body() dto: SaveDebitSchemeDto,
  ): Promise<DebitSchemeDto> {
    await this.schemes.update(actor, projectId, schemeId, dto);
    return (await this.schemes.list(projectId)).find((scheme) => scheme.id === schemeId)!;
  }
}
