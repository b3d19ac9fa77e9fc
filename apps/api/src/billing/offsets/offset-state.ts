import type { DataSource } from "typeorm";
import { UNREVIEWED_IN } from "../receipt-reviews/unreviewed.sql.js";

/** How far prepayments of a month are used. */
export interface OffsetState {
  enabled: boolean;
  /** Rooms with money that may pay for charges still open. */
  rooms: number;
  /** Offset by runs of the month, in fen. */
  offsetFen: number;
}

/**
 * Whether a project offsets prepayments, what was offset in a month and what still could be. Whether the scheme leaves a
 * bill out is not looked at here: the preview tells it.
 */
export async function offsetState(
  db: Pick<DataSource, "query">,
  projectId: string,
  period: string,
): Promise<OffsetState> {
  const [row] = await db.query<OffsetState[]>(
    `SELECT coalesce((SELECT enabled FROM offset_scheme WHERE project_id = $1), false) AS enabled,
            (SELECT count(DISTINCT a.room_id)::int FROM prepayment_account a
               JOIN charge c ON c.project_id = a.project_id AND c.room_id = a.room_id AND c.open_fen > 0 AND c.booked_period <= $2
                AND (a.fee_item_id IS NULL OR a.fee_item_id = c.fee_item_id)
               JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id AND i.kind <> 'DEPOSIT'
               JOIN customer k ON k.project_id = a.project_id AND k.id = a.customer_id
               JOIN customer p ON p.project_id = c.project_id AND p.id = c.payer_id
                AND coalesce(p.merged_into_id, p.id) = coalesce(k.merged_into_id, k.id)
              WHERE a.project_id = $1 AND a.balance_fen > 0
                AND (NOT EXISTS (SELECT 1 FROM offset_scheme WHERE project_id = $1 AND reviewed_only) OR a.balance_fen > ${UNREVIEWED_IN})) AS rooms,
            (SELECT coalesce(sum(amount_fen), 0)::bigint FROM receipt
              WHERE project_id = $1 AND period = $2 AND offset_run_id IS NOT NULL) AS "offsetFen"`,
    [projectId, period],
  );
  return row!;
}
