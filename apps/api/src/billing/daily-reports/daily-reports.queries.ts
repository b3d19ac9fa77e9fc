import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DailyReportDto, DailyReportQueryDto, DailyReportsDto, DailyReportsQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { addDays } from "../../common/calendar.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { takingsTotals } from "../shifts/shift-totals.js";
import { ShiftsQueries } from "../shifts/shifts.queries.js";
import { DailyReport } from "./daily-report.entity.js";
import { PAPERS_OF_DAYS, papersOf, scopeOfDay, type SentReport, stateOf } from "./daily-report-facts.js";

const MAX_DAYS = 62;

interface ListRow {
  day: string;
  cashierId: string;
  cashierName: string;
  receipts: number;
  reds: number;
  refunds: number;
  receivedFen: number;
  sent: (Omit<SentReport, "receivedAt"> & { receivedAt: string | null; sentAt: string }) | null;
}

/** Reads 收款日报表 (BIL-74). */
@Injectable()
export class DailyReportsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly shifts: ShiftsQueries,
  ) {}

  /** The days and people who took money, the latest first, with where their reports stand. */
  async list(projectId: string, { from, to }: DailyReportsQueryDto): Promise<DailyReportsDto> {
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    if (to > addDays(from, MAX_DAYS)) throw new InvalidInput({ to: [`一次最多看 ${MAX_DAYS} 天`] });
    const rows = await this.db.query<ListRow[]>(LIST, [projectId, from, to]);
    return {
      items: rows.map(({ refunds, sent, ...row }) => ({
        ...row,
        state: stateOf(
          sent && { papers: sent.papers, receivedAt: sent.receivedAt ? new Date(sent.receivedAt) : null },
          row.receipts + row.reds + refunds,
        ),
        sentAt: sent ? new Date(sent.sentAt).toISOString() : null,
      })),
    };
  }

  /** One report. @throws NOT_FOUND */
  async one(projectId: string, { day, cashierId }: DailyReportQueryDto): Promise<DailyReportDto> {
    const [project] = await this.db.query<{ name: string }[]>("SELECT name FROM project WHERE id = $1", [projectId]);
    if (!project) throw notFound("管理区");
    const [totals, shifts, sent, [cashier]] = await Promise.all([
      takingsTotals(this.db, scopeOfDay(projectId, day, cashierId)),
      this.shifts.page(projectId, { from: day, to: day, pageSize: 100, ...(cashierId && { cashierId }) }),
      cashierId ? this.db.getRepository(DailyReport).findOneBy({ projectId, day, cashierId }) : null,
      cashierId ? this.db.query<{ name: string }[]>("SELECT name FROM app_user WHERE id = $1", [cashierId]) : [],
    ]);
    if (cashierId && !cashier) throw notFound("收款人");
    const state = cashierId ? stateOf(sent, papersOf(totals)) : null;
    return {
      day,
      cashierId: cashierId ?? null,
      cashierName: cashier?.name ?? null,
      projectName: project.name,
      totals,
      shifts: shifts.items,
      state,
      sentAt: sent?.sentAt.toISOString() ?? null,
      receivedByName: sent?.receivedByName ?? null,
      receivedAt: sent?.receivedAt?.toISOString() ?? null,
      note: sent?.note ?? null,
    };
  }
}

const LIST = `
  SELECT t.day, t.cashier_id AS "cashierId", coalesce(u.name, '') AS "cashierName", sum(t.receipts)::int AS receipts,
         sum(t.reds)::int AS reds, sum(t.refunds)::int AS refunds, sum(t.received)::bigint AS "receivedFen",
         (SELECT json_build_object('papers', d.papers, 'receivedAt', d.received_at, 'sentAt', d.sent_at) FROM daily_report d
           WHERE d.project_id = $1 AND d.day = t.day AND d.cashier_id = t.cashier_id) AS sent
    FROM (${PAPERS_OF_DAYS}) t
    LEFT JOIN app_user u ON u.id = t.cashier_id
   GROUP BY t.day, t.cashier_id, u.name ORDER BY t.day DESC, u.name, t.cashier_id LIMIT 1000`;
