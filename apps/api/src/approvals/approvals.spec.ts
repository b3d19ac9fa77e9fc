import { startTestApp, type TestClient } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { savedProject, savedRoom } from "../property/property.factories.js";

/** Four eyes through HTTP, told with the change of a room's areas. */
const app = await startTestApp();
afterAll(() => app.close());

async function office() {
  const { id: projectId } = await savedProject(app);
  const asker = await app.as(["property:read", "property:areas", "property:approve"], projectId, "小李");
  const manager = await app.as(["property:read", "property:approve"], projectId, "老周");
  return { projectId, asker, manager, url: `/projects/${projectId}/approvals` };
}
type Office = Awaited<ReturnType<typeof office>>;

/** A request for the areas of a new room; its id and the room's. */
async function asked({ projectId, asker }: Office, by: TestClient = asker) {
  const room = await savedRoom(app, projectId);
  const { body } = await by.post(`/projects/${projectId}/rooms/${room.id}/area-changes`, {
    startsOn: "2026-03-01",
    buildingArea: "90",
    chargeArea: "90",
    reason: "重新测绘",
  });
  return { id: body.approvalId as string, room };
}

const idsOf = async (client: TestClient, url: string) =>
  (await client.get(url)).body.items.map(({ id }: { id: string }) => id);

test("nobody approves or rejects his own request, even with the right to", async () => {
  const one = await office();
  const { id } = await asked(one);
  expect((await one.asker.get(`${one.url}/${id}`)).body).toMatchObject({ canDecide: false, canWithdraw: true });
  const answers = [
    await one.asker.post(`${one.url}/${id}/approve`, {}),
    await one.asker.post(`${one.url}/${id}/reject`, { reason: "不妥" }),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 409, body: { code: "APPROVAL_OWN" } });
  expect((await one.asker.get(`${one.url}/${id}`)).body.status).toBe("PENDING");
});

test("of two who decide at once one wins and the other is told so", async () => {
  const one = await office();
  const { id, room } = await asked(one);
  const second = await app.as(["property:read", "property:approve"], one.projectId, "老吴");
  const replies = await Promise.all([
    one.manager.post(`${one.url}/${id}/approve`, { note: "已核对报告" }),
    second.post(`${one.url}/${id}/reject`, { reason: "报告没有盖章" }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe("APPROVAL_DECIDED");
  const { body } = await one.asker.get(`${one.url}/${id}`);
  const area = (await one.asker.get(`/projects/${one.projectId}/rooms/${room.id}`)).body.chargeArea;
  expect([body.status, area]).toEqual(replies[0]?.status === 200 ? ["APPROVED", "90.00"] : ["REJECTED", "100.00"]);
});

test("two approvals at once apply the change once", async () => {
  const one = await office();
  const { id, room } = await asked(one);
  const second = await app.as(["property:read", "property:approve"], one.projectId);
  const replies = await Promise.all([one.manager, second].map((client) => client.post(`${one.url}/${id}/approve`, {})));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [{ versions }] = await app.db.query(
    "SELECT count(*)::int AS versions FROM room_area_version WHERE project_id = $1 AND room_id = $2",
    [one.projectId, room.id],
  );
  expect(versions).toBe(2);
});

test("a refusal says why; the requester reads it", async () => {
  const one = await office();
  const { id, room } = await asked(one);
  for (const body of [{}, { reason: " " }, { reason: "否" }, { reason: "长".repeat(201) }])
    expect((await one.manager.post(`${one.url}/${id}/reject`, body)).status).toBe(400);
  expect((await one.manager.post(`${one.url}/${id}/reject`, { reason: "报告没有盖章" })).status).toBe(200);
  expect((await one.asker.get(`${one.url}/${id}`)).body).toMatchObject({
    status: "REJECTED",
    note: "报告没有盖章",
    decidedByName: "老周",
    canDecide: false,
    canWithdraw: false,
  });
  expect((await one.asker.get(`/projects/${one.projectId}/rooms/${room.id}`)).body.chargeArea).toBe("100.00");
  const history = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2 ORDER BY id",
    [one.projectId, room.id],
  );
  expect(history.map(({ summary }: { summary: string }) => summary)).toEqual([
    `申请房间 ${room.code} 自 2026-03-01 起变更面积：重新测绘`,
    `拒绝申请：房间 ${room.code} 自 2026-03-01 起变更面积（报告没有盖章）`,
  ]);
});

test("only the requester withdraws, and what is decided stays decided", async () => {
  const one = await office();
  const { id } = await asked(one);
  expect((await one.manager.post(`${one.url}/${id}/withdraw`, {})).body.code).toBe("APPROVAL_NOT_OWN");
  expect((await one.asker.post(`${one.url}/${id}/withdraw`, {})).body.status).toBe("WITHDRAWN");
  for (const verb of ["withdraw", "approve"]) {
    const client = verb === "withdraw" ? one.asker : one.manager;
    expect(await client.post(`${one.url}/${id}/${verb}`, {})).toMatchObject({
      status: 409,
      body: { code: "APPROVAL_DECIDED", detail: "这项申请已撤回，不能再办理" },
    });
  }
});

test("one sees what he asked for and the kinds he may decide, and nothing of another project", async () => {
  const [one, other] = [await office(), await office()];
  const clerk = await app.as(["property:read", "property:areas"], one.projectId, "小王");
  const [first, second] = [await asked(one), await asked(one, clerk)];
  expect(await idsOf(one.manager, one.url)).toEqual([second.id, first.id]);
  expect(await idsOf(clerk, one.url)).toEqual([second.id]);
  expect(await idsOf(one.asker, `${one.url}?mine=true`)).toEqual([second.id]);
  expect(await idsOf(one.asker, `${one.url}?own=true`)).toEqual([first.id]);
  expect(await idsOf(one.manager, `${one.url}?subjectId=${first.room.id}`)).toEqual([first.id]);
  expect(await idsOf(one.manager, `${one.url}?kind=data.export`)).toEqual([]);
  expect((await clerk.get(`${one.url}/${first.id}`)).status).toBe(404);
  expect((await clerk.post(`${one.url}/${first.id}/approve`, {})).status).toBe(403);

  expect((await other.manager.get(one.url)).status).toBe(403);
  expect((await other.manager.get(`${other.url}/${first.id}`)).status).toBe(404);
  expect((await other.manager.post(`${other.url}/${first.id}/approve`, {})).status).toBe(404);
  expect((await one.manager.post(`${one.url}/${newId()}/approve`, {})).status).toBe(404);
  expect((await one.manager.get(`${one.url}?status=MAYBE`)).status).toBe(400);
});

test("the list goes on page by page, the newest first", async () => {
  const one = await office();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift((await asked(one)).id);
  const first = (await one.manager.get(`${one.url}?pageSize=2`)).body;
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
  expect(await idsOf(one.manager, `${one.url}?pageSize=3&cursor=${first.nextCursor}`)).toEqual(ids.slice(2));
});

test("the workbench counts what waits for this person; nothing for who decides nothing", async () => {
  const one = await office();
  await asked(one);
  const waiting = async (client: TestClient) =>
    (await client.get(`/projects/${one.projectId}/workbench`)).body.approvalsWaiting;
  expect(await waiting(one.manager)).toBe(1);
  expect(await waiting(one.asker)).toBe(0);
  expect(await waiting(await app.as(["property:read"], one.projectId))).toBeNull();
});
