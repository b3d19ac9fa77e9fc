import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ChecklistDto, ClosePeriodDto, PeriodStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addMonths, lastDay, minDate, monthsOf, periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { freezeLateFees } from "../late-fees/freeze-late-fees.js";
import { lockOverdue } from "../late-fees/lock-overdue.js";
import { sealMonth } from "../seals/seal.js";
import { runChecks } from "./close-checks.js";
import { computedBalances, type BalanceRow, figuresOf, prepaymentsOf, type Queryable } from "./month-figures.js";
import { roomCounts } from "./room-counts.js";
import { periodClosed, periodTooEarly } from "./posting-period.js";

interface Project {
  first_period: string;
  time_zone: string;
}

const notBegun = (period: string) => new RuleViolation("PERIOD_NOT_DUE", `${period} 还没有开始，不能月结`);

/** Closes months (月结, BIL-90, BIL-143): the earliest open one, with a snapshot, and opens the next. */
@Injectable()
export class ClosePeriodService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** What stands in the way of closing a month. */
  async checklist(projectId: string, period: string): Promise<ChecklistDto> {
    const project = await this.projectOf(this.db, projectId);
    refuseOutside(period, project, this.clock.today(project.time_zone));
    const [row] = await this.db.query<{ status: PeriodStatus }[]>(
      "SELECT status FROM billing_period WHERE project_id = $1 AND period = $2",
      [projectId, period],
    );
    const status = row?.status ?? "OPEN";
    if (status === "CLOSED") return { period, status, closable: false, needsConfirmation: false, items: [] };
    return { period, status, ...(await this.look(this.db, projectId, period, project)) };
  }

  /**
   * Closes the month. Postings that hold its share lock are waited for and are in the snapshot; later ones are refused.
   * @throws PERIOD_CLOSED, PERIOD_NOT_DUE, CLOSE_BLOCKED, CLOSE_NEEDS_CONFIRMATION
   */
  async close(actor: Actor, projectId: string, period: string, { confirm = false }: ClosePeriodDto): Promise<void> {
    await this.db.transaction(async (tx) => {
      const project = await this.projectOf(tx, projectId);
      refuseOutside(period, project, this.clock.today(project.time_zone));
      await this.lock(tx, projectId, period, project.first_period);
      const found = await this.look(tx, projectId, period, project);
      const items = found.items.filter(({ severity }) => severity !== "OK");
      if (!found.closable) throw blocked(period, items);
      if (found.needsConfirmation && confirm !== true) throw needsConfirmation(period, items);

      const lateFees = await this.bookLateFees(tx, projectId, period, project);
      const balances = await this.snapshot(tx, projectId, period, project.first_period);
      const rooms = await roomCounts(tx, projectId, period);
      const figures = figuresOf(balances, rooms.project);
      const prepayments = await prepaymentsOf(tx, projectId, period);
      const confirmed = items.map(({ key, count }) => ({ key, count }));
      const now = this.clock.now();
      await tx.query(
        `UPDATE billing_period SET status = 'CLOSED', closed_at = $3, closed_by = $4, closed_by_name = $5, snapshot = $6
          WHERE project_id = $1 AND period = $2`,
        [projectId, period, now, actor.userId, actor.name, { figures, rooms, prepayments, confirmed }],
      );
      await sealMonth(tx, actor, { projectId, period, now });
      await this.open(tx, projectId, addMonths(period, 1));
      await this.audit.record(tx, actor, {
        projectId,
        action: "period.close",
        entity: "period",
        entityId: await idOf(tx, projectId, period),
        summary: `月结 ${period}：应收 ${formatFen(figures.receivableFen)} 元，已收 ${formatFen(figures.collectedFen)} 元，期末欠费 ${formatFen(figures.closingFen)} 元${lateFees.count > 0 ? `；违约金入账 ${lateFees.count} 笔 ${formatFen(lateFees.fen)} 元` : ""}`,
        after: { figures, prepayments, confirmed, lateFees },
      });
    });
  }

  private async look(db: Queryable, projectId: string, period: string, project: Project) {
    const today = this.clock.today(project.time_zone);
    const items = await runChecks(db, { projectId, period, firstPeriod: project.first_period, today });
    return {
      closable: !items.some(({ severity }) => severity === "BLOCK"),
      needsConfirmation: items.some(({ severity }) => severity === "WARN"),
      items,
    };
  }

  /** Makes the months up to this one exist and takes the lock that keeps postings out of it. */
  private async lock(tx: EntityManager, projectId: string, period: string, firstPeriod: string): Promise<void> {
    await this.open(tx, projectId, ...monthsOf(firstPeriod, period));
    const [row] = await tx.query<{ status: string }[]>(
      "SELECT status FROM billing_period WHERE project_id = $1 AND period = $2 FOR UPDATE",
      [projectId, period],
    );
    if (row?.status === "CLOSED") throw periodClosed(period);
  }

  private async open(tx: EntityManager, projectId: string, ...months: string[]): Promise<void> {
    await tx.query(
      `INSERT INTO billing_period (project_id, id, period, status, created_at)
       SELECT $1, m.id, m.period, 'OPEN', $4 FROM unnest($2::uuid[], $3::text[]) AS m(id, period)
       ON CONFLICT (project_id, period) DO NOTHING`,
      [projectId, months.map(newId), months, this.clock.now()],
    );
  }

  /** Books what accrued until the last day of the month, so that the month holds it (BIL-52). */
  private async bookLateFees(tx: EntityManager, projectId: string, period: string, { time_zone }: Project) {
    const bookedOn = minDate(lastDay(period), this.clock.today(time_zone));
    const chargeIds = await lockOverdue(tx, projectId, bookedOn, { passOver: true });
    const createdAt = this.clock.now();
    const frozen = await freezeLateFees(tx, { projectId, chargeIds, bookedOn, period, createdAt });
    return { count: frozen.length, fen: frozen.reduce((sum, { amountFen }) => sum + amountFen, 0) };
  }

  /**
   * Keeps the balances per fee item and building; opening is the closing of the month before, of the first month what was
   * taken over from the system before (期初).
   */
  private async snapshot(tx: EntityManager, projectId: string, period: string, first: string): Promise<BalanceRow[]> {
    const rows = await computedBalances(tx, projectId, period, period > first ? addMonths(period, -1) : "");
    const column = (pick: (row: BalanceRow) => unknown) => rows.map(pick);
    await tx.query(
      `INSERT INTO period_balance (project_id, id, period, fee_item_id, building_id, opening_fen, charged_fen, adjusted_fen,
              adjusted_arrears_fen, waived_fen, waived_arrears_fen, received_current_fen, received_arrears_fen, closing_fen, created_at)
       SELECT $1, b.id, $2, b.item, b.building, b.opening, b.charged, b.adjusted, b.adjusted_arrears, b.waived, b.waived_arrears,
              b.received_current, b.received_arrears, b.closing, $3
         FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[],
                     $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[])
           AS b(id, item, building, opening, charged, adjusted, adjusted_arrears, waived, waived_arrears, received_current, received_arrears, closing)`,
      [
        projectId,
        period,
        this.clock.now(),
        rows.map(newId),
        column((row) => row.feeItemId),
        column((row) => row.buildingId),
        column((row) => row.openingFen),
        column((row) => row.chargedFen),
        column((row) => row.adjustedFen),
        column((row) => row.adjustedArrearsFen),
        column((row) => row.waivedFen),
        column((row) => row.waivedArrearsFen),
        column((row) => row.receivedCurrentFen),
        column((row) => row.receivedArrearsFen),
        column((row) => row.closingFen),
      ],
    );
    return rows;
  }

  private async projectOf(db: Queryable, projectId: string): Promise<Project> {
    const [project] = await db.query<Project[]>("SELECT first_period, time_zone FROM project WHERE id = $1", [
      projectId,
    ]);
    if (!project) throw notFound("管理区");
    return project;
  }
}

function refuseOutside(period: string, { first_period }: Project, today: string): void {
  if (period < first_period) throw periodTooEarly(period, first_period);
  if (period > periodOf(today)) throw notBegun(period);
}

interface Found {
  key: string;
  title: string;
  severity: string;
  count: number;
  detail: string;
}

const listed = (items: Found[]) => ({
  items: items.map(({ key, title, severity, count, detail }) => ({ key, title, severity, count, detail })),
});

const blocked = (period: string, items: Found[]) =>
  new RuleViolation(
    "CLOSE_BLOCKED",
    `${period} 不能月结：${items
      .filter(({ severity }) => severity === "BLOCK")
      .map(({ title, detail }) => `${title}（${detail}）`)
      .join("；")}`,
    HttpStatus.CONFLICT,
    listed(items),
  );

const needsConfirmation = (period: string, items: Found[]) =>
  new RuleViolation(
    "CLOSE_NEEDS_CONFIRMATION",
    `${period} 月结前请确认：${items.map(({ title, detail }) => `${title}（${detail}）`).join("；")}`,
    HttpStatus.CONFLICT,
    listed(items),
  );

async function idOf(tx: EntityManager, projectId: string, period: string): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(
    "SELECT id FROM billing_period WHERE project_id = $1 AND period = $2",
    [projectId, period],
  );
  return row!.id;
}
