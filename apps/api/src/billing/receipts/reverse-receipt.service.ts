import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ReverseReceiptDto, VoidReceiptDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { refuseUsedDeposits } from "../deposits/deposit-ledger.js";
import { chargesOfDiscounts, takeBackDiscounts } from "../discounts/receipt-discounts.js";
import { refuseEInvoiced } from "../invoices/standing-invoices.js";
import { PostingPeriod } from "../periods/posting-period.js";
import {
  bookMovements,
  lockAccountsById,
  type LockedAccount,
  type PrepaymentMove,
} from "../prepayments/prepayment-ledger.js";
import { PaperNumbers } from "../receipt-books/paper-numbers.js";
import { refuseUnapproved } from "../reversals/reversal-rules.js";
import { BillingSettingsService } from "../settings/billing-settings.service.js";
import { ShiftDesk } from "../shifts/shift-desk.js";
import { bookOnCharges, type ChargeMove, lockCharges } from "./charge-ledger.js";
import { originalOf, refuseReversed } from "./original-receipt.js";
import { insertReceipt, type TenderRow } from "./receipt-rows.js";
import { futureBooking, ownReceipt, prepaymentUsed, redNotReversible, redOnlyToday } from "./receipts.errors.js";
import { requestHash } from "./request-hash.js";
import { refuseVoid } from "./void-rules.js";

/**
 * Undoes a receipt by a red one dated today (红冲, BIL-80): opposite entries, the charges open again, prepayments go back.
 * Also when the receipt's own month is closed (BIL-91): that month stays as it was.
 */
@Injectable()
export class ReverseReceiptService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly shifts: ShiftDesk,
    private readonly papers: PaperNumbers,
    private readonly settings: BillingSettingsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Reverses once, where one person may; returns the red receipt's id.
   * @throws REVERSAL_NEEDS_APPROVAL, RED_RECEIPT, RECEIPT_REVERSED, SAME_PERSON, INVOICE_STANDS (an electronic one), PERIOD_CLOSED, RED_ONLY_TODAY, PREPAYMENT_USED, DEPOSIT_USED,
   * COPY_NOT_RETURNED
   */
  reverse(actor: Actor, projectId: string, receiptId: string, dto: ReverseReceiptDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { reversalApproval } = await this.settings.of(projectId, tx);
      const today = await projectToday(tx, this.clock, projectId);
      await refuseUnapproved(tx, projectId, receiptId, reversalApproval, today);
      return this.reverseIn(tx, actor, projectId, receiptId, dto);
    });
  }

  /**
   * Voids one's own receipt of today (作废, BIL-80) as if it had never been taken: no money is left to be paid back.
   * Returns the red receipt's id.
   * @throws RED_RECEIPT, RECEIPT_REVERSED, VOID_NOT_ALLOWED, INVOICE_STANDS, PERIOD_CLOSED, PREPAYMENT_USED, DEPOSIT_USED,
   * TILL_SHORT
   */
  void(actor: Actor, projectId: string, receiptId: string, { reason, ...dto }: VoidReceiptDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      await refuseVoid(tx, actor, projectId, receiptId, {
        ...dto,
        today: await projectToday(tx, this.clock, projectId),
      });
      return this.reverseIn(
        tx,
        actor,
        projectId,
        receiptId,
        { reason, copyReturned: dto.copiesReturned },
        { isVoid: true },
      );
    });
  }

  /**
   * The same inside a transaction of another verb.
   * @param askedBy who asked for it when somebody else has approved it: the red receipt is his
   * @param reissued the receipt is issued anew at once and holds the money: none leaves a till, none is left to refund, and
   * what is charged to bearers of its discounts stays until the caller has relieved them (`relieveBearers`)
   */
  async reverseIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    receiptId: string,
    dto: ReverseReceiptDto,
    { isVoid = false, reissued = false, askedBy }: { isVoid?: boolean; reissued?: boolean; askedBy?: Actor } = {},
  ): Promise<string> {
    const original = await originalOf(tx, projectId, receiptId);
    const reverser = askedBy ?? actor;
    if (original.reversalOf) throw redNotReversible();
    const today = this.clock.today(original.timeZone);
    const bookedOn = dto.bookedOn ?? today;
    if (bookedOn > today) throw futureBooking(today);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    if (bookedOn < today) throw redOnlyToday(today);
    if (original.cashierId === reverser.userId && !isVoid) throw ownReceipt();

    const moves = await movesOf(tx, projectId, receiptId);
    const discounted = await chargesOfDiscounts(tx, projectId, receiptId);
    await lockCharges(tx, projectId, [...new Set([...moves.map(({ chargeId }) => chargeId), ...discounted])]);
    await refuseEInvoiced(tx, projectId, [receiptId]);
    await refuseUsedDeposits(tx, projectId, moves);
    const booked = await prepaidBy(tx, projectId, receiptId);
    const accounts = await lockAccountsById(
      tx,
      projectId,
      booked.map(({ accountId }) => accountId),
    );
    await refuseReversed(tx, projectId, receiptId, original.receiptNo);
    const prepayments = takenBack(booked, accounts);

    const tenders = await redTenders(tx, projectId, receiptId);
    let shiftId: string | null = null;
    if (isVoid) shiftId = await this.shifts.forVoid(tx, projectId, original.shiftId, cashOf(tenders));
    else if (!reissued) shiftId = await this.shifts.forReversal(tx, reverser, projectId, original.cashierId);
    await this.papers.voidReceipt(tx, projectId, { id: receiptId, receiptNo: original.receiptNo }, dto);
    const redId = newId();
    const receiptNo = await this.numbers.draw(tx, projectId, "receipt");
    const createdAt = this.clock.now();
    const booking = {
      projectId,
      receiptId: redId,
      bookedOn,
      period,
      reason: dto.reason,
      createdBy: reverser.userId,
      createdAt,
    };
    await insertReceipt(tx, {
      ...booking,
      receiptNo,
      payerId: original.payerId,
      chargesFen: -original.chargesFen,
      prepaymentFen: -original.prepaymentFen,
      changeFen: 0,
      reversalOf: receiptId,
      reversalReason: dto.reason,
      remark: null,
      allocationReason: null,
      cashier: reverser,
      requestHash: requestHash({ reversalOf: receiptId, ...dto }),
      shiftId,
      isVoid,
      moneySettled: isVoid || reissued,
      atDesk: original.atDesk && !reissued,
      tenders,
    });
    await bookOnCharges(tx, booking, moves);
    await takeBackDiscounts(tx, booking, receiptId, reissued);
    await bookMovements(tx, booking, prepayments);
    const amountFen = original.chargesFen + original.prepaymentFen;
    const summary = `${isVoid ? "作废" : "红冲"}收据 ${original.receiptNo}（${formatFen(amountFen)} 元，${original.payerName}），红字收据 ${receiptNo}，${askedBy ? `申请人：${askedBy.name}，` : ""}原因：${dto.reason}`;
    await this.audit.record(
      tx,
      actor,
      {
        projectId,
        action: isVoid ? "receipt.void" : "receipt.reverse",
        entity: "receipt",
        entityId: receiptId,
        summary,
        after: { redReceiptNo: receiptNo, bookedOn },
      },
      {
        projectId,
        action: "receipt.red",
        entity: "receipt",
        entityId: redId,
        summary,
        after: { receiptNo, bookedOn, amountFen: -amountFen },
      },
    );
    return redId;
  }
}

interface Prepaid {
  accountId: string;
  amountFen: number;
}

/** What the receipt moved on prepayment accounts. */
function prepaidBy(tx: EntityManager, projectId: string, receiptId: string): Promise<Prepaid[]> {
  return tx.query<Prepaid[]>(
    `SELECT m.account_id AS "accountId", sum(m.amount_fen)::bigint AS "amountFen"
       FROM prepayment_movement m
      WHERE m.project_id = $1 AND m.receipt_id = $2
      GROUP BY m.account_id`,
    [projectId, receiptId],
  );
}

/** The opposite movements. @throws PREPAYMENT_USED */
function takenBack(booked: readonly Prepaid[], accounts: readonly LockedAccount[]): PrepaymentMove[] {
  return accounts.map((account) => {
    const amountFen = booked.find(({ accountId }) => accountId === account.id)!.amountFen;
    if (amountFen > account.balanceFen) throw prepaymentUsed(account.roomCode, account.balanceFen, amountFen);
    return { account, source: "REVERSAL", amountFen: -amountFen };
  });
}

/** The opposite of what the receipt booked on charges. */
function movesOf(tx: EntityManager, projectId: string, receiptId: string): Promise<ChargeMove[]> {
  return tx.query<ChargeMove[]>(
    `SELECT charge_id AS "chargeId",
            coalesce(sum(amount_fen) FILTER (WHERE kind = 'RECEIPT'), 0)::bigint AS "receivedFen",
            coalesce(sum(amount_fen) FILTER (WHERE kind = 'OFFSET'), 0)::bigint AS "offsetFen"
       FROM charge_entry WHERE project_id = $1 AND receipt_id = $2
      GROUP BY charge_id`,
    [projectId, receiptId],
  );
}

/** What goes back in cash. */
const cashOf = (tenders: readonly TenderRow[]) =>
  -tenders.filter(({ method }) => method === "CASH").reduce((sum, { amountFen }) => sum + amountFen, 0);

function redTenders(tx: EntityManager, projectId: string, receiptId: string): Promise<TenderRow[]> {
  return tx.query<TenderRow[]>(
    `SELECT method, -amount_fen AS "amountFen", -amount_fen AS "tenderedFen", reference_no AS "referenceNo"
       FROM receipt_method WHERE project_id = $1 AND receipt_id = $2 ORDER BY id`,
    [projectId, receiptId],
  );
}
