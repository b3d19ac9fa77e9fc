import jsep, { type CoreExpression, type Expression } from "jsep";

/** A formula as a tree of what is allowed in one, and nothing else. */
export type Formula =
  | { kind: "number"; text: string }
  | { kind: "name"; name: string }
  | { kind: "operation"; operator: Operator; left: Formula; right: Formula }
  | { kind: "call"; name: FormulaFunction; parts: Formula[] };

export type Operator = "+" | "-" | "*" | "/";
export type FormulaFunction = "MAX" | "MIN";

/** What is wrong with a formula, as a sentence for the user. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
}

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = { MAX: "MAX", MIN: "MIN", 最大: "MAX", 最小: "MIN" };
const MAX_LENGTH = 300;
const MAX_DEPTH = 12;
const MAX_PARTS = 10;

// The library parses; nothing but the four operations is left in its grammar.
jsep.removeAllUnaryOps();
jsep.removeAllBinaryOps();
for (const [operator, precedence] of Object.entries({ "+": 9, "-": 9, "*": 10, "/": 10 }))
  jsep.addBinaryOp(operator, precedence);
jsep.removeAllLiterals();

/** Signs that people type in Chinese. */
const SIGNS: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "（": "(",
  "）": ")",
  "，": ",",
  "＋": "+",
  "－": "-",
  "−": "-",
};

/**
 * Reads a formula such as `max(收费面积, 60) × 单价 + 20`: numbers, names, the four operations, brackets, 最大 and 最小.
 * @throws FormulaError for everything else, for what is too long or nested too deeply
 */
export function parseFormula(text: string): Formula {
  const typed = text.replace(/[×÷（），＋－−]/g, (sign) => SIGNS[sign]!);
  if (typed.trim() === "") throw new FormulaError("请填写公式");
  if (typed.length > MAX_LENGTH) throw new FormulaError(`公式不能超过 ${MAX_LENGTH} 个字`);
  return toFormula(parsed(typed), 1);
}

function parsed(text: string): Expression {
  try {
    return jsep(text);
  } catch (error) {
    const index = (error as { index?: number }).index;
    throw new FormulaError(index === undefined ? "公式写法有误" : `公式第 ${index + 1} 个字附近写法有误`);
  }
}

function toFormula(expression: Expression | null, depth: number): Formula {
  if (depth > MAX_DEPTH) throw new FormulaError(`公式嵌套太深，最多 ${MAX_DEPTH} 层`);
  const node = expression as CoreExpression | null;
  switch (node?.type) {
    case "Literal":
      return numberOf(node.raw);
    case "Identifier":
      return { kind: "name", name: node.name };
    case "BinaryExpression": {
      const operator = node.operator as Operator;
      // a sum of many parts is one level, however long
      return {
        kind: "operation",
        operator,
        left: toFormula(node.left, depth),
        right: toFormula(node.right, depth + 1),
      };
    }
    case "CallExpression":
      return callOf(node.callee as CoreExpression, node.arguments, depth);
    case "Compound":
      throw new FormulaError("两个部分之间缺少 + − × ÷");
    default:
      throw new FormulaError("公式里只能用数字、数据名称、+ − × ÷、括号、最大(…) 和 最小(…)");
  }
}

function numberOf(raw: string): Formula {
  if (!/^\d{1,12}(\.\d{1,8})?$/.test(raw)) throw new FormulaError(`“${raw.slice(0, 30)}”不是能用的数字`);
  return { kind: "number", text: raw };
}

function callOf(callee: CoreExpression, parts: Expression[], depth: number): Formula {
  const written = callee.type === "Identifier" ? callee.name : "";
  const name = FUNCTIONS[written.toUpperCase()];
  if (!name) throw new FormulaError(`没有“${written}”这个函数，可以用 最大(…) 和 最小(…)`);
  if (parts.length < 2 || parts.length > MAX_PARTS)
    throw new FormulaError(`${written}(…) 里要有 2 到 ${MAX_PARTS} 个部分，用逗号分开`);
  return { kind: "call", name, parts: parts.map((part) => toFormula(part, depth + 1)) };
}

/** The names in a formula, each once, in the order in which they appear. */
export function namesIn(formula: Formula): string[] {
  const names: string[] = [];
  const visit = (node: Formula): void => {
    if (node.kind === "name") names.push(node.name);
    if (node.kind === "operation") [node.left, node.right].forEach(visit);
    if (node.kind === "call") node.parts.forEach(visit);
  };
  visit(formula);
  return [...new Set(names)];
}
