import { randomUUID } from "node:crypto";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { savedBuilding } from "../../property/property.factories.js";
import { published, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

/** 调整与红冲明细表 over HTTP (3.13, BIL-112): what people take back by hand, and that it adds up to the month report. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

type Row = Record<string, string | number | null>;
interface Report {
  items: Row[];
  totals: Row;
  columns: { key: string; title: string }[];
}
interface Place {
  url: string;
  reviewer: TestClient;
}

const ask = async ({ url, reviewer }: Place, report: string, query: string): Promise<Report> => {
  const { status, body } = await reviewer.get(`${url}/billing-reports/${report}?pageSize=200&${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Report;
};

describe("what was taken back or adjusted (3.13)", () => {
  const march = "fromPeriod=2026-03&toPeriod=2026-03";

  test("every way of taking a charge back stands with its source, reason and persons, and adds up to the month's report", async () => {
    const desk = await aLateFeeDesk(app);
    const { url, projectId, reviewer, owner } = desk;
    const corrector = await app.as(["billing:read", "billing:collect", "billing:reverse"], projectId, "财务戊");
    app.clock.set("2026-03-10");
    const overdue = await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
    await desk.manager.post(`${url}/late-fees/freeze`, { chargeIds: [overdue.id] });
    const early = aReceipt(owner.id, [{ id: overdue.id, openFen: 100_000 }], { bookedOn: "2026-03-04" });
    expect((await corrector.post(`${url}/receipts`, early)).status).toBe(201);

    app.clock.set("2026-03-12");
    const other = await savedFeeItem(app, projectId, { name: "车位管理费" });
    const byHand = await desk.charged(7_000, "2026-03", { feeItemId: other.id });
    const reversed = await reviewer.post(`${url}/charges/${byHand.id}/reverse`, { reason: "更正 重复登记" });
    expect(reversed.status).toBe(204);

    app.clock.set("2026-03-13");
    const wrong = await desk.charged(30_000);
    await desk.cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong]));
    const correction = { id: randomUUID(), amountFen: 35_000, difference: "PREPAYMENT", reason: "抄错读数" };
    expect((await corrector.post(`${url}/charges/${wrong.id}/correction`, correction)).status).toBe(201);

    app.clock.set("2026-03-14");
    const lost = await desk.charged(4_000, "2026-03", { dueOn: "2026-03-13" });
    const asker = await app.as(["property:read", "billing:read", "billing:write-off"], projectId, "财务甲");
    const director = await app.as(
      ["property:read", "billing:read", "billing:write-off", "billing:approve-write-off"],
      projectId,
      "总经理",
    );
    const lines = [{ chargeId: lost.id, amountFen: 3_000 }];
    const loss = { id: randomUUID(), reasonCode: "UNREACHABLE", reason: "业主失联三年，多次上门无人", lines };
    const { body: asked } = await asker.post(`${url}/write-offs`, loss);
    expect((await director.post(`${url}/approvals/${asked.approvalId}/approve`, {})).status).toBe(200);
    const recovered = { id: randomUUID(), lines: [{ chargeId: lost.id, amountFen: 500 }] };
    const paidBack = { ...recovered, methods: [{ method: "CASH", tenderedFen: 500 }] };
    expect((await desk.cashier.post(`${url}/write-offs/${asked.id}/recoveries`, paidBack)).status).toBe(200);

    const report = await ask(desk, "ADJUSTMENTS", march);
    const place = { roomCode: desk.room.code, customerName: owner.name };
    const decided = { requestedByName: "财务甲", decidedByName: "总经理" };
    expect(report.items).toMatchObject([
      { ...place, source: "LATE_FEE", chargedFen: 500, adjustedFen: -300, personName: "财务戊" },
      // whatever its reason sounds like
      { source: "HAND", chargeId: byHand.id, reason: "更正 重复登记", adjustedFen: -7_000, personName: "财务乙" },
      { source: "CORRECTION", chargeId: wrong.id, period: "2026-03", adjustedFen: -30_000, bookedOn: "2026-03-13" },
      { ...decided, source: "WRITE_OFF", chargedFen: 4_000, adjustedFen: -3_000 },
      { ...decided, source: "RECOVERY", adjustedFen: 500 },
    ]);
    expect(report.totals["adjustedFen"]).toBe(-39_800);
    const month = async (query = "") => (await ask(desk, "MONTH", `${march}${query}`)).totals["adjustedFen"];
    expect(await month()).toBe(-39_800);
    const elsewhere = await savedBuilding(app, projectId, { name: "9栋" });
    const narrowed = { feeItemId: [other.id, -7_000], buildingId: [elsewhere.id, null] } as const;
    for (const [name, [id, fen]] of Object.entries(narrowed)) {
      const query = `${march}&${name}=${id}`;
      expect((await ask(desk, "ADJUSTMENTS", query)).totals["adjustedFen"]).toBe(fen);
      expect(await month(`&${name}=${id}`)).toBe(fen);
    }
    const { columns } = await ask(desk, "MONTH", march);
    expect(columns).toContainEqual(expect.objectContaining({ key: "adjustedFen", drill: "ADJUSTMENTS" }));
    expect((await ask(desk, "ADJUSTMENTS", "fromPeriod=2026-02&toPeriod=2026-02")).items).toEqual([]);
  });

  test("a run that was taken back, each of its charges; what is billed ahead counts in the month it is booked in", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    const { url, projectId, room, feeItem, reviewer } = desk;
    app.clock.set("2026-03-10");
    const { id, feeItemId } = await savedRate(app, feeItem);
    await savedBinding(app, room, { id, feeItemId });
    const runner = await app.as(
      ["billing:read", "billing:run", "billing:publish", "billing:reverse-run"],
      projectId,
      "财务己",
    );
    const run = await published(app, runner, projectId, { period: "2026-03" });
    expect((await runner.post(`${url}/runs/${run.id}/reverse`, { reason: "单价有误" })).status).toBe(202);
    await app.drainJobs();
    const ahead = await desk.charged(600, "2026-04");
    await reviewer.post(`${url}/charges/${ahead.id}/reverse`, { reason: "不再续租" });

    const sums = { MONTH: [] as unknown[], ADJUSTMENTS: [] as unknown[] };
    for (const months of [march, "fromPeriod=2026-04&toPeriod=2026-04", "fromPeriod=2026-03&toPeriod=2026-04"])
      for (const report of ["MONTH", "ADJUSTMENTS"] as const)
        sums[report].push((await ask(desk, report, months)).totals["adjustedFen"]);
    expect(sums.ADJUSTMENTS).toEqual([-run.amountFen, -600, -run.amountFen - 600]);
    expect(sums.MONTH).toEqual(sums.ADJUSTMENTS);
    expect((await ask(desk, "ADJUSTMENTS", march)).items).toMatchObject([
      { source: "RUN", reason: "单价有误", personName: "财务己", countsIn: "2026-03" },
    ]);
  });
});
