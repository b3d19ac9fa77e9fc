import { checkInvariants } from "../../../test/invariants.js";
import { checkReports } from "../../../test/reports-agree.js";
import { startTestApp } from "../../../test/test-app.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

test("what was paid on a day and reversed later is not paid again on a day between: the ageing of that day would differ", async () => {
  app.clock.set("2026-03-10");
  const desk = await aDesk(app);
  const { url, owner, cashier, reviewer, projectId } = desk;
  const accountant = await app.as(["billing:read", "billing:collect", "billing:reverse"], projectId, "会计丁");
  const charge = await desk.charged(10_000, "2026-03");
  const first = await cashier.post(`${url}/receipts`, aReceipt(owner.id, [{ ...charge, openFen: 6_000 }]));
  app.clock.set("2026-04-02");
  expect((await reviewer.post(`${url}/receipts/${first.body.id}/reverse`, { reason: "支票退票" })).status).toBe(201);

  const post = (openFen: number, bookedOn: string) =>
    accountant.post(`${url}/receipts`, aReceipt(owner.id, [{ ...charge, openFen }], { bookedOn }));
  const refused = await post(10_000, "2026-03-20");
  expect(refused).toMatchObject({ status: 409, body: { code: "AMOUNT_EXCEEDS_OPEN", details: { openFen: 4_000 } } });
  expect(refused.body.detail).toContain("请改记在红冲当天或以后");
  expect((await post(4_000, "2026-03-20")).status).toBe(201);
  expect((await post(6_000, "2026-04-02")).status).toBe(201);
  await checkInvariants(app.db, projectId);
  await checkReports(reviewer, url, "2026-01", "2026-04-02");
});
