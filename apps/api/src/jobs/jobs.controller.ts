import { Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { JobDto, JobPageDto, JobPath, JobQueryDto, ProjectPath } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Requires } from "../common/requires.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { notFound } from "../common/rule-violation.js";
import { Where } from "../common/where.js";
import { type Job } from "./job.entity.js";
import { JobsService } from "./jobs.service.js";

type JobRow = Pick<Job, "id" | "kind" | "status" | "title" | "done" | "total" | "message" | "result"> & {
  created_by_name: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
};

/** Background work: what runs, how far it is, what came of it. */
@Controller("projects/:projectId/jobs")
export class JobsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
  ) {}

  /** 后台任务列表，新的在前 */
  @Get()
  @Requires("property:read")
  async list(@Param() { projectId }: ProjectPath, @Query() { kind, cursor, pageSize = 20 }: JobQueryDto): Promise<JobPageDto> {
    const where = new Where().add("project_id = ?", projectId).add("kind = ?", kind).add("id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<JobRow[]>(`SELECT * FROM job ${where.toString()} ORDER BY id DESC LIMIT ${limit}`, where.params);
    return toCursorPage(rows, pageSize, toJobDto, ({ id }) => [id]);
  }

  /** 后台任务的进度与结果 */
  @Get(":jobId")
  @Requires("property:read")
  async one(@Param() { projectId, jobId }: JobPath): Promise<JobDto> {
    const [row] = await this.db.query<JobRow[]>("SELECT * FROM job WHERE project_id = $1 AND id = $2", [projectId, jobId]);
    if (!row) throw notFound("任务");
    return toJobDto(row);
  }

  /** 取消后台任务 */
  @Post(":jobId/cancel")
  @HttpCode(200)
  @Requires("billing:run")
  async cancel(@Param() { projectId, jobId }: JobPath): Promise<JobDto> {
    await this.jobs.cancel(projectId, jobId);
    return this.one({ projectId, jobId });
  }
}

function toJobDto(row: JobRow): JobDto {
  return {
    id: row.id,
    kind: row.kind as JobDto["kind"],
    status: row.status as JobDto["status"],
    title: row.title,
    done: row.done,
    total: row.total,
    message: row.message,
    result: row.result,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
