import type { DebitMerge } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import type { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { keepSums } from "./batch-sums.js";
import { candidatesOf } from "./candidates.sql.js";
import type { DebitBatch } from "./debit-batch.entity.js";
import { type PlannedExclusion, type PlannedLine, planLines } from "./plan-lines.js";

type Draft = Pick<
  DebitBatch,
  "projectId" | "id" | "batchNo" | "schemeId" | "merge" | "dueUntil" | "request" | "retryOfId"
>;

/** Writes the lines of a draft as the books are now, in place of those it had; what was left out by hand stays out. */
export async function writeLines(
  tx: EntityManager,
  draft: Draft,
  scheme: DebitScheme,
  { today, now }: { today: string; now: Date },
): Promise<void> {
  const { projectId, id: batchId } = draft;
  const candidates = await candidatesOf(tx, { ...draft, ...draft.request, batchId, today });
  for (const table of ["debit_line_charge", "debit_line", "debit_exclusion"])
    await tx.query(`DELETE FROM ${table} WHERE project_id = $1 AND batch_id = $2`, [projectId, batchId]);
  const merge = draft.merge as DebitMerge;
  const { lines, exclusions } = planLines(candidates, { ...scheme, merge });
  await insertLines(tx, draft, lines, now);
  await insertExclusions(tx, draft, exclusions, now);
  await keepSums(tx, projectId, batchId);
}

async function insertLines(tx: EntityManager, { projectId, id, batchNo }: Draft, lines: PlannedLine[], now: Date) {
  const ids = lines.map(newId);
  await tx.query(
    `INSERT INTO debit_line (project_id, id, created_at, batch_id, line_no, reference, agreement_id, status, amount_fen, paid_fen)
     SELECT $1, l.id, $2, $3, l.place, $4 || lpad(l.place::text, 6, '0'), l.agreement_id, 'DRAFT', l.fen, 0
       FROM unnest($5::uuid[], $6::uuid[], $7::bigint[]) WITH ORDINALITY AS l(id, agreement_id, fen, place)`,
    [projectId, now, id, batchNo, ids, lines.map((line) => line.agreementId), lines.map((line) => line.amountFen)],
  );
  const charges = lines.flatMap((line, index) => line.charges.map((charge) => ({ lineId: ids[index]!, ...charge })));
  await tx.query(
    `INSERT INTO debit_line_charge (project_id, id, created_at, batch_id, line_id, charge_id, amount_fen, paid_fen)
     SELECT $1, c.id, $2, $3, c.line_id, c.charge_id, c.fen, 0
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[]) AS c(id, line_id, charge_id, fen)`,
    [
      projectId,
      now,
      id,
      charges.map(newId),
      charges.map(({ lineId }) => lineId),
      charges.map(({ chargeId }) => chargeId),
      charges.map(({ openFen }) => openFen),
    ],
  );
}

async function insertExclusions(
  tx: EntityManager,
  { projectId, id }: Draft,
  exclusions: PlannedExclusion[],
  now: Date,
) {
  await tx.query(
    `INSERT INTO debit_exclusion (project_id, id, created_at, batch_id, charge_id, amount_fen, reason, detail)
     SELECT $1, x.id, $2, $3, x.charge_id, x.fen, x.reason, x.detail
       FROM unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::text[]) AS x(id, charge_id, fen, reason, detail)`,
    [
      projectId,
      now,
      id,
      exclusions.map(newId),
      exclusions.map(({ charge }) => charge.chargeId),
      exclusions.map(({ charge }) => charge.openFen),
      exclusions.map(({ reason }) => reason),
      exclusions.map(({ detail }) => detail),
    ],
  );
}
