import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aReceipt, type Desk } from "../receipts.factories.js";
import { aLateFeeDesk } from "./late-fees.factories.js";

/** Late fees are computed on view and booked at a payment (late-fees.spec), a printed notice and the close (BIL-52). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const overdue = (desk: Desk, amountFen = 100_000) => desk.charged(amountFen, "2026-02", { dueOn: "2026-02-28" });
const booked = (desk: Desk) =>
  app.db.query(
    `SELECT amount_fen AS "amountFen", service_from AS "from", service_to AS "to", booked_period AS period
       FROM charge WHERE project_id = $1 AND source = 'LATE_FEE' ORDER BY id`,
    [desk.projectId],
  );
const notice = async (desk: Desk, period = "2026-03") =>
  (await desk.cashier.get(`${desk.url}/notices/print-data?period=${period}`)).body.items[0];
const print = (desk: Desk, more: object = {}) =>
  desk.cashier.post(`${desk.url}/notices/print`, { period: "2026-03", ...more });
const close = (desk: Desk, period: string) =>
  desk.reviewer.post(`${desk.url}/periods/${period}/close`, { confirm: true });

describe("on a notice", () => {
  test("what accrued is shown with its rate and day, in the sums of list and print; looking books nothing", async () => {
    const desk = await aLateFeeDesk(app);
    await overdue(desk);
    // 10 days × 1000.00 × 0.05 % = 5.00
    expect(await notice(desk)).toMatchObject({
      lateFee: { amountFen: 500, rule: expect.stringContaining("每日 0.05%"), asOf: "2026-03-10" },
      totals: { arrearsFen: 100_000, currentFen: 0, lateFeeFen: 500, payableFen: 100_500 },
    });
    const list = (await desk.cashier.get(`${desk.url}/notices?period=2026-03`)).body;
    expect(list.items).toMatchObject([{ lateFeeFen: 500, payableFen: 100_500 }]);
    const totals = (await desk.cashier.get(`${desk.url}/notices/totals?period=2026-03`)).body;
    expect(totals).toMatchObject({ lateFeeFen: 500, payableFen: 100_500 });
    await desk.cashier.get(`${desk.url}/notices/pdf?period=2026-03`);
    expect(await booked(desk)).toEqual([]);
  });

  test("printed, it is booked once, also by two at once; later days begin the day after", async () => {
    const desk = await aLateFeeDesk(app);
    await overdue(desk);
    const prints = await Promise.all([print(desk), print(desk)]);
    expect(prints.map(({ status }) => status)).toEqual([200, 200]);
    const first = { amountFen: 500, from: "2026-03-01", to: "2026-03-10", period: "2026-03" };
    expect(await booked(desk)).toEqual([first]);
    expect(await notice(desk)).toMatchObject({
      lateFee: null,
      totals: { arrearsFen: 100_000, currentFen: 500, payableFen: 100_500 },
    });
    app.clock.set("2026-03-14");
    await print(desk);
    expect(await booked(desk)).toEqual([
      first,
      { amountFen: 200, from: "2026-03-11", to: "2026-03-14", period: "2026-03" },
    ]);
    await checkInvariants(app.db, desk.projectId);
  });

  test("of one room only that room's is booked; a notice of an earlier month bears none", async () => {
    const desk = await aLateFeeDesk(app);
    await overdue(desk);
    expect(await notice(desk, "2026-02")).toMatchObject({ lateFee: null, totals: { lateFeeFen: 0 } });
    await print(desk, { period: "2026-02" });
    expect((await print(desk, { roomId: desk.lateItem.id })).status).toBe(404);
    expect(await booked(desk)).toEqual([]);
    await print(desk, { roomId: desk.room.id });
    expect(await booked(desk)).toHaveLength(1);
  });
});

describe("at the close of a month", () => {
  test("what accrued until its last day is booked in it, and the next month goes on the day after", async () => {
    const desk = await aLateFeeDesk(app);
    await overdue(desk);
    app.clock.set("2026-04-02");
    await close(desk, "2026-01");
    await close(desk, "2026-02");
    expect(await booked(desk)).toEqual([]);
    expect((await close(desk, "2026-03")).status).toBeLessThan(300);
    // 31 days of March × 0.50
    expect(await booked(desk)).toEqual([{ amountFen: 1_550, from: "2026-03-01", to: "2026-03-31", period: "2026-03" }]);
    const balances = (await desk.reviewer.get(`${desk.url}/periods/2026-03/balances`)).body;
    expect(balances.rows).toContainEqual(
      expect.objectContaining({ feeItemId: desk.lateItem.id, chargedFen: 1_550, closingFen: 1_550 }),
    );
    const { body } = await desk.cashier.get(`${desk.url}/late-fees?payerId=${desk.owner.id}`);
    expect(body.totalFen).toBe(100);
    await checkInvariants(app.db, desk.projectId);
  });

  test("a charge somebody works on is passed over: he may be waiting for the month that is being closed", async () => {
    const desk = await aLateFeeDesk(app);
    const charge = await overdue(desk);
    app.clock.set("2026-04-02");
    for (const period of ["2026-01", "2026-02"]) await close(desk, period);
    const somebody = app.db.createQueryRunner();
    await somebody.startTransaction();
    try {
      await somebody.query("SELECT 1 FROM charge WHERE project_id = $1 AND id = $2 FOR UPDATE", [
        desk.projectId,
        charge.id,
      ]);
      expect((await close(desk, "2026-03")).status).toBeLessThan(300);
    } finally {
      await somebody.rollbackTransaction();
      await somebody.release();
    }
    expect(await booked(desk)).toEqual([]);
    await checkInvariants(app.db, desk.projectId);
  });

  test("a payment cuts the days: what was open before it, then the rest (BC-14)", async () => {
    const desk = await aLateFeeDesk(app);
    const charge = await overdue(desk);
    // until 10 March on 1000.00: 5.00, booked at the payment, paid first (LAW-11)
    const paid = await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [{ ...charge, openFen: 40_000 }]),
    );
    expect(paid.status).toBe(201);
    app.clock.set("2026-04-01");
    for (const period of ["2026-01", "2026-02", "2026-03"]) await close(desk, period);
    const rows = await booked(desk);
    const open = 100_000 - 40_000;
    expect(rows).toEqual([
      { amountFen: 500, from: "2026-03-01", to: "2026-03-10", period: "2026-03" },
      { amountFen: (open * 21 * 5) / 10_000, from: "2026-03-11", to: "2026-03-31", period: "2026-03" },
    ]);
  });
});
