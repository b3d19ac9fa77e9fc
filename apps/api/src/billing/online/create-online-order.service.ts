import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreateOnlineOrderDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { survivorOf } from "../../customer/merged-customers.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { refuseSkipping } from "../desk/payment-order.js";
import { lockCharges, type LockedCharge } from "../receipts/charge-ledger.js";
import { amountExceedsOpen, chargeOfOtherPayer, chargeReversed } from "../receipts/receipts.errors.js";
import { requestHash } from "../receipts/request-hash.js";
import { DeskSettingsService } from "../shifts/desk-settings.service.js";
import { OnlineChannel } from "./online-channel.entity.js";
import { notifyUrlOf } from "./online-channels.service.js";
import { OnlineOrderCharge } from "./online-order-charge.entity.js";
import { OnlineOrder } from "./online-order.entity.js";
import { channelInactive, chargeInOrder, orderIdReused } from "./online.errors.js";
import { asked } from "./port/ask.js";
import { PaymentChannels } from "./port/payment-channels.js";
import { tradeNoOf } from "./trade-no.js";

type Sent = Pick<
  OnlineOrder,
  "projectId" | "id" | "orderNo" | "status" | "channelId" | "amountFen" | "expiresAt" | "payUrl"
>;

/** Asks a channel for a payment of open charges (4.14). Nothing is booked before the channel says that it was made. */
@Injectable()
export class CreateOnlineOrderService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly settings: DeskSettingsService,
    private readonly channels: PaymentChannels,
  ) {}

  /**
   * Makes the order, then asks the channel. When the channel does not answer the order stands without a link, and the
   * same request again asks once more.
   * @throws ID_REUSED, ONLINE_CHANNEL_INACTIVE, ONLINE_ORDER_WAITING, CHARGE_OTHER_PAYER, CHARGE_REVERSED, AMOUNT_EXCEEDS_OPEN,
   * CHARGE_ON_DEBIT, ALLOCATION_ORDER, ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED, NOT_FOUND
   */
  async create(actor: Actor, projectId: string, dto: CreateOnlineOrderDto): Promise<void> {
    await this.sendToChannel(await this.db.transaction((tx) => this.insert(tx, actor, projectId, dto)));
  }

  /**
   * Asks the channel once more for an order it has not taken; whoever asks need not know what the order was made of.
   * @throws ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED, NOT_FOUND
   */
  async send(projectId: string, orderId: string): Promise<void> {
    const order = await this.db.manager.findOneBy(OnlineOrder, { projectId, id: orderId });
    if (!order) throw notFound("线上订单");
    await this.sendToChannel(order);
  }

  private async sendToChannel(order: Sent): Promise<void> {
    if (order.payUrl || order.status !== "CREATED") return;
    const { projectId, id, channelId } = order;
    const channel = await this.db.manager.findOneByOrFail(OnlineChannel, { projectId, id: channelId });
    const { payUrl } = await asked(() =>
      this.channels.of(channel).create({
        tradeNo: tradeNoOf(id),
        amountFen: order.amountFen,
        description: `物业缴费 ${order.orderNo}`,
        expiresAt: order.expiresAt,
        notifyUrl: notifyUrlOf(channel),
      }),
    );
    await this.db.manager.update(OnlineOrder, { projectId, id }, { payUrl });
  }

  private async insert(tx: EntityManager, actor: Actor, projectId: string, dto: CreateOnlineOrderDto): Promise<Sent> {
    const hash = requestHash(dto);
    // a share lock: its key is not changed while orders are made with it
    const lock = { mode: "pessimistic_read" } as const;
    const channel = await tx.findOne(OnlineChannel, { where: { projectId, id: dto.channelId }, lock });
    if (!channel) throw notFound("支付渠道");
    const charges = await lockCharges(tx, projectId, dto.chargeIds);
    const known = await tx.findOneBy(OnlineOrder, { projectId, id: dto.id });
    if (known && known.requestHash !== hash) throw orderIdReused();
    if (known) return known;
    if (!channel.active) throw channelInactive(channel.name);
    await refuseWaiting(tx, projectId, charges);
    const payerId = await survivorOf(tx, projectId, dto.payerId);
    if (!payerId) throw notFound("收费对象");
    for (const charge of charges) refuseUnpayable(charge, payerId);
    const { allocationReason = null } = dto;
    const lines = charges.map(({ id: chargeId, openFen: amountFen }) => ({ chargeId, amountFen }));
    const { allocation } = await this.settings.of(projectId, tx);
    await refuseSkipping(tx, projectId, { payerId, lines, allocationReason }, allocation);

    const now = this.clock.now();
    const order = {
      projectId,
      id: dto.id,
      createdAt: now,
      orderNo: await this.numbers.draw(tx, projectId, "online-order"),
      status: "CREATED",
      channelId: channel.id,
      payerId,
      roomId: roomOf(charges),
      amountFen: charges.reduce((sum, { openFen }) => sum + openFen, 0),
      payUrl: null,
      expiresAt: new Date(now.getTime() + channel.validMinutes * 60_000),
      askedAt: now,
      allocationReason,
      createdBy: actor.userId,
      createdByName: actor.name,
      requestHash: hash,
    };
    await tx.insert(OnlineOrder, order);
    await tx.insert(
      OnlineOrderCharge,
      lines.map((line) => ({ projectId, id: newId(), createdAt: now, orderId: dto.id, ...line })),
    );
    await this.audit.record(tx, actor, {
      projectId,
      action: "online-order.create",
      entity: "online-order",
      entityId: dto.id,
      summary: `建立线上订单 ${order.orderNo}（${channel.name}），${charges.length} 笔应收共 ${formatFen(order.amountFen)} 元`,
      after: { amountFen: order.amountFen, expiresAt: order.expiresAt.toISOString(), allocationReason },
    });
    return order;
  }
}

/** Two links for one charge would be paid twice. The charges are locked, so that nobody makes another one meanwhile. */
async function refuseWaiting(tx: EntityManager, projectId: string, charges: readonly LockedCharge[]): Promise<void> {
  const [waiting] = await tx.query<{ chargeId: string; orderId: string; orderNo: string }[]>(
    `SELECT x.charge_id AS "chargeId", o.id AS "orderId", o.order_no AS "orderNo" FROM online_order_charge x
       JOIN online_order o ON o.project_id = x.project_id AND o.id = x.order_id AND o.status = 'CREATED'
      WHERE x.project_id = $1 AND x.charge_id = ANY ($2) ORDER BY x.charge_id LIMIT 1`,
    [projectId, charges.map(({ id }) => id)],
  );
  if (!waiting) return;
  const charge = charges.find(({ id }) => id === waiting.chargeId)!;
  throw chargeInOrder(charge, waiting);
}

function refuseUnpayable(charge: LockedCharge, payerId: string): void {
  if (charge.payerId !== payerId) throw chargeOfOtherPayer(charge);
  if (charge.reversedFen > 0 && charge.reversedFen === charge.amountFen) throw chargeReversed(charge);
  if (charge.openFen <= 0) throw amountExceedsOpen(charge, 0, charge.amountFen);
}

/** The room of the largest part. */
function roomOf(charges: readonly LockedCharge[]): string {
  const byRoom = new Map<string, number>();
  for (const { roomId, openFen } of charges) byRoom.set(roomId, (byRoom.get(roomId) ?? 0) + openFen);
  return [...byRoom].reduce((largest, one) => (one[1] > largest[1] ? one : largest))[0];
}
