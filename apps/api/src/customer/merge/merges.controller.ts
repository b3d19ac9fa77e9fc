import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CreatedDto,
  CustomerPath,
  DuplicatePageDto,
  DuplicateQueryDto,
  MergeCustomersDto,
  MergePairDto,
  MergePath,
  MergePreviewDto,
  MergesDto,
  ProjectPath,
  UndoMergeDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { MergeCustomersService } from "./merge-customers.service.js";
import { MergeQueries } from "./merge.queries.js";
import { UndoMergeService } from "./undo-merge.service.js";

/** 重复客户: found, merged with a preview, taken apart again (SCN-06). */
@Controller("projects/:projectId")
export class MergesController {
  constructor(
    private readonly queries: MergeQueries,
    private readonly merger: MergeCustomersService,
    private readonly undoer: UndoMergeService,
  ) {}

  /** 疑似重复客户，最可能的在前 */
  @Get("customer-duplicates")
  @Requires("customer:merge")
  duplicates(@Param() { projectId }: ProjectPath, @Query() query: DuplicateQueryDto): Promise<DuplicatePageDto> {
    return this.queries.duplicates(projectId, query);
  }

  /** 预览合并：并入什么、有什么冲突、为什么不能合并；不作任何修改 */
  @Post("customer-merges/preview")
  @HttpCode(200)
  @Requires("customer:merge")
  preview(@Param() { projectId }: ProjectPath, @Body() pair: MergePairDto): Promise<MergePreviewDto> {
    return this.queries.preview(projectId, pair);
  }

  /** 合并两个客户 */
  @Post("customer-merges")
  @Requires("customer:merge")
  async merge(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: MergeCustomersDto,
  ): Promise<CreatedDto> {
    return { id: await this.merger.merge(actor, projectId, dto) };
  }

  /** 撤销合并：之后没有新业务时恢复为两个客户 */
  @Post("customer-merges/:mergeId/undo")
  @HttpCode(204)
  @Requires("customer:merge")
  undo(
    @CurrentActor() actor: Actor,
    @Param() { projectId, mergeId }: MergePath,
    @Body() { reason }: UndoMergeDto,
  ): Promise<void> {
    return this.undoer.undo(actor, projectId, mergeId, reason);
  }

  /** 并入这个客户的合并记录 */
  @Get("customers/:customerId/merges")
  @Requires("customer:read")
  async merges(@Param() { projectId, customerId }: CustomerPath): Promise<MergesDto> {
    return { items: await this.queries.mergesOf(projectId, customerId) };
  }
}
