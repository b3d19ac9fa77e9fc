import { Choice, DateOnly, Fen, Flag, Id, Int, Parts, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import type { FeeItemKind, PaymentMethod } from "./billing.enums.js";
import {
  type AllocationPolicy,
  allocationPolicyLabels,
  type BankingPolicy,
  bankingPolicyLabels,
  type Denomination,
  denominationLabels,
  type ShiftStatus,
  shiftStatusLabels,
} from "./shifts.enums.js";

export class ShiftPath extends ProjectPath {
  @Id("班次编号") shiftId: string;
}

/** Begins a shift at a desk with a float (开班, BIL-73). */
export class OpenShiftDto {
  /** Chosen by the client when its form opens, so that a retry opens once. */
  @Id("班次编号") id: string;
  /** Where the money is taken, e.g. 客服中心 1 号台. */
  @Text("收款点", { max: 40 }) desk: string;
  /** Cash in the till at the beginning, in fen. */
  @Fen("备用金") floatFen: number;
  /** The shift whose cash is taken over; the float is then what was left in its till. */
  @Id("接班班次", { optional: true }) takenFromId?: string | null;
}

/** How many notes or coins of one worth were counted. */
export class CountedNotesDto {
  @Choice("面额", denominationLabels) denomination: Denomination;
  @Int("张数", { max: 100_000 }) count: number;
}

/** Counts the till and ends a shift (交班, BIL-73). With a difference a second person must confirm. */
export class CloseShiftDto {
  /** Cash in the till, float included, in fen. */
  @Fen("实点现金") countedFen: number;
  /** Notes and coins; when given they come to the cash counted. */
  @Parts("点钞明细", () => CountedNotesDto, { max: 11 }) notes: CountedNotesDto[];
  /** Of the cash counted: what stays in the till for the next shift, in fen; the rest goes to the bank. */
  @Fen("留存备用金") leftFen: number;
  /** Required when cash counted differs from cash expected. */
  @Text("差异原因", { optional: true, min: 2, max: 200 }) differenceReason?: string | null;
}

/** A second person confirms the count, or sends the shift back to be counted again. */
export class WitnessShiftDto {
  @Flag("确认") agreed: boolean;
  /** Required when the count is sent back. */
  @Text("见证意见", { optional: true, max: 200 }) note?: string | null;
}

export class ShiftQueryDto extends CursorQueryDto {
  @Choice("状态", shiftStatusLabels, { optional: true }) status?: ShiftStatus;
  @Id("收款人", { optional: true }) cashierId?: string;
  @DateOnly("开班日期起", { optional: true }) from?: string;
  @DateOnly("开班日期止", { optional: true }) to?: string;
}

/** A cashier's shift (班次), in fen. */
export class ShiftDto {
  id: string;
  shiftNo: string;
  status: ShiftStatus;
  desk: string;
  cashierId: string;
  cashierName: string;
  /** Day it began. */
  openedOn: string;
  openedAt: string;
  closedAt: string | null;
  floatFen: number;
  /** Set once the till was counted. */
  expectedFen: number | null;
  countedFen: number | null;
  /** Counted less expected: negative is short (短款), positive over (长款). */
  differenceFen: number | null;
}

export class ShiftPageDto extends CursorPageDto<ShiftDto> {
  declare items: ShiftDto[];
}

/** What a shift did by one method, in fen. */
export class ShiftMethodDto {
  method: PaymentMethod;
  receivedFen: number;
  /** Red receipts, negative. */
  reversedFen: number;
  /** Of them voided on the spot: this money went back at once. */
  voidedFen: number;
  /** Paid back, negative. */
  refundedFen: number;
}

/** What a shift did for one fee item, red receipts deducted, in fen. */
export class ShiftItemDto {
  feeItemId: string;
  feeItemName: string;
  kind: FeeItemKind;
  /** Settled by money. */
  receivedFen: number;
  /** Settled from prepayments. */
  offsetFen: number;
}

/** What receipts and refunds come to, in fen. */
export class TakingsTotalsDto {
  receipts: number;
  reds: number;
  refunds: number;
  firstReceiptNo: string | null;
  lastReceiptNo: string | null;
  methods: ShiftMethodDto[];
  items: ShiftItemDto[];
  /** Money by receipts, prepayment offsets not counted. */
  receivedFen: number;
  /** Money on red receipts, negative: it stays in the till until it is paid back. */
  reversedFen: number;
  /** Paid back, negative. */
  refundedFen: number;
  /** Of the receipts less red ones: deposits (押金). */
  depositsFen: number;
  /** Of the receipts less red ones: money kept as prepayment. */
  prepaymentFen: number;
  /** Charges settled from prepayments, red receipts deducted. */
  offsetFen: number;
  cashInFen: number;
  /** Cash paid back or voided, negative. */
  cashOutFen: number;
}

/** What a shift comes to, in fen: the sums of its receipts, refunds and deposit slips. */
export class ShiftTotalsDto extends TakingsTotalsDto {
  /** Cash carried to the bank during the shift, negative. */
  bankedFen: number;
  /** What must be in the till: float + in + out + banked. */
  expectedFen: number;
}

export class ShiftDetailDto extends ShiftDto {
  /** Of an open shift as of now; of a counted one as it was counted. */
  totals: ShiftTotalsDto;
  notes: CountedNotesDto[];
  leftFen: number | null;
  differenceReason: string | null;
  /** Who counted, when it was not the cashier. */
  countedByName: string | null;
  witnessName: string | null;
  witnessedAt: string | null;
  witnessNote: string | null;
  /** Whose till was taken over. */
  takenFrom: { id: string; shiftNo: string; cashierName: string } | null;
  /** Who took the till over. */
  takenBy: { id: string; shiftNo: string; cashierName: string } | null;
}

/** Somebody who may take money in the project. */
export class CashierDto {
  id: string;
  name: string;
}

export class CashiersDto {
  items: CashierDto[];
}

/** A till that was left for the next shift. */
export class LeftTillDto {
  shiftId: string;
  shiftNo: string;
  desk: string;
  cashierName: string;
  leftFen: number;
}

/** What the desk needs to know of shifts: mine, whether one is needed, what can be taken over, what is not banked. */
export class MyShiftDto {
  /** A shift is needed to take money. */
  required: boolean;
  mine: ShiftDto | null;
  tills: LeftTillDto[];
  banking: BankingPolicy;
  /** Cash of earlier days that no deposit slip covers, by day, in fen. */
  unbanked: { day: string; fen: number }[];
}

/** Rules of the desk (BIL-73). */
export class DeskSettingsDto {
  /** Whether money is taken in shifts only. */
  @Flag("收款须先开班") shiftRequired: boolean;
  @Choice("现金未解款", bankingPolicyLabels) banking: BankingPolicy;
  /** Deviating from it needs a reason, which stays with the receipt (LAW-11). */
  @Choice("收款顺序", allocationPolicyLabels) allocation: AllocationPolicy;
}
