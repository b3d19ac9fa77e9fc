import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  AllocationDto,
  AllocationRequestDto,
  DeskDto,
  DeskMatchesDto,
  DeskQueryDto,
  DeskSearchQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Requires } from "../../common/requires.js";
import { notFound } from "../../common/rule-violation.js";
import { idsOf } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { LateFeesQueries } from "../late-fees/late-fees.queries.js";
import { ALLOCATION_RULE, type AllocatedPart, type OpenCharge, proposeAllocation } from "./allocation.js";
import { DeskQueries } from "./desk.queries.js";
import { DeskSearchQueries } from "./desk-search.queries.js";

/** The cashier desk (收银台). */
@Controller("projects/:projectId/desk")
export class DeskController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly desk: DeskQueries,
    private readonly finder: DeskSearchQueries,
    private readonly lateFees: LateFeesQueries,
    private readonly days: ProjectToday,
  ) {}

  /** 收银台：一个房间或客户的未缴费用，按房间和月份 */
  @Get()
  @Requires("billing:read")
  open(@Param() { projectId }: ProjectPath, @Query() query: DeskQueryDto): Promise<DeskDto> {
    return this.desk.open(projectId, query);
  }

  /** 收银台查找：房号、姓名、客户编号或电话 */
  @Get("search")
  @Requires("billing:read")
  async search(@Param() { projectId }: ProjectPath, @Query() { q }: DeskSearchQueryDto): Promise<DeskMatchesDto> {
    return { items: await this.finder.find(projectId, q) };
  }

  /** 金额不足时的分配建议；收费对象可以另行指定 */
  @Post("allocation")
  @HttpCode(200)
  @Requires("billing:read")
  async allocation(
    @Param() { projectId }: ProjectPath,
    @Body() { payerId, amountFen, chargeIds, lateFees }: AllocationRequestDto,
  ): Promise<AllocationDto> {
    const known = await this.db.query<object[]>("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2", [
      projectId,
      payerId,
    ]);
    if (known.length === 0) throw notFound("收费对象");
    await this.refuseUnknown(projectId, chargeIds ?? []);
    const charges = await this.db.query<OpenCharge[]>(
      `SELECT id, due_on AS "dueOn", open_fen AS "openFen" FROM charge
        WHERE project_id = $1 AND payer_id IN ${idsOf("$1", "$2")} AND open_fen > 0 AND ($3::uuid[] IS NULL OR id = ANY($3)) ORDER BY due_on, id`,
      [projectId, payerId, chargeIds ?? null],
    );
    const accrued = new Map<string, number>();
    if (lateFees) {
      const today = await this.days.today(projectId);
      const due = await this.lateFees.of(projectId, today, { chargeIds: charges.map(({ id }) => id) });
      for (const one of due) accrued.set(one.chargeId, one.amountFen);
    }
    const owed = charges.map((charge) => ({ ...charge, lateFeeFen: accrued.get(charge.id) ?? 0 }));
    const parts = [...proposeAllocation(owed, amountFen)];
    const linesOf = (pick: (part: AllocatedPart) => number) =>
      parts.map(([chargeId, part]) => ({ chargeId, amountFen: pick(part) })).filter(({ amountFen: fen }) => fen > 0);
    return {
      rule: ALLOCATION_RULE,
      lines: linesOf(({ openFen }) => openFen),
      lateFees: linesOf(({ lateFeeFen }) => lateFeeFen),
      leftFen: parts.reduce((left, [, { openFen, lateFeeFen }]) => left - openFen - lateFeeFen, amountFen),
    };
  }

  private async refuseUnknown(projectId: string, chargeIds: string[]): Promise<void> {
    if (chargeIds.length === 0) return;
    const known = await this.db.query<object[]>("SELECT 1 FROM charge WHERE project_id = $1 AND id = ANY($2)", [
      projectId,
      chargeIds,
    ]);
    if (known.length < chargeIds.length) throw notFound("所选的部分应收");
  }
}
