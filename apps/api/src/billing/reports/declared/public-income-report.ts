import { publicEntries } from "../../public-income/public-sources.sql.js";
import { itemTakings } from "../../receipts/item-takings.sql.js";
import { money, type ReportSource, text } from "../report-source.js";

/**
 * 公共收益收支表 (BIL-112, LAW-21): source, income, cost, use, balance. Not by building: costs and uses are entered for all
 * owners of the project, and a balance of part of them would be none.
 */
export const publicIncomeReport: ReportSource = {
  purpose: "一段时间公共收益各来源的期初结余、收入、合理成本、使用和期末结余，供向业主公示。",
  parameters: ["days", "feeItemId"],
  notes: [
    "收入：收入类别为公共收益的收费项目实际收到和预收冲抵的钱，按收款日，红冲冲减。",
    "成本与使用：登记的日期落在这段时间的金额，红字冲减。期末 = 期初 + 收入 − 成本 − 使用。",
    "公共收益扣除合理成本后归全体业主共有，单独列账（民法典第二百八十二条）。",
  ],
  columns: () => [
    text("feeItemName", "来源"),
    money("openingFen", "期初结余"),
    money("incomeFen", "收入", { drill: "RECEIPTS", drillBy: { part: "part" } }),
    money("costFen", "合理成本"),
    money("usedFen", "使用"),
    money("balanceFen", "期末结余"),
    text("uses", "用途"),
  ],
  order: `"feeItemName"`,
  rows: ({ projectId, from, to, feeItemId }, param) => {
    const [project, first, last] = [`${param(projectId)}::uuid`, `${param(from)}::date`, `${param(to)}::date`];
    const [before, within] = [`e.booked_on < ${first}`, `e.booked_on BETWEEN ${first} AND ${last}`];
    // An opening balance counts from its day on, as if it had always been there.
    const opening = `${publicEntries("OPENING", `e.booked_on <= ${last}`)} + ${itemTakings(before)}
      - ${publicEntries("COST", before)} - ${publicEntries("USE", before)}`;
    const only = feeItemId === null ? "" : ` AND i.id = ${param(feeItemId)}::uuid`;
    return `SELECT x.*, x."openingFen" + x."incomeFen" - x."costFen" - x."usedFen" AS "balanceFen"
              FROM (SELECT i.id::text AS id, i.id AS "feeItemId", 'SETTLED' AS part, i.name AS "feeItemName", (${opening})::bigint AS "openingFen",
                           ${itemTakings(within)} AS "incomeFen", ${publicEntries("COST", within)} AS "costFen",
                           ${publicEntries("USE", within)} AS "usedFen",
                           (SELECT string_agg(DISTINCT e.purpose, '；') FROM public_income_entry e
                             WHERE e.project_id = i.project_id AND e.fee_item_id = i.id AND e.kind = 'USE'
                               AND e.reversal_of IS NULL AND ${within}
                               AND NOT EXISTS (SELECT 1 FROM public_income_entry red WHERE red.project_id = e.project_id
                                                  AND red.reversal_of = e.id AND red.booked_on <= ${last})) AS uses
                      FROM fee_item i
                     WHERE i.project_id = ${project} AND i.income_class = 'PUBLIC' AND i.kind <> 'DEPOSIT'${only}) x`;
  },
};
