import { Decimal } from "decimal.js";
import type { Cell } from "./cell.js";

const DAY_MS = 86_400_000;

/**
 * The day of an Excel serial number, `YYYY-MM-DD`; null when it is outside 1900 to 2199. The 1900 system counts a
 * 29 February 1900 that never was, hence the two offsets.
 */
export function dateOfSerial(serial: number, date1904 = false): string | null {
  const day = Math.floor(serial);
  const shifted = date1904 ? day + 1462 : day;
  if (!Number.isFinite(shifted) || shifted < 1 || shifted === 60 || shifted > 109_574) return null;
  const epoch = shifted < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + shifted * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a number format shows a date, once quoted text, colours and conditions are taken away. */
export function isDateFormat(format: string): boolean {
  if (format === "") return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  return /[yd]/.test(bare) || (/m/.test(bare) && !/[hs0#?]/.test(bare));
}

/** A numeric cell: a date where the format says so, else the number in plain notation as the format pads it. */
export function numberCell(column: number, value: string, format: string, date1904: boolean): Cell {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return { column, kind: "text", text: value };
  if (isDateFormat(format)) {
    const date = dateOfSerial(number, date1904);
    if (date) return { column, kind: "date", text: date };
  }
  const short = String(number);
  const text = short.includes("e") ? new Decimal(number).toFixed() : short;
  const cell: Cell = { column, kind: "number", text: padded(text, format) };
  if (format.includes("%")) cell.percent = true;
  if (Math.abs(number) >= 1e15) cell.imprecise = true;
  return cell;
}

/** A format of zeros only, such as 0000, shows leading zeros: 7 is written 0007. */
function padded(text: string, format: string): string {
  return /^0{2,}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, "0") : text;
}
