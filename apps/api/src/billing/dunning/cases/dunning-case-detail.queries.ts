import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  DebtorDto,
  DunningCaseDetailDto,
  DunningChargeDto,
  DunningDeliveryDto,
  DunningLawsuitDto,
  DunningPauseDto,
  DunningPromiseDto,
  DunningStepDto,
  LimitationActKind,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { daysBetweenInclusive } from "../../../common/calendar.js";
import { Clock } from "../../../common/clock.js";
import { notFound } from "../../../common/rule-violation.js";
import { AttachmentsService } from "../../../files/attachments.service.js";
import { projectToday } from "../../../property/project-today.js";
import { ownersBeside } from "../../charges/owners-beside.sql.js";
import { exclusionOn } from "../../exclusions/exclusion.sql.js";
import { casesOf, PROMISE_PAID, promiseState } from "../dunning.sql.js";
import { limitationOf } from "../limitation.js";
import { LIMITATION_ACTS } from "../limitation.sql.js";
import { debtsOf } from "./case-groups.js";
import { DunningCasesQueries } from "./dunning-cases.queries.js";
import { caseKeyOf } from "./open-cases.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";

type ChargeRow = Omit<DunningChargeDto, "daysLate" | "limitationOn" | "limitationDaysLeft" | "acts"> & {
  acts: { kind: LimitationActKind; on: string; until: string | null }[] | null;
};
type StepRow = Omit<DunningStepDto, "createdAt" | "deliveries" | "files"> & { createdAt: Date };
type Delivery = DunningDeliveryDto & { stepId: string };

/** Reads everything about one case: debts with their limitation, demands, promises, pauses, lawsuits. */
@Injectable()
export class DunningCaseDetailQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cases: DunningCasesQueries,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND when the payer owes and owed nothing for the room */
  async one(projectId: string, roomId: string, payerId: string): Promise<DunningCaseDetailDto> {
    const key = await caseKeyOf(this.db, projectId, roomId, payerId);
    const today = await projectToday(this.db, this.clock, projectId);
    const found = await this.cases.one(projectId, today, key.roomId, key.payerId);
    if (!found) throw notFound("这户的应收");
    const ids = [projectId, key.roomId, key.payerId];
    const [items, history, promises, pauses, lawsuits, [project], jointlyLiable] = await Promise.all([
      this.charges(ids, today),
      this.steps(ids),
      this.promises(ids, today),
      this.pauses(ids),
      this.lawsuits(ids),
      this.db.query<{ name: string }[]>("SELECT name FROM project WHERE id = $1", [projectId]),
      this.jointlyLiable(ids, today),
    ]);
    const projectName = project!.name;
    return { ...found, projectName, jointlyLiable, items, history, promises, pauses, lawsuits };
  }

  private async charges(ids: string[], today: string): Promise<DunningChargeDto[]> {
    const rows = await this.db.query<ChargeRow[]>(
      `WITH g AS (SELECT $2::uuid AS room_id, $3::uuid AS payer_id)
       SELECT c.id AS "chargeId", c.name AS "feeItemName", c.period, c.service_from AS "serviceFrom", c.service_to AS "serviceTo",
              c.due_on AS "dueOn", c.amount_fen AS "amountFen", c.open_fen AS "openFen", ${exclusionOn("$4::date")} AS exclusion,
              c.debit_batch_id IS NOT NULL AS "onDebit",
              (SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'on', a.day, 'until', nullif(a.until, 'infinity'::date))) FROM (${LIMITATION_ACTS}) a) AS acts
         FROM g CROSS JOIN LATERAL (SELECT c.*, ${itemWithObject("c", "i.name")} AS name ${debtsOf("$4")}) c
        ORDER BY c.due_on, c.service_from, c.id`,
      [...ids, today],
    );
    return rows.map(({ acts, ...row }) => {
      const { lastDay, acts: judged } = limitationOf(row.dueOn, acts ?? []);
      return {
        ...row,
        daysLate: daysBetweenInclusive(row.dueOn, today) - 1,
        limitationOn: lastDay,
        limitationDaysLeft: lastDay === null ? null : daysBetweenInclusive(today, lastDay) - 1,
        acts: judged,
      };
    });
  }

  private async steps(ids: string[]): Promise<DunningStepDto[]> {
    const steps = await this.db.query<StepRow[]>(
      `SELECT s.id, s.step_no AS "stepNo", s.on_day AS "onDay", l.name AS "levelName", coalesce(l.kind, 'DEMAND') AS kind, s.channel, s.text, s.pay_by AS "payBy",
              s.amount_fen AS "amountFen", (SELECT count(*)::int FROM dunning_step_charge x WHERE x.project_id = s.project_id AND x.step_id = s.id) AS charges,
              s.batch_id AS "batchId", s.created_by_name AS "createdByName", s.created_at AS "createdAt",
              s.voided_on AS "voidedOn", s.void_reason AS "voidReason"
         FROM dunning_step s LEFT JOIN dunning_level l ON l.project_id = s.project_id AND l.id = s.level_id
        WHERE s.project_id = $1 AND s.case_id IN ${casesOf("$1", "$2", "$3")} ORDER BY s.on_day DESC, s.id DESC`,
      ids,
    );
    const stepIds = steps.map(({ id }) => id);
    const deliveries = await this.db.query<Delivery[]>(
      `SELECT v.id, v.step_id AS "stepId", v.delivered_on AS "deliveredOn", v.how, v.recipient, v.result,
              v.created_by_name AS "createdByName", v.interrupts, v.voided_on AS "voidedOn", v.void_reason AS "voidReason"
         FROM dunning_delivery v WHERE v.project_id = $1 AND v.step_id = ANY ($2) ORDER BY v.delivered_on, v.id`,
      [ids[0], stepIds],
    );
    const files = await this.attachments.ofMany(this.db.manager, ids[0]!, "dunning-step", stepIds);
    const byStep = Map.groupBy(deliveries, ({ stepId }) => stepId);
    return steps.map((step) => ({
      ...step,
      createdAt: step.createdAt.toISOString(),
      deliveries: (byStep.get(step.id) ?? []).map(({ stepId: _stepId, ...delivery }) => delivery),
      files: files.get(step.id) ?? [],
    }));
  }

  private async promises(ids: string[], today: string): Promise<DunningPromiseDto[]> {
    const rows = await this.db.query<Omit<DunningPromiseDto, "files">[]>(
      `SELECT m.id, m.made_on AS "madeOn", m.pay_by AS "payBy", m.amount_fen AS "amountFen", ${PROMISE_PAID} AS "paidFen",
              ${promiseState("$4")} AS state, m.form, m.promised_by AS "promisedBy", m.note, m.created_by_name AS "createdByName",
              m.voided_on AS "voidedOn", m.void_reason AS "voidReason"
         FROM dunning_promise m WHERE m.project_id = $1 AND m.case_id IN ${casesOf("$1", "$2", "$3")} ORDER BY m.made_on DESC, m.id DESC`,
      [...ids, today],
    );
    return this.withFiles(ids[0]!, "dunning-promise", rows);
  }

  private pauses(ids: string[]): Promise<DunningPauseDto[]> {
    return this.db.query<DunningPauseDto[]>(
      `SELECT q.id, q.starts_on AS "startsOn", q.ends_on AS "endsOn", q.reason, q.created_by_name AS "createdByName"
         FROM dunning_pause q WHERE q.project_id = $1 AND q.case_id IN ${casesOf("$1", "$2", "$3")}
          AND (q.ends_on IS NULL OR q.ends_on >= q.starts_on) ORDER BY q.starts_on DESC, q.id DESC`,
      ids,
    );
  }

  private async lawsuits(ids: string[]): Promise<DunningLawsuitDto[]> {
    const rows = await this.db.query<Omit<DunningLawsuitDto, "files">[]>(
      `SELECT w.id, w.filed_on AS "filedOn", w.forum, w.docket_no AS "docketNo", w.amount_fen AS "amountFen",
              w.ended_on AS "endedOn", w.outcome, w.created_by_name AS "createdByName",
              w.voided_on AS "voidedOn", w.void_reason AS "voidReason"
         FROM dunning_lawsuit w WHERE w.project_id = $1 AND w.case_id IN ${casesOf("$1", "$2", "$3")} ORDER BY w.filed_on DESC, w.id DESC`,
      ids,
    );
    return this.withFiles(ids[0]!, "dunning-lawsuit", rows);
  }

  private async withFiles<Row extends { id: string }>(projectId: string, type: string, rows: Row[]) {
    const ids = rows.map(({ id }) => id);
    const files = await this.attachments.ofMany(this.db.manager, projectId, type, ids);
    return rows.map((row) => ({ ...row, files: files.get(row.id) ?? [] }));
  }

  /** Owners beside the payer over the service days of what is overdue; of a late fee those of its principal. */
  private jointlyLiable(ids: string[], today: string): Promise<DebtorDto[]> {
    const days = { firstDay: "d.first_day", lastDay: "d.last_day" };
    return this.db.query<DebtorDto[]>(
      `WITH g AS (SELECT $2::uuid AS room_id, $3::uuid AS payer_id),
       d AS (SELECT g.room_id, g.payer_id, min(coalesce(h.service_from, c.service_from)) AS first_day,
                    max(coalesce(h.service_to, c.service_to)) AS last_day
               FROM g CROSS JOIN LATERAL (SELECT c.* ${debtsOf("$4")}) c
               LEFT JOIN charge h ON h.project_id = c.project_id AND h.id = c.principal_id GROUP BY g.room_id, g.payer_id)
       SELECT o.id, o.name FROM d CROSS JOIN LATERAL (${ownersBeside("$1", { room: "d.room_id", payer: "d.payer_id", ...days })}) o
        ORDER BY o.name, o.id`,
      [...ids, today],
    );
  }
}
