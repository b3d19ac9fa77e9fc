import { Choice, DateOnly, Id } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { type PrepaymentKind, prepaymentKindLabels } from "./billing.enums.js";

/** Asks for 预收款发生表. */
export class TurnoverQueryDto extends CursorQueryDto {
  /** First day; the first of this month when left out. */
  @DateOnly("开始日期", { optional: true }) from?: string;
  /** Last day, included; today when left out. */
  @DateOnly("结束日期", { optional: true }) to?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Choice("账户类别", prepaymentKindLabels, { optional: true }) kind?: PrepaymentKind;
}

/** What happened on accounts, in fen: opening + in − used − refunded + moved = closing. */
export class TurnoverSumsDto {
  openingFen: number;
  /** Paid in, less what was reversed of it; deposits turned into prepayments and opening balances among it. */
  inFen: number;
  /** Offset, less what was reversed of it. */
  usedFen: number;
  refundedFen: number;
  /** Carried over by transfers and restructures: into the account positive. */
  movedFen: number;
  closingFen: number;
}

/** One account in 预收款发生表. */
export class TurnoverRowDto extends TurnoverSumsDto {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  /** The only fee item its money pays for; null is general money. */
  feeItemName: string | null;
}

export class TurnoverDto extends CursorPageDto<TurnoverRowDto> {
  declare items: TurnoverRowDto[];
  from: string;
  to: string;
  /** Sums of all accounts found, whatever the stretch. */
  sums: TurnoverSumsDto;
}

/** Asks what is paid for services after a day. */
export class PaidBeyondQueryDto extends CursorQueryDto {
  /** The last day of service, e.g. when the contract ends; today when left out. */
  @DateOnly("截止日期", { optional: true }) on?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
}

/**
 * What an owner has paid beyond a day (BIL-65, LAW-14), in fen: money not used yet, and the part of paid charges that is
 * for the days after it, by days. When the contract ends on that day it is due back.
 */
export class PaidBeyondRowDto {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  /** Balances of his accounts for the room now. */
  balanceFen: number;
  /** Paid for service after the day. */
  chargesFen: number;
  /** The last day he has paid for. */
  paidTo: string | null;
  totalFen: number;
}

export class PaidBeyondDto extends CursorPageDto<PaidBeyondRowDto> {
  declare items: PaidBeyondRowDto[];
  on: string;
  /** Sums of all rows, whatever the stretch. */
  balanceFen: number;
  chargesFen: number;
}
