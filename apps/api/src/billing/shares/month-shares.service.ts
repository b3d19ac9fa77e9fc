import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type AreaKind,
  type EnterShareDto,
  type MeterKind,
  meterKindLabels,
  type ShareMethod,
  type ShareVacancy,
} from "@linli/contracts";
import { createHash } from "node:crypto";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { billedRooms } from "./billed-shares.js";
import { membersOf } from "./members.queries.js";
import { meteredUses } from "./metered-uses.queries.js";
import { amountOf } from "./month-amount.js";
import { type PartOfPool, sharesOf, type Sharing } from "./month-pool.js";
import { MonthShare } from "./month-share.entity.js";
import { meteredMonth, readingsMoved } from "./public-meter.queries.js";
import { roomIdsOf } from "./room-codes.js";
import { lockPool } from "./share-pools.service.js";
import type { SharePool } from "./share-pool.entity.js";
import {
  beforePool,
  poolInactive,
  roomSharedTwice,
  shareBilled,
  shareConfirmed,
  shareImpossible,
  shareMeterUnread,
  shareNotConfirmed,
  shareNotEntered,
  shareStale,
} from "./shares.errors.js";

/** A month of a pool. */
export interface PoolMonth {
  projectId: string;
  poolId: string;
  period: string;
}

/** The month of a pool from amount to confirmation (BIL-24): enter, look at the preview, confirm; withdraw while unbilled. */
@Injectable()
export class MonthSharesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /** Enters the amount of a month, or enters it anew. @throws SHARE_CONFIRMED, SHARE_BEFORE_START, SHARE_METER_UNREAD, PERIOD_CLOSED */
  enter(actor: Actor, month: PoolMonth, dto: EnterShareDto): Promise<void> {
    const { projectId, poolId, period } = month;
    return this.db.transaction(async (tx) => {
      const pool = await this.lockOpen(tx, month);
      if (!pool.active) throw poolInactive(pool.name);
      if (period < pool.startsPeriod) throw beforePool(pool.name, pool.startsPeriod);
      const before = await tx.findOneBy(MonthShare, { projectId, poolId, period });
      if (before?.status === "CONFIRMED") throw shareConfirmed(period, before.confirmedByName!);
      const metered = await meteredMonth(tx, pool, period);
      if (metered?.fault) throw shareMeterUnread(metered.fault);
      const amountFen = amountOf(pool, dto, metered?.amount);
      const {
        use = null,
        masterUse = null,
        subUse = null,
        unitPrice = null,
        remark = null,
      } = { ...dto, ...metered?.amount };
      const uses = dto.roomUses ?? [];
      const codes = uses.map(({ roomCode }) => roomCode);
      const roomUses = (await roomIdsOf(tx, projectId, "roomUses", codes)).map((roomId, index) => ({
        roomId,
        use: uses[index]!.use,
      }));
      const meterId = metered?.meterId ?? null;
      const entered = { meterId, use, masterUse, subUse, unitPrice, roomUses, amountFen, remark };
      const by = { enteredBy: actor.userId, enteredByName: actor.name };
      const id = before?.id ?? newId();
      if (before) await tx.update(MonthShare, { projectId, id }, { ...entered, ...by });
      else {
        const key = { projectId, id, poolId, period, createdAt: this.clock.now() };
        await tx.insert(MonthShare, { ...key, ...entered, ...by, status: "DRAFT" });
      }
      const summary = `填写 ${period} 公摊 ${pool.name}，共 ${formatFen(amountFen)} 元`;
      await this.record(tx, actor, projectId, id, "month-share.enter", summary, entered);
    });
  }

  /** Removes what was entered and not confirmed. @throws SHARE_CONFIRMED, SHARE_NOT_ENTERED */
  remove(actor: Actor, month: PoolMonth): Promise<void> {
    return this.db.transaction(async (tx) => {
      const pool = await this.lockOpen(tx, month);
      const share = await entered(tx, month);
      if (share.status === "CONFIRMED") throw shareConfirmed(month.period, share.confirmedByName!);
      await tx.delete(MonthShare, { projectId: month.projectId, id: share.id });
      const summary = `删除 ${month.period} 公摊 ${pool.name} 的填写`;
      await this.record(tx, actor, month.projectId, share.id, "month-share.delete", summary, null);
    });
  }

  /**
   * Confirms what the preview showed; the next charge run of the month bills it. Of two who confirm at once the second is
   * told who was first.
   * @throws SHARE_CONFIRMED, SHARE_STALE, SHARE_IMPOSSIBLE, SHARE_TWICE, PERIOD_CLOSED
   */
  confirm(actor: Actor, month: PoolMonth, fingerprint: string): Promise<void> {
    const { projectId, period } = month;
    return this.db.transaction(async (tx) => {
      const pool = await this.lockOpen(tx, month);
      const share = await entered(tx, month);
      if (share.status === "CONFIRMED") throw shareConfirmed(period, share.confirmedByName!);
      const sharing = await computed(tx, pool, share);
      if (sharing.problems.length > 0) throw shareImpossible(sharing.problems);
      if (fingerprintOf(share, sharing) !== fingerprint) throw shareStale();
      await refuseTwice(tx, pool, period, sharing.parts);
      const now = this.clock.now();
      await insertLines(tx, pool, share, sharing.parts, now);
      const confirmed = { confirmedBy: actor.userId, confirmedByName: actor.name, confirmedAt: now };
      const { method, areaKind, useMeterKind } = pool;
      const by = { method, areaKind, useMeterKind, base: sharing.base };
      await tx.update(MonthShare, { projectId, id: share.id }, { status: "CONFIRMED", ...by, ...confirmed });
      const rooms = sharing.parts.length;
      const summary = `确认 ${period} 公摊 ${pool.name}：${formatFen(share.amountFen)} 元，${rooms} 间`;
      const after = { amountFen: share.amountFen, rooms, ...by };
      await this.record(tx, actor, projectId, share.id, "month-share.confirm", summary, after);
    });
  }

  /** Takes a confirmation back while nothing of it is billed. @throws SHARE_BILLED, SHARE_NOT_CONFIRMED, PERIOD_CLOSED */
  withdraw(actor: Actor, month: PoolMonth, reason: string): Promise<void> {
    const { projectId, period } = month;
    return this.db.transaction(async (tx) => {
      const pool = await this.lockOpen(tx, month);
      const share = await entered(tx, month);
      if (share.status !== "CONFIRMED") throw shareNotConfirmed(period);
      // a publication under way holds the month until it has committed
      await tx.query("SELECT 1 FROM month_share WHERE project_id = $1 AND id = $2 FOR UPDATE", [projectId, share.id]);
      const billed = await billedRooms(tx, projectId, share.id);
      if (billed.length > 0) throw shareBilled(billed);
      await tx.query("DELETE FROM share_line WHERE project_id = $1 AND share_id = $2", [projectId, share.id]);
      const none = { confirmedBy: null, confirmedByName: null, confirmedAt: null };
      const by = { method: null, areaKind: null, useMeterKind: null, base: null };
      await tx.update(MonthShare, { projectId, id: share.id }, { status: "DRAFT", ...by, ...none });
      const summary = `撤销确认 ${period} 公摊 ${pool.name}，原因：${reason}`;
      await this.record(tx, actor, projectId, share.id, "month-share.withdraw", summary, { reason });
    });
  }

  /** Locks the pool, and the month against being closed: everybody who works on the pool queues here. */
  private async lockOpen(tx: EntityManager, { projectId, poolId, period }: PoolMonth): Promise<SharePool> {
    const pool = await lockPool(tx, projectId, poolId);
    await this.periods.lockForPosting(tx, projectId, firstDay(period), 1);
    return pool;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entityId: string,
    action: string,
    summary: string,
    after: object | null,
  ): Promise<void> {
    await this.audit.record(tx, actor, { projectId, action, entity: "month-share", entityId, summary, after });
  }
}

async function entered(tx: EntityManager, { projectId, poolId, period }: PoolMonth): Promise<MonthShare> {
  const share = await tx.findOneBy(MonthShare, { projectId, poolId, period });
  if (!share) throw shareNotEntered(period);
  return share;
}

/** The shares of a month as rooms, areas and people are now known. A loss that is none is shared by nobody (BIL-25). */
export async function computed(tx: EntityManager, pool: SharePool, share: MonthShare): Promise<Sharing> {
  const members = await membersOf(tx, pool, share.period);
  const moved = await readingsMoved(tx, pool, share);
  if (moved !== null) return { parts: [], base: "0", problems: [moved], warnings: [] };
  if (pool.source === "LOSS" && share.amountFen === 0)
    return { parts: [], base: "0", problems: [], warnings: ["没有需要分摊的损耗，只公布用量"] };
  return sharesOf(share.amountFen, members, {
    method: pool.method as ShareMethod,
    areaKind: pool.areaKind as AreaKind,
    vacancy: pool.vacancy as ShareVacancy,
    ratios: pool.ratios,
    roomUses: pool.useMeterKind ? await meteredUses(tx, pool, share.period, members) : share.roomUses,
    meter: pool.useMeterKind && meterKindLabels[pool.useMeterKind as MeterKind],
  });
}

/** What of a preview must not have changed when it is confirmed. */
export function fingerprintOf({ id, amountFen }: MonthShare, { parts, base }: Sharing): string {
  const hash = createHash("sha256").update(`${id} ${amountFen} ${base}\n`);
  for (const part of parts) hash.update(`${part.roomId} ${part.weight} ${part.amountFen} ${part.borne}\n`);
  return hash.digest("hex").slice(0, 32);
}

async function refuseTwice(tx: EntityManager, pool: SharePool, period: string, parts: readonly PartOfPool[]) {
  const rows = await tx.query<{ code: string; pool: string }[]>(
    `SELECT r.code, p.name AS pool FROM share_line l
       JOIN month_share s ON s.project_id = l.project_id AND s.id = l.share_id
       JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
       JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
      WHERE l.project_id = $1 AND l.period = $2 AND l.fee_item_id = $3 AND l.room_id = ANY ($4) ORDER BY r.code`,
    [pool.projectId, period, pool.feeItemId, parts.map(({ roomId }) => roomId)],
  );
  if (rows.length > 0)
    throw roomSharedTwice(
      rows.map(({ code }) => code),
      rows[0]!.pool,
    );
}

async function insertLines(
  tx: EntityManager,
  pool: SharePool,
  share: MonthShare,
  parts: readonly PartOfPool[],
  now: Date,
) {
  const { projectId, feeItemId } = pool;
  await tx.query(
    `INSERT INTO share_line (project_id, id, created_at, share_id, room_id, fee_item_id, period, weight, amount_fen, remainder_fen, borne)
     SELECT $1, l.id, $2, $3, l.room_id, $4, $5, l.weight, l.amount_fen, l.remainder_fen, l.borne
       FROM unnest($6::uuid[], $7::uuid[], $8::numeric[], $9::bigint[], $10::int[], $11::boolean[])
         AS l(id, room_id, weight, amount_fen, remainder_fen, borne)`,
    [
      projectId,
      now,
      share.id,
      feeItemId,
      share.period,
      parts.map(newId),
      parts.map(({ roomId }) => roomId),
      parts.map(({ weight }) => weight),
      parts.map(({ amountFen }) => amountFen),
      parts.map(({ remainderFen }) => remainderFen),
      parts.map(({ borne }) => borne),
    ],
  );
}
