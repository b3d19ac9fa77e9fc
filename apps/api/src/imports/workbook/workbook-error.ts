/** Why a file cannot be read as a table. Every code stands for one clear sentence. */
export type WorkbookErrorCode =
  | "EMPTY_FILE"
  | "FILE_TOO_LARGE"
  | "NOT_A_WORKBOOK"
  | "OLD_XLS"
  | "ENCRYPTED"
  | "WEB_PAGE"
  | "UNSUPPORTED_FORMAT"
  | "DAMAGED"
  | "UNZIPPED_TOO_LARGE"
  | "TOO_MANY_SHEETS"
  | "TOO_MANY_ROWS"
  | "TOO_MANY_COLUMNS"
  | "CELL_TOO_LONG"
  | "NO_ROWS"
  | "SHEET_NOT_FOUND"
  | "HEADER_NOT_FOUND"
  | "BAD_ENCODING"
  | "BAD_CSV";

/** A file that is refused as a whole; `message` is the Chinese sentence for the user. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "WorkbookError";
  }
}

/** What a workbook may be at most. */
export interface WorkbookLimits {
  /** Bytes of the file. */
  fileBytes: number;
  /** Bytes of all parts together after unpacking, and of the text of one part kept in memory. */
  unzippedBytes: number;
  /** Bytes of the shared strings after unpacking; they are the only part held in memory. */
  sharedStringBytes: number;
  sheets: number;
  /** Rows holding at least one value, per sheet. */
  rows: number;
  columns: number;
  /** Characters of one cell. */
  cellChars: number;
}

/** Limits of an upload. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  unzippedBytes: 256 * 1024 * 1024,
  sharedStringBytes: 64 * 1024 * 1024,
  sheets: 100,
  rows: 100_000,
  columns: 200,
  cellChars: 10_000,
};

/** Rows above the data that do not count: titles and headers. */
export const HEADER_ROWS = 5;

const MB = 1024 * 1024;

/** The sentences for limits, in one place. */
export const tooLarge = (limits: WorkbookLimits) =>
  new WorkbookError("FILE_TOO_LARGE", `文件超过 ${Math.round(limits.fileBytes / MB)} MB，请拆分后分批导入`);
export const unzippedTooLarge = (limits: WorkbookLimits) =>
  new WorkbookError(
    "UNZIPPED_TOO_LARGE",
    `文件解压后超过 ${Math.round(limits.unzippedBytes / MB)} MB，已停止读取；请检查文件或拆分后再导入`,
  );
export const tooManyRows = (sheet: string, limits: WorkbookLimits) =>
  new WorkbookError("TOO_MANY_ROWS", `工作表“${sheet}”超过 ${limits.rows} 行，请拆分后分批导入`);
export const tooManyColumns = (sheet: string, limits: WorkbookLimits) =>
  new WorkbookError("TOO_MANY_COLUMNS", `工作表“${sheet}”超过 ${limits.columns} 列，请删去多余的列`);
export const cellTooLong = (sheet: string, cell: string, limits: WorkbookLimits) =>
  new WorkbookError("CELL_TOO_LONG", `工作表“${sheet}”的单元格 ${cell} 超过 ${limits.cellChars} 个字`);
export const damaged = (filename: string, cause: unknown) =>
  new WorkbookError("DAMAGED", `文件“${filename}”已损坏或不完整，请用 Excel 打开后重新保存`, { cause });
