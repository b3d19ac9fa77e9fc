import { IsObject } from "class-validator";
import { Choice, Flag, Id, Text, Texts } from "../common/fields.js";
import { Label } from "../common/label.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type ExportKind, exportKindLabels, type ExportStatus, exportStatusLabels } from "./exports.enums.js";

export class ExportPath extends ProjectPath {
  @Id("导出编号") exportId: string;
}

export class ExportQueryDto extends CursorQueryDto {
  @Choice("导出内容", exportKindLabels, { optional: true }) kind?: ExportKind;
  @Choice("状态", exportStatusLabels, { optional: true }) status?: ExportStatus;
}

/**
 * Asks for an export (QRY-04, LAW-34). Over `exportApprovalRows` rows of the project, or with whole numbers, a second
 * person approves before the file is made; otherwise the job starts at once.
 */
export class RequestExportDto {
  @Choice("导出内容", exportKindLabels) kind: ExportKind;
  /**
   * The filter of the list that is exported, as in its query: `GET rooms` for ROOMS, `GET customers` for CUSTOMERS and
   * PAYERS, `GET parking-spaces` for SPACES, `GET bindings` for BINDINGS, `GET vehicles` for VEHICLES, e.g. `{"buildingId": "…", "incomplete": "true"}`.
   * Page and order are passed over.
   */
  @Label("筛选条件") @IsObject({ message: "筛选条件格式不正确" }) filter: Record<string, unknown>;
  /** What the data are for; stands in the file, the register and the audit log. */
  @Text("导出原因", { min: 2, max: 200 }) reason: string;
  /** Keys of the columns; all when left out. Those an import needs are always there. */
  @Texts("导出的列", { optional: true, max: 50, maxItems: 200 }) columns?: string[] | null;
  /** Whole telephone and document numbers instead of masked ones; needs the right to see them, and approval. */
  @Flag("包含完整号码", { optional: true }) includeNumbers?: boolean | null;
}

/** A column that can be chosen. */
export class ExportColumnDto {
  key: string;
  label: string;
  /** Always exported: an import needs it. */
  required: boolean;
  /** Holds a number that is masked unless whole numbers were asked for. */
  masked: boolean;
}

/** What an export of a kind with this filter would be, before it is asked for. */
export class ExportPreviewDto {
  rows: number;
  /** The filter in words, e.g. `楼栋：1栋`. */
  filter: string[];
  columns: ExportColumnDto[];
  /** Over so many rows an approval is needed. */
  approvalRows: number;
}

export class PreviewExportDto {
  @Choice("导出内容", exportKindLabels) kind: ExportKind;
  /** As in RequestExportDto. */
  @Label("筛选条件") @IsObject({ message: "筛选条件格式不正确" }) filter: Record<string, unknown>;
}

/** An export in the register (导出记录). */
export class DataExportDto {
  id: string;
  /** e.g. DC000012 */
  number: string;
  kind: ExportKind;
  status: ExportStatus;
  /** The filter in words; empty for everything. */
  filter: string[];
  /** Labels of the columns left in; empty for all. */
  columns: string[];
  reason: string;
  includeNumbers: boolean;
  /** Rows of the file; what was counted at the request until it is there. */
  rows: number;
  requestedBy: string;
  requestedByName: string;
  createdAt: string;
  /** The request for approval, when one was needed. */
  approvalId: string | null;
  approverName: string | null;
  jobId: string | null;
  /** Bytes. */
  size: number | null;
  /** SHA-256 of the file, hexadecimal. */
  sha256: string | null;
  readyAt: string | null;
  /** Until when the file can be downloaded. */
  expiresAt: string | null;
  downloads: number;
  lastDownloadedAt: string | null;
  /** Why there is no file. */
  failure: string | null;
  /** Whether the person who asks may download it now. */
  canDownload: boolean;
}

export class DataExportPageDto extends CursorPageDto<DataExportDto> {
  declare items: DataExportDto[];
}
