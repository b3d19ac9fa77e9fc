import type { RestructurePlanDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedPayer, savedRelation } from "../../customer/customer.factories.js";
import { savedProject, savedRoom, savedUnit } from "../../property/property.factories.js";
import { aRestructuringCommunity } from "./restructures.factories.js";

/** Splits and merges of rooms over HTTP: what is proposed, previewed, refused, and done. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

const codesOf = (problems: { code: string; blocking: boolean }[]) =>
  problems.filter(({ blocking }) => blocking).map(({ code }) => code);

test("a room whose transfer is under way is neither split nor merged", async () => {
  const { at, clerk, room, splitOf, preview } = await aRestructuringCommunity(app);
  const old = await room();
  const { body: transfer } = await clerk.post(`${at}/transfers`, { roomId: old.id });
  const plan = await splitOf(old.id, "2026-03-16");
  expect(codesOf((await preview(plan)).body.problems)).toEqual(["TRANSFER_UNDER_WAY"]);
  await clerk.post(`${at}/transfers/${transfer.id}/cancel`, { version: transfer.version, reason: "不再办理" });
  expect(codesOf((await preview(plan)).body.problems)).toEqual([]);
});

describe("a split", () => {
  test("is proposed evenly, with codes derived from the room and areas that add up", async () => {
    const { room, splitOf } = await aRestructuringCommunity(app);
    const old = await room({ code: "1-101", buildingArea: "100.00", chargeArea: "95.50" });
    const plan = await splitOf(old.id, "2026-03-16", 3);
    expect(plan.parts.map(({ code, buildingArea, chargeArea }) => [code, buildingArea, chargeArea])).toEqual([
      ["1-101A", "33.34", "31.84"],
      ["1-101B", "33.33", "31.83"],
      ["1-101C", "33.33", "31.83"],
    ]);
    expect(plan.bindings).toEqual([
      { bindingId: old.binding.id, targets: [0, 1, 2].map((part) => ({ part, quantity: null })) },
    ]);
  });

  test("is previewed without writing anything", async () => {
    const { at, clerk, room, splitOf, preview } = await aRestructuringCommunity(app);
    const old = await room({ code: "1-102" });
    const { body, status } = await preview(await splitOf(old.id, "2026-03-16"));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      lastDay: "2026-03-15",
      buildingAreaBefore: "100.00",
      buildingAreaAfter: "100.00",
      problems: [],
    });
    expect(body.lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ topic: "RELATION", roomCode: "1-102B", after: "张伟（业主）" }),
        expect.objectContaining({ topic: "BINDING", roomCode: "1-102", after: "1-102A、1-102B，自 2026-03-16 起" }),
      ]),
    );
    expect((await clerk.get(`${at}/rooms?q=1-102`)).body.total).toBe(1);
  });

  test("once approved ends the room the day before and makes the parts with their people and standards", async () => {
    const { projectId, at, clerk, room, splitOf, carriedOut } = await aRestructuringCommunity(app);
    const old = await room({ code: "1-103" });
    const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
    expect(done).toMatchObject({ number: "CF000001", state: "DONE", oldRooms: [{ id: old.id, code: "1-103" }] });

    const [first] = done.newRooms;
    expect(first.code).toBe("1-103A");
    const { body: people } = await clerk.get(`${at}/rooms/${first.id}/relations`);
    expect(people.relations).toMatchObject([{ customerId: old.owner.id, role: "OWNER", startsOn: "2026-03-16" }]);
    const { body: before } = await clerk.get(`${at}/rooms/${old.id}/relations`);
    expect(before.relations).toMatchObject([{ customerId: old.owner.id, endsOn: "2026-03-15" }]);
    const { body: bindings } = await clerk.get(`${at}/bindings?roomId=${first.id}`);
    expect(bindings.items).toMatchObject([{ startsOn: "2026-03-16", endsOn: null }]);

    const { body: room103 } = await clerk.get(`${at}/rooms/${old.id}`);
    expect(room103).toMatchObject({ code: "1-103", active: false });
    const { body: options } = await clerk.get(`${at}/room-options?q=1-103`);
    expect(options.items.map(({ code }: { code: string }) => code)).toEqual(["1-103A", "1-103B"]);
    await checkInvariants(app.db, projectId);
  });

  test("can give a part to one owner alone", async () => {
    const { at, clerk, room, splitOf, carriedOut } = await aRestructuringCommunity(app);
    const old = await room({ code: "1-104" });
    const other = await savedCustomer(app, old.projectId, { name: "李娜" });
    await savedRelation(app, old, { customerId: other.id, share: "40" });
    await savedPayer(app, old, { customerId: old.owner.id });
    const plan = await splitOf(old.id, "2026-03-16");
    plan.parts[1]!.ownerId = other.id;
    const { newRooms } = await carriedOut(plan);
    const owners = await Promise.all(
      newRooms.map(async ({ id }: { id: string }) => {
        const { body } = await clerk.get(`${at}/rooms/${id}/relations`);
        return [body.relations.map((one: { customerId: string }) => one.customerId).sort(), body.payers.length];
      }),
    );
    expect(owners).toEqual([
      [[old.owner.id, other.id].sort(), 1],
      [[other.id], 0],
    ]);
  });

  test("leaves a record that can be read and no longer changed", async () => {
    const { at, clerk, room, splitOf, carriedOut } = await aRestructuringCommunity(app);
    const old = await room({ code: "1-107" });
    await carriedOut(await splitOf(old.id, "2026-03-16"));
    const state = { state: "VACANT", purpose: "RESIDENCE", active: true, reason: "重新启用" };
    const reply = await clerk.put(`${at}/rooms/${old.id}/state`, state);
    expect(reply).toMatchObject({ status: 409, body: { code: "ROOM_ENDED" } });
    expect((await clerk.get(`${at}/rooms?pageSize=50`)).body.items.map(({ code }: { code: string }) => code)).toEqual([
      "1-107A",
      "1-107B",
    ]);
  });

  test.each<[string, (plan: RestructurePlanDto) => void, string]>([
    ["areas over the room's", (plan) => void (plan.parts[0]!.buildingArea = "50.01"), "AREA_SUM"],
    ["areas under the room's", (plan) => void (plan.parts[0]!.buildingArea = "49.99"), "AREA_SUM"],
    ["more charge area", (plan) => void (plan.parts[0]!.chargeArea = "50.01"), "CHARGE_AREA_OVER"],
    ["one part", (plan) => void plan.parts.splice(1), "SPLIT_PARTS"],
    ["a code twice", (plan) => void (plan.parts[0]!.code = plan.parts[1]!.code), "CODE_TWICE"],
    ["a standard nobody is said to take", (plan) => void plan.bindings.splice(0), "BINDING_OPEN"],
    ["an owner of another room", (plan) => void (plan.parts[0]!.ownerId = newId()), "NOT_OWNER"],
    ["a day before the month of the first bills", (plan) => void (plan.effectiveOn = "2025-12-31"), "PERIOD_CLOSED"],
  ])("with %s is refused, and says so in the preview", async (_what, spoil, code) => {
    const { room, splitOf, preview, submitted } = await aRestructuringCommunity(app);
    const plan = await splitOf((await room()).id, "2026-03-16");
    spoil(plan);
    expect(codesOf((await preview(plan)).body.problems)).toContain(code);
    expect(await submitted(plan)).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_BLOCKED" } });
  });

  test.each<[string, (plan: RestructurePlanDto) => void, string]>([
    ["21 parts", (plan) => void (plan.parts = Array.from({ length: 21 }, () => plan.parts[0]!)), "parts"],
    ["a full-width code", (plan) => void (plan.parts[1]!.code = "１-101B"), "parts.1.code"],
    ["an area of 0", (plan) => void (plan.parts[0]!.buildingArea = "0"), "parts.0.buildingArea"],
    ["31 February", (plan) => void (plan.effectiveOn = "2026-02-31"), "effectiveOn"],
    ["an emoji in a name", (plan) => void (plan.parts[0]!.name = "甲🏠"), "parts.0.name"],
    ["an over-long name", (plan) => void (plan.parts[0]!.name = "甲".repeat(51)), "parts.0.name"],
    ["an unknown field", (plan) => Object.assign(plan.parts[0]!, { colour: "red" }), "parts.0.colour"],
  ])("with %s is no request", async (_what, spoil, field) => {
    const { room, splitOf, preview } = await aRestructuringCommunity(app);
    const plan = await splitOf((await room()).id, "2026-03-16");
    spoil(plan);
    const { status, body } = await preview(plan);
    expect(status).toBe(400);
    expect(Object.keys(body.fields).join()).toContain(field);
  });

  test("keeps codes and prefixes of the project", async () => {
    const { projectId, at, clerk, room, splitOf, preview } = await aRestructuringCommunity(app);
    await savedRoom(app, projectId, { code: "CH1-9" });
    const old = await room({ code: "CH1-8" });
    await clerk.post(`${at}/room-prefixes`, { prefix: "CH" });
    const plan = await splitOf(old.id, "2026-03-16");
    plan.parts[0]!.code = "XX1-8";
    plan.parts[1]!.code = "CH1-9";
    expect(codesOf((await preview(plan)).body.problems)).toEqual(["CODE_PREFIX", "CODE_TAKEN"]);
  });

  test("of a room of another project or none finds no room", async () => {
    const { room, at, clerk } = await aRestructuringCommunity(app);
    const mine = await room();
    const foreign = await savedRoom(app, (await savedProject(app)).id);
    for (const roomIds of [[foreign.id], [newId()], [mine.id, foreign.id]]) {
      const kind = roomIds.length > 1 ? "MERGE" : "SPLIT";
      const reply = await clerk.post(`${at}/restructures/proposal`, { kind, roomIds, effectiveOn: "2026-03-16" });
      expect(reply).toMatchObject({ status: 404, body: { detail: "房间不存在" } });
    }
  });

  test("of a room that has ended is refused", async () => {
    const { room, splitOf, carriedOut, preview } = await aRestructuringCommunity(app);
    const old = await room();
    await carriedOut(await splitOf(old.id, "2026-03-16"));
    const { body } = await preview(await splitOf(old.id, "2026-03-18"));
    expect(codesOf(body.problems)).toContain("ROOM_ENDED");
  });

  test("before its room began is refused; a part can be split again from the day after", async () => {
    const { projectId, room, splitOf, carriedOut, preview, clerk, at } = await aRestructuringCommunity(app);
    const { newRooms } = await carriedOut(await splitOf((await room({ code: "1-105" })).id, "2026-03-16"));
    const { body } = await preview(await splitOf(newRooms[0].id, "2026-03-16"));
    expect(codesOf(body.problems)).toContain("BEFORE_ROOM");
    const again = await carriedOut(await splitOf(newRooms[0].id, "2026-03-17"));
    const { body: lineage } = await clerk.get(`${at}/rooms/${again.newRooms[1].id}/lineage`);
    expect(lineage.ancestors).toMatchObject([
      { code: "1-105A", depth: 1, state: "DONE" },
      { code: "1-105", depth: 2, openFen: 0 },
    ]);
    await checkInvariants(app.db, projectId);
  });

  test("on a day to come waits for that day", async () => {
    const { room, splitOf, submitted, approve } = await aRestructuringCommunity(app);
    const asked = await submitted(await splitOf((await room()).id, "2026-03-25"));
    expect(await approve(asked.body.approvalId)).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_NOT_YET" } });
    app.clock.set("2026-03-25");
    expect((await approve(asked.body.approvalId)).status).toBe(200);
  });

  test("in a closed month is refused", async () => {
    const { projectId, room, splitOf, preview } = await aRestructuringCommunity(app);
    const old = await room();
    await app.db.query(
      "INSERT INTO billing_period (project_id, id, created_at, period, status) VALUES ($1, $2, now(), '2026-01', 'CLOSED')",
      [projectId, newId()],
    );
    const { body } = await preview(await splitOf(old.id, "2026-01-20"));
    expect(codesOf(body.problems)).toContain("PERIOD_CLOSED");
  });
});

describe("a merge", () => {
  test("adds areas up and keeps what the rooms have alike", async () => {
    const { projectId, at, clerk, room, mergeOf, carriedOut } = await aRestructuringCommunity(app);
    const one = await room({ code: "2-101", buildingArea: "80.30", chargeArea: "80.30" });
    const other = await savedRoom(app, projectId, { unitId: one.unitId, code: "2-102", buildingArea: "60.25" });
    await savedRelation(app, other, { customerId: one.owner.id });
    const plan = await mergeOf([other.id, one.id], "2026-03-16");
    expect(plan.parts).toMatchObject([{ code: "2-101A", buildingArea: "140.55", chargeArea: "180.30" }]);
    const done = await carriedOut(plan);
    const { body } = await clerk.get(`${at}/rooms/${done.newRooms[0].id}/relations`);
    expect(body.relations).toHaveLength(1);
    const { body: lineage } = await clerk.get(`${at}/rooms/${one.id}/lineage`);
    expect(lineage).toMatchObject({ endedOn: "2026-03-15", descendants: [{ code: "2-101A", kind: "MERGE" }] });
    await checkInvariants(app.db, projectId);
  });

  test("of different buildings is refused", async () => {
    const { projectId, room, mergeOf, preview } = await aRestructuringCommunity(app);
    const elsewhere = await savedRoom(app, projectId, { unitId: (await savedUnit(app, projectId)).id });
    const { body } = await preview(await mergeOf([(await room()).id, elsewhere.id], "2026-03-16"));
    expect(codesOf(body.problems)).toContain("DIFFERENT_BUILDINGS");
  });

  test("of different owners wants the resulting shares, which the approver sees", async () => {
    const { at, clerk, room, mergeOf, preview, carriedOut } = await aRestructuringCommunity(app);
    const [one, other] = [await room(), await room()];
    const plan = await mergeOf([one.id, other.id], "2026-03-16");
    expect(codesOf((await preview(plan)).body.problems)).toEqual(["OWNERS_DIFFER", "PAYER_REQUIRED"]);

    plan.owners = [{ customerId: one.owner.id, share: "60" }];
    plan.payerId = one.owner.id;
    expect(codesOf((await preview(plan)).body.problems)).toEqual(["OWNERS_WRONG", "SHARES_SUM"]);

    plan.owners.push({ customerId: other.owner.id, share: "40" });
    const { newRooms } = await carriedOut(plan);
    const { body } = await clerk.get(`${at}/rooms/${newRooms[0].id}/relations`);
    expect(body.relations.map(({ share }: { share: string }) => Number(share)).sort()).toEqual([40, 60]);
    expect(body.payers).toMatchObject([{ customerId: one.owner.id, startsOn: "2026-03-16", endsOn: null }]);
  });
});

describe("who decides", () => {
  test("the requester cannot approve, and without the right nobody asks", async () => {
    const { projectId, at, room, splitOf, submitted, approve, clerk } = await aRestructuringCommunity(app);
    const plan = await splitOf((await room()).id, "2026-03-16");
    const asked = await submitted(plan);
    expect(await approve(asked.body.approvalId, clerk)).toMatchObject({ status: 409, body: { code: "APPROVAL_OWN" } });
    const reader = await app.as(["property:read"], projectId);
    expect((await reader.post(`${at}/restructures/preview`, plan)).status).toBe(403);
    expect((await reader.post(`${at}/restructures`, { ...plan, reason: "试试" })).status).toBe(403);
    expect((await approve(asked.body.approvalId, reader)).status).toBe(403);
  });

  test("what changed since the preview is named, and the room stays as it was", async () => {
    const { at, clerk, room, splitOf, submitted, approve } = await aRestructuringCommunity(app);
    const old = await room({ code: "3-101" });
    const asked = await submitted(await splitOf(old.id, "2026-03-16"));
    const tenant = await savedCustomer(app, old.projectId, { name: "王芳" });
    await savedRelation(app, old, { customerId: tenant.id, role: "TENANT" });
    const reply = await approve(asked.body.approvalId);
    expect(reply).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_STALE" } });
    expect(reply.body.detail).toContain("3-101 客户关系由“张伟（业主）”变为“张伟（业主）、王芳（租户）”");
    expect((await clerk.get(`${at}/rooms/${old.id}`)).body.active).toBe(true);
  });

  test("a refused request is a draft again, which can be changed, asked for anew or given up", async () => {
    const { at, clerk, approver, room, splitOf, submitted } = await aRestructuringCommunity(app);
    const plan = await splitOf((await room()).id, "2026-03-16");
    const { body } = await submitted(plan);
    const url = `${at}/restructures/${body.id}`;
    expect((await clerk.put(url, { ...plan, reason: "改名", version: body.version })).body.code).toBe(
      "RESTRUCTURE_STATE",
    );
    await approver.post(`${at}/approvals/${body.approvalId}/reject`, { reason: "资料不全" });
    const { body: draft } = await clerk.get(url);
    expect(draft.state).toBe("DRAFT");
    const changed = await clerk.put(url, { ...plan, reason: "补齐资料", version: draft.version });
    expect(changed).toMatchObject({ status: 200, body: { reason: "补齐资料" } });
    expect((await clerk.put(url, { ...plan, reason: "旧的页面", version: draft.version })).body.code).toBe(
      "RESTRUCTURE_EDITED",
    );
    const given = await clerk.post(`${url}/discard`, { version: changed.body.version });
    expect(given).toMatchObject({ status: 200, body: { state: "VOID" } });
  });

  test("of two requests on one room at once, one is refused with the number of the other", async () => {
    const { room, splitOf, submitted } = await aRestructuringCommunity(app);
    const old = await room();
    const plan = await splitOf(old.id, "2026-03-16");
    const replies = await Promise.all([submitted(plan), submitted({ ...plan, effectiveOn: "2026-03-17" })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe("RESTRUCTURE_PENDING");
  });

  test("of two approvers at once, one does it and the other hears that it is decided", async () => {
    const { projectId, at, room, splitOf, submitted, approve, clerk } = await aRestructuringCommunity(app);
    const asked = await submitted(await splitOf((await room({ code: "4-101" })).id, "2026-03-16"));
    const second = await app.asRole("PROJECT_MANAGER", projectId);
    const replies = await Promise.all([approve(asked.body.approvalId), approve(asked.body.approvalId, second)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await clerk.get(`${at}/rooms?q=4-101`)).body.total).toBe(3);
    await checkInvariants(app.db, projectId);
  });
});
