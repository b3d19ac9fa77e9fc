import { Choice, Fen, Id, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type HandMethod, handMethodLabels, type PaymentMethod } from "./billing.enums.js";
import type { OnlineRefundStatus } from "./online/online.enums.js";
import { type OriginalReceipt, originalReceiptLabels } from "./deposits.enums.js";
import {
  type RefundRequestStatus,
  refundRequestStatusLabels,
  type RefundSource,
  refundSourceLabels,
} from "./refunds.enums.js";

export class RefundRequestPath extends ProjectPath {
  @Id("退款申请编号") requestId: string;
}

/** By which way money is to go back (BIL-81). */
export class RefundWayDto {
  /** The way the money came in, if possible. */
  @Choice("退款方式", handMethodLabels) method: HandMethod;
  /** Why not the way it came in; required when it is another one. */
  @Text("不原路退回的原因", { optional: true, max: 200 }) channelReason?: string | null;
  /** For a transfer. */
  @Text("收款户名", { optional: true, max: 100 }) accountHolder?: string | null;
  @Text("开户银行", { optional: true, max: 100 }) bankName?: string | null;
  /** Kept encrypted, shown by its last four digits. */
  @Text("银行账号", {
    optional: true,
    max: 32,
    pattern: /^[0-9]{6,32}$/,
    patternMessage: "银行账号只能是 6 到 32 位半角数字",
  })
  bankAccount?: string | null;
}

/**
 * Asks to pay money back (退款申请, BIL-81): against a red receipt, of a deposit that may go back, or of a prepayment
 * balance. A second person reviews it, and somebody other than who asked pays it.
 */
export class RequestRefundDto extends RefundWayDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("退款申请编号") id: string;
  @Choice("退款来源", refundSourceLabels) source: RefundSource;
  /** Id of the red receipt, the deposit or the prepayment account. */
  @Id("退款对象") sourceId: string;
  /** Not more than was paid, less what is paid back or asked for already. */
  @Fen("退款金额", { min: 1 }) amountFen: number;
  /** Of a deposit: the receipt that was given for it. */
  @Choice("原收据", originalReceiptLabels, { optional: true }) originalReceipt?: OriginalReceipt | null;
  @Text("退款原因", { min: 2, max: 200 }) reason: string;
}

/** Pays a refund that was approved. The path names the request: a retry pays once. */
export class PayRefundRequestDto {
  /** Number of the slip; required for card, transfer and cheque. */
  @Text("凭证号", { optional: true, max: 64 }) referenceNo?: string | null;
  /** The open shift whose till the money leaves; one's own when left out. */
  @Id("支付班次", { optional: true }) shiftId?: string | null;
}

/** Gives up a refund that was approved and is not paid: it may be asked for again in another way. */
export class CancelRefundRequestDto {
  @Text("取消原因", { min: 2, max: 200 }) reason: string;
}

/** The account a transfer is to be made to, in full. */
export class RefundAccountDto {
  bankAccount: string;
}

export class RefundRequestQueryDto extends CursorQueryDto {
  /** Part of the request's number, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", refundRequestStatusLabels, { optional: true }) status?: RefundRequestStatus;
  @Choice("退款来源", refundSourceLabels, { optional: true }) source?: RefundSource;
}

/** A refund that was asked for, in fen. */
export class RefundRequestDto {
  id: string;
  requestNo: string;
  status: RefundRequestStatus;
  source: RefundSource;
  sourceId: string;
  /** Number of the red receipt or deposit; room of the prepayment. */
  sourceNo: string;
  payerId: string;
  payerName: string;
  amountFen: number;
  method: PaymentMethod;
  channelReason: string | null;
  accountHolder: string | null;
  bankName: string | null;
  bankAccountMasked: string | null;
  originalReceipt: OriginalReceipt | null;
  reason: string;
  requestedByName: string;
  createdAt: string;
  /** Where it is reviewed. */
  approvalId: string;
  decidedByName: string | null;
  note: string | null;
  /** The online order the money came by: it goes back through that channel (原路退回). */
  onlineOrderNo: string | null;
  /** How far the channel has come with it, and why it did not work. */
  onlineRefundStatus: OnlineRefundStatus | null;
  onlineRefundFailure: string | null;
  /** Once it is paid. */
  refundNo: string | null;
  paidByName: string | null;
  paidOn: string | null;
}

export class RefundRequestPageDto extends CursorPageDto<RefundRequestDto> {
  declare items: RefundRequestDto[];
}
