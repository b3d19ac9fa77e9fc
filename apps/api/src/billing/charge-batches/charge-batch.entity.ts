import { Column, Entity, Index } from "typeorm";
import { BusinessRow } from "../../database/business-row.js";

/** One-off charges entered together, for many rooms or from a workbook (BIL-146); they name it. Append-only. */
@Entity("charge_batch")
@Index("uq_charge_batch_no", ["projectId", "batchNo"], { unique: true })
export class ChargeBatch extends BusinessRow {
  /** From the project's gapless series. */
  @Column("text") batchNo: string;
  /** ChargeBatchKind */
  @Column("text") kind: string;
  @Column("int") chargeCount: number;
  @Column("bigint") amountFen: number;
  /** Rooms that were selected and could not be charged. */
  @Column("int") skippedCount: number;
  @Column("uuid", { nullable: true }) recordedBy: string | null;
  @Column("text") recordedByName: string;
  /** Tells a retry from another request with the same id. */
  @Column("text") requestHash: string;
}
