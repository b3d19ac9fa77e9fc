import { Choice, Code, DateOnly, Fen, Id, Period, QueryFlag, QueryInt, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { DisputeDto } from "./disputes.dto.js";
import type { TaxPartDto } from "./tax.dto.js";
import type { ChargePlanDto } from "./payment-plans.dto.js";
import { type ChargeEntryKind, type ChargeSource, type ChargeStatus, chargeStatusLabels } from "./billing.enums.js";

export class ChargePath extends ProjectPath {
  @Id("应收编号") chargeId: string;
}

export class RoomChargesPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

/** Which charges. */
export class ChargeFilterDto extends CursorQueryDto {
  /** Part of room code, payer name or payer number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @Id("批次", { optional: true }) runId?: string;
  /** Number of the batch it was entered with (批量录入, 导入). */
  @Code("批量单号", { optional: true }) batchNo?: string;
  /** Service month from, to. */
  @Period("费用月份起", { optional: true }) periodFrom?: string;
  @Period("费用月份止", { optional: true }) periodTo?: string;
  /** Month it was booked in. */
  @Period("记账月份", { optional: true }) bookedPeriod?: string;
  @Choice("状态", chargeStatusLabels, { optional: true }) status?: ChargeStatus;
  /** Owed and past the due date, or not. */
  @QueryFlag("逾期") overdue?: boolean;
  /** Out with a bank (托收中), or not. */
  @QueryFlag("托收中") onDebit?: boolean;
  /** With an open dispute, or without. */
  @QueryFlag("有争议") disputed?: boolean;
}

/** Lists charges, the last booked first. */
export class ChargeQueryDto extends ChargeFilterDto {}

/** What is owed for one room, fee item and stretch of service (应收). Amounts in fen. */
export class ChargeDto {
  id: string;
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  feeItemId: string;
  /** With what it is for beside the room: 停车费（车位 B1-023）. */
  feeItemName: string;
  /** The space, vehicle or contract it is for (BIL-05); null for the room itself. */
  objectId: string | null;
  rateName: string | null;
  runId: string | null;
  source: ChargeSource;
  status: ChargeStatus;
  /** Service month. */
  period: string;
  /** Month it was booked in. */
  bookedPeriod: string;
  serviceFrom: string;
  serviceTo: string;
  quantity: string | null;
  unitPrice: string | null;
  amountFen: number;
  /** Waived and adjusted away. */
  reducedFen: number;
  receivedFen: number;
  /** Offset by prepayments. */
  offsetFen: number;
  reversedFen: number;
  openFen: number;
  dueOn: string;
  overdue: boolean;
  /** The direct debit batch it is out with a bank in (托收中); locked until the batch answers or is void. */
  debitBatchId: string | null;
  debitBatchNo: string | null;
  /** The batch it was entered with, by hand for many rooms or from a workbook; null for all others. */
  batchNo: string | null;
  remark: string | null;
}

export class ChargePageDto extends CursorPageDto<ChargeDto> {
  declare items: ChargeDto[];
}

/** Count and sums of all charges a filter finds, in fen. */
export class ChargeTotalsDto {
  count: number;
  amountFen: number;
  reducedFen: number;
  receivedFen: number;
  offsetFen: number;
  reversedFen: number;
  openFen: number;
}

/** Something that happened to a charge. */
export class ChargeEntryDto {
  id: string;
  kind: ChargeEntryKind;
  /** Effect on what is owed, in fen: money received is negative. */
  amountFen: number;
  bookedOn: string;
  receiptId: string | null;
  receiptNo: string | null;
  reason: string | null;
  createdByName: string | null;
  createdAt: string;
}

/** A charge with what happened to it and why it is this amount (GEN-03). */
export class ChargeDetailDto extends ChargeDto {
  entries: ChargeEntryDto[];
  /** 为什么是这个金额: sentences, empty for charges entered by hand without a word. */
  explanation: string[];
  /** The tax in what is owed after reductions and reversals; null for items without a rate and for what is collected for others. */
  tax: TaxPartDto | null;
  /** The latest first. */
  disputes: DisputeDto[];
  /** The payment plan it is in now, asked for or approved. */
  plan: ChargePlanDto | null;
  createdAt: string;
}

export class ReverseChargeDto {
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
}

/** A one-off charge entered by hand (BIL-146). The id is chosen by the client, so that a retry charges once. */
export class CreateChargeDto {
  @Id("应收编号") id: string;
  @Id("房间") roomId: string;
  /** The space, vehicle or contract it is for; empty: the room itself (BIL-05). */
  @Id("计费对象", { optional: true }) objectId?: string | null;
  /** An active item of kind 临时 or 出入证. */
  @Id("收费项目") feeItemId: string;
  /** Empty: who pays for the room and item on the first day of service. */
  @Id("收费对象", { optional: true }) payerId?: string | null;
  @Fen("金额", { min: 1 }) amountFen: number;
  @DateOnly("服务开始日期") serviceFrom: string;
  @DateOnly("服务结束日期") serviceTo: string;
  @DateOnly("应缴日期") dueOn: string;
  @Text("说明", { max: 200 }) remark: string;
  /**
   * Why a month before charging starts is charged (BIL-14): required when the owner of the room does not bear it yet and the
   * developer is not the payer, or when the space, vehicle or contract was not bound to the room by then.
   */
  @Text("起算前收费的原因", { optional: true, min: 2, max: 100 }) beforeStartReason?: string | null;
}

export class RoomChargesQueryDto {
  @QueryInt("年份", { optional: true, min: 1900, max: 2199 }) year?: number;
}

/** One item of a room in one service month, in fen. */
export class RoomChargeCellDto {
  feeItemId: string;
  period: string;
  /** Charged, reversals and reductions taken off. */
  amountFen: number;
  /** Received and offset. */
  paidFen: number;
  openFen: number;
}

export class RoomChargeItemDto {
  feeItemId: string;
  feeItemName: string;
}

/** The year of a room: months × items (FEE-02), and what is owed in all. */
export class RoomChargesDto {
  year: number;
  /** Years in which the room has charges, the latest first. */
  years: number[];
  items: RoomChargeItemDto[];
  cells: RoomChargeCellDto[];
  /** Owed and past due on this day, all years. */
  overdueFen: number;
  /** Owed in all, due or not. */
  openFen: number;
  /** The first day of service that is still owed. */
  owedSince: string | null;
}
