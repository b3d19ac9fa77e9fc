import type { DefectState, InspectionState } from "@linli/contracts";
import type { Tone } from "../../../components/status-tag";

export const inspectionTones: Record<InspectionState, Tone> = {
  DRAFT: "neutral",
  IN_PROGRESS: "active",
  DEFECTS: "warning",
  PASSED: "good",
  VOID: "neutral",
};

export const defectTones: Record<DefectState, Tone> = { OPEN: "warning", FIXED: "active", CLOSED: "good" };
