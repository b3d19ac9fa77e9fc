import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MarkInvoicedDto, MarkInvoiceReversedDto, ReceiptInvoiceDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { ReceiptInvoice } from "./receipt-invoice.entity.js";
import { refuseEInvoiced } from "./standing-invoices.js";

const noInvoiceForRed = () => new RuleViolation("RECEIPT_NOT_VALID", "已红冲、作废的收据和红字收据不能登记发票");
const copyStillOut = (receiptNo: string) =>
  new RuleViolation(
    "COPY_NOT_RETURNED",
    `收据 ${receiptNo} 已打印交给客户，同一笔款不能既有收据又有发票：换开发票前请收回客户联，并勾选“客户联已收回”`,
  );
const nothingToReverse = () => new RuleViolation("INVOICE_NONE", "这张收据没有有效的发票", HttpStatus.CONFLICT);

/** Notes which receipts were exchanged for invoices that were issued elsewhere (BIL-123). */
@Injectable()
export class InvoiceMarks {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Invoices of a receipt, the latest first. */
  of(projectId: string, receiptId: string): Promise<ReceiptInvoiceDto[]> {
    return this.db.query(
      `SELECT invoice_no AS "invoiceNo", marked_by_name AS "markedByName", red_invoice_no AS "redInvoiceNo"
         FROM receipt_invoice WHERE project_id = $1 AND receipt_id = $2 ORDER BY id DESC`,
      [projectId, receiptId],
    );
  }

  /**
   * @throws RECEIPT_NOT_VALID, ALREADY_EXISTS (an invoice stands), INVOICE_STANDS (an electronic one), COPY_NOT_RETURNED,
   * NOT_FOUND
   */
  mark(actor: Actor, projectId: string, receiptId: string, dto: MarkInvoicedDto): Promise<void> {
    const { invoiceNo, copyReturned } = dto;
    return this.db.transaction(async (tx) => {
      await refuseReversed(tx, projectId, receiptId);
      await refuseEInvoiced(tx, projectId, [receiptId]);
      if (!copyReturned) await refusePrinted(tx, projectId, receiptId);
      const by = { markedBy: actor.userId, markedByName: actor.name, createdAt: this.clock.now() };
      await tx.insert(ReceiptInvoice, { projectId, id: newId(), receiptId, invoiceNo, redInvoiceNo: null, ...by });
      await this.record(
        tx,
        actor,
        projectId,
        receiptId,
        `登记发票 ${invoiceNo}${copyReturned ? "，收据客户联已收回" : ""}`,
      );
    });
  }

  /** @throws INVOICE_NONE */
  reverse(actor: Actor, projectId: string, receiptId: string, { redInvoiceNo }: MarkInvoiceReversedDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [rows] = await tx.query<[{ no: string }[], number]>(
        `UPDATE receipt_invoice SET red_invoice_no = $3 WHERE project_id = $1 AND receipt_id = $2 AND red_invoice_no IS NULL
         RETURNING invoice_no AS no`,
        [projectId, receiptId, redInvoiceNo],
      );
      if (!rows[0]) throw nothingToReverse();
      await this.record(tx, actor, projectId, receiptId, `发票 ${rows[0].no} 已由红字发票 ${redInvoiceNo} 冲销`);
    });
  }

  private record(tx: EntityManager, actor: Actor, projectId: string, receiptId: string, summary: string) {
    const entry = { projectId, action: "receipt.invoice", entity: "receipt", entityId: receiptId, summary };
    return this.audit.record(tx, actor, entry);
  }
}

/** The printed copy would be a second document of the same money (BIL-123). @throws COPY_NOT_RETURNED */
async function refusePrinted(tx: EntityManager, projectId: string, receiptId: string): Promise<void> {
  const [printed] = await tx.query<{ no: string }[]>(
    `SELECT r.receipt_no AS no FROM receipt r
      WHERE r.project_id = $1 AND r.id = $2
        AND EXISTS (SELECT 1 FROM receipt_print p WHERE p.project_id = r.project_id AND p.receipt_id = r.id)`,
    [projectId, receiptId],
  );
  if (printed) throw copyStillOut(printed.no);
}

/** Locks the payer, as reversals and refunds do. */
async function refuseReversed(tx: EntityManager, projectId: string, receiptId: string): Promise<void> {
  const [receipt] = await tx.query<{ payer_id: string; reversal_of: string | null }[]>(
    "SELECT payer_id, reversal_of FROM receipt WHERE project_id = $1 AND id = $2",
    [projectId, receiptId],
  );
  if (!receipt) throw notFound("收据");
  if (receipt.reversal_of) throw noInvoiceForRed();
  await tx.query("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [
    projectId,
    receipt.payer_id,
  ]);
  const [red] = await tx.query<object[]>("SELECT 1 FROM receipt WHERE project_id = $1 AND reversal_of = $2", [
    projectId,
    receiptId,
  ]);
  if (red) throw noInvoiceForRed();
}
