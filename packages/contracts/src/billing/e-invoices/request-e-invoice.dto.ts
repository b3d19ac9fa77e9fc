import { Choice, DateOnly, Fen, Flag, Id, Part, Parts, Text } from "../../common/fields.js";
import { type TitleKind, titleKindLabels } from "../../customer/details.enums.js";
import {
  type LeaseAreaUnit,
  leaseAreaUnitLabels,
  type RedInvoiceReason,
  redInvoiceReasonLabels,
} from "./e-invoices.enums.js";

/** Whom an invoice is made out to (购买方). */
export class EInvoiceBuyerDto {
  @Choice("抬头类型", titleKindLabels) kind: TitleKind;
  @Text("抬头名称", { max: 100 }) name: string;
  /** Required of a company, which is checked; a person has none here. */
  @Text("纳税人识别号", { max: 30, optional: true }) taxNumber?: string | null;
  @Text("地址", { max: 200, optional: true }) address?: string | null;
  @Text("电话", { max: 30, optional: true }) phone?: string | null;
  @Text("开户银行", { max: 100, optional: true }) bank?: string | null;
  /** Stored encrypted, shown by its last four digits. */
  @Text("银行账号", { max: 40, optional: true }) account?: string | null;
  /** Where the supplier sends the invoice; stored encrypted. */
  @Text("电子邮箱", {
    max: 100,
    optional: true,
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    patternMessage: "电子邮箱格式不正确",
  })
  email?: string | null;
  /** Where the supplier announces the invoice; stored encrypted. */
  @Text("手机", { max: 20, optional: true }) mobile?: string | null;
}

/** The special data of a real-estate lease (不动产经营租赁), one object per invoice. */
export class EInvoiceLeaseDto {
  @Text("不动产所在省市区", {
    max: 60,
    pattern: /^\p{Script=Han}+(省|市|自治区|特别行政区).*[区县市旗州盟岛]$/u,
    patternMessage: "不动产所在省市区请写到市或区县，如 广东省深圳市南山区",
  })
  region: string;
  @Text("不动产详细地址", { min: 4, max: 120 }) address: string;
  @DateOnly("租赁期起") leaseFrom: string;
  /** Not before the first day. */
  @DateOnly("租赁期止") leaseTo: string;
  /** The object lies in another city than the seller. */
  @Flag("跨地（市）标志") crossCity: boolean;
  /** Of the property certificate; 无 when there is none. */
  @Text("产权证书号", { max: 60 }) titleNo: string;
  @Choice("面积单位", leaseAreaUnitLabels) areaUnit: LeaseAreaUnit;
}

/** How much of what a receipt settled of a charge goes on the invoice. */
export class EInvoiceRequestLineDto {
  @Id("收据") receiptId: string;
  @Id("应收") chargeId: string;
  /** Tax included; at most what was received of it and stands on no other invoice. */
  @Fen("开票金额", { min: 1 }) amountFen: number;
}

/** Asks for an electronic invoice of settled receipt lines of one payer (开票申请, BIL-121, LAW-41). */
export class RequestEInvoiceDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("申请编号") id: string;
  @Part("购买方", () => EInvoiceBuyerDto) buyer: EInvoiceBuyerDto;
  @Parts("开票明细", () => EInvoiceRequestLineDto, { min: 1, max: 100 }) lines: EInvoiceRequestLineDto[];
  /** Required for lines of leases, which stand on an invoice of their own. */
  @Part("不动产租赁信息", () => EInvoiceLeaseDto, { optional: true }) lease?: EInvoiceLeaseDto | null;
  @Text("发票备注", { max: 150, optional: true }) remark?: string | null;
}

/** How much of a line is reversed. */
export class RedInvoiceLineDto {
  @Id("发票明细") lineId: string;
  @Fen("红冲金额", { min: 1 }) amountFen: number;
}

/** Asks for a red invoice by a red confirmation (红字确认单). */
export class RequestRedInvoiceDto {
  /** Chosen by the client, so that a retry asks once. */
  @Id("红冲编号") id: string;
  @Choice("红冲原因", redInvoiceReasonLabels) reason: RedInvoiceReason;
  @Text("说明", { min: 2, max: 200 }) explanation: string;
  /** Part of it; all that still stands when left out. */
  @Parts("红冲明细", () => RedInvoiceLineDto, { optional: true, min: 1, max: 100 }) lines?: RedInvoiceLineDto[] | null;
}

/** What can be invoiced of what a receipt settled of a charge, in fen. */
export class InvoiceableLineDto {
  chargeId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  /** Received of it by this receipt. */
  receivedFen: number;
  /** Standing on invoices already. */
  invoicedFen: number;
  availableFen: number;
  taxCode: string | null;
  taxRate: string | null;
  /** Needs the data of a real-estate lease. */
  lease: boolean;
  /** Why it cannot be invoiced. */
  refusal: string | null;
}

/** What can be invoiced of a receipt (BIL-121). */
export class InvoiceableReceiptDto {
  receiptNo: string;
  payerId: string;
  payerName: string;
  /** Why nothing of it can be invoiced. */
  refusal: string | null;
  lines: InvoiceableLineDto[];
  /** Kept as prepayment: not invoiced before it settles a charge. */
  prepaymentFen: number;
}
