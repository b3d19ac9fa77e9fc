import type { RecordPublicEntryDto } from "@linli/contracts";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, type Desk } from "../receipts.factories.js";

/** The owners' income from common parts: income less reasonable costs, used by decision, kept apart (LAW-21). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** A desk with an advertising space whose rent of 1,000.00 yuan was paid in March. */
async function anAdvertisement() {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const item = await savedFeeItem(app, desk.projectId, {
    name: "电梯广告",
    incomeClass: "PUBLIC",
    kind: "ONE_OFF",
  });
  const charge = await desk.charged(100_000, "2026-03", { feeItemId: item.id });
  const body = {
    ...aReceipt(desk.owner.id, []),
    lines: [{ chargeId: charge.id, amountFen: 100_000 }],
    methods: [{ method: "CASH", tenderedFen: 100_000 }],
  };
  expect((await desk.cashier.post(`${desk.url}/receipts`, body)).status).toBe(201);
  const finance = await app.as(["billing:read", "billing:public-income"], desk.projectId, "财务");
  return { ...desk, item, finance };
}
type Advertisement = Awaited<ReturnType<typeof anAdvertisement>>;

const anEntry = (feeItemId: string, more: Partial<RecordPublicEntryDto> = {}): RecordPublicEntryDto => ({
  id: newId(),
  kind: "COST",
  feeItemId,
  bookedOn: "2026-03-20",
  amountFen: 20_000,
  party: "蓝天广告公司",
  purpose: "广告位维护",
  ...more,
});
const record = ({ finance, url }: Advertisement, body: object, client: TestClient = finance) =>
  client.post(`${url}/public-income/entries`, body);
const source = async ({ reviewer, url }: Desk) => (await reviewer.get(`${url}/public-income/sources`)).body.items[0];
const entries = async ({ reviewer, url }: Desk, query = "") =>
  (await reviewer.get(`${url}/public-income/entries?${query}`)).body.items;
const report = async ({ reviewer, url }: Desk, query: string) =>
  (await reviewer.get(`${url}/billing-reports/PUBLIC_INCOME?${query}`)).body;

test("a source holds what it began with and what came in, less costs and uses; the report says it for a span", async () => {
  const desk: Advertisement = await anAdvertisement();
  const { item } = desk;
  app.clock.set("2026-02-10");
  expect(
    (await record(desk, anEntry(item.id, { kind: "OPENING", amountFen: 5_000, bookedOn: "2026-02-10" }))).status,
  ).toBe(201);
  app.clock.set("2026-03-20");
  await record(desk, anEntry(item.id));
  await record(desk, anEntry(item.id, { kind: "USE", amountFen: 30_000, purpose: "业主大会决议：补充维修资金" }));
  expect(await source(desk)).toEqual({
    feeItemId: item.id,
    feeItemName: "电梯广告",
    openingFen: 5_000,
    incomeFen: 100_000,
    costFen: 20_000,
    usedFen: 30_000,
    balanceFen: 55_000,
  });
  const march = await report(desk, "from=2026-03-01&to=2026-03-20");
  expect(march.items).toMatchObject([
    {
      feeItemName: "电梯广告",
      openingFen: 5_000,
      incomeFen: 100_000,
      costFen: 20_000,
      usedFen: 30_000,
      balanceFen: 55_000,
      uses: "业主大会决议：补充维修资金",
    },
  ]);
  expect(march.totals).toMatchObject({ balanceFen: 55_000 });
  expect((await report(desk, "from=2026-02-01&to=2026-02-28")).items).toMatchObject([
    { openingFen: 5_000, incomeFen: 0, costFen: 0, usedFen: 0, balanceFen: 5_000 },
  ]);
});

test("more than the source holds is not used, also not by two at once", async () => {
  const desk = await anAdvertisement();
  const use = (amountFen: number) => record(desk, anEntry(desk.item.id, { kind: "USE", amountFen }));
  expect(await use(100_001)).toMatchObject({
    status: 409,
    body: { code: "PUBLIC_INCOME_SHORT", detail: expect.stringContaining("1000.00") },
  });
  const replies = await Promise.all([use(60_000), use(60_000)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await source(desk)).toMatchObject({ usedFen: 60_000, balanceFen: 40_000 });
});

test("what is used was there on the day it is dated", async () => {
  const desk = await anAdvertisement();
  const early = anEntry(desk.item.id, { kind: "USE", amountFen: 80_000, bookedOn: "2026-02-28" });
  expect(await record(desk, early)).toMatchObject({ status: 409, body: { code: "PUBLIC_INCOME_SHORT" } });
  expect((await record(desk, { ...early, bookedOn: "2026-03-20" })).status).toBe(201);
});

test("a use taken back is not published among the uses", async () => {
  const desk = await anAdvertisement();
  const { body } = await record(desk, anEntry(desk.item.id, { kind: "USE", purpose: "修理电梯" }));
  await desk.finance.post(`${desk.url}/public-income/entries/${body.id}/reverse`, { id: newId(), reason: "登记错误" });
  expect((await report(desk, "from=2026-03-01&to=2026-03-20")).items).toMatchObject([{ usedFen: 0, uses: null }]);
});

test("a retry records once, also at the same moment; the same id with other content is refused", async () => {
  const desk = await anAdvertisement();
  const body = anEntry(desk.item.id);
  const replies = await Promise.all([record(desk, body), record(desk, body)]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(await entries(desk)).toHaveLength(1);
  expect((await record(desk, { ...body, amountFen: 1 })).body.code).toBe("ID_REUSED");
});

test("what is wrong is taken back in red, once; nothing is changed or removed", async () => {
  const desk = await anAdvertisement();
  const { body: cost } = await record(desk, anEntry(desk.item.id));
  const reverse = (id: string, reason = "金额登记错误") =>
    desk.finance.post(`${desk.url}/public-income/entries/${id}/reverse`, { id: newId(), reason });
  const replies = await Promise.all([reverse(cost.id), reverse(cost.id)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const red = replies.find(({ status }) => status === 200)!.body;
  expect(red).toMatchObject({ amountFen: -20_000, reversalOf: cost.id, purpose: "金额登记错误" });
  expect((await reverse(red.id)).body.code).toBe("ENTRY_IS_RED");
  expect(await source(desk)).toMatchObject({ costFen: 0, balanceFen: 100_000 });
  expect(await entries(desk)).toMatchObject([{ id: red.id }, { id: cost.id, reversedBy: red.id }]);
  const log = await app.db.query(
    "SELECT action FROM audit_log WHERE project_id = $1 AND entity = 'public-income' ORDER BY id",
    [desk.projectId],
  );
  expect(log).toEqual([{ action: "public-income.record" }, { action: "public-income.reverse" }]);
});

test("an opening balance that was used is not taken back", async () => {
  const desk = await anAdvertisement();
  const { body: opening } = await record(desk, anEntry(desk.item.id, { kind: "OPENING", amountFen: 5_000 }));
  await record(desk, anEntry(desk.item.id, { kind: "USE", amountFen: 101_000 }));
  const reply = await desk.finance.post(`${desk.url}/public-income/entries/${opening.id}/reverse`, {
    id: newId(),
    reason: "登记错误",
  });
  expect(reply).toMatchObject({ status: 409, body: { code: "PUBLIC_INCOME_SHORT" } });
});

test("a list is filtered by kind, source, day and words", async () => {
  const desk = await anAdvertisement();
  await record(desk, anEntry(desk.item.id, { referenceNo: "FP-001", bookedOn: "2026-03-02" }));
  await record(desk, anEntry(desk.item.id, { kind: "USE", purpose: "购买健身器材" }));
  expect(await entries(desk, "kind=USE")).toMatchObject([{ purpose: "购买健身器材" }]);
  expect(await entries(desk, "q=FP-001")).toMatchObject([{ bookedOn: "2026-03-02" }]);
  expect(await entries(desk, "to=2026-03-10")).toHaveLength(1);
  expect(await entries(desk, `feeItemId=${desk.feeItem.id}`)).toEqual([]);
});

test.each([
  ["an item of another income class", { feeItemId: "PROPERTY" }, 400, "feeItemId"],
  ["tomorrow", { bookedOn: "2026-03-21" }, 400, "bookedOn"],
  ["31 February", { bookedOn: "2026-02-31" }, 400, "bookedOn"],
  ["nothing", { amountFen: 0 }, 400, "amountFen"],
  ["a fraction of a fen", { amountFen: 1.5 }, 400, "amountFen"],
  ["no purpose", { purpose: " " }, 400, "purpose"],
  ["a text too long", { party: "长".repeat(101) }, 400, "party"],
  ["an unknown kind", { kind: "GIFT" }, 400, "kind"],
  ["an unknown field", { colour: "red" }, 400, "colour"],
])("refuses %s and writes nothing", async (_what, wrong, status, field) => {
  const desk = await anAdvertisement();
  const feeItemId = "feeItemId" in wrong ? desk.feeItem.id : desk.item.id;
  const reply = await record(desk, { ...anEntry(desk.item.id), ...wrong, feeItemId });
  expect(reply.status).toBe(status);
  expect(Object.keys(reply.body.fields)).toEqual([field]);
  expect(await entries(desk)).toEqual([]);
});

test("a closed month, another project's item and a cashier are refused", async () => {
  const [desk, other] = [await anAdvertisement(), await anAdvertisement()];
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-03'", [
    desk.projectId,
  ]);
  expect(await record(desk, anEntry(desk.item.id))).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
  expect((await record(other, anEntry(desk.item.id))).status).toBe(404);
  expect((await record(other, anEntry(other.item.id), other.cashier)).status).toBe(403);
});
