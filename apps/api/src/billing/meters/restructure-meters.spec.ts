import type { CreateMeterDto, RestructureLineDto, RestructurePlanDto, RestructureProblemDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aFeeItem, aRateOf, published } from "../billing.factories.js";
import { aRestructuringCommunity } from "../restructures/restructures.factories.js";
import { aMeter, asked } from "./meters.factories.js";

/** Meters of rooms that are split or merged, over HTTP (SCN-08). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** A community whose rooms have a water meter that showed 100 on the last day of February. */
async function community() {
  const one = await aRestructuringCommunity(app);
  const { at, projectId, approver: manager } = one;
  const { id: feeItemId } = await asked(manager, `${at}/fee-items`, aFeeItem({ kind: "METERED" }));
  const rate = aRateOf(feeItemId, { base: "METERED", timing: "POSTPAID", version: { unitPrice: "5" } });
  const { id: rateId } = await asked(manager, `${at}/rates`, rate);

  /** A room with a meter that is billed. */
  const metered = async (code: string, overrides: Partial<CreateMeterDto> = {}) => {
    const room = await one.room({ code });
    await asked(manager, `${at}/bindings`, { rateId, rooms: { roomIds: [room.id] }, startsOn: "2026-01-01" });
    const meter = aMeter({
      roomId: room.id,
      feeItemId,
      installedOn: "2026-02-28",
      startReading: "100",
      ...overrides,
    });
    const { id } = await asked(manager, `${at}/meters`, meter);
    return { ...room, meterId: id, no: meter.no };
  };
  const read = (meterId: string, readOn: string, value: string) =>
    manager.post(`${at}/meters/${meterId}/readings`, { readOn, value, reason: "已核对" });
  const meterOf = async (meterId: string) => (await manager.get(`${at}/meters/${meterId}`)).body;
  const readingsOf = async (meterId: string) => (await manager.get(`${at}/meters/${meterId}/readings`)).body.items;
  /** Room, first and last day and amount of what water was billed, the earliest first. */
  const billed = () =>
    app.db.query<object[]>(
      `SELECT r.code, c.service_to AS "to", c.amount_fen::int AS fen FROM charge c
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
        WHERE c.project_id = $1 AND c.fee_item_id = $2 AND c.reversed_fen < c.amount_fen ORDER BY c.service_to, r.code`,
      [projectId, feeItemId],
    );
  const bill = (period: string) => published(app, manager, projectId, { period, feeItemIds: [feeItemId] });
  const seen = async (plan: RestructurePlanDto) => {
    const { body } = await one.preview(plan);
    const problems = (body.problems as RestructureProblemDto[]).filter(({ code }) => code.startsWith("METER"));
    const lines = (body.lines as RestructureLineDto[]).filter(({ topic }) => topic === "METER");
    return { problems: problems.map(({ code, blocking }) => [code, blocking]), messages: problems, lines };
  };
  return { ...one, manager, feeItemId, metered, read, meterOf, readingsOf, billed, bill, seen };
}

test("a meter goes to the chosen part: the use before the day is the old room's, the rest the new one's", async () => {
  const { projectId, metered, splitOf, carriedOut, read, readingsOf, meterOf, bill, billed, seen, manager, at } =
    await community();
  const old = await metered("1-106");
  const plan = await splitOf(old.id, "2026-03-16");
  expect((await seen(plan)).problems).toEqual([["METER_UNREAD", true]]);
  const chosen = { ...plan, meters: [{ meterId: old.meterId, part: 1, reading: "110.5" }] };
  const waterOnly = { ...chosen, bindings: plan.bindings.map((one) => ({ ...one, targets: [{ part: 1 }] })) };
  expect(await seen(waterOnly)).toMatchObject({
    problems: [],
    lines: [
      {
        label: `水表 ${old.no}`,
        before: "起始读数 100，未抄表",
        after: "2026-03-16 读数 110.5，转到 1-106B，自 2026-03-16 起的用量归新房间",
      },
    ],
  });
  const done = await carriedOut(waterOnly);
  expect(await meterOf(old.meterId)).toMatchObject({ roomCode: "1-106B", no: old.no });
  expect(await readingsOf(old.meterId)).toMatchObject([
    { kind: "RESTRUCTURE", period: "2026-03", readOn: "2026-03-16", serviceTo: "2026-03-15", use: "10.5" },
  ]);
  const { body: there } = await manager.get(`${at}/rooms/${old.id}/meters`);
  expect(there.meters).toMatchObject([{ no: old.no, roomId: done.newRooms[1].id }]);

  app.clock.set("2026-03-31");
  expect((await read(old.meterId, "2026-03-31", "120.5")).status).toBe(201);
  await bill("2026-03");
  expect(await billed()).toEqual([
    { code: "1-106", to: "2026-03-15", fen: 5250 },
    { code: "1-106B", to: "2026-03-31", fen: 5000 },
  ]);
  await checkInvariants(app.db, projectId);
});

test("a restore takes the meter back, and the reading of the day with it", async () => {
  const { projectId, metered, splitOf, carriedOut, restore, read, readingsOf, meterOf } = await community();
  const old = await metered("1-107");
  const plan = await splitOf(old.id, "2026-03-16");
  const done = await carriedOut({ ...plan, meters: [{ meterId: old.meterId, reading: "110" }] });
  // without a choice the largest part takes it, the first of equals
  expect(await meterOf(old.meterId)).toMatchObject({ roomCode: "1-107A" });
  expect((await restore(done)).status).toBe(200);
  expect(await meterOf(old.meterId)).toMatchObject({ roomCode: "1-107" });
  expect(await readingsOf(old.meterId)).toMatchObject([{ kind: "RESTRUCTURE", status: "DELETED" }]);
  expect((await read(old.meterId, "2026-03-20", "112")).status).toBe(201);
  const history = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND entity = 'meter' AND action = 'meter.move' ORDER BY id",
    [projectId],
  );
  expect(history).toEqual([
    { summary: `水表 ${old.no} 自 2026-03-16 起由房间 1-107 转到 1-107A（CF000001）` },
    { summary: `表 ${old.no} 随拆分合并复原回到房间 1-107（CF000001）` },
  ]);
  await checkInvariants(app.db, projectId);
});

test("what was read in the new room, or changed there, stands in the way of a restore", async () => {
  const { metered, splitOf, carriedOut, restore, read } = await community();
  const old = await metered("1-108");
  const plan = await splitOf(old.id, "2026-03-16");
  const done = await carriedOut({ ...plan, meters: [{ meterId: old.meterId, reading: "110" }] });
  await read(old.meterId, "2026-03-20", "112");
  const refused = await restore(done);
  expect(refused).toMatchObject({ status: 409 });
  expect(refused.body.detail).toContain("房间 1-108A 的表具已抄表");
});

test("merged: every meter goes to the new room, what is not billed yet is said, an estimate is put right first", async () => {
  const { projectId, at, manager, metered, mergeOf, carriedOut, read, readingsOf, meterOf, bill, billed, seen } =
    await community();
  const [one, other] = [await metered("2-101"), await metered("2-102")];
  await read(one.meterId, "2026-03-15", "108");
  const estimate = { readOn: "2026-03-15", value: "104", estimated: true, reason: "家中无人" };
  await asked(manager, `${at}/meters/${other.meterId}/readings`, estimate);
  const owners = [one, other].map(({ owner }) => ({ customerId: owner.id, share: "50" }));
  const plan = { ...(await mergeOf([one.id, other.id], "2026-03-16")), owners, payerId: one.owner.id };
  expect((await seen(plan)).problems).toEqual([
    ["METER_UNBILLED", false],
    ["METER_ESTIMATED", true],
    ["METER_UNBILLED", false],
  ]);
  const [guess] = await readingsOf(other.meterId);
  const truth = { readOn: "2026-03-15", value: "103", reason: "已核对", correction: "实抄" };
  await asked(manager, `${at}/meters/${other.meterId}/readings/${guess.id}/correct`, truth);
  expect((await seen(plan)).problems).toEqual([
    ["METER_UNBILLED", false],
    ["METER_UNBILLED", false],
  ]);
  await carriedOut(plan);
  expect(await meterOf(one.meterId)).toMatchObject({ roomCode: "2-101A" });
  expect(await meterOf(other.meterId)).toMatchObject({ roomCode: "2-101A" });
  await bill("2026-03");
  expect(await billed()).toEqual([
    { code: "2-101", to: "2026-03-15", fen: 4000 },
    { code: "2-102", to: "2026-03-15", fen: 1500 },
  ]);
  await checkInvariants(app.db, projectId);
});

test("a reading of the day is looked at like that of a month: it can not be put right afterwards", async () => {
  const { metered, splitOf, read, seen } = await community();
  const old = await metered("1-115", { installedOn: "2025-12-31" });
  await read(old.meterId, "2026-01-31", "110");
  await read(old.meterId, "2026-02-28", "120");
  const plan = await splitOf(old.id, "2026-03-16");
  const readAt = (reading: string) => seen({ ...plan, meters: [{ meterId: old.meterId, reading }] });
  expect((await readAt("125")).problems).toEqual([["METER_UNBILLED", false]]);
  const { problems, messages } = await readAt("1250");
  expect(problems).toContainEqual(["METER_UNUSUAL", false]);
  expect(messages[0]!.message).toContain("的读数异常（高于前两期平均），用量 1130");
});

test("the people of the old room are not those of the new ones: whoever splits is told to register them", async () => {
  const { at, manager, metered, splitOf, seen } = await community();
  const old = await metered("1-116");
  for (const [startsOn, persons] of [
    ["2026-01-01", 5],
    ["2026-03-01", 6],
    ["2026-03-18", 7],
  ] as const)
    await asked(manager, `${at}/rooms/${old.id}/headcounts`, { startsOn, persons, proof: "户口簿" });
  const plan = await splitOf(old.id, "2026-03-16");
  const { messages } = await seen({ ...plan, meters: [{ meterId: old.meterId, reading: "110" }] });
  expect(messages).toMatchObject([
    {
      code: "METER_HEADCOUNT",
      message: "原房间 1-116 登记 6 人，新房间请登记家庭人口，否则阶梯按基本人数计算",
      blocking: false,
    },
  ]);
});

test.each<[string, (more: { meterId: string }) => RestructurePlanDto["meters"], string, string]>([
  ["a reading below the last", ({ meterId }) => [{ meterId, reading: "90" }], "METER_READING", "低于上次读数 100"],
  ["more digits than it has", ({ meterId }) => [{ meterId, reading: "1234567" }], "METER_READING", "5 位整数"],
  ["a part that is not there", ({ meterId }) => [{ meterId, part: 7, reading: "101" }], "METER_OPEN", "哪个新房间"],
  [
    "somebody else's meter",
    ({ meterId }) => [
      { meterId, reading: "101" },
      { meterId: "018f3b9e-0000-7000-8000-000000000000", part: 0 },
    ],
    "METER_UNKNOWN",
    "不在这些房间的表",
  ],
])("refuses %s and changes nothing", async (_what, meters, code, said) => {
  const { metered, splitOf, submitted, seen, meterOf } = await community();
  const old = await metered("1-109");
  const plan = { ...(await splitOf(old.id, "2026-03-16")), meters: meters(old) };
  const { problems, messages } = await seen(plan);
  expect(problems).toContainEqual([code, true]);
  expect(messages.map(({ message }) => message).join()).toContain(said);
  expect((await submitted(plan)).status).toBe(409);
  expect(await meterOf(old.meterId)).toMatchObject({ roomCode: "1-109" });
});

test.each([
  ["text", { reading: "一百" }],
  ["four places", { reading: "100.1234" }],
  ["a wrong id", { meterId: "x" }],
])("refuses %s as input", async (_what, more) => {
  const { metered, splitOf, preview } = await community();
  const old = await metered("1-110");
  const plan = { ...(await splitOf(old.id, "2026-03-16")), meters: [{ meterId: old.meterId, ...more }] };
  expect((await preview(plan as RestructurePlanDto)).status).toBe(400);
});

test("read beyond the day, or in a closed month: the day must be another one", async () => {
  const { projectId, metered, splitOf, read, seen } = await community();
  const old = await metered("1-111");
  await read(old.meterId, "2026-03-18", "105");
  expect((await seen(await splitOf(old.id, "2026-03-16"))).problems).toEqual([["METER_LATER", true]]);
  const other = await metered("1-112", { installedOn: "2026-01-01" });
  await app.db.query(
    `INSERT INTO billing_period (project_id, id, period, status, created_at)
     VALUES ($1, gen_random_uuid(), '2026-02', 'CLOSED', now())
     ON CONFLICT (project_id, period) DO UPDATE SET status = 'CLOSED'`,
    [projectId],
  );
  const plan = await splitOf(other.id, "2026-03-01");
  const { problems } = await seen({ ...plan, meters: [{ meterId: other.meterId, reading: "103" }] });
  expect(problems).toContainEqual(["METER_MONTH_CLOSED", true]);
});

test("what the old room was read at stands: it is neither corrected nor deleted after the split", async () => {
  const { at, manager, metered, splitOf, carriedOut, read, readingsOf } = await community();
  const old = await metered("1-113");
  await read(old.meterId, "2026-03-15", "108");
  await carriedOut(await splitOf(old.id, "2026-03-16"));
  const [last] = await readingsOf(old.meterId);
  const url = `${at}/meters/${old.meterId}/readings/${last.id}`;
  const correction = { readOn: "2026-03-15", value: "109", correction: "读错", reason: "已核对" };
  expect((await manager.post(`${url}/correct`, correction)).body).toMatchObject({ code: "READING_FORMER_ROOM" });
});

test("a reading that comes between the preview and the approval makes it stale", async () => {
  const { metered, splitOf, submitted, approve, read } = await community();
  const old = await metered("1-114");
  const plan = await splitOf(old.id, "2026-03-18");
  const asking = await submitted({ ...plan, meters: [{ meterId: old.meterId, reading: "110" }] });
  expect(asking.status).toBe(200);
  await read(old.meterId, "2026-03-17", "108");
  const refused = await approve(asking.body.approvalId);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain("1-114 表具");
});
