import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate, savedSpace } from "../billing.factories.js";

const app = await startTestApp();
const { id: projectId } = await savedProject(app);
const item = await savedFeeItem(app, projectId, { name: "物业服务费" });
const oneOff = await savedFeeItem(app, projectId, { kind: "ONE_OFF", name: "装修垃圾清运费" });
const url = `/projects/${projectId}/charges`;
const clerk = await app.as(
  ["billing:read", "billing:one-off", "billing:reverse", "billing:run", "billing:publish"],
  projectId,
);
afterAll(() => app.close());

/** A room whose owner owes 100.00 yuan for January. */
async function owingRoom(overrides: object = {}) {
  const room = await savedRoom(app, projectId);
  const owner = await savedOwner(app, room);
  const charge = await savedCharge(app, room, { payerId: owner.id, feeItemId: item.id, ...overrides });
  return { room, owner, charge };
}

const listed = async (query: string) =>
  (await clerk.get(`${url}?${query}`)).body.items.map(({ id }: { id: string }) => id);

describe("the list", () => {
  test("comes in stretches, the last booked first, each charge once", async () => {
    const { room, owner, charge } = await owingRoom();
    const later = await Promise.all(
      ["2026-02", "2026-03"].map((period) =>
        savedCharge(app, room, {
          payerId: owner.id,
          feeItemId: item.id,
          period,
          serviceFrom: `${period}-01`,
          serviceTo: `${period}-28`,
        }),
      ),
    );
    const first = await clerk.get(`${url}?roomId=${room.id}&pageSize=2`);
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual([later[1]!.id, later[0]!.id]);
    const second = await clerk.get(`${url}?roomId=${room.id}&pageSize=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ id: charge.id }], nextCursor: null });
  });

  test("is narrowed by payer, item, months, building, source run and words", async () => {
    const { room, owner, charge } = await owingRoom();
    const other = await savedFeeItem(app, projectId);
    const february = await savedCharge(app, room, {
      payerId: owner.id,
      feeItemId: other.id,
      period: "2026-02",
      serviceFrom: "2026-02-01",
      serviceTo: "2026-02-28",
    });
    const here = `roomId=${room.id}`;
    expect(await listed(`payerId=${owner.id}&feeItemId=${other.id}`)).toEqual([february.id]);
    expect(await listed(`${here}&periodTo=2026-01`)).toEqual([charge.id]);
    expect(await listed(`${here}&periodFrom=2026-02&periodTo=2026-02`)).toEqual([february.id]);
    expect(await listed(`${here}&bookedPeriod=2026-02`)).toEqual([february.id]);
    expect(await listed(`q=${room.code}`)).toEqual([february.id, charge.id]);
    const [unit] = await app.db.query("SELECT building_id FROM unit WHERE id = $1", [room.unitId]);
    expect(await listed(`buildingId=${unit.building_id}`)).toHaveLength(2);
    expect(await listed(`buildingId=${newId()}`)).toEqual([]);
  });

  test.each([
    ["OPEN", {}],
    ["PARTIAL", { receivedFen: 4000, openFen: 6000 }],
    ["SETTLED", { receivedFen: 9000, offsetFen: 1000, openFen: 0 }],
    ["REDUCED", { reducedFen: 10_000, openFen: 0 }],
    ["REVERSED", { reversedFen: 10_000, openFen: 0 }],
  ])("says and finds %s", async (status, sums) => {
    const { room, charge } = await owingRoom(sums);
    const { body } = await clerk.get(`${url}?roomId=${room.id}`);
    expect(body.items[0].status).toBe(status);
    for (const wanted of ["OPEN", "PARTIAL", "SETTLED", "REDUCED", "REVERSED"]) {
      expect(await listed(`roomId=${room.id}&status=${wanted}`)).toEqual(wanted === status ? [charge.id] : []);
    }
  });

  test("knows what is overdue: owed and past the day due, that day itself not", async () => {
    const { room, charge } = await owingRoom({ dueOn: "2026-03-09" });
    const { room: today } = await owingRoom({ dueOn: "2026-03-10" });
    expect(await listed(`roomId=${room.id}&overdue=true`)).toEqual([charge.id]);
    expect(await listed(`roomId=${today.id}&overdue=true`)).toEqual([]);
    expect(await listed(`roomId=${today.id}&overdue=false`)).toHaveLength(1);
  });

  test("the day is that of the project: where it is still the day due, nothing is overdue", async () => {
    const { id } = await savedProject(app, { timeZone: "America/New_York" });
    const [room, feeItem] = await Promise.all([savedRoom(app, id), savedFeeItem(app, id)]);
    const { id: payerId } = await savedOwner(app, room);
    const charge = await savedCharge(app, room, { payerId, feeItemId: feeItem.id, dueOn: "2026-03-09" });
    const there = await app.as(["billing:read"], id);
    expect((await there.get(`/projects/${id}/charges?overdue=true`)).body.items).toEqual([]);
    expect((await there.get(`/projects/${id}/charge-totals?overdue=false`)).body.count).toBe(1);
    expect((await there.get(`/projects/${id}/charges/${charge.id}`)).body.overdue).toBe(false);
  });

  test("has totals over everything a filter finds", async () => {
    const { owner } = await owingRoom({ receivedFen: 4000, openFen: 6000 });
    const { body } = await clerk.get(`/projects/${projectId}/charge-totals?payerId=${owner.id}`);
    expect(body).toEqual({
      count: 1,
      amountFen: 10_000,
      reducedFen: 0,
      receivedFen: 4000,
      offsetFen: 0,
      reversedFen: 0,
      openFen: 6000,
    });
  });

  test.each(["period=2026-01", "status=PAID", "periodFrom=2026-13", "roomId=1", "pageSize=1000"])(
    "refuses %s",
    async (query) => {
      expect((await clerk.get(`${url}?${query}`)).status).toBe(400);
    },
  );
});

test("a charge explains its amount in sentences", async () => {
  const room = await savedRoom(app, projectId, { chargeArea: "94.56" });
  await savedOwner(app, room);
  const rate = await savedRate(app, await savedFeeItem(app, projectId), {}, { unitPrice: "1.3", surcharge: "20" });
  await savedBinding(app, room, rate, { startsOn: "2026-03-12" });
  await published(app, clerk, projectId, { period: "2026-03", roomIds: [room.id] });
  const [id] = await listed(`roomId=${room.id}`);
  const { body } = await clerk.get(`${url}/${id}`);
  expect(body).toMatchObject({
    amountFen: 9221,
    quantity: "94.56",
    unitPrice: "1.3",
    rateName: rate.name,
    entries: [],
    source: "RUN",
  });
  expect(body.explanation).toEqual([
    "2026-03-12 至 2026-03-31 共 20 天（当月 31 天）",
    "不足整月，按实际天数占当月天数计费",
    "按收费面积计费",
    "(94.56 m² × 1.30 元/m² + 附加费 20.00 元) × 20/31 = 92.2116… → 四舍五入到分 92.21 元",
  ]);
});

describe("reversing one charge", () => {
  test("takes back what is open, dated today, and lets what was received stand", async () => {
    const { charge, room } = await owingRoom({ receivedFen: 4000, openFen: 6000 });
    expect((await clerk.post(`${url}/${charge.id}/reverse`, { reason: "面积登记错误" })).status).toBe(204);
    const { body } = await clerk.get(`${url}/${charge.id}`);
    expect(body).toMatchObject({ openFen: 0, reversedFen: 6000, receivedFen: 4000, status: "SETTLED" });
    expect(body.entries).toMatchObject([
      { kind: "REVERSAL", amountFen: -6000, bookedOn: "2026-03-10", reason: "面积登记错误", createdByName: "测试员" },
    ]);
    const audit = await app.db.query(
      "SELECT entity FROM audit_log WHERE action = 'charge.reverse' AND entity_id IN ($1, $2) ORDER BY entity",
      [charge.id, room.id],
    );
    expect(audit).toEqual([{ entity: "charge" }, { entity: "room" }]);
    expect((await clerk.post(`${url}/${charge.id}/reverse`, { reason: "再来一次" })).body.code).toBe("CHARGE_NOT_OPEN");
  });

  test("happens once, however many try at once", async () => {
    const { charge } = await owingRoom();
    const replies = await Promise.all(
      [1, 2, 3].map(() => clerk.post(`${url}/${charge.id}/reverse`, { reason: "重复出账" })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await clerk.get(`${url}/${charge.id}`)).body.entries).toHaveLength(1);
  });

  test("does not bring back by the next run what was received", async () => {
    const { room, charge, owner } = await owingRoom({
      period: "2026-03",
      serviceFrom: "2026-03-01",
      serviceTo: "2026-03-31",
      receivedFen: 4000,
      openFen: 6000,
    });
    const rate = await savedRate(app, item);
    await savedBinding(app, room, rate);
    await clerk.post(`${url}/${charge.id}/reverse`, { reason: "协商结清" });
    const { body } = await clerk.post(`/projects/${projectId}/runs`, { period: "2026-03", roomIds: [room.id] });
    await app.drainJobs();
    const run = await clerk.get(`/projects/${projectId}/runs/${body.runId}`);
    expect(run.body).toMatchObject({ lineCount: 0, differences: { ISSUED: 1 } });
    expect(owner.id).toBeDefined();
  });

  test("is dated in an open month", async () => {
    const { id: closed } = await savedProject(app);
    const room = await savedRoom(app, closed);
    const { id: payerId } = await savedOwner(app, room);
    const charge = await savedCharge(app, room, { payerId, feeItemId: (await savedFeeItem(app, closed)).id });
    const reviewer = await app.as(["billing:reverse"], closed);
    await app.db.query(
      "INSERT INTO billing_period (project_id, id, period, status, created_at) VALUES ($1, $2, '2026-03', 'CLOSED', now())",
      [closed, newId()],
    );
    const refused = await reviewer.post(`/projects/${closed}/charges/${charge.id}/reverse`, { reason: "面积登记错误" });
    expect(refused).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
  });
});

describe("a one-off charge", () => {
  const aCharge = (roomId: string, overrides: object = {}) => ({
    id: newId(),
    roomId,
    feeItemId: oneOff.id,
    amountFen: 30_000,
    serviceFrom: "2026-03-10",
    serviceTo: "2026-03-10",
    dueOn: "2026-03-20",
    remark: "装修垃圾 3 车",
    ...overrides,
  });

  test("is owed by whoever pays for the room on the day, and says what it is for", async () => {
    const room = await savedRoom(app, projectId);
    const owner = await savedOwner(app, room);
    const { status, body } = await clerk.post(url, aCharge(room.id));
    expect(status).toBe(201);
    expect((await clerk.get(`${url}/${body.id}`)).body).toMatchObject({
      payerId: owner.id,
      openFen: 30_000,
      source: "MANUAL",
      period: "2026-03",
      bookedPeriod: "2026-03",
      explanation: ["装修垃圾 3 车"],
    });
  });

  test("may be owed by somebody else, and needs somebody", async () => {
    const room = await savedRoom(app, projectId);
    expect((await clerk.post(url, aCharge(room.id))).body.code).toBe("NO_PAYER");
    const { id: payerId } = await savedCustomer(app, projectId);
    const { body } = await clerk.post(url, aCharge(room.id, { payerId }));
    expect((await clerk.get(`${url}/${body.id}`)).body.payerId).toBe(payerId);
  });

  test("is owed by the payer named for the item before the owner", async () => {
    const room = await savedRoom(app, projectId);
    await savedOwner(app, room);
    const { id: customerId } = await savedCustomer(app, projectId);
    await savedPayer(app, room, { customerId, feeItemId: oneOff.id });
    const { body } = await clerk.post(url, aCharge(room.id));
    expect((await clerk.get(`${url}/${body.id}`)).body.payerId).toBe(customerId);
  });

  test("sent twice is charged once; the same id for something else is refused", async () => {
    const room = await savedRoom(app, projectId);
    await savedOwner(app, room);
    const charge = aCharge(room.id);
    const replies = await Promise.all([1, 2, 3].map(() => clerk.post(url, charge)));
    expect(replies.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([201, charge.id]));
    expect(await listed(`roomId=${room.id}`)).toEqual([charge.id]);
    expect(await clerk.post(url, { ...charge, amountFen: 1 })).toMatchObject({
      status: 409,
      body: { code: "ID_REUSED" },
    });
  });

  test.each([
    ["no amount", { amountFen: 0 }, "amountFen"],
    ["a negative amount", { amountFen: -100 }, "amountFen"],
    ["a fraction of a fen", { amountFen: 1.5 }, "amountFen"],
    ["a huge amount", { amountFen: 1e15 }, "amountFen"],
    ["a day that does not exist", { serviceFrom: "2026-02-30" }, "serviceFrom"],
    ["an end before the beginning", { serviceTo: "2026-03-09" }, "serviceTo"],
    ["no word what it is for", { remark: " " }, "remark"],
  ])("with %s is refused", async (_what, overrides, field) => {
    const room = await savedRoom(app, projectId);
    const { status, body } = await clerk.post(url, aCharge(room.id, overrides));
    expect(status).toBe(400);
    expect(Object.keys(body.fields)).toEqual([field]);
  });

  test("may be for a space of the room, and says so (BIL-05)", async () => {
    const room = await savedRoom(app, projectId);
    await savedOwner(app, room);
    const objectId = await savedSpace(app, projectId, `车位 ${room.code}`);
    const dto = aCharge(room.id, { objectId });
    expect((await clerk.post(url, dto)).status).toBe(201);
    const feeItemName = `装修垃圾清运费（车位 ${room.code}）`;
    expect((await clerk.get(`${url}/${dto.id}`)).body).toMatchObject({ objectId, feeItemName });
    expect((await clerk.post(url, dto)).status).toBe(201);
    expect(await clerk.post(url, { ...dto, objectId: null })).toMatchObject({ status: 409 });
    const { id: elsewhere } = await savedProject(app);
    const foreign = await savedSpace(app, elsewhere, "车位 A");
    expect(await clerk.post(url, aCharge(room.id, { objectId: foreign }))).toMatchObject({ status: 404 });

    const objects = async () => (await clerk.get(`/projects/${projectId}/rooms/${room.id}/charge-objects`)).body.items;
    expect(await objects()).toEqual([]);
    await savedBinding(app, room, await savedRate(app, item), { objectId });
    expect(await objects()).toEqual([{ id: objectId, kind: "SPACE", label: `车位 ${room.code}` }]);
  });

  test("is not for a space of another household, unless it was this one's before (BIL-05)", async () => {
    const ours = await savedRoom(app, projectId);
    const theirs = await savedRoom(app, projectId);
    const before = await savedRoom(app, projectId);
    for (const room of [ours, before]) await savedOwner(app, room);
    const objectId = await savedSpace(app, projectId, `车位 ${theirs.code}`);
    const rate = await savedRate(app, item);
    await savedBinding(app, before, rate, { objectId, endsOn: "2025-12-31" });
    await savedBinding(app, theirs, rate, { objectId, startsOn: "2026-01-01" });
    expect(await clerk.post(url, aCharge(ours.id, { objectId }))).toMatchObject({
      status: 400,
      body: { fields: { objectId: [`车位 ${theirs.code} 登记在 ${theirs.code}，不是这个房间的`] } },
    });
    expect((await clerk.post(url, aCharge(before.id, { objectId }))).status).toBe(201);
    await app.db.query("UPDATE rate_binding SET ends_on = '2026-01-31' WHERE object_id = $1 AND ends_on IS NULL", [
      objectId,
    ]);
    expect((await clerk.post(url, aCharge(ours.id, { objectId }))).status).toBe(201);
  });

  test("is only for active one-off items and passes", async () => {
    const room = await savedRoom(app, projectId);
    const { id: payerId } = await savedCustomer(app, projectId);
    const pass = await savedFeeItem(app, projectId, { kind: "PASS" });
    expect((await clerk.post(url, aCharge(room.id, { feeItemId: pass.id, payerId }))).status).toBe(201);
    expect((await clerk.post(url, aCharge(room.id, { feeItemId: item.id }))).body.code).toBe("FEE_ITEM_KIND");
    const inactive = await savedFeeItem(app, projectId, { kind: "ONE_OFF", active: false });
    expect((await clerk.post(url, aCharge(room.id, { feeItemId: inactive.id }))).body.code).toBe("FEE_ITEM_INACTIVE");
  });

  test("does not reach into another project", async () => {
    const { id: other } = await savedProject(app);
    const foreignRoom = await savedRoom(app, other);
    const { id: foreignPayer } = await savedCustomer(app, other);
    const room = await savedRoom(app, projectId);
    expect((await clerk.post(url, aCharge(foreignRoom.id))).status).toBe(404);
    expect((await clerk.post(url, aCharge(room.id, { payerId: foreignPayer }))).status).toBe(404);
    expect((await clerk.post(`/projects/${other}/charges`, aCharge(foreignRoom.id))).status).toBe(403);
  });
});

test("a room shows its year by month and item, and what it owes in all", async () => {
  const { room, owner } = await owingRoom({ receivedFen: 4000, openFen: 6000 });
  await savedCharge(app, room, {
    payerId: owner.id,
    feeItemId: item.id,
    period: "2025-12",
    serviceFrom: "2025-12-01",
    serviceTo: "2025-12-31",
    dueOn: "2025-12-20",
  });
  await savedCharge(app, room, {
    payerId: owner.id,
    feeItemId: item.id,
    period: "2026-04",
    serviceFrom: "2026-04-01",
    serviceTo: "2026-04-30",
    dueOn: "2026-04-20",
  });
  const { body } = await clerk.get(`/projects/${projectId}/rooms/${room.id}/charges`);
  expect(body).toEqual({
    year: 2026,
    years: [2026, 2025],
    items: [{ feeItemId: item.id, feeItemName: "物业服务费" }],
    cells: [
      { feeItemId: item.id, period: "2026-01", amountFen: 10_000, paidFen: 4000, openFen: 6000 },
      { feeItemId: item.id, period: "2026-04", amountFen: 10_000, paidFen: 0, openFen: 10_000 },
    ],
    overdueFen: 16_000,
    openFen: 26_000,
    owedSince: "2025-12-01",
  });
  const { id: other } = await savedProject(app);
  const foreign = await savedRoom(app, other);
  expect((await clerk.get(`/projects/${projectId}/rooms/${foreign.id}/charges`)).status).toBe(404);
});
