import { JoinColumn, ManyToOne, type Relation } from "typeorm";
import { Project } from "../property/project.entity.js";
import { BusinessRow } from "./business-row.js";

/** A business row whose parent is the project itself. */
export abstract class ProjectRow extends BusinessRow {
  @ManyToOne(() => Project)
  @JoinColumn({ name: "project_id", referencedColumnName: "id" })
  project: Relation<Project>;
}
