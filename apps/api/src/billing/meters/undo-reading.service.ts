import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CorrectReadingDto, type ReadingKind, readingKindLabels, type ReadingStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { BillReadings } from "./bill-readings.js";
import { MeterReading } from "./meter-reading.entity.js";
import type { Meter } from "./meter.entity.js";
import { readingNotLast, readingNotValid, readingOfEvent, readingPaid } from "./meters.errors.js";
import { lockMeter } from "./meters.service.js";
import { RecordReadingsService } from "./record-readings.service.js";

interface LockedCharge {
  id: string;
  amount_fen: number;
  open_fen: number;
}

/** Corrects and deletes readings (BIL-23): what was billed with them and is not paid changes with them. */
@Injectable()
export class UndoReadingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly readings: RecordReadingsService,
    private readonly bills: BillReadings,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Deletes the last reading of a meter; its unpaid charge is taken back with it.
   * @throws READING_NOT_LAST, READING_PAID, READING_STATE, PERIOD_CLOSED
   */
  remove(actor: Actor, projectId: string, meterId: string, readingId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { meter, reading } = await this.undoable(tx, projectId, meterId, readingId);
      const charges = await this.takeBack(tx, actor, reading, reason);
      await this.mark(tx, actor, reading, "DELETED", reason);
      const summary = `删除表 ${meter.no} ${reading.period} 读数 ${Number(reading.value)}${withCharges(charges)}，原因：${reason}`;
      await this.record(tx, actor, meter, "meter-reading.delete", summary, { readingId, reason });
    });
  }

  /**
   * Puts another value in the place of the last reading. What was billed with it and is not paid is taken back and
   * billed anew at once. Answers the id of the new reading.
   * @throws as `remove`, and what recording refuses
   */
  correct(
    actor: Actor,
    projectId: string,
    meterId: string,
    readingId: string,
    dto: CorrectReadingDto,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { meter, reading } = await this.undoable(tx, projectId, meterId, readingId);
      const { correction, ...entry } = dto;
      const charges = await this.takeBack(tx, actor, reading, correction);
      await this.mark(tx, actor, reading, "CORRECTED", correction);
      const period = entry.period ?? reading.period;
      const corrected = { ...entry, period, kind: "REGULAR" as const, serviceTo: entry.readOn };
      const id = await this.readings.recordOne(tx, actor, projectId, { meterId, reading: corrected });
      if (charges.length > 0 && meter.roomId && meter.feeItemId)
        await this.bills.bill(tx, { projectId, roomId: meter.roomId, feeItemId: meter.feeItemId, period });
      const summary = `更正表 ${meter.no} ${period} 读数：${Number(reading.value)} 改为 ${dto.value}${withCharges(charges)}，原因：${correction}`;
      await this.record(tx, actor, meter, "meter-reading.correct", summary, {
        readingId: id,
        value: dto.value,
        correction,
      });
      return id;
    });
  }

  /** Locks a reading that may go: valid, the last of its meter, taken on a round, in an open month. */
  private async undoable(tx: EntityManager, projectId: string, meterId: string, readingId: string) {
    const meter = await lockMeter(tx, projectId, meterId);
    await tx.query("SELECT 1 FROM meter_reading WHERE project_id = $1 AND id = $2 FOR UPDATE", [projectId, readingId]);
    const reading = await tx.findOneBy(MeterReading, { projectId, meterId, id: readingId });
    if (!reading) throw notFound("读数");
    if (reading.status !== "VALID") throw readingNotValid(reading.status as ReadingStatus);
    if (reading.kind !== "REGULAR") throw readingOfEvent(readingKindLabels[reading.kind as ReadingKind]);
    const last = await tx.findOne(MeterReading, {
      where: { projectId, meterId, status: "VALID" },
      order: { serviceTo: "DESC" },
    });
    if (last?.id !== readingId) throw readingNotLast(meter.no);
    await this.periods.lockForPosting(tx, projectId, firstDay(reading.period), 1);
    return { meter, reading };
  }

  /** Takes back the charges that stand on a reading. @throws READING_PAID when one was paid, offset or reduced */
  private async takeBack(tx: EntityManager, actor: Actor, reading: MeterReading, reason: string) {
    const { projectId, id } = reading;
    const charges = await tx.query<LockedCharge[]>(
      `SELECT c.id, c.amount_fen, c.open_fen FROM charge c
        WHERE c.project_id = $1 AND c.reversed_fen < c.amount_fen
          AND c.id IN (SELECT charge_id FROM meter_charge WHERE project_id = $1 AND reading_id = $2)
        ORDER BY c.id FOR UPDATE`,
      [projectId, id],
    );
    if (charges.length === 0) return [];
    if (charges.some(({ amount_fen, open_fen }) => open_fen !== amount_fen)) throw readingPaid(await noOf(tx, reading));
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const ids = charges.map((charge) => charge.id);
    await reverseOpen(tx, { projectId, ids, bookedOn, period, reason, userId: actor.userId, now: this.clock.now() });
    return charges;
  }

  private async mark(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: MeterReading,
    status: ReadingStatus,
    reason: string,
  ) {
    const undone = { status, undoReason: reason, undoneAt: this.clock.now(), undoneBy: actor.userId };
    await tx.update(MeterReading, { projectId, id }, undone);
  }

  private async record(tx: EntityManager, actor: Actor, meter: Meter, action: string, summary: string, after: object) {
    const { projectId, id, roomId } = meter;
    await this.audit.record(
      tx,
      actor,
      { projectId, action, entity: "meter", entityId: id, summary, after },
      ...(roomId ? [{ projectId, action, entity: "room", entityId: roomId, summary }] : []),
    );
  }
}

const withCharges = (charges: readonly object[]) =>
  charges.length > 0 ? `，同时红冲 ${charges.length} 笔未收的应收` : "";

async function noOf(tx: EntityManager, { projectId, meterId }: MeterReading): Promise<string> {
  const [meter] = await tx.query<{ no: string }[]>("SELECT no FROM meter WHERE project_id = $1 AND id = $2", [
    projectId,
    meterId,
  ]);
  return meter?.no ?? "";
}
