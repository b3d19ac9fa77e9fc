import type { PaymentMethod, VoucherKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { taxOn } from "../tax/tax-part.js";

/** What a posting is booked on; INCOME is the fee item's own account (of one collected for others what is owed to them), MONEY that of the method. */
export type PostingPart =
  | "RECEIVABLE"
  | "INCOME"
  | "OUTPUT_TAX"
  | "MONEY"
  | "PREPAYMENT"
  | "DEPOSIT"
  | "REFUND_DUE"
  | "BAD_DEBT"
  | "BANK_FEE";

/** What a month moves on one side of one account, in fen; negative is a red amount (红字) on its own side. */
export interface Posting {
  kind: VoucherKind;
  /** The booking day; null for what is booked at the end of the month. */
  day: string | null;
  part: PostingPart;
  side: "DEBIT" | "CREDIT";
  feeItemId: string | null;
  /** Per cent. */
  taxRate: string | null;
  method: PaymentMethod | null;
  fen: number;
  /** How many rows it sums up. */
  count: number;
}

/** The tax in an amount that holds it, rounded to a fen; `rate` null is none. */
const taxIn = (fen: string, rate: string) => `coalesce(round(${fen} * ${rate} / (100 + ${rate})), 0)`;

/** The item of a charge `c`, deposits aside, with the output tax of its due day as `s.rate` where that is booked apart ($3). */
const TAXED = `JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id AND i.kind <> 'DEPOSIT'
      ${taxOn("c.due_on")}
      CROSS JOIN LATERAL (SELECT CASE WHEN $3::boolean THEN nullif(tax.rate::numeric, 0) END AS rate) s`;

const INCOME_KINDS = "('WAIVER', 'ADJUSTMENT', 'REVERSAL')";

/**
 * Every posting of a month, summed: $1 project, $2 month, $3 whether output tax is booked apart, $4 whether what
 * banks keep of debits is booked.
 *
 * As in the figures of a month, what happens to a charge counts in the later of its own month and the month the charge is
 * booked in: money for a charge of a later month is prepayment until then (ADVANCE). The tax of a reduction is the
 * difference of the taxes before and after it, so that a charge reduced to nothing leaves no fen of tax. Deposits are
 * booked when they are paid, never as receivable. What a bill that is written anew gives back without a receipt returns to
 * prepayments (a red OFFSET). A red receipt that settles its money is its original in red; any other
 * owes the money (REFUND_DUE) until a refund pays it. What is handed over of money collected for others (BIL-07) leaves the
 * account its charges were booked on; one taken back stands in red.
 */
const POSTINGS = `
  WITH touched AS (
    SELECT e.charge_id
      FROM charge_entry e JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
     WHERE e.project_id = $1 AND e.period = $2 AND c.booked_period <= $2 AND e.kind IN ${INCOME_KINDS}
    UNION
    SELECT e.charge_id
      FROM charge c JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
     WHERE c.project_id = $1 AND c.booked_period = $2 AND e.period < $2 AND e.kind IN ${INCOME_KINDS}
  ), changed AS (
    SELECT e.id, e.charge_id, c.fee_item_id, s.rate, c.amount_fen AS whole, e.amount_fen AS fen,
           greatest(e.period, c.booked_period) AS counts_in,
           CASE WHEN w.id IS NULL THEN e.kind WHEN e.amount_fen < 0 THEN 'WRITE_OFF' ELSE 'RECOVERY' END AS kind
      FROM touched t
      JOIN charge c ON c.project_id = $1 AND c.id = t.charge_id
      ${TAXED}
      JOIN charge_entry e ON e.project_id = $1 AND e.charge_id = c.id AND e.kind IN ${INCOME_KINDS}
      LEFT JOIN write_off_entry w ON w.project_id = $1 AND w.entry_id = e.id
  ), running AS (
    SELECT x.*, x.whole + coalesce(sum(x.fen) FILTER (WHERE x.kind IN ${INCOME_KINDS})
                                     OVER (PARTITION BY x.charge_id ORDER BY x.counts_in, x.id), 0) AS left_fen
      FROM changed x
  ), income AS (
    SELECT 'CHARGE' AS kind, c.fee_item_id, s.rate, c.amount_fen AS fen, ${taxIn("c.amount_fen", "s.rate")} AS tax
      FROM charge c ${TAXED}
     WHERE c.project_id = $1 AND c.booked_period = $2
    UNION ALL
    SELECT kind, fee_item_id, rate, fen, ${taxIn("left_fen", "rate")} - ${taxIn("(left_fen - fen)", "rate")}
      FROM running WHERE counts_in = $2 AND kind IN ${INCOME_KINDS}
  ), paper AS (
    SELECT r.id, r.booked_on, r.prepayment_fen, r.reversal_of IS NOT NULL AS red, x.owing,
           CASE WHEN x.owing THEN 'CREDIT' ELSE 'DEBIT' END AS in_side, CASE WHEN x.owing THEN 'DEBIT' ELSE 'CREDIT' END AS for_side,
           CASE WHEN x.owing THEN -1 ELSE 1 END AS sign
      FROM receipt r CROSS JOIN LATERAL (SELECT r.reversal_of IS NOT NULL AND NOT r.money_settled AS owing) x
     WHERE r.project_id = $1 AND r.booked_on >= ($2 || '-01')::date AND r.booked_on < ($2 || '-01')::date + interval '1 month'
  ), posting(kind, day, part, side, fee_item_id, rate, method, fen) AS (
    SELECT kind, NULL::date, 'RECEIVABLE', 'DEBIT', fee_item_id, NULL::numeric, NULL::text, fen FROM income
    UNION ALL
    SELECT kind, NULL, 'INCOME', 'CREDIT', fee_item_id, rate, NULL, fen - tax FROM income
    UNION ALL
    SELECT kind, NULL, 'OUTPUT_TAX', 'CREDIT', NULL, rate, NULL, tax FROM income WHERE tax <> 0
    UNION ALL
    SELECT kind, NULL, CASE WHEN kind = 'WRITE_OFF' THEN 'BAD_DEBT' ELSE 'RECEIVABLE' END, 'DEBIT',
           CASE WHEN kind = 'RECOVERY' THEN fee_item_id END, NULL, NULL, abs(fen)
      FROM running WHERE counts_in = $2 AND kind NOT IN ${INCOME_KINDS}
    UNION ALL
    SELECT kind, NULL, CASE WHEN kind = 'WRITE_OFF' THEN 'RECEIVABLE' ELSE 'BAD_DEBT' END, 'CREDIT',
           CASE WHEN kind = 'WRITE_OFF' THEN fee_item_id END, NULL, NULL, abs(fen)
      FROM running WHERE counts_in = $2 AND kind NOT IN ${INCOME_KINDS}
    UNION ALL
    SELECT 'ADVANCE', NULL, x.part, x.side, x.fee_item_id, NULL, NULL, -e.amount_fen
      FROM charge c
      JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id
      JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      CROSS JOIN LATERAL (VALUES ('PREPAYMENT', 'DEBIT', NULL::uuid), ('RECEIVABLE', 'CREDIT', c.fee_item_id)) AS x(part, side, fee_item_id)
     WHERE c.project_id = $1 AND c.booked_period = $2 AND e.period < $2 AND e.kind IN ('RECEIPT', 'OFFSET') AND i.kind <> 'DEPOSIT'
    UNION ALL
    SELECT CASE WHEN p.red THEN 'RED' WHEN m.method = 'PREPAYMENT' THEN 'OFFSET' ELSE 'RECEIPT' END, p.booked_on,
           CASE WHEN m.method = 'PREPAYMENT' THEN 'PREPAYMENT' WHEN p.owing THEN 'REFUND_DUE' ELSE 'MONEY' END,
           p.in_side, NULL, NULL, CASE WHEN m.method <> 'PREPAYMENT' AND NOT p.owing THEN m.method END, p.sign * m.amount_fen
      FROM paper p JOIN receipt_method m ON m.project_id = $1 AND m.receipt_id = p.id
    UNION ALL
    SELECT CASE WHEN p.red THEN 'RED' WHEN e.kind = 'OFFSET' THEN 'OFFSET' ELSE 'RECEIPT' END, p.booked_on,
           CASE WHEN i.kind = 'DEPOSIT' THEN 'DEPOSIT' WHEN c.booked_period > $2 THEN 'PREPAYMENT' ELSE 'RECEIVABLE' END,
           p.for_side, c.fee_item_id, NULL, NULL, -p.sign * e.amount_fen
      FROM paper p
      JOIN charge_entry e ON e.project_id = $1 AND e.receipt_id = p.id
      JOIN charge c ON c.project_id = $1 AND c.id = e.charge_id
      JOIN fee_item i ON i.project_id = $1 AND i.id = c.fee_item_id
    UNION ALL
    SELECT 'OFFSET', e.booked_on, x.part, x.side, x.fee_item_id, NULL, NULL, -e.amount_fen
      FROM charge_entry e
      JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
      CROSS JOIN LATERAL (VALUES
        ('PREPAYMENT', 'DEBIT', NULL::uuid),
        (CASE WHEN c.booked_period > $2 THEN 'PREPAYMENT' ELSE 'RECEIVABLE' END, 'CREDIT', c.fee_item_id)) AS x(part, side, fee_item_id)
     WHERE e.project_id = $1 AND e.period = $2 AND e.kind = 'OFFSET' AND e.receipt_id IS NULL
    UNION ALL
    SELECT CASE WHEN red THEN 'RED' ELSE 'RECEIPT' END, booked_on, 'PREPAYMENT', for_side, NULL, NULL, NULL, sign * prepayment_fen
      FROM paper WHERE prepayment_fen <> 0
    UNION ALL
    SELECT 'DEPOSIT', m.booked_on, x.part, x.side, x.fee_item_id, NULL, NULL, m.amount_fen
      FROM deposit_movement m
      JOIN deposit d ON d.project_id = m.project_id AND d.id = m.deposit_id
      JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
      CROSS JOIN LATERAL (VALUES ('DEPOSIT', 'DEBIT', c.fee_item_id), ('PREPAYMENT', 'CREDIT', NULL::uuid)) AS x(part, side, fee_item_id)
     WHERE m.project_id = $1 AND m.period = $2 AND m.kind IN ('DEDUCT', 'MOVE')
    UNION ALL
    SELECT 'REFUND', f.booked_on, x.part, x.side, x.fee_item_id, NULL, x.method, f.amount_fen
      FROM refund f
      LEFT JOIN deposit d ON d.project_id = f.project_id AND d.id = f.deposit_id
      LEFT JOIN charge c ON c.project_id = d.project_id AND c.id = d.charge_id
      CROSS JOIN LATERAL (VALUES
        (CASE WHEN f.red_receipt_id IS NOT NULL THEN 'REFUND_DUE' WHEN f.deposit_id IS NOT NULL THEN 'DEPOSIT' ELSE 'PREPAYMENT' END,
         'DEBIT', c.fee_item_id, NULL::text),
        ('MONEY', 'CREDIT', NULL::uuid, f.method)) AS x(part, side, fee_item_id, method)
     WHERE f.project_id = $1 AND f.booked_on >= ($2 || '-01')::date AND f.booked_on < ($2 || '-01')::date + interval '1 month'
    UNION ALL
    SELECT 'REMITTANCE', m.booked_on, x.part, x.side, x.fee_item_id, NULL, x.method, m.amount_fen
      FROM remittance m
      CROSS JOIN LATERAL (VALUES ('INCOME', 'DEBIT', m.fee_item_id, NULL::text), ('MONEY', 'CREDIT', NULL::uuid, m.method))
        AS x(part, side, fee_item_id, method)
     WHERE m.project_id = $1 AND m.period = $2
    UNION ALL
    SELECT 'BANK_FEE', greatest(b.credited_on, ($2 || '-01')::date), x.part, x.side, NULL::uuid, NULL, x.method, b.fee_fen
      FROM debit_credit b
      CROSS JOIN LATERAL (VALUES ('BANK_FEE', 'DEBIT', NULL::text), ('MONEY', 'CREDIT', 'BANK_DEBIT')) AS x(part, side, method)
     WHERE b.project_id = $1 AND b.period = $2 AND b.fee_fen > 0 AND $4::boolean
  )
  SELECT kind, day, part, side, fee_item_id AS "feeItemId", trim_scale(rate)::text AS "taxRate", method,
         sum(fen)::bigint AS fen, count(*)::int AS count
    FROM posting
   GROUP BY 1, 2, 3, 4, fee_item_id, rate, method
  HAVING sum(fen) <> 0`;

/** The postings of a month, in one statement whatever its size. */
export const postingsOf = (
  db: Pick<EntityManager, "query">,
  projectId: string,
  period: string,
  { splitTax, bankFees }: { splitTax: boolean; bankFees: boolean },
): Promise<Posting[]> => db.query<Posting[]>(POSTINGS, [projectId, period, splitTax, bankFees]);
