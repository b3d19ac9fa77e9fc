import { fromPercent, toPercent } from "./percent";

test.each([
  ["0.0005", "0.05"],
  ["0.3", "30"],
  ["1", "100"],
  ["0.00012345", "0.012345"],
  ["12.5", "1250"],
  ["0", "0"],
])("a share of %s is %s per cent, and back", (share, percent) => {
  expect(toPercent(share)).toBe(percent);
  expect(fromPercent(percent)).toBe(share);
});

test("trailing zeros do not matter", () => {
  expect(toPercent("0.0500")).toBe("5");
  expect(fromPercent("5.00")).toBe("0.05");
});
