import { Choice, Id, Period, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { type MeterKind, meterKindLabels } from "../customer/transfers.enums.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type MeterPlace,
  meterPlaceLabels,
  type ReadingAlert,
  type SheetLineStatus,
  sheetLineStatusLabels,
} from "./meters.enums.js";

export class SheetPath extends ProjectPath {
  @Id("抄表单编号") sheetId: string;
}

/** Who reads which meters in a month (抄表单): all that are in use, or those of a kind, a building or a round. */
export class CreateSheetDto {
  @Period("费用月份") period: string;
  @Text("名称", { max: 50 }) name: string;
  @Choice("表类", meterKindLabels, { optional: true }) kind?: MeterKind | null;
  @Choice("表具归属", meterPlaceLabels, { optional: true }) place?: MeterPlace | null;
  @Id("楼栋", { optional: true }) buildingId?: string | null;
  @Text("抄表路线", { optional: true, max: 40 }) route?: string | null;
  @Text("抄表人", { optional: true, max: 40 }) reader?: string | null;
}

export class SheetQueryDto extends PageQueryDto {
  @Period("费用月份", { optional: true }) period?: string;
}

/** A sheet and how far it is. */
export class SheetDto {
  id: string;
  period: string;
  name: string;
  kind: MeterKind | null;
  place: MeterPlace | null;
  buildingId: string | null;
  buildingName: string | null;
  route: string | null;
  reader: string | null;
  createdByName: string;
  createdAt: string;
  /** Meters on it, those without a reading, those read, with a confirmed alert, and billed. */
  total: number;
  missing: number;
  read: number;
  alerts: number;
  billed: number;
  /** Whether the month is closed: then nothing is read any more. */
  closed: boolean;
}

export class SheetPageDto extends PageDto<SheetDto> {
  declare items: SheetDto[];
}

export class SheetLineQueryDto extends PageQueryDto {
  /** Part of the number of the meter or the room. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", sheetLineStatusLabels, { optional: true }) status?: SheetLineStatus;
}

/** A meter on a sheet with its reading of the month. */
export class SheetLineDto {
  meterId: string;
  no: string;
  kind: MeterKind;
  roomId: string | null;
  roomCode: string | null;
  buildingName: string | null;
  position: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  status: SheetLineStatus;
  /** What it showed the time before, and when that was. */
  previous: string;
  previousOn: string;
  /** Mean use of the two periods before; null while there were none. */
  meanUse: string | null;
  readingId: string | null;
  readOn: string | null;
  value: string | null;
  use: string | null;
  estimated: boolean;
  alerts: ReadingAlert[];
  reason: string | null;
  photoCount: number;
}

export class SheetLinePageDto extends PageDto<SheetLineDto> {
  declare items: SheetLineDto[];
}

/** A row of a workbook that was not taken, and why. */
export class SheetImportErrorDto {
  /** As Excel shows it. */
  rowNo: number;
  meterNo: string;
  message: string;
}

/** What became of an uploaded sheet: rows that were taken, left empty, and refused. */
export class SheetImportDto {
  savedCount: number;
  emptyCount: number;
  errors: SheetImportErrorDto[];
}
