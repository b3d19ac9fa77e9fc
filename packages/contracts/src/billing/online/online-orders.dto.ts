import { Choice, DateOnly, Id, Ids, QueryFlag, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { OnlineRefundDto } from "./online-refunds.dto.js";
import {
  type OnlineMethod,
  type OnlineNoticeKind,
  type OnlineNoticeResult,
  type OnlineOrderStatus,
  onlineOrderStatusLabels,
} from "./online.enums.js";

export class OnlineOrderPath extends ProjectPath {
  @Id("线上订单") orderId: string;
}

/** Asks a channel for a payment of one payer's open charges, each in full as it stands now. */
export class CreateOnlineOrderDto {
  /** Chosen by the client when its form opens, so that a retry makes one order; it becomes the id of the receipt. */
  @Id("订单编号") id: string;
  @Id("支付渠道") channelId: string;
  @Id("收费对象") payerId: string;
  @Ids("应收", { max: 200 }) chargeIds: string[];
  /** The payer's own choice against the project's order of payment, in his words (BIL-63); it stays with the receipt. */
  @Text("不按顺序收款的原因", { optional: true, min: 2, max: 200 }) allocationReason?: string | null;
}

/** Gives up a payment that nobody made. */
export class CloseOnlineOrderDto {
  @Text("关闭原因", { min: 2, max: 200 }) reason: string;
}

export class OnlineOrderQueryDto extends CursorQueryDto {
  /** Part of the order's number, the channel's transaction number, the payer's name or a room's number. */
  @Text("关键字", { optional: true, max: 64 }) q?: string;
  @Choice("状态", onlineOrderStatusLabels, { optional: true }) status?: OnlineOrderStatus;
  @Id("支付渠道", { optional: true }) channelId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @DateOnly("建立日期起", { optional: true }) from?: string;
  @DateOnly("建立日期止", { optional: true }) to?: string;
  /**
   * Only those somebody should look at: paid after closing or twice, partly kept as prepayment, not booked although paid, paid
   * back at the channel itself.
   */
  @QueryFlag("需要关注") attention?: boolean;
}

/** An online order, amounts in fen. */
export class OnlineOrderDto {
  id: string;
  orderNo: string;
  /** Our number at the channel (商户订单号). */
  tradeNo: string;
  status: OnlineOrderStatus;
  channelId: string;
  channelName: string;
  method: OnlineMethod;
  payerId: string;
  payerName: string;
  roomCodes: string[];
  amountFen: number;
  /** What the payer scans or opens; null until the channel took the order. */
  payUrl: string | null;
  expiresAt: string;
  /** The channel's number of the payment. */
  transactionNo: string | null;
  paidAt: string | null;
  /** The money came although the order was closed. */
  paidAfterClose: boolean;
  /** What found no open charge any more and was kept as prepayment. */
  prepaidFen: number;
  /** What was paid back through the channel by refunds of ours. */
  refundedFen: number;
  /** The receipt the payment was booked by. */
  receiptId: string | null;
  receiptNo: string | null;
  /**
   * Why the last word of the channel was not booked, while the order waits; TRANSACTION_MISMATCH when it was paid twice, NOTED
   * when the channel paid back what no refund here stands for.
   */
  problem: OnlineNoticeResult | null;
  closeReason: string | null;
  createdByName: string;
  createdAt: string;
}

export class OnlineOrderPageDto extends CursorPageDto<OnlineOrderDto> {
  declare items: OnlineOrderDto[];
}

/** A charge an order was made for, in fen. */
export class OnlineOrderChargeDto {
  chargeId: string;
  roomId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  /** What was open when the order was made. */
  amountFen: number;
  /** What of the payment it took. */
  paidFen: number;
  /** What is open now. */
  openFen: number;
}

/** A word of the channel and what became of it. */
export class OnlineNoticeDto {
  id: string;
  receivedAt: string;
  kind: OnlineNoticeKind;
  result: OnlineNoticeResult;
  amountFen: number | null;
  transactionNo: string | null;
  /** Why it was not booked. */
  message: string | null;
}

export class OnlineOrderDetailDto extends OnlineOrderDto {
  charges: OnlineOrderChargeDto[];
  /** The latest hundred, the latest first; also those made at the channel itself. */
  refunds: OnlineRefundDto[];
  /** The latest hundred, the latest first. */
  notices: OnlineNoticeDto[];
}
