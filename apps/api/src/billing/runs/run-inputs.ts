import type {
  AreaKind,
  ChangePolicy,
  Cycle,
  CycleAnchor,
  DueRule,
  Proration,
  RateBase,
  RoundingMode,
  RoundingUnit,
  TierBasis,
  Timing,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { type FormulaField, formulaFields } from "../formula/formula-fields.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { monthsReached } from "../pricing/billed-months.js";
import type { ChargeStart, ChargeStartPolicy } from "../charge-start/charge-start.js";
import { chargeStartPolicy } from "../charge-start/charge-start.sql.js";
import type { DueTerms } from "../pricing/due-on.js";
import type {
  AreaVersion,
  PayerSpan,
  PriceTrace,
  PricingRules,
  RateVersion as PricedVersion,
  ReductionSpan,
} from "../pricing/pricing.types.js";
import { RateVersion } from "../rates/rate-version.entity.js";
import { Rate } from "../rates/rate.entity.js";
import type { PriceSupplied } from "./run-supply.js";
import type { ChargeRun } from "./charge-run.entity.js";

/** A rate as the engine reads it. */
export interface Terms {
  rateId: string;
  feeItemId: string;
  rules: PricingRules;
  cycle: Cycle;
  anchor: CycleAnchor;
  timing: Timing;
  due: DueTerms;
  /** The earliest first. */
  versions: PricedVersion[];
}

/** A rate that holds for a room, or for a thing of the room. */
export interface BoundRate {
  id: string;
  objectId: string | null;
  terms: Terms;
  /** First day of the binding. */
  boundOn: string;
  /** The last day that was paid for before this system (已缴至). */
  paidTo: string | null;
  /** First day that is billed: later than `boundOn` where the room began later or was paid up to a day before. */
  from: string;
  to: string | null;
  quantity: string | null;
  unitPrice: string | null;
}

/** What of a room (or thing of it) and item was charged before and not taken back. */
export interface Issued {
  objectId: string | null;
  feeItemId: string;
  period: string;
  from: string;
  to: string;
  payerId: string;
  keptFen: number;
}

/** An amount that something else has computed for a room and the month of the run, such as its share of a public cost. */
export interface MonthAmount {
  feeItemId: string;
  /** Days it serves, in the month of the run. */
  from: string;
  to: string;
  /** Charged whole although it does not serve the whole month. */
  whole: boolean;
  /** Yuan. */
  amount: string;
  due: DueTerms;
  /** How it came about. */
  trace: Pick<PriceTrace, "share">;
}

/** A reduction of one fee item of a room. */
export interface ItemReduction extends ReductionSpan {
  feeItemId: string;
}

/** A room with all that its charges follow from. */
export interface RoomInputs {
  roomId: string;
  bindings: BoundRate[];
  areas: AreaVersion[];
  payers: PayerSpan[];
  /** What is taken off while the room stands vacant, by fee item (BIL-41). */
  reductions: readonly ItemReduction[];
  issued: Issued[];
  /** How bindings are priced whose rates go by something of the month, such as the use of meters. */
  supplied: ReadonlyMap<RateBase, PriceSupplied>;
  /** Values of user-defined numbers by their names, for rates by formula. */
  fields: Readonly<Record<string, string>>;
  /** From when the owner bears (BIL-14); null where the project has no such policy. */
  start: ChargeStart | null;
  /** Computed elsewhere for this month. */
  amounts: MonthAmount[];
}

/** What holds for all rooms of a run. */
export interface RunContext {
  projectId: string;
  period: string;
  firstPeriod: string;
  differencePercent: number;
  timeZone: string;
  developerId: string | null;
  /** From when owners bear the charges of their rooms (BIL-14); null when that is dated by hand. */
  chargeStart: ChargeStartPolicy | null;
  terms: Map<string, Terms>;
  /** User-defined numbers of rooms, where a rate goes by a formula. */
  fields: readonly FormulaField[];
  /** The months lines may fall into: that of the run, and where rates bill by quarter or year, their cycle. */
  from: string;
  to: string;
  /** Whether charges are written: what they follow from is held against changes until the end. */
  forPosting: boolean;
}

/** Which buildings, rooms and fee items; empty lists mean all. */
export type Scope = ChargeRun["scope"];

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
  const byFormula = [...terms.values()].some(({ rules }) => rules.base === "FORMULA");
  const reached = [...terms.values()].flatMap(({ cycle, anchor }) => monthsReached(cycle, anchor, period));
  const sorted = [period, ...reached].sort();
  return {
    projectId,
    period,
    firstPeriod: project.first_period,
    differencePercent: project.difference_percent,
    timeZone: project.time_zone,
    developerId: project.developer_id,
    chargeStart: await chargeStartPolicy(tx, projectId),
    terms,
    fields: byFormula ? await formulaFields(tx, projectId) : [],
    from: sorted[0] ?? period,
    to: sorted.at(-1) ?? period,
    forPosting,
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

/** A filter of the scope, left out when it is empty. */
export const given = (list: string[]) => (list.length > 0 ? list : undefined);

/** A rate with its prices as the engine reads them. */
export function termsOfRate(rate: Rate, versions: RateVersion[]): Terms {
  return {
    rateId: rate.id,
    feeItemId: rate.feeItemId,
    rules: {
      base: rate.base as RateBase,
      area: rate.areaKind as AreaKind,
      formula: rate.formula,
      proration: rate.proration as Proration,
      tierBasis: rate.tierBasis as TierBasis | null,
      cycle: rate.cycle as Cycle,
      change: rate.changePolicy as ChangePolicy,
      rounding: rate.roundingMode as RoundingMode,
      roundingUnit: rate.roundingUnit as RoundingUnit,
    },
    cycle: rate.cycle as Cycle,
    anchor: rate.cycleAnchor as CycleAnchor,
    timing: rate.timing as Timing,
    due: { rule: rate.dueRule as DueRule, value: rate.dueDays },
    versions: versions
      .map(({ id, startsOn, endsOn, unitPrice, surcharge, tiers, basePersons, lateFee, lateFeeSchemeId }) => ({
        id,
        from: startsOn,
        to: endsOn,
        unitPrice,
        surcharge,
        tiers,
        basePersons,
        lateFee: lateFeeSchemeId ?? lateFee,
      }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}
