import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CompleteInspectionDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../project-today.js";
import { fillHandover } from "./fill-handover.js";
import { HandoverReadings } from "./handover-readings.js";
import { InspectionDefect } from "./inspection-defect.entity.js";
import { type InspectionDraft, missingOf } from "./inspection-draft.js";
import { type LockedInspection, lockInspection, requireDraft, requireStep, requireVersion } from "./inspection-lock.js";
import { InspectionItem, InspectionReading, InspectionRecord } from "./inspection-record.entity.js";
import { Inspection } from "./inspection.entity.js";
import { inFuture, notComplete, notCorrectable, notSigned } from "./inspections.errors.js";

/** Ends inspections: what was found becomes rows that nobody can change any more (PRP-09). */
@Injectable()
export class CompleteInspectionService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handovers: HandoverReadings,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Completes what was recorded: passed, or with defects to put right. A correction makes the earlier inspection void.
   * What passed is handed over that day where nobody entered another (BIL-14).
   * @throws VERSION_CHANGED, INSPECTION_STATE, INSPECTION_INCOMPLETE, INVALID_INPUT (signature, date), NOT_CORRECTABLE
   */
  complete(actor: Actor, projectId: string, id: string, dto: CompleteInspectionDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const inspection = await lockInspection(tx, projectId, id);
      requireVersion(inspection, dto.version);
      const draft = requireDraft(inspection, "完成");
      const missing = missingOf(draft);
      if (missing.length > 0) throw notComplete(missing);
      if (draft.head.inspectedOn > (await projectToday(tx, this.clock, projectId))) throw inFuture();
      const signed = await isSigned(tx, inspection);
      if (!signed && !dto.unsignedReason) throw notSigned();

      const state = draft.defects.length > 0 ? "DEFECTS" : "PASSED";
      requireStep(inspection, state, "完成");
      const { roomId, number, correctsId } = inspection;
      const { inspectedOn } = draft.head;
      await this.handovers.hand(tx, actor, { projectId, roomId, number, inspectedOn, readings: draft.readings });
      const passedOn = state === "PASSED" ? inspectedOn : null;
      const by = { projectId, roomId, number, passedOn, correctsId };
      const handedOverOn = await fillHandover(tx, this.audit, actor, by);
      const unsignedReason = signed ? null : (dto.unsignedReason ?? null);
      await this.write(tx, actor, inspection, draft, { unsignedReason, handedOverOn });
      await this.setState(tx, actor, inspection, { state, draft: null });
      if (correctsId) await this.replace(tx, actor, inspection, correctsId);
      const found = state === "PASSED" ? "已通过" : `${draft.defects.length} 处缺陷待整改`;
      await this.record(tx, actor, inspection, "complete", `完成验收，验收单 ${inspection.number}：${found}`);
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, roomId, version }: LockedInspection,
    { head, templateName, layout, items, readings, defects }: InspectionDraft,
    outcome: Pick<InspectionRecord, "unsignedReason" | "handedOverOn">,
  ): Promise<void> {
    const createdAt = this.clock.now();
    const by = { completedBy: actor.userId, completedByName: actor.name };
    const record = { projectId, id, createdAt, ...head, templateName, layout, version, ...outcome, ...by };
    await tx.insert(InspectionRecord, record);
    const part = () => ({ projectId, id: newId(), createdAt, inspectionId: id });
    await tx.insert(
      InspectionItem,
      items.map((item) => ({ ...part(), ...item, result: item.result ?? "NONE" })),
    );
    if (readings.length > 0) {
      await tx.insert(
        InspectionReading,
        readings.map((reading) => ({ ...part(), ...reading })),
      );
    }
    if (defects.length === 0) return;
    const shared = { roomId, foundOn: head.inspectedOn, state: "OPEN", closedOn: null };
    await tx.insert(
      InspectionDefect,
      defects.map((defect) => ({ ...part(), ...defect, ...shared })),
    );
  }

  /** The corrected inspection is void from here on; its rows stay as they were. */
  private async replace(tx: EntityManager, actor: Actor, by: LockedInspection, correctsId: string): Promise<void> {
    const earlier = await lockInspection(tx, by.projectId, correctsId);
    if (earlier.state !== "DEFECTS" && earlier.state !== "PASSED") throw notCorrectable(earlier.number);
    requireStep(earlier, "VOID", "更正");
    const voidReason = `由 ${by.number} 更正：${by.correctionReason}`;
    await this.setState(tx, actor, earlier, { state: "VOID", voidReason });
    await this.record(tx, actor, earlier, "discard", `验收单 ${earlier.number} ${voidReason}`);
  }

  private async setState(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: LockedInspection,
    changes: { state: string; draft?: null; voidReason?: string },
  ): Promise<void> {
    const stamp = { updatedByName: actor.name, updatedAt: this.clock.now() };
    await tx.update(Inspection, { projectId, id }, { ...changes, ...stamp } as never);
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id, roomId }: LockedInspection,
    verb: string,
    summary: string,
  ): Promise<void> {
    const entry = { projectId, action: `inspection.${verb}`, summary };
    await this.audit.record(
      tx,
      actor,
      { ...entry, entity: "inspection", entityId: id },
      { ...entry, entity: "room", entityId: roomId },
    );
  }
}

/** Whether the one who takes over has signed exactly what is there now. */
async function isSigned(tx: EntityManager, { projectId, id, version }: LockedInspection): Promise<boolean> {
  const found = await tx.query<object[]>(
    `SELECT 1 FROM inspection_signature
      WHERE project_id = $1 AND inspection_id = $2 AND role = 'TAKER' AND version = $3 LIMIT 1`,
    [projectId, id, version],
  );
  return found.length > 0;
}
