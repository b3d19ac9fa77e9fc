import { denominations, differenceWord, notesOf, piecesFen } from "./counting";

test("pieces come to their sum; what is not counted is left out", () => {
  const pieces = { "10000": 6, "500": 7, "10": null, "1": 0 } as const;
  expect(piecesFen(pieces)).toBe(63_500);
  expect(notesOf(pieces)).toEqual([
    { denomination: "10000", count: 6 },
    { denomination: "500", count: 7 },
  ]);
});

test("the largest note comes first", () => {
  expect([denominations[0], denominations.at(-1)]).toEqual(["10000", "1"]);
});

test.each([
  [-1, "短款"],
  [0, "无差异"],
  [1, "长款"],
])("a difference of %d is %s", (fen, word) => {
  expect(differenceWord(fen)).toBe(word);
});
