import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { RuleViolation } from "../../../common/rule-violation.js";
import { RefundRequest } from "../../refunds/refund-request.entity.js";
import { AskChannelService } from "../ask-channel.service.js";
import { OnlineOrder } from "../online-order.entity.js";
import type { ChannelNotice, ChannelRefundState } from "../port/payment-channel.js";
import type { Outcome } from "../settle-online-order.service.js";
import { OnlineRefund } from "./online-refund.entity.js";
import { OnlineRefundsService } from "./online-refunds.service.js";

/** What a channel says of refunds: ours are asked about and booked, those made at the channel itself are noted. */
@Injectable()
export class HearRefundService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly asker: AskChannelService,
    private readonly refunds: OnlineRefundsService,
  ) {}

  /** A refund may be told of before its payment: then the channel is asked for that first. */
  async hear(order: OnlineOrder, notice: ChannelNotice): Promise<Outcome> {
    const { projectId, id: orderId } = order;
    const { refundNo, amountFen } = notice;
    if (!refundNo) return { result: "MALFORMED", message: "缺少 refundNo" };
    if (order.transactionNo === null) await whenAnswered(this.asker.ask(projectId, orderId));
    const { transactionNo } = await this.db.manager.findOneByOrFail(OnlineOrder, { projectId, id: orderId });
    if (transactionNo === null) return { result: "FAILED", message: "退款的订单还没有支付" };

    const known = await this.db.manager.findOneBy(OnlineRefund, { projectId, refundNo });
    if (!known) return this.noteForeign(order, refundNo, notice);
    if (known.orderId !== orderId || known.amountFen !== amountFen)
      return {
        result: "AMOUNT_MISMATCH",
        message: `退款 ${formatFen(known.amountFen)} 元，渠道说 ${formatFen(amountFen)} 元`,
      };
    if (known.status === "SUCCEEDED") return { result: "REPEATED", message: null };
    const state = await whenAnswered(this.refunds.ask(known));
    const now = await this.db.manager.findOneByOrFail(OnlineRefund, { projectId, id: known.id });
    if (now.status === "SUCCEEDED") return { result: "POSTED", message: `退款 ${formatFen(amountFen)} 元` };
    if (now.status === "PROCESSING") return { result: "FAILED", message: "渠道查询结果还没有完成" };
    return this.afterFailing(now, state);
  }

  /** A refund that failed may have been made after all, when its request was paid otherwise or given up already. */
  private async afterFailing(
    { projectId, requestId, amountFen, failure }: OnlineRefund,
    state: ChannelRefundState | null,
  ): Promise<Outcome> {
    if (state?.state === "FAILED") return { result: "REPEATED", message: `渠道没有退成：${failure}` };
    if (state?.state !== "SUCCEEDED") return { result: "FAILED", message: "渠道查询结果还没有完成" };
    const { status, requestNo } = await this.db.manager.findOneByOrFail(RefundRequest, { projectId, id: requestId! });
    if (status === "APPROVED") return { result: "FAILED", message: `退款申请 ${requestNo} 暂时不能付款` };
    const message = `渠道先说没有退成，后来又退了 ${formatFen(amountFen)} 元，而退款申请 ${requestNo} 已另行付款或取消，请向付款人追回`;
    return { result: "NOTED", message };
  }

  /** Nobody here asked for it: the books do not change before somebody reverses the receipt. */
  private async noteForeign(
    { projectId, id: orderId }: OnlineOrder,
    refundNo: string,
    notice: ChannelNotice,
  ): Promise<Outcome> {
    const { amountFen, at: finishedAt } = notice;
    const now = this.clock.now();
    const status = "SUCCEEDED";
    await this.db.manager
      .createQueryBuilder()
      .insert()
      .into(OnlineRefund)
      .values({
        projectId,
        id: newId(),
        createdAt: now,
        askedAt: now,
        orderId,
        refundNo,
        status,
        amountFen,
        finishedAt,
      })
      .orIgnore()
      .execute();
    return { result: "NOTED", message: `渠道方自行退款 ${formatFen(amountFen)} 元，请核对后红冲收据` };
  }
}

/** When the channel does not answer, its notification is not done, and comes again. */
async function whenAnswered<Value>(asking: Promise<Value>): Promise<Value | null> {
  return asking.catch((error: unknown) => {
    if (!(error instanceof RuleViolation)) throw error;
    return null;
  });
}
