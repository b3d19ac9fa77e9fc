import type { CollectionFiguresDto } from "@linli/contracts";
import type { DataSource, EntityManager } from "typeorm";
import { inBulk } from "../../database/in-bulk.js";
import { collectionRates, percentOf } from "../pricing/collection-rates.js";
import type { RoomCount } from "./room-counts.js";

/** What runs SQL: a DataSource or a transaction's EntityManager. */
export type Queryable = DataSource | EntityManager;

/**
 * A month of one fee item in one building, in fen: opening + charged + adjusted − waived − received = closing.
 * An entry counts in the later of its own month and the month its charge was booked in: money that came early is
 * collected of the month it was meant for.
 */
export interface BalanceRow {
  feeItemId: string;
  buildingId: string;
  openingFen: number;
  chargedFen: number;
  adjustedFen: number;
  adjustedArrearsFen: number;
  waivedFen: number;
  waivedArrearsFen: number;
  receivedCurrentFen: number;
  receivedArrearsFen: number;
  closingFen: number;
}

/** The columns of a stored snapshot, as BalanceRow. */
const STORED = `fee_item_id AS "feeItemId", building_id AS "buildingId", opening_fen AS "openingFen", charged_fen AS "chargedFen",
  adjusted_fen AS "adjustedFen", adjusted_arrears_fen AS "adjustedArrearsFen", waived_fen AS "waivedFen",
  waived_arrears_fen AS "waivedArrearsFen", received_current_fen AS "receivedCurrentFen",
  received_arrears_fen AS "receivedArrearsFen", closing_fen AS "closingFen"`;

/**
 * The balances of a month computed from the rows, beginning with the closing balances of the last closed month before it.
 * $1 project, $2 the month, $3 that last closed month ('' when there is none).
 */
const COMPUTED = `
  WITH moved AS (
    SELECT c.fee_item_id, c.room_id, c.booked_period AS charged_in, c.booked_period AS counts_in, 'CHARGE' AS kind, c.amount_fen
      FROM charge c
     WHERE c.project_id = $1 AND c.booked_period > $3 AND c.booked_period <= $2
    UNION ALL
    SELECT c.fee_item_id, c.room_id, c.booked_period, greatest(e.period, c.booked_period), e.kind, e.amount_fen
      FROM charge_entry e
      JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
     WHERE e.project_id = $1 AND e.period > $3 AND e.period <= $2 AND c.booked_period <= $2
    UNION ALL
    SELECT c.fee_item_id, c.room_id, c.booked_period, c.booked_period, e.kind, e.amount_fen
      FROM charge c
      JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
     WHERE c.project_id = $1 AND c.booked_period > $3 AND c.booked_period <= $2 AND e.period <= $3
  ), cells AS (
    SELECT m.fee_item_id, u.building_id, m.counts_in < $2 AS before, m.charged_in < $2 AS arrears, m.kind, sum(m.amount_fen)::bigint AS fen
      FROM moved m
      JOIN room r ON r.project_id = $1 AND r.id = m.room_id
      JOIN unit u ON u.project_id = $1 AND u.id = r.unit_id
     GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT b.fee_item_id, b.building_id, true, true, 'OPENING', b.closing_fen
      FROM period_balance b WHERE b.project_id = $1 AND b.period = $3
  ), summed AS (
    SELECT fee_item_id, building_id,
           coalesce(sum(fen) FILTER (WHERE before), 0) AS opening,
           coalesce(sum(fen) FILTER (WHERE NOT before AND kind = 'CHARGE'), 0) AS charged,
           coalesce(sum(fen) FILTER (WHERE NOT before AND kind IN ('ADJUSTMENT', 'REVERSAL')), 0) AS adjusted,
           coalesce(sum(fen) FILTER (WHERE NOT before AND kind IN ('ADJUSTMENT', 'REVERSAL') AND arrears), 0) AS adjusted_arrears,
           coalesce(-sum(fen) FILTER (WHERE NOT before AND kind = 'WAIVER'), 0) AS waived,
           coalesce(-sum(fen) FILTER (WHERE NOT before AND kind = 'WAIVER' AND arrears), 0) AS waived_arrears,
           coalesce(-sum(fen) FILTER (WHERE NOT before AND kind IN ('RECEIPT', 'OFFSET') AND NOT arrears), 0) AS received_current,
           coalesce(-sum(fen) FILTER (WHERE NOT before AND kind IN ('RECEIPT', 'OFFSET') AND arrears), 0) AS received_arrears
      FROM cells GROUP BY 1, 2
  )
  SELECT fee_item_id AS "feeItemId", building_id AS "buildingId", opening::bigint AS "openingFen", charged::bigint AS "chargedFen",
         adjusted::bigint AS "adjustedFen", adjusted_arrears::bigint AS "adjustedArrearsFen", waived::bigint AS "waivedFen",
         waived_arrears::bigint AS "waivedArrearsFen", received_current::bigint AS "receivedCurrentFen",
         received_arrears::bigint AS "receivedArrearsFen",
         (opening + charged + adjusted - waived - received_current - received_arrears)::bigint AS "closingFen"
    FROM summed
   WHERE opening <> 0 OR charged <> 0 OR adjusted <> 0 OR waived <> 0 OR received_current <> 0 OR received_arrears <> 0`;

/** The balances of a month: of a closed month its snapshot, else computed from the rows. */
export async function balancesOf(
  db: Queryable,
  projectId: string,
  period: string,
): Promise<{ closed: boolean; rows: BalanceRow[] }> {
  const [found] = await db.query<{ closed: boolean; last_closed: string | null }[]>(
    `SELECT coalesce(bool_or(period = $2 AND status = 'CLOSED'), false) AS closed,
            max(period) FILTER (WHERE status = 'CLOSED' AND period < $2) AS last_closed
       FROM billing_period WHERE project_id = $1`,
    [projectId, period],
  );
  if (found?.closed) {
    const sql = `SELECT ${STORED} FROM period_balance WHERE project_id = $1 AND period = $2`;
    return { closed: true, rows: await db.query<BalanceRow[]>(sql, [projectId, period]) };
  }
  return { closed: false, rows: await computedBalances(db, projectId, period, found?.last_closed ?? "") };
}

/** The balances of a month from the rows, whatever its state. `lastClosed` is '' to begin with the first charge. */
export function computedBalances(
  db: Queryable,
  projectId: string,
  period: string,
  lastClosed = "",
): Promise<BalanceRow[]> {
  return inBulk(db, (tx) => tx.query<BalanceRow[]>(COMPUTED, [projectId, period, lastClosed]));
}

/** Prepayments of a month, in fen: opening + in − out = closing. */
export async function prepaymentsOf(db: Queryable, projectId: string, period: string) {
  const [row] = await db.query<{ openingFen: number; inFen: number; outFen: number; closingFen: number }[]>(
    `SELECT coalesce(sum(amount_fen) FILTER (WHERE period < $2), 0)::bigint AS "openingFen",
            coalesce(sum(amount_fen) FILTER (WHERE period = $2 AND amount_fen > 0), 0)::bigint AS "inFen",
            coalesce(-sum(amount_fen) FILTER (WHERE period = $2 AND amount_fen < 0), 0)::bigint AS "outFen",
            coalesce(sum(amount_fen) FILTER (WHERE period <= $2), 0)::bigint AS "closingFen"
       FROM prepayment_movement WHERE project_id = $1`,
    [projectId, period],
  );
  return row!;
}

const sum = (rows: readonly BalanceRow[], pick: (row: BalanceRow) => number) =>
  rows.reduce((total, row) => total + pick(row), 0);

/** The figures and rates (BIL-110) that balances come to. */
export function figuresOf(rows: readonly BalanceRow[], count: RoomCount): CollectionFiguresDto {
  const receivableFen = sum(rows, (row) => row.chargedFen + row.adjustedFen - row.adjustedArrearsFen);
  const waivedFen = sum(rows, (row) => row.waivedFen - row.waivedArrearsFen);
  const collectedFen = sum(rows, (row) => row.receivedCurrentFen);
  const openingFen = sum(rows, (row) => row.openingFen + row.adjustedArrearsFen);
  const waivedArrearsFen = sum(rows, (row) => row.waivedArrearsFen);
  const collectedArrearsFen = sum(rows, (row) => row.receivedArrearsFen);
  const rates = collectionRates({
    receivableFen,
    waivedFen,
    collectedFen,
    prepaidFen: 0,
    openingArrearsFen: openingFen,
    waivedArrearsFen,
    collectedArrearsFen,
  });
  return {
    receivableFen,
    waivedFen,
    collectedFen,
    openingFen,
    waivedArrearsFen,
    collectedArrearsFen,
    closingFen: rates.closingArrearsFen,
    currentRate: rates.currentRate,
    arrearsRate: rates.arrearsRate,
    combinedRate: rates.combinedRate,
    ...count,
    roomRate: percentOf(count.roomsPaid, count.rooms),
  };
}
