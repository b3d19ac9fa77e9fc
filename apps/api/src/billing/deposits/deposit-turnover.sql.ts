import { addMonths, dayInPeriod, periodOf } from "../../common/calendar.js";

/** The days one, two and three years before. */
export const ageBounds = (day: string): [string, string, string] => [
  yearsBefore(day, 1),
  yearsBefore(day, 2),
  yearsBefore(day, 3),
];

const yearsBefore = (day: string, years: number) =>
  dayInPeriod(addMonths(periodOf(day), -12 * years), Number(day.slice(8)));

/** The parameters of 押金收退表, such as `$1`; ages are the days one, two and three years before the last day. */
export interface DepositTurnoverParams {
  project: string;
  from: string;
  to: string;
  ages: readonly [string, string, string];
  /** Of rooms in this building alone. */
  building?: string | null;
}

/** SQL: what came in of each deposit and what became of it, as `per`; `in_span` where something did within the days. */
export const movedDeposits = ({
  project,
  from,
  to,
}: Pick<DepositTurnoverParams, "project" | "from" | "to">): string => `
  WITH moved AS (
    SELECT d.id, e.booked_on, 'IN' AS kind, -e.amount_fen AS fen
      FROM deposit d JOIN charge_entry e ON e.project_id = d.project_id AND e.charge_id = d.charge_id AND e.kind = 'RECEIPT'
     WHERE d.project_id = ${project} AND e.booked_on <= ${to}::date
    UNION ALL
    SELECT m.deposit_id, m.booked_on, m.kind, -m.amount_fen FROM deposit_movement m WHERE m.project_id = ${project} AND m.booked_on <= ${to}::date
  ), per AS (
    SELECT id, coalesce(sum(fen) FILTER (WHERE booked_on < ${from}::date), 0) AS opening,
           coalesce(sum(fen) FILTER (WHERE booked_on >= ${from}::date AND kind = 'IN'), 0) AS came,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= ${from}::date AND kind = 'DEDUCT'), 0) AS deducted,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= ${from}::date AND kind = 'MOVE'), 0) AS moved,
           coalesce(-sum(fen) FILTER (WHERE booked_on >= ${from}::date AND kind = 'REFUND'), 0) AS refunded,
           sum(fen) AS closing, bool_or(booked_on >= ${from}::date) AS in_span, min(booked_on) FILTER (WHERE kind = 'IN') AS since
      FROM moved GROUP BY id
  )`;

/** SQL: what came in, what became of it, and how long the rest has been held, by type. A deposit ages from its first receipt. */
export const depositTurnover = ({
  ages: [one, two, three],
  building = null,
  ...span
}: DepositTurnoverParams): string => {
  const { project } = span;
  return `${movedDeposits(span)}
  SELECT i.id AS "feeItemId", i.name AS "feeItemName", sum(opening)::bigint AS "openingFen", sum(came)::bigint AS "inFen",
         sum(deducted)::bigint AS "deductedFen", sum(moved)::bigint AS "movedFen", sum(refunded)::bigint AS "refundedFen",
         sum(closing)::bigint AS "closingFen",
         coalesce(sum(closing) FILTER (WHERE since > ${one}::date), 0)::bigint AS "upToOneYearFen",
         coalesce(sum(closing) FILTER (WHERE since <= ${one}::date AND since > ${two}::date), 0)::bigint AS "upToTwoYearsFen",
         coalesce(sum(closing) FILTER (WHERE since <= ${two}::date AND since > ${three}::date), 0)::bigint AS "upToThreeYearsFen",
         coalesce(sum(closing) FILTER (WHERE since <= ${three}::date), 0)::bigint AS "longerFen"
    FROM per JOIN deposit d ON d.project_id = ${project} AND d.id = per.id
    JOIN charge c ON c.project_id = ${project} AND c.id = d.charge_id
    JOIN fee_item i ON i.project_id = ${project} AND i.id = c.fee_item_id
   WHERE ${building ?? "NULL::uuid"} IS NULL OR d.room_id IN (SELECT r.id FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
                                          WHERE r.project_id = ${project} AND u.building_id = ${building ?? "NULL::uuid"})
   GROUP BY i.id, i.name`;
};
