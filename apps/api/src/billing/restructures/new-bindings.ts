import type { RestructureProblemDto } from "@linli/contracts";
import { addMonths, dayAfter, dayOf, firstDay, maxDate, periodOf } from "../../common/calendar.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { serviceOf } from "../objects/service-of.js";
import type { BindingRow } from "../rates/bindings/bind-rooms.service.js";
import type { LastingBinding, PaidAhead } from "./rooms-money.js";

/** A binding of a new room, with what it comes from. */
export interface NewBinding extends BindingRow {
  from: LastingBinding;
  roomCode: string;
}

type Sink = (problem: Partial<RestructureProblemDto> & Pick<RestructureProblemDto, "code" | "message">) => void;

/** Where every binding in force goes, and what is not said or cannot be. Pure. */
export function newBindingsOf(
  plan: RestructurePlan,
  bindings: readonly LastingBinding[],
  paid: readonly PaidAhead[],
  add: Sink,
): NewBinding[] {
  const { dto, news, lastDay, olds } = plan;
  for (const { id, code } of olds) {
    const later = bindings.find((one) => one.roomId === id && one.startsOn > lastDay);
    if (later)
      add({
        code: "BINDING_LATER",
        message: `房间 ${code} 自 ${later.startsOn} 起绑定 ${later.rateName}，生效日期必须晚于这一天，或先删除这个绑定`,
        field: "effectiveOn",
        link: `billing/bindings?roomId=${id}`,
      });
  }
  const assigned = new Map(dto.bindings.map((one) => [one.bindingId, one.targets]));
  for (const id of assigned.keys()) {
    if (!bindings.some((one) => one.id === id))
      add({
        code: "BINDING_UNKNOWN",
        message: "分配的收费标准中有一项已不在原房间上，请刷新后重新分配",
        field: "bindings",
      });
  }
  const rows: NewBinding[] = [];
  for (const binding of bindings) {
    const targets = assigned.get(binding.id);
    const what = `${binding.roomCode} 的 ${binding.feeItemName}（${binding.rateName}）`;
    if (!targets) {
      add({ code: "BINDING_OPEN", message: `请说明 ${what} 由哪些新房间承担，或不再收取`, field: "bindings" });
      continue;
    }
    if (targets.length > 0 && !(binding.rateActive && binding.feeItemActive))
      add({ code: "RATE_INACTIVE", message: `${what} 已停用，不能分配给新房间`, field: "bindings" });
    if (binding.objectId !== null && targets.length > 1)
      add({ code: "OBJECT_ONCE", message: `${what} 只能分配给一个新房间`, field: "bindings" });
    for (const { part, quantity } of targets) {
      const room = news[part];
      if (!room) {
        add({ code: "PART_UNKNOWN", message: `${what} 分配给了不存在的新房间`, field: "bindings" });
        continue;
      }
      if (binding.base === "COUNT" && !quantity)
        add({
          code: "QUANTITY_REQUIRED",
          message: `${what} 按数量计费，请填写 ${room.code} 的数量`,
          field: "bindings",
        });
      const startsOn = beginsTogether(plan, binding, bindings, paid);
      if (binding.endsOn !== null && binding.endsOn < startsOn) continue;
      rows.push({
        from: binding,
        roomId: room.id,
        roomCode: room.code,
        objectId: binding.objectId,
        rateId: binding.rateId,
        startsOn,
        endsOn: binding.endsOn,
        quantity: quantity ?? (binding.objectId === null ? null : binding.quantity),
        unitPrice: binding.unitPrice,
        overrideReason:
          binding.unitPrice || binding.objectId !== null ? binding.overrideReason : quantity ? "拆分合并时分配" : null,
      });
    }
  }
  for (const [, ofItem] of Map.groupBy(rows, ({ from }) => serviceOf(from)))
    refusePaidApart(plan, ofItem[0]!.from, bindings, paid, add);
  return withoutTwins(rows, add);
}

/** The days from which each old room's item would go on: one, unless rooms to be merged are paid up to different days. */
function beginnings(
  plan: RestructurePlan,
  binding: LastingBinding,
  bindings: readonly LastingBinding[],
  paid: readonly PaidAhead[],
): string[] {
  const ofItem = bindings.filter((one) => serviceOf(one) === serviceOf(binding));
  return [...new Set(ofItem.map((one) => beginsOn(plan, one, paid)))].toSorted();
}

const beginsTogether = (...args: Parameters<typeof beginnings>): string => beginnings(...args).at(-1)!;

/** Merged rooms that are paid up to different days would pay some days twice or never, whichever standard goes on. */
function refusePaidApart(
  plan: RestructurePlan,
  binding: LastingBinding,
  bindings: readonly LastingBinding[],
  paid: readonly PaidAhead[],
  add: Sink,
): void {
  const days = beginnings(plan, binding, bindings, paid);
  if (days.length < 2) return;
  add({
    code: "PAID_DIFFERENTLY",
    message: `各房间的${binding.feeItemName}已缴到的日期不同，请把生效日期改到最晚已缴日的次日（${days.at(-1)}），或先收清`,
    field: "effectiveOn",
  });
}

/** The effective day, after what is paid already, and with the next month where the month stays whole with the old room. */
export function beginsOn(
  { effectiveOn }: Pick<RestructurePlan, "effectiveOn">,
  binding: Pick<LastingBinding, "objectId" | "feeItemId" | "roomId" | "proration">,
  paid: readonly PaidAhead[],
): string {
  const through = paid.find((one) => one.roomId === binding.roomId && serviceOf(one) === serviceOf(binding))?.through;
  const whole = binding.proration === "WHOLE_MONTH" && dayOf(effectiveOn) > 1;
  const first = whole ? firstDay(addMonths(periodOf(effectiveOn), 1)) : effectiveOn;
  return maxDate(first, through ? dayAfter(through) : null);
}

/** Merged rooms bring the same standard several times: it holds once. Different ones of an item cannot both hold. */
function withoutTwins(rows: NewBinding[], add: Sink): NewBinding[] {
  const groups = Map.groupBy(rows, ({ roomId, from }) => `${roomId}${serviceOf(from)}`);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group as [NewBinding, ...NewBinding[]];
    const item = first.from.feeItemName;
    const terms = ({ rateId, unitPrice, quantity, endsOn }: NewBinding) =>
      JSON.stringify([rateId, unitPrice, quantity, endsOn]);
    if (others.some((other) => terms(other) !== terms(first)))
      add({
        code: "BINDING_CONFLICT",
        message: `${first.roomCode} 的${item}有几个不同的收费标准，只能选一个`,
        field: "bindings",
      });
    return [first];
  });
}
