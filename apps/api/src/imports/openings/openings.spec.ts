import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { published, savedBinding, savedCharge, savedRate, savedSpace } from "../../billing/billing.factories.js";
import { aReceipt } from "../../billing/receipts.factories.js";
import { verifyLedger } from "../../billing/seals/verify-ledger.js";
import {
  anArrear,
  aTakenOverProject,
  chargesOf,
  closed,
  faultsOf,
  openingWorkbook,
  posted,
  uploaded,
} from "./openings.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-15"));

const home = () => aTakenOverProject(app);

test("arrears, prepayments and deposits stand in the ledger as opening, are paid at the desk, and the month ties out", async () => {
  const h = await home();
  const { room, feeItem, depositItem, owner } = h;
  const done = await posted(h, {
    欠费: [
      anArrear(h, "2025-10-01", "2025-11-30", "2025-11-20", 285.6),
      anArrear(h, "2025-12-01", "2025-12-31", "2026-01-20", "142.80"),
    ],
    预收: [
      [room.code, null, null, null, null, 500, "旧系统结余"],
      [room.code, null, owner.name, null, feeItem.name, 80, null],
    ],
    押金: [[room.code, null, depositItem.name, "0012345", "2024-06-18", 2000, null, null, "装修", null]],
  });
  expect(done).toMatchObject({
    status: "POSTED",
    openingNo: "QC000001",
    cutOverOn: "2026-01-01",
    failure: null,
    counts: [
      { kind: "ARREARS", count: 2, faults: 0, amountFen: 42_840 },
      { kind: "PREPAYMENT", count: 2, amountFen: 58_000 },
      { kind: "DEPOSIT", count: 1, amountFen: 200_000 },
    ],
  });
  const charges = await chargesOf(h);
  expect(charges).toHaveLength(3);
  expect(charges).toContainEqual(
    expect.objectContaining({
      source: "OPENING",
      period: "2025-10",
      bookedPeriod: "2025-12",
      dueOn: "2025-11-20",
      openFen: 28_560,
      overdue: true,
      payerId: owner.id,
      remark: expect.stringContaining("期初 QC000001 “欠费”第 2 行"),
    }),
  );
  // the month shows them as opening, and nothing as charged
  expect((await h.importer.get(`${h.url}/periods/2026-01`)).body.figures).toMatchObject({
    openingFen: 42_840,
    receivableFen: 0,
    closingFen: 42_840,
  });
  const { body: list } = await h.importer.get(`${h.url}/periods`);
  expect(list.items[0]).toMatchObject({ period: "2026-01", receivableFen: 0, closingFen: 42_840 });
  const deposits = (await h.importer.get(`${h.url}/deposits`)).body;
  expect(deposits).toMatchObject({
    heldFen: 200_000,
    items: [{ state: "HELD", receivedOn: "2024-06-18", objectRef: "原收据 0012345", object: "DECORATION" }],
  });
  expect((await h.importer.get(`${h.url}/prepayments`)).body.balanceFen).toBe(58_000);

  const oldest = charges.find(({ period }: { period: string }) => period === "2025-10");
  const receipt = aReceipt(owner.id, [{ id: oldest.id, openFen: 28_560 }]);
  expect((await h.cashier.post(`${h.url}/receipts`, receipt)).status).toBe(201);
  app.clock.set("2026-02-02");
  const end = await closed(h, "2026-01");
  expect(end.body).toMatchObject({
    status: "CLOSED",
    figures: { openingFen: 42_840, receivableFen: 0, collectedArrearsFen: 28_560, closingFen: 14_280 },
  });
  await checkInvariants(app.db, h.projectId);
  const seal = (await h.reviewer.get(`${h.url}/period-seals`)).body.items[0];
  expect(seal.parts.map(({ name, rows }: { name: string; rows: number }) => `${name} ${rows}`)).toEqual(
    expect.arrayContaining(["应收 0", "期初应收 3", "期初应收变动 1", "期初预收变动 2"]),
  );
  expect((await verifyLedger(app.db)).find(({ projectId }) => projectId === h.projectId)).toMatchObject({
    intact: true,
  });
});

test("two imports of the same rows at once: one is posted, the other is told", async () => {
  const h = await home();
  const rows = [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)];
  const one = await uploaded(h, await openingWorkbook({ 欠费: rows }));
  const two = await uploaded(
    h,
    await openingWorkbook({ 欠费: rows, 已缴至: [[h.room.code, h.feeItem.name, "2026-02-28"]] }),
  );
  expect([one.body.faultCount, two.body.faultCount]).toEqual([0, 0]);
  const starts = await Promise.all([one, two].map(({ body }) => h.importer.post(`${h.at}/${body.id}/post`, {})));
  expect(starts.map(({ status }) => status)).toEqual([202, 202]);
  await app.drainJobs();
  const ends = await Promise.all([one, two].map(async ({ body }) => (await h.importer.get(`${h.at}/${body.id}`)).body));
  expect(ends.map(({ status }) => status).sort()).toEqual(["CHECKED", "POSTED"]);
  expect(ends.find(({ status }) => status === "CHECKED").failure).toMatch(/1 行不能入账：第 2 行（欠费.*已有应收/);
  expect((await chargesOf(h)).length).toBe(1);
  // the very same file twice at once
  const file = await openingWorkbook({ 欠费: [anArrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 50)] });
  const same = [await uploaded(h, file), await uploaded(h, file)];
  const replies = await Promise.all(same.map(({ body }) => h.importer.post(`${h.at}/${body.id}/post`, {})));
  expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
  await app.drainJobs();
  expect((await chargesOf(h)).length).toBe(2);
  await checkInvariants(app.db, h.projectId);
});

test("an import whose job ended without posting says so, is posted again or discarded", async () => {
  const h = await home();
  const stuck = async (month: string) => {
    const rows = [anArrear(h, `${month}-01`, `${month}-28`, `${month}-20`, 100)];
    const { id } = (await uploaded(h, await openingWorkbook({ 欠费: rows }))).body;
    expect((await h.importer.get(`${h.at}/${id}`)).body).toMatchObject({ status: "CHECKED", stuck: false });
    const { jobId } = (await h.importer.post(`${h.at}/${id}/post`, {})).body;
    expect((await h.importer.get(`${h.at}/${id}`)).body).toMatchObject({ status: "POSTING", stuck: false });
    expect((await h.importer.post(`${h.url}/jobs/${jobId}/cancel`)).body.status).toBe("CANCELLED");
    expect((await h.importer.get(`${h.at}/${id}`)).body).toMatchObject({ status: "POSTING", stuck: true });
    return id as string;
  };
  const again = await stuck("2025-10");
  expect((await h.importer.post(`${h.at}/${again}/post`, {})).status).toBe(202);
  expect((await h.importer.get(`${h.at}/${again}`)).body).toMatchObject({ status: "POSTING", stuck: false });
  await app.drainJobs();
  expect((await h.importer.get(`${h.at}/${again}`)).body).toMatchObject({ status: "POSTED", stuck: false });
  const away = await stuck("2025-11");
  expect((await h.importer.get(h.at)).body.items).toMatchObject([{ id: away, stuck: true }, { stuck: false }]);
  expect((await h.importer.delete(`${h.at}/${away}`)).status).toBe(204);
  await app.drainJobs();
  expect(await chargesOf(h)).toHaveLength(1);
});

test("a closed first month takes no opening balances any more", async () => {
  const h = await home();
  const staged = await uploaded(
    h,
    await openingWorkbook({ 欠费: [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)] }),
  );
  app.clock.set("2026-02-02");
  const checks = (await h.reviewer.get(`${h.url}/periods/2026-01/checklist`)).body.items;
  expect(checks).toContainEqual(
    expect.objectContaining({ key: "OPENINGS_OPEN", severity: "WARN", detail: "1 个期初或历史导入还没有入账" }),
  );
  expect((await closed(h, "2026-01")).status).toBe(200);
  const late = await h.importer.post(`${h.at}/${staged.body.id}/post`, {});
  expect([late.status, late.body.code]).toEqual([409, "PERIOD_CLOSED"]);
  expect((await h.importer.get(h.at)).body).toMatchObject({ cutOverOn: "2026-01-01", closedPeriod: "2026-01" });
});

test("what was paid through before is not billed again, a broken month by days", async () => {
  const h = await home();
  const rate = await savedRate(app, h.feeItem, { base: "FIXED" }, { unitPrice: "310" });
  await savedBinding(app, h.room, rate);
  await posted(h, { 已缴至: [[h.room.code, h.feeItem.name, "2026-02-10"]] });
  const january = await published(app, h.importer, h.projectId, { period: "2026-01" }).catch(
    (error: Error) => error.message,
  );
  expect(january).toMatch(/没有可以发布/);
  const open = (await h.reviewer.get(`${h.url}/periods/2026-01/checklist`)).body.items;
  expect(open).toContainEqual(expect.objectContaining({ key: "BINDINGS_WITHOUT_CHARGES", count: 0 }));
  app.clock.set("2026-02-15");
  await published(app, h.importer, h.projectId, { period: "2026-02" });
  expect(await chargesOf(h)).toMatchObject([
    { source: "RUN", serviceFrom: "2026-02-11", serviceTo: "2026-02-28", amountFen: 19_929 },
  ]);
  const later = await uploaded(h, await openingWorkbook({ 已缴至: [[h.room.code, h.feeItem.name, "2026-03-31"]] }));
  expect(await faultsOf(h, later.body.id)).toEqual([
    [
      2,
      expect.stringMatching(
        /已缴至 2026-03-31，但系统已出账 2026-02-11 起的费用，请先红冲；期初导入 QC000001 已登记已缴至 2026-02-10/,
      ),
    ],
  ]);
});

test("what a room had paid before covers its spaces, but none that it took since", async () => {
  const h = await home();
  const rate = await savedRate(app, h.feeItem, { base: "FIXED" }, { unitPrice: "80" });
  const [first, later] = [await savedSpace(app, h.projectId, "车位 A"), await savedSpace(app, h.projectId, "车位 B")];
  await savedBinding(app, h.room, rate, { objectId: first, startsOn: "2026-01-01" });
  await savedBinding(app, h.room, rate, { objectId: later, startsOn: "2026-02-01" });
  const money = { payerId: h.owner.id, feeItemId: h.feeItem.id, objectId: later, period: "2026-02", amountFen: 8_000 };
  await savedCharge(app, h.room, { ...money, serviceFrom: "2026-02-01", serviceTo: "2026-02-28" });
  expect(await posted(h, { 已缴至: [[h.room.code, h.feeItem.name, "2026-06-30"]] })).toMatchObject({
    status: "POSTED",
  });

  app.clock.set("2026-03-15");
  const unbilled = async () =>
    (await h.reviewer.get(`${h.url}/periods/2026-03/checklist`)).body.items.find(
      ({ key }: { key: string }) => key === "BINDINGS_WITHOUT_CHARGES",
    );
  expect(await unbilled()).toMatchObject({ count: 1, examples: [expect.stringContaining("车位 B")] });
  await published(app, h.importer, h.projectId, { period: "2026-03" });
  const charges = await chargesOf(h);
  expect(charges.map(({ objectId }: { objectId: string }) => objectId)).toEqual([later, later]);
  expect(await unbilled()).toMatchObject({ count: 0 });
});

test("what was held before is paid back like any other deposit or prepayment", async () => {
  const h = await home();
  const { url, room, refunder, projectId } = h;
  await posted(h, {
    预收: [[room.code, null, null, null, null, 80, null]],
    押金: [[room.code, null, h.depositItem.name, "0012345", "2024-06-18", 2000, null, null, "装修", null]],
  });
  const turnover = await h.reviewer.get(`${url}/prepayment-reports/turnover?from=2025-12-01&to=2025-12-31`);
  expect(turnover.body.sums).toMatchObject({ openingFen: 0, inFen: 8_000, usedFen: 0, closingFen: 8_000 });
  const clerk = await app.as(
    ["property:read", "billing:read", "billing:deposit", "billing:request-refund"],
    projectId,
    "客服丁",
  );
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], projectId, "经理戊");
  const [deposit] = (await clerk.get(`${url}/deposits`)).body.items;
  const [account] = (await clerk.get(`${url}/prepayments`)).body.items;
  const marked = { refundable: true, reason: "装修验收合格" };
  expect((await clerk.post(`${url}/deposits/${deposit.id}/refundable`, marked)).status).toBe(200);
  for (const [source, sourceId, amountFen] of [
    ["DEPOSIT", deposit.id, 200_000],
    ["PREPAYMENT", account.id, 8_000],
  ]) {
    const back = { id: randomUUID(), source, sourceId, amountFen, method: "CASH", reason: "退还业主" };
    const papers = source === "DEPOSIT" ? { originalReceipt: "RETURNED" } : {};
    const { body } = await clerk.post(`${url}/refund-requests`, { ...back, ...papers });
    expect((await approver.post(`${url}/approvals/${body.approvalId}/approve`, {})).status).toBe(200);
    expect((await refunder.post(`${url}/refund-requests/${back.id}/pay`, {})).body).toMatchObject({ status: "PAID" });
  }
  expect((await clerk.get(`${url}/deposits`)).body.heldFen).toBe(0);
  const report = `${url}/deposits/report?from=2026-01-01&to=2026-01-31`;
  expect((await clerk.get(report)).body.rows).toMatchObject([
    { openingFen: 200_000, inFen: 0, refundedFen: 200_000, closingFen: 0 },
  ]);
  await checkInvariants(app.db, projectId);
});
