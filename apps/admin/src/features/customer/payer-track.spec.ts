import type { PayerDto } from "@linli/contracts";
import { trackOf } from "./payer-track";

const payer = (
  customerName: string,
  startsOn: string,
  endsOn: string | null,
  feeItemName: string | null = null,
): PayerDto => ({
  id: `${customerName}${startsOn}`,
  roomId: "r",
  roomCode: "1-101",
  customerId: customerName,
  customerNumber: "",
  customerName,
  feeItemId: feeItemName,
  feeItemName,
  startsOn,
  endsOn,
});

test("one line per item, all items first; bars follow each other without gap or overlap", () => {
  const { lines, todayAt, from, to } = trackOf(
    [
      payer("租户", "2025-05-01", "2025-10-31", "水费"),
      payer("甲", "2025-01-01", "2025-04-30"),
      payer("乙", "2025-05-01", null),
    ],
    "2026-01-01",
  );
  expect([from, to]).toEqual(["2025-01-01", "2027-01-01"]);
  expect(lines.map(({ name }) => name)).toEqual(["全部收费项目", "水费"]);
  const [first, second] = lines[0]!.bars;
  expect(first!.left).toBe(0);
  expect(first!.left + first!.width).toBeCloseTo(second!.left, 6);
  expect(second!.left + second!.width).toBeCloseTo(100, 6);
  expect(todayAt).toBeCloseTo(50, 0);
});

test("what lies more than five years back is not drawn", () => {
  const { lines, from } = trackOf(
    [payer("甲", "2010-01-01", "2015-12-31"), payer("乙", "2016-01-01", null)],
    "2026-01-01",
  );
  expect(from).toBe("2021-01-01");
  expect(lines[0]!.bars.map(({ payer: { customerName }, left, width }) => [customerName, left, width])).toEqual([
    ["乙", 0, 100],
  ]);
});
