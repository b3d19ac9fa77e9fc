import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ReverseRunDto, RunJobDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { NATURAL } from "../../database/natural-order.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { runTouched } from "../billing.errors.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { takeBackRunDiscounts } from "../discounts/discount-ledger.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { takeBackReductions } from "../reductions/reductions-of-run.js";
import { ChargeRun } from "./charge-run.entity.js";
import { dayOfRun } from "./day-of-run.js";
import { lockRun, refuseUnless } from "./run-status.js";

const ENTRIES_AT_ONCE = 5000;

/** Takes a published run back as a whole (批次红冲): every charge gets a reversing entry, and the month can be billed anew. */
@Injectable()
export class ReverseRunService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.reverse-run", (job) => this.reverse(job));
  }

  /** Starts the reversal. @throws RUN_STATE, RUN_TOUCHED, PERIOD_CLOSED */
  start(actor: Actor, projectId: string, runId: string, { reason }: ReverseRunDto): Promise<RunJobDto> {
    return this.db.transaction(async (tx) => {
      const run = await lockRun(tx, projectId, runId);
      refuseUnless(run, "PUBLISHED");
      await this.periods.lockForPosting(tx, projectId, firstDay(run.period), 1);
      await refuseTouched(tx, projectId, runId);
      const title = `应收批次红冲 ${run.period}`;
      const params = { runId, reason };
      const job = await this.jobs.enqueue(tx, actor, { projectId, kind: "billing.reverse-run", title, params });
      await tx.update(ChargeRun, { projectId, id: runId }, { status: "REVERSING", jobId: job.id, failure: null });
      return { runId, jobId: job.id };
    });
  }

  /** The job, in one transaction; run again after it has committed it finds the run reversed. */
  private reverse(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId, actor } = job;
    const [runId, reason] = [String(job.params.runId), String(job.params.reason)];
    return this.db.transaction(async (tx) => {
      const run = await lockRun(tx, projectId, runId);
      if (run.status === "REVERSED" && run.jobId === job.id) return { runId };
      refuseUnless(run, "REVERSING");
      await this.periods.lockForPosting(tx, projectId, firstDay(run.period), 1);
      const bookedOn = await dayOfRun(tx, this.clock, projectId, run.period);
      const by = {
        projectId,
        period: run.period,
        bookedOn,
        createdBy: actor.userId,
        createdAt: this.clock.now(),
      };
      const lock = "SELECT id, open_fen FROM charge WHERE project_id = $1 AND run_id = $2 ORDER BY id FOR UPDATE";
      await tx.query(lock, [projectId, runId]);
      await refuseTouched(tx, projectId, runId);
      await takeBackRunDiscounts(tx, by, { runId }, "应收批次红冲");
      await takeBackReductions(tx, by, { runId });
      const charges = await tx.query<{ id: string; open_fen: number }[]>(lock, [projectId, runId]);
      const open = charges.filter(({ open_fen }) => open_fen > 0);
      for (let i = 0; i < open.length; i += ENTRIES_AT_ONCE) {
        const ids = open.slice(i, i + ENTRIES_AT_ONCE).map(({ id }) => id);
        await reverseOpen(tx, {
          projectId,
          ids,
          bookedOn,
          period: run.period,
          source: "RUN",
          reason,
          userId: actor.userId,
          now: this.clock.now(),
        });
        await job.progress(Math.min(i + ENTRIES_AT_ONCE, open.length), open.length);
      }
      const amountFen = open.reduce((sum, { open_fen }) => sum + open_fen, 0);
      const reversed = { status: "REVERSED", reversedAt: this.clock.now(), reversalReason: reason };
      await tx.update(ChargeRun, { projectId, id: runId }, reversed);
      const summary = `红冲应收批次 ${run.period}：${open.length} 笔，共 ${formatFen(amountFen)} 元，原因：${reason}`;
      const after = { lineCount: open.length, amountFen, reason };
      await this.audit.record(tx, actor, {
        projectId,
        action: "run.reverse",
        entity: "run",
        entityId: runId,
        summary,
        after,
      });
      return { runId, lineCount: open.length, amountFen };
    });
  }
}

/** @throws RUN_TOUCHED when money was received for, offset against or, apart from vacancies and its own discounts, taken off a charge of the run. */
async function refuseTouched(tx: EntityManager, projectId: string, runId: string): Promise<void> {
  const touched = await tx.query<{ code: string; count: number; fen: number }[]>(
    `SELECT o.code, count(*)::int AS count, sum(c.received_fen + c.offset_fen + abs(c.reduced_fen - v.fen))::bigint AS fen
       FROM charge c JOIN room o ON o.project_id = c.project_id AND o.id = c.room_id
       CROSS JOIN LATERAL (SELECT (SELECT coalesce(sum(l.amount_fen), 0) FROM vacancy_line l
                                    WHERE l.project_id = c.project_id AND l.charge_id = c.id)
                                + (SELECT coalesce(sum(l.amount_fen), 0) FROM discount_line l
                                    WHERE l.project_id = c.project_id AND l.charge_id = c.id AND l.receipt_id IS NULL) AS fen) v
      WHERE c.project_id = $1 AND c.run_id = $2 AND (c.received_fen <> 0 OR c.offset_fen <> 0 OR c.reduced_fen <> v.fen)
      GROUP BY o.code ORDER BY o.code ${NATURAL}`,
    [projectId, runId],
  );
  if (touched.length === 0) return;
  const sum = (key: "count" | "fen") => touched.reduce((total, row) => total + row[key], 0);
  throw runTouched(
    sum("count"),
    sum("fen"),
    touched.map(({ code }) => code),
  );
}
