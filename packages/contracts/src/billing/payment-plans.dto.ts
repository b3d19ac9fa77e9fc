import { Choice, DateOnly, Fen, Id, Ids, Parts, QueryFlag, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import { type InstalmentState, type PaymentPlanState, paymentPlanStateLabels } from "./payment-plans.enums.js";

export class PaymentPlanPath extends ProjectPath {
  @Id("分期计划编号") planId: string;
}

/** One instalment: what is to be paid until the end of a day. */
export class InstalmentInputDto {
  @DateOnly("应付日") dueOn: string;
  @Fen("本期金额", { min: 1 }) amountFen: number;
}

/**
 * Asks that one payer may pay what is open in parts or later (分期、缓缴, BIL-54). The instalments come to exactly what
 * is open of the charges, to the fen. Nothing changes before a second person has approved it.
 */
export class RequestPaymentPlanDto {
  /** Chosen by the client when its form opens, so that a retry asks once. */
  @Id("分期计划编号") id: string;
  @Text("申请原因", { min: 2, max: 200 }) reason: string;
  /** Open charges of one payer, of any of his rooms. */
  @Ids("应收", { max: 200 }) chargeIds: string[];
  /** In the order of their days, the first today at the earliest. */
  @Parts("分期", () => InstalmentInputDto, { min: 1, max: 60 }) instalments: InstalmentInputDto[];
}

/** Ends a plan before it is fulfilled: from tomorrow on its charges bear late fees again. */
export class EndPaymentPlanDto {
  @Text("终止原因", { min: 2, max: 200 }) reason: string;
}

export class PaymentPlanQueryDto extends CursorQueryDto {
  /** Part of the plan's number, the payer's name or number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Choice("状态", paymentPlanStateLabels, { optional: true }) state?: PaymentPlanState;
  /** Only plans that wait for a decision or run, kept or broken; or only the others. */
  @QueryFlag("待审批或进行中") live?: boolean;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
}

/** A plan (分期缓缴), in fen, as of today. */
export class PaymentPlanDto {
  id: string;
  planNo: string;
  state: PaymentPlanState;
  reason: string;
  payerId: string;
  payerName: string;
  roomCodes: string[];
  /** What was open of its charges when it was asked for; the sum of its instalments. */
  totalFen: number;
  /** What its charges owe less since, by receipts that stand, offsets, reductions and reversals. */
  paidFen: number;
  instalments: number;
  /** The day of the next instalment that is not paid yet; null when none is left, or nothing runs. */
  nextDueOn: string | null;
  /** What is to be paid until then, earlier instalments included. */
  nextFen: number | null;
  /** The first instalment that was not paid in time; late fees run again from the day after. */
  missedOn: string | null;
  requestedByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  /** The day it was approved: from then on no late fee, dunning, debit or offset while it is kept. */
  startsOn: string | null;
  endedOn: string | null;
  /** Why it was ended, or what the decider wrote. */
  note: string | null;
}

export class PaymentPlanPageDto extends CursorPageDto<PaymentPlanDto> {
  declare items: PaymentPlanDto[];
}

/** An instalment, in fen. */
export class InstalmentDto {
  dueOn: string;
  amountFen: number;
  /** What is paid of it by today, in time or not. */
  paidFen: number;
  /** Null before the plan is approved. */
  state: InstalmentState | null;
}

/** A charge the plan covers, in fen. */
export class PaymentPlanChargeDto {
  chargeId: string;
  roomId: string;
  roomCode: string;
  feeItemName: string;
  period: string;
  /** What was open when it came into the plan. */
  plannedFen: number;
  openFen: number;
}

export class PaymentPlanDetailDto extends PaymentPlanDto {
  schedule: InstalmentDto[];
  charges: PaymentPlanChargeDto[];
  /** Where it is decided. */
  approvalId: string;
}

/** The plan a charge is in. */
export class ChargePlanDto {
  id: string;
  planNo: string;
  state: PaymentPlanState;
}
