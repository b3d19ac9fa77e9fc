import { compareLines, type ComparedLine } from "./compare-lines.js";

const line = (reference: string, amountFen: number, kind: ComparedLine["line"] = "PAYMENT"): ComparedLine => ({
  line: kind,
  tradeNo: `order of ${reference}`,
  reference,
  amountFen,
});

test("equal sides have no differences, in whatever order", () => {
  expect(compareLines([line("1", 100), line("2", 200)], [line("2", 200), line("1", 100)])).toEqual([]);
});

test("what only one side has, and what differs", () => {
  const differences = compareLines([line("1", 100), line("2", 200)], [line("2", 201), line("3", 300)]);
  expect(differences.map(({ reference, kind, oursFen, theirsFen }) => [reference, kind, oursFen, theirsFen])).toEqual([
    ["1", "OURS_ONLY", 100, null],
    ["2", "AMOUNT_DIFFERS", 200, 201],
    ["3", "THEIRS_ONLY", null, 300],
  ]);
});

test("a payment and a refund of one number are two lines; a line told twice counts twice", () => {
  expect(compareLines([line("1", 100), line("1", 100, "REFUND")], [line("1", 100), line("1", 100, "REFUND")])).toEqual(
    [],
  );
  expect(compareLines([line("1", 100)], [line("1", 100), line("1", 100)])).toMatchObject([
    { kind: "AMOUNT_DIFFERS", oursFen: 100, theirsFen: 200 },
  ]);
});
