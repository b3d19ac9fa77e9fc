import type { ReportGrouping } from "@linli/contracts";
import { monthsOf } from "../../../common/calendar.js";
import type { DataSource } from "typeorm";
import { type BalanceRow, balancesOf, figuresOf } from "../../periods/month-figures.js";
import { type LateTaking, lateTakings, postedBalances } from "../../periods/posted-takings.js";
import { rateFormulas } from "../../periods/rate-formulas.js";
import { NO_ROOMS, type RoomCount, roomCountsByBoth, roomCountsOf } from "../../periods/room-counts.js";
import { percentOf } from "../../pricing/collection-rates.js";
import {
  count,
  money,
  percent,
  type ReportColumn,
  type ReportRequest,
  type ReportSource,
  text,
} from "../report-source.js";
import { groupColumns, groupsBuildings, groupsItems } from "./month-report.js";

/**
 * 收缴率表 (BIL-110): the rates of one month or several, each month by itself, by the day of payment or of entry. Closed
 * months come from their snapshot, which counts by the day of payment; by the day of entry the rows that were entered
 * late are moved from there. Households are counted from the rows, which no longer change once a month is closed.
 */
export const ratesReport: ReportSource = {
  purpose: "各月各收费项目、各楼栋的应收、减免、已收，和当期收缴率、往期清欠率、综合收缴率。",
  parameters: ["periods", "basis", "buildingId", "feeItemId", "by"],
  notes: ({ basis }) => [
    ...rateFormulas(basis),
    "几个月各列一行，期初、期末和往期、综合两率不跨月合计；一户有几个项目或几个月的应收时户数会重复，只有一个月按楼栋或不分组时才合计。",
  ],
  columns: (request) => {
    const isOneMonth = request.fromPeriod === request.toPeriod;
    const household =
      isOneMonth && (request.by === "BUILDING" || request.by === "ALL") ? {} : { notAdded: true as const };
    const once = isOneMonth ? {} : { notAdded: true as const };
    return [
      text("period", "月份"),
      ...groupColumns(request.by),
      money("receivableFen", "本月应收", { drill: "RECEIVABLES" }),
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
      { ...count("rooms", "应收户数"), ...household },
      { ...count("roomsPaid", "缴清户数"), ...household },
      percent("roomRate", "户数收缴率（%）", ratioOf(["roomsPaid"], ["rooms"], [])),
    ];
  },
  order: `period, "feeItemName", "buildingName", id`,
  async rows(request, param, db) {
    const rows: object[] = [];
    const { projectId, fromPeriod, toPeriod, basis } = request;
    const late = basis === "PAID" ? [] : await lateTakings(db, projectId, { from: fromPeriod, upTo: toPeriod });
    const countsOf = await roomsBy(db, request);
    for (const period of monthsOf(fromPeriod, toPeriod)) {
      const balances = await balancesBy(db, request, period, late);
      for (const group of grouped(balances, countsOf(period), request)) rows.push({ period, ...group });
    }
    return `SELECT concat_ws(' ', s.period, s."feeItemId", s."buildingId") AS id, s.*, i.name AS "feeItemName", b.name AS "buildingName"
              FROM jsonb_to_recordset(${param(JSON.stringify(rows))}::jsonb) AS s(period text, "feeItemId" uuid, "buildingId" uuid,
                   "receivableFen" bigint, "waivedFen" bigint, "collectedFen" bigint, "openingFen" bigint, "waivedArrearsFen" bigint,
                   "collectedArrearsFen" bigint, "closingFen" bigint, rooms int, "roomsPaid" int)
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

/** The balances of a month by the day asked for. Closed months keep theirs by the day of payment. */
async function balancesBy(
  db: DataSource,
  { projectId, basis }: ReportRequest,
  period: string,
  late: readonly LateTaking[],
): Promise<BalanceRow[]> {
  const { rows } = await balancesOf(db, projectId, period);
  return basis === "PAID" ? rows : postedBalances(rows, late, period);
}

/** Households of each month by item, building or both, under the key of the group. */
async function roomsBy(
  db: DataSource,
  request: ReportRequest,
): Promise<(period: string) => Readonly<Record<string, RoomCount>>> {
  const months = { from: request.fromPeriod, to: request.toPeriod };
  if (request.by === "BOTH") return roomCountsByBoth(db, request.projectId, months, request);
  const countsOf = await roomCountsOf(db, request.projectId, months, request);
  const keyOf = (id: string) => (request.by === "ITEM" ? `${id} null` : `null ${id}`);
  return (period) => {
    const { project, byItem, byBuilding } = countsOf(period);
    if (request.by === "ALL") return { "null null": project };
    const counts = Object.entries(request.by === "ITEM" ? byItem : byBuilding);
    return Object.fromEntries(counts.map(([id, count]) => [keyOf(id), count]));
  };
}

/** The figures of a month, by item, building or both. */
function grouped(
  rows: readonly BalanceRow[],
  counts: Readonly<Record<string, RoomCount>>,
  { by, buildingId, feeItemId }: ReportRequest,
): object[] {
  const groups = new Map<string, { feeItemId: string | null; buildingId: string | null; own: BalanceRow[] }>();
  for (const row of rows) {
    if ((buildingId && row.buildingId !== buildingId) || (feeItemId && row.feeItemId !== feeItemId)) continue;
    const names = namesOf(row, by);
    const key = `${names.feeItemId} ${names.buildingId}`;
    const group = groups.get(key) ?? { ...names, own: [] };
    group.own.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, { own, ...names }]) => ({ ...names, ...figuresOf(own, counts[key] ?? NO_ROOMS) }));
}

const namesOf = (row: BalanceRow, by: ReportGrouping) => ({
  feeItemId: groupsItems(by) ? row.feeItemId : null,
  buildingId: groupsBuildings(by) ? row.buildingId : null,
});
