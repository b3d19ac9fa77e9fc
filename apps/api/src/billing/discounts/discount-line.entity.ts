import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { Receipt } from "../receipts/receipt.entity.js";
import { DiscountScheme } from "./discount-scheme.entity.js";

/**
 * What a scheme gave on a charge with a receipt, or with the run that billed it; a negative amount takes it back. Its entry stands in
 * the charge's ledger. Append-only.
 */
@Entity("discount_line")
@Index("ix_discount_line_scheme", ["projectId", "schemeId"])
@Index("ix_discount_line_charge", ["projectId", "chargeId"])
@Index("ix_discount_line_receipt", ["projectId", "receiptId"])
@Check("ck_discount_line_amount", "amount_fen <> 0")
export class DiscountLine extends BusinessRow {
  @Column("uuid") schemeId: string;
  @BelongsTo(() => DiscountScheme, "scheme_id", "fk_discount_line_scheme") scheme: Relation<DiscountScheme>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_discount_line_charge") charge: Relation<Charge>;
  /** The receipt that carries it, or the red one that takes it back; null for one that a run gave. */
  @Column("uuid", { nullable: true }) receiptId: string | null;
  @BelongsTo(() => Receipt, "receipt_id", "fk_discount_line_receipt") receipt: Relation<Receipt> | null;
  @Column("bigint") amountFen: number;
  /** What was charged to whoever bears it, the same amount (BIL-43); null on a line that takes back. */
  @Column("uuid", { nullable: true }) borneChargeId: string | null;
  @BelongsTo(() => Charge, "borne_charge_id", "fk_discount_line_borne") borneCharge: Relation<Charge> | null;
  @Column("date") bookedOn: string;
}
