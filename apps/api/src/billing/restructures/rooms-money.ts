import type { EntityManager } from "typeorm";
import { maxDate } from "../../common/calendar.js";
import { coveredUntil } from "../../customer/spans.js";
import type { PlannedCut } from "../charges/planned-cuts.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { serviceOf } from "../objects/service-of.js";
import { paidThroughOf } from "../openings/paid-through.queries.js";
import { ASKED_BACK } from "../prepayments/asked-back.js";

/** A rate binding that would go on after the last day of an old room. */
export interface LastingBinding {
  id: string;
  roomId: string;
  roomCode: string;
  rateId: string;
  rateName: string;
  rateActive: boolean;
  base: string;
  proration: string;
  /** What it holds for beside the room. */
  objectId: string | null;
  feeItemId: string;
  feeItemName: string;
  feeItemActive: boolean;
  startsOn: string;
  endsOn: string | null;
  quantity: string | null;
  unitPrice: string | null;
  overrideReason: string | null;
  /** The last day that was paid for before this system (已缴至). */
  paidTo: string | null;
}

/** A prepayment account of an old room that holds money. */
export interface HeldPrepayment {
  id: string;
  roomId: string;
  roomCode: string;
  customerId: string;
  customerName: string;
  feeItemId: string | null;
  balanceFen: number;
  /** Of the balance: asked back and not paid yet, which stays on the account so that it can be paid. */
  askedBackFen: number;
}

/** What is owed on an old room for the days before, in fen. */
export interface Arrears {
  roomId: string;
  count: number;
  openFen: number;
}

/** Bindings in force on the last day or later, in the order of rooms and fee items. */
export function lastingBindings(
  tx: EntityManager,
  projectId: string,
  roomIds: string[],
  lastDay: string,
): Promise<LastingBinding[]> {
  return tx.query<LastingBinding[]>(
    `SELECT b.id, b.room_id AS "roomId", o.code AS "roomCode", b.rate_id AS "rateId", r.name AS "rateName", r.active AS "rateActive",
            r.base, r.proration, b.fee_item_id AS "feeItemId", ${itemWithObject("b", "f.name")} AS "feeItemName", b.object_id AS "objectId", f.active AS "feeItemActive",
            b.starts_on AS "startsOn", b.ends_on AS "endsOn", b.quantity, b.unit_price AS "unitPrice",
            b.override_reason AS "overrideReason", ${paidThroughOf("b")} AS "paidTo"
       FROM rate_binding b
       JOIN room o ON o.project_id = b.project_id AND o.id = b.room_id
       JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
       JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
      WHERE b.project_id = $1 AND b.room_id = ANY ($2) AND (b.ends_on IS NULL OR b.ends_on > $3)
      ORDER BY o.code, f.sort, f.code, b.starts_on, b.id`,
    [projectId, roomIds, lastDay],
  );
}

/** Accounts with a balance. @param lock holds them until the transaction ends */
export function heldPrepayments(
  tx: EntityManager,
  projectId: string,
  roomIds: string[],
  lock = false,
): Promise<HeldPrepayment[]> {
  return tx.query<HeldPrepayment[]>(
    `SELECT a.id, a.room_id AS "roomId", o.code AS "roomCode", a.customer_id AS "customerId", c.name AS "customerName",
            a.fee_item_id AS "feeItemId", a.balance_fen AS "balanceFen",
            least(a.balance_fen, ${ASKED_BACK}) AS "askedBackFen"
       FROM prepayment_account a
       JOIN room o ON o.project_id = a.project_id AND o.id = a.room_id
       JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id
      WHERE a.project_id = $1 AND a.room_id = ANY ($2) AND (a.balance_fen > 0 OR $3)
      ORDER BY a.id ${lock ? "FOR UPDATE OF a" : ""}`,
    [projectId, roomIds, lock],
  );
}

/** What stays owed on the old rooms whatever happens: service before the effective day, and what no binding billed. */
export function arrearsOf(tx: EntityManager, projectId: string, roomIds: string[], day: string): Promise<Arrears[]> {
  return tx.query<Arrears[]>(
    `SELECT room_id AS "roomId", count(*)::int AS count, sum(open_fen)::bigint AS "openFen" FROM charge
      WHERE project_id = $1 AND room_id = ANY ($2) AND open_fen > 0 AND (service_to < $3 OR binding_id IS NULL)
      GROUP BY room_id`,
    [projectId, roomIds, day],
  );
}

/** How far an item of a room, or of a thing of it, is paid beyond the last day. */
export interface PaidAhead {
  roomId: string;
  objectId: string | null;
  feeItemId: string;
  feeItemName: string;
  /** Paid without a gap from the effective day up to this day. */
  through: string | null;
  /** Paid in part, or with a gap: it cannot be said from which day on the new rooms pay. */
  isUnclear: boolean;
}

/** A fee item of an old room that was paid up to a day on or after the effective day before this system (已缴至). */
export type PaidBefore = Pick<PaidAhead, "objectId" | "feeItemId" | "feeItemName"> & { paidTo: string };

/** Which items are paid beyond the last day, by receipts or already before this system. Pure. */
export function paidAhead(
  roomId: string,
  day: string,
  cuts: readonly PlannedCut[],
  before: readonly PaidBefore[],
): PaidAhead[] {
  const settled = cuts.filter(({ cut }) => cut.settleFen > 0);
  const byService = Map.groupBy(settled, ({ charge }) => serviceOf(charge));
  const services = new Map(
    [...before, ...settled.map(({ charge }) => charge)].map(({ objectId, feeItemId, feeItemName }) => {
      const service = { objectId, feeItemId, feeItemName };
      return [serviceOf(service), service];
    }),
  );
  return [...services].map(([key, service]) => {
    const paid = byService.get(key) ?? [];
    const spans = [
      ...before.filter((one) => serviceOf(one) === key).map(({ paidTo }) => ({ from: day, to: paidTo })),
      ...paid.map(({ charge }) => ({ from: maxDate(charge.serviceFrom, day), to: charge.serviceTo })),
    ];
    const through = coveredUntil(spans, day) ?? null;
    const last = spans.reduce((latest, { to }) => maxDate(latest, to), day);
    const inPart = paid.some(({ cut }) => cut.newFen > cut.settleFen);
    return { roomId, ...service, through, isUnclear: inPart || through !== last };
  });
}
