import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DepositReportDto, DepositReportQueryDto, DepositReportRowDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { addMonths, dayInPeriod, firstDay, periodOf } from "../../common/calendar.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";

/** 押金收退表: what came in, what became of it, and how long the rest has been held, by type (BIL-84). */
@Injectable()
export class DepositReportQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  async of(projectId: string, query: DepositReportQueryDto): Promise<DepositReportDto> {
    const to = query.to ?? (await this.days.today(projectId));
    const from = query.from ?? firstDay(periodOf(to));
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    const rows = await this.db.query<DepositReportRowDto[]>(REPORT, [projectId, from, to, ...ageBounds(to)]);
    return { from, to, rows };
  }
}

/** The days one, two and three years before. */
const ageBounds = (day: string) =>
  [1, 2, 3].map((years) => dayInPeriod(addMonths(periodOf(day), -12 * years), Number(day.slice(8))));

/** $1 project, $2 first day, $3 last day, $4…$6 one, two and three years before it. A deposit ages from its first receipt. */
const REPORT = `
  WITH moved AS (
    SELECT d.id, e.booked_on, 'IN' AS kind, -e.amount_fen AS fen
      FROM deposit d JOIN charge_entry e ON e.project_id = d.project_id AND e.charge_id = d.charge_id AND e.kind = 'RECEIPT'
     WHERE d.project_id = $1 AND e.booked_on <= $3::date
    UNION ALL
    SELECT m.deposit_id, m.booked_on, m.kind, -m.amount_fen FROM deposit_movement m WHERE m.project_id = $1 AND m.booked_on <= $3::date
  ), per AS (
    SELECT id, coalesce(sum(fen) FILTER (WHERE booked_on < $2::date), 0) AS opening,
           coalesce(sum(fen) FILTER (WHERE booked_on >= $2::date AND kind = 'IN'), 0) AS came,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= $2::date AND kind = 'DEDUCT'), 0) AS deducted,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= $2::date AND kind = 'MOVE'), 0) AS moved,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= $2::date AND kind = 'REFUND'), 0) AS refunded,
           sum(fen) AS closing, min(booked_on) FILTER (WHERE kind = 'IN') AS since
      FROM moved GROUP BY id
  )
  SELECT i.id AS "feeItemId", i.name AS "feeItemName", sum(opening)::bigint AS "openingFen", sum(came)::bigint AS "inFen",
         sum(deducted)::bigint AS "deductedFen", sum(moved)::bigint AS "movedFen", sum(refunded)::bigint AS "refundedFen",
         sum(closing)::bigint AS "closingFen",
         coalesce(sum(closing) FILTER (WHERE since > $4::date), 0)::bigint AS "upToOneYearFen",
         coalesce(sum(closing) FILTER (WHERE since <= $4::date AND since > $5::date), 0)::bigint AS "upToTwoYearsFen",
         coalesce(sum(closing) FILTER (WHERE since <= $5::date AND since > $6::date), 0)::bigint AS "upToThreeYearsFen",
         coalesce(sum(closing) FILTER (WHERE since <= $6::date), 0)::bigint AS "longerFen"
    FROM per JOIN deposit d ON d.project_id = $1 AND d.id = per.id
    JOIN charge c ON c.project_id = $1 AND c.id = d.charge_id
    JOIN fee_item i ON i.project_id = $1 AND i.id = c.fee_item_id
   GROUP BY i.id, i.name ORDER BY i.name`;
