import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ImportJobDto, ImportKind } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { ChargeObjects } from "../../billing/objects/charge-objects.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { BulkCustomersService } from "../../customer/bulk-customers.service.js";
import { FileStore } from "../../files/file-store.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { AttributesQueries } from "../../property/attributes/attributes.queries.js";
import { projectToday } from "../../property/project-today.js";
import { lockBatch, refuseRunning } from "../batch-state.js";
import { failBatch } from "../fail-batch.js";
import { mappingIncomplete, nothingToImport } from "../import.errors.js";
import { layoutOf, readBatch } from "../import-file.js";
import { ImportBatch } from "../import-batch.entity.js";
import { isCommunity, missingOf, readableProfile } from "../import-layout.js";
import { keepRecords } from "../kept-records.js";
import { replaceRows } from "../import-rows.js";
import { groundOf } from "./plan-as-checked.js";
import { planImport, recordCount } from "./plan-import.js";
import { reportRows, summaryOf } from "./report-rows.js";

/** The dry run: what would be created, changed and refused, row by row, and what is to be decided. Changes nothing else. */
@Injectable()
export class CheckImportService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly customers: BulkCustomersService,
    private readonly objects: ChargeObjects,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly attributes: AttributesQueries,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("imports.check", (job) => this.check(job));
  }

  /** Queues the check. @throws IMPORT_BUSY, IMPORT_DONE, MAPPING_INCOMPLETE */
  start(actor: Actor, projectId: string, id: string): Promise<ImportJobDto> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id);
      await refuseRunning(tx, batch);
      refuseUnmapped(batch);
      const title = `导入检查 ${batch.fileName}`;
      const job = await this.jobs.enqueue(tx, actor, {
        projectId,
        kind: "imports.check",
        title,
        params: { importId: id },
      });
      await tx.update(
        ImportBatch,
        { projectId, id },
        { status: "CHECKING", jobId: job.id, failure: null, summary: null },
      );
      const entry = { projectId, action: "import-batch.check", entity: "import-batch", entityId: id, summary: title };
      await this.audit.record(tx, actor, entry);
      return { importId: id, jobId: job.id };
    });
  }

  /** The job. It may run again after a kill: rows and summary are replaced as a whole. */
  private async check(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId } = job;
    const id = String(job.params.importId);
    try {
      const batch = await this.db.manager.findOneByOrFail(ImportBatch, { projectId, id });
      if (batch.status !== "CHECKING") return { importId: id };
      await job.progress(0, 100, "正在读取文件");
      const definitions = await this.attributes.list(projectId);
      const records = await readBatch(this.files, batch, definitions);
      if (recordCount(records) === 0) throw nothingToImport();
      await job.progress(40, 100, "正在与系统中的资料核对");
      return await this.db.transaction("REPEATABLE READ", async (tx) => {
        const today = await projectToday(tx, this.clock, projectId);
        const kind = batch.kind as ImportKind;
        const plan = await planImport(tx, this.customers, projectId, records, {
          today,
          definitions,
          kind,
          objects: this.objects,
        });
        const sheetNames = layoutOf(batch).sheets.map(({ name }) => name);
        const rows = reportRows(plan, false, sheetNames);
        await job.progress(70, 100, `正在写检查报告，共 ${rows.length} 条`);
        const ground = await groundOf(tx, projectId, plan, today);
        // the disk takes the records while the database takes the report
        const [sha256] = await Promise.all([
          ground === undefined ? null : keepRecords(this.files, batch, records),
          replaceRows(tx, batch, this.clock.now(), rows),
        ]);
        const kept = sha256 && ground ? { sha256, ground } : undefined;
        const summary = summaryOf(plan, rows, sheetNames);
        await tx.update(
          ImportBatch,
          { projectId, id, jobId: job.id },
          { status: "CHECKED", summary: { ...summary, kept } as never, failure: null },
        );
        await job.progress(100, 100, "检查完成");
        return { importId: id, blocking: summary.blocking, decisions: summary.decisions.length };
      });
    } catch (error) {
      throw await failBatch(this.db, projectId, id, error);
    }
  }
}

function refuseUnmapped(batch: ImportBatch): void {
  const layout = layoutOf(batch);
  if (!readableProfile(layout, batch.kind as ImportKind)) throw mappingIncomplete(["工作表"]);
  if (isCommunity(layout)) return;
  const missing = missingOf(batch.kind as ImportKind, layout.columns);
  if (missing.length > 0) throw mappingIncomplete(missing);
}
