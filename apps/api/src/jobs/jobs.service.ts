import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { JobKind } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { Job } from "./job.entity.js";
import { OutboxEvent } from "./outbox-event.entity.js";

/** A job while it runs. */
export interface RunningJob {
  id: string;
  projectId: string;
  params: Record<string, unknown>;
  /** The person who started it. */
  actor: Actor;
  /** Tells how far the work is; written at most twice a second. */
  progress(done: number, total: number, message?: string): Promise<void>;
  /** Whether somebody asked to stop; a handler stops where that is safe. */
  cancelled(): Promise<boolean>;
}

/** Does the work. Must be safe to run again after the process was killed in the middle; what it returns is the result. */
export type JobHandler = (job: RunningJob) => Promise<Record<string, unknown>>;

export interface NewJob {
  projectId: string;
  kind: JobKind;
  /** What it does, in Chinese, e.g. 应收试算 2026-03. */
  title: string;
  params: Record<string, unknown>;
}

/** Starts work that outlives a request. The job and its outbox event are written in the caller's transaction. */
@Injectable()
export class JobsService {
  readonly handlers = new Map<string, JobHandler>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Registers who does the work of a kind. */
  handle(kind: JobKind, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Queues a job in the caller's transaction. It runs once that has committed. */
  async enqueue(tx: EntityManager, actor: Actor, job: NewJob): Promise<{ id: string }> {
    const id = newId();
    const createdAt = this.clock.now();
    await tx.insert(Job, {
      ...job,
      id,
      createdAt,
      params: { ...job.params, requestId: actor.requestId, ip: actor.ip } as never,
      status: "QUEUED",
      done: 0,
      total: 0,
      attempts: 0,
      createdBy: actor.userId,
      createdByName: actor.name,
    });
    await tx.insert(OutboxEvent, {
      projectId: job.projectId,
      id: newId(),
      type: "job.created",
      payload: { jobId: id },
      createdAt,
    });
    return { id };
  }

  /** Asks a job to stop. One that waits is cancelled at once; one that runs stops where its handler finds it safe. */
  cancel(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [[stopped]] = await tx.query<[{ title: string; status: string }[], number]>(
        `UPDATE job SET status = CASE WHEN status = 'QUEUED' THEN 'CANCELLED' ELSE status END,
                        params = params || '{"cancel": true}', finished_at = CASE WHEN status = 'QUEUED' THEN $3::timestamptz ELSE finished_at END
          WHERE project_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING') RETURNING title, status`,
        [projectId, id, this.clock.now()],
      );
      if (!stopped) return;
      const { title, status } = stopped;
      const summary = `取消后台任务：${title}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "job.cancel",
        entity: "job",
        entityId: id,
        summary,
        after: { status },
      });
    });
  }
}
