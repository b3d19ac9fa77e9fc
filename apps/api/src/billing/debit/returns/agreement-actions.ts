import { type DebitAction, type DebitReason, debitReasonActions, debitReasonLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";

/** A failed line and why. */
export interface FailedLine {
  lineId: string;
  reason: DebitReason;
}

const NEXT: Partial<Record<DebitAction, "SUSPENDED" | "PENDING" | "ENDED">> = {
  SUSPEND: "SUSPENDED",
  RESIGN: "PENDING",
  END: "ENDED",
};
const VERBS = { SUSPENDED: "suspend", PENDING: "update", ENDED: "end" } as const;

/**
 * Does with the agreements of failed debits what the reason asks for (BIL-103): all agreements in force on the account,
 * for the account is what the bank spoke of.
 */
export async function actOnAgreements(
  tx: EntityManager,
  audit: AuditService,
  actor: Actor,
  { projectId, batchNo, failed }: { projectId: string; batchNo: string; failed: readonly FailedLine[] },
): Promise<void> {
  for (const [action, status] of Object.entries(NEXT) as [DebitAction, "SUSPENDED" | "PENDING" | "ENDED"][]) {
    const lines = failed.filter(({ reason }) => debitReasonActions[reason] === action);
    if (lines.length === 0) continue;
    const reasons = lines.map(({ reason }) => `托收 ${batchNo}：${debitReasonLabels[reason]}`);
    const [changed] = await tx.query<[{ id: string; no: string; reason: string }[], number]>(
      `UPDATE debit_agreement a
          SET status = $2, status_reason = f.reason, signed_on = CASE WHEN $2 = 'PENDING' THEN NULL ELSE a.signed_on END
         FROM (SELECT DISTINCT ON (o.scheme_id, o.account_hash) o.scheme_id, o.account_hash, x.reason
                 FROM unnest($3::uuid[], $4::text[]) AS x(line_id, reason)
                 JOIN debit_line l ON l.project_id = $1 AND l.id = x.line_id
                 JOIN debit_agreement o ON o.project_id = l.project_id AND o.id = l.agreement_id
                ORDER BY o.scheme_id, o.account_hash, x.reason) f
        WHERE a.project_id = $1 AND a.scheme_id = f.scheme_id AND a.account_hash = f.account_hash AND a.status = 'ACTIVE'
        RETURNING a.id, a.agreement_no AS no, a.status_reason AS reason`,
      [projectId, status, lines.map(({ lineId }) => lineId), reasons],
    );
    await tx.query("UPDATE debit_cover SET in_force = false WHERE project_id = $1 AND agreement_id = ANY ($2)", [
      projectId,
      changed.map(({ id }) => id),
    ]);
    const entries = changed.map(({ id, no, reason }) => ({
      projectId,
      action: `debit-agreement.${VERBS[status]}`,
      entity: "debit-agreement",
      entityId: id,
      summary: `划款协议 ${no} ${status === "PENDING" ? "退回待签" : status === "ENDED" ? "终止" : "暂停"}，原因：${reason}`,
    }));
    if (entries.length > 0) await audit.record(tx, actor, ...entries);
  }
}
