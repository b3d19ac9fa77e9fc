import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";

/** Debits sent to a bank together (托收批次, BIL-101); sums in fen, kept from its lines. */
@Entity("debit_batch")
@Unique("uq_debit_batch_no", ["projectId", "batchNo"])
@Index("ix_debit_batch_created", ["projectId", "createdAt", "id"])
@Index("ix_debit_batch_open", ["projectId", "exportedOn"], { where: "status IN ('EXPORTED', 'RETURNED')" })
@Check(
  "ck_debit_batch_sums",
  "amount_fen = collected_fen + failed_fen + short_fen + in_process_fen OR status IN ('DRAFT', 'VOID')",
)
export class DebitBatch extends BusinessRow {
  @Column("text") batchNo: string;
  /** DebitBatchStatus */
  @Column("text") status: string;
  @Column("uuid") schemeId: string;
  @BelongsTo(() => DebitScheme, "scheme_id", "fk_debit_batch_scheme") scheme: Relation<DebitScheme>;
  /** DebitMerge */
  @Column("text") merge: string;
  @Column("date") dueUntil: string;
  /** What was asked for: items and buildings, to make it anew. */
  @Column("jsonb") request: { feeItemIds: string[] | null; buildingIds: string[] | null };
  @Column("uuid", { nullable: true }) retryOfId: string | null;
  @BelongsTo(() => DebitBatch, "retry_of_id", "fk_debit_batch_retry_of") retryOf: Relation<DebitBatch> | null;
  @Column("int") lineCount: number;
  @Column("bigint") amountFen: number;
  @Column("int") succeededCount: number;
  @Column("bigint") collectedFen: number;
  @Column("int") failedCount: number;
  @Column("bigint") failedFen: number;
  /** What partial debits left open. */
  @Column("bigint") shortFen: number;
  @Column("int") inProcessCount: number;
  @Column("bigint") inProcessFen: number;
  @Column("int") excludedCount: number;
  @Column("bigint") excludedFen: number;
  /** The day of the export in the project's time zone. */
  @Column("date", { nullable: true }) exportedOn: string | null;
  @Column("timestamptz", { nullable: true }) exportedAt: Date | null;
  /** Times the file left the house; the first counts. */
  @Column("int") exportCount: number;
  @Column("timestamptz", { nullable: true }) returnedAt: Date | null;
  /** SHA-256 of the return file: the same again changes nothing, another one is refused. */
  @Column("text", { nullable: true }) returnHash: string | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid") createdBy: string;
  @Column("text") createdByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
