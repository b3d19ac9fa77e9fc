import { paymentMethodLabels } from "@linli/contracts";
import {
  customerColumn,
  date,
  money,
  type Param,
  PLACES,
  type ReportRequest,
  type ReportSource,
  state,
  text,
  when,
} from "../report-source.js";
import { BASIS_NOTE, within } from "./takings-reports.js";

const methodWords = Object.entries(paymentMethodLabels)
  .map(([method, words]) => `WHEN '${method}' THEN '${words}'`)
  .join(" ");

/** 收款明细表 (BIL-74, BIL-112): every receipt, red receipt and refund, with what it was for and how it was paid. */
export const receiptsReport: ReportSource = {
  purpose: "一段时间每一张收据、红字和退款：时间、房号、收费对象、项目、方式、金额和收款人，与日报逐笔核对。",
  parameters: ["days", "basis", "buildingId", "feeItemId"],
  notes: [
    "收款（红字为负）与退款的合计等于收款方式汇总表；预收冲抵不是新收的钱，单列。",
    "选了楼栋或项目的，列出含有它的整张单据，金额是整张的，不只是这个项目的。",
    BASIS_NOTE,
  ],
  columns: () => [
    date("bookedOn", "日期"),
    text("time", "时间"),
    text("no", "单据号", { link: "RECEIPT", linkId: "receiptId" }),
    state("kind", "类别", { RECEIPT: "收款", RED: "红冲", VOID: "作废", REISSUE: "改开", REFUND: "退款" }),
    text("rooms", "房号"),
    customerColumn(),
    text("feeItems", "收费项目"),
    text("methods", "方式"),
    money("receivedFen", "收款"),
    money("refundedFen", "退款"),
    money("offsetFen", "预收冲抵"),
    text("personName", "经手人"),
  ],
  order: `"bookedOn", time, no, id`,
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    const zone = `(SELECT time_zone FROM project WHERE id = ${project})`;
    const papers = `x.project_id = ${project} AND ${within(request, param, "x")}`;
    return `SELECT x.id::text AS id, x.booked_on AS "bookedOn", to_char(x.created_at AT TIME ZONE ${zone}, 'HH24:MI') AS time, x.receipt_no AS no,
                   x.id AS "receiptId", CASE WHEN x.reversal_of IS NULL THEN 'RECEIPT' WHEN x.is_void THEN 'VOID'
                                             WHEN x.money_settled THEN 'REISSUE' ELSE 'RED' END AS kind,
                   l.rooms, k.id AS "customerId", k.name AS "customerName", l.items AS "feeItems", m.words AS methods,
                   coalesce(m.money, 0)::bigint AS "receivedFen", 0::bigint AS "refundedFen", coalesce(m.offsets, 0)::bigint AS "offsetFen",
                   x.cashier_name AS "personName"
              FROM receipt x
              JOIN customer k ON k.project_id = x.project_id AND k.id = x.payer_id
              LEFT JOIN (SELECT m.receipt_id, sum(m.amount_fen) FILTER (WHERE m.method <> 'PREPAYMENT') AS money,
                                sum(m.amount_fen) FILTER (WHERE m.method = 'PREPAYMENT') AS offsets,
                                string_agg((CASE m.method ${methodWords} END) || ' ' || to_char(m.amount_fen / 100.0, 'FM999999999990.00'), '、'
                                           ORDER BY m.method) AS words
                           FROM receipt x JOIN receipt_method m ON m.project_id = x.project_id AND m.receipt_id = x.id
                          WHERE ${papers} GROUP BY m.receipt_id) m ON m.receipt_id = x.id
              LEFT JOIN (SELECT p.receipt_id, string_agg(DISTINCT r.code, '、') AS rooms, string_agg(DISTINCT p.item, '、') AS items
                           FROM (SELECT e.receipt_id, c.room_id, i.name AS item
                                   FROM receipt x
                                   JOIN charge_entry e ON e.project_id = x.project_id AND e.receipt_id = x.id
                                   JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
                                   JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
                                  WHERE ${papers}
                                 UNION ALL
                                 SELECT pm.receipt_id, a.room_id, '预收款'
                                   FROM receipt x
                                   JOIN prepayment_movement pm ON pm.project_id = x.project_id AND pm.receipt_id = x.id
                                   JOIN prepayment_account a ON a.project_id = pm.project_id AND a.id = pm.account_id
                                  WHERE ${papers} AND (pm.source = 'TOP_UP' OR pm.source = 'REVERSAL' AND pm.amount_fen < 0)) p
                           JOIN room r ON r.project_id = ${project} AND r.id = p.room_id
                          GROUP BY p.receipt_id) l ON l.receipt_id = x.id
             WHERE ${papers}${holding("x.id", request, param)}
            UNION ALL
            SELECT x.id::text, x.booked_on, to_char(x.created_at AT TIME ZONE ${zone}, 'HH24:MI'), x.refund_no, x.red_receipt_id, 'REFUND', r.code,
                   k.id, k.name, NULL, (CASE x.method ${methodWords} END), 0, x.amount_fen, 0, x.paid_by_name
              FROM refund x
              LEFT JOIN receipt red ON red.project_id = x.project_id AND red.id = x.red_receipt_id
              LEFT JOIN prepayment_account a ON a.project_id = x.project_id AND a.id = x.account_id
              LEFT JOIN deposit d ON d.project_id = x.project_id AND d.id = x.deposit_id
              LEFT JOIN room r ON r.project_id = x.project_id AND r.id = coalesce(a.room_id, d.room_id)
              LEFT JOIN customer k ON k.project_id = x.project_id AND k.id = coalesce(red.payer_id, a.customer_id, d.payer_id)
             WHERE ${papers}${holding("x.red_receipt_id", request, param, { account: "x.account_id", deposit: "x.deposit_id" })}`;
  },
};

/** That a paper holds something of the building and item asked for: a charge, a prepayment, a deposit. */
function holding(
  receipt: string,
  { projectId, buildingId, feeItemId }: ReportRequest,
  param: Param,
  { account, deposit }: { account?: string; deposit?: string } = {},
): string {
  if (buildingId === null && feeItemId === null) return "";
  const project = `${param(projectId)}::uuid`;
  const place = `JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id ${PLACES}`;
  const asked = when("u.building_id", buildingId, param) + when("t.fee_item_id", feeItemId, param);
  const charges = (of: string) =>
    `EXISTS (SELECT 1 FROM charge t ${place} WHERE t.project_id = ${project} AND ${of}${asked})`;
  const accounts = (of: string) =>
    `EXISTS (SELECT 1 FROM prepayment_account t ${place} WHERE t.project_id = ${project} AND ${of}${asked})`;
  const kept = (table: string, column: string) =>
    `(SELECT y.${column} FROM ${table} y WHERE y.project_id = ${project} AND y.receipt_id = ${receipt})`;
  const conditions = [
    charges(`t.id IN ${kept("charge_entry", "charge_id")}`),
    accounts(`t.id IN ${kept("prepayment_movement", "account_id")}`),
    ...(account ? [accounts(`t.id = ${account}`)] : []),
    ...(deposit
      ? [charges(`t.id = (SELECT y.charge_id FROM deposit y WHERE y.project_id = ${project} AND y.id = ${deposit})`)]
      : []),
  ];
  return ` AND (${conditions.join(" OR ")})`;
}
