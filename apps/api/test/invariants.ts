import type { DataSource } from "typeorm";

/** Each query finds what breaks a rule; a project in order finds nothing. $1 project. */
const RULES: readonly [rule: string, sql: string][] = [
  [
    "BIL-140: open = amount − reduced − received − offset − reversed ≥ 0, recomputed from the entries",
    `SELECT c.id, c.open_fen FROM charge c
       LEFT JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
      WHERE c.project_id = $1
      GROUP BY c.project_id, c.id
     HAVING c.open_fen < 0
         OR c.open_fen <> c.amount_fen + coalesce(sum(e.amount_fen), 0)
         OR c.received_fen <> coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'RECEIPT'), 0)
         OR c.offset_fen <> coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'OFFSET'), 0)
         OR c.reduced_fen <> coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind IN ('WAIVER', 'ADJUSTMENT')), 0)
         OR c.reversed_fen <> coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'REVERSAL'), 0)`,
  ],
  [
    "BIL-40, BIL-41: what discounts and vacancies took off a charge stands in its ledger, and none took back more than it gave",
    `SELECT c.id FROM charge c
       LEFT JOIN LATERAL (SELECT coalesce(sum(l.amount_fen), 0) AS fen FROM discount_line l
                           WHERE l.project_id = c.project_id AND l.charge_id = c.id) d ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(l.amount_fen), 0) AS fen FROM vacancy_line l
                           WHERE l.project_id = c.project_id AND l.charge_id = c.id) v ON true
      WHERE c.project_id = $1 AND (d.fen < 0 OR v.fen < 0 OR d.fen + v.fen > c.reduced_fen)`,
  ],
  [
    "BIL-40: a red receipt takes back exactly what its original gave as discount",
    `SELECT red.receipt_no FROM receipt red
      WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL
        AND (SELECT coalesce(sum(l.amount_fen), 0) FROM discount_line l
              WHERE l.project_id = red.project_id AND l.receipt_id IN (red.id, red.reversal_of)) <> 0`,
  ],
  [
    "BIL-43: what a vacancy took off and somebody bears is charged to him",
    `SELECT l.id FROM vacancy_line l JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
      WHERE l.project_id = $1 AND (l.amount_fen <> b.amount_fen OR l.charge_id = b.id)`,
  ],
  [
    "BIL-50: a late fee belongs to a charge of the same room and payer that is no late fee itself",
    `SELECT l.id, l.amount_fen FROM charge l LEFT JOIN charge c ON c.project_id = l.project_id AND c.id = l.principal_id
      WHERE l.project_id = $1 AND (l.source = 'LATE_FEE' OR l.principal_id IS NOT NULL)
        AND (l.source <> 'LATE_FEE' OR c.id IS NULL OR c.principal_id IS NOT NULL OR c.room_id <> l.room_id OR c.payer_id <> l.payer_id)`,
  ],
  [
    "BIL-51: the late fees booked on a charge never pass the cap they were booked under",
    `SELECT l.principal_id FROM charge l JOIN charge c ON c.project_id = l.project_id AND c.id = l.principal_id
      WHERE l.project_id = $1 AND l.trace -> 'lateFee' ->> 'capShare' IS NOT NULL
      GROUP BY l.principal_id, c.amount_fen
     HAVING sum(l.amount_fen - l.reversed_fen) > max((l.trace -> 'lateFee' ->> 'capShare')::numeric) * c.amount_fen`,
  ],
  [
    "BIL-54: the instalments of a plan come to what was open of its charges, each summed up through its day",
    `SELECT p.plan_no FROM payment_plan p
      WHERE p.project_id = $1
        AND (p.total_fen <> (SELECT sum(x.open_fen) FROM payment_plan_charge x
                              WHERE x.project_id = p.project_id AND x.plan_id = p.id AND x.followed_on IS NULL)
          OR p.total_fen <> (SELECT max(i.through_fen) FROM payment_plan_instalment i WHERE i.project_id = p.project_id AND i.plan_id = p.id)
          OR EXISTS (SELECT 1 FROM payment_plan_instalment i WHERE i.project_id = p.project_id AND i.plan_id = p.id
                        AND i.through_fen <> (SELECT sum(j.amount_fen) FROM payment_plan_instalment j
                                               WHERE j.project_id = i.project_id AND j.plan_id = i.plan_id AND j.due_on <= i.due_on))
          OR EXISTS (SELECT 1 FROM payment_plan_charge x WHERE x.project_id = p.project_id AND x.plan_id = p.id
                        AND x.released <> (p.status NOT IN ('PENDING', 'APPROVED'))))`,
  ],
  [
    "the day of a charge's last receipt is that of its last entry whose receipt stands",
    `SELECT c.id, c.last_received_on FROM charge c
      WHERE c.project_id = $1 AND c.last_received_on IS DISTINCT FROM (
        SELECT max(s.booked_on) FROM charge_entry e JOIN receipt s ON s.project_id = e.project_id AND s.id = e.receipt_id
         WHERE e.project_id = c.project_id AND e.charge_id = c.id AND s.reversal_of IS NULL
           AND s.id NOT IN (SELECT red.reversal_of FROM receipt red WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL))`,
  ],
  [
    "BIL-141: methods = charges + prepayment of every receipt",
    `SELECT r.receipt_no, r.amount_fen FROM receipt r
       LEFT JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1
      GROUP BY r.project_id, r.id
     HAVING r.amount_fen <> coalesce(sum(m.amount_fen), 0) OR r.amount_fen <> r.charges_fen + r.prepayment_fen`,
  ],
  [
    "BIL-141: change is deducted from cash only",
    `SELECT r.receipt_no FROM receipt r
       JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1 AND m.tendered_fen - m.amount_fen <> CASE WHEN m.method = 'CASH' THEN r.change_fen ELSE 0 END`,
  ],
  [
    "BIL-141: the entries of a receipt come to its charges part, money and prepayment each by its methods",
    `SELECT r.receipt_no FROM receipt r
       LEFT JOIN LATERAL (SELECT coalesce(-sum(e.amount_fen), 0) AS whole, coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'OFFSET'), 0) AS "offset"
                            FROM charge_entry e WHERE e.project_id = r.project_id AND e.receipt_id = r.id) e ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen) FILTER (WHERE m.method = 'PREPAYMENT'), 0) AS drawn
                            FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id) m ON true
      WHERE r.project_id = $1 AND (e.whole <> r.charges_fen OR e."offset" <> m.drawn)`,
  ],
  [
    "BIL-141: the movements of a receipt come to its prepayment part less what it drew",
    `SELECT r.receipt_no FROM receipt r
       LEFT JOIN LATERAL (SELECT coalesce(sum(p.amount_fen), 0) AS moved FROM prepayment_movement p
                           WHERE p.project_id = r.project_id AND p.receipt_id = r.id) p ON true
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen) FILTER (WHERE m.method = 'PREPAYMENT'), 0) AS drawn
                            FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id) m ON true
      WHERE r.project_id = $1 AND p.moved <> r.prepayment_fen - m.drawn`,
  ],
  [
    "BIL-80: a red receipt is the exact opposite of its original, and only originals are reversed",
    `SELECT red.receipt_no FROM receipt red
       LEFT JOIN receipt o ON o.project_id = red.project_id AND o.id = red.reversal_of
      WHERE red.project_id = $1 AND red.reversal_of IS NOT NULL
        AND (o.id IS NULL OR o.reversal_of IS NOT NULL OR red.charges_fen <> -o.charges_fen OR red.prepayment_fen <> -o.prepayment_fen
             OR red.payer_id <> o.payer_id)`,
  ],
  [
    "BIL-81: refunds never exceed the money of the red receipt",
    `SELECT f.red_receipt_id FROM refund f
      WHERE f.project_id = $1 AND f.red_receipt_id IS NOT NULL
      GROUP BY f.project_id, f.red_receipt_id
     HAVING sum(f.amount_fen) > (SELECT coalesce(-sum(m.amount_fen), 0) FROM receipt_method m
                                  WHERE m.project_id = f.project_id AND m.receipt_id = f.red_receipt_id AND m.method <> 'PREPAYMENT')`,
  ],
  [
    "BIL-64: a prepayment that was paid back left its account by a movement with the refund's number",
    `SELECT f.refund_no FROM refund f
       JOIN prepayment_refund p ON p.project_id = f.project_id AND p.id = f.prepayment_refund_id
       LEFT JOIN prepayment_movement m ON m.project_id = f.project_id AND m.account_id = p.account_id AND m.document_no = f.refund_no
      WHERE f.project_id = $1 AND (p.status <> 'PAID' OR f.amount_fen <> p.amount_fen OR m.amount_fen IS DISTINCT FROM -f.amount_fen)`,
  ],
  [
    "BIL-64: what was carried over by a transfer left one account and reached another",
    `SELECT document_no FROM prepayment_movement WHERE project_id = $1 AND source = 'CARRY_OVER'
      GROUP BY document_no HAVING sum(amount_fen) <> 0`,
  ],
  [
    "BIL-142: a prepayment balance is the sum of its movements, never negative, and each movement says the balance after it",
    `SELECT a.id FROM prepayment_account a
      WHERE a.project_id = $1
        AND (a.balance_fen < 0 OR a.balance_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM prepayment_movement m
                                                     WHERE m.project_id = a.project_id AND m.account_id = a.id))
     UNION ALL
     SELECT w.account_id FROM (
       SELECT account_id, balance_after_fen, sum(amount_fen) OVER (PARTITION BY account_id ORDER BY id) AS running
         FROM prepayment_movement WHERE project_id = $1) w
      WHERE w.balance_after_fen <> w.running`,
  ],
  [
    "BIL-60, BIL-84: no prepayment ever paid for a deposit, and no account is for one",
    `SELECT c.id FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      WHERE c.project_id = $1 AND i.kind = 'DEPOSIT' AND c.offset_fen <> 0
     UNION ALL
     SELECT a.id FROM prepayment_account a JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
      WHERE a.project_id = $1 AND i.kind = 'DEPOSIT'`,
  ],
  [
    "BIL-60: what a receipt drew from money for an item is no more than what it offset of that item",
    `SELECT m.receipt_id FROM prepayment_movement m
       JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id AND a.fee_item_id IS NOT NULL
      WHERE m.project_id = $1 AND m.source = 'OFFSET'
      GROUP BY m.project_id, m.receipt_id, a.fee_item_id
     HAVING -sum(m.amount_fen) > (
       SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
        WHERE e.project_id = m.project_id AND e.receipt_id = m.receipt_id AND e.kind = 'OFFSET' AND c.fee_item_id = a.fee_item_id)`,
  ],
  [
    "BIL-61: an offset run comes to the receipts that name it, each of its own payer and of nothing but prepayments",
    `SELECT o.id::text FROM offset_run o
       LEFT JOIN receipt r ON r.project_id = o.project_id AND r.offset_run_id = o.id
      WHERE o.project_id = $1
      GROUP BY o.project_id, o.id
     HAVING o.receipt_count <> count(r.id) OR o.amount_fen <> coalesce(sum(r.amount_fen), 0) OR count(DISTINCT r.payer_id) <> count(r.id)
     UNION ALL
     SELECT r.receipt_no FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE r.project_id = $1 AND r.offset_run_id IS NOT NULL AND m.method <> 'PREPAYMENT'`,
  ],
  [
    "BIL-84, BIL-142: a deposit holds what was received less its movements, never less than nothing, and its kept sum is theirs",
    `SELECT d.deposit_no FROM deposit d JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
       LEFT JOIN LATERAL (SELECT coalesce(sum(m.amount_fen), 0) AS fen FROM deposit_movement m
                           WHERE m.project_id = d.project_id AND m.deposit_id = d.id) m ON true
      WHERE d.project_id = $1 AND (d.used_fen <> m.fen OR c.received_fen < d.used_fen OR c.offset_fen <> 0)`,
  ],
  [
    "BIL-84: what was deducted from or moved out of deposits entered prepayment accounts",
    `SELECT 1 AS differs WHERE coalesce((SELECT sum(amount_fen) FROM deposit_movement WHERE project_id = $1 AND kind IN ('DEDUCT', 'MOVE')), 0)
         <> coalesce((SELECT sum(amount_fen) FROM prepayment_movement WHERE project_id = $1 AND source = 'DEPOSIT'), 0)`,
  ],
  [
    "BIL-81: a paid request has one refund of its sum, and its source lost as much",
    `SELECT q.request_no FROM refund_request q
       LEFT JOIN refund f ON f.project_id = q.project_id AND f.request_id = q.id
       LEFT JOIN deposit_movement d ON d.project_id = q.project_id AND d.id = q.id
       LEFT JOIN prepayment_movement m ON m.project_id = f.project_id AND m.account_id = f.account_id AND m.document_no = f.refund_no
      WHERE q.project_id = $1 AND ((q.status = 'PAID') <> (f.id IS NOT NULL) OR f.amount_fen <> q.amount_fen
         OR (f.deposit_id IS NOT NULL AND d.amount_fen IS DISTINCT FROM f.amount_fen)
         OR (f.account_id IS NOT NULL AND m.amount_fen IS DISTINCT FROM -f.amount_fen))`,
  ],
  [
    "BIL-80, BIL-83: nothing is paid back against a receipt that was voided or issued anew",
    `SELECT f.refund_no FROM refund f JOIN receipt r ON r.project_id = f.project_id AND r.id = f.red_receipt_id
      WHERE f.project_id = $1 AND r.money_settled`,
  ],
  [
    "write-offs come to their lines, written off and recovered, and each stands in the ledger as adjustments",
    `SELECT w.write_off_no FROM write_off w JOIN write_off_line l ON l.project_id = w.project_id AND l.write_off_id = w.id
      WHERE w.project_id = $1
      GROUP BY w.project_id, w.id
     HAVING w.amount_fen <> sum(l.amount_fen) OR w.recovered_fen <> sum(l.recovered_fen)
         OR (w.status = 'APPROVED' AND w.amount_fen - w.recovered_fen <> (
              SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e
               WHERE e.project_id = w.project_id AND e.kind = 'ADJUSTMENT' AND e.reason LIKE '坏账%' || w.write_off_no || '%'))`,
  ],
  [
    "BIL-16: moves of prepayments between the accounts of a customer come to nothing",
    `SELECT m.move_id, a.customer_id, sum(m.amount_fen) AS sum FROM prepayment_movement m
       JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id
      WHERE m.project_id = $1 AND (m.move_id IS NOT NULL OR m.source = 'MOVE')
      GROUP BY m.move_id, a.customer_id HAVING sum(m.amount_fen) <> 0 OR m.move_id IS NULL`,
  ],
  [
    "GAP-03: lineage has no circle, and old and new rooms of what is done do not live on the same day",
    `WITH RECURSIVE line AS (
       SELECT parent_id AS origin, child_id AS id, 1 AS depth FROM room_lineage WHERE project_id = $1
       UNION ALL
       SELECT line.origin, l.child_id, line.depth + 1 FROM line JOIN room_lineage l ON l.project_id = $1 AND l.parent_id = line.id
        WHERE line.depth < 50)
     SELECT origin FROM line WHERE origin = id OR depth = 50
     UNION ALL
     SELECT l.child_id FROM room_lineage l
       JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id AND x.state = 'DONE'
       JOIN room p ON p.project_id = l.project_id AND p.id = l.parent_id
       JOIN room c ON c.project_id = l.project_id AND c.id = l.child_id
      WHERE l.project_id = $1 AND (p.ended_on IS NULL OR p.ended_on >= c.starts_on)`,
  ],
  [
    "SCN-08, SCN-09: no vehicle is tied to a room beyond its life, and no room has two main cars on a day",
    `SELECT v.id FROM vehicle_relation v JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
      WHERE v.project_id = $1 AND (v.starts_on < r.starts_on OR coalesce(v.ends_on, 'infinity') > coalesce(r.ended_on, 'infinity'))
     UNION ALL
     SELECT a.id FROM vehicle_relation a
       JOIN vehicle_relation b ON b.project_id = a.project_id AND b.room_id = a.room_id AND b.vehicle_id > a.vehicle_id
      WHERE a.project_id = $1 AND a.rank = 'MAIN' AND b.rank = 'MAIN'
        AND a.starts_on <= coalesce(b.ends_on, 'infinity') AND b.starts_on <= coalesce(a.ends_on, 'infinity')`,
  ],
  [
    "BIL-143: months without gaps from the first, closed ones before open ones",
    `SELECT b.period FROM billing_period b JOIN project p ON p.id = b.project_id
      WHERE b.project_id = $1
        AND (b.period < p.first_period
          OR (b.period > p.first_period AND NOT EXISTS (
               SELECT 1 FROM billing_period x WHERE x.project_id = b.project_id
                  AND x.period = to_char((b.period || '-01')::date - interval '1 month', 'YYYY-MM')))
          OR (b.status = 'CLOSED' AND EXISTS (
               SELECT 1 FROM billing_period x WHERE x.project_id = b.project_id AND x.period < b.period AND x.status <> 'CLOSED')))`,
  ],
  [
    "BIL-143: closing(n) = opening(n + 1), of the first month what was booked before it, and every snapshot adds up",
    `SELECT coalesce(a.period, b.period) AS period
       FROM (SELECT * FROM period_balance WHERE project_id = $1) a
       FULL JOIN (SELECT * FROM period_balance WHERE project_id = $1) b
         ON b.fee_item_id = a.fee_item_id AND b.building_id = a.building_id
        AND b.period = to_char((a.period || '-01')::date + interval '1 month', 'YYYY-MM')
      WHERE (a.id IS NOT NULL AND b.id IS NOT NULL AND b.opening_fen <> a.closing_fen)
         OR (a.id IS NULL AND b.opening_fen <> (
              SELECT coalesce(sum(c.amount_fen + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e
                       WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.period < p.first_period), 0)), 0)
                FROM project p JOIN charge c ON c.project_id = p.id AND c.booked_period < p.first_period
                JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
                JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
               WHERE p.id = $1 AND p.first_period = b.period AND c.fee_item_id = b.fee_item_id AND u.building_id = b.building_id))
         OR (b.id IS NULL AND a.closing_fen <> 0 AND EXISTS (
              SELECT 1 FROM billing_period p WHERE p.project_id = $1 AND p.status = 'CLOSED' AND p.period > a.period))
         OR (a.id IS NOT NULL AND a.closing_fen <>
              a.opening_fen + a.charged_fen + a.adjusted_fen - a.waived_fen - a.received_current_fen - a.received_arrears_fen)`,
  ],
  [
    "BIL-143: of a posted import every row is in the ledger, of another none, and nothing else is from before the first month",
    `SELECT r.id::text FROM opening_row r JOIN opening o ON o.project_id = r.project_id AND o.id = r.opening_id
       LEFT JOIN charge c ON c.project_id = r.project_id AND c.id = r.id AND c.source = 'OPENING' AND c.room_id = r.room_id
        AND c.amount_fen = r.amount_fen AND (o.status <> 'REVERSED' OR c.reversed_fen = c.amount_fen)
      WHERE r.project_id = $1 AND r.kind IN ('ARREARS', 'DEPOSIT') AND (o.status IN ('POSTED', 'REVERSED')) <> (c.id IS NOT NULL)
     UNION ALL
     SELECT c.id::text FROM charge c LEFT JOIN opening_row r ON r.project_id = c.project_id AND r.id = c.id
      WHERE c.project_id = $1 AND (c.source = 'OPENING') <> (r.id IS NOT NULL)
     UNION ALL
     SELECT o.opening_no FROM opening o
       CROSS JOIN LATERAL (SELECT coalesce(sum(amount_fen), 0) AS fen FROM opening_row r
                            WHERE r.project_id = o.project_id AND r.opening_id = o.id AND r.kind = 'PREPAYMENT') r
       CROSS JOIN LATERAL (SELECT coalesce(sum(amount_fen), 0) AS fen FROM prepayment_movement m
                            WHERE m.project_id = o.project_id AND m.source = 'OPENING' AND m.document_no = o.opening_no) m
      WHERE o.project_id = $1 AND m.fen <> CASE WHEN o.status = 'POSTED' THEN r.fen ELSE 0 END
     UNION ALL
     SELECT c.id::text FROM charge c JOIN project p ON p.id = c.project_id
      WHERE c.project_id = $1 AND (c.booked_period < p.first_period) <> (c.source = 'OPENING')`,
  ],
  [
    "BIL-90, BIL-144: the closing arrears of every closed month are those of the detail rows of that month",
    `SELECT p.period, s.closing, d.open FROM billing_period p
       CROSS JOIN LATERAL (SELECT coalesce(sum(closing_fen), 0) AS closing FROM period_balance
                            WHERE project_id = $1 AND period = p.period) s
       CROSS JOIN LATERAL (
         SELECT coalesce((SELECT sum(amount_fen) FROM charge WHERE project_id = $1 AND booked_period <= p.period), 0)
              + coalesce((SELECT sum(e.amount_fen) FROM charge_entry e JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
                           WHERE e.project_id = $1 AND e.period <= p.period AND c.booked_period <= p.period), 0) AS open) d
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND s.closing <> d.open`,
  ],
  [
    "BIL-90: nothing was booked in a month after it was closed",
    `SELECT e.id::text FROM billing_period p JOIN charge_entry e ON e.project_id = p.project_id AND e.period = p.period
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND e.created_at > p.closed_at
     UNION ALL
     SELECT r.receipt_no FROM billing_period p JOIN receipt r ON r.project_id = p.project_id AND r.period = p.period
      WHERE p.project_id = $1 AND p.status = 'CLOSED' AND r.created_at > p.closed_at`,
  ],
  [
    "BIL-73: a counted shift's totals are the sums of its receipts, refunds and deposit slips, and its cash adds up",
    `SELECT s.shift_no FROM cashier_shift s
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NULL AND m.method <> 'PREPAYMENT'), 0) AS received,
                coalesce(sum(m.amount_fen) FILTER (WHERE r.reversal_of IS NOT NULL AND m.method <> 'PREPAYMENT'), 0) AS reversed,
                coalesce(sum(m.amount_fen) FILTER (WHERE (r.reversal_of IS NULL OR r.money_settled) AND m.method = 'CASH'), 0) AS cash,
                count(DISTINCT r.id) AS papers
           FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
          WHERE r.project_id = s.project_id AND r.shift_id = s.id) m
       CROSS JOIN LATERAL (
         SELECT coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'RECEIPT'), 0) AS items
           FROM receipt r JOIN charge_entry e ON e.project_id = r.project_id AND e.receipt_id = r.id
          WHERE r.project_id = s.project_id AND r.shift_id = s.id) e
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(f.amount_fen), 0) AS paid, coalesce(sum(f.amount_fen) FILTER (WHERE f.method = 'CASH'), 0) AS cash
           FROM refund f WHERE f.project_id = s.project_id AND f.shift_id = s.id) f
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(d.amount_fen), 0) AS fen FROM bank_deposit d
          WHERE d.project_id = s.project_id AND d.shift_id = s.id AND d.cancel_reason IS NULL) d
      WHERE s.project_id = $1 AND s.status <> 'OPEN'
        AND ((s.totals->>'receivedFen')::bigint <> m.received OR (s.totals->>'reversedFen')::bigint <> m.reversed
          OR (s.totals->>'refundedFen')::bigint <> -f.paid
          OR (s.totals->>'receipts')::bigint + (s.totals->>'reds')::bigint <> m.papers
          OR (SELECT coalesce(sum((i->>'receivedFen')::bigint), 0) FROM jsonb_array_elements(s.totals->'items') i) <> e.items
          OR s.expected_fen <> s.float_fen + m.cash - f.cash - d.fen)`,
  ],
  [
    "BIL-73: whoever's shift it is took its receipts, and nothing joined a shift after it was counted",
    `SELECT r.receipt_no FROM receipt r JOIN cashier_shift s ON s.project_id = r.project_id AND s.id = r.shift_id
      WHERE r.project_id = $1 AND (r.created_at > s.closed_at OR (r.reversal_of IS NULL AND r.cashier_id <> s.cashier_id))
     UNION ALL
     SELECT f.refund_no FROM refund f JOIN cashier_shift s ON s.project_id = f.project_id AND s.id = f.shift_id
      WHERE f.project_id = $1 AND f.created_at > s.closed_at`,
  ],
  [
    "BIL-73: a difference was confirmed by a second person",
    `SELECT shift_no FROM cashier_shift
      WHERE project_id = $1 AND status = 'CLOSED' AND counted_fen <> expected_fen
        AND (witness_id IS NULL OR witness_id IN (cashier_id, counted_by) OR difference_reason IS NULL)`,
  ],
  [
    "BIL-72: every number of a book below the next one is accounted for, on the paper that carries it",
    `SELECT b.prefix, b.next_no FROM receipt_book b
      WHERE b.project_id = $1
        AND b.next_no - b.first_no <> (SELECT count(*) FROM book_number n
                                        WHERE n.project_id = b.project_id AND n.book_id = b.id AND n.no >= b.first_no AND n.no < b.next_no)
     UNION ALL
     SELECT b.prefix, n.no FROM book_number n
       JOIN receipt_book b ON b.project_id = n.project_id AND b.id = n.book_id
       LEFT JOIN receipt r ON r.project_id = n.project_id AND r.id = n.receipt_id
       LEFT JOIN refund f ON f.project_id = n.project_id AND f.id = n.refund_id
      WHERE n.project_id = $1
        AND (n.no >= b.next_no
          OR (n.state <> 'SPOILED' AND coalesce(r.receipt_no, f.refund_no) IS DISTINCT FROM b.prefix || lpad(n.no::text, b.width, '0'))
          OR (n.state = 'VOID') <> EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = n.project_id AND red.reversal_of = n.receipt_id))`,
  ],
  [
    "BIL-72: receipt numbers of the series without a gap",
    `SELECT r.receipt_no FROM (SELECT receipt_no, row_number() OVER (ORDER BY length(receipt_no), receipt_no) AS place
                                FROM receipt s WHERE project_id = $1 AND NOT EXISTS (
                                  SELECT 1 FROM book_number n WHERE n.project_id = s.project_id AND n.receipt_id = s.id)) r
      WHERE substring(r.receipt_no FROM '[0-9]+$')::bigint <> r.place`,
  ],
  [
    "BIL-101: a charge is marked as out exactly while a line with the bank carries it, and then owes what was sent",
    `SELECT coalesce(c.id, o.charge_id) AS id
       FROM (SELECT id, debit_batch_id, open_fen FROM charge WHERE project_id = $1 AND debit_batch_id IS NOT NULL) c
       FULL JOIN (SELECT x.charge_id, x.batch_id, x.amount_fen FROM debit_line_charge x
                    JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id AND l.status = 'IN_PROCESS'
                   WHERE x.project_id = $1) o ON o.charge_id = c.id
      WHERE c.debit_batch_id IS DISTINCT FROM o.batch_id OR c.open_fen <> o.amount_fen`,
  ],
  [
    "BIL-102: a batch is the sum of its lines, a line of its charges, and what was paid stands on receipts of 银行托收",
    `SELECT b.batch_no FROM debit_batch b
       LEFT JOIN debit_line l ON l.project_id = b.project_id AND l.batch_id = b.id
      WHERE b.project_id = $1 GROUP BY b.project_id, b.id
     HAVING b.line_count <> count(l.id) OR b.amount_fen <> coalesce(sum(l.amount_fen), 0) OR b.collected_fen <> coalesce(sum(l.paid_fen), 0)
     UNION ALL
     SELECT l.reference FROM debit_line l JOIN debit_line_charge x ON x.project_id = l.project_id AND x.line_id = l.id
      WHERE l.project_id = $1 GROUP BY l.project_id, l.id
     HAVING l.amount_fen <> sum(x.amount_fen) OR l.paid_fen <> sum(x.paid_fen)
     UNION ALL
     SELECT r.receipt_no FROM debit_line_charge x JOIN receipt r ON r.project_id = x.project_id AND r.id = x.receipt_id
       LEFT JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
      WHERE x.project_id = $1 GROUP BY r.project_id, r.id, m.method, m.amount_fen
     HAVING m.method IS DISTINCT FROM 'BANK_DEBIT' OR m.amount_fen <> sum(x.paid_fen)`,
  ],
  [
    "BIL-104: no more was credited than collected",
    `SELECT b.batch_no FROM debit_batch b JOIN debit_credit c ON c.project_id = b.project_id AND c.batch_id = b.id
      WHERE b.project_id = $1 GROUP BY b.project_id, b.id HAVING sum(c.credited_fen + c.fee_fen) > b.collected_fen`,
  ],
  [
    "BIL-100: covers are in force exactly with their agreement",
    `SELECT v.id::text FROM debit_cover v JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
      WHERE v.project_id = $1 AND v.in_force <> (a.status = 'ACTIVE')`,
  ],
];

/**
 * Recomputes what must always hold of a project's books (BIL-140…145) from its rows, with SQL of its own.
 * @throws an error that names every rule that is broken, with the first rows that break it
 */
export async function checkInvariants(db: Pick<DataSource, "query">, projectId: string): Promise<void> {
  const broken: string[] = [];
  for (const [rule, sql] of RULES) {
    const rows: object[] = await db.query(sql, [projectId]);
    if (rows.length > 0) broken.push(`${rule}: ${rows.length} ${JSON.stringify(rows.slice(0, 5))}`);
  }
  if (broken.length > 0) throw new Error(`The books of project ${projectId} are not in order:\n${broken.join("\n")}`);
}
