import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { openingKindLabels, type OpeningJobDto, type OpeningKind, type PostOpeningDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addMonths, periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { Opening } from "./opening.entity.js";
import { MINE, OWES } from "./opening-rows.sql.js";
import { AHEAD, lockOpening, refuseRunning, refuseSameFile, refuseUnless } from "./opening-state.js";
import {
  cutOverMoved,
  faultsNotSkipped,
  nothingToPost,
  optionsRefused,
  rowsFaulty,
  rowsStale,
  shortRowsRefused,
} from "./openings.errors.js";
import { cutOverOf } from "./stage-opening.service.js";
import { faultsOf, type PostingOptions, SHORT_FAULTS, STANDING_FAULTS } from "./standing-faults.js";
import { writeBalances } from "./write-balances.js";
import { writePaidThrough } from "./write-paid-through.js";
import { writePrepayments } from "./write-prepayments.js";

/** Posts opening balances and payment history in one transaction (issue 4.13): whole or not at all, and once. */
@Injectable()
export class PostOpeningService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.opening", (job) => this.post(job));
  }

  /**
   * Starts the posting.
   * @throws OPENING_STATE, OPENING_BUSY, OPENING_SAME_FILE, OPENING_FAULTS, OPENING_EMPTY, PERIOD_CLOSED, NOT_FOUND
   */
  start(actor: Actor, projectId: string, id: string, dto: PostOpeningDto): Promise<OpeningJobDto> {
    return this.db.transaction(async (tx) => {
      const opening = await lockOpening(tx, projectId, id);
      await refuseRunning(tx, opening);
      // one whose job was lost may be started again
      if (opening.status !== "POSTING") refuseUnless(opening, "CHECKED");
      await refuseSameFile(tx, projectId, opening, id);
      const { faults, usable } = await countRows(tx, opening);
      if (faults > 0 && opening.kind === "BALANCE") throw rowsFaulty(faults);
      if (faults > 0 && !dto.skipFaults) throw faultsNotSkipped(faults);
      if (usable === 0) throw nothingToPost();
      const options = optionsOf(opening, dto);
      if (await booksMoney(tx, opening, options))
        await this.periods.lockForPosting(tx, projectId, opening.cutOverOn, AHEAD);
      const title = `${openingKindLabels[opening.kind as OpeningKind]}入账 ${opening.fileName}`;
      const job = await this.jobs.enqueue(tx, actor, {
        projectId,
        kind: "billing.opening",
        title,
        params: { openingId: id },
      });
      const started = { status: "POSTING", jobId: job.id, failure: null, options: { ...options } };
      await tx.update(Opening, { projectId, id }, started as object);
      return { openingId: id, jobId: job.id };
    });
  }

  /** The job. Killed at any moment it leaves nothing and starts over; a rule that says no opens the import again. */
  private async post(job: RunningJob): Promise<Record<string, unknown>> {
    const id = String(job.params.openingId);
    try {
      return await this.db.transaction((tx) => this.postIn(tx, job, id));
    } catch (error) {
      if (error instanceof RuleViolation) {
        const failed = { status: "CHECKED", failure: error.message };
        await this.db.manager.update(
          Opening,
          { projectId: job.projectId, id, jobId: job.id, status: "POSTING" },
          failed,
        );
      }
      throw error;
    }
  }

  private async postIn(tx: EntityManager, job: RunningJob, id: string): Promise<Record<string, unknown>> {
    const { projectId, actor } = job;
    const opening = await lockOpening(tx, projectId, id);
    if (opening.status === "POSTED" && opening.jobId === job.id) return { openingId: id };
    refuseUnless(opening, "POSTING");
    // One writer of many charges at a time: a run or another import is waited for, and what it wrote is seen.
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    const cutOverOn = await cutOverOf(tx, projectId);
    if (cutOverOn !== opening.cutOverOn) throw cutOverMoved(cutOverOn);
    const options = opening.options as unknown as PostingOptions;
    const money = await booksMoney(tx, opening, options);
    if (money) await this.periods.lockForPosting(tx, projectId, cutOverOn, AHEAD);
    await job.progress(10, 100, "正在与系统里的账核对");
    await refuseStanding(tx, opening, options);

    const [openingNo] = await this.numbers.drawMany(tx, projectId, "opening", 1);
    const by = {
      projectId,
      openingId: id,
      openingNo: openingNo!,
      bookedPeriod: addMonths(periodOf(cutOverOn), -1),
      now: this.clock.now(),
      userId: actor.userId,
      userName: actor.name,
    };
    await job.progress(30, 100, "正在写入欠费与押金");
    await writeBalances(tx, this.numbers, by, options);
    await job.progress(70, 100, "正在写入预收");
    await writePrepayments(tx, by, cutOverOn);
    await job.progress(90, 100, "正在登记已缴至日期");
    await writePaidThrough(tx, by, options);
    const posted = { status: "POSTED", openingNo: openingNo!, failure: null };
    await tx.update(
      Opening,
      { projectId, id },
      { ...posted, postedAt: by.now, postedBy: actor.userId, postedByName: actor.name },
    );
    const kind = openingKindLabels[opening.kind as OpeningKind];
    await this.audit.record(tx, actor, {
      projectId,
      action: "opening.post",
      entity: "opening",
      entityId: id,
      summary: `${kind} ${openingNo} 入账“${opening.fileName}”`,
      after: { openingNo, ...options },
    });
    return { openingId: id, openingNo };
  }
}

const optionsOf = ({ kind }: Opening, dto: PostOpeningDto): PostingOptions => ({
  setPaidThrough: kind === "HISTORY" && (dto.setPaidThrough ?? true),
  shortAsArrears: kind === "HISTORY" && (dto.shortAsArrears ?? false),
});

async function countRows(tx: EntityManager, { projectId, id }: Opening): Promise<{ faults: number; usable: number }> {
  const [row] = await tx.query<{ faults: number; usable: number }[]>(
    `SELECT count(*) FILTER (WHERE fault IS NOT NULL)::int AS faults, count(*) FILTER (WHERE fault IS NULL)::int AS usable
       FROM opening_row WHERE project_id = $1 AND opening_id = $2`,
    [projectId, id],
  );
  return row!;
}

/** Whether anything goes into the ledger: then the first month must be open. */
async function booksMoney(tx: EntityManager, { projectId, id }: Opening, { shortAsArrears }: PostingOptions) {
  const [found] = await tx.query<object[]>(
    `SELECT 1 FROM opening_row r WHERE ${MINE} AND (r.kind IN ('PREPAYMENT', 'DEPOSIT', 'COLLECTED') OR ${OWES}) LIMIT 1`,
    [projectId, id, shortAsArrears],
  );
  return found !== undefined;
}

/**
 * What was checked may not hold any more: that shows when the file is checked again. What only the options make of the
 * rows does not. @throws OPENING_STALE, OPENING_OPTIONS, OPENING_SHORT_ROWS
 */
async function refuseStanding(tx: EntityManager, opening: Opening, options: PostingOptions): Promise<void> {
  const { projectId, id, cutOverOn } = opening;
  const { shortAsArrears, setPaidThrough } = options;
  const stale = await faultsOf(tx, STANDING_FAULTS, [projectId, id, false, false]);
  if (stale.count > 0) throw rowsStale(stale.count, stale.examples);
  if (!shortAsArrears && !setPaidThrough) return;
  const chosen = await faultsOf(tx, STANDING_FAULTS, [projectId, id, shortAsArrears, setPaidThrough]);
  if (chosen.count > 0) throw optionsRefused(chosen.count, chosen.examples, options);
  if (!shortAsArrears) return;
  const short = await faultsOf(tx, SHORT_FAULTS, [projectId, id, cutOverOn]);
  if (short.count > 0) throw shortRowsRefused(short.count, short.examples);
}
