import type { ComputeRecalculationDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { anAgreement, aScheme, exported, ok } from "../debit/debit.factories.js";
import { ChargeObject } from "../objects/charge-object.entity.js";
import { aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
beforeEach(() => app.clock.set("2025-07-28"));
afterAll(() => app.close());

/** A project whose July is billed at 2.38 yuan for so many rooms of 89.47 m², and its people. */
async function community(rooms = 1, terms: Parameters<typeof savedRate>[2] = {}) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2025-01" });
  const item = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, item, terms);
  const billed = [];
  for (let i = 0; i < rooms; i += 1) {
    const room = await savedRoom(app, projectId, { chargeArea: "89.47", buildingArea: "110" });
    billed.push({ ...room, owner: await savedOwner(app, room) });
    await savedBinding(app, room, rate);
  }
  const finance = await app.as(
    ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:recalculate", "property:read"],
    projectId,
    "财务乙",
  );
  const both = ["property:read", "billing:read", "billing:recalculate", "billing:approve-recalculation"] as const;
  const manager = await app.as([...both, "billing:waive", "billing:approve-waiver"], projectId, "项目经理");
  const cashier = await app.as(["billing:read", "billing:collect", "property:read"], projectId, "收费员甲");
  await published(app, finance, projectId, { period: "2025-07" });
  const at = `/projects/${projectId}`;
  const changePrice = (startsOn = "2025-07-16", unitPrice = "2.80") =>
    finance.post(`${at}/rates/${rate.id}/versions`, { startsOn, unitPrice, inBilledTime: true });
  return { projectId, at, item, rate, rooms: billed, finance, manager, cashier, changePrice };
}

type Community = Awaited<ReturnType<typeof community>>;

const asked = ({ item }: Community, overrides: Partial<ComputeRecalculationDto> = {}): ComputeRecalculationDto => ({
  feeItemIds: [item.id],
  fromPeriod: "2025-07",
  toPeriod: "2025-07",
  rooms: {},
  reason: "调价通知晚到",
  ...overrides,
});

const one = async ({ at, finance }: Community, id: string) => (await finance.get(`${at}/recalculations/${id}`)).body;
const linesOf = async ({ at, finance }: Community, id: string, query = "") =>
  (await finance.get(`${at}/recalculations/${id}/lines?pageSize=100${query}`)).body.items;

/** Computes the differences. Answers the id. */
async function computed(place: Community, overrides: Partial<ComputeRecalculationDto> = {}, client = place.finance) {
  const reply = await client.post(`${place.at}/recalculations`, asked(place, overrides));
  expect(reply.status).toBe(202);
  await app.drainJobs();
  return reply.body.recalculationId as string;
}

/** Hands a list in. Answers the URL of the approval. */
async function submitted(place: Community, id: string, client = place.finance) {
  expect((await client.post(`${place.at}/recalculations/${id}/submit`, {})).status).toBe(204);
  return `${place.at}/approvals/${(await one(place, id)).approvalId}`;
}

async function applied(place: Community, id: string) {
  const approval = await submitted(place, id);
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  return one(place, id);
}

interface ChargeRow {
  id: string;
  room: string;
  from: string;
  to: string;
  payer: string;
  fen: number;
  reduced: number;
  open: number;
  due: string;
  runId: string | null;
  remark: string | null;
}

const standing = (projectId: string) =>
  app.db.query<ChargeRow[]>(
    `SELECT id, room_id AS room, service_from AS "from", service_to AS "to", payer_id AS payer, amount_fen AS fen,
            reduced_fen AS reduced, open_fen AS open, due_on AS due, run_id AS "runId", remark
       FROM charge WHERE project_id = $1 AND reversed_fen = 0 ORDER BY service_from, room_id, id`,
    [projectId],
  );

test("BC-05: a price from 16 July on shows as a difference and changes the bill only when a second person has approved it", async () => {
  const place = await community();
  const [before] = await standing(place.projectId);
  expect(
    (
      await place.finance.post(`${place.at}/rates/${place.rate.id}/versions`, {
        startsOn: "2025-07-16",
        unitPrice: "2.80",
      })
    ).body.code,
  ).toBe("VERSION_BILLED");
  expect((await place.changePrice()).status).toBe(201);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({
    status: "COMPUTED",
    lineCount: 1,
    oldFen: 21_294,
    newFen: 23_233,
    blockedCount: 0,
  });
  const [line] = await linesOf(place, id);
  expect(line).toMatchObject({
    roomCode: place.rooms[0]!.code,
    serviceFrom: "2025-07-01",
    serviceTo: "2025-07-31",
    oldFen: 21_294,
    newFen: 23_233,
    differenceFen: 1_939,
    causes: ["PRICE"],
    obstacle: null,
    applied: null,
    before: [{ chargeId: before!.id, amountFen: 21_294, payerName: place.rooms[0]!.owner.name }],
    after: [
      { chargeId: null, serviceTo: "2025-07-15", amountFen: 10_303 },
      { chargeId: null, serviceFrom: "2025-07-16", amountFen: 12_930 },
    ],
  });
  expect(line.after[1].explanation.join("")).toContain("2.8");

  const approval = await submitted(place, id, place.manager);
  expect((await place.manager.post(`${approval}/approve`, {})).body.code).toBe("APPROVAL_OWN");
  expect((await place.manager.delete(`${place.at}/recalculations/${id}`)).body.code).toBe("RECALCULATION_STATE");
  expect(await standing(place.projectId)).toEqual([before]);
  const director = await app.as(["property:read", "billing:approve-recalculation"], place.projectId, "公司经理");
  const deputy = await app.as(["property:read", "billing:approve-recalculation"], place.projectId, "公司副经理");
  const decided = await Promise.all([director, deputy].map((client) => client.post(`${approval}/approve`, {})));
  expect(decided.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  await app.drainJobs();
  const done = await one(place, id);
  expect(done).toMatchObject({ status: "APPLIED", appliedCount: 1, appliedFen: 1_939, leftOutCount: 0 });
  const after = await standing(place.projectId);
  const same = { payer: before!.payer, due: before!.due, runId: before!.runId, remark: "应收重算：调价通知晚到" };
  expect(after).toMatchObject([
    { from: "2025-07-01", to: "2025-07-15", fen: 10_303, open: 10_303, ...same },
    { from: "2025-07-16", to: "2025-07-31", fen: 12_930, open: 12_930, ...same },
  ]);
  const origins = await app.db.query("SELECT origin_id AS id FROM charge_origin WHERE project_id = $1", [
    place.projectId,
  ]);
  expect(origins).toEqual([{ id: before!.id }, { id: before!.id }]);
  expect((await linesOf(place, id))[0]).toMatchObject({
    applied: true,
    after: after.map(({ id: chargeId }) => ({ chargeId })),
  });

  // the job again, as after a lost answer: nothing is issued twice, and nothing differs any more
  await app.db.query("UPDATE job SET status = 'QUEUED' WHERE project_id = $1 AND id = $2", [
    place.projectId,
    done.jobId,
  ]);
  await app.drainJobs();
  expect(await standing(place.projectId)).toEqual(after);
  const again = await computed(place);
  expect(await one(place, again)).toMatchObject({ lineCount: 0, blockedCount: 0 });
  const refused = await place.finance.post(`${place.at}/recalculations/${again}/submit`, {});
  expect(refused).toMatchObject({ status: 409, body: { code: "RECALCULATION_EMPTY" } });
  expect((await place.finance.delete(`${place.at}/recalculations/${again}`)).status).toBe(204);
  await checkInvariants(app.db, place.projectId);
});

test("with changes from the next month on, the month of the change does not differ", async () => {
  const place = await community(1, { changePolicy: "NEXT_MONTH" });
  await place.changePrice();
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0, blockedCount: 0 });
});

test("BC-06: an area that was measured anew and a payer named later show why, the new payer's bill is due as a bill of today", async () => {
  const place = await community(2);
  const [measured, leased] = place.rooms;
  const asker = await app.as(["property:read", "property:areas"], place.projectId);
  const owner = await app.as(["property:read", "property:approve"], place.projectId);
  const change = {
    startsOn: "2025-07-16",
    buildingArea: "110",
    chargeArea: "100",
    reason: "重新测绘",
    confirmWarnings: true,
  };
  const { body } = await asker.post(`${place.at}/rooms/${measured!.id}/area-changes`, change);
  expect((await owner.post(`${place.at}/approvals/${body.approvalId}/approve`, {})).status).toBe(200);
  const tenant = await savedCustomer(app, place.projectId);
  await savedPayer(app, leased!, { customerId: tenant.id, startsOn: "2025-07-01" });
  const id = await computed(place);
  const lines = await linesOf(place, id);
  expect(lines.map(({ causes, oldFen, newFen }: Record<string, unknown>) => [causes, oldFen, newFen])).toEqual([
    // 212.9386 × 15/31 and 238.00 × 16/31
    [["QUANTITY"], 21_294, 10_303 + 12_284],
    [["PAYER"], 21_294, 21_294],
  ]);
  await applied(place, id);
  const bills = await standing(place.projectId);
  expect(bills.filter(({ room }) => room === leased!.id)).toMatchObject([
    { payer: tenant.id, fen: 21_294, due: "2025-07-28" },
  ]);
  expect(bills.filter(({ room }) => room === measured!.id).map(({ fen }) => fen)).toEqual([10_303, 12_284]);
  const origins = await app.db.query("SELECT charge_id FROM charge_origin WHERE project_id = $1", [place.projectId]);
  expect(origins).toHaveLength(2);
  await checkInvariants(app.db, place.projectId);
});

/** A vacancy of the first room that takes 30 % off from 10 July on. Answers its URL, and who applied for it. */
async function vacant(place: Community, overrides: object = {}) {
  app.clock.set("2025-07-05");
  const vacancy = {
    id: newId(),
    roomId: place.rooms[0]!.id,
    feeItemIds: [place.item.id],
    kind: "PERCENT",
    percent: "30",
    startsOn: "2025-07-10",
    reason: "业主长期在外地",
    ...overrides,
  };
  const clerk = await app.as(["property:read", "billing:read", "billing:waive"], place.projectId);
  const { body } = await clerk.post(`${place.at}/vacancies`, vacancy);
  const inspection = { inspectedOn: "2025-07-05", inspector: "张工", vacant: true, finding: "水表三个月未走" };
  const url = `${place.at}/vacancies/${body.id}`;
  const seen = await clerk.post(`${url}/inspection`, inspection);
  expect((await place.manager.post(`${place.at}/approvals/${seen.body.approvalId}/approve`, {})).status).toBe(200);
  app.clock.set("2025-07-28");
  return { url, clerk };
}

test("a vacancy's reduction is taken back with the old bill and given on the new one", async () => {
  const place = await community();
  await vacant(place);
  const [settled] = await standing(place.projectId);
  expect(settled).toMatchObject({ fen: 21_294, reduced: 4_534 });
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0 });
  await place.changePrice("2025-07-10");
  await applied(place, await computed(place));
  expect(await standing(place.projectId)).toMatchObject([
    { from: "2025-07-01", fen: 6_182, reduced: 0 },
    // 250.516 × 22/31, at 70 % 124.45
    { from: "2025-07-10", fen: 17_779, reduced: 5_334, open: 12_445 },
  ]);
  await checkInvariants(app.db, place.projectId);
});

test("what another bears of a bill issued ahead stays in its month; out with a bank, it is not taken back", async () => {
  const place = await community();
  const bearer = await savedCustomer(app, place.projectId);
  const { url, clerk } = await vacant(place, { bearerId: bearer.id });
  await published(app, place.finance, place.projectId, { period: "2025-08" });
  await place.changePrice("2025-07-10");
  const august = { fromPeriod: "2025-08", toPeriod: "2025-08" };
  await applied(place, await computed(place, august));
  const borne = await app.db.query(
    "SELECT booked_period AS month FROM charge WHERE project_id = $1 AND payer_id = $2 AND period = '2025-08' ORDER BY id",
    [place.projectId, bearer.id],
  );
  expect(borne).toEqual([{ month: "2025-08" }, { month: "2025-08" }]);
  await checkInvariants(app.db, place.projectId);

  const { at, item } = place;
  const reviewer = await app.asRole("FINANCE_REVIEWER", place.projectId);
  const desk = await app.asRole("CASHIER", place.projectId);
  const scheme = await ok(reviewer.post(`${at}/debit-schemes`, aScheme("BANK_FRONT_END", { minimumFen: 1 })));
  const terms = { validFrom: "2025-01-01", account: "622202000000000001" };
  const agreement = await ok(
    desk.post(`${at}/debit-agreements`, anAgreement(place.rooms[0]!, bearer, scheme, item, terms)),
  );
  await ok(desk.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2025-01-05", consented: true }));
  await exported({ at, clerk: desk, scheme }, { dueUntil: "2025-07-31" });
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0, obstacles: { ON_DEBIT: 1 } });
  const ended = await clerk.post(`${url}/end`, { endsOn: "2025-07-15", reason: "已入住" });
  expect(ended).toMatchObject({ status: 409, body: { code: "CHARGE_ON_DEBIT" } });
});

test("days of a dispute that was upheld stay free of late fees on the new bill", async () => {
  const place = await community();
  const late = await savedFeeItem(app, place.projectId, { kind: "ONE_OFF" });
  const scheme = {
    name: "违约金",
    feeItemId: late.id,
    chargedItemIds: [place.item.id],
    graceDays: 0,
    gracePolicy: "FREE",
  };
  await ok(
    place.finance.post(`${place.at}/late-fee-schemes`, { ...scheme, startsOn: "2025-01-01", dailyRate: "0.0005" }),
  );
  const [bill] = await standing(place.projectId);
  const dispute = `${place.at}/charges/${bill!.id}/dispute`;
  app.clock.set("2025-07-22");
  await ok(place.manager.post(dispute, { reason: "面积有误" }));
  app.clock.set("2025-07-26");
  await ok(place.manager.post(`${dispute}/settle`, { outcome: "UPHELD", resolution: "双方核对完毕" }));
  app.clock.set("2025-07-28");
  await place.changePrice();
  await applied(place, await computed(place));
  const { body } = await place.cashier.get(`${place.at}/late-fees?payerId=${bill!.payer}&asOf=2025-07-31`);
  // 21 and 27 to 31 July: 103.03 and 129.30 at 0.3 %
  expect(body.totalFen).toBe(31 + 39);
});

test("a room out of use is named and its bill stays; after a merger of payers a bill is recalculated again and again", async () => {
  const place = await community(2);
  const [disabled, merged] = place.rooms;
  await app.db.query("UPDATE room SET active = false WHERE project_id = $1 AND id = $2", [
    place.projectId,
    disabled!.id,
  ]);
  const survivor = await savedCustomer(app, place.projectId);
  const officer = await app.as(["customer:read", "customer:merge"], place.projectId);
  const pair = { survivorId: survivor.id, mergedId: merged!.owner.id, reason: "重复录入" };
  await ok(officer.post(`${place.at}/customer-merges`, pair));
  await place.changePrice();
  await applied(place, await computed(place));
  expect((await place.changePrice("2025-07-20", "3.00")).status).toBe(201);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 1, obstacles: { ROOM_DISABLED: 1 } });
  const bills = await standing(place.projectId);
  expect(bills.map(({ room, payer }) => [room, payer])).toEqual(
    expect.arrayContaining([
      [disabled!.id, disabled!.owner.id],
      [merged!.id, survivor.id],
    ]),
  );
});

test("the approver reads which thing of a room a line is for", async () => {
  const place = await community();
  const space = { projectId: place.projectId, id: newId(), createdAt: app.clock.now() };
  await app.db.manager.insert(ChargeObject, { ...space, kind: "SPACE", label: "车位 B1-023" });
  const [room] = place.rooms;
  const days = { period: "2025-07", serviceFrom: "2025-07-01", serviceTo: "2025-07-31" };
  const bill = { payerId: room!.owner.id, feeItemId: place.item.id, objectId: space.id, ...days };
  await savedCharge(app, room!, bill);
  const approval = await submitted(place, await computed(place));
  const { body } = await place.manager.get(approval);
  expect(body.lines[0].label).toBe(`${room!.code} 2025-07 ${place.item.name}（车位 B1-023）`);
});

test("what was paid, is disputed or reduced is named with its reason and stays; the rest goes on", async () => {
  const place = await community(4);
  const bills = await standing(place.projectId);
  const billOf = (index: number) => bills.find(({ room }) => room === place.rooms[index]!.id)!;
  const paid = aReceipt(place.rooms[0]!.owner.id, [{ id: billOf(0).id, openFen: 10_000 }]);
  expect((await place.cashier.post(`${place.at}/receipts`, paid)).status).toBe(201);
  const dispute = await place.manager.post(`${place.at}/charges/${billOf(1).id}/dispute`, { reason: "电梯停运" });
  expect(dispute.status).toBe(204);
  const waiver = {
    id: newId(),
    reasonCode: "SERVICE",
    reason: "停水三天",
    lines: [{ chargeId: billOf(2).id, amountFen: 1_000 }],
  };
  const clerk = await app.as(["property:read", "billing:read", "billing:waive"], place.projectId);
  const { body } = await clerk.post(`${place.at}/waivers`, waiver);
  const approvalId = body.approvalId ?? (await clerk.get(`${place.at}/waivers/${body.id}`)).body.approvalId;
  expect((await place.manager.post(`${place.at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
  await place.changePrice();
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({
    lineCount: 1,
    blockedCount: 3,
    obstacles: { PAID: 1, DISPUTED: 1, REDUCED: 1 },
  });
  expect(await linesOf(place, id, "&kind=BLOCKED")).toHaveLength(3);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 1, leftOutCount: 0 });
  const after = await standing(place.projectId);
  expect(after.filter(({ room }) => room === place.rooms[3]!.id).map(({ fen }) => fen)).toEqual([10_303, 12_930]);
  for (const index of [0, 1, 2]) expect(after.map((bill) => bill.id)).toContain(billOf(index).id);
  await checkInvariants(app.db, place.projectId);
});

test("bills of a closed month are not restated", async () => {
  const place = await community();
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2025-07'", [
    place.projectId,
  ]);
  app.clock.set("2025-08-03");
  await place.changePrice();
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 0, obstacles: { CLOSED: 1 } });
  expect((await place.finance.post(`${place.at}/recalculations/${id}/submit`, {})).body.code).toBe(
    "RECALCULATION_EMPTY",
  );
});

test("what was paid after the request is left out and named; a desk payment at the same moment wins or finds the bill gone", async () => {
  const place = await community(3);
  await place.changePrice();
  const id = await computed(place);
  const approval = await submitted(place, id);
  const bills = await standing(place.projectId);
  const pay = ({ payer, id: chargeId }: ChargeRow) =>
    place.cashier.post(`${place.at}/receipts`, aReceipt(payer, [{ id: chargeId, openFen: 21_294 }]));
  expect((await pay(bills[0]!)).status).toBe(201);
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  const [, atDesk] = await Promise.all([app.drainJobs(), pay(bills[1]!)]);
  const { status, appliedCount, leftOutCount } = await one(place, id);
  const lines = await linesOf(place, id);
  const lineOf = (bill: ChargeRow) => lines.find(({ roomId }: { roomId: string }) => roomId === bill.room);
  expect(lineOf(bills[0]!)).toMatchObject({ applied: false, leftOut: "PAID" });
  const deskWon = atDesk.status === 201;
  expect([status, appliedCount, leftOutCount]).toEqual(["APPLIED", deskWon ? 1 : 2, deskWon ? 2 : 1]);
  expect(lineOf(bills[1]!)).toMatchObject(
    deskWon ? { applied: false, leftOut: "PAID" } : { applied: true, leftOut: null },
  );
  if (!deskWon) expect(atDesk).toMatchObject({ status: 409, body: { detail: expect.any(String) } });
  expect(lineOf(bills[2]!)).toMatchObject({ applied: true });
  await checkInvariants(app.db, place.projectId);
});

test("a price that has changed once more since the request refuses the whole, and a list turned down changes nothing", async () => {
  const place = await community();
  await place.changePrice();
  const id = await computed(place);
  const before = await standing(place.projectId);
  const approval = await submitted(place, id);
  await place.changePrice("2025-07-20", "3.00");
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "FAILED", failure: expect.stringContaining("请重新计算差异") });
  expect(await standing(place.projectId)).toEqual(before);
  const other = await computed(place);
  const second = await submitted(place, other);
  expect((await place.manager.post(`${second}/reject`, { reason: "先通知业主" })).status).toBe(200);
  expect(await one(place, other)).toMatchObject({ status: "REJECTED", note: "先通知业主" });
  expect(await standing(place.projectId)).toEqual(before);
});

test("bad input is refused by its field or by name", async () => {
  const place = await community();
  const post = (overrides: object) =>
    place.finance.post(`${place.at}/recalculations`, { ...asked(place), ...overrides });
  const { id: elsewhere } = await savedProject(app);
  const foreign = await savedFeeItem(app, elsewhere);
  const metered = await savedFeeItem(app, place.projectId, { kind: "METERED" });
  const foreignRoom = await savedRoom(app, elsewhere);
  for (const [overrides, status, says] of [
    [{ feeItemIds: [] }, 400, "收费项目至少选 1 项"],
    [{ fromPeriod: "2025-13" }, 400, "服务月份起"],
    [{ toPeriod: "2025-06" }, 400, "不能早于"],
    [{ fromPeriod: "2023-01" }, 400, "24 个月"],
    [{ reason: "" }, 400, "重算原因"],
    [{ reason: "长".repeat(151) }, 400, "150"],
    [{ reason: "调价😀" }, 400, "重算原因"],
    [{ amountFen: 1 }, 400, "amountFen"],
    [{ feeItemIds: [foreign.id] }, 404, "收费项目"],
    [{ feeItemIds: [metered.id] }, 409, "按表计量"],
    [{ rooms: { roomIds: [foreignRoom.id] } }, 404, "房间"],
  ] as const) {
    const reply = await post(overrides);
    expect([reply.status, JSON.stringify(reply.body)]).toEqual([status, expect.stringContaining(says)]);
  }
  const id = await computed(place);
  const stranger = await app.as(["billing:read", "billing:recalculate"], elsewhere);
  expect((await stranger.get(`${place.at}/recalculations/${id}`)).status).toBe(403);
  expect((await stranger.get(`/projects/${elsewhere}/recalculations/${id}`)).status).toBe(404);
  expect((await stranger.post(`/projects/${elsewhere}/recalculations/${id}/submit`, {})).status).toBe(404);
  expect((await place.cashier.post(`${place.at}/recalculations`, asked(place))).status).toBe(403);
  const file = await place.finance.get(`${place.at}/recalculations/${id}/xlsx`);
  expect(file.status).toBe(200);
});
