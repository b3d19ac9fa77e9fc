import { spreadPaid } from "./used-part.js";

const part = (chargeId: string, fen: number) => ({ chargeId, fen });
const line = (chargeId: string, amountFen: number) => ({ chargeId, amountFen });

test.each([
  [
    "three months paid, one and a half used",
    300,
    [part("a", 100), part("b", 50)],
    [line("a", 100), line("b", 50)],
    150,
  ],
  ["a discount that is lost is paid from the rest", 180, [part("a", 100)], [line("a", 100)], 80],
  ["more was used than paid", 90, [part("a", 100), part("b", 100)], [line("a", 90)], 0],
  ["nothing was used", 100, [], [], 100],
])("%s", (_what, fen, used, lines, overFen) => {
  expect(spreadPaid([{ receiptId: "r", fen }], used)).toEqual([{ receiptId: "r", lines, overFen }]);
});

test("two receipts pay one after the other, and never twice", () => {
  const receipts = [
    { receiptId: "r1", fen: 60 },
    { receiptId: "r2", fen: 140 },
  ];
  expect(spreadPaid(receipts, [part("a", 100), part("b", 10)])).toEqual([
    { receiptId: "r1", lines: [line("a", 60)], overFen: 0 },
    { receiptId: "r2", lines: [line("a", 40), line("b", 10)], overFen: 90 },
  ]);
});
