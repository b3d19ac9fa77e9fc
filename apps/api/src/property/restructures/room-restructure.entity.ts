import { Check, Column, Entity, Index, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** A split of one room into several or a merge of several into one (拆分/合并房, SCN-08): from draft to restored. */
@Entity("room_restructure")
@Unique("uq_room_restructure_number", ["projectId", "number"])
@Index("ix_room_restructure_state", ["projectId", "state", "id"])
@Check("ck_room_restructure_four_eyes", "approved_by IS NULL OR approved_by <> requested_by")
export class RoomRestructure extends ProjectRow {
  /** 编号, gapless per project. */
  @Column("text") number: string;
  /** RestructureKind */
  @Column("text") kind: string;
  /** RestructureState */
  @Column("text") state: string;
  /** First day of the new rooms. */
  @Column("date") effectiveOn: string;
  @Column("text") reason: string;
  /** The old rooms; RoomLineage says it with foreign keys once it is done. */
  @Column("uuid", { array: true }) roomIds: string[];
  /** Their codes and those of the new rooms, for lists and searches. */
  @Column("text", { array: true }) oldCodes: string[];
  @Column("text", { array: true }) newCodes: string[];
  /** The new rooms in the order of their codes above; empty until they are made. */
  @Column("uuid", { array: true }) newRoomIds: string[];
  /** RestructurePlanDto */
  @Column("jsonb") plan: object;
  /** What the plan rested on when approval was asked for: words by subject. Compared at the approval. */
  @Column("jsonb", { nullable: true }) facts: Record<string, string> | null;
  /** The lines of the preview then: RestructureLineDto[]. */
  @Column("jsonb") lines: object[];
  /** What each participant did, for undoing it. */
  @Column("jsonb", { nullable: true }) memo: Record<string, object> | null;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  @Column("uuid", { nullable: true }) approvedBy: string | null;
  @Column("text", { nullable: true }) approvedByName: string | null;
  @Column("timestamptz", { nullable: true }) doneAt: Date | null;
  @Column("timestamptz", { nullable: true }) restoredAt: Date | null;
  @Column("text", { nullable: true }) restoredByName: string | null;
  @Column("text", { nullable: true }) restoreReason: string | null;
  /** Counts the changes, against two editors. */
  @Column("int") version: number;
}
