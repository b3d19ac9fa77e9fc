import type { EntityManager } from "typeorm";
import type { PaidReceipt } from "./repost.js";

/**
 * The receipts that stand and settled some of these charges, with all that is needed to issue them anew, in the order they
 * were made: a later one may have drawn what an earlier one kept, so they are reversed from the last one on.
 */
export function receiptsOfCharges(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<PaidReceipt[]> {
  return tx.query<PaidReceipt[]>(
    `SELECT r.id, r.receipt_no AS "receiptNo", r.booked_on AS "bookedOn", r.amount_fen AS "amountFen",
            coalesce(k.merged_into_id, k.id) AS "payerId",
            (SELECT json_agg(json_build_object('chargeId', l.charge_id, 'amountFen', l.fen) ORDER BY l.charge_id)
               FROM (SELECT e.charge_id, -sum(e.amount_fen) AS fen FROM charge_entry e
                      WHERE e.project_id = r.project_id AND e.receipt_id = r.id GROUP BY e.charge_id) l) AS lines,
            (SELECT coalesce(json_agg(json_build_object('method', m.method, 'amountFen', m.amount_fen, 'referenceNo', m.reference_no) ORDER BY m.id), '[]')
               FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method <> 'PREPAYMENT') AS methods,
            (SELECT coalesce(json_agg(json_build_object('roomId', d.room_id, 'feeItemId', d.fee_item_id, 'amountFen', d.fen)), '[]')
               FROM (SELECT a.room_id, a.fee_item_id, -sum(p.amount_fen) AS fen FROM prepayment_movement p
                       JOIN prepayment_account a ON a.project_id = p.project_id AND a.id = p.account_id
                      WHERE p.project_id = r.project_id AND p.receipt_id = r.id AND p.source = 'OFFSET'
                      GROUP BY a.room_id, a.fee_item_id) d) AS drawn,
            (SELECT json_build_object('roomId', a.room_id, 'feeItemId', a.fee_item_id, 'amountFen', p.amount_fen)
               FROM prepayment_movement p JOIN prepayment_account a ON a.project_id = p.project_id AND a.id = p.account_id
              WHERE p.project_id = r.project_id AND p.receipt_id = r.id AND p.source = 'TOP_UP' LIMIT 1) AS kept,
            (SELECT coalesce(json_agg(json_build_object('schemeId', g.scheme_id, 'schemeName', s.name, 'chargeId', g.charge_id, 'amountFen', g.fen) ORDER BY g.charge_id, s.name), '[]')
               FROM (SELECT l.scheme_id, l.charge_id, sum(l.amount_fen) AS fen FROM discount_line l
                      WHERE l.project_id = r.project_id AND l.receipt_id = r.id GROUP BY l.scheme_id, l.charge_id) g
               JOIN discount_scheme s ON s.project_id = r.project_id AND s.id = g.scheme_id) AS discounts
       FROM receipt r JOIN customer k ON k.project_id = r.project_id AND k.id = r.payer_id
      WHERE r.project_id = $1 AND r.reversal_of IS NULL
        AND r.id IN (SELECT receipt_id FROM charge_entry WHERE project_id = $1 AND charge_id = ANY ($2) AND kind IN ('RECEIPT', 'OFFSET'))
        AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = r.project_id AND red.reversal_of = r.id)
      ORDER BY r.created_at, r.id`,
    [projectId, chargeIds],
  );
}

/** All charges that these receipts paid or gave a discount on. */
export const chargesOfReceipts = (receipts: readonly PaidReceipt[]): string[] =>
  receipts.flatMap(({ lines, discounts }) => [...lines, ...discounts].map(({ chargeId }) => chargeId));
