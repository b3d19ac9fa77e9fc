import type { RequestRefundDto } from "@linli/contracts";
import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
afterAll(() => app.close());

/** A desk with the people of the refund flow and a receipt of 300.00 that was reversed. */
async function aReversedReceipt(method: "CASH" | "WECHAT" = "CASH") {
  const desk = await aDesk(app);
  const asker = await app.as(
    ["property:read", "billing:read", "billing:request-refund", "billing:refund"],
    desk.projectId,
    "客服丁",
  );
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], desk.projectId, "经理戊");
  const charge = await desk.charged(30_000);
  const dto = aReceipt(desk.owner.id, [charge], { methods: [{ method, tenderedFen: 30_000 }] });
  await desk.cashier.post(`${desk.url}/receipts`, dto);
  const { body: red } = await desk.reviewer.post(`${desk.url}/receipts/${dto.id}/reverse`, { reason: "收错房间" });
  const body = (overrides: Partial<RequestRefundDto> = {}) => ({
    id: randomUUID(),
    source: "RED_RECEIPT",
    sourceId: red.id,
    amountFen: 30_000,
    method,
    reason: "收错房间，退回业主",
    ...overrides,
  });
  const ask = (overrides: Partial<RequestRefundDto> = {}) => asker.post(`${desk.url}/refund-requests`, body(overrides));
  const decide = (approvalId: string, what: "approve" | "reject") =>
    approver.post(`${desk.url}/approvals/${approvalId}/${what}`, what === "reject" ? { reason: "材料不全" } : {});
  return { ...desk, asker, approver, red, receiptId: dto.id, body, ask, decide };
}

test("asked, reviewed, paid: three people, and not a fen more than was paid", async () => {
  const { ask, asker, refunder, reviewer, url, red, projectId } = await aReversedReceipt();
  const first = await ask({ amountFen: 20_000 });
  expect(first).toMatchObject({ status: 201, body: { status: "PENDING", requestNo: "TQ000001" } });
  // what is asked for already is not asked for again, and there is no way beside the request
  expect(await ask({ amountFen: 10_001 })).toMatchObject({ status: 409, body: { code: "REFUND_EXCEEDS" } });
  const direct = { id: randomUUID(), redReceiptId: red.id, method: "CASH", amountFen: 1, reason: "退现金" };
  expect((await refunder.post(`${url}/refunds`, direct)).status).toBe(404);

  const pay = (person: typeof asker) => person.post(`${url}/refund-requests/${first.body.id}/pay`, {});
  expect((await pay(refunder)).body.code).toBe("REFUND_STATE");
  // whoever approves does not pay, also when he is given that right later
  const rights = ["property:read", "billing:read", "billing:approve-refund", "billing:refund"] as const;
  const both = await app.as([...rights], projectId, "财务辛");
  expect((await both.post(`${url}/approvals/${first.body.approvalId}/approve`, {})).status).toBe(200);
  expect((await pay(both)).body.code).toBe("SAME_PERSON");
  expect((await pay(asker)).body.code).toBe("SAME_PERSON");
  expect((await pay(reviewer)).status).toBe(403);
  const twice = await Promise.all([pay(refunder), pay(refunder)]);
  expect(twice.map(({ body }) => [body.status, body.refundNo])).toEqual([
    ["PAID", "TK000001"],
    ["PAID", "TK000001"],
  ]);
  expect((await refunder.get(`${url}/refunds`)).body.items).toMatchObject([
    { amountFen: 20_000, redReceiptId: red.id },
  ]);
  expect((await refunder.get(`${url}/receipts/${red.id}`)).body.refundableFen).toBe(10_000);
  await checkInvariants(app.db, projectId);
});

test("a refused or withdrawn request leaves the money to be asked for again", async () => {
  const { ask, decide, asker, url } = await aReversedReceipt();
  const first = await ask();
  expect((await decide(first.body.approvalId, "reject")).status).toBe(200);
  expect((await asker.get(`${url}/refund-requests/${first.body.id}`)).body).toMatchObject({
    status: "REJECTED",
    note: "材料不全",
  });
  const second = await ask();
  expect((await asker.post(`${url}/approvals/${second.body.approvalId}/withdraw`, {})).status).toBe(200);
  expect((await ask()).status).toBe(201);
});

test("by the way the money came in, else with a reason; a transfer needs the account, which is masked", async () => {
  const { ask } = await aReversedReceipt("WECHAT");
  const other = await ask({ method: "CASH" });
  expect(other).toMatchObject({ status: 400 });
  expect(other.body.fields.channelReason[0]).toContain("微信");
  const bare = await ask({ method: "TRANSFER", channelReason: "微信已注销" });
  expect(Object.keys(bare.body.fields)).toEqual(["accountHolder", "bankName", "bankAccount"]);
  const bank = { accountHolder: "顾清川", bankName: "招商银行", bankAccount: "6225880100001234" };
  const asked = await ask({ method: "TRANSFER", channelReason: "微信已注销", ...bank });
  expect(asked).toMatchObject({ status: 201, body: { bankAccountMasked: "************1234" } });
  const [row] = await app.db.query("SELECT bank_account_cipher AS cipher FROM refund_request WHERE id = $1", [
    asked.body.id,
  ]);
  expect(row.cipher).not.toContain("6225880100001234");
});

test("who pays a transfer reads the whole account number, only while it is to be paid; each look is logged", async () => {
  const { ask, decide, refunder, approver, url, projectId } = await aReversedReceipt("WECHAT");
  const bank = { accountHolder: "顾清川", bankName: "招商银行", bankAccount: "6225880100001234" };
  const { body } = await ask({ method: "TRANSFER", channelReason: "微信已注销", ...bank });
  const at = `${url}/refund-requests/${body.id}`;
  const look = () => refunder.post(`${at}/account`, {});
  expect(await look()).toMatchObject({ status: 409, body: { code: "REFUND_STATE" } });
  await decide(body.approvalId, "approve");
  expect(await look()).toMatchObject({ status: 200, body: { bankAccount: "6225880100001234" } });
  expect((await approver.post(`${at}/account`, {})).status).toBe(403);
  const logged = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'refund-request.unmask'",
    [projectId],
  );
  expect(logged).toEqual([{ summary: expect.stringContaining(body.requestNo) }]);
  expect((await refunder.post(`${at}/pay`, {})).body.fields).toHaveProperty("referenceNo");
  expect((await refunder.post(`${at}/pay`, { referenceNo: "20260310001" })).body.status).toBe("PAID");
  expect((await look()).status).toBe(409);
});

test("an approved request is cancelled with a reason, and the money may be asked for again; a paid one stays", async () => {
  const { ask, decide, asker, refunder, url, projectId } = await aReversedReceipt();
  const { body } = await ask();
  const cancel = (person: typeof asker, id = body.id, reason = "业主改为转账") =>
    person.post(`${url}/refund-requests/${id}/cancel`, { reason });
  expect((await cancel(asker)).body.code).toBe("REFUND_STATE");
  await decide(body.approvalId, "approve");
  expect((await cancel(refunder)).status).toBe(403);
  expect((await cancel(asker, body.id, "")).status).toBe(400);
  const twice = await Promise.all([cancel(asker), cancel(asker)]);
  expect(twice.map((reply) => reply.body.status)).toEqual(["CANCELLED", "CANCELLED"]);
  const logged = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'refund-request.cancel'",
    [projectId],
  );
  expect(logged).toEqual([{ summary: expect.stringContaining("业主改为转账") }]);
  expect((await refunder.post(`${url}/refund-requests/${body.id}/pay`, {})).body.code).toBe("REFUND_STATE");
  const again = await ask();
  expect(again.status).toBe(201);
  await decide(again.body.approvalId, "approve");
  expect((await refunder.post(`${url}/refund-requests/${again.body.id}/pay`, {})).body.status).toBe("PAID");
  expect((await cancel(asker, again.body.id)).body.code).toBe("REFUND_STATE");
});

test("what the project says about its methods holds for what is asked for and what is paid", async () => {
  const { ask, decide, refunder, url, projectId } = await aReversedReceipt("WECHAT");
  const settings = await app.as(["billing:read", "project:settings"], projectId);
  const set = async (overrides: object) => {
    const { body } = await settings.get(`${url}/payment-methods`);
    const {
      method: _m,
      mayChange: _c,
      ...rules
    } = (body.items ?? body).find(({ method }: { method: string }) => method === "WECHAT");
    const saved = await settings.put(`${url}/payment-methods/WECHAT`, { ...rules, ...overrides });
    expect(saved.status).toBeLessThan(300);
  };
  await set({ refundable: false });
  expect((await ask()).body.fields.method[0]).toContain("不能用于退款");
  await set({ refundable: true, reference: "REQUIRED" });
  const { body } = await ask();
  await decide(body.approvalId, "approve");
  const pay = (dto: object) => refunder.post(`${url}/refund-requests/${body.id}/pay`, dto);
  expect((await pay({})).body.fields.referenceNo[0]).toContain("微信");
  expect((await pay({ referenceNo: "42000012345" })).body.status).toBe("PAID");
});

test("a receipt that was printed is exchanged for an invoice only when its copy is back", async () => {
  const desk = await aDesk(app);
  const charge = await desk.charged(10_000);
  const dto = aReceipt(desk.owner.id, [charge]);
  await desk.cashier.post(`${desk.url}/receipts`, dto);
  const at = `${desk.url}/receipts/${dto.id}`;
  expect((await desk.cashier.post(`${at}/prints`, {})).status).toBeLessThan(300);
  const invoice = { invoiceNo: "26440000001" };
  for (const copyReturned of [undefined, false]) {
    const refused = await desk.cashier.post(`${at}/invoices`, { ...invoice, copyReturned });
    expect(refused).toMatchObject({ status: 409, body: { code: "COPY_NOT_RETURNED" } });
    expect(refused.body.detail).toMatch(/收回客户联/);
  }
  expect((await desk.cashier.post(`${at}/invoices`, { ...invoice, copyReturned: true })).status).toBe(201);
});

test("while an invoice stands nothing is paid back; once it is reversed it is", async () => {
  const desk = await aDesk(app);
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], desk.projectId);
  const charge = await desk.charged(10_000);
  const dto = aReceipt(desk.owner.id, [charge]);
  await desk.cashier.post(`${desk.url}/receipts`, dto);
  const at = `${desk.url}/receipts/${dto.id}`;
  expect((await desk.cashier.post(`${at}/invoices`, { invoiceNo: "26440000001" })).status).toBe(201);
  expect((await desk.cashier.post(`${at}/invoices`, { invoiceNo: "26440000002" })).status).toBe(409);
  expect((await desk.cashier.get(`${at}/print-data`)).body.invoices).toEqual([
    { invoiceNo: "26440000001", amountFen: null },
  ]);
  expect((await desk.cashier.post(`${at}/void`, { reason: "收错" })).body.code).toBe("INVOICE_STANDS");
  const { body: red } = await desk.reviewer.post(`${at}/reverse`, { reason: "收错房间" });
  const body = { source: "RED_RECEIPT", sourceId: red.id, amountFen: 10_000, method: "CASH", reason: "收错房间" };
  const ask = () => asker.post(`${desk.url}/refund-requests`, { ...body, id: randomUUID() });
  expect((await ask()).body.code).toBe("INVOICE_STANDS");
  expect((await desk.cashier.post(`${at}/invoices/reversal`, { redInvoiceNo: "26440000009" })).status).toBe(200);
  expect((await ask()).status).toBe(201);
  expect((await desk.cashier.get(`${at}/print-data`)).body.invoices).toEqual([]);
});

test("a prepayment balance is paid back through the same review, and leaves the account when it is paid", async () => {
  const desk = await aDesk(app);
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], desk.projectId);
  const approver = await app.as(["property:read", "billing:read", "billing:approve-refund"], desk.projectId);
  await desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [], { prepayment: { roomId: desk.room.id, amountFen: 10_000 } }),
  );
  const [account] = (await asker.get(`${desk.url}/prepayments`)).body.items;
  const body = {
    id: randomUUID(),
    source: "PREPAYMENT",
    sourceId: account.id,
    amountFen: 8_000,
    method: "CASH",
    reason: "搬离小区",
  };
  const asked = await asker.post(`${desk.url}/refund-requests`, body);
  expect(asked).toMatchObject({ status: 201, body: { source: "PREPAYMENT", sourceNo: desk.room.code } });
  await approver.post(`${desk.url}/approvals/${asked.body.approvalId}/approve`, {});
  expect((await desk.refunder.post(`${desk.url}/refund-requests/${body.id}/pay`, {})).body.status).toBe("PAID");
  expect((await asker.get(`${desk.url}/prepayments`)).body.items).toMatchObject([{ balanceFen: 2_000 }]);
  await checkInvariants(app.db, desk.projectId);
});

describe("作废", () => {
  test("one's own receipt of today is voided: the bill is open again and no money is left to be paid back", async () => {
    const desk = await aDesk(app);
    const charge = await desk.charged(10_000);
    const dto = aReceipt(desk.owner.id, [charge]);
    await desk.cashier.post(`${desk.url}/receipts`, dto);
    const at = `${desk.url}/receipts/${dto.id}`;
    const voided = await desk.cashier.post(`${at}/void`, { reason: "收错房间" });
    expect(voided).toMatchObject({ status: 201, body: { amountFen: -10_000, refundableFen: 0 } });
    expect((await desk.cashier.get(at)).body.status).toBe("VOIDED");
    expect((await desk.cashier.get(`${desk.url}/receipts?status=VOIDED`)).body.items).toHaveLength(1);
    expect((await desk.cashier.get(`${desk.url}/charges/${charge.id}`)).body.openFen).toBe(10_000);
    expect((await desk.cashier.post(`${at}/void`, { reason: "再作废" })).body.code).toBe("RECEIPT_REVERSED");
    await checkInvariants(app.db, desk.projectId);
  });

  test("not another's, not of an earlier day, not with a copy out of hand", async () => {
    const desk = await aDesk(app);
    const colleague = await app.as(["billing:read", "billing:collect"], desk.projectId, "收费员丙");
    const dto = aReceipt(desk.owner.id, [await desk.charged(10_000)]);
    await desk.cashier.post(`${desk.url}/receipts`, dto);
    const at = `${desk.url}/receipts/${dto.id}`;
    expect((await colleague.post(`${at}/void`, { reason: "收错" })).body.code).toBe("VOID_NOT_ALLOWED");
    await desk.cashier.post(`${at}/prints`);
    const printed = await desk.cashier.post(`${at}/void`, { reason: "收错" });
    expect(printed).toMatchObject({
      status: 409,
      body: { code: "VOID_NOT_ALLOWED", detail: expect.stringContaining("打印") },
    });
    app.clock.set("2026-03-11");
    const late = await desk.cashier.post(`${at}/void`, { reason: "收错", copiesReturned: true });
    expect(late.body.code).toBe("VOID_NOT_ALLOWED");
    app.clock.set("2026-03-10");
    expect((await desk.cashier.post(`${at}/void`, { reason: "收错", copiesReturned: true })).status).toBe(201);
  });
});
