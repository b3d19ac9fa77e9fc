import { type PaymentMethod, paymentMethodLabels } from "@linli/contracts";
import { count, money, type ReportSource, state, text } from "../report-source.js";
import { BASIS_NOTE, moneyParts, paperMethods, papersOf, PARTS_NOTE, REFUND_PAYER, within } from "./money-parts.js";

/** The methods that bring money in. */
const MONEY_METHODS = (Object.keys(paymentMethodLabels) as PaymentMethod[]).filter((method) => method !== "PREPAYMENT");
const methodKey = (method: string): string => `method${method}`;

/** 收款汇总表 (BIL-112): item × current, arrears, ahead, and by method; prepayments that came in stand in a row of their own. */
export const takingsReport: ReportSource = {
  purpose: "一段时间收到的钱按收费项目分为收本期、收往期、收以后和各收款方式，另列预收冲抵和新收预收。",
  parameters: ["days", "basis", "buildingId", "feeItemId"],
  notes: [
    "本期、往期、以后按费用的记账月份与收款月份比较；各收款方式之和等于实收合计。",
    "预收冲抵不是新收的钱，不计入实收合计。选了收费项目时，新收预收只算这个项目的专用预收。",
    PARTS_NOTE,
    BASIS_NOTE,
  ],
  columns: async (request, db) => {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const used = await db.query<{ method: string }[]>(
      `SELECT DISTINCT m.method FROM receipt x JOIN receipt_method m ON m.project_id = x.project_id AND m.receipt_id = x.id
        WHERE x.project_id = ${param(request.projectId)} AND ${within(request, param, "x")}`,
      params,
    );
    return [
      text("feeItemName", "收费项目"),
      money("currentFen", "收本期", { drill: "RECEIPTS", drillBy: { part: "currentPart" } }),
      money("arrearsFen", "收往期", { drill: "RECEIPTS", drillBy: { part: "arrearsPart" } }),
      money("aheadFen", "收以后", { drill: "RECEIPTS", drillBy: { part: "aheadPart" } }),
      money("receivedFen", "实收合计", { drill: "RECEIPTS", drillBy: { part: "receivedPart" } }),
      ...MONEY_METHODS.filter((method) => used.some((one) => one.method === method)).map((method) =>
        money(methodKey(method), paymentMethodLabels[method], {
          drill: "RECEIPTS",
          drillBy: { part: "receivedPart", method: `${methodKey(method)}Name` },
        }),
      ),
      money("offsetFen", "预收冲抵", { drill: "RECEIPTS", drillBy: { part: "offsetPart" } }),
    ];
  },
  order: `sort, "feeItemName"`,
  rows: (request, param, _db, columns) => {
    const project = `${param(request.projectId)}::uuid`;
    const sumOf = (condition: string) => `coalesce(sum(p.fen) FILTER (WHERE ${condition}), 0)::bigint`;
    const methods = MONEY_METHODS.filter((method) => columns.some(({ key }) => key === methodKey(method)));
    const byMethod = methods.map((method) => `, ${sumOf(`p.method = '${method}'`)} AS "${methodKey(method)}"`);
    const names = methods.map((method) => `, '${method}' AS "${methodKey(method)}Name"`);
    return `SELECT coalesce(g.fee_item_id::text, 'prepayments') AS id, g.fee_item_id AS "feeItemId", coalesce(i.name, '新收预收款') AS "feeItemName",
                   CASE g.sort WHEN 0 THEN 'CURRENT' END AS "currentPart", CASE g.sort WHEN 0 THEN 'ARREARS' END AS "arrearsPart",
                   CASE g.sort WHEN 0 THEN 'AHEAD' ELSE 'PREPAYMENT' END AS "aheadPart",
                   CASE g.sort WHEN 0 THEN 'CHARGES' ELSE 'PREPAYMENT' END AS "receivedPart", CASE g.sort WHEN 0 THEN 'OFFSET' END AS "offsetPart",
                   g.*${names.join("")}
              FROM (SELECT CASE WHEN p.part = 'PREPAYMENT' THEN NULL ELSE p.fee_item_id END AS fee_item_id,
                           CASE WHEN p.part = 'PREPAYMENT' THEN 1 ELSE 0 END AS sort,
                           ${sumOf("p.part = 'CURRENT'")} AS "currentFen", ${sumOf("p.part = 'ARREARS'")} AS "arrearsFen",
                           ${sumOf("p.part IN ('AHEAD', 'PREPAYMENT')")} AS "aheadFen", ${sumOf("p.part <> 'OFFSET'")} AS "receivedFen"
                           ${byMethod.join("")}, ${sumOf("p.part = 'OFFSET'")} AS "offsetFen"
                      FROM (${moneyParts(request, param)}) p WHERE p.paper <> 'REFUND' GROUP BY 1, 2) g
              LEFT JOIN fee_item i ON i.project_id = ${project} AND i.id = g.fee_item_id`;
  },
};

/** 收款方式汇总表: what came in and went back by method. */
export const methodsReport: ReportSource = {
  purpose: "一段时间各收款方式的收款、红冲和退款，与银行和渠道的到账核对。",
  parameters: ["days", "basis", "buildingId", "feeItemId"],
  notes: [
    "收款 − 红冲 − 退款 = 净收。红冲只冲账，钱以退款支付；改开收据的红字随新收据抵消。",
    "预收冲抵不是新收的钱，单列（红冲退回的已减去），不计入收款。",
    "收据张数：一张收据用了几种方式的，每种方式各计一张；跨几个楼栋或几个收费项目的，选其中任何一个都计这一张。所以张数的合计、各楼栋张数之和都可能多于收据的总数；金额不会重复。",
    PARTS_NOTE,
    BASIS_NOTE,
  ],
  columns: () => [
    state("method", "收款方式", paymentMethodLabels),
    count("receipts", "收据张数"),
    money("receivedFen", "收款", { drill: "RECEIPTS", drillBy: { method: "method" } }),
    money("reversedFen", "红冲", { drill: "RECEIPTS", drillBy: { method: "method" } }),
    money("refundedFen", "退款", { drill: "RECEIPTS", drillBy: { method: "method" } }),
    money("netFen", "净收", { drill: "RECEIPTS", drillBy: { method: "method" } }),
    money("offsetFen", "预收冲抵", { drill: "RECEIPTS", drillBy: { method: "method" } }),
  ],
  order: "method",
  rows: (request, param) => {
    const sumOf = (condition: string) => `coalesce(sum(p.fen) FILTER (WHERE ${condition}), 0)`;
    const [received, reversed] = [
      sumOf("p.method <> 'PREPAYMENT' AND p.paper = 'RECEIPT' AND p.fen > 0"),
      `-${sumOf("p.method <> 'PREPAYMENT' AND p.paper = 'RECEIPT' AND p.fen < 0")}`,
    ];
    const parts = request.buildingId || request.feeItemId ? moneyParts : paperMethods;
    return `SELECT g.*, (g."receivedFen" - g."reversedFen" - g."refundedFen")::bigint AS "netFen"
              FROM (SELECT p.method AS id, p.method, count(*) FILTER (WHERE p.paper = 'RECEIPT' AND p.fen > 0)::int AS receipts,
                           ${received}::bigint AS "receivedFen", (${reversed})::bigint AS "reversedFen",
                           ${sumOf("p.paper = 'REFUND'")}::bigint AS "refundedFen", ${sumOf("p.method = 'PREPAYMENT'")}::bigint AS "offsetFen"
                      FROM (SELECT paper, paper_id, method, sum(fen) AS fen FROM (${parts(request, param)}) s GROUP BY 1, 2, 3) p
                     GROUP BY p.method) g`;
  },
};

/** 红冲退款表: every paper that takes money or a receipt back. */
export const reversalsReport: ReportSource = {
  purpose: "一段时间的红字收据、作废和退款：原单据、金额、原因和经手人。",
  parameters: ["days", "basis", "buildingId", "feeItemId"],
  notes: [PARTS_NOTE, BASIS_NOTE],
  columns: () => [
    state("kind", "类别", { RED: "红冲", VOID: "作废", REISSUE: "改开", REFUND: "退款" }),
    text("no", "单据号", { link: "RECEIPT", linkId: "receiptId" }),
    text("originalNo", "原收据", { link: "RECEIPT", linkId: "originalId" }),
    text("rooms", "房号"),
    text("customerName", "客户"),
    text("feeItems", "收费项目"),
    text("methods", "方式"),
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
    return `WITH own AS (${papersOf(request, param, { reds: true })})
            SELECT x.id::text AS id, CASE WHEN x.is_void THEN 'VOID' WHEN x.money_settled THEN 'REISSUE' ELSE 'RED' END AS kind,
                   x.receipt_no AS no, x.id AS "receiptId", o.receipt_no AS "originalNo", o.id AS "originalId", k.name AS "customerName",
                   own.rooms, own.items AS "feeItems", own.methods, (-own.fen)::bigint AS "amountFen",
                   x.reversal_reason AS reason, w.requested_by_name AS "requestedByName",
                   w.decided_by_name AS "decidedByName", x.cashier_name AS "personName", x.booked_on AS "bookedOn"
              FROM receipt x
              JOIN own ON own.paper_id = x.id
              JOIN receipt o ON o.project_id = x.project_id AND o.id = x.reversal_of
              JOIN customer k ON k.project_id = x.project_id AND k.id = x.payer_id
              LEFT JOIN approval w ON w.project_id = x.project_id AND w.kind = 'billing.reversal' AND w.subject_id = x.reversal_of
                                  AND w.status = 'APPROVED'
             WHERE x.project_id = ${project} AND ${within(request, param, "x")}
            UNION ALL
            SELECT x.id::text, 'REFUND', x.refund_no, x.red_receipt_id, o.receipt_no, o.id, k.name, own.rooms, own.items, own.methods,
                   own.fen, x.reason, coalesce(q.requested_by_name, pr.requested_by_name), v.decided_by_name, x.paid_by_name, x.booked_on
              FROM refund x
              JOIN own ON own.paper_id = x.id
              LEFT JOIN refund_request q ON q.project_id = x.project_id AND q.id = x.request_id
              LEFT JOIN approval v ON v.project_id = q.project_id AND v.id = q.approval_id
              LEFT JOIN receipt red ON red.project_id = x.project_id AND red.id = x.red_receipt_id
              LEFT JOIN receipt o ON o.project_id = x.project_id AND o.id = red.reversal_of
              ${REFUND_PAYER}
             WHERE x.project_id = ${project} AND ${within(request, param, "x")}`;
  },
};
