import type { ReversalApproval } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { reversalNeedsApproval } from "./reversals.errors.js";

/**
 * Whether a red receipt of the receipt `r` (of project `p`) needs a second person, as SQL (BIL-80). By default that of a
 * receipt of an earlier day, of one that a correction wrote anew, or of a shift that was handed over: what a cashier can no
 * longer void himself. What came by
 * bank debit or was offset from prepayments alone is put right as the bank or the run says, by one person.
 * @param setting what the project has set, as SQL
 * @param today the project's day, as SQL
 */
export const needsApproval = (setting: string, today: string): string => `(
  r.reversal_of IS NULL
  AND EXISTS (SELECT 1 FROM receipt_method m WHERE m.project_id = r.project_id AND m.receipt_id = r.id
                 AND m.method NOT IN ('BANK_DEBIT', 'PREPAYMENT'))
  AND (${setting} = 'ALWAYS' OR ${setting} = 'OLDER' AND (
         r.booked_on < ${today}::date OR r.reissue_of IS NOT NULL
         OR EXISTS (SELECT 1 FROM cashier_shift w WHERE w.project_id = r.project_id AND w.id = r.shift_id AND w.status <> 'OPEN'))))`;

/** The setting of the project of the receipt `r`, as SQL; none set is the default. */
export const SETTING =
  "coalesce((SELECT s.reversal_approval FROM billing_settings s WHERE s.project_id = r.project_id), 'OLDER')";

/** @throws REVERSAL_NEEDS_APPROVAL when one person may not make the red receipt alone */
export async function refuseUnapproved(
  tx: EntityManager,
  projectId: string,
  receiptId: string,
  setting: ReversalApproval,
  today: string,
): Promise<void> {
  const [row] = await tx.query<{ needed: boolean }[]>(
    `SELECT ${needsApproval("$3::text", "$4")} AS needed FROM receipt r WHERE r.project_id = $1 AND r.id = $2`,
    [projectId, receiptId, setting, today],
  );
  if (row?.needed) throw reversalNeedsApproval();
}
