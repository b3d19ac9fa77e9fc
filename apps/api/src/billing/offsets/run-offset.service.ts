import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OffsetTrigger, StartOffsetDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { type Actor, systemActor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { clientOf } from "../../database/copy.js";
import { DailyWork } from "../../jobs/daily-work.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { freezeLateFees } from "../late-fees/freeze-late-fees.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { PublishedRuns } from "../runs/published-runs.js";
import { lockScope } from "./offset-candidates.js";
import { OffsetPlans, OffsetTally, scopeOf } from "./offset-plan.service.js";
import { bookOffsets, OFFSET_STAGING, OffsetStage } from "./offset-posting.js";
import { OffsetRun } from "./offset-run.entity.js";
import { OffsetSchemeService } from "./offset-scheme.service.js";
import { nothingToOffset, offsetOff, offsetStale, offsetUnderWay, sameIdOtherOffset } from "./offsets.errors.js";

/** Offsets prepayments against open charges (冲抵, BIL-61): by hand after a preview, at generation, or daily. */
@Injectable()
export class RunOffsetService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly daily: DailyWork,
    private readonly published: PublishedRuns,
    private readonly plans: OffsetPlans,
    private readonly schemes: OffsetSchemeService,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.offset", (job) => this.db.transaction((tx) => this.offset(tx, job)));
    this.daily.register("offset prepayments", () => this.startDaily());
    this.published.register(async (tx, actor, { projectId, runId }) => {
      const { enabled, onPublish } = await this.schemes.of(projectId, tx);
      if (enabled && onPublish) await this.enqueue(tx, actor, projectId, { trigger: "PUBLISH", hash: runId });
    });
  }

  /**
   * Starts what was previewed; the same id twice starts once.
   * @throws ID_REUSED, OFFSET_OFF, OFFSET_UNDER_WAY
   */
  start(actor: Actor, projectId: string, dto: StartOffsetDto): Promise<string> {
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      // two who start at once queue here
      await tx.query("SELECT 1 FROM offset_scheme WHERE project_id = $1 FOR UPDATE", [projectId]);
      const known = await tx.findOneBy(OffsetRun, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw sameIdOtherOffset();
      if (known) return known.id;
      if (!(await this.schemes.of(projectId, tx)).enabled) throw offsetOff();
      await refuseUnderWay(tx, projectId);
      return this.enqueue(tx, actor, projectId, { ...dto, trigger: "MANUAL", hash });
    });
  }

  /** One run for each project whose scheme says daily and that has money beside open charges. */
  private async startDaily(): Promise<void> {
    const due = await this.db.query<{ projectId: string; day: string }[]>(
      `SELECT s.project_id AS "projectId" FROM offset_scheme s WHERE s.enabled AND s.daily AND EXISTS (
         SELECT 1 FROM prepayment_account a JOIN charge c ON c.project_id = a.project_id AND c.room_id = a.room_id AND c.open_fen > 0
          WHERE a.project_id = s.project_id AND a.balance_fen > 0)`,
    );
    for (const { projectId } of due) {
      const hash = this.clock.now().toISOString();
      await this.db.transaction((tx) => this.enqueue(tx, systemActor, projectId, { trigger: "DAILY", hash }));
    }
  }

  private async enqueue(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    request: Partial<StartOffsetDto> & { trigger: OffsetTrigger; hash: string },
  ): Promise<string> {
    const { id = newId(), trigger, hash, fingerprint = null } = request;
    const job = { projectId, kind: "billing.offset", title: "预收冲抵", params: { offsetRunId: id } } as const;
    const { id: jobId } = await this.jobs.enqueue(tx, actor, job);
    const sums = { receiptCount: 0, roomCount: 0, chargeCount: 0, amountFen: 0 };
    const by = { createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now() };
    const what = { trigger, status: "RUNNING", scope: scopeOf(request), fingerprint, requestHash: hash };
    await tx.insert(OffsetRun, { projectId, id, jobId, ...what, ...sums, ...by });
    return id;
  }

  /**
   * The job, in one transaction: killed at any moment it leaves nothing, started again it does the whole, and after it
   * has committed it finds its run done.
   */
  private async offset(tx: EntityManager, job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId, actor } = job;
    const id = String(job.params.offsetRunId);
    const run = await tx.findOneOrFail(OffsetRun, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
    const result = ({ receiptCount, amountFen }: Sums) => ({ offsetRunId: id, receiptCount, amountFen });
    if (run.status === "DONE") return result(run);
    // One offset of a project at a time, and none while charges are published.
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    const scheme = await this.schemes.of(projectId, tx);
    if (!scheme.enabled) throw offsetOff();
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    await lockScope(tx, projectId, run.scope);

    const client = await clientOf(tx);
    await client.query(OFFSET_STAGING);
    const stage = new OffsetStage(client);
    const reading = { today: bookedOn, lockedOnly: true };
    const tally = new OffsetTally();
    const chargeIds: string[] = [];
    for await (const planned of this.plans.plan(tx, projectId, scheme, run.scope, reading)) {
      if (await job.cancelled()) throw new RuleViolation("CANCELLED", "冲抵已取消，没有冲抵任何一笔");
      for (const one of planned) {
        tally.add(one);
        for (const { charge, parts } of one.offsets) if (parts.length > 0) chargeIds.push(charge.id);
      }
      await stage.add(planned);
      await job.progress(tally.charges, tally.charges, `已核对 ${tally.rooms} 间`);
    }
    if (run.fingerprint !== null && tally.fingerprint() !== run.fingerprint) throw offsetStale();
    if (run.fingerprint !== null && tally.amountFen === 0) throw nothingToOffset();

    const numbers = await this.numbers.drawMany(tx, projectId, "receipt", stage.documents);
    const now = this.clock.now();
    // what accrued until today stays owed, as after any payment (BIL-52)
    await freezeLateFees(tx, { projectId, chargeIds, bookedOn, period, createdAt: now });
    await bookOffsets(tx, { projectId, runId: id, bookedOn, period, actor, now }, numbers);
    const { rooms: roomCount, charges: chargeCount, amountFen } = tally;
    const sums = { receiptCount: stage.documents, roomCount, chargeCount, amountFen };
    await tx.update(OffsetRun, { projectId, id }, { status: "DONE", bookedOn, ...sums });
    await this.audit.record(tx, actor, {
      projectId,
      action: "offset-run.offset",
      entity: "offset-run",
      entityId: id,
      summary: `预收冲抵 ${formatFen(amountFen)} 元：${roomCount} 间房 ${chargeCount} 笔应收，冲抵单 ${sums.receiptCount} 张`,
      after: { bookedOn, ...sums },
    });
    return result(sums);
  }
}

type Sums = Pick<OffsetRun, "receiptCount" | "amountFen">;

/** @throws OFFSET_UNDER_WAY while another run waits or works */
async function refuseUnderWay(tx: EntityManager, projectId: string): Promise<void> {
  const [running] = await tx.query<object[]>(
    `SELECT 1 FROM offset_run r JOIN job j ON j.project_id = r.project_id AND j.id = r.job_id
      WHERE r.project_id = $1 AND r.status = 'RUNNING' AND j.status IN ('QUEUED', 'RUNNING')`,
    [projectId],
  );
  if (running) throw offsetUnderWay();
}
