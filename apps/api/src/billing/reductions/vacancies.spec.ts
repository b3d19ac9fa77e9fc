import { randomUUID } from "node:crypto";
import type { RequestVacancyDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer, savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aSoldRoom, drafted } from "../transfers/transfers.factories.js";
import { published, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";

const app = await startTestApp();
app.clock.set("2025-07-05");
afterAll(() => app.close());

/** A project with an area item at 2.38, one room of 89.47 m², and its people. */
async function community(rate: Parameters<typeof savedRate>[2] = {}) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const item = await savedFeeItem(app, projectId);
  const saved = await savedRate(app, item, rate);
  const room = await savedRoom(app, projectId, { chargeArea: "89.47" });
  const owner = await savedOwner(app, room);
  await savedBinding(app, room, saved);
  const clerk = await app.as(["property:read", "billing:read", "billing:waive"], projectId, "客服");
  const manager = await app.as(["property:read", "billing:read", "billing:waive", "billing:approve-waiver"], projectId);
  const biller = await app.as(
    ["billing:read", "billing:run", "billing:publish", "billing:reverse-run", "billing:reverse"],
    projectId,
  );
  return { projectId, item, room, owner, clerk, manager, biller, at: `/projects/${projectId}` };
}

type Community = Awaited<ReturnType<typeof community>>;

const aVacancy = ({ room, item }: Community, overrides: Partial<RequestVacancyDto> = {}): RequestVacancyDto => ({
  id: randomUUID(),
  roomId: room.id,
  feeItemIds: [item.id],
  kind: "PERCENT",
  percent: "30",
  startsOn: "2025-07-10",
  reason: "业主长期在外地",
  ...overrides,
});

const inspection = { inspectedOn: "2025-07-05", inspector: "张工", vacant: true, finding: "水表三个月未走" };

/** Asked for, inspected and approved. */
async function granted(one: Community, overrides: Partial<RequestVacancyDto> = {}) {
  const asked = await one.clerk.post(`${one.at}/vacancies`, aVacancy(one, overrides));
  expect(asked.status).toBe(201);
  const seen = await one.clerk.post(`${one.at}/vacancies/${asked.body.id}/inspection`, inspection);
  expect(seen).toMatchObject({ status: 200, body: { status: "PENDING" } });
  const decided = await one.manager.post(`${one.at}/approvals/${seen.body.approvalId}/approve`, {});
  expect(decided.status).toBe(200);
  return asked.body.id as string;
}

const linesOf = async ({ at, clerk, owner }: Community, payerId = owner.id) =>
  (await clerk.get(`${at}/charges?payerId=${payerId}&pageSize=50`)).body.items
    .map(({ period, serviceFrom, amountFen, reducedFen, openFen }: Record<string, string | number>) => ({
      period,
      day: String(serviceFrom).slice(8),
      amountFen,
      reducedFen,
      openFen,
    }))
    .sort((a: { period: string; day: string }, b: { period: string; day: string }) =>
      `${a.period}${a.day}` < `${b.period}${b.day}` ? -1 : 1,
    );

const run = (one: Community, period: string) => published(app, one.biller, one.projectId, { period });

test("a vacancy of some days cuts the month; the reduction is an entry beside the charge, explained", async () => {
  const one = await community();
  const id = await granted(one);
  await run(one, "2025-07");
  // 212.9386: 1–9 July 61.82; 10–31 July 151.12, at 70 % 105.78
  expect(await linesOf(one)).toEqual([
    { period: "2025-07", day: "01", amountFen: 6_182, reducedFen: 0, openFen: 6_182 },
    { period: "2025-07", day: "10", amountFen: 15_112, reducedFen: 4_534, openFen: 10_578 },
  ]);
  const { items } = (await one.clerk.get(`${one.at}/charges?payerId=${one.owner.id}`)).body;
  const reduced = items.find(({ reducedFen }: { reducedFen: number }) => reducedFen > 0);
  const { body } = await one.clerk.get(`${one.at}/charges/${reduced.id}`);
  expect(body.entries).toMatchObject([{ kind: "WAIVER", amountFen: -4_534 }]);
  expect(JSON.stringify(body)).toContain("减免 30%，减 45.34 元，应缴 105.78 元");
  expect((await one.clerk.get(`${one.at}/vacancies/${id}`)).body).toMatchObject({
    reducedFen: 4_534,
    lines: [{ period: "2025-07", amountFen: 4_534, borneFen: 0 }],
  });
  await checkInvariants(app.db, one.projectId);
});

test("with changes from the next month on, a vacancy counts from the next month", async () => {
  const one = await community({ changePolicy: "NEXT_MONTH" });
  await granted(one);
  await run(one, "2025-07");
  app.clock.set("2025-08-02");
  await run(one, "2025-08");
  app.clock.set("2025-07-05");
  expect(await linesOf(one)).toEqual([
    { period: "2025-07", day: "01", amountFen: 21_294, reducedFen: 0, openFen: 21_294 },
    { period: "2025-08", day: "01", amountFen: 21_294, reducedFen: 6_388, openFen: 14_906 },
  ]);
});

test.each([
  ["fixed amount a month, by days", { kind: "AMOUNT", percent: null, amountFen: 3_100 }, 2_200, "10"],
  ["free months", { kind: "MONTHS", percent: null, months: 1, startsOn: "2025-07-01" }, 21_294, "01"],
  [
    "amount above the charge",
    { kind: "AMOUNT", percent: null, amountFen: 99_999, startsOn: "2025-07-01" },
    21_294,
    "01",
  ],
] as const)("%s", async (_what, terms, reducedFen, day) => {
  const one = await community();
  await granted(one, terms);
  await run(one, "2025-07");
  const line = (await linesOf(one)).find((row: { day: string }) => row.day === day);
  expect(line).toMatchObject({ reducedFen });
});

test("approved late, months already billed get the same reduction as an entry; ended early, it is taken back", async () => {
  const one = await community();
  await run(one, "2025-07");
  const id = await granted(one);
  // the charge stays whole; 61.82 + 105.78 are owed
  expect(await linesOf(one)).toEqual([
    { period: "2025-07", day: "01", amountFen: 21_294, reducedFen: 4_534, openFen: 16_760 },
  ]);
  const ended = await one.clerk.post(`${one.at}/vacancies/${id}/end`, { endsOn: "2025-07-15", reason: "已入住" });
  expect(ended).toMatchObject({ status: 200, body: { endsOn: "2025-07-15" } });
  const after = await linesOf(one);
  // six days: 212.9386 × 6/31 = 41.21, at 70 % 28.85
  expect(after).toMatchObject([{ reducedFen: 1_236, openFen: 20_058 }]);
  expect(ended.body.lines.map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual([4_534, -3_298]);
  await checkInvariants(app.db, one.projectId);
});

test("who bears it owes what is taken off, and no longer when it is taken back", async () => {
  const one = await community();
  const developer = await savedCustomer(app, one.projectId);
  const id = await granted(one, { bearerId: developer.id, startsOn: "2025-07-01" });
  await run(one, "2025-07");
  expect(await linesOf(one)).toMatchObject([{ amountFen: 21_294, reducedFen: 6_388, openFen: 14_906 }]);
  expect(await linesOf(one, developer.id)).toMatchObject([{ period: "2025-07", amountFen: 6_388, openFen: 6_388 }]);
  await one.clerk.post(`${one.at}/vacancies/${id}/end`, { endsOn: "2025-07-01", reason: "已入住" });
  const [owner] = await linesOf(one);
  const [borne] = await linesOf(one, developer.id);
  expect(owner.openFen + borne.openFen).toBe(21_294);
  await checkInvariants(app.db, one.projectId);
});

test("a bill withdrawn by hand is owed by nobody, neither by who bears a part of it", async () => {
  const one = await community();
  const developer = await savedCustomer(app, one.projectId);
  await granted(one, { bearerId: developer.id, startsOn: "2025-07-01" });
  await run(one, "2025-07");
  const [bill] = (await one.clerk.get(`${one.at}/charges?payerId=${one.owner.id}`)).body.items;
  const finance = await app.as(["billing:read", "billing:reverse"], one.projectId);
  expect((await finance.post(`${one.at}/charges/${bill.id}/reverse`, { reason: "重复登记" })).status).toBe(204);
  expect(await linesOf(one)).toMatchObject([{ amountFen: 21_294, reducedFen: 0, openFen: 0 }]);
  expect(await linesOf(one, developer.id)).toMatchObject([{ openFen: 0 }]);
  await checkInvariants(app.db, one.projectId);
});

test("a service that ends early leaves nobody to bear the months after (BIL-82)", async () => {
  const one = await community();
  const developer = await savedCustomer(app, one.projectId);
  await granted(one, { bearerId: developer.id, startsOn: "2025-07-01" });
  await run(one, "2025-07");
  await run(one, "2025-08");
  expect(await linesOf(one, developer.id)).toMatchObject([{ openFen: 6_388 }, { openFen: 6_388 }]);
  const [binding] = await app.db.query("SELECT id FROM rate_binding WHERE project_id = $1", [one.projectId]);
  const finance = await app.asRole("FINANCE_REVIEWER", one.projectId);
  const end = { id: randomUUID(), lastDay: "2025-07-31", difference: "PREPAYMENT", reason: "业主搬离" };
  const ended = await finance.post(`${one.at}/bindings/${binding.id}/early-end`, end);
  expect(ended).toMatchObject({ status: 201, body: { backFen: 0 } });
  expect(await linesOf(one)).toMatchObject([{ openFen: 14_906 }, { reducedFen: 0, openFen: 0 }]);
  expect(await linesOf(one, developer.id)).toMatchObject([{ openFen: 6_388 }, { openFen: 0 }]);
  await checkInvariants(app.db, one.projectId);
});

test("a run with reductions is reversed as a whole, and the month billed anew", async () => {
  const one = await community();
  const developer = await savedCustomer(app, one.projectId);
  await granted(one, { bearerId: developer.id });
  const { id } = await run(one, "2025-07");
  const reply = await one.biller.post(`${one.at}/runs/${id}/reverse`, { reason: "单价有误" });
  expect(reply.status).toBe(202);
  await app.drainJobs();
  const sums = async () => (await linesOf(one)).reduce((sum: number, row: { openFen: number }) => sum + row.openFen, 0);
  expect(await sums()).toBe(0);
  expect((await linesOf(one, developer.id))[0]).toMatchObject({ openFen: 0 });
  await run(one, "2025-07");
  expect(await sums()).toBe(6_182 + 10_578);
  await checkInvariants(app.db, one.projectId);
});

test("what is borne has the late fees of the price, which is free again once all is reversed (BIL-04, BIL-43)", async () => {
  const one = await community();
  const developer = await savedCustomer(app, one.projectId);
  const lateItem = await savedFeeItem(app, one.projectId, { kind: "ONE_OFF" });
  const keeper = await app.as(["billing:read", "billing:rates"], one.projectId);
  const scheme = await keeper.post(`${one.at}/late-fee-schemes`, {
    name: "违约金",
    feeItemId: lateItem.id,
    chargedItemIds: [one.item.id],
    graceDays: 0,
    gracePolicy: "FREE",
    startsOn: "2025-01-01",
    dailyRate: "0.0005",
  });
  expect(scheme.status).toBe(201);
  await app.db.query("UPDATE rate_version SET late_fee = 'NONE' WHERE project_id = $1", [one.projectId]);
  await granted(one, { bearerId: developer.id, startsOn: "2025-07-01" });
  const { id } = await run(one, "2025-07");
  expect(await linesOf(one, developer.id)).toMatchObject([{ openFen: 6_388 }]);
  const late = await keeper.get(`${one.at}/late-fees?payerId=${developer.id}&asOf=2025-12-31`);
  expect(late.body).toMatchObject({ items: [], totalFen: 0 });

  const price = async () => (await keeper.get(`${one.at}/rates?feeItemId=${one.item.id}`)).body.items[0].versions[0];
  expect((await price()).billedTo).toBe("2025-07-31");
  expect((await one.biller.post(`${one.at}/runs/${id}/reverse`, { reason: "单价有误" })).status).toBe(202);
  await app.drainJobs();
  const { id: versionId, billedTo } = await price();
  expect(billedTo).toBeNull();
  const [{ rateId }] = await app.db.query(`SELECT rate_id AS "rateId" FROM rate_version WHERE id = $1`, [versionId]);
  const put = await keeper.put(`${one.at}/rates/${rateId}/versions/${versionId}`, { unitPrice: "3" });
  expect(put.status).toBe(204);
  await checkInvariants(app.db, one.projectId);
});

test("nothing changes before the approval; who asked does not approve; not vacant ends it", async () => {
  const one = await community();
  const asked = await one.manager.post(`${one.at}/vacancies`, aVacancy(one));
  const seen = await one.clerk.post(`${one.at}/vacancies/${asked.body.id}/inspection`, inspection);
  const own = await one.manager.post(`${one.at}/approvals/${seen.body.approvalId}/approve`, {});
  expect(own).toMatchObject({ status: 409, body: { code: "SAME_PERSON" } });
  await run(one, "2025-07");
  expect(await linesOf(one)).toMatchObject([{ amountFen: 21_294, reducedFen: 0 }]);

  const other = await community();
  const { body } = await other.clerk.post(`${other.at}/vacancies`, aVacancy(other));
  const found = { ...inspection, vacant: false, finding: "有人居住" };
  const closed = await other.clerk.post(`${other.at}/vacancies/${body.id}/inspection`, found);
  expect(closed.body).toMatchObject({ status: "REJECTED", approvalId: null });
  const again = await other.clerk.post(`${other.at}/vacancies/${body.id}/inspection`, inspection);
  expect(again).toMatchObject({ status: 409, body: { code: "VACANCY_STATE" } });
});

test("sold, the old owner's reduction ends the day before; one that is undecided stands in the way", async () => {
  app.clock.set("2025-06-18");
  const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
  const { at, projectId, room, feeItem, seller, receptionist, manager } = sold;
  await sold.pay(seller.id, await sold.charges());
  const terms = { id: randomUUID(), roomId: room.id, feeItemIds: [feeItem.id], kind: "PERCENT", percent: "30" };
  const { body } = await receptionist.post(`${at}/vacancies`, {
    ...terms,
    startsOn: "2025-06-01",
    reason: "业主在外地",
  });
  const blocked = await drafted(sold, {});
  expect(blocked.blocks).toMatchObject([{ label: "空置减免待审批" }]);
  const found = { ...inspection, inspectedOn: "2025-06-18" };
  const seen = (await receptionist.post(`${at}/vacancies/${body.id}/inspection`, found)).body;
  await manager.post(`${at}/approvals/${seen.approvalId}/approve`, {});
  const draft = (await receptionist.get(`${at}/transfers/${blocked.id}`)).body;
  expect(draft.blocks).toEqual([]);
  const { version } = (await receptionist.post(`${at}/transfers/${draft.id}/submit`, { version: draft.version })).body;
  const reason = "双方同意按此办理";
  const asked = await receptionist.post(`${at}/transfers/${draft.id}/request-approval`, { version, reason });
  expect((await manager.post(`${at}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  expect((await receptionist.get(`${at}/vacancies/${body.id}`)).body).toMatchObject({
    status: "APPROVED",
    endsOn: "2025-06-17",
    endReason: expect.stringContaining("房屋过户"),
  });
  await checkInvariants(app.db, projectId);
  app.clock.set("2025-07-05");
});

test("of two who ask for overlapping days at once, one gets it; a retry asks once", async () => {
  const one = await community();
  const both = await Promise.all([1, 2].map(() => one.clerk.post(`${one.at}/vacancies`, aVacancy(one))));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const other = await community();
  const same = aVacancy(other);
  const retries = await Promise.all([1, 2].map(() => other.clerk.post(`${other.at}/vacancies`, same)));
  expect(retries.map(({ status, body }) => [status, body.id])).toEqual([
    [201, same.id],
    [201, same.id],
  ]);
  const changed = await other.clerk.post(`${other.at}/vacancies`, { ...same, percent: "40" });
  expect(changed).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
});

test("bad input is refused by field", async () => {
  const one = await community();
  const other = await community();
  const ask = (overrides: object) => one.clerk.post(`${one.at}/vacancies`, { ...aVacancy(one), ...overrides });
  for (const [overrides, field] of [
    [{ percent: "101" }, "percent"],
    [{ percent: "0" }, "percent"],
    [{ percent: "３０" }, "percent"],
    [{ startsOn: "2025-02-31" }, "startsOn"],
    [{ endsOn: "2025-07-09" }, "endsOn"],
    [{ kind: "MONTHS" }, "months"],
    [{ reason: "好的😀" }, "reason"],
    [{ reason: "长".repeat(201) }, "reason"],
    [{ feeItemIds: [] }, "feeItemIds"],
    [{ colour: 1 }, "colour"],
  ] as const) {
    const { status, body } = await ask(overrides);
    expect([status, Object.keys(body.fields ?? {})]).toEqual([400, [field]]);
  }
  expect((await ask({ roomId: other.room.id })).status).toBe(404);
  expect((await ask({ feeItemIds: [other.item.id] })).status).toBe(404);
  expect((await ask({ bearerId: other.owner.id })).status).toBe(404);
  const metered = await savedFeeItem(app, one.projectId, { kind: "METERED" });
  expect(await ask({ feeItemIds: [metered.id] })).toMatchObject({ status: 409, body: { code: "FEE_ITEM_KIND" } });
  expect((await other.clerk.get(`${one.at}/vacancies`)).status).toBe(403);
});
