import { Injectable, Logger, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OnlineOrderStatus } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { type Actor, systemActor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { MinuteWork } from "../../jobs/minute-work.js";
import { OnlineChannel } from "./online-channel.entity.js";
import { OnlineOrder } from "./online-order.entity.js";
import { isChannelFault, orderState } from "./online.errors.js";
import { asked } from "./port/ask.js";
import type { ChannelOrderState } from "./port/payment-channel.js";
import { PaymentChannels } from "./port/payment-channels.js";
import { type Outcome, SettleOnlineOrderService } from "./settle-online-order.service.js";
import { tradeNoOf } from "./trade-no.js";

/** An order nobody said anything about is asked for after so many seconds, and again after as many. */
const SILENCE_SECONDS = 120;
/** So many orders are asked for in one round. */
const ROUND = 500;
const EXPIRED = "超过有效时间没有支付";
/** So long after its time a silent channel is not waited for any more. */
const GIVEN_UP_MS = 24 * 60 * 60_000;

/**
 * Asks channels what became of orders: when somebody wants to know, and every minute for those whose notification may have
 * been lost; closes those whose time is over. No call over the network stands inside a transaction.
 */
@Injectable()
export class AskChannelService implements OnModuleInit {
  private readonly logger = new Logger(AskChannelService.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly minutely: MinuteWork,
    private readonly channels: PaymentChannels,
    private readonly settler: SettleOnlineOrderService,
  ) {}

  onModuleInit(): void {
    this.minutely.register("ask payment channels", () => this.askAll());
  }

  /** Asks about one order and books what was paid. @throws NOT_FOUND, ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED */
  async ask(projectId: string, orderId: string): Promise<void> {
    const order = await this.orderOf(projectId, orderId);
    await this.withChannel(order, (channel, tradeNo) => channel.query(tradeNo));
  }

  /**
   * Closes an order at the channel first, then with us; one that was paid meanwhile is booked instead.
   * @throws ONLINE_ORDER_STATE, ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED, NOT_FOUND
   */
  async close(actor: Actor, projectId: string, orderId: string, reason: string): Promise<void> {
    const order = await this.orderOf(projectId, orderId);
    if (order.status === "CLOSED") return;
    if (order.status !== "CREATED") throw orderState(order.orderNo, order.status as OnlineOrderStatus, "关闭");
    await this.closeAtChannel(actor, order, reason);
    const now = await this.orderOf(projectId, orderId);
    if (now.status !== "CLOSED") throw orderState(now.orderNo, now.status as OnlineOrderStatus, "关闭");
  }

  /** One round over all projects; a channel that does not answer is left alone until the next, and no fault ends the round. */
  async askAll(): Promise<void> {
    const now = this.clock.now();
    const silentSince = new Date(now.getTime() - SILENCE_SECONDS * 1000);
    const due = await this.db.query<{ projectId: string; id: string; channelId: string; over: boolean }[]>(
      `SELECT project_id AS "projectId", id, channel_id AS "channelId", expires_at <= $1 AS over FROM online_order
        WHERE status = 'CREATED' AND (asked_at <= $2 OR (expires_at <= $1 AND asked_at < expires_at))
        ORDER BY asked_at LIMIT ${ROUND}`,
      [now, silentSince],
    );
    const silent = new Set<string>();
    for (const { projectId, id, channelId, over } of due) {
      if (silent.has(channelId)) continue;
      await this.askOrClose(projectId, id, over).catch((error: unknown) => {
        if (isChannelFault(error)) silent.add(channelId);
        else this.logger.warn(`online order ${id}: ${String(error)}`);
      });
    }
  }

  private async askOrClose(projectId: string, orderId: string, over: boolean): Promise<void> {
    if (!over) return this.ask(projectId, orderId);
    await this.closeAtChannel(systemActor, await this.orderOf(projectId, orderId), EXPIRED);
  }

  /**
   * Whatever holds charges is given up in the end: also an order that was paid with another sum, which stays to be looked at,
   * and one whose channel has been at fault for a day. Money that comes later is booked all the same.
   */
  private async closeAtChannel(actor: Actor, order: OnlineOrder, reason: string): Promise<void> {
    const isLongOver = this.clock.now().getTime() - order.expiresAt.getTime() > GIVEN_UP_MS;
    const { state, outcome } = await this.withChannel(order, (channel, tradeNo) => channel.close(tradeNo)).catch(
      (error: unknown) => {
        if (isLongOver && isChannelFault(error)) return { state: null, outcome: null };
        throw error;
      },
    );
    // one the channel never heard of cannot be paid
    if (state === null || state.state === "CLOSED" || outcome?.result === "AMOUNT_MISMATCH")
      await this.markClosed(actor, order, reason);
  }

  /** Asks outside any transaction; what turns out to be paid is booked. */
  private async withChannel(
    order: OnlineOrder,
    ask: (channel: ReturnType<PaymentChannels["of"]>, tradeNo: string) => Promise<ChannelOrderState | null>,
  ): Promise<{ state: ChannelOrderState | null; outcome: Outcome | null }> {
    const { projectId, id, channelId } = order;
    const channel = await this.db.manager.findOneByOrFail(OnlineChannel, { projectId, id: channelId });
    await this.db.manager.update(OnlineOrder, { projectId, id }, { askedAt: this.clock.now() });
    const state = await asked(() => ask(this.channels.of(channel), tradeNoOf(id)));
    if (state?.state !== "PAID" || !state.transactionNo || !state.paidAt) return { state, outcome: null };
    const { transactionNo, amountFen, paidAt } = state;
    const heard = { kind: "QUERY", body: JSON.stringify(state) } as const;
    return { state, outcome: await this.settler.settle(order, { transactionNo, amountFen, paidAt }, heard) };
  }

  private markClosed(actor: Actor, { projectId, id }: OnlineOrder, closeReason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const order = await tx.findOneOrFail(OnlineOrder, { where: { projectId, id }, lock });
      if (order.status !== "CREATED") return;
      await tx.update(OnlineOrder, { projectId, id }, { status: "CLOSED", closeReason });
      await this.audit.record(tx, actor, {
        projectId,
        action: "online-order.cancel",
        entity: "online-order",
        entityId: id,
        summary: `关闭线上订单 ${order.orderNo}，原因：${closeReason}`,
        before: { status: "CREATED" },
        after: { status: "CLOSED" },
      });
    });
  }

  private async orderOf(projectId: string, id: string): Promise<OnlineOrder> {
    const order = await this.db.manager.findOneBy(OnlineOrder, { projectId, id });
    if (!order) throw notFound("线上订单");
    return order;
  }
}
