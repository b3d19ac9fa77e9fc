import { startTestApp } from "../../../test/test-app.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aCustomer, savedCustomer } from "../customer.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const base = `/projects/${project.id}`;
const clerk = await app.as(["customer:read", "customer:write"], project.id);
const director = await app.as(["project:settings", "customer:read", "customer:write"], project.id);

describe("tags", () => {
  test("of the project's own list mark customers, who are found by them", async () => {
    const { body: vip } = await clerk.post(`${base}/customer-tags`, { name: "VIP", tone: "warning" });
    const { body: pets } = await clerk.post(`${base}/customer-tags`, { name: "宠物", tone: "neutral" });
    const { id } = await savedCustomer(app, project.id);
    await savedCustomer(app, project.id);
    expect((await clerk.put(`${base}/customers/${id}/tags`, { tagIds: [vip.id, pets.id] })).status).toBe(204);
    const found = await clerk.get(`${base}/customers?tagId=${pets.id}`);
    expect(found.body.items).toMatchObject([{ id, tags: [{ name: "VIP", tone: "warning" }, { name: "宠物" }] }]);
    expect((await clerk.get(`${base}/customer-tags`)).body.items).toMatchObject([
      { name: "VIP", customers: 1 },
      { name: "宠物", customers: 1 },
    ]);
    expect((await clerk.delete(`${base}/customer-tags/${pets.id}`)).status).toBe(204);
    expect((await clerk.get(`${base}/customers/${id}`)).body.tags).toMatchObject([{ name: "VIP" }]);
  });

  test("have one name each, and belong to one project", async () => {
    await clerk.post(`${base}/customer-tags`, { name: "老人", tone: "active" });
    expect(await clerk.post(`${base}/customer-tags`, { name: "老人", tone: "bad" })).toMatchObject({
      status: 409,
      body: { detail: "已有同名的客户标签" },
    });
    const other = await savedProject(app);
    const elsewhere = await app.as(["customer:read", "customer:write"], other.id);
    const { body: foreign } = await elsewhere.post(`/projects/${other.id}/customer-tags`, {
      name: "老人",
      tone: "active",
    });
    const { id } = await savedCustomer(app, project.id);
    expect((await clerk.put(`${base}/customers/${id}/tags`, { tagIds: [foreign.id] })).status).toBe(404);
    expect((await clerk.post(`${base}/customer-tags`, { name: "长".repeat(13), tone: "good" })).status).toBe(400);
  });
});

describe("what a project does not collect", () => {
  test("is neither demanded nor missing, and the mark is in the audit log", async () => {
    const known = await savedCustomer(app, project.id, {
      registeredPlace: null,
      incomplete: ["户口所在地", "证件号码"],
    });
    const marked = await director.put(`${base}/customer-fields`, { fields: ["registeredPlace"], reason: "服务不需要" });
    expect(marked.body).toEqual({ notCollected: ["registeredPlace"] });
    expect((await clerk.get(`${base}/customers/${known.id}`)).body.incomplete).toEqual(["证件号码"]);
    const room = await savedRoom(app, project.id);
    const created = await clerk.post(`${base}/customers`, aCustomer(room, { registeredPlace: null }));
    expect(created).toMatchObject({ status: 201, body: { incomplete: [] } });
    const [event] = await app.db.query(
      "SELECT * FROM audit_log WHERE action = 'project.not-collected' AND entity_id = $1",
      [project.id],
    );
    expect(event).toMatchObject({ before: { notCollected: [] }, after: { notCollected: ["registeredPlace"] } });
    expect(event.summary).toContain("服务不需要");

    await director.put(`${base}/customer-fields`, { fields: [], reason: "恢复收集" });
    expect((await clerk.get(`${base}/customers/${created.body.id}`)).body.incomplete).toEqual(["户口所在地"]);
  });

  test("is decided with a reason by whoever may set up the project", async () => {
    const change = { fields: ["sex"], reason: "不需要" };
    expect((await clerk.put(`${base}/customer-fields`, change)).status).toBe(403);
    expect((await director.put(`${base}/customer-fields`, { fields: ["sex"] })).body.fields.reason).toBeDefined();
    expect(
      (await director.put(`${base}/customer-fields`, { ...change, fields: ["name"] })).body.fields.fields,
    ).toBeDefined();
  });
});
