import type { EntityManager } from "typeorm";
import { inBulk } from "../../database/in-bulk.js";
import { listed, MINE, OWED_FEN, OWES, PAID_SHORT, PAYS_TO } from "./opening-rows.sql.js";
import { isPaidBefore } from "./paid-through.queries.js";
import { EXAMPLES } from "./opening-state.js";
import { BY_DAYS } from "./resolve-rows.js";

/** How an import is, or would be, posted. */
export interface PostingOptions {
  setPaidThrough: boolean;
  shortAsArrears: boolean;
}

const ROWS = "FROM opening_row r JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id";

/** The rows of earlier imports a row is compared with, read once: a room may have thousands of rows of its own import. */
const EARLIER = `JOIN (SELECT s.*, o.opening_no FROM opening o
          JOIN opening_row s ON s.project_id = o.project_id AND s.opening_id = o.id AND s.fault IS NULL
         WHERE o.project_id = $1 AND o.id <> $2 AND o.status = 'POSTED' OFFSET 0) s
    ON s.room_id = r.room_id AND s.fee_item_id = r.fee_item_id AND s.kind = r.kind`;

/** What a charge or row is for: its object, or else the room (no id is both). One comparison, so that a join can be hashed. */
const PLACE_OF = (row: string) => `coalesce(${row}.object_id, ${row}.room_id)`;

/**
 * Rows of an import that do not go with what the ledger has by now, as `id` and `fault`. Set by set, however many rows.
 * $1 project, $2 import, $3 shortAsArrears, $4 setPaidThrough.
 */
export const STANDING_FAULTS = `
  SELECT r.id, '这段费用已有应收（' || min(c.service_from) || ' 至 ' || max(c.service_to) || '）' AS fault
    ${ROWS}
    JOIN charge c ON c.project_id = r.project_id AND c.fee_item_id = r.fee_item_id
     AND ${PLACE_OF("c")} = ${PLACE_OF("r")} AND c.reversed_fen = 0 AND c.principal_id IS NULL
     AND c.service_from <= r.to_on AND c.service_to >= r.from_on
   WHERE ${MINE} AND ${OWES}
     AND (i.kind IN (${listed(BY_DAYS)}) OR (c.source = 'OPENING' AND c.service_from = r.from_on AND c.service_to = r.to_on
          AND c.amount_fen = ${OWED_FEN}))
   GROUP BY r.id
  UNION ALL
  SELECT r.id, '这个账户已有期初预收'
    FROM opening_row r
    JOIN prepayment_account a ON a.project_id = r.project_id AND a.room_id = r.room_id AND a.customer_id = r.customer_id
     AND a.fee_item_id IS NOT DISTINCT FROM r.fee_item_id
    JOIN prepayment_movement m ON m.project_id = a.project_id AND m.account_id = a.id AND m.source = 'OPENING'
   WHERE ${MINE} AND r.kind = 'PREPAYMENT'
   GROUP BY r.id HAVING sum(m.amount_fen) > 0
  UNION ALL
  SELECT r.id, '这笔押金已在期初导入 ' || min(s.opening_no) || ' 入账'
    FROM opening_row r ${EARLIER}
     AND (s.object_id = r.object_id OR s.object_id IS NULL OR r.object_id IS NULL)
     AND ((r.document_no IS NOT NULL AND s.document_no = r.document_no)
       OR (r.document_no IS NULL AND s.document_no IS NULL AND s.paid_on = r.paid_on AND s.amount_fen = r.amount_fen))
   WHERE ${MINE} AND r.kind = 'DEPOSIT'
   GROUP BY r.id
  UNION ALL
  SELECT r.id, '已缴至 ' || r.to_on || '，但系统已出账 ' || min(c.service_from) || ' 起的费用，请先红冲'
    ${ROWS}
    JOIN charge c ON c.project_id = r.project_id AND c.room_id = r.room_id AND c.fee_item_id = r.fee_item_id
     AND c.source = 'RUN' AND c.reversed_fen < c.amount_fen AND c.service_from <= r.to_on AND ${isPaidBefore("c")}
   WHERE ${MINE} AND ${PAYS_TO}
   GROUP BY r.id, r.to_on
  UNION ALL
  SELECT r.id, '期初导入 ' || min(s.opening_no) || ' 已登记已缴至 ' || max(s.to_on)
    FROM opening_row r ${EARLIER}
   WHERE ${MINE} AND r.kind = 'PAID_THROUGH'
   GROUP BY r.id
  UNION ALL
  SELECT r.id, '代收未解缴已在期初导入 ' || min(o.opening_no) || ' 入账'
    FROM opening_row r
    JOIN opening_row s ON s.project_id = r.project_id AND s.room_id IS NULL AND s.kind = 'COLLECTED'
     AND s.fee_item_id = r.fee_item_id AND s.fault IS NULL
    JOIN opening o ON o.project_id = s.project_id AND o.id = s.opening_id AND o.id <> $2 AND o.status = 'POSTED'
   WHERE ${MINE} AND r.kind = 'COLLECTED'
   GROUP BY r.id
  UNION ALL
  SELECT r.id, '这次缴费已在历史导入 ' || min(s.opening_no) || ' 入账'
    FROM opening_row r ${EARLIER}
     AND s.from_on = r.from_on AND s.to_on = r.to_on AND s.paid_on = r.paid_on AND s.amount_fen = r.amount_fen
     AND s.paid_fen = r.paid_fen AND s.remark IS NOT DISTINCT FROM r.remark
   WHERE ${MINE} AND r.kind = 'HISTORY'
   GROUP BY r.id`;

/**
 * Rows of payment history whose difference cannot become arrears; of rows that overlap all but the first. $1 project,
 * $2 import, $3 the cut-over.
 */
export const SHORT_FAULTS = `
  SELECT s.id, CASE WHEN s.customer_id IS NULL THEN '找不到房间的收费对象'
                    WHEN s.item_kind = 'DEPOSIT' THEN '押金项目'
                    WHEN s.to_on >= $3::date THEN '结束时间 ' || s.to_on || ' 不早于启用日期'
                    ELSE '与第 ' || split_part(s.before, ' ', 2) || ' 行的费用起止重叠' END AS fault
    FROM (SELECT r.id, r.customer_id, r.from_on, r.to_on, i.kind AS item_kind,
                 max(r.to_on || ' ' || r.row_no) OVER (PARTITION BY r.room_id, r.fee_item_id ORDER BY r.from_on, r.id
                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            ${ROWS} WHERE ${MINE} AND ${PAID_SHORT}) s
   WHERE s.customer_id IS NULL OR s.item_kind = 'DEPOSIT' OR s.to_on >= $3::date
      OR (s.item_kind IN (${listed(BY_DAYS)}) AND left(s.before, 10) >= s.from_on::text)`;

/** Runs one of the statements above: how many rows it finds, and the first of them in words. */
export async function faultsOf(
  tx: EntityManager,
  sql: string,
  params: readonly unknown[],
): Promise<{ count: number; examples: string[] }> {
  const found = await inBulk(tx, () =>
    tx.query<{ text: string; count: number }[]>(
      `SELECT '第 ' || r.row_no || ' 行（' || r.sheet || '，' || coalesce(r.room_code, '') || '）' || f.fault AS text,
            count(*) OVER ()::int AS count
       FROM (${sql}) f JOIN opening_row r ON r.project_id = $1 AND r.id = f.id ORDER BY r.id LIMIT ${EXAMPLES}`,
      [...params],
    ),
  );
  return { count: found[0]?.count ?? 0, examples: found.map(({ text }) => text) };
}
