import type { SaveChargeStartDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, rehearsed, savedBinding, savedFeeItem, savedRate, savedSpace } from "../billing.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

const RIGHTS = [
  "billing:read",
  "billing:run",
  "billing:publish",
  "billing:one-off",
  "property:read",
  "property:state",
  "customer:read",
  "project:settings",
] as const;

/** A project with a developer and this policy, a rate of 2.38 yuan per m² and month, and one who may do it all. */
async function community(policy: SaveChargeStartDto, { withDeveloper = true } = {}) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const item = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, item);
  const developer = await savedCustomer(app, projectId, { kind: "COMPANY", name: "湖畔置业有限公司" });
  const client = await app.as([...RIGHTS], projectId);
  const at = `/projects/${projectId}`;
  const body = { ...policy, developerId: withDeveloper ? developer.id : null };
  expect((await client.put(`${at}/billing-settings/charge-start`, body)).status).toBe(200);
  return { projectId, rate, developer, client, at };
}

type Community = Awaited<ReturnType<typeof community>>;

/** A room of 89.47 m² bought in 2024, its standard bound long before: no date was chosen for the handover. */
async function soldRoom({ projectId, rate }: Community, room: Parameters<typeof savedRoom>[2] = {}, owns = {}) {
  const saved = await savedRoom(app, projectId, { chargeArea: "89.47", buildingArea: "89.47", ...room });
  const owner = await savedOwner(app, saved, {}, { startsOn: "2024-06-01", ...owns });
  await savedBinding(app, saved, rate);
  return { ...saved, owner };
}

/** Who was charged for what, the earliest first. */
async function chargedTo({ projectId, developer }: Community, roomId: string) {
  const rows = await app.db.query<{ payer_id: string; service_from: string; service_to: string; amount_fen: number }[]>(
    `SELECT payer_id, service_from, service_to, amount_fen FROM charge
      WHERE project_id = $1 AND room_id = $2 AND reversed_fen = 0 ORDER BY service_from`,
    [projectId, roomId],
  );
  return rows.map(
    (row) =>
      `${row.payer_id === developer.id ? "developer" : "owner"} ${row.service_from.slice(5)}..${row.service_to.slice(5)} ${formatFen(row.amount_fen)}`,
  );
}

const linesOf = async ({ client, at }: Community, runId: string, difference: string) =>
  (await client.get(`${at}/runs/${runId}/lines?difference=${difference}`)).body.items as {
    roomCode: string;
    payerId: string | null;
    serviceFrom: string;
    note: string | null;
    explanation: string[];
  }[];

test.each<
  [string, SaveChargeStartDto, { handoverNoticedOn?: string; handedOverOn?: string; state?: string }, string[]]
>([
  [
    "from the day of the handover",
    { rule: "HANDOVER" },
    { handedOverOn: "2025-03-12" },
    ["developer 03-01..03-11 75.56", "owner 03-12..03-31 137.38", "owner 04-01..04-30 212.94"],
  ],
  [
    "from the day of the handover, the developer bearing its whole month",
    { rule: "HANDOVER", developerShare: "WHOLE_MONTH" },
    { handedOverOn: "2025-03-12" },
    ["developer 03-01..03-31 212.94", "owner 04-01..04-30 212.94"],
  ],
  [
    "from the month after the handover",
    { rule: "NEXT_MONTH" },
    { handedOverOn: "2025-03-12" },
    ["developer 03-01..03-31 212.94", "owner 04-01..04-30 212.94"],
  ],
  [
    "30 days after the notice, of who came late",
    { rule: "NOTICE", noticeDays: 30 },
    { handoverNoticedOn: "2025-02-10", handedOverOn: "2025-05-20" },
    ["developer 03-01..03-11 75.56", "owner 03-12..03-31 137.38", "owner 04-01..04-30 212.94"],
  ],
  [
    "30 days after the notice, of who never came",
    { rule: "NOTICE", noticeDays: 30 },
    { handoverNoticedOn: "2025-02-10", state: "SOLD" },
    ["developer 03-01..03-11 75.56", "owner 03-12..03-31 137.38", "owner 04-01..04-30 212.94"],
  ],
  [
    "of a room that is not handed over",
    { rule: "HANDOVER" },
    { state: "SOLD" },
    ["developer 03-01..03-31 212.94", "developer 04-01..04-30 212.94"],
  ],
])("BC-07 by the policy alone: %s", async (_what, policy, dates, expected) => {
  const one = await community(policy);
  const room = await soldRoom(one);
  const state = { state: "OCCUPIED", purpose: "RESIDENCE", ...dates };
  expect((await one.client.put(`${one.at}/rooms/${room.id}/state`, state)).status).toBe(200);
  for (const period of ["2025-03", "2025-04"]) await published(app, one.client, one.projectId, { period });
  expect(await chargedTo(one, room.id)).toEqual(expected);
  await checkInvariants(app.db, one.projectId);
});

test("the charge says who bears it, by which policy and dates", async () => {
  const one = await community({ rule: "NOTICE", noticeDays: 30 });
  const room = await soldRoom(one, { handoverNoticedOn: "2025-02-10", handedOverOn: "2025-05-20" });
  await published(app, one.client, one.projectId, { period: "2025-03" });
  const { body } = await one.client.get(`${one.at}/charges?roomId=${room.id}`);
  const sentences = new Map<string, string[]>();
  for (const { id, serviceFrom } of body.items)
    sentences.set(serviceFrom, (await one.client.get(`${one.at}/charges/${id}`)).body.explanation);
  const policy = "起算政策：自交房通知起 30 天后，先收房的自交房日起（交房通知 2025-02-10，交房 2025-05-20）";
  expect(sentences.get("2025-03-01")).toEqual(
    expect.arrayContaining(["交付前由开发商承担（物业管理条例第41条）：业主自 2025-03-12 起承担", policy]),
  );
  expect(sentences.get("2025-03-12")).toEqual(expect.arrayContaining(["业主自 2025-03-12 起承担", policy]));
});

test("who is named does not bear the time before; a room without an owner is the developer's", async () => {
  const one = await community({ rule: "HANDOVER" });
  const room = await soldRoom(one, { handedOverOn: "2025-03-12" });
  await savedPayer(app, room, { customerId: room.owner.id, startsOn: "2024-06-01" });
  const unsold = await savedRoom(app, one.projectId, { chargeArea: "89.47", state: "UNSOLD" });
  await savedBinding(app, unsold, one.rate);
  const run = await published(app, one.client, one.projectId, { period: "2025-03" });
  expect(run.differences).toEqual({ NEW: 3 });
  expect(await chargedTo(one, room.id)).toEqual(["developer 03-01..03-11 75.56", "owner 03-12..03-31 137.38"]);
  expect(await chargedTo(one, unsold.id)).toEqual(["developer 03-01..03-31 212.94"]);
  // what the developer owes for the time before is his own debt: the owner is not liable beside him
  const arrears = (await one.client.get(`${one.at}/arrears`)).body.items as {
    payerId: string;
    jointlyLiable: object[];
  }[];
  expect(arrears.filter(({ payerId }) => payerId === one.developer.id).map((row) => row.jointlyLiable)).toEqual([
    [],
    [],
  ]);
  const asOf = (on: string) => one.client.get(`${one.at}/rooms/${room.id}/as-of?on=${on}`);
  expect((await asOf("2025-03-11")).body.payers).toMatchObject([
    { payer: { customerId: one.developer.id }, basis: "DEVELOPER", jointly: [] },
  ]);
  expect((await asOf("2025-03-12")).body.payers).toMatchObject([
    { payer: { customerId: room.owner.id }, basis: "ALL" },
  ]);
});

describe("what is missing is a fault of the rehearsal, never somebody's bill", () => {
  test("a date", async () => {
    const one = await community({ rule: "NOTICE", noticeDays: 30 });
    const [undated, late, fine] = [
      await soldRoom(one),
      await soldRoom(one, { handoverNoticedOn: "2025-02-10", handedOverOn: "2025-05-20" }, { startsOn: "2025-05-20" }),
      await soldRoom(one, { handedOverOn: "2024-09-01" }),
    ];
    const run = await rehearsed(app, one.client, one.projectId, { period: "2025-03" });
    expect(run).toMatchObject({ lineCount: 2, differences: { NO_START: 2, NEW: 2 } });
    const faults = await linesOf(one, run.id, "NO_START");
    const sentenceOf = (code: string) => faults.find(({ roomCode }) => roomCode === code)?.note;
    expect(sentenceOf(undated.code)).toMatch(`房间 ${undated.code} 已交付但没有交房通知日期，也没有交房日期`);
    expect(sentenceOf(late.code)).toMatch(`房间 ${late.code} 自 2025-03-12 起应由业主承担`);
    const refused = await one.client.post(`${one.at}/runs/${run.id}/publish`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: "RUN_WITHOUT_PAYER", details: { count: 2 } } });
    await published(app, one.client, one.projectId, { period: "2025-03" });
    expect(await chargedTo(one, undated.id)).toEqual([]);
    expect(await chargedTo(one, late.id)).toEqual(["developer 03-01..03-11 75.56"]);
    expect(await chargedTo(one, fine.id)).toEqual(["owner 03-01..03-31 212.94"]);
    expect((await one.client.get(`${one.at}/rooms/${undated.id}/charge-start`)).body).toMatchObject({
      rule: "NOTICE",
      ownerFrom: null,
      lack: "NOTICE",
      explanation: [expect.stringContaining(undated.code)],
      differing: [],
    });
    expect((await one.client.get(`${one.at}/billing-settings/charge-start`)).body).toMatchObject({
      withoutHandover: { count: 1, rooms: [{ id: undated.id, code: undated.code }] },
      withoutEither: { count: 1 },
    });
  });

  test("the developer", async () => {
    const one = await community({ rule: "HANDOVER", developerShare: "WHOLE_MONTH" }, { withDeveloper: false });
    const room = await soldRoom(one, { handedOverOn: "2025-03-12" });
    const unsold = await savedRoom(app, one.projectId, { state: "UNSOLD" });
    await savedBinding(app, unsold, one.rate);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2025-03" });
    expect(run).toMatchObject({ lineCount: 0, differences: { NO_DEVELOPER: 2 } });
    const faults = await linesOf(one, run.id, "NO_DEVELOPER");
    expect(faults.map(({ note }) => note).sort()).toEqual([
      expect.stringContaining(`房间 ${room.code} 交付前应由开发商承担，但本管理区没有设置开发商`),
      expect.stringContaining(`房间 ${unsold.code} 没有业主应由开发商承担，但本管理区没有设置开发商`),
    ]);
    expect((await one.client.post(`${one.at}/runs/${run.id}/publish`, { skipWithoutPayer: true })).body.code).toBe(
      "RUN_EMPTY",
    );
  });
});

test("a room handed over after its month was issued: the bill stands, and what would be different is said (BIL-13)", async () => {
  const one = await community({ rule: "HANDOVER" });
  const room = await soldRoom(one, { state: "SOLD" });
  for (const period of ["2025-03", "2025-04"]) await published(app, one.client, one.projectId, { period });
  const issued = ["developer 03-01..03-31 212.94", "developer 04-01..04-30 212.94"];
  expect(await chargedTo(one, room.id)).toEqual(issued);
  const start = () => one.client.get(`${one.at}/rooms/${room.id}/charge-start`);
  expect((await start()).body).toMatchObject({ ownerFrom: null, lack: null, differing: [] });

  const state = { state: "HANDED_OVER", purpose: "RESIDENCE", handedOverOn: "2025-03-12" };
  expect((await one.client.put(`${one.at}/rooms/${room.id}/state`, state)).status).toBe(200);
  const march = await rehearsed(app, one.client, one.projectId, { period: "2025-03" });
  expect(march).toMatchObject({ lineCount: 0, differences: { ISSUED: 2 } });
  // the same days and amount, but another's: not passed over as billed already
  const april = await rehearsed(app, one.client, one.projectId, { period: "2025-04" });
  expect(april).toMatchObject({ lineCount: 0, skippedCount: 0, differences: { ISSUED: 1 } });
  const [line] = await linesOf(one, april.id, "ISSUED");
  expect(line).toMatchObject({ payerId: room.owner.id });
  expect(line?.explanation).toContain(
    "已出账的 2025-04-01 至 2025-04-30 212.94 元记在开发商名下，按现在的交房日期应由业主一方承担；已出账的应收不会自动改动",
  );
  expect((await start()).body).toMatchObject({
    ownerFrom: "2025-03-12",
    differing: [
      { from: "2025-04-01", to: "2025-04-30", partFen: 21_294, payerId: one.developer.id, bearerId: room.owner.id },
      { from: "2025-03-12", to: "2025-03-31", partFen: 13_738, payerId: one.developer.id, bearerId: room.owner.id },
    ],
  });
  expect(await chargedTo(one, room.id)).toEqual(issued);
});

test("a space is charged from its own binding on, whether the room is handed over or not", async () => {
  const one = await community({ rule: "HANDOVER" });
  const room = await soldRoom(one, { handedOverOn: "2025-03-12" });
  const item = await savedFeeItem(app, one.projectId, { name: "车位费", sort: 1 });
  const rate = await savedRate(app, item, { base: "FIXED" }, { unitPrice: "93" });
  const objectId = await savedSpace(app, one.projectId, "车位 A");
  await savedBinding(app, room, rate, { objectId, startsOn: "2025-03-05" });
  await published(app, one.client, one.projectId, { period: "2025-03" });
  expect((await chargedTo(one, room.id)).toSorted()).toEqual(
    ["developer 03-01..03-11 75.56", "owner 03-05..03-31 81.00", "owner 03-12..03-31 137.38"].toSorted(),
  );
  const { body } = await one.client.get(`${one.at}/rooms/${room.id}/charge-start`);
  expect(body).toMatchObject({ ownerFrom: "2025-03-12", differing: [] });
});

test("a month before the start is entered by hand with a reason only, or for the developer (BIL-14)", async () => {
  app.clock.set("2025-03-20");
  const one = await community({ rule: "HANDOVER" });
  const room = await soldRoom(one, { handedOverOn: "2025-03-12" });
  const item = await savedFeeItem(app, one.projectId, { kind: "ONE_OFF", name: "垃圾清运费" });
  const objectId = await savedSpace(app, one.projectId, "车位 A");
  await savedBinding(app, room, one.rate, { objectId, startsOn: "2025-04-01" });
  const enter = async (month: string, more: object = {}) => {
    const days = { serviceFrom: `${month}-05`, serviceTo: `${month}-05`, dueOn: `${month}-20` };
    const dto = { id: newId(), roomId: room.id, feeItemId: item.id, amountFen: 5_000, remark: "清运单", ...days };
    const { status, body } = await one.client.post(`${one.at}/charges`, { ...dto, ...more });
    return status === 201 ? body.id : `${body.code} ${body.detail}`;
  };
  expect(await enter("2025-02")).toBe(
    "BEFORE_CHARGE_START 业主自 2025-03-12 起承担，之前由开发商承担；确需收费的，请填写起算前收费的原因",
  );
  expect(await enter("2025-03", { objectId })).toMatch("BEFORE_CHARGE_START 车位 A 自 2025-04-01 起收费");
  expect((await one.client.get(`${one.at}/charges?roomId=${room.id}`)).body.items).toEqual([]);
  const id = await enter("2025-02", { beforeStartReason: "业主提前装修" });
  const { body } = await one.client.get(`${one.at}/timeline?entity=room&entityId=${room.id}`);
  expect(body.items[0].summary).toMatch("仍收费的原因：业主提前装修");
  const entered = [id, await enter("2025-02", { payerId: one.developer.id }), await enter("2025-03")];
  expect(entered).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  expect(entered.join()).not.toMatch("BEFORE");

  const batch = { feeItemId: item.id, rooms: { roomIds: [room.id] }, basis: "ROOM", amountFen: 2_500 };
  const days = { serviceFrom: "2025-02-10", serviceTo: "2025-02-10", dueOn: "2025-03-31" };
  const preview = await one.client.post(`${one.at}/charge-batches/preview`, { ...batch, ...days, remark: "门禁卡" });
  expect(preview.body).toMatchObject({ createCount: 0, rows: [{ skip: "BEFORE_START" }] });
});

test("switched off, the dates of payers and bindings decide, as they always did", async () => {
  const one = await community({ rule: "OFF" });
  const room = await soldRoom(one, { handedOverOn: "2025-03-12" });
  expect((await published(app, one.client, one.projectId, { period: "2025-03" })).differences).toEqual({ NEW: 1 });
  expect(await chargedTo(one, room.id)).toEqual(["owner 03-01..03-31 212.94"]);
  expect((await one.client.get(`${one.at}/rooms/${room.id}/charge-start`)).body).toMatchObject({
    rule: "OFF",
    ownerFrom: null,
    lack: null,
    explanation: [],
  });
});

describe("the settings", () => {
  test("are kept with what they were before", async () => {
    const one = await community({ rule: "NOTICE", noticeDays: 45, developerShare: "WHOLE_MONTH" });
    const url = `${one.at}/billing-settings`;
    const set = { rule: "NOTICE", noticeDays: 45, developerShare: "WHOLE_MONTH", developerId: one.developer.id };
    expect((await one.client.get(`${url}/charge-start`)).body).toMatchObject({
      ...set,
      developerName: "湖畔置业有限公司",
    });
    // the other settings of charging are left alone, and leave these alone
    expect((await one.client.put(url, { lateFeeCeiling: "0.2" })).status).toBe(200);
    expect((await one.client.get(`${url}/charge-start`)).body).toMatchObject(set);
    // a developer who is not named stays; only null removes him
    const { developerId, ...unnamed } = set;
    expect((await one.client.put(`${url}/charge-start`, unnamed)).body).toMatchObject({ developerId });
    const none = { ...unnamed, developerId: null };
    expect((await one.client.put(`${url}/charge-start`, none)).body).toMatchObject(none);
    const [entry] = await app.db.query<{ before: object; after: object }[]>(
      "SELECT before, after FROM audit_log WHERE project_id = $1 AND action = 'billing-settings.charge-start' ORDER BY id",
      [one.projectId],
    );
    expect(entry).toMatchObject({
      before: { rule: "OFF", developer: null },
      after: { rule: "NOTICE", noticeDays: 45, developerShare: "WHOLE_MONTH", developer: "湖畔置业有限公司" },
    });
  });

  test("refuse what makes no sense, changing nothing", async () => {
    const one = await community({ rule: "HANDOVER" });
    const url = `${one.at}/billing-settings/charge-start`;
    const person = await savedCustomer(app, one.projectId);
    const foreign = await savedCustomer(app, (await savedProject(app)).id, { kind: "COMPANY" });
    const before = (await one.client.get(url)).body;
    for (const [body, field, sentence] of [
      [{ rule: "SOMETIMES" }, "rule", "起算方式"],
      [{}, "rule", "起算方式"],
      [{ rule: "NOTICE" }, "noticeDays", "请填写通知后多少天起算"],
      [{ rule: "NOTICE", noticeDays: null }, "noticeDays", "请填写通知后多少天起算"],
      [{ rule: "NOTICE", noticeDays: -1 }, "noticeDays", "通知后天数"],
      [{ rule: "NOTICE", noticeDays: 366 }, "noticeDays", "通知后天数"],
      [{ rule: "NOTICE", noticeDays: 1.5 }, "noticeDays", "通知后天数"],
      [{ rule: "NOTICE", noticeDays: "３０" }, "noticeDays", "通知后天数"],
      [{ rule: "HANDOVER", developerShare: "HALF" }, "developerShare", "开发商承担"],
      [{ rule: "HANDOVER", developerId: "🏢" }, "developerId", "开发商"],
      [{ rule: "HANDOVER", developerId: newId() }, "developerId", "开发商不是本管理区的客户"],
      [{ rule: "HANDOVER", developerId: foreign.id }, "developerId", "开发商不是本管理区的客户"],
      [{ rule: "HANDOVER", developerId: person.id }, "developerId", "开发商须是单位客户，不能是个人"],
      [{ rule: "HANDOVER", since: "2025-01-01" }, "since", ""],
    ] as const) {
      const { status, body: reply } = await one.client.put(url, body);
      expect([body, status, reply.fields?.[field]?.[0]]).toEqual([body, 400, expect.stringContaining(sentence)]);
    }
    expect((await one.client.get(url)).body).toEqual(before);
    const reader = await app.as(["billing:read"], one.projectId);
    expect((await reader.put(url, { rule: "OFF" })).status).toBe(403);
    expect((await one.client.get(`${one.at}/rooms/${newId()}/charge-start`)).status).toBe(404);
  });

  test("the day of the notice is changed with the state of the room, and stands in its history", async () => {
    const one = await community({ rule: "NOTICE", noticeDays: 10 });
    const room = await soldRoom(one, { state: "SOLD" });
    const url = `${one.at}/rooms/${room.id}/state`;
    const state = { state: "SOLD", purpose: "RESIDENCE" };
    const changed = await one.client.put(url, { ...state, handoverNoticedOn: "2025-03-01" });
    expect(changed.body).toMatchObject({ handoverNoticedOn: "2025-03-01", handedOverOn: null });
    const wrong = await one.client.put(url, { ...state, handoverNoticedOn: "2025-02-31" });
    expect(wrong.body.fields).toEqual({ handoverNoticedOn: ["交房通知日期不是有效的日期（如 2026-01-31）"] });
    const [entry] = await app.db.query<{ after: object }[]>(
      "SELECT after FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2 ORDER BY id DESC LIMIT 1",
      [one.projectId, room.id],
    );
    expect(entry).toMatchObject({ after: { handoverNoticedOn: "2025-03-01" } });
    expect((await one.client.get(`${one.at}/rooms/${room.id}/charge-start`)).body.ownerFrom).toBe("2025-03-11");
  });
});
