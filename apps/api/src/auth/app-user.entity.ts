import { Check, Column, Entity, PrimaryColumn, Unique } from "typeorm";

/** A person who signs in. Company table: users act in many projects. */
@Entity("app_user")
@Unique("uq_app_user_mobile", ["mobile"])
@Check("ck_app_user_mobile", "mobile ~ '^1[3-9][0-9]{9}$'")
export class AppUser {
  @PrimaryColumn("uuid") id: string;
  @Column("text") name: string;
  /** Sign-in name: the mobile number (CRM-02). */
  @Column("text") mobile: string;
  /** argon2id */
  @Column("text") passwordHash: string;
  /** Hashes of the last five passwords, newest first (LAW-50). */
  @Column("text", { array: true }) passwordHistory: string[];
  @Column("timestamptz") passwordChangedAt: Date;
  @Column("boolean") mustChangePassword: boolean;
  @Column("boolean") active: boolean;
  /** Failed attempts since the last success (LAW-51). */
  @Column("int") failedAttempts: number;
  @Column("timestamptz", { nullable: true }) lockedUntil: Date | null;
  @Column("timestamptz", { nullable: true }) lastSignInAt: Date | null;
  @Column("timestamptz") createdAt: Date;
}
