import { isDemand } from "../../dunning/dunning.sql.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { BY_ROOM, count, customerColumn, date, money, type ReportSource, roomColumn, text } from "../report-source.js";
import { AGES, agesOf, openCharges } from "./open-charges.js";
import { groupColumns, groupsBuildings, groupsItems } from "./month-report.js";

const NOTES = [
  "截止日当天终了时的欠费：截止日所在月及以前记账的应收，减去截止日以前（含）的收款、冲抵、减免和红冲。",
  "账龄按应缴日次日起算的逾期天数；1 年以上按诉讼时效分 1–2 年、2–3 年和 3 年以上。",
];
const ages = AGES.map(({ key, title }) => money(key, title));
const sumsOfAges = AGES.map(({ key }) => `sum(o."${key}")::bigint AS "${key}"`).join(", ");

/** 欠费账龄表 (BIL-111). */
export const ageingReport: ReportSource = {
  purpose: "任何一天的欠费按账龄分段，按收费项目或楼栋汇总。",
  parameters: ["asOf", "buildingId", "feeItemId", "by"],
  notes: NOTES,
  columns: ({ by }) => [
    ...groupColumns(by),
    { ...count("rooms", "户数"), notAdded: true },
    money("openFen", "欠费", { drill: "ARREARS" }),
    ...ages,
  ],
  order: `"feeItemName", "buildingName"`,
  rows: (request, param) => {
    const [item, building] = [groupsItems(request.by), groupsBuildings(request.by)];
    const open = openCharges(request, param, { places: building });
    const keys = `${item ? "o.fee_item_id" : "NULL::uuid"} AS item, ${building ? "o.building_id" : "NULL::uuid"} AS building`;
    // First by room, so that rooms are counted without sorting every charge.
    return `SELECT concat_ws(' ', 'ages', g.item, g.building) AS id, g.item AS "feeItemId", g.building AS "buildingId",
                   i.name AS "feeItemName", b.name AS "buildingName", g.*
              FROM (SELECT o.item, o.building, count(*)::int AS rooms, sum(o."openFen")::bigint AS "openFen", ${sumsOfAges}
                      FROM (SELECT ${keys}, o.room_id, sum(o.open_fen) AS "openFen", ${agesOf(param(request.asOf))}
                              FROM (${open}) o GROUP BY 1, 2, 3) o
                     GROUP BY 1, 2) g
              LEFT JOIN fee_item i ON i.project_id = ${param(request.projectId)}::uuid AND i.id = g.item
              LEFT JOIN building b ON b.project_id = ${param(request.projectId)}::uuid AND b.id = g.building`;
  },
};

/** 欠费明细表: who owes what for which room and item, and since when. */
export const arrearsReport: ReportSource = {
  purpose: "任何一天谁的哪间房欠哪个项目，欠了几个月、多少本金和违约金，账龄多长。",
  parameters: ["asOf", "buildingId", "feeItemId"],
  notes: NOTES,
  columns: () => [
    roomColumn,
    customerColumn(),
    text("phone", "电话", { masked: true }),
    text("feeItemName", "收费项目"),
    date("serviceFrom", "费用起"),
    date("serviceTo", "费用止"),
    count("months", "欠费月数"),
    money("principalFen", "本金"),
    money("lateFeeFen", "违约金"),
    money("openFen", "欠费合计"),
    date("askedOn", "最近催缴"),
    ...ages,
  ],
  order: `${BY_ROOM}, "feeItemName", id`,
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    return `SELECT g.room_id || ' ' || g.payer_id || ' ' || g.fee_item_id AS id, g.room_id AS "roomId", g.room_code AS "roomCode",
                   g.payer_id AS "customerId", p.name AS "customerName",
                   coalesce(p.mobile, p.home_phone) AS phone, i.name AS "feeItemName", d.asked_on AS "askedOn", g.*
              FROM (SELECT o.room_id, o.room_code, s.id AS payer_id, o.fee_item_id, min(o.service_from) AS "serviceFrom",
                           max(o.service_to) AS "serviceTo", count(DISTINCT o.period)::int AS months,
                           coalesce(sum(o.open_fen) FILTER (WHERE o.principal_id IS NULL), 0)::bigint AS "principalFen",
                           coalesce(sum(o.open_fen) FILTER (WHERE o.principal_id IS NOT NULL), 0)::bigint AS "lateFeeFen",
                           sum(o.open_fen)::bigint AS "openFen", ${agesOf(param(request.asOf))}
                      FROM (${openCharges(request, param)}) o ${joinSurvivor("s", "o.project_id", "o.payer_id")}
                     GROUP BY o.room_id, o.room_code, s.id, o.fee_item_id) g
              JOIN customer p ON p.project_id = ${project} AND p.id = g.payer_id
              JOIN fee_item i ON i.project_id = ${project} AND i.id = g.fee_item_id
              LEFT JOIN (SELECT x.room_id, ds.id AS payer_id, max(t.on_day) AS asked_on
                           FROM dunning_step t
                           JOIN dunning_case x ON x.project_id = t.project_id AND x.id = t.case_id
                           ${joinSurvivor("ds", "x.project_id", "x.payer_id")}
                          WHERE t.project_id = ${project} AND t.on_day <= ${param(request.asOf)}::date AND t.voided_on IS NULL AND ${isDemand("t")}
                          GROUP BY 1, 2) d ON d.room_id = g.room_id AND d.payer_id = g.payer_id`;
  },
};
