import type { SheetInfo, SheetRow, Workbook } from "../workbook/cell.js";
import { findHeaderRow, headerScore, type ImportField } from "../workbook/guess-columns.js";
import { previewRows } from "../workbook/read-table.js";
import {
  FEE_FIELDS,
  HC_SHEETS,
  IMPORT_ROOM_FIELDS,
  OWNER_FIELDS,
  ROOM_FIELDS,
  UNIT_FIELDS,
} from "./microcommunity/fields.js";
import { SALES_FIELDS, SALES_ONLY, SALES_WORDS, type SalesKey } from "./sales/fields.js";
import { NOTES_SHEET, notesTitle } from "./templates/template.js";
import { templates, type TemplateKind } from "./templates/templates.js";

/** What a workbook was recognised as. `TEMPLATE` names the kind and the sheet; `FREE` leaves both to the user. */
export type DetectedProfile =
  | { profile: "MICROCOMMUNITY_HC"; sheet: null }
  | { profile: "MICROCOMMUNITY_IMPORT_ROOM"; sheet: string }
  | { profile: "SALES"; sheet: string }
  | { profile: "TEMPLATE"; kind: TemplateKind; sheet: string }
  | { profile: "FREE"; kind: TemplateKind | null; sheet: string | null };

/** A sheet with its first rows. */
export interface SheetPreview {
  sheet: SheetInfo;
  rows: SheetRow[];
}

/** Reads the first rows of every visible sheet. */
export async function previewSheets(workbook: Workbook): Promise<SheetPreview[]> {
  const previews: SheetPreview[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.state === "visible") previews.push({ sheet, rows: await previewRows(workbook, sheet.name, 20) });
  }
  return previews;
}

/**
 * Recognises a workbook by its sheets and headers: the five sheets of hc.xlsx, the one of importRoom.xlsx, one of our
 * templates (by its 说明 sheet, or by headers that name every field it needs). Anything else is FREE, with the kind of
 * template whose fields its headers name best, if any.
 */
export function detectProfile(previews: readonly SheetPreview[]): DetectedProfile {
  if (isHc(previews)) return { profile: "MICROCOMMUNITY_HC", sheet: null };
  const importRoom = previews.find((preview) => namesAll(preview, IMPORT_ROOM_FIELDS, IMPORT_ROOM_FIELDS, 0.95));
  if (importRoom) return { profile: "MICROCOMMUNITY_IMPORT_ROOM", sheet: importRoom.sheet.name };
  const titled = byTitle(previews);
  if (titled) return titled;
  const sales = previews.find(isSales);
  if (sales) return { profile: "SALES", sheet: sales.sheet.name };
  const filled = previews.filter(({ sheet, rows }) => sheet.name !== NOTES_SHEET && rows.length > 0);
  for (const preview of filled) {
    for (const kind of kinds) {
      if (
        namesAll(
          preview,
          templates[kind].fields,
          templates[kind].fields.filter(({ required }) => required),
          1,
        )
      ) {
        return { profile: "TEMPLATE", kind, sheet: preview.sheet.name };
      }
    }
  }
  return closest(filled);
}

const kinds = Object.keys(templates) as TemplateKind[];

function isHc(previews: readonly SheetPreview[]): boolean {
  const parts = [
    [HC_SHEETS.units, UNIT_FIELDS],
    [HC_SHEETS.owners, OWNER_FIELDS],
    [HC_SHEETS.fees, FEE_FIELDS],
    [HC_SHEETS.rooms, ROOM_FIELDS],
  ] as const;
  return parts.every(([name, fields]) => {
    const preview = previews.find(({ sheet }) => sheet.name === name);
    return (
      preview !== undefined &&
      namesAll(
        preview,
        fields,
        fields.filter((field: ImportField) => field.required),
        0.95,
      )
    );
  });
}

/** Rooms and buyers, with a column or a word that only sellers use. */
function isSales({ sheet, rows }: SheetPreview): boolean {
  const header = findHeaderRow(rows, SALES_FIELDS, sheet.merges);
  const names = (key: SalesKey) => {
    const field = SALES_FIELDS.find((candidate) => candidate.key === key);
    return field !== undefined && header?.headers.some(({ text }) => headerScore(text, field) >= 0.95);
  };
  const needed = SALES_FIELDS.filter(({ required }) => required).map(({ key }) => key);
  const sellers = header?.headers.some(({ text }) => SALES_WORDS.includes(text.replace(/[*＊\s]/gu, "")));
  return needed.every(names) && (sellers === true || SALES_ONLY.some(names));
}

function byTitle(previews: readonly SheetPreview[]): DetectedProfile | null {
  const title = previews.find(({ sheet }) => sheet.name === NOTES_SHEET)?.rows[0]?.cells[0]?.text;
  const kind = kinds.find((candidate) => notesTitle(templates[candidate].title) === title);
  const sheet = kind && previews.find((preview) => preview.sheet.name === templates[kind].title);
  return kind && sheet ? { profile: "TEMPLATE", kind, sheet: sheet.sheet.name } : null;
}

function namesAll(
  { sheet, rows }: SheetPreview,
  fields: readonly ImportField[],
  wanted: readonly ImportField[],
  score: number,
): boolean {
  const header = findHeaderRow(rows, fields, sheet.merges);
  return (
    header !== null && wanted.every((field) => header.headers.some(({ text }) => headerScore(text, field) >= score))
  );
}

/** The sheet and the kind of template that most headers speak for: half of the compulsory fields at least. */
function closest(previews: readonly SheetPreview[]): DetectedProfile {
  let best = { share: 0, kind: null as TemplateKind | null, sheet: previews[0]?.sheet.name ?? null };
  for (const { sheet, rows } of previews) {
    for (const kind of kinds) {
      const { fields } = templates[kind];
      const header = findHeaderRow(rows, fields, sheet.merges);
      const named = (field: ImportField) =>
        header?.headers.some(({ text }) => headerScore(text, field) >= 0.85) ?? false;
      const required = fields.filter((field) => field.required);
      const share = required.filter(named).length / required.length + fields.filter(named).length / 100;
      if (share >= 0.5 && share > best.share) best = { share, kind, sheet: sheet.name };
    }
  }
  return { profile: "FREE", kind: best.kind, sheet: best.sheet };
}
