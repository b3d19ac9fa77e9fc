import type { ReportGrouping } from "@linli/contracts";
import { dayBefore, firstDay, lastDay, monthsOf } from "../../../common/calendar.js";
import { type BalanceRow, balancesOf } from "../../periods/month-figures.js";
import { money, type ReportColumn, type ReportRequest, type ReportSource, text } from "../report-source.js";

type Sums = Pick<
  BalanceRow,
  "openingFen" | "chargedFen" | "adjustedFen" | "waivedFen" | "receivedCurrentFen" | "receivedArrearsFen" | "closingFen"
>;

/** 应收收款月报: months from their snapshots, open ones from the rows (BIL-91, BIL-112). */
export const monthReport: ReportSource = {
  purpose: "一个月或几个月各收费项目、各楼栋的期初、应收、减免、收款和期末。",
  parameters: ["periods", "buildingId", "feeItemId", "by"],
  notes: [
    "期初 + 应收 + 调整与红冲 − 减免 − 收当期 − 收往期 = 期末；核对为两边之差，应为零。调整含坏账核销，收款含预收冲抵。",
    "已月结的月份取自月结快照，未月结的月份按现有账目计算；几个月合计时期初为第一个月的，期末为最后一个月的。",
  ],
  columns: ({ by }) => [...groupColumns(by), ...AMOUNTS],
  order: `"feeItemName", "buildingName"`,
  async rows(request, param, db) {
    const { projectId, today, fromPeriod, toPeriod } = request;
    const months = [];
    for (const period of monthsOf(fromPeriod, toPeriod)) months.push((await balancesOf(db, projectId, period)).rows);
    const last = lastDay(toPeriod);
    const closedOn = last > today ? null : last;
    return `SELECT concat_ws(' ', 'month', s."feeItemId", s."buildingId") AS id, s."feeItemId", s."buildingId", i.name AS "feeItemName", b.name AS "buildingName",
                   ${param(dayBefore(firstDay(fromPeriod)))}::text AS "openingDay", ${param(closedOn)}::text AS "closingDay",
                   s."openingFen" + s."chargedFen" + s."adjustedFen" - s."waivedFen" - s."receivedCurrentFen" - s."receivedArrearsFen" - s."closingFen" AS "checkFen",
                   s."openingFen", s."chargedFen", s."adjustedFen", s."waivedFen", s."receivedCurrentFen", s."receivedArrearsFen", s."closingFen"
              FROM jsonb_to_recordset(${param(JSON.stringify(summed(months, request)))}::jsonb) AS s("feeItemId" uuid, "buildingId" uuid,
                   "openingFen" bigint, "chargedFen" bigint, "adjustedFen" bigint, "waivedFen" bigint, "receivedCurrentFen" bigint,
                   "receivedArrearsFen" bigint, "closingFen" bigint)
              LEFT JOIN fee_item i ON i.project_id = ${param(projectId)}::uuid AND i.id = s."feeItemId"
              LEFT JOIN building b ON b.project_id = ${param(projectId)}::uuid AND b.id = s."buildingId"`;
  },
};

const AMOUNTS: ReportColumn[] = [
  money("openingFen", "期初欠费", { drill: "ARREARS", drillBy: { asOf: "openingDay" } }),
  money("chargedFen", "应收", { drill: "RECEIVABLES" }),
  money("adjustedFen", "调整与红冲", { drill: "ADJUSTMENTS" }),
  money("waivedFen", "减免"),
  money("receivedCurrentFen", "收当期"),
  money("receivedArrearsFen", "收往期"),
  money("closingFen", "期末欠费", { drill: "ARREARS", drillBy: { asOf: "closingDay" } }),
  money("checkFen", "核对"),
];

/** Whether rows are put together by fee item, by building. */
export const groupsItems = (by: ReportGrouping): boolean => by === "ITEM" || by === "BOTH";
export const groupsBuildings = (by: ReportGrouping): boolean => by === "BUILDING" || by === "BOTH";

/** The columns that name a group. */
export const groupColumns = (by: ReportGrouping): ReportColumn[] => [
  ...(groupsItems(by) ? [text("feeItemName", "收费项目")] : []),
  ...(groupsBuildings(by) ? [text("buildingName", "楼栋")] : []),
];

const ADDED = ["chargedFen", "adjustedFen", "waivedFen", "receivedCurrentFen", "receivedArrearsFen"] as const;

/** Months one after another: opening of the first, closing of the last, everything else added up. */
function summed(months: readonly BalanceRow[][], { by, buildingId, feeItemId }: ReportRequest): object[] {
  const groups = new Map<string, Sums & { feeItemId: string | null; buildingId: string | null }>();
  months.forEach((rows, index) => {
    for (const row of rows) {
      if ((buildingId && row.buildingId !== buildingId) || (feeItemId && row.feeItemId !== feeItemId)) continue;
      const item = groupsItems(by) ? row.feeItemId : null;
      const building = groupsBuildings(by) ? row.buildingId : null;
      const key = `${item} ${building}`;
      const group = groups.get(key) ?? { feeItemId: item, buildingId: building, ...NOTHING };
      for (const field of ADDED) group[field] += row[field];
      if (index === 0) group.openingFen += row.openingFen;
      if (index === months.length - 1) group.closingFen += row.closingFen;
      groups.set(key, group);
    }
  });
  return [...groups.values()];
}

const NOTHING: Sums = {
  openingFen: 0,
  chargedFen: 0,
  adjustedFen: 0,
  waivedFen: 0,
  receivedCurrentFen: 0,
  receivedArrearsFen: 0,
  closingFen: 0,
};
