import { type BilledReading, billedTogether } from "./billed-uses.js";

const billed = (
  chargeId: string,
  readingId: string,
  before: string | null = null,
  surcharged = false,
): BilledReading => ({
  chargeId,
  readingId,
  before,
  surcharged,
});
const shown = (rows: BilledReading[]) =>
  billedTogether(rows).map(
    ({ readingIds, surcharged }) => [...readingIds].toSorted().join("+") + (surcharged ? "!" : ""),
  );

test("readings of one charge, and charges of one reading, belong together", () => {
  expect(shown([billed("a", "kitchen"), billed("a", "bath"), billed("b", "garden")])).toEqual([
    "bath+kitchen",
    "garden",
  ]);
  // a reading that two prices divide joins what else they billed
  expect(shown([billed("a", "kitchen"), billed("b", "bath"), billed("a", "bath")])).toEqual(["bath+kitchen"]);
});

test("they keep the order in which they took the tiers, the one with the surcharge first of equals", () => {
  expect(shown([billed("a", "late", "90"), billed("b", "early", "8.5", true)])).toEqual(["early!", "late"]);
  expect(shown([billed("a", "kitchen"), billed("b", "bath", null, true)])).toEqual(["bath!", "kitchen"]);
});
