import { HttpException, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OnlineMethod, OnlineNoticeKind, OnlineNoticeResult } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { systemActor } from "../../common/actor.js";
import { todayIn } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { survivorOf } from "../../customer/merged-customers.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { leastOpenSince } from "../receipts/settled-since.js";
import { noteNotice } from "./notice-log.js";
import { OnlineOrder } from "./online-order.entity.js";

/** A payment as the channel tells of it; in fen. */
export interface ChannelPayment {
  transactionNo: string;
  amountFen: number;
  paidAt: Date;
}

/** How it was heard of. */
export interface Heard {
  kind: OnlineNoticeKind;
  body: string;
}

/** What became of it. */
export interface Outcome {
  result: OnlineNoticeResult;
  message: string | null;
}

interface Line {
  chargeId: string;
  amountFen: number;
}

/** Books what a channel says was paid, once (BIL-145): by receipt, under the order's id. */
@Injectable()
export class SettleOnlineOrderService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly receipts: PostReceiptService,
  ) {}

  /**
   * Books a payment of an order, or says why not, and notes both. What is still open of the order's charges is paid; what
   * was paid elsewhere meanwhile, is out with a bank or is owed by somebody else now is kept as prepayment. Money that
   * comes after the order was closed is real all the same.
   */
  async settle(order: OnlineOrder, paid: ChannelPayment, heard: Heard): Promise<Outcome> {
    try {
      return await this.db.transaction(async (tx) => {
        const outcome = await this.settleIn(tx, order, paid);
        await this.note(tx, order, paid, heard, outcome);
        return outcome;
      });
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      const outcome: Outcome = { result: "FAILED", message: error.message };
      await this.note(this.db.manager, order, paid, heard, outcome);
      return outcome;
    }
  }

  private async settleIn(
    tx: EntityManager,
    { projectId, id }: OnlineOrder,
    { transactionNo, amountFen, paidAt }: ChannelPayment,
  ): Promise<Outcome> {
    const lock = { mode: "pessimistic_write" } as const;
    const order = await tx.findOneOrFail(OnlineOrder, { where: { projectId, id }, lock });
    if (order.transactionNo !== null && order.transactionNo !== transactionNo)
      return refused("TRANSACTION_MISMATCH", `已按交易号 ${order.transactionNo} 入账，渠道又说 ${transactionNo}`);
    if (amountFen !== order.amountFen)
      return refused("AMOUNT_MISMATCH", `订单 ${formatFen(order.amountFen)} 元，渠道说 ${formatFen(amountFen)} 元`);
    if (order.transactionNo !== null) return { result: "REPEATED", message: null };

    const bookedOn = await this.bookingDay(tx, projectId, paidAt);
    // who owes it today
    const payerId = (await survivorOf(tx, projectId, order.payerId))!;
    const lines = await payableLines(tx, order, payerId, bookedOn);
    const prepaidFen = amountFen - lines.reduce((sum, line) => sum + line.amountFen, 0);
    const { method, channelName } = await channelOf(tx, order);
    const paidAfterClose = order.status === "CLOSED";
    await this.receipts.postIn(
      tx,
      systemActor,
      projectId,
      {
        id,
        payerId,
        bookedOn,
        lines,
        methods: [{ method, tenderedFen: amountFen, referenceNo: transactionNo }],
        prepayment: prepaidFen > 0 ? { roomId: order.roomId, amountFen: prepaidFen } : null,
        remark: `线上支付 ${order.orderNo}`,
        allocationReason: order.allocationReason,
      },
      { mayBackDate: true },
    );
    const values = { status: "PAID", transactionNo, paidAt, prepaidFen, paidAfterClose };
    await tx.update(OnlineOrder, { projectId, id }, values);
    const notes = [
      ...(paidAfterClose ? ["订单关闭以后到账"] : []),
      ...(prepaidFen > 0 ? [`其中 ${formatFen(prepaidFen)} 元没有可收的应收，转入预收`] : []),
    ];
    await this.audit.record(tx, systemActor, {
      projectId,
      action: "online-order.post",
      entity: "online-order",
      entityId: id,
      summary: [`线上订单 ${order.orderNo}（${channelName}）到账 ${formatFen(amountFen)} 元`, ...notes].join("，"),
      after: { ...values, paidAt: paidAt.toISOString() },
    });
    return { result: "POSTED", message: notes.join("，") || null };
  }

  /** The day it was paid, while its month is open and it is not to come; today otherwise. @throws PERIOD_CLOSED */
  private async bookingDay(tx: EntityManager, projectId: string, paidAt: Date): Promise<string> {
    const [project] = await tx.query<{ timeZone: string }[]>(
      `SELECT time_zone AS "timeZone" FROM project WHERE id = $1`,
      [projectId],
    );
    const today = this.clock.today(project!.timeZone);
    const paidOn = todayIn(project!.timeZone, paidAt);
    if (paidOn < today && (await this.isOpen(tx, projectId, paidOn))) return paidOn;
    // the month is locked before the charges, as everywhere
    await this.periods.lockForPosting(tx, projectId, today);
    return today;
  }

  private async isOpen(tx: EntityManager, projectId: string, day: string): Promise<boolean> {
    try {
      await this.periods.lockForPosting(tx, projectId, day);
      return true;
    } catch (error) {
      if (error instanceof RuleViolation) return false;
      throw error;
    }
  }

  private note(db: EntityManager, order: OnlineOrder, paid: ChannelPayment, heard: Heard, outcome: Outcome) {
    const { projectId, channelId, id: orderId } = order;
    const { amountFen, transactionNo } = paid;
    const at = this.clock.now();
    return noteNotice(db, { projectId, channelId, orderId, amountFen, transactionNo, ...heard, ...outcome, at });
  }
}

const refused = (result: OnlineNoticeResult, message: string): Outcome => ({ result, message });

/**
 * What may be paid of the order's charges on a day, each locked in the order of ids: no more than was open on every day
 * since.
 */
async function payableLines(
  tx: EntityManager,
  { projectId, id }: OnlineOrder,
  payerId: string,
  bookedOn: string,
): Promise<Line[]> {
  const rows = await tx.query<(Line & { payerId: string; out: boolean })[]>(
    `SELECT c.id AS "chargeId", least(x.amount_fen, c.open_fen)::bigint AS "amountFen", c.debit_batch_id IS NOT NULL AS out,
            COALESCE((SELECT k.merged_into_id FROM customer k WHERE k.project_id = c.project_id AND k.id = c.payer_id), c.payer_id) AS "payerId"
       FROM online_order_charge x
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
      WHERE x.project_id = $1 AND x.order_id = $2 ORDER BY c.id FOR UPDATE OF c`,
    [projectId, id],
  );
  const ids = rows.map(({ chargeId }) => chargeId);
  const least = await leastOpenSince(tx, projectId, ids, bookedOn);
  return rows
    .filter((row) => !row.out && row.payerId === payerId)
    .map(({ chargeId, amountFen }) => ({ chargeId, amountFen: Math.min(amountFen, least.get(chargeId)!) }))
    .filter(({ amountFen }) => amountFen > 0);
}

async function channelOf(tx: EntityManager, { projectId, channelId }: OnlineOrder) {
  const [channel] = await tx.query<{ method: OnlineMethod; channelName: string }[]>(
    `SELECT method, name AS "channelName" FROM online_channel WHERE project_id = $1 AND id = $2`,
    [projectId, channelId],
  );
  return channel!;
}
