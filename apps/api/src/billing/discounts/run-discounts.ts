import type { EntityManager } from "typeorm";
import { serviceOf } from "../objects/service-of.js";
import { type DiscountBooking, giveDiscounts, type PlannedDiscount } from "./discount-ledger.js";
import { discountOf, type DiscountShare, type Payable } from "./discount-plan.js";
import { daysOverdue, holdSchemes, isForPayer, isOpenOn, type SchemeRow, schemesOf } from "./receipt-discounts.js";

interface RunCharge extends Payable {
  roomId: string;
  feeItemId: string;
  objectId: string | null;
  payerId: string;
}

/** Rooms whose charges are read and written at a time. */
const ROOMS_AT_ONCE = 1000;

/**
 * Gives the discounts of schemes that are given by the run (BIL-40) on the charges it has just written, in its
 * transaction: to each payer and service of a room that the run bills enough months of. Of schemes that do not go together
 * the one that gives more is given.
 */
export async function giveRunDiscounts(
  tx: EntityManager,
  booking: Omit<DiscountBooking, "receiptId" | "reason">,
  runId: string,
): Promise<void> {
  const { projectId, bookedOn } = booking;
  const open = async () =>
    (await schemesOf(tx, projectId)).filter((one) => one.givenAt === "RUN" && isOpenOn(one, bookedOn));
  const known = await open();
  if (known.length === 0) return;
  await holdSchemes(
    tx,
    projectId,
    known.map(({ id }) => id),
  );
  const schemes = await open();
  const feeItemIds = [...new Set(schemes.flatMap((scheme) => scheme.feeItemIds))];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rooms = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT room_id AS id FROM charge
        WHERE project_id = $1 AND run_id = $2 AND fee_item_id = ANY ($3) AND room_id > $4 ORDER BY room_id LIMIT ${ROOMS_AT_ONCE}`,
      [projectId, runId, feeItemIds, after],
    );
    const ids = rooms.map(({ id }) => id);
    const planned = ids.length > 0 ? await plannedFor(tx, { projectId, bookedOn, runId, ids }, schemes) : [];
    await giveDiscounts(tx, { ...booking, receiptId: null, reason: null }, planned);
    after = ids.at(-1) ?? after;
    if (ids.length < ROOMS_AT_ONCE) return;
  }
}

async function plannedFor(
  tx: EntityManager,
  { projectId, bookedOn, runId, ids }: { projectId: string; bookedOn: string; runId: string; ids: string[] },
  schemes: readonly SchemeRow[],
): Promise<PlannedDiscount[]> {
  const charges = await tx.query<RunCharge[]>(
    `SELECT id AS "chargeId", period, open_fen AS "openFen", room_id AS "roomId", fee_item_id AS "feeItemId", object_id AS "objectId",
            payer_id AS "payerId"
       FROM charge WHERE project_id = $1 AND run_id = $2 AND room_id = ANY ($3) AND open_fen > 0 ORDER BY id`,
    [projectId, runId, ids],
  );
  const overdue = await daysOverdue(tx, projectId, ids, bookedOn);
  const groups = Map.groupBy(charges, (charge) => `${charge.roomId}${serviceOf(charge)}${charge.payerId}`);
  return [...groups.values()].flatMap((group) => {
    const { roomId, feeItemId, payerId } = group[0]!;
    const days = overdue.get(roomId) ?? 0;
    const may = schemes.filter(
      (one) =>
        one.feeItemIds.includes(feeItemId) &&
        isForPayer(one, payerId) &&
        (one.maxArrearsDays === null || days <= one.maxArrearsDays),
    );
    return bestOf(may, group);
  });
}

/** What gives most: one scheme alone, or those that go together, each on what the one before left. */
export function bestOf(schemes: readonly SchemeRow[], charges: readonly Payable[]): PlannedDiscount[] {
  const together = inTurn(
    schemes.filter(({ stackable }) => stackable),
    charges,
  );
  const choices = [together, ...schemes.map((scheme) => inTurn([scheme], charges))];
  const sumOf = (list: readonly PlannedDiscount[]) => list.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return choices.reduce((best, choice) => (sumOf(choice) > sumOf(best) ? choice : best));
}

function inTurn(schemes: readonly SchemeRow[], charges: readonly Payable[]): PlannedDiscount[] {
  let left = charges;
  return schemes.flatMap((scheme) => {
    const shares = discountOf(scheme, left);
    left = lessShares(left, shares);
    return shares.map(({ chargeId, amountFen }) => ({
      schemeId: scheme.id,
      schemeName: scheme.name,
      chargeId,
      amountFen,
    }));
  });
}

function lessShares(charges: readonly Payable[], shares: readonly DiscountShare[]): Payable[] {
  const off = new Map(shares.map(({ chargeId, amountFen }) => [chargeId, amountFen]));
  return charges.map((charge) => ({ ...charge, openFen: charge.openFen - (off.get(charge.chargeId) ?? 0) }));
}
