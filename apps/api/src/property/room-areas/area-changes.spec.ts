import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedProject, savedRoom } from "../property.factories.js";
import { DueAreasService } from "./due-areas.service.js";

const app = await startTestApp();
afterAll(() => app.close());
afterEach(() => app.clock.set("2026-03-10"));

/** A room of 100 m², a receptionist who asks and a manager who approves. */
async function community(room: Parameters<typeof savedRoom>[2] = {}, project: Parameters<typeof savedProject>[1] = {}) {
  const { id: projectId } = await savedProject(app, project);
  const saved = await savedRoom(app, projectId, room);
  const asker = await app.as(["property:read", "property:areas"], projectId, "接待小李");
  const manager = await app.as(["property:read", "property:areas", "property:approve"], projectId, "经理老周");
  return { projectId, room: saved, asker, manager, url: `/projects/${projectId}/rooms/${saved.id}` };
}
type Community = Awaited<ReturnType<typeof community>>;

const aChange = (overrides: object = {}) => ({
  startsOn: "2026-03-10",
  buildingArea: "100",
  chargeArea: "96.5",
  reason: "实测面积报告",
  ...overrides,
});

const decide = (one: Community, approvalId: string, client: TestClient = one.manager) =>
  client.post(`/projects/${one.projectId}/approvals/${approvalId}/approve`, {});

/** Asks for a change and has it approved. */
async function approved(one: Community, overrides: object = {}) {
  const asked = await one.asker.post(`${one.url}/area-changes`, aChange(overrides));
  expect(asked.status).toBe(201);
  expect((await decide(one, asked.body.approvalId)).status).toBe(200);
}

test("a change counts once a second person has approved it, and stands in history and 面积沿革", async () => {
  const one = await community();
  const asked = await one.asker.post(`${one.url}/area-changes`, aChange({ innerArea: "80" }));
  expect(asked).toMatchObject({ status: 201, body: { warnings: [] } });
  expect((await one.asker.get(one.url)).body.chargeArea).toBe("100.00");
  expect((await one.asker.get(`${one.url}/area-versions`)).body).toMatchObject({
    versions: [],
    pending: {
      approvalId: asked.body.approvalId,
      startsOn: "2026-03-10",
      chargeArea: "96.50",
      sharedArea: "20.00",
      requestedByName: "接待小李",
    },
  });
  const approval = (await one.manager.get(`/projects/${one.projectId}/approvals/${asked.body.approvalId}`)).body;
  expect(approval.lines).toEqual([
    { label: "生效日期", before: null, after: "2026-03-10" },
    { label: "建筑面积", before: "100.00 m²", after: "100.00 m²" },
    { label: "收费面积", before: "100.00 m²", after: "96.50 m²" },
    { label: "套内面积", before: null, after: "80.00 m²" },
    { label: "公摊面积", before: null, after: "20.00 m²" },
  ]);

  expect((await decide(one, asked.body.approvalId)).body.status).toBe("APPROVED");
  expect((await one.asker.get(one.url)).body).toMatchObject({ chargeArea: "96.50", sharedArea: "20.00" });
  const { body } = await one.asker.get(`${one.url}/area-versions`);
  expect(body).toMatchObject({
    pending: null,
    versions: [
      {
        startsOn: "2026-03-10",
        endsOn: null,
        current: true,
        chargeArea: "96.50",
        requestedByName: "接待小李",
        approvedByName: "经理老周",
        reason: "实测面积报告",
      },
      {
        startsOn: "1900-01-01",
        endsOn: "2026-03-09",
        current: false,
        chargeArea: "100.00",
        requestedByName: null,
        approvedByName: null,
      },
    ],
  });
  const [entry] = await app.db.query(
    "SELECT summary, before, after FROM audit_log WHERE project_id = $1 AND action = 'room.change-areas'",
    [one.projectId],
  );
  expect(entry).toEqual({
    summary: `房间 ${one.room.code} 的面积自 2026-03-10 起变更：实测面积报告（接待小李 申请，经理老周 审批）`,
    before: { chargeArea: "100.00", innerArea: null, sharedArea: null },
    after: { chargeArea: "96.50", innerArea: "80.00", sharedArea: "20.00" },
  });
});

test("areas of a later day come into the room on that day, once, whoever looks", async () => {
  const one = await community({ chargeArea: "0", incomplete: ["chargeArea", "layout"] });
  await approved(one, { startsOn: "2026-04-01" });
  const due = app.app.get(DueAreasService);
  await due.applyAll();
  expect((await one.asker.get(one.url)).body.chargeArea).toBe("0.00");
  app.clock.set("2026-03-31T23:59:00+08:00");
  await due.applyAll();
  expect((await one.asker.get(one.url)).body.chargeArea).toBe("0.00");
  app.clock.set("2026-04-01T00:00:30+08:00");
  await Promise.all([due.applyAll(), due.applyAll()]);
  await due.applyAll();
  expect((await one.asker.get(one.url)).body).toMatchObject({ chargeArea: "96.50", incomplete: ["layout"] });
  const trace = await app.db.query(
    "SELECT summary, user_name, before, after FROM audit_log WHERE project_id = $1 AND user_name = '系统'",
    [one.projectId],
  );
  expect(trace).toEqual([
    {
      summary: `房间 ${one.room.code} 自 2026-04-01 起的面积开始使用`,
      user_name: "系统",
      before: { chargeArea: "0" },
      after: { chargeArea: "96.5" },
    },
  ]);
});

test("a change back into the past does not touch what holds today", async () => {
  const one = await community();
  await approved(one, { startsOn: "2026-02-01", chargeArea: "90" });
  const earlier = await one.asker.post(
    `${one.url}/area-changes`,
    aChange({ startsOn: "2026-01-01", chargeArea: "80" }),
  );
  expect(earlier).toMatchObject({ status: 409, body: { code: "AREA_WARNINGS" } });
  expect(earlier.body.details.warnings).toEqual(["2026-02-01 起已有另外的面积，这次变更只到前一天为止"]);
  await approved(one, { startsOn: "2026-01-01", chargeArea: "80", confirmWarnings: true });
  expect((await one.asker.get(one.url)).body.chargeArea).toBe("90.00");
  const { versions } = (await one.asker.get(`${one.url}/area-versions`)).body;
  expect(versions.map((v: Record<string, unknown>) => [v.startsOn, v.endsOn, v.chargeArea])).toEqual([
    ["2026-02-01", null, "90.00"],
    ["2026-01-01", "2026-01-31", "80.00"],
    ["1900-01-01", "2025-12-31", "100.00"],
  ]);
});

test("the unusual is allowed when it is confirmed: charged area over building area, a month that is closed", async () => {
  const one = await community();
  await app.db.query(
    "INSERT INTO billing_period (project_id, id, created_at, period, status) VALUES ($1, $2, now(), '2026-01', 'CLOSED')",
    [one.projectId, newId()],
  );
  const body = aChange({ startsOn: "2026-01-15", chargeArea: "105" });
  const refused = await one.asker.post(`${one.url}/area-changes`, body);
  const warnings = [
    "收费面积 105.00 m² 大于建筑面积 100.00 m²",
    "生效日期在已月结的月份（已结至 2026-01）：已经出账的应收不会改变",
  ];
  expect(refused).toMatchObject({
    status: 409,
    body: { code: "AREA_WARNINGS", detail: `请核对：${warnings.join("；")}`, details: { warnings } },
  });
  expect((await one.asker.get(`${one.url}/area-versions`)).body.pending).toBeNull();
  const confirmed = await one.asker.post(`${one.url}/area-changes`, { ...body, confirmWarnings: true });
  expect(confirmed).toMatchObject({ status: 201, body: { warnings } });
});

test("of two who ask at once one is told that a request is waiting; after it is withdrawn the next may ask", async () => {
  const one = await community();
  const ask = () => one.asker.post(`${one.url}/area-changes`, aChange());
  const replies = await Promise.all([ask(), ask()]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "APPROVAL_PENDING",
    detail: "已有一项房间面积变更申请等待审批，请先办理或撤回",
  });
  const waiting = replies.find(({ status }) => status === 201)?.body.approvalId;
  await one.asker.post(`/projects/${one.projectId}/approvals/${waiting}/withdraw`, {});
  expect((await ask()).status).toBe(201);
});

test("a day outside the life of the room is refused when asked and when approved", async () => {
  const one = await community({ startsOn: "2026-02-01" });
  const early = await one.asker.post(`${one.url}/area-changes`, aChange({ startsOn: "2026-01-31" }));
  expect(early).toMatchObject({
    status: 400,
    body: { fields: { startsOn: [`房间 ${one.room.code} 自 2026-02-01 起才有，生效日期不能更早`] } },
  });
  const asked = await one.asker.post(`${one.url}/area-changes`, aChange({ startsOn: "2026-05-01" }));
  await app.db.query("UPDATE room SET ended_on = '2026-04-15' WHERE project_id = $1 AND id = $2", [
    one.projectId,
    one.room.id,
  ]);
  const refused = await decide(one, asked.body.approvalId);
  expect(refused).toMatchObject({
    status: 400,
    body: { fields: { startsOn: [`房间 ${one.room.code} 到 2026-04-15 为止，生效日期不能更晚`] } },
  });
  const approvals = await one.manager.get(`/projects/${one.projectId}/approvals?mine=true`);
  expect(approvals.body.items).toHaveLength(1);
});

test.each([
  ["an area of nothing", { chargeArea: "0" }, "chargeArea", "收费面积必须大于 0"],
  ["an area below zero", { buildingArea: "-5" }, "buildingArea", "建筑面积必须是不小于 0、最多 4 位小数的数字"],
  ["an area as a number", { chargeArea: 90 }, "chargeArea", "收费面积必须是不小于 0、最多 4 位小数的数字"],
  ["full-width digits", { chargeArea: "９０" }, "chargeArea", "收费面积必须是不小于 0、最多 4 位小数的数字"],
  ["an inner area over the building area", { innerArea: "100.01" }, "innerArea", "套内面积不能大于建筑面积"],
  ["a usable area over the building area", { usableArea: "101" }, "usableArea", "使用面积不能大于建筑面积"],
  ["31 February", { startsOn: "2026-02-31" }, "startsOn", "生效日期不是有效的日期（如 2026-01-31）"],
  ["no reason", { reason: undefined }, "reason", "请填写变更原因"],
  ["a reason of one character", { reason: "改" }, "reason", "变更原因至少 2 个字"],
  ["an emoji", { reason: "实测📐面积" }, "reason", "变更原因含有不能使用的字符（表情或控制字符）"],
  ["an over-long reason", { reason: "长".repeat(201) }, "reason", "变更原因不能超过 200 个字"],
  ["an unknown field", { sharedArea: "20" }, "sharedArea", "不认识的字段「sharedArea」"],
])("refuses %s", async (_what, overrides, field, sentence) => {
  const one = await community();
  const reply = await one.asker.post(`${one.url}/area-changes`, aChange(overrides));
  expect(reply.status).toBe(400);
  expect(reply.body.fields[field]).toContain(sentence);
  expect((await one.asker.get(`${one.url}/area-versions`)).body).toEqual({ versions: [], pending: null });
});

test("refuses what changes nothing, a room of another project, and whoever may not ask", async () => {
  const [one, other] = [await community(), await community()];
  expect((await one.asker.post(`${one.url}/area-changes`, aChange({ chargeArea: "100.00" }))).body).toMatchObject({
    code: "AREAS_UNCHANGED",
    detail: `房间 ${one.room.code} 在 2026-03-10 已是这样的面积，没有变化`,
  });
  const foreign = `/projects/${one.projectId}/rooms/${other.room.id}`;
  expect((await one.asker.post(`${foreign}/area-changes`, aChange())).status).toBe(404);
  expect((await one.asker.get(`${foreign}/area-versions`)).status).toBe(404);
  expect((await one.asker.post(`${other.url}/area-changes`, aChange())).status).toBe(403);
  const reader = await app.as(["property:read", "property:write"], one.projectId);
  expect((await reader.post(`${one.url}/area-changes`, aChange())).status).toBe(403);
});

test("a room with 面积沿革 is not deleted", async () => {
  const one = await community();
  await approved(one);
  const keeper = await app.as(["property:read", "property:write"], one.projectId);
  expect(await keeper.delete(one.url)).toMatchObject({
    status: 409,
    body: { detail: `房间 ${one.room.code} 还有 2 条面积沿革，不能删除；不再使用时请停用` },
  });
});

test("papers come with the request, until it is decided", async () => {
  const one = await community();
  const asked = await one.asker.post(`${one.url}/area-changes`, aChange());
  const list = `/projects/${one.projectId}/attachments?ownerType=area-change&ownerId=${asked.body.approvalId}`;
  const pdf = { name: "实测报告.pdf", content: Buffer.from("%PDF-1.4\n%%EOF\n") };
  expect((await one.asker.upload(`${list}&kind=PAPER`, pdf)).status).toBe(201);
  const onlooker = await app.as(["property:read"], one.projectId);
  expect((await onlooker.get(list)).body.items).toMatchObject([{ name: "实测报告.pdf" }]);
  expect((await onlooker.upload(`${list}&kind=PAPER`, pdf)).status).toBe(403);
  expect((await decide(one, asked.body.approvalId)).status).toBe(200);
  expect(await one.asker.upload(`${list}&kind=PAPER`, pdf)).toMatchObject({
    status: 409,
    body: { code: "AREA_CHANGE_DECIDED", detail: "面积变更申请已经办结，附件不能再改" },
  });
});
