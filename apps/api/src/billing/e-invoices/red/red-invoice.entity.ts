import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import { BelongsTo } from "../../../database/belongs-to.js";
import { BusinessRow } from "../../../database/business-row.js";
import { EInvoice } from "../e-invoice.entity.js";
import { EInvoiceLine } from "../e-invoice-line.entity.js";

/** A red invoice (红字发票) by a red confirmation, of the whole or a part; one at a time per invoice. Amounts are positive. */
@Entity("red_invoice")
@Index("uq_red_invoice_open", ["projectId", "invoiceId"], { unique: true, where: "status IN ('PENDING', 'ISSUING')" })
@Index("uq_red_invoice_no", ["projectId", "invoiceNo"], { unique: true, where: "invoice_no IS NOT NULL" })
@Index("ix_red_invoice_invoice", ["projectId", "invoiceId", "id"])
@Index("ix_red_invoice_waiting", ["projectId", "id"], { where: "status = 'PENDING'" })
@Check("ck_red_invoice_sum", "amount_fen > 0 AND amount_fen = net_fen + tax_fen")
@Check(
  "ck_red_invoice_issued",
  "(status = 'ISSUED') = (invoice_no IS NOT NULL) AND (invoice_no IS NULL) = (issued_on IS NULL)",
)
export class RedInvoice extends BusinessRow {
  @Column("uuid") invoiceId: string;
  @BelongsTo(() => EInvoice, "invoice_id", "fk_red_invoice_invoice") invoice: Relation<EInvoice>;
  /** RedInvoiceStatus */
  @Column("text") status: string;
  /** RedInvoiceReason */
  @Column("text") reason: string;
  @Column("text") explanation: string;
  @Column("bigint") netFen: number;
  @Column("bigint") taxFen: number;
  @Column("bigint") amountFen: number;
  @Column("int", { default: 1 }) attempt: number;
  @Column("text", { nullable: true }) failReason: string | null;
  /** 红字确认单编号 */
  @Column("text", { nullable: true }) confirmationNo: string | null;
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

/** How much of a line a red invoice reverses. Append-only. */
@Entity("red_invoice_line")
@Unique("uq_red_invoice_line", ["projectId", "redId", "lineId"])
@Index("ix_red_invoice_line_line", ["projectId", "lineId"])
@Check("ck_red_invoice_line_sum", "amount_fen > 0 AND amount_fen = net_fen + tax_fen")
export class RedInvoiceLine extends BusinessRow {
  @Column("uuid") redId: string;
  @BelongsTo(() => RedInvoice, "red_id", "fk_red_invoice_line_red") red: Relation<RedInvoice>;
  @Column("uuid") lineId: string;
  @BelongsTo(() => EInvoiceLine, "line_id", "fk_red_invoice_line_line") line: Relation<EInvoiceLine>;
  @Column("bigint") netFen: number;
  @Column("bigint") taxFen: number;
  @Column("bigint") amountFen: number;
}
