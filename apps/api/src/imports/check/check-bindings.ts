import { elsewhere, type KnownObject } from "../../billing/objects/charge-objects.js";
import { readsArea } from "../../billing/rates/bindings/planned-objects.js";
import { overlaps } from "../profiles/draft.js";
import { addIssue, type BindingRecord, type ImportRecords } from "../profiles/records.js";
import { rateOf } from "./check-fees.js";
import { bindingKey, type KnownBinding, type KnownItem, type KnownProject, type KnownRate } from "./known-project.js";
import { differencesOf, noteDifferences } from "./note-differences.js";

/** Finds rate, room and existing bindings of every binding. Answers the rates of the project by the record's number. */
export function checkBindings(
  records: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
): Map<number, KnownRate> {
  const rates = new Map<number, KnownRate>();
  const fees = new Map(records.fees.map((fee) => [fee.key, fee]));
  const rooms = new Set(records.rooms.map(({ code }) => code));
  const bound = new Map<string, BindingRecord[]>();
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
    const object = objectOf(binding, known);
    if (binding.object !== null && !object) refuseUnknown(binding, known);
    if (object) refuseTwice(binding, object, bound);
    const existing = existingOf(binding, code, item?.name, known);
    const same = sameBinding(binding, code, existing, rate);
    const place = object?.label ?? `房间 ${code}`;
    if (same) noteDifferences(binding, `${place}的绑定`, differencesOf(binding, same), "收费标准绑定");
    else {
      refuseOverlap(binding, place, existing);
      if (object && rate) checkObject(binding, object, rate);
      if (object) noteElsewhere(binding, object, room?.id ?? null);
    }
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

/** The thing that a binding holds for; null for the room itself, and when nobody can say which it is. */
export function objectOf({ object }: BindingRecord, known: KnownProject): KnownObject | null {
  const found = object === null ? undefined : known.objects.get(object);
  return typeof found === "object" ? found : null;
}

function refuseUnknown(binding: BindingRecord, known: KnownProject): void {
  const fault = known.objects.get(binding.object!);
  addIssue(binding, "REFUSE", "object", "OBJECT_UNKNOWN", `计费对象：${typeof fault === "string" ? fault : ""}`);
}

/** Two rows may call the same thing by different words. */
function refuseTwice(binding: BindingRecord, { id, label }: KnownObject, bound: Map<string, BindingRecord[]>): void {
  const key = bindingKey(id, binding.feeKey);
  const earlier = bound.get(key) ?? [];
  bound.set(key, [...earlier, binding]);
  const other = earlier.find((one) => one.object !== binding.object && overlaps(one, binding));
  if (!other) return;
  const message = `${label}的收费项目“${binding.feeKey}”与第 ${other.rowNo} 行日期重叠`;
  addIssue(binding, "REFUSE", "from", "OVERLAP", message);
}

/** Another household may pay for a thing, but seldom does. */
function noteElsewhere(binding: BindingRecord, object: KnownObject, roomId: string | null): void {
  const fault = elsewhere(object, roomId);
  if (fault) addIssue(binding, "NOTE", "object", "OBJECT_ELSEWHERE", `${fault}，请核对`);
}

/** What holds for things only: nothing is metered or measured there, a contract has its days, a vehicle its use. */
function checkObject(binding: BindingRecord, { label, days, active }: KnownObject, rate: KnownRate): void {
  const { from, to, quantity } = binding;
  const refuse = (field: string, code: string, message: string) => addIssue(binding, "REFUSE", field, code, message);
  if (rate.base === "METERED")
    refuse("rateName", "OBJECT_RATE", `${label}：按表计量的标准只能绑定房间，表具装在房间里`);
  if (readsArea(rate))
    refuse("rateName", "OBJECT_RATE", `${label}：标准“${rate.name}”的公式用到房间面积，只能绑定房间`);
  if (rate.base === "AREA" && quantity === null)
    refuse("quantity", "QUANTITY_NEEDED", `${label}：按面积收费的，请在“数量”填写它的面积`);
  const isInside = !days || ((from ?? "") >= days.from && (days.to === null || (to !== null && to <= days.to)));
  if (!isInside)
    refuse("from", "OBJECT_DAYS", `${label}：绑定的日期要在合同期 ${days.from} 至 ${days.to ?? "长期"} 之内`);
  if (!active && to === null) refuse("object", "OBJECT_INACTIVE", `${label} 已停用，请填写结束日期`);
}

/** Bindings of the item that hold for the same thing or room. */
export function existingOf(
  binding: BindingRecord,
  code: string,
  itemName: string | undefined,
  known: KnownProject,
): readonly KnownBinding[] {
  const [room, item] = [known.rooms.get(code), known.items.get(itemName ?? "")];
  if (!room || !item || (binding.object !== null && !objectOf(binding, known))) return [];
  return known.bindings.get(bindingKey(objectOf(binding, known)?.id ?? room.id, item.id)) ?? [];
}

/** A binding that is there already is the same one when payer's room, rate, first day and agreed price are. */
export const sameBinding = (
  binding: BindingRecord,
  code: string,
  existing: readonly KnownBinding[],
  rate: KnownRate | undefined,
): KnownBinding | undefined =>
  existing.find(
    (other) =>
      other.roomCode === code &&
      other.rateId === rate?.id &&
      other.startsOn === binding.from &&
      Number(other.unitPrice ?? 0) === Number(binding.price ?? 0),
  );

/** Any other overlap is refused. */
function refuseOverlap(binding: BindingRecord, place: string, existing: readonly KnownBinding[]): void {
  const other = existing.find(({ startsOn, endsOn }) => overlaps({ from: startsOn, to: endsOn }, binding));
  if (!other) return;
  const until = other.endsOn === null ? "起长期有效" : `至 ${other.endsOn}`;
  const payer = other.objectId === null ? "" : `，记在房间 ${other.roomCode} 名下`;
  addIssue(
    binding,
    "REFUSE",
    "from",
    "OVERLAP",
    `${place} 已绑定收费标准“${other.rateName}”（${other.startsOn} ${until}${payer}），日期重叠`,
  );
}
