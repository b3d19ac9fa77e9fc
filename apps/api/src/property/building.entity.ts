import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** Second level of the directory: a building, or a garage of its own (PRP-02, PRP-06). */
@Entity("building")
@Unique("uq_building_code", ["projectId", "code"])
export class Building extends ProjectRow {
  @Column("text") code: string;
  @Column("text") name: string;
  /** BuildingKind */
  @Column("text") kind: string;
  @Column("int", { nullable: true }) floors: number | null;
  @Column("boolean", { nullable: true }) hasLift: boolean | null;
  @Column("int") sort: number;
}
