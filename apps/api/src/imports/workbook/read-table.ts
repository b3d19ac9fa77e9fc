import { columnName, parseRange, type Cell, type SheetInfo, type SheetRow, type Workbook } from "./cell.js";
import {
  findHeaderRow,
  guessColumns,
  headerRowAt,
  type ColumnMapping,
  type HeaderRow,
  type ImportField,
} from "./guess-columns.js";
import { WorkbookError } from "./workbook-error.js";

/** One row of a sheet by field. Rows in which no mapped column holds anything do not occur. */
export interface TableRow<Key extends string = string> {
  sheet: string;
  rowNo: number;
  cells: Partial<Record<Key, Cell>>;
  /** Merged ranges over mapped columns of this row; only their first cell holds a value. */
  merged: string[];
  /** References such as `F2` of mapped cells that are formulas. */
  formulas: string[];
}

/** A sheet with its headers found and its columns mapped. */
export interface Table<Key extends string = string> {
  sheet: SheetInfo;
  header: HeaderRow;
  mapping: ColumnMapping<Key>;
}

/** The first rows of a sheet, for the choice of sheet and columns. */
export async function previewRows(workbook: Workbook, sheet: string, count = 30): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) {
    rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

/**
 * Finds headers and columns of a sheet. Throws `WorkbookError` HEADER_NOT_FOUND when there is no header row or a
 * required column is missing (the sentence names the columns), NO_ROWS when nothing stands below the headers.
 * `headerRow` is the row the user chose instead of the one that would be found.
 */
export async function openTable<Key extends string>(
  workbook: Workbook,
  sheetName: string,
  fields: readonly (ImportField & { key: Key })[],
  headerRow?: number | null,
): Promise<Table<Key>> {
  const rows = await previewRows(workbook, sheetName);
  const sheet = workbook.sheets.find(({ name }) => name === sheetName) as SheetInfo;
  if (rows.length === 0) throw new WorkbookError("NO_ROWS", `工作表“${sheetName}”是空的（0 行）`);
  const header = headerRow ? headerRowAt(rows, headerRow, sheet.merges) : findHeaderRow(rows, fields, sheet.merges);
  if (!header) throw new WorkbookError("HEADER_NOT_FOUND", `工作表“${sheetName}”里找不到表头行`);
  const mapping = guessColumns(header.headers, fields);
  if (mapping.missing.length > 0) {
    const names = mapping.missing.map(({ label }) => `“${label}”`).join("、");
    throw new WorkbookError(
      "HEADER_NOT_FOUND",
      `工作表“${sheetName}”缺少必需的列：${names}；请检查是否选错了工作表或模板`,
    );
  }
  if (sheet.lastRow <= header.rowNo)
    throw new WorkbookError("NO_ROWS", `工作表“${sheetName}”只有表头，没有数据（0 行）`);
  return { sheet, header, mapping };
}

/** Streams the rows below the headers, reading only mapped columns: explanations beside the table are passed over. */
export async function* tableRows<Key extends string>(
  workbook: Workbook,
  table: Table<Key>,
): AsyncGenerator<TableRow<Key>> {
  const { sheet, header, mapping } = table;
  const keys = new Map((Object.keys(mapping.columns) as Key[]).map((key) => [mapping.columns[key]?.column ?? 0, key]));
  const merges = sheet.merges.flatMap((ref) => {
    const range = parseRange(ref);
    return range && range.bottom > header.rowNo && [...keys.keys()].some((c) => c >= range.left && c <= range.right)
      ? [{ ref, ...range }]
      : [];
  });
  for await (const { rowNo, cells } of workbook.rows(sheet.name)) {
    if (rowNo <= header.rowNo) continue;
    const mapped: Partial<Record<Key, Cell>> = {};
    const formulas: string[] = [];
    let empty = true;
    for (const cell of cells) {
      const key = keys.get(cell.column);
      if (key === undefined) continue;
      mapped[key] = cell;
      empty = false;
      if (cell.formula) formulas.push(`${columnName(cell.column)}${rowNo}`);
    }
    if (empty) continue;
    const merged = merges.filter(({ top, bottom }) => rowNo >= top && rowNo <= bottom).map(({ ref }) => ref);
    yield { sheet: sheet.name, rowNo, cells: mapped, merged, formulas };
  }
}
