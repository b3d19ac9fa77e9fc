import { type FeeItemKind, feeItemKindLabels, type OpeningRowKind } from "@linli/contracts";
import { addMonths, dayInPeriod, dayBefore, dayOf, periodOf } from "../../common/calendar.js";
import { payerOn } from "../pricing/payers.js";
import { type KnownItem, type KnownPlaces, roomCodesOf } from "./known-places.js";
import type { OpeningInput, ResolvedRow } from "./opening-input.js";

/** Fee items that are billed by days, of which a day cannot be billed twice. */
export const BY_DAYS: readonly FeeItemKind[] = ["REGULAR", "LEASE", "SHARED"];
/** Fee items that runs bill from binding to binding, so that a day up to which they are paid means something. */
export const BY_RUN: readonly FeeItemKind[] = ["REGULAR", "LEASE"];

const yearsAfter = (day: string, years: number) => dayInPeriod(addMonths(periodOf(day), 12 * years), dayOf(day));

/**
 * What the words of the rows stand for, each row that cannot be posted with its sentences. Pure.
 * @param cutOver opening rows lie before this day
 */
export function resolveRows(rows: readonly OpeningInput[], known: KnownPlaces, cutOver: string): ResolvedRow[] {
  return rows.map((row) => {
    const faults = [...row.faults];
    const refuse = (fault: string) => void faults.push(fault);
    const item = itemOf(row, known, refuse);
    const roomId = roomOf(row, known, refuse);
    const objectId = objectOf(row, known, refuse);
    refuseDates(row, cutOver, refuse);
    if (row.amountFen !== null && row.amountFen <= 0 && row.kind !== "HISTORY") refuse("金额须大于 0");
    const customerId = customerOf(row, { roomId, item, cutOver }, known, refuse);
    const room = roomId ?? (row.roomCode === null && customerId ? onlyRoomOf(customerId, known, refuse) : null);
    return {
      ...row,
      dueOn: row.dueOn ?? row.toOn,
      faults,
      roomId: room,
      feeItemId: item?.id ?? null,
      customerId,
      objectId,
    };
  });
}

type Refuse = (fault: string) => void;

function roomOf({ kind, roomCode, customerName, customerNo }: OpeningInput, known: KnownPlaces, refuse: Refuse) {
  if (kind === "COLLECTED") return null;
  if (roomCode === null) {
    if (kind !== "PREPAYMENT") refuse("缺少房号");
    else if (customerName === null && customerNo === null) refuse("缺少房号；没有房号时须填写客户");
    return null;
  }
  const code = roomCodesOf(roomCode).find((one) => known.rooms.has(one));
  if (code === undefined) refuse(`房号“${roomCode}”在本管理区不存在`);
  return code === undefined ? null : known.rooms.get(code)!;
}

/** Whose the thing is today does not matter: an old debt for it may be of a household that had it before. */
function objectOf({ chargeObject }: OpeningInput, known: KnownPlaces, refuse: Refuse): string | null {
  if (chargeObject === null) return null;
  const found = known.objects.get(chargeObject);
  if (typeof found === "object") return found.id;
  refuse(`计费对象：${found ?? ""}`);
  return null;
}

function onlyRoomOf(customerId: string, known: KnownPlaces, refuse: Refuse): string | null {
  const rooms = [...(known.roomsOf.get(customerId) ?? [])];
  if (rooms.length !== 1) refuse(`客户名下有 ${rooms.length} 间房，请填写房号`);
  return rooms.length === 1 ? rooms[0]! : null;
}

const MEANT_FOR: Record<OpeningRowKind, (kind: FeeItemKind, collectedForOthers: boolean) => string | null> = {
  ARREARS: (kind) => (kind === "DEPOSIT" ? "押金不是欠费；已收的押金请填在“押金”工作表" : null),
  PREPAYMENT: (kind) => (kind === "DEPOSIT" ? "预收不能专用于押金项目" : null),
  DEPOSIT: (kind) => (kind === "DEPOSIT" ? null : "不是押金项目"),
  PAID_THROUGH: (kind) =>
    BY_RUN.includes(kind) ? null : `是${feeItemKindLabels[kind]}项目，只有常规和租赁项目按周期出账，才有“已缴至”`,
  COLLECTED: (kind, collectedForOthers) =>
    collectedForOthers && kind !== "DEPOSIT" ? null : "不是代收代付项目，没有要解缴的钱",
  HISTORY: () => null,
};

function itemOf({ kind, feeItemName }: OpeningInput, known: KnownPlaces, refuse: Refuse): KnownItem | null {
  if (feeItemName === null) return null;
  const item = known.items.get(feeItemName);
  if (!item) {
    refuse(`收费项目“${feeItemName}”不存在`);
    return null;
  }
  const fault = MEANT_FOR[kind](item.kind, item.collectedForOthers);
  if (fault) refuse(`收费项目“${feeItemName}”${fault}`);
  return item;
}

function refuseDates({ kind, fromOn, toOn, dueOn, paidOn }: OpeningInput, cutOver: string, refuse: Refuse): void {
  if (fromOn !== null && toOn !== null && toOn < fromOn) refuse(`费用止 ${toOn} 早于费用起 ${fromOn}`);
  if (kind === "ARREARS" && toOn !== null && toOn >= cutOver)
    refuse(`费用止 ${toOn} 不早于启用日期 ${cutOver}；之后的费用由系统出账`);
  if (dueOn !== null && fromOn !== null && toOn !== null)
    if (dueOn < yearsAfter(fromOn, -1) || dueOn > yearsAfter(toOn, 1))
      refuse(`应缴日 ${dueOn} 与费用起止相差一年以上，请核对`);
  if (paidOn !== null && paidOn >= cutOver)
    refuse(
      `${kind === "DEPOSIT" ? "收取日期" : "缴费时间"} ${paidOn} 不早于启用日期 ${cutOver}；之后的收款请在系统里收`,
    );
  // both stop the billing of the item until that day
  if ((kind === "PAID_THROUGH" || kind === "HISTORY") && toOn !== null && toOn > yearsAfter(cutOver, 10))
    refuse(`${kind === "HISTORY" ? "结束时间" : "已缴至"} ${toOn} 比启用日期晚十年以上，请核对`);
}

/** The customer named in the row, else who pays for the room and item at the end of its days, else at the cut-over. */
function customerOf(
  { kind, toOn, customerName, customerNo }: OpeningInput,
  { roomId, item, cutOver }: { roomId: string | null; item: KnownItem | null; cutOver: string },
  known: KnownPlaces,
  refuse: Refuse,
): string | null {
  if (kind === "PAID_THROUGH" || kind === "COLLECTED") return null;
  if (customerNo !== null) return byNumber(customerNo, customerName, known, refuse);
  if (customerName !== null) return byName(customerName, roomId, known, refuse);
  if (roomId === null) return null;
  const spans = [...(known.payersOf.get(roomId) ?? []), ...known.developer];
  const day = toOn !== null && toOn < cutOver ? toOn : dayBefore(cutOver);
  const payer = payerOn(spans, item?.id ?? "", day) ?? payerOn(spans, item?.id ?? "", cutOver);
  if (payer === null && kind !== "HISTORY") refuse("找不到房间的收费对象，请填写客户");
  return payer;
}

function byNumber(number: string, name: string | null, known: KnownPlaces, refuse: Refuse): string | null {
  const found = known.byNumber.get(number);
  if (!found) refuse(`客户编号“${number}”不存在`);
  else if (name !== null && found.name !== name) refuse(`客户编号“${number}”是“${found.name}”，不是“${name}”`);
  return found?.id ?? null;
}

/** Of a room only who has or had to do with it, or the developer: a stranger of the same name does not owe for it. */
function byName(name: string, roomId: string | null, known: KnownPlaces, refuse: Refuse): string | null {
  const named = known.byName.get(name) ?? [];
  const found = roomId === null ? named : named.filter(({ id }) => concerns(id, roomId, known));
  if (named.length === 0) refuse(`客户“${name}”不存在`);
  else if (found.length === 0) refuse(`客户“${name}”与这个房间没有关系，请填写客户编号`);
  if (found.length > 1) refuse(`有 ${found.length} 位客户叫“${name}”，请填写客户编号`);
  return found.length === 1 ? found[0]!.id : null;
}

const concerns = (id: string, roomId: string, { customersOf, developer }: KnownPlaces): boolean =>
  (customersOf.get(roomId)?.has(id) ?? false) || developer.some(({ customerId }) => customerId === id);
