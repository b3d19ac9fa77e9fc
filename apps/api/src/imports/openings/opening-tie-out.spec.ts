import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aChannel } from "../../billing/online/online.factories.js";
import { aPlan } from "../../billing/payment-plans/payment-plans.factories.js";
import { savedFeeItem } from "../../billing/billing.factories.js";
import { aReceipt } from "../../billing/receipts.factories.js";
import { newId } from "../../common/ids.js";
import { readPages } from "../../prints/pdf-text.factories.js";
import {
  anArrear,
  aTakenOverProject,
  chargesOf,
  closed,
  faultsOf,
  openingWorkbook,
  posted,
  postedBy,
  uploaded,
} from "./openings.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-15"));

const home = () => aTakenOverProject(app);

describe("tie-out to the old list", () => {
  test("total rows and typed figures against what was imported, down to the rows, signed by somebody else", async () => {
    const h = await home();
    const { room, feeItem } = h;
    const [building] = await app.db.query("SELECT id, name FROM building WHERE project_id = $1", [h.projectId]);
    const done = await posted(h, {
      欠费: [
        anArrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 100),
        anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100),
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

test("the paper that is signed has the days of the project's time zone", async () => {
  const h = await home();
  app.clock.set("2026-01-15T17:30:00Z");
  const done = await posted(h, { 预收: [[h.room.code, null, null, null, null, 5]] });
  const asked = await h.importer.post(`${h.at}/${done.id}/sign`, { reason: "请核对" });
  expect((await h.signer.post(`${h.url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  const [page] = await readPages((await h.importer.get(`${h.at}/${done.id}/tie-out.pdf`)).raw);
  expect(page!.text).toContain("导入员2026-01-16");
  expect(page!.text).toContain("财务经理2026-01-16");
});

describe("taking an import back", () => {
  test("whole, while nothing hangs on it; the month shows nothing of it, and the file can come again", async () => {
    const h = await home();
    const file = await openingWorkbook({
      欠费: [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)],
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
    expect((await closed(h, "2026-01")).body.figures).toMatchObject({ openingFen: 10_000, closingFen: 10_000 });
    await checkInvariants(app.db, h.projectId);
    const late = await h.importer.post(`${h.at}/${again.body.id}/reverse`, { reason: "太晚了" });
    expect([late.status, late.body.code]).toEqual([409, "PERIOD_CLOSED"]);
  });

  test("not once something was paid, or drawn, naming the rooms", async () => {
    const h = await home();
    const done = await posted(h, {
      欠费: [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)],
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

  test("not while its arrears are planned, dunned, promised, sued for or asked for online", async () => {
    const h = await home();
    const done = await posted(h, { 欠费: [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)] });
    const [charge] = await chargesOf(h);
    const reverse = async () => {
      const { body } = await h.importer.post(`${h.at}/${done.id}/reverse`, { reason: "清单拿错了" });
      return body.details?.rows ?? body.status;
    };
    const clerk = await app.as(["property:read", "billing:read", "billing:dun"], h.projectId, "客服李");
    const household = `${h.url}/dunning-cases/${h.room.id}/${h.owner.id}`;
    const call = { id: newId(), channel: "PHONE", onDay: "2026-01-14", text: "催缴", how: "SPOKEN", recipient: "本人" };
    const promise = { id: newId(), madeOn: "2026-01-14", payBy: "2026-02-01", amountFen: 5_000, form: "SPOKEN" };
    expect((await clerk.post(`${household}/steps`, call)).status).toBe(204);
    expect((await clerk.post(`${household}/promises`, { ...promise, promisedBy: "本人" })).status).toBe(204);
    expect(await reverse()).toEqual([`${h.room.code} 的欠费已催缴`, `${h.room.code} 的欠费登记过缴费承诺`]);
    // what was written down by mistake does not count
    const reason = { reason: "登记到别户了" };
    const [step] = (await clerk.get(household)).body.history;
    expect((await clerk.post(`${h.url}/dunning-steps/${step.id}/void`, reason)).status).toBe(204);
    expect((await clerk.post(`${h.url}/dunning-promises/${promise.id}/void`, reason)).status).toBe(204);

    const lawsuit = { id: newId(), filedOn: "2026-01-15", forum: "历下区人民法院", docketNo: null };
    expect((await clerk.post(`${household}/lawsuits`, lawsuit)).status).toBe(204);
    const finance = await app.asRole("FINANCE_REVIEWER", h.projectId);
    const channel = (await finance.post(`${h.url}/online-channels`, aChannel())).body;
    const order = { id: newId(), channelId: channel.id, payerId: h.owner.id, chargeIds: [charge.id] };
    // nobody listens there; the order waits
    await h.cashier.post(`${h.url}/online-orders`, order);
    const manager = await app.as(["billing:read", "billing:waive"], h.projectId, "收费主管");
    const plan = aPlan([charge], [["2026-02-28", 10_000]]);
    expect((await manager.post(`${h.url}/payment-plans`, plan)).status).toBe(201);
    expect(await reverse()).toEqual([
      `${h.room.code} 的欠费在分期计划内`,
      `${h.room.code} 的欠费已起诉或仲裁`,
      `${h.room.code} 的欠费有线上订单`,
    ]);
  });
});

test("money collected for others before: to be remitted, tied out without a building, taken back only while none of it was", async () => {
  const h = await home();
  const water = await savedFeeItem(app, h.projectId, { name: "代收水费", collectedForOthers: true });
  const sheet = (yuan: number) => ({
    代收未解缴: [
      [water.name, yuan, null],
      ["合计", yuan, null],
    ],
  });
  const finance = await app.as(["billing:read", "billing:remit"], h.projectId);
  const toRemit = async () => (await finance.get(`${h.url}/remittances/items`)).body.items[0];
  const own = await uploaded(h, await openingWorkbook({ 代收未解缴: [[h.feeItem.name, 5, null]] }));
  expect(await faultsOf(h, own.body.id)).toEqual([[2, expect.stringContaining("不是代收代付项目")]]);

  const csv = Buffer.from(`收费项目,代收未解缴金额\n${water.name},12.30\n`);
  const named = await uploaded(h, csv, "BALANCE", "代收未解缴-2025 年末.csv");
  expect(named.body).toMatchObject({ rowCount: 1, faultCount: 0, counts: [{ kind: "COLLECTED", amountFen: 1_230 }] });
  expect((await uploaded(h, csv, "BALANCE", "清单.csv")).body.code).toBe("OPENING_NO_SHEET");

  const first = await posted(h, sheet(800));
  expect(await toRemit()).toMatchObject({ openingFen: 80_000, collectedFen: 0, toRemitFen: 80_000 });
  expect((await h.importer.get(`${h.at}/${first.id}/tie-out`)).body).toMatchObject({
    comparisons: [{ kind: "COLLECTED", expectedFen: 80_000, differenceFen: 0 }],
    sums: [{ kind: "COLLECTED", feeItemName: "代收水费", buildingId: null, amountFen: 80_000 }],
  });
  const again = await uploaded(h, await openingWorkbook(sheet(900)));
  expect(await faultsOf(h, again.body.id)).toEqual([[2, expect.stringContaining("QC000001 入账")]]);
  const days = "from=2026-01-01&to=2026-01-15";
  const report = (await finance.get(`${h.url}/billing-reports/REMITTANCES?${days}`)).body;
  expect(report.items).toMatchObject([{ openingFen: 80_000, toRemitFen: 80_000 }]);

  const remittance = { id: newId(), feeItemId: water.id, bookedOn: "2026-01-15", amountFen: 50_000, slipNo: "YH-1" };
  expect((await finance.post(`${h.url}/remittances`, { ...remittance, method: "TRANSFER" })).status).toBe(201);
  const back = () => h.importer.post(`${h.at}/${first.id}/reverse`, { reason: "清单拿错了" });
  expect((await back()).body).toMatchObject({ code: "OPENING_IN_USE", detail: expect.stringContaining("登记过解缴") });
  const red = { id: newId(), reason: "付错了单位" };
  expect((await finance.post(`${h.url}/remittances/${remittance.id}/reverse`, red)).status).toBe(200);
  expect((await back()).status).toBe(200);
  expect(await toRemit()).toMatchObject({ openingFen: 0, toRemitFen: 0 });
  await checkInvariants(app.db, h.projectId);
});
