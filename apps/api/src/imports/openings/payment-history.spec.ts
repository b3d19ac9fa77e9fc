import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { published, savedBinding, savedRate } from "../../billing/billing.factories.js";
import { aRestructuringCommunity } from "../../billing/restructures/restructures.factories.js";
import {
  aTakenOverProject,
  faultsOf,
  openingWorkbook,
  posted,
  postedBy,
  type TakenOver,
  uploaded,
} from "./openings.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-15"));

const paid = ({ room, feeItem }: TakenOver, from: string, to: string, on: string, due: number, got: number) =>
  [room.code, feeItem.name, "6", from, to, `${on} 10:30:00`, due, got, "李敏", null] as const;
const historyOf = async (h: TakenOver) => (await h.importer.get(`${h.url}/rooms/${h.room.id}/payment-history`)).body;

test("history is read on the room, sets the day paid through, and counts nowhere", async () => {
  const h = await aTakenOverProject(app);
  const rate = await savedRate(app, h.feeItem, { base: "FIXED" }, { unitPrice: "100" });
  await savedBinding(app, h.room, rate);
  const done = await posted(h, {
    历史缴费: [
      paid(h, "2025-01-01", "2025-06-30", "2025-01-12", 600, 600),
      paid(h, "2025-07-01", "2026-01-31", "2025-07-03", 700, 650),
    ],
  });
  expect(done).toMatchObject({
    status: "POSTED",
    counts: [{ kind: "HISTORY", count: 2, amountFen: 130_000, paidFen: 125_000 }],
  });
  expect(await historyOf(h)).toMatchObject({
    items: [
      {
        paidOn: "2025-07-03",
        toOn: "2026-01-31",
        dueFen: 70_000,
        paidFen: 65_000,
        cashier: "李敏",
        cycle: "6",
        openingNo: "QC000001",
      },
      { paidOn: "2025-01-12" },
    ],
    paidThrough: [{ feeItemName: h.feeItem.name, paidTo: "2026-01-31" }],
  });
  expect((await h.importer.get(`${h.url}/charges`)).body.items).toEqual([]);
  expect((await h.importer.get(`${h.url}/receipts`)).body.items).toEqual([]);
  app.clock.set("2026-02-15");
  await published(app, h.importer, h.projectId, { period: "2026-02" });
  expect((await h.importer.get(`${h.url}/charges`)).body.items).toMatchObject([
    { serviceFrom: "2026-02-01", amountFen: 10_000 },
  ]);
  expect((await h.reviewer.post(`${h.url}/periods/2026-01/close`, { confirm: true })).body.figures).toMatchObject({
    openingFen: 0,
    collectedFen: 0,
    closingFen: 0,
  });
  await checkInvariants(app.db, h.projectId);
});

test("bad rows are named and left out only when the user says so", async () => {
  const h = await aTakenOverProject(app);
  const { body } = await uploaded(
    h,
    await openingWorkbook({
      历史缴费: [
        paid(h, "2025-01-01", "2025-06-30", "2025-01-12", 600, 600),
        paid(h, "2025-01-01", "2025-06-30", "2025-01-12", 600, 600),
        ["9-9-9", h.feeItem.name, "1", "2025-01-01", "2025-01-31", "2025-01-05", 10, 10],
        [h.room.code, h.feeItem.name, "1", "2025-13-01", "2025-01-31", "2026-01-05", 10, "十"],
      ],
    }),
    "HISTORY",
  );
  expect(await faultsOf(h, body.id)).toEqual([
    [3, "与第 2 行重复"],
    [4, "房号“9-9-9”在本管理区不存在"],
    [5, expect.stringMatching(/不存在.*不是数字.*不早于启用日期/)],
  ]);
  expect((await h.importer.post(`${h.at}/${body.id}/post`, {})).body.code).toBe("OPENING_FAULTS");
  const done = await postedBy(h, h.importer, body.id, { skipFaults: true, setPaidThrough: false });
  expect(done).toMatchObject({ status: "POSTED", counts: [{ count: 1, faults: 3 }] });
  expect(await historyOf(h)).toMatchObject({ items: [{ dueFen: 60_000 }], paidThrough: [] });
});

test("what was paid short becomes opening arrears when the user says so", async () => {
  const h = await aTakenOverProject(app);
  await posted(
    h,
    { 历史缴费: [paid(h, "2025-07-01", "2025-12-31", "2025-07-03", 600, 550)] },
    { shortAsArrears: true },
  );
  expect((await h.importer.get(`${h.url}/charges`)).body.items).toMatchObject([
    {
      source: "OPENING",
      openFen: 5_000,
      serviceFrom: "2025-07-01",
      dueOn: "2025-12-31",
      remark: expect.stringContaining("差额"),
    },
  ]);
  expect((await h.importer.get(`${h.url}/periods/2026-01`)).body.figures).toMatchObject({ openingFen: 5_000 });
  await checkInvariants(app.db, h.projectId);
  // a difference that runs into the new system cannot
  const { body } = await uploaded(
    h,
    await openingWorkbook({ 历史缴费: [paid(h, "2026-01-01", "2026-06-30", "2025-12-30", 600, 1)] }),
    "HISTORY",
  );
  const failed = await postedBy(h, h.importer, body.id, { shortAsArrears: true });
  expect(failed).toMatchObject({ status: "CHECKED", failure: expect.stringContaining("不早于启用日期") });
  expect(await postedBy(h, h.importer, body.id)).toMatchObject({ status: "POSTED", failure: null });
});

test("what only the way of posting puts against the ledger names the way out", async () => {
  const h = await aTakenOverProject(app);
  const rate = await savedRate(app, h.feeItem, { base: "FIXED" }, { unitPrice: "100" });
  await savedBinding(app, h.room, rate);
  await published(app, h.importer, h.projectId, { period: "2026-01" });
  const file = await openingWorkbook({ 历史缴费: [paid(h, "2025-02-01", "2026-01-31", "2025-02-03", 1_200, 1_200)] });
  const { body } = await uploaded(h, file, "HISTORY");
  expect(body.faultCount).toBe(0);
  const failed = await postedBy(h, h.importer, body.id);
  expect(failed).toMatchObject({
    status: "CHECKED",
    failure: expect.stringMatching(
      /^按所选办法 1 行不能入账：第 2 行.*已出账 2026-01-01 起的费用.*；请先红冲这些应收，或取消“登记已缴至”后再入账$/,
    ),
  });
  expect(await postedBy(h, h.importer, body.id, { setPaidThrough: false })).toMatchObject({ status: "POSTED" });
});

test("the parts of a split room are billed after the day the room was paid through before", async () => {
  const { projectId, at, clerk, feeItem, room, splitOf, carriedOut } = await aRestructuringCommunity(app);
  const old = await room({ code: "1-101" });
  const content = await openingWorkbook({ 已缴至: [[old.code, feeItem.name, "2026-02-10"]] });
  const { body } = await clerk.upload(`${at}/openings?kind=BALANCE`, { name: "已缴至.xlsx", content });
  expect((await clerk.post(`${at}/openings/${body.id}/post`, {})).status).toBe(202);
  await app.drainJobs();
  const { newRooms } = await carriedOut(await splitOf(old.id, "2026-01-10"));
  app.clock.set("2026-02-15");
  await published(app, clerk, projectId, { period: "2026-02" });
  const { items } = (await clerk.get(`${at}/charges?pageSize=50`)).body;
  expect(items.map(({ roomId }: { roomId: string }) => roomId).sort()).toEqual(
    newRooms.map(({ id }: { id: string }) => id).sort(),
  );
  expect(items).toMatchObject([{ serviceFrom: "2026-02-11" }, { serviceFrom: "2026-02-11" }]);
  const back = await clerk.post(`${at}/openings/${body.id}/reverse`, { reason: "清单拿错了" });
  expect([back.status, back.body.code]).toEqual([409, "OPENING_IN_USE"]);
  expect(back.body.detail).toContain("1-101 已拆分或合并");
});

test("many rows, are checked and posted together", async () => {
  const h = await aTakenOverProject(app);
  const days = Array.from({ length: 600 }, (_, index) =>
    new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const content = await openingWorkbook({ 历史缴费: days.map((day) => paid(h, day, day, day, 2, 1)) });
  const { body } = await uploaded(h, content, "HISTORY");
  expect(body).toMatchObject({ rowCount: 600, faultCount: 0 });
  const done = await postedBy(h, h.importer, body.id, { shortAsArrears: true });
  expect(done).toMatchObject({ status: "POSTED", failure: null });
  const [{ count }] = await app.db.query(
    "SELECT count(*)::int AS count FROM charge WHERE project_id = $1 AND source = 'OPENING'",
    [h.projectId],
  );
  expect(count).toBe(600);
});
