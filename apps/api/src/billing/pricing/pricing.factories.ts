import { readFileSync } from "node:fs";
import type { PricedLine, PricingInput, PricingRules } from "./pricing.types.js";
import { formatFen } from "../../common/money.js";

export const aRules = (overrides: Partial<PricingRules> = {}): PricingRules => ({
  base: "AREA",
  area: "CHARGE",
  proration: "ACTUAL_DAYS",
  change: "SPLIT_DAYS",
  rounding: "HALF_UP",
  roundingUnit: "0.01",
  ...overrides,
});

export const anArea = (charge: string, from = "2020-01-01", to: string | null = null) => ({ charge, from, to });

export const aRate = (
  unitPrice: string,
  from = "2020-01-01",
  to: string | null = null,
  surcharge: string | null = null,
) => ({
  id: `rate-${from}`,
  unitPrice,
  surcharge,
  from,
  to,
});

export const aPayer = (
  customerId: string,
  from = "2020-01-01",
  to: string | null = null,
  feeItemId: string | null = null,
) => ({
  customerId,
  from,
  to,
  feeItemId,
});

/** A room of 89.47 m² at 2.38 yuan, one owner, all of January 2025: 212.94 yuan. */
export const anInput = ({
  rules,
  ...overrides
}: Partial<Omit<PricingInput, "rules">> & { rules?: Partial<PricingRules> } = {}): PricingInput => ({
  period: "2025-01",
  feeItemId: "property-fee",
  rules: aRules(rules),
  binding: { from: "2020-01-01", to: null },
  rates: [aRate("2.38")],
  areas: [anArea("89.47")],
  payers: [aPayer("owner")],
  ...overrides,
});

export const yuanOf = (lines: readonly PricedLine[]) => lines.map((line) => formatFen(line.amountFen));
export const daysOf = (lines: readonly PricedLine[]) =>
  lines.map(({ serviceFrom, serviceTo }) => `${serviceFrom}..${serviceTo}`);

/** A worked example by its number; the caller names the shape it reads. */
export function example<Inputs, Expected>(id: string): { inputs: Inputs; expected: Expected } {
  const file = new URL("../../../test/fixtures/billing-examples.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
    cases: { id: string; inputs: Inputs; expected: Expected }[];
  };
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
}
