import { Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { EInvoice } from "./e-invoice.entity.js";

/** What happened to an invoice: who, when, and what the supplier said. Append-only. */
@Entity("e_invoice_event")
@Index("ix_e_invoice_event_invoice", ["projectId", "invoiceId", "id"])
export class EInvoiceEvent extends BusinessRow {
  @Column("uuid") invoiceId: string;
  @BelongsTo(() => EInvoice, "invoice_id", "fk_e_invoice_event_invoice") invoice: Relation<EInvoice>;
  /** EInvoiceEventKind */
  @Column("text") kind: string;
  @Column("text", { nullable: true }) message: string | null;
  @Column("uuid") byId: string;
  @Column("text") byName: string;
}
