import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CorrectReadingDto, type ReadingKind, readingKindLabels, type ReadingStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { isMonthClosed, PostingPeriod } from "../periods/posting-period.js";
import { billedShares } from "../shares/shared-reading.js";
import { MeterReading } from "./meter-reading.entity.js";
import type { Meter } from "./meter.entity.js";
import {
  readingNotLast,
  readingNotValid,
  readingOfEvent,
  readingOfFormerRoom,
  readingPaid,
  readingReduced,
  redNotAllowed,
} from "./meters.errors.js";
import { lockMeter } from "./meters.service.js";
import { RecordReadingsService } from "./record-readings.service.js";
import { type BilledCharge, RedBlueService } from "./red-blue.service.js";

/** Readings that may go by themselves; the others came with something else that happened. */
const UNDOABLE: Record<"更正" | "删除", readonly ReadingKind[]> = { 更正: ["REGULAR", "REMOVAL"], 删除: ["REGULAR"] };

/** Corrects and deletes readings (BIL-23): what was billed with them and is not paid changes with them. */
@Injectable()
export class UndoReadingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly readings: RecordReadingsService,
    private readonly redBlue: RedBlueService,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Deletes the last reading of a meter; its unpaid charge is taken back with it.
   * @throws READING_NOT_LAST, READING_PAID, READING_SHARED, READING_STATE, PERIOD_CLOSED
   */
  remove(actor: Actor, projectId: string, meterId: string, readingId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { meter, reading } = await this.undoable(tx, projectId, meterId, readingId, "删除");
      await this.bookingMonth(tx, reading, false);
      const charges = await standingOn(tx, reading);
      if (charges.some(isPaid)) throw readingPaid(meter.no);
      if (charges.length > 0) await this.redBlue.red(tx, actor, projectId, charges, reason);
      await this.mark(tx, actor, reading, "DELETED", reason);
      const summary = `删除表 ${meter.no} ${reading.period} 读数 ${Number(reading.value)}${withCharges(charges)}，原因：${reason}`;
      await this.record(tx, actor, meter, "meter-reading.delete", summary, { readingId, reason });
    });
  }

  /**
   * Puts another value in the place of the last reading. What was billed with it is taken back and billed anew at once;
   * what was paid pays for the new charge, and the difference is prepayment or left to pay (BIL-83). Answers the id of the
   * new reading. One that a meter was taken out with keeps its day.
   * @param mayReverse whether the person may take back what was paid
   * @throws INVALID_INPUT for another month, as `remove`, REVERSAL_FORBIDDEN, and what recording refuses
   */
  correct(
    actor: Actor,
    projectId: string,
    meterId: string,
    readingId: string,
    dto: CorrectReadingDto,
    mayReverse: boolean,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { meter, reading, shared } = await this.undoable(tx, projectId, meterId, readingId, "更正");
      const { correction, ...entry } = dto;
      refuseMove(reading, dto);
      const charges = await standingOn(tx, reading);
      const mayBeClosed = charges.length > 0 || shared || isFreeEstimate(meter, reading);
      const bookedPeriod = await this.bookingMonth(tx, reading, mayBeClosed);
      if (charges.some(isPaid) && !mayReverse) throw redNotAllowed(meter.no);
      const back = charges.length > 0 ? await this.redBlue.red(tx, actor, projectId, charges, correction) : new Map();
      await this.mark(tx, actor, reading, "CORRECTED", correction);
      const { period } = reading;
      const corrected = { ...entry, period, kind: reading.kind as ReadingKind, serviceTo: entry.readOn };
      const id = await this.readings.recordOne(tx, actor, projectId, { meterId, reading: corrected, corrects: true });
      const { roomId, feeItemId } = meter;
      if (charges.length > 0 && roomId && feeItemId) {
        const month = { projectId, roomId, feeItemId, period, bookedPeriod };
        await this.redBlue.blue(tx, actor, month, { charges, back }, `更正表 ${meter.no} ${period} 读数，红冲重开`);
      }
      const summary = `更正表 ${meter.no} ${period} 读数：${Number(reading.value)} 改为 ${dto.value}${withCharges(charges)}，原因：${correction}`;
      await this.record(tx, actor, meter, "meter-reading.correct", summary, {
        readingId: id,
        value: dto.value,
        correction,
      });
      return id;
    });
  }

  /** Locks a reading that may go: valid, the last of its meter, of a kind that may. `shared`: shares were billed by it. */
  private async undoable(
    tx: EntityManager,
    projectId: string,
    meterId: string,
    readingId: string,
    verb: keyof typeof UNDOABLE,
  ) {
    // what shares a charge is billed anew with it: as with publications, one after another
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    const shared = await billedShares(tx, projectId, { meterId, readingId, verb });
    const meter = await lockMeter(tx, projectId, meterId);
    await tx.query("SELECT 1 FROM meter_reading WHERE project_id = $1 AND id = $2 FOR UPDATE", [projectId, readingId]);
    const reading = await tx.findOneBy(MeterReading, { projectId, meterId, id: readingId });
    if (!reading) throw notFound("读数");
    if (reading.status !== "VALID") throw readingNotValid(reading.status as ReadingStatus);
    const kind = reading.kind as ReadingKind;
    if (!UNDOABLE[verb].includes(kind)) throw readingOfEvent(readingKindLabels[kind], verb);
    const last = await tx.findOne(MeterReading, {
      where: { projectId, meterId, status: "VALID" },
      order: { serviceTo: "DESC" },
    });
    if (last?.id !== readingId) throw readingNotLast(meter.no);
    if (reading.roomId !== meter.roomId) throw readingOfFormerRoom(meter.no);
    return { meter, reading, shared };
  }

  /**
   * The month that what follows is booked in: that of the reading while it is open. What was billed in a closed month is
   * put right by red and blue lines in the present one (BIL-91); everything else there stays.
   * @param mayBeClosed whether it can be put right in the present month
   * @throws PERIOD_CLOSED
   */
  private async bookingMonth(tx: EntityManager, { projectId, period }: MeterReading, mayBeClosed: boolean) {
    if (mayBeClosed && (await isMonthClosed(tx, projectId, period)))
      return this.periods.lockForPosting(tx, projectId, await projectToday(tx, this.clock, projectId));
    return this.periods.lockForPosting(tx, projectId, firstDay(period), 1);
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

const withCharges = (charges: readonly object[]) => (charges.length > 0 ? `，同时红冲 ${charges.length} 笔应收` : "");

/** A correction stays in its month, and a meter was taken out on the day it was. */
function refuseMove({ kind, readOn, period }: MeterReading, dto: CorrectReadingDto): void {
  if (dto.period !== undefined && dto.period !== period)
    throw new InvalidInput({ period: ["更正不能换费用月份；请删除后按正确的月份登记"] });
  if (kind === "REMOVAL" && dto.readOn !== readOn)
    throw new InvalidInput({ readOn: [`表已于 ${readOn} 拆除，更正拆表读数不能换日期`] });
}

/** An estimate that is never billed: the next reading waits for it to be put right, however late that comes. */
const isFreeEstimate = ({ roomId, feeItemId }: Meter, { estimated }: MeterReading) =>
  estimated && (roomId === null || feeItemId === null);

const isPaid = ({ paidFen }: BilledCharge) => paidFen > 0;

/** The charges that stand on a reading, locked in id order. @throws READING_REDUCED when one was waived or adjusted */
async function standingOn(tx: EntityManager, { projectId, id }: MeterReading): Promise<BilledCharge[]> {
  const charges = await tx.query<BilledCharge[]>(
    `SELECT c.id, c.room_id AS "roomId", c.payer_id AS "payerId", c.reduced_fen AS "reducedFen",
            c.received_fen + c.offset_fen AS "paidFen"
       FROM charge c
      WHERE c.project_id = $1 AND c.reversed_fen < c.amount_fen
        AND c.id IN (SELECT charge_id FROM meter_charge WHERE project_id = $1 AND reading_id = $2)
      ORDER BY c.id FOR UPDATE`,
    [projectId, id],
  );
  if (charges.some(({ reducedFen }) => reducedFen !== 0)) throw readingReduced();
  return charges;
}
