import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Inspection } from "./inspection.entity.js";

/** The head of a completed inspection; its id is that of the inspection. Append-only. */
@Entity("inspection_record")
export class InspectionRecord extends BusinessRow {
  @BelongsTo(() => Inspection, "id", "fk_inspection_record_inspection") inspection: Relation<Inspection>;
  @Column("date") inspectedOn: string;
  @Column("text") inspectorName: string;
  /** The customer who took over; kept as it was given, customers belong to another module. */
  @Column("uuid", { nullable: true }) takerId: string | null;
  @Column("text") takerName: string;
  @Column("text", { nullable: true }) takerRelation: string | null;
  @Column("text", { nullable: true }) templateName: string | null;
  @Column("text", { nullable: true }) layout: string | null;
  /** The version of the draft that was signed. */
  @Column("int") version: number;
  @Column("text", { nullable: true }) unsignedReason: string | null;
  /** The 交房日期 that it filled in the room; a correction may change that one, but none that a person entered. */
  @Column("date", { nullable: true }) handedOverOn: string | null;
  @Column("uuid") completedBy: string;
  @Column("text") completedByName: string;
}

/** What was found at one item. Append-only. */
@Entity("inspection_item")
@Index("uq_inspection_item_no", ["projectId", "inspectionId", "no"], { unique: true })
@Check("ck_inspection_item_result", "result IN ('PASS', 'FAIL', 'NONE')")
export class InspectionItem extends BusinessRow {
  @Column("uuid") inspectionId: string;
  @BelongsTo(() => InspectionRecord, "inspection_id", "fk_inspection_item_record") record: Relation<InspectionRecord>;
  @Column("int") no: number;
  @Column("text") group: string;
  @Column("text") name: string;
  @Column("text", { nullable: true }) standard: string | null;
  /** InspectionResult */
  @Column("text") result: string;
  @Column("text", { nullable: true }) remark: string | null;
}

/** What a meter showed at the handover. Append-only. */
@Entity("inspection_reading")
@Index("uq_inspection_reading_meter", ["projectId", "inspectionId", "kind", "meterNo"], { unique: true })
@Check("ck_inspection_reading_value", "reading >= 0")
export class InspectionReading extends BusinessRow {
  @Column("uuid") inspectionId: string;
  @BelongsTo(() => InspectionRecord, "inspection_id", "fk_inspection_reading_record")
  record: Relation<InspectionRecord>;
  /** MeterKind */
  @Column("text") kind: string;
  @Column("text") meterNo: string;
  @Column("numeric", { precision: 15, scale: 3 }) reading: string;
}
