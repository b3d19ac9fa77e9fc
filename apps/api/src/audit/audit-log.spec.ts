import type { Permission } from "@linli/contracts";
import { startTestApp } from "../../test/test-app.js";
import { Browser, freshMobile, savedProjectName, savedUser } from "../auth/auth.factories.js";
import { maskMobile } from "../auth/mask-mobile.js";
import type { Actor } from "../common/actor.js";
import { COMPANY, newId } from "../common/ids.js";
import { type AuditEntry, AuditService } from "./audit.service.js";

const app = await startTestApp();
const auditor = await app.asRole("AUDITOR");
const garden = await savedProjectName(app);
const lake = await savedProjectName(app);
const clerk: Actor = { userId: newId(), name: "刘会计", ip: "10.1.2.3", requestId: "r-1" };
afterAll(() => app.close());

const record = (entry: Partial<AuditEntry>, actor = clerk) =>
  app.app.get(AuditService).record(app.db.manager, actor, {
    projectId: garden.id,
    action: "room.update",
    entity: "room",
    entityId: newId(),
    summary: "修改房间",
    ...entry,
  });
const summaries = (items: { summary: string }[]) => items.map(({ summary }) => summary);

test("rows come newest first, in stretches that miss and repeat nothing", async () => {
  const entityId = newId();
  for (let i = 1; i <= 7; i += 1) await record({ entityId, summary: `第 ${i} 次` });
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await auditor.get(`/audit-log?entityId=${entityId}&pageSize=3&cursor=${cursor}`);
    seen.push(...summaries(body.items));
    cursor = body.nextCursor ?? "";
  } while (cursor);
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((i) => `第 ${i} 次`));
});

test("rows say who, when, from where, what, before and after", async () => {
  const entityId = newId();
  await record({ entityId, before: { name: "101", floor: 1 }, after: { name: "102", floor: 1 } });
  const { body } = await auditor.get(`/audit-log?entityId=${entityId}`);
  expect(body.items).toEqual([
    {
      id: expect.any(String),
      at: app.clock.now().toISOString(),
      projectId: garden.id,
      projectName: garden.name,
      userId: clerk.userId,
      userName: "刘会计",
      ip: "10.1.2.3",
      requestId: "r-1",
      action: "room.update",
      entity: "room",
      entityId,
      summary: "修改房间",
      before: { name: "101" },
      after: { name: "102" },
      success: true,
    },
  ]);
});

test("every filter narrows", async () => {
  const run = `审计${newId()}`;
  const other: Actor = { userId: newId(), name: run, ip: "-", requestId: "-" };
  await record({ summary: "a" }, other);
  await record({ summary: "b", entity: "customer", action: "customer.create" }, other);
  await record({ summary: "c", projectId: lake.id, success: false }, other);
  await record({ summary: "d", projectId: COMPANY, action: "user.create", entity: "user" }, other);
  app.clock.set("2026-03-12");
  await record({ summary: "e" }, other);
  app.clock.set("2026-03-10");
  const list = async (query: string) =>
    summaries((await auditor.get(`/audit-log?userId=${other.userId}&${query}`)).body.items).toSorted();
  expect(await list("")).toEqual(["a", "b", "c", "d", "e"]);
  expect(await list(`userName=${encodeURIComponent(run)}`)).toHaveLength(5);
  expect(await list("userName=%25")).toEqual([]);
  expect(await list("entity=customer")).toEqual(["b"]);
  expect(await list("action=room.")).toEqual(["a", "c", "e"]);
  expect(await list(`projectId=${lake.id}`)).toEqual(["c"]);
  expect(await list(`projectId=${COMPANY}`)).toEqual(["d"]);
  expect(await list("success=false")).toEqual(["c"]);
  expect(await list("from=2026-03-11")).toEqual(["e"]);
  expect(await list("to=2026-03-11")).toEqual(["a", "b", "c", "d"]);
  expect(await list("from=2026-03-12&to=2026-03-12")).toEqual(["e"]);
  expect((await auditor.get("/audit-log?from=2026-02-30")).status).toBe(400);
});

test("an auditor of one project reads its log and no other", async () => {
  const own = await app.as(["audit:read"], garden.id);
  await record({ summary: "湖畔", projectId: lake.id });
  await record({ summary: "花园", projectId: garden.id });
  const { body } = await own.get(`/projects/${garden.id}/audit-log?pageSize=200`);
  expect(summaries(body.items)).toContain("花园");
  expect(summaries(body.items)).not.toContain("湖畔");
  expect((await own.get(`/projects/${lake.id}/audit-log`)).status).toBe(403);
  expect((await own.get(`/projects/${lake.id}/audit-log/export`)).status).toBe(403);
  expect((await own.get("/audit-log")).status).toBe(403);
});

test("the export is a table for spreadsheets, harmless in them, and is audited itself", async () => {
  const entityId = newId();
  await record({ entityId, summary: '=HYPERLINK("x")', after: { a: 1 } });
  const { status, raw, headers } = await auditor.get(`/audit-log/export?entityId=${entityId}`);
  expect(status).toBe(200);
  expect(headers["content-type"]).toContain("text/csv");
  const text = raw.toString();
  const lines = text.trimEnd().split("\r\n");
  expect(text.startsWith('\ufeff"时间"')).toBe(true);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"2026-03-10 10:00:00","${garden.name}","刘会计"`);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
  const { body } = await auditor.get(`/audit-log?action=audit-log.export&userId=${auditor.userId}`);
  expect(body.items[0]).toMatchObject({ userId: auditor.userId, after: { entityId } });
});

test("failed sign-ins are in the log", async () => {
  const user = await savedUser(app);
  await new Browser(app, "10.9.8.7").signIn(user.mobile, "Wrong-2026-x");
  const stranger = freshMobile();
  await new Browser(app).signIn(stranger, "Wrong-2026-x");
  const failed = async (query: string) =>
    (await auditor.get(`/audit-log?action=session.sign-in&success=false&pageSize=200&${query}`)).body.items;
  expect(await failed(`entityId=${user.id}`)).toMatchObject([{ userName: user.name, ip: "10.9.8.7" }]);
  expect(summaries(await failed("entityId=-"))).toContain(`登录失败（${maskMobile(stranger)}）：手机号未开通`);
});

test("a thing's history is for whoever may read the thing", async () => {
  const [room, customer, receipt] = [newId(), newId(), newId()];
  await record({ entityId: room, summary: "修改房间 101" });
  await record({ entityId: customer, entity: "customer", summary: "新建客户" });
  await record({ entityId: receipt, entity: "receipt", summary: "收款" });
  const worker = await app.asRole("REPAIR_WORKER", garden.id);
  const timeline = (entity: string, entityId: string, projectId = garden.id) =>
    worker.get(`/projects/${projectId}/timeline?entity=${entity}&entityId=${entityId}`);
  const { body } = await timeline("room", room);
  expect(body.items).toMatchObject([{ userName: "刘会计", summary: "修改房间 101" }]);
  expect((await timeline("customer", customer)).status).toBe(403);
  expect((await timeline("receipt", receipt)).status).toBe(403);
  expect((await timeline("user", newId())).status).toBe(403);
  expect((await timeline("room", room, lake.id)).status).toBe(403);
  const cashier = await app.asRole("CASHIER", garden.id);
  expect(
    (await cashier.get(`/projects/${garden.id}/timeline?entity=receipt&entityId=${receipt}`)).body.items,
  ).toHaveLength(1);
});

test("a receipt in the history of a room is for whoever may read receipts", async () => {
  const room = newId();
  await record({ entityId: room, summary: "修改房间 101" });
  await record({ entityId: room, action: "receipt.post", summary: "收款 100.00 元" });
  await record({ entityId: room, action: "relation.add", summary: "登记业主 张三" });
  const seen = async (code: string) => {
    const client = await app.asRole(code, garden.id);
    return summaries((await client.get(`/projects/${garden.id}/timeline?entity=room&entityId=${room}`)).body.items);
  };
  expect(await seen("CASHIER")).toEqual(["登记业主 张三", "收款 100.00 元", "修改房间 101"]);
  expect(await seen("REPAIR_WORKER")).toEqual(["修改房间 101"]);
});

test("the tabs of deposits, meters and write-offs are for whoever may read them", async () => {
  const id = newId();
  for (const entity of ["deposit", "meter", "write-off"])
    await record({ entityId: id, entity, action: `${entity}.create`, summary: `登记 ${entity}` });
  const [cashier, worker] = [await app.asRole("CASHIER", garden.id), await app.asRole("REPAIR_WORKER", garden.id)];
  for (const entity of ["deposit", "meter", "write-off"]) {
    const url = `/projects/${garden.id}/timeline?entity=${entity}&entityId=${id}`;
    expect(summaries((await cashier.get(url)).body.items)).toEqual([`登记 ${entity}`]);
    expect((await worker.get(url)).status).toBe(403);
  }
});

test("what is filed under a room is shown by its own kind, and what nobody knows to the auditor alone", async () => {
  const room = newId();
  for (const action of ["room.update", "attachment.add", "deposit.create", "vehicle-relation.add", "novelty.create"])
    await record({ entityId: room, action, summary: action });
  const seen = async (...rights: Permission[]) => {
    const client = await app.as(["property:read", ...rights], garden.id);
    return summaries((await client.get(`/projects/${garden.id}/timeline?entity=room&entityId=${room}`)).body.items);
  };
  expect(await seen()).toEqual(["attachment.add", "room.update"]);
  expect(await seen("parking:read")).toEqual(["vehicle-relation.add", "attachment.add", "room.update"]);
  expect(await seen("billing:read")).toEqual(["deposit.create", "attachment.add", "room.update"]);
  expect(await seen("audit:read")).toHaveLength(5);
});

test("a thing of another project has no history here", async () => {
  const room = newId();
  await record({ entityId: room, projectId: lake.id });
  const client = await app.as(["property:read"], garden.id);
  expect((await client.get(`/projects/${garden.id}/timeline?entity=room&entityId=${room}`)).body).toEqual({
    items: [],
    nextCursor: null,
  });
});
