import type { DeskAccountDto } from "@linli/contracts";
import { askedBackText, methodsOf, type MethodRow, preselected, prepaidOf, sumsOf } from "./payment-sums";

const row = (overrides: Partial<MethodRow> = {}): MethodRow => ({
  key: 1,
  method: "CASH",
  amountFen: null,
  referenceNo: "",
  roomId: null,
  feeItemId: null,
  ...overrides,
});

test("the row without an amount takes what the others leave", () => {
  const rows = [row({ method: "WECHAT", amountFen: 3_000 }), row({ key: 2 })];
  const sums = sumsOf(10_000, 0, rows);
  expect([...sums.tendered.values()]).toEqual([3_000, 7_000]);
  expect(sums.problem).toBeNull();
});

test.each([
  ["change is given from cash", [row({ amountFen: 20_000 })], { changeFen: 10_000, problem: null }],
  [
    "but not from other methods",
    [row({ method: "WECHAT", amountFen: 10_001 })],
    { problem: expect.stringContaining("找零") },
  ],
  [
    "nor more than the cash",
    [row({ method: "WECHAT", amountFen: 10_000 }), row({ key: 2, amountFen: 1 })],
    { problem: expect.stringContaining("找零") },
  ],
  ["too little is said", [row({ amountFen: 9_999 })], { missingFen: 1, problem: "收到的金额不够" }],
  ["a slip needs its number", [row({ method: "CARD" })], { problem: expect.stringContaining("凭证号") }],
  ["a number that was not asked for is said", [row({ referenceNo: "1" })], { problem: "现金不需要填写凭证号" }],
  ["a prepayment needs its room", [row({ method: "PREPAYMENT" })], { problem: expect.stringContaining("房间") }],
])("%s", (_what, rows, expected) => {
  expect(sumsOf(10_000, 0, rows)).toMatchObject(expected);
});

test("money kept as prepayment is due as well, but a prepayment does not pay for it", () => {
  expect(sumsOf(10_000, 5_000, [row()]).dueFen).toBe(15_000);
  expect(sumsOf(0, 5_000, [row({ method: "PREPAYMENT", roomId: "r" })]).problem).toContain("预收冲抵");
});

test("rows without money are not sent", () => {
  const rows = [row(), row({ key: 2, method: "CARD", amountFen: 0 })];
  expect(methodsOf(rows, sumsOf(100, 0, rows))).toEqual([{ method: "CASH", tenderedFen: 100 }]);
});

test("late charges and those up to this month are ticked; later ones and those out with a bank are not", () => {
  const charge = (id: string, period: string, daysLate: number, debitBatchNo: string | null = null) => ({
    id,
    period,
    daysLate,
    debitBatchNo,
    openFen: 100,
  });
  const out = charge("out", "2026-02", 10, "DK000001");
  const months = [
    { charges: [charge("late", "2026-01", 40), out, charge("now", "2026-03", 0), charge("later", "2026-04", 0)] },
  ];
  const account = { rooms: [{ months }] } as unknown as Parameters<typeof preselected>[0];
  expect([...preselected(account, "2026-03-10").keys()]).toEqual(["late", "now"]);
});

test("prepaid money offers what can be used; what is all to be paid back is not offered", () => {
  const item = { feeItemId: "f", feeItemName: "物业费" };
  const room = { id: "r", code: "1-1-101", prepaymentFen: 7_000, askedBackFen: 3_000 };
  const ofRooms = (...rooms: object[]) => prepaidOf({ rooms } as unknown as DeskAccountDto);
  expect(ofRooms({ ...room, itemPrepayments: [{ ...item, balanceFen: 0, askedBackFen: 500 }] })).toEqual([
    { roomId: "r", feeItemId: null, label: "1-1-101", balanceFen: 7_000, askedBackFen: 3_000 },
  ]);
  const left = [{ ...item, balanceFen: 200, askedBackFen: 0 }];
  expect(ofRooms({ ...room, prepaymentFen: 0, itemPrepayments: left })).toEqual([
    { roomId: "r", feeItemId: "f", label: "1-1-101 物业费专用", balanceFen: 200, askedBackFen: 0 },
  ]);
  expect([askedBackText(3_000), askedBackText(0)]).toEqual(["（另有 30.00 已申请退还）", ""]);
});
