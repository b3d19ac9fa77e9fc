import type { VoucherDto } from "@linli/contracts";
import { Check, Column, Entity, Index, Unique } from "typeorm";
import { ProjectRow } from "../../database/project-row.js";

/**
 * A closed month's vouchers as they were given to finance (凭证导出). At most one export of a month stands; of a row
 * only its cancelling changes. Its id is chosen by the client.
 */
@Entity("voucher_export")
@Unique("uq_voucher_export_no", ["projectId", "exportNo"])
@Index("uq_voucher_export_standing", ["projectId", "period"], { unique: true, where: "cancelled_at IS NULL" })
@Check(
  "ck_voucher_export_cancelled",
  "num_nonnulls(cancelled_at, cancelled_by, cancelled_by_name, cancel_reason) IN (0, 4)",
)
export class VoucherExport extends ProjectRow {
  /** From the project's gapless series. */
  @Column("text") exportNo: string;
  /** YYYY-MM */
  @Column("text") period: string;
  @Column("int") voucherCount: number;
  @Column("int") lineCount: number;
  /** Sum of the debits. */
  @Column("bigint") amountFen: number;
  @Column("jsonb") vouchers: VoucherDto[];
  /** SHA-256 of the vouchers: tells whether today's accounts would give others. */
  @Column("text") contentHash: string;
  @Column("uuid") exportedBy: string;
  @Column("text") exportedByName: string;
  @Column("timestamptz", { nullable: true }) cancelledAt: Date | null;
  @Column("uuid", { nullable: true }) cancelledBy: string | null;
  @Column("text", { nullable: true }) cancelledByName: string | null;
  @Column("text", { nullable: true }) cancelReason: string | null;
}
