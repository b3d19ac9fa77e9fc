import { joinSurvivor } from "../../../customer/merged-customers.js";
import {
  BY_ROOM,
  count,
  customerColumn,
  date,
  money,
  number,
  type Param,
  PLACES,
  type ReportRequest,
  type ReportSource,
  roomColumn,
  text,
  when,
} from "../report-source.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";
import { groupColumns, groupsBuildings, groupsItems } from "./month-report.js";

const NOTES = [
  "应收 − 红冲 − 减免与调整 − 收款 − 预收冲抵 = 欠费；按记账月份取应收，收款等算到截止日（含）。",
  "违约金是以这一笔为本金、到截止日所在月已记账的违约金（已减红冲）；违约金自己也是一笔应收，另有一行，这一列不计入欠费，也不合计。",
];

/** The charges booked in the months asked for, with what became of each up to a day. */
function receivables(
  { projectId, fromPeriod, toPeriod, asOf, buildingId, feeItemId }: ReportRequest,
  param: Param,
): string {
  const project = `${param(projectId)}::uuid`;
  const [from, to] = [param(fromPeriod), param(toPeriod)];
  const scope =
    `c.project_id = ${project} AND c.booked_period BETWEEN ${from} AND ${to}` + when("c.fee_item_id", feeItemId, param);
  return `SELECT c.id::text AS id, i.id AS "feeItemId", i.name AS "itemName", u.building_id AS "buildingId", c.room_id AS "roomId", r.code AS "roomCode", s.id AS "customerId", s.name AS "customerName",
                 ${itemWithObject("c", "i.name")} AS "feeItemName", c.period, c.service_from AS "serviceFrom", c.service_to AS "serviceTo",
                 trim_scale(c.quantity)::text AS quantity, trim_scale(c.unit_price)::text AS "unitPrice", c.amount_fen AS "amountFen",
                 coalesce(e.reversed, 0)::bigint AS "reversedFen", coalesce(e.reduced, 0)::bigint AS "reducedFen",
                 coalesce(e.received, 0)::bigint AS "receivedFen", coalesce(e.offset_, 0)::bigint AS "offsetFen",
                 (c.amount_fen - coalesce(e.all_, 0))::bigint AS "openFen", c.due_on AS "dueOn",
                 coalesce(f.late_fee, 0)::bigint AS "lateFeeFen"
            FROM charge c
            LEFT JOIN (SELECT x.charge_id, -sum(x.amount_fen) AS all_,
                              -sum(x.amount_fen) FILTER (WHERE x.kind = 'REVERSAL') AS reversed,
                              -sum(x.amount_fen) FILTER (WHERE x.kind IN ('WAIVER', 'ADJUSTMENT')) AS reduced,
                              -sum(x.amount_fen) FILTER (WHERE x.kind = 'RECEIPT') AS received,
                              -sum(x.amount_fen) FILTER (WHERE x.kind = 'OFFSET') AS offset_
                         FROM charge_entry x JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
                        WHERE x.project_id = ${project} AND x.booked_on <= ${param(asOf)}::date AND ${scope}
                        GROUP BY x.charge_id) e ON e.charge_id = c.id
            LEFT JOIN (SELECT x.principal_id, sum(x.amount_fen - x.reversed_fen) AS late_fee FROM charge x
                        WHERE x.project_id = ${project} AND x.principal_id IS NOT NULL AND x.booked_period <= ${param(asOf.slice(0, 7))}
                          AND x.principal_id IN (SELECT c.id FROM charge c WHERE ${scope})
                        GROUP BY x.principal_id) f ON f.principal_id = c.id
            JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id ${PLACES}
            JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
            ${joinSurvivor("s", "c.project_id", "c.payer_id")}
           WHERE ${scope}${when("u.building_id", buildingId, param)}`;
}

/** 应收明细表: every charge booked in some months, and what became of it up to a day. */
export const receivablesReport: ReportSource = {
  purpose: "几个月里记账的每一笔应收，到截止日收了多少、冲抵、减免、红冲多少，还欠多少。",
  parameters: ["periods", "asOf", "buildingId", "feeItemId"],
  notes: NOTES,
  columns: () => [
    roomColumn,
    customerColumn(),
    text("feeItemName", "收费项目", { link: "CHARGE", linkId: "id" }),
    text("period", "费用月份"),
    date("serviceFrom", "费用起"),
    date("serviceTo", "费用止"),
    number("quantity", "数量"),
    number("unitPrice", "单价（元）"),
    money("amountFen", "应收"),
    money("reversedFen", "红冲"),
    money("reducedFen", "减免与调整"),
    money("receivedFen", "收款"),
    money("offsetFen", "预收冲抵"),
    money("openFen", "欠费"),
    money("lateFeeFen", "违约金", { notAdded: true }),
    date("dueOn", "应缴日"),
  ],
  order: `${BY_ROOM}, "feeItemName", "serviceFrom", id`,
  rows: receivables,
};

/** 应收汇总表: the same by item, building or both. */
export const receivableTotalsReport: ReportSource = {
  purpose: "几个月里记账的应收按收费项目或楼栋汇总，到截止日收了多少、冲抵、减免、红冲多少，还欠多少。",
  parameters: ["periods", "asOf", "buildingId", "feeItemId", "by"],
  notes: [...NOTES, "户数是有这项应收的户数，不合计：一户有几个收费项目的，每个项目都计这一户。笔数可以合计。"],
  columns: ({ by }) => [
    ...groupColumns(by),
    count("rooms", "户数", { notAdded: true }),
    count("lines", "笔数"),
    money("amountFen", "应收", { drill: "RECEIVABLES" }),
    money("reversedFen", "红冲"),
    money("reducedFen", "减免与调整"),
    money("receivedFen", "收款"),
    money("offsetFen", "预收冲抵"),
    money("openFen", "欠费", { drill: "RECEIVABLES" }),
    money("lateFeeFen", "违约金", { notAdded: true }),
  ],
  order: `"feeItemName", "buildingName"`,
  rows: (request, param) => {
    const item = groupsItems(request.by)
      ? `x."feeItemId", x."itemName" AS "feeItemName"`
      : `NULL::uuid AS "feeItemId", NULL AS "feeItemName"`;
    const building = groupsBuildings(request.by) ? `x."buildingId"` : `NULL::uuid AS "buildingId"`;
    const sums = ["amountFen", "reversedFen", "reducedFen", "receivedFen", "offsetFen", "openFen", "lateFeeFen"];
    return `SELECT concat_ws(' ', 'sums', g."feeItemId", g."buildingId") AS id, g.*, b.name AS "buildingName"
              FROM (SELECT ${item}, ${building}, count(DISTINCT x."roomId")::int AS rooms, count(*)::int AS lines,
                           ${sums.map((key) => `sum(x."${key}")::bigint AS "${key}"`).join(", ")}
                      FROM (${receivables(request, param)}) x GROUP BY 1, 2, 3) g
              LEFT JOIN building b ON b.project_id = ${param(request.projectId)}::uuid AND b.id = g."buildingId"`;
  },
};
