import { Choice, Id, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type PaymentMethod,
  type HandMethod,
  handMethodLabels,
  type PrepaymentKind,
  prepaymentKindLabels,
  type PrepaymentRefundStatus,
  prepaymentRefundStatusLabels,
  type PrepaymentSource,
} from "./billing.enums.js";

export class PrepaymentPath extends ProjectPath {
  @Id("预收账户编号") accountId: string;
}

export class PrepaymentQueryDto extends CursorQueryDto {
  /** Part of room code, customer name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("客户", { optional: true }) customerId?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  /** Only accounts with, or only without, a balance. */
  @QueryFlag("有余额") withBalance?: boolean;
  /** General money, or money for one fee item. */
  @Choice("账户类别", prepaymentKindLabels, { optional: true }) kind?: PrepaymentKind;
  @Id("专用项目", { optional: true }) feeItemId?: string;
}

/** Money a customer paid ahead for a room (预收, BIL-60), in fen. */
export class PrepaymentDto {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  customerNumber: string;
  /** The only fee item the money pays for (专用); null is general money (通用). */
  feeItemId: string | null;
  feeItemName: string | null;
  balanceFen: number;
  lastMovedOn: string | null;
}

export class PrepaymentPageDto extends CursorPageDto<PrepaymentDto> {
  declare items: PrepaymentDto[];
  /** Balance of all accounts found, whatever the stretch. */
  balanceFen: number;
}

/** One change of an account, in fen. */
export class PrepaymentMovementDto {
  id: string;
  source: PrepaymentSource;
  /** Into the account positive. */
  amountFen: number;
  balanceAfterFen: number;
  bookedOn: string;
  receiptId: string | null;
  receiptNo: string | null;
  /** The paper behind it when it is no receipt: the refund, or the transfer it was carried over by. */
  documentNo: string | null;
  createdAt: string;
}

export class PrepaymentMovementQueryDto extends CursorQueryDto {}

export class PrepaymentMovementPageDto extends CursorPageDto<PrepaymentMovementDto> {
  declare items: PrepaymentMovementDto[];
}

export class PrepaymentRefundPath extends ProjectPath {
  @Id("退还预收编号") refundId: string;
}

export class PrepaymentRefundQueryDto extends CursorQueryDto {
  @Choice("状态", prepaymentRefundStatusLabels, { optional: true }) status?: PrepaymentRefundStatus;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("客户", { optional: true }) customerId?: string;
}

/** A prepayment balance that is to be paid back to a customer (BIL-64), in fen. */
export class PrepaymentRefundDto {
  id: string;
  status: PrepaymentRefundStatus;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  /** The fee item its money is kept for; null for a general account (通用). */
  feeItemId: string | null;
  feeItemName: string | null;
  amountFen: number;
  reason: string;
  requestedByName: string;
  createdAt: string;
  /** Number of the refund, once it is paid. */
  refundNo: string | null;
  method: PaymentMethod | null;
  paidByName: string | null;
  paidOn: string | null;
}

export class PrepaymentRefundPageDto extends CursorPageDto<PrepaymentRefundDto> {
  declare items: PrepaymentRefundDto[];
}

/** Pays a requested refund; by somebody other than who asked for it. The path names the request: a retry pays once. */
export class PayPrepaymentRefundDto {
  @Choice("退款方式", handMethodLabels) method: HandMethod;
  /** Number of the slip; required for card, transfer and cheque. */
  @Text("凭证号", { optional: true, max: 64 }) referenceNo?: string | null;
  /** The open shift whose till the money leaves; one's own when left out. */
  @Id("支付班次", { optional: true }) shiftId?: string | null;
}

export class CancelPrepaymentRefundDto {
  @Text("取消原因", { min: 2, max: 200 }) reason: string;
}
