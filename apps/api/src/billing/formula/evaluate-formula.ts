import { compare, type Fraction, fractionOf, negated, over, plus, times } from "./fraction.js";
import { type Formula, FormulaError } from "./parse-formula.js";

/** The exact result of a checked formula. @throws FormulaError for a name without a value or a value that is no number */
export function evaluateFormula(formula: Formula, valueOf: (name: string) => string | null): Fraction {
  if (formula.kind === "number") return exact(formula.text, formula.text);
  if (formula.kind === "name") {
    const value = valueOf(formula.name);
    if (value === null) throw new FormulaError(`没有“${formula.name}”的数值`);
    return exact(formula.name, value);
  }
  if (formula.kind === "call") {
    const parts = formula.parts.map((part) => evaluateFormula(part, valueOf));
    const wins = formula.name === "MAX" ? 1 : -1;
    return parts.reduce((best, part) => (compare(part, best) === wins ? part : best));
  }
  const [left, right] = [evaluateFormula(formula.left, valueOf), evaluateFormula(formula.right, valueOf)];
  if (formula.operator === "+") return plus(left, right);
  if (formula.operator === "-") return plus(left, negated(right));
  if (formula.operator === "*") return times(left, right);
  if (right.numerator === 0n) throw new FormulaError("除数为零");
  return over(left, right);
}

function exact(name: string, text: string): Fraction {
  const value = fractionOf(text);
  if (!value) throw new FormulaError(`“${name}”的数值“${text.slice(0, 30)}”必须是不小于零的数字`);
  return value;
}
