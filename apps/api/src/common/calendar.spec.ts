import fc from "fast-check";
import {
  addDays,
  addMonths,
  covers,
  dayAfter,
  dayBefore,
  dayInPeriod,
  daysBetweenInclusive,
  daysIn,
  firstDay,
  isDate,
  isPeriod,
  lastDay,
  maxDate,
  minDate,
  monthsBetween,
  monthsOf,
  overlaps,
  periodOf,
  todayIn,
} from "./calendar.js";

test.each(["2025-01-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a date", (text) => {
  expect(isDate(text)).toBe(true);
});

test.each([
  "2026-02-30",
  "2025-02-29",
  "1900-02-29",
  "2025-04-31",
  "2025-13-01",
  "2025-00-10",
  "2025-01-00",
  "2025-01-32",
  "2025-1-1",
  "2025/01/01",
  "20250101",
  "2025-01-01T00:00:00Z",
  " 2025-01-01",
  "2025-01-01\n",
  "２０２５-01-01",
  "0000-01-01",
  "",
  null,
  undefined,
  20250101,
])("%p is no date", (text) => {
  expect(isDate(text)).toBe(false);
});

test.each([
  ["2025-01", true],
  ["9999-12", true],
  ["2025-13", false],
  ["2025-00", false],
  ["2025-1", false],
  ["2025-01-01", false],
  ["0000-01", false],
])("%s as a period: %s", (text, expected) => {
  expect(isPeriod(text)).toBe(expected);
});

test.each([
  ["2025-01", 31],
  ["2025-04", 30],
  ["2025-02", 28],
  ["2024-02", 29],
  ["2000-02", 29],
  ["2100-02", 28],
])("%s has %i days", (period, days) => {
  expect(daysIn(period)).toBe(days);
  expect(lastDay(period)).toBe(`${period}-${days}`);
  expect(firstDay(period)).toBe(`${period}-01`);
});

test.each([
  ["2025-01-31", "2025-02-01"],
  ["2024-02-28", "2024-02-29"],
  ["2025-02-28", "2025-03-01"],
  ["2025-12-31", "2026-01-01"],
  ["2025-06-09", "2025-06-10"],
])("%s is followed by %s", (day, next) => {
  expect(dayAfter(day)).toBe(next);
  expect(dayBefore(next)).toBe(day);
});

test.each([
  ["2025-01", 1, "2025-02"],
  ["2025-12", 1, "2026-01"],
  ["2025-01", -1, "2024-12"],
  ["2025-05", -17, "2023-12"],
  ["2025-05", 0, "2025-05"],
])("%s moved by %i months is %s", (period, months, expected) => {
  expect(addMonths(period, months)).toBe(expected);
  expect(monthsBetween(period, expected)).toBe(months);
});

test("refuses to leave the years people write", () => {
  expect(() => addMonths("9999-12", 1)).toThrow(RangeError);
  expect(() => dayBefore("0001-01-01")).toThrow(RangeError);
});

test("lists the periods between two dates or periods", () => {
  expect(monthsOf("2025-11-20", "2026-02-01")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsOf("2025-11", "2025-11")).toEqual(["2025-11"]);
  expect(monthsOf("2025-12", "2025-11")).toEqual([]);
});

test("takes the last day of a month that is too short", () => {
  expect(dayInPeriod("2025-02", 31)).toBe("2025-02-28");
  expect(dayInPeriod("2025-03", 5)).toBe("2025-03-05");
});

test("counts both ends of a span", () => {
  expect(daysBetweenInclusive("2025-05-12", "2025-05-31")).toBe(20);
  expect(daysBetweenInclusive("2025-05-12", "2025-05-12")).toBe(1);
  expect(daysBetweenInclusive("2024-01-01", "2024-12-31")).toBe(366);
  expect(daysBetweenInclusive("2025-05-12", "2025-05-11")).toBe(0);
});

test("knows no end and no beginning", () => {
  expect(minDate("2025-05-12", null)).toBe("2025-05-12");
  expect(maxDate("2025-05-12", null)).toBe("2025-05-12");
  expect(minDate("2025-05-12", "2025-05-11")).toBe("2025-05-11");
  expect(maxDate("2025-05-12", "2025-05-13")).toBe("2025-05-13");
});

test.each([
  ["2025-01-01", "2025-01-31", "2025-01-31", null, true],
  ["2025-01-01", "2025-01-31", "2025-02-01", null, false],
  ["2025-01-01", null, "2030-01-01", "2030-01-01", true],
  ["2025-03-01", "2025-03-31", "2025-01-01", "2025-12-31", true],
])("%s to %s and %s to %s share a day: %s", (from, to, otherFrom, otherTo, expected) => {
  const [one, other] = [
    { from, to },
    { from: otherFrom, to: otherTo },
  ];
  expect(overlaps(one, other)).toBe(expected);
  expect(overlaps(other, one)).toBe(expected);
});

test("covers its first and its last day", () => {
  const span = { from: "2025-05-12", to: "2025-05-14" };
  expect(["2025-05-11", "2025-05-12", "2025-05-14", "2025-05-15"].map((day) => covers(span, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("shows the date of the project's wall calendar, not that of the server", () => {
  const instant = new Date("2025-05-31T16:30:00Z");
  expect(todayIn("Asia/Shanghai", instant)).toBe("2025-06-01");
  expect(todayIn("UTC", instant)).toBe("2025-05-31");
});

const anyDay = fc
  .date({ min: new Date("0002-01-01T00:00:00Z"), max: new Date("9990-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("agrees with the platform's calendar on adding days", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
      fc.pre(day.slice(0, 4) > "0010");
      const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      expect(addDays(day, days)).toBe(expected);
      expect(daysBetweenInclusive(day, expected)).toBe(days + 1);
    }),
  );
});

test("steps a day forth and back", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(isDate(day)).toBe(true);
      expect(dayAfter(day)).toBe(addDays(day, 1));
      expect(dayBefore(dayAfter(day))).toBe(day);
      expect(periodOf(day)).toBe(day.slice(0, 7));
    }),
  );
});
