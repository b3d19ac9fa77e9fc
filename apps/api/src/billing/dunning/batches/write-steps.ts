import type { EntityManager } from "typeorm";
import type { DunningPlaceholder } from "@linli/contracts";
import { daysBetweenInclusive } from "../../../common/calendar.js";
import { newId } from "../../../common/ids.js";
import { dateText } from "../../../prints/wording.js";
import { fillText } from "../../placeholders.js";
import { amountText } from "../../prints/wording.js";
import type { FrozenLateFee } from "../../late-fees/freeze-late-fees.js";
import { openCases } from "../cases/open-cases.js";
import type { DunningLevel } from "../levels/dunning-level.entity.js";
import type { Candidate } from "./dunning-plan.js";

/** What all steps of a batch share. */
export interface Issuing {
  projectId: string;
  batchId: string;
  level: DunningLevel;
  today: string;
  /** Null of a bill: what is on it has its own due days. */
  payBy: string | null;
  createdAt: Date;
  createdBy: string;
  createdByName: string;
}

/** Writes a step for each candidate with its charges; one statement for each table, however many there are. */
export async function writeSteps(
  tx: EntityManager,
  issuing: Issuing,
  candidates: readonly Candidate[],
  lateFees: readonly FrozenLateFee[],
  numbers: readonly string[],
): Promise<void> {
  const { projectId, batchId, level, today, payBy, createdAt, createdBy, createdByName } = issuing;
  const cases = await openCases(tx, projectId, candidates, createdAt);
  const byPrincipal = Map.groupBy(lateFees, ({ chargeId }) => chargeId);
  const { name, telephone } = await projectOf(tx, projectId);
  const steps = candidates.map((one, index) => {
    const late = one.chargeIds.flatMap((id) => byPrincipal.get(id) ?? []);
    const lateFen = late.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const text = fillText<DunningPlaceholder>(level.text, {
      客户: one.payerName,
      房号: one.roomCode,
      管理区: name,
      电话: telephone ?? "",
      欠费: amountText(one.openFen - one.lateOpenFen),
      违约金: amountText(one.lateOpenFen + lateFen),
      合计: amountText(one.openFen + lateFen),
      最早应缴日: dateText(one.oldestDueOn),
      逾期天数: String(daysBetweenInclusive(one.oldestDueOn, today) - 1),
      期限: payBy === null ? "" : dateText(payBy),
    });
    const parts = [
      ...one.chargeIds.map((chargeId, at) => ({ chargeId, amountFen: one.parts[at]! })),
      ...late.map(({ lateFeeChargeId, amountFen }) => ({ chargeId: lateFeeChargeId, amountFen })),
    ];
    return { id: newId(), caseId: cases[index]!, no: numbers[index]!, text, fen: one.openFen + lateFen, parts };
  });
  const column = <Value>(pick: (step: (typeof steps)[number]) => Value) => steps.map(pick);
  await tx.query(
    `INSERT INTO dunning_step (project_id, id, created_at, case_id, step_no, on_day, level_id, batch_id, channel, text, pay_by,
            amount_fen, created_by, created_by_name)
     SELECT $1, s.id, $2, s.case_id, s.no, $3, $4, $5, $6, s.text, $7, s.fen, $8, $9
       FROM unnest($10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::bigint[]) AS s(id, case_id, no, text, fen)`,
    [
      projectId,
      createdAt,
      today,
      level.id,
      batchId,
      level.channel,
      payBy,
      createdBy,
      createdByName,
      column(({ id }) => id),
      column(({ caseId }) => caseId),
      column(({ no }) => no),
      column(({ text }) => text),
      column(({ fen }) => fen),
    ],
  );
  const parts = steps.flatMap((step) => step.parts.map((part) => ({ ...part, id: newId(), stepId: step.id })));
  await tx.query(
    `INSERT INTO dunning_step_charge (project_id, id, created_at, step_id, charge_id, amount_fen)
     SELECT $1, p.id, $2, p.step_id, p.charge_id, p.fen
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[]) AS p(id, step_id, charge_id, fen)`,
    [
      projectId,
      createdAt,
      parts.map(({ id }) => id),
      parts.map(({ stepId }) => stepId),
      parts.map(({ chargeId }) => chargeId),
      parts.map(({ amountFen }) => amountFen),
    ],
  );
}

async function projectOf(tx: EntityManager, projectId: string): Promise<{ name: string; telephone: string | null }> {
  const [project] = await tx.query<{ name: string; telephone: string | null }[]>(
    "SELECT name, telephone FROM project WHERE id = $1",
    [projectId],
  );
  return project!;
}
