import type { ExactDecimal } from "../../common/exact-decimal.js";
import { parseDecimal, ZERO } from "../../common/exact-decimal.js";
import { evaluateFormula } from "../formula/evaluate-formula.js";
import { AREA_NAMES, isKnownName } from "../formula/formula-names.js";
import { decimalOf } from "../formula/fraction.js";
import { type Formula, FormulaError, namesIn, parseFormula } from "../formula/parse-formula.js";
import {
  type AreaVersion,
  type FormulaTrace,
  PricingError,
  type PricingInput,
  type RateVersion,
} from "./pricing.types.js";

/** A month by a formula: its whole amount, and what was put in; or the kind of what is missing. */
export type FormulaPrice = { amount: ExactDecimal; trace: FormulaTrace } | { missing: "NO_AREA" | "NO_QUANTITY" };

const CACHE_LIMIT = 1000;
const parsed = new Map<string, Formula>();

/**
 * What a whole month costs by the formula of the rate, exact to 12 places; rounded once with the line (BIL-30).
 * @throws PricingError for values that are no numbers
 */
export function formulaPrice(
  { rules, binding, fields }: PricingInput,
  version: RateVersion,
  area: AreaVersion | undefined,
): FormulaPrice {
  const text = rules.formula ?? "";
  const valueOf = (name: string): string | null => {
    if (!isKnownName(name)) return fields?.[name] ?? null;
    if (name === "单价") return binding.unitPrice ?? version.unitPrice;
    if (name === "附加费") return version.surcharge ?? "0";
    if (name === "数量") return binding.quantity ?? null;
    return area?.[AREA_NAMES[name]] ?? null;
  };
  try {
    const formula = parsedOnce(text);
    const values = namesIn(formula).map((name) => ({ name, value: valueOf(name) }));
    const missing = values.find(({ value }) => value === null);
    if (missing) return { missing: missing.name in AREA_NAMES ? "NO_AREA" : "NO_QUANTITY" };
    const amount = parseDecimal(decimalOf(evaluateFormula(formula, valueOf)));
    if (!amount) throw new FormulaError("公式的结果小于零或太大");
    const put = values.map(({ name, value }): [string, string] => [name, (parseDecimal(value!) ?? ZERO).text]);
    return { amount, trace: { text, values: put } };
  } catch (error) {
    throw error instanceof FormulaError ? new PricingError("quantity", `公式“${text}”：${error.message}`) : error;
  }
}

/** Rates are few and rooms are many: each formula is read once. */
function parsedOnce(text: string): Formula {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= CACHE_LIMIT) parsed.clear();
  const formula = parseFormula(text);
  parsed.set(text, formula);
  return formula;
}
