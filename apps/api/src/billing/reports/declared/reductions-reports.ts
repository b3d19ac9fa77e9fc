import { reductionReasonLabels } from "@linli/contracts";
import {
  BY_ROOM,
  count,
  customerColumn,
  date,
  money,
  type Param,
  PLACES,
  type ReportRequest,
  type ReportSource,
  roomColumn,
  state,
  text,
  when,
} from "../report-source.js";
import { groupColumns, groupsBuildings, groupsItems } from "./month-report.js";

const NOTES = [
  "按记账日期；冲回、终止和收据红冲收回的以负数列出。合计等于这段时间应收上的减免分录。",
  "缴费优惠由收款人在收银台或应收批次给出，依据是优惠方案，没有逐笔审批。",
  "由承担方承担的部分已成为承担方的应收，不是公司的损失。",
];

/**
 * Everything that took off charges in some days (减免表, BIL-42): waivers by their entries, vacancies and discounts by
 * their lines, each with its reason and persons.
 */
function reductions({ projectId, from, to, buildingId, feeItemId, reason }: ReportRequest, param: Param): string {
  const project = `${param(projectId)}::uuid`;
  const days = `BETWEEN ${param(from)}::date AND ${param(to)}::date`;
  return `SELECT x.*, c.period, c.payer_id AS "customerId", k.name AS "customerName", r.id AS "roomId", r.code AS "roomCode",
                 i.id AS "feeItemId", i.name AS "feeItemName", b.id AS "buildingId", b.name AS "buildingName"
            FROM (SELECT e.id, w.reason_code AS reason, w.waiver_no AS no, w.requested_by_name AS "requestedByName",
                         a.decided_by_name AS "decidedByName", e.charge_id, (-e.amount_fen)::bigint AS fen, e.booked_on AS "bookedOn",
                         w.bearer_id IS NOT NULL AS borne
                    FROM charge_entry e
                    CROSS JOIN LATERAL (SELECT DISTINCT x.waiver_id FROM waiver_line x
                                         WHERE x.project_id = e.project_id AND x.charge_id = e.charge_id) l
                    JOIN waiver w ON w.project_id = e.project_id AND w.id = l.waiver_id
                    JOIN approval a ON a.project_id = w.project_id AND a.id = w.approval_id
                   WHERE e.project_id = ${project} AND e.kind = 'WAIVER' AND e.booked_on ${days}
                     AND (e.reason LIKE '减免 ' || w.waiver_no || '：%' OR e.reason LIKE '冲回减免 ' || w.waiver_no || '：%')
                  UNION ALL
                  SELECT l.id, 'VACANCY', v.vacancy_no, v.requested_by_name, a.decided_by_name, l.charge_id, l.amount_fen, l.booked_on,
                         v.bearer_id IS NOT NULL
                    FROM vacancy_line l
                    JOIN vacancy v ON v.project_id = l.project_id AND v.id = l.vacancy_id
                    LEFT JOIN approval a ON a.project_id = v.project_id AND a.id = v.approval_id
                   WHERE l.project_id = ${project} AND l.booked_on ${days}
                  UNION ALL
                  SELECT l.id, 'DISCOUNT', coalesce(t.receipt_no, s.name), coalesce(t.cashier_name, '应收批次'), NULL, l.charge_id, l.amount_fen, l.booked_on,
                         s.bearer_id IS NOT NULL
                    FROM discount_line l
                    JOIN discount_scheme s ON s.project_id = l.project_id AND s.id = l.scheme_id
                    LEFT JOIN receipt t ON t.project_id = l.project_id AND t.id = l.receipt_id
                   WHERE l.project_id = ${project} AND l.booked_on ${days}) x
            JOIN charge c ON c.project_id = ${project} AND c.id = x.charge_id
            JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
            JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id ${PLACES}
            JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
            JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
           WHERE true${when("u.building_id", buildingId, param)}${when("c.fee_item_id", feeItemId, param)}
                 ${reason ? `AND x.reason = ${param(reason)}` : ""}`;
}

/** 减免明细表: what was taken off each charge, why, who asked and who approved. */
export const reductionsReport: ReportSource = {
  purpose: "一段时间每一笔减免：原因、单号、房间、金额、申请人和审批人。",
  parameters: ["days", "buildingId", "feeItemId", "reason"],
  notes: NOTES,
  columns: () => [
    date("bookedOn", "记账日期"),
    state("reason", "原因", reductionReasonLabels),
    text("no", "减免单、收据或方案"),
    roomColumn,
    customerColumn(),
    text("feeItemName", "收费项目"),
    text("period", "费用月份", { link: "CHARGE", linkId: "chargeId" }),
    money("fen", "减免"),
    money("borneFen", "其中他人承担"),
    text("requestedByName", "申请人"),
    text("decidedByName", "审批人"),
  ],
  order: `"bookedOn", ${BY_ROOM}, period, id`,
  rows: (request, param) =>
    `SELECT g.*, g.charge_id AS "chargeId", CASE WHEN g.borne THEN g.fen ELSE 0 END AS "borneFen" FROM (${reductions(request, param)}) g`,
};

/** 减免汇总表: reductions by reason, month and item or building; the persons stand in the lines a cell leads to. */
export const reductionTotalsReport: ReportSource = {
  purpose: "一段时间的减免按原因、项目或楼栋和记账月份汇总。",
  parameters: ["days", "by", "buildingId", "feeItemId", "reason"],
  notes: NOTES,
  columns: ({ by }) => [
    state("reason", "原因", reductionReasonLabels),
    text("bookedPeriod", "记账月份"),
    ...groupColumns(by),
    count("lines", "笔数"),
    money("fen", "减免", { drill: "REDUCTIONS", drillBy: { reason: "reason", from: "firstOn", to: "lastOn" } }),
    money("borneFen", "其中他人承担"),
  ],
  order: `reason, "bookedPeriod", id`,
  rows: (request, param) => {
    const items = groupsItems(request.by) ? [`g."feeItemId"`, `g."feeItemName"`] : [];
    const buildings = groupsBuildings(request.by) ? [`g."buildingId"`, `g."buildingName"`] : [];
    const keys = [`g.reason`, ...items, ...buildings];
    const month = `to_char(g."bookedOn", 'YYYY-MM')`;
    return `SELECT md5(concat_ws('|', ${[...keys, month].join(", ")})) AS id, ${keys.join(", ")}, ${month} AS "bookedPeriod",
                   min(g."bookedOn")::text AS "firstOn", max(g."bookedOn")::text AS "lastOn", count(*)::int AS lines, sum(g.fen)::bigint AS fen, coalesce(sum(g.fen) FILTER (WHERE g.borne), 0)::bigint AS "borneFen"
              FROM (${reductions(request, param)}) g GROUP BY ${keys.join(", ")}, ${month}`;
  },
};
