import type { RateBase } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { addMonths, dayAfter, firstDay, lastDay, maxDate, minDate, overlaps } from "../../common/calendar.js";
import { Where } from "../../common/where.js";
import { developerSpan, PAYER_SPANS } from "../charges/payer-of-room.js";
import { chargeStart, spansOfStart } from "../charge-start/charge-start.js";
import type { AreaVersion, PayerSpan } from "../pricing/pricing.types.js";
import { valuesOf } from "../formula/field-values.js";
import { paidThroughOf } from "../openings/paid-through.queries.js";
import { reductionsOf } from "../reductions/reductions-of-run.js";
import { sharesOfRun } from "../shares/shares-of-run.js";
import { type BoundRate, given, type Issued, type RoomInputs, type RunContext, type Scope } from "./run-inputs.js";
import { SUPPLIES } from "./run-supplies.js";
import type { PriceSupplied } from "./run-supply.js";

/** Rooms read, priced and written at a time: keeps the memory of a run flat. */
const ROOMS_AT_ONCE = 1000;
const ALWAYS = { from: "1900-01-01", to: null };

interface RoomRow {
  id: string;
  active: boolean;
  startsOn: string | null;
  endedOn: string | null;
  charge: string;
  building: string;
  inner: string | null;
  usable: string | null;
  attributes: Record<string, string[]>;
  state: string;
  handoverNoticedOn: string | null;
  handedOverOn: string | null;
}

/** How many rooms a run goes through. */
export async function countRooms(tx: EntityManager, projectId: string, scope: Scope): Promise<number> {
  const where = roomsIn(projectId, scope);
  const [{ total }] = await tx.query<[{ total: number }]>(
    `SELECT count(*)::int AS total FROM room r ${unitsIf(scope)} ${where.toString()}`,
    where.params,
  );
  return total;
}

/** The rooms of a run in id order with all that their charges follow from, a thousand at a time. */
export async function* roomsOfRun(tx: EntityManager, context: RunContext, scope: Scope): AsyncGenerator<RoomInputs[]> {
  let after: string | undefined;
  for (;;) {
    const where = roomsIn(context.projectId, scope).add("r.id > ?", after);
    const rooms = await tx.query<RoomRow[]>(
      `SELECT r.id, r.active, r.starts_on AS "startsOn", r.ended_on AS "endedOn", r.charge_area AS charge, r.building_area AS building, r.inner_area AS inner, r.usable_area AS usable, r.attributes,
              r.state, r.handover_noticed_on AS "handoverNoticedOn", r.handed_over_on AS "handedOverOn"
         FROM room r ${unitsIf(scope)} ${where.toString()} ORDER BY r.id LIMIT ${ROOMS_AT_ONCE}`,
      where.params,
    );
    if (rooms.length > 0) yield await withInputs(tx, context, scope, rooms);
    after = rooms.at(-1)?.id;
    if (rooms.length < ROOMS_AT_ONCE) return;
  }
}

const unitsIf = (scope: Scope) =>
  scope.buildingIds.length > 0 ? "JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id" : "";

const roomsIn = (projectId: string, scope: Scope) =>
  new Where()
    .add("r.project_id = ?", projectId)
    .add("r.id = ANY (?)", given(scope.roomIds))
    .add("u.building_id = ANY (?)", given(scope.buildingIds));

async function withInputs(
  tx: EntityManager,
  context: RunContext,
  scope: Scope,
  rooms: RoomRow[],
): Promise<RoomInputs[]> {
  const ids = rooms.map(({ id }) => id);
  const bindings = await bindingsOf(tx, context, ids);
  const payers = await payersOf(tx, context, ids);
  const issued = await issuedTo(tx, context, scope, ids);
  const versions = await areaVersionsOf(tx, context.projectId, ids);
  const supplied = await suppliesOf(tx, context, ids);
  const reductions = await reductionsOf(tx, context, ids);
  const amounts = await sharesOfRun(tx, context, scope, ids);
  const developer = developerSpan(context.developerId);
  return rooms.map((room) => {
    const { id, active, startsOn, endedOn, charge, building, inner, usable } = room;
    const start = context.chargeStart && chargeStart(context.chargeStart, room);
    return {
      roomId: id,
      bindings: active || endedOn !== null ? unpaid(within(bindings.get(id) ?? [], { startsOn, endedOn })) : [],
      areas: versions.get(id) ?? [{ ...ALWAYS, charge, building, inner, usable }],
      payers: [...(payers.get(id) ?? []), ...developer, ...spansOfStart(start, context.developerId)],
      reductions: reductions.get(id) ?? [],
      issued: issued.get(id) ?? [],
      supplied,
      fields: valuesOf(room.attributes, context.fields),
      start,
      amounts: amounts.get(id) ?? [],
    };
  });
}

async function suppliesOf(tx: EntityManager, context: RunContext, roomIds: string[]) {
  const supplied = new Map<RateBase, PriceSupplied>();
  for (const supply of SUPPLIES) supplied.set(supply.base, await supply.load(tx, context, roomIds));
  return supplied;
}

/** What a meter counted can belong to a day of the month before: it changed hands on the first, or was read early. */
const firstDayNeeded = ({ terms, from }: RunContext) =>
  firstDay([...terms.values()].some(({ rules }) => rules.base === "METERED") ? addMonths(from, -1) : from);

async function bindingsOf(tx: EntityManager, context: RunContext, roomIds: string[]) {
  const { projectId, terms, from, to } = context;
  const rows = await tx.query<(Omit<BoundRate, "terms"> & { roomId: string; rateId: string })[]>(
    `SELECT id, room_id AS "roomId", object_id AS "objectId", rate_id AS "rateId", starts_on AS "boundOn", starts_on AS "from", ends_on AS "to", quantity, unit_price AS "unitPrice",
            CASE WHEN (SELECT EXISTS (SELECT 1 FROM paid_through WHERE project_id = $1))
                 THEN ${paidThroughOf("rate_binding")} END AS "paidTo"
       FROM rate_binding
      WHERE project_id = $1 AND room_id = ANY ($2) AND rate_id = ANY ($3)
        AND starts_on <= $4 AND (ends_on IS NULL OR ends_on >= $5)
      ORDER BY room_id, fee_item_id, object_id NULLS FIRST, starts_on, id`,
    [projectId, roomIds, [...terms.keys()], lastDay(to), firstDayNeeded(context)],
  );
  const months = { from: firstDay(from), to: lastDay(to) };
  const bound = rows
    .map(({ rateId, ...row }) => ({ ...row, terms: terms.get(rateId)! }))
    .filter((one) => one.terms.rules.base === "METERED" || overlaps(one, months));
  return Map.groupBy(bound, ({ roomId }) => roomId);
}

/** Bindings cut to the life of the room: one that was split or merged away is billed to its last day (BIL-16). */
function within(bindings: BoundRate[], { startsOn, endedOn }: Pick<RoomRow, "startsOn" | "endedOn">): BoundRate[] {
  if (startsOn === null && endedOn === null) return bindings;
  return bindings
    .map((one) => ({
      ...one,
      from: maxDate(one.from, startsOn),
      to: endedOn === null ? one.to : minDate(endedOn, one.to),
    }))
    .filter(({ from, to }) => to === null || from <= to);
}

/** Bindings from the day after the one their item was paid up to before this system (已缴至); meters count by reading. */
function unpaid(bindings: BoundRate[]): BoundRate[] {
  return bindings
    .map((one) => {
      const { paidTo } = one;
      if (paidTo === null || one.terms.rules.base === "METERED") return one;
      return { ...one, from: maxDate(one.from, dayAfter(paidTo)) };
    })
    .filter(({ from, to }) => to === null || from <= to);
}

/** Areas of rooms whose areas changed, the last written first. */
export async function areaVersionsOf(
  tx: EntityManager,
  projectId: string,
  roomIds: readonly string[],
): Promise<Map<string, AreaVersion[]>> {
  const rows = await tx.query<(AreaVersion & { roomId: string })[]>(
    `SELECT room_id AS "roomId", starts_on AS "from", NULL::date AS "to", charge_area AS charge, building_area AS building,
            inner_area AS "inner", usable_area AS usable
       FROM room_area_version WHERE project_id = $1 AND room_id = ANY ($2) ORDER BY room_id, id DESC`,
    [projectId, roomIds],
  );
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

async function payersOf(tx: EntityManager, context: RunContext, roomIds: string[]) {
  const params = [context.projectId, roomIds, lastDay(context.to), firstDayNeeded(context)];
  const rows = await tx.query<(PayerSpan & { roomId: string })[]>(PAYER_SPANS, params);
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

/**
 * What was charged in these months and the one before, apart from what was taken back and what was entered by hand. To
 * whom is asked only where the start of charging decides it: a payer who was merged is the one he stands for now.
 */
async function issuedTo(tx: EntityManager, context: RunContext, scope: Scope, roomIds: string[]) {
  const { projectId, from, to } = context;
  const survivor = "(SELECT k.merged_into_id FROM customer k WHERE k.project_id = $1 AND k.id = charge.payer_id)";
  const payer = context.chargeStart ? `coalesce(${survivor}, payer_id)` : "payer_id";
  const where = new Where()
    .add("project_id = ?", projectId)
    .add("room_id = ANY (?)", roomIds)
    .add("period BETWEEN ? AND ?", addMonths(from, -1), to)
    .add("fee_item_id = ANY (?)", given(scope.feeItemIds))
    .add("source <> ALL (?)", ["MANUAL", "OPENING"]);
  const rows = await tx.query<(Issued & { roomId: string })[]>(
    `SELECT room_id AS "roomId", object_id AS "objectId", fee_item_id AS "feeItemId", period, service_from AS "from", service_to AS "to",
            ${payer} AS "payerId", amount_fen - reversed_fen AS "keptFen"
       FROM charge ${where.toString()} AND reversed_fen < amount_fen`,
    where.params,
  );
  return Map.groupBy(rows, ({ roomId }) => roomId);
}
