import { customerColumn, date, money, type ReportSource, state, text } from "../report-source.js";
import { BASIS_NOTE, papersOf, PARTS_NOTE, REFUND_PAYER, within } from "./money-parts.js";

/** 收款明细表 (BIL-74, BIL-112): every receipt, red receipt and refund, with what it was for and how it was paid. */
export const receiptsReport: ReportSource = {
  purpose: "一段时间每一张收据、红字和退款：时间、房号、收费对象、项目、方式、金额和收款人，与日报逐笔核对。",
  parameters: ["days", "basis", "buildingId", "feeItemId", "part", "method"],
  notes: [
    "收款（红字为负）与退款的合计等于收款方式汇总表；预收冲抵不是新收的钱，单列。费用重开时退回预收的没有收据，列为冲抵退回。",
    PARTS_NOTE,
    BASIS_NOTE,
  ],
  columns: () => [
    date("bookedOn", "日期"),
    text("time", "时间"),
    text("no", "单据号", { link: "RECEIPT", linkId: "receiptId" }),
    state("kind", "类别", {
      RECEIPT: "收款",
      RED: "红冲",
      VOID: "作废",
      REISSUE: "改开",
      REFUND: "退款",
      OFFSET: "冲抵退回",
    }),
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
    const time = `to_char(x.created_at AT TIME ZONE (SELECT time_zone FROM project WHERE id = ${project}), 'HH24:MI')`;
    const inDays = `x.project_id = ${project} AND ${within(request, param, "x")}`;
    return `WITH own AS (${papersOf(request, param)})
            SELECT x.id::text AS id, x.booked_on AS "bookedOn", ${time} AS time, x.receipt_no AS no,
                   x.id AS "receiptId", CASE WHEN x.reversal_of IS NULL THEN 'RECEIPT' WHEN x.is_void THEN 'VOID'
                                             WHEN x.money_settled THEN 'REISSUE' ELSE 'RED' END AS kind,
                   own.rooms, k.id AS "customerId", k.name AS "customerName", own.items AS "feeItems", own.methods,
                   own.money AS "receivedFen", 0::bigint AS "refundedFen", own.drawn AS "offsetFen", x.cashier_name AS "personName"
              FROM receipt x
              JOIN own ON own.paper_id = x.id
              JOIN customer k ON k.project_id = x.project_id AND k.id = x.payer_id
             WHERE ${inDays}
            UNION ALL
            SELECT x.id::text, x.booked_on, ${time}, x.refund_no, x.red_receipt_id, 'REFUND', own.rooms, k.id, k.name, own.items, own.methods,
                   0, own.fen, 0, x.paid_by_name
              FROM refund x
              JOIN own ON own.paper_id = x.id
              LEFT JOIN receipt red ON red.project_id = x.project_id AND red.id = x.red_receipt_id
              ${REFUND_PAYER}
             WHERE ${inDays}
            UNION ALL
            SELECT x.id::text, x.booked_on, ${time}, NULL, NULL, 'OFFSET', own.rooms, k.id, k.name, own.items, own.methods, 0, 0, own.drawn, NULL
              FROM charge_entry x
              JOIN own ON own.paper_id = x.id
              JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
              JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
             WHERE ${inDays} AND x.kind = 'OFFSET' AND x.receipt_id IS NULL`;
  },
};
