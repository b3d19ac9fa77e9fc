import type { PostReceiptDto, ReceiptDiscountDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { serviceOf } from "../objects/service-of.js";
import type { Booking, LockedCharge } from "../receipts/charge-ledger.js";
import { givenDiscounts, type PlannedDiscount, takeBackGiven } from "./discount-ledger.js";
import { discountOf, type DiscountTerms } from "./discount-plan.js";
import {
  discountArrears,
  discountBearerPays,
  discountChanged,
  discountNotOpen,
  discountNotSettled,
  discountNotStackable,
  discountOtherItem,
} from "./discounts.errors.js";

/** A scheme as the desk reads it. */
export interface SchemeRow extends DiscountTerms {
  id: string;
  name: string;
  maxArrearsDays: number | null;
  startsOn: string;
  endsOn: string | null;
  stackable: boolean;
  active: boolean;
  givenAt: string;
  /** Who bears what it gives (BIL-43), and his name. */
  bearerId: string | null;
  bearerName: string | null;
  feeItemIds: string[];
}

const NONE: readonly ReceiptDiscountDto[] = [];

/** The charges that discounts of a receipt are given on. */
export const discountedCharges = ({ discounts }: Pick<PostReceiptDto, "discounts">): string[] =>
  (discounts ?? NONE).flatMap(({ chargeIds }) => chargeIds);

/** Schemes with their items; `ids` or all that are active. */
export function schemesOf(tx: EntityManager, projectId: string, ids?: readonly string[]): Promise<SchemeRow[]> {
  return tx.query<SchemeRow[]>(
    `SELECT s.id, s.name, s.months, s.benefit, trim_scale(s.percent)::text AS percent, s.amount_fen AS "amountFen",
            s.free_months AS "freeMonths", s.max_arrears_days AS "maxArrearsDays", s.starts_on AS "startsOn", s.ends_on AS "endsOn",
            s.stackable, s.active, s.given_at AS "givenAt",
            s.bearer_id AS "bearerId", b.name AS "bearerName",
            ARRAY(SELECT i.fee_item_id FROM discount_scheme_item i WHERE i.project_id = s.project_id AND i.scheme_id = s.id) AS "feeItemIds"
       FROM discount_scheme s LEFT JOIN customer b ON b.project_id = s.project_id AND b.id = s.bearer_id
      WHERE s.project_id = $1 AND CASE WHEN $2::uuid[] IS NULL THEN s.active ELSE s.id = ANY ($2) END
      ORDER BY s.name`,
    [projectId, ids ?? null],
  );
}

/** Holds schemes as they are, who bears them and by which terms, until what they give is booked. */
export async function holdSchemes(tx: EntityManager, projectId: string, schemeIds: readonly string[]): Promise<void> {
  const hold = "SELECT 1 FROM discount_scheme WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR SHARE";
  await tx.query(hold, [projectId, schemeIds]);
}

/** Whether a scheme is given on a day. */
export const isOpenOn = ({ active, startsOn, endsOn }: SchemeRow, day: string): boolean =>
  active && startsOn <= day && (endsOn === null || endsOn >= day);

/** Whether a scheme may be given to a payer: nobody bears a discount of his own. */
export const isForPayer = ({ bearerId }: SchemeRow, payerId: string): boolean => bearerId !== payerId;

/** How long the oldest open charge of each room is overdue on a day, in days. */
export async function daysOverdue(
  tx: EntityManager,
  projectId: string,
  roomIds: readonly string[],
  day: string,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ roomId: string; days: number }[]>(
    `SELECT room_id AS "roomId", max($3::date - due_on)::int AS days FROM charge
      WHERE project_id = $1 AND room_id = ANY ($2) AND open_fen > 0 AND due_on < $3 GROUP BY room_id`,
    [projectId, roomIds, day],
  );
  return new Map(rows.map(({ roomId, days }) => [roomId, days]));
}

/**
 * What the discounts of a receipt come to on its locked charges, recomputed: each scheme in turn on what the one before
 * left. Every charge that gets one is settled whole by the receipt.
 * @throws NOT_FOUND, DISCOUNT_NOT_OPEN, DISCOUNT_ITEM, DISCOUNT_ARREARS, BEARER_IS_PAYER, DISCOUNT_NOT_STACKABLE, DISCOUNT_CHANGED,
 * DISCOUNT_NOT_SETTLED
 */
export async function planDiscounts(
  tx: EntityManager,
  projectId: string,
  dto: PostReceiptDto,
  charges: readonly LockedCharge[],
  bookedOn: string,
): Promise<PlannedDiscount[]> {
  const discounts = dto.discounts ?? NONE;
  if (discounts.length === 0) return [];
  const schemeIds = discounts.map(({ schemeId }) => schemeId);
  await holdSchemes(tx, projectId, schemeIds);
  const schemes = new Map((await schemesOf(tx, projectId, schemeIds)).map((s) => [s.id, s]));
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  const overdue = await daysOverdue(tx, projectId, [...new Set(charges.map(({ roomId }) => roomId))], bookedOn);
  const left = new Map(charges.map(({ id, openFen }) => [id, openFen]));
  const given = new Map<string, SchemeRow[]>();
  const carried = await carriedBy(tx, projectId, [...byId.keys()]);
  const planned = discounts.flatMap(({ schemeId, chargeIds, amountFen }) => {
    const scheme = schemes.get(schemeId);
    if (!scheme) throw notFound("优惠方案");
    const own = chargeIds.map((id) => byId.get(id)!);
    refuseScheme(scheme, own, bookedOn, overdue);
    for (const { id } of own) {
      const before = given.get(id) ?? [];
      if (carried.has(id) && !(scheme.stackable && carried.get(id))) throw discountNotStackable(scheme.name);
      if (before.some((one) => one.id === scheme.id || !one.stackable || !scheme.stackable))
        throw discountNotStackable(scheme.name);
      given.set(id, [...before, scheme]);
    }
    const shares = discountOf(
      scheme,
      own.map(({ id, period }) => ({ chargeId: id, period, openFen: left.get(id) ?? 0 })),
    );
    const dueFen = shares.reduce((sum, share) => sum + share.amountFen, 0);
    if (dueFen !== amountFen) throw discountChanged(scheme.name, dueFen, amountFen);
    for (const share of shares) left.set(share.chargeId, (left.get(share.chargeId) ?? 0) - share.amountFen);
    return shares.map((share) => ({
      schemeId,
      schemeName: scheme.name,
      chargeId: share.chargeId,
      amountFen: share.amountFen,
    }));
  });
  const paid = new Map(dto.lines.map((line) => [line.chargeId, line.amountFen]));
  for (const id of given.keys()) {
    const dueFen = left.get(id) ?? 0;
    if ((paid.get(id) ?? 0) !== dueFen) throw discountNotSettled(nameOf(byId.get(id)!), dueFen);
  }
  return planned;
}

/** @throws DISCOUNT_NOT_OPEN, DISCOUNT_ITEM, DISCOUNT_ARREARS, BEARER_IS_PAYER */
function refuseScheme(
  scheme: SchemeRow,
  charges: readonly LockedCharge[],
  bookedOn: string,
  overdue: ReadonlyMap<string, number>,
): void {
  const first = charges[0]!;
  if (scheme.givenAt !== "PAYMENT" || !isOpenOn(scheme, bookedOn)) throw discountNotOpen(scheme.name);
  if (!scheme.feeItemIds.includes(first.feeItemId)) throw discountOtherItem(scheme.name);
  if (charges.some((charge) => charge.roomId !== first.roomId || serviceOf(charge) !== serviceOf(first)))
    throw discountOtherItem(scheme.name);
  if (!isForPayer(scheme, first.payerId)) throw discountBearerPays(scheme.name);
  const { maxArrearsDays } = scheme;
  if (maxArrearsDays !== null && (overdue.get(first.roomId) ?? 0) > maxArrearsDays)
    throw discountArrears(scheme.name, maxArrearsDays);
}

const nameOf = ({ roomCode, feeItemName, period }: LockedCharge) => `${roomCode} ${period} ${feeItemName}`;

/** Charges that carry a discount already, and whether all of it goes together with others. */
export async function carriedBy(
  tx: EntityManager,
  projectId: string,
  chargeIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await tx.query<{ chargeId: string; stackable: boolean }[]>(
    `SELECT g.charge_id AS "chargeId", bool_and(s.stackable) AS stackable
       FROM (SELECT charge_id, scheme_id FROM discount_line WHERE project_id = $1 AND charge_id = ANY ($2)
              GROUP BY charge_id, scheme_id HAVING sum(amount_fen) > 0) g
       JOIN discount_scheme s ON s.project_id = $1 AND s.id = g.scheme_id
      GROUP BY g.charge_id`,
    [projectId, chargeIds],
  );
  return new Map(rows.map(({ chargeId, stackable }) => [chargeId, stackable]));
}

/** The charges that a receipt's discounts were given on. */
export async function chargesOfDiscounts(tx: EntityManager, projectId: string, receiptId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    "SELECT DISTINCT charge_id AS id FROM discount_line WHERE project_id = $1 AND receipt_id = $2",
    [projectId, receiptId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes back what a receipt gave, with its red one: what was taken off is owed again. The charges are locked.
 * @param reissued it is issued anew at once: `relieveBearers` follows when it is known what goes on
 * @throws BORNE_PAID when whoever bears it has paid already
 */
export async function takeBackDiscounts(
  tx: EntityManager,
  booking: Booking,
  receiptId: string,
  reissued: boolean,
): Promise<void> {
  const given = await givenDiscounts(tx, booking.projectId, { receiptId });
  await takeBackGiven(tx, booking, given, "收据红冲", reissued);
}
