import { Column, Entity, PrimaryColumn } from "typeorm";

/** Keeps project names unique across the company. Company table. */
@Entity("project_name")
export class ProjectName {
  @PrimaryColumn("text") name: string;
  @Column("uuid") projectId: string;
}
