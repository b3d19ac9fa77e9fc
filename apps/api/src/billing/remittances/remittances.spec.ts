import type { RecordRemittanceDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aFeeItem, savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, aRefundPaid, type Desk } from "../receipts.factories.js";

/** Money collected for others: what came in, less what was given back and handed over (BIL-07, LAW-09). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** A desk that collected 1,000.00 yuan for the water company in March. */
async function aWaterCompany() {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const supplier = { supplierName: "江州自来水公司", keptAccount: "代收资金专户 0231" };
  const item = await savedFeeItem(app, desk.projectId, { name: "代收水费", collectedForOthers: true, ...supplier });
  const paid = async (amountFen: number) => {
    const charge = await desk.charged(amountFen, "2026-03", { feeItemId: item.id });
    const { body, status } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]));
    expect(status).toBe(201);
    return body;
  };
  const receipt = await paid(100_000);
  const finance = await app.as(["billing:read", "billing:remit"], desk.projectId, "财务");
  return { ...desk, item, receipt, finance, paid };
}
type Company = Awaited<ReturnType<typeof aWaterCompany>>;

const aRemittance = (feeItemId: string, more: Partial<RecordRemittanceDto> = {}): RecordRemittanceDto => ({
  id: newId(),
  feeItemId,
  bookedOn: "2026-03-20",
  amountFen: 60_000,
  method: "TRANSFER",
  slipNo: "YH-0088",
  remark: "三月代收水费",
  ...more,
});
const record = ({ finance, url }: Company, body: object, client: TestClient = finance) =>
  client.post(`${url}/remittances`, body);
const reverse = ({ finance, url }: Company, id: string) =>
  finance.post(`${url}/remittances/${id}/reverse`, { id: newId(), reason: "金额登记错误" });
const item = async ({ reviewer, url }: Desk) => (await reviewer.get(`${url}/remittances/items`)).body.items[0];
const listed = async ({ reviewer, url }: Desk, query = "") =>
  (await reviewer.get(`${url}/remittances?${query}`)).body.items;
const report = async ({ reviewer, url }: Desk, query: string) =>
  (await reviewer.get(`${url}/billing-reports/REMITTANCES?${query}`)).body;

test("what came in less what was given back and handed over is to be remitted; the report says it for a span", async () => {
  const company = await aWaterCompany();
  const wrong = await company.paid(5_000);
  const undone = await company.paid(7_000);
  app.clock.set("2026-04-10");
  await company.reviewer.post(`${company.url}/receipts/${undone.id}/reverse`, { reason: "收错了户" });
  const red = await company.reviewer.post(`${company.url}/receipts/${wrong.id}/reverse`, { reason: "多收退款" });
  expect((await aRefundPaid(app, company, red.body.id, 5_000)).body.status).toBe("PAID");
  expect((await record(company, aRemittance(company.item.id, { bookedOn: "2026-04-10" }))).status).toBe(201);
  expect(await item(company)).toEqual({
    feeItemId: company.item.id,
    feeItemName: "代收水费",
    supplierName: "江州自来水公司",
    keptAccount: "代收资金专户 0231",
    openingFen: 0,
    collectedFen: 105_000,
    refundedFen: 5_000,
    remittedFen: 60_000,
    toRemitFen: 40_000,
  });
  const april = await report(company, "from=2026-04-01&to=2026-04-10");
  expect(april.items).toMatchObject([
    {
      supplierName: "江州自来水公司",
      feeItemName: "代收水费",
      openingFen: 112_000,
      collectedFen: -7_000,
      refundedFen: 5_000,
      remittedFen: 60_000,
      toRemitFen: 40_000,
    },
  ]);
  expect(april.totals).toMatchObject({ toRemitFen: 40_000 });
  expect((await report(company, "from=2026-03-01&to=2026-03-31")).items).toMatchObject([
    { openingFen: 0, collectedFen: 112_000, refundedFen: 0, remittedFen: 0, toRemitFen: 112_000 },
  ]);
  await checkInvariants(app.db, company.projectId);
});

test("no more is remitted than was collected, on its day and now, also not by two at once", async () => {
  const company = await aWaterCompany();
  const remit = (more: object) => record(company, aRemittance(company.item.id, more));
  expect(await remit({ amountFen: 100_001 })).toMatchObject({
    status: 409,
    body: { code: "REMITTANCE_EXCEEDS", detail: expect.stringContaining("1000.00") },
  });
  expect((await remit({ bookedOn: "2026-03-19" })).body.code).toBe("REMITTANCE_EXCEEDS");
  const replies = await Promise.all([remit({}), remit({})]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await item(company)).toMatchObject({ remittedFen: 60_000, toRemitFen: 40_000 });
});

test("what is given back after it was handed over leaves less than nothing, made up by what comes in next", async () => {
  const company = await aWaterCompany();
  const remit = (amountFen: number) => record(company, aRemittance(company.item.id, { amountFen }));
  expect((await remit(100_000)).status).toBe(201);
  const receipt = `${company.url}/receipts/${company.receipt.id}`;
  expect((await company.reviewer.post(`${receipt}/reverse`, { reason: "收错了户" })).status).toBe(201);
  expect(await item(company)).toMatchObject({ collectedFen: 0, remittedFen: 100_000, toRemitFen: -100_000 });
  expect(await remit(1)).toMatchObject({
    status: 409,
    body: { code: "REMITTANCE_EXCEEDS", detail: expect.stringContaining("已多解缴 1000.00 元") },
  });
  await company.paid(130_000);
  expect(await item(company)).toMatchObject({ toRemitFen: 30_000 });
  expect((await remit(30_001)).body.code).toBe("REMITTANCE_EXCEEDS");
  expect((await remit(30_000)).status).toBe(201);
  expect(await item(company)).toMatchObject({ remittedFen: 130_000, toRemitFen: 0 });
  await checkInvariants(app.db, company.projectId);
});

test("a retry records once; what is wrong is taken back in red, once", async () => {
  const company = await aWaterCompany();
  const body = aRemittance(company.item.id);
  const replies = await Promise.all([record(company, body), record(company, body)]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect((await record(company, { ...body, amountFen: 1 })).body.code).toBe("ID_REUSED");
  const reds = await Promise.all([reverse(company, body.id), reverse(company, body.id)]);
  expect(reds.map(({ status }) => status).sort()).toEqual([200, 409]);
  const red = reds.find(({ status }) => status === 200)!.body;
  expect(red).toMatchObject({ amountFen: -60_000, reversalOf: body.id, remark: "金额登记错误", slipNo: "YH-0088" });
  expect((await reverse(company, red.id)).body.code).toBe("ENTRY_IS_RED");
  expect(await item(company)).toMatchObject({ remittedFen: 0, toRemitFen: 100_000 });
  expect(await listed(company)).toMatchObject([{ id: red.id }, { id: body.id, reversedBy: red.id }]);
  expect(await listed(company, "q=自来水&to=2026-03-19")).toEqual([]);
  const log = await app.db.query(
    "SELECT action FROM audit_log WHERE project_id = $1 AND entity = 'remittance' ORDER BY id",
    [company.projectId],
  );
  expect(log).toEqual([{ action: "remittance.record" }, { action: "remittance.reverse" }]);
  await checkInvariants(app.db, company.projectId);
});

test("an item keeps its supplier only while it is collected for others, and stays so once something was remitted", async () => {
  const company = await aWaterCompany();
  const keeper = await app.as(["billing:read", "billing:rates"], company.projectId);
  const supplier = { supplierName: "江州燃气公司", keptAccount: "专户 1" };
  const own = await keeper.post(`${company.url}/fee-items`, aFeeItem(supplier));
  expect(own).toMatchObject({ status: 400, body: { fields: { supplierName: [expect.any(String)] } } });
  const made = await keeper.post(`${company.url}/fee-items`, aFeeItem({ ...supplier, collectedForOthers: true }));
  expect((await keeper.get(`${company.url}/fee-items/${made.body.id}`)).body).toMatchObject(supplier);
  await record(company, aRemittance(company.item.id));
  const change = aFeeItem({ code: company.item.code, name: company.item.name });
  expect((await keeper.put(`${company.url}/fee-items/${company.item.id}`, change)).body.code).toBe("FEE_ITEM_IN_USE");
});

test.each([
  ["an item of one's own", { feeItemId: "OWN" }, "feeItemId"],
  ["tomorrow", { bookedOn: "2026-03-21" }, "bookedOn"],
  ["31 February", { bookedOn: "2026-02-31" }, "bookedOn"],
  ["nothing", { amountFen: 0 }, "amountFen"],
  ["a way nobody is paid", { method: "PREPAYMENT" }, "method"],
  ["no slip", { slipNo: " " }, "slipNo"],
  ["emoji", { remark: "水费💧" }, "remark"],
  ["an unknown field", { colour: "red" }, "colour"],
])("refuses %s and writes nothing", async (_what, wrong, field) => {
  const company = await aWaterCompany();
  const feeItemId = "feeItemId" in wrong ? company.feeItem.id : company.item.id;
  const reply = await record(company, { ...aRemittance(company.item.id), ...wrong, feeItemId });
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.fields)).toEqual([field]);
  expect(await listed(company)).toEqual([]);
});

test("a closed month, another project's item and a cashier are refused", async () => {
  const [company, other] = [await aWaterCompany(), await aWaterCompany()];
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-03'", [
    company.projectId,
  ]);
  expect((await record(company, aRemittance(company.item.id))).body.code).toBe("PERIOD_CLOSED");
  expect((await record(other, aRemittance(company.item.id))).status).toBe(404);
  expect((await record(other, aRemittance(other.item.id), other.cashier)).status).toBe(403);
});
