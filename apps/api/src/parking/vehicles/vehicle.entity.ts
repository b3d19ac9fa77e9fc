import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A vehicle that parks in the project by an agreement (PRK-10). */
@Entity("vehicle")
@Index("uq_vehicle_plate", ["projectId", "plate"], { unique: true, where: "active" })
@Index("ix_vehicle_plate", ["projectId", "plate", "id"])
export class Vehicle extends ProjectRow {
  /** 车牌号码: capitals, no blanks, no dots. */
  @Column("text") plate: string;
  @Column("text") model: string;
  @Column("text") color: string;
  @Column("text", { nullable: true }) remark: string | null;
  /** Out of use it keeps its history; its plate may be registered anew. */
  @Column("boolean") active: boolean;
}
