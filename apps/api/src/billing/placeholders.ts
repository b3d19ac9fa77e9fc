const PLACEHOLDER = /[{｛]([^{}｛｝]*)[}｝]/g;

/** Names in braces that are not among those known; in the order in which they appear. */
export function unknownPlaceholders(text: string, known: object): string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!.trim());
  return [...new Set(names.filter((name) => !Object.hasOwn(known, name)))];
}

/** A text with every placeholder replaced. */
export function fillText<Name extends string>(text: string, values: Readonly<Record<Name, string>>): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => values[name.trim() as Name] ?? whole);
}
