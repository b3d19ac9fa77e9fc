import { Check, Column, Entity, Index } from "typeorm";
import { ProjectRow } from "../database/project-row.js";

/** A request that a second person decides (four eyes). What is asked for is applied in the transaction of the decision. */
@Entity("approval")
@Index("uq_approval_pending", ["projectId", "kind", "subjectId"], { unique: true, where: "status = 'PENDING'" })
@Index("ix_approval_status", ["projectId", "status", "id"])
@Index("ix_approval_subject", ["projectId", "subjectId", "id"])
@Check("ck_approval_four_eyes", "status NOT IN ('APPROVED', 'REJECTED') OR decided_by <> requested_by")
export class Approval extends ProjectRow {
  /** ApprovalKind */
  @Column("text") kind: string;
  /** ApprovalStatus */
  @Column("text") status: string;
  /** What is asked for, in a sentence. */
  @Column("text") title: string;
  @Column("text") reason: string;
  /** Kind of the thing it is about, e.g. room. */
  @Column("text") subjectType: string;
  @Column("uuid") subjectId: string;
  /** What the domain needs to apply it. */
  @Column("jsonb") payload: Record<string, unknown>;
  /** What would change, in words, for the approver: ApprovalLineDto[]. */
  @Column("jsonb") lines: object[];
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("uuid", { nullable: true }) decidedBy: string | null;
  @Column("text", { nullable: true }) decidedByName: string | null;
  @Column("timestamptz", { nullable: true }) decidedAt: Date | null;
  @Column("text", { nullable: true }) note: string | null;
}
