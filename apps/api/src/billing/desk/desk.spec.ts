import { newId } from "../../common/ids.js";
import { savedCustomer, savedPayer, savedRelation } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCharge } from "../billing.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

test("a room opens the accounts of who owes or pays for it, over all their rooms and months", async () => {
  const desk = await aDesk(app);
  const garage = await savedRoom(app, desk.projectId);
  const tenant = await savedCustomer(app, desk.projectId, { name: "租户丁", mobile: "13800000009" });
  await savedRelation(app, desk.room, { customerId: tenant.id, role: "TENANT" });
  await desk.charged(10_000, "2026-01");
  await desk.charged(4_000, "2026-03");
  await savedCharge(app, garage, {
    payerId: desk.owner.id,
    feeItemId: desk.feeItem.id,
    amountFen: 2_500,
    dueOn: "2026-04-20",
    period: "2026-04",
  });

  const { body } = await desk.cashier.get(`${desk.url}/desk?roomId=${desk.room.id}`);
  expect(body).toMatchObject({ today: "2026-03-10", postable: true });
  const [owner, second] = body.accounts;
  expect(owner).toMatchObject({
    payerId: desk.owner.id,
    roles: ["业主"],
    openFen: 16_500,
    overdueFen: 10_000,
    mobileMasked: "139****0001",
  });
  expect(owner.rooms.map((room: { code: string; openFen: number }) => [room.code, room.openFen])).toEqual([
    [desk.room.code, 14_000],
    [garage.code, 2_500],
  ]);
  expect(
    owner.rooms[0].months.map((month: { period: string; charges: { daysLate: number }[] }) => [
      month.period,
      month.charges[0]!.daysLate,
    ]),
  ).toEqual([
    ["2026-01", 49],
    ["2026-03", 0],
  ]);
  expect(second).toMatchObject({ payerId: tenant.id, roles: ["租户"], openFen: 0 });
  expect(second.rooms.map((room: { code: string }) => room.code)).toEqual([desk.room.code]);
});

test("a customer opens his own account with his last receipts and prepayments", async () => {
  const desk = await aDesk(app);
  const prepayment = { roomId: desk.room.id, amountFen: 8_000 };
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [await desk.charged(100)], { prepayment }));
  const { body } = await desk.cashier.get(`${desk.url}/desk?customerId=${desk.owner.id}`);
  expect(body.accounts).toHaveLength(1);
  expect(body.accounts[0]).toMatchObject({
    prepaymentFen: 8_000,
    openFen: 0,
    receipts: [{ receiptNo: "SJ000001", amountFen: 8_100 }],
  });
});

test("what is to be paid back of a prepayment cannot be used and is named apart (BIL-60, BIL-81)", async () => {
  const desk = await aDesk(app);
  const asker = await app.as(["billing:read", "billing:request-refund"], desk.projectId);
  const deposit = (amountFen: number, feeItemId?: string) => {
    const prepayment = { roomId: desk.room.id, amountFen, ...(feeItemId && { feeItemId }) };
    return desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [], { prepayment }));
  };
  expect((await deposit(8_000)).status).toBe(201);
  expect((await deposit(5_000, desk.feeItem.id)).status).toBe(201);
  const accounts: { id: string; feeItemId: string | null }[] = (await asker.get(`${desk.url}/prepayments`)).body.items;
  const askBack = (amountFen: number, sourceId: string) =>
    asker.post(`${desk.url}/refund-requests`, {
      id: newId(),
      source: "PREPAYMENT",
      sourceId,
      amountFen,
      method: "CASH",
      reason: "搬离小区",
    });
  const general = accounts.find(({ feeItemId }) => feeItemId === null)!;
  const ofItem = accounts.find(({ feeItemId }) => feeItemId !== null)!;
  const asked = await askBack(3_000, general.id);
  expect(asked.status).toBe(201);
  expect((await askBack(5_000, ofItem.id)).status).toBe(201);

  const open = async () => (await desk.cashier.get(`${desk.url}/desk?roomId=${desk.room.id}`)).body.accounts[0];
  expect(await open()).toMatchObject({
    prepaymentFen: 5_000,
    askedBackFen: 8_000,
    rooms: [
      {
        prepaymentFen: 5_000,
        askedBackFen: 3_000,
        itemPrepayments: [{ feeItemId: desk.feeItem.id, balanceFen: 0, askedBackFen: 5_000 }],
      },
    ],
  });
  // what the desk shows is what it takes
  const charge = await desk.charged(8_000);
  const pay = (tenderedFen: number) =>
    desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [], {
        lines: [{ chargeId: charge.id, amountFen: tenderedFen }],
        methods: [{ method: "PREPAYMENT", tenderedFen, roomId: desk.room.id }],
      }),
    );
  expect((await pay(5_001)).status).toBe(409);
  expect((await pay(5_000)).status).toBe(201);
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], desk.projectId);
  const turnedDown = `${desk.url}/approvals/${asked.body.approvalId}/reject`;
  expect((await approver.post(turnedDown, { reason: "先冲抵欠费" })).status).toBe(200);
  expect(await open()).toMatchObject({ prepaymentFen: 3_000, askedBackFen: 5_000 });
});

test("is found by room, name, number and four digits of a telephone; never the telephone itself", async () => {
  const desk = await aDesk(app);
  const found = await savedCustomer(app, desk.projectId, { name: "欧阳修文", mobile: "13512345678" });
  const search = async (q: string) =>
    (await desk.cashier.get(`${desk.url}/desk/search?q=${encodeURIComponent(q)}`)).body.items;
  expect((await search(desk.room.code))[0]).toMatchObject({
    kind: "ROOM",
    id: desk.room.id,
    subtitle: desk.owner.name,
  });
  for (const q of ["欧阳", "修", found.number, "5678", "13512345678"]) {
    expect(await search(q)).toContainEqual(expect.objectContaining({ kind: "CUSTOMER", id: found.id }));
  }
  expect(JSON.stringify(await search("5678"))).not.toContain("13512345678");
  expect(await search("%")).toEqual([]);
  expect((await desk.cashier.get(`${desk.url}/desk/search?q=`)).status).toBe(400);
});

test("says when today's month takes no money any more", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  await desk.reviewer.post(`${desk.url}/periods/2026-03/close`, { confirm: true });
  expect((await desk.cashier.get(`${desk.url}/desk?roomId=${desk.room.id}`)).body.postable).toBe(false);
});

test("proposes how a smaller amount is spread, over all charges or the chosen ones", async () => {
  const desk = await aDesk(app);
  const charges = [await desk.charged(10_000, "2026-01"), await desk.charged(5_000, "2026-02")];
  const propose = async (body: object) =>
    (await desk.cashier.post(`${desk.url}/desk/allocation`, { payerId: desk.owner.id, ...body })).body;
  expect(await propose({ amountFen: 12_000 })).toMatchObject({
    lines: [
      { chargeId: charges[0]!.id, amountFen: 10_000 },
      { chargeId: charges[1]!.id, amountFen: 2_000 },
    ],
    leftFen: 0,
  });
  expect(await propose({ amountFen: 6_000, chargeIds: [charges[1]!.id] })).toMatchObject({
    lines: [{ chargeId: charges[1]!.id, amountFen: 5_000 }],
    leftFen: 1_000,
  });
  const elsewhere = await (await aDesk(app)).charged(1_000);
  expect(await propose({ amountFen: 6_000, chargeIds: [charges[1]!.id, elsewhere.id] })).toMatchObject({
    status: 404,
    detail: "所选的部分应收不存在",
  });
});

test("asks for a room or a customer of this project", async () => {
  const [desk, foreign] = [await aDesk(app), await aDesk(app)];
  const status = async (query: string) => (await desk.cashier.get(`${desk.url}/desk${query}`)).status;
  expect(await status("")).toBe(400);
  expect(await status(`?roomId=${desk.room.id}&customerId=${desk.owner.id}`)).toBe(400);
  expect(await status(`?roomId=${foreign.room.id}`)).toBe(404);
  expect(await status(`?customerId=${foreign.owner.id}`)).toBe(404);
  expect(await status("?roomId=1-1-101")).toBe(400);
});

test("who pays now is offered even when he owes nothing", async () => {
  const desk = await aDesk(app);
  const company = await savedCustomer(app, desk.projectId, { name: "某公司", kind: "COMPANY" });
  await savedPayer(app, desk.room, { customerId: company.id });
  const { body } = await desk.cashier.get(`${desk.url}/desk?roomId=${desk.room.id}`);
  expect(body.accounts.map((account: { payerId: string }) => account.payerId)).toContain(company.id);
});
