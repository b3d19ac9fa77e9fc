import { allocationPolicyLabels, type AllocationPolicy, type PostReceiptDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { RuleViolation } from "../../common/rule-violation.js";
import { idsOf } from "../../customer/merged-customers.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

interface Skipped {
  roomCode: string;
  feeItemName: string;
  period: string;
}

/** Which open charge comes before a paid one, by policy: `o` is open, `p` is paid. */
const before: Record<Exclude<AllocationPolicy, "FREE">, string> = {
  OLDEST_FIRST: "o.due_on < p.due_on",
  NO_SKIPPING: `o.room_id = p.room_id AND o.fee_item_id = p.fee_item_id AND o.object_id IS NOT DISTINCT FROM p.object_id
    AND o.service_from < p.service_from`,
};

/**
 * Keeps a project's order of payment (BIL-63): a charge that comes before a paid one must be paid in full by the same
 * receipt or online order. The payer's own choice comes first (LAW-11): with a reason, which stays with the receipt, anything goes.
 * @throws ALLOCATION_ORDER
 */
export async function refuseSkipping(
  tx: EntityManager,
  projectId: string,
  dto: Pick<PostReceiptDto, "payerId" | "lines" | "allocationReason">,
  policy: AllocationPolicy,
): Promise<void> {
  if (policy === "FREE" || dto.allocationReason || dto.lines.length === 0) return;
  const [skipped] = await tx.query<Skipped[]>(
    `WITH paid AS (SELECT * FROM unnest($2::uuid[], $3::bigint[]) AS l(id, fen))
     SELECT r.code AS "roomCode", ${itemWithObject("o", "i.name")} AS "feeItemName", o.period
       FROM charge o
       JOIN room r ON r.project_id = o.project_id AND r.id = o.room_id
       JOIN fee_item i ON i.project_id = o.project_id AND i.id = o.fee_item_id
       LEFT JOIN paid l ON l.id = o.id
      WHERE o.project_id = $1 AND o.payer_id IN ${idsOf("$1", "$4")} AND o.open_fen > coalesce(l.fen, 0) AND o.debit_batch_id IS NULL
        AND EXISTS (SELECT 1 FROM paid JOIN charge p ON p.project_id = $1 AND p.id = paid.id WHERE ${before[policy]})
      ORDER BY o.due_on, o.id LIMIT 1`,
    [projectId, dto.lines.map(({ chargeId }) => chargeId), dto.lines.map(({ amountFen }) => amountFen), dto.payerId],
  );
  if (skipped) throw outOfOrder(policy, skipped);
}

const outOfOrder = (policy: AllocationPolicy, { roomCode, feeItemName, period }: Skipped) =>
  new RuleViolation(
    "ALLOCATION_ORDER",
    `收款顺序是“${allocationPolicyLabels[policy]}”：${roomCode} ${feeItemName} ${period} 应先缴清；收费对象另有指定的，请填写原因`,
  );
