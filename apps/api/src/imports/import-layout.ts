import type {
  AttributeDto,
  ImportColumnDto,
  ImportFieldDto,
  ImportKind,
  ImportSheetDto,
  ImportTemplateKind,
} from "@linli/contracts";
import { createHash } from "node:crypto";
import type { DetectedProfile, SheetPreview } from "./profiles/detect-profile.js";
import type { ReadableProfile } from "./profiles/read-profile.js";
import { templateOf } from "./profiles/templates/attribute-fields.js";
import type { Template } from "./profiles/templates/template.js";
import { templates } from "./profiles/templates/templates.js";
import type { SheetInfo } from "./workbook/cell.js";
import { findHeaderRow, guessColumns, type Header, headerRowAt, normaliseHeader } from "./workbook/guess-columns.js";

/** What is known of a workbook and how it is read; kept in `import_batch.layout`. */
export interface ImportLayout {
  sheets: ImportSheetDto[];
  /** Sizes and merged ranges as the upload found them; the same file need not be measured again. */
  measured?: SheetInfo[];
  detected: DetectedProfile;
  profile: DetectedProfile["profile"];
  sheet: string | null;
  headerRow: number | null;
  columns: ImportColumnDto[];
  remembered: boolean;
}

/** Shown rows of a sheet before anything is chosen. */
const PREVIEW_ROWS = 12;
const PREVIEW_COLUMNS = 40;

/** All fields of all templates: for finding the header row of a sheet nobody knows yet. */
const ALL_FIELDS = Object.values(templates).flatMap(({ fields }): Template["fields"] => [...fields]);

/** The sheets with headers and first rows. */
export function sheetsOf(previews: readonly SheetPreview[]): ImportSheetDto[] {
  return previews.map(({ sheet, rows }) => {
    const header = findHeaderRow(rows, ALL_FIELDS, sheet.merges);
    const width = Math.min(sheet.columns, PREVIEW_COLUMNS);
    return {
      name: sheet.name,
      hidden: sheet.state !== "visible",
      rowCount: sheet.rowCount,
      columns: sheet.columns,
      formulaCount: sheet.formulaCount,
      mergeCount: sheet.merges.length,
      headerRow: header?.rowNo ?? null,
      headers: header?.headers ?? [],
      preview: rows.slice(0, PREVIEW_ROWS).map(({ rowNo, cells }) => ({
        rowNo,
        cells: Array.from(
          { length: width },
          (_, i) => cells.find(({ column }) => column === i + 1)?.text.slice(0, 100) ?? "",
        ),
      })),
    };
  });
}

/** What a detected profile is imported as; null while nobody knows. */
export function kindOf(profile: DetectedProfile): ImportKind | null {
  return profile.profile === "TEMPLATE" || profile.profile === "FREE" ? profile.kind : "COMMUNITY";
}

export const isCommunity = (layout: Pick<ImportLayout, "profile">): boolean =>
  layout.profile === "MICROCOMMUNITY_HC" ||
  layout.profile === "MICROCOMMUNITY_IMPORT_ROOM" ||
  layout.profile === "SALES";

/** The fields a kind can be mapped to, the attributes of the project among them. */
export const fieldsOf = (kind: ImportKind, definitions: readonly AttributeDto[]): Template["fields"] =>
  kind === "COMMUNITY" ? [] : templateOf(kind, definitions).fields;

export const fieldDtos = (kind: ImportKind, definitions: readonly AttributeDto[]): ImportFieldDto[] =>
  fieldsOf(kind, definitions).map(({ key, label, required, note }) => ({
    key,
    label,
    required: required ?? false,
    note: note ?? null,
  }));

/** Labels of required fields without a column. */
export function missingOf(kind: ImportKind, columns: readonly ImportColumnDto[]): string[] {
  const mapped = new Set(columns.map(({ key }) => key));
  return fieldsOf(kind, [])
    .filter(({ key, required }) => required && !mapped.has(key))
    .map(({ label }) => label);
}

/** Headers of a sheet as a kind would find them, or in the row that was chosen. */
export function headersFor(
  { sheet, rows }: SheetPreview,
  kind: ImportTemplateKind,
  headerRow: number | null,
): { rowNo: number; headers: Header[] } | null {
  return headerRow === null
    ? findHeaderRow(rows, templates[kind].fields, sheet.merges)
    : headerRowAt(rows, headerRow, sheet.merges);
}

/** The columns the headers suggest. */
export function guessedColumns(
  kind: ImportTemplateKind,
  headers: readonly Header[],
  definitions: readonly AttributeDto[],
): ImportColumnDto[] {
  const fields = fieldsOf(kind, definitions);
  const guessed = guessColumns(headers, fields).columns;
  return fields.flatMap(({ key }) => {
    const guess = guessed[key];
    return guess ? [{ key, ...guess }] : [];
  });
}

/** The same for the same headers in the same columns, whatever the blanks and marks. */
export const headerHash = (headers: readonly Header[]): string =>
  createHash("sha256")
    .update(headers.map(({ column, text }) => `${column}:${normaliseHeader(text)}`).join("\n"))
    .digest("hex");

/** The profile to read by; null while no kind or sheet was chosen. */
export function readableProfile(layout: ImportLayout, kind: ImportKind): ReadableProfile | null {
  if (layout.profile === "MICROCOMMUNITY_HC") return { profile: "MICROCOMMUNITY_HC", sheet: null };
  const { sheet } = layout;
  if (sheet === null) return null;
  if (layout.profile === "MICROCOMMUNITY_IMPORT_ROOM" || layout.profile === "SALES")
    return { profile: layout.profile, sheet };
  return kind === "COMMUNITY" ? null : { profile: "FREE", kind, sheet };
}
