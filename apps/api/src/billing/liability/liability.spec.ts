import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

test("发生表: what came, was used, went back; opening and closing tie, and the closing is the next opening", async () => {
  app.clock.set("2026-02-10");
  const desk = await aDesk(app);
  const { url, cashier, reviewer, owner, room } = desk;
  const water = await savedFeeItem(app, desk.projectId, { name: "水费" });
  const prepaid = (amountFen: number, feeItemId?: string) =>
    cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { prepayment: { roomId: room.id, amountFen, feeItemId } }));
  await prepaid(50_000);
  app.clock.set("2026-03-10");
  await prepaid(10_000, water.id);
  const wrong = await prepaid(7_000);
  await reviewer.post(`${url}/receipts/${wrong.body.id}/reverse`, { reason: "收错房间" });
  const offset = aReceipt(owner.id, [await desk.charged(20_000)], {
    methods: [{ method: "PREPAYMENT", tenderedFen: 20_000, roomId: room.id }],
  });
  expect((await cashier.post(`${url}/receipts`, offset)).status).toBe(201);

  const march = (await cashier.get(`${url}/prepayment-reports/turnover?from=2026-03-01&to=2026-03-31`)).body;
  expect(march.sums).toEqual({
    openingFen: 50_000,
    inFen: 10_000,
    usedFen: 20_000,
    refundedFen: 0,
    movedFen: 0,
    closingFen: 40_000,
  });
  expect(march.items).toHaveLength(2);
  expect(march.items).toContainEqual(
    expect.objectContaining({ feeItemName: null, openingFen: 50_000, inFen: 0, usedFen: 20_000, closingFen: 30_000 }),
  );
  const february = (await cashier.get(`${url}/prepayment-reports/turnover?from=2026-02-01&to=2026-02-28`)).body;
  expect(february.sums).toMatchObject({ openingFen: 0, inFen: 50_000, closingFen: march.sums.openingFen });
  const items = (await cashier.get(`${url}/prepayment-reports/turnover?from=2026-03-01&to=2026-03-31&kind=ITEM`)).body;
  expect(items.sums).toMatchObject({ inFen: 10_000, closingFen: 10_000 });
  const first = (await cashier.get(`${url}/prepayment-reports/turnover?from=2026-03-01&pageSize=1`)).body;
  expect(first.nextCursor).not.toBeNull();
  await checkInvariants(app.db, desk.projectId);
});

test("预缴清单 (BIL-65): balances, and of paid charges the days after the day; deposits and debts are left out", async () => {
  app.clock.set("2026-03-10");
  const desk = await aDesk(app);
  const { url, cashier, owner, room } = desk;
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  const april = await desk.charged(30_000, "2026-04", { serviceTo: "2026-04-30" });
  const may = await desk.charged(31_000, "2026-05", { serviceTo: "2026-05-31" });
  const unpaid = await desk.charged(30_000, "2026-06", { serviceTo: "2026-06-30" });
  const held = await desk.charged(99_900, "2026-05", { feeItemId: deposit.id });
  const receipt = aReceipt(owner.id, [april, may, held], { prepayment: { roomId: room.id, amountFen: 5_000 } });
  expect((await cashier.post(`${url}/receipts`, receipt)).status).toBe(201);

  const beyond = async (on: string) => (await cashier.get(`${url}/prepayment-reports/paid-beyond?on=${on}`)).body;
  // after 10 April: 20 of 30 days of April, and all of May
  expect(await beyond("2026-04-10")).toMatchObject({
    balanceFen: 5_000,
    chargesFen: 51_000,
    items: [
      { roomCode: room.code, customerName: owner.name, chargesFen: 51_000, paidTo: "2026-05-31", totalFen: 56_000 },
    ],
  });
  expect(await beyond("2026-05-31")).toMatchObject({ balanceFen: 5_000, chargesFen: 0 });
  // and as a report, with workbook and print
  expect((await cashier.get(`${url}/billing-reports/PAID_BEYOND?asOf=2026-03-10`)).body).toMatchObject({
    items: [{ roomCode: room.code, balanceFen: 5_000, chargesFen: 61_000, paidTo: "2026-05-31", totalFen: 66_000 }],
    totals: { balanceFen: 5_000, chargesFen: 61_000, totalFen: 66_000 },
  });
  expect(unpaid.openFen).toBe(30_000);
  expect((await cashier.get(`${url}/prepayment-reports/paid-beyond?on=2026-02-30`)).status).toBe(400);
  expect((await cashier.get(`${url}/prepayment-reports/turnover?from=2026-03-02&to=2026-03-01`)).status).toBe(400);
});
