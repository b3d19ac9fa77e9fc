import type { EntityManager } from "typeorm";
import { Exact } from "../../common/exact.js";
import { priceUse } from "../pricing/price-use.js";
import type { RunContext } from "../runs/run-inputs.js";
import type { PriceSupplied } from "../runs/run-supply.js";
import { keyOf, meteredItems, openingOf, toUse, useTerms, yearOfReadings } from "./meter-supply.js";

/** A reading and a charge that stands on it. */
export interface BilledReading {
  chargeId: string;
  readingId: string;
  /** What counted towards the tiers before it; null without tiers. */
  before: string | null;
  /** Whether it bears the surcharge of the month. */
  surcharged: boolean;
}

/** Readings that were billed together. */
export interface BilledTogether {
  readingIds: ReadonlySet<string>;
  surcharged: boolean;
}

/** $1 project, $2 rooms, $3 fee items, $4 month. */
const BILLED = `
  SELECT c.room_id AS "roomId", c.fee_item_id AS "feeItemId", c.id AS "chargeId", b.reading_id AS "readingId",
         c.trace -> 'tiers' ->> 'before' AS before, c.trace ? 'sur' AS surcharged
    FROM charge c JOIN meter_charge b ON b.project_id = c.project_id AND b.charge_id = c.id
   WHERE c.project_id = $1 AND c.room_id = ANY ($2) AND c.fee_item_id = ANY ($3) AND c.period = $4 AND c.source = 'METER'
     AND c.reversed_fen < c.amount_fen
   ORDER BY c.id`;

/**
 * What the readings that a month was billed with come to today (BIL-13): reading and use stay, only the price is worked out
 * anew. A reading that is wrong is put right by its correction (BIL-23), one that was never billed is left to the runs.
 *
 * Readings billed together stay together, those of another run stay beside them, in the order in which they took the tiers:
 * nothing comes out differently but for a price. What was used before in the year or cycle is counted from the readings, not
 * from their bills, so that no month follows from the price of another.
 */
export async function billedUses(
  tx: EntityManager,
  context: RunContext,
  roomIds: readonly string[],
): Promise<PriceSupplied> {
  const { projectId, period } = context;
  const items = meteredItems(context);
  if (items.length === 0) return () => ({ lines: [], gaps: [] });
  const year = await yearOfReadings(tx, context, roomIds);
  const rows = await tx.query<(BilledReading & { roomId: string; feeItemId: string })[]>(BILLED, [
    projectId,
    roomIds,
    items,
    period,
  ]);
  const billed = new Map([...Map.groupBy(rows, keyOf)].map(([key, own]) => [key, billedTogether(own)]));
  return (room, binding) => {
    const { terms } = binding;
    const key = keyOf({ roomId: room.roomId, feeItemId: terms.feeItemId });
    const all = year.readings.get(key) ?? [];
    const together = billed.get(key) ?? [];
    const bearsNone = together.every(({ surcharged }) => !surcharged);
    let earlier = [...openingOf(year, key, terms), ...all.filter((one) => one.period !== period)];
    const priced = together.map(({ readingIds, surcharged }, index) => {
      const own = all.filter(({ readingId }) => readingIds.has(readingId));
      const result = priceUse({
        ...useTerms(period, year, room, binding),
        uses: own.map(toUse),
        earlier,
        surchargeDue: surcharged || (bearsNone && index === 0),
      });
      earlier = [...earlier, ...own];
      return result;
    });
    return { lines: priced.flatMap(({ lines }) => lines), gaps: priced.flatMap(({ gaps }) => gaps) };
  };
}

/**
 * Readings that share a charge, directly or by way of others, in the order in which their charges took the tiers; of equals
 * the one with the surcharge, then the older first. Pure.
 */
export function billedTogether(rows: readonly BilledReading[]): BilledTogether[] {
  const sets: { ids: Set<string>; rows: BilledReading[] }[] = [];
  for (const row of rows) {
    const own = sets.filter(({ ids }) => ids.has(row.readingId) || ids.has(row.chargeId));
    const [first = { ids: new Set<string>(), rows: [] }, ...others] = own;
    if (own.length === 0) sets.push(first);
    for (const other of others) {
      for (const id of other.ids) first.ids.add(id);
      first.rows.push(...other.rows);
      sets.splice(sets.indexOf(other), 1);
    }
    first.ids.add(row.readingId).add(row.chargeId);
    first.rows.push(row);
  }
  return sets
    .map((set) => ({
      readingIds: new Set(set.rows.map(({ readingId }) => readingId)),
      surcharged: set.rows.some(({ surcharged }) => surcharged),
      before: set.rows.reduce(
        (least, { before }) => Exact.min(least, before ?? 0),
        new Exact(set.rows[0]!.before ?? 0),
      ),
    }))
    .toSorted((a, b) => a.before.comparedTo(b.before) || Number(b.surcharged) - Number(a.surcharged));
}
