import ExcelJS from "exceljs";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt } from "../receipts.factories.js";
import { aCount, aShift } from "../shifts/shifts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** A day on which a cashier took 60.00 in cash and 40.00 by WeChat in a shift. */
async function aDay() {
  const desk = await aDesk(app);
  const finance = await app.as(["billing:read", "billing:shifts", "billing:print"], desk.projectId, "财务戊");
  const shift = await desk.cashier.post(`${desk.url}/shifts`, aShift());
  const take = async (amountFen: number, method: "CASH" | "WECHAT") => {
    const charge = await desk.charged(amountFen);
    const methods = [{ method, tenderedFen: amountFen }];
    const reply = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge], { methods }));
    expect(reply.status).toBe(201);
    return reply.body as { id: string };
  };
  await take(6_000, "CASH");
  await take(4_000, "WECHAT");
  const report = `${desk.url}/daily-reports/2026-03-10/${desk.cashier.userId}`;
  const one = async () =>
    (await finance.get(`${desk.url}/daily-reports/one?day=2026-03-10&cashierId=${desk.cashier.userId}`)).body;
  return { ...desk, finance, take, report, one, shiftId: shift.body.id as string };
}

test("a report is sent after the shift is closed, taken over by finance, and open again when more was taken", async () => {
  const day = await aDay();
  expect(await day.one()).toMatchObject({ state: "DUE", totals: { receivedFen: 10_000, receipts: 2 } });
  const early = await day.cashier.post(`${day.report}/send`);
  expect(early).toMatchObject({ status: 409, body: { code: "SHIFT_UNFINISHED" } });
  expect((await day.finance.post(`${day.report}/receive`, {})).body.code).toBe("REPORT_NOT_SENT");
  await day.cashier.post(`${day.url}/shifts/${day.shiftId}/close`, aCount(56_000));
  expect((await day.cashier.post(`${day.report}/send`)).body).toMatchObject({ state: "SENT" });
  const both = await Promise.all([1, 2].map(() => day.finance.post(`${day.report}/receive`, { note: "账款相符" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await day.one()).toMatchObject({ state: "RECEIVED", receivedByName: "财务戊", note: "账款相符" });

  await day.take(1_000, "WECHAT");
  expect(await day.one()).toMatchObject({ state: "CHANGED", totals: { receivedFen: 11_000 } });
  const list = await day.finance.get(`${day.url}/daily-reports?from=2026-03-01&to=2026-03-31`);
  expect(list.body.items).toMatchObject([
    { day: "2026-03-10", cashierName: "收费员甲", state: "CHANGED", receipts: 3 },
  ]);
  expect((await day.cashier.post(`${day.report}/send`)).body).toMatchObject({ state: "SENT", receivedByName: null });
});

test("nobody sends another's report, takes over his own, or sends a day without takings", async () => {
  const day = await aDay();
  const colleague = await app.as(["billing:read", "billing:collect", "billing:shifts"], day.projectId);
  expect((await colleague.post(`${day.report}/send`)).body.code).toBe("REPORT_OF_OTHER");
  const empty = `${day.url}/daily-reports/2026-03-10/${colleague.userId}`;
  expect((await colleague.post(`${empty}/send`)).body.code).toBe("NOTHING_TAKEN");
  expect((await colleague.post(`${day.url}/daily-reports/2026-02-30/${colleague.userId}/send`)).status).toBe(400);
  const charge = await day.charged(500);
  await colleague.post(`${day.url}/receipts`, aReceipt(day.owner.id, [charge]));
  expect((await colleague.post(`${empty}/send`)).status).toBe(200);
  expect((await colleague.post(`${empty}/receive`, {})).body.code).toBe("SAME_PERSON");
});

test("the workbook says what the report says, with lines to sign", async () => {
  const day = await aDay();
  const reply = await day.finance.get(`${day.url}/daily-reports/xlsx?day=2026-03-10`);
  expect(reply.headers["content-disposition"]).toContain(encodeURIComponent("收款日报表-2026-03-10.xlsx"));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.raw as never);
  const rows = workbook.worksheets[0]!.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : []));
  expect(rows).toContainEqual(["现金", 60, 0, 0]);
  expect(rows).toContainEqual(["微信", 40, 0, 0]);
  expect(rows).toContainEqual(["", 100, 0, 0]);
  expect(rows.flat()).toContain("收款人签字：");
});

test("books and statements by day and channel: matched, missing, different, explained", async () => {
  const day = await aDay();
  const url = `${day.url}/reconciliation`;
  const list = async (more = "") => (await day.finance.get(`${url}?from=2026-03-10&to=2026-03-10${more}`)).body;
  expect(await list()).toMatchObject({
    open: 2,
    items: [
      { channel: "CASH", bookFen: 6_000, statementFen: null, differenceFen: -6_000, state: "MISSING" },
      { channel: "WECHAT", bookFen: 4_000, state: "MISSING" },
    ],
  });
  const enter = (amountFen: number) =>
    day.finance.post(`${url}/statements`, { lines: [{ day: "2026-03-10", channel: "WECHAT", amountFen }] });
  expect((await enter(3_900)).status).toBe(200);
  const slip = { id: newId(), slipNo: "JS1", depositedOn: "2026-03-10", takingsOn: "2026-03-10", amountFen: 6_000 };
  await day.cashier.post(`${day.url}/bank-deposits`, { ...slip, account: "工行", fromShift: true });
  expect(await list("&onlyOpen=true")).toMatchObject({
    open: 1,
    items: [{ channel: "WECHAT", statementFen: 3_900, differenceFen: -100, state: "DIFFERENT" }],
  });
  const explain = (channel: string) => day.finance.post(`${url}/2026-03-10/${channel}/explain`, { reason: "手续费" });
  expect((await explain("WECHAT")).status).toBe(200);
  expect((await explain("CASH")).body.code).toBe("NO_DIFFERENCE");
  expect(await list("&onlyOpen=true")).toMatchObject({ open: 0, items: [] });
  await enter(3_800);
  expect((await list()).items[1]).toMatchObject({ state: "DIFFERENT", reason: "手续费" });
  await enter(4_000);
  expect((await list()).open).toBe(0);
});

test.each([
  ["a line twice", [2, 2], "lines.1.day"],
  ["a day that has not come", [20], "lines.0.day"],
])("a statement with %s is refused", async (_what, days, field) => {
  const day = await aDay();
  const lines = days.map((n) => ({ day: `2026-03-${String(n).padStart(2, "0")}`, channel: "ALIPAY", amountFen: 1 }));
  const reply = await day.finance.post(`${day.url}/reconciliation/statements`, { lines });
  expect(reply).toMatchObject({ status: 400 });
  expect(reply.body.fields).toHaveProperty([field]);
});
