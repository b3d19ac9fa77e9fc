import { HttpException, Injectable, Logger } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import type { JobHandler, RunningJob } from "./jobs.service.js";
import { JobsService } from "./jobs.service.js";

const MOST_ATTEMPTS = 4;
const PROGRESS_MS = 500;

interface JobRow {
  id: string;
  project_id: string;
  kind: string;
  status: string;
  params: Record<string, unknown>;
  attempts: number;
  created_by: string;
  created_by_name: string;
}

/**
 * Runs one job in this process. An advisory lock of a connection of its own says that it lives: when the process is
 * killed the database frees the lock, and another process takes the job up again.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
  ) {}

  /** Runs the job unless it is finished or running elsewhere. Throws when it should be tried again. */
  async run(projectId: string, id: string): Promise<void> {
    const lock = this.db.createQueryRunner();
    try {
      const [{ locked }] = (await lock.query("SELECT pg_try_advisory_lock(hashtextextended($1, 7)) AS locked", [
        id,
      ])) as [{ locked: boolean }];
      if (!locked) return;
      try {
        await this.runLocked(projectId, id);
      } finally {
        await lock.query("SELECT pg_advisory_unlock(hashtextextended($1, 7))", [id]);
      }
    } finally {
      await lock.release();
    }
  }

  /** Jobs that say they run although no process holds their lock: their process was killed. */
  async orphans(): Promise<{ project_id: string; id: string }[]> {
    const running = await this.db.query<{ project_id: string; id: string }[]>(
      "SELECT project_id, id FROM job WHERE status = 'RUNNING' ORDER BY id LIMIT 100",
    );
    if (running.length === 0) return [];
    const held = await this.db.query<{ id: string }[]>(
      `SELECT j.id FROM unnest($1::text[]) AS j(id), LATERAL (SELECT hashtextextended(j.id, 7) AS key) k
        WHERE EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
                       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                       AND ((l.classid::bigint << 32) | l.objid::bigint) = k.key)`,
      [running.map(({ id }) => id)],
    );
    const alive = new Set(held.map(({ id }) => id));
    return running.filter(({ id }) => !alive.has(id));
  }

  private async runLocked(projectId: string, id: string): Promise<void> {
    const [rows] = await this.db.query<[JobRow[], number]>(
      `UPDATE job SET status = 'RUNNING', attempts = attempts + 1, started_at = COALESCE(started_at, $3::timestamptz)
        WHERE project_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING') RETURNING *`,
      [projectId, id, new Date()],
    );
    const [row] = rows;
    if (!row) return;
    const handler = this.jobs.handlers.get(row.kind);
    if (!handler) return this.finish(row, "FAILED", `没有能办理“${row.kind}”的程序`);
    await this.work(row, handler);
  }

  private async work(row: JobRow, handler: JobHandler): Promise<void> {
    try {
      const result = await handler(this.running(row));
      await this.finish(row, "DONE", null, result);
    } catch (error) {
      // A rule said no: trying again would not help.
      if (error instanceof HttpException) return this.finish(row, "FAILED", error.message);
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
      if (row.attempts >= MOST_ATTEMPTS)
        return this.finish(row, "FAILED", `系统出错，已重试 ${MOST_ATTEMPTS} 次；请把任务号 ${row.id} 告诉管理员`);
      await this.db.query("UPDATE job SET status = 'QUEUED' WHERE project_id = $1 AND id = $2", [
        row.project_id,
        row.id,
      ]);
      throw error;
    }
  }

  private running(row: JobRow): RunningJob {
    let written = 0;
    const text = (value: unknown) => (typeof value === "string" ? value : "-");
    return {
      id: row.id,
      projectId: row.project_id,
      params: row.params,
      actor: {
        userId: row.created_by,
        name: row.created_by_name,
        ip: text(row.params.ip),
        requestId: text(row.params.requestId),
      },
      progress: async (done, total, message) => {
        if (Date.now() - written < PROGRESS_MS && done < total) return;
        written = Date.now();
        await this.db.query(
          "UPDATE job SET done = $3, total = $4, message = COALESCE($5, message) WHERE project_id = $1 AND id = $2",
          [row.project_id, row.id, done, total, message ?? null],
        );
      },
      cancelled: async () => {
        const [found] = await this.db.query<{ cancel: boolean | null }[]>(
          "SELECT (params ->> 'cancel')::boolean AS cancel FROM job WHERE project_id = $1 AND id = $2",
          [row.project_id, row.id],
        );
        return found?.cancel === true;
      },
    };
  }

  private async finish(
    row: JobRow,
    status: string,
    message: string | null,
    result: object | null = null,
  ): Promise<void> {
    await this.db.query(
      `UPDATE job SET status = $3, message = COALESCE($4, message), result = $5,
                      done = CASE WHEN $3 = 'DONE' THEN total ELSE done END, finished_at = $6
        WHERE project_id = $1 AND id = $2`,
      [row.project_id, row.id, status, message, result ? JSON.stringify(result) : null, new Date()],
    );
  }
}
