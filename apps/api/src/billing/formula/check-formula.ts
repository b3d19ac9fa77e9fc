import { compare, fractionOf, negated, over, plus, times, type Fraction, ZERO } from "./fraction.js";
import type { NameKind } from "./formula-names.js";
import { type Formula, FormulaError } from "./parse-formula.js";

/** Powers of metre², piece and yuan. */
type Unit = readonly [area: number, count: number, money: number];

const PLAIN: Unit = [0, 0, 0];
const YUAN: Unit = [0, 0, 1];
const UNITS: Record<Exclude<NameKind, "PRICE">, Unit> = {
  AREA: [1, 0, 0],
  COUNT: [0, 1, 0],
  MONEY: YUAN,
  FIELD: PLAIN,
};

/** What 单价 can be a price of: what makes the formula come out in yuan. */
const PRICES: readonly Unit[] = [YUAN, [-1, 0, 1], [0, -1, 1]];

/** A unit, or that of the other side for numbers that were written and fields. */
interface Measured {
  unit: Unit;
  adapts: boolean;
}

/** Lowest and highest that a part can come to; null is without end. */
interface Range {
  low: Fraction | null;
  high: Fraction | null;
}

/**
 * Checks a formula before it is kept, so that it always comes to an amount: units that fit together and come out in yuan,
 * no divisor that may be zero, nothing that may become negative.
 * @param kindOf what a name is; undefined when there is no such name
 * @throws FormulaError
 */
export function checkFormula(formula: Formula, kindOf: (name: string) => NameKind | undefined): void {
  rangeOf(formula, kindOf);
  const faults: FormulaError[] = [];
  for (const price of PRICES) {
    try {
      const { unit, adapts } = unitOf(formula, kindOf, price);
      if (adapts || same(unit, YUAN)) {
        refuseNegative(formula, kindOf);
        return;
      }
      faults.push(new FormulaError(`公式算出来的单位是 ${unitText(unit)}，不是元；请检查是否漏乘或多乘了单价`));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      if (faults.length === 0 || !error.message.startsWith("公式算出来")) faults.push(error);
    }
  }
  throw faults[0]!;
}

function refuseNegative(formula: Formula, kindOf: (name: string) => NameKind | undefined): void {
  const { low } = rangeOf(formula, kindOf);
  if (low === null || compare(low, ZERO) < 0)
    throw new FormulaError("公式的结果可能小于零；请用 最大(0, …) 说明这时按零收取");
}

function unitOf(node: Formula, kindOf: (name: string) => NameKind | undefined, price: Unit): Measured {
  if (node.kind === "number") return { unit: PLAIN, adapts: true };
  if (node.kind === "name") {
    const kind = kindOf(node.name)!;
    return { unit: kind === "PRICE" ? price : UNITS[kind], adapts: kind === "FIELD" };
  }
  if (node.kind === "call") return node.parts.map((part) => unitOf(part, kindOf, price)).reduce(together);
  const [left, right] = [unitOf(node.left, kindOf, price), unitOf(node.right, kindOf, price)];
  if (node.operator === "+" || node.operator === "-") return together(left, right);
  const sign = node.operator === "*" ? 1 : -1;
  const unit: Unit = [
    left.unit[0] + sign * right.unit[0],
    left.unit[1] + sign * right.unit[1],
    left.unit[2] + sign * right.unit[2],
  ];
  return { unit, adapts: left.adapts && right.adapts };
}

/** The unit of things that are added or compared. */
function together(a: Measured, b: Measured): Measured {
  if (a.adapts) return b;
  if (b.adapts || same(a.unit, b.unit)) return a;
  throw new FormulaError(`${unitText(a.unit)} 和 ${unitText(b.unit)} 不能相加减或比较`);
}

const same = (a: Unit, b: Unit) => a.every((power, index) => power === b[index]);

const SYMBOLS = ["m²", "个", "元"] as const;

/** `元/m²`, `m²×m²`, or 没有单位的数. */
function unitText(unit: Unit): string {
  const part = (sign: 1 | -1) =>
    SYMBOLS.flatMap((symbol, index) => Array<string>(Math.max(0, sign * unit[index]!)).fill(symbol)).join("×");
  const [above, below] = [part(1), part(-1)];
  if (below) return `${above || "1"}/${below}`;
  return above || "没有单位的数";
}

function rangeOf(node: Formula, kindOf: (name: string) => NameKind | undefined): Range {
  if (node.kind === "number") {
    const value = fractionOf(node.text);
    return { low: value, high: value };
  }
  if (node.kind === "name") {
    if (kindOf(node.name) === undefined) throw new FormulaError(`没有“${node.name}”这个数据`);
    return { low: ZERO, high: null };
  }
  if (node.kind === "call") {
    const ranges = node.parts.map((part) => rangeOf(part, kindOf));
    const isMax = node.name === "MAX";
    return ranges.reduce((a, b) => ({
      low: isMax ? (a.low === null ? b.low : b.low === null ? a.low : larger(a.low, b.low)) : least(a.low, b.low),
      high: isMax
        ? most(a.high, b.high)
        : a.high === null
          ? b.high
          : b.high === null
            ? a.high
            : smaller(a.high, b.high),
    }));
  }
  const [left, right] = [rangeOf(node.left, kindOf), rangeOf(node.right, kindOf)];
  if (node.operator === "+") return { low: both(left.low, right.low, plus), high: both(left.high, right.high, plus) };
  if (node.operator === "-") {
    const minus = (a: Fraction, b: Fraction) => plus(a, negated(b));
    return { low: both(left.low, right.high, minus), high: both(left.high, right.low, minus) };
  }
  if (node.operator === "/") return divided(left, right);
  return multiplied(left, right);
}

/** Parts that cannot be negative; others come out without end, which nothing is refused for but a negative result. */
function multiplied(left: Range, right: Range): Range {
  if (!isPositive(left.low, 0) || !isPositive(right.low, 0)) return { low: null, high: null };
  return { low: times(left.low!, right.low!), high: both(left.high, right.high, times) };
}

function divided(left: Range, right: Range): Range {
  if (!isPositive(right.low, 1))
    throw new FormulaError("除数可能为零；请除以数字，或用 最大(1, …) 这样的写法保证它大于零");
  if (!isPositive(left.low, 0)) return { low: null, high: null };
  return { low: right.high === null ? ZERO : over(left.low!, right.high), high: both(left.high, right.low, over) };
}

const isPositive = (low: Fraction | null, least_: 0 | 1) => low !== null && compare(low, ZERO) >= least_;
const both = (a: Fraction | null, b: Fraction | null, of: (x: Fraction, y: Fraction) => Fraction) =>
  a === null || b === null ? null : of(a, b);
const larger = (a: Fraction, b: Fraction) => (compare(a, b) >= 0 ? a : b);
const smaller = (a: Fraction, b: Fraction) => (compare(a, b) <= 0 ? a : b);
const least = (a: Fraction | null, b: Fraction | null) => both(a, b, smaller);
const most = (a: Fraction | null, b: Fraction | null) => both(a, b, larger);
