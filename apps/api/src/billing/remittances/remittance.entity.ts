import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/** Money collected for others, handed over to them (解缴, BIL-07). Append-only: what is wrong is taken back in red. */
@Entity("remittance")
@Unique("uq_remittance_reversal", ["projectId", "reversalOf"])
@Index("ix_remittance_day", ["projectId", "bookedOn", "id"])
@Index("ix_remittance_item", ["projectId", "feeItemId"])
@Check("ck_remittance_amount", "(amount_fen > 0) = (reversal_of IS NULL) AND amount_fen <> 0")
export class Remittance extends BusinessRow {
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_remittance_item") feeItem: Relation<FeeItem>;
  /** As the item said it then. */
  @Column("text", { nullable: true }) supplierName: string | null;
  @Column("date") bookedOn: string;
  /** The month of `bookedOn`, open when it was written. */
  @Column("text") period: string;
  /** Negative in a red entry. */
  @Column("bigint") amountFen: number;
  /** RemittanceMethod: how it was paid. */
  @Column("text") method: string;
  @Column("text") slipNo: string;
  /** Of a red one: why. */
  @Column("text", { nullable: true }) remark: string | null;
  @Column("uuid", { nullable: true }) reversalOf: string | null;
  @BelongsTo(() => Remittance, "reversal_of", "fk_remittance_reversal") original: Relation<Remittance> | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
