import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A version of what a project tells customers about their personal data (LAW-32). Append-only. */
@Entity("privacy_notice")
@Unique("uq_privacy_notice_version", ["projectId", "version"])
export class PrivacyNotice extends ProjectRow {
  @Column("text") version: string;
  @Column("text") text: string;
  @Column("date") startsOn: string;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
}
