import { planDueOn } from "./plan-due.js";

test.each([
  ["to come is due on its first day", "2026-05-15", 3, null, "2026-03-10", "2026-05-15"],
  ["of today is due today", "2026-03-10", 3, null, "2026-03-10", "2026-03-10"],
  ["nobody ran is due on the latest of its days", "2026-01-15", 1, null, "2026-03-20", "2026-03-15"],
  ["is not due before the day of the month", "2026-01-15", 1, "2026-02-15", "2026-03-10", "2026-03-15"],
  ["run late is due on the next day of its own", "2026-01-15", 3, "2026-02-20", "2026-03-01", "2026-04-15"],
  ["run on its day is due three months later", "2026-01-15", 3, "2026-01-15", "2026-01-15", "2026-04-15"],
  ["run before its first day is still due then", "2026-05-15", 3, "2026-03-01", "2026-03-10", "2026-05-15"],
  ["of the 31st is due on the last of shorter months", "2026-01-31", 1, "2026-01-31", "2026-02-10", "2026-02-28"],
  ["of a year goes on over years", "2024-12-01", 12, "2025-12-01", "2026-11-27", "2026-12-01"],
])("a plan %s", (_what, startsOn, everyMonths, lastOn, today, dueOn) => {
  expect(planDueOn({ startsOn, everyMonths, daysBefore: null, lastOn }, today)).toBe(dueOn);
});

test.each([
  ["to come is due so many days before the first due day", "2026-05-10", 1, null, "2026-03-10", "2026-04-30"],
  ["is due before the due day of next month", "2026-01-05", 1, "2025-12-26", "2026-01-20", "2026-01-26"],
  ["that ran in time waits for the next due day", "2026-01-20", 1, "2026-03-10", "2026-03-12", "2026-04-10"],
  ["nobody ran is due on the latest of its days", "2026-01-20", 1, "2026-02-10", "2026-03-15", "2026-03-10"],
  ["of the 31st follows the last of shorter months", "2026-01-31", 1, "2026-01-21", "2026-02-01", "2026-02-18"],
])("a plan for bills %s", (_what, startsOn, everyMonths, lastOn, today, dueOn) => {
  expect(planDueOn({ startsOn, everyMonths, daysBefore: 10, lastOn }, today)).toBe(dueOn);
});
