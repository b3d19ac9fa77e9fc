import dayjs from "dayjs";

/** All moments are shown in the time the communities live by. */
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** An ISO moment as "2026-11-23 14:05". */
export const formatMoment = (iso: string): string => clock.format(new Date(iso)).slice(0, 16);

/** An ISO moment with seconds. */
export const formatMomentExact = (iso: string): string => clock.format(new Date(iso));

/** Today as YYYY-MM-DD. */
export const today = (): string => clock.format(new Date()).slice(0, 10);

/** This month as YYYY-MM. */
export const thisPeriod = (): string => today().slice(0, 7);

/** A month so many months later: ("2026-11", 2) → "2027-01". */
export const addPeriods = (period: string, months: number): string =>
  dayjs(`${period}-01`).add(months, "month").format("YYYY-MM");

/** "2026-11" → "2026 年 11 月". */
export const formatPeriod = (period: string): string => `${period.slice(0, 4)} 年 ${Number(period.slice(5, 7))} 月`;

/** `2026-11-05` as `2026年11月5日`; anything else as it stands. */
export const dateText = (date: string): string => date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, "$1年$2月$3日");

/** The last day of a month as YYYY-MM-DD. */
export const lastDayOf = (period: string): string => dayjs(`${period}-01`).endOf("month").format("YYYY-MM-DD");

/** The day after a day, both YYYY-MM-DD. */
export const dayAfter = (date: string): string => dayjs(date).add(1, "day").format("YYYY-MM-DD");

/** A span of seconds in words: 95 → "1 分 35 秒". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} 秒`;
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
  return `${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`;
}
