import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** The filter of a list that somebody keeps under a name, for himself or for the project. */
@Entity("saved_filter")
@Index("uq_saved_filter_own", ["projectId", "list", "ownerId", "name"], { unique: true })
@Index("uq_saved_filter_shared", ["projectId", "list", "name"], { unique: true, where: "shared" })
export class SavedFilter extends ProjectRow {
  /** Which list, by the name the console gives it. */
  @Column("text") list: string;
  /** AppUser */
  @Column("uuid") ownerId: string;
  @Column("text") name: string;
  @Column("boolean") shared: boolean;
  /** FilterFieldDto[] */
  @Column("jsonb") fields: { name: string; values: string[] }[];
}
