import { Fen, Flag, Id, Ids, Text } from "../common/fields.js";
import type { ChargeExclusion } from "./exclusions.enums.js";
import type { ReceiptDto } from "./receipts.dto.js";

/** Whose account the desk opens: one of the two. */
export class DeskQueryDto {
  @Id("房间", { optional: true }) roomId?: string;
  @Id("客户", { optional: true }) customerId?: string;
}

export class DeskSearchQueryDto {
  /** Room code or name, customer name or number, or at least four digits of a telephone number. */
  @Text("查找内容", { max: 50 }) q: string;
}

/** A room or a customer the desk may open. */
export class DeskMatchDto {
  kind: "ROOM" | "CUSTOMER";
  id: string;
  /** Room code, or the customer's name. */
  title: string;
  /** Who lives there, or which rooms belong to the customer. */
  subtitle: string;
  /** What is owed in all, in fen. */
  openFen: number;
}

export class DeskMatchesDto {
  items: DeskMatchDto[];
}

/** A charge at the desk, in fen. */
export class DeskChargeDto {
  id: string;
  feeItemName: string;
  /** Service month. */
  period: string;
  serviceFrom: string;
  serviceTo: string;
  dueOn: string;
  /** Days past the due date; 0 when not yet late. */
  daysLate: number;
  amountFen: number;
  /** Waived, received, offset. */
  paidFen: number;
  openFen: number;
  /** The batch it is out with a bank in (托收中): nobody else takes it meanwhile (BIL-101); null otherwise. */
  debitBatchNo: string | null;
  /** What accrued on it until today and is not booked yet (违约金); null when nothing did. */
  lateFee: DeskLateFeeDto | null;
  /** Why it bears no late fee and is not pressed for now (BIL-54); null when nothing is in the way. */
  exclusion: ChargeExclusion | null;
}

/** Late fee until today, in fen. */
export class DeskLateFeeDto {
  amountFen: number;
  days: number;
  /** Months it is for, of a scheme by month; null of one by day. */
  months: number | null;
  /** How it came about, in sentences. */
  explanation: string[];
}

/** The charges of one service month. */
export class DeskMonthDto {
  period: string;
  openFen: number;
  charges: DeskChargeDto[];
}

/** Money that pays for one fee item of the room only (专用), in fen. */
export class DeskItemPrepaymentDto {
  feeItemId: string;
  feeItemName: string;
  /** What can be used of it. */
  balanceFen: number;
  /** What is to be paid back of it, asked for but not paid yet; not in `balanceFen`. */
  askedBackFen: number;
}

export class DeskRoomDto {
  id: string;
  code: string;
  name: string;
  openFen: number;
  overdueFen: number;
  /** What can be used of this payer's general prepayment for the room. */
  prepaymentFen: number;
  /** What is to be paid back of it, asked for but not paid yet (refund requests and transfers); not in `prepaymentFen`. */
  askedBackFen: number;
  /** What he paid ahead for single fee items. */
  itemPrepayments: DeskItemPrepaymentDto[];
  /** Fewest months the rates ask to be paid at a time; a hint, not a rule. */
  minimumMonths: number | null;
  /** Oldest first. */
  months: DeskMonthDto[];
}

/** A payment plan of the payer that runs, in fen. */
export class DeskPlanDto {
  id: string;
  planNo: string;
  /** Whether an instalment was missed: late fees run again. */
  broken: boolean;
  /** The next instalment that is not paid, and what is to be paid until then. */
  nextDueOn: string;
  nextFen: number;
}

/** Who pays: his open charges over all his rooms. */
export class DeskAccountDto {
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobileMasked: string | null;
  /** What he is to the room asked for, e.g. 业主. */
  roles: string[];
  openFen: number;
  overdueFen: number;
  /** Late fees that accrued until today and are not booked yet; not in `openFen`. */
  lateFeeFen: number;
  /** What can be used of general money and money for single items over all his rooms. */
  prepaymentFen: number;
  /** What is to be paid back of it, asked for but not paid yet; not in `prepaymentFen`. */
  askedBackFen: number;
  rooms: DeskRoomDto[];
  /** Some charges are left out because there are very many. */
  truncated: boolean;
  /** Payment plans that run (分期缓缴). */
  plans: DeskPlanDto[];
  /** The last receipts, latest first. */
  receipts: ReceiptDto[];
}

export class DeskDto {
  /** Today in the project's time zone. */
  today: string;
  /** Whether today's month takes postings. */
  postable: boolean;
  /** Payers, those who owe first. */
  accounts: DeskAccountDto[];
}

/** Asks how an amount smaller than the debt is spread (BIL-63). */
export class AllocationRequestDto {
  @Id("收费对象") payerId: string;
  @Fen("金额", { min: 1 }) amountFen: number;
  /** Only these charges; all open ones of the payer when left out. */
  @Ids("应收", { optional: true, max: 2000 }) chargeIds?: string[];
  /** Late fees that accrued on the charges until today are paid too, before their principal (LAW-11). */
  @Flag("含违约金", { optional: true }) lateFees?: boolean;
}

export class AllocationLineDto {
  chargeId: string;
  amountFen: number;
}

export class AllocationDto {
  /** The rule used, in words. */
  rule: string;
  lines: AllocationLineDto[];
  /** What goes to the late fees of charges. */
  lateFees: AllocationLineDto[];
  /** What is left when everything open is paid. */
  leftFen: number;
}
