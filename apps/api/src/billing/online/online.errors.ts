import { HttpStatus } from "@nestjs/common";
import { onlineOrderStatusLabels, type OnlineOrderStatus } from "@linli/contracts";
import { RuleViolation } from "../../common/rule-violation.js";
import type { NamedCharge } from "../receipts/receipts.errors.js";

export const channelInactive = (name: string) =>
  new RuleViolation("ONLINE_CHANNEL_INACTIVE", `支付渠道 ${name} 已停用`);

export const channelWaiting = (orders: number, refunds: number) => {
  const open = [orders > 0 && `${orders} 个待支付的订单`, refunds > 0 && `${refunds} 笔办理中的退款`].filter(Boolean);
  const sentence = `这个渠道还有 ${open.join("和 ")}，请等它们有了结果，再修改商户号或地址`;
  return new RuleViolation("ONLINE_CHANNEL_IN_USE", sentence);
};

export const channelOfMerchant = (name: string) =>
  new RuleViolation(
    "ONLINE_CHANNEL_IN_USE",
    `支付渠道 ${name} 已有订单，退款要退回原商户，不能改成另一个商户号；请另建一个渠道`,
  );

export const channelTaken = (name: string) =>
  new RuleViolation("ONLINE_CHANNEL_IN_USE", `支付渠道 ${name} 已有订单，不能改成另一种支付方式；请另建一个渠道`);

/** The channel did not answer: the order stands, and asking again with the same id asks for the same payment. */
export const channelUnavailable = (message: string) =>
  new RuleViolation("ONLINE_CHANNEL_UNAVAILABLE", `${message}；请稍后再试`, HttpStatus.SERVICE_UNAVAILABLE);

export const channelRefused = (message: string) =>
  new RuleViolation("ONLINE_CHANNEL_REFUSED", `支付渠道没有受理：${message}`);

export const refundAtChannel = () =>
  new RuleViolation("REFUND_AT_CHANNEL", "渠道正在办理这笔退款，有结果以前不能取消或改用其他方式退");

export const notPaidOnline = () =>
  new RuleViolation("NOT_PAID_ONLINE", "这笔钱不是由线上支付收到的，或退款方式与收款时不同，不能原路退回");

export const differenceWithoutOrder = () =>
  new RuleViolation("ONLINE_DIFFERENCE_NO_ORDER", "这笔差异不属于本系统的订单，请查明后说明");

export const differenceSettled = () => new RuleViolation("ONLINE_DIFFERENCE_SETTLED", "这笔差异已经处理过，请刷新页面");

/** Whether the channel, and nothing of ours, is why something did not work. */
export const isChannelFault = (error: unknown): boolean =>
  error instanceof RuleViolation && error.code.startsWith("ONLINE_CHANNEL_");

export const orderIdReused = () =>
  new RuleViolation("ID_REUSED", "这个订单编号已用于另一笔内容不同的支付，请刷新页面后重新办理");

/** The order is named by its id as well, so that the console can lead to its code. */
export const chargeInOrder = (
  { roomCode, feeItemName, period }: NamedCharge,
  { orderId, orderNo }: { orderId: string; orderNo: string },
) =>
  new RuleViolation(
    "ONLINE_ORDER_WAITING",
    `${roomCode} ${feeItemName} ${period} 已在待支付的线上订单 ${orderNo} 中；请用那个订单的二维码，或先关闭它`,
    HttpStatus.CONFLICT,
    { orderId },
  );

export const orderState = (orderNo: string, status: OnlineOrderStatus, verb: string) =>
  new RuleViolation("ONLINE_ORDER_STATE", `线上订单 ${orderNo} ${onlineOrderStatusLabels[status]}，不能${verb}`);
