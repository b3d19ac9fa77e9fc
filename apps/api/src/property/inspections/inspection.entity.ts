import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../room.entity.js";
import type { InspectionDraft } from "./inspection-draft.js";

/**
 * A handover inspection of a room (房产验收, PRP-09). While it is under way everything that was found stands in `draft`;
 * completing it writes rows that the application's role can never change: InspectionRecord, InspectionItem,
 * InspectionReading, InspectionDefect. Of this row only the state and the draft may change.
 */
@Entity("inspection")
@Unique("uq_inspection_number", ["projectId", "number"])
@Index("uq_inspection_under_way", ["projectId", "roomId"], {
  unique: true,
  where: "state IN ('DRAFT', 'IN_PROGRESS')",
})
@Index("ix_inspection_room", ["projectId", "roomId", "id"])
@Index("ix_inspection_state", ["projectId", "state", "id"])
@Check("ck_inspection_draft", "(state IN ('DRAFT', 'IN_PROGRESS')) = (draft IS NOT NULL) OR state = 'VOID'")
@Check("ck_inspection_correction", "(corrects_id IS NULL) = (correction_reason IS NULL)")
export class Inspection extends BusinessRow {
  /** Gapless per project, e.g. YS000012. */
  @Column("text") number: string;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_inspection_room") room: Relation<Room>;
  /** InspectionState */
  @Column("text") state: string;
  /** Counts the changes of the draft; who changes it names the one that was read. */
  @Column("int") version: number;
  @Column("jsonb", { nullable: true }) draft: InspectionDraft | null;
  /** The completed inspection that this one corrects. */
  @Column("uuid", { nullable: true }) correctsId: string | null;
  @BelongsTo(() => Inspection, "corrects_id", "fk_inspection_corrects") corrects: Relation<Inspection>;
  @Column("text", { nullable: true }) correctionReason: string | null;
  @Column("text", { nullable: true }) voidReason: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") updatedByName: string;
  @Column("timestamptz") updatedAt: Date;
}
