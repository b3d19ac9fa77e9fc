import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { keepSums } from "./batch-sums.js";
import { DebitBatch } from "./debit-batch.entity.js";
import { lockBatch } from "./debit-drafts.service.js";

/** Takes a batch back before the bank has answered (作废): its charges are free again. */
@Injectable()
export class VoidBatchService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DEBIT_BATCH_STATE, NOT_FOUND */
  void(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id, ["DRAFT", "EXPORTED"], "作废");
      await tx.query("SELECT 1 FROM charge WHERE project_id = $1 AND debit_batch_id = $2 ORDER BY id FOR UPDATE", [
        projectId,
        id,
      ]);
      await tx.query("UPDATE charge SET debit_batch_id = NULL WHERE project_id = $1 AND debit_batch_id = $2", [
        projectId,
        id,
      ]);
      await tx.query("UPDATE debit_line SET status = 'VOID' WHERE project_id = $1 AND batch_id = $2", [projectId, id]);
      await tx.update(DebitBatch, { projectId, id }, { status: "VOID" });
      await keepSums(tx, projectId, id);
      const summary = `作废托收批次 ${batch.batchNo}，原因：${reason}`;
      const entry = { projectId, action: "debit-batch.discard", entity: "debit-batch", entityId: id, summary };
      await this.audit.record(tx, actor, { ...entry, after: { reason, at: this.clock.now().toISOString() } });
    });
  }
}
