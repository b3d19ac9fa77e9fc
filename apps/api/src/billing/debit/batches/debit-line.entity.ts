import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { DebitAgreement } from "../agreements/debit-agreement.entity.js";
import { DebitBatch } from "./debit-batch.entity.js";

/** One debit of one account (托收明细). */
@Entity("debit_line")
@Unique("uq_debit_line_no", ["projectId", "batchId", "lineNo"])
@Unique("uq_debit_line_reference", ["projectId", "reference"])
@Index("ix_debit_line_agreement", ["projectId", "agreementId"])
@Check("ck_debit_line_amount", "amount_fen > 0 AND paid_fen >= 0 AND paid_fen <= amount_fen")
export class DebitLine extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => DebitBatch, "batch_id", "fk_debit_line_batch") batch: Relation<DebitBatch>;
  @Column("int") lineNo: number;
  /** Our reference, unique in the project: what the bank gives back. */
  @Column("text") reference: string;
  /** The first of the agreements on the account, in whose name it is debited. */
  @Column("uuid") agreementId: string;
  @BelongsTo(() => DebitAgreement, "agreement_id", "fk_debit_line_agreement") agreement: Relation<DebitAgreement>;
  /** DebitLineStatus */
  @Column("text") status: string;
  @Column("bigint") amountFen: number;
  @Column("bigint") paidFen: number;
  /** DebitReason */
  @Column("text", { nullable: true }) reason: string | null;
  @Column("text", { nullable: true }) resultCode: string | null;
  @Column("text", { nullable: true }) resultText: string | null;
  /** The bank's value date: the booking day of its receipts. */
  @Column("date", { nullable: true }) valueDate: string | null;
}
