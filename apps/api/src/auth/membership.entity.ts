import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from "typeorm";
import { AppUser } from "./app-user.entity.js";
import { Role } from "./role.entity.js";

/** A person has a role in one project, or in all of them. Company table. */
@Entity("membership")
@Unique("uq_membership", ["userId", "roleId", "scopeProjectId"])
export class Membership {
  @PrimaryColumn("uuid") id: string;
  @Index("ix_membership_user") @Column("uuid") userId: string;
  @ManyToOne(() => AppUser)
  @JoinColumn({ name: "user_id", foreignKeyConstraintName: "fk_membership_user" })
  user: Relation<AppUser>;
  @Column("uuid") roleId: string;
  @ManyToOne(() => Role)
  @JoinColumn({ name: "role_id", foreignKeyConstraintName: "fk_membership_role" })
  role: Relation<Role>;
  /** The project; the nil uuid means all projects. No foreign key: company tables do not refer to business tables. */
  @Column("uuid") scopeProjectId: string;
  @Column("timestamptz") createdAt: Date;
}
