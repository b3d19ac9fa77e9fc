import type {
  AreaKind,
  ChangePolicy,
  Cycle,
  DueRule,
  Proration,
  RateBase,
  RoundingMode,
  RoundingUnit,
  Timing,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { addMonths, firstDay, lastDay } from "../../common/calendar.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { developerSpan, PAYER_SPANS } from "../charges/payer-of-room.js";
import { billedMonths } from "../pricing/billed-months.js";
import type { DueTerms } from "../pricing/due-on.js";
import type { AreaVersion, PayerSpan, PricingRules, RateVersion as PricedVersion } from "../pricing/pricing.types.js";
import { RateVersion } from "../rates/rate-version.entity.js";
import { Rate } from "../rates/rate.entity.js";
import type { ChargeRun } from "./charge-run.entity.js";

/** A rate as the engine reads it. */
export interface Terms {
  rateId: string;
  feeItemId: string;
  rules: PricingRules;
  cycle: Cycle;
  timing: Timing;
  due: DueTerms;
  /** The earliest first. */
  versions: PricedVersion[];
}

/** A rate that holds for a room. */
export interface BoundRate {
  id: string;
  terms: Terms;
  from: string;
  to: string | null;
  quantity: string | null;
  unitPrice: string | null;
}

/** What of a room and item was charged before and not taken back. */
export interface Issued {
  feeItemId: string;
  period: string;
  from: string;
  to: string;
  keptFen: number;
}

/** A room with all that its charges follow from. */
export interface RoomInputs {
  roomId: string;
  bindings: BoundRate[];
  areas: AreaVersion[];
  payers: PayerSpan[];
  issued: Issued[];
}

/** What holds for all rooms of a run. */
export interface RunContext {
  projectId: string;
  period: string;
  firstPeriod: string;
  differencePercent: number;
  timeZone: string;
  developerId: string | null;
  terms: Map<string, Terms>;
  /** The months lines may fall into: that of the run, and where rates bill by quarter or year, their cycle. */
  from: string;
  to: string;
}

type Scope = ChargeRun["scope"];

/** Rooms read, priced and written at a time: keeps the memory of a run flat. */
const ROOMS_AT_ONCE = 1000;
const ALWAYS = { from: "1900-01-01", to: null };

/** Reads the project and the rates of a run. @param forPosting holds the rates against changes until the end */
export async function loadContext(
  tx: EntityManager,
  projectId: string,
  period: string,
  scope: Scope,
  forPosting: boolean,
): Promise<RunContext> {
  const [project] = await tx.query<
    { first_period: string; difference_percent: number; developer_id: string | null; time_zone: string }[]
  >("SELECT first_period, difference_percent, developer_id, time_zone FROM project WHERE id = $1", [projectId]);
  if (!project) throw notFound("管理区");
  const terms = await loadTerms(tx, projectId, scope, forPosting);
  const cycles = new Set([...terms.values()].map(({ cycle }) => cycle));
  const months = [...cycles].flatMap((cycle) =>
    billedMonths({ cycle, timing: "PREPAID", runPeriod: period, start: "1900-01-01" }),
  );
  const sorted = [period, ...months].sort();
  return {
    projectId,
    period,
    firstPeriod: project.first_period,
    differencePercent: project.difference_percent,
    timeZone: project.time_zone,
    developerId: project.developer_id,
    terms,
    from: sorted[0] ?? period,
    to: sorted.at(-1) ?? period,
  };
}

async function loadTerms(
  tx: EntityManager,
  projectId: string,
  scope: Scope,
  forPosting: boolean,
): Promise<Map<string, Terms>> {
  const lock = forPosting ? "FOR SHARE OF r" : "";
  const where = new Where()
    .add("r.project_id = ?", projectId)
    .add("r.fee_item_id = ANY (?)", given(scope.feeItemIds))
    .add("f.active = ?", true);
  const ids = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM rate r JOIN fee_item f ON f.project_id = r.project_id AND f.id = r.fee_item_id
     ${where.toString()} ORDER BY r.id ${lock}`,
    where.params,
  );
  const [rates, versions] = [await tx.findBy(Rate, { projectId }), await tx.findBy(RateVersion, { projectId })];
  const active = new Set(ids.map(({ id }) => id));
  const byRate = Map.groupBy(versions, ({ rateId }) => rateId);
  const chosen = rates.filter(({ id }) => active.has(id));
  return new Map(chosen.map((rate) => [rate.id, termsOfRate(rate, byRate.get(rate.id) ?? [])]));
}

const given = (list: string[]) => (list.length > 0 ? list : undefined);

/** A rate with its prices as the engine reads them. */
export function termsOfRate(rate: Rate, versions: RateVersion[]): Terms {
  return {
    rateId: rate.id,
    feeItemId: rate.feeItemId,
    rules: {
      base: rate.base as RateBase,
      area: rate.areaKind as AreaKind,
      proration: rate.proration as Proration,
      change: rate.changePolicy as ChangePolicy,
      rounding: rate.roundingMode as RoundingMode,
      roundingUnit: rate.roundingUnit as RoundingUnit,
    },
    cycle: rate.cycle as Cycle,
    timing: rate.timing as Timing,
    due: { rule: rate.dueRule as DueRule, value: rate.dueDays },
    versions: versions
      .map(({ id, startsOn, endsOn, unitPrice, surcharge }) => ({
        id,
        from: startsOn,
        to: endsOn,
        unitPrice,
        surcharge,
      }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

interface RoomRow {
  id: string;
  active: boolean;
  charge: string;
  building: string;
  inner: string | null;
  usable: string | null;
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
      `SELECT r.id, r.active, r.charge_area AS charge, r.building_area AS building, r.inner_area AS inner, r.usable_area AS usable
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
  const developer = developerSpan(context.developerId);
  return rooms.map(({ id, active, ...areas }) => ({
    roomId: id,
    bindings: (active && bindings.get(id)) || [],
    areas: [{ ...ALWAYS, ...areas }],
    payers: [...(payers.get(id) ?? []), ...developer],
    issued: issued.get(id) ?? [],
  }));
}

async function bindingsOf(tx: EntityManager, { projectId, terms, from, to }: RunContext, roomIds: string[]) {
  const rows = await tx.query<(Omit<BoundRate, "terms"> & { roomId: string; rateId: string })[]>(
    `SELECT id, room_id AS "roomId", rate_id AS "rateId", starts_on AS "from", ends_on AS "to", quantity, unit_price AS "unitPrice"
       FROM rate_binding
      WHERE project_id = $1 AND room_id = ANY ($2) AND rate_id = ANY ($3)
        AND starts_on <= $4 AND (ends_on IS NULL OR ends_on >= $5)
      ORDER BY room_id, fee_item_id, starts_on, id`,
    [projectId, roomIds, [...terms.keys()], lastDay(to), firstDay(from)],
  );
  const bound = rows.map(({ rateId, ...row }) => ({ ...row, terms: terms.get(rateId)! }));
  return Map.groupBy(bound, ({ roomId }) => roomId);
}

async function payersOf(tx: EntityManager, { projectId, from, to }: RunContext, roomIds: string[]) {
  const params = [projectId, roomIds, lastDay(to), firstDay(from)];
  const rows = await tx.query<(PayerSpan & { roomId: string })[]>(PAYER_SPANS, params);
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

/** What was charged in these months and the one before, apart from what was taken back and what was entered by hand. */
async function issuedTo(tx: EntityManager, { projectId, from, to }: RunContext, scope: Scope, roomIds: string[]) {
  const where = new Where()
    .add("project_id = ?", projectId)
    .add("room_id = ANY (?)", roomIds)
    .add("period BETWEEN ? AND ?", addMonths(from, -1), to)
    .add("fee_item_id = ANY (?)", given(scope.feeItemIds))
    .add("source <> ?", "MANUAL");
  const rows = await tx.query<(Issued & { roomId: string })[]>(
    `SELECT room_id AS "roomId", fee_item_id AS "feeItemId", period, service_from AS "from", service_to AS "to",
            amount_fen - reversed_fen AS "keptFen"
       FROM charge ${where.toString()} AND reversed_fen < amount_fen`,
    where.params,
  );
  return Map.groupBy(rows, ({ roomId }) => roomId);
}
