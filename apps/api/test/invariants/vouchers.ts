import type { DataSource } from "typeorm";
import { type Posting, type PostingPart, postingsOf } from "../../src/billing/vouchers/postings.js";

/**
 * What the accounts must stand at after all months, from the kept balances less what was there before the books began
 * (期初, which finance has); debit positive. $1 project.
 */
const BALANCES = `
  SELECT (SELECT coalesce(sum(c.open_fen), 0) FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
           WHERE c.project_id = $1 AND i.kind <> 'DEPOSIT')::bigint AS "RECEIVABLE",
         ((SELECT coalesce(sum(amount_fen), 0) FROM prepayment_movement WHERE project_id = $1 AND source = 'OPENING')
           - (SELECT coalesce(sum(balance_fen), 0) FROM prepayment_account WHERE project_id = $1))::bigint AS "PREPAYMENT",
         ((SELECT coalesce(sum(used_fen), 0) FROM deposit WHERE project_id = $1)
           - (SELECT coalesce(sum(c.received_fen), 0) FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
               WHERE c.project_id = $1 AND i.kind = 'DEPOSIT')
           - (SELECT coalesce(sum(e.amount_fen), 0) FROM charge_entry e WHERE e.project_id = $1 AND e.kind = 'RECEIPT' AND e.receipt_id IS NULL))::bigint AS "DEPOSIT",
         ((SELECT coalesce(sum(amount_fen), 0) FROM refund WHERE project_id = $1 AND red_receipt_id IS NOT NULL)
           + (SELECT coalesce(sum(m.amount_fen), 0) FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
               WHERE r.project_id = $1 AND r.reversal_of IS NOT NULL AND NOT r.money_settled AND m.method <> 'PREPAYMENT'))::bigint AS "REFUND_DUE",
         (SELECT coalesce(sum(amount_fen - recovered_fen), 0) FROM write_off WHERE project_id = $1 AND status = 'APPROVED')::bigint AS "BAD_DEBT",
         (SELECT coalesce(sum(fee_fen), 0) FROM debit_credit WHERE project_id = $1)::bigint AS "BANK_FEE"`;

const MONTHS = `
  SELECT booked_period AS period FROM charge WHERE project_id = $1
  UNION SELECT period FROM charge_entry WHERE project_id = $1
  UNION SELECT period FROM receipt WHERE project_id = $1
  UNION SELECT period FROM refund WHERE project_id = $1
  UNION SELECT period FROM deposit_movement WHERE project_id = $1
  UNION SELECT period FROM debit_credit WHERE project_id = $1`;

const debitOf = ({ side, fen }: Posting) => (side === "DEBIT" ? fen : -fen);
const sum = (postings: readonly Posting[]) => postings.reduce((total, posting) => total + debitOf(posting), 0);

/** What of a project's vouchers is not in order: sides that differ, accounts that do not stand at the kept balances. */
export async function voucherFaults(db: Pick<DataSource, "query">, projectId: string): Promise<string[]> {
  const faults: string[] = [];
  const all: Posting[] = [];
  const months = await db.query<{ period: string }[]>(MONTHS, [projectId]);
  for (const { period } of months) {
    const postings = await postingsOf(db, projectId, period, { splitTax: true, bankFees: true });
    const vouchers = Map.groupBy(postings, ({ kind, day }) => `${period} ${kind} ${day ?? ""}`);
    for (const [voucher, lines] of vouchers)
      if (sum(lines) !== 0) faults.push(`vouchers: debits and credits of ${voucher} differ by ${sum(lines)}`);
    all.push(...postings);
  }
  const [kept] = await db.query<[Record<PostingPart, number>]>(BALANCES, [projectId]);
  for (const [part, fen] of Object.entries(kept)) {
    const booked = sum(all.filter((posting) => posting.part === part));
    if (booked !== fen) faults.push(`vouchers: ${part} stands at ${booked}, the kept balances at ${fen}`);
  }
  return faults;
}
