import { paymentMethodLabels } from "@linli/contracts";
import {
  money,
  type Param,
  PLACES,
  type ReportRequest,
  type ReportSource,
  state,
  text,
  when,
} from "../report-source.js";

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

/** 收款汇总表 (BIL-112): item × current, arrears, ahead; prepayments that came in stand in a row of their own. */
export const takingsReport: ReportSource = {
  purpose: "一段时间收到的钱按收费项目分为收本期、收往期、收以后，另列预收冲抵和新收预收。",
  parameters: ["days", "basis", "buildingId", "feeItemId"],
  notes: [
    "本期、往期、以后按费用的记账月份与收款月份比较。",
    "预收冲抵不是新收的钱，不计入实收合计。选了收费项目时，新收预收只算这个项目的专用预收。",
    BASIS_NOTE,
  ],
  columns: () => [
    text("feeItemName", "收费项目"),
    money("currentFen", "收本期"),
    money("arrearsFen", "收往期"),
    money("aheadFen", "收以后"),
    money("receivedFen", "实收合计"),
    money("offsetFen", "预收冲抵"),
  ],
  order: `sort, "feeItemName"`,
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    const sumOf = (condition: string) => `coalesce(-sum(x.amount_fen) FILTER (WHERE ${condition}), 0)::bigint`;
    const places = (room: string) =>
      request.buildingId ? `JOIN room r ON r.project_id = ${project} AND r.id = ${room} ${PLACES}` : "";
    return `SELECT i.id::text AS id, 0 AS sort, i.name AS "feeItemName",
                   ${sumOf("x.kind = 'RECEIPT' AND c.booked_period = x.period")} AS "currentFen",
                   ${sumOf("x.kind = 'RECEIPT' AND c.booked_period < x.period")} AS "arrearsFen",
                   ${sumOf("x.kind = 'RECEIPT' AND c.booked_period > x.period")} AS "aheadFen",
                   ${sumOf("x.kind = 'RECEIPT'")} AS "receivedFen", ${sumOf("x.kind = 'OFFSET'")} AS "offsetFen"
              FROM charge_entry x
              JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
              JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
              ${places("c.room_id")}
             WHERE x.project_id = ${project} AND x.kind IN ('RECEIPT', 'OFFSET') AND ${within(request, param, "x")}
                   ${when("u.building_id", request.buildingId, param)}${when("c.fee_item_id", request.feeItemId, param)}
             GROUP BY i.id, i.name
            UNION ALL
            SELECT 'prepayments', 1, '新收预收款', 0, 0, sum(x.amount_fen)::bigint, sum(x.amount_fen)::bigint, 0
              FROM prepayment_movement x
              JOIN prepayment_account a ON a.project_id = x.project_id AND a.id = x.account_id
              ${places("a.room_id")}
             WHERE x.project_id = ${project} AND (x.source = 'TOP_UP' OR x.source = 'REVERSAL' AND x.amount_fen < 0)
               AND ${within(request, param, "x")}${when("u.building_id", request.buildingId, param)}${when("a.fee_item_id", request.feeItemId, param)}
            HAVING count(*) > 0`;
  },
};

/** 收款方式汇总表: what came in and went back by method. */
export const methodsReport: ReportSource = {
  purpose: "一段时间各收款方式的收款、红冲和退款，与银行和渠道的到账核对。",
  parameters: ["days", "basis"],
  notes: ["收款 − 红冲 − 退款 = 净收。红冲只冲账，钱以退款支付；改开收据的红字随新收据抵消。", BASIS_NOTE],
  columns: () => [
    state("method", "收款方式", paymentMethodLabels),
    { key: "receipts", title: "收据张数", kind: "COUNT" },
    money("receivedFen", "收款"),
    money("reversedFen", "红冲"),
    money("refundedFen", "退款"),
  ],
  order: "method",
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    return `SELECT g.method AS id, g.method, sum(g.receipts)::int AS receipts, sum(g.received)::bigint AS "receivedFen",
                   sum(g.reversed)::bigint AS "reversedFen", sum(g.refunded)::bigint AS "refundedFen"
              FROM (SELECT m.method, CASE WHEN x.reversal_of IS NULL THEN 1 ELSE 0 END AS receipts,
                           CASE WHEN x.reversal_of IS NULL THEN m.amount_fen ELSE 0 END AS received,
                           CASE WHEN x.reversal_of IS NULL THEN 0 ELSE -m.amount_fen END AS reversed, 0 AS refunded
                      FROM receipt x JOIN receipt_method m ON m.project_id = x.project_id AND m.receipt_id = x.id
                     WHERE x.project_id = ${project} AND ${within(request, param, "x")}
                    UNION ALL
                    SELECT x.method, 0, 0, 0, x.amount_fen FROM refund x
                     WHERE x.project_id = ${project} AND ${within(request, param, "x")}) g
             GROUP BY g.method`;
  },
};

/** 红冲退款表: every paper that takes money or a receipt back. */
export const reversalsReport: ReportSource = {
  purpose: "一段时间的红字收据、作废和退款：原单据、金额、原因和经手人。",
  parameters: ["days", "basis"],
  notes: [BASIS_NOTE],
  columns: () => [
    state("kind", "类别", { RED: "红冲", VOID: "作废", REISSUE: "改开", REFUND: "退款" }),
    text("no", "单据号", { link: "RECEIPT", linkId: "receiptId" }),
    text("originalNo", "原收据", { link: "RECEIPT", linkId: "originalId" }),
    text("customerName", "客户"),
    money("amountFen", "金额"),
    text("reason", "原因"),
    text("requestedByName", "申请人"),
    text("decidedByName", "审批人"),
    text("personName", "经手人"),
    { key: "bookedOn", title: "日期", kind: "DATE" },
  ],
  order: `"bookedOn" DESC, no DESC, id`,
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    return `SELECT x.id::text AS id, CASE WHEN x.is_void THEN 'VOID' WHEN x.money_settled THEN 'REISSUE' ELSE 'RED' END AS kind,
                   x.receipt_no AS no, x.id AS "receiptId", o.receipt_no AS "originalNo", o.id AS "originalId", k.name AS "customerName",
                   (-x.amount_fen)::bigint AS "amountFen", x.reversal_reason AS reason, w.requested_by_name AS "requestedByName",
                   w.decided_by_name AS "decidedByName", x.cashier_name AS "personName", x.booked_on AS "bookedOn"
              FROM receipt x
              JOIN receipt o ON o.project_id = x.project_id AND o.id = x.reversal_of
              JOIN customer k ON k.project_id = x.project_id AND k.id = x.payer_id
              LEFT JOIN approval w ON w.project_id = x.project_id AND w.kind = 'billing.reversal' AND w.subject_id = x.reversal_of
                                  AND w.status = 'APPROVED'
             WHERE x.project_id = ${project} AND ${within(request, param, "x")}
            UNION ALL
            SELECT x.id::text, 'REFUND', x.refund_no, x.red_receipt_id, o.receipt_no, o.id, k.name, x.amount_fen, x.reason,
                   coalesce(q.requested_by_name, pr.requested_by_name), v.decided_by_name, x.paid_by_name, x.booked_on
              FROM refund x
              LEFT JOIN refund_request q ON q.project_id = x.project_id AND q.id = x.request_id
              LEFT JOIN approval v ON v.project_id = q.project_id AND v.id = q.approval_id
              LEFT JOIN prepayment_refund pr ON pr.project_id = x.project_id AND pr.id = x.prepayment_refund_id
              LEFT JOIN receipt red ON red.project_id = x.project_id AND red.id = x.red_receipt_id
              LEFT JOIN receipt o ON o.project_id = x.project_id AND o.id = red.reversal_of
              LEFT JOIN prepayment_account a ON a.project_id = x.project_id AND a.id = x.account_id
              LEFT JOIN deposit d ON d.project_id = x.project_id AND d.id = x.deposit_id
              LEFT JOIN customer k ON k.project_id = x.project_id AND k.id = coalesce(red.payer_id, a.customer_id, d.payer_id)
             WHERE x.project_id = ${project} AND ${within(request, param, "x")}`;
  },
};
