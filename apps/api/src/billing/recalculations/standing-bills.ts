import type { EntityManager } from "typeorm";
import type { PlannedLine } from "./plan-recalculation.js";

/** A bill of a run as discounts are reckoned on it; in fen. */
export interface StandingBill {
  id: string;
  roomId: string;
  feeItemId: string;
  objectId: string | null;
  runId: string | null;
  /** Who owes it today. */
  payerId: string;
  period: string;
  /** What it was issued for, less vacancies: what the first discount was given on. */
  openFen: number;
  /** What schemes gave on it, by their ids. */
  given: Readonly<Record<string, number>>;
}

/** All bills that stand of the runs, rooms and items of lines; with those lines' own. */
export function standingBills(
  tx: EntityManager,
  projectId: string,
  lines: readonly PlannedLine[],
): Promise<StandingBill[]> {
  const runIds = lines.flatMap(({ olds }) => olds.flatMap(({ runId }) => runId ?? []));
  return tx.query<StandingBill[]>(
    `SELECT c.id, c.room_id AS "roomId", c.fee_item_id AS "feeItemId", c.object_id AS "objectId", c.run_id AS "runId",
            coalesce(k.merged_into_id, c.payer_id) AS "payerId", c.period,
            (c.amount_fen - c.reversed_fen - (SELECT coalesce(sum(l.amount_fen), 0) FROM vacancy_line l
                                               WHERE l.project_id = c.project_id AND l.charge_id = c.id))::bigint AS "openFen",
            coalesce((SELECT jsonb_object_agg(x.scheme_id, x.fen)
                        FROM (SELECT l.scheme_id, sum(l.amount_fen)::bigint AS fen FROM discount_line l
                               WHERE l.project_id = c.project_id AND l.charge_id = c.id AND l.receipt_id IS NULL
                               GROUP BY l.scheme_id HAVING sum(l.amount_fen) <> 0) x), '{}') AS given
       FROM charge c
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.fee_item_id = ANY ($3) AND c.run_id = ANY ($4)
        AND c.reversed_fen < c.amount_fen
      ORDER BY c.id`,
    [
      projectId,
      [...new Set(lines.map(({ roomId }) => roomId))],
      [...new Set(lines.map(({ feeItemId }) => feeItemId))],
      [...new Set(runIds)],
    ],
  );
}
