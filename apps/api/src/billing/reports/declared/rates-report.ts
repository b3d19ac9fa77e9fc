import type { ReportGrouping } from "@linli/contracts";
import { monthsOf } from "../../../common/calendar.js";
import { type BalanceRow, balancesOf, figuresOf } from "../../periods/month-figures.js";
import { percentOf } from "../../pricing/collection-rates.js";
import { money, percent, type ReportColumn, type ReportRequest, type ReportSource, text } from "../report-source.js";
import { groupColumns } from "./month-report.js";

/** 收缴率表 (BIL-110): the three rates of one month or several, each month by itself. */
export const ratesReport: ReportSource = {
  purpose: "各月各收费项目、各楼栋的应收、减免、已收，和当期收缴率、往期清欠率、综合收缴率。",
  parameters: ["periods", "buildingId", "feeItemId", "by"],
  notes: [
    "当期收缴率 = 当期已收 ÷（本月应收 − 减免）；往期清欠率 = 收回往期 ÷（期初欠费 − 往期减免）；综合收缴率 = 两项已收 ÷ 两项应收。",
    "按记账日期统计：应收按记账月份，收款按收据日期；提前收取的（含预收冲抵）计入应收所属的月份，红冲冲减当月收款。",
    "已月结的月份取自月结快照。几个月各列一行，期初、期末和往期、综合两率不跨月合计。",
  ],
  columns: (request) => {
    const once = request.fromPeriod === request.toPeriod ? {} : { notAdded: true as const };
    return [
      text("period", "月份"),
      ...groupColumns(request.by),
      money("receivableFen", "本月应收"),
      money("waivedFen", "减免"),
      money("collectedFen", "当期已收"),
      percent("currentRate", "当期收缴率（%）", ratioOf(["collectedFen"], ["receivableFen"], ["waivedFen"])),
      money("openingFen", "期初欠费", once),
      money("waivedArrearsFen", "往期减免"),
      money("collectedArrearsFen", "收回往期"),
      percent("arrearsRate", "往期清欠率（%）", ratioOf(["collectedArrearsFen"], ["openingFen"], ["waivedArrearsFen"])),
      percent(
        "combinedRate",
        "综合收缴率（%）",
        ratioOf(
          ["collectedFen", "collectedArrearsFen"],
          ["receivableFen", "openingFen"],
          ["waivedFen", "waivedArrearsFen"],
        ),
      ),
      money("closingFen", "期末欠费", once),
    ];
  },
  order: `period, "feeItemName", "buildingName", id`,
  async rows(request, param, db) {
    const rows: object[] = [];
    for (const period of monthsOf(request.fromPeriod, request.toPeriod))
      for (const group of grouped((await balancesOf(db, request.projectId, period)).rows, request))
        rows.push({ period, ...group });
    return `SELECT concat_ws(' ', s.period, s."feeItemId", s."buildingId") AS id, s.*, i.name AS "feeItemName", b.name AS "buildingName"
              FROM jsonb_to_recordset(${param(JSON.stringify(rows))}::jsonb) AS s(period text, "feeItemId" uuid, "buildingId" uuid,
                   "receivableFen" bigint, "waivedFen" bigint, "collectedFen" bigint, "openingFen" bigint, "waivedArrearsFen" bigint,
                   "collectedArrearsFen" bigint, "closingFen" bigint)
              LEFT JOIN fee_item i ON i.project_id = ${param(request.projectId)}::uuid AND i.id = s."feeItemId"
              LEFT JOIN building b ON b.project_id = ${param(request.projectId)}::uuid AND b.id = s."buildingId"`;
  },
};

/** parts ÷ (wholes − less) as a percentage; null where one of them is not added up. */
const ratioOf =
  (parts: string[], wholes: string[], less: string[]): ReportColumn["share"] =>
  (amounts) => {
    if ([...parts, ...wholes, ...less].some((key) => typeof amounts[key] !== "number")) return null;
    const sum = (keys: string[]) => keys.reduce((total, key) => total + Number(amounts[key]), 0);
    return percentOf(sum(parts), sum(wholes) - sum(less));
  };

const NO_ROOMS = { rooms: 0, roomsPaid: 0 };

/** The figures of a month, by item, building or both. */
function grouped(rows: readonly BalanceRow[], { by, buildingId, feeItemId }: ReportRequest): object[] {
  const groups = new Map<string, { feeItemId: string | null; buildingId: string | null; own: BalanceRow[] }>();
  for (const row of rows) {
    if ((buildingId && row.buildingId !== buildingId) || (feeItemId && row.feeItemId !== feeItemId)) continue;
    const names = namesOf(row, by);
    const key = `${names.feeItemId} ${names.buildingId}`;
    const group = groups.get(key) ?? { ...names, own: [] };
    group.own.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ own, ...names }) => ({ ...names, ...figuresOf(own, NO_ROOMS) }));
}

const namesOf = (row: BalanceRow, by: ReportGrouping) => ({
  feeItemId: by === "BUILDING" ? null : row.feeItemId,
  buildingId: by === "ITEM" ? null : row.buildingId,
});
