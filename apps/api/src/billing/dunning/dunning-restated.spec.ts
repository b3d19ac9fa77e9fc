import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aSoldRoom, transferred } from "../transfers/transfers.factories.js";
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

test("what is issued in place of a charge was demanded, promised and paid in part as that one was, however often", async () => {
  const one = await aPlainDunning(app);
  const wrong = await one.charged(100_000, "2023-03", { dueOn: "2023-03-20" });
  const { id: batchId } = (await one.issue()).body;
  const [{ id: stepId }] = (await one.one()).history;
  const letter = { id: newId(), deliveredOn: "2026-03-10", how: "SIGNED", recipient: "王芳" };
  await one.clerk.post(`${one.url}/dunning-steps/${stepId}/deliveries`, letter);
  const promise = { id: newId(), madeOn: "2026-03-10", payBy: "2026-04-10", amountFen: 60_000 };
  await one.clerk.post(`${one.at}/promises`, { ...promise, form: "WRITTEN", promisedBy: "王芳" });
  const pay = (id: string, amountFen: number) =>
    one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [], { lines: [{ chargeId: id, amountFen }] }));
  app.clock.set("2026-03-11");
  expect((await pay(wrong.id, 30_000)).status).toBe(201);
  app.clock.set("2026-03-12");
  const stillWrong = await corrected(one, wrong.id, 80_000);
  // nobody reverses his own receipt
  const reviewer = await app.as(["billing:read", "billing:reverse"], one.projectId, "复核钱");
  const right = await corrected({ ...one, reviewer }, stillWrong, 90_000);

  const { items, limitationOn, history } = await one.one();
  expect(items).toMatchObject([{ chargeId: right, openFen: 60_000, limitationOn: "2029-03-11" }]);
  const acts = items[0].acts.map(({ kind, on }: { kind: string; on: string }) => `${kind} ${on}`).toSorted();
  expect(acts).toEqual(["DEMAND 2026-03-10", "PAYMENT 2026-03-11", "PROMISE 2026-03-10"]);
  expect(limitationOn).toBe("2029-03-11");
  expect(history).toMatchObject([{ amountFen: 100_000, charges: 1 }]);
  expect((await one.preview()).body.skips).toMatchObject([{ skip: "PROMISED" }]);
  const steps = (await one.clerk.get(`${one.url}/dunning-batches/${batchId}/steps`)).body.items;
  expect(steps).toMatchObject([{ amountFen: 100_000, openFen: 60_000 }]);

  expect((await pay(right, 30_000)).status).toBe(201);
  expect((await one.one()).promises).toMatchObject([{ paidFen: 60_000, state: "KEPT" }]);
  expect((await one.preview()).body.skips).toMatchObject([{ skip: "TOO_SOON" }]);
  await checkInvariants(app.db, one.projectId);
});

test("who takes a debt over with a room takes its limitation over, but was asked for nothing himself", async () => {
  app.clock.set("2025-06-10");
  const sold = await aSoldRoom(app, { area: "100.00", price: "1.00" });
  const { at, projectId, room, seller, buyer } = sold;
  const clerk = await app.as(["billing:read", "billing:dun", "property:read"], projectId);
  const call = {
    id: newId(),
    channel: "PHONE",
    onDay: "2025-06-10",
    text: "告知欠费",
    how: "SIGNED",
    recipient: "张伟",
  };
  expect((await clerk.post(`${at}/dunning-cases/${room.id}/${seller.id}/steps`, call)).status).toBe(204);
  app.clock.set("2025-06-18");
  await transferred(sold, { arrears: "ASSUMED" });
  app.clock.set("2025-06-25");
  const { body } = await clerk.get(`${at}/dunning-cases/${room.id}/${buyer.id}`);
  const [april] = body.items;
  expect(april).toMatchObject({ period: "2025-04", acts: [{ kind: "DEMAND", on: "2025-06-10" }] });
  expect(april.limitationOn).toBe("2028-06-10");
  // the days that are his own were never the seller's debt
  const own = body.items.find(({ serviceFrom }: { serviceFrom: string }) => serviceFrom === "2025-06-18");
  expect(own.acts).toEqual([]);
  expect(body).toMatchObject({ steps: 0, history: [], marks: ["NEVER"] });
});
