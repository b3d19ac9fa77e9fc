import type { DataSource } from "typeorm";
import { CHARGE_RULES } from "./invariants/charges.js";
import { DEBIT_RULES } from "./invariants/debit.js";
import { DEPOSIT_AND_REFUND_RULES } from "./invariants/deposits-and-refunds.js";
import { DESK_RULES } from "./invariants/desk.js";
import { FUND_RULES } from "./invariants/maintenance-fund.js";
import { INVOICE_RULES } from "./invariants/invoices.js";
import { MONTH_RULES } from "./invariants/months.js";
import { ONLINE_RULES } from "./invariants/online.js";
import { PREPAYMENT_RULES } from "./invariants/prepayments.js";
import { RECEIPT_RULES } from "./invariants/receipts.js";
import { REMITTANCE_RULES } from "./invariants/remittances.js";
import { ROOM_RULES } from "./invariants/rooms.js";
import { voucherFaults } from "./invariants/vouchers.js";

const RULES = [
  ...CHARGE_RULES,
  ...RECEIPT_RULES,
  ...PREPAYMENT_RULES,
  ...DEPOSIT_AND_REFUND_RULES,
  ...ROOM_RULES,
  ...REMITTANCE_RULES,
  ...MONTH_RULES,
  ...DESK_RULES,
  ...DEBIT_RULES,
  ...ONLINE_RULES,
  ...FUND_RULES,
  ...INVOICE_RULES,
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
  broken.push(...(await voucherFaults(db, projectId)));
  if (broken.length > 0) throw new Error(`The books of project ${projectId} are not in order:\n${broken.join("\n")}`);
}
