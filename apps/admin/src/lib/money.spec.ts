import { formatDecimal, formatFen, parseYuan, yuanText } from "./money";

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [-5, "-0.05"],
  [14293, "142.93"],
  [128_433_000, "1,284,330.00"],
  [-100_000_000, "-1,000,000.00"],
])("%i fen are shown as %s", (fen, text) => {
  expect(formatFen(fen)).toBe(text);
});

test.each([
  ["142.93", 14293],
  ["1,234.5", 123450],
  ["￥１，２３４．５元", 123450],
  ["12.", 1200],
  ["0.1", 10],
  ["-3", -300],
  ["-0", 0],
  ["10000000000", 1_000_000_000_000],
])("%s is understood as %i fen", (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

test.each(["", "abc", "1.234", "1e3", "--1", "10000000000.01", "99999999999"])("%p is no amount", (text) => {
  expect(parseYuan(text)).toBeNull();
});

test("an amount survives being shown and typed again", () => {
  for (const fen of [0, 1, 99, 100, 123_456_789, -250]) expect(parseYuan(yuanText(fen))).toBe(fen);
});

test("decimals keep their places and get thousands separators", () => {
  expect(formatDecimal("1234567.890")).toBe("1,234,567.890");
  expect(formatDecimal("-1234.5")).toBe("-1,234.5");
  expect(formatDecimal("94")).toBe("94");
});
