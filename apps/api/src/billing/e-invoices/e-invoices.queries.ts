import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  EInvoiceDetailDto,
  EInvoiceDto,
  EInvoiceEventDto,
  EInvoiceFaultDto,
  EInvoiceFaultPageDto,
  EInvoiceFaultQueryDto,
  EInvoiceLineDto,
  EInvoicePageDto,
  EInvoiceQueryDto,
  EInvoiceTotalsDto,
  InvoiceableReceiptDto,
  RedInvoiceDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { tradeNoOf } from "../online/trade-no.js";
import { lineRefusal, receiptRefusal, receiptsOf, settledLines } from "./settled-lines.js";
import { InvoiceSettingsService } from "./settings/invoice-settings.service.js";

type Row = Omit<EInvoiceDto, "createdAt"> & { createdAt: Date };
type DetailRow = Row & Omit<EInvoiceDetailDto, keyof EInvoiceDto | "serial" | "lines" | "reds" | "events">;

const COLUMNS = `v.id, v.request_no AS "requestNo", v.status, k.id AS "payerId", k.name AS "payerName", v.buyer_kind AS "buyerKind",
  v.buyer_name AS "buyerName", v.invoice_no AS "invoiceNo", v.issued_on AS "issuedOn", v.net_fen AS "netFen", v.tax_fen AS "taxFen",
  v.amount_fen AS "amountFen", v.red_fen AS "redFen", v.fail_reason AS "failReason", v.requested_by_name AS "requestedByName",
  v.created_at AS "createdAt",
  (SELECT json_agg(json_build_object('id', r.id, 'receiptNo', r.receipt_no) ORDER BY r.receipt_no) FROM receipt r
    WHERE r.project_id = v.project_id
      AND r.id IN (SELECT l.receipt_id FROM e_invoice_line l WHERE l.project_id = v.project_id AND l.invoice_id = v.id)) AS receipts`;
const FROM = `FROM e_invoice v ${joinSurvivor("k", "v.project_id", "v.payer_id")}`;
const MORE = `v.adapter, v.attempt, v.buyer_tax_number AS "buyerTaxNumber", v.buyer_address AS "buyerAddress",
  v.buyer_phone AS "buyerPhone", v.buyer_bank AS "buyerBank", v.account_masked AS "buyerAccountMasked", v.email_masked AS "emailMasked",
  v.mobile_masked AS "mobileMasked", v.seller, v.issuer_name AS "issuerName", v.lease, v.remark,
  v.pdf_url AS "pdfUrl", v.ofd_url AS "ofdUrl", v.xml_url AS "xmlUrl"`;
const OF_RECEIPT = `EXISTS (SELECT 1 FROM e_invoice_line l JOIN receipt r ON r.project_id = l.project_id AND r.id = l.receipt_id
  WHERE l.project_id = v.project_id AND l.invoice_id = v.id AND `;

/** Reads electronic invoices. */
@Injectable()
export class EInvoicesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly settings: InvoiceSettingsService,
  ) {}

  /** Invoices, the latest request first. */
  async page(projectId: string, query: EInvoiceQueryDto): Promise<EInvoicePageDto> {
    const { pageSize = 20 } = query;
    const where = filter(projectId, query);
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(v.created_at, v.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY v.created_at DESC, v.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toEInvoiceDto, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** What the invoices of a filter come to. */
  async totals(projectId: string, query: EInvoiceQueryDto): Promise<EInvoiceTotalsDto> {
    const where = filter(projectId, query).add("v.status <> ?", "FAILED");
    const [row] = await this.db.query<EInvoiceTotalsDto[]>(
      `SELECT count(*)::int AS count, coalesce(sum(v.net_fen), 0)::bigint AS "netFen", coalesce(sum(v.tax_fen), 0)::bigint AS "taxFen",
              coalesce(sum(v.amount_fen), 0)::bigint AS "amountFen", coalesce(sum(v.red_fen), 0)::bigint AS "redFen",
              coalesce(sum(v.amount_fen - v.red_fen), 0)::bigint AS "standingFen" ${FROM} ${where.toString()}`,
      where.params,
    );
    return row!;
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<EInvoiceDetailDto> {
    const params = [projectId, id];
    const [[row], lines, reds, events] = await Promise.all([
      this.db.query<DetailRow[]>(`SELECT ${COLUMNS}, ${MORE} ${FROM} WHERE v.project_id = $1 AND v.id = $2`, params),
      this.db.query<EInvoiceLineDto[]>(LINES, params),
      this.db.query<(Omit<RedInvoiceDto, "createdAt"> & { createdAt: Date })[]>(REDS, params),
      this.db.query<(Omit<EInvoiceEventDto, "at"> & { at: Date })[]>(
        `SELECT id, kind, message, by_name AS "byName", created_at AS at FROM e_invoice_event
          WHERE project_id = $1 AND invoice_id = $2 ORDER BY id`,
        params,
      ),
    ]);
    if (!row) throw notFound("电子发票");
    return {
      ...toEInvoiceDto(row),
      serial: tradeNoOf(row.id),
      lines,
      reds: reds.map(({ createdAt, ...red }) => ({ ...red, createdAt: createdAt.toISOString() })),
      events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    };
  }

  /** What of a receipt can be invoiced, and why not the rest. @throws NOT_FOUND */
  async invoiceable(projectId: string, receiptId: string): Promise<InvoiceableReceiptDto> {
    const [receipt] = await receiptsOf(this.db.manager, projectId, [receiptId]);
    if (!receipt) throw notFound("收据");
    const settings = await this.settings.of(projectId);
    const lines = await settledLines(this.db.manager, projectId, [receiptId]);
    const off = settings.adapter === "OFF" ? "本管理区没有启用电子发票" : null;
    return {
      receiptNo: receipt.receiptNo,
      payerId: receipt.payerId,
      payerName: receipt.payerName,
      refusal: off ?? receiptRefusal(receipt),
      prepaymentFen: Math.max(receipt.prepaymentFen, 0),
      lines: lines.map((line) => ({
        chargeId: line.chargeId,
        roomCode: line.roomCode,
        feeItemName: line.objectLabel === null ? line.feeItemName : `${line.feeItemName}（${line.objectLabel}）`,
        period: line.period,
        serviceFrom: line.serviceFrom,
        serviceTo: line.serviceTo,
        receivedFen: line.receivedFen,
        invoicedFen: line.invoicedFen,
        availableFen: Math.max(line.receivedFen - line.invoicedFen, 0),
        taxCode: line.taxCode,
        taxRate: line.taxRate,
        lease: line.feeItemKind === "LEASE",
        refusal: lineRefusal(line, settings),
      })),
    };
  }

  /** Answers of suppliers that changed nothing, the latest first. */
  async faults(projectId: string, { cursor, pageSize = 20 }: EInvoiceFaultQueryDto): Promise<EInvoiceFaultPageDto> {
    const where = new Where().add("a.project_id = ?", projectId).add("a.id < ?::uuid", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<(Omit<EInvoiceFaultDto, "at"> & { at: Date })[]>(
      `SELECT a.id, a.source AS "fileName", a.fault AS message, a.invoice_id AS "invoiceId", v.request_no AS "requestNo", a.created_at AS at
         FROM invoice_answer a LEFT JOIN e_invoice v ON v.project_id = a.project_id AND v.id = a.invoice_id
         ${where.toString()} AND a.fault IS NOT NULL ORDER BY a.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      ({ at, ...row }) => ({ ...row, at: at.toISOString() }),
      ({ id }) => [id],
    );
  }
}

function filter(projectId: string, query: EInvoiceQueryDto): Where {
  const pattern = containing(query.q);
  return new Where()
    .add("v.project_id = ?", projectId)
    .add("v.status = ?", query.status)
    .add(
      "v.created_at >= (?::date)::timestamp AT TIME ZONE (SELECT time_zone FROM project WHERE id = ?)",
      query.from,
      projectId,
    )
    .add(
      "v.created_at < (?::date + 1)::timestamp AT TIME ZONE (SELECT time_zone FROM project WHERE id = ?)",
      query.to,
      projectId,
    )
    .add(`v.payer_id IN ${idsOf("?", "?")}`, query.payerId && projectId, query.payerId, query.payerId)
    .add(`${OF_RECEIPT} r.id = ?)`, query.receiptId)
    .add(
      `(v.request_no ILIKE ? OR v.invoice_no ILIKE ? OR v.buyer_name ILIKE ? OR k.name ILIKE ? OR ${OF_RECEIPT} r.receipt_no ILIKE ?))`,
      pattern,
      pattern,
      pattern,
      pattern,
      pattern,
    );
}

/** $1 project, $2 invoice. */
const LINES = `
  SELECT l.id, l.receipt_id AS "receiptId", r.receipt_no AS "receiptNo", l.charge_id AS "chargeId", l.item_name AS "itemName",
         l.tax_code AS "taxCode", l.spec, l.unit, trim_scale(l.quantity)::text AS quantity, trim_scale(l.price)::text AS price,
         trim_scale(l.tax_rate)::text AS "taxRate", l.net_fen AS "netFen", l.tax_fen AS "taxFen", l.amount_fen AS "amountFen",
         coalesce((SELECT sum(x.amount_fen) FROM red_invoice_line x
                     JOIN red_invoice d ON d.project_id = x.project_id AND d.id = x.red_id AND d.status = 'ISSUED'
                    WHERE x.project_id = l.project_id AND x.line_id = l.id), 0)::bigint AS "redFen"
    FROM e_invoice_line l JOIN receipt r ON r.project_id = l.project_id AND r.id = l.receipt_id
   WHERE l.project_id = $1 AND l.invoice_id = $2 ORDER BY l.position`;

/** $1 project, $2 invoice. */
const REDS = `
  SELECT id, status, reason, explanation, confirmation_no AS "confirmationNo", invoice_no AS "invoiceNo", issued_on AS "issuedOn",
         net_fen AS "netFen", tax_fen AS "taxFen", amount_fen AS "amountFen", attempt, fail_reason AS "failReason", pdf_url AS "pdfUrl",
         ofd_url AS "ofdUrl", xml_url AS "xmlUrl", requested_by_name AS "requestedByName", created_at AS "createdAt"
    FROM red_invoice WHERE project_id = $1 AND invoice_id = $2 ORDER BY id`;

const toEInvoiceDto = <Invoice extends Row>(row: Invoice) => ({ ...row, createdAt: row.createdAt.toISOString() });
