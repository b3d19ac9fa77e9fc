import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aPlan } from "../payment-plans/payment-plans.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aDunning, aLevel, aPlainDunning } from "./dunning.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** The body of a level that sends bills ten days before they are due. */
const aBillLevel = (overrides: object = {}) => ({
  kind: "BILL",
  levelOrder: 0,
  name: "账单提醒",
  daysBefore: 10,
  minAmountFen: 0,
  channel: "NOTICE",
  text: "{客户}：您的{房号}有费用 {合计} 元，请于 {最早应缴日} 前缴纳。",
  active: true,
  ...overrides,
});

/** A project with a level that demands after thirty days and one that sends bills, and what bills do. */
async function aBilling() {
  const one = await aDunning(app);
  const made = await one.settings.post(`${one.url}/dunning-levels`, aBillLevel());
  expect(made.status).toBe(204);
  const [bill] = (await one.clerk.get(`${one.url}/dunning-levels`)).body.items;
  const scope = { levelId: bill.id as string };
  return {
    ...one,
    bill,
    bills: async () => (await one.preview(scope)).body,
    send: (id = newId()) => one.issue(scope, id),
    due: (dueOn: string, amountFen = 100_000) => one.charged(amountFen, dueOn.slice(0, 7), { dueOn }),
  };
}

test("a bill goes out from n days before the due day until that day, once for each charge (BIL-113)", async () => {
  const one = await aBilling();
  expect(one.bill).toMatchObject({ kind: "BILL", daysBefore: 10, daysOverdue: null, daysToNext: null });
  await one.due("2026-01-20", 30_000);
  await one.due("2026-03-21");
  expect(await one.bills()).toMatchObject({ cases: 0, skipped: 0 });
  app.clock.set("2026-03-11");
  expect(await one.bills()).toMatchObject({
    cases: 1,
    openFen: 100_000,
    lateFeeFen: 0,
    items: [{ daysLate: -10, charges: 1, oldestDueOn: "2026-03-21" }],
  });
  app.clock.set("2026-03-21");
  expect((await one.bills()).cases).toBe(1);
  expect(await one.send()).toMatchObject({ status: 201, body: { kind: "BILL", steps: 1, amountFen: 100_000 } });
  expect((await one.bills()).cases).toBe(0);
  expect(await one.send()).toMatchObject({ status: 409, body: { code: "NOTHING_TO_DUN" } });

  // what comes later is billed for itself; what was taken back by mistake again
  await one.due("2026-03-25", 7_000);
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 7_000 });
  const [step] = (await one.one()).history;
  await one.clerk.post(`${one.url}/dunning-steps/${step.id}/void`, { reason: "金额有误" });
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 107_000 });
  app.clock.set("2026-03-22");
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 7_000 });
});

test("what is paid in between is not billed, and a preview from before issues nothing", async () => {
  const one = await aBilling();
  const charge = await one.due("2026-03-15");
  const { fingerprint } = await one.bills();
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 60_000 }]));
  const body = { id: newId(), levelId: one.bill.id, fingerprint };
  expect((await one.clerk.post(`${one.url}/dunning-batches`, body)).body.code).toBe("DUNNING_STALE");
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 40_000 });
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 40_000 }]));
  expect(await one.bills()).toMatchObject({ cases: 0, skipped: 0 });
});

test("a payment plan holds a bill back; what was said and promised about arrears does not", async () => {
  const one = await aBilling();
  await one.due("2026-01-20", 30_000);
  const charge = await one.due("2026-03-15");
  expect((await one.issue()).status).toBe(201);
  const promise = { madeOn: "2026-03-10", payBy: "2026-04-10", amountFen: 30_000, form: "WRITTEN", promisedBy: "业主" };
  await one.clerk.post(`${one.at}/promises`, { id: newId(), ...promise });
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 100_000 });

  const asked = await one.manager.post(`${one.url}/payment-plans`, aPlan([charge], [["2026-04-15", 100_000]]));
  const director = await app.as(["property:read", "billing:read", "billing:approve-waiver"], one.projectId, "总经理");
  expect((await director.post(`${one.url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  expect(await one.bills()).toMatchObject({ cases: 0, skips: [{ skip: "IN_PLAN", excludedFen: 100_000 }] });
});

test("a disputed charge and a paused household are left out with the reason", async () => {
  const one = await aBilling();
  const charge = await one.due("2026-03-15");
  await one.manager.post(`${one.url}/charges/${charge.id}/dispute`, { reason: "漏水未修" });
  expect(await one.bills()).toMatchObject({ cases: 0, skips: [{ skip: "DISPUTED", excludedFen: 100_000 }] });
  await one.due("2026-03-18", 5_000);
  expect(await one.bills()).toMatchObject({ cases: 1, openFen: 5_000 });
  await one.clerk.post(`${one.at}/pauses`, { id: newId(), startsOn: "2026-03-10", reason: "正在协商" });
  expect(await one.bills()).toMatchObject({ cases: 0, skips: [{ skip: "PAUSED" }] });
});

test("a bill that arrived is proved, but is no demand: clock, last demand and later levels as without it", async () => {
  const one = await aBilling();
  await one.due("2026-03-15");
  const { id } = (await one.send()).body;
  const [step] = (await one.one()).history;
  expect(step).toMatchObject({ kind: "BILL", levelName: "账单提醒", payBy: null, createdByName: "客服李" });
  const delivery = { id: newId(), deliveredOn: "2026-03-10", how: "SIGNED", recipient: "业主本人", result: "已收" };
  const delivered = await one.clerk.post(`${one.url}/dunning-steps/${step.id}/deliveries`, delivery);
  expect(delivered.status).toBe(204);
  expect((await one.clerk.get(`${one.url}/dunning-batches/${id}`)).body).toMatchObject({ kind: "BILL", delivered: 1 });
  const settled = () => one.clerk.get(`${one.url}/dunning-cases?state=SETTLED`);
  expect((await settled()).body.items).toEqual([]);

  app.clock.set("2026-04-20");
  const overdue = await one.one();
  expect(overdue.history[0].deliveries).toMatchObject([{ how: "SIGNED", recipient: "业主本人", interrupts: false }]);
  expect(overdue).toMatchObject({ steps: 0, lastStepOn: null, lastLevelName: null, limitationOn: "2029-03-15" });
  expect(overdue.marks).toContain("NEVER");
  expect(overdue.items).toMatchObject([{ limitationOn: "2029-03-15", acts: [] }]);
  const owed = (await one.clerk.get(`${one.url}/billing-reports/ARREARS?asOf=2026-04-20`)).body.items;
  expect(owed).toMatchObject([{ roomId: one.room.id, askedOn: null }]);
  // the demand of the next level is made as if no bill had been sent
  expect((await one.issue()).status).toBe(201);
  expect(await one.one()).toMatchObject({ steps: 1, lastStepOn: "2026-04-20", lastLevelName: "书面催款" });
});

test("its paper reminds of a bill: no arrears, no law, no deadline but the due day", async () => {
  const one = await aBilling();
  await one.due("2026-03-15");
  const { id } = (await one.send()).body;
  const { items } = (await one.clerk.get(`${one.url}/dunning-notices/print-data?batchId=${id}`)).body;
  expect(items).toMatchObject([{ kind: "BILL", payBy: null, payableFen: 100_000, lines: [{ dueDate: "2026-03-15" }] }]);
  const [page] = await readPages((await one.clerk.get(`${one.url}/dunning-notices/pdf?batchId=${id}`)).raw);
  for (const words of ["缴费提醒", "请于 2026年3月15日 前缴纳", "1,000.00", "缴费方式", "本人已收到上列缴费提醒"])
    expect(page!.text).toContain(squeezed(words));
  for (const words of ["催", "逾期", "欠", "违约金", "法律依据", "民法典", "诉讼"])
    expect(page!.text).not.toContain(words);
});

test("a plan for bills is due n days before its due days", async () => {
  const one = await aBilling();
  await one.due("2026-03-25");
  const plan = { name: "每月账单", levelId: one.bill.id, everyMonths: 1, startsOn: "2026-03-25", active: true };
  expect((await one.settings.post(`${one.url}/dunning-plans`, plan)).status).toBe(204);
  const state = async () => (await one.clerk.get(`${one.url}/dunning-plans`)).body.items[0];
  expect(await state()).toMatchObject({ daysBefore: 10, dueOn: "2026-03-15", isDue: false });
  app.clock.set("2026-03-15");
  const { id: planId } = await state();
  expect(await state()).toMatchObject({ isDue: true });
  const body = { id: newId(), levelId: one.bill.id, planId, fingerprint: (await one.bills()).fingerprint };
  expect((await one.clerk.post(`${one.url}/dunning-batches`, body)).status).toBe(201);
  expect(await state()).toMatchObject({ lastOn: "2026-03-15", dueOn: "2026-04-15", isDue: false });
});

test.each([
  ["a negative number of days", { daysBefore: -1 }, "daysBefore", "提前天数不能小于 1"],
  ["no number of days", { daysBefore: null }, "daysBefore", "提前天数必须是整数"],
  ["a number in words", { daysBefore: "１０" }, "daysBefore", "提前天数必须是整数"],
  ["days before and after the due day", { daysOverdue: 7 }, "daysOverdue", "到期前送达账单不填这一项"],
  ["a deadline of its own", { daysToNext: 15 }, "daysToNext", "到期前送达账单不填这一项"],
  ["a demand before the due day", { ...aLevel(), daysBefore: 5, kind: "DEMAND" }, "daysBefore", "逾期催缴不填这一项"],
  [
    "a demand of no day",
    { ...aLevel(), daysBefore: null, daysOverdue: null, kind: undefined },
    "daysOverdue",
    "逾期天数必须是整数",
  ],
  ["words of being late", { text: "您已逾期 {逾期天数} 天" }, "text", "通知内容里没有 {逾期天数} 这样的内容"],
  ["a letter of a lawyer", { channel: "LAWYER" }, "channel", "到期前送达账单不用律师函"],
  ["another kind", { kind: "THREAT" }, "kind", "种类只能是：到期前送达账单、逾期催缴"],
])("a level with %s is refused and changes nothing", async (_what, wrong, field, words) => {
  const one = await aPlainDunning(app);
  const reply = await one.settings.post(
    `${one.url}/dunning-levels`,
    aBillLevel({ name: "另一级", levelOrder: 9, ...wrong }),
  );
  expect(reply.status).toBe(400);
  expect(reply.body.fields[field]).toContain(words);
  expect((await one.clerk.get(`${one.url}/dunning-levels`)).body.items).toHaveLength(1);
});

test("the kind of a level stays once something was issued with it", async () => {
  const one = await aBilling();
  await one.due("2026-03-15");
  const at = `${one.url}/dunning-levels/${one.bill.id}`;
  const demand = aLevel({ name: "账单提醒", levelOrder: 0 });
  expect((await one.settings.put(at, demand)).status).toBe(204);
  expect((await one.settings.put(at, aBillLevel({ daysBefore: 15 }))).status).toBe(204);
  await one.send();
  expect(await one.settings.put(at, demand)).toMatchObject({ status: 409, body: { code: "DUNNING_LEVEL_USED" } });
  expect((await one.settings.put(at, aBillLevel({ daysBefore: 20 }))).status).toBe(204);
});
