import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { AppUser } from "./app-user.entity.js";

/**
 * One sign-in on one device. The refresh token is rotated at every use; a token used twice ends the session
 * (somebody has a copy). Company table.
 */
@Entity("refresh_session")
export class RefreshSession {
  @PrimaryColumn("uuid") id: string;
  @Index("ix_refresh_session_user") @Column("uuid") userId: string;
  @ManyToOne(() => AppUser)
  @JoinColumn({ name: "user_id", foreignKeyConstraintName: "fk_refresh_session_user" })
  user: Relation<AppUser>;
  /** SHA-256 of the token that is valid now. */
  @Column("text") tokenHash: string;
  /** SHA-256 of the token before it, so that a second use is recognised. */
  @Column("text", { nullable: true }) previousHash: string | null;
  @Column("timestamptz", { nullable: true }) rotatedAt: Date | null;
  @Column("timestamptz") createdAt: Date;
  @Column("timestamptz") expiresAt: Date;
  @Column("timestamptz") lastUsedAt: Date;
  @Column("timestamptz", { nullable: true }) endedAt: Date | null;
  @Column("text", { nullable: true }) endReason: string | null;
  @Column("text") ip: string;
  @Column("text") userAgent: string;
}
