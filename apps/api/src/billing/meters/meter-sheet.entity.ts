import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";
import { Building } from "../../property/building.entity.js";

/** Which meters are read together in a month (抄表单): its lines are the meters that fit, with their readings. */
@Entity("meter_sheet")
@Index("uq_meter_sheet_name", ["projectId", "period", "name"], { unique: true })
@Index("ix_meter_sheet_building", ["projectId", "buildingId"])
export class MeterSheet extends ProjectRow {
  /** Month that the use belongs to, YYYY-MM. */
  @Column("text") period: string;
  @Column("text") name: string;
  /** MeterKind; null for all. */
  @Column("text", { nullable: true }) kind: string | null;
  /** MeterPlace; null for both. */
  @Column("text", { nullable: true }) place: string | null;
  @Column("uuid", { nullable: true }) buildingId: string | null;
  @BelongsTo(() => Building, "building_id", "fk_meter_sheet_building") building: Relation<Building> | null;
  @Column("text", { nullable: true }) route: string | null;
  /** Who walks the round. */
  @Column("text", { nullable: true }) reader: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
