import { adjustmentSourceLabels } from "@linli/contracts";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "./charge.entity.js";

/** What happened to a charge. Append-only; undo is a further entry of the opposite sign. */
@Entity("charge_entry")
@Index("ix_charge_entry_charge", ["projectId", "chargeId", "id"])
@Index("ix_charge_entry_receipt", ["projectId", "receiptId"])
@Index("ix_charge_entry_period", ["projectId", "period"])
// what bills written anew gave back to prepayments, of some days
@Index("ix_charge_entry_given_back", ["projectId", "bookedOn"], { where: "kind = 'OFFSET' AND receipt_id IS NULL" })
// what was taken back or adjusted is little of a ledger
@Index("ix_charge_entry_taken_back", ["projectId", "period"], { where: "source IS NOT NULL" })
@Check("ck_charge_entry_amount", "amount_fen <> 0")
@Check("ck_charge_entry_sourced", "(source IS NOT NULL) = (kind IN ('REVERSAL', 'ADJUSTMENT'))")
@Check(
  "ck_charge_entry_source",
  `source IN (${Object.keys(adjustmentSourceLabels)
    .map((source) => `'${source}'`)
    .join(", ")})`,
)
export class ChargeEntry extends BusinessRow {
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_charge_entry_charge") charge: Relation<Charge>;
  /** ChargeEntryKind */
  @Column("text") kind: string;
  /** Effect on what is owed: a receipt of 100.00 yuan is −10000. */
  @Column("bigint") amountFen: number;
  /** Booking day, in an open month. */
  @Column("date") bookedOn: string;
  /** Booking month, YYYY-MM. */
  @Column("text") period: string;
  /** The receipt (or red receipt) this comes from. */
  @Column("uuid", { nullable: true }) receiptId: string | null;
  /** AdjustmentSource: what took back or adjusted; null of entries of every other kind. */
  @Column("text", { nullable: true }) source: string | null;
  @Column("text", { nullable: true }) reason: string | null;
  @Column("uuid") createdBy: string;
}
