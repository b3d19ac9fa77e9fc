import { Choice, Fen, Flag, Id, Parts, QueryFlag, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type OpeningKind,
  openingKindLabels,
  type OpeningRowKind,
  openingRowKindLabels,
  type OpeningSign,
  type OpeningStatus,
  openingStatusLabels,
  type OpeningTotalKind,
  openingTotalKindLabels,
  type OpeningTotalSource,
} from "./openings.enums.js";

export class OpeningPath extends ProjectPath {
  @Id("期初导入编号") openingId: string;
}

/** Which workbook: opening balances, or the payment history of the system used before. */
export class OpeningKindDto {
  @Choice("导入内容", openingKindLabels) kind: OpeningKind;
}

export class OpeningQueryDto extends CursorQueryDto {
  @Choice("导入内容", openingKindLabels, { optional: true }) kind?: OpeningKind;
  @Choice("状态", openingStatusLabels, { optional: true }) status?: OpeningStatus;
}

/** Posts what was checked. */
export class PostOpeningDto {
  /** Of a payment history: leaves rows with errors out. Opening balances are posted whole or not at all. */
  @Flag("跳过有误的行", { optional: true }) skipFaults?: boolean;
  /** Of a payment history: the last day paid for becomes the day up to which runs do not bill (default yes). */
  @Flag("登记已缴至日期", { optional: true }) setPaidThrough?: boolean;
  /** Of a payment history: what was paid short (应缴 − 实缴) becomes opening arrears. */
  @Flag("差额记为期初欠费", { optional: true }) shortAsArrears?: boolean;
}

export class ReverseOpeningDto {
  @Text("撤回原因", { min: 2, max: 200 }) reason: string;
}

/** The work that was started; follow it through `jobs`. */
export class OpeningJobDto {
  openingId: string;
  jobId: string;
}

/** How many rows of a kind a workbook has and what they come to, in fen; rows with errors apart. */
export class OpeningCountDto {
  kind: OpeningRowKind;
  count: number;
  faults: number;
  amountFen: number;
  /** Of payment history: what was paid. */
  paidFen: number;
}

/** One import of opening balances or of payment history. */
export class OpeningDto {
  id: string;
  /** QC000001, drawn when it is posted. */
  openingNo: string | null;
  kind: OpeningKind;
  status: OpeningStatus;
  fileName: string;
  /** The cut-over (启用日期): opening rows lie before it. */
  cutOverOn: string;
  rowCount: number;
  faultCount: number;
  counts: OpeningCountDto[];
  /** Sheets of the workbook that were not read. */
  otherSheets: string[];
  createdByName: string;
  createdAt: string;
  postedByName: string | null;
  postedAt: string | null;
  reversedByName: string | null;
  reversedAt: string | null;
  reversalReason: string | null;
  sign: OpeningSign;
  signedByName: string | null;
  signedAt: string | null;
  approvalId: string | null;
  jobId: string | null;
  /** Being posted, but by no work any more: it failed or was cancelled. May be posted again or discarded. */
  stuck: boolean;
  /** Why the last attempt to post it failed. */
  failure: string | null;
}

export class OpeningPageDto extends CursorPageDto<OpeningDto> {
  declare items: OpeningDto[];
  /** The cut-over of the project now: the first day of its first month of account. */
  cutOverOn: string;
  /** The first month when it is closed: balances can be opened no more. */
  closedPeriod: string | null;
}

export class OpeningRowQueryDto extends CursorQueryDto {
  @Choice("种类", openingRowKindLabels, { optional: true }) kind?: OpeningRowKind;
  /** Only rows with, or only rows without errors. */
  @QueryFlag("有误") faulty?: boolean;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  /** Part of the room code. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
}

/** One row of the workbook, amounts in fen. */
export class OpeningRowDto {
  id: string;
  kind: OpeningRowKind;
  sheet: string;
  rowNo: number;
  roomId: string | null;
  roomCode: string | null;
  customerId: string | null;
  customerName: string | null;
  feeItemName: string | null;
  /** Of arrears of a space, vehicle or contract of the room (BIL-05): which one, e.g. 车位 B1-023. */
  objectLabel: string | null;
  fromOn: string | null;
  toOn: string | null;
  dueOn: string | null;
  paidOn: string | null;
  amountFen: number | null;
  paidFen: number | null;
  documentNo: string | null;
  cycle: string | null;
  cashier: string | null;
  remark: string | null;
  /** Why the row cannot be posted. */
  fault: string | null;
  /** Of posted arrears and deposits: the charge in the ledger. */
  chargeId: string | null;
}

export class OpeningRowPageDto extends CursorPageDto<OpeningRowDto> {
  declare items: OpeningRowDto[];
}

/** A figure of the old list, in fen. Without fee item or building it counts all of them. */
export class OpeningTotalInputDto {
  @Choice("种类", openingTotalKindLabels) kind: OpeningTotalKind;
  @Id("收费项目", { optional: true }) feeItemId?: string | null;
  @Id("楼栋", { optional: true }) buildingId?: string | null;
  @Fen("原清单合计") expectedFen: number;
}

/** Replaces the typed figures; those of total rows in the workbook stay. */
export class SaveOpeningTotalsDto {
  @Parts("原清单合计", () => OpeningTotalInputDto, { max: 1000 }) totals: OpeningTotalInputDto[];
}

/** Asks a second person to sign the tie-out. */
export class SignOpeningDto {
  @Text("说明", { min: 2, max: 200 }) reason: string;
}

/** A figure of the old list beside what was imported, in fen. */
export class OpeningComparisonDto {
  kind: OpeningTotalKind;
  feeItemId: string | null;
  feeItemName: string | null;
  buildingId: string | null;
  buildingName: string | null;
  source: OpeningTotalSource;
  expectedFen: number;
  importedFen: number;
  importedCount: number;
  /** Imported less expected. */
  differenceFen: number;
}

/** What was imported of a fee item in a building, in fen. */
export class OpeningSumDto {
  kind: OpeningTotalKind;
  feeItemId: string | null;
  feeItemName: string | null;
  /** Null for money collected for others, which belongs to no building. */
  buildingId: string | null;
  buildingName: string | null;
  count: number;
  amountFen: number;
}

/** The tie-out to the old list (期初核对). */
export class OpeningTieOutDto {
  comparisons: OpeningComparisonDto[];
  sums: OpeningSumDto[];
  /** How many figures of the old list are not met. */
  differences: number;
}

export class RoomHistoryPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

export class RoomHistoryQueryDto extends CursorQueryDto {
  @Id("收费项目", { optional: true }) feeItemId?: string;
}

/** A payment of the time before this system, amounts in fen. For reading only: no shift, report or month counts it. */
export class PaymentHistoryDto {
  id: string;
  feeItemName: string;
  cycle: string | null;
  fromOn: string;
  toOn: string;
  paidOn: string;
  dueFen: number;
  paidFen: number;
  cashier: string | null;
  remark: string | null;
  openingNo: string;
}

/** Up to which day a fee item of a room was paid before this system: runs bill from the day after. */
export class PaidThroughDto {
  feeItemId: string;
  feeItemName: string;
  paidTo: string;
}

export class PaymentHistoryPageDto extends CursorPageDto<PaymentHistoryDto> {
  declare items: PaymentHistoryDto[];
  paidThrough: PaidThroughDto[];
}
