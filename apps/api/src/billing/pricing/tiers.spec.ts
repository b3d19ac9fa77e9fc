import fc from "fast-check";
import { Exact } from "../../common/exact.js";
import { splitOverTiers, type Tier, tierFault } from "./tiers.js";
import { useOf } from "./meter-use.js";

const water: Tier[] = [
  { upTo: "180", price: "5.00" },
  { upTo: "260", price: "7.00" },
  { upTo: null, price: "9.00" },
];

describe("what tiers can be", () => {
  test("a list that leaves no use without a price", () => expect(tierFault(water)).toBeNull());
  test.each<[string, Tier[], string]>([
    ["none", [], "至少"],
    ["a closed end", [{ upTo: "180", price: "5" }], "最后一档"],
    [
      "an open middle",
      [
        { upTo: null, price: "5" },
        { upTo: null, price: "7" },
      ],
      "第一档必须填写上限",
    ],
    [
      "falling ends",
      [
        { upTo: "180", price: "5" },
        { upTo: "180", price: "7" },
        { upTo: null, price: "9" },
      ],
      "必须大于 180",
    ],
    [
      "a gap",
      [
        { upTo: "180", price: "5" },
        { from: "200", upTo: null, price: "7" },
      ],
      "空档",
    ],
    [
      "an overlap",
      [
        { upTo: "180", price: "5" },
        { from: "150", upTo: null, price: "7" },
      ],
      "重叠",
    ],
    ["a beginning above nought", [{ from: "10", upTo: null, price: "5" }], "从 0 开始"],
    ["growth of what is open", [{ upTo: null, price: "5", perPerson: "3" }], "不能随人数增加"],
    [
      "a second tier that a large household leaves behind",
      [
        { upTo: "10", price: "5", perPerson: "5" },
        { upTo: "12", price: "7", perPerson: "1" },
        { upTo: null, price: "9" },
      ],
      "不能小于上一档",
    ],
  ])("%s is refused", (_what, tiers, fault) => expect(tierFault(tiers)).toContain(fault));
});

test("a household above the base has wider tiers", () => {
  const grown = [
    { upTo: "180", price: "5", perPerson: "36" },
    { upTo: null, price: "7" },
  ];
  expect(splitOverTiers(grown, "0", "300", 2).map(({ upTo, use }) => [upTo, use])).toEqual([
    ["252", "252"],
    [null, "48"],
  ]);
});

/** Uses and tiers of three places. */
const use = fc.integer({ min: 0, max: 5_000_000 }).map((n) => new Exact(n).div(1000).toFixed());
const tiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 5 })
  .map((ends) => [...ends.sort((a, b) => a - b).map((n) => new Exact(n).div(1000).toFixed()), null])
  .chain((ends) =>
    fc
      .array(fc.integer({ min: 0, max: 20_000 }), { minLength: ends.length, maxLength: ends.length })
      .map((prices) => ends.map((upTo, n): Tier => ({ upTo, price: new Exact(prices[n] ?? 0).div(10_000).toFixed() }))),
  );

const amountOf = (steps: Tier[], before: string, counted: string) =>
  splitOverTiers(steps, before, counted, 0).reduce(
    (sum, one) => sum.plus(new Exact(one.use).times(one.price)),
    new Exact(0),
  );

/** What unit after unit would cost: the slow way that nobody can doubt. */
function modelOf(steps: Tier[], before: string, counted: string) {
  const upTo = (end: Exact) => {
    let [cost, from] = [new Exact(0), new Exact(0)];
    for (const step of steps) {
      const to = step.upTo === null || end.lt(step.upTo) ? end : new Exact(step.upTo);
      if (to.gt(from)) cost = cost.plus(to.minus(from).times(step.price));
      from = Exact.max(from, to);
    }
    return cost;
  };
  return upTo(new Exact(before).plus(counted)).minus(upTo(new Exact(before)));
}

test("parts add up to the use, cost what the difference of two totals costs, and fit their tier", () => {
  fc.assert(
    fc.property(tiers, use, use, (steps, before, counted) => {
      expect(tierFault(steps)).toBeNull();
      const parts = splitOverTiers(steps, before, counted, 0);
      expect(parts.reduce((sum, one) => sum.plus(one.use), new Exact(0)).eq(counted)).toBe(true);
      expect(parts.every((one) => !one.use.startsWith("-"))).toBe(true);
      expect(amountOf(steps, before, counted).eq(modelOf(steps, before, counted))).toBe(true);
    }),
  );
});

test("more use never costs less, and two bills cost what one over both would", () => {
  fc.assert(
    fc.property(tiers, use, use, use, (steps, before, first, second) => {
      const one = amountOf(steps, before, first);
      const both = amountOf(steps, before, new Exact(first).plus(second).toFixed());
      const other = amountOf(steps, new Exact(before).plus(first).toFixed(), second);
      expect(both.gte(one)).toBe(true);
      expect(one.plus(other).eq(both)).toBe(true);
    }),
  );
});

describe("use between two readings (BIL-20, BIL-22)", () => {
  const span = { before: "120", now: "134.5", multiplier: "1", digits: 5, reverse: false, rolledOver: false };
  test.each<[string, Partial<typeof span>, string | null]>([
    ["the difference", {}, "14.5"],
    ["times the multiplier", { multiplier: "40" }, "580"],
    ["a lower reading is none", { now: "119" }, null],
    ["over the last number when that was confirmed", { before: "99980", now: "25", rolledOver: true }, "45"],
    ["confirmed, yet not lower", { rolledOver: true }, null],
    ["of a reverse meter", { before: "134.5", now: "120", reverse: true }, "14.5"],
    ["of a reverse meter that went up", { reverse: true }, null],
    ["of a reverse meter below nought", { before: "5", now: "99990", reverse: true, rolledOver: true }, "15"],
  ])("%s", (_what, more, expected) => expect(useOf({ ...span, ...more })).toBe(expected));
});
