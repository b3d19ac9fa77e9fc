import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type EInvoiceStatus, redInvoiceReasonLabels, type RequestRedInvoiceDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { formatFen } from "../../../common/money.js";
import { notFound } from "../../../common/rule-violation.js";
import { requestHash } from "../../receipts/request-hash.js";
import { noteEvent } from "../e-invoice-log.js";
import { EInvoice } from "../e-invoice.entity.js";
import { invoiceState, redIdReused, redNotFailed } from "../e-invoices.errors.js";
import { sumsOf } from "../invoice-lines.js";
import { RedInvoice, RedInvoiceLine } from "./red-invoice.entity.js";
import { redLines, restOf } from "./red-lines.js";

/** Asks for red invoices by a red confirmation (红字确认单, BIL-121, BIL-123): of the whole or a part, one at a time. */
@Injectable()
export class RequestRedInvoiceService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Asks once, however often the same id comes. @throws NOT_FOUND, ID_REUSED, EINVOICE_STATE, EINVOICE_RED_EXCEEDS, INVALID_INPUT */
  request(actor: Actor, projectId: string, invoiceId: string, dto: RequestRedInvoiceDto): Promise<void> {
    const hash = requestHash({ invoiceId, ...dto });
    return this.db.transaction(async (tx) => {
      const invoice = await lockInvoice(tx, projectId, invoiceId);
      const known = await tx.findOneBy(RedInvoice, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw redIdReused();
      if (known) return;
      if (invoice.status !== "ISSUED") throw invoiceState(invoice.requestNo, invoice.status as EInvoiceStatus, "红冲");
      const lines = redLines(await restOf(tx, projectId, invoiceId), dto.lines);
      const row = { projectId, createdAt: this.clock.now() };
      const sums = sumsOf(lines);
      await tx.insert(RedInvoice, {
        ...row,
        ...sums,
        id: dto.id,
        invoiceId,
        status: "PENDING",
        reason: dto.reason,
        explanation: dto.explanation,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        requestHash: hash,
      });
      await tx.insert(
        RedInvoiceLine,
        lines.map(({ lineId, netFen, taxFen, amountFen }) => ({
          ...row,
          id: newId(),
          redId: dto.id,
          lineId,
          netFen,
          taxFen,
          amountFen,
        })),
      );
      await tx.update(EInvoice, { projectId, id: invoiceId }, { status: "REVERSING" });
      const what = `红冲电子发票 ${invoice.invoiceNo} ${formatFen(sums.amountFen)} 元，${redInvoiceReasonLabels[dto.reason]}：${dto.explanation}`;
      await this.note(tx, actor, { projectId, invoiceId, kind: "RED_REQUESTED", action: "request-red" }, what);
    });
  }

  /** Sends a failed red request again with the same serial. @throws NOT_FOUND, EINVOICE_STATE, EINVOICE_RED_EXCEEDS */
  retry(actor: Actor, projectId: string, invoiceId: string, redId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const invoice = await lockInvoice(tx, projectId, invoiceId);
      const red = await tx.findOneBy(RedInvoice, { projectId, id: redId, invoiceId });
      if (!red) throw notFound("红字发票");
      if (red.status !== "FAILED") throw redNotFailed();
      if (invoice.status !== "ISSUED") throw invoiceState(invoice.requestNo, invoice.status as EInvoiceStatus, "红冲");
      redLines(await restOf(tx, projectId, invoiceId), await tx.findBy(RedInvoiceLine, { projectId, redId }));
      const attempt = red.attempt + 1;
      await tx.update(RedInvoice, { projectId, id: redId }, { status: "PENDING", attempt, failReason: null });
      await tx.update(EInvoice, { projectId, id: invoiceId }, { status: "REVERSING" });
      const what = `重新办理红冲电子发票 ${invoice.invoiceNo}（第 ${attempt} 次）`;
      await this.note(tx, actor, { projectId, invoiceId, kind: "RED_RETRIED", action: "retry" }, what);
    });
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    at: { projectId: string; invoiceId: string; kind: "RED_REQUESTED" | "RED_RETRIED"; action: string },
    summary: string,
  ): Promise<void> {
    const { projectId, invoiceId, kind, action } = at;
    await noteEvent(tx, actor, this.clock.now(), { projectId, invoiceId, kind, message: summary });
    const entry = { projectId, action: `e-invoice.${action}`, entity: "e-invoice", entityId: invoiceId, summary };
    await this.audit.record(tx, actor, entry);
  }
}

async function lockInvoice(tx: EntityManager, projectId: string, id: string): Promise<EInvoice> {
  const invoice = await tx.findOne(EInvoice, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!invoice) throw notFound("电子发票");
  return invoice;
}
