import type { RequestWaiverDto } from "@linli/contracts";
import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";
import { takeOffWaivers } from "./carried-waivers.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
const feeItem = await savedFeeItem(app, projectId);
const at = `/projects/${projectId}`;
const clerk = await app.as(["property:read", "billing:read", "billing:waive"], projectId, "客服");
const manager = await app.as(["property:read", "billing:read", "billing:waive", "billing:approve-waiver"], projectId);
const director = await app.as(["property:read", "billing:read", "billing:approve-large-waiver"], projectId);
afterAll(() => app.close());

/** A room of its own customer with unpaid charges of these sums, in fen. */
async function owed(...sums: number[]) {
  const [room, payer] = [await savedRoom(app, projectId), await savedCustomer(app, projectId)];
  const charges = [];
  for (const [index, amountFen] of sums.entries()) {
    const period = `2026-0${index + 1}`;
    const days = { period, serviceFrom: `${period}-01`, serviceTo: `${period}-28` };
    charges.push(await savedCharge(app, room, { payerId: payer.id, feeItemId: feeItem.id, amountFen, ...days }));
  }
  return { room, payer, charges };
}

const aWaiver = (lines: [chargeId: string, amountFen: number][], overrides: Partial<RequestWaiverDto> = {}) => ({
  id: randomUUID(),
  reasonCode: "SERVICE",
  reason: "电梯停运三天",
  lines: lines.map(([chargeId, amountFen]) => ({ chargeId, amountFen })),
  ...overrides,
});

const chargeOf = async (id: string) => (await clerk.get(`${at}/charges/${id}`)).body;
const approve = (person: typeof manager, approvalId: string) =>
  person.post(`${at}/approvals/${approvalId}/approve`, {});

test("nothing changes until a second person has approved; then the charge owes less, booked today", async () => {
  const { charges, payer, room } = await owed(21_294);
  const [charge] = charges;
  const asked = await clerk.post(`${at}/waivers`, aWaiver([[charge!.id, 5_000]]));
  expect(asked).toMatchObject({ status: 201, body: { status: "PENDING", amountFen: 5_000, payerName: payer.name } });
  expect(await chargeOf(charge!.id)).toMatchObject({ openFen: 21_294, reducedFen: 0 });

  expect((await approve(manager, asked.body.approvalId)).status).toBe(200);
  expect(await chargeOf(charge!.id)).toMatchObject({
    openFen: 16_294,
    reducedFen: 5_000,
    entries: [{ kind: "WAIVER", amountFen: -5_000, bookedOn: "2026-03-10" }],
  });
  const list = await clerk.get(`${at}/waivers?roomId=${room.id}`);
  expect(list.body).toMatchObject({ amountFen: 5_000, items: [{ status: "APPROVED", bookedOn: "2026-03-10" }] });
  await checkInvariants(app.db, projectId);
});

test("who asks does not approve", async () => {
  const { charges } = await owed(10_000);
  const { body } = await manager.post(`${at}/waivers`, aWaiver([[charges[0]!.id, 100]]));
  expect(await approve(manager, body.approvalId)).toMatchObject({ status: 409, body: { code: "APPROVAL_OWN" } });
});

test("above the project's limit the right for large waivers decides", async () => {
  const settings = await app.as(["billing:control-settings", "billing:read"], projectId);
  expect((await clerk.get(`${at}/billing-settings`)).body).toEqual({
    waiverLimitFen: 100_000,
    lateFeeCeiling: "0.3",
    reversalApproval: "OLDER",
    receiptReview: "NONE",
    receiptLayout: "A5",
  });
  const lower = { waiverLimitFen: 20_000 };
  expect((await settings.put(`${at}/billing-settings/controls`, lower)).status).toBe(200);
  const { charges } = await owed(15_000, 15_000);
  const whole = aWaiver(charges.map(({ id }) => [id, 15_000]));
  const { body } = await clerk.post(`${at}/waivers`, whole);
  expect((await approve(manager, body.approvalId)).status).toBe(403);
  expect((await approve(director, body.approvalId)).status).toBe(200);
  expect(await chargeOf(charges[1]!.id)).toMatchObject({ openFen: 0, status: "REDUCED" });

  // cut into two small ones it is still a large one
  const [bill] = (await owed(40_000)).charges;
  const part = async () => (await clerk.post(`${at}/waivers`, aWaiver([[bill!.id, 15_000]]))).body.approvalId as string;
  const [first, second] = [await part(), await part()];
  expect((await approve(manager, first)).status).toBe(200);
  expect((await approve(manager, second)).status).toBe(403);
  expect((await approve(director, second)).status).toBe(200);

  const at20000 = await clerk.post(`${at}/waivers`, aWaiver([[(await owed(20_000)).charges[0]!.id, 20_000]]));
  expect((await approve(manager, at20000.body.approvalId)).status).toBe(200);
});

test("a retry asks once; the same id for something else is refused", async () => {
  const { charges } = await owed(10_000);
  const waiver = aWaiver([[charges[0]!.id, 100]]);
  const replies = await Promise.all([1, 2, 3].map(() => clerk.post(`${at}/waivers`, waiver)));
  expect(new Set(replies.map(({ status, body }) => `${status} ${body.waiverNo}`)).size).toBe(1);
  const other = await clerk.post(`${at}/waivers`, { ...waiver, reason: "另一个原因" });
  expect(other).toMatchObject({ status: 409, body: { code: "ID_REUSED" } });
});

test("what waits elsewhere or was paid meanwhile is not waived on top", async () => {
  const { charges } = await owed(10_000);
  const id = charges[0]!.id;
  const first = await clerk.post(`${at}/waivers`, aWaiver([[id, 6_000]]));
  const second = await clerk.post(`${at}/waivers`, aWaiver([[id, 4_001]]));
  expect(second).toMatchObject({ status: 409, body: { code: "WAIVER_TOO_LARGE" } });
  expect(second.body.detail).toContain("60.00 元已在其他减免申请中");

  await app.db.query("UPDATE charge SET received_fen = 5000, open_fen = 5000 WHERE project_id = $1 AND id = $2", [
    projectId,
    id,
  ]);
  expect(await approve(manager, first.body.approvalId)).toMatchObject({
    status: 409,
    body: { code: "WAIVER_TOO_LARGE" },
  });
  expect(await chargeOf(id)).toMatchObject({ openFen: 5_000, reducedFen: 0 });
  await app.db.query("UPDATE charge SET received_fen = 0, open_fen = 10000 WHERE project_id = $1 AND id = $2", [
    projectId,
    id,
  ]);
});

test("of two who ask for the whole of a charge at once, one gets it", async () => {
  const { charges } = await owed(10_000);
  const replies = await Promise.all([1, 2].map(() => clerk.post(`${at}/waivers`, aWaiver([[charges[0]!.id, 10_000]]))));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("turned down or withdrawn, it frees the charge for another request", async () => {
  const { charges } = await owed(10_000);
  const whole = () => clerk.post(`${at}/waivers`, aWaiver([[charges[0]!.id, 10_000]]));
  const first = await whole();
  await manager.post(`${at}/approvals/${first.body.approvalId}/reject`, { reason: "材料不足" });
  const second = await whole();
  await clerk.post(`${at}/approvals/${second.body.approvalId}/withdraw`);
  expect((await whole()).status).toBe(201);
  const states = (await clerk.get(`${at}/waivers?payerId=${second.body.payerId}`)).body.items;
  expect(states.map(({ status }: { status: string }) => status).sort()).toEqual(["PENDING", "REJECTED", "WITHDRAWN"]);
});

test("an approved waiver is taken back by somebody else: the charge is owed again, both entries stay", async () => {
  const { charges } = await owed(10_000);
  const { body } = await clerk.post(`${at}/waivers`, aWaiver([[charges[0]!.id, 3_000]]));
  expect(await manager.post(`${at}/waivers/${body.id}/reverse`, { reason: "重复申请" })).toMatchObject({
    status: 409,
    body: { code: "WAIVER_NOT_APPROVED" },
  });
  await approve(manager, body.approvalId);
  app.clock.set("2026-04-02");
  const replies = await Promise.all(
    [1, 2].map(() => manager.post(`${at}/waivers/${body.id}/reverse`, { reason: "重复申请" })),
  );
  app.clock.set("2026-03-10");
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const charge = await chargeOf(charges[0]!.id);
  expect(charge).toMatchObject({ openFen: 10_000, reducedFen: 0 });
  expect(charge.entries.map(({ amountFen }: { amountFen: number }) => amountFen).sort()).toEqual([-3_000, 3_000]);
  await checkInvariants(app.db, projectId);
});

test("waivers of many bills are carried on with a few statements, each under its own number", async () => {
  const { charges } = await owed(10_000, 20_000, 30_000);
  const numbers: string[] = [];
  for (const { id } of charges) {
    const { body } = await clerk.post(`${at}/waivers`, aWaiver([[id, 1_000]]));
    await approve(manager, body.approvalId);
    numbers.push(body.waiverNo);
  }
  const today = { projectId, bookedOn: "2026-03-10", period: "2026-03", createdAt: app.clock.now() };
  let statements = 0;
  await app.db.transaction(async (tx) => {
    const query = tx.query.bind(tx);
    const counted = (sql: string, values?: unknown[]) => {
      statements += 1;
      return query(sql, values);
    };
    const ids = charges.map(({ id }) => id);
    await takeOffWaivers(Object.assign(tx, { query: counted }), { ...today, createdBy: randomUUID() }, ids);
  });
  // what stands; the entries, their charges and the lines of the waivers
  expect(statements).toBe(4);
  for (const [index, { id }] of charges.entries()) {
    const { reducedFen, entries } = await chargeOf(id);
    const reasons = entries.map(({ reason }: { reason: string }) => reason);
    expect(reducedFen).toBe(0);
    expect(reasons).toContain(`冲回减免 ${numbers[index]}：应收重算`);
  }
  await checkInvariants(app.db, projectId);
});

test("charges of two payers are not waived in one request", async () => {
  const [one, other] = [await owed(10_000), await owed(10_000)];
  const lines: [string, number][] = [one, other].map(({ charges }) => [charges[0]!.id, 100]);
  expect(await clerk.post(`${at}/waivers`, aWaiver(lines))).toMatchObject({ body: { code: "SEVERAL_PAYERS" } });
});

test("in a closed month nothing is booked", async () => {
  const other = await savedProject(app, { firstPeriod: "2026-03" });
  const people = await Promise.all(["RECEPTIONIST", "PROJECT_MANAGER"].map((role) => app.asRole(role, other.id)));
  const [asker, approver] = people;
  const room = await savedRoom(app, other.id);
  const item = await savedFeeItem(app, other.id);
  const payer = await savedCustomer(app, other.id);
  const charge = await savedCharge(app, room, { payerId: payer.id, feeItemId: item.id, period: "2026-03" });
  const base = `/projects/${other.id}`;
  const { body } = await asker!.post(`${base}/waivers`, aWaiver([[charge.id, 100]]));
  await app.db.query(
    `INSERT INTO billing_period (project_id, id, created_at, period, status) VALUES ($1, $2, now(), '2026-03', 'CLOSED')
     ON CONFLICT (project_id, period) DO UPDATE SET status = 'CLOSED'`,
    [other.id, randomUUID()],
  );
  const refused = await approver!.post(`${base}/approvals/${body.approvalId}/approve`, {});
  expect(refused).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
  expect((await approver!.get(`${base}/waivers/${body.id}`)).body.status).toBe("PENDING");
});

test.each([
  ["no lines", { lines: [] }, "lines"],
  ["an amount of nothing", { lines: [{ chargeId: randomUUID(), amountFen: 0 }] }, "lines.0.amountFen"],
  ["half a fen", { lines: [{ chargeId: randomUUID(), amountFen: 1.5 }] }, "lines.0.amountFen"],
  ["an unknown reason", { reasonCode: "GIFT" }, "reasonCode"],
  ["an emoji", { reason: "好的😀" }, "reason"],
  ["an explanation that is too long", { reason: "长".repeat(201) }, "reason"],
  ["an unknown field", { percent: 10 }, "percent"],
])("%s is refused", async (_what, overrides, field) => {
  const { status, body } = await clerk.post(`${at}/waivers`, {
    ...aWaiver([[randomUUID(), 1]]),
    ...overrides,
  } as object);
  expect(status).toBe(400);
  expect(Object.keys(body.fields)).toEqual([field]);
});

test("a charge of another project is not found", async () => {
  const other = await savedProject(app);
  const [room, item, payer] = [
    await savedRoom(app, other.id),
    await savedFeeItem(app, other.id),
    await savedCustomer(app, other.id),
  ];
  const charge = await savedCharge(app, room, { payerId: payer.id, feeItemId: item.id });
  expect((await clerk.post(`${at}/waivers`, aWaiver([[charge.id, 100]]))).status).toBe(404);
});
