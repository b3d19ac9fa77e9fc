import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { TransferItemDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { formatFen } from "../../common/money.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../customer/transfers/transfer-participants.js";
import { transferInWords } from "../transfers/transfer-words.js";
import { endPlan } from "./payment-plans.service.js";
import { planPaid } from "./payment-plans.sql.js";

interface PlanOfRoom {
  id: string;
  planNo: string;
  status: string;
  totalFen: number;
  payerName: string;
}

/**
 * Payment plans of a room that changes hands: arrears stay with who made them, and so does his plan. One whose charges
 * were all passed on by agreement is ended after the money was cut; one that is not decided yet stands in the way.
 */
@Injectable()
export class PaymentPlanTransfers extends TransferParticipant implements OnModuleInit {
  readonly key = "payment-plans";
  readonly order = 120;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly audit: AuditService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
    const all = await plansOf(db, facts, { condition: NOT_FULFILLED, params: [facts.today] });
    const running = all.filter(({ status }) => status === "APPROVED").map(itemOf);
    const asked = all.filter(({ status }) => status === "PENDING").map(itemOf);
    const title =
      facts.arrears === "ASSUMED" ? "分期缓缴（欠费由新业主承担，过户后终止）" : "分期缓缴（随欠费留给原业主）";
    const sections = running.length > 0 ? [{ key: this.key, title, items: running }] : [];
    return { sections, blocks: asked, open: [], questions: [] };
  }

  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<object | null> {
    const { projectId, number, today, arrears } = facts;
    const words = transferInWords(number);
    const wanted = { condition: PASSED_ON, params: [`${words}（`, `${words}：`], locked: true };
    const passedOn = (await plansOf(tx, facts, wanted)).filter(({ status }) => status === "APPROVED");
    const why = arrears === "ASSUMED" ? "欠费由新业主承担" : "未缴部分属过户日以后，由新业主承担";
    const reason = `${words}：${why}`;
    for (const plan of passedOn) await endPlan(tx, this.audit, actor, { projectId, ...plan }, { day: today, reason });
    return passedOn.length > 0 ? { planNos: passedOn.map(({ planNo }) => planNo) } : null;
  }
}

/** Something of plan `p` is not paid on the day $3, or it is not decided yet. */
const NOT_FULFILLED = `AND (p.status = 'PENDING' OR ${planPaid("$3::date")} < p.total_fen)`;

/** Nothing of plan `p` is open any more since this transfer: some was reversed with a reason that begins with $3 or $4. */
const PASSED_ON = `AND NOT EXISTS (
    SELECT 1 FROM payment_plan_charge y JOIN charge h ON h.project_id = y.project_id AND h.id = y.charge_id
     WHERE y.project_id = p.project_id AND y.plan_id = p.id AND h.open_fen > 0)
  AND EXISTS (
    SELECT 1 FROM payment_plan_charge y
      JOIN charge_entry e ON e.project_id = y.project_id AND e.charge_id = y.charge_id AND e.source = 'TRANSFER'
     WHERE y.project_id = p.project_id AND y.plan_id = p.id AND (starts_with(e.reason, $3) OR starts_with(e.reason, $4)))`;

/** Plans that wait or run and cover charges of the room; locked, when they may be ended. */
function plansOf(
  db: EntityManager,
  { projectId, roomId }: TransferFacts,
  { condition, params, locked = false }: { condition: string; params: string[]; locked?: boolean },
): Promise<PlanOfRoom[]> {
  return db.query<PlanOfRoom[]>(
    `SELECT p.id, p.plan_no AS "planNo", p.status, p.total_fen AS "totalFen", k.name AS "payerName"
       FROM payment_plan p JOIN customer k ON k.project_id = p.project_id AND k.id = p.payer_id
      WHERE p.project_id = $1 AND p.status IN ('PENDING', 'APPROVED') AND EXISTS (
              SELECT 1 FROM payment_plan_charge x JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
               WHERE x.project_id = p.project_id AND x.plan_id = p.id AND c.room_id = $2) ${condition}
      ORDER BY p.plan_no ${locked ? "FOR NO KEY UPDATE OF p" : ""}`,
    [projectId, roomId, ...params],
  );
}

const itemOf = ({ id, planNo, status, totalFen, payerName }: PlanOfRoom): TransferItemDto => ({
  label: status === "APPROVED" ? "分期缓缴" : "分期缓缴待审批",
  detail: `${planNo}，${payerName}，共 ${formatFen(totalFen)} 元`,
  amountFen: null,
  link: `billing/payment-plans?plan=${id}`,
});
