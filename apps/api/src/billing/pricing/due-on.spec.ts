import { dueOn, type DueTerms } from "./due-on.js";

test.each([
  ["DAY_OF_MONTH", 25, "2025-05-25"],
  ["DAY_OF_MONTH", 31, "2025-05-31"],
  ["DAY_OF_NEXT_MONTH", 10, "2025-06-10"],
  ["DAY_OF_NEXT_MONTH", 31, "2025-06-30"],
  ["DAYS_AFTER_ISSUE", 15, "2025-05-16"],
  ["DAYS_AFTER_ISSUE", 0, "2025-05-01"],
  ["END_OF_PERIOD", 0, "2025-05-31"],
] as const)("%s %i of a May issued on the 1st is due on %s", (rule, value, expected) => {
  expect(dueOn({ rule, value }, { period: "2025-05", serviceFrom: "2025-05-01", issuedOn: "2025-05-01" })).toBe(
    expected,
  );
});

test.each([
  ["2025-02", "2025-02-28"],
  ["2024-02", "2024-02-29"],
  ["2025-04", "2025-04-30"],
])("the 31st of %s is %s", (period, expected) => {
  expect(
    dueOn({ rule: "DAY_OF_MONTH", value: 31 }, { period, serviceFrom: `${period}-01`, issuedOn: `${period}-01` }),
  ).toBe(expected);
});

test("nothing falls due before its service begins", () => {
  const terms: DueTerms = { rule: "DAY_OF_MONTH", value: 5 };
  expect(dueOn(terms, { period: "2025-05", serviceFrom: "2025-05-12", issuedOn: "2025-05-01" })).toBe("2025-05-12");
});

test("December falls due in the next year", () => {
  const terms: DueTerms = { rule: "DAY_OF_NEXT_MONTH", value: 5 };
  expect(dueOn(terms, { period: "2025-12", serviceFrom: "2025-12-01", issuedOn: "2025-12-01" })).toBe("2026-01-05");
});
