import { firstDay, maxDate } from "../../common/calendar.js";
import { inBulk } from "../../database/in-bulk.js";
import type { BalanceRow, Queryable } from "./month-figures.js";

/** Money of one fee item in one building that was entered in a later month than the one it was paid in, in fen. */
export interface LateTaking {
  feeItemId: string;
  buildingId: string;
  /** The month its charges were booked in. */
  chargedIn: string;
  /** The month it was paid in: its day of booking. */
  paidIn: string;
  /** The month it was entered in. */
  postedIn: string;
  receivedFen: number;
}

/**
 * The month in which an entry `e` was entered, as SQL; `zone` is the project's time zone. Booking days are never in the
 * future, so that it is never before the month of booking.
 */
export const postedMonth = (zone: string) => `to_char(e.created_at AT TIME ZONE ${zone}, 'YYYY-MM')`;

/**
 * Receipts and offsets up to a month that were entered in a later month than they were paid in: receipts back-dated
 * over the end of a month, and what was imported from before. What was entered before `from` moves nothing from there on.
 */
export function lateTakings(
  db: Queryable,
  projectId: string,
  { from, upTo }: { from: string; upTo: string },
): Promise<LateTaking[]> {
  const posted = postedMonth("p.time_zone");
  return inBulk(db, (tx) =>
    tx.query<LateTaking[]>(
      `SELECT c.fee_item_id AS "feeItemId", u.building_id AS "buildingId", c.booked_period AS "chargedIn", e.period AS "paidIn",
              ${posted} AS "postedIn", -sum(e.amount_fen)::bigint AS "receivedFen"
         FROM charge_entry e
         JOIN project p ON p.id = e.project_id
         JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
        WHERE e.project_id = $1 AND e.period <= $2 AND e.kind IN ('RECEIPT', 'OFFSET') AND ${posted} > e.period
          AND e.created_at >= ($3::date::timestamp AT TIME ZONE p.time_zone)
        GROUP BY 1, 2, 3, 4, 5`,
      [projectId, upTo, firstDay(from)],
    ),
  );
}

/**
 * The balances of a month as they are by the day of entry (入账日期), from those by the day of payment (收款日期), which is
 * what a close keeps: money that was entered later than it was paid moves to the month of its entry. As by the day of
 * payment, money for a later month counts in the month its charge is booked in.
 */
export function postedBalances(rows: readonly BalanceRow[], late: readonly LateTaking[], period: string): BalanceRow[] {
  const cells = new Map(rows.map((row) => [keyOf(row), { ...row }]));
  for (const taking of late) {
    const byPayment = maxDate(taking.paidIn, taking.chargedIn);
    const byEntry = maxDate(taking.postedIn, taking.chargedIn);
    if (byPayment === byEntry || byPayment > period || byEntry < period) continue;
    const cell = cells.get(keyOf(taking)) ?? { ...NOTHING, feeItemId: taking.feeItemId, buildingId: taking.buildingId };
    cells.set(keyOf(taking), cell);
    const field = taking.chargedIn < period ? "receivedArrearsFen" : "receivedCurrentFen";
    if (byPayment === period) cell[field] -= taking.receivedFen;
    // Paid before, and until its entry still owed.
    else cell.openingFen += taking.receivedFen;
    if (byEntry === period) cell[field] += taking.receivedFen;
  }
  return [...cells.values()].map((row) => ({ ...row, closingFen: closingOf(row) }));
}

const keyOf = ({ feeItemId, buildingId }: Pick<BalanceRow, "feeItemId" | "buildingId">) => `${feeItemId} ${buildingId}`;

const closingOf = (row: BalanceRow): number =>
  row.openingFen + row.chargedFen + row.adjustedFen - row.waivedFen - row.receivedCurrentFen - row.receivedArrearsFen;

const NOTHING = {
  openingFen: 0,
  chargedFen: 0,
  adjustedFen: 0,
  adjustedArrearsFen: 0,
  waivedFen: 0,
  waivedArrearsFen: 0,
  receivedCurrentFen: 0,
  receivedArrearsFen: 0,
  closingFen: 0,
};
