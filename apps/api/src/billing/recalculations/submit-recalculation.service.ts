import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { formatFen } from "../../common/money.js";
import { NATURAL } from "../../database/natural-order.js";
import { itemWithObjectOf } from "../objects/charge-item.sql.js";
import { RecalculationLine } from "./recalculation-line.entity.js";
import { Recalculation } from "./recalculation.entity.js";
import { lockRecalculation, monthsInWords, refuseUnless } from "./recalculation-status.js";
import { nothingToRecalculate } from "./recalculations.errors.js";

/** Lines that the approver reads with the request; the whole list is on the page of the recalculation. */
const LINES_SHOWN = 50;

/** Hands a list of differences in for approval, or throws it away. */
@Injectable()
export class SubmitRecalculationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws RECALCULATION_STATE, RECALCULATION_EMPTY, NOT_FOUND */
  submit(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await lockRecalculation(tx, projectId, id);
      refuseUnless(asked, "COMPUTED");
      const { lineCount, oldFen, newFen, reason } = asked;
      if (lineCount === 0) throw nothingToRecalculate();
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "billing.recalculation",
        title: `应收重算 ${monthsInWords(asked)}：${lineCount} 项，${formatFen(oldFen)} 元改为 ${formatFen(newFen)} 元`,
        reason,
        subjectType: "recalculation",
        subjectId: id,
        payload: {},
        lines: await firstLines(tx, projectId, id, lineCount),
      });
      await tx.update(Recalculation, { projectId, id }, { status: "PENDING", approvalId });
    });
  }

  /** Throws a list away that was never handed in. @throws RECALCULATION_STATE, NOT_FOUND */
  discard(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await lockRecalculation(tx, projectId, id);
      const { approvalId } = await tx.findOneByOrFail(Recalculation, { projectId, id });
      refuseUnless(asked, ...(approvalId === null ? (["COMPUTED", "FAILED"] as const) : (["COMPUTED"] as const)));
      await tx.delete(RecalculationLine, { projectId, recalculationId: id });
      await tx.delete(Recalculation, { projectId, id });
      const { lineCount, oldFen, newFen, reason } = asked;
      await this.audit.record(tx, actor, {
        projectId,
        action: "recalculation.discard",
        entity: "recalculation",
        entityId: id,
        summary: `作废 ${monthsInWords(asked)} 的应收重算差异清单`,
        before: { lineCount, oldFen, newFen, reason },
      });
    });
  }
}

async function firstLines(tx: EntityManager, projectId: string, id: string, lineCount: number) {
  const rows = await tx.query<{ label: string; oldFen: number; newFen: number }[]>(
    `SELECT o.code || ' ' || l.period || ' ' || ${itemWithObjectOf("l.project_id", "l.charge_ids[1]", "f.name")} AS label, l.old_fen AS "oldFen", l.new_fen AS "newFen"
       FROM recalculation_line l
       JOIN room o ON o.project_id = l.project_id AND o.id = l.room_id
       JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id
      WHERE l.project_id = $1 AND l.recalculation_id = $2 AND l.obstacle IS NULL
      ORDER BY o.code ${NATURAL}, l.period, f.name, l.id LIMIT ${LINES_SHOWN}`,
    [projectId, id],
  );
  const lines = rows.map(({ label, oldFen, newFen }) => ({
    label,
    before: `${formatFen(oldFen)} 元`,
    after: `${formatFen(newFen)} 元`,
  }));
  const more = lineCount - lines.length;
  return more > 0 ? [...lines, { label: `其余 ${more} 项见差异清单`, before: null, after: null }] : lines;
}
