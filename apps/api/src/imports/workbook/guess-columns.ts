import { parseRange, type Cell, type SheetRow } from "./cell.js";

/** A field that a column can be mapped to. */
export interface ImportField {
  key: string;
  /** Chinese name, the header of our own templates. */
  label: string;
  /** Other headers that mean the same. */
  aliases?: readonly string[];
  required?: boolean;
  /** Only the very label means it. */
  exact?: boolean;
}

/** The header of one column. */
export interface Header {
  column: number;
  text: string;
}

/** Which column a field is read from, and how sure the guess is (1 for the very label, below 0.8 worth a look). */
export interface ColumnGuess {
  column: number;
  header: string;
  confidence: number;
}

export interface ColumnMapping<Key extends string = string> {
  columns: Partial<Record<Key, ColumnGuess>>;
  /** Headers no field was found for. */
  unmapped: Header[];
  /** Required fields without a column. */
  missing: { key: Key; label: string }[];
}

/** Words that differ between sources and mean the same (GAP-03, GAP-06). */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/代号|编码/g, "代码"],
  [/验证/g, "验收"],
  [/房屋/g, "房间"],
  [/^业主(?=名称|姓名)/g, "客户"],
  [/电话号码|联系电话/g, "电话"],
  [/手机号码?|移动电话/g, "手机"],
  [/截止|终止|到期/g, "结束"],
  [/开始|起租/g, "起始"],
  [/时间/g, "日期"],
];

/** A header without blanks, marks of compulsion and line breaks, in half-width capitals. */
export const normaliseHeader = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s*:]/g, "")
    .replace(/[((【[](必填|选填|M|必须)[))】\]]/gi, "")
    .toUpperCase();

const withoutBrackets = (text: string): string => text.replace(/[(（[【].*?[)）\]】]/g, "");
const withSynonyms = (text: string): string =>
  SYNONYMS.reduce((result, [pattern, word]) => result.replace(pattern, word), text);

/** The names of a field as headers are compared with them; the fields are constants. */
interface Names {
  full: string[];
  bare: string[];
  loose: string[];
}
const namesOfFields = new WeakMap<ImportField, Names>();

function namesOf(field: ImportField): Names {
  const known = namesOfFields.get(field);
  if (known) return known;
  const full = [field.label, ...(field.aliases ?? [])].map(normaliseHeader);
  const bare = full.map(withoutBrackets);
  const names = { full, bare, loose: bare.map(withSynonyms) };
  namesOfFields.set(field, names);
  return names;
}

/** How well a header names a field, 0 to 1. */
export function headerScore(header: string, field: ImportField): number {
  const names = namesOf(field);
  const text = normaliseHeader(header);
  if (text === "") return 0;
  if (text === names.full[0]) return 1;
  if (field.exact) return 0;
  if (names.full.includes(text)) return 0.95;
  const bare = withoutBrackets(text);
  if (names.bare.includes(bare)) return 0.9;
  const loose = withSynonyms(bare);
  if (names.loose.includes(loose)) return 0.85;
  return Math.max(...names.loose.map((name) => likeness(loose, name)));
}

/** Containment counts 0.6 to 0.75, shared pairs of characters up to 0.6. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return 0.6 + 0.15 * (short.length / long.length);
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (0.6 * 2 * shared) / (left.size + right.size);
}

/** Finds a column for each field; each column serves one field, the surest pairs first. Below 0.5 nothing is guessed. */
export function guessColumns<Key extends string>(
  headers: readonly Header[],
  fields: readonly (ImportField & { key: Key })[],
): ColumnMapping<Key> {
  const pairs = headers
    .flatMap((header) => fields.map((field) => ({ header, field, confidence: headerScore(header.text, field) })))
    .filter(({ confidence }) => confidence >= 0.5)
    .toSorted((a, b) => b.confidence - a.confidence || a.header.column - b.header.column);
  const columns: Partial<Record<Key, ColumnGuess>> = {};
  const taken = new Set<number>();
  for (const { header, field, confidence } of pairs) {
    if (columns[field.key] || taken.has(header.column)) continue;
    columns[field.key] = { column: header.column, header: header.text, confidence: Math.round(confidence * 100) / 100 };
    taken.add(header.column);
  }
  return {
    columns,
    unmapped: headers.filter(({ column }) => !taken.has(column)),
    missing: fields.filter((field) => field.required && !columns[field.key]).map(({ key, label }) => ({ key, label })),
  };
}

/** The row that holds the headers. */
export interface HeaderRow {
  rowNo: number;
  headers: Header[];
}

/**
 * Finds the header row among the first rows of a sheet: the one whose cells name most fields; a title above (merged or
 * not) is passed over. Without fields, or when none is named, the first row with the most texts. A header merged over
 * two rows is read from its upper cell. Null when no row has two texts.
 */
export function findHeaderRow(
  rows: readonly SheetRow[],
  fields: readonly ImportField[],
  merges: readonly string[] = [],
): HeaderRow | null {
  const scored = rows.slice(0, 30).map((row) => {
    const texts = row.cells.filter(isHeaderText);
    const named = fields.filter((field) => texts.some(({ text }) => headerScore(text, field) >= 0.85)).length;
    return { row, texts: texts.length, named };
  });
  const best = Math.max(0, ...scored.map(({ named }) => named));
  const most = Math.max(0, ...scored.map(({ texts }) => texts));
  const chosen =
    best >= Math.min(2, fields.length) && best > 0
      ? scored.find(({ named }) => named === best)
      : scored.find(({ texts }) => texts === most);
  if (!chosen || (chosen.texts < 2 && best === 0)) return null;
  return { rowNo: chosen.row.rowNo, headers: headersOf(chosen.row, rows, merges) };
}

/** The headers of the row the user chose. Null when it holds none. */
export function headerRowAt(
  rows: readonly SheetRow[],
  rowNo: number,
  merges: readonly string[] = [],
): HeaderRow | null {
  const row = rows.find((candidate) => candidate.rowNo === rowNo);
  const headers = row ? headersOf(row, rows, merges) : [];
  return headers.length > 0 ? { rowNo, headers } : null;
}

const isHeaderText = (cell: Cell): boolean =>
  cell.kind === "text" && cell.text.trim().length > 0 && cell.text.length <= 60;

function headersOf(row: SheetRow, rows: readonly SheetRow[], merges: readonly string[]): Header[] {
  const headers = new Map(row.cells.filter(isHeaderText).map((cell) => [cell.column, cell.text.trim()]));
  for (const range of merges.map(parseRange)) {
    if (!range || range.top >= row.rowNo || range.bottom < row.rowNo || range.left !== range.right) continue;
    const above = rows.find(({ rowNo }) => rowNo === range.top)?.cells.find(({ column }) => column === range.left);
    if (above && !headers.has(range.left)) headers.set(range.left, above.text.trim());
  }
  return [...headers].map(([column, text]) => ({ column, text })).toSorted((a, b) => a.column - b.column);
}
