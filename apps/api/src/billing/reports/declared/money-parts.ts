import { paymentMethodLabels, type TakingPart } from "@linli/contracts";
import { inBuilding, type Param, type ReportRequest, when } from "../report-source.js";

/** The condition that a row `x` belongs to the days asked for: by the day it was paid (booked), or that it was entered. */
export function within({ from, to, basis, projectId }: ReportRequest, param: Param, alias: string): string {
  const day =
    basis === "PAID"
      ? `${alias}.booked_on`
      : `(${alias}.created_at AT TIME ZONE (SELECT time_zone FROM project WHERE id = ${param(projectId)}::uuid))::date`;
  return `${day} BETWEEN ${param(from)}::date AND ${param(to)}::date`;
}

export const BASIS_NOTE =
  "按收款日期：收据上的收款日；按入账日期：录入系统的那一天（补录的收款两者不同）。红冲与作废冲减。";

export const PARTS_NOTE =
  "一张收据有几个房间、几个项目或几种方式的，按收据上的先后逐笔对应；选了楼栋、项目、款项或方式的，只算单据里的这一部分，各楼栋之和等于不选楼栋的合计，各项目之和再加通用预收等于不选项目的合计。";

/**
 * SELECT of what the papers in the days asked for are made of, down to one room, item and method each: `paper` RECEIPT,
 * REFUND, or OFFSET for what a bill written anew gave back to a prepayment without one; `paper_id`, `room_id`, `fee_item_id`
 * (null of general prepayments), `part`, `method`, `fen` (a red receipt's negative, a refund's positive). The parts of a paper
 * add up to it, so sums by building, item, part or method do to the sum of all.
 *
 * The lines of a receipt (charges, then the prepayment) and its methods are laid along the same stretch of fen, money and
 * drawn prepayment each by itself; where a line and a method overlap is a part. A red receipt is its original in red; the
 * refunds of it take its money in the order they were paid. `reds`: of receipts only red ones, and none of the OFFSET papers.
 */
export function moneyParts(request: ReportRequest, param: Param, { reds = false } = {}): string {
  const project = `${param(request.projectId)}::uuid`;
  const inDays = `x.project_id = ${project} AND ${within(request, param, "x")}`;
  const tenders = `SELECT x.id, m.method, m.amount_fen AS fen, m.method = 'PREPAYMENT' AS drawn,
                          sum(m.amount_fen) OVER (PARTITION BY x.id, m.method = 'PREPAYMENT' ORDER BY m.id) AS upto
                     FROM paper x JOIN receipt_method m ON m.receipt_id = x.source_id
                    WHERE m.project_id = ${project} AND m.receipt_id = ANY (ARRAY (SELECT source_id FROM paper))`;
  const others = reds
    ? ""
    : `UNION ALL
       SELECT 'OFFSET', x.id, c.room_id, c.fee_item_id, 'OFFSET', 'PREPAYMENT', -x.amount_fen
         FROM charge_entry x JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
        WHERE ${inDays} AND x.kind = 'OFFSET' AND x.receipt_id IS NULL`;
  return `SELECT p.* FROM (
    WITH paper AS (
      SELECT x.id, x.period, coalesce(x.reversal_of, x.id) AS source_id, CASE WHEN x.reversal_of IS NULL THEN 1 ELSE -1 END AS sign
        FROM receipt x WHERE ${inDays}${reds ? " AND x.reversal_of IS NOT NULL" : ""}
    ), paid_back AS (
      SELECT x.* FROM refund x WHERE ${inDays}
    ), red AS (
      SELECT r.id, r.period, r.reversal_of AS source_id FROM receipt r
       WHERE r.project_id = ${project} AND r.id = ANY (ARRAY (SELECT DISTINCT red_receipt_id FROM paid_back WHERE red_receipt_id IS NOT NULL))
    )
    SELECT 'RECEIPT' AS paper, l.id AS paper_id, l.room_id, l.fee_item_id, l.part, t.method,
           (x.sign * ${overlap("l", "t")})::bigint AS fen
      FROM (${linesOf("paper", project)}) l
      JOIN (${tenders}) t ON t.id = l.id AND t.drawn = l.drawn AND ${overlap("l", "t")} > 0
      JOIN paper x ON x.id = l.id
    UNION ALL
    SELECT 'REFUND', t.id, l.room_id, l.fee_item_id, NULL, t.method, ${overlap("l", "t")}::bigint
      FROM (${linesOf("red", project)}) l
      JOIN (SELECT f.id, f.red_receipt_id, f.method, f.amount_fen AS fen,
                   sum(f.amount_fen) OVER (PARTITION BY f.red_receipt_id ORDER BY f.created_at, f.id) AS upto
              FROM refund f WHERE f.project_id = ${project} AND f.red_receipt_id = ANY (ARRAY (SELECT id FROM red))) t
        ON t.red_receipt_id = l.id AND ${overlap("l", "t")} > 0
      JOIN paid_back x ON x.id = t.id
     WHERE NOT l.drawn
    UNION ALL
    SELECT 'REFUND', x.id, coalesce(a.room_id, d.room_id), coalesce(a.fee_item_id, c.fee_item_id), NULL, x.method, x.amount_fen
      FROM paid_back x
      LEFT JOIN prepayment_refund pr ON pr.project_id = ${project} AND pr.id = x.prepayment_refund_id
      LEFT JOIN prepayment_account a ON a.project_id = ${project} AND a.id = coalesce(x.account_id, pr.account_id)
      LEFT JOIN deposit d ON d.project_id = ${project} AND d.id = x.deposit_id
      LEFT JOIN charge c ON c.project_id = ${project} AND c.id = d.charge_id
     WHERE x.red_receipt_id IS NULL
    ${others}) p WHERE true${askedOf(request, param)}`;
}

/**
 * The same of whole papers by method (`paper`, `paper_id`, `method`, `fen`), where nobody asked for a building, an item or a part:
 * the lines of a receipt come to what its methods do (BIL-141), so a year needs none of them.
 */
export function paperMethods(request: ReportRequest, param: Param): string {
  const inDays = `x.project_id = ${param(request.projectId)}::uuid AND ${within(request, param, "x")}`;
  return `SELECT 'RECEIPT' AS paper, x.id AS paper_id, m.method, CASE WHEN x.reversal_of IS NULL THEN m.amount_fen ELSE -m.amount_fen END AS fen
            FROM receipt x JOIN receipt_method m ON m.project_id = x.project_id AND m.receipt_id = coalesce(x.reversal_of, x.id)
           WHERE ${inDays}
          UNION ALL
          SELECT 'REFUND', x.id, x.method, x.amount_fen FROM refund x WHERE ${inDays}
          UNION ALL
          SELECT 'OFFSET', x.id, 'PREPAYMENT', -x.amount_fen FROM charge_entry x WHERE ${inDays} AND x.kind = 'OFFSET' AND x.receipt_id IS NULL`;
}

/** How many fen of `upto − fen … upto` of both lie over each other; not positive where none do. */
const overlap = (one: string, other: string): string =>
  `(least(${one}.upto, ${other}.upto) - greatest(${one}.upto - ${one}.fen, ${other}.upto - ${other}.fen))`;

/** What the papers of a CTE were for (`id`, `source_id`, the receipt that holds the lines, and the `period` they count in). */
const linesOf = (papers: string, project: string): string => `
  SELECT l.*, sum(l.fen) OVER (PARTITION BY l.id, l.drawn ORDER BY l.part = 'PREPAYMENT', l.line_id) AS upto
    FROM (SELECT x.id, e.id AS line_id, e.kind = 'OFFSET' AS drawn, c.room_id, c.fee_item_id, -e.amount_fen AS fen,
                 CASE WHEN e.kind = 'OFFSET' THEN 'OFFSET' WHEN c.booked_period = x.period THEN 'CURRENT'
                      WHEN c.booked_period < x.period THEN 'ARREARS' ELSE 'AHEAD' END AS part
            FROM ${papers} x
            JOIN charge_entry e ON e.receipt_id = x.source_id
            JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
           WHERE e.project_id = ${project} AND e.receipt_id = ANY (ARRAY (SELECT source_id FROM ${papers})) AND e.kind IN ('RECEIPT', 'OFFSET')
          UNION ALL
          SELECT x.id, m.id, false, a.room_id, a.fee_item_id, m.amount_fen, 'PREPAYMENT'
            FROM ${papers} x
            JOIN prepayment_movement m ON m.receipt_id = x.source_id
            JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id
           WHERE m.project_id = ${project} AND m.receipt_id = ANY (ARRAY (SELECT source_id FROM ${papers})) AND m.source = 'TOP_UP') l`;

const TOGETHER: Partial<Record<TakingPart, readonly TakingPart[]>> = {
  CHARGES: ["CURRENT", "ARREARS", "AHEAD"],
  SETTLED: ["CURRENT", "ARREARS", "AHEAD", "OFFSET"],
};

function askedOf(request: ReportRequest, param: Param): string {
  const { feeItemId, part, method } = request;
  const parts = part && (TOGETHER[part] ?? [part]);
  return (
    inBuilding("p.room_id", request, param) +
    when("p.fee_item_id", feeItemId, param) +
    (parts ? ` AND p.part = ANY (${param(parts)}::text[])` : "") +
    (method ? ` AND p.method = ${param(method)}` : "")
  );
}

const methodWords = Object.entries(paymentMethodLabels)
  .map(([method, words]) => `WHEN '${method}' THEN '${words}'`)
  .join(" ");

/** The parts put together by paper: `paper_id`, `money`, `drawn` from prepayments, and `rooms`, `items` and `methods` in words. */
export function papersOf(request: ReportRequest, param: Param, options: { reds?: boolean } = {}): string {
  const project = `${param(request.projectId)}::uuid`;
  return `WITH part AS MATERIALIZED (${moneyParts(request, param, options)})
    SELECT g.*, m.methods
      FROM (SELECT p.paper_id, sum(p.fen)::bigint AS fen,
                   coalesce(sum(p.fen) FILTER (WHERE p.method <> 'PREPAYMENT'), 0)::bigint AS money,
                   coalesce(sum(p.fen) FILTER (WHERE p.method = 'PREPAYMENT'), 0)::bigint AS drawn,
                   string_agg(DISTINCT r.code, '、') AS rooms,
                   string_agg(DISTINCT CASE WHEN p.part = 'PREPAYMENT' OR i.id IS NULL THEN concat_ws('：', '预收款', i.name) ELSE i.name END, '、') AS items
              FROM part p
              LEFT JOIN room r ON r.project_id = ${project} AND r.id = p.room_id
              LEFT JOIN fee_item i ON i.project_id = ${project} AND i.id = p.fee_item_id
             GROUP BY p.paper_id) g
      JOIN (SELECT m.paper_id, string_agg((CASE m.method ${methodWords} END) || ' ' || to_char(m.fen / 100.0, 'FM999999999990.00'), '、'
                                          ORDER BY m.method) AS methods
              FROM (SELECT paper_id, method, sum(fen) AS fen FROM part GROUP BY 1, 2) m GROUP BY m.paper_id) m USING (paper_id)`;
}

/** Who a refund `x` went to, as `k`; `red` is the red receipt it pays back. */
export const REFUND_PAYER = `LEFT JOIN prepayment_refund pr ON pr.project_id = x.project_id AND pr.id = x.prepayment_refund_id
              LEFT JOIN prepayment_account a ON a.project_id = x.project_id AND a.id = coalesce(x.account_id, pr.account_id)
              LEFT JOIN deposit d ON d.project_id = x.project_id AND d.id = x.deposit_id
              LEFT JOIN customer k ON k.project_id = x.project_id AND k.id = coalesce(red.payer_id, a.customer_id, d.payer_id)`;
