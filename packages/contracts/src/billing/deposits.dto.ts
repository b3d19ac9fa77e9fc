import { Choice, DateOnly, Fen, Flag, Id, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { ReceiptRefDto } from "./receipts.dto.js";
import {
  type DepositMovementKind,
  type DepositObject,
  depositObjectLabels,
  type DepositState,
  depositStateLabels,
} from "./deposits.enums.js";

export class DepositPath extends ProjectPath {
  @Id("押金编号") depositId: string;
}

/**
 * Registers a deposit (押金, BIL-84): a charge of a fee item of kind 押金 that is paid at the desk like any other. It is
 * never offset by prepayments and bears no late fee.
 */
export class CreateDepositDto {
  /** Chosen by the client when its form opens, so that a retry registers once. */
  @Id("押金编号") id: string;
  @Id("房间") roomId: string;
  /** Of kind 押金: it is the type of the deposit. */
  @Id("押金项目") feeItemId: string;
  /** Who pays; the room's payer when left out. */
  @Id("交纳人", { optional: true }) payerId?: string | null;
  @Choice("押金用途", depositObjectLabels) object: DepositObject;
  /** Number of the decoration, pass or lease it belongs to. */
  @Text("关联单号", { optional: true, max: 50 }) objectRef?: string | null;
  @Fen("押金金额", { min: 1 }) amountFen: number;
  /** Today when left out. */
  @DateOnly("应缴日期", { optional: true }) dueOn?: string | null;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

export class DepositQueryDto extends CursorQueryDto {
  /** Part of the deposit's number, reference, room code, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", depositStateLabels, { optional: true }) state?: DepositState;
  @Choice("押金用途", depositObjectLabels, { optional: true }) object?: DepositObject;
  @Id("押金项目", { optional: true }) feeItemId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("交纳人", { optional: true }) payerId?: string;
}

/** A deposit, in fen. */
export class DepositDto {
  id: string;
  depositNo: string;
  state: DepositState;
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  feeItemId: string;
  feeItemName: string;
  object: DepositObject;
  objectRef: string | null;
  /** The charge it is paid by. */
  chargeId: string;
  amountFen: number;
  /** Paid by receipts that stand. */
  receivedFen: number;
  /** Still in our hands: received less deducted, moved and paid back. */
  heldFen: number;
  /** First day money came in. */
  receivedOn: string | null;
  refundable: boolean;
  refundableReason: string | null;
  createdByName: string;
  createdAt: string;
  remark: string | null;
}

export class DepositPageDto extends CursorPageDto<DepositDto> {
  declare items: DepositDto[];
  /** Held of all that the filter finds, in fen. */
  heldFen: number;
}

/** What was taken from a deposit, in fen. */
export class DepositMovementDto {
  id: string;
  kind: DepositMovementKind;
  amountFen: number;
  bookedOn: string;
  reason: string;
  /** Number of the receipt (deduction) or refund behind it. */
  documentNo: string | null;
  createdByName: string;
}

export class DepositDetailDto extends DepositDto {
  movements: DepositMovementDto[];
  /** Receipts it was paid by, red ones among them. */
  receipts: ReceiptRefDto[];
  /** Asked to be paid back and not decided or paid yet. */
  requestedFen: number;
}

/**
 * Takes a part of a deposit as income (扣除): a charge of an income item that is settled from it at once. A file that
 * proves it (扣除凭据) must lie with the deposit.
 */
export class DeductDepositDto {
  /** Chosen by the client, so that a retry deducts once. */
  @Id("扣除编号") id: string;
  @Fen("扣除金额", { min: 1 }) amountFen: number;
  /** The one-off item the income is booked on. */
  @Id("收入项目") feeItemId: string;
  @Text("扣除原因", { min: 2, max: 200 }) reason: string;
}

/** Says whether a deposit may be paid back (可退). */
export class SetRefundableDto {
  @Flag("可以退还") refundable: boolean;
  /** Why, e.g. 装修验收合格. */
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

/** Turns a deposit that may be paid back into a general prepayment of its payer and room. */
export class MoveDepositDto {
  /** Chosen by the client, so that a retry moves once. */
  @Id("转出编号") id: string;
  @Fen("转预收金额", { min: 1 }) amountFen: number;
  @Text("原因", { min: 2, max: 200 }) reason: string;
}

export class DepositReportQueryDto {
  /** First day; the first of this month when left out. */
  @DateOnly("开始日期", { optional: true }) from?: string;
  /** Last day, included; today when left out. */
  @DateOnly("结束日期", { optional: true }) to?: string;
}

/** 押金收退表: one type of deposit, in fen. opening + in − deducted − moved − refunded = closing. */
export class DepositReportRowDto {
  feeItemId: string;
  feeItemName: string;
  openingFen: number;
  inFen: number;
  deductedFen: number;
  movedFen: number;
  refundedFen: number;
  closingFen: number;
  /** The closing by how long it has been held: up to a year, up to two, up to three, longer. */
  upToOneYearFen: number;
  upToTwoYearsFen: number;
  upToThreeYearsFen: number;
  longerFen: number;
}

export class DepositReportDto {
  from: string;
  to: string;
  rows: DepositReportRowDto[];
}
