import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const SCHEME = {
  enabled: true,
  onPublish: false,
  daily: false,
  onlyListed: false,
  order: "PERIOD_FIRST",
  shortage: "PARTIAL",
};

/** A desk with a reviewer and a manager; a charge is open. */
async function aReviewedDesk() {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const reviewer = await app.as(["billing:read", "billing:review", "billing:close"], desk.projectId, "财务丁");
  const manager = await app.as(["billing:read", "project:settings", "billing:offset"], desk.projectId, "经理");
  const director = await app.as(
    ["billing:read", "project:settings", "billing:control-settings"],
    desk.projectId,
    "公司经理",
  );
  const prepay = async (amountFen: number) => {
    const prepayment = { roomId: desk.room.id, amountFen };
    const reply = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [], { prepayment }));
    expect(reply.status).toBe(201);
    return reply.body.id as string;
  };
  const at = `${desk.url}/receipt-reviews`;
  const review = (receiptIds: unknown, by = reviewer) => by.post(at, { receiptIds });
  const rule = (receiptReview: string) => director.put(`${desk.url}/billing-settings/controls`, { receiptReview });
  const check = async () => {
    const { items } = (await reviewer.get(`${desk.url}/periods/2026-03/checklist`)).body;
    return items.find(({ key }: { key: string }) => key === "RECEIPTS_UNREVIEWED");
  };
  return { ...desk, reviewer, manager, director, prepay, at, review, rule, check };
}

test("prepayments are offset after somebody else has reviewed them, where the scheme says so (3.1 no. 7)", async () => {
  const desk = await aReviewedDesk();
  await desk.charged(10_000);
  const first = await desk.prepay(6_000);
  const second = await desk.prepay(3_000);
  const preview = async () => (await desk.manager.post(`${desk.url}/offsets/preview`, {})).body.amountFen;
  expect((await desk.manager.put(`${desk.url}/offset-scheme`, SCHEME)).status).toBe(200);
  expect(await preview()).toBe(9_000);
  const scheme = await desk.director.put(`${desk.url}/offset-scheme`, { ...SCHEME, reviewedOnly: true });
  expect(scheme.body.reviewedOnly).toBe(true);
  expect(await preview()).toBe(0);
  const steps = async () => (await desk.reviewer.get(`${desk.url}/periods/2026-03`)).body.steps;
  const stepOf = async (key: string) => (await steps()).find((one: { key: string }) => one.key === key);
  expect(await stepOf("PREPAYMENT_REVIEW")).toMatchObject({ state: "TODO", count: 2 });
  expect(await stepOf("OFFSET")).toMatchObject({ count: 0 });
  expect(await stepOf("LATE_FEES")).toMatchObject({ state: "SKIPPED" });

  expect((await desk.review([first])).status).toBe(204);
  expect(await preview()).toBe(6_000);
  expect(await stepOf("OFFSET")).toMatchObject({ count: 1 });
  expect(await stepOf("PREPAYMENT_REVIEW")).toMatchObject({ state: "DOING", count: 1 });
  const list = (await desk.reviewer.get(`${desk.at}?state=OPEN&withPrepayment=true`)).body;
  expect(list).toMatchObject({
    receipts: 1,
    prepaymentFen: 3_000,
    items: [{ id: second, own: false, reviewedAt: null }],
  });
  // what is left open in March keeps April waiting too
  app.clock.set("2026-04-02");
  const { steps: april } = (await desk.reviewer.get(`${desk.url}/periods/2026-04`)).body;
  expect(april).toContainEqual(
    expect.objectContaining({
      key: "PREPAYMENT_REVIEW",
      state: "TODO",
      detail: "1 张预收收据，1 张 30.00 元还没有审核，审核后才冲抵",
    }),
  );
});

test("money that a correction keeps as a prepayment is as reviewed as its first receipt (3.1 no. 7)", async () => {
  const desk = await aReviewedDesk();
  const [wrong, next] = [await desk.charged(10_000), await desk.charged(50_000)];
  const prepayment = { roomId: desk.room.id, amountFen: 6_000 };
  const taken = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [wrong], { prepayment }));
  await desk.director.put(`${desk.url}/offset-scheme`, { ...SCHEME, reviewedOnly: true });
  const right = { id: newId(), amountFen: 8_000, difference: "PREPAYMENT", reason: "抄错读数" };
  const finance = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务己");
  expect((await finance.post(`${desk.url}/charges/${wrong.id}/correction`, right)).status).toBe(201);
  const preview = async () => (await desk.manager.post(`${desk.url}/offsets/preview`, {})).body.amountFen;
  expect(await preview()).toBe(0);
  const { steps } = (await desk.reviewer.get(`${desk.url}/periods/2026-03`)).body;
  const step = steps.find(({ key }: { key: string }) => key === "PREPAYMENT_REVIEW");
  expect(step.detail).toBe("1 张预收收据，1 张 80.00 元还没有审核，审核后才冲抵");
  const list = (await desk.reviewer.get(`${desk.at}?state=OPEN&withPrepayment=true`)).body.items;
  expect(list.map(({ id }: { id: string }) => id)).toContain(taken.body.id);
  expect((await desk.review([taken.body.id])).status).toBe(204);
  expect(await preview()).toBe(8_000);
  expect((await desk.cashier.get(`${desk.url}/charges/${next.id}`)).body.openFen).toBe(50_000);
});

test("a receipt is reviewed once, by somebody who did not take the money; a batch is all or nothing", async () => {
  const desk = await aReviewedDesk();
  const [a, b, c] = [await desk.prepay(100), await desk.prepay(200), await desk.prepay(300)];
  const both = await Promise.all([1, 2].map(() => desk.review([a, b])));
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(both.find(({ status }) => status === 409)!.body.code).toBe("RECEIPT_REVIEWED");
  expect((await desk.review([c, a])).body.code).toBe("RECEIPT_REVIEWED");
  expect((await desk.review([c, newId()])).status).toBe(404);
  for (const ids of [[], ["x"], [c, c], c]) expect((await desk.review(ids)).status).toBe(400);
  expect((await desk.review([c], desk.cashier)).status).toBe(403);
  const colleague = await app.as(["billing:read", "billing:collect"], desk.projectId);
  expect((await desk.review([c], colleague)).status).toBe(403);
  const elsewhere = await aReviewedDesk();
  expect((await elsewhere.review([c])).status).toBe(404);
  const items = (await desk.reviewer.get(`${desk.at}?state=OPEN`)).body.items;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([c]);

  // what was reviewed is not voided any more, and its red receipt is to be reviewed by another than who reversed
  const voided = await desk.cashier.post(`${desk.url}/receipts/${a}/void`, { reason: "录错", copiesReturned: true });
  expect(voided).toMatchObject({ status: 409, body: { code: "VOID_NOT_ALLOWED" } });
  const senior = await app.as(["billing:read", "billing:review", "billing:reverse"], desk.projectId, "财务戊");
  const red = (await senior.post(`${desk.url}/receipts/${a}/reverse`, { reason: "录错金额" })).body;
  expect((await desk.review([red.id], senior)).body.code).toBe("SAME_PERSON");
  expect((await desk.review([red.id])).status).toBe(204);
});

test("a month close looks at unreviewed receipts as the project says (3.1 no. 10)", async () => {
  const desk = await aReviewedDesk();
  const receipt = await desk.prepay(5_000);
  expect(await desk.check()).toMatchObject({ severity: "OK", detail: "没有要求审核收款" });
  expect((await desk.rule("MAYBE")).status).toBe(400);
  expect((await desk.rule("WARN")).status).toBe(200);
  expect(await desk.check()).toMatchObject({ severity: "WARN", count: 1 });
  expect((await desk.rule("BLOCK")).body.receiptReview).toBe("BLOCK");
  expect(await desk.check()).toMatchObject({ severity: "BLOCK", detail: "1 张收银台收据，1 张还没有审核" });
  app.clock.set("2026-04-02");
  const close = () => desk.reviewer.post(`${desk.url}/periods/2026-03/close`, { confirm: true });
  expect(await close()).toMatchObject({ status: 409, body: { code: "CLOSE_BLOCKED" } });
  expect((await desk.review([receipt])).status).toBe(204);
  expect((await desk.check()).severity).toBe("OK");
  // left out, the rule stays
  const other = await desk.manager.put(`${desk.url}/billing-settings`, { lateFeeCeiling: "0.3" });
  expect(other.body.receiptReview).toBe("BLOCK");
  expect((await close()).status).toBe(200);
});
