import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedBinding, savedRate, published } from "../../billing/billing.factories.js";
import { aReceipt } from "../../billing/receipts.factories.js";
import { verifyLedger } from "../../billing/seals/verify-ledger.js";
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

const home = () => aTakenOverProject(app);
const arrear = ({ room, feeItem }: TakenOver, from: string, to: string, due: string, yuan: number | string) => [
  room.code,
  null,
  feeItem.name,
  from,
  to,
  due,
  yuan,
  null,
  null,
  null,
];
const close = (h: TakenOver, period: string) => h.reviewer.post(`${h.url}/periods/${period}/close`, { confirm: true });
const chargesOf = async (h: TakenOver) => (await h.importer.get(`${h.url}/charges`)).body.items;

describe("opening balances", () => {
  test("arrears, prepayments and deposits stand in the ledger as opening, are paid at the desk, and the month ties out", async () => {
    const h = await home();
    const { room, feeItem, depositItem, owner } = h;
    const done = await posted(h, {
      欠费: [
        arrear(h, "2025-10-01", "2025-11-30", "2025-11-20", 285.6),
        arrear(h, "2025-12-01", "2025-12-31", "2026-01-20", "142.80"),
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
    expect(list.items[0].figures ?? list.items[0]).toMatchObject({ openingFen: 42_840 });
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
    const closed = await close(h, "2026-01");
    expect(closed.body).toMatchObject({
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

  test("every wrong row says why; nothing is written until the file is right", async () => {
    const h = await home();
    const { room, feeItem, depositItem } = h;
    const bad = await openingWorkbook({
      欠费: [
        arrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 100),
        ["9-9-999", null, feeItem.name, "2025-10-01", "2025-10-31", null, 100],
        [room.code, null, "没有的项目", "2025-10-01", "2025-10-31", null, 100],
        arrear(h, "2025-12-01", "2026-01-31", "2026-01-20", 100),
        arrear(h, "2025-02-01", "2025-02-31", "2025-02-20", 100),
        arrear(h, "2025-09-30", "2025-09-01", "2025-09-20", 0),
        arrear(h, "2025-10-15", "2025-11-15", "2025-10-20", "一百"),
        arrear(h, "2025-10-20", "2025-11-15", "2025-10-20", 50),
        [room.code, null, depositItem.name, "2025-10-01", "2025-10-31", null, 100],
        [room.code, null, feeItem.name, "2025-08-01", "2025-08-31", null, 100, "查无此人", null, null],
        [room.code, null, feeItem.name, "２０２５-07-01", "2025-07-31", null, "１００", null, null, "😀"],
        arrear(h, "2025-06-01", "2025-06-30", "2023-06-20", 100),
        arrear(h, "2025-05-01", "2025-05-31", "2025-05-20", 1.234),
      ],
      押金: [[room.code, null, feeItem.name, null, "2026-01-02", 10]],
      已缴至: [
        [room.code, depositItem.name, "2026-03-31"],
        [room.code, feeItem.name, null],
      ],
    });
    const { status, body } = await uploaded(h, bad);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "CHECKED", rowCount: 16, faultCount: 15, openingNo: null });
    const faults = await faultsOf(h, body.id);
    const expected: [number, RegExp][] = [
      [3, /房号“9-9-999”在本管理区不存在/],
      [4, /收费项目“没有的项目”不存在/],
      [5, /不早于启用日期 2026-01-01/],
      [6, /日期 2025-02-31 不存在/],
      [7, /费用止 2025-09-01 早于费用起 2025-09-30；金额须大于 0/],
      [8, /“一百”不是数字/],
      [9, /费用起止与第 2 行有重叠/],
      [10, /押金不是欠费/],
      [11, /客户“查无此人”不存在/],
      [12, /表情/],
      [13, /相差一年以上/],
      [14, /最多 2 位小数/],
      [2, /不是押金项目；收取日期 2026-01-02 不早于启用日期/],
      [2, /是押金项目，只有常规和租赁项目/],
      [3, /缺少已缴至/],
    ];
    expect(faults).toHaveLength(expected.length);
    expected.forEach(([rowNo, words], index) => {
      expect(faults[index]![0]).toBe(rowNo);
      expect(faults[index]![1]).toMatch(words);
    });
    const refused = await h.importer.post(`${h.at}/${body.id}/post`, {});
    expect([refused.status, refused.body.code]).toEqual([409, "OPENING_FAULTS"]);
    expect(await chargesOf(h)).toEqual([]);
    expect((await h.importer.delete(`${h.at}/${body.id}`)).status).toBe(204);
    expect((await h.importer.get(`${h.at}/${body.id}`)).status).toBe(404);
  });

  test("the same file is posted once, the same rows in another file are refused row by row", async () => {
    const h = await home();
    const rows = [arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)];
    const file = await openingWorkbook({ 欠费: rows, 预收: [[h.room.code, null, null, null, null, 500]] });
    const first = await uploaded(h, file);
    await postedBy(h, h.importer, first.body.id);
    const again = await uploaded(h, file);
    expect([again.status, again.body.code]).toEqual([409, "OPENING_SAME_FILE"]);
    const other = await uploaded(
      h,
      await openingWorkbook({
        欠费: [...rows, arrear(h, "2025-12-01", "2025-12-31", "2025-12-20", 1)],
        预收: [[h.room.code, null, null, null, null, 500]],
      }),
    );
    expect((await faultsOf(h, other.body.id)).map(([rowNo, fault]) => [rowNo, fault])).toEqual([
      [2, expect.stringContaining("这段费用已有应收（2025-11-01 至 2025-11-30）")],
      [2, "这个账户已有期初预收"],
    ]);
    expect((await chargesOf(h)).length).toBe(1);
  });

  test("two imports of the same rows at once: one is posted, the other is told", async () => {
    const h = await home();
    const rows = [arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)];
    const one = await uploaded(h, await openingWorkbook({ 欠费: rows }));
    const two = await uploaded(
      h,
      await openingWorkbook({ 欠费: rows, 已缴至: [[h.room.code, h.feeItem.name, "2026-02-28"]] }),
    );
    expect([one.body.faultCount, two.body.faultCount]).toEqual([0, 0]);
    const starts = await Promise.all([one, two].map(({ body }) => h.importer.post(`${h.at}/${body.id}/post`, {})));
    expect(starts.map(({ status }) => status)).toEqual([202, 202]);
    await app.drainJobs();
    const ends = await Promise.all(
      [one, two].map(async ({ body }) => (await h.importer.get(`${h.at}/${body.id}`)).body),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(["CHECKED", "POSTED"]);
    expect(ends.find(({ status }) => status === "CHECKED").failure).toMatch(/1 行不能入账：第 2 行（欠费.*已有应收/);
    expect((await chargesOf(h)).length).toBe(1);
    // the very same file twice at once
    const file = await openingWorkbook({ 欠费: [arrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 50)] });
    const same = [await uploaded(h, file), await uploaded(h, file)];
    const replies = await Promise.all(same.map(({ body }) => h.importer.post(`${h.at}/${body.id}/post`, {})));
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
    await app.drainJobs();
    expect((await chargesOf(h)).length).toBe(2);
    await checkInvariants(app.db, h.projectId);
  });

  test("a closed first month takes no opening balances any more", async () => {
    const h = await home();
    const staged = await uploaded(
      h,
      await openingWorkbook({ 欠费: [arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)] }),
    );
    app.clock.set("2026-02-02");
    const checks = (await h.reviewer.get(`${h.url}/periods/2026-01/checklist`)).body.items;
    expect(checks).toContainEqual(
      expect.objectContaining({ key: "OPENINGS_OPEN", severity: "WARN", detail: "1 个期初或历史导入还没有入账" }),
    );
    expect((await close(h, "2026-01")).status).toBe(200);
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
      [2, expect.stringMatching(/已登记已缴至 2026-02-10；已缴至 2026-03-31，但系统已出账 2026-02-11/)],
    ]);
  });
});

describe("taking an import back", () => {
  test("whole, while nothing hangs on it; the month shows nothing of it, and the file can come again", async () => {
    const h = await home();
    const file = await openingWorkbook({
      欠费: [arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)],
      预收: [[h.room.code, null, null, null, null, 500]],
      押金: [[h.room.code, null, h.depositItem.name, null, "2024-06-18", 2000]],
      已缴至: [[h.room.code, h.feeItem.name, "2026-02-28"]],
    });
    const { body } = await uploaded(h, file);
    await postedBy(h, h.importer, body.id);
    const back = await h.importer.post(`${h.at}/${body.id}/reverse`, { reason: "清单拿错了" });
    expect(back).toMatchObject({ status: 200, body: { status: "REVERSED", reversalReason: "清单拿错了" } });
    expect((await h.importer.get(`${h.url}/periods/2026-01`)).body.figures).toMatchObject({
      openingFen: 0,
      closingFen: 0,
    });
    expect((await h.importer.get(`${h.url}/prepayments`)).body.balanceFen).toBe(0);
    expect((await h.importer.get(`${h.url}/deposits`)).body).toMatchObject({
      heldFen: 0,
      items: [{ state: "CANCELLED" }],
    });
    await checkInvariants(app.db, h.projectId);
    const again = await uploaded(h, file);
    expect(again.body.faultCount).toBe(0);
    expect(await postedBy(h, h.importer, again.body.id)).toMatchObject({ status: "POSTED", openingNo: "QC000002" });
    app.clock.set("2026-02-02");
    expect((await close(h, "2026-01")).body.figures).toMatchObject({ openingFen: 10_000, adjustedFen: undefined });
    await checkInvariants(app.db, h.projectId);
    const late = await h.importer.post(`${h.at}/${again.body.id}/reverse`, { reason: "太晚了" });
    expect([late.status, late.body.code]).toEqual([409, "PERIOD_CLOSED"]);
  });

  test("not once something was paid, or drawn, naming the rooms", async () => {
    const h = await home();
    const done = await posted(h, {
      欠费: [arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)],
      预收: [[h.room.code, null, null, null, null, 500]],
    });
    const [charge] = await chargesOf(h);
    const part = aReceipt(h.owner.id, [{ id: charge.id, openFen: 4_000 }], {
      prepayment: { roomId: h.room.id, amountFen: 100 },
    });
    expect((await h.cashier.post(`${h.url}/receipts`, part)).status).toBe(201);
    const back = await h.importer.post(`${h.at}/${done.id}/reverse`, { reason: "清单拿错了" });
    expect([back.status, back.body.code]).toEqual([409, "OPENING_IN_USE"]);
    expect(back.body.detail).toContain(`${h.room.code} 的欠费已收款、冲抵或调整`);
    expect(back.body.detail).toContain("预收账户之后有变动");
    expect((await h.importer.get(`${h.at}/${done.id}`)).body.status).toBe("POSTED");
  });
});

describe("tie-out to the old list", () => {
  test("total rows and typed figures against what was imported, down to the rows, signed by somebody else", async () => {
    const h = await home();
    const { room, feeItem } = h;
    const [building] = await app.db.query("SELECT id, name FROM building WHERE project_id = $1", [h.projectId]);
    const done = await posted(h, {
      欠费: [
        arrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 100),
        arrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100),
        ["合计", building.name, feeItem.name, null, null, null, "200.00"],
        ["合计", null, null, null, null, null, 230.5],
      ],
    });
    expect(done.rowCount).toBe(2);
    const tieOut = async () => (await h.importer.get(`${h.at}/${done.id}/tie-out`)).body;
    expect(await tieOut()).toMatchObject({
      differences: 1,
      comparisons: expect.arrayContaining([
        expect.objectContaining({
          source: "FILE",
          buildingName: building.name,
          expectedFen: 20_000,
          importedFen: 20_000,
          differenceFen: 0,
        }),
        expect.objectContaining({
          source: "FILE",
          feeItemId: null,
          expectedFen: 23_050,
          differenceFen: -3_050,
          importedCount: 2,
        }),
      ]),
      sums: [{ kind: "ARREARS", feeItemName: feeItem.name, buildingName: building.name, count: 2, amountFen: 20_000 }],
    });
    const totals = [{ kind: "ARREARS", feeItemId: feeItem.id, buildingId: null, expectedFen: 20_000 }];
    const saved = await h.importer.put(`${h.at}/${done.id}/totals`, { totals });
    expect(saved.body.comparisons).toContainEqual(expect.objectContaining({ source: "TYPED", differenceFen: 0 }));
    expect((await h.importer.put(`${h.at}/${done.id}/totals`, { totals: [...totals, ...totals] })).body.code).toBe(
      "OPENING_TOTAL_TWICE",
    );
    const rows = (
      await h.importer.get(
        `${h.at}/${done.id}/rows?kind=ARREARS&feeItemId=${feeItem.id}&buildingId=${building.id}&q=${room.code}`,
      )
    ).body;
    expect(rows.items).toMatchObject([{ rowNo: 2, chargeId: expect.any(String) }, { rowNo: 3 }]);
    expect((await h.importer.get(`${h.at}/${done.id}/tie-out.pdf`)).raw.subarray(0, 4).toString()).toBe("%PDF");

    const asked = await h.importer.post(`${h.at}/${done.id}/sign`, { reason: "与 2025 年末清单核对" });
    expect(asked.body).toMatchObject({ sign: "PENDING" });
    expect((await h.importer.put(`${h.at}/${done.id}/totals`, { totals: [] })).body.code).toBe("OPENING_SIGNED");
    const both = await app.as(
      ["property:read", "billing:read", "billing:openings", "billing:approve-opening"],
      h.projectId,
    );
    expect((await both.post(`${h.url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
    expect((await h.importer.get(`${h.at}/${done.id}`)).body).toMatchObject({
      sign: "SIGNED",
      signedAt: expect.any(String),
    });
    const back = await h.importer.post(`${h.at}/${done.id}/reverse`, { reason: "清单拿错了" });
    expect([back.status, back.body.code]).toEqual([409, "OPENING_SIGNED"]);
  });

  test("nobody signs his own import; a refused signature can be asked for again", async () => {
    const h = await home();
    const both = await app.as(
      ["property:read", "billing:read", "billing:openings", "billing:approve-opening"],
      h.projectId,
    );
    const { body } = await uploaded(h, await openingWorkbook({ 预收: [[h.room.code, null, null, null, null, 5]] }));
    await postedBy(h, both, body.id);
    const asked = await h.importer.post(`${h.at}/${body.id}/sign`, { reason: "请核对" });
    const own = await both.post(`${h.url}/approvals/${asked.body.approvalId}/approve`, {});
    expect([own.status, own.body.code]).toEqual([403, "SAME_PERSON"]);
    await h.signer.post(`${h.url}/approvals/${asked.body.approvalId}/reject`, { reason: "少一栋" });
    expect((await h.importer.get(`${h.at}/${body.id}`)).body.sign).toBe("REFUSED");
    expect((await h.importer.post(`${h.at}/${body.id}/sign`, { reason: "已补上" })).body.sign).toBe("PENDING");
  });
});

test("rights, other projects and files that are none", async () => {
  const [h, other] = [await home(), await home()];
  const { body } = await uploaded(h, await openingWorkbook({ 预收: [[h.room.code, null, null, null, null, 5]] }));
  expect((await other.importer.get(`${other.at}/${body.id}`)).status).toBe(404);
  expect((await other.importer.post(`${other.at}/${body.id}/post`, {})).status).toBe(404);
  expect((await h.cashier.post(`${h.at}/${body.id}/post`, {})).status).toBe(403);
  expect((await h.importer.post(`${h.at}/${body.id}/post`, { unknown: 1 })).status).toBe(400);
  expect((await uploaded(h, Buffer.from("<html></html>"))).body.code).toBe("WEB_PAGE");
  expect((await uploaded(h, await openingWorkbook({ 历史缴费: [] }))).body.code).toBe("OPENING_NO_SHEET");
  expect(
    (await uploaded(h, await openingWorkbook({ 欠费: [["合计", "没有的楼", null, null, null, null, 5]] }))).body,
  ).toMatchObject({
    code: "OPENING_TOTAL_ROW",
    detail: "“欠费”第 2 行（合计行）：楼栋“没有的楼”不存在",
  });
  const empty = await uploaded(h, await openingWorkbook({ 欠费: [] }));
  expect((await h.importer.post(`${h.at}/${empty.body.id}/post`, {})).body.code).toBe("OPENING_EMPTY");
  const template = await h.importer.get(`${h.at}/template?kind=BALANCE`);
  expect(template.status).toBe(200);
  expect((await uploaded(h, template.raw)).body).toMatchObject({ rowCount: 0, otherSheets: [] });
});
