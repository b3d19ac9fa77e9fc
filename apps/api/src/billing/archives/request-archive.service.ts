import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ArchiveYearDto, ArchiveYearsDto, RequestArchiveDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import { type Access, may } from "../../auth/access.service.js";
import type { Actor } from "../../common/actor.js";
import { monthsOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { JobsService } from "../../jobs/jobs.service.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { requestHash } from "../receipts/request-hash.js";
import { ArchiveExport } from "./archive-export.entity.js";
import {
  archiveIdReused,
  archiveRunning,
  noClosedMonth,
  numbersForbidden,
  yearBeforeStart,
  yearOpen,
} from "./archives.errors.js";

/** Asks for the archive of a year (LAW-44): closed months, with a reason, and with approval where whole numbers leave the house. */
@Injectable()
export class RequestArchiveService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly numbers: NumberSeriesService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("archive.export", {
      permission: "data:approve-export",
      approve: (tx, actor, approval) => this.approve(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }) => {
        await tx.update(ArchiveExport, { projectId, id: subjectId }, { status: "REJECTED" });
      },
    });
  }

  /** The years since charging began, the latest first. */
  async years(projectId: string): Promise<ArchiveYearsDto> {
    const tx = this.db.manager;
    const { firstPeriod, timeZone } = await projectOf(tx, projectId);
    const [first, last] = [Number(firstPeriod.slice(0, 4)), Number(this.clock.today(timeZone).slice(0, 4))];
    const closed = await closedOf(tx, projectId);
    const years = Array.from({ length: Math.max(0, last - first) + 1 }, (_one, index) => first + index);
    return { items: years.map((year) => yearOf(year, firstPeriod, closed)).toReversed() };
  }

  /**
   * Registers the export and starts its job, or asks for approval first; the same id again does neither.
   * @throws ID_REUSED, ARCHIVE_NUMBERS, ARCHIVE_BEFORE_START, ARCHIVE_NO_MONTH, ARCHIVE_YEAR_OPEN, ARCHIVE_RUNNING
   */
  request(actor: Actor, access: Access, projectId: string, dto: RequestArchiveDto): Promise<void> {
    const includeNumbers = dto.includeNumbers === true;
    if (includeNumbers && !may(access, "customer:unmask", projectId)) throw numbersForbidden();
    return this.db.transaction(async (tx) => {
      const { firstPeriod } = await projectOf(tx, projectId, "FOR NO KEY UPDATE");
      const hash = requestHash(dto);
      const earlier = await tx.findOneBy(ArchiveExport, { projectId, id: dto.id });
      if (earlier && earlier.requestHash !== hash) throw archiveIdReused();
      if (earlier) return;
      if (dto.year < Number(firstPeriod.slice(0, 4))) throw yearBeforeStart(dto.year, firstPeriod);
      const { closed, open } = yearOf(dto.year, firstPeriod, await closedOf(tx, projectId));
      if (closed.length === 0) throw noClosedMonth(dto.year);
      if (open.length > 0 && dto.partial !== true) throw yearOpen(dto.year, open);
      await refuseSecond(tx, projectId, dto.year);
      const row = {
        projectId,
        id: dto.id,
        createdAt: this.clock.now(),
        number: await this.numbers.draw(tx, projectId, "archive"),
        year: dto.year,
        months: closed,
        openMonths: open,
        complete: open.length === 0,
        includeNumbers,
        reason: dto.reason,
        requestedBy: actor.userId,
        requestedByName: actor.name,
      };
      await tx.insert(ArchiveExport, { ...row, requestHash: hash, status: includeNumbers ? "PENDING" : "RUNNING" });
      await this.audit.record(tx, actor, {
        projectId,
        action: "archive-export.request",
        entity: "archive-export",
        entityId: row.id,
        summary: `申请导出会计档案 ${row.number}：${wordsOf(row)}，用途：${dto.reason}`,
        after: { year: dto.year, months: closed, openMonths: open, includeNumbers, reason: dto.reason },
      });
      if (includeNumbers) await this.ask(tx, actor, row);
      else await this.start(tx, actor, row);
    });
  }

  private async ask(tx: EntityManager, actor: Actor, row: Asked): Promise<void> {
    const line = (label: string, after: string) => ({ label, before: null, after });
    const approvalId = await this.approvals.request(tx, actor, {
      projectId: row.projectId,
      kind: "archive.export",
      title: `导出会计档案 ${wordsOf(row)}`,
      reason: row.reason,
      subjectType: "archive-export",
      subjectId: row.id,
      payload: { number: row.number },
      lines: [
        line("导出编号", row.number),
        line("年度", `${row.year}`),
        line("月份", row.complete ? "全部已月结" : `不完整，未月结：${row.openMonths.join("、")}`),
        line("证件号码与电话", "完整"),
      ],
    });
    await tx.update(ArchiveExport, { projectId: row.projectId, id: row.id }, { approvalId });
  }

  private async approve(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const row = await tx.findOneBy(ArchiveExport, { projectId, id: subjectId });
    if (!row) throw notFound("档案导出");
    await tx.update(ArchiveExport, { projectId, id: row.id }, { status: "RUNNING", approverName: actor.name });
    await this.start(tx, { ...actor, userId: row.requestedBy, name: row.requestedByName }, row);
  }

  private async start(tx: EntityManager, requester: Actor, row: Asked): Promise<void> {
    const { projectId, id } = row;
    const job = await this.jobs.enqueue(tx, requester, {
      projectId,
      kind: "billing.archive",
      title: `导出会计档案 ${row.number} ${row.year} 年`,
      params: { archiveId: id },
    });
    await tx.update(ArchiveExport, { projectId, id }, { jobId: job.id });
  }
}

type Asked = Pick<
  ArchiveExport,
  "projectId" | "id" | "number" | "year" | "months" | "openMonths" | "complete" | "reason"
> & { includeNumbers: boolean };

const wordsOf = ({ year, months, complete, includeNumbers }: Asked): string =>
  `${year} 年 ${months.length} 个月${complete ? "" : "（不完整）"}${includeNumbers ? "（包含完整号码）" : ""}`;

/** A project as its archive needs it. @throws NOT_FOUND */
export async function projectOf(tx: EntityManager, projectId: string, lock: "" | "FOR NO KEY UPDATE" = "") {
  const [project] = await tx.query<{ name: string; firstPeriod: string; timeZone: string }[]>(
    `SELECT name, first_period AS "firstPeriod", time_zone AS "timeZone" FROM project WHERE id = $1 ${lock}`,
    [projectId],
  );
  if (!project) throw notFound("管理区");
  return project;
}

/** The closed months of a project. */
export async function closedOf(tx: EntityManager, projectId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ period: string }[]>(
    "SELECT period FROM billing_period WHERE project_id = $1 AND status = 'CLOSED'",
    [projectId],
  );
  return new Set(rows.map(({ period }) => period));
}

/** The months of a year since charging began, those that are closed and those that are not. */
function yearOf(year: number, firstPeriod: string, closed: ReadonlySet<string>): ArchiveYearDto {
  const begin = `${year}-01` < firstPeriod ? firstPeriod : `${year}-01`;
  const months = monthsOf(begin, `${year}-12`);
  return {
    year,
    closed: months.filter((month) => closed.has(month)),
    open: months.filter((month) => !closed.has(month)),
  };
}

/** One archive of a year at a time: a second would hold the same. */
async function refuseSecond(tx: EntityManager, projectId: string, year: number): Promise<void> {
  const [running] = await tx.query<{ number: string }[]>(
    `SELECT a.number FROM archive_export a JOIN job j ON j.project_id = a.project_id AND j.id = a.job_id
      WHERE a.project_id = $1 AND a.year = $2 AND a.status = 'RUNNING' AND j.status IN ('QUEUED', 'RUNNING') LIMIT 1`,
    [projectId, year],
  );
  if (running) throw archiveRunning(year, running.number);
}
