import type { EntityManager } from "typeorm";
import { formatFen } from "../../common/money.js";
import { idsOf, type Undoing } from "../../property/restructures/restructure-participants.js";
import type { Memo } from "./restructure-money.service.js";
import { heldPrepayments } from "./rooms-money.js";

/** Why a split or merge cannot be undone: what charging did with the new rooms since, and with things of the old ones. */
export async function blockersOf(tx: EntityManager, { projectId, id, news, memo }: Undoing<Memo>): Promise<string[]> {
  const charged = await tx.query<{ code: string; count: number; fen: number }[]>(
    `SELECT r.code, count(*)::int AS count, sum(c.amount_fen - c.reversed_fen)::bigint AS fen
       FROM charge c JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.reversed_fen < c.amount_fen GROUP BY r.code ORDER BY r.code`,
    [projectId, idsOf(news)],
  );
  // held, so that nobody pays into them or asks for the money until it is back
  await heldPrepayments(tx, projectId, idsOf(news), true);
  const moved = await tx.query<{ code: string }[]>(
    `SELECT DISTINCT r.code FROM prepayment_account a
       JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
       JOIN prepayment_movement m ON m.project_id = a.project_id AND m.account_id = a.id
      WHERE a.project_id = $1 AND a.room_id = ANY ($2) AND m.move_id IS DISTINCT FROM $3 ORDER BY r.code`,
    [projectId, idsOf(news), id],
  );
  const asked = await tx.query<{ code: string; name: string; no: string; fen: number }[]>(
    `SELECT r.code, c.name, q.request_no AS no, q.amount_fen AS fen FROM prepayment_account a
       JOIN refund_request q ON q.project_id = a.project_id AND q.account_id = a.id AND q.status IN ('PENDING', 'APPROVED')
       JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
       JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
      WHERE a.project_id = $1 AND a.room_id = ANY ($2) ORDER BY q.request_no`,
    [projectId, idsOf(news)],
  );
  const taken = await boundElsewhere(tx, projectId, memo.bindings, idsOf(news));
  return [
    ...charged.map(({ code, count, fen }) => `房间 ${code} 已出账 ${count} 笔 ${formatFen(fen)} 元`),
    ...moved.map(({ code }) => `房间 ${code} 的预收已有收支`),
    ...asked.map(
      ({ code, name, no, fen }) =>
        `房间 ${code} 的预收，${name}已申请退还 ${formatFen(fen)} 元（退款申请 ${no}），请先撤回或取消申请`,
    ),
    ...taken.map(({ label, code }) => `${label} 已另行绑定到房间 ${code}`),
  ];
}

/** Things of the bindings that an undo would open again which other rooms than the new ones pay for by now. */
async function boundElsewhere(
  tx: EntityManager,
  projectId: string,
  bindings: Memo["bindings"],
  newIds: string[],
): Promise<{ label: string; code: string }[]> {
  // as binding does: nobody binds one of them between this look and the undo
  await tx.query(
    `SELECT 1 FROM fee_item WHERE project_id = $1
        AND id IN (SELECT fee_item_id FROM rate_binding WHERE project_id = $1 AND id = ANY ($2) AND object_id IS NOT NULL)
      ORDER BY id FOR NO KEY UPDATE`,
    [projectId, idsOf(bindings)],
  );
  return tx.query(
    `SELECT DISTINCT x.label, r.code FROM unnest($2::uuid[], $3::date[]) AS m(id, ends_on)
       JOIN rate_binding b ON b.project_id = $1 AND b.id = m.id
       JOIN rate_binding o ON o.project_id = $1 AND o.object_id = b.object_id AND o.fee_item_id = b.fee_item_id AND o.id <> b.id
        AND o.room_id <> ALL ($4) AND o.starts_on <= coalesce(m.ends_on, 'infinity') AND coalesce(o.ends_on, 'infinity') >= b.starts_on
       JOIN charge_object x ON x.project_id = $1 AND x.id = b.object_id
       JOIN room r ON r.project_id = $1 AND r.id = o.room_id
      ORDER BY x.label, r.code`,
    [projectId, idsOf(bindings), bindings.map(({ endsOn }) => endsOn), newIds],
  );
}
