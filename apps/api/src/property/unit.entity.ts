import { Column, Entity, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { BusinessRow } from "../database/business-row.js";
import { Building } from "./building.entity.js";

/** Third level of the directory: a unit, floor or zone of a building. Rooms stand below units only (GAP-02). */
@Entity("unit")
@Unique("uq_unit_code", ["projectId", "buildingId", "code"])
export class Unit extends BusinessRow {
  @Column("uuid") buildingId: string;
  @BelongsTo(() => Building, "building_id", "fk_unit_building") building: Relation<Building>;
  @Column("text") code: string;
  @Column("text") name: string;
  @Column("int", { nullable: true }) floors: number | null;
  @Column("boolean", { nullable: true }) hasLift: boolean | null;
  @Column("int") sort: number;
}
