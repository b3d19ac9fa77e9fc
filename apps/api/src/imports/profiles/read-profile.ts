import type { Workbook } from "../workbook/cell.js";
import { countIncomplete } from "./completeness.js";
import { applyDecisions, blockingIssues, decisionsFor, type Decision } from "./decisions.js";
import type { DetectedProfile } from "./detect-profile.js";
import { readHc } from "./microcommunity/hc.js";
import { readImportRoom } from "./microcommunity/import-room.js";
import { allRecords, type ImportRecords, type Issue } from "./records.js";
import { readSales } from "./sales/read-sales.js";
import { readTemplate, type Reading } from "./templates/read-template.js";

/** A profile that can be read: FREE only once a kind and a sheet were chosen. */
export type ReadableProfile =
  | Exclude<DetectedProfile, { profile: "FREE" }>
  | { profile: "FREE"; kind: NonNullable<Extract<DetectedProfile, { profile: "FREE" }>["kind"]>; sheet: string };

/** Reads a workbook with the profile detected or chosen; `reading` says how a template is. */
export async function readProfile(
  workbook: Workbook,
  profile: ReadableProfile,
  reading: Reading = {},
): Promise<ImportRecords> {
  if (profile.profile === "MICROCOMMUNITY_HC") return readHc(workbook);
  if (profile.profile === "MICROCOMMUNITY_IMPORT_ROOM") return readImportRoom(workbook, profile.sheet);
  if (profile.profile === "SALES") return readSales(workbook, profile.sheet);
  return readTemplate(workbook, profile.sheet, profile.kind, reading);
}

/** One line of the dry-run report: everything said about one row of the file. */
export interface ReportRow {
  sheet: string;
  rowNo: number;
  issues: Issue[];
}

/** What the pure half knows about an import under the decisions taken so far. */
export interface ImportReport {
  records: ImportRecords;
  rows: ReportRow[];
  /** Decisions that are possible; those taken are in `accepted`. */
  decisions: Decision[];
  accepted: string[];
  /** How many issues still block the commit. */
  blocking: number;
  incomplete: ReturnType<typeof countIncomplete>;
}

/** Sums up an import: rows with what is said about them, open decisions, and the records after the decisions taken. */
export function reportOf(records: ImportRecords, accepted: readonly string[] = []): ImportReport {
  const decisions = decisionsFor(records);
  const after = applyDecisions(records, accepted);
  return {
    records: after,
    rows: issuesByRow(records),
    decisions,
    accepted: decisions.map(({ code }) => code).filter((code) => accepted.includes(code)),
    blocking: blockingIssues(after).length,
    incomplete: countIncomplete(after),
  };
}

/** The issues of all records gathered by row, in the order of the file. */
export function issuesByRow(records: ImportRecords): ReportRow[] {
  const rows = new Map<string, ReportRow>();
  for (const { sheet, rowNo, issues } of allRecords(records)) {
    const key = `${sheet}\n${rowNo}`;
    const row = rows.get(key) ?? { sheet, rowNo, issues: [] };
    rows.set(key, row);
    for (const issue of issues)
      if (!row.issues.some(({ message }) => message === issue.message)) row.issues.push(issue);
  }
  const sheets = [...new Set([...rows.values()].map(({ sheet }) => sheet))];
  const place = new Map(sheets.map((sheet, i) => [sheet, i]));
  return [...rows.values()].toSorted(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.rowNo - b.rowNo,
  );
}
