import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DebitBatchStatus, MakeDebitBatchDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { notFound } from "../../../common/rule-violation.js";
import { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { projectToday } from "../../../property/project-today.js";
import { requestHash } from "../../receipts/request-hash.js";
import { batchIdReused, batchState, linesGone, schemeInactive } from "../debit.errors.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { DebitBatch } from "./debit-batch.entity.js";
import { writeLines } from "./write-lines.js";

/** Drafts of batches: made, made anew, thinned out (BIL-101). Charges are free until a draft is exported. */
@Injectable()
export class DebitDraftsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
  ) {}

  /** Makes a draft; the same id again makes none. @throws ID_REUSED, DEBIT_SCHEME_INACTIVE, NOT_FOUND */
  make(actor: Actor, projectId: string, dto: MakeDebitBatchDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const hash = requestHash(dto);
      const known = await tx.findOneBy(DebitBatch, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw batchIdReused();
      if (known) return known.id;
      const scheme = await tx.findOneBy(DebitScheme, { projectId, id: dto.schemeId });
      if (!scheme) throw notFound("托收方案");
      if (!scheme.active) throw schemeInactive(scheme.name);
      await this.refuseUnknown(tx, projectId, dto);
      const [today, now] = [await projectToday(tx, this.clock, projectId), this.clock.now()];
      const { id, dueUntil, remark = null, retryOfId = null } = dto;
      const draft = {
        ...EMPTY,
        projectId,
        id,
        createdAt: now,
        batchNo: await this.numbers.draw(tx, projectId, "debit"),
        schemeId: scheme.id,
        merge: dto.merge ?? scheme.merge,
        dueUntil,
        request: { feeItemIds: dto.feeItemIds ?? null, buildingIds: dto.buildingIds ?? null },
        retryOfId,
        remark,
        createdBy: actor.userId,
        createdByName: actor.name,
        requestHash: hash,
      };
      await tx.insert(DebitBatch, draft);
      await writeLines(tx, draft, scheme, { today, now });
      await this.record(tx, actor, projectId, id, "create", `建立托收批次 ${draft.batchNo}（${scheme.name}）`);
      return id;
    });
  }

  /** Writes the lines anew, as the books are now. @throws DEBIT_BATCH_STATE, NOT_FOUND */
  remake(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.change(actor, projectId, id, "重新生成", async () => undefined);
  }

  /** Takes lines out of a draft; their charges stay out when it is made anew. @throws DEBIT_LINES_GONE, as `remake` */
  leaveOut(actor: Actor, projectId: string, id: string, lineIds: readonly string[]): Promise<void> {
    return this.change(actor, projectId, id, "剔除明细", async (tx) => {
      const there = await tx.query<object[]>(
        "SELECT 1 FROM debit_line WHERE project_id = $1 AND batch_id = $2 AND id = ANY ($3)",
        [projectId, id, lineIds],
      );
      if (there.length < new Set(lineIds).size) throw linesGone();
      const [out] = await tx.query<[{ id: string; fen: number }[], number]>(
        `DELETE FROM debit_line_charge WHERE project_id = $1 AND batch_id = $2 AND line_id = ANY ($3)
         RETURNING charge_id AS id, amount_fen AS fen`,
        [projectId, id, lineIds],
      );
      await tx.query(
        `INSERT INTO debit_exclusion (project_id, id, created_at, batch_id, charge_id, amount_fen, reason)
         SELECT $1, x.id, $2, $3, x.charge_id, x.fen, 'LEFT_OUT' FROM unnest($4::uuid[], $5::uuid[], $6::bigint[]) AS x(id, charge_id, fen)`,
        [projectId, this.clock.now(), id, out.map(newId), out.map((row) => row.id), out.map((row) => row.fen)],
      );
    });
  }

  private change(
    actor: Actor,
    projectId: string,
    id: string,
    verb: string,
    before: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id, ["DRAFT"], verb);
      await before(tx);
      const scheme = await tx.findOneByOrFail(DebitScheme, { projectId, id: batch.schemeId });
      const [today, now] = [await projectToday(tx, this.clock, projectId), this.clock.now()];
      await writeLines(tx, batch, scheme, { today, now });
      const { lineCount, amountFen } = await tx.findOneByOrFail(DebitBatch, { projectId, id });
      const summary = `${verb}：托收批次 ${batch.batchNo}，${lineCount} 笔，共 ${formatFen(amountFen)} 元`;
      await this.record(tx, actor, projectId, id, "update", summary);
    });
  }

  private async refuseUnknown(tx: EntityManager, projectId: string, dto: MakeDebitBatchDto): Promise<void> {
    const named: [string, string, readonly string[]][] = [
      ["fee_item", "收费项目", dto.feeItemIds ?? []],
      ["building", "楼栋", dto.buildingIds ?? []],
      ["debit_batch", "重扣批次", dto.retryOfId ? [dto.retryOfId] : []],
    ];
    for (const [table, name, ids] of named) {
      const found = await tx.query<object[]>(`SELECT 1 FROM ${table} WHERE project_id = $1 AND id = ANY ($2)`, [
        projectId,
        ids,
      ]);
      if (found.length < ids.length) throw notFound(name);
    }
  }

  private record(tx: EntityManager, actor: Actor, projectId: string, id: string, verb: string, summary: string) {
    const entry = { projectId, action: `debit-batch.${verb}`, entity: "debit-batch", entityId: id, summary };
    return this.audit.record(tx, actor, entry);
  }
}

const EMPTY = {
  status: "DRAFT",
  lineCount: 0,
  amountFen: 0,
  succeededCount: 0,
  collectedFen: 0,
  failedCount: 0,
  failedFen: 0,
  shortFen: 0,
  inProcessCount: 0,
  inProcessFen: 0,
  excludedCount: 0,
  excludedFen: 0,
  exportCount: 0,
};

/** Locks a batch for a verb that needs one of these states. @throws NOT_FOUND, DEBIT_BATCH_STATE */
export async function lockBatch(
  tx: EntityManager,
  projectId: string,
  id: string,
  states: readonly DebitBatchStatus[],
  verb: string,
): Promise<DebitBatch> {
  const batch = await tx.findOne(DebitBatch, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!batch) throw notFound("托收批次");
  const status = batch.status as DebitBatchStatus;
  if (!states.includes(status)) throw batchState(batch.batchNo, status, verb);
  return batch;
}
