import type { DataSource } from "typeorm";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { lastDebitConsent } from "../debit/agreements/debit-consent.sql.js";

/** The account that a payer's charges of a room are debited from, as it may be shown (LAW-31). */
export interface DebitAccount {
  roomId: string;
  payerId: string;
  account: string;
  /** Days of the month on which the bank of the account debits. */
  debitDays: number[];
}

/** Accounts of agreements in force on a day, by room and payer (BIL-114): one for each account, the bank named. */
export function debitAccountsOf(
  db: DataSource,
  projectId: string,
  pairs: readonly { roomId: string; payerId: string }[],
  day: string,
): Promise<DebitAccount[]> {
  return db.query<DebitAccount[]>(
    `SELECT DISTINCT v.room_id AS "roomId", k.id AS "payerId", a.bank_name || ' ' || a.account_masked AS account,
            s.debit_days AS "debitDays"
       FROM debit_cover v
       JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
       JOIN debit_scheme s ON s.project_id = a.project_id AND s.id = a.scheme_id
       ${joinSurvivor("k", "a.project_id", "a.customer_id")}
       JOIN unnest($2::uuid[], $3::uuid[]) AS on_notice(room_id, payer_id) ON on_notice.room_id = v.room_id AND on_notice.payer_id = k.id
      WHERE v.project_id = $1 AND v.in_force AND a.valid_from <= $4::date AND (a.valid_to IS NULL OR a.valid_to >= $4::date)
        AND ${lastDebitConsent("a.project_id", "a.customer_id")} = 'GIVEN'
      ORDER BY v.room_id, account`,
    [projectId, pairs.map(({ roomId }) => roomId), pairs.map(({ payerId }) => payerId), day],
  );
}

/** The sentence of a notice whose charges are debited, with the days of the banks' calendars (扣款日). */
export function debitSentence(debits: readonly DebitAccount[]): string {
  const days = [...new Set(debits.flatMap(({ debitDays }) => debitDays))].toSorted((a, b) => a - b);
  const [when, until] =
    days.length === 0 ? ["", "缴费期限"] : [`于每月 ${days.map((day) => `${day} 日`).join("、")}`, "扣款日"];
  return `已签划款协议的费用由银行${when}从上列划款账户扣缴，请在${until}前存足款项；扣款未成功的，请以其他方式缴清。`;
}
