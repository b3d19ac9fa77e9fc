import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aPlainDunning } from "./dunning.factories.js";

/** Debts and receipts that are issued anew (更正): what was asked, promised and paid before stays what it was. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

type Dunning = Awaited<ReturnType<typeof aPlainDunning>>;

const corrected = async (one: Dunning, chargeId: string, amountFen: number) => {
  const body = { id: newId(), amountFen, difference: "PREPAYMENT", reason: "面积有误" };
  const made = await one.reviewer.post(`${one.url}/charges/${chargeId}/correction`, body);
  expect(made.status).toBe(201);
  return body.id;
};

test("a record dated before a correction counts the debt once, as it is right and as it was paid then", async () => {
  const one = await aPlainDunning(app);
  const wrong = await one.charged(100_000, "2026-01");
  app.clock.set("2026-02-10");
  const paid = { lines: [{ chargeId: wrong.id, amountFen: 40_000 }] };
  expect((await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [], paid))).status).toBe(201);
  app.clock.set("2026-03-10");
  await corrected(one, wrong.id, 90_000);
  const call = { id: newId(), channel: "PHONE", text: "告知欠费，请尽快缴纳" };
  expect((await one.clerk.post(`${one.at}/steps`, { ...call, onDay: "2026-03-05" })).status).toBe(204);
  expect((await one.clerk.post(`${one.at}/steps`, { ...call, id: newId(), onDay: "2026-02-05" })).status).toBe(204);
  expect((await one.one()).history).toMatchObject([
    { onDay: "2026-03-05", amountFen: 50_000, charges: 1 },
    { onDay: "2026-02-05", amountFen: 90_000, charges: 1 },
  ]);
});

test("a promise that was kept stays kept when its receipt is issued anew; the proof prints the day of the first", async () => {
  const one = await aPlainDunning(app);
  const wrong = await one.charged(50_000, "2026-01");
  const right = await one.charged(60_000, "2026-02", { dueOn: "2026-02-20" });
  const promise = { id: newId(), madeOn: "2026-03-10", payBy: "2026-03-20", amountFen: 60_000 };
  const words = { form: "WRITTEN", promisedBy: "王芳" };
  expect((await one.clerk.post(`${one.at}/promises`, { ...promise, ...words })).status).toBe(204);
  app.clock.set("2026-03-15");
  const receipt = aReceipt(one.owner.id, [wrong, right]);
  expect((await one.cashier.post(`${one.url}/receipts`, receipt)).status).toBe(201);
  await one.charged(10_000, "2026-03", { dueOn: "2026-03-16" });
  app.clock.set("2026-03-25");
  await one.clerk.post(`${one.at}/steps`, { id: newId(), channel: "PHONE", onDay: "2026-03-14", text: "告知欠费" });
  await corrected(one, wrong.id, 45_000);
  const [kept] = (await one.one()).promises;
  expect(kept.state).toBe("KEPT");
  const text = (await readPages((await one.clerk.get(`${one.at}/evidence`)).raw)).map((page) => page.text).join("");
  const receipts = text.slice(text.indexOf(squeezed("五、收款")), text.indexOf(squeezed("六、证据")));
  expect(receipts).toContain("2026-03-15");
  expect(receipts).not.toContain("2026-03-25");
});
