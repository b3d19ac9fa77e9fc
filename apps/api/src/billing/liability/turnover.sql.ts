/** The parameters of a turnover, such as `$1`; building and kind may be null. */
export interface TurnoverParams {
  project: string;
  from: string;
  to: string;
  building: string;
  kind: string;
}

/**
 * SQL: the accounts `per` that held or moved money in a span of days (预收款发生表). A reversal undoes what its receipt did:
 * out of the account it takes a payment back, into it an offset.
 */
export const movedAccounts = ({ project, from, to, building, kind }: TurnoverParams): string => `WITH per AS (
  SELECT a.id, a.room_id, r.code, a.customer_id, a.fee_item_id,
         coalesce(sum(m.amount_fen) FILTER (WHERE m.booked_on < ${from}::date), 0) AS opening,
         coalesce(sum(m.amount_fen) FILTER (WHERE m.booked_on >= ${from}::date
           AND (m.source IN ('TOP_UP', 'DEPOSIT', 'OPENING') OR (m.source = 'REVERSAL' AND m.amount_fen < 0))), 0) AS came,
         coalesce(-sum(m.amount_fen) FILTER (WHERE m.booked_on >= ${from}::date
           AND (m.source = 'OFFSET' OR (m.source = 'REVERSAL' AND m.amount_fen > 0))), 0) AS used,
         coalesce(-sum(m.amount_fen) FILTER (WHERE m.booked_on >= ${from}::date AND m.source = 'REFUND'), 0) AS refunded,
         coalesce(sum(m.amount_fen) FILTER (WHERE m.booked_on >= ${from}::date AND m.source IN ('MOVE', 'CARRY_OVER')), 0) AS moved,
         coalesce(sum(m.amount_fen), 0) AS closing
    FROM prepayment_account a
    JOIN prepayment_movement m ON m.project_id = a.project_id AND m.account_id = a.id AND m.booked_on <= ${to}::date
    JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
    JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
   WHERE a.project_id = ${project} AND (${building}::uuid IS NULL OR u.building_id = ${building})
     AND (${kind}::text IS NULL OR (${kind} = 'ITEM') = (a.fee_item_id IS NOT NULL))
   GROUP BY a.project_id, a.id, r.code
  HAVING coalesce(sum(m.amount_fen) FILTER (WHERE m.booked_on < ${from}::date), 0) <> 0 OR bool_or(m.booked_on >= ${from}::date))`;

/** The amounts of an account of `per`, or of all of them. */
export const turnoverSums = (rows: "GROUPED" | "") => {
  const of = (column: string) => (rows === "GROUPED" ? `per.${column}::bigint` : `coalesce(sum(${column}), 0)::bigint`);
  return `${of("opening")} AS "openingFen", ${of("came")} AS "inFen", ${of("used")} AS "usedFen",
    ${of("refunded")} AS "refundedFen", ${of("moved")} AS "movedFen", ${of("closing")} AS "closingFen"`;
};
