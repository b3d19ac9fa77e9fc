import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  CreatedDto,
  FeeItemDto,
  FeeItemPageDto,
  FeeItemPath,
  FeeItemQueryDto,
  ProjectPath,
  SaveFeeItemDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { limitOf, toPage } from "../../common/paging.js";
import { Requires } from "../../common/requires.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { ProjectToday } from "../../property/project-today.js";
import { FeeItemsService } from "./fee-items.service.js";
import { type FeeItemRow, toFeeItemDto } from "./fee-item.mapper.js";

const FEE_ITEMS = `SELECT f.*, (SELECT p.name FROM fee_item p WHERE p.project_id = f.project_id AND p.id = f.parent_id) AS parent_name,
        (SELECT count(*)::int FROM rate r WHERE r.project_id = f.project_id AND r.fee_item_id = f.id) AS rate_count,
       EXISTS (SELECT 1 FROM rate r WHERE r.project_id = f.project_id AND r.fee_item_id = f.id)
       OR EXISTS (SELECT 1 FROM share_pool p WHERE p.project_id = f.project_id AND p.fee_item_id = f.id)
       OR EXISTS (SELECT 1 FROM charge c WHERE c.project_id = f.project_id AND c.fee_item_id = f.id)
       OR EXISTS (SELECT 1 FROM meter m WHERE m.project_id = f.project_id AND m.fee_item_id = f.id)
       OR EXISTS (SELECT 1 FROM payer p WHERE p.project_id = f.project_id AND p.fee_item_id = f.id) AS in_use
  FROM fee_item f`;

/** 收费项目 (BIL-01). */
@Controller("projects/:projectId/fee-items")
export class FeeItemsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly items: FeeItemsService,
    private readonly days: ProjectToday,
  ) {}

  /** 收费项目列表，按排序号 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath, @Query() query: FeeItemQueryDto): Promise<FeeItemPageDto> {
    const pattern = containing(query.q);
    const where = new Where()
      .add("f.project_id = ?", projectId)
      .add("f.kind = ?", query.kind)
      .add("f.active = ?", query.active)
      .add(
        "(f.code ILIKE ? OR f.name ILIKE ? OR f.short_name ILIKE ? OR f.mnemonic ILIKE ?)",
        pattern,
        pattern,
        pattern,
        pattern,
      );
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM fee_item f ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<FeeItemRow[]>(
      `${FEE_ITEMS} ${where.toString()} ORDER BY f.sort, f.code LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    const today = await this.days.today(projectId);
    return toPage(rows, total, (row) => toFeeItemDto(row, today));
  }

  /** 收费项目详情 */
  @Get(":feeItemId")
  @Requires("billing:read")
  async one(@Param() { projectId, feeItemId }: FeeItemPath): Promise<FeeItemDto> {
    const [row] = await this.db.query<FeeItemRow[]>(`${FEE_ITEMS} WHERE f.project_id = $1 AND f.id = $2`, [
      projectId,
      feeItemId,
    ]);
    if (!row) throw notFound("收费项目");
    return toFeeItemDto(row, await this.days.today(projectId));
  }

  /** 新建收费项目 */
  @Post()
  @Requires("billing:rates")
  async create(
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveFeeItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedDto> {
    return { id: await this.items.create(actor, projectId, dto) };
  }

  /** 修改收费项目 */
  @Put(":feeItemId")
  @HttpCode(204)
  @Requires("billing:rates")
  async update(
    @Param() { projectId, feeItemId }: FeeItemPath,
    @Body() dto: SaveFeeItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.items.update(actor, projectId, feeItemId, dto);
  }

  /** 删除没有使用过的收费项目 */
  @Delete(":feeItemId")
  @HttpCode(204)
  @Requires("billing:rates")
  async remove(@Param() { projectId, feeItemId }: FeeItemPath, @CurrentActor() actor: Actor): Promise<void> {
    await this.items.remove(actor, projectId, feeItemId);
  }
}
