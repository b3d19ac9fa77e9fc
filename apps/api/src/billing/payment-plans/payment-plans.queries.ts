import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  InstalmentDto,
  PaymentPlanChargeDto,
  PaymentPlanDetailDto,
  PaymentPlanDto,
  PaymentPlanPageDto,
  PaymentPlanQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { planMissedOn, planPaid, planStateOf } from "./payment-plans.sql.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type PlanRow = Omit<PaymentPlanDto, "createdAt" | "decidedAt"> & {
  createdAt: Date;
  decidedAt: Date | null;
  approvalId: string;
};

/** A running plan with what is to be paid next, of a payer. */
export interface RunningPlan {
  payerId: string;
  id: string;
  planNo: string;
  state: "KEPT" | "BROKEN";
  nextDueOn: string;
  nextFen: number;
}

const RUNS = "s.state IN ('KEPT', 'BROKEN')";

/** Plans as of a day, with where they stand. `today` is the SQL of the day. */
const standing = (today: string) => `FROM payment_plan p
  ${joinSurvivor("c", "p.project_id", "p.payer_id")}
  JOIN approval a ON a.project_id = p.project_id AND a.id = p.approval_id
  CROSS JOIN LATERAL (SELECT ${planPaid(`${today}::date`)}::bigint AS paid_fen, ${planMissedOn(`${today}::date`)} AS missed_on) m
  CROSS JOIN LATERAL (SELECT ${planStateOf("m.paid_fen", "m.missed_on")} AS state) s
  LEFT JOIN LATERAL (
    SELECT i.due_on, i.through_fen - m.paid_fen AS fen FROM payment_plan_instalment i
     WHERE i.project_id = p.project_id AND i.plan_id = p.id AND i.through_fen > m.paid_fen ORDER BY i.due_on LIMIT 1) n ON ${RUNS}`;

const COLUMNS = `p.id, p.plan_no AS "planNo", s.state, p.reason, c.id AS "payerId", c.name AS "payerName", p.total_fen AS "totalFen",
  CASE WHEN p.starts_on IS NULL THEN 0 ELSE greatest(0, m.paid_fen) END AS "paidFen",
  (SELECT count(*)::int FROM payment_plan_instalment i WHERE i.project_id = p.project_id AND i.plan_id = p.id) AS instalments,
  n.due_on AS "nextDueOn", n.fen AS "nextFen", CASE WHEN p.starts_on IS NOT NULL THEN m.missed_on END AS "missedOn",
  p.requested_by_name AS "requestedByName", p.created_at AS "createdAt", a.decided_by_name AS "decidedByName", a.decided_at AS "decidedAt",
  p.starts_on AS "startsOn", p.ended_on AS "endedOn", COALESCE(p.end_reason, a.note) AS note, p.approval_id AS "approvalId",
  ARRAY(SELECT DISTINCT r.code FROM payment_plan_charge x
          JOIN charge h ON h.project_id = x.project_id AND h.id = x.charge_id
          JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
         WHERE x.project_id = p.project_id AND x.plan_id = p.id ORDER BY r.code LIMIT 3) AS "roomCodes"`;

/** Reads payment plans, each as of today in its project. */
@Injectable()
export class PaymentPlansQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** Plans, the latest first. */
  async page(projectId: string, query: PaymentPlanQueryDto): Promise<PaymentPlanPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("p.project_id = ?", projectId)
      .add("s.state = ?", query.state)
      .add("(s.state IN ('PENDING', 'KEPT', 'BROKEN')) = ?", query.live)
      .add(`p.payer_id IN ${idsOf("p.project_id", "?")}`, query.payerId, query.payerId)
      .add("(p.plan_no ILIKE ? OR c.name ILIKE ? OR c.number ILIKE ?)", pattern, pattern, pattern)
      .add(
        `EXISTS (SELECT 1 FROM payment_plan_charge x JOIN charge h ON h.project_id = x.project_id AND h.id = x.charge_id
                  WHERE x.project_id = p.project_id AND x.plan_id = p.id AND h.room_id = ?)`,
        query.roomId,
      )
      .add("(p.created_at, p.id) < (?::timestamptz, ?::uuid)", at, id);
    const today = where.param(await this.days.today(projectId));
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<PlanRow[]>(
      `SELECT ${COLUMNS} ${standing(today)} ${where.toString()} ORDER BY p.created_at DESC, p.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toPlanDto, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, planId: string): Promise<PaymentPlanDetailDto> {
    const today = await this.days.today(projectId);
    const [[row], schedule, charges] = await Promise.all([
      this.db.query<PlanRow[]>(`SELECT ${COLUMNS} ${standing("$3")} WHERE p.project_id = $1 AND p.id = $2`, [
        projectId,
        planId,
        today,
      ]),
      this.db.query<InstalmentDto[]>(
        `SELECT i.due_on AS "dueOn", i.amount_fen AS "amountFen",
                CASE WHEN p.starts_on IS NULL THEN 0
                     ELSE greatest(0, least(i.amount_fen, m.paid_fen - i.through_fen + i.amount_fen)) END AS "paidFen",
                CASE WHEN p.starts_on IS NULL THEN NULL
                     WHEN i.through_fen <= m.in_time THEN 'PAID'
                     WHEN i.due_on < $3::date THEN 'MISSED' ELSE 'OPEN' END AS state
           FROM payment_plan_instalment i JOIN payment_plan p ON p.project_id = i.project_id AND p.id = i.plan_id
           CROSS JOIN LATERAL (SELECT ${planPaid("$3::date")}::bigint AS paid_fen,
                                      ${planPaid("least(i.due_on, $3::date)")}::bigint AS in_time) m
          WHERE i.project_id = $1 AND i.plan_id = $2 ORDER BY i.due_on`,
        [projectId, planId, today],
      ),
      this.db.query<PaymentPlanChargeDto[]>(
        `SELECT x.charge_id AS "chargeId", r.id AS "roomId", r.code AS "roomCode", ${itemWithObject("h", "f.name")} AS "feeItemName", h.period,
                x.open_fen AS "plannedFen", h.open_fen AS "openFen"
           FROM payment_plan_charge x
           JOIN charge h ON h.project_id = x.project_id AND h.id = x.charge_id
           JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
           JOIN fee_item f ON f.project_id = h.project_id AND f.id = h.fee_item_id
          WHERE x.project_id = $1 AND x.plan_id = $2 ORDER BY r.code, h.period, f.name, x.id`,
        [projectId, planId],
      ),
    ]);
    if (!row) throw notFound("分期计划");
    return { ...toPlanDto(row), approvalId: row.approvalId, schedule, charges };
  }

  /** The plans of payers that run today, kept or broken, with what is to be paid next. */
  runningOf(projectId: string, payerIds: readonly string[], today: string): Promise<RunningPlan[]> {
    return this.db.query<RunningPlan[]>(
      `SELECT c.id AS "payerId", p.id, p.plan_no AS "planNo", s.state, n.due_on AS "nextDueOn", n.fen AS "nextFen" ${standing("$3")}
        WHERE p.project_id = $1 AND c.id = ANY ($2) AND p.status = 'APPROVED' AND ${RUNS} ORDER BY p.plan_no`,
      [projectId, payerIds, today],
    );
  }
}

const toPlanDto = ({ approvalId: _approvalId, createdAt, decidedAt, ...row }: PlanRow): PaymentPlanDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
