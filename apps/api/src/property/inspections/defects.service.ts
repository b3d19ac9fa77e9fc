import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type DefectAction,
  defectActionLabels,
  type DefectState,
  defectTransitions,
  type FixDefectDto,
  type RecheckDefectDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../project-today.js";
import { InspectionDefect, InspectionDefectStep } from "./inspection-defect.entity.js";
import { type LockedInspection, lockInspection, requireStep } from "./inspection-lock.js";
import { Inspection } from "./inspection.entity.js";
import { doneOutside, voidInspection, wrongDefectState } from "./inspections.errors.js";

/** What becomes of defects: put right, looked at again, closed or opened anew. Every step is a row of its own. */
@Injectable()
export class DefectsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The contractor has put it right. @throws DEFECT_STATE, INSPECTION_STATE (void), INVALID_INPUT (day) */
  fix(actor: Actor, projectId: string, id: string, dto: FixDefectDto): Promise<void> {
    return this.step(actor, projectId, id, "FIX", dto);
  }

  /** The result of looking at it again; the last one that passes ends the inspection. @throws as `fix` */
  recheck(actor: Actor, projectId: string, id: string, dto: RecheckDefectDto): Promise<void> {
    return this.step(actor, projectId, id, dto.result, dto);
  }

  private step(
    actor: Actor,
    projectId: string,
    id: string,
    action: DefectAction,
    { doneOn, remark = null }: FixDefectDto,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { defect, inspection } = await locked(tx, projectId, id);
      const { from, to } = defectTransitions[action];
      const what = defectActionLabels[action];
      if (inspection.state === "VOID") throw voidInspection(inspection.number);
      if (defect.state !== from) throw wrongDefectState(defect.state as DefectState, `再登记“${what}”`);
      await this.requireDay(tx, defect, doneOn);
      const row = { projectId, id: newId(), createdAt: this.clock.now(), defectId: id, action, doneOn, remark };
      await tx.insert(InspectionDefectStep, { ...row, createdBy: actor.userId, createdByName: actor.name });
      const closedOn = to === "CLOSED" ? doneOn : null;
      await tx.update(InspectionDefect, { projectId, id }, { state: to, closedOn });
      const summary = `${defect.place}：${what}（验收单 ${inspection.number}，${defect.contractor}）`;
      await this.record(tx, actor, inspection, action === "FIX" ? "defect.fix" : "defect.recheck", summary);
      if (to === "CLOSED") await this.passWhenDone(tx, actor, inspection);
    });
  }

  /** No step is before the one that it follows, none in the future. */
  private async requireDay(tx: EntityManager, { projectId, id, foundOn }: InspectionDefect, doneOn: string) {
    const [last] = await tx.query<{ done_on: string | null }[]>(
      "SELECT max(done_on) AS done_on FROM inspection_defect_step WHERE project_id = $1 AND defect_id = $2",
      [projectId, id],
    );
    const earliest = last?.done_on ?? foundOn;
    if (doneOn < earliest) throw doneOutside("doneOn", `日期不能早于上一步的 ${earliest}`);
    if (doneOn > (await projectToday(tx, this.clock, projectId))) throw doneOutside("doneOn", "日期还没有到");
  }

  private async passWhenDone(tx: EntityManager, actor: Actor, inspection: LockedInspection): Promise<void> {
    const { projectId, id, number } = inspection;
    const open = await tx.query<object[]>(
      "SELECT 1 FROM inspection_defect WHERE project_id = $1 AND inspection_id = $2 AND state <> 'CLOSED' LIMIT 1",
      [projectId, id],
    );
    if (open.length > 0) return;
    requireStep(inspection, "PASSED", "通过");
    const stamp = { updatedByName: actor.name, updatedAt: this.clock.now() };
    await tx.update(Inspection, { projectId, id }, { state: "PASSED", ...stamp });
    await this.record(tx, actor, inspection, "inspection.approve", `验收单 ${number} 的缺陷都已复验合格，验收通过`);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, roomId }: LockedInspection,
    action: string,
    summary: string,
  ) {
    const entry = { projectId, action, summary };
    return this.audit.record(
      tx,
      actor,
      { ...entry, entity: "inspection", entityId: id },
      { ...entry, entity: "room", entityId: roomId },
    );
  }
}

/** The inspection is locked before its defect, always in this order. @throws NOT_FOUND */
async function locked(
  tx: EntityManager,
  projectId: string,
  id: string,
): Promise<{ defect: InspectionDefect; inspection: LockedInspection }> {
  const found = await tx.findOneBy(InspectionDefect, { projectId, id });
  if (!found) throw notFound("缺陷");
  const inspection = await lockInspection(tx, projectId, found.inspectionId);
  const defect = await tx.findOneOrFail(InspectionDefect, {
    where: { projectId, id },
    lock: { mode: "pessimistic_write" },
  });
  return { defect, inspection };
}
