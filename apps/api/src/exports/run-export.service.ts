import { HttpException, Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { EXPORT_DAYS, type ExportKind, exportKindLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { Clock } from "../common/clock.js";
import { pagesOf } from "../database/pages-of.js";
import { FileStore } from "../files/file-store.js";
import { type FileRegister, KeptFiles } from "../files/kept-files.js";
import { JobsService, type RunningJob } from "../jobs/jobs.service.js";
import { projectToday } from "../property/project-today.js";
import { DataExport } from "./data-export.entity.js";
import { maskedSearch } from "./export-filter.js";
import { chosenColumns, ExportSources } from "./export-sources.js";
import { exportCancelled } from "./exports.errors.js";
import type { ExportSource } from "./sources/export-source.js";
import { ExportWorkbook } from "./write-export.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The name of an exported workbook below the folder of its project. */
export const exportFile = (id: string): string => `exports/${id}`;

const EXPORTS: FileRegister = { table: "data_export", nameOf: exportFile };

/**
 * Makes the file of an export. The rows come through one cursor of one snapshot, page by page, so that memory stays flat
 * and nothing is missed or met twice; the file gets its name once it is whole, and the register says so afterwards.
 */
@Injectable()
export class RunExportService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sources: ExportSources,
    private readonly files: FileStore,
    private readonly kept: KeptFiles,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("exports.write", (job) => this.run(job));
    this.kept.register(EXPORTS);
  }

  /** The job. A killed one starts over: the half file never had a name, and nothing was registered. */
  private async run(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId } = job;
    const id = String(job.params.exportId);
    const row = await this.db.manager.findOneByOrFail(DataExport, { projectId, id });
    if (row.status !== "RUNNING") return { exportId: id };
    try {
      const rows = await this.db.transaction("REPEATABLE READ", (tx) => this.make(tx, job, row));
      return { exportId: id, rows };
    } catch (error) {
      await this.kept.discardUnlessReady(EXPORTS, projectId, id);
      if (error instanceof HttpException)
        await this.db.manager.update(DataExport, { projectId, id }, { status: "FAILED", failure: error.message });
      throw error;
    }
  }

  private async make(tx: EntityManager, job: RunningJob, row: DataExport): Promise<number> {
    const { projectId, id } = row;
    const source = await this.sources.forProject(row.kind as ExportKind, projectId);
    const now = this.clock.now();
    const workbook = new ExportWorkbook(source.template.title, chosenColumns(source, row.columns), {
      number: row.number,
      who: row.requestedByName,
      when: await localMoment(tx, projectId, now),
      reason: row.reason,
      filter: row.filterWords,
      wholeNumbers: row.includeNumbers,
    });
    const today = await projectToday(tx, this.clock, projectId);
    const { columns, from, where, order } = await source.statement(projectId, row.filter, today);
    const sql = `SELECT ${columns} FROM ${from} ${where.toString()} ORDER BY ${order}`;
    let rows = 0;
    const { size, sha256 } = await this.files.receiveFrom(projectId, exportFile(id), workbook.stream, async () => {
      for await (const page of pagesOf<object>(tx, sql, where.params)) {
        if (await job.cancelled()) throw exportCancelled();
        await workbook.add(page.map((one) => source.valuesOf(one, row.includeNumbers)));
        if (row.includeNumbers) await this.recordPeople(tx, job, row, source, page);
        rows += page.length;
        await job.progress(rows, Math.max(rows, row.expectedRows), `已写入 ${rows} 行`);
      }
      await workbook.finish();
    });
    const expiresAt = new Date(now.getTime() + EXPORT_DAYS * DAY_MS);
    const filter = { ...row.filter, ...(typeof row.filter["q"] === "string" && { q: maskedSearch(row.filter["q"]) }) };
    await tx.update(
      DataExport,
      { projectId, id },
      { status: "READY", rows, size, sha256, readyAt: now, expiresAt, failure: null, filter: filter as never },
    );
    await this.audit.record(tx, job.actor, {
      projectId,
      action: "data-export.export",
      entity: "data-export",
      entityId: id,
      summary: `导出 ${row.number}：${exportKindLabels[row.kind as ExportKind]} ${rows} 行，原因：${row.reason}`,
      after: { rows, size, sha256, filter: row.filterWords, includeNumbers: row.includeNumbers },
    });
    return rows;
  }

  /** Whole numbers that leave the house are logged person by person (LAW-30). */
  private async recordPeople(
    tx: EntityManager,
    job: RunningJob,
    { projectId, number: exported, reason }: DataExport,
    source: ExportSource,
    page: readonly object[],
  ): Promise<void> {
    const people = new Map(page.flatMap((one) => source.personOf?.(one) ?? []).map((person) => [person.id, person]));
    const entries = [...people.values()].map(({ id, name, number }) => ({
      projectId,
      action: "customer.unmask",
      entity: "customer",
      entityId: id,
      summary: `导出 ${exported} 包含客户 ${name}（${number}）的完整证件与电话，原因：${reason}`,
    }));
    await this.audit.record(tx, job.actor, ...entries);
  }
}

/** 2026-11-26 22:30 where the project lies. */
async function localMoment(tx: EntityManager, projectId: string, moment: Date): Promise<string> {
  const [row] = await tx.query<{ at: string }[]>(
    "SELECT to_char($2::timestamptz AT TIME ZONE time_zone, 'YYYY-MM-DD HH24:MI') AS at FROM project WHERE id = $1",
    [projectId, moment],
  );
  return row?.at ?? moment.toISOString();
}
