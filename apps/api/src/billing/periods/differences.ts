import { inBulk } from "../../database/in-bulk.js";
import type { CheckedMonth, Finding } from "./close-check.js";
import type { Queryable } from "./month-figures.js";

/** Zero differences: kept sums against the rows they come from (BIL-140…142). */
export async function differences(db: Queryable, { projectId }: CheckedMonth): Promise<Finding> {
  const rows = await inBulk(db, (tx) => tx.query<{ text: string }[]>(DIFFERENCES, [projectId]));
  return {
    count: rows.length,
    detail: rows.length === 0 ? "应收、收据与预收的账目相符" : `${rows.length} 处账目不符，请联系系统维护人员`,
    examples: rows.slice(0, 10).map(({ text }) => text),
  };
}

/** One row per thing whose kept sum differs from the sum of its rows. $1 project. */
export const DIFFERENCES = `
  SELECT '应收 ' || c.id AS text
    FROM charge c
    LEFT JOIN (SELECT charge_id,
                      -coalesce(sum(amount_fen) FILTER (WHERE kind = 'RECEIPT'), 0) AS received,
                      -coalesce(sum(amount_fen) FILTER (WHERE kind = 'OFFSET'), 0) AS "offset",
                      -coalesce(sum(amount_fen) FILTER (WHERE kind IN ('WAIVER', 'ADJUSTMENT')), 0) AS reduced,
                      -coalesce(sum(amount_fen) FILTER (WHERE kind = 'REVERSAL'), 0) AS reversed
                 FROM charge_entry WHERE project_id = $1 GROUP BY charge_id) e ON e.charge_id = c.id
   WHERE c.project_id = $1
     AND (c.received_fen, c.offset_fen, c.reduced_fen, c.reversed_fen)
         IS DISTINCT FROM (coalesce(e.received, 0), coalesce(e."offset", 0), coalesce(e.reduced, 0), coalesce(e.reversed, 0))
  UNION ALL
  SELECT '收据 ' || r.receipt_no || ' 收款方式合计'
    FROM receipt r
   WHERE r.project_id = $1
     AND r.amount_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id)
  UNION ALL
  SELECT '收据 ' || r.receipt_no || ' 明细合计'
    FROM receipt r
   WHERE r.project_id = $1
     AND r.charges_fen <> (SELECT coalesce(-sum(e.amount_fen), 0) FROM charge_entry e WHERE e.project_id = r.project_id AND e.receipt_id = r.id)
  UNION ALL
  SELECT '预收 ' || a.id
    FROM prepayment_account a
   WHERE a.project_id = $1
     AND a.balance_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM prepayment_movement m WHERE m.project_id = a.project_id AND m.account_id = a.id)`;
