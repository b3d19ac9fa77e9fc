import type { ImportChangeDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import { addIssue, type BindingRecord, type FeeRecord, type ImportRecords, type Sourced } from "../profiles/records.js";
import { overlaps } from "../profiles/draft.js";
import { bindingKey, type KnownBinding, type KnownItem, type KnownProject, type KnownRate } from "./known-project.js";

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

/** Finds rate, room and existing bindings of every binding. Answers the rates of the project by the record's number. */
export function checkBindings(
  records: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
): Map<number, KnownRate> {
  const rates = new Map<number, KnownRate>();
  const fees = new Map(records.fees.map((fee) => [fee.key, fee]));
  const rooms = new Set(records.rooms.map(({ code }) => code));
  for (const binding of records.bindings) {
    const code = codeOf(binding.roomKey);
    const room = known.rooms.get(code);
    if (!room && !rooms.has(code))
      addIssue(binding, "REFUSE", "roomKey", "ROOM_UNKNOWN", `房间 ${code} 不存在，请先导入房产`);
    const fee = fees.get(binding.feeKey);
    const item = known.items.get(fee?.name ?? binding.feeKey);
    if (fee && binding.from === null) {
      binding.from = fee.from;
      addIssue(binding, "NOTE", "from", "FROM_ASSUMED", `没有费用开始时间，按 ${fee.from} 起计费`);
    }
    if (records.fees.length === 0) resolveRate(binding, item, rates);
    const rate = fee ? rateOf(fee, item) : rates.get(binding.uid ?? 0);
    if (fee && rate) rates.set(binding.uid ?? 0, rate);
    if (room && item) refuseOverlap(binding, code, known.bindings.get(bindingKey(room.id, item.id)) ?? [], rate);
  }
  return rates;
}

function resolveRate(binding: BindingRecord, item: KnownItem | undefined, rates: Map<number, KnownRate>): void {
  const refuse = (field: string, code: string, message: string) => addIssue(binding, "REFUSE", field, code, message);
  if (!item) return refuse("feeKey", "FEE_NOT_FOUND", `没有收费项目“${binding.feeKey}”，请先建立收费项目和收费标准`);
  if (!item.active) return refuse("feeKey", "FEE_INACTIVE", `收费项目“${item.name}”已停用`);
  const active = item.rates.filter((rate) => rate.active);
  const rate = binding.rateName === null ? active[0] : active.find(({ name }) => name === binding.rateName);
  if (!rate && binding.rateName !== null)
    return refuse("rateName", "RATE_NOT_FOUND", `收费项目“${item.name}”没有启用的收费标准“${binding.rateName}”`);
  if (!rate) return refuse("feeKey", "RATE_NOT_FOUND", `收费项目“${item.name}”还没有启用的收费标准`);
  if (binding.rateName === null && active.length > 1)
    return refuse("rateName", "RATE_NEEDED", `收费项目“${item.name}”有 ${active.length} 个收费标准，请写明是哪一个`);
  rates.set(binding.uid ?? 0, rate);
  checkTermsOf(binding, rate, refuse);
}

function checkTermsOf(
  binding: BindingRecord,
  rate: KnownRate,
  refuse: (field: string, code: string, message: string) => void,
): void {
  if (rate.base === "COUNT" && binding.quantity === null)
    refuse("quantity", "QUANTITY_NEEDED", `收费标准“${rate.name}”按数量计费，请填写数量`);
  const [first, last] = [rate.versions[0], rate.versions.at(-1)];
  if (binding.from && first && binding.from < first.startsOn)
    refuse("from", "BEFORE_RATE", `起始日期 ${binding.from} 早于收费标准“${rate.name}”的第一个价格 ${first.startsOn}`);
  if (binding.from && last?.endsOn && binding.from > last.endsOn)
    refuse("from", "AFTER_RATE", `收费标准“${rate.name}”已于 ${last.endsOn} 结束`);
}

/** A binding that is there already is the same one when rate, first day and agreed price are; any other overlap is refused. */
function refuseOverlap(
  binding: BindingRecord,
  code: string,
  existing: readonly KnownBinding[],
  rate: KnownRate | undefined,
): void {
  const same = existing.find((one) => isSameBinding(binding, one, rate));
  if (same) return noteDifferences(binding, `房间 ${code} 的绑定`, differencesOf(binding, same), "收费标准绑定");
  const other = existing.find(({ startsOn, endsOn }) => overlaps({ from: startsOn, to: endsOn }, binding));
  if (!other) return;
  const until = other.endsOn === null ? "起长期有效" : `至 ${other.endsOn}`;
  addIssue(
    binding,
    "REFUSE",
    "from",
    "OVERLAP",
    `房间 ${code} 已绑定收费标准“${other.rateName}”（${other.startsOn} ${until}），日期重叠`,
  );
}

/** What the file says otherwise of a binding that is there; an empty cell says nothing. */
export function differencesOf(binding: BindingRecord, there: KnownBinding): ImportChangeDto[] {
  const { to, quantity } = binding;
  const ends = to !== null && to !== there.endsOn;
  const counts = quantity !== null && Number(quantity) !== Number(there.quantity ?? Number.NaN);
  return [
    ...(ends ? [{ label: "结束日期", before: there.endsOn, after: to }] : []),
    ...(counts ? [{ label: "数量", before: there.quantity, after: quantity }] : []),
  ];
}

/** Says what an import does not change of something that is there, and where it is changed. */
export function noteDifferences(
  record: Sourced,
  what: string,
  differences: readonly ImportChangeDto[],
  page: string,
): void {
  if (differences.length === 0) return;
  const words = differences.map(({ label, before, after }) => `${label}系统中为${before ?? "空"}、文件为${after}`);
  addIssue(
    record,
    "NOTE",
    null,
    "NOT_CHANGED",
    `${what}已有，${words.join("，")}；导入不改已有的${page}，这些不同没有写入，请在“${page}”里办理`,
  );
}

export const isSameBinding = (
  binding: BindingRecord,
  other: { rateId: string; startsOn: string; unitPrice: string | null },
  rate: KnownRate | undefined,
): boolean =>
  other.rateId === rate?.id &&
  other.startsOn === binding.from &&
  Number(other.unitPrice ?? 0) === Number(binding.price ?? 0);
