import { Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** An uploaded file and the thing it belongs to; served with the permission of that thing. */
@Entity("file_object")
@Index("ix_file_object_owner", ["projectId", "ownerType", "ownerId"])
@Index("uq_file_object_version", ["projectId", "ownerType", "ownerId", "kind", "version"], {
  unique: true,
  where: "version IS NOT NULL",
})
export class FileObject extends ProjectRow {
  /** Kind of thing it belongs to: project, building, room. */
  @Column("text") ownerType: string;
  @Column("uuid") ownerId: string;
  /** What it shows, e.g. PictureKind. */
  @Column("text") kind: string;
  @Column("text") name: string;
  /** Found from the content, not from the name. */
  @Column("text") contentType: string;
  @Column("bigint") size: number;
  @Column("text") sha256: string;
  @Column("int", { nullable: true }) width: number | null;
  @Column("int", { nullable: true }) height: number | null;
  /** Of drawings that are kept in versions, from 1; the highest that is not removed is the current one (PRP-05). */
  @Column("int", { nullable: true }) version: number | null;
  /** The file whose content it shows, when it is shared instead of its own. */
  @Column("uuid", { nullable: true }) contentOf: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") createdBy: string;
  /** Removed files keep their row; the content stays for the audit. */
  @Column("timestamptz", { nullable: true }) removedAt: Date | null;
}
