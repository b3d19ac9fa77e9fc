import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedFeeItem, savedRate, savedSpace } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aRestructuringCommunity } from "../restructures/restructures.factories.js";

/** The spaces of a room are services of their own wherever charges of one item are taken together (BIL-05). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-05"));

interface Bill {
  id: string;
  objectId: string;
  period: string;
  openFen: number;
}

interface Offer {
  schemeId: string;
  chargeIds: string[];
  amountFen: number;
  feeItemName: string;
  lines: { chargeId: string; amountFen: number }[];
}

/** A room with the spaces A and B at 80 yuan a month, billed by the year. */
async function twoSpaces({ givenAt = "PAYMENT", bTo = "2026-12-31", aTo = "2026-12-31", bFrom = "2026-01-01" } = {}) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const at = `/projects/${projectId}`;
  const room = await savedRoom(app, projectId);
  const owner = await savedOwner(app, room);
  const item = await savedFeeItem(app, projectId, { name: "车位费" });
  const rate = await savedRate(app, item, { base: "FIXED", cycle: "YEAR" }, { unitPrice: "80" });
  const [a, b] = [await savedSpace(app, projectId, "车位 A"), await savedSpace(app, projectId, "车位 B")];
  const bindingA = await savedBinding(app, room, rate, { objectId: a, startsOn: "2026-01-01", endsOn: aTo });
  await savedBinding(app, room, rate, { objectId: b, startsOn: bFrom, endsOn: bTo });
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const cashier = await app.asRole("CASHIER", projectId);
  const finance = await app.asRole("FINANCE_REVIEWER", projectId);
  const scheme = { name: "年缴优惠", feeItemIds: [item.id], givenAt, months: 12, benefit: "PERCENT", percent: "5" };
  const dates = { startsOn: "2026-01-01", stackable: false, active: true };
  const { status, body } = await manager.post(`${at}/discount-schemes`, { ...scheme, ...dates });
  expect([status, body.fields]).toEqual([201, undefined]);
  const bills = async (): Promise<Bill[]> =>
    (await cashier.get(`${at}/charges?roomId=${room.id}&pageSize=100`)).body.items;
  const offers = async (some: Bill[]): Promise<Offer[]> => {
    const chargeIds = some.map(({ id }) => id);
    return (await cashier.post(`${at}/discounts/proposal`, { payerId: owner.id, chargeIds })).body.offers;
  };
  const publishedYear = () => published(app, manager, projectId, { period: "2026-01" });
  return { projectId, at, owner, a, b, bindingA, manager, cashier, finance, bills, offers, publishedYear };
}

/** What settles the bills less the offers. */
function settling(payerId: string, bills: Bill[], offers: Offer[]) {
  const off = new Map(offers.flatMap(({ lines }) => lines.map((line) => [line.chargeId, line.amountFen] as const)));
  const due = bills.map(({ id, openFen }) => ({ id, openFen: openFen - (off.get(id) ?? 0) }));
  const discounts = offers.map(({ schemeId, chargeIds, amountFen }) => ({ schemeId, chargeIds, amountFen }));
  return aReceipt(payerId, due, { discounts });
}

test("the months of two spaces do not make one year: nothing is offered, taken or given by the run", async () => {
  const halves = await twoSpaces({ aTo: "2026-06-30", bFrom: "2026-07-01" });
  await halves.publishedYear();
  const bills = await halves.bills();
  expect(bills).toHaveLength(12);
  expect(await halves.offers(bills)).toEqual([]);

  const whole = await twoSpaces({ bTo: "2026-01-31" });
  await whole.publishedYear();
  const all = await whole.bills();
  const [offer, ...others] = await whole.offers(all);
  expect(others).toEqual([]);
  expect(offer).toMatchObject({ feeItemName: "车位费（车位 A）", amountFen: 4_800 });
  expect(offer!.chargeIds).toHaveLength(12);
  const mixed = { ...offer!, chargeIds: all.map(({ id }) => id), amountFen: 5_200 };
  const refused = await whole.cashier.post(`${whole.at}/receipts`, settling(whole.owner.id, all, [mixed]));
  expect(refused.body).toMatchObject({ code: "DISCOUNT_ITEM" });

  const byRun = await twoSpaces({ givenAt: "RUN", aTo: "2026-06-30", bFrom: "2026-07-01" });
  await byRun.publishedYear();
  expect((await byRun.bills()).map(({ openFen }) => openFen)).toEqual(Array(12).fill(8_000));
});

test("ending one space early leaves the other its discount and its payment", async () => {
  const year = await twoSpaces();
  await year.publishedYear();
  const bills = await year.bills();
  const offers = await year.offers(bills);
  expect(offers).toHaveLength(2);
  const paid = await year.cashier.post(`${year.at}/receipts`, settling(year.owner.id, bills, offers));
  expect([paid.status, paid.body.code]).toEqual([201, undefined]);

  const early = `${year.at}/bindings/${year.bindingA.id}/early-end/preview`;
  const { body } = await year.finance.post(early, { lastDay: "2026-06-30" });
  // A: twelve months at 76.00 paid, six at 80.00 used
  expect(body).toMatchObject({ feeItemName: "车位费（车位 A）", paidFen: 91_200, usedFen: 48_000, backFen: 43_200 });
  expect(body.lines).toHaveLength(12);
});

test("no month of a space is skipped where the project says so; the other space is free", async () => {
  const { at, a, b, owner, manager, cashier, bills, publishedYear } = await twoSpaces();
  const settings = { shiftRequired: false, banking: "OFF", allocation: "NO_SKIPPING" };
  expect((await manager.put(`${at}/desk-settings`, settings)).status).toBeLessThan(300);
  await publishedYear();
  const of = async (objectId: string, period: string) =>
    (await bills()).filter((one) => one.objectId === objectId && one.period === period);
  const pay = async (some: Bill[]) => (await cashier.post(`${at}/receipts`, aReceipt(owner.id, some))).body.code;
  expect(await pay(await of(a, "2026-01"))).toBeUndefined();
  expect(await pay(await of(a, "2026-02"))).toBeUndefined();
  expect(await pay(await of(b, "2026-02"))).toBe("ALLOCATION_ORDER");
});

test("a split is not undone while a space of it is charged to another room", async () => {
  app.clock.set("2026-03-20");
  const { projectId, at, clerk, feeItem, room, splitOf, carriedOut, restore } = await aRestructuringCommunity(app);
  const [old, other] = [await room({ code: "1-101" }), await room({ code: "1-201" })];
  const rate = await savedRate(app, feeItem, { base: "FIXED" }, { unitPrice: "80" });
  const objectId = await savedSpace(app, projectId, "车位 A");
  await savedBinding(app, old, rate, { objectId });
  const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
  const bound = async () => (await clerk.get(`${at}/bindings?objectId=${objectId}`)).body.items;
  const moved = (await bound()).find(({ roomId }: { roomId: string }) => roomId === done.newRooms[0].id);
  expect((await clerk.delete(`${at}/bindings/${moved.id}`)).status).toBe(204);
  const elsewhere = await savedBinding(app, other, rate, { objectId, startsOn: "2026-04-01" });

  expect(await restore(done)).toMatchObject({
    status: 409,
    body: { code: "RESTORE_BLOCKED", detail: expect.stringContaining("车位 A 已另行绑定到房间 1-201") },
  });
  expect((await clerk.delete(`${at}/bindings/${elsewhere.id}`)).status).toBe(204);
  expect((await restore(done)).status).toBe(200);
  expect(await bound()).toMatchObject([{ roomId: old.id, endsOn: null }]);
  await checkInvariants(app.db, projectId);
});
