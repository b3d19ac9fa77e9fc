import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { EInvoiceEventKind } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { idOfTradeNo } from "../../online/trade-no.js";
import { projectToday } from "../../../property/project-today.js";
import { noteEvent } from "../e-invoice-log.js";
import { EInvoice } from "../e-invoice.entity.js";
import { InvoiceAnswer } from "../invoice-answer.entity.js";
import type { PortAnswer, PortResult } from "../port/invoice-port.js";
import { RedInvoice } from "../red/red-invoice.entity.js";
import { resultFault } from "./result-fault.js";

/** What an answer did. */
export type Taken = "APPLIED" | "FAULT" | "KNOWN";

interface Outcome {
  invoiceId: string | null;
  fault: string | null;
}

/** Books what suppliers say of requests. An answer that is wrong, or about nothing that waits, is kept as a fault and changes nothing. */
@Injectable()
export class TakeAnswerService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Takes an answer once: answer, states, event and log in one transaction. */
  take(actor: Actor, projectId: string, { id, source, result }: PortAnswer): Promise<Taken> {
    return this.db.transaction(async (tx) => {
      // two processes with the same answer queue here, whatever it names
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 21))", [`${projectId}/${id}`]);
      if (await tx.existsBy(InvoiceAnswer, { projectId, id })) return "KNOWN";
      const outcome =
        "fault" in result ? { invoiceId: null, fault: result.fault } : await this.apply(tx, actor, projectId, result);
      await tx.insert(InvoiceAnswer, { projectId, id, createdAt: this.clock.now(), source, ...outcome });
      return outcome.fault === null ? "APPLIED" : "FAULT";
    });
  }

  private async apply(tx: EntityManager, actor: Actor, projectId: string, result: PortResult): Promise<Outcome> {
    const id = idOfTradeNo(result.serial);
    if (!id) return unknown(result);
    const red = result.kind === "RED" ? await tx.findOneBy(RedInvoice, { projectId, id }) : null;
    if (result.kind === "RED" && !red) return unknown(result);
    const lock = { mode: "pessimistic_write" } as const;
    const invoice = await tx.findOne(EInvoice, { where: { projectId, id: red?.invoiceId ?? id }, lock });
    if (!invoice) return unknown(result);
    const subject = red ? await tx.findOneByOrFail(RedInvoice, { projectId, id }) : invoice;
    const today = await projectToday(tx, this.clock, projectId);
    const fault =
      resultFault(result, subject, { requestNo: invoice.requestNo, today }) ?? (await takenNo(tx, projectId, result));
    if (fault) return { invoiceId: invoice.id, fault };
    if (red) await this.bookRed(tx, actor, invoice, { id: red.id, amountFen: red.amountFen }, result);
    else await this.book(tx, actor, invoice, result);
    return { invoiceId: invoice.id, fault: null };
  }

  private async book(tx: EntityManager, actor: Actor, invoice: EInvoice, result: PortResult): Promise<void> {
    const { projectId, id, requestNo } = invoice;
    await tx.update(EInvoice, { projectId, id }, resultColumns(result));
    const said =
      result.state === "ISSUED"
        ? `电子发票 ${requestNo} 开具成功，发票号码 ${result.invoiceNo}，开票日期 ${result.issuedOn}`
        : `电子发票 ${requestNo} 开具失败：${result.reason}`;
    await this.note(tx, actor, invoice, result.state, said);
  }

  private async bookRed(
    tx: EntityManager,
    actor: Actor,
    invoice: EInvoice,
    red: { id: string; amountFen: number },
    result: PortResult,
  ): Promise<void> {
    const { projectId } = invoice;
    const confirmationNo = result.state === "ISSUED" ? result.confirmationNo : null;
    await tx.update(RedInvoice, { projectId, id: red.id }, { ...resultColumns(result), confirmationNo });
    const redFen = invoice.redFen + (result.state === "ISSUED" ? red.amountFen : 0);
    const status = redFen === invoice.amountFen ? "REVERSED" : "ISSUED";
    await tx.update(EInvoice, { projectId, id: invoice.id }, { status, redFen });
    const said =
      result.state === "ISSUED"
        ? `电子发票 ${invoice.invoiceNo} 已由红字发票 ${result.invoiceNo} 红冲，红字确认单 ${result.confirmationNo}`
        : `电子发票 ${invoice.invoiceNo} 红冲失败：${result.reason}`;
    await this.note(tx, actor, invoice, `RED_${result.state}`, said);
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: EInvoice,
    kind: EInvoiceEventKind,
    summary: string,
  ) {
    await noteEvent(tx, actor, this.clock.now(), { projectId, invoiceId: id, kind, message: summary });
    const entry = { projectId, action: "e-invoice.receive", entity: "e-invoice", entityId: id, summary };
    await this.audit.record(tx, actor, entry);
  }
}

const unknown = ({ kind, serial }: PortResult): Outcome => ({
  invoiceId: null,
  fault: `流水号 ${serial} 不是本管理区的${kind === "RED" ? "红冲" : "开票"}申请`,
});

function resultColumns(result: PortResult) {
  if (result.state === "FAILED") return { status: "FAILED", failReason: result.reason };
  const { invoiceNo, issuedOn, pdfUrl, ofdUrl, xmlUrl } = result;
  return { status: "ISSUED", invoiceNo, issuedOn, pdfUrl, ofdUrl, xmlUrl };
}

/** A number that stands on another invoice, blue or red, cannot be that of this one. */
async function takenNo(tx: EntityManager, projectId: string, result: PortResult): Promise<string | null> {
  if (result.state === "FAILED") return null;
  // two results with the same number queue here
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 22))", [`${projectId}/${result.invoiceNo}`]);
  const [taken] = await tx.query<{ requestNo: string }[]>(
    `SELECT v.request_no AS "requestNo" FROM e_invoice v WHERE v.project_id = $1 AND v.invoice_no = $2
     UNION ALL
     SELECT v.request_no FROM red_invoice d JOIN e_invoice v ON v.project_id = d.project_id AND v.id = d.invoice_id
      WHERE d.project_id = $1 AND d.invoice_no = $2 LIMIT 1`,
    [projectId, result.invoiceNo],
  );
  return taken ? `发票号码 ${result.invoiceNo} 已登记在开票申请 ${taken.requestNo} 上` : null;
}
