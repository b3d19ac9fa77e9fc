import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { Charge } from "../../charges/charge.entity.js";
import { Receipt } from "../../receipts/receipt.entity.js";
import { DebitBatch } from "./debit-batch.entity.js";
import { DebitLine } from "./debit-line.entity.js";

/** A charge in a debit: what is asked for and what came. */
@Entity("debit_line_charge")
@Unique("uq_debit_line_charge", ["projectId", "batchId", "chargeId"])
@Index("ix_debit_line_charge_line", ["projectId", "lineId"])
@Index("ix_debit_line_charge_charge", ["projectId", "chargeId"])
@Check("ck_debit_line_charge_amount", "amount_fen > 0 AND paid_fen >= 0 AND paid_fen <= amount_fen")
export class DebitLineCharge extends BusinessRow {
  @Column("uuid") batchId: string;
  @BelongsTo(() => DebitBatch, "batch_id", "fk_debit_line_charge_batch") batch: Relation<DebitBatch>;
  @Column("uuid") lineId: string;
  @BelongsTo(() => DebitLine, "line_id", "fk_debit_line_charge_line") line: Relation<DebitLine>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_debit_line_charge_charge") charge: Relation<Charge>;
  /** What was open when the batch was made; the same when it was exported. */
  @Column("bigint") amountFen: number;
  @Column("bigint") paidFen: number;
  @Column("uuid", { nullable: true }) receiptId: string | null;
  @BelongsTo(() => Receipt, "receipt_id", "fk_debit_line_charge_receipt") receipt: Relation<Receipt> | null;
}
