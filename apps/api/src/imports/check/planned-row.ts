import type { ImportChangeDto, ImportEntity, ImportOutcome } from "@linli/contracts";
import type { Issue, Sourced } from "../profiles/records.js";

/** One record and what becomes of it: a row of the report, of `import_row`. */
export interface PlannedRow {
  sheet: string;
  rowNo: number;
  entity: ImportEntity;
  key: string;
  outcome: ImportOutcome;
  changes: ImportChangeDto[];
  issues: Issue[];
}

/** What the plan says of a record. */
export interface Fate {
  entity: ImportEntity;
  key: string;
  outcome: ImportOutcome;
  changes: ImportChangeDto[];
}

export const isBlocked = (record: Sourced): boolean =>
  record.issues.some(({ severity }) => severity === "REFUSE" || severity === "LINK");

/** What a field of a record holds. */
export type FieldValue = string | number | boolean | null;

/** The fields that differ, with their labels; a value the file leaves empty changes nothing. */
export function changesOf(
  labels: Readonly<Record<string, string>>,
  before: object,
  after: object,
  show: (field: string, value: FieldValue) => string | null = (_field, value) =>
    value === null ? null : String(value),
): ImportChangeDto[] {
  const [old, now] = [before as Record<string, FieldValue>, after as Record<string, FieldValue>];
  return Object.entries(labels).flatMap(([field, label]) => {
    const [a, b] = [old[field] ?? null, now[field] ?? null];
    return b === null || a === b ? [] : [{ label, before: show(field, a), after: show(field, b) }];
  });
}
