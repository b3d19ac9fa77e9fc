/** The choices of a select, from an exhaustive label record of the contracts. */
export function optionsOf<Code extends string>(labels: Record<Code, string>): { value: Code; label: string }[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value: value as Code, label }));
}

/** The Chinese name of a code; a code the console does not know yet is shown as it is. */
export function labelOf(labels: Record<string, string>, code: string | null | undefined): string {
  if (code === null || code === undefined) return "—";
  return labels[code] ?? code;
}

/** The choices of a yes-or-no filter: `{ name: "active", label: "启用", labels: yesNoLabels }`. */
export const yesNoLabels = { true: "是", false: "否" } as const;
