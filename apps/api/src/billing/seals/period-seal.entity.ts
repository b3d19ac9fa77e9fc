import { Check, Column, Entity, Index, Unique } from "typeorm";
import type { SealedPartDto } from "@linli/contracts";
import { ProjectRow } from "../../database/project-row.js";

/**
 * The seal of a closed month: digests of its money rows, chained to the seal before (BIL-90, LAW-43). Append-only: a month
 * that was opened again and closed once more has two.
 */
@Entity("period_seal")
@Unique("uq_period_seal_sequence", ["projectId", "sequence"])
@Index("ix_period_seal_period", ["projectId", "period", "sequence"])
@Check("ck_period_seal_first", "(sequence = 1) = (previous_hash IS NULL)")
export class PeriodSeal extends ProjectRow {
  @Column("text") period: string;
  /** Counts the seals of the project, from 1. */
  @Column("integer") sequence: number;
  /** Which rows and columns the digests cover: a later version of the product may cover more. */
  @Column("integer") scheme: number;
  @Column("jsonb") parts: SealedPartDto[];
  @Column("text", { nullable: true }) previousHash: string | null;
  @Column("text") hash: string;
  @Column("uuid") closedBy: string;
  @Column("text") closedByName: string;
}
