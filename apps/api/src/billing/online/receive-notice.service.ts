import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type OnlineNoticeKind, onlineNoticeResultLabels } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { noteNotice } from "./notice-log.js";
import { OnlineChannel } from "./online-channel.entity.js";
import { OnlineOrder } from "./online-order.entity.js";
import { BadSignature, type ChannelNotice, MalformedMessage, type SignedMessage } from "./port/payment-channel.js";
import { PaymentChannels } from "./port/payment-channels.js";
import { HearRefundService } from "./refunds/hear-refund.service.js";
import { type Outcome, SettleOnlineOrderService } from "./settle-online-order.service.js";
import { idOfTradeNo } from "./trade-no.js";

/** What the channel is answered: SUCCESS ends its repeating, anything else asks for it again. */
export interface NoticeAnswer {
  status: number;
  code: "SUCCESS" | "FAIL";
  message: string;
}

const STATUS: Partial<Record<Outcome["result"], number>> = {
  BAD_SIGNATURE: HttpStatus.UNAUTHORIZED,
  MALFORMED: HttpStatus.BAD_REQUEST,
  WRONG_MERCHANT: HttpStatus.FORBIDDEN,
  UNKNOWN_ORDER: HttpStatus.NOT_FOUND,
};

/** Nothing more is to be said of it. */
const DONE: readonly Outcome["result"][] = ["POSTED", "REPEATED", "NOTED"];

/** Hears what channels have to say: checks who speaks, of which order, and books it once. Everything said is noted. */
@Injectable()
export class ReceiveNoticeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly channels: PaymentChannels,
    private readonly refunds: HearRefundService,
    private readonly settler: SettleOnlineOrderService,
  ) {}

  async receive(projectId: string, channelId: string, message: SignedMessage): Promise<NoticeAnswer> {
    const channel = await this.db.manager.findOneBy(OnlineChannel, { projectId, id: channelId });
    if (!channel) return { status: HttpStatus.NOT_FOUND, code: "FAIL", message: "没有这个支付渠道" };
    return answerOf(await this.hear(channel, message));
  }

  private async hear(channel: OnlineChannel, message: SignedMessage): Promise<Outcome> {
    let notice: ChannelNotice;
    try {
      notice = this.channels.of(channel).verify(message);
    } catch (error) {
      if (error instanceof BadSignature)
        return this.refuse(channel, message, null, { result: "BAD_SIGNATURE", message: error.message });
      if (error instanceof MalformedMessage)
        return this.refuse(channel, message, null, { result: "MALFORMED", message: error.message });
      throw error;
    }
    const { merchantId, tradeNo } = notice;
    if (merchantId !== channel.merchantId)
      return this.refuse(channel, message, notice, {
        result: "WRONG_MERCHANT",
        message: `通知的商户号是 ${merchantId}`,
      });
    const id = idOfTradeNo(tradeNo);
    const { projectId, id: channelId } = channel;
    const order = id && (await this.db.manager.findOneBy(OnlineOrder, { projectId, channelId, id }));
    if (!order)
      return this.refuse(channel, message, notice, { result: "UNKNOWN_ORDER", message: `商户订单号 ${tradeNo}` });
    const { amountFen, transactionNo, at: paidAt, kind } = notice;
    if (kind === "REFUND") return this.hearRefund(order, notice, message);
    return this.settler.settle(order, { amountFen, transactionNo, paidAt }, { kind, body: message.body.toString() });
  }

  private async hearRefund(order: OnlineOrder, notice: ChannelNotice, { body }: SignedMessage): Promise<Outcome> {
    const outcome = await this.refunds.hear(order, notice);
    const { projectId, channelId, id: orderId } = order;
    const { kind, amountFen, transactionNo } = notice;
    const said = { kind, amountFen, transactionNo, body: body.toString(), at: this.clock.now() };
    await noteNotice(this.db.manager, { projectId, channelId, orderId, ...said, ...outcome });
    return outcome;
  }

  private async refuse(
    { projectId, id: channelId }: OnlineChannel,
    { body }: SignedMessage,
    notice: ChannelNotice | null,
    outcome: Outcome,
  ): Promise<Outcome> {
    const { amountFen = null, transactionNo = null } = notice ?? {};
    const kind: OnlineNoticeKind = notice?.kind ?? "UNREADABLE";
    const said = { kind, amountFen, transactionNo, body: body.toString() };
    await noteNotice(this.db.manager, {
      projectId,
      channelId,
      orderId: null,
      ...said,
      ...outcome,
      at: this.clock.now(),
    });
    return outcome;
  }
}

function answerOf({ result, message }: Outcome): NoticeAnswer {
  if (DONE.includes(result)) return { status: HttpStatus.OK, code: "SUCCESS", message: "OK" };
  const text = [onlineNoticeResultLabels[result], message].filter(Boolean).join("：");
  return { status: STATUS[result] ?? HttpStatus.CONFLICT, code: "FAIL", message: text };
}
