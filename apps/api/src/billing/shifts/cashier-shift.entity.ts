import type { CountedNotesDto, ShiftTotalsDto } from "@linli/contracts";
import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";

/**
 * A cashier's shift at a desk (班次, BIL-73). Receipts and refunds name it; once counted nothing joins it any more. A
 * cashier has one unfinished shift in a project at most.
 */
@Entity("cashier_shift")
@Unique("uq_cashier_shift_no", ["projectId", "shiftNo"])
@Index("uq_cashier_shift_open", ["projectId", "cashierId"], { unique: true, where: "status IN ('OPEN', 'COUNTED')" })
@Index("uq_cashier_shift_taken", ["projectId", "takenFromId"], { unique: true, where: "taken_from_id IS NOT NULL" })
@Index("ix_cashier_shift_opened", ["projectId", "createdAt", "id"])
@Check("ck_cashier_shift_float", "float_fen >= 0")
@Check("ck_cashier_shift_left", "left_fen IS NULL OR (left_fen >= 0 AND left_fen <= counted_fen)")
@Check("ck_cashier_shift_counted", "status = 'OPEN' OR (counted_fen IS NOT NULL AND expected_fen IS NOT NULL)")
@Check("ck_cashier_shift_witness", "witness_id IS NULL OR (witness_id <> cashier_id AND witness_id <> counted_by)")
export class CashierShift extends ProjectRow {
  /** From the project's gapless series. */
  @Column("text") shiftNo: string;
  /** ShiftStatus */
  @Column("text") status: string;
  /** Where the money is taken. */
  @Column("text") desk: string;
  @Column("uuid") cashierId: string;
  @Column("text") cashierName: string;
  /** Day it began, in the project's time zone. */
  @Column("date") openedOn: string;
  /** Cash in the till at the beginning. */
  @Column("bigint") floatFen: number;
  /** The shift whose till was taken over. */
  @Column("uuid", { nullable: true }) takenFromId: string | null;
  @BelongsTo(() => CashierShift, "taken_from_id", "fk_cashier_shift_taken_from")
  takenFrom: Relation<CashierShift> | null;
  /** What it came to when it was counted. */
  @Column("jsonb", { nullable: true }) totals: ShiftTotalsDto | null;
  @Column("bigint", { nullable: true }) expectedFen: number | null;
  @Column("bigint", { nullable: true }) countedFen: number | null;
  @Column("jsonb", { nullable: true }) notes: CountedNotesDto[] | null;
  /** Of the cash counted: what stayed in the till. */
  @Column("bigint", { nullable: true }) leftFen: number | null;
  @Column("text", { nullable: true }) differenceReason: string | null;
  @Column("timestamptz", { nullable: true }) closedAt: Date | null;
  /** Day it was counted, in the project's time zone. */
  @Column("date", { nullable: true }) closedOn: string | null;
  @Column("uuid", { nullable: true }) countedBy: string | null;
  @Column("text", { nullable: true }) countedByName: string | null;
  @Column("uuid", { nullable: true }) witnessId: string | null;
  @Column("text", { nullable: true }) witnessName: string | null;
  @Column("timestamptz", { nullable: true }) witnessedAt: Date | null;
  @Column("text", { nullable: true }) witnessNote: string | null;
}
