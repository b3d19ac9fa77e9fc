import { startTestApp } from "../../../test/test-app.js";
import { scanned } from "../../prints/qr-code.factories.js";
import { readPages } from "../../prints/pdf-text.factories.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { savedCharge } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const QR = "https://pay.example.com/bill?n={通知单号}&r={房号}&m={月份}";

test("a notice names the last bill of each item, the formula of late fees, and carries the code the project has set (BIL-114)", async () => {
  const desk = await aLateFeeDesk(app);
  const settings = await app.as(["billing:read", "project:settings"], desk.projectId, "经理");
  const at = `${desk.url}/notice-settings`;
  expect((await settings.get(at)).body).toEqual({ qrText: null, qrCaption: null });
  const due = { dueOn: "2026-03-20" };
  const charges = [
    await desk.charged(30_000, "2026-01", due),
    await desk.charged(20_000, "2026-02", due),
    await desk.charged(11_000, "2026-03", due),
    await desk.charged(5_000, "2026-03", { ...due, serviceFrom: "2026-03-16", serviceTo: "2026-03-31" }),
  ];
  const printed = async () => (await settings.get(`${desk.url}/notices/print-data?period=2026-03`)).body.items[0];
  const plain = await printed();
  // February is the latest month before March that was billed, however many lines March has
  expect(plain.charges.map(({ lastFen }: { lastFen: number | null }) => lastFen)).toEqual([20_000, null]);
  expect(plain.terms.others).toContain(`${desk.feeItem.name}逾期未缴的，违约金＝未缴本金 × 每日 0.05% × 逾期天数。`);
  expect(plain.qrCode).toBeNull();

  expect((await settings.put(at, { qrText: QR, qrCaption: "微信扫一扫" })).status).toBe(200);
  const { qrCode, noticeNo } = await printed();
  expect(qrCode.caption).toBe("微信扫一扫");
  const room = encodeURIComponent(desk.room.code);
  expect(scanned(qrCode.rows)).toBe(
    `https://pay.example.com/bill?n=${encodeURIComponent(noticeNo)}&r=${room}&m=2026-03`,
  );
  const clerk = await app.as(["billing:read", "billing:print"], desk.projectId);
  const [page] = await readPages((await clerk.get(`${desk.url}/notices/pdf?period=2026-03`)).raw);
  expect(page!.text).toContain("微信扫一扫");
  expect(page!.text).toContain("上期账单");

  expect((await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges))).status).toBe(201);
  const paid = (await settings.get(`${desk.url}/notices/print-data?period=2026-03&includePaid=true`)).body.items[0];
  expect(paid).toMatchObject({ qrCode: null, totals: { payableFen: 0 } });
});

test("the code of a payer with many rooms counts them; one that grew too long to be scanned is left off", async () => {
  const desk = await aLateFeeDesk(app);
  const settings = await app.as(["billing:read", "project:settings"], desk.projectId);
  await desk.charged(10_000);
  const rooms = [desk.room];
  for (let index = 0; index < 3; index++) {
    const room = await savedRoom(app, desk.projectId);
    await savedCharge(app, room, { payerId: desk.owner.id, feeItemId: desk.feeItem.id, amountFen: 5_000 });
    rooms.push(room);
  }
  const print = async (qrText: string) => {
    expect((await settings.put(`${desk.url}/notice-settings`, { qrText })).status).toBe(200);
    const reply = await settings.get(`${desk.url}/notices/print-data?period=2026-03&groupBy=PAYER`);
    expect(reply.status).toBe(200);
    return reply.body.items[0];
  };
  const [first] = rooms.map(({ code }) => code).toSorted();
  expect(scanned((await print("房号 {房号}")).qrCode.rows)).toBe(`房号 ${first}等 4 间`);
  expect((await print(`https://a.cn/${"x".repeat(270)}{房号}`)).qrCode).toBeNull();
});

test("what is printed is kept: the month says whose notice is missing, and only those are printed (BIL-114)", async () => {
  const desk = await aLateFeeDesk(app);
  await desk.charged(11_000, "2026-03", { dueOn: "2026-03-20" });
  const clerk = await app.as(["billing:read", "billing:print"], desk.projectId, "前台");
  const at = `${desk.url}/notices`;
  const listed = async (more = "") => (await clerk.get(`${at}?period=2026-03${more}`)).body.items;
  const step = async () => {
    const { steps } = (await clerk.get(`${desk.url}/periods/2026-03`)).body;
    return steps.find(({ key }: { key: string }) => key === "NOTICES");
  };
  expect(await step()).toMatchObject({ state: "TODO", count: 1 });
  expect(await listed()).toMatchObject([{ prints: 0, printedAt: null }]);

  // to look at a notice, or to fetch it, is not to print it
  expect((await clerk.get(`${at}/pdf?period=2026-03`)).status).toBe(200);
  expect(await step()).toMatchObject({ state: "TODO" });

  const missing = { period: "2026-03", unprinted: true };
  const [page] = await readPages((await clerk.post(`${at}/print`, missing)).raw);
  expect(page!.text).toContain("110.00");
  expect(await step()).toMatchObject({ state: "DONE", count: 1, detail: "已打印 1 户的收费通知单" });
  expect(await listed()).toMatchObject([{ prints: 1, printedAt: "2026-03-10T02:00:00.000Z" }]);
  expect(await listed("&unprinted=true")).toEqual([]);
  expect((await clerk.post(`${at}/print`, missing)).body.code).toBe("NOTHING_TO_PRINT");

  app.clock.set("2026-03-11");
  const second = await savedRoom(app, desk.projectId);
  const more = { payerId: desk.owner.id, feeItemId: desk.feeItem.id, amountFen: 5_000 };
  await savedCharge(app, second, { ...more, bookedPeriod: "2026-03", period: "2026-03" });
  expect(await step()).toMatchObject({ state: "DOING", count: 1 });
  expect(await listed("&unprinted=true")).toMatchObject([{ roomCodes: [second.code] }]);
  // one notice for both rooms is printed when it was for both
  expect(await listed("&groupBy=PAYER")).toMatchObject([{ prints: 0, printedAt: null }]);
  // two at once print what is missing once, and nothing else of the payer
  const both = await Promise.all([1, 2].map(() => clerk.post(`${at}/print`, { ...missing, groupBy: "PAYER" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  const [rest] = await readPages(both.find(({ status }) => status === 200)!.raw);
  expect(rest!.text).toContain(second.code);
  expect(rest!.text).not.toContain("110.00");
  expect((await clerk.post(`${at}/print`, { period: "2026-03", roomId: second.id })).status).toBe(200);
  expect(await listed("&groupBy=PAYER")).toMatchObject([{ prints: 1 }]);
  expect((await listed()).map(({ prints }: { prints: number }) => prints).toSorted()).toEqual([1, 2]);
  expect(await step()).toMatchObject({ state: "DONE", count: 2 });

  // merged with another record of the same person, he has his notices all the same
  const survivor = await savedCustomer(app, desk.projectId);
  await app.db.query("UPDATE customer SET merged_into_id = $2 WHERE id = $1", [desk.owner.id, survivor.id]);
  expect(await listed("&unprinted=true")).toEqual([]);
  expect(await step()).toMatchObject({ state: "DONE", count: 2 });
});

test.each([
  [
    "a placeholder that stands for nothing",
    { qrText: "https://a.cn/{电话}" },
    "qrText",
    "二维码内容里没有 {电话} 这样的内容",
  ],
  ["more than can be read off paper", { qrText: "缴".repeat(150) }, "qrText", "二维码内容太长"],
  ["too long a text", { qrText: "a".repeat(301) }, "qrText", "二维码内容不能超过 300 个字"],
  ["an emoji", { qrText: "https://a.cn/😀" }, "qrText", "二维码内容含有不能使用的字符"],
  ["a long caption", { qrCaption: "扫".repeat(13) }, "qrCaption", "二维码说明不能超过 12 个字"],
  ["a number", { qrText: 5 }, "qrText", "二维码内容必须是文字"],
])("the code of notices: %s is refused", async (_what, body, field, words) => {
  const desk = await aLateFeeDesk(app);
  const settings = await app.as(["billing:read", "project:settings"], desk.projectId);
  const reply = await settings.put(`${desk.url}/notice-settings`, body);
  expect(reply.status).toBe(400);
  expect(reply.body.fields[field].join()).toContain(words);
  expect((await settings.get(`${desk.url}/notice-settings`)).body.qrText).toBeNull();
});
