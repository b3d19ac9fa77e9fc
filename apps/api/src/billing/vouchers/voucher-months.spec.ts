import { randomUUID } from "node:crypto";
import type { VoucherDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aReceipt, aRefundPaid, savedEntry } from "../receipts.factories.js";
import { aVoucherDesk, movedOn, writtenDown } from "./vouchers.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

const sidesOf = (vouchers: readonly VoucherDto[]) =>
  vouchers.map(({ lines }) => lines.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0));

test("a month's charges, waivers, receipts, red receipts and refunds: every voucher balances, and the month ties", async () => {
  const desk = await aVoucherDesk(app);
  const { fee, water, projectId, url } = desk;
  const first = await desk.charged(10_600, "2026-03", { feeItemId: fee.id });
  const second = await desk.charged(5_300, "2026-03", { feeItemId: fee.id });
  const others = await desk.charged(5_000, "2026-03", { feeItemId: water.id });
  const next = await desk.charged(2_120, "2026-04", { feeItemId: fee.id });
  await savedEntry(app, projectId, second.id, "WAIVER", -530, "2026-03-31");
  await desk.paid(
    [
      [first.id, 10_600],
      [others.id, 2_000],
      [next.id, 2_120],
    ],
    { prepayment: { roomId: desk.room.id, amountFen: 1_000 } },
  );
  const wrong = await desk.paid([[second.id, 1_000]], { methods: [{ method: "WECHAT", tenderedFen: 1_000 }] });
  const red = await desk.reviewer.post(`${url}/receipts/${wrong.id}/reverse`, { reason: "收错房间" });
  expect((await aRefundPaid(app, desk, red.body.id, 400)).body.status).toBe("PAID");

  const march = await desk.preview();
  expect(march).toMatchObject({ status: "OPEN", problems: [], exported: null, differs: false });
  expect(writtenDown(march.vouchers)).toEqual({
    CHARGE: ["借 1122 5000", "借 1122 15900", "贷 2221.01 900", "贷 2241.02 5000", "贷 6001 15000"],
    WAIVER: ["借 1122 -530", "贷 2221.01 -30", "贷 6001 -500"],
    RECEIPT: ["借 1001 15720", "借 1012 1000", "贷 1122 2000", "贷 1122 11600", "贷 2203 2120", "贷 2203 1000"],
    RED: ["借 1122 1000", "贷 2241.03 1000"],
    REFUND: ["借 2241.03 400", "贷 1001 400"],
  });
  expect(sidesOf(march.vouchers)).toEqual([0, 0, 0, 0, 0]);
  expect(march.vouchers.map(({ no, date }: VoucherDto) => `${no} ${date}`)).toEqual(
    [1, 2, 3, 4, 5].map((no) => `${no} 2026-03-31`),
  );
  const { figures } = (await desk.reviewer.get(`${url}/periods/2026-03`)).body;
  expect(figures.closingFen).toBe(7_770);
  expect(movedOn(march.vouchers, "1122")).toBe(7_770);

  // what came early was prepayment until its own month
  const april = await desk.preview("2026-04");
  expect(writtenDown(april.vouchers)).toEqual({
    CHARGE: ["借 1122 2120", "贷 2221.01 120", "贷 6001 2000"],
    ADVANCE: ["借 2203 2120", "贷 1122 2120"],
  });
  await checkInvariants(app.db, projectId);
});

test("without 价税分离 the income holds its tax; a charge reduced to nothing leaves no fen of tax", async () => {
  const desk = await aVoucherDesk(app);
  const charge = await desk.charged(101, "2026-03", { feeItemId: desk.fee.id });
  for (const part of [33, 34, 34]) await savedEntry(app, desk.projectId, charge.id, "ADJUSTMENT", -part, "2026-03-31");
  const { vouchers } = await desk.preview();
  expect(movedOn(vouchers, "2221.01")).toBe(0);
  expect(writtenDown(vouchers)["CHARGE"]).toEqual(["借 1122 101", "贷 2221.01 6", "贷 6001 95"]);
  expect((await desk.save({ splitTax: false })).status).toBe(200);
  expect(writtenDown((await desk.preview()).vouchers)).toEqual({
    CHARGE: ["借 1122 101", "贷 6001 101"],
    ADJUSTMENT: ["借 1122 -101", "贷 6001 -101"],
  });
});

test("the tax is that of the day the charge is due (LAW-40)", async () => {
  const desk = await aVoucherDesk(app);
  const rent = await savedFeeItem(app, desk.projectId, {
    taxRate: "6",
    incomeClass: "DIVERSIFIED",
    taxChanges: [{ startsOn: "2026-03-21", taxRate: "9" }],
  } as never);
  await desk.charged(10_600, "2026-03", { feeItemId: rent.id, dueOn: "2026-03-20" });
  await desk.charged(10_900, "2026-03", { feeItemId: rent.id, dueOn: "2026-03-21" });
  const { vouchers } = await desk.preview();
  expect(writtenDown(vouchers)["CHARGE"]).toEqual([
    "借 1122 21500",
    "贷 2221.01 600",
    "贷 2221.01 900",
    "贷 6051 10000",
    "贷 6051 10000",
  ]);
});

test("debts given up and recovered go against the bad debt reserve; an adjustment that only sounds like one does not", async () => {
  const desk = await aVoucherDesk(app);
  const { url, projectId } = desk;
  const debt = await desk.charged(10_000);
  const asker = await app.as(["property:read", "billing:read", "billing:write-off"], projectId);
  const director = await app.as(["property:read", "billing:read", "billing:approve-write-off"], projectId);
  const asked = await asker.post(`${url}/write-offs`, {
    id: randomUUID(),
    reasonCode: "UNREACHABLE",
    reason: "业主失联三年，多次上门无人",
    lines: [{ chargeId: debt.id, amountFen: 9_000 }],
  });
  expect((await director.post(`${url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  const recovered = await desk.cashier.post(`${url}/write-offs/${asked.body.id}/recoveries`, {
    id: randomUUID(),
    lines: [{ chargeId: debt.id, amountFen: 3_000 }],
    methods: [{ method: "CASH", tenderedFen: 3_000 }],
  });
  expect(recovered.status).toBe(200);
  await savedEntry(app, projectId, debt.id, "ADJUSTMENT", -500, "2026-03-31", "坏账收回 HX000001");

  expect(writtenDown((await desk.preview()).vouchers)).toEqual({
    CHARGE: ["借 1122 10000", "贷 6001 10000"],
    ADJUSTMENT: ["借 1122 -500", "贷 6001 -500"],
    WRITE_OFF: ["借 1231 9000", "贷 1122 9000"],
    RECOVERY: ["借 1122 3000", "贷 1231 3000"],
    RECEIPT: ["借 1001 3000", "贷 1122 3000"],
  });
  await checkInvariants(app.db, projectId);
});

test("what is handed over of money collected for others leaves its account; one taken back stands in red on its day", async () => {
  const desk = await aVoucherDesk(app);
  const others = await desk.charged(5_000, "2026-03", { feeItemId: desk.water.id });
  await desk.paid([[others.id, 5_000]]);
  const finance = await app.as(["billing:read", "billing:remit"], desk.projectId);
  const paidOut = { id: newId(), feeItemId: desk.water.id, bookedOn: "2026-03-31", slipNo: "YH-1" };
  const asked = { ...paidOut, amountFen: 3_000, method: "TRANSFER" };
  expect((await finance.post(`${desk.url}/remittances`, asked)).status).toBe(201);
  app.clock.set("2026-04-02");
  const red = { id: newId(), reason: "付错了单位" };
  expect((await finance.post(`${desk.url}/remittances/${paidOut.id}/reverse`, red)).status).toBe(200);

  const march = (await desk.preview()).vouchers;
  expect(writtenDown(march)).toMatchObject({ REMITTANCE: ["借 2241.02 3000", "贷 1002 3000"] });
  expect(movedOn(march, "2241.02")).toBe(-2_000);
  expect(march.at(-1)).toMatchObject({ kind: "REMITTANCE", lines: [{ summary: "代收解缴 代收水费" }, {}] });
  expect(writtenDown((await desk.preview("2026-04")).vouchers)).toEqual({
    REMITTANCE: ["借 2241.02 -3000", "贷 1002 -3000"],
  });
});

test("deposits are owed back from the day they are paid; prepayments pay charges without money", async () => {
  const desk = await aVoucherDesk(app);
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  const clerk = await app.as(["billing:read", "billing:one-off", "property:read"], desk.projectId);
  const asked = {
    id: randomUUID(),
    roomId: desk.room.id,
    feeItemId: deposit.id,
    object: "DECORATION",
    amountFen: 2_000,
  };
  const { body } = await clerk.post(`${desk.url}/deposits`, asked);
  expect(await desk.preview()).toMatchObject({ vouchers: [], amountFen: 0 });
  await desk.paid([[body.chargeId, 2_000]]);
  await desk.paid([], { prepayment: { roomId: desk.room.id, amountFen: 700 } });
  const charge = await desk.charged(1_000);
  const offset = aReceipt(desk.owner.id, [], {
    lines: [{ chargeId: charge.id, amountFen: 700 }],
    methods: [{ method: "PREPAYMENT", tenderedFen: 700, roomId: desk.room.id }],
  });
  expect((await desk.cashier.post(`${desk.url}/receipts`, offset)).status).toBe(201);
  expect(writtenDown((await desk.preview()).vouchers)).toEqual({
    CHARGE: ["借 1122 1000", "贷 6001 1000"],
    RECEIPT: ["借 1001 2700", "贷 2203 700", "贷 2241.01 2000"],
    OFFSET: ["借 2203 700", "贷 1122 700"],
  });
  await checkInvariants(app.db, desk.projectId);
});

test("a month before the first has no vouchers to look at: finance has the opening balances booked there already", async () => {
  const desk = await aVoucherDesk(app);
  await desk.charged(10_000, "2026-02", { feeItemId: desk.fee.id });
  const reply = await desk.accountant.get(`${desk.url}/vouchers/2026-02`);
  expect(reply).toMatchObject({
    status: 409,
    body: { code: "PERIOD_BEFORE_START", detail: "2026-02 早于本管理区启用收费的月份 2026-03" },
  });
  expect(await desk.preview()).toMatchObject({ vouchers: [] });
});

test.each(["2026-13", "2026-3", "２０２６-０３", "26-03"])("refuses the month %s", async (period) => {
  const desk = await aVoucherDesk(app);
  const reply = await desk.accountant.get(`${desk.url}/vouchers/${encodeURIComponent(period)}`);
  expect(reply).toMatchObject({ status: 400, body: { fields: { period: [expect.any(String)] } } });
});
