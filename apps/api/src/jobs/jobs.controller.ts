import { Controller, ForbiddenException, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { JobDto, type JobKind, JobPageDto, JobPath, JobQueryDto, type Permission, ProjectPath } from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { type Actor, CurrentActor } from "../common/actor.js";
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

/** Who may see the work of a kind, and who may stop it: those who could have started it. */
const rightsOf: Readonly<Record<JobKind, { read: Permission; cancel: Permission }>> = {
  "billing.rehearse": { read: "billing:read", cancel: "billing:run" },
  "billing.publish": { read: "billing:read", cancel: "billing:publish" },
  "billing.reverse-run": { read: "billing:read", cancel: "billing:reverse-run" },
  "billing.recalculate": { read: "billing:read", cancel: "billing:recalculate" },
  "billing.apply-recalculation": { read: "billing:read", cancel: "billing:approve-recalculation" },
  "billing.offset": { read: "billing:read", cancel: "billing:offset" },
  "billing.opening": { read: "billing:read", cancel: "billing:openings" },
  "imports.check": { read: "imports:run", cancel: "imports:run" },
  "imports.commit": { read: "imports:run", cancel: "imports:run" },
  "exports.write": { read: "data:export", cancel: "data:export" },
  "billing.archive": { read: "billing:archive", cancel: "billing:archive" },
  "billing.report": { read: "billing:print", cancel: "billing:print" },
};

/** Background work: what runs, how far it is, what came of it. Everybody sees the kinds that his rights concern. */
@Controller("projects/:projectId/jobs")
export class JobsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
  ) {}

  /** 后台任务列表，新的在前 */
  @Get()
  @Requires("property:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() { kind, cursor, pageSize = 20 }: JobQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<JobPageDto> {
    const kinds = (Object.keys(rightsOf) as JobKind[]).filter((one) => may(access, rightsOf[one].read, projectId));
    const where = new Where()
      .add("project_id = ?", projectId)
      .add("kind = ANY (?)", kinds)
      .add("kind = ?", kind)
      .add("id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<JobRow[]>(
      `SELECT * FROM job ${where.toString()} ORDER BY id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toJobDto, ({ id }) => [id]);
  }

  /** 后台任务的进度与结果 */
  @Get(":jobId")
  @Requires("property:read")
  async one(@Param() { projectId, jobId }: JobPath, @CurrentAccess() access: Access): Promise<JobDto> {
    return toJobDto(await this.find(projectId, jobId, access, "read"));
  }

  /** 取消后台任务 */
  @Post(":jobId/cancel")
  @HttpCode(200)
  @Requires("property:read")
  async cancel(
    @Param() { projectId, jobId }: JobPath,
    @CurrentAccess() access: Access,
    @CurrentActor() actor: Actor,
  ): Promise<JobDto> {
    await this.find(projectId, jobId, access, "cancel");
    await this.jobs.cancel(actor, projectId, jobId);
    return toJobDto(await this.find(projectId, jobId, access, "cancel"));
  }

  private async find(projectId: string, jobId: string, access: Access, need: "read" | "cancel"): Promise<JobRow> {
    const [row] = await this.db.query<JobRow[]>("SELECT * FROM job WHERE project_id = $1 AND id = $2", [
      projectId,
      jobId,
    ]);
    if (!row) throw notFound("任务");
    if (!may(access, rightsOf[row.kind as JobKind][need], projectId)) throw new ForbiddenException();
    return row;
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
