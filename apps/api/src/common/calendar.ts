/**
 * The one calendar of the product: dates are 'YYYY-MM-DD', periods (months) are 'YYYY-MM', both plain strings that sort
 * as text. No time, no time zone, no Date object. A span includes its first and its last day.
 */

/** A span of days; `to` is its last day, `null` while it has no end. */
export interface DaySpan {
  from: string;
  to: string | null;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PERIOD = /^\d{4}-\d{2}$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0));
const twoDigits = (n: number) => TWO_DIGITS[n] ?? "00";
const digitAt = (text: string, index: number) => text.charCodeAt(index) - 48;

/** Year of a date or period. */
export const yearOf = (day: string) =>
  digitAt(day, 0) * 1000 + digitAt(day, 1) * 100 + digitAt(day, 2) * 10 + digitAt(day, 3);
/** Month (1–12) of a date or period. */
export const monthOf = (day: string) => digitAt(day, 5) * 10 + digitAt(day, 6);
/** Day of the month (1–31) of a date. */
export const dayOf = (date: string) => digitAt(date, 8) * 10 + digitAt(date, 9);

/** Whether the text is a period that exists: '2026-13' and '2026-1' are not. */
export function isPeriod(text: unknown): boolean {
  if (typeof text !== "string" || !PERIOD.test(text)) return false;
  return yearOf(text) >= 1 && monthOf(text) >= 1 && monthOf(text) <= 12;
}

/** Whether the text is a date that exists: '2026-02-30' is not. */
export function isDate(text: unknown): boolean {
  if (typeof text !== "string" || !DATE.test(text) || !isPeriod(periodOf(text))) return false;
  return dayOf(text) >= 1 && dayOf(text) <= lengthOf(yearOf(text), monthOf(text));
}

/** The period a date lies in. */
export const periodOf = (date: string) => date.slice(0, 7);

/** The first day of a period. */
export const firstDay = (period: string) => `${period}-01`;

/** The last day of a period. */
export const lastDay = (period: string) => `${period}-${twoDigits(daysIn(period))}`;

/** Days in the month of a period (or date): 28 to 31. */
export const daysIn = (period: string) => lengthOf(yearOf(period), monthOf(period));

/** The day `day` of a period; the last day of the month where the month is shorter (31 in February gives the 28th or 29th). */
export const dayInPeriod = (period: string, day: number) => `${period}-${twoDigits(Math.min(day, daysIn(period)))}`;

/** The period `months` later (earlier when negative). */
export function addMonths(period: string, months: number): string {
  const index = yearOf(period) * 12 + monthOf(period) - 1 + months;
  const year = Math.floor(index / 12);
  return `${yearText(year)}-${twoDigits(index - year * 12 + 1)}`;
}

/** How many months `to` lies after `from` (negative when before); dates count with their month. */
export const monthsBetween = (from: string, to: string) =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);

/** Every period from that of `from` to that of `to`, both included; empty when `to` is earlier. Takes dates or periods. */
export function monthsOf(from: string, to: string): string[] {
  const count = monthsBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => addMonths(periodOf(from), n));
}

/** The day after a date. */
export function dayAfter(date: string): string {
  const day = dayOf(date) + 1;
  if (day <= daysIn(date)) return date.slice(0, 8) + twoDigits(day);
  return firstDay(addMonths(periodOf(date), 1));
}

/** The day before a date. */
export function dayBefore(date: string): string {
  const day = dayOf(date) - 1;
  if (day >= 1) return date.slice(0, 8) + twoDigits(day);
  return lastDay(addMonths(periodOf(date), -1));
}

/** The date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfNumber(numberOf(date) + days);
}

/** Days from `from` to `to`, both counted: one day for equal dates, 0 or less when `to` lies before `from`. */
export function daysBetweenInclusive(from: string, to: string): number {
  return numberOf(to) - numberOf(from) + 1;
}

/** The earlier of two dates or periods; `null` has no end and so never is the earlier one. */
export function minDate(a: string, b: string | null): string {
  return b === null || a <= b ? a : b;
}

/** The later of two dates or periods; `null` has no beginning and so never is the later one. */
export function maxDate(a: string, b: string | null): string {
  return b === null || a >= b ? a : b;
}

/** Whether the span contains the day. */
export const covers = (span: DaySpan, day: string) => span.from <= day && (span.to === null || span.to >= day);

/** Whether two spans share a day. */
export const overlaps = (a: DaySpan, b: DaySpan) => covers(a, b.from) || covers(b, a.from);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that a wall calendar in the time zone (such as Asia/Shanghai) shows at an instant. */
export function todayIn(timeZone: string, instant: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${(part["year"] ?? "").padStart(4, "0")}-${part["month"]}-${part["day"]}`;
}

function yearText(year: number): string {
  if (year < 1 || year > 9999) throw new RangeError("日期超出范围（0001 至 9999 年）");
  return String(year).padStart(4, "0");
}

/** Days since 0000-03-01; counting years from March puts the leap day last. */
function numberOf(date: string): number {
  const month = (monthOf(date) + 9) % 12;
  const year = yearOf(date) - (month >= 10 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 306 + 5) / 10) + dayOf(date) - 1;
}

/** The inverse of `numberOf`. */
function dateOfNumber(days: number): string {
  let year = Math.floor((10_000 * days + 14_780) / 3_652_425);
  let rest = days - yearStart(year);
  if (rest < 0) {
    year -= 1;
    rest = days - yearStart(year);
  }
  const month = Math.floor((100 * rest + 52) / 3060);
  const day = rest - Math.floor((month * 306 + 5) / 10) + 1;
  return `${yearText(year + Math.floor((month + 2) / 12))}-${twoDigits(((month + 2) % 12) + 1)}-${twoDigits(day)}`;
}

const yearStart = (year: number) => 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
