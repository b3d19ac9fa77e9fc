import { IsObject, IsOptional } from "class-validator";
import { Choice, Flag, Id, Int, QueryFlag, Text, Texts } from "../common/fields.js";
import { Label } from "../common/label.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type ImportEntity,
  importEntityLabels,
  type ImportKind,
  importKindLabels,
  type ImportOutcome,
  importOutcomeLabels,
  type ImportProfile,
  type ImportStatus,
  importStatusLabels,
  type ImportSeverity,
  type ImportTemplateKind,
  importTemplateLabels,
} from "./imports.enums.js";

export class ImportPath extends ProjectPath {
  @Id("导入编号") importId: string;
}

export class ImportTemplatePath extends ProjectPath {
  @Choice("模板", importTemplateLabels) kind: ImportTemplateKind;
}

export class ImportUploadDto {
  /** What the file is imported as; found from the file when left out. */
  @Choice("导入内容", importKindLabels, { optional: true }) kind?: ImportKind;
}

export class ImportQueryDto extends CursorQueryDto {
  @Choice("导入内容", importKindLabels, { optional: true }) kind?: ImportKind;
  @Choice("状态", importStatusLabels, { optional: true }) status?: ImportStatus;
}

export class ImportRowQueryDto extends CursorQueryDto {
  @Choice("结果", importOutcomeLabels, { optional: true }) outcome?: ImportOutcome;
  @Choice("种类", importEntityLabels, { optional: true }) entity?: ImportEntity;
  @Text("工作表", { optional: true, max: 100 }) sheet?: string;
  /** Only rows something is said about. */
  @QueryFlag("有提示") withIssues?: boolean;
}

/** Which sheet and columns are read. A workbook recognised as a whole community needs no columns. */
export class SaveImportMappingDto {
  @Choice("导入内容", importKindLabels) kind: ImportKind;
  @Text("工作表", { optional: true, max: 100 }) sheet?: string | null;
  /** Row of the headers as the spreadsheet counts; found when left out. */
  @Int("表头行", { optional: true, min: 1, max: 100_000 }) headerRow?: number | null;
  /** Column (1 for A) by key of the field; a field left out is not read. Without columns those remembered or guessed. */
  @Label("对应列") @IsOptional() @IsObject({ message: "对应列格式不正确" }) columns?: Record<string, number> | null;
  /** Remember the columns for workbooks with the same headers. */
  @Flag("记住对应列", { optional: true }) remember?: boolean | null;
}

export class CommitImportDto {
  /** Codes of the decisions the operator agreed to; every open one, and no others. */
  @Texts("决定", { max: 50, maxItems: 50 }) decisions: string[];
}

/** A header of a sheet. */
export class ImportHeaderDto {
  /** 1 for A. */
  column: number;
  text: string;
}

/** The first rows of a sheet as text, column by column. */
export class ImportPreviewRowDto {
  rowNo: number;
  /** Texts by column, the first is A; empty where nothing stands. */
  cells: string[];
}

export class ImportSheetDto {
  name: string;
  hidden: boolean;
  /** Rows that hold a value. */
  rowCount: number;
  columns: number;
  formulaCount: number;
  mergeCount: number;
  /** Row the headers stand in; null when none was found. */
  headerRow: number | null;
  headers: ImportHeaderDto[];
  preview: ImportPreviewRowDto[];
}

/** A field a column can be mapped to. */
export class ImportFieldDto {
  key: string;
  label: string;
  required: boolean;
  note: string | null;
}

/** Where a field is read from. */
export class ImportColumnDto {
  key: string;
  /** 1 for A. */
  column: number;
  header: string;
  /** 1 for the very label; below 0.8 worth a look. */
  confidence: number;
}

/** What is read, and from where. */
export class ImportMappingDto {
  profile: ImportProfile;
  /** Null for the profiles that read every sheet. */
  sheet: string | null;
  headerRow: number | null;
  fields: ImportFieldDto[];
  columns: ImportColumnDto[];
  /** Labels of required fields without a column. */
  missing: string[];
  /** Whether the columns are those remembered from an earlier workbook with the same headers. */
  remembered: boolean;
}

/** How many records of a kind would be, or were, treated how. */
export class ImportCountDto {
  entity: ImportEntity;
  outcome: ImportOutcome;
  count: number;
}

/** Something to decide instead of correcting the file. */
export class ImportDecisionDto {
  code: string;
  /** The question in so many words, with the rows and what follows from a yes. */
  question: string;
  rowCount: number;
  taken: boolean;
}

/** How many records lack a mandatory field. */
export class ImportIncompleteDto {
  entity: ImportEntity;
  label: string;
  count: number;
}

/** What the check found. */
export class ImportSummaryDto {
  /** Records as they stand now: those that block are REFUSE. */
  counts: ImportCountDto[];
  /** Records once every decision is taken. */
  expected: ImportCountDto[];
  sheets: string[];
  /** Sentences that block until corrected or decided. */
  blocking: number;
  decisions: ImportDecisionDto[];
  incomplete: ImportIncompleteDto[];
  incompleteRooms: number;
  incompleteCustomers: number;
}

/** An import without its details. */
export class ImportItemDto {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  /** Bytes. */
  size: number;
  /** The last job of the import. */
  jobId: string | null;
  /** Why it failed. */
  failure: string | null;
  createdByName: string;
  createdAt: string;
  committedAt: string | null;
}

export class ImportDto extends ImportItemDto {
  /** SHA-256 of the file, hexadecimal. */
  sha256: string;
  /** Whether sheets and headers say what the file is; otherwise kind and columns must be chosen. */
  recognised: boolean;
  sheets: ImportSheetDto[];
  mapping: ImportMappingDto;
  /** Null until checked. */
  summary: ImportSummaryDto | null;
}

export class ImportPageDto extends CursorPageDto<ImportItemDto> {
  declare items: ImportItemDto[];
}

/** One thing said about a row. */
export class ImportIssueDto {
  severity: ImportSeverity;
  /** Property of the record, null for the row as a whole. */
  field: string | null;
  code: string;
  message: string;
}

/** A value that would change, or has changed. */
export class ImportChangeDto {
  label: string;
  before: string | null;
  after: string | null;
}

/** One record of the file and what would become, or became, of it. */
export class ImportRowDto {
  id: string;
  sheet: string;
  rowNo: number;
  entity: ImportEntity;
  /** What it is called, e.g. the room code. */
  key: string;
  outcome: ImportOutcome;
  changes: ImportChangeDto[];
  issues: ImportIssueDto[];
}

export class ImportRowPageDto extends CursorPageDto<ImportRowDto> {
  declare items: ImportRowDto[];
}

/** A job that was started for an import. */
export class ImportJobDto {
  importId: string;
  jobId: string;
}
