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
  const paid = [...proposeAllocation(charges, amountFen)].map(([id, { openFen }]) => [id, openFen]);
  expect(Object.fromEntries(paid)).toEqual(expected);
});

test("of one charge the late fee comes before the principal, and both count pro rata (LAW-11)", () => {
  const late = { ...charge("late", "2026-01-01", 800), lateFeeFen: 200 };
  const other = charge("other", "2026-01-01", 1_000);
  expect(Object.fromEntries(proposeAllocation([late, other], 300))).toEqual({
    late: { lateFeeFen: 150, openFen: 0 },
    other: { lateFeeFen: 0, openFen: 150 },
  });
  expect(proposeAllocation([late], 500).get("late")).toEqual({ lateFeeFen: 200, openFen: 300 });
});
