import type { SaveSharePoolDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedFeeItem, rehearsed } from "../billing.factories.js";
import { aMeter, asked } from "../meters/meters.factories.js";
import { RoomHeadcount } from "../meters/room-headcount.entity.js";
import { aSharePool } from "./shares.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const RIGHTS = ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:reverse-run"] as const;

/** A project with two rooms of 100 and 50 m², each with an owner, and a fee item for shares. */
async function aProject() {
  const { id } = await savedProject(app, { firstPeriod: "2026-01" });
  const client = await app.as([...RIGHTS], id);
  const rooms = [
    await savedRoom(app, id, { code: "1-101", chargeArea: "100", buildingArea: "100" }),
    await savedRoom(app, id, { code: "1-102", chargeArea: "50", buildingArea: "50" }),
  ] as const;
  for (const room of rooms) {
    await savedOwner(app, room);
  }
  const item = await savedFeeItem(app, id, { kind: "SHARED" });
  return { id, url: `/projects/${id}/share-pools`, client, rooms, item };
}

type Place = Awaited<ReturnType<typeof aProject>>;

async function aPool({ url, client, item }: Place, overrides: Partial<SaveSharePoolDto> = {}) {
  const { status, body } = await client.post(url, aSharePool(item.id, overrides));
  expect([status, body]).toEqual([201, { id: expect.any(String) }]);
  return `${url}/${body.id}`;
}

/** Enters and confirms March 2026. */
async function confirmed({ client }: Place, pool: string, amount: object = { amountFen: 10_000 }) {
  const { body } = await client.put(`${pool}/months/2026-03`, amount);
  const reply = await client.post(`${pool}/months/2026-03/confirm`, { fingerprint: body.fingerprint });
  expect([reply.status, reply.body.detail]).toEqual([200, undefined]);
  return reply.body;
}

test("an amount is shared, confirmed, billed by the run of the month and explained", async () => {
  const place = await aProject();
  const pool = await aPool(place);
  const preview = (await place.client.put(`${pool}/months/2026-03`, { amountFen: 10_000 })).body;
  expect(preview).toMatchObject({ status: "DRAFT", base: "150", memberCount: 2, problems: [] });
  await confirmed(place, pool);
  const lines = (await place.client.get(`${pool}/months/2026-03/lines`)).body;
  expect(lines).toMatchObject({
    total: 2,
    items: [
      { roomCode: "1-101", weight: "100", raw: "66.6666…", amountFen: 6_667, remainderFen: 1, borne: false },
      { roomCode: "1-102", weight: "50", raw: "33.3333…", amountFen: 3_333, remainderFen: 0 },
    ],
  });

  const run = await published(app, place.client, place.id, { period: "2026-03" });
  expect(run).toMatchObject({ lineCount: 2, amountFen: 10_000 });
  const charges = (await place.client.get(`/projects/${place.id}/charges?pageSize=10`)).body.items;
  const charge = charges.find(({ roomCode }: { roomCode: string }) => roomCode === "1-101");
  const { explanation } = (await place.client.get(`/projects/${place.id}/charges/${charge.id}`)).body;
  expect(explanation.join("\n")).toMatch(/本月合计 100.00 元，2 间按收费面积分摊[^]*本户收费面积 100 m²，合计 150 m²/);
  expect(explanation.join("\n")).toMatch(/100.00 元 × 100 ÷ 150 = 66.6666….*本户多 0.01 元 → 66.67 元/);

  // billed: neither changed nor withdrawn, nor billed again
  const month = `${pool}/months/2026-03`;
  expect((await place.client.put(month, { amountFen: 1 })).body.code).toBe("SHARE_CONFIRMED");
  expect((await place.client.post(`${month}/withdraw`, { reason: "填错了" })).body.code).toBe("SHARE_BILLED");
  expect(await rehearsed(app, place.client, place.id, { period: "2026-03" })).toMatchObject({ lineCount: 0 });
  await place.client.post(`/projects/${place.id}/runs/${run.id}/reverse`, { reason: "重出" });
  await app.drainJobs();
  expect((await place.client.post(`${month}/withdraw`, { reason: "填错了" })).body.status).toBe("DRAFT");
  await checkInvariants(app.db, place.id);
});

test("of two who confirm at once one is told who was first", async () => {
  const place = await aProject();
  const month = `${await aPool(place)}/months/2026-03`;
  const { fingerprint } = (await place.client.put(month, { amountFen: 10_000 })).body;
  const replies = await Promise.all([1, 2].map(() => place.client.post(`${month}/confirm`, { fingerprint })));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({ code: "SHARE_CONFIRMED" });
});

test("what changed since the preview refuses", async () => {
  const place = await aProject();
  const month = `${await aPool(place)}/months/2026-03`;
  const { fingerprint } = (await place.client.put(month, { amountFen: 10_000 })).body;
  await savedRoom(app, place.id, { code: "1-103" });
  const stale = await place.client.post(`${month}/confirm`, { fingerprint });
  expect(stale).toMatchObject({ status: 409, body: { code: "SHARE_STALE" } });
});

test("a room shares in one fee item once a month", async () => {
  const place = await aProject();
  const [first, second] = [await aPool(place, { name: "甲" }), await aPool(place, { name: "乙" })];
  await confirmed(place, first);
  const { fingerprint } = (await place.client.put(`${second}/months/2026-03`, { amountFen: 1 })).body;
  const twice = await place.client.post(`${second}/months/2026-03/confirm`, { fingerprint });
  expect(twice).toMatchObject({ status: 409, body: { code: "SHARE_TWICE" } });
  expect(twice.body.detail).toMatch(/1-101、1-102在这个月已按“甲”分摊/);
});

test("a loss is shared when it is one, and published when it is negative", async () => {
  const place = await aProject();
  const pool = await aPool(place, { source: "LOSS", unit: "kWh", legalBasis: "物业服务合同第九条" });
  const loss = { masterUse: "1000", subUse: "990.5", unitPrice: "0.8" };
  expect((await place.client.put(`${pool}/months/2026-02`, loss)).body).toMatchObject({
    lossUse: "9.5",
    amountFen: 760,
  });
  const negative = await confirmed(place, pool, { ...loss, subUse: "1001" });
  expect(negative).toMatchObject({ lossUse: "-1", amountFen: 0, memberCount: 0, status: "CONFIRMED" });
});

test("an owner who sells in the month pays his days of the share, the buyer the rest", async () => {
  const place = await aProject();
  const pool = await aPool(place, { excludedRoomCodes: ["1-102"] });
  await confirmed(place, pool, { amountFen: 3_100 });
  const [room] = place.rooms;
  await app.db.query("UPDATE room_relation SET ends_on = '2026-03-10' WHERE project_id = $1 AND room_id = $2", [
    place.id,
    room.id,
  ]);
  await savedOwner(app, room, {}, { startsOn: "2026-03-11" });
  await published(app, place.client, place.id, { period: "2026-03" });
  const { items } = (await place.client.get(`/projects/${place.id}/charges?pageSize=10`)).body;
  const parts = items.map(({ serviceFrom, amountFen }: Record<string, unknown>) => [serviceFrom, amountFen]);
  expect(parts.sort()).toEqual([
    ["2026-03-01", 1_000],
    ["2026-03-11", 2_100],
  ]);
});

test("people registered for a room come before those on file", async () => {
  const place = await aProject();
  const pool = await aPool(place, { method: "PEOPLE" });
  const headcount = { projectId: place.id, id: newId(), createdAt: app.clock.now(), roomId: place.rooms[0].id };
  const proof = { proof: "户口本", createdBy: newId(), createdByName: "测试员" };
  await app.db.manager.insert(RoomHeadcount, { ...headcount, ...proof, startsOn: "2026-03-31", persons: 3 });
  await confirmed(place, pool);
  const { items } = (await place.client.get(`${pool}/months/2026-03/lines`)).body;
  expect(items).toMatchObject([
    { weight: "3", amountFen: 7_500 },
    { weight: "1", amountFen: 2_500 },
  ]);
});

test("pools not yet confirmed stand on the month page", async () => {
  const place = await aProject();
  const pool = await aPool(place);
  const step = async () => {
    const { steps } = (await place.client.get(`/projects/${place.id}/periods/2026-03`)).body;
    return steps.find(({ key }: { key: string }) => key === "SHARES");
  };
  expect(await step()).toMatchObject({ state: "TODO", count: 1 });
  await confirmed(place, pool);
  expect(await step()).toMatchObject({ state: "DONE", count: 0 });
});

test("the list is published as PDF and as a table", async () => {
  const place = await aProject();
  const pool = await aPool(place);
  await confirmed(place, pool);
  const csv = await place.client.get(`${pool}/months/2026-03/csv`);
  expect(csv.raw.toString()).toMatch(/"1-101",[^\r]*"66.6666…","0.01","66.67"/);
  expect((await place.client.get(`${pool}/months/2026-03/pdf`)).status).toBe(200);
});

const shared = await aProject();

test.each([
  ["an item of another kind", { kind: "REGULAR" }, {}, "FEE_ITEM_KIND"],
  [
    "ratios of 99 %",
    {},
    {
      method: "CUSTOM",
      ratios: [
        { roomCode: "1-101", percent: "60" },
        { roomCode: "1-102", percent: "39" },
      ],
    },
    /合计必须是 100%，现在是 99%/,
  ],
  ["no ratios", {}, { method: "CUSTOM" }, /必须填写各房间的比例/],
  ["a room named twice", {}, { excludedRoomCodes: ["1-101", "1-101"] }, /写了两次/],
  ["an unknown room", {}, { excludedRoomCodes: ["9-999"] }, /没有房号 9-999/],
  ["losses without a basis", {}, { source: "LOSS" }, /必须填写约定依据/],
  ["day 0", {}, { dueDays: 0 }, /应缴日必须是/],
  ["an emoji", {}, { purpose: "电梯😀" }, /不能使用的字符/],
  ["a month that is none", {}, { startsPeriod: "2026-13" }, /不是有效的月份/],
] as const)("%s is refused", async (_what, itemOverrides, overrides, problem) => {
  const item = await savedFeeItem(app, shared.id, { kind: "SHARED", ...itemOverrides });
  const { status, body } = await shared.client.post(shared.url, { ...aSharePool(item.id), ...overrides });
  expect([400, 409]).toContain(status);
  expect(typeof problem === "string" ? body.code : JSON.stringify(body)).toMatch(problem);
});

test("rooms share by what their meters read in the month; one without a reading is named (BIL-24)", async () => {
  const place = await aProject();
  const manager = await app.asRole("PROJECT_MANAGER", place.id);
  const meters: { id: string }[] = [];
  for (const [room, kind] of [
    [place.rooms[0], "WATER"],
    [place.rooms[0], "WATER"],
    [place.rooms[1], "WATER"],
    [place.rooms[1], "POWER"],
  ] as const)
    meters.push(await asked(manager, `/projects/${place.id}/meters`, aMeter({ kind, roomId: room.id })));
  const read = (index: number, value: string, readOn = "2026-03-05") =>
    asked(manager, `/projects/${place.id}/meters/${meters[index]!.id}/readings`, { readOn, value, reason: "首次抄表" });
  await read(0, "10.5");
  await read(1, "4.5");
  await read(3, "900");

  const pool = await aPool(place, { method: "USE", useMeterKind: "WATER" });
  const typed = { amountFen: 10_000, roomUses: [{ roomCode: "1-101", use: "1" }] };
  expect((await place.client.put(`${pool}/months/2026-03`, typed)).body.fields).toEqual({
    roomUses: ["这个分摊项目按水表读数取用量，不用填写"],
  });
  const enter = async () => (await place.client.put(`${pool}/months/2026-03`, { amountFen: 10_000 })).body;
  expect(await enter()).toMatchObject({ useMeterKind: "WATER", problems: ["1-102没有本月水表读数"] });
  await read(2, "5");
  expect((await place.client.get(`${pool}/months/2026-03`)).body).toMatchObject({ base: "20", problems: [] });
  await confirmed(place, pool);
  expect((await place.client.get(`${pool}/months/2026-03/lines`)).body.items).toMatchObject([
    { roomCode: "1-101", weight: "15", amountFen: 7_500 },
    { roomCode: "1-102", weight: "5", amountFen: 2_500 },
  ]);
  const other = await place.client.post(place.url, aSharePool(place.item.id, { useMeterKind: "WATER" }));
  expect(other.body.fields).toHaveProperty("useMeterKind");
});

test("the use of a public meter, or a loss behind it, is read of its month and not typed; what moved since is entered anew", async () => {
  const place = await aProject();
  const at = `/projects/${place.id}`;
  const manager = await app.asRole("PROJECT_MANAGER", place.id);
  const register = (overrides: object) => asked(manager, `${at}/meters`, aMeter({ kind: "POWER", ...overrides }));
  const master = await register({ multiplier: "10" });
  const subs = [
    await register({ roomId: place.rooms[0].id, parentId: master.id }),
    await register({ roomId: place.rooms[1].id, parentId: master.id }),
  ];
  const read = ({ id }: { id: string }, value: string, readOn = "2026-03-05") =>
    asked<{ id: string }>(manager, `${at}/meters/${id}/readings`, { readOn, value, reason: "首次抄表" });
  const pool = await aPool(place, { source: "USE", unit: "kWh", meterId: master.id });
  const month = `${pool}/months/2026-03`;
  const enter = (amount: object = { unitPrice: "0.8" }) => place.client.put(month, amount);
  expect((await enter()).body).toMatchObject({
    code: "SHARE_METER_UNREAD",
    detail: expect.stringContaining("没有读数"),
  });
  const { id: readingId } = await read(master, "10");
  expect((await enter({ unitPrice: "0.8", use: "100" })).body.fields).toEqual({
    use: ["公共用量取自公共表本月的读数，不用填写"],
  });
  expect((await enter()).body).toMatchObject({
    meterNo: expect.any(String),
    use: "100",
    amountFen: 8_000,
    problems: [],
  });

  // the reading is put right: what was entered no longer holds
  const right = { readOn: "2026-03-05", value: "12", correction: "看错了", reason: "首次抄表" };
  await asked(manager, `${at}/meters/${master.id}/readings/${readingId}/correct`, right);
  const moved = (await place.client.get(month)).body;
  expect(moved.problems).toEqual(["公共表的读数在填写之后有变化，请重新填写本月"]);
  const confirm = await place.client.post(`${month}/confirm`, { fingerprint: moved.fingerprint });
  expect(confirm.body.code).toBe("SHARE_IMPOSSIBLE");
  expect(await confirmed(place, pool, { unitPrice: "0.8" })).toMatchObject({ use: "120", amountFen: 9_600 });

  // exchanged: the old and the new meter are one; a loss is what the meters behind it do not show
  const terms = { source: "LOSS", unit: "kWh", legalBasis: "合同第九条", meterId: master.id } as const;
  const loss = await aPool(place, { ...terms, feeItemId: (await savedFeeItem(app, place.id, { kind: "SHARED" })).id });
  await asked(manager, `${at}/meters/${master.id}/replace`, {
    removedOn: "2026-03-06",
    endReading: "13",
    reason: "到期轮换",
    no: "N-1",
    digits: 5,
    multiplier: "1",
    startReading: "0",
  });
  const ofLoss = () => place.client.put(`${loss}/months/2026-03`, { unitPrice: "1" });
  expect((await ofLoss()).body.detail).toContain("公共表 N-1 在 2026-03 没有读数");
  const { items } = (await manager.get(`${at}/meters?q=N-1`)).body;
  await read(items[0], "5", "2026-03-08");
  await read(subs[0]!, "100");
  expect((await ofLoss()).body.detail).toContain("下有 1 只分表在 2026-03 没有读数");
  await read(subs[1]!, "20");
  expect((await ofLoss()).body).toMatchObject({ masterUse: "135", subUse: "120", lossUse: "15", amountFen: 1_500 });

  const wrong = async (terms: Partial<SaveSharePoolDto>) =>
    (await place.client.post(place.url, aSharePool(place.item.id, terms))).body;
  expect((await wrong({ meterId: master.id })).fields).toHaveProperty("meterId");
  expect((await wrong({ source: "USE", meterId: subs[0]!.id })).fields.meterId[0]).toContain("是户表");
  expect((await wrong({ source: "USE", meterId: newId() })).code).toBe("NOT_FOUND");
});

test("amounts that are none, and months that are closed, are refused", async () => {
  const place = await aProject();
  const pool = await aPool(place);
  const enter = (amount: object, period = "2026-03") => place.client.put(`${pool}/months/${period}`, amount);
  expect((await enter({ amountFen: 0 })).body.fields).toHaveProperty("amountFen");
  expect((await enter({})).body.fields).toEqual({ amountFen: ["请填写金额"] });
  expect((await enter({ amountFen: 1, use: "3" })).body.fields).toEqual({ use: ["这个分摊项目不填公共用量"] });
  expect((await enter({ amountFen: "１００" })).status).toBe(400);
  expect((await enter({ amountFen: 1 }, "2026-02-31")).status).toBe(400);
  expect((await enter({ amountFen: 1 }, "2026-06")).body.code).toBe("PERIOD_NOT_DUE");
  await enter({ amountFen: 1 }, "2026-01");
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-01'", [
    place.id,
  ]);
  expect((await enter({ amountFen: 2 }, "2026-01")).body.code).toBe("PERIOD_CLOSED");
  const use = await aPool(place, { source: "USE" });
  expect((await place.client.put(`${use}/months/2026-03`, { use: "0", unitPrice: "1" })).body.fields).toHaveProperty(
    "use",
  );
});

test("the pool of another project is not there", async () => {
  const [place, other] = [await aProject(), await aProject()];
  const id = (await aPool(place)).split("/").at(-1);
  expect((await other.client.get(`${other.url}/${id}`)).status).toBe(404);
  expect((await other.client.put(`${other.url}/${id}/months/2026-03`, { amountFen: 1 })).status).toBe(404);
  const foreign = await other.client.post(other.url, aSharePool(place.item.id));
  expect(foreign.status).toBe(404);
});
