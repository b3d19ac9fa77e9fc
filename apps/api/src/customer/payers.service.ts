import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreatePayerDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { dayAfter, dayBefore, type DaySpan, maxDate, overlaps } from "../common/calendar.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { payerEnded, payerNotRelated, payerOutlastsRelation, payerOverlapsLater } from "./customer.errors.js";
import { Payer } from "./payer.entity.js";
import { customerOf, type LockedRoom, lockRoom } from "./room-lock.js";
import { refuseWithoutPayer, relationSpans } from "./room-rules.js";
import { coveredUntil, isCovered } from "./spans.js";

interface Entry extends DaySpan {
  id: string;
  customerId: string;
}

/** Says who pays for a room, per fee item or for all, from when to when (CUS-09, BIL-06). Published charges keep their payer. */
@Injectable()
export class PayersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Names the payer of a room from a day on; returns the entry's id. */
  set(actor: Actor, projectId: string, roomId: string, dto: CreatePayerDto): Promise<string> {
    return this.db.transaction(async (tx) => this.setIn(tx, actor, await lockRoom(tx, projectId, roomId), dto));
  }

  /**
   * Names the payer inside a transaction that holds the room. The entry in force ends the day before; when the new one
   * has a last day, the one before resumes after it (a tenant pays for the term of his lease). An entry that begins on
   * the same day is corrected. Naming who pays already changes nothing.
   *
   * @throws PAYER_NOT_RELATED, PAYER_OVERLAPS (a later entry)
   */
  async setIn(tx: EntityManager, actor: Actor, room: LockedRoom, dto: CreatePayerDto): Promise<string> {
    const span = { from: dto.startsOn, to: dto.endsOn ?? null };
    if (span.to !== null && span.to < span.from) throw new InvalidInput({ endsOn: ["结束日期不能早于起始日期"] });
    const customer = await customerOf(tx, room.projectId, dto.customerId);
    const item = dto.feeItemId ? await feeItemOf(tx, room.projectId, dto.feeItemId) : null;
    await refuseUnrelated(tx, room, dto.customerId, span);

    const inTheWay = (await this.entries(tx, room, item?.id ?? null)).filter((entry) => overlaps(entry, span));
    const later = inTheWay.find((entry) => entry.from > span.from);
    if (later) throw payerOverlapsLater(later.from);
    const [before] = inTheWay;
    if (
      before &&
      before.customerId === dto.customerId &&
      (before.to === span.to || before.from < span.from) &&
      reaches(before, span)
    )
      return before.id;

    const id = await this.write(tx, room, item?.id ?? null, { customerId: dto.customerId, ...span }, before);
    const what = `${customer.name}（${customer.number}）自 ${span.from} ${span.to ? `至 ${span.to} ` : "起"}为房间 ${room.code} 的收费对象（${item?.name ?? "全部收费项目"}）`;
    const after = { customerId: dto.customerId, feeItemId: item?.id ?? null, startsOn: span.from, endsOn: span.to };
    const replaced = before && { customerId: before.customerId, startsOn: before.from, endsOn: before.to };
    await this.record(tx, actor, room, {
      action: "payer.set",
      customerId: dto.customerId,
      summary: what,
      before: replaced,
      after,
    });
    return id;
  }

  private async write(
    tx: EntityManager,
    room: LockedRoom,
    feeItemId: string | null,
    entry: Omit<Entry, "id">,
    before: Entry | undefined,
  ): Promise<string> {
    const row = (columns: { customerId: string; startsOn: string; endsOn: string | null }) => {
      const id = newId();
      return tx
        .insert(Payer, {
          projectId: room.projectId,
          id,
          roomId: room.id,
          feeItemId,
          createdAt: this.clock.now(),
          ...columns,
        })
        .then(() => id);
    };
    const resumes = before && entry.to !== null && (before.to === null || before.to > entry.to);
    if (resumes) await row({ customerId: before.customerId, startsOn: dayAfter(entry.to!), endsOn: before.to });
    const columns = { customerId: entry.customerId, startsOn: entry.from, endsOn: entry.to };
    if (before?.from === entry.from) {
      await tx.update(Payer, { projectId: room.projectId, id: before.id }, columns);
      return before.id;
    }
    if (before) await tx.update(Payer, { projectId: room.projectId, id: before.id }, { endsOn: dayBefore(entry.from) });
    return row(columns);
  }

  /**
   * Stops the payer entries of customers who leave a room, inside a transaction that holds the room: from that day on
   * they pay only as long as another relation of theirs lasts. An entry that was only to begin falls away.
   */
  async stopIn(
    tx: EntityManager,
    actor: Actor,
    room: LockedRoom,
    customerIds: readonly string[],
    from: string,
  ): Promise<void> {
    const entries = await tx.query<(Entry & { name: string })[]>(
      `SELECT p.id, p.customer_id AS "customerId", p.starts_on AS "from", p.ends_on AS "to", c.name
         FROM payer p JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
        WHERE p.project_id = $1 AND p.room_id = $2 AND p.customer_id = ANY ($3) AND (p.ends_on IS NULL OR p.ends_on >= $4)
        ORDER BY p.id`,
      [room.projectId, room.id, customerIds, from],
    );
    for (const { id, customerId, name, ...span } of entries) {
      const rest = { from: maxDate(from, span.from), to: span.to };
      if (isCovered(rest, await relationSpans(tx, room.projectId, room.id, customerId))) continue;
      const endsOn = dayBefore(from);
      const began = span.from < from;
      if (began) await tx.update(Payer, { projectId: room.projectId, id }, { endsOn });
      else await tx.delete(Payer, { projectId: room.projectId, id });
      const summary = `${name}自 ${rest.from} 起不再是房间 ${room.code} 的收费对象`;
      const [before, after] = [{ startsOn: span.from, endsOn: span.to }, began ? { startsOn: span.from, endsOn } : {}];
      await this.record(tx, actor, room, { action: "payer.end", customerId, summary, before, after });
    }
  }

  /** Ends an entry. @throws PAYER_ENDED, PAYER_REQUIRED when the room's payer must be chosen and nobody follows */
  end(actor: Actor, projectId: string, payerId: string, endsOn: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const payer = await tx.findOneBy(Payer, { projectId, id: payerId });
      if (!payer) throw notFound("收费对象");
      const room = await lockRoom(tx, projectId, payer.roomId);
      const {
        startsOn,
        endsOn: until,
        feeItemId,
        customerId,
      } = await tx.findOneByOrFail(Payer, { projectId, id: payerId });
      if (endsOn < startsOn) throw new InvalidInput({ endsOn: [`结束日期不能早于起始日期 ${startsOn}`] });
      if (until !== null && endsOn > until) throw payerEnded(until);

      await tx.update(Payer, { projectId, id: payerId }, { endsOn });
      if (feeItemId === null && endsOn !== until)
        await refuseWithoutPayer(tx, projectId, room.id, { from: dayAfter(endsOn), to: until });
      const customer = await customerOf(tx, projectId, customerId);
      const summary = `${customer.name}（${customer.number}）自 ${dayAfter(endsOn)} 起不再是房间 ${room.code} 的收费对象`;
      const [before, after] = [{ endsOn: until }, { endsOn }];
      await this.record(tx, actor, room, { action: "payer.end", customerId, summary, before, after });
      return room.id;
    });
  }

  private entries(tx: EntityManager, room: LockedRoom, feeItemId: string | null): Promise<Entry[]> {
    return tx.query(
      `SELECT id, customer_id AS "customerId", starts_on AS "from", ends_on AS "to" FROM payer
        WHERE project_id = $1 AND room_id = $2 AND fee_item_id IS NOT DISTINCT FROM $3 ORDER BY starts_on`,
      [room.projectId, room.id, feeItemId],
    );
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    room: LockedRoom,
    { customerId, ...change }: { action: string; customerId: string; summary: string; before?: object; after: object },
  ): Promise<void> {
    const entry = { projectId: room.projectId, ...change };
    return this.audit.record(
      tx,
      actor,
      { ...entry, entity: "room", entityId: room.id },
      { ...entry, entity: "customer", entityId: customerId },
    );
  }
}

/** Whether the entry lasts at least as long as the span. */
const reaches = (entry: DaySpan, span: DaySpan) => entry.to === null || (span.to !== null && entry.to >= span.to);

async function feeItemOf(
  tx: EntityManager,
  projectId: string,
  feeItemId: string,
): Promise<{ id: string; name: string }> {
  const [item] = await tx.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM fee_item WHERE project_id = $1 AND id = $2",
    [projectId, feeItemId],
  );
  if (!item) throw notFound("收费项目");
  return item;
}

/** A payer has something to do with the room as long as he pays, or is the developer. */
async function refuseUnrelated(tx: EntityManager, room: LockedRoom, customerId: string, span: DaySpan): Promise<void> {
  const [project] = await tx.query<{ developer_id: string | null }[]>(
    "SELECT developer_id FROM project WHERE id = $1",
    [room.projectId],
  );
  if (project?.developer_id === customerId) return;
  const until = coveredUntil(await relationSpans(tx, room.projectId, room.id, customerId), span.from);
  if (until === undefined) throw payerNotRelated(span.from);
  if (until !== null && (span.to === null || span.to > until)) throw payerOutlastsRelation(until);
}
