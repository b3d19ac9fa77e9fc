import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";

/** The terms of a scheme that decide amounts. */
export interface DiscountTerms {
  months: number;
  benefit: string;
  percent: string | null;
  amountFen: number | null;
  freeMonths: number | null;
}

/** A charge that the receipt settles, with what is still to be paid of it, in fen. */
export interface Payable {
  chargeId: string;
  period: string;
  openFen: number;
}

/** What a charge gets, in fen. */
export interface DiscountShare {
  chargeId: string;
  period: string;
  amountFen: number;
}

/** How many months the charges cover. */
export const monthsOf = (charges: readonly Payable[]): number => new Set(charges.map(({ period }) => period)).size;

/**
 * What charges of one room and item get when one receipt settles them all (BIL-40): nothing below the months of the scheme.
 * A share or an amount is computed on the whole, rounded half up once, and spread by largest remainder, the earlier month
 * first (BIL-31); free months are the last ones. The parts add up to the whole.
 */
export function discountOf(terms: DiscountTerms, charges: readonly Payable[]): DiscountShare[] {
  if (monthsOf(charges) < terms.months) return [];
  const ordered = [...charges].sort((a, b) => compare(a.period, b.period) || compare(a.chargeId, b.chargeId));
  if (terms.benefit === "FREE_MONTHS") {
    const free = new Set([...new Set(ordered.map(({ period }) => period))].slice(-(terms.freeMonths ?? 0)));
    return shares(ordered, ({ period, openFen }) => (free.has(period) ? openFen : 0));
  }
  const totalFen = sumOf(ordered.map(({ openFen }) => openFen));
  const wholeFen = terms.benefit === "AMOUNT" ? (terms.amountFen ?? 0) : shareOf(totalFen, terms.percent ?? "0");
  const parts = spread(
    Math.min(wholeFen, totalFen),
    ordered.map(({ openFen }) => openFen),
  );
  return shares(ordered, (_charge, index) => parts[index] ?? 0);
}

/** A charge that keeps what it was given, in fen. */
export interface Given extends Payable {
  givenFen: number;
}

/**
 * What of a discount falls to charges that are issued anew beside others that keep theirs (BIL-13): it is worked out on all
 * of them by its rule, and the new ones get what the others leave of it; free months are the last ones of all. Where the
 * others got another share than the rule gives today, such as before a later reduction, theirs is no measure: then the new
 * ones get their own share alone.
 */
export function discountAnew(
  terms: DiscountTerms,
  others: readonly Given[],
  news: readonly Payable[],
): DiscountShare[] {
  const whole = discountOf(terms, [...others, ...news]);
  const ids = new Set(news.map(({ chargeId }) => chargeId));
  if (terms.benefit === "FREE_MONTHS") return whole.filter(({ chargeId }) => ids.has(chargeId));
  if (monthsOf([...others, ...news]) < terms.months) return [];
  const newFen = sumOf(news.map(({ openFen }) => openFen));
  const left = sumOf(whole.map(({ amountFen }) => amountFen)) - sumOf(others.map(({ givenFen }) => givenFen));
  const alone = terms.benefit === "AMOUNT" ? left : shareOf(newFen, terms.percent ?? "0");
  const isByRule = Math.abs(left - alone) <= others.length + 1;
  const parts = spread(
    Math.min(Math.max(isByRule ? left : alone, 0), newFen),
    news.map(({ openFen }) => openFen),
  );
  return shares(news, (_charge, index) => parts[index] ?? 0);
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, fen) => sum + fen, 0);

const shares = (charges: readonly Payable[], fenOf: (charge: Payable, index: number) => number): DiscountShare[] =>
  charges
    .map((charge, index) => ({ chargeId: charge.chargeId, period: charge.period, amountFen: fenOf(charge, index) }))
    .filter(({ amountFen }) => amountFen > 0);

/** So many per cent of an amount, rounded half up to a fen. */
function shareOf(fen: number, percent: string): number {
  const { units, scale } = parseDecimal(percent) ?? ZERO;
  return Number(divide(BigInt(fen) * units, 100n * pow10(scale), "HALF_UP"));
}

/** Splits fen by weights: each its whole part, then one each to the largest remainders, the earlier first (BIL-31). */
export function spread(fen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(fen) * BigInt(weight));
  const parts = exact.map((one) => Number(one / total));
  const left = fen - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((one, index) => ({ index, rest: one % total }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
