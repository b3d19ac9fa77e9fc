import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { addMonths, firstDay, maxDate, monthsOf, periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";

/** The month is closed: nothing dated in it is written any more (BIL-90). */
export const periodClosed = (period: string) =>
  new RuleViolation("PERIOD_CLOSED", `${period} 已月结，不能再记入；请记入开放的月份`);

/** The project kept no accounts here yet in that month. */
export const periodTooEarly = (period: string, first: string) =>
  new RuleViolation("PERIOD_BEFORE_START", `${period} 早于本管理区启用收费的月份 ${first}`);

const periodTooLate = (period: string) => new RuleViolation("PERIOD_NOT_DUE", `${period} 还没有到，不能提前记账`);

/** Decides whether something may be booked in a month, and keeps the month from being closed meanwhile. */
@Injectable()
export class PostingPeriod {
  constructor(private readonly clock: Clock) {}

  /**
   * Takes a share lock on the month of a booking day and returns the month (YYYY-MM). Months come into being when they
   * are first needed, without gaps.
   *
   * @param ahead how many months beyond the current one may be booked in: 0 for money, 1 for runs
   * @throws PERIOD_CLOSED, PERIOD_BEFORE_START, PERIOD_NOT_DUE
   */
  async lockForPosting(tx: EntityManager, projectId: string, bookedOn: string, ahead = 0): Promise<string> {
    const period = periodOf(bookedOn);
    const [found] = await this.lock(tx, projectId, period);
    if (found) return refuseClosed(found.status, period);
    await this.open(tx, projectId, period, ahead);
    const [opened] = await this.lock(tx, projectId, period);
    return refuseClosed(opened!.status, period);
  }

  /**
   * Takes the same lock on the month if it is there, and refuses nothing: for who finds out only later, with charges held,
   * whether there is anything to book.
   */
  async hold(tx: EntityManager, projectId: string, bookedOn: string): Promise<void> {
    await this.lock(tx, projectId, periodOf(bookedOn));
  }

  /** As lockForPosting, in the first open month after that of a day where that one is closed already. */
  async lockFrom(tx: EntityManager, projectId: string, day: string): Promise<string> {
    const [closed] = await tx.query<{ last: string | null }[]>(
      "SELECT max(period) AS last FROM billing_period WHERE project_id = $1 AND status = 'CLOSED'",
      [projectId],
    );
    const isClosed = closed?.last != null && closed.last >= periodOf(day);
    return this.lockForPosting(tx, projectId, isClosed ? firstDay(addMonths(closed.last!, 1)) : day, 1);
  }

  /**
   * As lockFrom, of what no month refuses: the first month of all where the day lies before it. A first month that has not
   * begun is not held, for it cannot be closed yet.
   */
  async lockForKeeping(tx: EntityManager, projectId: string, day: string): Promise<string> {
    const project = await this.projectOf(tx, projectId);
    if (project.first_period > periodOf(this.clock.today(project.time_zone))) return project.first_period;
    return this.lockFrom(tx, projectId, maxDate(day, firstDay(project.first_period)));
  }

  private lock(tx: EntityManager, projectId: string, period: string): Promise<{ status: string }[]> {
    return tx.query("SELECT status FROM billing_period WHERE project_id = $1 AND period = $2 FOR SHARE", [
      projectId,
      period,
    ]);
  }

  private async open(tx: EntityManager, projectId: string, period: string, ahead: number): Promise<void> {
    const project = await this.projectOf(tx, projectId);
    if (period < project.first_period) throw periodTooEarly(period, project.first_period);
    if (period > addMonths(periodOf(this.clock.today(project.time_zone)), ahead)) throw periodTooLate(period);
    const months = monthsOf(project.first_period, period);
    await tx.query(
      `INSERT INTO billing_period (project_id, id, period, status, created_at)
       SELECT $1, m.id, m.period, 'OPEN', $4 FROM unnest($2::uuid[], $3::text[]) AS m(id, period)
       ON CONFLICT (project_id, period) DO NOTHING`,
      [projectId, months.map(newId), months, this.clock.now()],
    );
  }

  private async projectOf(tx: EntityManager, projectId: string): Promise<{ first_period: string; time_zone: string }> {
    const [project] = await tx.query<{ first_period: string; time_zone: string }[]>(
      "SELECT first_period, time_zone FROM project WHERE id = $1",
      [projectId],
    );
    if (!project) throw notFound("管理区");
    return project;
  }
}

/** Whether a month is closed, without holding it. */
export async function isMonthClosed(tx: EntityManager, projectId: string, period: string): Promise<boolean> {
  const rows = await tx.query<object[]>(
    "SELECT 1 FROM billing_period WHERE project_id = $1 AND period = $2 AND status = 'CLOSED'",
    [projectId, period],
  );
  return rows.length > 0;
}

function refuseClosed(status: string, period: string): string {
  if (status !== "OPEN") throw periodClosed(period);
  return period;
}
