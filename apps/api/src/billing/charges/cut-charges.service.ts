import { Injectable } from "@nestjs/common";
import type { AdjustmentSource } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { firstDay, maxDate } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { noPayerAfterCut } from "../billing.errors.js";
import { lateBookedFen, lateBookedShare, lateBookedTo } from "../late-fees/late-booked-to.js";
import { followPlans } from "../payment-plans/follow-plans.js";
import { PostingPeriod } from "../periods/posting-period.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { noteOrigins } from "./charge-origins.js";
import { Charge } from "./charge.entity.js";
import type { CutPiece } from "./plan-cut.js";
import {
  chargesOf,
  type CutPlace,
  type CutTarget,
  OPEN_OF_ROOM,
  type PlannedCut,
  plannedFor,
  type RoomCharge,
  touchedBy,
} from "./planned-cuts.js";
import { reverseOpen } from "./reverse-open.js";

/** What became of one charge: the ids of the charges issued in its place. */
export interface IssuedCut extends PlannedCut {
  issued: { side: CutPiece["side"]; chargeId: string; payerId: string; amountFen: number }[];
}

interface Replacement {
  charge: RoomCharge;
  payerId: string;
  piece: Pick<CutPiece, "serviceFrom" | "serviceTo" | "amountFen" | "dueOn" | "trace">;
}

/** What cuts, and its reason in words. */
export interface CutReason {
  source: AdjustmentSource;
  reason: string;
}

interface Replacing extends CutReason {
  reversed: RoomCharge[];
  issued: Replacement[];
  /** Whoever pays now took the debt over as it stands; else only what stays with its payer is the same debt. */
  assumed?: boolean;
}

/** Cuts what a room was charged at a day (过户、拆分、合并; BIL-15, BIL-16). */
@Injectable()
export class CutChargesService {
  constructor(
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /**
   * What a cut would do to every charge of the room that serves the day or later and is not reversed; writes nothing.
   * Charges whose payer stays the same (a tenant who goes on paying) are left out.
   */
  async plan(manager: EntityManager, place: CutPlace, target: CutTarget): Promise<PlannedCut[]> {
    return plannedFor(await chargesOf(manager, place, touchedBy(target)), place.day, target);
  }

  /**
   * Cuts in the caller's transaction: what is open is reversed, booked today in the open month (BIL-91), and issued anew
   * in its parts. Paid charges stay; see `settleFen`. Locks the charges in id order.
   * @throws NO_PAYER when nobody pays from the cut on, PERIOD_CLOSED
   */
  async cut(tx: EntityManager, actor: Actor, place: CutPlace, target: CutTarget, why: CutReason): Promise<IssuedCut[]> {
    const charges = await chargesOf(tx, place, `${touchedBy(target)} ORDER BY c.id FOR UPDATE OF c`);
    const planned = plannedFor(charges, place.day, target);
    const replacements = planned.map(({ charge, cut, newPayerId }) => {
      return cut.pieces.map((piece) => {
        const payerId = piece.side === "OLD" ? charge.payerId : newPayerId;
        if (!payerId) throw noPayerAfterCut(charge.feeItemName, piece.serviceFrom);
        return { charge, payerId, piece };
      });
    });
    const reversed = planned.filter(({ cut }) => cut.reverseFen > 0).map(({ charge }) => charge);
    const ids = await this.replace(tx, actor, place, { reversed, issued: replacements.flat(), ...why });
    let next = 0;
    return planned.map((one, index) => ({
      ...one,
      issued: replacements[index]!.map(({ payerId, piece }, at) => {
        const { side } = one.cut.pieces[at]!;
        return { side, chargeId: ids[next++]!, payerId, amountFen: piece.amountFen };
      }),
    }));
  }

  /** Open charges of the room owed by these customers, the earliest due first. */
  async openOf(
    manager: EntityManager,
    place: Omit<CutPlace, "day">,
    payerIds: readonly string[],
  ): Promise<RoomCharge[]> {
    const condition =
      "c.principal_id IS NULL AND c.service_to >= $3 AND c.open_fen > 0 ORDER BY c.due_on, c.service_from, c.id";
    const open = await chargesOf(manager, { ...place, day: "1900-01-01" }, condition);
    return open.filter(({ payerId }) => payerIds.includes(payerId));
  }

  /**
   * Passes what is open of charges to another payer, reversed and issued anew with the same days and due date: debts
   * assumed by agreement. Answers the new charges' ids.
   */
  async passOpen(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId, day, fromPayerIds, toPayerId }: { fromPayerIds: string[]; toPayerId: string } & CutPlace,
    why: CutReason,
  ): Promise<{ chargeId: string; amountFen: number }[]> {
    const all = await chargesOf(tx, { projectId, roomId, day: "1900-01-01" }, OPEN_OF_ROOM);
    const reversed = all.filter(({ payerId }) => fromPayerIds.includes(payerId));
    const issued = reversed.map((charge) => ({
      charge,
      payerId: toPayerId,
      piece: { ...charge, amountFen: charge.openFen, trace: traceOfRest(charge) },
    }));
    const ids = await this.replace(tx, actor, { projectId, roomId, day }, { reversed, issued, ...why, assumed: true });
    return ids.map((chargeId, index) => ({ chargeId, amountFen: issued[index]!.piece.amountFen }));
  }

  private async replace(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId, day }: CutPlace,
    { reversed, issued, source, reason, assumed = false }: Replacing,
  ): Promise<string[]> {
    if (reversed.length === 0) return [];
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const later = [...new Set(reversed.map((charge) => charge.bookedPeriod))].filter((month) => month > period);
    for (const month of later.sort()) await this.periods.lockForPosting(tx, projectId, firstDay(month), 1);
    const now = this.clock.now();
    const ids = reversed.map(({ id }) => id);
    await reverseOpen(tx, { projectId, ids, bookedOn, period, source, reason, userId: actor.userId, now });
    const originals = await tx.query<Copied[]>(
      `SELECT id, object_id AS "objectId", rate_id AS "rateId", rate_version_id AS "rateVersionId", binding_id AS "bindingId", run_id AS "runId",
              batch_id AS "batchId", source, quantity, unit_price AS "unitPrice", remark, cut_on AS "cutOn", ${lateBookedTo("c")} AS "lateBookedTo",
              ${lateBookedFen("c")}::bigint AS "lateBookedFen"
         FROM charge c WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, ids],
    );
    await tx.query("UPDATE charge SET cut_on = LEAST(cut_on, $3) WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      ids,
      day,
    ]);
    if (issued.length === 0) return [];
    const copied = new Map(originals.map((row) => [row.id, row]));
    const rows = issued.map(({ charge, payerId, piece }) => {
      const { id: _original, remark, lateBookedFen: lateFen, ...same } = copied.get(charge.id)!;
      return {
        ...same,
        projectId,
        id: newId(),
        roomId,
        payerId,
        feeItemId: charge.feeItemId,
        period: charge.period,
        // A bill issued ahead counts in the month it was issued for.
        bookedPeriod: maxDate(period, charge.bookedPeriod),
        serviceFrom: piece.serviceFrom,
        serviceTo: piece.serviceTo,
        amountFen: piece.amountFen,
        lateBookedFen: lateFen && lateBookedShare(lateFen, piece.amountFen, charge.amountFen),
        reducedFen: 0,
        receivedFen: 0,
        offsetFen: 0,
        reversedFen: 0,
        openFen: piece.amountFen,
        dueOn: piece.dueOn,
        trace: piece.trace,
        remark: [remark, reason].filter(Boolean).join("；"),
        createdAt: now,
      };
    });
    await tx.insert(Charge, rows);
    await keepReadings(
      tx,
      projectId,
      now,
      issued.map(({ charge }, index) => [charge.id, rows[index]!.id]),
    );
    const all = issued.map(({ charge, piece }, at) => ({
      from: charge.id,
      to: rows[at]!.id,
      amountFen: piece.amountFen,
    }));
    const kept = all.filter((_one, at) => issued[at]!.payerId === issued[at]!.charge.payerId);
    await followPlans(tx, { projectId, day: bookedOn, now }, kept);
    await noteOrigins(tx, { projectId, now }, assumed ? all : kept);
    return rows.map(({ id }) => id);
  }
}

/** What was billed with an original stays billed with what stands in its place: no reading is free for another run. */
export async function keepReadings(
  tx: EntityManager,
  projectId: string,
  now: Date,
  pairs: [string, string][],
): Promise<void> {
  await tx.query(
    `INSERT INTO meter_charge (project_id, id, created_at, reading_id, charge_id)
     SELECT $1, md5(p.new_id::text || b.reading_id::text)::uuid, $2, b.reading_id, p.new_id
       FROM unnest($3::uuid[], $4::uuid[]) AS p(old_id, new_id)
       JOIN meter_charge b ON b.project_id = $1 AND b.charge_id = p.old_id`,
    [projectId, now, pairs.map(([old]) => old), pairs.map(([, fresh]) => fresh)],
  );
}

type Copied = Pick<
  Charge,
  | "id"
  | "objectId"
  | "rateId"
  | "rateVersionId"
  | "bindingId"
  | "runId"
  | "batchId"
  | "source"
  | "quantity"
  | "unitPrice"
  | "remark"
  | "cutOn"
  | "lateBookedTo"
  | "lateBookedFen"
>;

/** The trace of a charge of which only what is open goes on. */
export function traceOfRest({
  trace,
  amountFen,
  openFen,
  receivedFen,
  offsetFen,
}: Pick<RoomCharge, "trace" | "amountFen" | "openFen" | "receivedFen" | "offsetFen">): PriceTrace | null {
  if (!trace || openFen === amountFen) return trace;
  const paid = receivedFen + offsetFen;
  return { ...trace, fen: openFen, left: { priced: trace.left?.priced ?? amountFen, due: openFen + paid, paid } };
}
