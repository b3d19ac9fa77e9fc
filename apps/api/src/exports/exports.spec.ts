import { readdirSync } from "node:fs";
import { ConflictException } from "@nestjs/common";
import { startTestApp } from "../../test/test-app.js";
import { AuditService } from "../audit/audit.service.js";
import { FileStore } from "../files/file-store.js";
import { DailyWork } from "../jobs/daily-work.js";
import { savedProject } from "../property/property.factories.js";
import { downloaded, exported, savedCommunity, sheetOf } from "./exports.factories.js";

/** Data leave the house with right, reason, approval, watermark and log (QRY-04, LAW-34). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const ask = { kind: "ROOMS", filter: {}, reason: "年度核对" } as const;
const urlOf = (projectId: string) => `/projects/${projectId}/exports`;
const filesOf = (projectId: string) =>
  readdirSync(app.app.get(FileStore, { strict: false }).pathOf(projectId, "exports"));
const audit = (projectId: string, action: string) =>
  app.db.query("SELECT summary FROM audit_log WHERE project_id = $1 AND action = $2 ORDER BY id", [projectId, action]);

test("an export is asked for with a reason, made in the background, fetched by whoever asked, and registered", async () => {
  const { projectId, building } = await savedCommunity(app);
  const client = await app.asRole("RECEPTIONIST", projectId);
  const filter = { buildingId: building.id, state: "OCCUPIED", page: 2, sort: "code" };
  const preview = await client.post(`${urlOf(projectId)}/preview`, { kind: "ROOMS", filter });
  expect(preview).toMatchObject({ status: 200, body: { rows: 2, approvalRows: 1000 } });
  expect(preview.body.filter).toEqual(["楼栋：一栋", "房屋状态：已入住"]);

  const body = await exported(app, client, projectId, { kind: "ROOMS", filter });
  expect(body).toMatchObject({
    number: "DC000001",
    status: "READY",
    rows: 2,
    reason: "年度核对",
    filter: ["楼栋：一栋", "房屋状态：已入住"],
    approvalId: null,
    downloads: 0,
    expiresAt: "2026-03-17T02:00:00.000Z",
    canDownload: true,
  });
  const { workbook, sheet, headers, rows } = await sheetOf(await downloaded(client, projectId, body.id));
  expect(sheet.headerFooter.oddHeader).toContain("DC000001 客服接待 2026-03-10 10:00");
  expect(sheet.headerFooter.oddFooter).toContain("原因：年度核对");
  expect(headers.at(-1)).toBe("导出水印");
  expect(rows.map((row) => row["导出水印"])).toEqual(Array(2).fill("DC000001 客服接待 2026-03-10 10:00"));
  const notes = workbook.getWorksheet("说明")!.getColumn(1).values.slice(1);
  expect(notes).toEqual(
    expect.arrayContaining([
      "导出编号：DC000001",
      "导出原因：年度核对",
      "筛选条件：楼栋：一栋；房屋状态：已入住",
      "行数：2",
    ]),
  );
  await downloaded(client, projectId, body.id);
  const register = (await client.get(urlOf(projectId))).body.items;
  expect(register).toMatchObject([{ id: body.id, downloads: 2, lastDownloadedAt: "2026-03-10T02:00:00.000Z" }]);
  expect((await audit(projectId, "data-export.download")).length).toBe(2);
  expect((await audit(projectId, "data-export.request"))[0].summary).toContain("房产 2 行，原因：年度核对");
});

test("columns can be chosen; what an import needs stays", async () => {
  const { projectId } = await savedCommunity(app);
  const client = await app.asRole("RECEPTIONIST", projectId);
  const body = await exported(app, client, projectId, { kind: "ROOMS", columns: ["name", "incomplete"] });
  const { headers, rows } = await sheetOf(await downloaded(client, projectId, body.id));
  expect(headers).toEqual(["楼栋*", "单元/楼层*", "房间代码*", "房间名称", "建筑面积*", "资料缺项", "导出水印"]);
  expect(rows.map((row) => row["资料缺项"])).toEqual([null, "户型"]);
  const wrong = await client.post(urlOf(projectId), { ...ask, columns: ["password"] });
  expect(wrong).toMatchObject({ status: 400, body: { code: "EXPORT_COLUMNS" } });
});

test("over the rows of the project a second person approves first; the requester cannot", async () => {
  const { projectId } = await savedCommunity(app);
  await app.db.query("UPDATE project SET export_approval_rows = 1 WHERE id = $1", [projectId]);
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const body = await exported(app, client, projectId, { kind: "ROOMS" });
  expect(body).toMatchObject({ status: "PENDING", jobId: null, canDownload: false });
  expect(await client.get(`${urlOf(projectId)}/${body.id}/file`)).toMatchObject({
    status: 409,
    body: { code: "EXPORT_NOT_READY", detail: "这个导出等待审批，没有可以下载的文件" },
  });
  const approval = `/projects/${projectId}/approvals/${body.approvalId}`;
  expect(await client.post(`${approval}/approve`, {})).toMatchObject({ status: 409, body: { code: "APPROVAL_OWN" } });
  const approver = await app.as(["property:read", "data:approve-export"], projectId, "经理甲");
  expect((await approver.get(approval)).body.lines).toContainEqual({ label: "行数", before: null, after: "2" });
  const replies = await Promise.all([1, 2].map(() => approver.post(`${approval}/approve`, {})));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  await app.drainJobs();
  const ready = (await client.get(`${urlOf(projectId)}/${body.id}`)).body;
  expect(ready).toMatchObject({ status: "READY", approverName: "经理甲", requestedBy: client.userId });
  expect((await sheetOf(await downloaded(client, projectId, body.id))).rows.length).toBe(2);

  const second = await exported(app, client, projectId, { kind: "ROOMS" });
  await approver.post(`/projects/${projectId}/approvals/${second.approvalId}/reject`, { reason: "没有必要" });
  expect((await client.get(`${urlOf(projectId)}/${second.id}`)).body).toMatchObject({ status: "REJECTED" });
});

test("whole numbers need the right to see them, always approval, and are logged person by person", async () => {
  const { projectId } = await savedCommunity(app);
  const receptionist = await app.asRole("RECEPTIONIST", projectId);
  const refused = await receptionist.post(urlOf(projectId), { ...ask, kind: "CUSTOMERS", includeNumbers: true });
  expect(refused).toMatchObject({ status: 403, body: { code: "EXPORT_RIGHTS" } });

  const masked = await exported(app, receptionist, projectId, { kind: "CUSTOMERS" });
  const { rows } = await sheetOf(await downloaded(receptionist, projectId, masked.id));
  expect(JSON.stringify(rows)).not.toMatch(/1391234000|26001234|91440300708461136T/);
  expect(await audit(projectId, "customer.unmask")).toEqual([]);

  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const body = await exported(app, manager, projectId, { kind: "CUSTOMERS", includeNumbers: true });
  expect(body.status).toBe("PENDING");
  const approver = await app.asRole("COMPANY_MANAGER");
  await approver.post(`/projects/${projectId}/approvals/${body.approvalId}/approve`, {});
  await app.drainJobs();
  const whole = await sheetOf(await downloaded(manager, projectId, body.id));
  expect(whole.rows[0]).toMatchObject({ 手机: "13912340001", 其他电话: "13912340002、075526001235" });
  expect(whole.rows[4]).toMatchObject({ 证件号码: "91440300708461136T" });
  const logged = await audit(projectId, "customer.unmask");
  expect(logged.length).toBe(5);
  expect(logged[0].summary).toContain(`导出 ${body.number} 包含客户 王小明`);
});

test("nobody but the requester downloads, for seven days, and only while he holds the rights", async () => {
  const { projectId } = await savedCommunity(app);
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const { id } = await exported(app, client, projectId, { kind: "ROOMS" });
  const file = `${urlOf(projectId)}/${id}/file`;
  const other = await app.asRole("PROJECT_MANAGER", projectId);
  expect(await other.get(file)).toMatchObject({ status: 403, body: { code: "EXPORT_NOT_OWN" } });
  const plain = await app.as(["property:read"], projectId);
  expect((await plain.get(file)).status).toBe(403);
  expect((await plain.get(`${urlOf(projectId)}/${id}`)).status).toBe(404);
  const { id: foreign } = await savedProject(app);
  const stranger = await app.asRole("PROJECT_MANAGER", foreign);
  expect((await stranger.get(file)).status).toBe(403);
  expect((await stranger.get(`${urlOf(foreign)}/${id}/file`)).status).toBe(404);

  app.clock.set("2026-03-18");
  expect(await client.get(file)).toMatchObject({ status: 410, body: { code: "EXPORT_EXPIRED" } });
  expect((await client.get(`${urlOf(projectId)}/${id}`)).body).toMatchObject({ status: "EXPIRED", canDownload: false });
  await app.app.get(DailyWork).run();
  expect(filesOf(projectId)).toEqual([]);
  const next = await exported(app, client, projectId, { kind: "SPACES" });
  await app.app.get(DailyWork).run();
  expect(filesOf(projectId)).toEqual([next.id]);
});

test.each<[string, object, number, string]>([
  ["no reason", { reason: "" }, 400, "INVALID_INPUT"],
  ["a reason that is too long", { reason: "因".repeat(201) }, 400, "INVALID_INPUT"],
  ["an emoji", { reason: "核对😀" }, 400, "INVALID_INPUT"],
  ["an unknown kind", { kind: "SECRETS" }, 400, "INVALID_INPUT"],
  ["a filter the list does not know", { filter: { password: "1" } }, 400, "INVALID_INPUT"],
  ["a filter of a wrong type", { filter: { buildingId: "一栋" } }, 400, "INVALID_INPUT"],
  ["a filter that is none", { filter: "全部" }, 400, "INVALID_INPUT"],
  ["a day that is none", { kind: "BINDINGS", filter: { on: "2026-02-31" } }, 400, "INVALID_INPUT"],
  ["what finds nothing", { filter: { q: "没有" } }, 409, "EXPORT_EMPTY"],
])("%s is refused and leaves nothing", async (_what, wrong, status, code) => {
  const { projectId } = await savedCommunity(app);
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  expect(await client.post(urlOf(projectId), { ...ask, ...wrong })).toMatchObject({ status, body: { code } });
  expect((await client.get(urlOf(projectId))).body.items).toEqual([]);
});

test("a kind needs the right to see its list, and a search for a number is kept masked", async () => {
  const { projectId } = await savedCommunity(app);
  const client = await app.as(["property:read", "data:export"], projectId);
  expect(await client.post(urlOf(projectId), { ...ask, kind: "CUSTOMERS" })).toMatchObject({
    status: 403,
    body: { code: "EXPORT_RIGHTS" },
  });
  const reader = await app.as(["property:read", "customer:read", "data:export"], projectId);
  const body = await exported(app, reader, projectId, { kind: "CUSTOMERS", filter: { q: "13912340001" } });
  expect(body).toMatchObject({ status: "READY", rows: 1, filter: ["关键字：13*******01"] });
  const [row] = await app.db.query("SELECT filter::text FROM data_export WHERE project_id = $1", [projectId]);
  expect(row.filter).not.toContain("13912340001");
});

test("what cannot be registered leaves no file", async () => {
  const { projectId } = await savedCommunity(app);
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const { body } = await client.post(urlOf(projectId), ask);
  const log = app.app.get(AuditService);
  log.record = () => Promise.reject(new ConflictException("没有登记"));
  await app.drainJobs(projectId);
  Reflect.deleteProperty(log, "record");
  expect((await client.get(`${urlOf(projectId)}/${body.id}`)).body).toMatchObject({ status: "FAILED" });
  expect(filesOf(projectId)).toEqual([]);
});

test("one that was cancelled while it waited leaves no file", async () => {
  const { projectId } = await savedCommunity(app);
  const client = await app.asRole("PROJECT_MANAGER", projectId);
  const { body } = await client.post(urlOf(projectId), ask);
  expect((await client.post(`/projects/${projectId}/jobs/${body.jobId}/cancel`)).status).toBe(200);
  await app.drainJobs();
  expect((await client.get(`${urlOf(projectId)}/${body.id}`)).body).toMatchObject({
    status: "FAILED",
    failure: "导出已取消，没有生成文件",
  });
});
