import { Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../database/belongs-to.js";
import { ProjectRow } from "../database/project-row.js";
import { Building } from "../property/building.entity.js";

/** A parking space inside the red line; its number equals the number on site (PRK-04…06). */
@Entity("parking_space")
@Index("ix_parking_space_building", ["projectId", "buildingId", "code"])
@Unique("uq_parking_space_code", ["projectId", "code"])
export class ParkingSpace extends ProjectRow {
  /** 车位号 */
  @Column("text") code: string;
  @Column("text") name: string;
  /** SpaceType */
  @Column("text") type: string;
  /** 车位位置: the car park or building it lies at. */
  @Column("text") place: string;
  /** SpaceOwnership; null while an import left it open. */
  @Column("text", { nullable: true }) ownership: string | null;
  /** m² */
  @Column("numeric", { precision: 12, scale: 4, nullable: true }) area: string | null;
  /** The garage or building it is registered below (PRK-03, PRP-06). */
  @Column("uuid", { nullable: true }) buildingId: string | null;
  @BelongsTo(() => Building, "building_id", "fk_parking_space_building") building: Relation<Building>;
  @Column("text", { array: true }) incomplete: string[];
}
