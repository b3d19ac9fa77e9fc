import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, type Desk } from "../receipts.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-25");
afterAll(() => app.close());

const open = async ({ cashier, url }: Desk, id: string) => (await cashier.get(`${url}/charges/${id}`)).body;
const correction = (amountFen: number, overrides = {}) => ({
  id: randomUUID(),
  amountFen,
  difference: "PREPAYMENT",
  reason: "抄错读数",
  ...overrides,
});

test("too much was paid: red whole, blue right, the difference is kept as a prepayment; other lines stay paid", async () => {
  const desk = await aDesk(app);
  const { url, cashier, reviewer, owner } = desk;
  const [wrong, other] = [await desk.charged(30_000), await desk.charged(12_000, "2026-02")];
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong, other]));
  const at = `${url}/charges/${wrong.id}/correction`;
  const preview = await reviewer.post(`${at}/preview`, { amountFen: 25_000 });
  expect(preview).toMatchObject({
    status: 200,
    body: {
      oldAmountFen: 30_000,
      paidFen: 30_000,
      overpaidFen: 5_000,
      openFen: 0,
      receipts: [{ amountFen: 42_000, paidFen: 30_000 }],
    },
  });
  expect(await open(desk, wrong.id)).toMatchObject({ openFen: 0, status: "SETTLED" });

  const dto = correction(25_000);
  const made = await reviewer.post(at, dto);
  expect(made).toMatchObject({ status: 201, body: { newChargeId: dto.id, overpaidFen: 5_000 } });
  expect(made.body.redReceiptNos).toHaveLength(1);
  expect(await open(desk, wrong.id)).toMatchObject({ status: "REVERSED", openFen: 0 });
  expect(await open(desk, dto.id)).toMatchObject({ amountFen: 25_000, receivedFen: 25_000, openFen: 0 });
  expect(await open(desk, other.id)).toMatchObject({ receivedFen: 12_000, openFen: 0 });
  expect((await cashier.get(`${url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 5_000 }]);
  const takings = (await cashier.get(`${url}/receipts/takings`)).body;
  expect(takings.moneyFen).toBe(42_000);
  await checkInvariants(app.db, desk.projectId);

  // a retry corrects once; the id for another amount is refused
  expect((await reviewer.post(at, dto)).body).toMatchObject({ newChargeId: dto.id });
  expect((await cashier.get(`${url}/receipts`)).body.items).toHaveLength(3);
  expect((await reviewer.post(at, { ...dto, amountFen: 1 })).body.code).toBe("ID_REUSED");
});

test("too little was paid: what is missing stays open on the new charge", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong]));
  const dto = correction(13_500);
  const made = await desk.reviewer.post(`${desk.url}/charges/${wrong.id}/correction`, dto);
  expect(made.body).toMatchObject({ overpaidFen: 0, openFen: 3_500 });
  expect(await open(desk, dto.id)).toMatchObject({ receivedFen: 10_000, openFen: 3_500, status: "PARTIAL" });
  await checkInvariants(app.db, desk.projectId);
});

test("the difference is asked to be paid back; what prepayments paid goes back to them", async () => {
  const desk = await aDesk(app);
  const { url, cashier, owner, room } = desk;
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { prepayment: { roomId: room.id, amountFen: 4_000 } }));
  const wrong = await desk.charged(10_000);
  const methods = [
    { method: "CASH" as const, tenderedFen: 6_000 },
    { method: "PREPAYMENT" as const, tenderedFen: 4_000, roomId: room.id },
  ];
  await cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong], { methods }));
  const made = await desk.reviewer.post(
    `${url}/charges/${wrong.id}/correction`,
    correction(3_000, { difference: "REFUND" }),
  );
  expect(made).toMatchObject({ status: 201, body: { overpaidFen: 7_000 } });
  // 4000 was never drawn, 3000 of the cash is over
  expect((await cashier.get(`${url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 7_000 }]);
  expect((await cashier.get(`${url}/prepayment-refunds`)).body.items).toMatchObject([
    { status: "OPEN", amountFen: 3_000 },
  ]);
  await checkInvariants(app.db, desk.projectId);
});

test("over two receipts, each is issued anew", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  for (const amountFen of [6_000, 4_000])
    await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [], { lines: [{ chargeId: wrong.id, amountFen }] }),
    );
  const dto = correction(7_000);
  const made = await desk.reviewer.post(`${desk.url}/charges/${wrong.id}/correction`, dto);
  expect(made.body).toMatchObject({ overpaidFen: 3_000, redReceiptNos: [expect.any(String), expect.any(String)] });
  expect(await open(desk, dto.id)).toMatchObject({ receivedFen: 7_000, openFen: 0 });
  expect((await desk.cashier.get(`${desk.url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 3_000 }]);
  await checkInvariants(app.db, desk.projectId);
});

test("two corrections at once: one wins, the other is told that the charge is gone", async () => {
  const desk = await aDesk(app);
  const wrong = await desk.charged(10_000);
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong]));
  const at = `${desk.url}/charges/${wrong.id}/correction`;
  const replies = await Promise.all([8_000, 9_000].map((fen) => desk.reviewer.post(at, correction(fen))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  await checkInvariants(app.db, desk.projectId);
});

test("what cannot be corrected is refused with a sentence and changes nothing", async () => {
  const desk = await aDesk(app);
  const unpaid = await desk.charged(10_000);
  const post = (id: string, amountFen: number) =>
    desk.reviewer.post(`${desk.url}/charges/${id}/correction`, correction(amountFen));
  expect((await post(unpaid.id, 9_000)).body.code).toBe("CHARGE_NOT_PAID");
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [unpaid]));
  expect((await post(unpaid.id, 10_000)).body.code).toBe("AMOUNT_SAME");
  expect((await post(unpaid.id, 0)).status).toBe(400);
  expect((await post(randomUUID(), 100)).status).toBe(404);
  expect((await desk.cashier.post(`${desk.url}/charges/${unpaid.id}/correction`, correction(100))).status).toBe(403);
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  const held = await desk.charged(10_000, "2026-03", { feeItemId: deposit.id });
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [held]));
  expect((await post(held.id, 9_000)).body.code).toBe("FEE_ITEM_KIND");
  expect(await open(desk, unpaid.id)).toMatchObject({ status: "SETTLED" });
});
