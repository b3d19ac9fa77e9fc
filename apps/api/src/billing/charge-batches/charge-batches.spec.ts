import type { CreateRoomChargesDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedFeeItem } from "../billing.factories.js";

/** One one-off charge for each of many rooms: previewed, then all or nothing (BIL-146). */
const app = await startTestApp();
const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
const item = await savedFeeItem(app, projectId, { kind: "ONE_OFF", name: "门禁卡工本费" });
const url = `/projects/${projectId}`;
const clerk = await app.as(["billing:read", "billing:one-off", "billing:reverse"], projectId);
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** Rooms that their owners pay for. */
async function owned(areas: string[]) {
  const rooms = await Promise.all(areas.map((chargeArea) => savedRoom(app, projectId, { chargeArea })));
  const owners = await Promise.all(rooms.map((room) => savedOwner(app, room)));
  return { rooms, owners, roomIds: rooms.map(({ id }) => id) };
}

const terms = (roomIds: string[], more: object = {}) => ({
  feeItemId: item.id,
  rooms: { roomIds },
  basis: "ROOM",
  amountFen: 2_500,
  serviceFrom: "2026-03-10",
  serviceTo: "2026-03-10",
  dueOn: "2026-03-31",
  remark: "门禁升级通知 2026-03 号",
  ...more,
});
const preview = (body: object) => clerk.post(`${url}/charge-batches/preview`, body);
const create = (body: object, client = clerk) => client.post(`${url}/charge-batches`, body);
/** What was previewed, as it is confirmed. */
async function confirmed(body: object, more: object = {}): Promise<CreateRoomChargesDto> {
  const { createCount, amountFen } = (await preview(body)).body;
  return { id: newId(), expectedCount: createCount, expectedFen: amountFen, ...body, ...more } as CreateRoomChargesDto;
}
const chargesOf = async (batchNo: string) => (await clerk.get(`${url}/charges?batchNo=${batchNo}`)).body.items;

test("a preview says count, sum and payer; charging writes the same, found again by its number and reversed one by one", async () => {
  const { rooms, owners, roomIds } = await owned(["80", "90"]);
  const { id: tenant } = await savedCustomer(app, projectId);
  await savedPayer(app, rooms[1]!, { customerId: tenant, feeItemId: item.id });
  const shown = await preview(terms(roomIds));
  expect(shown).toMatchObject({ status: 200, body: { createCount: 2, amountFen: 5_000, skippedCount: 0 } });
  expect(shown.body.rows).toMatchObject([
    { roomCode: rooms[0]!.code, payerName: owners[0]!.name, amountFen: 2_500, area: null, skip: null },
    { roomCode: rooms[1]!.code, amountFen: 2_500 },
  ]);
  const { status, body } = await create(await confirmed(terms(roomIds)));
  expect(status).toBe(201);
  expect(body).toMatchObject({ kind: "ROOMS", chargeCount: 2, amountFen: 5_000, skippedCount: 0 });
  const charges = await chargesOf(body.batchNo);
  expect(new Map(charges.map((one: { roomId: string; payerId: string }) => [one.roomId, one.payerId]))).toEqual(
    new Map([
      [roomIds[0], owners[0]!.id],
      [roomIds[1], tenant],
    ]),
  );
  expect(charges[0]).toMatchObject({ source: "MANUAL", period: "2026-03", bookedPeriod: "2026-03", openFen: 2_500 });
  expect((await clerk.get(`${url}/charges/${charges[0].id}`)).body.explanation).toEqual(["门禁升级通知 2026-03 号"]);
  expect((await clerk.post(`${url}/charges/${charges[0].id}/reverse`, { reason: "重复收费" })).status).toBe(204);
  expect(await chargesOf(body.batchNo)).toHaveLength(2);
  const log = await app.db.query(
    "SELECT entity FROM audit_log WHERE project_id = $1 AND summary LIKE '%' || $2 || '%'",
    [projectId, body.batchNo],
  );
  expect(log.map(({ entity }: { entity: string }) => entity).sort()).toEqual(["charge-batch", "room", "room"]);
  await checkInvariants(app.db, projectId);
});

test("by area the price is multiplied and rounded once; the amount explains itself", async () => {
  const { roomIds } = await owned(["94.56"]);
  const body = terms(roomIds, { basis: "AREA", amountFen: null, unitPrice: "1.235" });
  expect((await preview(body)).body).toMatchObject({ amountFen: 11_678, rows: [{ area: "94.56", amountFen: 11_678 }] });
  const { batchNo } = (await create(await confirmed(body))).body;
  const [charge] = await chargesOf(batchNo);
  expect((await clerk.get(`${url}/charges/${charge.id}`)).body.explanation).toEqual([
    "94.56 × 1.235 元 = 116.78 元",
    "门禁升级通知 2026-03 号",
  ]);
});

test("rooms that cannot be charged are named with the reason, and refuse all unless they may be left out", async () => {
  const { rooms, roomIds } = await owned(["80", "0", "70"]);
  await app.db.query("UPDATE room SET active = false, ended_on = '2026-03-01' WHERE id = $1", [roomIds[2]]);
  const nobody = await savedRoom(app, projectId, { chargeArea: "60" });
  const body = terms([...roomIds, nobody.id], { basis: "AREA", unitPrice: "1" });
  const shown = (await preview(body)).body;
  expect(shown).toMatchObject({ createCount: 1, amountFen: 8_000, skippedCount: 3 });
  const reasons = Object.fromEntries(
    shown.rows.map(({ roomId, skip }: { roomId: string; skip: string }) => [roomId, skip]),
  );
  expect(reasons).toEqual({
    [roomIds[0]!]: null,
    [roomIds[1]!]: "NO_AREA",
    [roomIds[2]!]: "ENDED",
    [nobody.id]: "NO_PAYER",
  });
  expect(await create(await confirmed(body))).toMatchObject({
    status: 409,
    body: { code: "ROOMS_NOT_CHARGED", detail: expect.stringContaining("没有计费面积") },
  });
  const done = await create(await confirmed(body, { skipRooms: true }));
  expect(done.body).toMatchObject({ chargeCount: 1, skippedCount: 3 });
  expect((await preview(body)).body.rows).toContainEqual(
    expect.objectContaining({ roomCode: rooms[0]!.code, skip: "DOUBLE" }),
  );
  expect((await create(await confirmed(body, { skipRooms: true }))).body.code).toBe("NOTHING_TO_CHARGE");
});

test("what came to something else since the preview is refused, and nothing is charged", async () => {
  const { roomIds } = await owned(["50"]);
  const body = await confirmed(terms(roomIds, { basis: "AREA", unitPrice: "2" }));
  await app.db.query("UPDATE room SET charge_area = 60 WHERE id = $1", [roomIds[0]]);
  expect(await create(body)).toMatchObject({
    status: 409,
    body: { code: "PREVIEW_CHANGED", detail: expect.stringContaining("120.00") },
  });
  expect((await clerk.get(`${url}/charges?roomId=${roomIds[0]}`)).body.items).toEqual([]);
});

test("a retry charges once, also at the same moment; of two who charge the same at once, one wins", async () => {
  const { roomIds } = await owned(["50", "60"]);
  const body = await confirmed(terms(roomIds));
  const replies = await Promise.all([create(body), create(body)]);
  expect(replies.map(({ status, body: { batchNo } }) => [status, batchNo])).toEqual(
    Array(2).fill([201, replies[0]!.body.batchNo]),
  );
  expect(await chargesOf(replies[0]!.body.batchNo)).toHaveLength(2);
  expect((await create({ ...body, remark: "别的事" })).body.code).toBe("ID_REUSED");
  const other = await confirmed(terms(roomIds, { remark: "补卡" }));
  const both = await Promise.all([create(other), create({ ...other, id: newId() })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test.each([
  ["no amount", { amountFen: null }, "amountFen"],
  ["no price by area", { basis: "AREA", amountFen: null }, "unitPrice"],
  ["an end before the beginning", { serviceTo: "2026-03-09" }, "serviceTo"],
  ["due before the service", { dueOn: "2026-03-09" }, "dueOn"],
  ["31 February", { serviceFrom: "2026-02-31" }, "serviceFrom"],
  ["full-width digits", { unitPrice: "１.5" }, "unitPrice"],
  ["emoji", { remark: "门禁卡🎉" }, "remark"],
  ["a text too long", { remark: "长".repeat(201) }, "remark"],
  ["an unknown field", { colour: "red" }, "colour"],
])("refuses %s", async (_what, wrong, field) => {
  const { roomIds } = await owned(["50"]);
  const { status, body } = await create({
    id: newId(),
    expectedCount: 1,
    expectedFen: 2_500,
    ...terms(roomIds),
    ...wrong,
  });
  expect(status).toBe(400);
  expect(Object.keys(body.fields)).toEqual([field]);
});

test("an item of another kind, a closed month, another project's room and a reader are refused", async () => {
  const { roomIds } = await owned(["50"]);
  const regular = await savedFeeItem(app, projectId);
  expect((await preview(terms(roomIds, { feeItemId: regular.id }))).body.code).toBe("FEE_ITEM_KIND");
  const pass = await savedFeeItem(app, projectId, { kind: "PASS" });
  expect((await preview(terms(roomIds, { feeItemId: pass.id }))).status).toBe(200);
  const elsewhere = await savedRoom(app, (await savedProject(app)).id);
  expect((await preview(terms([...roomIds, elsewhere.id]))).status).toBe(404);
  const reader = await app.as(["billing:read"], projectId);
  expect((await create(await confirmed(terms(roomIds)), reader)).status).toBe(403);
  const body = await confirmed(terms(roomIds));
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-03'", [
    projectId,
  ]);
  expect((await preview(terms(roomIds))).body.code).toBe("PERIOD_CLOSED");
  expect((await create(body)).body.code).toBe("PERIOD_CLOSED");
});
