import { Choice } from "../common/fields.js";
import { type TransferSide, transferSideLabels } from "../customer/transfers.enums.js";
import { TransferPath } from "../customer/transfers.dto.js";
import type { TransferReadingDto } from "../customer/transfers.dto.js";

/** A charge of the room and what falls to whom, in fen (BIL-15). */
export class TransferSettlementLineDto {
  /** The charge as it was issued. */
  chargeId: string;
  feeItemName: string;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  payerId: string;
  payerName: string;
  /** Who pays from the transfer date on; null for debts of before. */
  newPayerName: string | null;
  amountFen: number;
  paidFen: number;
  openFen: number;
  /** Days and amount before the transfer date, and what of it is open. */
  oldDays: number;
  oldFen: number;
  oldOpenFen: number;
  oldExplanation: string[];
  /** Days and amount from the transfer date on, and what of it is open. */
  newDays: number;
  newFen: number;
  newOpenFen: number;
  newExplanation: string[];
  /** Paid already for days of the new owner: the parties settle it between them. */
  settleFen: number;
}

/** A prepayment of somebody who leaves, in fen (BIL-64). */
export class TransferPrepaymentDto {
  customerId: string;
  customerName: string;
  /** The only fee item the money pays for (专用); null is general money. */
  feeItemName: string | null;
  balanceFen: number;
  /** Asked back before and not paid yet: stays his until it is paid or withdrawn; the rest is what follows. */
  askedBackFen: number;
  /** Offset against his open charges of the room, the oldest first. */
  offsetFen: number;
  /** To be paid back. */
  refundFen: number;
  /** Carried over to the new owner. */
  carriedFen: number;
}

/** What a transfer does to the money of the room, in fen; a preview until it is completed. */
export class TransferSettlementDto {
  transferOn: string;
  isFinal: boolean;
  lines: TransferSettlementLineDto[];
  prepayments: TransferPrepaymentDto[];
  /** Open charges of those who leave, after the split and before prepayments are offset. */
  oldOwesFen: number;
  offsetFen: number;
  /** What of it stays open: owed by the old owner. */
  oldRestFen: number;
  /** What of it the new owner takes over by agreement. */
  assumedFen: number;
  refundFen: number;
  carriedFen: number;
  /** Prepayment that the old side had asked back before; stays theirs. */
  askedBackFen: number;
  /** Paid by the old side for days of the new owner. */
  settleFen: number;
  /** What the new owner owes from the split: his days, and debts he takes over. */
  newOwesFen: number;
  /** Number of the receipt that offsets the prepayment; once completed. */
  receiptNos: string[];
}

export class TransferSheetPath extends TransferPath {
  @Choice("哪一方", transferSideLabels) side: TransferSide;
}

/** A line of a settlement sheet: whose days, how much, why. */
export class TransferSheetLineDto {
  feeItemName: string;
  from: string;
  to: string;
  days: number;
  amountFen: number;
  paidFen: number;
  openFen: number;
  explanation: string;
}

/** The 过户结算单 of one side. */
export class TransferSheetDto {
  number: string;
  side: TransferSide;
  projectName: string;
  roomCode: string;
  transferOn: string;
  reasonName: string;
  oldOwners: string[];
  newOwners: string[];
  lines: TransferSheetLineDto[];
  prepayments: TransferPrepaymentDto[];
  readings: TransferReadingDto[];
  settlement: TransferSettlementDto;
  /** What this side owes in the end. */
  totalFen: number;
  /** The same in Chinese capitals. */
  totalInWords: string;
  completedByName: string;
  completedOn: string;
  printedOn: string;
}
