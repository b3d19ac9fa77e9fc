import { Injectable } from "@nestjs/common";
import type { Proration } from "@linli/contracts";
import { type EntityManager, In } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { dayAfter, firstDay, maxDate } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { Charge } from "../charges/charge.entity.js";
import { noteOrigins } from "../charges/charge-origins.js";
import { type IssuedCut, traceOfRest } from "../charges/cut-charges.service.js";
import { planCut } from "../charges/plan-cut.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { lateBookedOn, lateBookedShare } from "../late-fees/late-booked-to.js";
import { followPlans } from "../payment-plans/follow-plans.js";
import { plansOfCharges } from "../payment-plans/plan-of-charge.js";
import { PostingPeriod } from "../periods/posting-period.js";
import type { PriceTrace } from "../pricing/pricing.types.js";

/** A charge that was cut at the last day: what was taken back of it, and what was issued for the days before. */
export interface DroppedCharge {
  chargeId: string;
  reversedFen: number;
  pieceId: string | null;
  proration: Proration | null;
  bindingFrom: string | null;
}

interface Place {
  projectId: string;
  lastDay: string;
  reason: string;
}

/** What a restore must know of the cuts. */
export const droppedOf = (cuts: readonly IssuedCut[]): DroppedCharge[] =>
  cuts
    .filter(({ cut }) => cut.reverseFen > 0)
    .map(({ charge, cut, issued }) => ({
      chargeId: charge.id,
      reversedFen: cut.reverseFen,
      pieceId: issued[0]?.chargeId ?? null,
      proration: charge.proration,
      bindingFrom: charge.bindingFrom,
    }));

/** Owes again what a split or merge had taken back, when it is undone. */
@Injectable()
export class RestoreCharges {
  constructor(
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /**
   * A bill whose days before were not paid meanwhile comes back whole; of another the rest of its days. Booked today. What
   * comes back goes on in the payment plan that covered it.
   * @throws PERIOD_CLOSED
   */
  async restore(tx: EntityManager, actor: Actor, place: Place, dropped: readonly DroppedCharge[]): Promise<void> {
    if (dropped.length === 0) return;
    const { projectId, reason } = place;
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const charges = await this.lock(tx, projectId, dropped);
    const untouched = dropped.flatMap(({ pieceId }) => {
      const piece = pieceId === null ? undefined : charges.get(pieceId);
      return piece && piece.openFen === piece.amountFen ? [piece.id] : [];
    });
    const now = this.clock.now();
    if (untouched.length > 0)
      await reverseOpen(tx, {
        projectId,
        ids: untouched,
        bookedOn,
        period,
        source: "RESTRUCTURE",
        reason,
        userId: actor.userId,
        now,
      });

    const late = await lateBookedOn(tx, projectId, [...charges.keys()]);
    const rows = dropped.map((one) => {
      const original = charges.get(one.chargeId)!;
      const isWhole = one.pieceId === null || untouched.includes(one.pieceId);
      const [whole, piece] = [late.get(one.chargeId)!, one.pieceId === null ? null : late.get(one.pieceId)!];
      const lateBookedTo =
        [whole, piece]
          .flatMap((booked) => booked?.to ?? [])
          .toSorted()
          .at(-1) ?? null;
      const days = isWhole ? wholeOf(original, one) : restOf(original, one, place.lastDay);
      // what was booked on days that come back goes with them
      const ofPiece = isWhole && piece ? piece.ownFen : 0;
      const lateBookedFen = lateBookedShare(whole.fen, days.amountFen, original.amountFen) + ofPiece;
      return again({ ...original, lateBookedTo, lateBookedFen }, days);
    });
    const later = [...new Set(rows.map(({ bookedPeriod }) => bookedPeriod))].filter((month) => month > period);
    for (const month of later.toSorted()) await this.periods.lockForPosting(tx, projectId, firstDay(month), 1);
    await tx.insert(
      Charge,
      rows.map((row) => ({
        ...row,
        bookedPeriod: maxDate(period, row.bookedPeriod),
        remark: [row.remark, reason].filter(Boolean).join("；"),
        createdAt: now,
      })),
    );
    const plans = await plansOfCharges(tx, projectId, [...charges.keys()]);
    const reissued = dropped.map(({ chargeId, pieceId }, at) => {
      const { id: to, amountFen } = rows[at]!;
      const isPiece = !plans.has(chargeId) && pieceId !== null && untouched.includes(pieceId);
      return { from: isPiece ? pieceId : chargeId, to, amountFen };
    });
    await followPlans(tx, { projectId, day: bookedOn, now }, reissued);
    const origins = dropped.flatMap(({ chargeId, pieceId }, at) => {
      const taken = pieceId !== null && untouched.includes(pieceId) ? [chargeId, pieceId] : [chargeId];
      return taken.map((from) => ({ from, to: rows[at]!.id }));
    });
    await noteOrigins(tx, { projectId, now }, origins);
  }

  private async lock(
    tx: EntityManager,
    projectId: string,
    dropped: readonly DroppedCharge[],
  ): Promise<Map<string, Charge>> {
    const ids = dropped.flatMap(({ chargeId, pieceId }) => (pieceId === null ? [chargeId] : [chargeId, pieceId]));
    const charges = await tx.find(Charge, {
      where: { projectId, id: In(ids) },
      order: { id: "ASC" },
      lock: { mode: "pessimistic_write" },
    });
    return new Map(charges.map((charge) => [charge.id, charge]));
  }
}

type Days = Pick<Charge, "serviceFrom" | "serviceTo" | "amountFen" | "dueOn" | "trace">;

/** What was open of the bill when it was cut, for all its days. */
function wholeOf(charge: Charge, { reversedFen }: DroppedCharge): Days {
  const { serviceFrom, serviceTo, dueOn, amountFen, receivedFen, offsetFen } = charge;
  const trace = charge.trace as PriceTrace | null;
  const rest = traceOfRest({ trace, amountFen, receivedFen, offsetFen, openFen: reversedFen });
  return { serviceFrom, serviceTo, dueOn, amountFen: reversedFen, trace: rest };
}

/** What was open of the bill for the days after the last one. */
function restOf(charge: Charge, { reversedFen, proration, bindingFrom }: DroppedCharge, lastDay: string): Days {
  const open = { ...charge, trace: charge.trace as PriceTrace | null, openFen: reversedFen, proration, bindingFrom };
  const day = dayAfter(lastDay);
  const kept = planCut(open, day, "DROP").pieces.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const piece = planCut({ ...open, proration: null }, day, "PASS_ON").pieces.find(({ side }) => side === "NEW");
  const { serviceFrom = day, serviceTo = charge.serviceTo, dueOn = charge.dueOn, trace = null } = piece ?? {};
  const amountFen = reversedFen - kept;
  return { serviceFrom, serviceTo, dueOn, amountFen, trace: piece?.amountFen === amountFen ? trace : null };
}

const again = (original: Charge, days: Days) => ({
  ...original,
  ...days,
  id: newId(),
  reducedFen: 0,
  receivedFen: 0,
  offsetFen: 0,
  reversedFen: 0,
  openFen: days.amountFen,
  lastReceivedOn: null,
  cutOn: null,
});
