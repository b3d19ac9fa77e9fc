import { randomUUID } from "node:crypto";
import type { Permission } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner, savedRelation } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { aPlan } from "../payment-plans/payment-plans.factories.js";
import { aRestructuringCommunity } from "./restructures.factories.js";

/** The money of splits and merges over HTTP (BIL-16): billed to the day before, never twice, never lost. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

type Community = Awaited<ReturnType<typeof aRestructuringCommunity>>;

/** What is charged and open on a room, by service: `2026-03-01~2026-03-15 115.16`. */
async function chargesOf({ at, clerk }: Community, roomId: string): Promise<string[]> {
  const { body } = await clerk.get(`${at}/charges?pageSize=100&roomId=${roomId}`);
  return (body.items as { serviceFrom: string; serviceTo: string; openFen: number }[])
    .filter(({ openFen }) => openFen > 0)
    .map(({ serviceFrom, serviceTo, openFen }) => `${serviceFrom}~${serviceTo} ${(openFen / 100).toFixed(2)}`)
    .sort();
}

async function collector({ projectId }: Community) {
  const rights: Permission[] = ["billing:read", "billing:collect", "property:read"];
  return app.as(rights, projectId);
}

/** Pays charges in full, or an amount ahead. */
async function paid(
  community: Community,
  payerId: string,
  chargeIds: string[],
  prepayment?: { roomId: string; amountFen: number },
) {
  const cashier = await collector(community);
  const { body } = await community.clerk.get(`${community.at}/charges?pageSize=200`);
  const lines = (body.items as { id: string; openFen: number }[])
    .filter(({ id }) => chargeIds.includes(id))
    .map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen }));
  const sum = lines.reduce((total, { amountFen }) => total + amountFen, prepayment?.amountFen ?? 0);
  const receipt = { id: randomUUID(), payerId, lines, methods: [{ method: "WECHAT", tenderedFen: sum }] };
  const reply = await cashier.post(`${community.at}/receipts`, { ...receipt, ...(prepayment && { prepayment }) });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
}

test("a split in the middle of a month: the parts together cost what the room would have cost", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, clerk, room, splitOf, carriedOut } = community;
  const old = await room({ code: "1-101", buildingArea: "100.00", chargeArea: "100.00" });
  const whole = await room({ code: "1-201", buildingArea: "100.00", chargeArea: "100.00" });
  const plan = await splitOf(old.id, "2026-03-16", 3);
  const { newRooms } = await carriedOut(plan);
  await published(app, clerk, projectId, { period: "2026-03" });

  // 100 m² × 2.38 = 238.00 a month: 15 and 16 of 31 days
  expect(await chargesOf(community, whole.id)).toEqual(["2026-03-01~2026-03-31 238.00"]);
  expect(await chargesOf(community, old.id)).toEqual(["2026-03-01~2026-03-15 115.16"]);
  const parts = await Promise.all(newRooms.map(({ id }: { id: string }) => chargesOf(community, id)));
  expect(parts.flat()).toEqual([
    "2026-03-16~2026-03-31 40.95",
    "2026-03-16~2026-03-31 40.94",
    "2026-03-16~2026-03-31 40.94",
  ]);
  // 115.16 + 40.95 + 40.94 + 40.94 = 237.99, one fen of rounding per line at most
  await checkInvariants(app.db, projectId);
});

test("what was billed but not paid is taken back from the day on, and billed to the parts by the next run", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, splitOf, carriedOut, preview } = community;
  const old = await room({ code: "1-102" });
  await published(app, clerk, projectId, { period: "2026-02" });
  await published(app, clerk, projectId, { period: "2026-03" });
  const plan = await splitOf(old.id, "2026-03-16");
  expect((await preview(plan)).body.lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ topic: "CHARGE", label: "以前的欠费", before: "1 笔 238.00 元" }),
      expect.objectContaining({
        topic: "CHARGE",
        before: "未缴 1 笔 238.00 元",
        after: expect.stringContaining("115.16"),
      }),
    ]),
  );
  const { newRooms } = await carriedOut(plan);
  expect(await chargesOf(community, old.id)).toEqual(["2026-02-01~2026-02-28 238.00", "2026-03-01~2026-03-15 115.16"]);
  await published(app, clerk, projectId, { period: "2026-03" });
  expect(await chargesOf(community, old.id)).toHaveLength(2);
  expect(await chargesOf(community, newRooms[0].id)).toEqual(["2026-03-16~2026-03-31 61.42"]);
  expect(await chargesOf(community, newRooms[1].id)).toEqual(["2026-03-16~2026-03-31 61.42"]);

  const { body: figures } = await clerk.get(`${at}/rooms/${newRooms[0].id}/figures`);
  expect(figures).toMatchObject({ openFen: 6142, predecessorOpenFen: 23800 + 11516 });
  const { body: desk } = await clerk.get(`${at}/desk?roomId=${newRooms[0].id}`);
  const shown = desk.accounts[0].rooms.map(({ code, openFen }: { code: string; openFen: number }) => [code, openFen]);
  expect(shown).toContainEqual(["1-102", 35316]);
  const { body: found } = await clerk.get(`${at}/desk/search?q=1-102`);
  expect(found.items.map(({ title }: { title: string }) => title)).toEqual(["1-102", "1-102A", "1-102B"]);
  await checkInvariants(app.db, projectId);
});

test("what is paid beyond the day is not billed again: the parts pay from the day after", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, splitOf, carriedOut, preview } = community;
  const old = await room({ code: "1-103" });
  await published(app, clerk, projectId, { period: "2026-03" });
  const { body } = await clerk.get(`${at}/charges?roomId=${old.id}`);
  await paid(community, old.owner.id, [body.items[0].id]);
  const plan = await splitOf(old.id, "2026-03-16");
  const lines = (await preview(plan)).body.lines;
  expect(lines).toContainEqual(
    expect.objectContaining({
      topic: "BINDING",
      after: "1-103A、1-103B，自 2026-04-01 起，已缴至 2026-03-31，不重复收取",
    }),
  );
  const { newRooms } = await carriedOut(plan);
  const run = await published(app, clerk, projectId, { period: "2026-04" });
  expect(run.lineCount).toBe(2);
  expect(await chargesOf(community, newRooms[0].id)).toEqual(["2026-04-01~2026-04-30 119.00"]);
  await checkInvariants(app.db, projectId);
});

test("a month paid in part beyond the day must be settled first", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, splitOf, preview } = community;
  const old = await room();
  await published(app, clerk, projectId, { period: "2026-03" });
  const { body } = await clerk.get(`${at}/charges?roomId=${old.id}`);
  const cashier = await collector(community);
  await cashier.post(`${at}/receipts`, {
    id: randomUUID(),
    payerId: old.owner.id,
    lines: [{ chargeId: body.items[0].id, amountFen: 20_000 }],
    methods: [{ method: "WECHAT", tenderedFen: 20_000 }],
  });
  const { problems } = (await preview(await splitOf(old.id, "2026-03-16"))).body;
  expect(problems).toMatchObject([
    { code: "PAID_IN_PART", blocking: true, link: `property/rooms/${old.id}?tab=charges` },
  ]);
});

test("prepaid money follows to the chosen part, within the same customer, and comes back with a restore", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, splitOf, carriedOut, restore } = community;
  const old = await room({ code: "1-104" });
  await paid(community, old.owner.id, [], { roomId: old.id, amountFen: 50_000 });
  const plan = await splitOf(old.id, "2026-03-16");
  plan.prepayments[0]!.part = 1;
  const done = await carriedOut(plan);
  const balances = async () => {
    const { body } = await clerk.get(`${at}/prepayments?pageSize=50`);
    return Object.fromEntries(
      body.items.map((one: { roomCode: string; balanceFen: number }) => [one.roomCode, one.balanceFen]),
    );
  };
  expect(await balances()).toMatchObject({ "1-104B": 50_000 });
  await checkInvariants(app.db, projectId);
  expect((await restore(done)).status).toBe(200);
  expect(await balances()).toMatchObject({ "1-104": 50_000 });
  await checkInvariants(app.db, projectId);
});

test("standards go where the user says: households to the first, pieces with a quantity, an agreed price with its reason", async () => {
  const community = await aRestructuringCommunity(app);
  const { at, clerk, projectId, room, splitOf, carriedOut, preview } = community;
  const old = await room({ code: "1-105" });
  const household = await savedRate(app, await savedFeeItem(app, projectId), { base: "HOUSEHOLD" });
  const pieces = await savedRate(app, await savedFeeItem(app, projectId), { base: "COUNT" });
  await savedBinding(app, old, household, { unitPrice: "12", overrideReason: "协议价" });
  const counted = await savedBinding(app, old, pieces, { quantity: "3" });
  const plan = await splitOf(old.id, "2026-03-16");
  const { problems } = (await preview(plan)).body;
  expect(problems).toMatchObject([{ code: "QUANTITY_REQUIRED" }]);

  plan.bindings.find(({ bindingId }) => bindingId === counted.id)!.targets = [
    { part: 0, quantity: "1" },
    { part: 1, quantity: "2" },
  ];
  const { newRooms } = await carriedOut(plan);
  const bindingsOf = async (id: string) => {
    const { body } = await clerk.get(`${at}/bindings?roomId=${id}`);
    return body.items.map((one: { rateId: string; quantity: string | null; unitPrice: string | null }) => [
      one.rateId,
      one.quantity,
      one.unitPrice,
    ]);
  };
  expect(await bindingsOf(newRooms[0].id)).toEqual(
    expect.arrayContaining([
      [household.id, null, "12"],
      [pieces.id, "1", null],
    ]),
  );
  expect(await bindingsOf(newRooms[1].id)).toContainEqual([pieces.id, "2", null]);
});

test("merged rooms pay as one; paid up to different days they cannot be merged before the later", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, mergeOf, carriedOut, preview, rate } = community;
  const one = await room({ code: "2-101", buildingArea: "80.30", chargeArea: "80.30" });
  const other = await savedRoom(app, projectId, {
    unitId: one.unitId,
    code: "2-102",
    buildingArea: "60.25",
    chargeArea: "60.25",
  });
  await savedRelation(app, other, { customerId: one.owner.id });
  await savedBinding(app, other, rate);
  await published(app, clerk, projectId, { period: "2026-03" });
  const { body } = await clerk.get(`${at}/charges?roomId=${one.id}`);
  await paid(community, one.owner.id, [body.items[0].id]);

  const plan = await mergeOf([one.id, other.id], "2026-03-16");
  expect(plan.bindings.map(({ targets }) => targets.length)).toEqual([1, 1]);
  expect((await preview(plan)).body.problems).toMatchObject([
    { code: "PAID_DIFFERENTLY", message: expect.stringContaining("2026-04-01") },
  ]);

  app.clock.set("2026-04-02");
  const done = await carriedOut({ ...plan, effectiveOn: "2026-04-01" });
  await published(app, clerk, projectId, { period: "2026-04" });
  // 140.55 m² × 2.38
  expect(await chargesOf(community, done.newRooms[0].id)).toEqual(["2026-04-01~2026-04-30 334.51"]);
  expect(await chargesOf(community, other.id)).toEqual(["2026-03-01~2026-03-31 143.40"]);
  await checkInvariants(app.db, projectId);
});

describe("a restore", () => {
  test("brings the rooms back as they were, and the same can be done once more", async () => {
    const community = await aRestructuringCommunity(app);
    const { projectId, at, clerk, room, splitOf, carriedOut, restore } = community;
    const old = await room({ code: "3-101" });
    await published(app, clerk, projectId, { period: "2026-03" });
    const plan = await splitOf(old.id, "2026-03-16");
    const done = await carriedOut(plan);
    const reply = await restore(done);
    expect(reply).toMatchObject({ status: 200, body: { state: "RESTORED", restoreReason: "办理有误" } });

    expect((await clerk.get(`${at}/rooms/${old.id}`)).body).toMatchObject({ active: true, endedOn: null });
    const { body: people } = await clerk.get(`${at}/rooms/${old.id}/relations`);
    expect(people.relations).toMatchObject([{ customerId: old.owner.id, endsOn: null, endReason: null }]);
    const { body: child } = await clerk.get(`${at}/rooms/${done.newRooms[0].id}`);
    expect(child).toMatchObject({ code: "3-101A#CF000001", active: false, endedOn: "2026-03-15" });
    expect(await chargesOf(community, old.id)).toEqual(["2026-03-01~2026-03-31 238.00"]);
    await checkInvariants(app.db, projectId);

    const again = await carriedOut(plan);
    expect(again).toMatchObject({ number: "CF000002", newRooms: [{ code: "3-101A" }, { code: "3-101B" }] });
    expect(await restore(done)).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_EDITED" } });
    await checkInvariants(app.db, projectId);
  });

  test("brings what was covered back into its payment plan", async () => {
    const community = await aRestructuringCommunity(app);
    const { projectId, at, clerk, approver, room, splitOf, carriedOut, restore } = community;
    const old = await room();
    await published(app, clerk, projectId, { period: "2026-03" });
    const [charge] = (await clerk.get(`${at}/charges?roomId=${old.id}`)).body.items;
    const { body: asked } = await clerk.post(`${at}/payment-plans`, aPlan([charge], [["2026-04-20", 23_800]]));
    expect((await approver.post(`${at}/approvals/${asked.approvalId}/approve`, {})).status).toBe(200);
    const plan = async () => (await clerk.get(`${at}/payment-plans/${asked.id}`)).body;
    const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
    expect(await plan()).toMatchObject({ state: "KEPT", nextFen: 11_516 });
    expect((await restore(done)).status).toBe(200);
    expect(await plan()).toMatchObject({ state: "KEPT", paidFen: 0, nextDueOn: "2026-04-20", nextFen: 23_800 });
    await checkInvariants(app.db, projectId);
  });

  test("owes again only the days that were taken back when the others were paid meanwhile", async () => {
    const community = await aRestructuringCommunity(app);
    const { projectId, at, clerk, room, splitOf, carriedOut, restore } = community;
    const old = await room();
    await published(app, clerk, projectId, { period: "2026-03" });
    const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
    const { body } = await clerk.get(`${at}/charges?roomId=${old.id}&pageSize=50`);
    const before = body.items.find(({ openFen }: { openFen: number }) => openFen === 11_516);
    await paid(community, old.owner.id, [before.id]);
    expect((await restore(done)).status).toBe(200);
    expect(await chargesOf(community, old.id)).toEqual(["2026-03-16~2026-03-31 122.84"]);
    await checkInvariants(app.db, projectId);
  });

  test.each<[string, (community: Community, roomId: string, owner: { id: string }) => Promise<unknown>, string]>([
    [
      "a charge",
      ({ feeItem }, roomId, owner) =>
        savedCharge(app, { projectId: feeItem.projectId, id: roomId }, { payerId: owner.id, feeItemId: feeItem.id }),
      "已出账 1 笔 100.00 元",
    ],
    [
      "a new relation",
      ({ projectId }, roomId) =>
        savedOwner(app, { projectId, id: roomId }, {}, { role: "TENANT", startsOn: "2026-03-18" }),
      "客户关系已有变动",
    ],
    [
      "prepaid money",
      (community, roomId, owner) => paid(community, owner.id, [], { roomId, amountFen: 1_000 }),
      "预收已有收支",
    ],
    [
      "a further split",
      async ({ splitOf, carriedOut }, roomId) => carriedOut(await splitOf(roomId, "2026-03-18")),
      "已再次拆分合并",
    ],
  ])("is refused once there is %s on a new room", async (_what, hang, words) => {
    const community = await aRestructuringCommunity(app);
    const { at, clerk, room, splitOf, carriedOut, restore } = community;
    const old = await room();
    const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
    await hang(community, done.newRooms[0].id, old.owner);
    const reply = await restore(done);
    expect(reply).toMatchObject({ status: 409, body: { code: "RESTORE_BLOCKED" } });
    expect(reply.body.detail).toContain(words);
    expect((await clerk.get(`${at}/rooms/${old.id}`)).body.active).toBe(false);
  });

  test("needs the right to approve, and the state to restore", async () => {
    const { projectId, room, splitOf, carriedOut, submitted, restore } = await aRestructuringCommunity(app);
    const done = await carriedOut(await splitOf((await room()).id, "2026-03-16"));
    const asker = await app.as(["property:read", "property:restructure"], projectId);
    expect((await restore(done, asker)).status).toBe(403);
    const pending = await submitted(await splitOf((await room()).id, "2026-03-16"));
    expect(await restore(pending.body)).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_STATE" } });
    expect((await restore({ id: newId(), version: 1 })).status).toBe(404);
  });
});

test("a payment that comes while a split is approved is not lost: one waits for the other", async () => {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk, room, splitOf, submitted, approve } = community;
  const old = await room({ code: "4-101" });
  await published(app, clerk, projectId, { period: "2026-03" });
  const { body } = await clerk.get(`${at}/charges?roomId=${old.id}`);
  const asked = await submitted(await splitOf(old.id, "2026-03-16"));
  const cashier = await collector(community);
  const receipt = {
    id: randomUUID(),
    payerId: old.owner.id,
    lines: [{ chargeId: body.items[0].id, amountFen: 23_800 }],
    methods: [{ method: "WECHAT", tenderedFen: 23_800 }],
  };
  const [approval, payment] = await Promise.all([
    approve(asked.body.approvalId),
    cashier.post(`${at}/receipts`, receipt),
  ]);
  expect([
    [409, 201],
    [200, 409],
  ]).toContainEqual([approval.status, payment.status]);
  await checkInvariants(app.db, projectId);
});
