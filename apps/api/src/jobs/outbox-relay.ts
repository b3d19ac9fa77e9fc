import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { Pool } from "pg";
import { PgBoss } from "pg-boss";
import { DataSource } from "typeorm";
import { Config } from "../config.js";
import { DailyWork } from "./daily-work.js";
import { JobRunner } from "./job-runner.js";
import { MinuteWork } from "./minute-work.js";
import { DAILY_QUEUE, MINUTE_QUEUE, QUEUE } from "./queue-schema.js";

const RELAY_MS = 300;
const ORPHANS_MS = 3000;
/** Cron: every day at 03:30. */
const EARLY_MORNING = "30 3 * * *";
/** Cron: every minute. */
const EVERY_MINUTE = "* * * * *";

interface QueuedJob {
  projectId: string;
  jobId: string;
}

/** Brings committed outbox events to the queue, works on the queue, and takes up jobs whose process was killed. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private boss: PgBoss | undefined;
  private timers: NodeJS.Timeout[] = [];
  private relaying: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly runner: JobRunner,
    private readonly daily: DailyWork,
    private readonly minutely: MinuteWork,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.JOBS !== "true") return;
    const pool = (this.db.driver as unknown as { master: Pool }).master;
    const boss = new PgBoss({
      db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
      migrate: false,
      registerInstance: false,
    });
    boss.on("error", (error) => this.logger.error(error));
    await boss.start();
    await boss.work<QueuedJob>(QUEUE, { localConcurrency: 2, pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (job) await this.runner.run(job.data.projectId, job.data.jobId);
    });
    await boss.work(DAILY_QUEUE, { pollingIntervalSeconds: 30 }, () => this.daily.run());
    await boss.schedule(DAILY_QUEUE, EARLY_MORNING, null, { tz: "Asia/Shanghai", missed: "once" });
    await boss.work(MINUTE_QUEUE, { pollingIntervalSeconds: 5 }, () => this.minutely.run());
    await boss.schedule(MINUTE_QUEUE, EVERY_MINUTE, null, { tz: "Asia/Shanghai" });
    this.boss = boss;
    this.repeat(() => this.relay(), RELAY_MS);
    this.repeat(() => this.adoptOrphans(), ORPHANS_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    await this.relaying;
    await this.boss?.stop({ graceful: true, timeout: 10_000 });
  }

  private repeat(work: () => Promise<void>, milliseconds: number): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      this.relaying = work()
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => (busy = false));
    }, milliseconds);
    this.timers.push(timer);
  }

  /**
   * Sends what was committed since; an event whose sending was not recorded is sent again, which does no harm. A job
   * that has ended meanwhile (cancelled, or taken up as an orphan) needs no sending.
   */
  private async relay(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const events = await tx.query<{ project_id: string; id: string; job_id: string; waits: boolean }[]>(
        `SELECT e.project_id, e.id, e.payload ->> 'jobId' AS job_id, j.status IN ('QUEUED', 'RUNNING') AS waits
           FROM outbox_event e
           LEFT JOIN job j ON j.project_id = e.project_id AND j.id = (e.payload ->> 'jobId')::uuid
          WHERE e.delivered_at IS NULL ORDER BY e.id LIMIT 100 FOR UPDATE OF e SKIP LOCKED`,
      );
      for (const { project_id, job_id, waits } of events) {
        if (waits) await this.send({ projectId: project_id, jobId: job_id });
      }
      const ids = events.map(({ id }) => id);
      if (ids.length > 0)
        await tx.query("UPDATE outbox_event SET delivered_at = $2 WHERE id = ANY($1)", [ids, new Date()]);
    });
  }

  private async adoptOrphans(): Promise<void> {
    for (const { project_id, id } of await this.runner.orphans()) {
      this.logger.warn(`Job ${id} lost its process and is taken up again`);
      await this.send({ projectId: project_id, jobId: id });
    }
  }

  private async send(job: QueuedJob): Promise<void> {
    await this.boss?.send(QUEUE, job, { group: { id: job.projectId } });
  }
}
