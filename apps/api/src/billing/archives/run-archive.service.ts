import { HttpException, Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { ARCHIVE_DAYS } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { Clock } from "../../common/clock.js";
import { FileStore } from "../../files/file-store.js";
import { type FileRegister, KeptFiles } from "../../files/kept-files.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { ArchiveExport } from "./archive-export.entity.js";
import { monthOpened } from "./archives.errors.js";
import { ArchiveWriter } from "./archive-writer.js";
import { ArchiveZip } from "./archive-zip.js";
import { closedOf, projectOf } from "./request-archive.service.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The name of an archive below the folder of its project. */
export const archiveFile = (id: string): string => `archives/${id}`;

const ARCHIVES: FileRegister = { table: "archive_export", nameOf: archiveFile };

/**
 * Makes the ZIP of an archive. All of it is read from one snapshot of the database, page by page; the file gets its name
 * once it is whole and agrees with the snapshots of its months, and the register says so afterwards.
 */
@Injectable()
export class RunArchiveService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly writer: ArchiveWriter,
    private readonly files: FileStore,
    private readonly kept: KeptFiles,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.archive", (job) => this.run(job));
    this.kept.register(ARCHIVES);
  }

  /** The job. A killed one starts over: the half file never had a name, and nothing was registered. */
  private async run(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId } = job;
    const id = String(job.params.archiveId);
    const row = await this.db.manager.findOneByOrFail(ArchiveExport, { projectId, id });
    if (row.status !== "RUNNING") return { archiveId: id };
    try {
      const rows = await this.db.transaction("REPEATABLE READ", (tx) => this.make(tx, job, row));
      return { archiveId: id, rows };
    } catch (error) {
      await this.kept.discardUnlessReady(ARCHIVES, projectId, id);
      if (error instanceof HttpException)
        await this.db.manager.update(ArchiveExport, { projectId, id }, { status: "FAILED", failure: error.message });
      throw error;
    }
  }

  private async make(tx: EntityManager, job: RunningJob, row: ArchiveExport): Promise<number> {
    const { projectId, id, months } = row;
    const closed = await closedOf(tx, projectId);
    const opened = months.find((month) => !closed.has(month));
    if (opened) throw monthOpened(opened);
    const now = this.clock.now();
    const zip = new ArchiveZip(row.year, now);
    const project = await projectOf(tx, projectId);
    let manifestHash = "";
    const { size, sha256 } = await this.files.receiveFrom(projectId, archiveFile(id), zip.stream, async () => {
      manifestHash = await this.writer.write(tx, job, row, project, zip);
    });
    const rows = zip.files.reduce((sum, file) => sum + file.rows, 0);
    const expiresAt = new Date(now.getTime() + ARCHIVE_DAYS * DAY_MS);
    await tx.update(
      ArchiveExport,
      { projectId, id },
      { status: "READY", files: zip.files, rows, size, sha256, manifestHash, readyAt: now, expiresAt, failure: null },
    );
    await this.audit.record(tx, job.actor, {
      projectId,
      action: "archive-export.export",
      entity: "archive-export",
      entityId: id,
      summary: `导出会计档案 ${row.number}：${row.year} 年 ${months.length} 个月 ${rows} 行，用途：${row.reason}`,
      after: { rows, size, sha256, manifestHash, includeNumbers: row.includeNumbers },
    });
    return rows;
  }
}
