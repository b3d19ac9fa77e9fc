import { Check, Column, Entity, Unique } from "typeorm";
import { ProjectRow } from "../../../database/project-row.js";

/** Who sells and who issues a project's electronic invoices: one row, made when it is first set. */
@Entity("invoice_settings")
@Unique("uq_invoice_settings", ["projectId"])
@Check(
  "ck_invoice_settings_seller",
  "adapter = 'OFF' OR (seller_name IS NOT NULL AND seller_tax_number IS NOT NULL AND issuer_name IS NOT NULL)",
)
export class InvoiceSettings extends ProjectRow {
  /** InvoiceAdapter */
  @Column("text") adapter: string;
  @Column("text", { nullable: true }) sellerName: string | null;
  @Column("text", { nullable: true }) sellerTaxNumber: string | null;
  @Column("text", { nullable: true }) sellerAddress: string | null;
  @Column("text", { nullable: true }) sellerPhone: string | null;
  @Column("text", { nullable: true }) sellerBank: string | null;
  @Column("text", { nullable: true }) sellerAccount: string | null;
  @Column("text", { nullable: true }) issuerName: string | null;
  /** Whether what is collected for others is invoiced by us. */
  @Column("boolean") invoiceCollected: boolean;
}
