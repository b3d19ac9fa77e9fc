import type { CreateReceiptBookDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt, aRefundPaid } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const aBook = (overrides: Partial<CreateReceiptBookDto> = {}): CreateReceiptBookDto => ({
  kind: "RECEIPT",
  prefix: "A",
  width: 6,
  firstNo: 101,
  lastNo: 150,
  ...overrides,
});

/** A desk with a bookkeeper who issues and checks books. */
async function aDeskWithBooks() {
  const desk = await aDesk(app);
  const keeper = await app.as(["billing:read", "billing:books"], desk.projectId, "财务己");
  const books = `${desk.url}/receipt-books`;
  const issue = async (overrides: Partial<CreateReceiptBookDto> = {}) => {
    const { status, body } = await keeper.post(books, aBook(overrides));
    expect(status).toBe(201);
    return body as { id: string };
  };
  const pay = async (person: TestClient = desk.cashier) => {
    const charge = await desk.charged(1_000);
    return person.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]));
  };
  return { ...desk, keeper, books, issue, pay };
}

test("numbers come from the cashier's own book, then from everybody's; an exhausted one is refused in a clear sentence", async () => {
  const desk = await aDeskWithBooks();
  expect((await desk.pay()).body.receiptNo).toBe("SJ000001");
  await desk.issue({ firstNo: 1, lastNo: 1 });
  await desk.issue({ prefix: "B", firstNo: 8, lastNo: 9, issuedToId: desk.cashier.userId });
  expect((await desk.cashier.get(`${desk.books}/next`)).body).toEqual({ text: "B000008", left: 3, problem: null });
  const numbers = [];
  for (let n = 0; n < 3; n += 1) numbers.push((await desk.pay()).body.receiptNo);
  expect(numbers).toEqual(["B000008", "B000009", "A000001"]);
  const refused = await desk.pay();
  expect(refused).toMatchObject({ status: 409, body: { code: "BOOK_EXHAUSTED" } });
  expect(refused.body.detail).toContain("您领用的收款收据已经用完");
  expect((await desk.cashier.get(`${desk.books}/next`)).body.problem).toContain("请先领用新的票据本");
  await checkInvariants(app.db, desk.projectId);
});

test("cashiers who pay at once never share a number and leave no gap, over the end of a book", async () => {
  const desk = await aDeskWithBooks();
  const colleague = await app.as(["billing:read", "billing:collect"], desk.projectId);
  const { id } = await desk.issue({ firstNo: 1, lastNo: 3 });
  await desk.issue({ firstNo: 4, lastNo: 6 });
  const replies = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((n) => desk.pay(n % 2 ? desk.cashier : colleague)));
  const taken = replies.filter(({ status }) => status === 201).map(({ body }) => body.receiptNo as string);
  expect(taken.toSorted()).toEqual(["A000001", "A000002", "A000003", "A000004", "A000005", "A000006"]);
  expect((await desk.keeper.get(`${desk.books}/${id}`)).body).toMatchObject({ used: 3, left: 0, nextText: null });
  await checkInvariants(app.db, desk.projectId);
});

test("a payment that fails gives its number back; a retry does not take a second one", async () => {
  const desk = await aDeskWithBooks();
  await desk.issue();
  const charge = await desk.charged(1_000);
  const receipt = aReceipt(desk.owner.id, [charge]);
  const bad = { ...receipt, id: newId(), lines: [{ chargeId: charge.id, amountFen: 999_999 }] };
  expect((await desk.cashier.post(`${desk.url}/receipts`, bad)).status).toBe(409);
  const replies = await Promise.all([1, 2].map(() => desk.cashier.post(`${desk.url}/receipts`, receipt)));
  expect(replies.map(({ body }) => body.receiptNo)).toEqual(["A000101", "A000101"]);
  expect((await desk.pay()).body.receiptNo).toBe("A000102");
});

test("a printed receipt is void only with the customer's copy back; the table shows voids and gaps", async () => {
  const desk = await aDeskWithBooks();
  const { id } = await desk.issue();
  const receipt = (await desk.pay()).body;
  await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/prints`, {});
  const reverse = (more = {}) =>
    desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "收错房间", ...more });
  expect(await reverse()).toMatchObject({ status: 409, body: { code: "COPY_NOT_RETURNED" } });
  expect(await reverse({ copyReturned: true })).toMatchObject({ status: 201, body: { receiptNo: "SJ000001" } });

  const spoil = (no: number, copiesKept = true) =>
    desk.cashier.post(`${desk.books}/${id}/spoil`, { no, reason: "卡纸", copiesKept });
  expect((await spoil(102, false)).body.code).toBe("COPIES_MISSING");
  const both = await Promise.all([spoil(102), spoil(102)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await desk.pay()).body.receiptNo).toBe("A000103");
  expect((await desk.keeper.get(`${desk.books}/${id}`)).body).toMatchObject({
    used: 1,
    voided: 1,
    spoiled: 1,
    left: 47,
    nextText: "A000104",
  });
  const { body } = await desk.keeper.get(`${desk.books}/${id}/numbers?only=GAPS`);
  expect(body.items).toMatchObject([
    { text: "A000101", state: "VOID", reason: "收错房间", receiptId: receipt.id },
    { text: "A000102", state: "SPOILED", reason: "卡纸", receiptId: null },
  ]);
  await checkInvariants(app.db, desk.projectId);
});

test("a book is checked when used up or handed back, by another; then the series goes on", async () => {
  const desk = await aDeskWithBooks();
  const own = await app.as(["billing:read", "billing:collect", "billing:books"], desk.projectId, "收费员庚");
  const { id } = await desk.issue({ issuedToId: own.userId });
  expect((await desk.pay()).body.detail).toContain("没有发给您使用的收款收据");
  await desk.pay(own);
  const check = (person: TestClient) => person.post(`${desk.books}/${id}/check`, { note: "存根齐全" });
  expect((await check(desk.keeper)).body.code).toBe("BOOK_IN_USE");
  expect((await desk.keeper.post(`${desk.books}/${id}/return`)).body).toMatchObject({
    status: "RETURNED",
    nextText: null,
  });
  expect((await check(own)).body.code).toBe("SAME_PERSON");
  const both = await Promise.all([check(desk.keeper), check(desk.keeper)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await desk.pay()).body.receiptNo).toBe("SJ000001");
});

test("refunds take numbers from their own kind of book", async () => {
  const desk = await aDeskWithBooks();
  const receipt = (await desk.pay()).body;
  await desk.issue({ kind: "REFUND", prefix: "T", firstNo: 1, lastNo: 9 });
  const red = await desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "退费" });
  expect((await aRefundPaid(app, desk, red.body.id, 1_000)).body.refundNo).toBe("T000001");
  await checkInvariants(app.db, desk.projectId);
});

test("receipts are printed in the layout of their book; another is chosen at the print, and a book may change", async () => {
  const desk = await aDeskWithBooks();
  const printOf = async (id: string, query = "") =>
    (await desk.cashier.get(`${desk.url}/receipts/${id}/print-data${query}`)).body;
  const plain = (await desk.pay()).body;
  expect(await printOf(plain.id)).toMatchObject({ layout: "A5", forms: [], copies: ["第一联 存根", "第二联 收据"] });
  const settings = await app.as(["project:settings", "billing:read"], desk.projectId);
  const chosen = { lateFeeCeiling: "0.3", receiptLayout: "FORM_140" };
  expect((await settings.put(`${desk.url}/billing-settings`, chosen)).body).toMatchObject(chosen);
  expect((await printOf(plain.id)).layout).toBe("FORM_140");
  const { receiptLayout: _layout, ...others } = chosen;
  expect((await settings.put(`${desk.url}/billing-settings`, others)).body.receiptLayout).toBe("FORM_140");
  expect((await settings.put(`${desk.url}/billing-settings`, { ...others, receiptLayout: "A3" })).status).toBe(400);
  const book = await desk.issue({ layout: "FORM_93" });
  const receipt = (await desk.pay()).body;
  const form = await printOf(receipt.id);
  expect(form).toMatchObject({ layout: "FORM_93", copies: ["第一联 存根", "第二联 收据", "第三联 记账"] });
  expect(form.forms).toHaveLength(1);
  expect((await printOf(receipt.id, "?layout=A5")).forms).toEqual([]);
  const printed = await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/prints?layout=FORM_140`, {});
  expect(printed.body).toMatchObject({ layout: "FORM_140", reprintNo: 0 });
  expect((await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/pdf?layout=FORM_93`, {})).status).toBe(200);
  const again = await printOf(receipt.id);
  expect(again.forms[0].lines[0].text).toContain("【补打 第 2 次】");

  const change = (layout: string, person = desk.keeper) => person.put(`${desk.books}/${book.id}/layout`, { layout });
  expect((await change("FORM_140")).body).toMatchObject({ id: book.id, layout: "FORM_140" });
  expect((await printOf(receipt.id)).layout).toBe("FORM_140");
  expect((await change("A3")).body.fields).toHaveProperty("layout");
  expect((await change("A5", desk.cashier)).status).toBe(403);
  expect((await desk.cashier.get(`${desk.url}/receipts/${receipt.id}/print-data?layout=A3`)).status).toBe(400);
  const other = await aDeskWithBooks();
  expect((await other.keeper.put(`${other.books}/${book.id}/layout`, { layout: "A5" })).status).toBe(404);
});

test("of two books with one range at once one is registered", async () => {
  const desk = await aDeskWithBooks();
  const replies = await Promise.all(
    [aBook(), aBook({ firstNo: 150, lastNo: 200 })].map((book) => desk.keeper.post(desk.books, book)),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)!.body.code).toBe("BOOK_OVERLAPS");
});

test.each([
  ["an end before the beginning", { lastNo: 100 }, "lastNo"],
  ["numbers longer than their digits", { width: 3, lastNo: 1_000 }, "lastNo"],
  ["a million papers", { lastNo: 1_000_000, width: 7 }, "lastNo"],
  ["the prefix of the series", { prefix: "SJ" }, "prefix"],
  ["a prefix ending in a digit", { prefix: "A1" }, "prefix"],
  ["a full-width prefix", { prefix: "Ａ" }, "prefix"],
])("refuses %s", async (_what, overrides, field) => {
  const desk = await shared;
  const reply = await desk.keeper.post(desk.books, aBook(overrides));
  expect(reply.status).toBe(400);
  expect(reply.body.fields).toHaveProperty(field);
});

test("a book of another project is not found; nobody issues without the right", async () => {
  const [desk, other] = [await shared, await aDeskWithBooks()];
  const { id } = await other.issue();
  expect((await desk.keeper.get(`${desk.books}/${id}`)).status).toBe(404);
  expect((await desk.keeper.post(`${desk.books}/${id}/return`)).status).toBe(404);
  expect((await desk.cashier.post(desk.books, aBook())).status).toBe(403);
});

const shared = aDeskWithBooks();
