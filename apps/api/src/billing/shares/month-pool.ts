import { type AreaKind, shareBaseLabels, type ShareMethod, type ShareVacancy } from "@linli/contracts/enums";
import { parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import { allocate } from "../../common/money.js";
import type { RoomUse } from "./month-share.entity.js";
import type { Ratio } from "./share-pool.entity.js";

/** A room of the scope as it was on the last day of the month. */
export interface Member {
  roomId: string;
  roomCode: string;
  roomName: string;
  vacant: boolean;
  /** m² of the kind the pool reads; null where nothing was recorded. */
  area: string | null;
  /** People of the household. */
  people: number;
}

/** What shares are computed by. */
export interface PoolRules {
  method: ShareMethod;
  areaKind: AreaKind;
  vacancy: ShareVacancy;
  ratios: readonly Ratio[];
  roomUses: readonly RoomUse[];
  /** The kind of meter the uses were read from, in words; null when they were typed. */
  meter: string | null;
}

/** What a room bears. */
export interface PartOfPool {
  roomId: string;
  roomCode: string;
  roomName: string;
  weight: string;
  amountFen: number;
  remainderFen: number;
  borne: boolean;
}

export interface Sharing {
  parts: PartOfPool[];
  /** Sum of the weights. */
  base: string;
  /** Why nothing may be confirmed, in Chinese. */
  problems: string[];
  warnings: string[];
}

const ROOMS_NAMED = 5;
const named = (rooms: readonly { roomCode: string }[]) => {
  const codes = rooms.slice(0, ROOMS_NAMED).map(({ roomCode }) => roomCode);
  return rooms.length > ROOMS_NAMED ? `${codes.join("、")} 等 ${rooms.length} 间` : codes.join("、");
};

/**
 * Shares an amount among the rooms of a month (BIL-24, BIL-31): every room its exact share rounded down to the fen, the
 * fen that remain to the largest fractional parts, ties by room code. Pure; what makes it impossible is named, never
 * turned into 0.
 */
export function sharesOf(amountFen: number, members: readonly Member[], rules: PoolRules): Sharing {
  const taking = rules.vacancy === "EXCLUDE" ? members.filter(({ vacant }) => !vacant) : members;
  const weighed = taking.map((member) => ({ member, weight: weightOf(member, rules) }));
  const [problems, warnings] = [problemsOf(members, weighed, rules), [] as string[]];
  const known = weighed.flatMap(({ member, weight }) => (weight === null ? [] : [{ member, weight }]));
  const base = sumOf(known.map(({ weight }) => weight));
  const nothing = known.filter(({ weight }) => Number(weight) === 0).map(({ member }) => member);
  if (known.length > 0 && base === "0") problems.push(`${shareBaseLabels[rules.method]}合计为零，无法分摊`);
  else if (nothing.length > 0) warnings.push(`${named(nothing)}的${shareBaseLabels[rules.method]}为零，不分摊`);
  if (problems.length > 0) return { parts: [], base, problems, warnings };

  const byCode = known.map(({ member, weight }) => ({ key: member.roomCode, weight }));
  const amounts = allocate(amountFen, byCode);
  const parts = known.map(({ member, weight }) => {
    const { roomId, roomCode, roomName, vacant } = member;
    const share = amounts.get(roomCode)!;
    const remainderFen = share - floorOf(amountFen, weight, base);
    const borne = vacant && rules.vacancy === "BORNE";
    return { roomId, roomCode, roomName, weight, amountFen: share, remainderFen, borne };
  });
  return { parts, base, problems, warnings };
}

function weightOf(member: Member, { method, ratios, roomUses }: PoolRules): string | null {
  if (method === "AREA") return member.area === null ? null : canonical(member.area);
  if (method === "HOUSEHOLD") return "1";
  if (method === "PEOPLE") return String(member.people);
  const entered =
    method === "USE"
      ? roomUses.find(({ roomId }) => roomId === member.roomId)?.use
      : ratios.find(({ roomId }) => roomId === member.roomId)?.percent;
  return entered === undefined ? null : canonical(entered);
}

function problemsOf(
  members: readonly Member[],
  weighed: readonly { member: Member; weight: string | null }[],
  { method, ratios, roomUses, meter }: PoolRules,
): string[] {
  if (members.length === 0) return ["这个月没有参与分摊的房间"];
  if (weighed.length === 0) return ["这个月的房间都是空置房，没有参与分摊的房间"];
  const problems: string[] = [];
  const missing = weighed.flatMap(({ member, weight }) => (weight === null ? [member] : []));
  if (missing.length > 0)
    problems.push(
      method === "AREA"
        ? `${named(missing)}没有登记这种面积`
        : `${named(missing)}没有${method !== "USE" ? "约定比例" : meter ? `本月${meter}读数` : "填写用量"}`,
    );
  const inScope = new Set(members.map(({ roomId }) => roomId));
  const strangers = (method === "USE" ? roomUses : method === "CUSTOM" ? ratios : []).filter(
    ({ roomId }) => !inScope.has(roomId),
  );
  if (strangers.length > 0)
    problems.push(
      `${strangers.length} 个${method === "USE" ? "填了用量" : "约定了比例"}的房间这个月不参与分摊（已拆分合并、停用或不在范围内）`,
    );
  return problems;
}

const canonical = (text: string) => (parseDecimal(text) ?? ZERO).text;

/** The exact sum of decimals, without trailing zeros. */
export function sumOf(texts: readonly string[]): string {
  const decimals = texts.map((text) => parseDecimal(text) ?? ZERO);
  const scale = decimals.reduce((most, one) => Math.max(most, one.scale), 0);
  const units = decimals.reduce((sum, one) => sum + one.units * pow10(scale - one.scale), 0n);
  return decimalText(units, scale);
}

/** units × 10^-scale without trailing zeros. */
export function decimalText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const places = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${places ? `.${places}` : ""}`;
}

/** amount × weight ÷ base as a fraction of whole numbers. */
function fractionOf(amountFen: number, weight: string, base: string): { dividend: bigint; divisor: bigint } {
  const [part, all] = [parseDecimal(weight) ?? ZERO, parseDecimal(base) ?? ZERO];
  return { dividend: BigInt(amountFen) * part.units * pow10(all.scale), divisor: all.units * pow10(part.scale) };
}

function floorOf(amountFen: number, weight: string, base: string): number {
  const { dividend, divisor } = fractionOf(amountFen, weight, base);
  return Number(dividend / divisor);
}

/** The exact share in yuan to four places, an ellipsis where more follow: `151.6204…`. */
export function rawShare(amountFen: number, weight: string, base: string): string {
  const { dividend, divisor } = fractionOf(amountFen, weight, base);
  if (divisor === 0n) return "0.0000";
  const shown = (dividend * 100n) / divisor;
  const digits = shown.toString().padStart(5, "0");
  const text = `${digits.slice(0, -4)}.${digits.slice(-4)}`;
  return shown * divisor === dividend * 100n ? text : `${text}…`;
}
