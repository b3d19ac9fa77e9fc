import { proposeAllocation } from "./allocation.js";

const charge = (id: string, dueOn: string, openFen: number) => ({ id, dueOn, openFen });

test.each([
  ["the earliest due first", [charge("b", "2026-02-01", 500), charge("a", "2026-01-01", 300)], 400, { a: 300, b: 100 }],
  [
    "what is due before what is not",
    [charge("later", "2026-12-31", 500), charge("due", "2026-03-01", 500)],
    500,
    { due: 500 },
  ],
  ["equal dates pro rata", [charge("a", "2026-01-01", 300), charge("b", "2026-01-01", 100)], 200, { a: 150, b: 50 }],
  [
    "the odd fen to the largest remainder",
    [charge("a", "2026-01-01", 100), charge("b", "2026-01-01", 200)],
    100,
    { a: 33, b: 67 },
  ],
  ["no more than the debt", [charge("a", "2026-01-01", 100)], 1000, { a: 100 }],
  ["one fen", [charge("a", "2026-01-01", 100), charge("b", "2026-01-01", 100)], 1, { a: 1 }],
  ["nothing when nothing is open", [charge("a", "2026-01-01", 0)], 100, {}],
])("pays %s", (_what, charges, amountFen, expected) => {
  expect(Object.fromEntries(proposeAllocation(charges, amountFen))).toEqual(expected);
});
