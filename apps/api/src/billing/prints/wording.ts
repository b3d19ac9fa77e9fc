import type { PrintMeterDto, PrintRoomDto, TaxPartDto } from "@linli/contracts";
import { formatFen } from "../../common/money.js";

/** `1,234.50`. */
export function amountText(fen: number): string {
  return formatFen(fen).replaceAll(/\B(?=(\d{3})+\.)/g, ",");
}

/** `¥1,234.50`, the sign before the currency. */
export function yuan(fen: number): string {
  return fen < 0 ? `-¥${amountText(-fen)}` : `¥${amountText(fen)}`;
}

/** `2026-11-01 至 2026-11-30`; `—` for a one-off charge. */
export function servicePeriod({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return from === to ? from : `${from} 至 ${to}`;
  return from ?? to ?? "—";
}

/** `94.56 ㎡`. */
export function quantityText({ quantity, unit }: { quantity: string | null; unit: string | null }): string {
  return quantity === null ? "—" : [quantity, unit].filter(Boolean).join(" ");
}

/** `2026-11` as `2026年11月`; anything else as it stands. */
export function periodText(period: string): string {
  return period.replace(/^(\d{4})-(\d{2})$/, "$1年$2月");
}

/** The rooms of a print in one sentence, codes alone when there are many. */
export function roomsText(rooms: readonly PrintRoomDto[]): string {
  if (rooms.length === 0) return "—";
  if (rooms.length > 2) return rooms.map(({ code }) => code).join("、");
  return rooms.map(({ code, name }) => (name === null || name === code ? code : `${code}（${name}）`)).join("、");
}

/** The areas of the rooms, `94.56 ㎡`; `—` when none is known. */
export function areasText(rooms: readonly PrintRoomDto[]): string {
  const areas = rooms.flatMap(({ areaM2 }) => (areaM2 === null ? [] : [`${areaM2} ㎡`]));
  return areas.length === 0 ? "—" : areas.join("、");
}

/** `上次读数 120　本次读数 134　倍率 1　用量 14`. */
export function meterText({ previous, current, multiplier, usage }: PrintMeterDto): string {
  return `上次读数 ${previous}　本次读数 ${current}　倍率 ${multiplier}　用量 ${usage}`;
}

/** `不含税 91.74　税率 9%　税额 8.26`: what an amount that holds tax is made of (BIL-120). */
export function taxText({ netFen, taxRate, taxFen }: TaxPartDto): string {
  return `不含税 ${amountText(netFen)}　税率 ${taxRate}%　税额 ${amountText(taxFen)}`;
}
