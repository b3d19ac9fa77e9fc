const counts = new Map<string, number>();

/** Notes that a verb was tried, or what it was refused for. */
export function note(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** How often each verb was tried and each refusal heard: a verb that never ran was not tested. */
export const coverage = (): string =>
  [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, count]) => `${count} × ${what}`)
    .join(", ");
