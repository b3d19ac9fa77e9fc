import { Injectable, Logger, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { MinuteWork } from "../../../jobs/minute-work.js";
import { Receipt } from "../../receipts/receipt.entity.js";
import { PayRefundRequestService } from "../../refunds/pay-refund-request.service.js";
import { RefundRequest } from "../../refunds/refund-request.entity.js";
import { refundNotApproved } from "../../refunds/refunds.errors.js";
import { OnlineChannel } from "../online-channel.entity.js";
import { OnlineOrder } from "../online-order.entity.js";
import { isChannelFault, notPaidOnline } from "../online.errors.js";
import { asked } from "../port/ask.js";
import { type ChannelRefundState, ChannelRefusal, type PaymentChannel } from "../port/payment-channel.js";
import { PaymentChannels } from "../port/payment-channels.js";
import { tradeNoOf } from "../trade-no.js";
import { OnlineRefund } from "./online-refund.entity.js";

/** A refund nobody said anything about is asked for after so many seconds. */
const SILENCE_SECONDS = 120;
const ROUND = 200;

/**
 * Pays approved refunds back the way the money came (BIL-81): the channel is asked outside any transaction, and what it says
 * is booked by the same rules as every refund. A refund it could not make leaves the request as it was; should it have been
 * made after all, that is booked while the request still waits.
 */
@Injectable()
export class OnlineRefundsService implements OnModuleInit {
  private readonly logger = new Logger(OnlineRefundsService.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly minutely: MinuteWork,
    private readonly channels: PaymentChannels,
    private readonly payer: PayRefundRequestService,
  ) {}

  onModuleInit(): void {
    this.minutely.register("ask payment channels about refunds", () => this.askAll());
  }

  /**
   * Asks the channel to pay an approved request back; twice pays back once.
   * @throws REFUND_STATE, SAME_PERSON, REFUND_EXCEEDS, INVOICE_STANDS, NOT_PAID_ONLINE, ONLINE_CHANNEL_UNAVAILABLE, NOT_FOUND
   */
  async pay(actor: Actor, projectId: string, requestId: string): Promise<void> {
    const refund = await this.db.transaction((tx) => this.begin(tx, actor, projectId, requestId));
    if (refund.status !== "SUCCEEDED") await this.ask(refund);
  }

  /**
   * Asks what became of a refund; one on its way that the channel never heard of is asked for again under the same number.
   * @returns what the channel says, null of one that failed and that it does not know
   */
  async ask(refund: OnlineRefund): Promise<ChannelRefundState | null> {
    const { projectId, id, refundNo, orderId, amountFen, status } = refund;
    const { channelId } = await this.db.manager.findOneByOrFail(OnlineOrder, { projectId, id: orderId });
    const row = await this.db.manager.findOneByOrFail(OnlineChannel, { projectId, id: channelId });
    await this.db.manager.update(OnlineRefund, { projectId, id }, { askedAt: this.clock.now() });
    const wanted = { refundNo, tradeNo: tradeNoOf(orderId), amountFen };
    const channel = this.channels.of(row);
    const state = await asked(() => (status === "FAILED" ? channel.queryRefund(refundNo) : stateOf(channel, wanted)));
    if (state) await this.finish(refund, state);
    return state;
  }

  /** One round over all projects; a channel that does not answer is left alone until the next, and no fault ends the round. */
  async askAll(): Promise<void> {
    const silentSince = new Date(this.clock.now().getTime() - SILENCE_SECONDS * 1000);
    const waiting = await this.db.manager
      .createQueryBuilder(OnlineRefund, "r")
      .innerJoinAndSelect("r.order", "o")
      .where("r.status = 'PROCESSING' AND r.asked_at <= :silentSince", { silentSince })
      .orderBy("r.asked_at")
      .limit(ROUND)
      .getMany();
    const silent = new Set<string>();
    for (const refund of waiting) {
      const { channelId } = refund.order;
      if (silent.has(channelId)) continue;
      await this.ask(refund).catch((error: unknown) => {
        if (isChannelFault(error)) silent.add(channelId);
        else this.logger.warn(`refund ${refund.refundNo}: ${String(error)}`);
      });
    }
  }

  private async begin(tx: EntityManager, actor: Actor, projectId: string, requestId: string): Promise<OnlineRefund> {
    const { request, locked } = await this.payer.lockPayable(tx, actor, projectId, requestId);
    const { reversalOf } = locked;
    const known = await tx.findOneBy(OnlineRefund, { projectId, requestId });
    if (known) return known;
    if (request.status !== "APPROVED") throw refundNotApproved();
    const order = reversalOf && (await orderOf(tx, projectId, reversalOf));
    if (!order || !(await sameMethod(tx, order, request))) throw notPaidOnline();
    const now = this.clock.now();
    const refund = {
      projectId,
      id: newId(),
      createdAt: now,
      orderId: order.id,
      requestId,
      refundNo: tradeNoOf(requestId),
      status: "PROCESSING",
      amountFen: request.amountFen,
      askedAt: now,
      askedBy: actor.userId,
      askedByName: actor.name,
    };
    await tx.insert(OnlineRefund, refund);
    await this.record(tx, actor, request, `向渠道请求原路退回 ${formatFen(request.amountFen)} 元（${order.orderNo}）`);
    return tx.findOneByOrFail(OnlineRefund, { projectId, id: refund.id });
  }

  /** Books what the channel said: the refund's paper when the money is back, the reason when it could not be paid. */
  private finish({ projectId, id }: OnlineRefund, state: ChannelRefundState): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const refund = await tx.findOneOrFail(OnlineRefund, { where: { projectId, id }, lock });
      if (refund.status === "SUCCEEDED" || state.state === "PROCESSING" || state.state === refund.status) return;
      const { requestId, orderId, amountFen } = refund;
      const { channelRefundNo } = state;
      const finishedAt = state.at ?? this.clock.now();
      const actor: Actor = { userId: refund.askedBy!, name: refund.askedByName!, ip: "-", requestId: "-" };
      if (state.state === "FAILED") {
        const failure = state.message ?? "渠道没有说明原因";
        await tx.update(OnlineRefund, { projectId, id }, { status: "FAILED", failure, channelRefundNo, finishedAt });
        const request = await tx.findOneByOrFail(RefundRequest, { projectId, id: requestId! });
        return this.record(tx, actor, request, `渠道没有退成：${failure}`);
      }
      // one that failed left its request free: what was paid otherwise meanwhile is not booked again
      const { request } = await this.payer.lockPayable(tx, actor, projectId, requestId!);
      if (request.status === "PAID") return;
      const referenceNo = channelRefundNo ?? refund.refundNo;
      const succeeded = { status: "SUCCEEDED", channelRefundNo, failure: null, finishedAt };
      await tx.update(OnlineRefund, { projectId, id }, succeeded);
      await this.payer.payIn(tx, actor, projectId, requestId!, { referenceNo }, { throughChannel: true });
      await tx.query(
        `UPDATE online_order SET refunded_fen = refunded_fen + $3::bigint,
                status = CASE WHEN refunded_fen + $3::bigint = amount_fen THEN 'REFUNDED' ELSE status END
          WHERE project_id = $1 AND id = $2`,
        [projectId, orderId, amountFen],
      );
    });
  }

  private record(tx: EntityManager, actor: Actor, request: RefundRequest, what: string): Promise<void> {
    const { projectId, id, requestNo } = request;
    const summary = `退款申请 ${requestNo}：${what}`;
    const entry = { projectId, action: "refund-request.send", entity: "refund-request", entityId: id, summary };
    return this.audit.record(tx, actor, entry);
  }
}

/** The online order a receipt was made by, or the receipt it stands for. */
async function orderOf(tx: EntityManager, projectId: string, receiptId: string): Promise<OnlineOrder | null> {
  const receipt = await tx.findOneByOrFail(Receipt, { projectId, id: receiptId });
  return tx.findOneBy(OnlineOrder, { projectId, id: receipt.reissueOf ?? receipt.id });
}

/** What the channel says of a refund, which it is asked for when it does not know it. A refusal is final. */
async function stateOf(
  channel: PaymentChannel,
  refund: { refundNo: string; tradeNo: string; amountFen: number },
): Promise<ChannelRefundState> {
  const known = await channel.queryRefund(refund.refundNo);
  if (known) return known;
  try {
    return await channel.refund(refund);
  } catch (error) {
    if (!(error instanceof ChannelRefusal)) throw error;
    return { state: "FAILED", channelRefundNo: null, message: error.message, at: null };
  }
}

/** With a share lock: the channel is not moved to another merchant while the refund sets out. */
async function sameMethod(tx: EntityManager, { projectId, channelId }: OnlineOrder, { method }: RefundRequest) {
  const lock = { mode: "pessimistic_read" } as const;
  const { method: own } = await tx.findOneOrFail(OnlineChannel, { where: { projectId, id: channelId }, lock });
  return own === method;
}
