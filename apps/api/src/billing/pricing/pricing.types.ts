import type { StartTrace } from "../charge-start/start-trace.js";
import type { LateFeeTrace } from "../late-fees/explain-late-fee.js";
import type {
  AreaKind,
  ChangePolicy,
  Cycle,
  MeterKind,
  Proration,
  RateBase,
  RoundingMode,
  RoundingUnit,
  ShareMethod,
  TierBasis,
} from "@linli/contracts";
import type { DaySpan } from "../../common/calendar.js";
import type { Tier, TierShare } from "./tiers.js";

/** The rules of a standard (收费标准) that do not change with its price. */
export interface PricingRules {
  base: RateBase;
  /** Only read when `base` is AREA. */
  area: AreaKind;
  /** Only read when `base` is FORMULA; checked when it was kept. */
  formula?: string | null;
  /** What a month costs that the binding does not fill; the rules stand in `proration.ts`. */
  proration: Proration;
  /** A price or area changed inside a month (BIL-13): cut the month by days, or keep the old one until it ends. */
  change: ChangePolicy;
  /** What the tiers of METERED count over; MONTH when absent. */
  tierBasis?: TierBasis | null;
  /** The billing cycle, which CYCLE tiers count over. */
  cycle?: Cycle;
  rounding: RoundingMode;
  /** Every line is rounded to a multiple of this many yuan (BIL-30). */
  roundingUnit: RoundingUnit;
}

/** One price of a standard, in force for a span of days. */
export interface RateVersion extends DaySpan {
  id: string;
  /** Yuan per unit and month. */
  unitPrice: string;
  /** Yuan per object and month, added to quantity × price (附加费); absent or '0' means none. */
  surcharge?: string | null;
  /** METERED only: prices by use (阶梯, BIL-21); absent or empty where every unit costs the same. */
  tiers?: readonly Tier[] | null;
  /** People of a household that the tiers are made for; each one more widens those that grow (BIL-21). */
  basePersons?: number | null;
  /** What late fees follow it (BIL-04), as a key: equal where they are the same; absent where nothing was chosen. */
  lateFee?: string;
}

/** The areas of a room in m², in force for a span of days; `null` where nothing was recorded. */
export interface AreaVersion extends DaySpan {
  charge: string | null;
  building?: string | null;
  inner?: string | null;
  usable?: string | null;
}

/** Someone who may have to pay for a span of days; `payerOn` says who does. */
export interface PayerSpan extends DaySpan {
  /** `null` for an OWNER who is not billed unless named, such as a company (CUS-09), and for an unknown BEFORE_START. */
  customerId: string | null;
  /**
   * PAYER (named as 收费对象) when absent; OWNER and DEVELOPER pay while nobody is named. BEFORE_START is the developer of
   * a room that is not handed over (BIL-14): while somebody owns it he comes first, and null stands for a fault.
   * AWAITED_OWNER stands for an owner who bears already but is not entered yet: the developer does not pay for him.
   */
  as?: "PAYER" | "OWNER" | "DEVELOPER" | "BEFORE_START" | "AWAITED_OWNER";
  /** A PAYER for this item alone. */
  feeItemId?: string | null;
}

/** A reduction (减免) of what some days cost, such as that of a vacant room (BIL-41): the bill stays, an entry takes it off. */
export interface ReductionSpan extends DaySpan {
  id: string;
  /** Its number, as people see it. */
  no: string;
  /** PERCENT takes off `value` per cent; AMOUNT takes off `value` yuan a month, by days, never more than the line. */
  kind: "PERCENT" | "AMOUNT";
  value: string;
}

/** The standard bound to the object, with what was agreed for this object alone (BIL-05). */
export interface PricedBinding extends DaySpan {
  /** The count of a COUNT rate; an agreed quantity instead of area or household for the others. */
  quantity?: string | null;
  /** Replaces the unit price of every version, in yuan; the surcharge stays. */
  unitPrice?: string | null;
}

/** One object (room, space, …), one fee item, one month. Every list may be in any order; the latest `from` wins a day. */
export interface PricingInput {
  period: string;
  feeItemId: string;
  rules: PricingRules;
  binding: PricedBinding;
  rates: readonly RateVersion[];
  areas: readonly AreaVersion[];
  payers: readonly PayerSpan[];
  /** What is taken off some of the days; cuts the month like a price does (BIL-13). */
  reductions?: readonly ReductionSpan[];
  /** How many, for COUNT; also taken by HOUSEHOLD and FIXED, which count 1 otherwise. The binding's quantity comes first. */
  quantity?: string | null;
  /** Values of user-defined numbers of the object by their names, for FORMULA. */
  fields?: Readonly<Record<string, string>>;
}

/** The use of a meter between two readings, both given (BIL-20). */
export interface MeterUse {
  readingId: string;
  meterNo: string;
  kind: MeterKind;
  /** The day after the reading before, and the last day that this reading covers. */
  from: string;
  to: string;
  before: string;
  now: string;
  multiplier: string;
  digits: number;
  reverse: boolean;
  rolledOver: boolean;
  /** Which of the two readings was estimated (估抄); absent when both were read. */
  estimated?: "now" | "before";
  /** The last reading of a meter that was taken out. */
  removed?: boolean;
}

/** How many people a household has, from a day on. */
export interface PersonsSpan extends DaySpan {
  persons: number;
}

/** One object, one METERED item, one month: the uses that were not billed yet, and what was used before. */
export interface UseInput {
  period: string;
  feeItemId: string;
  rules: PricingRules;
  binding: PricedBinding;
  rates: readonly RateVersion[];
  payers: readonly PayerSpan[];
  uses: readonly MeterUse[];
  /** Use of earlier months, and of this month where it is billed already: what tiers by cycle or year begin with. */
  earlier: readonly { period: string; use: string }[];
  persons: readonly PersonsSpan[];
  /** Whether the surcharge of the month is still to be charged: once per object and month, however often it is billed. */
  surchargeDue: boolean;
}

/** Why a month was cut into several lines. */
export type CutReason = "RATE" | "AREA" | "PAYER" | "REDUCTION" | "LATE_FEE";

/**
 * How an amount came about, stored with the charge as JSON; `explain` turns it into sentences. Decimals are without
 * trailing zeros; a key is absent where there is nothing to say.
 */
export interface PriceTrace {
  /** A late fee (违约金): then nothing else is set. */
  lateFee?: LateFeeTrace;
  from: string;
  to: string;
  base: RateBase;
  /** The kind of area, for AREA without an agreed quantity. */
  area?: AreaKind;
  qty: string;
  price: string;
  /** The surcharge (附加费) of a whole month. */
  sur?: string;
  /** The part of the month that is charged, '20/31'; absent for a whole month. */
  part?: string;
  /** The policy that was needed because the binding does not fill the month. */
  pol?: Proration;
  /** Mode and unit in yuan: 'HALF_UP 0.01'. */
  round: `${RoundingMode} ${RoundingUnit}`;
  fen: number;
  /** What cuts the month at the ends of this line. */
  cut?: CutReason[];
  /** What was agreed for this object alone. */
  own?: ("qty" | "price")[];
  /** METERED: what each meter contributed (BIL-20), and where its use is counted. */
  meters?: MeterTrace[];
  /** METERED with tiers: how the use fell into them. */
  tiers?: TierTrace;
  /** Last part of a stretch cut only by payer or late fees: its whole amount and what the parts before took, in fen (BIL-15). */
  rest?: { whole: number; taken: number };
  /**
   * Stands in the place of a bill of which something was paid or waived: what its days come to, what of that is due
   * after waivers, and what was paid; in fen. `fen` is what is left.
   */
  left?: { priced: number; due: number; paid: number };
  /** What is taken off as an entry of its own beside the charge (BIL-41), in fen; the charge keeps its whole amount. */
  red?: { id: string; no: string; kind: ReductionSpan["kind"]; value: string; fen: number };
  /** A share of a public cost (BIL-24): what was shared, by what, and the fen of the remainder. */
  share?: ShareTrace;
  /** The start of charging (BIL-14), where it decides or explains who pays. */
  start?: StartTrace;
  /** FORMULA: what was computed and what was put in; `price` is then the result of a whole month, `qty` 1. */
  formula?: FormulaTrace;
}

/** A formula with the values that its names had, in the order in which they appear. */
export interface FormulaTrace {
  text: string;
  values: [name: string, value: string][];
}

/** How a room's share of a public cost came about. */
export interface ShareTrace {
  /** The month's computation. */
  id: string;
  pool: string;
  by: ShareMethod;
  area?: AreaKind;
  /** What was shared, in fen. */
  total: number;
  /** Public use × price, where the amount came from them. */
  use?: string;
  price?: string;
  unit?: string;
  /** What the room shares by, and all rooms together. */
  own: string;
  all: string;
  rooms: number;
  /** Exact share in yuan to four places. */
  raw: string;
  /** Fen of the remainder that fell to the room: 0 or 1. */
  rest: number;
  /** The share of the room, in fen. */
  fen: number;
}

/** The use of one meter as a charge keeps it: its readings, and what makes the use more than their difference. */
export interface MeterTrace {
  /** The reading it comes from. */
  id: string;
  no: string;
  kind: MeterKind;
  from: string;
  to: string;
  before: string;
  now: string;
  /** 倍率, absent for 1. */
  mult?: string;
  use: string;
  /** Reverse meter. */
  rev?: true;
  /** Digits of a meter that passed its last number. */
  roll?: number;
  /** This reading was estimated, or the one before was. */
  est?: "now" | "before";
  /** The meter was taken out with this reading. */
  out?: true;
  /** The part that counts here when the price changed in between, '10/31', and the whole use. */
  part?: string;
  whole?: string;
}

/** How a use fell into tiers: the use counted before and after, and what each tier took. */
export interface TierTrace {
  basis: TierBasis;
  before: string;
  after: string;
  split: TierShare[];
  /** People of the household and what the tiers are made for, where they were widened. */
  persons?: number;
  base?: number;
}

/** One charge to be: a stretch of days with one price, one quantity and one payer, rounded once (BIL-30). */
export interface PricedLine {
  serviceFrom: string;
  serviceTo: string;
  /** Days of service, first and last included. */
  days: number;
  daysInMonth: number;
  quantity: string;
  unitPrice: string;
  surcharge: string;
  amountFen: number;
  /** `null` when nobody is named as payer for these days. */
  payerId: string | null;
  rateVersionId: string;
  trace: PriceTrace;
}

/** Something that keeps days from being billed, or (NO_PAYER) from being billed to somebody. */
export type PricingGapKind = "NO_RATE" | "NO_AREA" | "NO_QUANTITY" | "NO_PAYER";

/** Days of the binding that lack something; `from` and `to` included. */
export interface PricingGap {
  kind: PricingGapKind;
  from: string;
  to: string;
}

export interface PricingResult {
  /** In order of days, without overlap. */
  lines: PricedLine[];
  gaps: PricingGap[];
}

/** The input is no price: a negative or malformed number, a period that does not exist, a span that ends before it begins. */
export class PricingError extends Error {
  override readonly name = "PricingError";

  constructor(
    readonly field: "period" | "binding" | "unitPrice" | "surcharge" | "quantity" | "area" | "amount" | "use",
    message: string,
  ) {
    super(message);
  }
}
