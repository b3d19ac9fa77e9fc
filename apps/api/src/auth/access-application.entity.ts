import { Column, Entity, PrimaryColumn } from "typeorm";

/** Somebody asks for access; an administrator approves or rejects (CRM-03). Company table. */
@Entity("access_application")
export class AccessApplication {
  @PrimaryColumn("uuid") id: string;
  @Column("text") name: string;
  @Column("text") mobile: string;
  @Column("text") reason: string;
  /** What the applicant wrote of project and role wished for. */
  @Column("text", { nullable: true }) wish: string | null;
  /** ApplicationStatus */
  @Column("text") status: string;
  @Column("text", { nullable: true }) decisionNote: string | null;
  @Column("uuid", { nullable: true }) decidedBy: string | null;
  @Column("text", { nullable: true }) decidedByName: string | null;
  @Column("timestamptz", { nullable: true }) decidedAt: Date | null;
  @Column("uuid", { nullable: true }) userId: string | null;
  @Column("timestamptz") createdAt: Date;
}
