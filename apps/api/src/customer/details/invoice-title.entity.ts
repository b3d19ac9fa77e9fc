import { Check, Column, Entity, Index, type Relation } from "typeorm";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";
import { Customer } from "../customer.entity.js";

/** Whom a customer's invoices are made out to (抬头); the bank account is encrypted (LAW-31). */
@Entity("customer_invoice_title")
@Index("ix_customer_invoice_title_customer", ["projectId", "customerId"])
@Index("uq_customer_invoice_title_default", ["projectId", "customerId"], { unique: true, where: "is_default" })
@Check("ck_customer_invoice_title_account", "(account_cipher IS NULL) = (account_masked IS NULL)")
export class InvoiceTitle extends BusinessRow {
  @Column("uuid") customerId: string;
  @BelongsTo(() => Customer, "customer_id", "fk_customer_invoice_title_customer") customer: Relation<Customer>;
  /** TitleKind */
  @Column("text") kind: string;
  @Column("text") title: string;
  @Column("text", { nullable: true }) taxNumber: string | null;
  @Column("text", { nullable: true }) address: string | null;
  @Column("text", { nullable: true }) phone: string | null;
  @Column("text", { nullable: true }) bank: string | null;
  /** AES-256-GCM, `keyId:iv:tag:ciphertext`. */
  @Column("text", { nullable: true }) accountCipher: string | null;
  /** The last four digits. */
  @Column("text", { nullable: true }) accountMasked: string | null;
  @Column("boolean") isDefault: boolean;
}
