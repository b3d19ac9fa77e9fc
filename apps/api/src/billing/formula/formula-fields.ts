import type { EntityManager } from "typeorm";
import { isKnownName, KNOWN_NAMES, type NameKind } from "./formula-names.js";
import { checkFormula } from "./check-formula.js";
import { type Formula, FormulaError, namesIn, parseFormula } from "./parse-formula.js";
import { InvalidInput } from "../../common/rule-violation.js";

/** A user-defined number of rooms that formulas may name. */
export interface FormulaField {
  id: string;
  name: string;
}

/** The user-defined numbers of rooms. @param forKeeping holds them against being removed until the end */
export function formulaFields(tx: EntityManager, projectId: string, forKeeping = false): Promise<FormulaField[]> {
  return tx.query<FormulaField[]>(
    `SELECT id, name FROM attribute_definition
      WHERE project_id = $1 AND owner = 'ROOM' AND type = 'NUMBER' AND active ORDER BY sort, name ${forKeeping ? "FOR SHARE" : ""}`,
    [projectId],
  );
}

/** What a name in a formula is; known names come before fields of the same name. */
export const kindsOf =
  (fields: readonly FormulaField[]) =>
  (name: string): NameKind | undefined =>
    isKnownName(name) ? KNOWN_NAMES[name] : fields.some((field) => field.name === name) ? "FIELD" : undefined;

/** Reads and checks a formula of a project; a name that is a fee item or a rate gets a sentence of its own. */
export async function checkedFormula(
  tx: EntityManager,
  projectId: string,
  text: string,
  fields: readonly FormulaField[],
): Promise<Formula> {
  const formula = parseFormula(text);
  const kindOf = kindsOf(fields);
  const unknown = namesIn(formula).filter((name) => kindOf(name) === undefined);
  if (unknown.length > 0) {
    const [item] = await tx.query<{ name: string }[]>(
      `SELECT name FROM fee_item WHERE project_id = $1 AND name = ANY ($2)
       UNION ALL SELECT name FROM rate WHERE project_id = $1 AND name = ANY ($2) LIMIT 1`,
      [projectId, unknown],
    );
    if (item) throw new FormulaError(`公式不能引用收费项目或标准“${item.name}”，以免互相循环`);
  }
  checkFormula(formula, kindOf);
  return formula;
}

/**
 * The formula of a rate, when its base is FORMULA; other bases have none. Its fields are held until the transaction ends.
 * @throws INVALID_INPUT
 */
export async function formulaOf(
  tx: EntityManager,
  projectId: string,
  { base, formula }: { base: string; formula?: string | null },
): Promise<string | null> {
  if (base !== "FORMULA") {
    if (formula) throw new InvalidInput({ formula: ["只有按公式计费的标准才填写公式"] });
    return null;
  }
  try {
    await checkedFormula(tx, projectId, formula ?? "", await formulaFields(tx, projectId, true));
  } catch (error) {
    throw error instanceof FormulaError ? new InvalidInput({ formula: [error.message] }) : error;
  }
  return formula!;
}
