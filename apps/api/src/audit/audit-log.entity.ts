import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * Who changed what, when and from where (LAW-53). Append-only: the application's database role may insert and read.
 * Business table; rows about the company carry the nil project id.
 */
@Entity("audit_log")
@Index("ix_audit_log_thing", ["projectId", "entity", "entityId", "id"])
@Index("ix_audit_log_id", ["id"])
@Index("ix_audit_log_user", ["projectId", "userId", "id"])
export class AuditLog {
  @PrimaryColumn("uuid") projectId: string;
  /** Ordered by time. */
  @PrimaryColumn("uuid") id: string;
  @Column("timestamptz") at: Date;
  @Column("uuid") userId: string;
  @Column("text") userName: string;
  @Column("text") ip: string;
  @Column("text") requestId: string;
  /** Verb, e.g. room.update, receipt.reverse, session.sign-in. */
  @Column("text") action: string;
  /** Kind of thing, e.g. room. */
  @Column("text") entity: string;
  @Column("text") entityId: string;
  /** A sentence in Chinese for timelines. */
  @Column("text") summary: string;
  /** The changed fields before, by label or name. */
  @Column("jsonb", { nullable: true }) before: Record<string, unknown> | null;
  @Column("jsonb", { nullable: true }) after: Record<string, unknown> | null;
  @Column("boolean") success: boolean;
}
