import { Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/** The snapshot of a closed month per fee item and building: opening + charged − … = closing (BIL-90). Append-only. */
@Entity("period_balance")
@Unique("uq_period_balance", ["projectId", "period", "feeItemId", "buildingId"])
export class PeriodBalance extends ProjectRow {
  @Column("text") period: string;
  @Column("uuid") feeItemId: string;
  @Column("uuid") buildingId: string;
  /** Arrears at the start. */
  @Column("bigint") openingFen: number;
  /** Charges booked in the month. */
  @Column("bigint") chargedFen: number;
  /** Adjustments and reversals booked in the month (signed). */
  @Column("bigint") adjustedFen: number;
  /** Of them, those of charges of earlier months. */
  @Column("bigint") adjustedArrearsFen: number;
  /** Waived in the month. */
  @Column("bigint") waivedFen: number;
  /** Of it, what was waived of earlier months. */
  @Column("bigint") waivedArrearsFen: number;
  /** Received and offset for charges of this month, money that came earlier included. */
  @Column("bigint") receivedCurrentFen: number;
  /** Received and offset for charges of earlier months. */
  @Column("bigint") receivedArrearsFen: number;
  /** Arrears at the end. */
  @Column("bigint") closingFen: number;
}
