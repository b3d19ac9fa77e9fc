/** `2026-11-05` as `2026年11月5日`; anything else as it stands. */
export function dateText(date: string): string {
  return date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, "$1年$2月$3日");
}
