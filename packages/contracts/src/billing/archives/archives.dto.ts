import { Flag, Id, Int, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import type { ExportStatus } from "../../exports/exports.enums.js";
import { ProjectPath } from "../../property/property.dto.js";
import type { ArchiveKind } from "./archives.enums.js";

export class ArchivePath extends ProjectPath {
  @Id("档案导出编号") archiveId: string;
}

export class ArchiveQueryDto extends CursorQueryDto {}

/**
 * Asks for the accounting archive of a year (会计档案, LAW-42, LAW-44). Closed months only: a year with open months is
 * refused by their names unless what is closed is wanted now, and is then marked as not complete.
 */
export class RequestArchiveDto {
  /** Chosen by the client, so that a retry asks once. */
  @Id("档案导出编号") id: string;
  @Int("年度", { min: 2000, max: 2100 }) year: number;
  /** What it is for; stands in the archive, the register and the audit log. */
  @Text("导出用途", { min: 2, max: 200 }) reason: string;
  /** The closed months of a year that is not closed to its end; the archive says that it is not complete. */
  @Flag("先导出已月结的月份", { optional: true }) partial?: boolean | null;
  /** Whole telephone and document numbers of payers instead of masked ones; needs the right to see them, and approval. */
  @Flag("包含完整号码", { optional: true }) includeNumbers?: boolean | null;
}

/** A year that can be chosen. */
export class ArchiveYearDto {
  /** @example 2026 */
  year: number;
  /** Months that are closed, YYYY-MM. */
  closed: string[];
  /** Months of the year that are not closed yet, also those that have not begun. */
  open: string[];
}

export class ArchiveYearsDto {
  /** The latest first. */
  items: ArchiveYearDto[];
}

/** A file of an archive, as in its index (目录). */
export class ArchiveFileDto {
  /** Path in the ZIP, e.g. `2026-03/01-收据存根.csv`. */
  path: string;
  /** What it holds, in a sentence. */
  meaning: string;
  kind: ArchiveKind;
  /** Until when it is kept at least, YYYY-MM-DD; null for ever. */
  keepUntil: string | null;
  rows: number;
  /** Sum of its amounts in fen; null where there is nothing to add up. */
  amountFen: number | null;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** An archive export in the register. */
export class ArchiveExportDto {
  id: string;
  /** e.g. DA000001 */
  number: string;
  year: number;
  /** Months it holds, YYYY-MM. */
  months: string[];
  /** All months of the year were closed. */
  complete: boolean;
  /** Months that were not closed then. */
  openMonths: string[];
  status: ExportStatus;
  reason: string;
  includeNumbers: boolean;
  requestedByName: string;
  createdAt: string;
  approvalId: string | null;
  approverName: string | null;
  jobId: string | null;
  /** How far the job is, per cent. */
  percent: number;
  /** What the job is at, in words. */
  progress: string | null;
  /** Rows of all its files. */
  rows: number | null;
  /** Bytes of the ZIP. */
  size: number | null;
  /** SHA-256 of the ZIP, hexadecimal. */
  sha256: string | null;
  /** SHA-256 of the list of all files' hashes (校验清单.sha256), hexadecimal. */
  manifestHash: string | null;
  readyAt: string | null;
  /** Until when the file can be downloaded. */
  expiresAt: string | null;
  downloads: number;
  /** Why there is no file. */
  failure: string | null;
  /** Whether the person who asks may download it now. */
  canDownload: boolean;
}

export class ArchiveExportDetailDto extends ArchiveExportDto {
  /** In the order of the index; empty until the file is there. */
  files: ArchiveFileDto[];
}

export class ArchiveExportPageDto extends CursorPageDto<ArchiveExportDto> {
  declare items: ArchiveExportDto[];
}

/** What became of a check (核对): the file is that of an export of this project, or of none. */
export class ArchiveCheckDto {
  /** SHA-256 of the file that was handed in, hexadecimal. */
  sha256: string;
  /** The export it is of, unchanged; null when it was changed or is none of ours. */
  found: ArchiveExportDto | null;
}
