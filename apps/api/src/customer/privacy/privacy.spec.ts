import { startTestApp } from "../../../test/test-app.js";
import { systemActor } from "../../common/actor.js";
import { savedCharge, savedFeeItem } from "../../billing/billing.factories.js";
import { sheetOf } from "../../exports/exports.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import type { BulkCustomer } from "../bulk-customer.js";
import { BulkCustomersService } from "../bulk-customers.service.js";
import { anIdNumber, savedCustomer, savedOwner, savedRelation } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const officer = await app.as(["customer:read", "customer:privacy", "customer:merge"], project.id);
const reader = await app.as(["customer:read", "customer:write"], project.id);
const at = (id: string, rest: string) => `${base}/customers/${id}/${rest}`;

describe("notices and consents", () => {
  test("versions are published, given, and the register keeps every entry", async () => {
    const first = { version: "2025-01", text: "我们如何处理您的个人信息", startsOn: "2025-01-01" };
    await officer.post(`${base}/privacy-notices`, first);
    const { body: notices } = await officer.post(`${base}/privacy-notices`, {
      ...first,
      version: "2026-01",
      startsOn: "2026-01-01",
    });
    expect(notices.items.map(({ version }: { version: string }) => version)).toEqual(["2026-01", "2025-01"]);
    expect(await officer.post(`${base}/privacy-notices`, first)).toMatchObject({
      status: 409,
      body: { detail: "已有相同版本的隐私告知" },
    });
    const { id } = await savedCustomer(app, project.id);
    const given = { noticeId: notices.items[0].id, on: "2026-02-01", way: "WRITTEN" };
    expect((await officer.post(at(id, "notices"), { ...given, on: "2025-12-31" })).body.fields.on[0]).toContain(
      "2026-01-01 启用",
    );
    expect((await officer.post(at(id, "notices"), given)).body).toMatchObject({
      currentVersion: "2026-01",
      givenVersion: "2026-01",
    });
    const consent = { purpose: "MARKETING", action: "GIVEN", on: "2026-02-01", way: "WRITTEN" };
    await officer.post(at(id, "consents"), consent);
    const { body } = await officer.post(at(id, "consents"), {
      ...consent,
      action: "WITHDRAWN",
      on: "2026-03-01",
      way: "PHONE",
    });
    expect(body.states).toContainEqual({ purpose: "MARKETING", action: "WITHDRAWN", since: "2026-03-01" });
    expect(body.states).toContainEqual({ purpose: "FACE", action: null, since: null });
    expect(body.entries).toHaveLength(3);
    expect((await reader.get(at(id, "details"))).body.preferences.noMarketing).toBe(true);
    await expect(app.db.query("UPDATE customer_consent SET action = 'GIVEN'")).rejects.toThrow("permission denied");
  });

  test.each<[string, object]>([
    ["a purpose nobody knows", { purpose: "FUN" }],
    ["a day to come", { on: "2026-03-11" }],
    ["the 31st of February", { on: "2026-02-31" }],
    ["an over-long remark", { remark: "长".repeat(201) }],
  ])("refuse %s", async (_what, overrides) => {
    const { id } = await savedCustomer(app, project.id);
    const consent = { purpose: "FACE", action: "GIVEN", on: "2026-03-01", way: "WRITTEN", ...overrides };
    expect((await officer.post(at(id, "consents"), consent)).status).toBe(400);
  });

  test("need the right, and a customer of this project", async () => {
    const { id } = await savedCustomer(app, project.id);
    const consent = { purpose: "FACE", action: "GIVEN", on: "2026-03-01", way: "WRITTEN" };
    expect((await reader.post(at(id, "consents"), consent)).status).toBe(403);
    const foreign = await savedCustomer(app, (await savedProject(app)).id);
    expect((await officer.post(at(foreign.id, "consents"), consent)).status).toBe(404);
    expect((await officer.get(at(foreign.id, "consents"))).status).toBe(404);
  });

  test("of both entries are shown after a merge", async () => {
    const [one, other] = [await savedCustomer(app, project.id), await savedCustomer(app, project.id)];
    await officer.post(at(other.id, "consents"), {
      purpose: "FACE",
      action: "GIVEN",
      on: "2026-03-01",
      way: "WRITTEN",
    });
    await officer.post(`${base}/customer-merges`, { survivorId: one.id, mergedId: other.id, reason: "重复录入" });
    expect((await officer.get(at(one.id, "consents"))).body.entries).toHaveLength(1);
  });
});

describe("requests", () => {
  const aRequest = (overrides: object = {}) => ({
    kind: "ACCESS",
    receivedOn: "2026-03-01",
    way: "COUNTER",
    requester: "SELF",
    text: "想知道登记了哪些资料",
    ...overrides,
  });

  test("have a deadline, go through their states, and the overdue stand first", async () => {
    const { id: projectId } = await savedProject(app);
    const clerk = await app.as(["customer:read", "customer:privacy"], projectId);
    const url = `/projects/${projectId}`;
    const { id } = await savedCustomer(app, projectId);
    await clerk.post(`${url}/customers/${id}/privacy-requests`, aRequest());
    await clerk.post(`${url}/customers/${id}/privacy-requests`, aRequest({ kind: "COPY", receivedOn: "2026-02-01" }));
    const { body } = await clerk.get(`${url}/privacy-requests`);
    expect(body.items).toMatchObject([
      { kind: "COPY", dueOn: "2026-02-16", overdue: true, state: "OPEN" },
      { kind: "ACCESS", dueOn: "2026-03-16", overdue: false },
    ]);
    expect((await clerk.get(`${url}/privacy-requests?overdue=true`)).body.items).toHaveLength(1);
    const advance = (state: string, result?: string) =>
      clerk.post(`${url}/privacy-requests/${body.items[0].id}/advance`, { state, ...(result && { result }) });
    expect((await advance("IN_PROGRESS")).status).toBe(204);
    expect((await advance("DONE")).body.fields.result).toEqual(["请填写处理结果"]);
    expect((await advance("REJECTED")).body.fields.result).toEqual(["请填写拒绝的原因"]);
    expect((await advance("DONE", "已当面提供打印件")).status).toBe(204);
    expect(await advance("IN_PROGRESS")).toMatchObject({ status: 409, body: { code: "REQUEST_STATE" } });
    const { body: after } = await clerk.get(`${url}/privacy-requests`);
    expect(after.items.map(({ kind, overdue }: { kind: string; overdue: boolean }) => [kind, overdue])).toEqual([
      ["ACCESS", false],
      ["COPY", false],
    ]);
  });

  test("of somebody else name who asks; two people who finish at once: one wins", async () => {
    const { id } = await savedCustomer(app, project.id);
    const nameless = await officer.post(at(id, "privacy-requests"), aRequest({ requester: "RELATIVE" }));
    expect(nameless.body.fields.requesterName).toEqual(["请填写请求人姓名"]);
    expect((await officer.post(at(id, "privacy-requests"), aRequest({ receivedOn: "2026-03-11" }))).status).toBe(400);
    expect((await reader.post(at(id, "privacy-requests"), aRequest())).status).toBe(403);
    await officer.post(at(id, "privacy-requests"), aRequest({ requester: "RELATIVE", requesterName: "李娜" }));
    const { body } = await officer.get(`${base}/privacy-requests?customerId=${id}`);
    const url = `${base}/privacy-requests/${body.items[0].id}/advance`;
    const replies = await Promise.all(
      ["已答复", "已寄出"].map((result) => officer.post(url, { state: "DONE", result })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });
});

describe("everything about a person", () => {
  test("is handed out whole, with right and reason, and the log has it", async () => {
    const idNumber = anIdNumber();
    const customer = await savedOwner(app, await savedRoom(app, project.id), { idNumber, mobile: "13812349999" });
    expect((await reader.post(at(customer.id, "export"), { reason: "客户要求" })).status).toBe(403);
    expect((await officer.post(at(customer.id, "export"), {})).status).toBe(400);
    const reply = await officer.post(at(customer.id, "export"), { reason: "客户要求复制" });
    expect(reply.status).toBe(200);
    const data = JSON.parse(reply.raw.toString());
    expect(data).toMatchObject({
      客户: { 证件号码: idNumber, 手机: "13812349999" },
      客房关系: [{ 起始日期: "2020-01-01" }],
    });
    const sheets = await officer.post(at(customer.id, "export"), { reason: "客户要求复制", format: "XLSX" });
    const { rows, workbook } = await sheetOf(sheets.raw);
    expect(rows).toEqual(
      expect.arrayContaining([
        { 项目: "证件号码", 内容: idNumber },
        { 项目: "手机", 内容: "13812349999" },
        { 项目: "类型", 内容: "个人" },
      ]),
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["客户", "电话", "客房关系", "历史"]);
    expect(workbook.getWorksheet("客房关系")!.getRow(2).values).toContain("业主");
    expect((await officer.post(at(customer.id, "export"), { reason: "试试", format: "PDF" })).status).toBe(400);
    const [event] = await app.db.query(
      "SELECT summary FROM audit_log WHERE action = 'customer.export' AND entity_id = $1",
      [customer.id],
    );
    expect(event.summary).toContain("客户要求复制");
  });
});

describe("deletion", () => {
  const why = { reason: "客户要求删除" };

  test("is refused while contract data must be kept, and says why", async () => {
    const room = await savedRoom(app, project.id);
    const { id } = await savedOwner(app, room, {}, { endsOn: "2025-12-31" });
    const feeItem = await savedFeeItem(app, project.id);
    await savedCharge(app, room, {
      payerId: id,
      feeItemId: feeItem.id,
      amountFen: 12_300,
      dueOn: "2026-01-20",
      period: "2026-01",
    });
    const reply = await officer.post(at(id, "anonymise"), why);
    expect(reply).toMatchObject({ status: 409, body: { code: "DELETION_HELD" } });
    expect(reply.body.details.holds).toEqual(["还有未结清的应收 123.00 元", "2025-12-31 离开，合同资料须保存 3 年"]);
    expect((await officer.get(at(id, "deletion-holds"))).body.holds).toHaveLength(2);
    const living = await savedOwner(app, room);
    expect((await officer.post(at(living.id, "anonymise"), why)).body.details.holds).toEqual([
      "仍有 1 条有效的客房关系",
    ]);
  });

  test("makes somebody nobody, merged entries too; the rows stay and nothing more is written", async () => {
    const room = await savedRoom(app, project.id);
    const customer = await savedCustomer(app, project.id, { name: "卜留名", mobile: "13811118888" });
    const other = await savedCustomer(app, project.id, { name: "卜留名", mobile: "13811117777" });
    await savedRelation(app, room, { customerId: customer.id, role: "TENANT", endsOn: "2022-12-31" });
    await officer.post(`${base}/customer-merges`, { survivorId: customer.id, mergedId: other.id, reason: "重复录入" });
    expect((await reader.post(at(customer.id, "anonymise"), why)).status).toBe(403);
    expect((await officer.post(at(customer.id, "anonymise"), why)).status).toBe(204);
    expect((await reader.get(at(customer.id, ""))).status).toBeLessThan(500);
    const rows = await app.db.query("SELECT * FROM customer WHERE id = ANY ($1)", [[customer.id, other.id]]);
    for (const row of rows)
      expect(row).toMatchObject({ name: "已匿名客户", mobile: null, other_phones: [], address: null });
    const kept = JSON.stringify([
      rows,
      await app.db.query("SELECT * FROM customer_phone WHERE customer_id = ANY ($1)", [[customer.id, other.id]]),
      await app.db.query("SELECT * FROM customer_merge WHERE survivor_id = $1", [customer.id]),
    ]);
    for (const gone of ["卜留名", "13811118888", "13811117777"]) expect(kept).not.toContain(gone);
    expect(await app.db.query("SELECT 1 FROM room_relation WHERE customer_id = $1", [customer.id])).toHaveLength(1);
    expect(await reader.post(at(customer.id, "addresses"), { kind: "OTHER", text: "某处" })).toMatchObject({
      status: 409,
      body: { code: "CUSTOMER_ANONYMISED" },
    });
    const { body } = await officer.get(at(customer.id, "merges"));
    expect(
      (await officer.post(`${base}/customer-merges/${body.items[0].id}/undo`, { reason: "合并错了" })).status,
    ).toBe(409);
  });

  test("takes the names out of the log, earlier ones too; who did what, and others of the same name, stay", async () => {
    const { id: projectId } = await savedProject(app);
    const clerk = await app.asRole("PROJECT_MANAGER", projectId);
    const url = `/projects/${projectId}`;
    const [room, elsewhere] = [await savedRoom(app, projectId), await savedRoom(app, projectId)];
    const upsert = (row: BulkCustomer) =>
      app.db.transaction((tx) => app.app.get(BulkCustomersService).upsertCustomers(tx, systemActor, projectId, [row]));
    const [person] = await upsert({ name: "卜曾用", mobile: "13811116666" });
    const { id, number } = person!;
    await upsert({ name: '卜留"名"', number });
    const [other] = await upsert({ name: '卜留"名"', mobile: "13811115555" });
    const namesake = other!.id;
    for (const one of [room, elsewhere]) await savedOwner(app, one);
    const relate = (customerId: string, roomId: string, endsOn?: string) =>
      clerk.post(`${url}/rooms/${roomId}/relations`, { customerId, role: "TENANT", startsOn: "2020-01-01", endsOn });
    expect(await relate(id, room.id, "2022-12-31")).toMatchObject({ status: 201 });
    expect((await relate(namesake, elsewhere.id)).status).toBe(201);
    const log = () =>
      app.db.query(
        "SELECT id, user_id, at, action, entity_id, summary, before, after FROM audit_log WHERE project_id = $1 ORDER BY id",
        [projectId],
      );
    const earlier = await log();
    const boss = await app.as(["customer:read", "customer:privacy"], projectId);
    expect((await boss.post(`${url}/customers/${id}/anonymise`, why)).status).toBe(204);
    const now = await log();
    expect(now).toHaveLength(earlier.length + 1);
    const his = now.filter(({ entity_id }: { entity_id: string }) => [id, room.id].includes(entity_id));
    expect(his.length).toBeGreaterThanOrEqual(4);
    for (const gone of ["卜留", "卜曾用"]) expect(JSON.stringify(his)).not.toContain(gone);
    expect(his.map(({ summary }: { summary: string }) => summary).join()).toContain("已匿名（KH000001）自 2020-01-01");
    const others = (rows: { entity_id: string }[]) =>
      rows.filter(({ entity_id }) => [namesake, elsewhere.id].includes(entity_id));
    expect(others(now)).toEqual(others(earlier));
    const acts = (rows: Record<string, unknown>[]) =>
      rows.map((row) => [row["id"], row["user_id"], row["at"], row["action"]]);
    expect(acts(now).slice(0, earlier.length)).toEqual(acts(earlier));
  });
});
