import { startTestApp } from "../../../test/test-app.js";
import { savedCharge, savedFeeItem } from "../../billing/billing.factories.js";
import { PrepaymentAccount } from "../../billing/prepayments/prepayment-account.entity.js";
import { newId } from "../../common/ids.js";
import { downloaded, exported, sheetOf } from "../../exports/exports.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedCustomer, savedOwner, savedRelation } from "../customer.factories.js";

/** What was merged away is listed and counted nowhere, and what lies under it is found under the survivor. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-11"));

const reason = "同一人重复录入";
const named = ({ name }: { name: string }) => name;

/** A community with a customer and his second entry, which is a family member in a room of his own. */
async function twice() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const room = await savedRoom(app, projectId);
  const head = await savedOwner(app, room, { name: "户主" });
  const survivor = await savedCustomer(app, projectId, { name: "陆一鸣", mobile: "13700007391" });
  const merged = await savedCustomer(app, projectId, { name: "陆亦鸣", mobile: "13700007391" });
  const member = { customerId: merged.id, role: "FAMILY", headId: head.id, startsOn: "2024-01-01" } as const;
  const relation = await savedRelation(app, room, member);
  const feeItem = await savedFeeItem(app, projectId, { name: "水费" });
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const url = `/projects/${projectId}`;
  const merge = async () => {
    const pair = { survivorId: survivor.id, mergedId: merged.id, reason };
    expect((await manager.post(`${url}/customer-merges`, pair)).status).toBe(201);
  };
  const charged = () => savedCharge(app, room, { payerId: merged.id, feeItemId: feeItem.id, period: "2026-01" });
  return { projectId, room, head, survivor, merged, relation, manager, url, merge, charged };
}

test("the list, the search, the export and the workbench have the survivor alone", async () => {
  const { projectId, manager, url, merge } = await twice();
  const listed = async (query: string) => (await manager.get(`${url}/customers?${query}`)).body.items.map(named);
  const counted = async () => (await manager.get(`${url}/workbench`)).body.property;
  expect(await listed("q=13700007391")).toEqual(["陆亦鸣", "陆一鸣"]);
  expect((await counted()).customers).toBe(3);
  await merge();
  expect(await listed("")).toEqual(["陆一鸣", "户主"]);
  for (const q of ["13700007391", "7391", "陆亦鸣", "陆一鸣"])
    expect(await listed(`q=${encodeURIComponent(q)}`)).toEqual(["陆一鸣"]);
  expect(await counted()).toMatchObject({ customers: 2 });
  const file = await exported(app, manager, projectId, { kind: "CUSTOMERS" });
  const { rows } = await sheetOf(await downloaded(manager, projectId, file.id));
  expect(JSON.stringify(rows)).toContain("陆一鸣");
  expect(JSON.stringify(rows)).not.toContain("陆亦鸣");
});

test("waivers of the merged one are found by the survivor", async () => {
  const { survivor, merged, head, manager, url, merge, charged } = await twice();
  const charge = await charged();
  const asked = await manager.post(`${url}/waivers`, {
    id: newId(),
    reasonCode: "SERVICE",
    reason: "电梯停运三天",
    lines: [{ chargeId: charge.id, amountFen: 1_000 }],
  });
  expect(asked.status).toBe(201);
  const found = async (payerId: string) => (await manager.get(`${url}/waivers?payerId=${payerId}`)).body;
  expect((await found(survivor.id)).items).toEqual([]);
  await merge();
  for (const payerId of [survivor.id, merged.id])
    expect(await found(payerId)).toMatchObject({
      amountFen: 1_000,
      items: [{ id: asked.body.id, payerName: "陆一鸣" }],
    });
  expect(await found(head.id)).toMatchObject({ amountFen: 0, items: [] });
});

test("a member is held by what he owes and has ahead under both entries", async () => {
  const { projectId, room, survivor, merged, relation, manager, url, merge, charged } = await twice();
  const charge = await charged();
  const ahead = (customerId: string, balanceFen: number) =>
    app.db.manager.insert(PrepaymentAccount, {
      projectId,
      id: newId(),
      roomId: room.id,
      customerId,
      balanceFen,
      createdAt: app.clock.now(),
    });
  await ahead(survivor.id, 300);
  await ahead(merged.id, 200);
  await merge();
  const { holds } = (await manager.get(`${url}/relations/${relation.id}/holds`)).body;
  expect(holds).toMatchObject([
    { kind: "PREPAYMENT", amountFen: 500 },
    { kind: "OPEN_CHARGES", amountFen: charge.openFen },
  ]);
  const refused = await manager.post(`${url}/relations/${relation.id}/remove`, { endsOn: "2026-03-11", reason });
  expect(refused).toMatchObject({ status: 409, body: { code: "MEMBER_HELD", details: { holds } } });
});

test("the graph around him is the survivor's", async () => {
  const { survivor, merged, room, manager, url, merge } = await twice();
  const around = async ({ id }: { id: string }) =>
    (await manager.get(`${url}/customers/${id}/relation-graph?on=2024-06-01`)).body;
  await merge();
  expect(await around(merged)).toEqual(await around(survivor));
  expect((await around(merged)).nodes.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining([survivor.id, room.id]),
  );
});

test("as of a day he is answered as the survivor, on past days too", async () => {
  const { survivor, merged, room, manager, url, merge } = await twice();
  const on = async ({ id }: { id: string }, day: string) =>
    (await manager.get(`${url}/customers/${id}/as-of?on=${day}`)).body;
  expect((await on(survivor, "2024-06-01")).rooms).toEqual([]);
  await merge();
  for (const day of ["2023-12-31", "2024-06-01", "2026-03-11"])
    expect(await on(merged, day)).toEqual(await on(survivor, day));
  expect(await on(merged, "2023-12-31")).toMatchObject({ customerId: survivor.id, rooms: [] });
  expect(await on(merged, "2024-06-01")).toMatchObject({
    customerId: survivor.id,
    customerName: "陆一鸣",
    rooms: [{ roomCode: room.code, role: "FAMILY" }],
  });
});
