import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type AttributeDto,
  importEntityLabels,
  type ImportJobDto,
  type ImportKind,
  type ImportSummaryDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { ChargeObjects } from "../../billing/objects/charge-objects.js";
import type { Access } from "../../auth/access.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { BulkCustomersService } from "../../customer/bulk-customers.service.js";
import { FileStore } from "../../files/file-store.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { AttributesQueries } from "../../property/attributes/attributes.queries.js";
import { projectToday } from "../../property/project-today.js";
import { lockBatch, refuseRunning } from "../batch-state.js";
import { planAsChecked } from "../check/plan-as-checked.js";
import { type ImportPlan, planImport } from "../check/plan-import.js";
import { countsOf, fingerprintOf, isAsChecked, reportRows, type StoredSummary } from "../check/report-rows.js";
import { failBatch } from "../fail-batch.js";
import { decisionsOpen, decisionsUnknown, notChecked, rightsMissing, stale, stillBlocked } from "../import.errors.js";
import { layoutOf, readBatch, unchangedFile } from "../import-file.js";
import { ImportBatch } from "../import-batch.entity.js";
import { dropRecords, keptRecords } from "../kept-records.js";
import { replaceRows } from "../import-rows.js";
import { missingRights } from "./import-rights.js";
import { WriteImportService } from "./write-import.service.js";

/** Writes a checked import in one transaction, after every question was decided (PRP-07, CUS-02). */
@Injectable()
export class CommitImportService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly customers: BulkCustomersService,
    private readonly objects: ChargeObjects,
    private readonly writer: WriteImportService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly attributes: AttributesQueries,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("imports.commit", async (job) => {
      const result = await this.commit(job);
      await dropRecords(this.files, { projectId: job.projectId, id: String(job.params.importId) });
      return result;
    });
  }

  /**
   * Queues the commit with the decisions taken.
   * @throws IMPORT_NOT_CHECKED, IMPORT_BUSY, IMPORT_DONE, DECISIONS_OPEN (listing them), DECISIONS_UNKNOWN,
   * IMPORT_RIGHTS when the person may not write by hand what the import would write
   */
  start(
    actor: Actor,
    access: Access,
    projectId: string,
    id: string,
    decisions: readonly string[],
  ): Promise<ImportJobDto> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id);
      await refuseRunning(tx, batch);
      const summary = batch.summary as unknown as StoredSummary | null;
      // A commit that was killed or cancelled may be started again: its check still stands.
      if (!summary || (batch.status !== "CHECKED" && batch.status !== "COMMITTING")) throw notChecked();
      refuseOpen(summary, decisions);
      const missing = missingRights(access, projectId, summary.expected, {
        keyData: summary.decisions.some(({ code }) => code === "KEY_DATA"),
        datedAreas: summary.datedAreas === true,
      });
      if (missing.length > 0) throw rightsMissing(missing);
      const title = `导入入库 ${batch.fileName}`;
      const job = await this.jobs.enqueue(tx, actor, {
        projectId,
        kind: "imports.commit",
        title,
        params: { importId: id },
      });
      const taken = Object.fromEntries(summary.decisions.map(({ code, question }) => [code, question]));
      await tx.update(
        ImportBatch,
        { projectId, id },
        { status: "COMMITTING", jobId: job.id, decisions: taken, failure: null },
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "import-batch.decide",
        entity: "import-batch",
        entityId: id,
        summary: `${title}，决定 ${summary.decisions.length} 项`,
        after: taken,
      });
      return { importId: id, jobId: job.id };
    });
  }

  /** The job. One transaction: a killed commit leaves nothing and starts over; a finished one is not done again. */
  private async commit(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId } = job;
    const id = String(job.params.importId);
    try {
      return await this.db.transaction(async (tx) => {
        // One import of a project at a time; others see what the first has written.
        await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 11))", [projectId]);
        const batch = await lockBatch(tx, projectId, id);
        if (batch.status !== "COMMITTING") return { importId: id };
        await job.progress(0, 100, "正在重新核对文件");
        const summary = batch.summary as unknown as StoredSummary;
        // the definitions stay as the values are checked by
        const definitions = await this.attributes.locked(tx, projectId);
        const asChecked = await this.planAsChecked(tx, batch, summary, definitions);
        const plan = asChecked ?? (await this.planAgain(tx, batch, definitions));
        const counts = asChecked ? summary.counts : await this.report(tx, batch, plan, summary);
        await this.writer.write(tx, job, plan, batch.fileName);
        await tx.update(
          ImportBatch,
          { projectId, id },
          {
            status: "DONE",
            committedAt: this.clock.now(),
            failure: null,
            summary: {
              ...summary,
              counts,
              blocking: 0,
              decisions: summary.decisions.map((decision) => ({ ...decision, taken: true })),
            } as never,
          },
        );
        await this.audit.record(tx, job.actor, {
          projectId,
          action: "import-batch.import",
          entity: "import-batch",
          entityId: id,
          summary: `导入 ${batch.fileName}：${inWords(counts)}`,
          after: { fileName: batch.fileName, sha256: batch.sha256, counts, decisions: Object.keys(batch.decisions) },
        });
        await job.progress(100, 100, "入库完成");
        return { importId: id, counts };
      });
    } catch (error) {
      throw await failBatch(this.db, projectId, id, error);
    }
  }

  /** The report of what is written; that of the check stands where nothing was left out. @throws IMPORT_STALE */
  private async report(tx: EntityManager, batch: ImportBatch, plan: ImportPlan, { fingerprint }: StoredSummary) {
    const sheetNames = layoutOf(batch).sheets.map(({ name }) => name);
    const rows = reportRows(plan, true, sheetNames);
    if (fingerprintOf(rows) !== fingerprint) throw stale();
    if (!isAsChecked(plan)) await replaceRows(tx, batch, this.clock.now(), rows);
    return countsOf(rows);
  }

  /** The plan of the check, where nothing it rests on has changed: of its records then, instead of the workbook. */
  private async planAsChecked(
    tx: EntityManager,
    batch: ImportBatch,
    { kept }: StoredSummary,
    definitions: readonly AttributeDto[],
  ) {
    if (!kept) return undefined;
    const { projectId } = batch;
    await unchangedFile(this.files, batch);
    const records = await keptRecords(this.files, batch, kept.sha256);
    const today = await projectToday(tx, this.clock, projectId);
    return (
      records && planAsChecked(tx, this.customers, projectId, records, { today, ground: kept.ground, definitions })
    );
  }

  /** Reads and checks anew inside the transaction, so that nothing that changed meanwhile slips through. */
  private async planAgain(
    tx: EntityManager,
    batch: ImportBatch,
    definitions: readonly AttributeDto[],
  ): Promise<ImportPlan> {
    const { projectId } = batch;
    const today = await projectToday(tx, this.clock, projectId);
    const kind = batch.kind as ImportKind;
    const records = await readBatch(this.files, batch, definitions);
    const plan = await planImport(tx, this.customers, projectId, records, {
      today,
      definitions,
      kind,
      objects: this.objects,
    });
    const taken = new Set(Object.keys(batch.decisions));
    if (plan.decisions.length !== taken.size || plan.decisions.some(({ code }) => !taken.has(code))) throw stale();
    if (plan.unsettled > 0) throw stillBlocked(plan.unsettled);
    return plan;
  }
}

/** Every question that is open must be decided, and no other. */
function refuseOpen(summary: ImportSummaryDto, taken: readonly string[]): void {
  const codes = new Set(summary.decisions.map(({ code }) => code));
  const unknown = taken.filter((code) => !codes.has(code));
  if (unknown.length > 0) throw decisionsUnknown(unknown);
  const open = summary.decisions.filter(({ code }) => !taken.includes(code));
  if (open.length > 0) throw decisionsOpen(open.map(({ code, question }) => ({ code, question })));
  if (summary.blocking > 0 && codes.size === 0) throw stillBlocked(summary.blocking);
}

/** 新增 8 间… in one line. */
function inWords(counts: ImportSummaryDto["counts"]): string {
  const parts = counts
    .filter(({ outcome }) => outcome === "CREATE" || outcome === "UPDATE")
    .map(
      ({ entity, outcome, count }) => `${outcome === "CREATE" ? "新增" : "修改"}${importEntityLabels[entity]} ${count}`,
    );
  return parts.length > 0 ? parts.join("，") : "没有变化";
}
