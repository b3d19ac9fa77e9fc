import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PaymentMethod, WorkbenchBillingDto, WorkbenchDto, WorkbenchPropertyDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { ApprovalsService } from "../approvals/approvals.service.js";
import { type Access, may } from "../auth/access.service.js";
import { addMonths, monthsOf, periodOf } from "../common/calendar.js";
import { OPEN_REFUNDS } from "../billing/receipts/open-refunds.sql.js";
import { PeriodsQueries } from "../billing/periods/periods.queries.js";
import { ProjectToday } from "../property/project-today.js";

/** The figures of the workbench, as far as the person may see them. */
@Injectable()
export class WorkbenchQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PeriodsQueries,
    private readonly days: ProjectToday,
    private readonly approvals: ApprovalsService,
  ) {}

  async of(projectId: string, access: Access): Promise<WorkbenchDto> {
    const today = await this.days.today(projectId);
    const [approvalsWaiting, property, billing] = await Promise.all([
      this.approvals.waitingFor(access, projectId),
      may(access, "property:read", projectId) ? this.property(projectId, access) : null,
      may(access, "billing:read", projectId) ? this.billing(projectId, today) : null,
    ]);
    return { today, approvalsWaiting, property, billing };
  }

  private async property(projectId: string, access: Access): Promise<WorkbenchPropertyDto> {
    const [row] = await this.db.query<WorkbenchPropertyDto[]>(
      `SELECT (SELECT count(*)::int FROM room WHERE project_id = $1 AND active) AS rooms,
              (SELECT count(*)::int FROM room WHERE project_id = $1 AND active AND incomplete <> '{}') AS "roomsIncomplete",
              (SELECT count(*)::int FROM room WHERE project_id = $1 AND active AND state = 'OCCUPIED') AS "occupiedRooms",
              (SELECT count(*)::int FROM customer WHERE project_id = $1 AND merged_into_id IS NULL) AS customers,
              (SELECT count(*)::int FROM customer WHERE project_id = $1 AND merged_into_id IS NULL AND incomplete <> '{}') AS "customersIncomplete",
              (SELECT count(*)::int FROM import_batch WHERE project_id = $1 AND status IN ('UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING')) AS "importsOpen"`,
      [projectId],
    );
    const customers = may(access, "customer:read", projectId);
    return {
      ...row!,
      customers: customers ? row!.customers : null,
      customersIncomplete: customers ? row!.customersIncomplete : null,
      importsOpen: may(access, "imports:run", projectId) ? row!.importsOpen : null,
    };
  }

  private async billing(projectId: string, today: string): Promise<WorkbenchBillingDto> {
    const period = periodOf(today);
    const [{ figures }, [counts], takings, next, refunds] = await Promise.all([
      this.periods.figures(projectId, period),
      this.db.query<{ overdueFen: number; overdueRooms: number; receiptsToday: number; runsWaiting: number }[]>(
        `SELECT coalesce(sum(open_fen), 0)::bigint AS "overdueFen", count(DISTINCT room_id)::int AS "overdueRooms",
                (SELECT count(*)::int FROM receipt WHERE project_id = $1 AND booked_on = $2::date AND reversal_of IS NULL) AS "receiptsToday",
                (SELECT count(*)::int FROM charge_run WHERE project_id = $1 AND status = 'REHEARSED' AND line_count > 0) AS "runsWaiting"
           FROM charge WHERE project_id = $1 AND open_fen > 0 AND due_on < $2::date`,
        [projectId, today],
      ),
      this.db.query<{ method: PaymentMethod; amountFen: number }[]>(
        `SELECT m.method, sum(m.amount_fen)::bigint AS "amountFen"
           FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
          WHERE r.project_id = $1 AND r.booked_on = $2::date AND m.method <> 'PREPAYMENT' GROUP BY 1 ORDER BY 2 DESC`,
        [projectId, today],
      ),
      this.periods.nextToClose(projectId),
      this.db.query<object[]>(OPEN_REFUNDS, [projectId, period]),
    ]);
    return {
      period,
      ...counts!,
      receivableFen: figures.receivableFen,
      collectedFen: figures.collectedFen,
      currentRate: figures.currentRate,
      takings,
      takingsFen: takings.reduce((sum, { amountFen }) => sum + amountFen, 0),
      monthsToClose: monthsOf(next, addMonths(period, -1)),
      refundsWaiting: refunds.length,
    };
  }
}
