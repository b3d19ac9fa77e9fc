import type { Proration } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { maxDate } from "../../common/calendar.js";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { payerOn, payersFor, withoutStart } from "../pricing/payers.js";
import type { PayerSpan } from "../pricing/pricing.types.js";
import { IS_BORNE } from "../reductions/is-borne.sql.js";
import { type ChargeCut, type CuttableCharge, planCut } from "./plan-cut.js";
import { settledOfCut } from "./settled-of-cut.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/** A charge of the room as the cut reads it, with the names a preview shows. */
export interface RoomCharge extends CuttableCharge {
  id: string;
  /** ChargeSource */
  source: string;
  period: string;
  bookedPeriod: string;
  /** Who owes it today: the survivor when the payer was merged. */
  payerId: string;
  payerName: string;
  objectId: string | null;
  feeItemId: string;
  feeItemName: string;
  proration: Proration | null;
  /** It was cut before, at this day. */
  cutOn: string | null;
  reversedFen: number;
}

/**
 * PASS_ON: who pays in the new situation, as spans of the room from the cut on; `goneIds` have sold it before. DROP: nothing
 * is charged from the cut on.
 */
export type CutTarget =
  | { mode: "PASS_ON"; payers: readonly PayerSpan[]; goneIds: readonly string[] }
  | { mode: "DROP" };

/** Where the cut lies. */
export interface CutPlace {
  projectId: string;
  roomId: string;
  /** First day of the new situation. */
  day: string;
  /** Only what this binding billed. */
  bindingId?: string;
}

/** What is to become of one charge. */
export interface PlannedCut {
  charge: RoomCharge;
  cut: ChargeCut;
  /** Who pays from the cut on; null when nobody is named, or nothing is charged. */
  newPayerId: string | null;
}

/**
 * Charges a cut concerns. What no binding billed is not dropped: nothing would bill it again. What a meter counted is not
 * cut by days: a transfer has a reading of its own (BIL-20). A late fee stays with whoever was late, and what another bears
 * of a bill with him who promised it (BIL-43).
 */
export const touchedBy = ({ mode }: CutTarget) => {
  const byDays = "c.service_to >= $3 AND c.source NOT IN ('METER', 'LATE_FEE')";
  return mode === "DROP" ? `${byDays} AND c.binding_id IS NOT NULL` : `${byDays} AND NOT ${IS_BORNE}`;
};

/** What is open of a room, locked in id order. */
export const OPEN_OF_ROOM =
  "c.principal_id IS NULL AND c.service_to >= $3 AND c.open_fen > 0 ORDER BY c.id FOR UPDATE OF c";

/** Charges of a room that are not reversed, without deposits, which belong to who paid them; $3 is the day. */
export function chargesOf(
  tx: EntityManager,
  { projectId, roomId, day, bindingId }: CutPlace,
  condition: string,
): Promise<RoomCharge[]> {
  return tx.query<RoomCharge[]>(
    `SELECT c.id, c.source, c.period, c.booked_period AS "bookedPeriod", c.service_from AS "serviceFrom", c.service_to AS "serviceTo",
            k.id AS "payerId", k.name AS "payerName", c.object_id AS "objectId", c.fee_item_id AS "feeItemId", ${itemWithObject("c", "f.name")} AS "feeItemName",
            c.amount_fen AS "amountFen", c.received_fen AS "receivedFen", c.offset_fen AS "offsetFen", c.open_fen AS "openFen",
            c.reversed_fen AS "reversedFen", c.cut_on AS "cutOn", c.due_on AS "dueOn", c.trace, r.proration, b.starts_on AS "bindingFrom"
       FROM charge c
       ${joinSurvivor("k", "c.project_id", "c.payer_id")}
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
       LEFT JOIN rate r ON r.project_id = c.project_id AND r.id = c.rate_id
       LEFT JOIN rate_binding b ON b.project_id = c.project_id AND b.id = c.binding_id
      WHERE c.project_id = $1 AND c.room_id = $2 AND f.kind <> 'DEPOSIT' AND c.open_fen + c.received_fen + c.offset_fen > 0
        AND ($4::uuid IS NULL OR c.binding_id = $4) AND ${condition}`,
    [projectId, roomId, day, bindingId ?? null],
  );
}

/**
 * The cuts of those charges whose payer changes, the earliest service first. A sale cuts what the one who leaves now is
 * billed: what an earlier seller owes stays his, whether an earlier sale had cut it or a red receipt opened it again since.
 * Of what is paid of it, days from this sale on are settled between the parties (BIL-15, BIL-80).
 */
export function plannedFor(charges: RoomCharge[], day: string, target: CutTarget): PlannedCut[] {
  const planned = charges.flatMap((charge) => {
    const from = maxDate(charge.serviceFrom, day);
    const newPayerId = target.mode === "PASS_ON" ? payerFrom(target.payers, charge, from) : null;
    if (newPayerId === charge.payerId) return [];
    if (target.mode === "PASS_ON" && isOfEarlier(charge, day, target.goneIds)) {
      const cut = charge.openFen > 0 ? null : settledOfCut(charge, day);
      return cut ? [{ charge, cut, newPayerId }] : [];
    }
    return [{ charge, cut: planCut(charge, day, target.mode), newPayerId }];
  });
  return planned.sort(
    (a, b) => compare(a.charge.serviceFrom, b.charge.serviceFrom) || compare(a.charge.id, b.charge.id),
  );
}

const isOfEarlier = ({ cutOn, payerId }: RoomCharge, day: string, goneIds: readonly string[]) =>
  (cutOn !== null && cutOn <= day) || goneIds.includes(payerId);

/**
 * Who pays from a day on. What was entered by hand was asked of whoever owns the room or is named, handed over or not, and
 * goes on with him; the developer bears what rates bill before the start of charging (BIL-14).
 */
function payerFrom(payers: readonly PayerSpan[], charge: RoomCharge, day: string): string | null {
  const { source, objectId, feeItemId } = charge;
  return payerOn(source === "MANUAL" ? withoutStart(payers) : payersFor(objectId, payers), feeItemId, day);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
