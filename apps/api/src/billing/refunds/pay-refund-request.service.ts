import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type PaymentMethod,
  paymentMethodLabels,
  type PayRefundRequestDto,
  type RefundAccountDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { PersonalData } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { takeFrom } from "../deposits/deposit-ledger.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { refuseAtChannel } from "../online/refunds/refunds-at-channel.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements } from "../prepayments/prepayment-ledger.js";
import { refunderIsReverser } from "../receipts/receipts.errors.js";
import { Refund } from "../receipts/refund.entity.js";
import { PaperNumbers } from "../receipt-books/paper-numbers.js";
import { ShiftDesk } from "../shifts/shift-desk.js";
import { RefundRequest } from "./refund-request.entity.js";
import { lockSource, type LockedSource } from "./refund-sources.js";
import {
  refundAccountClosed,
  refundApproverPays,
  refundExceeds,
  refundNotApproved,
  refundOwnRequest,
} from "./refunds.errors.js";

/** An approved request about to be paid, with its source locked and the day it is booked on. */
export interface Payable {
  request: RefundRequest;
  locked: LockedSource;
  bookedOn: string;
  period: string;
}

/** Pays approved refunds (BIL-81): by somebody other than who asked; twice pays once. */
@Injectable()
export class PayRefundRequestService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly papers: PaperNumbers,
    private readonly methods: PaymentMethods,
    private readonly shifts: ShiftDesk,
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** @throws REFUND_STATE, REFUND_AT_CHANNEL, SAME_PERSON, REFUND_EXCEEDS, INVOICE_STANDS, PERIOD_CLOSED, NOT_FOUND, BOOK_EXHAUSTED, and what ShiftDesk.forPayout throws */
  pay(actor: Actor, projectId: string, id: string, dto: PayRefundRequestDto): Promise<void> {
    return this.db.transaction((tx) => this.payIn(tx, actor, projectId, id, dto));
  }

  /**
   * Locks an approved request with its source, for somebody who may pay it.
   * @returns its status is PAID when it was paid before
   * @throws REFUND_STATE, SAME_PERSON, REFUND_EXCEEDS, INVOICE_STANDS, PERIOD_CLOSED, NOT_FOUND
   */
  async lockPayable(tx: EntityManager, actor: Actor, projectId: string, id: string): Promise<Payable> {
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const asked = await tx.findOneBy(RefundRequest, { projectId, id });
    if (!asked) throw notFound("退款申请");
    const locked = await lockSource(tx, projectId, { ...sourceOf(asked), requestId: id });
    const request = await tx.findOneOrFail(RefundRequest, {
      where: { projectId, id },
      lock: { mode: "pessimistic_write" },
    });
    const payable = { request, locked, bookedOn, period };
    if (request.status === "PAID") return payable;
    if (request.status !== "APPROVED") throw refundNotApproved();
    if (request.requestedBy === actor.userId) throw refundOwnRequest();
    await refuseApprover(tx, actor, request);
    if (locked.reversedBy === actor.userId) throw refunderIsReverser();
    if (request.amountFen > locked.availableFen) throw refundExceeds(locked.availableFen);
    return payable;
  }

  /**
   * The same inside a transaction of another verb.
   * @param throughChannel the money is back already: the channel it came by says so, and its number is the reference
   */
  async payIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    id: string,
    { referenceNo = null, shiftId: named = null }: PayRefundRequestDto,
    { throughChannel = false } = {},
  ): Promise<void> {
    const { request, locked, bookedOn, period } = await this.lockPayable(tx, actor, projectId, id);
    if (request.status === "PAID") return;
    const method = request.method as PaymentMethod;
    if (!throughChannel) {
      await refuseAtChannel(tx, projectId, id);
      await this.methods.refuseRefund(tx, projectId, { method, referenceNo });
    }

    const payout = { method, amountFen: request.amountFen, shiftId: named, cashierId: locked.takenBy ?? undefined };
    const shiftId = await this.shifts.forPayout(tx, actor, projectId, payout);
    const paper = await this.papers.draw(tx, actor, projectId, "REFUND");
    const refundNo = paper.text;
    const refundId = newId();
    const createdAt = this.clock.now();
    const booked = { bookedOn, period, createdAt };
    const { redReceiptId, depositId, accountId, amountFen, reason, requestHash } = request;
    await tx.insert(Refund, {
      projectId,
      id: refundId,
      refundNo,
      redReceiptId,
      depositId,
      accountId,
      requestId: id,
      shiftId,
      ...booked,
      method,
      amountFen,
      reason,
      referenceNo,
      paidBy: actor.userId,
      paidByName: actor.name,
      requestHash,
    });
    await this.papers.use(tx, actor, projectId, paper, { refundId, day: bookedOn });
    await takeOut(tx, actor, request, locked, { ...booked, refundNo });
    await tx.update(RefundRequest, { projectId, id }, { status: "PAID" });
    const summary = `退款 ${formatFen(amountFen)} 元（${paymentMethodLabels[method]}），${locked.payerName}，${locked.name}，退款单 ${refundNo}`;
    const entry = { projectId, action: "refund.pay", summary };
    await this.audit.record(
      tx,
      actor,
      { ...entry, entity: "refund-request", entityId: id, after: { refundNo, amountFen, bookedOn } },
      ...(locked.roomId ? [{ ...entry, entity: "room", entityId: locked.roomId }] : []),
    );
  }

  /**
   * The whole account number a transfer is to be made to; the look is logged (LAW-30, LAW-31).
   * @throws REFUND_STATE, NOT_FOUND
   */
  account(actor: Actor, projectId: string, id: string): Promise<RefundAccountDto> {
    return this.db.transaction(async (tx) => {
      const request = await tx.findOneBy(RefundRequest, { projectId, id });
      if (!request) throw notFound("退款申请");
      if (!request.bankAccountCipher) throw notFound("退款申请的银行账号");
      if (request.status !== "APPROVED") throw refundAccountClosed();
      const summary = `为付款查看退款申请 ${request.requestNo} 的完整银行账号`;
      const entry = { projectId, action: "refund-request.unmask", entity: "refund-request", entityId: id, summary };
      await this.audit.record(tx, actor, entry);
      return { bankAccount: this.personal.decrypt(request.bankAccountCipher) };
    });
  }
}

/** His rights may have changed since he approved it. @throws SAME_PERSON */
async function refuseApprover(
  tx: EntityManager,
  { userId }: Actor,
  { projectId, approvalId }: RefundRequest,
): Promise<void> {
  const [approval] = await tx.query<{ by: string | null }[]>(
    "SELECT decided_by AS by FROM approval WHERE project_id = $1 AND id = $2",
    [projectId, approvalId],
  );
  if (approval?.by === userId) throw refundApproverPays();
}

/** Where the money of a request comes from. */
export function sourceOf({ redReceiptId, depositId, accountId }: RefundRequest) {
  if (redReceiptId) return { source: "RED_RECEIPT", sourceId: redReceiptId } as const;
  if (depositId) return { source: "DEPOSIT", sourceId: depositId } as const;
  return { source: "PREPAYMENT", sourceId: accountId! } as const;
}

/** The money leaves the deposit or the account; a red receipt gave it back before. */
async function takeOut(
  tx: EntityManager,
  actor: Actor,
  { projectId, id, amountFen, reason, requestHash }: RefundRequest,
  { deposit, account }: LockedSource,
  { refundNo, ...booked }: { refundNo: string; bookedOn: string; period: string; createdAt: Date },
): Promise<void> {
  if (deposit) {
    const by = { createdBy: actor.userId, createdByName: actor.name };
    const taking = {
      id,
      kind: "REFUND",
      amountFen,
      reason,
      documentNo: refundNo,
      requestHash,
      ...booked,
      ...by,
    } as const;
    await takeFrom(tx, projectId, deposit, taking);
  }
  if (account) {
    const booking = { projectId, receiptId: null, documentNo: refundNo, ...booked };
    await bookMovements(tx, booking, [{ account, source: "REFUND", amountFen: -amountFen }]);
  }
}
