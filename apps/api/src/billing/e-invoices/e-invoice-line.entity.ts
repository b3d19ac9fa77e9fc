import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Charge } from "../charges/charge.entity.js";
import { Receipt } from "../receipts/receipt.entity.js";
import { EInvoice } from "./e-invoice.entity.js";

/** What of a receipt's line stands on an invoice. Append-only. */
@Entity("e_invoice_line")
@Unique("uq_e_invoice_line", ["projectId", "invoiceId", "receiptId", "chargeId"])
@Index("ix_e_invoice_line_receipt", ["projectId", "receiptId", "chargeId"])
@Check("ck_e_invoice_line_sum", "amount_fen > 0 AND amount_fen = net_fen + tax_fen")
export class EInvoiceLine extends BusinessRow {
  @Column("uuid") invoiceId: string;
  @BelongsTo(() => EInvoice, "invoice_id", "fk_e_invoice_line_invoice") invoice: Relation<EInvoice>;
  @Column("uuid") receiptId: string;
  @BelongsTo(() => Receipt, "receipt_id", "fk_e_invoice_line_receipt") receipt: Relation<Receipt>;
  @Column("uuid") chargeId: string;
  @BelongsTo(() => Charge, "charge_id", "fk_e_invoice_line_charge") charge: Relation<Charge>;
  /** From 1, in the order of the invoice. */
  @Column("int") position: number;
  @Column("text") itemName: string;
  @Column("text") taxCode: string;
  @Column("text") spec: string;
  @Column("text") unit: string;
  @Column("numeric", { precision: 20, scale: 4 }) quantity: string;
  /** Yuan without tax per unit. */
  @Column("numeric", { precision: 24, scale: 8 }) price: string;
  /** Per cent. */
  @Column("numeric", { precision: 5, scale: 2 }) taxRate: string;
  @Column("bigint") netFen: number;
  @Column("bigint") taxFen: number;
  @Column("bigint") amountFen: number;
}
