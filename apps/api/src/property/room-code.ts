/** The letters a room code begins with: CH for CH1-101, nothing for 1011. */
export const prefixOf = (code: string): string => /^[A-Za-z]*/.exec(code)?.[0] ?? "";

/**
 * Whether a room code begins with letters the company issued for the project (PRP-04). Without issued prefixes every
 * code passes. Answers the Chinese reason against the code, or null.
 */
export function prefixFault(code: string, issued: readonly string[]): string | null {
  if (issued.length === 0) return null;
  const prefix = prefixOf(code);
  if (issued.includes(prefix)) return null;
  const known = issued.join("、");
  return prefix === ""
    ? `房间代码必须以公司给定的前缀开头：${known}`
    : `房间代码的前缀 ${prefix} 不是公司给定的前缀（${known}）`;
}
