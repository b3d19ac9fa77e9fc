import { randomUUID } from "node:crypto";
import type { SaveDiscountSchemeDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { somebodyWaits } from "../../../test/somebody-waits.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer, savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { reversedByOne } from "../receipts.factories.js";
import { aDiscountDesk } from "./discounts.factories.js";

const app = await startTestApp();
app.clock.set("2026-01-05");
afterAll(() => app.close());

const desk = await aDiscountDesk(app);
const { projectId, at, item, setter, cashier, reviewer } = desk;
await reversedByOne(app, projectId);

/** A developer who bears a scheme of the desk, by default the last of twelve months free. */
async function borneScheme(overrides: Partial<SaveDiscountSchemeDto> = {}) {
  const developer = await savedCustomer(app, projectId);
  const terms = { benefit: "FREE_MONTHS", percent: null, freeMonths: 1 } as const;
  const scheme = await desk.savedScheme({ ...terms, bearerId: developer.id, ...overrides });
  return { developer, scheme };
}

const billsOf = async (payerId: string) =>
  (await cashier.get(`${at}/charges?payerId=${payerId}&pageSize=50`)).body.items.toSorted(
    (a: { period: string }, b: { period: string }) => (a.period < b.period ? -1 : 1),
  );
const chargeOf = async (id: string) => (await cashier.get(`${at}/charges/${id}`)).body;

/** Pays all that is open of a customer's bills in cash. */
async function paidBy(payerId: string) {
  const open = (await billsOf(payerId)).filter(({ openFen }: { openFen: number }) => openFen > 0);
  const lines = open.map(({ id, openFen }: { id: string; openFen: number }) => ({ chargeId: id, amountFen: openFen }));
  const tenderedFen = lines.reduce((sum: number, line: { amountFen: number }) => sum + line.amountFen, 0);
  const receipt = { id: randomUUID(), payerId, lines, methods: [{ method: "CASH", tenderedFen }] };
  expect((await desk.post(receipt)).status).toBe(201);
  return receipt.id;
}

const reverse = (receiptId: string) => reviewer.post(`${at}/receipts/${receiptId}/reverse`, { reason: "收错户" });

test("the free month of a receipt is billed to whoever bears it, for the same room, item and days, and says why", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const offer = (await desk.offerOf(one, scheme.id))!;
  expect(offer.bearerName).toBe(developer.name);
  expect(offer.explanation.at(-1)).toBe(`优惠的 255.83 元由${developer.name}承担，收款时记为他的应收`);
  const receipt = await desk.takenAt(one, scheme.id);
  expect(receipt.methods[0]!.tenderedFen).toBe(11 * 25_583);
  expect((await desk.post(receipt)).status).toBe(201);

  const last = await chargeOf(one.ids[11]!);
  expect(last).toMatchObject({ reducedFen: 25_583, openFen: 0 });
  const bills = await billsOf(developer.id);
  expect(bills).toMatchObject([{ amountFen: 25_583, openFen: 25_583, roomCode: one.room.code, period: "2026-12" }]);
  const borne = await chargeOf(bills[0].id);
  const { serviceFrom, serviceTo, feeItemId } = last;
  expect(borne).toMatchObject({ serviceFrom, serviceTo, feeItemId, source: "MANUAL" });
  expect(borne.explanation).toEqual([`承担优惠：${scheme.name}（${one.room.code} 2026-12 ${item.name}）`]);
  const listed = (await setter.get(`${at}/discount-schemes`)).body.items.find(
    ({ id }: { id: string }) => id === scheme.id,
  );
  expect(listed).toMatchObject({ bearerId: developer.id, bearerName: developer.name, givenFen: 25_583 });
  await checkInvariants(app.db, projectId);
});

test("a share over twelve months is billed month by month, to the fen; the report says that another bears it", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme({ benefit: "PERCENT", percent: "5", freeMonths: null });
  app.clock.set("2026-01-20");
  expect((await desk.post(await desk.takenAt(one, scheme.id))).status).toBe(201);
  const bills = await billsOf(developer.id);
  expect(bills).toHaveLength(12);
  expect(bills.map(({ amountFen }: { amountFen: number }) => amountFen).slice(0, 3)).toEqual([1_280, 1_280, 1_279]);
  const url = `${at}/billing-reports/REDUCTIONS?from=2026-01-20&to=2026-01-20&pageSize=50`;
  expect((await cashier.get(url)).body.totals).toMatchObject({ fen: 15_350, borneFen: 15_350 });
  await checkInvariants(app.db, projectId);
  app.clock.set("2026-01-05");
});

test("the red receipt takes his bill back, both entries stay; given again it is billed anew", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const receipt = await desk.takenAt(one, scheme.id);
  await desk.post(receipt);
  expect((await reverse(receipt.id)).status).toBeLessThan(300);
  const [bill] = await billsOf(developer.id);
  expect(bill).toMatchObject({ amountFen: 25_583, reducedFen: 25_583, openFen: 0 });
  expect((await chargeOf(bill.id)).entries).toMatchObject([
    { kind: "ADJUSTMENT", amountFen: -25_583, reason: `收据红冲，收回优惠：${scheme.name}` },
  ]);
  expect(await chargeOf(one.ids[11]!)).toMatchObject({ reducedFen: 0, openFen: 25_583 });
  await checkInvariants(app.db, projectId);

  const again = await desk.takenAt(one, scheme.id);
  expect((await desk.post(again)).status).toBe(201);
  const open = async () => (await billsOf(developer.id)).map(({ openFen }: { openFen: number }) => openFen).sort();
  expect(await open()).toEqual([0, 25_583]);
  expect((await reverse(again.id)).status).toBeLessThan(300);
  expect(await open()).toEqual([0, 0]);
  await checkInvariants(app.db, projectId);
});

test("what he has paid stands in the way of the red receipt until his own receipt is red", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const receipt = await desk.takenAt(one, scheme.id);
  await desk.post(receipt);
  const his = await paidBy(developer.id);
  const refused = await reverse(receipt.id);
  expect(refused).toMatchObject({ status: 409, body: { code: "BORNE_PAID" } });
  expect(refused.body.detail).toContain(`${one.room.code} 2026-12 ${item.name} 由承担方承担的部分已缴 255.83 元`);
  expect((await reverse(his)).status).toBeLessThan(300);
  expect((await reverse(receipt.id)).status).toBeLessThan(300);
  expect(await billsOf(developer.id)).toMatchObject([{ openFen: 0 }]);
  await checkInvariants(app.db, projectId);
});

test("what was waived of his bill stands in the way: taken back later, two would owe the same", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const receipt = await desk.takenAt(one, scheme.id);
  await desk.post(receipt);
  const [bill] = await billsOf(developer.id);
  const [asker, approver] = [
    await app.asRole("PROJECT_MANAGER", projectId),
    await app.asRole("PROJECT_MANAGER", projectId),
  ];
  const lines = [{ chargeId: bill.id, amountFen: 25_583 }];
  const waiver = await asker.post(`${at}/waivers`, { id: randomUUID(), reasonCode: "OTHER", reason: "协议", lines });
  expect((await approver.post(`${at}/approvals/${waiver.body.approvalId}/approve`, {})).status).toBe(200);
  const refused = await reverse(receipt.id);
  expect(refused).toMatchObject({ status: 409, body: { code: "BORNE_PAID" } });
  expect(refused.body.detail).toContain("已减免或核销，不能收回；请先冲回那笔减免");
  expect((await approver.post(`${at}/waivers/${waiver.body.id}/reverse`, { reason: "协议取消" })).status).toBe(200);
  expect((await reverse(receipt.id)).status).toBeLessThan(300);
  expect(await billsOf(developer.id)).toMatchObject([{ openFen: 0 }]);
  await checkInvariants(app.db, projectId);
});

test("his bill that was reversed by hand meanwhile does not stand in the way", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const receipt = await desk.takenAt(one, scheme.id);
  await desk.post(receipt);
  const [bill] = await billsOf(developer.id);
  const reversed = await reviewer.post(`${at}/charges/${bill.id}/reverse`, { reason: "协议取消" });
  expect(reversed.status).toBeLessThan(300);
  expect((await reverse(receipt.id)).status).toBeLessThan(300);
  expect(await chargeOf(one.ids[11]!)).toMatchObject({ reducedFen: 0, openFen: 25_583 });
  await checkInvariants(app.db, projectId);
});

test("a bill of the receipt is corrected: what others are billed for the rest stays theirs, paid or not", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const receipt = await desk.takenAt(one, scheme.id);
  await desk.post(receipt);
  await paidBy(developer.id);
  const his = await billsOf(developer.id);
  const right = { id: randomUUID(), amountFen: 20_000, difference: "PREPAYMENT", reason: "面积有误" };
  const corrected = await reviewer.post(`${at}/charges/${one.ids[0]}/correction`, right);
  expect(corrected.status).toBe(201);
  expect(await chargeOf(one.ids[11]!)).toMatchObject({ reducedFen: 25_583, openFen: 0 });
  expect(await billsOf(developer.id)).toEqual(his);
  expect(his).toMatchObject([{ amountFen: 25_583, receivedFen: 25_583, openFen: 0 }]);
  await checkInvariants(app.db, projectId);

  // once the receipt in its place is red, it is his no more
  const [blue] = await app.db.query<{ id: string }[]>(
    "SELECT id FROM receipt WHERE project_id = $1 AND reissue_of = $2",
    [projectId, receipt.id],
  );
  const second = await app.as(["billing:read", "billing:reverse"], projectId);
  const again = () => second.post(`${at}/receipts/${blue!.id}/reverse`, { reason: "收错户" });
  expect(await again()).toMatchObject({ status: 409, body: { code: "BORNE_PAID" } });
  const [{ receiptId }] = (await chargeOf(his[0].id)).entries;
  expect((await reverse(receiptId)).status).toBeLessThan(300);
  expect((await again()).status).toBeLessThan(300);
  expect(await billsOf(developer.id)).toMatchObject([{ reducedFen: 25_583, openFen: 0 }]);
  await checkInvariants(app.db, projectId);
});

test("what is borne of an overdue bill is due from the day it is given: late fees of before are the payer's", async () => {
  const feeItem = await savedFeeItem(app, projectId);
  const lateItem = await savedFeeItem(app, projectId, { kind: "ONE_OFF" });
  const terms = { graceDays: 0, gracePolicy: "FREE", startsOn: "2026-01-01", dailyRate: "0.0005" };
  const late = { name: "违约金", feeItemId: lateItem.id, chargedItemIds: [feeItem.id], ...terms };
  expect((await setter.post(`${at}/late-fee-schemes`, late)).status).toBe(201);
  const [room, payer] = [await savedRoom(app, projectId), await savedCustomer(app, projectId)];
  const days = { period: "2026-01", serviceFrom: "2026-01-01", serviceTo: "2026-01-31", dueOn: "2026-01-20" };
  const of = { payerId: payer.id, feeItemId: feeItem.id, amountFen: 100_000 };
  const charge = await savedCharge(app, room, { ...of, ...days });
  const half = { months: 1, benefit: "AMOUNT", percent: null, freeMonths: null, amountFen: 50_000 } as const;
  const { developer, scheme } = await borneScheme({ ...half, feeItemIds: [feeItem.id], endsOn: null });
  app.clock.set("2026-03-21");
  const given = [{ schemeId: scheme.id, chargeIds: [charge.id], amountFen: 50_000 }];
  const lines = [{ chargeId: charge.id, amountFen: 50_000 }];
  const methods = [{ method: "CASH", tenderedFen: 50_000 }];
  expect((await desk.post({ id: randomUUID(), payerId: payer.id, lines, discounts: given, methods })).status).toBe(201);

  const lateOf = async (payerId: string, asOf: string) =>
    (await setter.get(`${at}/late-fees?payerId=${payerId}&asOf=${asOf}`)).body.totalFen;
  // 60 days of the whole, booked with the receipt
  expect(await billsOf(payer.id)).toMatchObject([{ openFen: 0 }, { source: "LATE_FEE", openFen: 3_000 }]);
  expect(await billsOf(developer.id)).toMatchObject([{ dueOn: "2026-03-21", openFen: 50_000 }]);
  expect([await lateOf(developer.id, "2026-03-21"), await lateOf(developer.id, "2026-03-23")]).toEqual([0, 50]);
  await checkInvariants(app.db, projectId);
  app.clock.set("2026-01-05");
});

test("a receipt waits for a bearer who is being entered, and bills him", async () => {
  const one = await desk.billed();
  const developer = await savedCustomer(app, projectId);
  const scheme = await desk.savedScheme({ benefit: "FREE_MONTHS", percent: null, freeMonths: 1 });
  const receipt = await desk.takenAt(one, scheme.id);
  const editor = app.db.createQueryRunner();
  await editor.startTransaction();
  await editor.query("SELECT 1 FROM discount_scheme WHERE id = $1 FOR UPDATE", [scheme.id]);
  await editor.query("UPDATE discount_scheme SET bearer_id = $2 WHERE id = $1", [scheme.id, developer.id]);
  const posted = desk.post(receipt).then(({ status }) => status);
  await somebodyWaits(app);
  await editor.commitTransaction();
  await editor.release();
  expect(await posted).toBe(201);
  expect(await billsOf(developer.id)).toMatchObject([{ period: "2026-12", openFen: 25_583 }]);
  await checkInvariants(app.db, projectId);
});

test("two schemes on one bill are each billed to their own bearer", async () => {
  const one = await desk.billed();
  const stackable = { stackable: true } as const;
  const first = await borneScheme({ ...stackable, benefit: "PERCENT", percent: "5", freeMonths: null });
  const amount = { benefit: "AMOUNT", percent: null, freeMonths: null, amountFen: 1_200 } as const;
  const second = await borneScheme({ ...stackable, ...amount });
  const receipt = await desk.takenAt(one, first.scheme.id, second.scheme.id);
  expect((await desk.post(receipt)).status).toBe(201);
  const sumOf = async (id: string, key: "amountFen" | "openFen") =>
    (await billsOf(id)).reduce((sum: number, bill: Record<"amountFen" | "openFen", number>) => sum + bill[key], 0);
  expect([await sumOf(first.developer.id, "openFen"), await sumOf(second.developer.id, "openFen")]).toEqual([
    15_350, 1_200,
  ]);
  await checkInvariants(app.db, projectId);
  expect((await reverse(receipt.id)).status).toBeLessThan(300);
  expect([await sumOf(first.developer.id, "openFen"), await sumOf(second.developer.id, "openFen")]).toEqual([0, 0]);
  await checkInvariants(app.db, projectId);
});

test("a scheme is neither offered nor given to its own bearer", async () => {
  const one = await desk.billed();
  const scheme = await desk.savedScheme({ bearerId: one.payer.id });
  expect(await desk.offerOf(one, scheme.id)).toBeUndefined();
  const lines = [{ chargeId: one.ids[0]!, amountFen: 15_350 }];
  const forced = desk.aReceipt(one, [{ schemeId: scheme.id, chargeIds: one.ids, amountFen: 15_350, lines }]);
  const refused = await desk.post(forced);
  expect(refused).toMatchObject({ status: 409, body: { code: "BEARER_IS_PAYER" } });
  expect(refused.body.detail).toContain(scheme.name);
});

test("the bearer is a customer of the project, not merged away; once given he stays", async () => {
  const other = await savedProject(app);
  const foreign = await savedCustomer(app, other.id);
  for (const bearerId of [foreign.id, randomUUID()])
    expect((await setter.post(`${at}/discount-schemes`, desk.aScheme({ bearerId }))).status).toBe(404);
  const bad = await setter.post(`${at}/discount-schemes`, { ...desk.aScheme(), bearerId: "开发商" });
  expect([bad.status, Object.keys(bad.body.fields)]).toEqual([400, ["bearerId"]]);

  const { developer, scheme } = await borneScheme();
  const { id, ...terms } = scheme;
  const put = (body: object) => setter.put(`${at}/discount-schemes/${id}`, { ...terms, ...body });
  const someone = await savedCustomer(app, projectId);
  expect((await put({ bearerId: foreign.id })).status).toBe(404);
  expect((await put({ bearerId: someone.id })).status).toBe(204);
  expect((await put({ bearerId: developer.id })).status).toBe(204);
  await desk.post(await desk.takenAt(await desk.billed(), id));
  for (const bearerId of [someone.id, null])
    expect(await put({ bearerId })).toMatchObject({ status: 409, body: { code: "DISCOUNT_USED" } });
  expect((await put({ endsOn: "2026-01-20", bearerId: developer.id })).status).toBe(204);
});

test("merged into another customer, the bearer is that one, and the scheme is not his own", async () => {
  const one = await desk.billed();
  const { developer, scheme } = await borneScheme();
  const survivor = one.payer.id;
  const people = await app.as(["customer:read", "customer:write", "customer:merge"], projectId);
  const merged = { survivorId: survivor, mergedId: developer.id, reason: "同一家公司" };
  expect((await people.post(`${at}/customer-merges`, merged)).status).toBe(201);
  expect(await desk.offerOf(one, scheme.id)).toBeUndefined();
  const other = await desk.billed();
  expect((await desk.post(await desk.takenAt(other, scheme.id))).status).toBe(201);
  expect((await billsOf(survivor)).filter(({ source }: { source: string }) => source === "MANUAL")).toMatchObject([
    { roomCode: other.room.code, openFen: 25_583 },
  ]);
  await checkInvariants(app.db, projectId);
});

test("a run bills whoever bears its scheme with the bills of a year, and takes both back when it is reversed", async () => {
  const { id: own } = await savedProject(app, { firstPeriod: "2026-01" });
  const feeItem = await savedFeeItem(app, own);
  const rate = await savedRate(app, feeItem, { cycle: "YEAR" }, { unitPrice: "2.5" });
  const rooms = [await savedRoom(app, own, { chargeArea: "102.33" }), await savedRoom(app, own, { chargeArea: "80" })];
  const [owner, developer] = [await savedOwner(app, rooms[0]!), await savedOwner(app, rooms[1]!)];
  for (const room of rooms) await savedBinding(app, room, rate, { startsOn: "2026-01-01" });
  const base = `/projects/${own}`;
  const rights = ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:reverse-run"] as const;
  const finance = await app.as([...rights], own);
  const free = { givenAt: "RUN", benefit: "FREE_MONTHS", percent: null, freeMonths: 2 } as const;
  const scheme = { ...desk.aScheme({ ...free, bearerId: developer.id }), feeItemIds: [feeItem.id] };
  expect((await finance.post(`${base}/discount-schemes`, scheme)).status).toBe(201);
  const run = await published(app, finance, own, { period: "2026-01" });

  const sums = () =>
    app.db.query(
      `SELECT payer_id = $2 AS his, source, count(*)::int AS bills, sum(reduced_fen)::int AS reduced, sum(open_fen)::int AS open
         FROM charge WHERE project_id = $1 AND open_fen > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
      [own, developer.id],
    );
  // two of twelve months of the owner; nothing of the developer's own room, which he would bear himself
  const afterRun = [
    { his: false, source: "RUN", bills: 10, reduced: 0, open: 255_830 },
    { his: true, source: "MANUAL", bills: 2, reduced: 0, open: 51_166 },
    { his: true, source: "RUN", bills: 12, reduced: 0, open: 240_000 },
  ];
  expect(await sums()).toEqual(afterRun);
  const borne = (await finance.get(`${base}/charges?payerId=${developer.id}&roomId=${rooms[0]!.id}`)).body.items;
  expect(borne.map(({ period }: { period: string }) => period).sort()).toEqual(["2026-11", "2026-12"]);
  expect(owner.id).not.toBe(developer.id);
  await checkInvariants(app.db, own);

  expect((await finance.post(`${base}/runs/${run.id}/reverse`, { reason: "单价有误" })).status).toBe(202);
  await app.drainJobs();
  expect(await sums()).toEqual([]);
  expect((await finance.get(`${base}/discount-schemes`)).body.items).toMatchObject([{ givenFen: 0 }]);
  await checkInvariants(app.db, own);
});

test("a bill withdrawn by hand takes the bearer's along; once he has paid, his receipt comes first", async () => {
  const { id: own } = await savedProject(app, { firstPeriod: "2026-01" });
  const feeItem = await savedFeeItem(app, own);
  const rate = await savedRate(app, feeItem, { cycle: "YEAR" }, { unitPrice: "2.5" });
  const room = await savedRoom(app, own, { chargeArea: "100" });
  const [owner, developer] = [await savedOwner(app, room), await savedCustomer(app, own)];
  await savedBinding(app, room, rate, { startsOn: "2026-01-01" });
  const base = `/projects/${own}`;
  const clerk = await app.as(
    ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:reverse", "billing:collect"],
    own,
  );
  const fifth = { givenAt: "RUN", benefit: "PERCENT", percent: "20", bearerId: developer.id } as const;
  const scheme = { ...desk.aScheme(fifth), feeItemIds: [feeItem.id] };
  expect((await clerk.post(`${base}/discount-schemes`, scheme)).status).toBe(201);
  await published(app, clerk, own, { period: "2026-01" });
  interface Bill {
    id: string;
    period: string;
    openFen: number;
  }
  const bills = async (payerId: string): Promise<Bill[]> =>
    (await clerk.get(`${base}/charges?payerId=${payerId}&pageSize=50`)).body.items.toSorted((a: Bill, b: Bill) =>
      a.period < b.period ? -1 : 1,
    );
  const [january, february] = await bills(owner.id);
  const [his, hisNext] = await bills(developer.id);
  expect([january!.openFen, his!.openFen]).toEqual([20_000, 5_000]);

  expect((await clerk.post(`${base}/charges/${january!.id}/reverse`, { reason: "房间登记错了" })).status).toBe(204);
  const { body: withdrawn } = await clerk.get(`${base}/charges/${january!.id}`);
  expect(withdrawn).toMatchObject({ status: "REVERSED", reversedFen: 25_000, reducedFen: 0, openFen: 0 });
  expect((await bills(developer.id))[0]).toMatchObject({ period: "2026-01", openFen: 0 });

  const lines = [{ chargeId: hisNext!.id, amountFen: hisNext!.openFen }];
  const methods = [{ method: "CASH", tenderedFen: hisNext!.openFen }];
  const paid = { id: randomUUID(), payerId: developer.id, lines, methods };
  expect((await clerk.post(`${base}/receipts`, paid)).status).toBe(201);
  const refused = await clerk.post(`${base}/charges/${february!.id}/reverse`, { reason: "房间登记错了" });
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe("BORNE_PAID");
  expect((await bills(owner.id))[1]).toMatchObject({ openFen: 20_000 });
  await checkInvariants(app.db, own);
});
