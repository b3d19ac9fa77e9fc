import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { takingsTotals } from "../shifts/shift-totals.js";
import { DailyReport } from "./daily-report.entity.js";
import { papersOf, scopeOfDay, stateOf } from "./daily-report-facts.js";
import { nothingTaken, ownReport, reportNotSent, reportOfOther, shiftStillOpen } from "./daily-reports.errors.js";

/** Sends daily reports to finance, which takes them over (BIL-74). */
@Injectable()
export class DailyReportsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * The cashier sends his day; sent again it holds what was taken meanwhile.
   * @throws REPORT_OF_OTHER, SHIFT_UNFINISHED, NOTHING_TAKEN
   */
  send(actor: Actor, projectId: string, day: string, cashierId: string): Promise<void> {
    if (actor.userId !== cashierId) throw reportOfOther();
    return this.db.transaction(async (tx) => {
      await refuseOpenShift(tx, projectId, day, cashierId);
      const totals = await takingsTotals(tx, scopeOfDay(projectId, day, cashierId));
      const papers = papersOf(totals);
      if (papers === 0) throw nothingTaken(day);
      const now = this.clock.now();
      const written = await tx.query<{ id: string }[]>(
        `INSERT INTO daily_report (project_id, id, created_at, day, cashier_id, cashier_name, papers, totals, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (project_id, day, cashier_id) DO UPDATE SET papers = excluded.papers, totals = excluded.totals,
           sent_at = excluded.sent_at, received_by = NULL, received_by_name = NULL, received_at = NULL, note = NULL
         RETURNING id`,
        [projectId, newId(), now, day, cashierId, actor.name, papers, JSON.stringify(totals), now],
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "daily-report.send",
        entity: "daily-report",
        entityId: written[0]!.id,
        summary: `送出 ${day} 收款日报：收款 ${formatFen(totals.receivedFen)} 元，${totals.receipts} 张收据`,
        after: { day, totals },
      });
    });
  }

  /** Somebody else takes the report over. @throws REPORT_NOT_SENT, SAME_PERSON */
  receive(actor: Actor, projectId: string, day: string, cashierId: string, note: string | null): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const report = await tx.findOne(DailyReport, { where: { projectId, day, cashierId }, lock });
      const papers = papersOf(await takingsTotals(tx, scopeOfDay(projectId, day, cashierId)));
      if (!report || stateOf(report, papers) !== "SENT") throw reportNotSent();
      if (actor.userId === cashierId) throw ownReport();
      const received = { receivedBy: actor.userId, receivedByName: actor.name, receivedAt: this.clock.now(), note };
      await tx.update(DailyReport, { projectId, id: report.id }, received);
      await this.audit.record(tx, actor, {
        projectId,
        action: "daily-report.receive",
        entity: "daily-report",
        entityId: report.id,
        summary: `接收 ${report.cashierName} ${day} 的收款日报`,
        after: { day, note },
      });
    });
  }
}

async function refuseOpenShift(tx: EntityManager, projectId: string, day: string, cashierId: string): Promise<void> {
  const [shift] = await tx.query<{ no: string }[]>(
    `SELECT shift_no AS no FROM cashier_shift
      WHERE project_id = $1 AND cashier_id = $2 AND status <> 'CLOSED' AND opened_on <= $3::date LIMIT 1`,
    [projectId, cashierId, day],
  );
  if (shift) throw shiftStillOpen(shift.no);
}
