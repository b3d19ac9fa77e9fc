import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";

/** What a payer has against a charge (争议, BIL-54), until it is settled. */
@Entity("charge_dispute")
@Index("uq_charge_dispute_open", ["projectId", "chargeId"], { unique: true, where: "settled_on IS NULL" })
@Index("ix_charge_dispute_charge", ["projectId", "chargeId", "openedOn"])
@Check(
  "ck_charge_dispute_settled",
  "(settled_on IS NULL) = (outcome IS NULL) AND (settled_on IS NULL OR settled_on >= opened_on)",
)
export class ChargeDispute extends BusinessRow {
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_charge_dispute_charge") charge: Relation<Charge>;
  @Column("text") reason: string;
  @Column("date") openedOn: string;
  @Column("uuid") openedBy: string;
  @Column("text") openedByName: string;
  /** DisputeOutcome */
  @Column("text", { nullable: true }) outcome: string | null;
  @Column("text", { nullable: true }) resolution: string | null;
  @Column("date", { nullable: true }) settledOn: string | null;
  @Column("uuid", { nullable: true }) settledBy: string | null;
  @Column("text", { nullable: true }) settledByName: string | null;
}
