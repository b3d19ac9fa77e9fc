import { HttpStatus, Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  EXPORT_DAYS,
  REPORT_ROWS_MOST,
  type ReportWorkbookJobDto,
  type StandardReport,
  standardReportLabels,
  type StandardReportQueryDto,
} from "@linli/contracts";
import type { Readable } from "node:stream";
import { DataSource, type EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { FileStore } from "../../files/file-store.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { fileName, madeBy, ReportWorkbookService } from "./report-workbook.service.js";
import { StandardReportsQueries } from "./standard-reports.queries.js";
import { ReportWorkbook } from "./write-report.js";

const KIND = "billing.report";
const DAY_MS = 24 * 60 * 60 * 1000;

const fileOf = (jobId: string): string => `reports/${jobId}`;

const cancelled = () => new RuleViolation("CANCELLED", "已取消，没有生成文件");
const tooLong = (rows: number) =>
  new RuleViolation(
    "REPORT_TOO_LARGE",
    `共 ${rows} 行，一个文件最多 ${REPORT_ROWS_MOST} 行，请按楼栋、项目或更短的时间取数`,
  );
const notWhole = () => new RuleViolation("REPORT_NOT_READY", "文件还没有生成");
const gone = () =>
  new RuleViolation("REPORT_FILE_GONE", `文件只保留 ${EXPORT_DAYS} 天，已不在服务器上，请重新导出`, HttpStatus.GONE);

interface ReportJobRow {
  created_by: string;
  status: string;
  result: { name: string } | null;
  finished_at: Date | null;
}

/**
 * Workbooks of reports too long to wait for (BIL-112): made by a job through one cursor of one snapshot, kept for seven
 * days, handed to whoever asked. A killed job starts over: the half file never had a name.
 */
@Injectable()
export class ReportFilesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reports: StandardReportsQueries,
    private readonly workbooks: ReportWorkbookService,
    private readonly files: FileStore,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(KIND, (job) => this.run(job));
  }

  /** Starts the job. @throws as `StandardReportsQueries.page` */
  async request(
    actor: Actor,
    projectId: string,
    report: StandardReport,
    query: StandardReportQueryDto,
  ): Promise<ReportWorkbookJobDto> {
    await this.reports.check(projectId, report, query);
    const title = `${standardReportLabels[report]} Excel`;
    const params = { report, query };
    const { id } = await this.db.transaction((tx) =>
      this.jobs.enqueue(tx, actor, { projectId, kind: KIND, title, params }),
    );
    return { jobId: id };
  }

  /** The file of a job that is done. @throws NOT_FOUND for anybody else's, REPORT_NOT_READY, REPORT_FILE_GONE */
  async download(
    { userId }: Actor,
    projectId: string,
    jobId: string,
  ): Promise<{ name: string; stream: Readable; size: number }> {
    const [job] = await this.db.query<ReportJobRow[]>(
      "SELECT created_by, status, result, finished_at FROM job WHERE project_id = $1 AND id = $2 AND kind = $3",
      [projectId, jobId, KIND],
    );
    if (job?.created_by !== userId) throw notFound("报表文件");
    if (job.status !== "DONE") throw notWhole();
    const isOver = job.finished_at! < this.oldest();
    const file = !isOver && job.result && (await this.files.read(projectId, fileOf(jobId)));
    if (!file) throw gone();
    return { ...file, name: job.result!.name };
  }

  private async run(job: RunningJob): Promise<Record<string, unknown>> {
    await this.removeExpired(job.projectId);
    return this.db.transaction("REPEATABLE READ", (tx) => this.write(tx, job));
  }

  private async write(tx: EntityManager, job: RunningJob): Promise<Record<string, unknown>> {
    const { report, query } = job.params as { report: StandardReport; query: StandardReportQueryDto };
    const { projectId, actor } = job;
    const { head, pages } = await this.reports.whole(tx, projectId, report, query);
    if (head.total > REPORT_ROWS_MOST) throw tooLong(head.total);
    await this.workbooks.record(tx, actor, projectId, head);
    const workbook = new ReportWorkbook(head, madeBy(actor));
    let rows = 0;
    await this.files.receiveFrom(projectId, fileOf(job.id), workbook.stream, async () => {
      for await (const page of pages) {
        if (await job.cancelled()) throw cancelled();
        await workbook.add(page);
        rows += page.length;
        await job.progress(rows, head.total, `已写入 ${rows} 行`);
      }
      await workbook.finish();
    });
    return { name: fileName(report, head.scope), rows };
  }

  /** Files whose days are over; their jobs stay in the list. */
  private async removeExpired(projectId: string): Promise<void> {
    const [old] = await this.db.query<[{ id: string }[], number]>(
      `UPDATE job SET result = NULL WHERE project_id = $1 AND kind = $2 AND result IS NOT NULL AND finished_at < $3
       RETURNING id`,
      [projectId, KIND, this.oldest()],
    );
    await this.files.discard(projectId, ...old.map(({ id }) => fileOf(id)));
  }

  /** Files finished before are over. */
  private oldest(): Date {
    return new Date(this.clock.now().getTime() - EXPORT_DAYS * DAY_MS);
  }
}
