import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { runStatusLabels } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { runNotInState } from "../billing.errors.js";
import { ChargeRunLine } from "./charge-run-line.entity.js";
import { ChargeRun } from "./charge-run.entity.js";
import { lockRun } from "./run-status.js";

/** Throws a rehearsal away that was never published. */
@Injectable()
export class DiscardRunService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** @throws RUN_STATE */
  discard(actor: Actor, projectId: string, runId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { status, period, lineCount, amountFen } = await lockRun(tx, projectId, runId);
      if (status !== "REHEARSED" && status !== "FAILED") throw runNotInState("已试算", runStatusLabels[status]);
      await tx.delete(ChargeRunLine, { projectId, runId });
      await tx.delete(ChargeRun, { projectId, id: runId });
      const before = { period, lineCount, amountFen };
      const summary = `作废 ${period} 的试算`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "run.discard",
        entity: "run",
        entityId: runId,
        summary,
        before,
      });
    });
  }
}
