import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
const feeItem = await savedFeeItem(app, projectId);
const at = `/projects/${projectId}`;
const clerk = await app.as(["property:read", "billing:read", "billing:waive"], projectId, "客服");
const setter = await app.as(["billing:read", "billing:control-settings"], projectId);
const manager = await app.asRole("PROJECT_MANAGER", projectId);
const region = await app.asRole("REGION_MANAGER", projectId);
const company = await app.asRole("COMPANY_MANAGER");
afterAll(() => app.close());

const roleIdOf = async (name: string): Promise<string> => {
  const [role] = await app.db.query<{ id: string }[]>("SELECT id FROM role WHERE code = $1", [name]);
  return role!.id;
};

async function owed(amountFen: number) {
  const [room, payer] = [await savedRoom(app, projectId), await savedCustomer(app, projectId)];
  return savedCharge(app, room, { payerId: payer.id, feeItemId: feeItem.id, amountFen });
}

async function asked(charge: { id: string }, amountFen: number, more: object = {}) {
  const lines = [{ chargeId: charge.id, amountFen }];
  const reply = await clerk.post(`${at}/waivers`, {
    id: randomUUID(),
    reasonCode: "SERVICE",
    reason: "电梯停运三天",
    lines,
    ...more,
  });
  expect(reply.status).toBe(201);
  return reply.body;
}

const approve = (person: TestClient, { approvalId }: { approvalId: string }) =>
  person.post(`${at}/approvals/${approvalId}/approve`, {});

const openOf = async (id: string) => (await clerk.get(`${at}/charges/${id}`)).body.openFen;

test("an approver holds a role whose limits of amount and share are high enough; until then nothing changes", async () => {
  const limits = [{ roleId: await roleIdOf("PROJECT_MANAGER"), amountFen: 5_000, percent: "30" }];
  expect((await setter.put(`${at}/waiver-limits`, { limits })).status).toBe(204);
  const { items } = (await clerk.get(`${at}/waiver-limits`)).body;
  expect(items.find(({ roleId }: { roleId: string }) => roleId === limits[0]!.roleId)).toMatchObject(limits[0]!);

  const [much, large, fine] = [await owed(10_000), await owed(100_000), await owed(10_000)];
  const tooLarge = await asked(large, 5_001);
  const tooMuch = await asked(much, 3_001);
  for (const waiver of [tooLarge, tooMuch]) {
    const refused = await approve(manager, waiver);
    expect(refused).toMatchObject({ status: 409, body: { code: "WAIVER_LIMIT" } });
    expect(refused.body.detail).toContain("50.00 元、30%");
  }
  expect(await openOf(much.id)).toBe(10_000);
  expect((await approve(company, tooMuch)).status).toBe(200);
  expect((await approve(manager, await asked(fine, 3_000))).status).toBe(200);
  expect(await openOf(fine.id)).toBe(7_000);
  // what was waived of the charge before counts with it
  expect((await approve(manager, await asked(fine, 1))).body.code).toBe("WAIVER_LIMIT");
});

test("beyond the project manager's limit the region decides up to its own, beyond that only headquarters", async () => {
  const roleId = await roleIdOf("REGION_MANAGER");
  const limitOf = async () =>
    (await clerk.get(`${at}/waiver-limits`)).body.items.find((one: { roleId: string }) => one.roleId === roleId);
  expect(await limitOf()).toMatchObject({ roleName: "区域经理", amountFen: 1_000_000, percent: null });

  const [within, beyond] = [await owed(2_000_000), await owed(2_000_000)];
  const [large, larger] = [await asked(within, 1_000_000), await asked(beyond, 1_000_001)];
  // Above the 1000 yuan of the project it is no longer the project manager's to decide.
  expect((await approve(manager, large)).status).toBe(403);
  const refused = await approve(region, larger);
  expect(refused).toMatchObject({ status: 409, body: { code: "WAIVER_LIMIT" } });
  expect(refused.body.detail).toContain("区域经理 10000.00 元");
  expect([await openOf(within.id), await openOf(beyond.id)]).toEqual([2_000_000, 2_000_000]);
  expect((await approve(region, large)).status).toBe(200);
  expect((await approve(company, larger)).status).toBe(200);
  expect([await openOf(within.id), await openOf(beyond.id)]).toEqual([1_000_000, 999_999]);

  // A project may lower it, also by share, and lift it.
  const set = (limit: object) => setter.put(`${at}/waiver-limits`, { limits: [{ roleId, ...limit }] });
  await set({ percent: "50" });
  const half = await asked(await owed(1_000_000), 500_001);
  expect(await approve(region, half)).toMatchObject({ status: 409, body: { code: "WAIVER_LIMIT" } });
  await set({});
  expect(await limitOf()).toMatchObject({ amountFen: null, percent: null });
  expect((await approve(region, half)).status).toBe(200);
  const elsewhere = await app.asRole("REGION_MANAGER", (await savedProject(app)).id);
  expect((await approve(elsewhere, await asked(await owed(1_000_000), 600_000))).status).toBe(403);
});

test("a waiver that somebody bears is owed by him; reversed, by nobody but the payer", async () => {
  const charge = await owed(10_000);
  const developer = await savedCustomer(app, projectId);
  const waiver = await asked(charge, 2_500, { bearerId: developer.id });
  expect((await approve(company, waiver)).status).toBe(200);
  const borne = async () => (await clerk.get(`${at}/charges?payerId=${developer.id}`)).body.items;
  expect(await borne()).toMatchObject([{ amountFen: 2_500, openFen: 2_500, feeItemName: feeItem.name }]);
  expect(await openOf(charge.id)).toBe(7_500);
  await checkInvariants(app.db, projectId);
  const finance = await app.as(["billing:read", "billing:reverse"], projectId);
  const withdrawn = await finance.post(`${at}/charges/${charge.id}/reverse`, { reason: "重复登记" });
  expect(withdrawn).toMatchObject({ status: 409, body: { code: "WAIVER_BORNE" } });
  expect(withdrawn.body.detail).toContain(waiver.waiverNo);
  expect(await openOf(charge.id)).toBe(7_500);
  expect((await company.post(`${at}/waivers/${waiver.id}/reverse`, { reason: "协议取消" })).status).toBe(200);
  expect(await borne()).toMatchObject([{ openFen: 0 }]);
  expect(await openOf(charge.id)).toBe(10_000);
  await checkInvariants(app.db, projectId);

  const report = (await clerk.get(`${at}/billing-reports/REDUCTIONS?from=2026-03-01&to=2026-03-31`)).body;
  const own = report.items.filter(({ no }: { no: string }) => no === waiver.waiverNo);
  expect(own.map(({ fen, borneFen }: { fen: number; borneFen: number }) => [fen, borneFen]).sort()).toEqual([
    [-2_500, -2_500],
    [2_500, 2_500],
  ]);

  const self = await clerk.post(`${at}/waivers`, {
    id: randomUUID(),
    reasonCode: "SERVICE",
    reason: "电梯停运三天",
    lines: [{ chargeId: charge.id, amountFen: 1 }],
    bearerId: charge.payerId,
  });
  expect(self).toMatchObject({ status: 409, body: { code: "BEARER_IS_PAYER" } });
});

test.each([
  ["more than all", [{ percent: "101" }]],
  ["less than nothing", [{ amountFen: -1 }]],
  ["half a fen", [{ amountFen: 0.5 }]],
  ["full-width digits", [{ percent: "３０" }]],
  ["an unknown field", [{ share: 1 }]],
])("%s is refused", async (_what, limits) => {
  const roleId = await roleIdOf("PROJECT_MANAGER");
  const body = { limits: limits.map((limit) => ({ roleId, ...limit })) };
  expect((await setter.put(`${at}/waiver-limits`, body)).status).toBe(400);
  const twice = { limits: [{ roleId }, { roleId }] };
  expect((await setter.put(`${at}/waiver-limits`, twice)).status).toBe(400);
  expect((await setter.put(`${at}/waiver-limits`, { limits: [{ roleId: randomUUID() }] })).status).toBe(404);
  expect((await clerk.put(`${at}/waiver-limits`, { limits: [] })).status).toBe(403);
});
