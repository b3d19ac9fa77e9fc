import { Choice } from "../common/fields.js";
import { type ReceiptLayout, receiptLayoutLabels } from "./receipt-books.enums.js";
import type { TaxPartDto } from "./tax.dto.js";

/*
 * What is printed on the two papers an owner is handed: 收费通知单 (FEE-06, BIL-114) and 收款收据 (FEE-07, BIL-76).
 * The PDF and the print page of the console are drawn from the same data.
 *
 * Money is in fen. Quantities, areas, prices and readings are decimal strings, printed as they stand.
 * Dates are `YYYY-MM-DD`, periods `YYYY-MM`.
 */

/** A room as it is named on a print. */
export class PrintRoomDto {
  /** Room number (房号), e.g. `1-2-1011`. */
  code: string;
  /** Full name through the building directory, e.g. `1栋2单元1011室`; null when it says no more than the code. */
  name: string | null;
  /** Charged area in m²; null when none is known. */
  areaM2: string | null;
}

/** What a meter contributed to a line (BIL-114). */
export class PrintMeterDto {
  /** 上次读数. */
  previous: string;
  /** 本次读数. */
  current: string;
  /** 倍率. */
  multiplier: string;
  /** 用量, after the multiplier. */
  usage: string;
}

/** An open charge of an earlier period (往期欠费). */
export class NoticeArrearDto {
  /** Room number, shown when the notice covers several rooms; null for charges without a room. */
  roomCode: string | null;
  itemName: string;
  /** First and last day of service, both included; null for one-off charges. */
  from: string | null;
  to: string | null;
  dueDate: string | null;
  amountFen: number;
  paidFen: number;
  /** What is still owed; counts into the total. */
  openFen: number;
}

/** A charge of the notice's own period (本期应收). */
export class NoticeChargeDto {
  /** Room number, shown when the notice covers several rooms; null for charges without a room. */
  roomCode: string | null;
  itemName: string;
  /** First and last day of service, both included; null for one-off charges. */
  from: string | null;
  to: string | null;
  /** Area, count or usage; null for a fixed amount. */
  quantity: string | null;
  /** Unit of the quantity, e.g. `㎡`, `户`, `吨`. */
  unit: string | null;
  /** Price of one unit in yuan; null for a fixed amount. */
  unitPrice: string | null;
  surchargeFen: number;
  amountFen: number;
  /**
   * 上期账单: what the payer was billed for the item in the month before that had it, at most a year back; with the first line
   * of an item and room. Null on further lines and where nothing was billed.
   */
  lastFen: number | null;
  /** 公摊: what of the amount is a share of a public cost. */
  shareFen: number;
  /** 减免, already approved. */
  waivedFen: number;
  /** 预收冲抵. */
  offsetFen: number;
  paidFen: number;
  /** What is still owed; counts into the total. */
  openFen: number;
  /** The tax in the amount less what was waived, for who keeps books; Null for items without a rate. */
  tax: TaxPartDto | null;
  /** How the amount came about, one sentence from the trace, e.g. `94.56 ㎡ × 1.30 元 + 附加 20.00 元`. */
  explanation: string | null;
  /** Only for metered items. */
  meter: PrintMeterDto | null;
}

/** Late fee (违约金) as frozen when the notice was made (BIL-52). */
export class NoticeLateFeeDto {
  amountFen: number;
  /** The rule in words, e.g. `逾期之日起每日按欠费本金的 0.05% 计收`. */
  rule: string;
  /** Counted through this day, included. */
  asOf: string;
}

/** What the notice tells the owner besides figures. */
export class NoticeTermsDto {
  /** Ways to pay, one sentence each. */
  paymentMethods: string[];
  /** Last day to pay without late fee. */
  dueDate: string | null;
  /** Telephone of the office. */
  telephone: string | null;
  /** Days after delivery within which the owner may object. */
  objectionDays: number | null;
  /** Further sentences of the project, e.g. the late fee rule or debit dates. */
  others: string[];
}

/** A QR code, drawn from its modules. */
export class PrintQrCodeDto {
  /** Its rows from above, without the quiet zone: a dark module is `1`, a light one `0`. */
  rows: string[];
  /** Words under the code, e.g. `微信扫码缴费`. */
  caption: string;
}

/** Everything a 收费通知单 states; its sums are derived from the lines. */
export class NoticeDataDto {
  /** Full name of the property organisation of the project (PRP-01). */
  projectName: string;
  noticeNo: string;
  printedOn: string;
  customerName: string;
  customerNo: string;
  rooms: PrintRoomDto[];
  /** Account of a direct debit agreement, masked, e.g. `工商银行 6222 **** **** 1234`. */
  debitAccountMasked: string | null;
  /** The period asked for. */
  period: string;
  arrears: NoticeArrearDto[];
  charges: NoticeChargeDto[];
  lateFee: NoticeLateFeeDto | null;
  /** Prepayments at hand (预收余额), for information; null to leave them out. */
  prepaymentBalanceFen: number | null;
  terms: NoticeTermsDto;
  qrCode: PrintQrCodeDto | null;
}

/** The sums of a notice. */
export class NoticeTotalsDto {
  /** 往期欠费. */
  arrearsFen: number;
  /** 本期欠缴: what is open of the period's charges. */
  currentFen: number;
  lateFeeFen: number;
  /** 应付合计. */
  payableFen: number;
  /** 应付合计 as 人民币大写. */
  payableCapitals: string;
}

/** A notice with its sums, as the print page of the console shows it. */
export class NoticePrintDto extends NoticeDataDto {
  totals: NoticeTotalsDto;
}

/** What a receipt collected for one charge. Negative throughout on a red receipt. */
export class ReceiptLineDto {
  /** Room number, shown when the receipt covers several rooms; null for charges without a room. */
  roomCode: string | null;
  itemName: string;
  /** First and last day of service, both included; null for one-off charges. */
  from: string | null;
  to: string | null;
  quantity: string | null;
  /** Unit of the quantity, e.g. `㎡`, `户`, `吨`. */
  unit: string | null;
  /** Price of one unit in yuan; null for a fixed amount. */
  unitPrice: string | null;
  /** The charge's full amount; differs from `amountFen` in a partial payment. */
  receivableFen: number;
  /** 优惠减免 on this charge. */
  discountFen: number;
  /** Late fee collected with it. */
  lateFeeFen: number;
  /** Principal collected by this receipt. */
  amountFen: number;
  /** Only for metered items. */
  meter: PrintMeterDto | null;
}

/** One method a receipt was paid with. */
export class ReceiptMethodDto {
  /** `现金`, `微信`, … */
  name: string;
  amountFen: number;
  /** Number of the bank slip or channel; null where none is kept. */
  referenceNo: string | null;
}

/** The receipt that this red one undoes. */
export class ReceiptRedDto {
  originalNo: string;
  originalDate: string;
  reason: string | null;
}

/** The red receipt that undid this one. */
export class ReceiptReversedDto {
  /** Across the sheet: 已红冲, or 已作废 when it was voided in its own shift. */
  mark: string;
  redNo: string;
  date: string;
}

/** An invoice that stands for money of a receipt (BIL-123). */
export class ReceiptInvoicedDto {
  invoiceNo: string;
  /** What of the receipt is on it, in fen; null when the receipt as a whole was exchanged for it. */
  amountFen: number | null;
}

/** Everything a 收款收据 states; its total is derived from the lines and the prepayment part. */
export class ReceiptDataDto {
  /** Full name of the property organisation of the project (PRP-01). */
  projectName: string;
  /** 收款单位, the company whose seal is put on; the project's name when null. */
  payeeName: string | null;
  receiptNo: string;
  receivedOn: string;
  payerName: string;
  payerNo: string | null;
  rooms: PrintRoomDto[];
  lines: ReceiptLineDto[];
  /** What went to prepayments (转入预收); 0 when nothing. Negative on a red receipt. */
  prepaymentFen: number;
  methods: ReceiptMethodDto[];
  /** Cash handed over; null when no cash was taken. */
  tenderedFen: number | null;
  changeFen: number;
  cashierName: string;
  remark: string | null;
  layout: ReceiptLayout;
  /** Names of the copies, e.g. `第一联 存根`: one sheet each on A5 (one without a name when empty), all through one form. */
  copies: string[];
  /** 0 for the first print, n for the n-th reprint (补打). */
  reprintNo: number;
  /** Set on a red receipt (红字收据). */
  red: ReceiptRedDto | null;
  /** Set on a receipt that has been reversed (已红冲). */
  reversed: ReceiptReversedDto | null;
  /** Invoices that stand: the receipt says so and is no second proof of the same money (BIL-72, BIL-123). */
  invoices: ReceiptInvoicedDto[];
}

/** The sums of a receipt. */
export class ReceiptTotalsDto {
  totalFen: number;
  /** The total as 人民币大写. */
  totalCapitals: string;
}

/** One line of a continuous form. */
export class ReceiptFormLineDto {
  /** Row of the grid, from 1. */
  row: number;
  /** Its characters from the first column on; a Chinese one takes two columns, spaces keep the places. */
  text: string;
  strong: boolean;
  /** Set over two rows, twice as large from the column where the text begins: the title. */
  large: boolean;
  /** A rule runs under it. */
  ruled: boolean;
}

/** One continuous form (一页三联). */
export class ReceiptFormPageDto {
  lines: ReceiptFormLineDto[];
}

/** How a receipt is printed. */
export class ReceiptPrintQueryDto {
  /** The layout of the receipt's book when left out; A5 for receipts without a book. */
  @Choice("打印版式", receiptLayoutLabels, { optional: true }) layout?: ReceiptLayout;
}

/** A receipt with its sums, as the print page of the console shows it. */
export class ReceiptPrintDto extends ReceiptDataDto {
  totals: ReceiptTotalsDto;
  /** The forms of a continuous layout; empty for A5. */
  forms: ReceiptFormPageDto[];
}
