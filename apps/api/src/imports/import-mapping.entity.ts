import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** A column mapping remembered for workbooks with the same headers. */
@Entity("import_mapping")
@Unique("uq_import_mapping", ["projectId", "kind", "headerHash"])
export class ImportMapping extends ProjectRow {
  @Column("text") kind: string;
  @Column("text") headerHash: string;
  @Column("jsonb") mapping: Record<string, string>;
}
