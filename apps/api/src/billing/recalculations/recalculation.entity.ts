import type { RoomSelectionDto } from "@linli/contracts";
import { Column, Entity } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * A recalculation of unpaid bills (未缴账单重算, BIL-13): what was billed compared with what it comes to today, decided by
 * two people. What it does are reversals and new charges; the lines say which.
 */
@Entity("recalculation")
export class Recalculation extends ProjectRow {
  /** RecalculationStatus */
  @Column("text") status: string;
  @Column("text") reason: string;
  @Column("text") fromPeriod: string;
  @Column("text") toPeriod: string;
  @Column("uuid", { array: true }) feeItemIds: string[];
  /** The rooms as they were named. */
  @Column("jsonb") rooms: RoomSelectionDto;
  /** The rooms found when it was computed; null for all of the project. */
  @Column("uuid", { array: true, nullable: true }) roomIds: string[] | null;
  @Column("int") lineCount: number;
  @Column("bigint") oldFen: number;
  @Column("bigint") newFen: number;
  @Column("int") blockedCount: number;
  /** Blocked lines per RecalculationObstacle. */
  @Column("jsonb") obstacles: Record<string, number>;
  @Column("int", { nullable: true }) appliedCount: number | null;
  @Column("bigint", { nullable: true }) appliedFen: number | null;
  @Column("int", { nullable: true }) leftOutCount: number | null;
  @Column("uuid", { nullable: true }) jobId: string | null;
  @Column("uuid", { nullable: true }) approvalId: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  @Column("timestamptz", { nullable: true }) appliedAt: Date | null;
}
