import { taxPartOf } from "./tax-part.js";

test.each([
  [10_600, "6", 10_000, 600],
  [14_293, "6", 13_484, 809],
  [10_000, "9", 9_174, 826],
  [10_000, "13", 8_850, 1_150],
  [100, "3", 97, 3],
  [1, "6", 1, 0],
  [0, "6", 0, 0],
  [12_345, "0", 12_345, 0],
  [3, "20", 3, 0],
  [10_050, "0.5", 10_000, 50],
  [-14_293, "6", -13_484, -809],
  [1_000_000_000_000, "9", 917_431_192_661, 82_568_807_339],
])("%i fen at %s %% are %i without tax and %i of tax", (grossFen, taxRate, netFen, taxFen) => {
  expect(taxPartOf(grossFen, { taxCode: "304", taxRate })).toEqual({ taxCode: "304", taxRate, netFen, taxFen });
});

test("without a rate there is no tax to name", () => {
  expect(taxPartOf(100, { taxCode: null, taxRate: null })).toBeNull();
});
