import { Choice, DateOnly, Flag, Id, Ids, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type OffsetOrder,
  offsetOrderLabels,
  type OffsetReason,
  type OffsetRunStatus,
  offsetRunStatusLabels,
  type OffsetShortage,
  offsetShortageLabels,
  type OffsetTrigger,
} from "./offsets.enums.js";

export class OffsetRunPath extends ProjectPath {
  @Id("冲抵批次编号") offsetRunId: string;
}

/**
 * How a project uses what was paid ahead (预收款使用方案, BIL-61, FEE-09). Item money always goes before general money;
 * deposits are never offset; money of a room pays only for that room and payer.
 */
export class OffsetSchemeDto {
  /** Off: nothing is offset but what a payer asks for at the desk. */
  @Flag("启用预收冲抵") enabled: boolean;
  /** At generation: a run follows each publication of charges. */
  @Flag("发布应收后自动冲抵") onPublish: boolean;
  /** A run early every morning. */
  @Flag("每日自动冲抵") daily: boolean;
  /** Only the fee items listed; else every item but deposits. */
  @Flag("只冲抵列出的项目") onlyListed: boolean;
  /** Fee items in the order of their priority; those not listed come after them. */
  @Ids("项目顺序", { optional: true, min: 0, max: 200 }) feeItemIds?: string[] | null;
  /** Late fees (违约金) that are booked as owed are offset too; yes when left out. */
  @Flag("也冲抵违约金", { optional: true }) lateFees?: boolean;
  /**
   * Only money whose receipt was reviewed (预收单先审核再核销, 3.1 no. 7): what unreviewed receipts of the desk brought into an
   * account is left alone. Changed by who sets where a second person is needed; left out, it stays as it is.
   */
  @Flag("只冲抵已审核的预收", { optional: true }) reviewedOnly?: boolean;
  @Choice("冲抵顺序", offsetOrderLabels) order: OffsetOrder;
  @Choice("余额不足时", offsetShortageLabels) shortage: OffsetShortage;
  /** Only charges whose service begins on this day or later. */
  @DateOnly("费用开始日期不早于", { optional: true }) chargeFrom?: string | null;
  /** Only charges whose service ends on this day or earlier. */
  @DateOnly("费用结束日期不晚于", { optional: true }) chargeTo?: string | null;
}

/** Whose prepayments: all of the project when nothing is chosen. */
export class OffsetScopeDto {
  @Ids("楼栋", { optional: true, max: 200 }) buildingIds?: string[] | null;
  @Ids("房间", { optional: true }) roomIds?: string[] | null;
}

/** One bill in a preview, in fen. */
export class OffsetLineDto {
  chargeId: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  openFen: number;
  /** Taken from money for this item only. */
  fromItemFen: number;
  fromGeneralFen: number;
  /** Still owed afterwards. */
  leftFen: number;
  /** Why it is not offset, or not wholly; null when it is settled. */
  reason: OffsetReason | null;
}

/** What a payer's money does for one room, in fen. Bills stand in the order in which they are offset. */
export class OffsetRoomDto {
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  balances: OffsetBalanceDto[];
  offsetFen: number;
  lines: OffsetLineDto[];
}

/** An account before and after. */
export class OffsetBalanceDto {
  /** Name of the fee item; null for general money. */
  feeItemName: string | null;
  beforeFen: number;
  afterFen: number;
}

/** What a run would do as the books are now (BIL-61): who, what, in which order, and why not. */
export class OffsetPreviewDto {
  /** Names exactly this outcome: confirming refuses when the books have changed since. */
  fingerprint: string;
  payers: number;
  rooms: number;
  charges: number;
  amountFen: number;
  /** Prepaid in all, in fen, of the rooms looked at. */
  balanceFen: number;
  /** The first rooms, by code. */
  items: OffsetRoomDto[];
  /** There are more rooms than shown. */
  truncated: boolean;
}

/** Offsets what was previewed. */
export class StartOffsetDto extends OffsetScopeDto {
  /** Chosen by the client when the preview opens, so that a retry offsets once. */
  @Id("冲抵批次编号") id: string;
  /** Of the preview that was looked at. */
  @Text("预览标识", { max: 64 }) fingerprint: string;
}

/** One go of offsetting prepayments (冲抵批次), in fen. */
export class OffsetRunDto {
  id: string;
  status: OffsetRunStatus;
  trigger: OffsetTrigger;
  /** Documents written, one per payer. */
  receiptCount: number;
  roomCount: number;
  chargeCount: number;
  amountFen: number;
  bookedOn: string | null;
  /** Why it was not done. */
  failure: string | null;
  jobId: string;
  createdByName: string;
  createdAt: string;
}

export class OffsetRunQueryDto extends CursorQueryDto {
  @Choice("状态", offsetRunStatusLabels, { optional: true }) status?: OffsetRunStatus;
}

export class OffsetRunPageDto extends CursorPageDto<OffsetRunDto> {
  declare items: OffsetRunDto[];
}
