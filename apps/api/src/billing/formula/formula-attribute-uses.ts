import { Injectable, type OnModuleInit } from "@nestjs/common";
import { AttributeUses } from "../../property/attributes/attribute-uses.js";
import { isKnownName } from "./formula-names.js";
import { namesIn, parseFormula } from "./parse-formula.js";

/** Keeps user-defined fields that formulas of rates name from being removed, renamed or put out of use. */
@Injectable()
export class FormulaAttributeUses implements OnModuleInit {
  constructor(private readonly uses: AttributeUses) {}

  onModuleInit(): void {
    this.uses.register(async (tx, { projectId, owner, name }) => {
      if (owner !== "ROOM" || isKnownName(name)) return [];
      const rates = await tx.query<{ name: string; item: string; formula: string }[]>(
        `SELECT r.name, f.name AS item, r.formula FROM rate r
           JOIN fee_item f ON f.project_id = r.project_id AND f.id = r.fee_item_id
          WHERE r.project_id = $1 AND r.base = 'FORMULA' ORDER BY f.name, r.name`,
        [projectId],
      );
      const naming = rates.filter(({ formula }) => namesIn(parseFormula(formula)).includes(name));
      return naming.map((rate) => `收费标准“${rate.item}·${rate.name}”的公式`);
    });
  }
}
