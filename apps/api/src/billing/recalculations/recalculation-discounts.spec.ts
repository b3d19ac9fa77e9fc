import type { Cycle } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer, savedPayer } from "../../customer/customer.factories.js";
import { published } from "../billing.factories.js";
import { ok } from "../debit/debit.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { type ChargeRow, type Community, linesOf, one, recalculationsOf } from "./recalculations.factories.js";

const app = await startTestApp();
const { community, computed, submitted, applied, standing, waived } = recalculationsOf(app);
beforeEach(() => app.clock.set("2025-07-28"));
afterAll(() => app.close());

const LAST_TWO = { fromPeriod: "2025-11", toPeriod: "2025-12" };

/** Rooms whose year or quarter is billed by one run that gives 12.00 yuan to whoever is billed for so many months. */
async function discountedRun(rooms: number, { cycle = "YEAR", months = 12 }: { cycle?: Cycle; months?: number } = {}) {
  const place = await community(rooms, { cycle });
  const { projectId, at, item, finance } = place;
  const reviewer = await app.asRole("PROJECT_MANAGER", projectId);
  const [run] = (await finance.get(`${at}/runs`)).body.items;
  await ok(reviewer.post(`${at}/runs/${run.id}/reverse`, { reason: "先设优惠" }));
  await app.drainJobs();
  const given = { months, benefit: "AMOUNT", amountFen: 1_200, givenAt: "RUN", stackable: false, active: true };
  const scheme = { name: "年付优惠", feeItemIds: [item.id], startsOn: "2025-01-01", ...given };
  await ok(reviewer.post(`${at}/discount-schemes`, scheme));
  await published(app, finance, projectId, { period: "2025-07" });
  return place;
}

const billOf = (bills: readonly ChargeRow[], { rooms }: Community, room: number, month: string) =>
  bills.find((bill) => bill.room === rooms[room]!.id && bill.from === `2025-${month}-01`)!;

const pay = ({ at, cashier }: Community, { id, payer, open }: ChargeRow) =>
  ok(cashier.post(`${at}/receipts`, aReceipt(payer, [{ id, openFen: open }])));

/** What became of the lines of a room, in the order of their months. */
async function outcomesOf(place: Community, id: string, room = 0) {
  const lines: { roomId: string; leftOut: string | null }[] = await linesOf(place, id, "&kind=CHANGE");
  return lines.filter(({ roomId }) => roomId === place.rooms[room]!.id).map(({ leftOut }) => leftOut);
}

test("bills that share a discount are issued anew together or left out together, named; others go on", async () => {
  const place = await discountedRun(3);
  const before = await standing(place.projectId);
  await place.changePrice("2025-11-16", "1.00");
  const id = await computed(place, LAST_TWO);
  expect(await one(place, id)).toMatchObject({ lineCount: 6, blockedCount: 0 });
  const approval = await submitted(place, id);
  await pay(place, billOf(before, place, 0, "11"));
  await waived(place, billOf(before, place, 1, "11").id, 1_000);
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 2, leftOutCount: 4 });
  expect(await outcomesOf(place, id, 0)).toEqual(["PAID", "DISCOUNTED_TOGETHER"]);
  expect(await outcomesOf(place, id, 1)).toEqual(["MOVED", "DISCOUNTED_TOGETHER"]);
  expect(await outcomesOf(place, id, 2)).toEqual([null, null]);
  const after = await standing(place.projectId);
  const reduced = (room: number) =>
    after.filter((bill) => bill.room === place.rooms[room]!.id).reduce((sum, bill) => sum + bill.reduced, 0);
  expect([reduced(0), reduced(1), reduced(2)]).toEqual([1_200, 1_200 + 1_000, 1_200]);
  await checkInvariants(app.db, place.projectId);
});

test("a bill that could not be recalculated when the list was made does not count as issued anew when it could later", async () => {
  // the other room's November is on the list, so that the month is priced again
  const place = await discountedRun(2);
  const first = billOf(await standing(place.projectId), place, 0, "11");
  const dispute = `${place.at}/charges/${first.id}/dispute`;
  await ok(place.manager.post(dispute, { reason: "面积有误" }));
  await place.changePrice("2025-11-16", "1.00");
  const id = await computed(place, LAST_TWO);
  expect(await one(place, id)).toMatchObject({ lineCount: 3, obstacles: { DISPUTED: 1 } });
  const lines = await linesOf(place, id, "&kind=CHANGE");
  const december = lines.find(({ roomId }: { roomId: string }) => roomId === place.rooms[0]!.id);
  expect(december.after).toMatchObject([{ discountFen: 100 }]);
  const approval = await submitted(place, id);
  await ok(place.manager.post(`${dispute}/settle`, { outcome: "DISMISSED", resolution: "面积无误" }));
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 3, leftOutCount: 0 });
  await checkInvariants(app.db, place.projectId);
});

/** A quarter whose discount asks for all of its months, and a tenant who pays the last of them. */
async function leasedQuarter() {
  const place = await discountedRun(1, { cycle: "QUARTER", months: 3 });
  const tenant = await savedCustomer(app, place.projectId);
  await savedPayer(app, place.rooms[0]!, { customerId: tenant.id, startsOn: "2025-09-01" });
  return place;
}

const QUARTER = { fromPeriod: "2025-07", toPeriod: "2025-09" };

test("who comes to fewer months than a discount asks for loses it on his other bills too, or nothing is issued anew", async () => {
  const place = await leasedQuarter();
  const last = await computed(place, { fromPeriod: "2025-09", toPeriod: "2025-09" });
  expect(await one(place, last)).toMatchObject({ lineCount: 0, obstacles: { DISCOUNT_MONTHS: 1 } });

  const id = await computed(place, QUARTER);
  expect(await one(place, id)).toMatchObject({ lineCount: 3, blockedCount: 0 });
  const lines: { causes: string[]; oldFen: number; newFen: number }[] = await linesOf(place, id);
  expect(lines.map(({ causes, oldFen, newFen }) => [...causes, newFen - oldFen])).toEqual([
    ["DISCOUNT", 400],
    ["DISCOUNT", 400],
    ["PAYER", 400],
  ]);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 3, appliedFen: 1_200 });
  expect((await standing(place.projectId)).map(({ open }) => open)).toEqual([21_294, 21_294, 21_294]);
  expect(await one(place, await computed(place, QUARTER))).toMatchObject({ lineCount: 0, blockedCount: 0 });
  await checkInvariants(app.db, place.projectId);
});

test("paid after the request, a bill that would lose its discount keeps all of them as they are", async () => {
  const place = await leasedQuarter();
  const id = await computed(place, QUARTER);
  const approval = await submitted(place, id);
  const before = await standing(place.projectId);
  await pay(place, billOf(before, place, 0, "07"));
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 0, leftOutCount: 3 });
  expect(await outcomesOf(place, id)).toEqual(["PAID", "DISCOUNTED_TOGETHER", "DISCOUNTED_TOGETHER"]);
  expect((await standing(place.projectId)).map(({ id: bill }) => bill)).toEqual(before.map(({ id: bill }) => bill));
  const anew = await computed(place, QUARTER);
  expect(await one(place, anew)).toMatchObject({ lineCount: 0, obstacles: { DISCOUNT_MONTHS: 1 } });
  await checkInvariants(app.db, place.projectId);
});

test("a month beside the list that passed to another payer since leaves out those it shared a discount with", async () => {
  const place = await discountedRun(2, { months: 6 });
  await place.changePrice("2025-11-16", "1.00");
  const id = await computed(place, LAST_TWO);
  const approval = await submitted(place, id);
  const tenant = await savedCustomer(app, place.projectId);
  await savedPayer(app, place.rooms[0]!, { customerId: tenant.id, startsOn: "2025-10-01", endsOn: "2025-10-31" });
  const october = await computed(place, { fromPeriod: "2025-10", toPeriod: "2025-10" });
  expect(await applied(place, october)).toMatchObject({ status: "APPLIED", appliedCount: 1 });
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 2, leftOutCount: 2 });
  expect(await outcomesOf(place, id, 0)).toEqual(["DISCOUNTED_TOGETHER", "DISCOUNTED_TOGETHER"]);
  expect(await outcomesOf(place, id, 1)).toEqual([null, null]);
  await checkInvariants(app.db, place.projectId);
});
