import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type PublishRunDto, type RunJobDto, unpayableLines } from "@linli/contracts";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { clientOf, copyInto } from "../../database/copy.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { runEmpty, runStale, runWithoutPayer } from "../billing.errors.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { giveRunDiscounts } from "../discounts/run-discounts.js";
import { bookRunReductions } from "../reductions/reductions-of-run.js";
import { ChargeRun } from "./charge-run.entity.js";
import {
  chargeIds,
  chargeRow,
  hasConsequences,
  isChargedAlready,
  ISSUED,
  issuedRows,
  STAGED,
  STAGING_TABLE,
} from "./charge-staging.js";
import { explained, pricing } from "./priced-room.js";
import { PublishedRuns } from "./published-runs.js";
import { dayOfRun } from "./day-of-run.js";
import { loadContext } from "./run-inputs.js";
import { isPublishable, linesOfRoom, printOf } from "./run-lines.js";
import { countRooms, roomsOfRun } from "./run-rooms.js";
import { SUPPLIES } from "./run-supplies.js";
import { type LockedRun, lockRun, refuseUnless } from "./run-status.js";

/** Turns a rehearsed run into charges (发布, BIL-17). */
@Injectable()
export class PublishRunService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
    private readonly published: PublishedRuns,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.publish", (job) => this.publish(job));
  }

  /** Starts the publication. @throws RUN_STATE, RUN_WITHOUT_PAYER, RUN_EMPTY, PERIOD_CLOSED */
  start(actor: Actor, projectId: string, runId: string, { skipWithoutPayer }: PublishRunDto): Promise<RunJobDto> {
    return this.db.transaction(async (tx) => {
      const run = await lockRun(tx, projectId, runId);
      refuseUnless(run, "REHEARSED");
      const withoutPayer = unpayableLines(run.differences);
      if (withoutPayer > 0 && !skipWithoutPayer) throw runWithoutPayer(withoutPayer);
      if (run.lineCount === 0) throw runEmpty();
      await this.periods.lockForPosting(tx, projectId, firstDay(run.period), 1);
      const title = `应收发布 ${run.period}`;
      const job = await this.jobs.enqueue(tx, actor, { projectId, kind: "billing.publish", title, params: { runId } });
      await tx.update(ChargeRun, { projectId, id: runId }, { status: "PUBLISHING", jobId: job.id, failure: null });
      return { runId, jobId: job.id };
    });
  }

  /**
   * The job: ONE transaction prices the rooms again as they stream by, compares with the rehearsal and writes the
   * charges in bulk. Killed at any moment it leaves nothing, and started again it does the whole; after it has
   * committed, running it again finds the run published.
   */
  private async publish(job: RunningJob): Promise<Record<string, unknown>> {
    const runId = String(job.params.runId);
    try {
      return await this.db.transaction((tx) => this.publishIn(tx, job, runId));
    } catch (thrown) {
      const error = isChargedAlready(thrown) ? runStale() : thrown;
      if (error instanceof RuleViolation && error.code === "RUN_STALE") await this.markStale(job, runId, error.message);
      throw await explained(this.db.manager, job.projectId, error);
    }
  }

  private async publishIn(tx: EntityManager, job: RunningJob, runId: string): Promise<Record<string, unknown>> {
    const { projectId, actor } = job;
    const run = await lockRun(tx, projectId, runId);
    const result = { runId, lineCount: run.lineCount, amountFen: run.amountFen };
    if (run.status === "PUBLISHED" && run.jobId === job.id) return result;
    refuseUnless(run, "PUBLISHING");
    // One publication of a project at a time: the second sees what the first has charged.
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    await this.periods.lockForPosting(tx, projectId, firstDay(run.period), 1);

    const client = await clientOf(tx);
    const now = this.clock.now();
    const issued = await this.issue(tx, client, job, run, now);
    if (issued.fingerprint !== run.fingerprint) throw runStale();
    const bookedOn = await dayOfRun(tx, this.clock, projectId, run.period);
    const by = { projectId, period: run.period, bookedOn, createdBy: actor.userId, createdAt: now };
    if (issued.staged) {
      for (const { afterInsert } of SUPPLIES) await client.query(afterInsert, [projectId, now]);
      await bookRunReductions(tx, by);
    }
    await giveRunDiscounts(tx, by, runId);

    const published = { status: "PUBLISHED", publishedAt: this.clock.now(), publishedBy: actor.userId, failure: null };
    await tx.update(ChargeRun, { projectId, id: runId }, published);
    const summary = `发布应收批次 ${run.period}：${run.lineCount} 笔，共 ${formatFen(run.amountFen)} 元`;
    const after = { period: run.period, lineCount: run.lineCount, amountFen: run.amountFen };
    await this.audit.record(tx, actor, {
      projectId,
      action: "run.publish",
      entity: "run",
      entityId: runId,
      summary,
      after,
    });
    await this.published.tell(tx, actor, { projectId, runId, period: run.period });
    return result;
  }

  /**
   * Prices room after room and copies the lines into the ledger; those from which more follows are staged besides. A line
   * that is charged already is refused by the database.
   */
  private async issue(tx: EntityManager, client: PoolClient, job: RunningJob, run: LockedRun, now: Date) {
    const { projectId } = job;
    const context = await loadContext(tx, projectId, run.period, run.scope, true);
    const issuedOn = this.clock.today(context.timeZone);
    const total = await countRooms(tx, projectId, run.scope);
    const fingerprint = createHash("sha256");
    const idOf = chargeIds(run.id);
    const issuedRow = issuedRows({ projectId, runId: run.id, bookedPeriod: run.period, now });
    let [count, done, staged] = [0, 0, false];
    for await (const rooms of roomsOfRun(tx, context, run.scope)) {
      if (await job.cancelled()) throw new RuleViolation("CANCELLED", "发布已取消，没有生成任何应收");
      let [rows, more, prints] = ["", "", ""];
      for (const room of rooms) {
        for (const line of pricing(room.roomId, () => linesOfRoom(context, room, issuedOn)).lines) {
          if (!isPublishable(line)) continue;
          prints += printOf(line);
          const row = chargeRow(idOf(count), line);
          rows += issuedRow(row, line);
          if (hasConsequences(line)) more += row;
          count += 1;
        }
      }
      fingerprint.update(prints);
      await copyInto(client, "charge", ISSUED, rows);
      if (more !== "" && !staged) await client.query(STAGING_TABLE);
      staged ||= more !== "";
      await copyInto(client, "charge_staging", STAGED, more);
      done += rooms.length;
      await job.progress(done, total, `已计费 ${done} / ${total} 间`);
    }
    return { staged, fingerprint: fingerprint.digest("hex") };
  }

  private async markStale({ projectId, id }: RunningJob, runId: string, failure: string): Promise<void> {
    await this.db.manager.update(
      ChargeRun,
      { projectId, id: runId, jobId: id, status: "PUBLISHING" },
      { status: "FAILED", failure },
    );
  }
}
