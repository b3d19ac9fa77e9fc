import type { EntityManager } from "typeorm";
import { newId } from "../../../common/ids.js";
import { coveredItem } from "../agreements/covered-item.sql.js";
import { type FrozenLateFee, freezeLateFees } from "../../late-fees/freeze-late-fees.js";
import type { DebitBatch } from "./debit-batch.entity.js";

interface LineOfCharge {
  chargeId: string;
  lineId: string;
  amountFen: number;
  limitFen: number | null;
}

interface Day {
  today: string;
  /** The open month of today, locked by the caller. */
  period: string;
  now: Date;
}

/**
 * Books what accrued until today on the charges of a batch that goes out, and has the bank collect it with them (BIL-52,
 * BIL-101): in the line of the charge it accrued on, whole, as far as the limits of the scheme and of the agreement reach.
 * What they do not reach stays open. The caller has locked the charges and marks those of the batch as out.
 */
export async function addLateFees(
  tx: EntityManager,
  { projectId, id: batchId }: Pick<DebitBatch, "projectId" | "id">,
  { today, period, now }: Day,
): Promise<void> {
  const lines = await linesOf(tx, projectId, batchId);
  const chargeIds = lines.map(({ chargeId }) => chargeId);
  const frozen = await freezeLateFees(tx, { projectId, chargeIds, bookedOn: today, period, createdAt: now });
  if (frozen.length === 0) return;
  const { taken, left } = withinLimits(lines, frozen);
  await tx.query(
    `INSERT INTO debit_line_charge (project_id, id, created_at, batch_id, line_id, charge_id, amount_fen, paid_fen)
     SELECT $1, f.id, $2, $3, f.line_id, f.charge_id, f.fen, 0
       FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[]) AS f(id, line_id, charge_id, fen)`,
    [
      projectId,
      now,
      batchId,
      taken.map(newId),
      taken.map(({ lineId }) => lineId),
      taken.map(({ lateFeeChargeId }) => lateFeeChargeId),
      taken.map(({ amountFen }) => amountFen),
    ],
  );
  await tx.query(
    `UPDATE debit_line l SET amount_fen = l.amount_fen + f.fen
       FROM (SELECT line_id, sum(fen)::bigint AS fen FROM unnest($3::uuid[], $4::bigint[]) AS f(line_id, fen) GROUP BY line_id) f
      WHERE l.project_id = $1 AND l.batch_id = $2 AND l.id = f.line_id`,
    [projectId, batchId, taken.map(({ lineId }) => lineId), taken.map(({ amountFen }) => amountFen)],
  );
  await tx.query(
    `INSERT INTO debit_exclusion (project_id, id, created_at, batch_id, charge_id, amount_fen, reason)
     SELECT $1, f.id, $2, $3, f.charge_id, f.fen, 'OVER_LIMIT' FROM unnest($4::uuid[], $5::uuid[], $6::bigint[]) AS f(id, charge_id, fen)`,
    [
      projectId,
      now,
      batchId,
      left.map(newId),
      left.map(({ lateFeeChargeId }) => lateFeeChargeId),
      left.map(({ amountFen }) => amountFen),
    ],
  );
}

/** The charges of a batch with the line each is in, what that asks for, and the least limit it has to keep. */
function linesOf(tx: EntityManager, projectId: string, batchId: string): Promise<LineOfCharge[]> {
  return tx.query<LineOfCharge[]>(
    `SELECT x.charge_id AS "chargeId", l.id AS "lineId", l.amount_fen AS "amountFen",
            (SELECT least(s.maximum_fen, min(a.limit_fen)) FROM debit_line_charge y
               JOIN charge c ON c.project_id = y.project_id AND c.id = y.charge_id
               JOIN debit_cover v ON v.project_id = c.project_id AND v.room_id = c.room_id
                AND v.fee_item_id = ${coveredItem("c")} AND v.in_force
               JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
              WHERE y.project_id = l.project_id AND y.line_id = l.id) AS "limitFen"
       FROM debit_line_charge x
       JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id
       JOIN debit_agreement own ON own.project_id = l.project_id AND own.id = l.agreement_id
       JOIN debit_scheme s ON s.project_id = own.project_id AND s.id = own.scheme_id
      WHERE x.project_id = $1 AND x.batch_id = $2 ORDER BY l.line_no, x.charge_id`,
    [projectId, batchId],
  );
}

function withinLimits(lines: readonly LineOfCharge[], frozen: readonly FrozenLateFee[]) {
  const lineOf = new Map(lines.map((line) => [line.chargeId, line]));
  const sums = new Map(lines.map(({ lineId, amountFen }) => [lineId, amountFen]));
  const taken: (FrozenLateFee & { lineId: string })[] = [];
  const left: FrozenLateFee[] = [];
  for (const fee of frozen) {
    const { lineId, limitFen } = lineOf.get(fee.chargeId)!;
    const sum = sums.get(lineId)! + fee.amountFen;
    if (limitFen !== null && sum > limitFen) left.push(fee);
    else {
      taken.push({ ...fee, lineId });
      sums.set(lineId, sum);
    }
  }
  return { taken, left };
}
