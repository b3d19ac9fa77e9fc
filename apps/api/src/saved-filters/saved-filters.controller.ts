import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  ProjectPath,
  RenameFilterDto,
  SavedFilterDto,
  SavedFilterPath,
  SavedFilterQueryDto,
  SavedFiltersDto,
  SaveFilterDto,
} from "@linli/contracts";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { Requires } from "../common/requires.js";
import { SavedFiltersService } from "./saved-filters.service.js";

/** 保存的筛选（QRY-04） */
@Controller("projects/:projectId/saved-filters")
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  /** 一个列表的筛选：自己的和共享的 */
  @Get()
  @Requires("property:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() { list }: SavedFilterQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<SavedFiltersDto> {
    return { items: await this.filters.list(projectId, access, list) };
  }

  /** 保存筛选 */
  @Post()
  @Requires("property:read")
  create(
    @Param() { projectId }: ProjectPath,
    @CurrentAccess() access: Access,
    @Body() dto: SaveFilterDto,
  ): Promise<SavedFilterDto> {
    return this.filters.create(projectId, access, dto);
  }

  /** 改名，或改为共享 */
  @Put(":filterId")
  @Requires("property:read")
  rename(
    @Param() { projectId, filterId }: SavedFilterPath,
    @CurrentAccess() access: Access,
    @Body() dto: RenameFilterDto,
  ): Promise<SavedFilterDto> {
    return this.filters.rename(projectId, access, filterId, dto);
  }

  /** 删除筛选 */
  @Delete(":filterId")
  @HttpCode(204)
  @Requires("property:read")
  remove(@Param() { projectId, filterId }: SavedFilterPath, @CurrentAccess() access: Access): Promise<void> {
    return this.filters.remove(projectId, access, filterId);
  }
}
