import { readFileSync } from "node:fs";
import { newId } from "../../common/ids.js";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";
import { aDesk, aReceipt, aRefundPaid, type Desk, savedEntry } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const examples = JSON.parse(
  readFileSync(new URL("../../../test/fixtures/billing-examples.json", import.meta.url), "utf8"),
);
const example = (id: string) => examples.cases.find((one: { id: string }) => one.id === id);
const fen = (yuan: string) => Math.round(Number(yuan) * 100);

const pay = (desk: Desk, charge: { id: string }, amountFen: number, overrides = {}) =>
  desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [{ id: charge.id, openFen: amountFen }], overrides),
  );
const close = (desk: Desk, period: string, body: object = { confirm: true }) =>
  desk.reviewer.post(`${desk.url}/periods/${period}/close`, body);
const checklist = async (desk: Desk, period: string) =>
  (await desk.reviewer.get(`${desk.url}/periods/${period}/checklist`)).body;
const severities = (list: { items: { key: string; severity: string }[] }) =>
  Object.fromEntries(
    list.items.filter(({ severity }) => severity !== "OK").map(({ key, severity }) => [key, severity]),
  );
const month = async (desk: Desk, period: string) => (await desk.reviewer.get(`${desk.url}/periods/${period}`)).body;

describe("closing a month", () => {
  test("keeps a snapshot, opens the next month and refuses everything dated in it", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-03" });
    const charges = [await desk.charged(10_000), await desk.charged(5_000)];
    await pay(desk, charges[0]!, 4_000);
    const { status, body } = await close(desk, "2026-03");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "CLOSED",
      figures: { receivableFen: 15_000, collectedFen: 4_000, closingFen: 11_000, currentRate: "26.67" },
    });
    expect(body.figures).toMatchObject({ rooms: 1, roomsPaid: 0, roomRate: "0.00" });

    const late = await pay(desk, charges[0]!, 1_000);
    expect([late.status, late.body.code]).toEqual([409, "PERIOD_CLOSED"]);
    const { body: list } = await desk.reviewer.get(`${desk.url}/periods`);
    expect(
      list.items.map((item: { period: string; status: string; next: boolean }) => [
        item.period,
        item.status,
        item.next,
      ]),
    ).toEqual([
      ["2026-04", "OPEN", true],
      ["2026-03", "CLOSED", false],
    ]);
    const { body: balances } = await desk.reviewer.get(`${desk.url}/periods/2026-03/balances`);
    expect(balances).toMatchObject({
      closed: true,
      rows: [{ openingFen: 0, chargedFen: 15_000, receivedCurrentFen: 4_000, closingFen: 11_000 }],
    });
    await checkInvariants(app.db, desk.projectId);
  });

  test("goes month by month, never ahead, never twice, never before the first", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-02" });
    expect((await close(desk, "2026-03")).body).toMatchObject({
      code: "CLOSE_BLOCKED",
      detail: expect.stringContaining("2026-02"),
    });
    expect((await close(desk, "2026-04")).body.code).toBe("PERIOD_NOT_DUE");
    expect((await close(desk, "2026-01")).body.code).toBe("PERIOD_BEFORE_START");
    expect((await close(desk, "2026-13")).status).toBe(400);
    expect((await close(desk, "2026-02", { confirm: true, force: true })).status).toBe(400);
    expect((await close(desk, "2026-02")).status).toBe(200);
    expect((await close(desk, "2026-02")).body.code).toBe("PERIOD_CLOSED");
    expect((await close(desk, "2026-03")).status).toBe(200);
    await checkInvariants(app.db, desk.projectId);
  });

  test("reminders must be confirmed in so many words; what blocks cannot", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-03" });
    const rate = await savedRate(app, desk.feeItem);
    await savedBinding(app, desk.room, rate);
    expect(severities(await checklist(desk, "2026-03"))).toEqual({
      BINDINGS_WITHOUT_CHARGES: "WARN",
      MONTH_NOT_OVER: "WARN",
    });
    const asked = await close(desk, "2026-03", {});
    expect([asked.status, asked.body.code]).toEqual([409, "CLOSE_NEEDS_CONFIRMATION"]);
    expect(asked.body.details.items.map(({ key }: { key: string }) => key)).toEqual([
      "BINDINGS_WITHOUT_CHARGES",
      "MONTH_NOT_OVER",
    ]);

    const charge = await desk.charged(10_000);
    expect(severities(await checklist(desk, "2026-03"))).toEqual({ MONTH_NOT_OVER: "WARN" });
    await app.db.query(
      "UPDATE charge SET received_fen = 1, open_fen = open_fen - 1 WHERE project_id = $1 AND id = $2",
      [desk.projectId, charge.id],
    );
    expect(severities(await checklist(desk, "2026-03"))).toMatchObject({ DIFFERENCES: "BLOCK" });
    expect((await close(desk, "2026-03")).body.code).toBe("CLOSE_BLOCKED");
    await expect(checkInvariants(app.db, desk.projectId)).rejects.toThrow("BIL-140");
  });

  test("daily reports that finance has not taken over, channels that do not agree and requests that wait are named", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-03" });
    const [one, other] = [await desk.charged(10_000), await desk.charged(8_000)];
    const { body: kept } = await pay(desk, one, 10_000, { methods: [{ method: "WECHAT", tenderedFen: 10_000 }] });
    const { id: refundee } = (await pay(desk, other, 8_000)).body;
    const red = await desk.reviewer.post(`${desk.url}/receipts/${refundee}/reverse`, { reason: "收错房间" });
    const clerk = await app.as(["billing:read", "billing:request-refund"], desk.projectId, "客服丁");
    const asked = await clerk.post(`${desk.url}/refund-requests`, {
      id: newId(),
      source: "RED_RECEIPT",
      sourceId: red.body.id,
      amountFen: 8_000,
      method: "CASH",
      reason: "收错房间",
    });
    expect(asked.status).toBe(201);
    const redAsked = await desk.reviewer.post(`${desk.url}/receipts/${kept.id}/reversal-requests`, {
      reason: "收错房间",
    });
    expect(redAsked.status).toBe(201);
    const found = async () => {
      const keys = ["DAILY_REPORTS", "RECONCILIATION", "APPROVALS_PENDING"];
      const items: { key: string; count: number; detail: string }[] = (await checklist(desk, "2026-03")).items;
      return items.filter(({ key }) => keys.includes(key)).map(({ count, detail }) => [count, detail]);
    };
    expect(await found()).toEqual([
      [2, "2 份收款日报还没有送财务"],
      [2, "2 处与对账单或解款单不符，或还没有登记"],
      [2, "2 份退款、红冲、重算、核销或分期申请还没有审批"],
    ]);
    const statement = { lines: [{ day: "2026-03-10", channel: "WECHAT", amountFen: 10_000 }] };
    const finance = await app.as(["billing:read", "billing:close", "billing:shifts", "billing:books"], desk.projectId);
    expect((await finance.post(`${desk.url}/reconciliation/statements`, statement)).status).toBeLessThan(300);
    expect((await desk.cashier.post(`${desk.url}/daily-reports/2026-03-10/${desk.cashier.userId}/send`)).status).toBe(
      200,
    );
    expect((await found()).slice(0, 2)).toEqual([
      [2, "1 份收款日报还没有送财务，1 份已送的收款日报财务还没有收"],
      [1, "1 处与对账单或解款单不符，或还没有登记"],
    ]);
    expect(severities(await checklist(desk, "2026-03"))).toMatchObject({
      DAILY_REPORTS: "WARN",
      RECONCILIATION: "WARN",
    });
  });

  test("a postpaid quarter is not missed before its last month", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    await savedBinding(app, desk.room, await savedRate(app, desk.feeItem, { cycle: "QUARTER", timing: "POSTPAID" }));
    expect(severities(await checklist(desk, "2026-01"))).toEqual({});
    expect(severities(await checklist(desk, "2026-03"))).toMatchObject({ BINDINGS_WITHOUT_CHARGES: "WARN" });
  });

  test("needs the right to close, which the cashier does not hold", async () => {
    const desk = await aDesk(app);
    expect((await desk.cashier.post(`${desk.url}/periods/2026-01/close`, { confirm: true })).status).toBe(403);
  });

  test("racing payments are either in the snapshot or refused", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-03" });
    const charges = await Promise.all(Array.from({ length: 12 }, () => desk.charged(1_000)));
    const [closed, ...replies] = await Promise.all([
      new Promise((resolve) => setTimeout(resolve, 15)).then(() => close(desk, "2026-03")),
      ...charges.map((charge, index) =>
        new Promise((resolve) => setTimeout(resolve, index * 4)).then(() => pay(desk, charge, 1_000)),
      ),
    ]);
    expect(closed.status).toBe(200);
    const taken = replies.filter(({ status }) => status === 201);
    for (const refused of replies.filter(({ status }) => status !== 201))
      expect(refused.body.code).toBe("PERIOD_CLOSED");
    expect((await month(desk, "2026-03")).figures.collectedFen).toBe(taken.length * 1_000);
    await checkInvariants(app.db, desk.projectId);
  });

  test("two closers at once close once", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-03" });
    const replies = await Promise.all([close(desk, "2026-03"), close(desk, "2026-03")]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("BC-18: a receipt reversed after its month was closed, then refunded", () => {
  const { inputs, expected } = example("BC-18");

  test("the red receipt is dated in the open month, the closed month keeps its figures, the refund happens once", async () => {
    app.clock.set(inputs.receipt.date);
    const desk = await aDesk(app, { firstPeriod: "2025-01" });
    const charges = [];
    for (const [period, yuan] of Object.entries<string>(inputs.receipt.lines))
      charges.push(await desk.charged(fen(yuan), period));
    const { body: receipt } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges));
    expect(receipt.amountFen).toBe(fen(expected.march_collected_unchanged));
    app.clock.set("2025-04-02");
    for (const period of ["2025-01", "2025-02", ...inputs.closed_periods])
      expect((await close(desk, period)).status).toBe(200);

    app.clock.set(inputs.void_attempt_on);
    const reverse = (body: object) =>
      desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "开错房间", ...body });
    expect((await reverse({ bookedOn: inputs.receipt.date })).body.code).toBe("PERIOD_CLOSED"); // REJECTED_CLOSED_PERIOD
    const { body: red } = await reverse({});
    expect(red).toMatchObject({ amountFen: fen(expected.red_receipt.amount), bookedOn: expected.red_receipt.date });
    expect(red.reverses.receiptNo).toBe(receipt.receiptNo);

    const takings = async (period: string) => (await month(desk, period)).takingsFen;
    expect(await takings("2025-03")).toBe(fen(expected.march_collected_unchanged));
    expect(await takings("2025-04")).toBe(fen(expected.april_collected_effect));
    const { body: account } = await desk.cashier.get(`${desk.url}/desk?customerId=${desk.owner.id}`);
    expect(account.accounts[0].openFen).toBe(fen(expected.open_amount));
    expect(account.accounts[0].rooms[0].months.map(({ period }: { period: string }) => period)).toEqual(
      expected.bills_reopened,
    );

    app.clock.set(inputs.refund_on);
    expect(red.refundableFen).toBe(fen(expected.refundable));
    const refund = (amountFen: number) => aRefundPaid(app, desk, red.id, amountFen);
    expect((await refund(fen(expected.after_refund.cash_out))).body.status).toBe("PAID");
    expect((await desk.cashier.get(`${desk.url}/receipts/${red.id}`)).body.refundableFen).toBe(
      fen(expected.after_refund.refundable),
    );
    expect((await refund(1)).body.code).toBe("REFUND_EXCEEDS"); // second refund REJECTED
    await checkInvariants(app.db, desk.projectId);
  });
});

describe("BC-28: rates and roll-forward", () => {
  const { inputs, expected } = example("BC-28");

  test("March closes with its rates, April carries the corrections, March stays as it was", async () => {
    const { march, april } = inputs;
    app.clock.set("2025-02-10");
    const desk = await aDesk(app, { firstPeriod: "2025-02" });
    const old = await desk.charged(fen(march.opening_arrears), "2025-02");
    // Charges of March may be published ahead, in February: money for them that comes then is collected of March.
    const current = await desk.charged(fen(march.receivable), "2025-03");
    await pay(desk, current, fen(march.prepaid_earlier));
    app.clock.set("2025-03-01");
    expect((await close(desk, "2025-02")).body.figures.closingFen).toBe(fen(march.opening_arrears));

    app.clock.set("2025-03-20");
    await savedEntry(app, desk.projectId, current.id, "WAIVER", -fen(march.waived_current), "2025-03-20");
    await savedEntry(app, desk.projectId, old.id, "WAIVER", -fen(march.waived_arrears), "2025-03-20");
    const reversedLater = fen(april.reversal_of_march_receipt) * -1;
    const { body: mistaken } = await pay(desk, current, reversedLater);
    await pay(desk, current, fen(march.collected_current) - reversedLater);
    await pay(desk, old, fen(march.collected_arrears));
    app.clock.set("2025-04-01");
    const { body: closed } = await close(desk, "2025-03");
    const keyFigures = {
      currentRate: expected.march.current_rate,
      arrearsRate: expected.march.arrears_rate,
      combinedRate: expected.march.combined_rate,
      closingFen: fen(expected.march.closing_arrears),
    };
    expect(closed.figures).toMatchObject(keyFigures);

    app.clock.set("2025-04-15");
    const next = await desk.charged(fen(april.receivable), "2025-04");
    await savedEntry(app, desk.projectId, current.id, "ADJUSTMENT", fen(april.adjustment_of_march), "2025-04-15");
    await pay(desk, next, fen(april.collected));
    await desk.reviewer.post(`${desk.url}/receipts/${mistaken.id}/reverse`, { reason: "三月开错" });
    const open = await month(desk, "2025-04");
    expect(open.figures.openingFen).toBe(fen(expected.april.opening) + fen(april.adjustment_of_march));
    expect(open.figures.collectedFen + open.figures.collectedArrearsFen).toBe(fen(expected.april.net_collected));
    expect(open.figures.closingFen).toBe(fen(expected.april.closing));
    expect((await month(desk, "2025-03")).figures).toMatchObject(keyFigures);

    expect((await close(desk, "2025-04")).status).toBe(200);
    const { body: rates } = await desk.reviewer.get(`${desk.url}/collection-rates?period=2025-03&by=ITEM`);
    expect(rates).toMatchObject({ closed: true, total: keyFigures, rows: [{ id: desk.feeItem.id, ...keyFigures }] });
    expect(rates.formulas).toHaveLength(5);
    await checkInvariants(app.db, desk.projectId);
  });
});

test("rates are broken down by building and item, households counted once", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const other = await savedFeeItem(app, desk.projectId);
  const charges = [await desk.charged(10_000), await desk.charged(3_000, "2026-03", { feeItemId: other.id })];
  await pay(desk, charges[1]!, 3_000);
  const rates = async (by: string) =>
    (await desk.cashier.get(`${desk.url}/collection-rates?period=2026-03&by=${by}`)).body;
  const items = await rates("ITEM");
  expect(items.total).toMatchObject({ receivableFen: 13_000, collectedFen: 3_000, rooms: 1, roomsPaid: 0 });
  expect(
    items.rows
      .map((row: { id: string; currentRate: string; roomRate: string }) => [row.id, row.currentRate, row.roomRate])
      .sort(),
  ).toEqual(
    [
      [desk.feeItem.id, "0.00", "0.00"],
      [other.id, "100.00", "100.00"],
    ].sort(),
  );
  expect((await rates("BUILDING")).rows).toHaveLength(1);
  expect((await desk.cashier.get(`${desk.url}/collection-rates?period=2026-3`)).status).toBe(400);
});

test("the month page tells how far each step is", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const states = async () =>
    Object.fromEntries(
      (await month(desk, "2026-03")).steps.map(({ key, state }: { key: string; state: string }) => [key, state]),
    );
  expect(await states()).toMatchObject({ BINDINGS: "TODO", PUBLISH: "TODO", COLLECT: "TODO", CLOSE: "TODO" });
  await pay(desk, await desk.charged(100), 100);
  expect(await states()).toMatchObject({ COLLECT: "DONE", CLOSE: "TODO" });
  await close(desk, "2026-03");
  const { LATE_FEES, ...others } = await states();
  expect(LATE_FEES).toBe("SKIPPED");
  expect(new Set(Object.values(others))).toEqual(new Set(["DONE"]));
});

test("the list of months shows of each the figures of its own page, open or closed, with as many statements for two as for twelve", async () => {
  const desk = await aDesk(app, { firstPeriod: "2025-11" });
  const charges = [
    await desk.charged(10_000, "2025-11"),
    await desk.charged(7_000, "2026-02"),
    await desk.charged(5_000),
  ];
  app.clock.set("2025-12-10");
  await pay(desk, charges[0]!, 4_000);
  await close(desk, "2025-11");
  app.clock.set("2026-01-15");
  // paid before it was charged, and arrears of a closed month
  await pay(desk, charges[2]!, 1_000);
  await pay(desk, charges[0]!, 2_500);
  app.clock.set("2026-03-10");
  await savedEntry(app, desk.projectId, charges[1]!.id, "WAIVER", -500, "2026-03-01");
  await savedEntry(app, desk.projectId, charges[1]!.id, "ADJUSTMENT", -300, "2026-03-02");

  const { items } = (await desk.reviewer.get(`${desk.url}/periods`)).body as { items: { period: string }[] };
  expect(items.map(({ period }) => period)).toEqual(["2026-03", "2026-02", "2026-01", "2025-12", "2025-11"]);
  for (const item of items) {
    const { figures } = await month(desk, item.period);
    expect(item).toMatchObject({
      receivableFen: figures.receivableFen,
      collectedFen: figures.collectedFen + figures.collectedArrearsFen,
      currentRate: figures.currentRate,
      closingFen: figures.closingFen,
    });
  }

  const [few, many] = [await aDesk(app, { firstPeriod: "2026-02" }), await aDesk(app, { firstPeriod: "2025-04" })];
  expect(await statementsOf(() => many.reviewer.get(`${many.url}/periods`))).toBe(
    await statementsOf(() => few.reviewer.get(`${few.url}/periods`)),
  );
});

/** How many statements reach the database while something is asked twice; the first time fills the caches. */
async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  await ask();
  const { logger } = app.db;
  let sent = 0;
  app.db.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery: () => (sent += 1) });
  await ask();
  app.db.logger = logger;
  expect(sent).toBeGreaterThan(2);
  return sent;
}
