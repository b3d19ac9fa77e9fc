import { Choice, DateOnly, Fen, Flag, Id, Part, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ReceiptDiscountDto, ReceiptDiscountLineDto } from "./discounts/discounts.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { TaxPartDto } from "./tax.dto.js";
import {
  type HandMethod,
  handMethodLabels,
  type PaymentMethod,
  paymentMethodLabels,
  type ReceiptStatus,
  receiptStatusLabels,
} from "./billing.enums.js";

export class ReceiptPath extends ProjectPath {
  @Id("收据编号") receiptId: string;
}

/** What is paid on one charge. */
export class PostReceiptLineDto {
  @Id("应收") chargeId: string;
  /** From 1 fen to what is still owed. */
  @Fen("收款金额", { min: 1 }) amountFen: number;
}

/** What accrued as late fee (违约金) on an overdue charge until the booking day, and how much of it is paid. */
export class PostReceiptLateFeeDto {
  /** The overdue charge. */
  @Id("逾期应收") chargeId: string;
  /** At most what accrued; what is not paid of it stays owed. */
  @Fen("违约金", { min: 1 }) amountFen: number;
}

/** One way of paying. Cash stands once at most, prepayment once per room and kind of money, others as often as there are slips. */
export class PostReceiptMethodDto {
  @Choice("收款方式", handMethodLabels) method: HandMethod;
  /** What was handed over; with cash, change may be among it. */
  @Fen("实收金额", { min: 1 }) tenderedFen: number;
  /** Number of the slip; required for card, transfer and cheque. */
  @Text("凭证号", { optional: true, max: 64 }) referenceNo?: string | null;
  /** For PREPAYMENT: the room whose prepayment account of this payer is drawn on. */
  @Id("预收所属房间", { optional: true }) roomId?: string | null;
  /** For PREPAYMENT: the fee item whose money (专用) is drawn on; general money (通用) when left out. */
  @Id("专用预收的收费项目", { optional: true }) feeItemId?: string | null;
}

/** Money that is kept as a prepayment for a room (BIL-60). */
export class PostReceiptPrepaymentDto {
  @Id("预收房间") roomId: string;
  /** The only fee item the money is to pay for (专用); general money (通用) when left out. */
  @Id("专用项目", { optional: true }) feeItemId?: string | null;
  @Fen("转入预收", { min: 1 }) amountFen: number;
}

/**
 * Takes money of one payer (BIL-71): lines of one or several rooms, paid by one or several methods. What the methods
 * come to, less the change from cash, equals the lines and the prepayment.
 */
export class PostReceiptDto {
  /** Chosen by the client when its form opens, so that a retry posts once. */
  @Id("收据编号") id: string;
  @Id("收费对象") payerId: string;
  /** Booking day; today when left out. */
  @DateOnly("收款日期", { optional: true }) bookedOn?: string | null;
  @Parts("收款明细", () => PostReceiptLineDto, { max: 500 }) lines: PostReceiptLineDto[];
  /** Late fees paid with it (BIL-52): what accrued on the charges paid is booked as owed, whether it is paid or not. */
  @Parts("违约金", () => PostReceiptLateFeeDto, { optional: true, max: 500 }) lateFees?: PostReceiptLateFeeDto[] | null;
  @Parts("收款方式", () => PostReceiptMethodDto, { min: 1, max: 20 }) methods: PostReceiptMethodDto[];
  /** Discounts given with it (BIL-40): the lines of their charges are what is left after them. */
  @Parts("优惠", () => ReceiptDiscountDto, { optional: true, max: 500 }) discounts?: ReceiptDiscountDto[] | null;
  @Part("预收", () => PostReceiptPrepaymentDto, { optional: true }) prepayment?: PostReceiptPrepaymentDto | null;
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
  /** Why the order of payment of the project is not kept: the payer's own choice (BIL-63, LAW-11). */
  @Text("不按顺序收款的原因", { optional: true, min: 2, max: 200 }) allocationReason?: string | null;
}

/** Which receipts. */
export class ReceiptFilterDto extends CursorQueryDto {
  /** Part of the receipt number, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @DateOnly("收款日期起", { optional: true }) from?: string;
  @DateOnly("收款日期止", { optional: true }) to?: string;
  @Id("收款人", { optional: true }) cashierId?: string;
  @Choice("收款方式", paymentMethodLabels, { optional: true }) method?: PaymentMethod;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  /** Only those of one offset run. */
  @Id("冲抵批次", { optional: true }) offsetRunId?: string;
  @Choice("状态", receiptStatusLabels, { optional: true }) status?: ReceiptStatus;
  @Id("班次", { optional: true }) shiftId?: string;
}

/** Lists receipts, the latest first. */
export class ReceiptQueryDto extends ReceiptFilterDto {}

/** A method of a receipt, in fen. */
export class ReceiptTenderDto {
  method: PaymentMethod;
  /** What it contributes, change deducted; negative on a red receipt. */
  amountFen: number;
  tenderedFen: number;
  referenceNo: string | null;
}

/** Money received (收据) or its red counterpart, in fen. */
export class ReceiptDto {
  id: string;
  receiptNo: string;
  status: ReceiptStatus;
  /** Booking day. */
  bookedOn: string;
  /** Booking month, YYYY-MM. */
  period: string;
  createdAt: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  /** Codes of the rooms it concerns. */
  roomCodes: string[];
  /** Total; negative on a red receipt. */
  amountFen: number;
  /** Part allocated to charges. */
  chargesFen: number;
  /** Part kept as prepayment. */
  prepaymentFen: number;
  changeFen: number;
  methods: ReceiptTenderDto[];
  cashierId: string;
  cashierName: string;
  /** The shift it belongs to, if any. */
  shiftId: string | null;
  shiftNo: string | null;
  remark: string | null;
  /** Why the project's order of payment was not kept. */
  allocationReason: string | null;
}

export class ReceiptPageDto extends CursorPageDto<ReceiptDto> {
  declare items: ReceiptDto[];
}

/** What a receipt settled of one charge, in fen; negative on a red receipt. */
export class ReceiptAllocationDto {
  chargeId: string;
  roomId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  /** The charge's full amount. */
  receivableFen: number;
  /** Settled by money. */
  receivedFen: number;
  /** Settled by prepayment. */
  offsetFen: number;
  /** Both together. */
  amountFen: number;
  /** The tax in `amountFen`; null for items without a rate and for what is collected for others. */
  tax: TaxPartDto | null;
  /** Still owed of the charge now. */
  openFen: number;
}

/** Another receipt this one is tied to. */
export class ReceiptRefDto {
  id: string;
  receiptNo: string;
  bookedOn: string;
  reason: string | null;
  byName: string;
}

/** Money paid back against a red receipt, in fen. */
export class RefundDto {
  id: string;
  refundNo: string;
  /** The red receipt it pays back; null for a prepayment balance. */
  redReceiptId: string | null;
  redReceiptNo: string | null;
  payerName: string;
  method: PaymentMethod;
  amountFen: number;
  bookedOn: string;
  referenceNo: string | null;
  reason: string;
  paidByName: string;
  createdAt: string;
}

export class RefundPageDto extends CursorPageDto<RefundDto> {
  declare items: RefundDto[];
}

export class RefundQueryDto extends CursorQueryDto {
  @DateOnly("退款日期起", { optional: true }) from?: string;
  @DateOnly("退款日期止", { optional: true }) to?: string;
}

export class ReceiptDetailDto extends ReceiptDto {
  lines: ReceiptAllocationDto[];
  /** Discounts that came with it; negative on a red receipt. */
  discounts: ReceiptDiscountLineDto[];
  /** The room whose prepayment account was topped up. */
  prepaymentRoomCode: string | null;
  /** The red receipt that undid this one. */
  reversedBy: ReceiptRefDto | null;
  /** The receipt this red one undoes. */
  reverses: ReceiptRefDto | null;
  refunds: RefundDto[];
  /** Of a red receipt: what may still be paid back; 0 otherwise. */
  refundableFen: number;
  printCount: number;
  /** Whether a red receipt of it needs a second person: it is asked for, not made at once (BIL-80). */
  reversalNeedsApproval: boolean;
  /** The request for a red receipt of it that waits for a second person. */
  reversalApprovalId: string | null;
}

/** Undoes a receipt by a red one (红冲, BIL-80). */
export class ReverseReceiptDto {
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
  /** Booking day of the red receipt; only today, or left out. */
  @DateOnly("红冲日期", { optional: true }) bookedOn?: string | null;
  /** The customer's copy was taken back; required for a printed receipt of a book (BIL-72). */
  @Flag("客户联已收回", { optional: true }) copyReturned?: boolean | null;
}

/** Voids one's own receipt of today (作废, BIL-80). */
export class VoidReceiptDto {
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
  /** Every printed copy is back in hand; required once the receipt was printed. */
  @Flag("打印的收据已全部收回", { optional: true }) copiesReturned?: boolean | null;
}

export class TakingsQueryDto {
  /** First day; today when left out. */
  @DateOnly("开始日期", { optional: true }) from?: string;
  /** Last day, included; `from` when left out; at most 366 days later. */
  @DateOnly("结束日期", { optional: true }) to?: string;
  @Id("收款人", { optional: true }) cashierId?: string;
}

/** What came in by one method, in fen. */
export class TakingsMethodDto {
  method: PaymentMethod;
  /** Receipts taken. */
  receivedFen: number;
  /** Red receipts, negative. */
  reversedFen: number;
  /** Paid back, negative. */
  refundedFen: number;
}

/** One cashier's day, in fen. */
export class TakingsRowDto {
  bookedOn: string;
  cashierName: string;
  receipts: number;
  reds: number;
  /** Receipts less red receipts, by method. */
  methods: { method: PaymentMethod; amountFen: number }[];
  totalFen: number;
}

/** 收款日报: takings by method, and by day and cashier (BIL-74, basic). */
export class TakingsDto {
  from: string;
  to: string;
  methods: TakingsMethodDto[];
  rows: TakingsRowDto[];
  /** Receipts less red receipts, prepayment offsets not counted: money taken. */
  moneyFen: number;
  /** Charges settled from prepayments. */
  offsetFen: number;
  refundedFen: number;
}
