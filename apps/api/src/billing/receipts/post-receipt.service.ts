import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PostReceiptDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { refuseMerged } from "../../customer/customer-lock.js";
import { giveDiscounts, type PlannedDiscount } from "../discounts/discount-ledger.js";
import { planDiscounts } from "../discounts/receipt-discounts.js";
import { freezeLateFees, takeBackLateFees } from "../late-fees/freeze-late-fees.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { askedBackOf } from "../prepayments/asked-back.js";
import { bookMovements } from "../prepayments/prepayment-ledger.js";
import { refuseSkipping } from "../desk/payment-order.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { DeskSettingsService } from "../shifts/desk-settings.service.js";
import { PaperNumbers, type Paper } from "../receipt-books/paper-numbers.js";
import { ShiftDesk } from "../shifts/shift-desk.js";
import { bookOnCharges, lockCharges } from "./charge-ledger.js";
import { chargesOf, grossLines, lateFeeLines, refuseBadLines, settledLines } from "./receipt-lines.js";
import { lockPrepayments, prepaymentMoves } from "./receipt-prepayments.js";
import { insertReceipt } from "./receipt-rows.js";
import { backDating, futureBooking, sameIdOtherReceipt } from "./receipts.errors.js";
import { requestHash } from "./request-hash.js";
import { refuseSettledSince } from "./settled-since.js";
import { settle, spreadOffsets } from "./settlement.js";

/** The receipt that another stands for, and the discounts of it that go on as they were given. */
export interface Reissue {
  of: string;
  discounts: readonly PlannedDiscount[];
}

interface Payer {
  timeZone: string;
  name: string | null;
}

/** Takes money of one payer over any number of his charges and rooms (BIL-71, BIL-141, BIL-145). */
@Injectable()
export class PostReceiptService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly shifts: ShiftDesk,
    private readonly papers: PaperNumbers,
    private readonly methods: PaymentMethods,
    private readonly settings: DeskSettingsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Posts a receipt; posting twice with the same id posts once.
   *
   * @param mayBackDate whether an earlier day of an open month is allowed
   * @throws ID_REUSED, CUSTOMER_MERGED, PERIOD_CLOSED, FUTURE_DATE, BACK_DATING, CHARGE_OTHER_PAYER, CHARGE_REVERSED,
   * SHIFT_REQUIRED, BOOK_EXHAUSTED, ALLOCATION_ORDER, AMOUNT_EXCEEDS_OPEN, AMOUNT_MISMATCH, PREPAYMENT_SHORT, PREPAYMENT_EXCEEDS_LINES, PREPAYMENT_WRONG_ITEM,
   * FEE_ITEM_KIND, LATE_FEE_CHANGED, DISCOUNT_…
   */
  async post(actor: Actor, projectId: string, dto: PostReceiptDto, { mayBackDate = false } = {}): Promise<void> {
    await this.db.transaction((tx) => this.postIn(tx, actor, projectId, dto, { mayBackDate, atDesk: true }));
  }

  /**
   * The same inside a transaction of another verb (a transfer that offsets a prepayment): no desk, no shift.
   * @param reissue the receipt this one stands for: what was paid then was paid in time, so no late fee is booked now
   */
  async postIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    dto: PostReceiptDto,
    {
      mayBackDate = false,
      atDesk = false,
      reissue = null,
    }: { mayBackDate?: boolean; atDesk?: boolean; reissue?: Reissue | null } = {},
  ): Promise<void> {
    const hash = requestHash(dto);
    const settlement = settle(dto);
    if (await this.wasPosted(tx, projectId, dto.id, hash)) return;
    const payer = await this.payerOf(tx, projectId, dto.payerId);
    if (atDesk) await this.methods.refusePayment(tx, projectId, dto.methods);
    const today = this.clock.today(payer.timeZone);
    const bookedOn = dto.bookedOn ?? today;
    if (bookedOn > today) throw futureBooking(today);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    if (bookedOn < today && !mayBackDate) throw backDating(today);

    const charges = await lockCharges(tx, projectId, chargesOf(dto));
    const accounts = await lockPrepayments(tx, projectId, dto, this.clock.now());
    // A retry that ran beside the first try waited for its locks and finds it now.
    if (await this.wasPosted(tx, projectId, dto.id, hash)) return;
    refuseBadLines(dto, charges);
    const discounts = reissue?.discounts ?? (await planDiscounts(tx, projectId, dto, charges, bookedOn));
    const gross = grossLines(dto, discounts);
    if (bookedOn < today) await refuseSettledSince(tx, projectId, gross, charges, bookedOn);
    if (atDesk) {
      const { allocation } = await this.settings.of(projectId, tx);
      await refuseSkipping(tx, projectId, { ...dto, lines: gross }, allocation);
    }
    // other verbs draw what they have just put in, or what they settle as a whole
    const askedBack = atDesk ? await askedBackOf(tx, projectId, accounts) : new Map<string, number>();
    const moves = prepaymentMoves(dto, settlement, accounts, askedBack);
    const now = this.clock.now();
    const overdue = { projectId, chargeIds: chargesOf(dto), bookedOn, period, createdAt: now };
    const frozen = reissue ? [] : await freezeLateFees(tx, overdue);
    const lines = [...dto.lines, ...lateFeeLines(dto, charges, frozen)];
    const settled = [
      ...charges,
      ...(await lockCharges(
        tx,
        projectId,
        frozen.map((one) => one.lateFeeChargeId),
      )),
    ];
    const offsets = spreadOffsets(settledLines(lines, settled), settlement.tenders);

    const shiftId = atDesk ? await this.shifts.forReceipt(tx, actor, projectId) : null;
    const paper: Paper = atDesk
      ? await this.papers.draw(tx, actor, projectId, "RECEIPT")
      : { text: await this.numbers.draw(tx, projectId, "receipt"), book: null };
    const receiptNo = paper.text;
    const booking = {
      projectId,
      receiptId: dto.id,
      bookedOn,
      period,
      reason: null,
      createdBy: actor.userId,
      createdAt: now,
    };
    await insertReceipt(tx, {
      ...booking,
      receiptNo,
      payerId: dto.payerId,
      chargesFen: settlement.linesFen,
      prepaymentFen: settlement.prepaymentFen,
      changeFen: settlement.changeFen,
      reversalOf: null,
      reissueOf: reissue?.of ?? null,
      reversalReason: null,
      remark: dto.remark ?? null,
      allocationReason: dto.allocationReason ?? null,
      cashier: actor,
      requestHash: hash,
      shiftId,
      atDesk,
      tenders: settlement.tenders,
    });
    await this.papers.use(tx, actor, projectId, paper, { receiptId: dto.id, day: bookedOn });
    await bookOnCharges(
      tx,
      booking,
      lines.map(({ chargeId, amountFen }) => {
        const offsetFen = offsets.get(chargeId) ?? 0;
        return { chargeId, receivedFen: amountFen - offsetFen, offsetFen };
      }),
    );
    await giveDiscounts(tx, booking, discounts, reissue?.of);
    await bookMovements(tx, booking, moves);
    // back-dated, it may show that too much late fee was booked since
    if (bookedOn < today)
      await takeBackLateFees(tx, { ...booking, chargeIds: dto.lines.map(({ chargeId }) => chargeId) });
    const totalFen = settlement.linesFen + settlement.prepaymentFen;
    await this.audit.record(tx, actor, {
      projectId,
      action: "receipt.post",
      entity: "receipt",
      entityId: dto.id,
      summary: `收款 ${formatFen(totalFen)} 元，${payer.name}，收据 ${receiptNo}`,
      after: {
        receiptNo,
        bookedOn,
        amountFen: totalFen,
        lines,
        discounts,
        methods: settlement.tenders,
        prepayment: dto.prepayment,
      },
    });
  }

  private async wasPosted(tx: EntityManager, projectId: string, id: string, hash: string): Promise<boolean> {
    const [earlier] = await tx.query<{ request_hash: string }[]>(
      "SELECT request_hash FROM receipt WHERE project_id = $1 AND id = $2",
      [projectId, id],
    );
    if (earlier && earlier.request_hash !== hash) throw sameIdOtherReceipt();
    return Boolean(earlier);
  }

  private async payerOf(tx: EntityManager, projectId: string, payerId: string): Promise<Payer> {
    const [payer] = await tx.query<Payer[]>(
      `SELECT p.time_zone AS "timeZone", c.name FROM project p
         LEFT JOIN customer c ON c.project_id = p.id AND c.id = $2 WHERE p.id = $1`,
      [projectId, payerId],
    );
    if (!payer) throw notFound("管理区");
    if (payer.name === null) throw notFound("收费对象");
    await refuseMerged(tx, projectId, payerId);
    return payer;
  }
}
