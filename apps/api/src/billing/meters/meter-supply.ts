import type { EntityManager } from "typeorm";
import { addMonths, monthOf } from "../../common/calendar.js";
import { priceUse } from "../pricing/price-use.js";
import type { MeterUse, PersonsSpan, UseInput } from "../pricing/pricing.types.js";
import type { RunContext, Terms } from "../runs/run-inputs.js";
import type { PriceSupplied, RunSupply } from "../runs/run-supply.js";

/** The condition that the reading `r` is billed with a charge that stands. */
export const IS_BILLED = `EXISTS (
  SELECT 1 FROM meter_charge b JOIN charge c ON c.project_id = b.project_id AND c.id = b.charge_id
   WHERE b.project_id = r.project_id AND b.reading_id = r.id AND (c.reversed_fen < c.amount_fen OR c.amount_fen = 0))`;

/** $1 project, $2 rooms, $3 fee items, $4 first month, $5 last month. */
const READINGS = `
  SELECT r.room_id AS "roomId", m.fee_item_id AS "feeItemId", r.id AS "readingId", m.no AS "meterNo", m.kind, r.period,
         r.service_from AS "from", r.service_to AS "to", r.previous AS before, r.value AS now, r.multiplier, m.digits,
         m.reverse, r.rolled_over AS "rolledOver", r.use, r.estimated, r.after_estimate AS "afterEstimate",
         r.kind = 'REMOVAL' AS removed, ${IS_BILLED} AS billed
    FROM meter_reading r JOIN meter m ON m.project_id = r.project_id AND m.id = r.meter_id
   WHERE r.project_id = $1 AND r.room_id = ANY ($2) AND m.fee_item_id = ANY ($3) AND r.period BETWEEN $4 AND $5
     AND r.status = 'VALID'
   ORDER BY r.room_id, r.service_to, r.id`;

/**
 * What meters had counted in the year before this system, for the room they stood in when they were first read; $1 … $5 as
 * above.
 */
const OPENINGS = `
  SELECT first.room_id AS "roomId", m.fee_item_id AS "feeItemId", to_char(m.installed_on, 'YYYY-MM') AS period, m.opening_use AS use
    FROM meter m
    CROSS JOIN LATERAL (
      SELECT COALESCE((SELECT r.room_id FROM meter_reading r
                        WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID'
                        ORDER BY r.service_to LIMIT 1), m.room_id) AS room_id) first
   WHERE m.project_id = $1 AND m.fee_item_id = ANY ($3) AND m.opening_use > 0
     AND to_char(m.installed_on, 'YYYY-MM') BETWEEN $4 AND $5
     AND m.id IN (SELECT id FROM meter WHERE project_id = $1 AND room_id = ANY ($2)
                  UNION SELECT meter_id FROM meter_reading WHERE project_id = $1 AND room_id = ANY ($2) AND period BETWEEN $4 AND $5)
     AND first.room_id = ANY ($2)`;

/** $1 project, $2 rooms. */
const HEADCOUNTS = `
  SELECT room_id AS "roomId", starts_on AS "from", NULL::date AS "to", persons FROM room_headcount
   WHERE project_id = $1 AND room_id = ANY ($2)`;

/** Whose surcharge of a month stands in a charge. $1 project, $2 rooms, $3 fee items, $4 month. */
const SURCHARGED = `
  SELECT DISTINCT room_id AS "roomId", fee_item_id AS "feeItemId" FROM charge
   WHERE project_id = $1 AND room_id = ANY ($2) AND fee_item_id = ANY ($3) AND period = $4 AND reversed_fen < amount_fen
     AND trace -> 'meters' IS NOT NULL AND trace -> 'sur' IS NOT NULL`;

interface Use {
  roomId: string;
  feeItemId: string;
  period: string;
  use: string;
}

export type ReadingRow = Use &
  Omit<MeterUse, "estimated"> & { estimated: boolean; afterEstimate: boolean; removed: boolean; billed: boolean };

/** What meters counted in the year up to the month of a context, by room and item, and the people of the rooms. */
export interface YearOfReadings {
  /** In the order of their days. */
  readings: ReadonlyMap<string, ReadingRow[]>;
  /** What was counted before this system. */
  openings: ReadonlyMap<string, Use[]>;
  headcounts: ReadonlyMap<string, PersonsSpan[]>;
}

/** Reads the year of rooms' meters; where charges are written, readings are held against changes until the end. */
export async function yearOfReadings(
  tx: EntityManager,
  context: RunContext,
  roomIds: readonly string[],
): Promise<YearOfReadings> {
  const { projectId, period, forPosting } = context;
  const params = [projectId, roomIds, meteredItems(context), addMonths(period, 1 - monthOf(period)), period];
  const readings = await tx.query<ReadingRow[]>(READINGS + (forPosting ? " FOR SHARE OF r" : ""), params);
  const openings = await tx.query<Use[]>(OPENINGS, params);
  const headcounts = await headcountsOf(tx, context, roomIds);
  return { readings: Map.groupBy(readings, keyOf), openings: Map.groupBy(openings, keyOf), headcounts };
}

/** 年内已用量 is of the year: it says nothing about a month or a cycle. */
export const openingOf = ({ openings }: YearOfReadings, key: string, { rules }: Terms): Use[] =>
  rules.tierBasis === "YEAR" ? (openings.get(key) ?? []) : [];

/** What uses of a room are priced by in a month, beside the readings themselves. */
export function useTerms(
  period: string,
  year: YearOfReadings,
  ...[room, { from, to, unitPrice, terms }]: Parameters<PriceSupplied>
): Omit<UseInput, "uses" | "earlier" | "surchargeDue"> {
  return {
    period,
    feeItemId: terms.feeItemId,
    rules: terms.rules,
    binding: { from, to, unitPrice },
    rates: terms.versions,
    payers: room.payers,
    persons: year.headcounts.get(room.roomId) ?? [],
  };
}

/** Readings of the month that were not billed yet become uses; what was used before in the year goes before them. */
export const meterSupply: RunSupply = {
  base: "METERED",

  async load(tx, context, roomIds) {
    const { projectId, period } = context;
    const items = meteredItems(context);
    if (items.length === 0) return () => ({ lines: [], gaps: [] });
    const year = await yearOfReadings(tx, context, roomIds);
    const surcharged = await tx.query<{ roomId: string; feeItemId: string }[]>(SURCHARGED, [
      projectId,
      roomIds,
      items,
      period,
    ]);
    const hasSurcharge = new Set(surcharged.map(keyOf));
    return (room, binding) => {
      const { terms } = binding;
      const key = keyOf({ roomId: room.roomId, feeItemId: terms.feeItemId });
      const all = year.readings.get(key) ?? [];
      const isNew = (one: ReadingRow) => one.period === period && !one.billed;
      return priceUse({
        ...useTerms(period, year, room, binding),
        uses: all.filter(isNew).map(toUse),
        earlier: [...openingOf(year, key, terms), ...all.filter((one) => !isNew(one))],
        surchargeDue: !hasSurcharge.has(key),
      });
    };
  },

  // a reading stands more than once in a charge where a price came back after another
  afterInsert: `INSERT INTO meter_charge (project_id, id, created_at, reading_id, charge_id)
    SELECT DISTINCT $1::uuid, md5(s.id::text || (m.meter ->> 'id'))::uuid, $2::timestamptz, (m.meter ->> 'id')::uuid, s.id
      FROM charge_staging s CROSS JOIN LATERAL jsonb_array_elements(s.trace -> 'meters') AS m(meter)
     WHERE jsonb_typeof(s.trace -> 'meters') = 'array'`,
};

export const keyOf = ({ roomId, feeItemId }: { roomId: string; feeItemId: string }) => `${roomId}${feeItemId}`;

/** The items of a context that are billed by meters. */
export const meteredItems = ({ terms }: RunContext): string[] => [
  ...new Set([...terms.values()].filter(({ rules }) => rules.base === "METERED").map(({ feeItemId }) => feeItemId)),
];

async function headcountsOf(tx: EntityManager, { projectId }: RunContext, roomIds: readonly string[]) {
  const rows = await tx.query<(PersonsSpan & { roomId: string })[]>(HEADCOUNTS, [projectId, roomIds]);
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

/** A reading as the engine reads it. */
export function toUse({ estimated, afterEstimate, ...row }: ReadingRow): MeterUse {
  const { readingId, meterNo, kind, from, to, before, now, multiplier, digits, reverse, rolledOver, removed } = row;
  const use = { readingId, meterNo, kind, from, to, before, now, multiplier, digits, reverse, rolledOver, removed };
  if (estimated) return { ...use, estimated: "now" };
  return afterEstimate ? { ...use, estimated: "before" } : use;
}
