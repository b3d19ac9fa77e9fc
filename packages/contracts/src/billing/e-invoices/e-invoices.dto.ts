import { Choice, DateOnly, Id, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import type { TitleKind } from "../../customer/details.enums.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type EInvoiceEventKind,
  type EInvoiceStatus,
  eInvoiceStatusLabels,
  type InvoiceAdapter,
  type LeaseAreaUnit,
  type RedInvoiceReason,
  type RedInvoiceStatus,
} from "./e-invoices.enums.js";

export class EInvoicePath extends ProjectPath {
  @Id("电子发票") invoiceId: string;
}

export class RedInvoicePath extends EInvoicePath {
  @Id("红字发票") redId: string;
}

/** Lists electronic invoices, the latest request first; totals take no notice of the stretch. */
export class EInvoiceQueryDto extends CursorQueryDto {
  /** Part of the request's number, the invoice number, the buyer's or payer's name, or a receipt number. */
  @Text("关键字", { optional: true, max: 64 }) q?: string;
  @Choice("状态", eInvoiceStatusLabels, { optional: true }) status?: EInvoiceStatus;
  @DateOnly("申请日期起", { optional: true }) from?: string;
  @DateOnly("申请日期止", { optional: true }) to?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Id("收据", { optional: true }) receiptId?: string;
}

/** An electronic invoice (数电票) or the request for one; amounts in fen. */
export class EInvoiceDto {
  id: string;
  /** Our number of the request. */
  requestNo: string;
  status: EInvoiceStatus;
  payerId: string;
  payerName: string;
  buyerKind: TitleKind;
  buyerName: string;
  receipts: EInvoiceReceiptDto[];
  /** 20 digits, once it is issued. */
  invoiceNo: string | null;
  issuedOn: string | null;
  /** Without tax. */
  netFen: number;
  taxFen: number;
  /** Tax included. */
  amountFen: number;
  /** Reversed by red invoices. */
  redFen: number;
  /** Why the last attempt failed. */
  failReason: string | null;
  requestedByName: string;
  createdAt: string;
}

/** A receipt an invoice was asked for. */
export class EInvoiceReceiptDto {
  id: string;
  receiptNo: string;
}

export class EInvoicePageDto extends CursorPageDto<EInvoiceDto> {
  declare items: EInvoiceDto[];
}

/** What the invoices of a filter come to, in fen; failed requests are not counted. */
export class EInvoiceTotalsDto {
  count: number;
  netFen: number;
  taxFen: number;
  amountFen: number;
  /** Reversed of it. */
  redFen: number;
  /** What stands: issued and asked for, less what was reversed. */
  standingFen: number;
}

/** A line of an invoice, in fen. */
export class EInvoiceLineDto {
  id: string;
  receiptId: string;
  receiptNo: string;
  chargeId: string;
  itemName: string;
  taxCode: string;
  /** 规格型号: the room and the period of service. */
  spec: string;
  unit: string;
  quantity: string;
  /** Yuan without tax per unit. */
  price: string;
  /** Per cent. */
  taxRate: string;
  netFen: number;
  taxFen: number;
  amountFen: number;
  /** Reversed by red invoices that were issued. */
  redFen: number;
}

/** A red invoice, amounts in fen and positive. */
export class RedInvoiceDto {
  id: string;
  status: RedInvoiceStatus;
  reason: RedInvoiceReason;
  explanation: string;
  /** 红字确认单编号 */
  confirmationNo: string | null;
  invoiceNo: string | null;
  issuedOn: string | null;
  netFen: number;
  taxFen: number;
  amountFen: number;
  attempt: number;
  failReason: string | null;
  pdfUrl: string | null;
  ofdUrl: string | null;
  xmlUrl: string | null;
  requestedByName: string;
  createdAt: string;
}

/** Something that happened to an invoice: who, when, and what the supplier said. */
export class EInvoiceEventDto {
  id: string;
  kind: EInvoiceEventKind;
  message: string | null;
  byName: string;
  at: string;
}

/** The seller as an invoice names him. */
export class EInvoiceSellerDto {
  name: string;
  taxNumber: string;
  address: string | null;
  phone: string | null;
  bank: string | null;
  account: string | null;
}

/** The real-estate lease an invoice is about. */
export class EInvoiceLeaseDataDto {
  region: string;
  address: string;
  leaseFrom: string;
  leaseTo: string;
  crossCity: boolean;
  titleNo: string;
  areaUnit: LeaseAreaUnit;
}

export class EInvoiceDetailDto extends EInvoiceDto {
  adapter: InvoiceAdapter;
  /** The same for every attempt, so that the supplier issues once. */
  serial: string;
  attempt: number;
  buyerTaxNumber: string | null;
  buyerAddress: string | null;
  buyerPhone: string | null;
  buyerBank: string | null;
  buyerAccountMasked: string | null;
  emailMasked: string | null;
  mobileMasked: string | null;
  seller: EInvoiceSellerDto;
  issuerName: string;
  lease: EInvoiceLeaseDataDto | null;
  remark: string | null;
  pdfUrl: string | null;
  ofdUrl: string | null;
  xmlUrl: string | null;
  lines: EInvoiceLineDto[];
  reds: RedInvoiceDto[];
  /** The earliest first. */
  events: EInvoiceEventDto[];
}

/** What a round of handing over and fetching came to. */
export class EInvoiceRoundDto {
  /** Handed over to suppliers. */
  sent: number;
  /** Results that were taken. */
  applied: number;
  /** Results that were refused; see the list of faults. */
  faults: number;
}

/** A result of a supplier that changed nothing, and why. */
export class EInvoiceFaultDto {
  id: string;
  fileName: string;
  message: string;
  /** The request it names, when it is one of ours. */
  invoiceId: string | null;
  requestNo: string | null;
  at: string;
}

export class EInvoiceFaultPageDto extends CursorPageDto<EInvoiceFaultDto> {
  declare items: EInvoiceFaultDto[];
}

export class EInvoiceFaultQueryDto extends CursorQueryDto {}
