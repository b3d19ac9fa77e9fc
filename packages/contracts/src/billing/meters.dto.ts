import { Choice, DateOnly, Decimal, Flag, Id, Int, Period, QueryFlag, Text } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { type MeterKind, meterKindLabels } from "../customer/transfers.enums.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type MeterPlace,
  meterPlaceLabels,
  type MeterStatus,
  meterStatusLabels,
  type ReadingAlert,
  type ReadingKind,
  type ReadingStatus,
} from "./meters.enums.js";

export class MeterPath extends ProjectPath {
  @Id("表具编号") meterId: string;
}

export class ReadingPath extends MeterPath {
  @Id("读数编号") readingId: string;
}

export class RoomMetersPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

/** What a meter (表具) is and where it stands (BIL-20). */
export class MeterFieldsDto {
  /** Stamped on the device; unique among the meters of its kind that are in use. */
  @Text("表号", { max: 40 }) no: string;
  @Choice("表类", meterKindLabels) kind: MeterKind;
  /** The item its use is billed as; must be of kind 走表. Left out: the meter is read, never billed. */
  @Id("收费项目", { optional: true }) feeItemId?: string | null;
  /** Where exactly: 厨房水槽下, 一层配电间. */
  @Text("安装位置", { optional: true, max: 100 }) position?: string | null;
  /** The round on which it is read (抄表路线). */
  @Text("抄表路线", { optional: true, max: 40 }) route?: string | null;
  /** Digits before the point: five digits turn over after 99999. */
  @Int("位数", { min: 1, max: 10 }) digits: number;
  /** 倍率: what one unit on the dial stands for. */
  @Decimal("倍率", { places: 4, max: "100000", positive: true }) multiplier: string;
  /** Counts backwards (反转表). */
  @Flag("反转表") reverse: boolean;
  /** The master meter (总表) behind which it stands, for the loss report (BIL-25). */
  @Id("总表", { optional: true }) parentId?: string | null;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

/** Registers a meter in a room, or a public one of a building or of the whole project. */
export class CreateMeterDto extends MeterFieldsDto {
  /** The room it counts for; left out for a public meter. */
  @Id("房间", { optional: true }) roomId?: string | null;
  /** The building of a public meter; left out for one of the whole project. */
  @Id("楼栋", { optional: true }) buildingId?: string | null;
  @DateOnly("安装日期") installedOn: string;
  /** What it showed on the day it was installed (起始读数). */
  @Decimal("起始读数", { places: 3 }) startReading: string;
  /** Use of the same year before this system, which tiers by year begin with (年内已用量). */
  @Decimal("年内已用量", { optional: true, places: 3 }) openingUse?: string | null;
}

/** A row of a workbook of meters that cannot be registered. */
export class MeterFileFaultDto {
  rowNo: number;
  /** Number of the meter as it is written in the row. */
  no: string;
  message: string;
}

/** What a workbook of meters would register (BIL-20). */
export class MeterFileCheckDto {
  rowCount: number;
  faultCount: number;
  /** The first 200. */
  faults: MeterFileFaultDto[];
}

/** Meters registered from a workbook. */
export class MetersRegisteredDto {
  count: number;
}

/** Changes a meter. What its readings were counted with stays as it is once there is one. */
export class UpdateMeterDto extends MeterFieldsDto {
  /** Only while the meter has no reading. */
  @Decimal("起始读数", { optional: true, places: 3 }) startReading?: string | null;
}

/** Takes a meter out, or puts another in its place (换表, BIL-22). */
export class RemoveMeterDto {
  @DateOnly("拆表日期") removedOn: string;
  /** What the old meter showed last. */
  @Decimal("拆表读数", { places: 3 }) endReading: string;
  /** The old meter passed its last number since the reading before. */
  @Flag("已翻转", { optional: true }) rolledOver?: boolean;
  /** The month the use is billed in; left out: that of the day. */
  @Period("费用月份", { optional: true }) period?: string;
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

export class ReplaceMeterDto extends RemoveMeterDto {
  @Text("新表号", { max: 40 }) no: string;
  @Int("新表位数", { min: 1, max: 10 }) digits: number;
  @Decimal("新表倍率", { places: 4, max: "100000", positive: true }) multiplier: string;
  @Flag("新表为反转表", { optional: true }) reverse?: boolean;
  @Decimal("新表起始读数", { places: 3 }) startReading: string;
}

export class MeterQueryDto extends PageQueryDto {
  /** Part of the number of the meter, of the room or of the position. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("表类", meterKindLabels, { optional: true }) kind?: MeterKind;
  @Choice("表具归属", meterPlaceLabels, { optional: true }) place?: MeterPlace;
  @Choice("状态", meterStatusLabels, { optional: true }) status?: MeterStatus;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @Text("抄表路线", { optional: true, max: 40 }) route?: string;
  /** Without a reading in this month. */
  @Period("未抄月份", { optional: true }) missingIn?: string;
  /** In a room, with a fee item, and no rate of it bound to the room today. */
  @QueryFlag("未绑定标准") unbound?: boolean;
}

/** A meter with its last reading. */
export class MeterDto {
  id: string;
  no: string;
  kind: MeterKind;
  place: MeterPlace;
  status: MeterStatus;
  roomId: string | null;
  roomCode: string | null;
  buildingId: string | null;
  buildingName: string | null;
  feeItemId: string | null;
  feeItemName: string | null;
  /** Whether a rate of its fee item is bound to the room today; null for meters that are not billed. */
  rateName: string | null;
  position: string | null;
  route: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  installedOn: string;
  startReading: string;
  openingUse: string;
  removedOn: string | null;
  parentId: string | null;
  parentNo: string | null;
  /** The meter that it took the place of. */
  replacesId: string | null;
  replacesNo: string | null;
  remark: string | null;
  /** What it showed last: its last valid reading, or its start. */
  lastReading: string;
  lastReadOn: string;
}

export class MeterPageDto extends PageDto<MeterDto> {
  declare items: MeterDto[];
}

/** What a person saw on a meter (抄表). */
export class RecordReadingDto {
  @DateOnly("抄表日期") readOn: string;
  @Decimal("本次读数", { places: 3 }) value: string;
  /** The month the use belongs to; left out: that of the day. */
  @Period("费用月份", { optional: true }) period?: string;
  /** Nobody could read it: a value that was reckoned (估抄). */
  @Flag("估抄", { optional: true }) estimated?: boolean;
  /** Confirms that the meter passed its last number (翻转): without it a lower reading is refused. */
  @Flag("已翻转", { optional: true }) rolledOver?: boolean;
  /** Confirms what is unusual about it: zero, far above before, estimated, rolled over. */
  @Text("异常说明", { optional: true, max: 200 }) reason?: string | null;
}

/** Puts another value in the place of the last reading of a meter (BIL-23). */
export class CorrectReadingDto extends RecordReadingDto {
  @Text("更正原因", { min: 2, max: 200 }) correction: string;
}

export class DeleteReadingDto {
  @Text("删除原因", { min: 2, max: 200 }) reason: string;
}

/** A charge that a reading was billed with. */
export class ReadingChargeDto {
  id: string;
  amountFen: number;
  openFen: number;
  reversed: boolean;
}

/** A reading as it stands in the history of its meter: never edited, corrected by another. */
export class ReadingDto {
  id: string;
  meterId: string;
  meterNo: string;
  kind: ReadingKind;
  status: ReadingStatus;
  /** Month the use belongs to. */
  period: string;
  readOn: string;
  /** First and last day that its use covers. */
  serviceFrom: string;
  serviceTo: string;
  previous: string;
  value: string;
  use: string;
  estimated: boolean;
  rolledOver: boolean;
  alerts: ReadingAlert[];
  /** Why it is right although it is unusual. */
  reason: string | null;
  /** Why it was corrected or deleted. */
  undoReason: string | null;
  createdByName: string;
  createdAt: string;
  charges: ReadingChargeDto[];
  photoCount: number;
}

export class ReadingPageDto extends PageDto<ReadingDto> {
  declare items: ReadingDto[];
}

export class ReadingQueryDto extends PageQueryDto {}

/** How many people a household has from a day on; tiers may grow with them (BIL-21). */
export class SaveHeadcountDto {
  @DateOnly("开始日期") startsOn: string;
  @Int("人数", { min: 1, max: 50 }) persons: number;
  /** What it was registered by: 户口簿, 居住证. */
  @Text("登记依据", { max: 200 }) proof: string;
}

export class HeadcountDto extends SaveHeadcountDto {
  id: string;
  endsOn: string | null;
  createdByName: string;
}

/** The meters of a room with what they belong to. */
export class RoomMetersDto {
  meters: MeterDto[];
  headcounts: HeadcountDto[];
}
