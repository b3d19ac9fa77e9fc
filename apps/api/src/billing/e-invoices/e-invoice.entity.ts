import type { EInvoiceLeaseDataDto, EInvoiceSellerDto } from "@linli/contracts";
import { Check, Column, Entity, Index, Unique, type Relation } from "typeorm";
import { Customer } from "../../customer/customer.entity.js";
import { BelongsTo } from "../../database/belongs-to.js";
import { BusinessRow } from "../../database/business-row.js";

/**
 * An electronic invoice (数电票) from its request on; never deleted (LAW-42). Its id is chosen by the client and is the
 * serial every attempt goes to the supplier with. Only what the supplier says of it changes later, and where it was sent to is
 * erased with its payer's data (LAW-38).
 */
@Entity("e_invoice")
@Unique("uq_e_invoice_request_no", ["projectId", "requestNo"])
@Index("uq_e_invoice_no", ["projectId", "invoiceNo"], { unique: true, where: "invoice_no IS NOT NULL" })
@Index("ix_e_invoice_created", ["projectId", "createdAt", "id"])
@Index("ix_e_invoice_payer", ["projectId", "payerId", "id"])
@Index("ix_e_invoice_waiting", ["projectId", "id"], { where: "status = 'PENDING'" })
@Check("ck_e_invoice_sum", "amount_fen > 0 AND amount_fen = net_fen + tax_fen AND red_fen BETWEEN 0 AND amount_fen")
@Check(
  "ck_e_invoice_issued",
  "(status IN ('ISSUED', 'REVERSING', 'REVERSED')) = (invoice_no IS NOT NULL) AND (invoice_no IS NULL) = (issued_on IS NULL)",
)
@Check("ck_e_invoice_reversed", "(status = 'REVERSED') = (red_fen = amount_fen)")
export class EInvoice extends BusinessRow {
  @Column("text") requestNo: string;
  /** EInvoiceStatus */
  @Column("text") status: string;
  /** InvoiceAdapter, as the project had chosen it then. */
  @Column("text") adapter: string;
  @Column("uuid") payerId: string;
  @BelongsTo(() => Customer, "payer_id", "fk_e_invoice_payer") payer: Relation<Customer>;
  /** TitleKind */
  @Column("text") buyerKind: string;
  @Column("text") buyerName: string;
  @Column("text", { nullable: true }) buyerTaxNumber: string | null;
  @Column("text", { nullable: true }) buyerAddress: string | null;
  @Column("text", { nullable: true }) buyerPhone: string | null;
  @Column("text", { nullable: true }) buyerBank: string | null;
  @Column("text", { nullable: true }) accountCipher: string | null;
  @Column("text", { nullable: true }) accountMasked: string | null;
  @Column("text", { nullable: true }) emailCipher: string | null;
  @Column("text", { nullable: true }) emailMasked: string | null;
  @Column("text", { nullable: true }) mobileCipher: string | null;
  @Column("text", { nullable: true }) mobileMasked: string | null;
  /** As it was set when the invoice was asked for. */
  @Column("jsonb") seller: EInvoiceSellerDto;
  @Column("text") issuerName: string;
  @Column("jsonb", { nullable: true }) lease: EInvoiceLeaseDataDto | null;
  @Column("text", { nullable: true }) remark: string | null;
  @Column("bigint") netFen: number;
  @Column("bigint") taxFen: number;
  @Column("bigint") amountFen: number;
  /** Reversed by red invoices that were issued. */
  @Column("bigint", { default: 0 }) redFen: number;
  /** From 1; a retry counts on. */
  @Column("int", { default: 1 }) attempt: number;
  @Column("text", { nullable: true }) failReason: string | null;
  @Column("text", { nullable: true }) invoiceNo: string | null;
  @Column("date", { nullable: true }) issuedOn: string | null;
  @Column("text", { nullable: true }) pdfUrl: string | null;
  @Column("text", { nullable: true }) ofdUrl: string | null;
  @Column("text", { nullable: true }) xmlUrl: string | null;
  @Column("uuid") requestedBy: string;
  @Column("text") requestedByName: string;
  /** Hash of the request: the same id with another body is refused. */
  @Column("text") requestHash: string;
}
