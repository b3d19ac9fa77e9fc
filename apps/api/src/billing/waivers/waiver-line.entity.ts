import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { Waiver } from "./waiver.entity.js";

/**
 * What is waived of one charge. Append-only but for the charge of whoever bears it: where a bill was recalculated the waiver
 * is taken off it with a negative line and goes on in lines of the bills in its place (BIL-13); what stands of a waiver on a
 * charge is the sum.
 */
@Entity("waiver_line")
@Index("ix_waiver_line_waiver", ["projectId", "waiverId"])
@Index("ix_waiver_line_charge", ["projectId", "chargeId"])
@Check("ck_waiver_line_amount", "amount_fen <> 0")
export class WaiverLine extends BusinessRow {
  @Column("uuid") waiverId: string;
  @BelongsTo(() => Waiver, "waiver_id", "fk_waiver_line_waiver") waiver: Relation<Waiver>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_waiver_line_charge") charge: Relation<Charge>;
  @Column("bigint") amountFen: number;
  /** What was charged to whoever bears it, the same amount (BIL-43). */
  @Column("uuid", { nullable: true }) borneChargeId: string | null;
  @BelongsTo(() => Charge, "borne_charge_id", "fk_waiver_line_borne") borneCharge: Relation<Charge> | null;
}
