import { type InspectionState, inspectionTransitions } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import type { InspectionDraft } from "./inspection-draft.js";
import { Inspection } from "./inspection.entity.js";
import { changedMeanwhile, wrongInspectionState } from "./inspections.errors.js";

/** An inspection that stands still for the transaction. */
export type LockedInspection = Omit<Inspection, "room" | "corrects" | "state"> & { state: InspectionState };

/** Locks an inspection. @throws NOT_FOUND */
export async function lockInspection(tx: EntityManager, projectId: string, id: string): Promise<LockedInspection> {
  const row = await tx.findOne(Inspection, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("验收单");
  return row as LockedInspection;
}

/** Refuses a change of what another has changed meanwhile. @throws VERSION_CHANGED */
export function requireVersion(inspection: LockedInspection, version: number): void {
  if (inspection.version !== version) throw changedMeanwhile(inspection.updatedByName, inspection.updatedAt);
}

/** Refuses a step that the table of transitions does not have. @throws INSPECTION_STATE */
export function requireStep(inspection: LockedInspection, to: InspectionState, what: string): void {
  if (!inspectionTransitions[inspection.state].includes(to)) {
    throw wrongInspectionState(inspection.number, inspection.state, what);
  }
}

/** The draft of an inspection that is being recorded. @throws INSPECTION_STATE */
export function requireDraft(inspection: LockedInspection, what: string): InspectionDraft {
  if (inspection.state !== "IN_PROGRESS" || !inspection.draft) {
    throw wrongInspectionState(inspection.number, inspection.state, what);
  }
  return inspection.draft;
}
