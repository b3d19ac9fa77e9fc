import type { TransferItemDto, TransferSectionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { formatFen } from "../../common/money.js";
import type { TransferFacts } from "../../customer/transfers/transfer-participants.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/** The money of the room as it is: debts by payer and item, prepayments, deposits, standards. */
export async function moneySections(db: EntityManager, facts: TransferFacts): Promise<TransferSectionDto[]> {
  return [
    { key: "arrears", title: "欠费", items: await arrears(db, facts) },
    { key: "prepayments", title: "预收", items: await prepayments(db, facts) },
    { key: "deposits", title: "押金", items: await deposits(db, facts) },
    { key: "rates", title: "收费标准", items: await rates(db, facts) },
  ];
}

async function arrears(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ payer: string; item: string; first: string; last: string; fen: number }[]>(
    `SELECT k.name AS payer, f.name AS item, min(c.period) AS first, max(c.period) AS last, sum(c.open_fen)::bigint AS fen
       FROM charge c
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.room_id = $2 AND c.open_fen > 0
      GROUP BY k.id, k.name, f.id, f.name ORDER BY k.name, f.name`,
    [projectId, roomId],
  );
  return rows.map(({ payer, item, first, last, fen }) => ({
    label: `${payer} · ${item}`,
    detail: first === last ? first : `${first} 至 ${last}`,
    amountFen: fen,
    link: `billing/charges?roomId=${roomId}`,
  }));
}

async function prepayments(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ name: string; fen: number; back: number }[]>(
    `SELECT c.name, a.balance_fen AS fen, ${ASKED_BACK} AS back
       FROM prepayment_account a JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
      WHERE a.project_id = $1 AND a.room_id = $2 AND a.balance_fen > 0 ORDER BY a.id`,
    [projectId, roomId],
  );
  const link = `billing/prepayments?roomId=${roomId}`;
  return rows.map(({ name, fen, back }) => {
    const detail = back > 0 ? `其中 ${formatFen(back)} 元已申请退还，留在其名下` : null;
    return { label: name, detail, amountFen: fen, link };
  });
}

async function deposits(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ name: string; item: string; fen: number }[]>(
    `SELECT k.name, f.name AS item, sum(c.received_fen + c.offset_fen)::bigint AS fen
       FROM charge c
       JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.room_id = $2 AND f.kind = 'DEPOSIT' AND c.received_fen + c.offset_fen > 0
      GROUP BY k.id, k.name, f.id, f.name ORDER BY k.name, f.name`,
    [projectId, roomId],
  );
  return rows.map(({ name, item, fen }) => ({
    label: `${name} · ${item}`,
    detail: "归交纳人，不随房转移",
    amountFen: fen,
    link: `billing/charges?roomId=${roomId}`,
  }));
}

async function rates(db: EntityManager, { projectId, roomId, today }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ name: string; item: string; from: string }[]>(
    `SELECT r.name, ${itemWithObject("b", "f.name")} AS item, b.starts_on AS "from"
       FROM rate_binding b
       JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
       JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
      WHERE b.project_id = $1 AND b.room_id = $2 AND (b.ends_on IS NULL OR b.ends_on >= $3) ORDER BY item, b.starts_on`,
    [projectId, roomId, today],
  );
  return rows.map(({ name, item, from }) => ({
    label: `${item} · ${name}`,
    detail: `${from} 起，过户后继续有效`,
    amountFen: null,
    link: `billing/bindings?roomId=${roomId}`,
  }));
}
