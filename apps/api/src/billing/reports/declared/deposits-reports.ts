import { ageBounds, depositTurnover, movedDeposits } from "../../deposits/deposit-turnover.sql.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import {
  BY_ROOM,
  customerColumn,
  date,
  inBuilding,
  money,
  type Param,
  type ReportRequest,
  type ReportSource,
  roomColumn,
  text,
  when,
} from "../report-source.js";

const AMOUNTS = [
  money("openingFen", "期初"),
  money("inFen", "收取"),
  money("deductedFen", "扣除"),
  money("movedFen", "转预收"),
  money("refundedFen", "退还"),
  money("closingFen", "期末"),
];

const spanOf = ({ projectId, from, to }: ReportRequest, param: Param) => ({
  project: `${param(projectId)}::uuid`,
  from: param(from),
  to: param(to),
});

/** 押金收退表: deposits by type, with the age of what is held (BIL-84). */
export const depositsReport: ReportSource = {
  purpose: "一段时间各类押金的期初、收取、扣除、转预收、退还和期末，期末按收取的年限分段。",
  parameters: ["days", "buildingId", "feeItemId"],
  notes: ["期初 + 收取 − 扣除 − 转预收 − 退还 = 期末；账龄从第一次收取起算到截止日。"],
  columns: () => [
    text("feeItemName", "押金项目"),
    ...AMOUNTS.map((column) => ({ ...column, drill: "DEPOSIT_LIST" as const })),
    money("upToOneYearFen", "1 年以内"),
    money("upToTwoYearsFen", "1–2 年"),
    money("upToThreeYearsFen", "2–3 年"),
    money("longerFen", "3 年以上"),
  ],
  order: `"feeItemName", id`,
  rows: (request, param) => {
    const { to, buildingId, feeItemId } = request;
    const [one, two, three] = ageBounds(to);
    const turnover = depositTurnover({
      ...spanOf(request, param),
      ages: [param(one), param(two), param(three)],
      building: buildingId === null ? null : `${param(buildingId)}::uuid`,
    });
    return `SELECT t.*, t."feeItemId"::text AS id FROM (${turnover}) t WHERE true${when(`t."feeItemId"`, feeItemId, param)}`;
  },
};

/** 押金明细表: the deposits that the sums by type are made of. */
export const depositListReport: ReportSource = {
  purpose: "一段时间每一笔押金的期初、收取、扣除、转预收、退还和期末，从哪天起在押。",
  parameters: ["days", "buildingId", "feeItemId"],
  notes: ["期初 + 收取 − 扣除 − 转预收 − 退还 = 期末；期初、本期和期末都为零的不列。"],
  columns: () => [
    text("depositNo", "押金单号", { link: "DEPOSIT", linkId: "id" }),
    roomColumn,
    customerColumn("交纳人"),
    text("feeItemName", "押金项目"),
    ...AMOUNTS,
    date("since", "收取日期"),
  ],
  order: `${BY_ROOM}, "depositNo"`,
  rows: (request, param) => {
    const project = `${param(request.projectId)}::uuid`;
    return `${movedDeposits(spanOf(request, param))}
            SELECT d.id::text AS id, d.deposit_no AS "depositNo", r.id AS "roomId", r.code AS "roomCode", k.id AS "customerId", k.name AS "customerName",
                   i.name AS "feeItemName", per.opening::bigint AS "openingFen", per.came::bigint AS "inFen", per.deducted::bigint AS "deductedFen",
                   per.moved::bigint AS "movedFen", per.refunded::bigint AS "refundedFen", per.closing::bigint AS "closingFen", per.since
              FROM per
              JOIN deposit d ON d.project_id = ${project} AND d.id = per.id
              JOIN charge c ON c.project_id = ${project} AND c.id = d.charge_id
              JOIN fee_item i ON i.project_id = ${project} AND i.id = c.fee_item_id
              JOIN room r ON r.project_id = ${project} AND r.id = d.room_id
              ${joinSurvivor("k", project, "d.payer_id")}
             WHERE (per.opening <> 0 OR per.closing <> 0 OR per.in_span)${when("c.fee_item_id", request.feeItemId, param)}
                   ${inBuilding("d.room_id", request, param)}`;
  },
};
