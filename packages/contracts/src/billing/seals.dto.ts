import { Text } from "../common/fields.js";

/** Asks for a closed month to be opened again (反结账, BIL-92). */
export class ReopenPeriodDto {
  /** Why; it is read by the second person and kept for good. */
  @Text("反结账原因", { max: 500 }) reason: string;
}

/** A request that waits for a second person. */
export class ReopenRequestDto {
  /** The approval to be decided (审批). */
  approvalId: string;
}

/** The rows of one kind that a seal covers. */
export class SealedPartDto {
  /** What they are: 应收, 应收变动, 收据… */
  name: string;
  /** How many rows there were at the close. */
  rows: number;
  /** SHA-256 over them in the order of their ids, hexadecimal. */
  digest: string;
}

/**
 * The seal of a closed month (月结校验值): a hash over every money row of the month and over the seal before it, so that
 * a row changed behind the application's back shows, and so does a seal that was exchanged.
 */
export class PeriodSealDto {
  id: string;
  /** The month, YYYY-MM. */
  period: string;
  /** Counts the closes of the project, from 1. */
  sequence: number;
  closedAt: string;
  closedByName: string;
  /** SHA-256 of this seal, hexadecimal. */
  hash: string;
  /** The hash of the seal before; null for the first. */
  previousHash: string | null;
  parts: SealedPartDto[];
  /** The month was opened again after this close: the rows may have changed, the seal is kept. */
  reopened: ReopeningDto | null;
}

/** A closed month that was opened again (反结账). */
export class ReopeningDto {
  reason: string;
  requestedByName: string;
  approvedByName: string;
  reopenedAt: string;
}

export class PeriodSealListDto {
  /** The latest first. */
  items: PeriodSealDto[];
  /** Months that were closed before months were sealed; nothing can be said about them. */
  unsealed: string[];
  /** The month that may be opened again: the last closed one, unless it waits for approval already; null for none. */
  reopenable: string | null;
}

/** What of a sealed month is not as it was. */
export class SealFaultDto {
  /** What it concerns: 应收, 收据…, 滚存快照 or 校验链. */
  name: string;
  /** In a sentence. */
  detail: string;
}

/** The answer of a verification (账务校验). */
export class SealVerificationDto {
  period: string;
  /** Everything is as it was when the month was closed. */
  intact: boolean;
  /** How many rows were read. */
  rows: number;
  faults: SealFaultDto[];
}
