import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { ProjectRow } from "../../database/project-row.js";
import { EInvoice } from "./e-invoice.entity.js";

/** An answer of a supplier and what became of it. Its id is given when it is picked up, so that it counts once. Append-only. */
@Entity("invoice_answer")
@Index("ix_invoice_answer_fault", ["projectId", "id"], { where: "fault IS NOT NULL" })
@Check("ck_invoice_answer_applied", "fault IS NOT NULL OR invoice_id IS NOT NULL")
export class InvoiceAnswer extends ProjectRow {
  /** Where it came from: the name of the file. */
  @Column("text") source: string;
  /** The request it names, when it is one of ours. */
  @Column("uuid", { nullable: true }) invoiceId: string | null;
  @BelongsTo(() => EInvoice, "invoice_id", "fk_invoice_answer_invoice") invoice: Relation<EInvoice> | null;
  /** Why it changed nothing; null when it was taken. */
  @Column("text", { nullable: true }) fault: string | null;
}
