import type { TableRow } from "../../workbook/read-table.js";
import type { Draft } from "../draft.js";
import { addIssue, type FeeRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { formulaLabels, NO_END } from "./codes.js";
import { FEE_FIELDS, type FeeKey } from "./fields.js";

const recurringLabels = { RECURRING: "周期性费用", ONE_OFF: "一次性费用" } as const;
const prepaidLabels = { PREPAID: "预付费", POSTPAID: "后付费" } as const;
const postingLabels = { YEAR: "每年1月1日", MONTH: "每月1日", DAY: "每日", LIVE: "实时" } as const;

/** 费用设置: a fee item with its formula. 1001: area × 计费单价 + 固定费用 as surcharge; 2002: 固定费用 alone. */
export function readFee(row: TableRow<FeeKey>, draft: Draft): void {
  const reader = new RowReader(row, FEE_FIELDS, { number: "key", cycle: "cycleMonths", fixed: "surchargeFen" });
  const key = reader.need("number", reader.code("number"));
  const name = reader.need("name", reader.text("name", 50));
  const category = reader.text("category", 50);
  const recurring = reader.choice("recurring", recurringLabels);
  const prepaid = reader.choice("prepaid", prepaidLabels, { 预付: "PREPAID", 后付: "POSTPAID" });
  const cycleMonths = reader.integer("cycle", { min: 1, max: 120 });
  const posting = reader.choice("posting", postingLabels);
  const [from, to] = [reader.date("from"), reader.date("to")];
  const formulaCode = reader.need("formula", reader.choice("formula", formulaLabels));
  const price = reader.decimal("price");
  const fixed = reader.fen("fixed");
  if (key === null || name === null || formulaCode === null) {
    draft.refused.push(reader.source());
    return;
  }
  const isArea = formulaCode === "1001";
  const fee: FeeRecord = {
    ...reader.source(),
    key,
    name,
    category,
    from,
    to: to === NO_END ? null : to,
    recurring: recurring !== "ONE_OFF",
    prepaid: prepaid !== "POSTPAID",
    cycleMonths: cycleMonths ?? 1,
    posting: posting === null ? null : postingLabels[posting],
    formula: isArea ? "AREA_PRICE_PLUS" : "FIXED",
    price: isArea ? price : null,
    surchargeFen: isArea ? (fixed ?? 0) : 0,
    fixedFen: isArea ? null : fixed,
  };
  checkFee(fee, reader, draft);
  draft.fees.add(fee);
}

function checkFee(fee: FeeRecord, reader: RowReader<FeeKey>, draft: Draft): void {
  const twin = draft.fees.get(fee.key);
  if (twin) addIssue(fee, "REFUSE", "key", "DUPLICATE", `费用编号 ${fee.key} 与第 ${twin.rowNo} 行重复`);
  const namesake = draft.fees.list.find(({ name }) => name === fee.name);
  if (namesake)
    addIssue(
      fee,
      "REFUSE",
      "name",
      "DUPLICATE",
      `收费项目“${fee.name}”与第 ${namesake.rowNo} 行重复，费用名称不能重复`,
    );
  if (fee.formula === "AREA_PRICE_PLUS" && (fee.price === null || Number(fee.price) === 0)) reader.need("price", null);
  if (fee.formula === "FIXED" && !fee.fixedFen) reader.need("fixed", null);
  if (fee.from && fee.to && fee.from > fee.to) {
    addIssue(fee, "REFUSE", "to", "DATES_REVERSED", `计费结束时间 ${fee.to} 早于计费起始时间 ${fee.from}`);
  }
}
