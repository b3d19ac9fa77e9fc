import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { savedProject } from "../../property/property.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aDunning, aLevel } from "./dunning.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

test("a batch shows whom it asks and whom not and why, issues once, and what it demanded stays (BIL-113)", async () => {
  const one = await aDunning(app);
  const charge = await one.charged(100_000, "2026-01");
  await one.charged(50_000, "2026-03", { dueOn: "2026-03-20" });
  const poor = await one.household(900);
  const disputed = await one.household(20_000);
  await one.manager.post(`${one.url}/charges/${disputed.charge.id}/dispute`, { reason: "漏水未修" });
  const paused = await one.household(30_000);
  await one.clerk.post(`${paused.at}/pauses`, { id: newId(), startsOn: "2026-03-01", reason: "正在协商" });

  const preview = (await one.preview()).body;
  // 48 days from 21 January to 10 March less none in grace: 49 days at 0.05 %
  expect(preview).toMatchObject({ cases: 1, charges: 1, openFen: 100_000, lateFeeFen: 2_450, skipped: 3 });
  expect(preview.items).toMatchObject([{ roomId: one.room.id, payerId: one.owner.id, daysLate: 49, skip: null }]);
  const why = new Map(preview.skips.map(({ roomId, skip }: { roomId: string; skip: string }) => [roomId, skip]));
  expect(why).toEqual(
    new Map([
      [poor.room.id, "BELOW_MINIMUM"],
      [disputed.room.id, "DISPUTED"],
      [paused.room.id, "PAUSED"],
    ]),
  );

  const id = newId();
  const body = { id, levelId: one.levelId, fingerprint: preview.fingerprint };
  const replies = await Promise.all([1, 2].map(() => one.clerk.post(`${one.url}/dunning-batches`, body)));
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(replies[0]!.body).toMatchObject({ steps: 1, amountFen: 102_450, skipped: 3, delivered: 0 });
  const reused = await one.clerk.post(`${one.url}/dunning-batches`, { ...body, minAmountFen: 5 });
  expect(reused).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });

  const detail = await one.one();
  expect(detail.history).toMatchObject([
    {
      levelName: "书面催款",
      channel: "NOTICE",
      onDay: "2026-03-10",
      payBy: "2026-03-25",
      amountFen: 102_450,
      charges: 2,
    },
  ]);
  expect(detail.history[0].text).toContain("欠缴 1,000.00 元，违约金 24.50 元，请于 2026年3月25日 前缴清 1,024.50 元");
  expect(detail.items.map(({ openFen }: { openFen: number }) => openFen)).toEqual([100_000, 2_450]);

  const owed = (await one.clerk.get(`${one.url}/billing-reports/ARREARS?asOf=2026-03-10`)).body.items;
  const asked = owed.map(({ roomId, askedOn }: { roomId: string; askedOn: string | null }) => [roomId, askedOn]);
  expect(asked).toContainEqual([one.room.id, "2026-03-10"]);
  expect(asked).toContainEqual([disputed.room.id, null]);

  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 100_000 }]));
  const steps = (await one.clerk.get(`${one.url}/dunning-batches/${id}/steps`)).body.items;
  expect(steps).toMatchObject([{ amountFen: 102_450, openFen: 2_450, how: null }]);
  await checkInvariants(app.db, one.projectId);
});

test("nobody is asked again before the time he was given is over, nor more mildly than before", async () => {
  const one = await aDunning(app);
  await one.settings.post(`${one.url}/dunning-levels`, aLevel({ levelOrder: 2, name: "律师函", channel: "LAWYER" }));
  const levels = (await one.clerk.get(`${one.url}/dunning-levels`)).body.items;
  await one.charged(100_000, "2026-01");
  expect((await one.issue()).status).toBe(201);
  app.clock.set("2026-03-24");
  expect((await one.preview()).body).toMatchObject({ cases: 0, skips: [{ skip: "TOO_SOON" }] });
  expect(await one.issue()).toMatchObject({ status: 409, body: { code: "NOTHING_TO_DUN" } });
  app.clock.set("2026-03-25");
  expect((await one.preview()).body.cases).toBe(1);
  expect((await one.issue({ levelId: levels[1].id })).status).toBe(201);
  app.clock.set("2026-06-30");
  expect((await one.preview()).body).toMatchObject({ cases: 0, skips: [{ skip: "HIGHER" }] });
});

test("of two who issue the same at once one does, the other sees that it has changed", async () => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  const { fingerprint } = (await one.preview()).body;
  const issue = () => one.clerk.post(`${one.url}/dunning-batches`, { id: newId(), levelId: one.levelId, fingerprint });
  const replies = await Promise.all([issue(), issue()]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)!.body.code).toBe("DUNNING_STALE");
  const [{ n }] = await app.db.query("SELECT count(*)::int AS n FROM dunning_step WHERE project_id = $1", [
    one.projectId,
  ]);
  expect(n).toBe(1);
});

test("a preview that no longer holds issues nothing", async () => {
  const one = await aDunning(app);
  const charge = await one.charged(100_000, "2026-01");
  const { fingerprint } = (await one.preview()).body;
  await one.cashier.post(`${one.url}/receipts`, aReceipt(one.owner.id, [{ id: charge.id, openFen: 40_000 }]));
  const body = { id: newId(), levelId: one.levelId, fingerprint };
  expect(await one.clerk.post(`${one.url}/dunning-batches`, body)).toMatchObject({
    status: 409,
    body: { code: "DUNNING_STALE" },
  });
  expect((await one.one()).history).toEqual([]);
});

test("notices print as one PDF and as data, with the amounts of their day and the law (BIL-114, LAW-06)", async () => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  await one.household(30_000);
  const { id } = (await one.issue()).body;
  const { items } = (await one.clerk.get(`${one.url}/dunning-notices/print-data?batchId=${id}`)).body;
  expect(items).toHaveLength(2);
  const notice = items.find(({ room }: { room: { code: string } }) => room.code === one.room.code);
  expect(notice).toMatchObject({ principalFen: 100_000, lateFeeFen: 2_450, payableFen: 102_450, payBy: "2026-03-25" });
  expect(notice.payableCapitals).toBe("壹仟零贰拾肆元伍角整");
  const pdf = await one.clerk.get(`${one.url}/dunning-notices/pdf?batchId=${id}`);
  const pages = await readPages(pdf.raw);
  expect(pages).toHaveLength(2);
  const text = pages.map((page) => page.text).join("");
  for (const words of [notice.stepNo, "1,024.50", "第九百四十四条", "送达回执", "不会因欠费停水、停电"])
    expect(text).toContain(squeezed(words));
  expect((await one.clerk.get(`${one.url}/dunning-notices/pdf`)).body.code).toBe("NO_SCOPE");
  expect((await one.clerk.get(`${one.url}/dunning-notices/pdf?batchId=${newId()}`)).status).toBe(404);
});

test("a plan says when notices are due, and a batch by it puts it off (BIL-113)", async () => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  const plan = { name: "每季书面催款", levelId: one.levelId, everyMonths: 3, startsOn: "2026-03-05", active: true };
  expect((await one.settings.post(`${one.url}/dunning-plans`, plan)).status).toBe(204);
  const list = async () => (await one.clerk.get(`${one.url}/dunning-plans`)).body.items;
  const step = async () =>
    (await one.clerk.get(`${one.url}/periods/2026-03`)).body.steps.find(
      ({ key }: { key: string }) => key === "DUNNING",
    );
  expect(await list()).toMatchObject([{ levelName: "书面催款", lastOn: null, dueOn: "2026-03-05", isDue: true }]);
  expect(await step()).toMatchObject({ state: "TODO", count: 1, detail: "1 个催缴计划到期：每季书面催款" });
  const [{ id: planId }] = await list();
  const { fingerprint } = (await one.preview()).body;
  const issue = (body: object) =>
    one.clerk.post(`${one.url}/dunning-batches`, { id: newId(), levelId: one.levelId, fingerprint, ...body });
  expect((await issue({ planId: newId() })).status).toBe(404);
  expect((await issue({ planId })).status).toBe(201);
  expect(await list()).toMatchObject([{ lastOn: "2026-03-10", dueOn: "2026-06-05", isDue: false }]);
  expect(await step()).toMatchObject({ state: "DONE", detail: "1 个催缴计划，都还没有到期" });
  const off = await one.settings.put(`${one.url}/dunning-plans/${planId}`, { ...plan, active: false });
  expect(off.status).toBe(204);
  app.clock.set("2026-07-01");
  expect(await list()).toMatchObject([{ dueOn: "2026-06-05", isDue: false }]);
  const other = await aDunning(app);
  const bad = [
    [{ ...plan, name: "别处的级别", levelId: other.levelId }, 404],
    [{ ...plan, name: "别处的楼栋", buildingId: newId() }, 404],
    [{ ...plan }, 409],
    [{ ...plan, name: "二月", startsOn: "2026-02-31" }, 400],
    [{ ...plan, name: "太勤", everyMonths: 0 }, 400],
  ] as const;
  for (const [body, status] of bad)
    expect((await one.settings.post(`${one.url}/dunning-plans`, body)).status).toBe(status);
  expect((await one.clerk.post(`${one.url}/dunning-plans`, plan)).status).toBe(403);
});

test.each([
  ["another level", (_buildingId: string, other: string) => ({ levelId: other })],
  ["a building", (buildingId: string) => ({ buildingId })],
  ["another amount", () => ({ minAmountFen: 50_000 })],
  ["one household", (_buildingId: string, _other: string, roomId: string) => ({ roomIds: [roomId] })],
])("a plan is still due after notices of %s", async (_what, scopeOf) => {
  const one = await aDunning(app);
  await one.charged(100_000, "2026-01");
  await one.settings.post(`${one.url}/dunning-levels`, aLevel({ levelOrder: 2, name: "律师函", channel: "LAWYER" }));
  const [, other] = (await one.clerk.get(`${one.url}/dunning-levels`)).body.items;
  const plan = { name: "每季书面催款", levelId: one.levelId, everyMonths: 3, startsOn: "2026-03-05", active: true };
  await one.settings.post(`${one.url}/dunning-plans`, plan);
  const list = async () => (await one.clerk.get(`${one.url}/dunning-plans`)).body.items;
  const [{ id: planId }] = await list();
  const [{ building_id: buildingId }] = await app.db.query(
    "SELECT u.building_id FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id WHERE r.id = $1",
    [one.room.id],
  );
  const scope = { levelId: one.levelId, ...scopeOf(buildingId, other.id, one.room.id) };
  const { fingerprint } = (await one.preview(scope)).body;
  const reply = await one.clerk.post(`${one.url}/dunning-batches`, { id: newId(), planId, fingerprint, ...scope });
  expect(reply.status).toBe(201);
  expect(await list()).toMatchObject([{ lastOn: null, dueOn: "2026-03-05", isDue: true }]);
});

test("the suggested ladder is taken once; a level is changed; what was issued keeps its words", async () => {
  const one = await aDunning(app, { levelOrder: 9 });
  expect((await one.settings.post(`${one.url}/dunning-levels/defaults`)).body.code).toBe("DUNNING_LEVELS_EXIST");
  const { id: fresh } = await savedProject(app);
  const settings = await app.as(["billing:read", "project:settings"], fresh);
  expect((await settings.post(`/projects/${fresh}/dunning-levels/defaults`)).status).toBe(204);
  const ladder = (await settings.get(`/projects/${fresh}/dunning-levels`)).body.items;
  expect(ladder.map((level: { levelOrder: number; kind: string }) => `${level.levelOrder} ${level.kind}`)).toEqual([
    "0 BILL",
    ...[1, 2, 3, 4, 5].map((order) => `${order} DEMAND`),
  ]);
  expect(ladder[0]).toMatchObject({ name: "到期前送账单", daysBefore: 10, daysOverdue: null, daysToNext: null });
  const other = await aDunning(app);
  const bare = await app.as(["billing:read", "project:settings"], other.projectId);
  const again = await bare.put(`${other.url}/dunning-levels/${other.levelId}`, aLevel({ text: "请缴清 {合计} 元" }));
  expect(again.status).toBe(204);
  expect((await bare.get(`${other.url}/dunning-levels`)).body.items).toMatchObject([
    { text: "请缴清 {合计} 元", steps: 0 },
  ]);
  const off = await bare.put(`${other.url}/dunning-levels/${other.levelId}`, aLevel({ active: false }));
  expect(off.status).toBe(204);
  expect((await other.preview()).body.code).toBe("DUNNING_LEVEL_INACTIVE");
});

test.each([
  ["a placeholder that stands for nothing", { text: "请缴 {金额} 元，谢谢" }, "text"],
  ["an emoji", { name: "催款😀" }, "name"],
  ["a text too long", { text: "长".repeat(1001) }, "text"],
  ["full-width digits", { daysOverdue: "３０" }, "daysOverdue"],
  ["no days", { daysOverdue: 0 }, "daysOverdue"],
  ["an unknown way", { channel: "POWER_CUT" }, "channel"],
  ["an unknown field", { cutWater: true }, "cutWater"],
])("a level refuses %s", async (_what, overrides, field) => {
  const one = await aDunning(app);
  const reply = await one.settings.post(`${one.url}/dunning-levels`, {
    ...aLevel({ levelOrder: 2, name: "另一级" }),
    ...overrides,
  });
  expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
  expect(Object.keys(reply.body.fields)).toEqual([field]);
});

test("rights and projects are kept apart", async () => {
  const one = await aDunning(app);
  const other = await aDunning(app);
  const foreign = await one.clerk.post(`${one.url}/dunning-batches/preview`, { levelId: other.levelId });
  expect(foreign.status).toBe(404);
  expect((await one.cashier.post(`${one.url}/dunning-batches`, {})).status).toBe(403);
  expect((await one.clerk.post(`${one.url}/dunning-levels`, aLevel())).status).toBe(403);
  expect((await one.clerk.get(`${other.url}/dunning-cases`)).status).toBe(403);
  expect((await one.settings.post(`${one.url}/dunning-levels`, aLevel({ name: "同次序" }))).status).toBe(409);
});
