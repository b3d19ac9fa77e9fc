import { billedMonths, type BilledMonthsInput } from "./billed-months.js";

const months = (overrides: Partial<BilledMonthsInput>) =>
  billedMonths({ cycle: "QUARTER", timing: "PREPAID", runPeriod: "2025-05", start: "2020-01-01", ...overrides }).join(
    " ",
  );

test.each([
  ["MONTH", "2025-05", "2025-05"],
  ["QUARTER", "2025-04", "2025-04 2025-05 2025-06"],
  ["QUARTER", "2025-06", "2025-04 2025-05 2025-06"],
  ["HALF_YEAR", "2025-07", "2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"],
  [
    "YEAR",
    "2025-12",
    "2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12",
  ],
] as const)("prepaid %s: a run of %s bills %s", (cycle, runPeriod, expected) => {
  expect(months({ cycle, runPeriod })).toBe(expected);
});

test.each([
  ["MONTH", "2025-05", "2025-05"],
  ["QUARTER", "2025-04", ""],
  ["QUARTER", "2025-05", ""],
  ["QUARTER", "2025-06", "2025-04 2025-05 2025-06"],
  ["HALF_YEAR", "2025-11", ""],
  ["HALF_YEAR", "2025-12", "2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"],
] as const)("postpaid %s: a run of %s bills %s", (cycle, runPeriod, expected) => {
  expect(months({ timing: "POSTPAID", cycle, runPeriod })).toBe(expected);
});

test.each([
  ["starts in the cycle", { start: "2025-05-12" }, "2025-05 2025-06"],
  ["starts after the run, in its cycle", { start: "2025-06-01" }, "2025-06"],
  ["starts after the cycle", { start: "2025-07-01" }, ""],
  ["ended in the cycle", { end: "2025-05-03" }, "2025-04 2025-05"],
  ["ended before the cycle", { end: "2025-03-31" }, ""],
  ["the project began to bill in June", { firstPeriod: "2025-06" }, "2025-06"],
  ["the project begins to bill later", { firstPeriod: "2025-07" }, ""],
  ["a month that has not begun", { cycle: "MONTH", start: "2025-06-01" }, ""],
] as const)("leaves out what is not to be billed: %s", (_what, overrides, expected) => {
  expect(months(overrides)).toBe(expected);
});

test("postpaid: who leaves in mid-cycle gets his last bill at once, and again nothing new at its end", () => {
  const leaving = { timing: "POSTPAID", end: "2025-05-10" } as const;
  expect(months({ ...leaving, runPeriod: "2025-04" })).toBe("");
  expect(months({ ...leaving, runPeriod: "2025-05" })).toBe("2025-04 2025-05");
  expect(months({ ...leaving, runPeriod: "2025-06" })).toBe("2025-04 2025-05");
});

test.each([
  ["2025-05", "2025-05 2025-06 2025-07"],
  ["2025-07", "2025-05 2025-06 2025-07"],
  ["2025-08", "2025-08 2025-09 2025-10"],
  ["2026-01", "2025-11 2025-12 2026-01"],
  ["2025-04", ""],
])("a quarter counted from the start, 2025-05-12: a run of %s bills %s", (runPeriod, expected) => {
  expect(months({ anchor: "START", start: "2025-05-12", runPeriod })).toBe(expected);
});

test("an account year runs from the month of the start", () => {
  const account = { anchor: "START", cycle: "YEAR", start: "2024-11-05", runPeriod: "2025-10" } as const;
  expect(months(account).split(" ")).toHaveLength(12);
  expect(months(account)).toMatch(/^2024-11 .* 2025-10$/);
});

test("what was paid ahead of this system does not move the contract's cycle", () => {
  const paidToJune = { anchor: "START", cycle: "YEAR", boundOn: "2020-04-01", start: "2026-07-01" } as const;
  expect(months({ ...paidToJune, runPeriod: "2026-07" })).toMatch(/^2026-07 .* 2027-03$/);
  expect(months({ ...paidToJune, timing: "POSTPAID", runPeriod: "2027-03" }).split(" ")).toHaveLength(9);
});
