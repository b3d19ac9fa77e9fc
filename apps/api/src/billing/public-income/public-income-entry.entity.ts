import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";

/** An opening balance, a cost or a use of public income (公共收益, LAW-21). Append-only: what is wrong is taken back in red. */
@Entity("public_income_entry")
@Unique("uq_public_income_entry_reversal", ["projectId", "reversalOf"])
@Index("ix_public_income_entry_day", ["projectId", "bookedOn", "id"])
@Index("ix_public_income_entry_item", ["projectId", "feeItemId"])
@Check("ck_public_income_entry_amount", "(amount_fen > 0) = (reversal_of IS NULL) AND amount_fen <> 0")
export class PublicIncomeEntry extends BusinessRow {
  /** PublicEntryKind */
  @Column("text") kind: string;
  @Column("uuid") feeItemId: string;
  @BelongsTo(() => FeeItem, "fee_item_id", "fk_public_income_entry_item") feeItem: Relation<FeeItem>;
  @Column("date") bookedOn: string;
  /** The month of `bookedOn`, open when it was written. */
  @Column("text") period: string;
  /** Negative in a red entry. */
  @Column("bigint") amountFen: number;
  @Column("text") party: string;
  @Column("text") purpose: string;
  @Column("text", { nullable: true }) referenceNo: string | null;
  @Column("uuid", { nullable: true }) reversalOf: string | null;
  @BelongsTo(() => PublicIncomeEntry, "reversal_of", "fk_public_income_entry_reversal")
  original: Relation<PublicIncomeEntry> | null;
  @Column("uuid") recordedBy: string;
  @Column("text") recordedByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
