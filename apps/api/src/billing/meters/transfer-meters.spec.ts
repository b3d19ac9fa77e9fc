import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aFeeItem, aRateOf, published } from "../billing.factories.js";
import { aSoldRoom, drafted, transferred } from "../transfers/transfers.factories.js";
import { aMeter, asked } from "./meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-07-02"));

/** A room that is sold on 18 June 2025, with a water meter that showed 100 at the end of May. */
async function aSoldMeter() {
  const sold = await aSoldRoom(app);
  const { at, manager, room } = sold;
  const { id: feeItemId } = await asked(manager, `${at}/fee-items`, aFeeItem({ kind: "METERED" }));
  const { id: rateId } = await asked(
    manager,
    `${at}/rates`,
    aRateOf(feeItemId, { base: "METERED", version: { unitPrice: "5" } }),
  );
  await asked(manager, `${at}/bindings`, { rateId, rooms: { roomIds: [room.id] }, startsOn: "2025-01-01" });
  const meter = aMeter({ no: "W-1", roomId: room.id, feeItemId, installedOn: "2025-05-31", startReading: "100" });
  const { id } = await asked(manager, `${at}/meters`, meter);
  const billed = async () =>
    (await sold.charges()).filter((one) => (one as unknown as { feeItemId: string }).feeItemId === feeItemId);
  return { ...sold, feeItemId, readings: `${at}/meters/${id}/readings`, billed };
}

test("the reading of the day divides the use between the old owner and the new one", async () => {
  const sold = await aSoldMeter();
  const { manager, projectId, feeItemId } = sold;
  await transferred(sold, { readings: [{ kind: "WATER", meterNo: "W-1", reading: "128.5" }] });
  expect((await manager.get(sold.readings)).body.items).toMatchObject([
    { kind: "TRANSFER", readOn: "2025-06-18", serviceTo: "2025-06-17", value: "128.5", use: "28.5" },
  ]);
  await asked(manager, sold.readings, { readOn: "2025-06-30", value: "140" });
  await published(app, manager, projectId, { period: "2025-06", feeItemIds: [feeItemId] });
  const shares = (await sold.billed()).map(({ payerId, amountFen }) => [payerId, amountFen]);
  expect(shares).toHaveLength(2);
  expect(shares).toEqual(
    expect.arrayContaining([
      [sold.seller.id, 14_250],
      [sold.buyer.id, 5750],
    ]),
  );
  await checkInvariants(app.db, projectId);
});

test("a room that changes hands on the first of a month: the use before it is the seller's", async () => {
  const sold = await aSoldMeter();
  const { manager, projectId, feeItemId } = sold;
  const readings = [{ kind: "WATER" as const, meterNo: "W-1", reading: "128.5" }];
  await transferred(sold, { transferOn: "2025-06-01", readings });
  await published(app, manager, projectId, { period: "2025-06", feeItemIds: [feeItemId] });
  expect((await sold.billed()).map(({ payerId, amountFen }) => [payerId, amountFen])).toEqual([
    [sold.seller.id, 14_250],
  ]);
  await checkInvariants(app.db, projectId);
});

test("without the reading of the day, or with one below the last, it is not completed", async () => {
  const sold = await aSoldMeter();
  const missing = await drafted(sold);
  expect(missing).toMatchObject({ blocks: [{ label: "水表 W-1", detail: expect.stringContaining("过户日的读数") }] });
  const lower = { version: missing.version, readings: [{ kind: "WATER" as const, meterNo: "W-1", reading: "90" }] };
  const { body } = await sold.receptionist.put(`${sold.at}/transfers/${missing.id}`, {
    transferOn: "2025-06-18",
    reason: "SALE",
    arrears: "STAY",
    prepayment: "REFUND",
    relations: [],
    owners: [{ customerId: sold.buyer.id }],
    confirmations: [],
    ...lower,
  });
  expect(body).toMatchObject({ blocks: [{ detail: expect.stringContaining("低于上次读数 100") }] });
});

test("a metered debt that the new owner takes over is not billed a second time", async () => {
  const sold = await aSoldMeter();
  const { manager, projectId, feeItemId } = sold;
  await asked(manager, sold.readings, { readOn: "2025-06-17", value: "110" });
  await published(app, manager, projectId, { period: "2025-06", feeItemIds: [feeItemId] });
  await transferred(sold, { arrears: "ASSUMED" });
  const again = await published(app, manager, projectId, { period: "2025-06", feeItemIds: [feeItemId] }).catch(String);
  expect(again).toContain("RUN_EMPTY");
  const open = (await sold.billed()).filter(({ openFen }) => openFen > 0);
  expect(open.map(({ payerId, openFen }) => [payerId, openFen])).toEqual([[sold.buyer.id, 5000]]);
  await checkInvariants(app.db, projectId);
});
