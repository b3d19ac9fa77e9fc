import type {
  DefectDto,
  InspectionDetailDto,
  InspectionDto,
  InspectionReadingDto,
  InspectionState,
  SignerRole,
} from "@linli/contracts";
import type { InspectionDraft } from "./inspection-draft.js";

/** A row of the list as `InspectionQueries` reads it. */
export type InspectionRow = Omit<InspectionDto, "createdAt" | "state"> & {
  state: InspectionState;
  version: number;
  draft: InspectionDraft | null;
  createdAt: Date;
};

export type DetailRow = InspectionRow &
  Pick<
    InspectionDetailDto,
    | "templateName"
    | "layout"
    | "takerId"
    | "takerRelation"
    | "unsignedReason"
    | "completedByName"
    | "correctsId"
    | "correctionReason"
    | "voidReason"
    | "updatedByName"
    | "correctedById"
    | "correctedByNumber"
  > & { completedAt: Date | null; updatedAt: Date; signedVersion: number };

/** A reading without the zeros the column fills up with: 12.500 → 12.5. */
export const readingText = (reading: string): string => reading.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

export function toInspectionDto(row: InspectionRow): InspectionDto {
  const { draft } = row;
  return {
    id: row.id,
    number: row.number,
    roomId: row.roomId,
    roomCode: row.roomCode,
    roomName: row.roomName,
    buildingName: row.buildingName,
    state: row.state,
    inspectedOn: row.inspectedOn,
    inspectorName: row.inspectorName,
    takerName: row.takerName,
    failedItems: draft ? draft.items.filter(({ result }) => result === "FAIL").length : row.failedItems,
    defects: draft ? draft.defects.length : row.defects,
    openDefects: row.openDefects,
    correctsNumber: row.correctsNumber,
    createdAt: row.createdAt.toISOString(),
  };
}

/** What stands in the rows of a completed inspection; one under way has it in its draft. */
interface Found {
  items: InspectionDetailDto["items"];
  readings: InspectionReadingDto[];
  signatures: { role: string; name: string; attachmentId: string; signedAt: Date }[];
  defects: DefectDto[];
}

export function toDetailDto(row: DetailRow, { items, readings, signatures, defects }: Found): InspectionDetailDto {
  const { draft } = row;
  return {
    ...toInspectionDto(row),
    version: row.version,
    layout: draft ? draft.layout : row.layout,
    templateName: draft ? draft.templateName : row.templateName,
    takerId: draft ? (draft.head.takerId ?? null) : row.takerId,
    takerRelation: draft ? (draft.head.takerRelation ?? null) : row.takerRelation,
    items: draft ? draft.items : items,
    readings: draft ? draft.readings : readings,
    defectList: defects,
    signatures: signatures.map(({ role, name, attachmentId, signedAt }) => ({
      role: role as SignerRole,
      name,
      attachmentId,
      signedAt: signedAt.toISOString(),
    })),
    unsignedReason: row.unsignedReason,
    completedAt: row.completedAt?.toISOString() ?? null,
    completedByName: row.completedByName,
    correctsId: row.correctsId,
    correctionReason: row.correctionReason,
    correctedById: row.correctedById,
    correctedByNumber: row.correctedByNumber,
    voidReason: row.voidReason,
    updatedByName: row.updatedByName,
    updatedAt: row.updatedAt.toISOString(),
  };
}
