import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  AttributeDto,
  AttributePath,
  AttributeQueryDto,
  AttributesDto,
  AttributeUsesDto,
  CreateAttributeDto,
  ProjectPath,
  SaveAttributeDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { AttributesQueries } from "./attributes.queries.js";
import { AttributesService } from "./attributes.service.js";

/** 自定义资料：房间和客户的附加字段 */
@Controller("projects/:projectId/attributes")
export class AttributesController {
  constructor(
    private readonly attributes: AttributesQueries,
    private readonly service: AttributesService,
  ) {}

  /** 自定义资料的定义，按表单顺序，停用的也在内 */
  @Get()
  @Requires("property:read")
  async list(@Param() { projectId }: ProjectPath, @Query() { owner }: AttributeQueryDto): Promise<AttributesDto> {
    return { items: await this.attributes.list(projectId, owner) };
  }

  /** 每项自定义资料已有多少条数据 */
  @Get("use")
  @Requires("project:settings")
  async use(@Param() { projectId }: ProjectPath): Promise<AttributeUsesDto> {
    return { items: await this.attributes.use(projectId) };
  }

  /** 新增自定义资料 */
  @Post()
  @Requires("project:settings")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateAttributeDto,
  ): Promise<AttributeDto> {
    return this.service.create(actor, projectId, dto);
  }

  /** 修改自定义资料；有数据后类型不能改 */
  @Put(":attributeId")
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, attributeId }: AttributePath,
    @Body() dto: SaveAttributeDto,
  ): Promise<AttributeDto> {
    return this.service.update(actor, projectId, attributeId, dto);
  }

  /** 删除还没有数据的自定义资料 */
  @Delete(":attributeId")
  @HttpCode(204)
  @Requires("project:settings")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, attributeId }: AttributePath): Promise<void> {
    return this.service.remove(actor, projectId, attributeId);
  }
}
