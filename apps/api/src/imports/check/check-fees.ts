import { Decimal } from "decimal.js";
import { addIssue, type BindingRecord, type FeeRecord, type ImportRecords } from "../profiles/records.js";
import type { KnownItem, KnownProject, KnownRate } from "./known-project.js";

/** Kinds of fee items that rates are made for. */
const RATED = ["REGULAR", "LEASE"];

/** Price and surcharge of a fee, yuan. */
export const pricesOf = (fee: FeeRecord): { unitPrice: string; surcharge: string } =>
  fee.formula === "FIXED"
    ? { unitPrice: new Decimal(fee.fixedFen ?? 0).div(100).toFixed(), surcharge: "0" }
    : { unitPrice: fee.price ?? "0", surcharge: new Decimal(fee.surchargeFen).div(100).toFixed() };
export const baseOf = (fee: FeeRecord): "AREA" | "FIXED" => (fee.formula === "FIXED" ? "FIXED" : "AREA");
/** The rate a fee of the file becomes; of the same name as its item. */
export const rateOf = (fee: FeeRecord, item: KnownItem | undefined): KnownRate | undefined =>
  item?.rates.find(({ name }) => name === fee.name);

/** Compares the fees of the file with the items of the project: an import never changes a price that is there. */
export function checkFees({ fees, bindings }: ImportRecords, known: KnownProject): void {
  for (const fee of fees) {
    fee.from ??= earliest(bindings.filter(({ feeKey }) => feeKey === fee.key)) ?? known.firstDay;
    if (fee.category !== null && fee.category !== "物业费")
      addIssue(fee, "NOTE", "category", "INCOME_CLASS", `费用类型“${fee.category}”按收入类别“物业费”导入，请核对`);
    const item = known.items.get(fee.name);
    if (!fee.recurring) {
      addIssue(fee, "NOTE", "recurring", "ONE_OFF", `${fee.name}是一次性费用：只建立收费项目，不建立收费标准和绑定`);
      continue;
    }
    if (item) compareItem(fee, item);
    if (!rateOf(fee, item)) noteTerms(fee);
  }
}

function compareItem(fee: FeeRecord, item: KnownItem): void {
  if (!item.active) addIssue(fee, "REFUSE", "name", "FEE_INACTIVE", `收费项目“${fee.name}”已停用，不能导入`);
  if (!RATED.includes(item.kind))
    addIssue(fee, "REFUSE", "name", "FEE_KIND", `系统中的收费项目“${fee.name}”不是常规收费，不能建立收费标准`);
  const { unitPrice, surcharge } = pricesOf(fee);
  if (item.collectedForOthers && Number(surcharge) > 0)
    addIssue(fee, "REFUSE", "surchargeFen", "FEE_SURCHARGE", `收费项目“${fee.name}”是代收代付，不能有附加费`);
  const rate = rateOf(fee, item);
  if (!rate) return;
  const from = fee.from ?? "";
  const version = rate.versions.findLast(({ startsOn }) => startsOn <= from);
  const same =
    version !== undefined &&
    rate.base === baseOf(fee) &&
    new Decimal(version.unitPrice).eq(unitPrice) &&
    new Decimal(version.surcharge).eq(surcharge);
  if (same) return;
  const there = version ? `单价 ${version.unitPrice} 元、附加费 ${version.surcharge} 元` : "那时还没有价格";
  addIssue(
    fee,
    "REFUSE",
    "price",
    "FEE_DIFFERS",
    `系统中已有收费标准“${fee.name}”，${from} 起${there}，与文件的单价 ${unitPrice} 元、附加费 ${surcharge} 元不同；导入不改已有价格，请在收费标准里调价`,
  );
}

function noteTerms(fee: FeeRecord): void {
  const posting = fee.posting === null || fee.posting === "每月1日" || fee.posting === "每年1月1日";
  const cycle = posting ? "" : `出账类型“${fee.posting}”按每月出账；`;
  addIssue(
    fee,
    "NOTE",
    null,
    "TERMS_ASSUMED",
    `${fee.name}：${cycle}表中没有应缴日和不足一月的算法，按当月 20 日应缴、按当月实际天数计费，可在收费标准里修改`,
  );
}

const earliest = (bindings: readonly BindingRecord[]): string | null =>
  bindings.reduce<string | null>((first, { from }) => (from && (!first || from < first) ? from : first), null);
