/** Red receipts up to a month ($2) whose money has not been paid back in full. */
export const OPEN_REFUNDS = `
  SELECT r.receipt_no, (paid.fen - coalesce(back.fen, 0))::bigint AS fen
    FROM receipt r
    JOIN LATERAL (SELECT -sum(m.amount_fen) AS fen FROM receipt_method m
                   WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method <> 'PREPAYMENT') paid ON paid.fen > 0
    LEFT JOIN LATERAL (SELECT sum(f.amount_fen) AS fen FROM refund f
                        WHERE f.project_id = r.project_id AND f.red_receipt_id = r.id) back ON true
   WHERE r.project_id = $1 AND r.reversal_of IS NOT NULL AND NOT r.money_settled AND r.period <= $2 AND paid.fen > coalesce(back.fen, 0)
   ORDER BY r.receipt_no`;
