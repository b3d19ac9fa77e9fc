import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  ChecklistDto,
  ClosePeriodDto,
  CollectionRateDto,
  CollectionRateQueryDto,
  MonthDto,
  PeriodBalancesDto,
  PeriodListDto,
  PeriodPath,
  ProjectPath,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ClosePeriodService } from "./close-period.service.js";
import { MonthQueries } from "./month.queries.js";
import { PeriodsQueries } from "./periods.queries.js";

/** Months of the books (月结). */
@Controller("projects/:projectId/periods")
export class PeriodsController {
  constructor(
    private readonly periods: PeriodsQueries,
    private readonly months: MonthQueries,
    private readonly closer: ClosePeriodService,
  ) {}

  /** 月份列表及各月合计，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath): Promise<PeriodListDto> {
    return this.periods.list(projectId);
  }

  /** 一个月的工作进度与主要数字 */
  @Get(":period")
  @Requires("billing:read")
  month(@Param() { projectId, period }: PeriodPath): Promise<MonthDto> {
    return this.months.month(projectId, period);
  }

  /** 一个月的滚存：按收费项目和楼栋 */
  @Get(":period/balances")
  @Requires("billing:read")
  balances(@Param() { projectId, period }: PeriodPath): Promise<PeriodBalancesDto> {
    return this.periods.balances(projectId, period);
  }

  /** 月结前的检查清单 */
  @Get(":period/checklist")
  @Requires("billing:read")
  checklist(@Param() { projectId, period }: PeriodPath): Promise<ChecklistDto> {
    return this.closer.checklist(projectId, period);
  }

  /** 月结：只能结最早的未结月份，并开放下一个月 */
  @Post(":period/close")
  @HttpCode(200)
  @Requires("billing:close")
  async close(
    @Param() { projectId, period }: PeriodPath,
    @Body() dto: ClosePeriodDto,
    @CurrentActor() actor: Actor,
  ): Promise<MonthDto> {
    await this.closer.close(actor, projectId, period, dto);
    return this.months.month(projectId, period);
  }
}

/** Collection rates (收缴率). */
@Controller("projects/:projectId/collection-rates")
export class CollectionRatesController {
  constructor(private readonly periods: PeriodsQueries) {}

  /** 收缴率：当期、往期、综合与户数，按楼栋或收费项目 */
  @Get()
  @Requires("billing:read")
  rates(
    @Param() { projectId }: ProjectPath,
    @Query() { period, by = "BUILDING", basis = "PAID" }: CollectionRateQueryDto,
  ): Promise<CollectionRateDto> {
    return this.periods.rates(projectId, period, by, basis);
  }
}
