import type { OffsetCharge, OffsetTerms } from "./plan-offsets.js";
import { planOffsets } from "./plan-offsets.js";

const terms = (overrides: Partial<OffsetTerms> = {}): OffsetTerms => ({
  onlyListed: false,
  feeItemIds: ["property", "water", "parking"],
  order: "PERIOD_FIRST",
  shortage: "PARTIAL",
  chargeFrom: null,
  chargeTo: null,
  ...overrides,
});
const account = (feeItemId: string | null, balanceFen: number) => ({
  id: feeItemId ?? "general",
  feeItemId,
  balanceFen,
});
const bill = (
  id: string,
  feeItemId: string,
  month: number,
  openFen: number,
  more: Partial<OffsetCharge> = {},
): OffsetCharge => {
  const period = `2025-0${month}`;
  const days = { period, serviceFrom: `${period}-01`, serviceTo: `${period}-28` };
  return { id, feeItemId, feeItemKind: "REGULAR", ...days, openFen, ...more };
};
/** `P01 property 212 | …`: what each bill gets from which money, and why it gets no more. */
const told = (planned: ReturnType<typeof planOffsets>) =>
  planned.map(({ charge, parts, reason }) =>
    [charge.id, ...parts.map((part) => `${part.account.id}:${part.amountFen}`), ...(reason ? [reason] : [])].join(" "),
  );

test("by month, in a month by the order of the items; each first from its own money", () => {
  const bills = [
    bill("K2", "parking", 2, 40),
    bill("W2", "water", 2, 30),
    bill("P2", "property", 2, 100),
    bill("P1", "property", 1, 100),
  ];
  const money = [account(null, 90), account("property", 130), account("water", 50)];
  expect(told(planOffsets(terms(), money, bills))).toEqual([
    "P1 property:100",
    "P2 property:30 general:70",
    "W2 water:30",
    "K2 general:20 PART",
  ]);
});

test("by item, of an item by month, when the scheme says so", () => {
  const bills = [bill("W1", "water", 1, 30), bill("P2", "property", 2, 100)];
  const planned = planOffsets(terms({ order: "ITEM_FIRST" }), [account(null, 110)], bills);
  expect(told(planned)).toEqual(["P2 general:100", "W1 general:10 PART"]);
});

test("whole bills only: one that is not covered is passed over, a smaller one after it is settled", () => {
  const bills = [bill("P1", "property", 1, 212), bill("P2", "property", 2, 212), bill("W2", "water", 2, 80)];
  const planned = planOffsets(terms({ shortage: "WHOLE_ONLY" }), [account(null, 300), account("water", 5)], bills);
  expect(told(planned)).toEqual(["P1 general:212", "P2 SHORT", "W2 water:5 general:75"]);
});

test.each<[string, Partial<OffsetTerms>, OffsetCharge, string]>([
  ["a deposit", {}, bill("D", "deposit", 1, 10, { feeItemKind: "DEPOSIT" }), "DEPOSIT"],
  ["an item that is not listed", { onlyListed: true }, bill("X", "other", 1, 10), "ITEM"],
  ["service that begins too early", { chargeFrom: "2025-01-02" }, bill("P", "property", 1, 10), "OUTSIDE"],
  ["service that ends too late", { chargeTo: "2025-01-27" }, bill("P", "property", 1, 10), "OUTSIDE"],
])("is not offset: %s", (_what, overrides, charge, reason) => {
  expect(planOffsets(terms(overrides), [account(null, 100)], [charge])).toMatchObject([
    { parts: [], offsetFen: 0, reason },
  ]);
});

test("the bounds of the service are included", () => {
  const within = terms({ chargeFrom: "2025-01-01", chargeTo: "2025-01-28" });
  expect(told(planOffsets(within, [account(null, 100)], [bill("P", "property", 1, 10)]))).toEqual(["P general:10"]);
});

test("money of an item pays for no other, and an item not listed comes last", () => {
  const bills = [bill("X1", "other", 1, 10), bill("K1", "parking", 1, 10)];
  expect(told(planOffsets(terms(), [account("water", 100)], bills))).toEqual(["K1 NO_MONEY", "X1 NO_MONEY"]);
});

test.each(["PARTIAL", "WHOLE_ONLY"] as const)("%s never gives more than there is or is owed", (shortage) => {
  const random = sequence(20261127);
  for (let round = 0; round < 300; round += 1) {
    const items = ["property", "water", "parking", "other"];
    const money = [null, ...items.slice(0, 2)].map((item) => account(item, random(500)));
    const bills = Array.from({ length: 6 }, (_, i) => bill(`b${i}`, items[random(4)]!, 1 + random(3), 1 + random(200)));
    const planned = planOffsets(terms({ shortage }), money, bills);
    for (const { id, balanceFen } of money) {
      const drawn = planned.flatMap(({ parts }) => parts).filter((part) => part.account.id === id);
      expect(drawn.reduce((sum, part) => sum + part.amountFen, 0)).toBeLessThanOrEqual(balanceFen);
    }
    for (const { charge, parts, offsetFen } of planned) {
      expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(offsetFen);
      expect(offsetFen).toBeLessThanOrEqual(charge.openFen);
      expect(parts.every(({ account: { feeItemId } }) => feeItemId === null || feeItemId === charge.feeItemId)).toBe(
        true,
      );
      if (shortage === "WHOLE_ONLY") expect([0, charge.openFen]).toContain(offsetFen);
    }
  }
});

/** Whole numbers below a bound, always the same ones. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}
