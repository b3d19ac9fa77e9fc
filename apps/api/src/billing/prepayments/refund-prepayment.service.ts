import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { paymentMethodLabels, type PayPrepaymentRefundDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { ShiftDesk } from "../shifts/shift-desk.js";
import { requestHash } from "../receipts/request-hash.js";
import { bookMovements, type LockedAccount } from "./prepayment-ledger.js";
import { PrepaymentRefund } from "./prepayment-refund.entity.js";
import { balanceTooSmall, refundNotOpen, refundNotReviewed, refundOfOwnRequest } from "./prepayments.errors.js";

interface Requested {
  status: string;
  amountFen: number;
  requestedBy: string;
  transferAskedBy: string | null;
  transferDraftedBy: string | null;
  account: LockedAccount;
  customerId: string;
  customerName: string;
}

/**
 * Pays balances back that a transfer promised (退还预收, BIL-64): one drafts the transfer and asks for it, another approves it,
 * a third pays.
 */
@Injectable()
export class RefundPrepaymentService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly shifts: ShiftDesk,
    private readonly methods: PaymentMethods,
    private readonly audit: AuditService,
  ) {}

  /** Asks, in the caller's transaction, to pay a balance back; nothing moves until it is paid. Returns the request's id. */
  async requestIn(
    tx: EntityManager,
    actor: Actor,
    request: {
      projectId: string;
      accountId: string;
      amountFen: number;
      reason: string;
      transferAskedBy: string | null;
      transferDraftedBy: string | null;
    },
  ): Promise<string> {
    const id = newId();
    const asked = { requestedBy: actor.userId, requestedByName: actor.name, createdAt: this.clock.now() };
    await tx.insert(PrepaymentRefund, { ...request, id, status: "OPEN", ...asked });
    const { projectId, amountFen, reason } = request;
    const summary = `申请退还预收 ${formatFen(amountFen)} 元：${reason}`;
    const entry = { projectId, action: "prepayment.request", entity: "prepayment", entityId: request.accountId };
    await this.audit.record(tx, actor, { ...entry, summary, after: { refundId: id, amountFen } });
    return id;
  }

  /**
   * Pays a request. Paid already it answers without paying again.
   * @throws SAME_PERSON, REFUND_NOT_REVIEWED, REFUND_STATE, PREPAYMENT_SHORT (used meanwhile), PERIOD_CLOSED
   */
  pay(actor: Actor, projectId: string, id: string, dto: PayPrepaymentRefundDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const timeZone = await timeZoneOf(tx, projectId);
      const bookedOn = this.clock.today(timeZone);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const refund = await requestedOf(tx, projectId, id);
      if (refund.status === "PAID") return;
      await this.methods.refuseRefund(tx, projectId, dto);
      if (refund.status !== "OPEN") throw refundNotOpen();
      const { requestedBy, transferAskedBy, transferDraftedBy } = refund;
      if (transferAskedBy === null) throw refundNotReviewed();
      if ([requestedBy, transferAskedBy, transferDraftedBy].includes(actor.userId)) throw refundOfOwnRequest();
      const { account, amountFen } = refund;
      if (account.balanceFen < amountFen) throw balanceTooSmall(account.roomCode, account.balanceFen, amountFen);

      const payout = { method: dto.method, amountFen, shiftId: dto.shiftId ?? null };
      const shiftId = await this.shifts.forPayout(tx, actor, projectId, payout);
      const refundNo = await this.numbers.draw(tx, projectId, "refund");
      const createdAt = this.clock.now();
      await tx.query(
        `INSERT INTO refund (project_id, id, refund_no, prepayment_refund_id, method, amount_fen, booked_on, period,
                reference_no, reason, paid_by, paid_by_name, request_hash, created_at, shift_id)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, p.reason, $10, $11, $12, $13, $14
           FROM prepayment_refund p WHERE p.project_id = $1 AND p.id = $4`,
        [
          projectId,
          newId(),
          refundNo,
          id,
          dto.method,
          amountFen,
          bookedOn,
          period,
          dto.referenceNo ?? null,
          actor.userId,
          actor.name,
          requestHash({ prepaymentRefundId: id, ...dto }),
          createdAt,
          shiftId,
        ],
      );
      const booking = { projectId, receiptId: null, documentNo: refundNo, bookedOn, period, createdAt };
      await bookMovements(tx, booking, [{ account, source: "REFUND", amountFen: -amountFen }]);
      await tx.update(PrepaymentRefund, { projectId, id }, { status: "PAID" });
      const summary = `退还预收 ${formatFen(amountFen)} 元（${paymentMethodLabels[dto.method]}），${refund.customerName}，房间 ${account.roomCode}，退款单 ${refundNo}`;
      const entry = { projectId, action: "prepayment.pay", summary };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entity: "prepayment", entityId: account.id, after: { refundNo, bookedOn, amountFen } },
        { ...entry, entity: "customer", entityId: refund.customerId },
        { ...entry, entity: "room", entityId: account.roomId },
      );
    });
  }

  /** The balance stays a prepayment after all. @throws REFUND_STATE */
  cancel(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { status, account, amountFen } = await requestedOf(tx, projectId, id);
      if (status !== "OPEN") throw refundNotOpen();
      await tx.update(PrepaymentRefund, { projectId, id }, { status: "CANCELLED", cancelReason: reason });
      const summary = `取消退还预收 ${formatFen(amountFen)} 元（房间 ${account.roomCode}）：${reason}`;
      const entry = { projectId, action: "prepayment.cancel", entity: "prepayment", entityId: account.id, summary };
      await this.audit.record(tx, actor, entry);
    });
  }
}

async function timeZoneOf(tx: EntityManager, projectId: string): Promise<string> {
  const [project] = await tx.query<{ zone: string }[]>("SELECT time_zone AS zone FROM project WHERE id = $1", [
    projectId,
  ]);
  if (!project) throw notFound("管理区");
  return project.zone;
}

/** A request with its account, both locked. */
async function requestedOf(tx: EntityManager, projectId: string, id: string): Promise<Requested> {
  const [row] = await tx.query<(Omit<Requested, "account"> & { accountId: string } & Omit<LockedAccount, "id">)[]>(
    `SELECT p.status, p.amount_fen AS "amountFen", p.requested_by AS "requestedBy", p.transfer_asked_by AS "transferAskedBy",
            p.transfer_drafted_by AS "transferDraftedBy", a.id AS "accountId", a.room_id AS "roomId",
            r.code AS "roomCode", a.fee_item_id AS "feeItemId", a.balance_fen AS "balanceFen", c.id AS "customerId", c.name AS "customerName"
       FROM prepayment_refund p
       JOIN prepayment_account a ON a.project_id = p.project_id AND a.id = p.account_id
       JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
       JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
      WHERE p.project_id = $1 AND p.id = $2 FOR UPDATE OF a, p`,
    [projectId, id],
  );
  if (!row) throw notFound("退还预收的申请");
  const { accountId, roomId, roomCode, feeItemId, balanceFen, ...rest } = row;
  return { ...rest, account: { id: accountId, roomId, roomCode, feeItemId, balanceFen } };
}
