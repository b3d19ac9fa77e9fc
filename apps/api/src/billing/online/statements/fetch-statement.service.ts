import { Injectable, Logger, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FetchOnlineStatementDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import { type Actor, systemActor } from "../../../common/actor.js";
import { dayBefore } from "../../../common/calendar.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { DailyWork } from "../../../jobs/daily-work.js";
import { OnlineChannel } from "../online-channel.entity.js";
import { asked } from "../port/ask.js";
import { PaymentChannels } from "../port/payment-channels.js";
import { idOfTradeNo } from "../trade-no.js";
import { type ComparedLine, compareLines } from "./compare-lines.js";
import { OnlineDifference } from "./online-difference.entity.js";
import { OnlineStatement } from "./online-statement.entity.js";

/** Channels keep the days of China. */
const CHANNEL_ZONE = "Asia/Shanghai";
/** So many days back a statement that could not be had is asked for again. */
const LOOK_BACK_DAYS = 7;
/** So many differences are written at once: a statement has as many parameters as fit in 16 bits. */
const SLICE = 1000;
const MATCHED_NOW = "再次对账时已相符";

/** Fetches a channel's day and holds it against the orders and refunds of ours, line by line (BIL-75). */
@Injectable()
export class FetchStatementService implements OnModuleInit {
  private readonly logger = new Logger(FetchStatementService.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly daily: DailyWork,
    private readonly channels: PaymentChannels,
  ) {}

  onModuleInit(): void {
    this.daily.register("statements of payment channels", () => this.fetchMissing());
  }

  /**
   * Compares a day; again, it compares anew: what matches by then is settled, what was settled and is unchanged stays so.
   * @returns the id of the statement
   * @throws ONLINE_CHANNEL_UNAVAILABLE, ONLINE_CHANNEL_REFUSED, INVALID_INPUT, NOT_FOUND
   */
  async fetch(actor: Actor, projectId: string, { channelId, day }: FetchOnlineStatementDto): Promise<string> {
    if (day >= this.clock.today(CHANNEL_ZONE))
      throw new InvalidInput({ day: ["只能对已经过去的日期，渠道次日才出对账单"] });
    const channel = await this.db.manager.findOneBy(OnlineChannel, { projectId, id: channelId });
    if (!channel) throw notFound("支付渠道");
    const entries = await asked(() => this.channels.of(channel).statement(day));
    const elsewhere = await ordersElsewhere(this.db.manager, channel, entries);
    const theirs = entries
      .filter(({ tradeNo }) => !elsewhere.has(tradeNo))
      .map(({ kind: line, ...entry }): ComparedLine => ({ line, ...entry }));
    return this.db.transaction(async (tx) => {
      // two who fetch the same day queue here; whoever books a payment meanwhile names the channel and does not
      await tx.query("SELECT 1 FROM online_channel WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [
        projectId,
        channelId,
      ]);
      const statementId = await this.save(tx, actor, channel, day, theirs);
      const ours = await ourLines(tx, channel, day, theirs);
      const open = await this.saveDifferences(tx, channel, statementId, compareLines(ours, theirs));
      await this.audit.record(tx, actor, {
        projectId,
        action: "online-statement.check",
        entity: "online-statement",
        entityId: statementId,
        summary: `与 ${channel.name} 核对 ${day}：${theirs.length} 笔，${open} 笔差异`,
      });
      return statementId;
    });
  }

  /**
   * What is missing of the last days: of channels in use, and of others that were paid by in these days. What does not work
   * is tried again the next morning, or fetched by hand.
   */
  private async fetchMissing(): Promise<void> {
    const yesterday = dayBefore(this.clock.today(CHANNEL_ZONE));
    const missing = await this.db.query<(FetchOnlineStatementDto & { projectId: string })[]>(
      `SELECT c.project_id AS "projectId", c.id AS "channelId", d.day::date AS day
         FROM online_channel c, generate_series($1::date - ${LOOK_BACK_DAYS - 1}, $1::date, '1 day') AS d(day)
        WHERE d.day >= (c.created_at AT TIME ZONE '${CHANNEL_ZONE}')::date
          AND (c.active OR EXISTS (SELECT 1 FROM online_order o WHERE o.project_id = c.project_id AND o.channel_id = c.id
                 AND (o.paid_at AT TIME ZONE '${CHANNEL_ZONE}')::date BETWEEN $1::date - ${LOOK_BACK_DAYS - 1} AND $1::date))
          AND NOT EXISTS (SELECT 1 FROM online_statement s WHERE s.project_id = c.project_id AND s.channel_id = c.id AND s.day = d.day::date)
        ORDER BY d.day, c.project_id, c.id`,
      [yesterday],
    );
    for (const { projectId, ...wanted } of missing)
      await this.fetch(systemActor, projectId, wanted).catch((error: unknown) =>
        this.logger.warn(`statement of ${wanted.day}, channel ${wanted.channelId}: ${String(error)}`),
      );
  }

  private async save(
    tx: EntityManager,
    actor: Actor,
    { projectId, id: channelId }: OnlineChannel,
    day: string,
    theirs: readonly ComparedLine[],
  ): Promise<string> {
    const sums = (kind: ComparedLine["line"]) => {
      const lines = theirs.filter(({ line }) => line === kind);
      return { count: lines.length, fen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) };
    };
    const [payments, refunds] = [sums("PAYMENT"), sums("REFUND")];
    const now = this.clock.now();
    const values = {
      paymentCount: payments.count,
      paymentFen: payments.fen,
      refundCount: refunds.count,
      refundFen: refunds.fen,
      fetchedAt: now,
      fetchedBy: actor.userId,
      fetchedByName: actor.name,
    };
    const known = await tx.findOneBy(OnlineStatement, { projectId, channelId, day });
    if (known) {
      await tx.update(OnlineStatement, { projectId, id: known.id }, values);
      return known.id;
    }
    const id = newId();
    await tx.insert(OnlineStatement, { projectId, id, createdAt: now, channelId, day, ...values });
    return id;
  }

  /** Brings the list of differences up to date; answers how many are open. */
  private async saveDifferences(
    tx: EntityManager,
    { projectId, id: channelId }: OnlineChannel,
    statementId: string,
    found: ReturnType<typeof compareLines>,
  ): Promise<number> {
    const known = await tx.findBy(OnlineDifference, { projectId, statementId });
    const keyOf = ({ line, reference }: { line: string; reference: string }) => `${line} ${reference}`;
    const now = this.clock.now();
    const left = new Map(known.map((one) => [keyOf(one), one]));
    const orders = await ordersOf(tx, projectId, channelId, found);
    let open = 0;
    const fresh = [];
    for (const difference of found) {
      const before = left.get(keyOf(difference));
      left.delete(keyOf(difference));
      const { kind, oursFen, theirsFen } = difference;
      const same = before?.oursFen === oursFen && before.theirsFen === theirsFen;
      if (!before || !same || before.settledAt === null) open += 1;
      if (!before) {
        const orderId = orders.get(difference.tradeNo) ?? null;
        fresh.push({ projectId, id: newId(), createdAt: now, statementId, ...difference, orderId });
      } else if (!same) {
        const anew = { kind, oursFen, theirsFen, note: null, settledAt: null, settledByName: null };
        await tx.update(OnlineDifference, { projectId, id: before.id }, anew);
      }
    }
    for (let done = 0; done < fresh.length; done += SLICE)
      await tx.insert(OnlineDifference, fresh.slice(done, done + SLICE));
    const gone = [...left.values()].filter(({ settledAt }) => settledAt === null).map(({ id }) => id);
    if (gone.length > 0)
      await tx.query(
        "UPDATE online_difference SET note = $3, settled_by_name = $4, settled_at = $5 WHERE project_id = $1 AND id = ANY ($2)",
        [projectId, gone, MATCHED_NOW, systemActor.name, now],
      );
    return open;
  }
}

/**
 * What we have of a day: payments by the channel's moment, refunds that were asked for here; and whatever theirs name by
 * number, on which day it may be with us.
 */
async function ourLines(
  tx: EntityManager,
  { projectId, id: channelId }: OnlineChannel,
  day: string,
  theirs: readonly ComparedLine[],
): Promise<ComparedLine[]> {
  const named = (kind: ComparedLine["line"]) => theirs.filter(({ line }) => line === kind).map((one) => one.reference);
  return tx.query<ComparedLine[]>(
    `SELECT 'PAYMENT' AS line, replace(id::text, '-', '') AS "tradeNo", transaction_no AS reference, amount_fen AS "amountFen"
       FROM online_order
      WHERE project_id = $1 AND channel_id = $2 AND transaction_no IS NOT NULL
        AND ((paid_at AT TIME ZONE '${CHANNEL_ZONE}')::date = $3::date OR transaction_no = ANY ($4))
     UNION ALL
     SELECT 'REFUND', replace(f.order_id::text, '-', ''), f.refund_no, f.amount_fen
       FROM online_refund f JOIN online_order o ON o.project_id = f.project_id AND o.id = f.order_id
      WHERE f.project_id = $1 AND o.channel_id = $2 AND f.request_id IS NOT NULL AND f.status = 'SUCCEEDED'
        AND ((f.finished_at AT TIME ZONE '${CHANNEL_ZONE}')::date = $3::date OR f.refund_no = ANY ($5))`,
    [projectId, channelId, day, named("PAYMENT"), named("REFUND")],
  );
}

/**
 * Which of the trade numbers are orders of another project with the same merchant, and none of this one: a company may have
 * one merchant for all its projects, and each looks after its own lines.
 */
async function ordersElsewhere(
  db: EntityManager,
  { projectId, id: channelId, baseUrl, merchantId }: OnlineChannel,
  lines: readonly { tradeNo: string }[],
): Promise<Set<string>> {
  const ids = lines.flatMap(({ tradeNo }) => idOfTradeNo(tradeNo) ?? []);
  const rows = await db.query<{ tradeNo: string }[]>(
    `SELECT replace(o.id::text, '-', '') AS "tradeNo" FROM online_channel c
       JOIN online_order o ON o.project_id = c.project_id AND o.channel_id = c.id AND o.id = ANY ($5)
      WHERE c.base_url = $3 AND c.merchant_id = $4 AND c.project_id <> $1
        AND NOT EXISTS (SELECT 1 FROM online_order w WHERE w.project_id = $1 AND w.channel_id = $2 AND w.id = o.id)`,
    [projectId, channelId, baseUrl, merchantId, ids],
  );
  return new Set(rows.map(({ tradeNo }) => tradeNo));
}

/** Which of the trade numbers are orders of ours. */
async function ordersOf(
  tx: EntityManager,
  projectId: string,
  channelId: string,
  found: readonly { tradeNo: string }[],
): Promise<Map<string, string>> {
  const ids = found.flatMap(({ tradeNo }) => idOfTradeNo(tradeNo) ?? []);
  const rows = await tx.query<{ id: string; tradeNo: string }[]>(
    `SELECT id, replace(id::text, '-', '') AS "tradeNo" FROM online_order
      WHERE project_id = $1 AND channel_id = $2 AND id = ANY ($3)`,
    [projectId, channelId, ids],
  );
  return new Map(rows.map(({ id, tradeNo }) => [tradeNo, id]));
}
