import type { Rule } from "./rule.js";

/** What is owed: the kept sums of charges and what took something off them. */
export const CHARGE_RULES: readonly Rule[] = [
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
    "BIL-140, BIL-144: at the end of no day was less than nothing owed of a charge, so that ageing and arrears of any day are the sums",
    `SELECT charge_id, booked_on, open FROM (
       SELECT c.id AS charge_id, e.booked_on, c.amount_fen + sum(e.fen) OVER (PARTITION BY c.id ORDER BY e.booked_on) AS open
         FROM charge c
         JOIN (SELECT charge_id, booked_on, sum(amount_fen) AS fen FROM charge_entry WHERE project_id = $1 GROUP BY 1, 2) e ON e.charge_id = c.id
        WHERE c.project_id = $1) x
      WHERE open < 0`,
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
    "BIL-41, BIL-42: what stands of approved waivers on a charge stands in its ledger, and none is less than nothing",
    `SELECT c.id FROM charge c
       JOIN LATERAL (SELECT coalesce(sum(x.fen), 0) AS fen, min(x.fen) AS least
                       FROM (SELECT sum(l.amount_fen) AS fen FROM waiver_line l
                               JOIN waiver w ON w.project_id = l.project_id AND w.id = l.waiver_id
                              WHERE l.project_id = c.project_id AND l.charge_id = c.id AND w.status = 'APPROVED' GROUP BY w.id) x) w ON true
      WHERE c.project_id = $1 AND (w.least < 0 OR w.fen > c.reduced_fen)`,
  ],
  [
    "BIL-43: what a vacancy took off and somebody bears is charged to him",
    `SELECT l.id FROM vacancy_line l JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
      WHERE l.project_id = $1 AND (l.amount_fen <> b.amount_fen OR l.charge_id = b.id)`,
  ],
  [
    "BIL-43: what a scheme that somebody bears gave is charged to another than the payer, of the same room and item, and not owed once taken back",
    `SELECT l.id FROM discount_line l
       JOIN discount_scheme s ON s.project_id = l.project_id AND s.id = l.scheme_id
       JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
       LEFT JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
      WHERE l.project_id = $1
        AND ((s.bearer_id IS NOT NULL AND l.amount_fen > 0) <> (b.id IS NOT NULL)
          OR b.amount_fen <> l.amount_fen OR b.payer_id = c.payer_id OR b.room_id <> c.room_id OR b.fee_item_id <> c.fee_item_id
          OR (b.open_fen > 0 AND (SELECT sum(x.amount_fen) FROM discount_line x
                                   WHERE x.project_id = l.project_id AND x.scheme_id = l.scheme_id AND x.charge_id = l.charge_id) = 0))`,
  ],
  [
    "BIL-113: what a demand says in all is the sum of its charges, each of the case's room",
    `SELECT s.step_no FROM dunning_step s
       JOIN dunning_case k ON k.project_id = s.project_id AND k.id = s.case_id
       LEFT JOIN dunning_step_charge x ON x.project_id = s.project_id AND x.step_id = s.id
       LEFT JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
      WHERE s.project_id = $1
      GROUP BY s.project_id, s.id, k.room_id
     HAVING s.amount_fen <> coalesce(sum(x.amount_fen), 0) OR count(*) FILTER (WHERE c.room_id <> k.room_id) > 0`,
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
        AND (p.total_fen IS DISTINCT FROM (SELECT sum(x.open_fen) FROM payment_plan_charge x
                              WHERE x.project_id = p.project_id AND x.plan_id = p.id AND x.followed_on IS NULL)
          OR p.total_fen IS DISTINCT FROM (SELECT max(i.through_fen) FROM payment_plan_instalment i WHERE i.project_id = p.project_id AND i.plan_id = p.id)
          OR EXISTS (SELECT 1 FROM payment_plan_instalment i WHERE i.project_id = p.project_id AND i.plan_id = p.id
                        AND i.through_fen <> (SELECT sum(j.amount_fen) FROM payment_plan_instalment j
                                               WHERE j.project_id = i.project_id AND j.plan_id = i.plan_id AND j.due_on <= i.due_on))
          OR EXISTS (SELECT 1 FROM payment_plan_charge x WHERE x.project_id = p.project_id AND x.plan_id = p.id
                        AND x.released <> (p.status NOT IN ('PENDING', 'APPROVED'))))`,
  ],
  [
    "BIL-13: bills that were recalculated are reversed as a whole, and those issued in their place are what was approved",
    `SELECT l.id FROM recalculation_line l
      WHERE l.project_id = $1 AND l.applied
        AND (EXISTS (SELECT 1 FROM charge c WHERE c.project_id = l.project_id AND c.id = ANY (l.charge_ids)
                        AND (c.open_fen <> 0 OR c.reversed_fen <> c.amount_fen))
          OR EXISTS (SELECT 1 FROM jsonb_array_elements(l.after) x
                       LEFT JOIN charge c ON c.project_id = l.project_id AND c.id = (x ->> 'chargeId')::uuid
                      WHERE c.amount_fen IS DISTINCT FROM (x ->> 'amountFen')::bigint)
          OR l.new_fen <> (SELECT coalesce(sum((x ->> 'amountFen')::bigint - (x ->> 'reducedFen')::bigint
                                                      - coalesce((x ->> 'discountFen')::bigint, 0) - coalesce((x ->> 'waivedFen')::bigint, 0)), 0)
                             FROM jsonb_array_elements(l.after) x))`,
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
    "write-offs come to their lines, written off and recovered, and each stands in the ledger as adjustments",
    `SELECT w.write_off_no FROM write_off w JOIN write_off_line l ON l.project_id = w.project_id AND l.write_off_id = w.id
      WHERE w.project_id = $1
      GROUP BY w.project_id, w.id
     HAVING w.amount_fen <> sum(l.amount_fen) OR w.recovered_fen <> sum(l.recovered_fen)
         OR (w.status = 'APPROVED' AND w.amount_fen - w.recovered_fen <> (
              SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e
                JOIN write_off_entry x ON x.project_id = e.project_id AND x.entry_id = e.id
               WHERE x.project_id = w.project_id AND x.write_off_id = w.id AND e.kind = 'ADJUSTMENT'))`,
  ],
];
