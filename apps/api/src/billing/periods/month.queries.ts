import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MonthDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { firstDay, lastDay, periodOf } from "../../common/calendar.js";
import { dailyState } from "../daily-reports/daily-report-facts.js";
import { debitState } from "../debit/batches/debit-state.js";
import { plansState } from "../dunning/plans/plans-due.js";
import { lateFeeState } from "../late-fees/late-fee-state.js";
import { metersOfMonth } from "../meters/month-meters.js";
import { noticeState } from "../notices/notice-state.js";
import { offsetState } from "../offsets/offset-state.js";
import { reviewState } from "../receipt-reviews/review-state.js";
import { type MonthCounts, stepsOf } from "./month-steps.js";
import { PeriodsQueries } from "./periods.queries.js";
import { movedShares } from "../shares/moved-shares.js";
import { OPEN_POOLS } from "../shares/open-pools.js";
import { ProjectToday } from "../../property/project-today.js";

/** The work of one month, step by step (console: 收费工作台). */
@Injectable()
export class MonthQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PeriodsQueries,
    private readonly days: ProjectToday,
  ) {}

  /** The header figures of a month and how far each of its steps is. */
  async month(projectId: string, period: string): Promise<MonthDto> {
    const today = await this.days.today(projectId);
    const [{ figures }, counts, offsets, meters, debit, daily, dunning, lateFees, reviews, notices, moved] =
      await Promise.all([
        this.periods.figures(projectId, period),
        this.counts(projectId, period, today),
        offsetState(this.db, projectId, period),
        metersOfMonth(this.db, projectId, period),
        debitState(this.db, projectId, period),
        dailyState(this.db, projectId, period),
        period === periodOf(today) ? plansState(this.db, projectId, today) : null,
        lateFeeState(this.db, projectId, period, today),
        reviewState(this.db, projectId, period),
        noticeState(this.db, projectId, period),
        movedShares(this.db, projectId, period),
      ]);
    return {
      period,
      status: counts.status,
      figures,
      takingsFen: counts.takings_fen,
      steps: stepsOf({
        counts,
        figures,
        offsets,
        meters,
        debit,
        daily,
        dunning,
        lateFees,
        reviews,
        notices,
        movedShares: moved,
      }),
    };
  }

  private async counts(projectId: string, period: string, today: string): Promise<MonthCounts> {
    const [row] = await this.db.query<MonthCounts[]>(
      `SELECT (SELECT count(*)::int FROM rate WHERE project_id = $1 AND active) AS rates,
              (SELECT count(*)::int FROM rate_binding WHERE project_id = $1 AND starts_on <= $4::date
                  AND (ends_on IS NULL OR ends_on >= $3::date)) AS bindings,
              (SELECT count(*)::int FROM share_pool WHERE project_id = $1 AND active AND starts_period <= $2) AS pools,
              (SELECT count(*)::int FROM (${OPEN_POOLS}) open) AS pools_open,
              (SELECT count(*)::int FROM charge_run WHERE project_id = $1 AND period = $2 AND status IN ('REHEARSING', 'REHEARSED', 'PUBLISHING')) AS rehearsed,
              (SELECT count(*)::int FROM charge_run WHERE project_id = $1 AND period = $2 AND status = 'PUBLISHED') AS published,
              (SELECT count(*)::int FROM charge WHERE project_id = $1 AND booked_period = $2) AS charges,
              (SELECT count(*)::int FROM receipt WHERE project_id = $1 AND booked_on BETWEEN $3::date AND $4::date) AS receipts,
              (SELECT coalesce(sum(m.amount_fen), 0)::bigint FROM receipt r
                 JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
                WHERE r.project_id = $1 AND r.booked_on BETWEEN $3::date AND $4::date AND m.method <> 'PREPAYMENT') AS takings_fen,
              (SELECT count(*)::int FROM charge WHERE project_id = $1 AND open_fen > 0 AND due_on < $5::date AND booked_period <= $2) AS overdue,
              (SELECT coalesce(sum(open_fen), 0)::bigint FROM charge WHERE project_id = $1 AND open_fen > 0 AND due_on < $5::date AND booked_period <= $2) AS overdue_fen,
              coalesce((SELECT status FROM billing_period WHERE project_id = $1 AND period = $2), 'OPEN') AS status`,
      [projectId, period, firstDay(period), lastDay(period), today],
    );
    return row!;
  }
}
