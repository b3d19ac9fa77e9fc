import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Room } from "../room.entity.js";
import { InspectionRecord } from "./inspection-record.entity.js";
import { Inspection } from "./inspection.entity.js";

/** A fault that was found and a contractor has to put right. Append-only apart from its state. */
@Entity("inspection_defect")
@Index("ix_inspection_defect_inspection", ["projectId", "inspectionId", "id"])
@Index("ix_inspection_defect_state", ["projectId", "state", "deadline", "id"])
@Index("ix_inspection_defect_contractor", ["projectId", "contractor", "state"])
export class InspectionDefect extends BusinessRow {
  @Column("uuid") inspectionId: string;
  @BelongsTo(() => InspectionRecord, "inspection_id", "fk_inspection_defect_record") record: Relation<InspectionRecord>;
  @Column("uuid") roomId: string;
  @BelongsTo(() => Room, "room_id", "fk_inspection_defect_room") room: Relation<Room>;
  @Column("int", { nullable: true }) itemNo: number | null;
  @Column("text") place: string;
  @Column("text") description: string;
  /** DefectSeverity */
  @Column("text") severity: string;
  @Column("text") contractor: string;
  @Column("date") deadline: string;
  @Column("date") foundOn: string;
  /** DefectState */
  @Column("text") state: string;
  /** The day it passed the re-inspection. */
  @Column("date", { nullable: true }) closedOn: string | null;
}

/** What was done with a defect: put right, looked at again with its result. Append-only. */
@Entity("inspection_defect_step")
@Index("ix_inspection_defect_step_defect", ["projectId", "defectId", "id"])
@Check("ck_inspection_defect_step_action", "action IN ('FIX', 'PASS', 'FAIL')")
export class InspectionDefectStep extends BusinessRow {
  @Column("uuid") defectId: string;
  @BelongsTo(() => InspectionDefect, "defect_id", "fk_inspection_defect_step_defect")
  defect: Relation<InspectionDefect>;
  /** DefectAction */
  @Column("text") action: string;
  @Column("date") doneOn: string;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}

/** A signature under a version of the draft: who, as what, and the picture. Append-only. */
@Entity("inspection_signature")
@Index("ix_inspection_signature_inspection", ["projectId", "inspectionId", "id"])
export class InspectionSignature extends BusinessRow {
  @Column("uuid") inspectionId: string;
  @BelongsTo(() => Inspection, "inspection_id", "fk_inspection_signature_inspection") inspection: Relation<Inspection>;
  /** SignerRole */
  @Column("text") role: string;
  @Column("text") name: string;
  @Column("uuid") fileId: string;
  /** The version of the draft that was signed; it holds for no other. */
  @Column("int") version: number;
}
