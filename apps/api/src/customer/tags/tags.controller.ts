import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from "@nestjs/common";
import {
  CollectedFieldsDto,
  CustomerPath,
  CustomerTagDto,
  CustomerTagPath,
  CustomerTagsDto,
  NotCollectedDto,
  ProjectPath,
  SaveCustomerTagDto,
  TagCustomerDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CollectedFieldsService } from "../collected-fields.service.js";
import { TagsService } from "./tags.service.js";

/** What a project decides about customer data: its tags, and the mandatory fields it does not collect. */
@Controller("projects/:projectId")
export class TagsController {
  constructor(
    private readonly tags: TagsService,
    private readonly fields: CollectedFieldsService,
  ) {}

  /** 客户标签列表 */
  @Get("customer-tags")
  @Requires("customer:read")
  async list(@Param() { projectId }: ProjectPath): Promise<CustomerTagsDto> {
    return { items: await this.tags.list(projectId) };
  }

  /** 新建客户标签 */
  @Post("customer-tags")
  @Requires("customer:write")
  create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveCustomerTagDto,
  ): Promise<CustomerTagDto> {
    return this.tags.create(actor, projectId, dto);
  }

  /** 修改客户标签 */
  @Put("customer-tags/:tagId")
  @Requires("customer:write")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, tagId }: CustomerTagPath,
    @Body() dto: SaveCustomerTagDto,
  ): Promise<CustomerTagDto> {
    return this.tags.update(actor, projectId, tagId, dto);
  }

  /** 删除客户标签，所有客户同时去掉 */
  @Delete("customer-tags/:tagId")
  @HttpCode(204)
  @Requires("customer:write")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, tagId }: CustomerTagPath): Promise<void> {
    return this.tags.remove(actor, projectId, tagId);
  }

  /** 给客户贴标签：之后正好带有所选的标签 */
  @Put("customers/:customerId/tags")
  @HttpCode(204)
  @Requires("customer:write")
  tag(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() { tagIds }: TagCustomerDto,
  ): Promise<void> {
    return this.tags.tag(actor, projectId, customerId, tagIds);
  }

  /** 本管理区不收集的客户字段 */
  @Get("customer-fields")
  @Requires("customer:read")
  async fieldsOf(@Param() { projectId }: ProjectPath): Promise<CollectedFieldsDto> {
    return { notCollected: await this.fields.read(projectId) };
  }

  /** 设置不收集的客户字段，须说明原因；资料是否齐全随之重算 */
  @Put("customer-fields")
  @Requires("project:settings")
  async markFields(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: NotCollectedDto,
  ): Promise<CollectedFieldsDto> {
    await this.fields.mark(actor, projectId, dto);
    return { notCollected: dto.fields };
  }
}
