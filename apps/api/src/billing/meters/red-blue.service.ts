import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { noteOrigins } from "../charges/charge-origins.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { followPlans } from "../payment-plans/follow-plans.js";
import { plansOfCharges } from "../payment-plans/plan-of-charge.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { bookMovements, lockAccounts } from "../prepayments/prepayment-ledger.js";
import { PostReceiptService } from "../receipts/post-receipt.service.js";
import { BillReadings, type MeteredMonth } from "./bill-readings.js";
import { debtBehind } from "./debt-behind.js";

/** A charge that a reading was billed with; amounts in fen. */
export interface BilledCharge {
  id: string;
  roomId: string;
  payerId: string;
  reducedFen: number;
  /** What money and prepayments have settled of it; what was taken back before is not among it. */
  paidFen: number;
}

/** Money that a red charge has given back, by payer, in fen. */
export type GivenBack = ReadonlyMap<string, number>;

/**
 * Red and blue (BIL-83): a wrong charge is taken back whole, what was paid for it becomes prepayment of its payer, the
 * right one is issued and paid from there. The difference stays as prepayment (and can be refunded), or is left to pay.
 */
@Injectable()
export class RedBlueService {
  constructor(
    private readonly bills: BillReadings,
    private readonly receipts: PostReceiptService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /** Takes locked charges back whole, booked today. Nothing of them may be reduced. */
  async red(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    charges: readonly BilledCharge[],
    reason: string,
  ): Promise<GivenBack> {
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const now = this.clock.now();
    const paid = charges.filter(({ paidFen }) => paidFen > 0);
    const booking = {
      projectId,
      receiptId: null,
      documentNo: `红冲重开：${reason}`.slice(0, 100),
      bookedOn,
      period,
      createdAt: now,
    };
    for (const { id, roomId, payerId, paidFen } of paid) {
      await tx.query(
        `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, reason, created_by)
         VALUES ($1, $2, $3, $4, 'OFFSET', $5, $6, $7, $8, $9)`,
        [projectId, newId(), now, id, paidFen, bookedOn, period, reason, actor.userId],
      );
      await tx.query(
        "UPDATE charge SET offset_fen = offset_fen - $3, open_fen = open_fen + $3 WHERE project_id = $1 AND id = $2",
        [projectId, id, paidFen],
      );
      const accounts = await lockAccounts(tx, projectId, payerId, [{ roomId, feeItemId: null }], now);
      await bookMovements(tx, booking, [{ account: accounts[0]!, source: "REVERSAL", amountFen: paidFen }]);
    }
    const ids = charges.map(({ id }) => id);
    await reverseOpen(tx, { projectId, ids, bookedOn, period, source: "READING", reason, userId: actor.userId, now });
    const back = Map.groupBy(paid, ({ payerId }) => payerId);
    return new Map([...back].map(([payer, own]) => [payer, own.reduce((sum, { paidFen }) => sum + paidFen, 0)]));
  }

  /**
   * Issues the right charges and pays them with what the red ones gave back. A payer's right charge stands for his red one:
   * it was due, dunned and late as that one was, what was paid was paid in time, and it goes on in its payment plan.
   */
  async blue(
    tx: EntityManager,
    actor: Actor,
    month: MeteredMonth,
    { charges, back }: { charges: readonly BilledCharge[]; back: GivenBack },
    remark: string,
  ): Promise<void> {
    const { projectId } = month;
    const ids = charges.map(({ id }) => id);
    const behind = await debtBehind(tx, projectId, ids);
    const issued = await this.bills.bill(tx, month, behind);
    const plans = await plansOfCharges(tx, projectId, ids);
    const planned = charges.filter(({ id }) => plans.has(id));
    const reissued = issued.flatMap(({ id, line }) => {
      const red = planned.find(({ payerId }) => payerId === line.payerId);
      return red ? [{ from: red.id, to: id, amountFen: line.amountFen }] : [];
    });
    const day = await projectToday(tx, this.clock, projectId);
    const now = this.clock.now();
    await followPlans(tx, { projectId, day, now }, reissued);
    const origins = issued.flatMap(({ id: to, line }) =>
      charges.flatMap(({ id: from, payerId }) => (payerId === line.payerId ? [{ from, to }] : [])),
    );
    await noteOrigins(tx, { projectId, now }, origins);
    for (const [payerId, givenFen] of back) {
      let left = givenFen;
      const own = issued.filter(({ line }) => line.payerId === payerId);
      const lines = own.flatMap(({ id, line }) => {
        const amountFen = Math.min(left, line.amountFen);
        left -= amountFen;
        return amountFen > 0 ? [{ chargeId: id, amountFen }] : [];
      });
      const tenderedFen = givenFen - left;
      if (tenderedFen === 0) continue;
      const methods = [{ method: "PREPAYMENT" as const, tenderedFen, roomId: month.roomId, feeItemId: null }];
      const of = behind.get(payerId)?.receiptId;
      const reissue = of ? { of, discounts: [] } : null;
      await this.receipts.postIn(tx, actor, projectId, { id: newId(), payerId, lines, methods, remark }, { reissue });
    }
  }
}
