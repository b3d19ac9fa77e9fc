import type { EntityManager } from "typeorm";
import { NATURAL } from "../../../database/natural-order.js";
import { exclusionOn } from "../../exclusions/exclusion.sql.js";
import { coveredItem } from "../agreements/covered-item.sql.js";
import { lastDebitConsent } from "../agreements/debit-consent.sql.js";
import type { Candidate } from "./plan-lines.js";

/** What a batch reaches for. */
export interface CandidateScope {
  projectId: string;
  schemeId: string;
  batchId: string;
  dueUntil: string;
  feeItemIds: readonly string[] | null;
  buildingIds: readonly string[] | null;
  retryOfId: string | null;
  /** The day agreements must be valid on. */
  today: string;
}

/**
 * Open charges due in time, by room: those with an agreement of the scheme, in force or not, and those with none at all.
 * Charges of agreements of other schemes are other batches' business. An agreement pays what its customer owes: not what a
 * former owner left open on the same room.
 */
export function candidatesOf(tx: EntityManager, scope: CandidateScope): Promise<Candidate[]> {
  return tx.query<Candidate[]>(
    `SELECT c.id AS "chargeId", c.open_fen AS "openFen", c.due_on AS "dueOn", a.id AS "agreementId", a.account_hash AS "accountHash",
            a.limit_fen AS "limitFen",
            CASE WHEN x.id IS NOT NULL THEN 'LEFT_OUT'
                 WHEN c.debit_batch_id IS NOT NULL THEN 'IN_OTHER_BATCH'
                 WHEN e.reason IS NOT NULL THEN e.reason
                 WHEN a.id IS NOT NULL AND (a.valid_from > $6 OR a.valid_to < $6) THEN 'NOT_VALID'
                 WHEN a.customer_id <> COALESCE(p.merged_into_id, p.id) THEN 'OTHER_PAYER'
                 WHEN a.id IS NOT NULL AND ${lastDebitConsent("c.project_id", "a.customer_id")} IS DISTINCT FROM 'GIVEN' THEN 'NO_CONSENT'
                 WHEN a.id IS NOT NULL THEN NULL
                 WHEN w.status = 'PENDING' THEN 'NOT_SIGNED'
                 WHEN w.status = 'SUSPENDED' THEN 'SUSPENDED'
                 ELSE 'NO_AGREEMENT' END AS exclusion,
            CASE WHEN c.debit_batch_id IS NOT NULL THEN o.batch_no
                 WHEN a.customer_id <> COALESCE(p.merged_into_id, p.id) THEN concat_ws('：', a.agreement_no, k.name)
                 WHEN a.id IS NULL AND w.id IS NOT NULL THEN concat_ws('：', w.agreement_no, w.status_reason) END AS detail
       FROM charge c
       CROSS JOIN LATERAL (SELECT ${exclusionOn("$6::date")} AS reason) e
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       LEFT JOIN debit_cover v ON v.project_id = c.project_id AND v.room_id = c.room_id AND v.fee_item_id = ${coveredItem("c")} AND v.in_force
       LEFT JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
       JOIN customer p ON p.project_id = c.project_id AND p.id = c.payer_id
       LEFT JOIN customer k ON k.project_id = a.project_id AND k.id = a.customer_id
       LEFT JOIN LATERAL (
         SELECT y.id, y.status, y.agreement_no, y.status_reason, y.scheme_id FROM debit_cover z
           JOIN debit_agreement y ON y.project_id = z.project_id AND y.id = z.agreement_id AND y.status IN ('PENDING', 'SUSPENDED')
          WHERE z.project_id = c.project_id AND z.room_id = c.room_id AND z.fee_item_id = ${coveredItem("c")} AND a.id IS NULL
          ORDER BY y.created_at DESC, y.id LIMIT 1) w ON true
       LEFT JOIN debit_batch o ON o.project_id = c.project_id AND o.id = c.debit_batch_id
       LEFT JOIN debit_exclusion x ON x.project_id = c.project_id AND x.batch_id = $3 AND x.charge_id = c.id AND x.reason = 'LEFT_OUT'
      WHERE c.project_id = $1 AND c.open_fen > 0 AND c.due_on <= $4
        AND COALESCE(a.scheme_id, w.scheme_id, $2) = $2
        AND ($5::uuid[] IS NULL OR ${coveredItem("c")} = ANY ($5))
        AND ($7::uuid[] IS NULL OR u.building_id = ANY ($7))
        AND ($8::uuid IS NULL OR c.id IN (SELECT l.charge_id FROM debit_line_charge l
                                           WHERE l.project_id = $1 AND l.batch_id = $8 AND l.paid_fen < l.amount_fen))
      ORDER BY r.code ${NATURAL}, c.period, c.id`,
    [
      scope.projectId,
      scope.schemeId,
      scope.batchId,
      scope.dueUntil,
      scope.feeItemIds,
      scope.today,
      scope.buildingIds,
      scope.retryOfId,
    ],
  );
}
