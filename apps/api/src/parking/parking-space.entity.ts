import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** A parking space inside the red line; its number equals the number on site (PRK-04…06). */
@Entity("parking_space")
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
  @Column("text", { array: true }) incomplete: string[];
}
