import type { ImportChangeDto } from "@linli/contracts";
import { addIssue, type BindingRecord, type Sourced } from "../profiles/records.js";
import type { KnownBinding } from "./known-project.js";

/** What the file says otherwise of a binding that is there; an empty cell says nothing. */
export function differencesOf(binding: BindingRecord, there: KnownBinding): ImportChangeDto[] {
  const { to, quantity } = binding;
  const ends = to !== null && to !== there.endsOn;
  const counts = quantity !== null && Number(quantity) !== Number(there.quantity ?? Number.NaN);
  return [
    ...(ends ? [{ label: "结束日期", before: there.endsOn, after: to }] : []),
    ...(counts ? [{ label: "数量", before: there.quantity, after: quantity }] : []),
  ];
}

/** Says what an import does not change of something that is there, and where it is changed. */
export function noteDifferences(
  record: Sourced,
  what: string,
  differences: readonly ImportChangeDto[],
  page: string,
): void {
  if (differences.length === 0) return;
  const words = differences.map(({ label, before, after }) => `${label}系统中为${before ?? "空"}、文件为${after}`);
  addIssue(
    record,
    "NOTE",
    null,
    "NOT_CHANGED",
    `${what}已有，${words.join("，")}；导入不改已有的${page}，这些不同没有写入，请在“${page}”里办理`,
  );
}
