import { HttpException, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RecordReadingDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { alertLimitsOf, lockMeters, statesOf } from "./meter-state.js";
import { MeterReading } from "./meter-reading.entity.js";
import { type AlertLimits, judge, type MeterState, type NewReading, periodOfReading } from "./reading-rules.js";

/** Rows of one INSERT: it takes 65,535 values, and a reading has over 20. */
const ROWS_AT_ONCE = 1000;

/** A reading of one meter among many. */
export interface MeterEntry {
  meterId: string;
  reading: NewReading;
  /** Puts right what was billed, maybe in a closed month: whoever corrects has looked at the months. */
  corrects?: boolean;
}

/** What became of an entry: the id of its reading, or why it was refused. */
export type Recorded = { id: string } | { fault: HttpException };

/** Takes readings down (抄表, BIL-20): each judged, kept with its use, its month open. */
@Injectable()
export class RecordReadingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes down the reading of a month.
   * @throws READING_LOWER, READING_UNUSUAL, READING_EXISTS, METER_REMOVED, PERIOD_CLOSED, NOT_FOUND
   */
  record(actor: Actor, projectId: string, meterId: string, dto: RecordReadingDto): Promise<string> {
    return this.db.transaction((tx) => this.recordOne(tx, actor, projectId, { meterId, reading: regular(dto) }));
  }

  /** The same for any kind of reading, in the caller's transaction. */
  async recordOne(tx: EntityManager, actor: Actor, projectId: string, entry: MeterEntry): Promise<string> {
    const [recorded] = await this.recordAll(tx, actor, projectId, [entry]);
    if (!recorded) throw notFound("表具");
    if ("fault" in recorded) throw recorded.fault;
    return recorded.id;
  }

  /**
   * Takes down many readings of different meters in a few statements; what is refused leaves the others alone.
   * @returns one answer per entry, in their order
   */
  async recordAll(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entries: readonly MeterEntry[],
  ): Promise<Recorded[]> {
    const today = await projectToday(tx, this.clock, projectId);
    const ids = [...new Set(entries.map(({ meterId }) => meterId))];
    await lockMeters(tx, projectId, ids);
    const limits = await alertLimitsOf(tx, projectId);
    const faults = new PeriodFaults(this.periods, tx, projectId);
    const states = new Map<string, Map<string, MeterState>>();
    for (const { reading } of entries) {
      if (states.has(reading.period)) continue;
      states.set(reading.period, await statesOf(tx, projectId, ids, reading.period));
    }
    const rows: (Partial<MeterReading> & { id: string; meterId: string })[] = [];
    const results: Recorded[] = [];
    for (const entry of entries) {
      const meter = states.get(entry.reading.period)?.get(entry.meterId);
      try {
        if (!meter) throw notFound("表具");
        if (!entry.corrects) await faults.refuseClosed(entry.reading);
        const row = { projectId, ...this.rowOf(actor, meter, entry.reading, today, limits) };
        rows.push(row);
        results.push({ id: row.id });
      } catch (error) {
        if (!(error instanceof HttpException)) throw error;
        results.push({ fault: error });
      }
    }
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) await tx.insert(MeterReading, rows.slice(i, i + ROWS_AT_ONCE));
    await this.report(tx, actor, projectId, entries, results, states);
    return results;
  }

  private rowOf(actor: Actor, meter: MeterState, reading: NewReading, today: string, limits: AlertLimits) {
    const { serviceFrom, use, alerts } = judge(meter, reading, today, limits);
    return {
      id: newId(),
      meterId: meter.id,
      roomId: meter.roomId,
      kind: reading.kind,
      period: reading.period,
      readOn: reading.readOn,
      serviceFrom,
      serviceTo: reading.serviceTo,
      previous: meter.lastValue,
      value: reading.value,
      multiplier: meter.multiplier,
      use,
      estimated: reading.estimated === true,
      afterEstimate: meter.lastEstimated,
      rolledOver: reading.rolledOver === true,
      alerts,
      reason: reading.reason ?? null,
      createdBy: actor.userId,
      createdByName: actor.name,
      createdAt: this.clock.now(),
      status: "VALID",
    };
  }

  private async report(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entries: readonly MeterEntry[],
    results: readonly Recorded[],
    states: ReadonlyMap<string, ReadonlyMap<string, MeterState>>,
  ): Promise<void> {
    const lines = entries.flatMap(({ meterId, reading }, index) => {
      const result = results[index];
      const meter = states.get(reading.period)?.get(meterId);
      if (!meter || !result || "fault" in result) return [];
      const { value, readOn, period, reason = null, estimated = false, rolledOver = false } = reading;
      const summary = `表 ${meter.no} ${period} 读数 ${value}（${readOn}）`;
      const after = { value, readOn, period, previous: meter.lastValue, estimated, rolledOver, reason };
      return [{ projectId, action: "meter-reading.record", entity: "meter", entityId: meterId, summary, after }];
    });
    for (let i = 0; i < lines.length; i += ROWS_AT_ONCE)
      await this.audit.record(tx, actor, ...lines.slice(i, i + ROWS_AT_ONCE));
  }
}

/** The reading of a month as it comes from the meter reader. */
export const regular = (dto: RecordReadingDto): NewReading => ({
  ...dto,
  period: periodOfReading(dto),
  kind: "REGULAR",
  serviceTo: dto.readOn,
});

/** Asks for every month of a list once whether it is open. */
class PeriodFaults {
  private readonly known = new Map<string, HttpException | null>();

  constructor(
    private readonly periods: PostingPeriod,
    private readonly tx: EntityManager,
    private readonly projectId: string,
  ) {}

  /** Neither the day of the reading nor the month of its use may be closed. @throws PERIOD_CLOSED, PERIOD_BEFORE_START */
  async refuseClosed({ period, readOn }: NewReading): Promise<void> {
    for (const month of [readOn.slice(0, 7), period]) {
      if (!this.known.has(month)) this.known.set(month, await this.faultOf(month));
      const fault = this.known.get(month);
      if (fault) throw fault;
    }
  }

  private async faultOf(month: string): Promise<HttpException | null> {
    try {
      await this.periods.lockForPosting(this.tx, this.projectId, firstDay(month), 1);
      return null;
    } catch (error) {
      if (error instanceof HttpException) return error;
      throw error;
    }
  }
}
