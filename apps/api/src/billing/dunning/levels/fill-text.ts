import { type DunningPlaceholder, dunningPlaceholders } from "@linli/contracts";

const PLACEHOLDER = /[{｛]([^{}｛｝]*)[}｝]/g;

/** Names in braces that stand for nothing; in the order in which they appear. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!.trim());
  return [...new Set(names.filter((name) => !Object.hasOwn(dunningPlaceholders, name)))];
}

/** The words of a notice: every placeholder replaced. */
export function fillText(text: string, values: Readonly<Record<DunningPlaceholder, string>>): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => values[name.trim() as DunningPlaceholder] ?? whole);
}
