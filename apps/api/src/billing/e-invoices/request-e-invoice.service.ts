import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { EInvoiceRequestLineDto, EInvoiceStatus, InvoiceSettingsDto, RequestEInvoiceDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { PersonalData } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { serviceOf } from "../objects/service-of.js";
import { requestHash } from "../receipts/request-hash.js";
import { buyerColumns, refuseLease } from "./buyer-of.js";
import { noteEvent } from "./e-invoice-log.js";
import { EInvoiceLine } from "./e-invoice-line.entity.js";
import { EInvoice } from "./e-invoice.entity.js";
import {
  exceedsReceived,
  invoiceIdReused,
  invoicesOff,
  invoiceState,
  leaseApart,
  lineNotInvoiced,
  severalLeases,
  severalPayers,
} from "./e-invoices.errors.js";
import { invoiceLine, sumsOf } from "./invoice-lines.js";
import { InvoiceSettingsService } from "./settings/invoice-settings.service.js";
import { lineName, lineRefusal, receiptRefusal, receiptsOf, type SettledLine, settledLines } from "./settled-lines.js";

type AskedLine = Pick<EInvoiceRequestLineDto, "receiptId" | "chargeId" | "amountFen">;
type Chosen = { settled: SettledLine & { taxCode: string; taxRate: string }; amountFen: number };

/** Asks for electronic invoices of settled receipt lines (BIL-121, LAW-41). Nothing leaves the house here: a round sends it. */
@Injectable()
export class RequestEInvoiceService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly numbers: NumberSeriesService,
    private readonly personal: PersonalData,
    private readonly settings: InvoiceSettingsService,
  ) {}

  /**
   * Asks once, however often the same id comes.
   * @throws ID_REUSED, EINVOICE_OFF, EINVOICE_LINE, EINVOICE_EXCEEDS, EINVOICE_PAYERS, EINVOICE_LEASE, INVALID_INPUT, NOT_FOUND
   */
  request(actor: Actor, projectId: string, dto: RequestEInvoiceDto): Promise<void> {
    const buyer = buyerColumns(dto.buyer, this.personal);
    refuseDoubled(dto.lines);
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      await lockReceived(tx, projectId, dto.lines);
      const known = await tx.findOneBy(EInvoice, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw invoiceIdReused();
      if (known) return;
      const settings = await this.settings.of(projectId, tx);
      const { adapter, issuerName } = settings;
      if (adapter === "OFF") throw invoicesOff();
      const { payerId, chosen } = await chooseLines(tx, projectId, dto.lines, settings);
      const leases = new Set(chosen.filter(isLease).map(({ settled }) => `${settled.roomId}${serviceOf(settled)}`));
      if (leases.size > 0 && !chosen.every(isLease)) throw leaseApart();
      if (leases.size > 1) throw severalLeases();
      refuseLease(dto.lease, leases.size > 0);

      const lines = chosen.map(({ settled, amountFen }) => invoiceLine(settled, amountFen));
      const sums = sumsOf(lines);
      const row = { projectId, id: dto.id, createdAt: this.clock.now() };
      const requestNo = await this.numbers.draw(tx, projectId, "e-invoice");
      await tx.insert(EInvoice, {
        ...row,
        ...buyer,
        ...sums,
        requestNo,
        status: "PENDING",
        adapter,
        payerId,
        seller: sellerOf(settings),
        issuerName: issuerName!,
        lease: dto.lease ? { ...dto.lease } : null,
        remark: dto.remark ?? null,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        requestHash: hash,
      });
      await tx.insert(
        EInvoiceLine,
        lines.map((line, index) => {
          const { receiptId, chargeId } = chosen[index]!.settled;
          return { ...row, id: newId(), invoiceId: dto.id, receiptId, chargeId, position: index + 1, ...line };
        }),
      );
      const receiptNos = [...new Set(chosen.map(({ settled }) => settled.receiptNo))].join("、");
      const summary = `申请电子发票 ${requestNo}，抬头 ${dto.buyer.name}，${formatFen(sums.amountFen)} 元（收据 ${receiptNos}）`;
      await this.note(tx, actor, { projectId, invoiceId: dto.id, kind: "REQUESTED", action: "request" }, summary);
    });
  }

  /**
   * Sends a failed request again with the same serial; what it needs may have been invoiced or reversed meanwhile.
   * @throws NOT_FOUND, EINVOICE_STATE, EINVOICE_LINE, EINVOICE_EXCEEDS
   */
  retry(actor: Actor, projectId: string, invoiceId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const asked = await tx.findBy(EInvoiceLine, { projectId, invoiceId });
      await lockReceived(tx, projectId, asked);
      const lock = { mode: "pessimistic_write" } as const;
      const invoice = await tx.findOne(EInvoice, { where: { projectId, id: invoiceId }, lock });
      if (!invoice) throw notFound("电子发票");
      if (invoice.status !== "FAILED")
        throw invoiceState(invoice.requestNo, invoice.status as EInvoiceStatus, "重新开具");
      await chooseLines(tx, projectId, asked, await this.settings.of(projectId, tx));
      const attempt = invoice.attempt + 1;
      await tx.update(EInvoice, { projectId, id: invoiceId }, { status: "PENDING", attempt, failReason: null });
      const summary = `电子发票 ${invoice.requestNo} 重新开具（第 ${attempt} 次）`;
      await this.note(tx, actor, { projectId, invoiceId, kind: "RETRIED", action: "retry" }, summary);
    });
  }

  private async note(
    tx: EntityManager,
    actor: Actor,
    {
      projectId,
      invoiceId,
      kind,
      action,
    }: { projectId: string; invoiceId: string; kind: "REQUESTED" | "RETRIED"; action: string },
    summary: string,
  ): Promise<void> {
    await noteEvent(tx, actor, this.clock.now(), { projectId, invoiceId, kind, message: null });
    const entry = { projectId, action: `e-invoice.${action}`, entity: "e-invoice", entityId: invoiceId, summary };
    await this.audit.record(tx, actor, entry);
  }
}

/**
 * Makes everything that concerns what was received queue: the payers, as registering an invoice does, then the charges in the
 * order of their ids, as reversing a receipt does.
 */
async function lockReceived(tx: EntityManager, projectId: string, lines: readonly AskedLine[]): Promise<void> {
  await tx.query(
    `SELECT 1 FROM customer WHERE project_id = $1
        AND id IN (SELECT payer_id FROM receipt WHERE project_id = $1 AND id = ANY ($2)) ORDER BY id FOR NO KEY UPDATE`,
    [projectId, lines.map(({ receiptId }) => receiptId)],
  );
  await tx.query("SELECT 1 FROM charge WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
    projectId,
    lines.map(({ chargeId }) => chargeId),
  ]);
}

async function chooseLines(
  tx: EntityManager,
  projectId: string,
  asked: readonly AskedLine[],
  settings: InvoiceSettingsDto,
): Promise<{ payerId: string; chosen: Chosen[] }> {
  const receiptIds = [...new Set(asked.map(({ receiptId }) => receiptId))];
  const receipts = await receiptsOf(tx, projectId, receiptIds);
  if (receipts.length < receiptIds.length) throw notFound("收据");
  for (const receipt of receipts) {
    const refusal = receiptRefusal(receipt);
    if (refusal) throw lineNotInvoiced(refusal);
  }
  if (new Set(receipts.map(({ payerId }) => payerId)).size > 1) throw severalPayers();
  const settled = await settledLines(tx, projectId, receiptIds);
  const chosen = settled.flatMap((line) => {
    const wanted = asked.find(({ receiptId, chargeId }) => receiptId === line.receiptId && chargeId === line.chargeId);
    return wanted ? [{ line, amountFen: wanted.amountFen }] : [];
  });
  if (chosen.length < asked.length) throw notFound("收据上的应收");
  for (const { line, amountFen } of chosen) {
    const refusal = lineRefusal(line, settings);
    if (refusal) throw lineNotInvoiced(refusal);
    const availableFen = line.receivedFen - line.invoicedFen;
    if (amountFen > availableFen) throw exceedsReceived(lineName(line), availableFen);
  }
  return {
    payerId: receipts[0]!.payerId,
    chosen: chosen.map(({ line, amountFen }) => ({ settled: line as Chosen["settled"], amountFen })),
  };
}

const isLease = ({ settled }: Chosen) => settled.feeItemKind === "LEASE";

function refuseDoubled(lines: readonly AskedLine[]): void {
  const keys = new Set<string>();
  lines.forEach(({ receiptId, chargeId }, index) => {
    const key = `${receiptId} ${chargeId}`;
    if (keys.has(key)) throw new InvalidInput({ [`lines.${index}.chargeId`]: ["同一张收据的同一笔应收填写了两次"] });
    keys.add(key);
  });
}

const sellerOf = (settings: InvoiceSettingsDto) => ({
  name: settings.sellerName!,
  taxNumber: settings.sellerTaxNumber!,
  address: settings.sellerAddress ?? null,
  phone: settings.sellerPhone ?? null,
  bank: settings.sellerBank ?? null,
  account: settings.sellerAccount ?? null,
});
