import { existsSync } from "node:fs";
import { startTestApp } from "../../test/test-app.js";
import { FileStore } from "../files/file-store.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { savedCustomer, savedOwner } from "./customer.factories.js";

const app = await startTestApp();
const { id: projectId } = await savedProject(app);
afterAll(() => app.close());

const paper = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const at = (id: string) => `/projects/${projectId}/attachments?ownerType=customer&ownerId=${id}`;

test("the copy of a document is kept by those who keep customers, and read by those who may see whole numbers", async () => {
  const { id } = await savedCustomer(app, projectId);
  const keeper = await app.as(["property:read", "customer:read", "customer:write"], projectId);
  const file = { name: "身份证.pdf", content: paper };
  expect((await keeper.upload(`${at(id)}&kind=ID_COPY`, file)).status).toBe(201);
  expect((await keeper.get(at(id))).status).toBe(403);

  const reader = await app.as(["property:read", "customer:read", "customer:unmask"], projectId);
  expect((await reader.get(at(id))).body.items).toMatchObject([{ name: "身份证.pdf", kind: "ID_COPY" }]);
  expect((await reader.upload(`${at(id)}&kind=ID_COPY`, file)).status).toBe(403);
});

test("a kind that no customer's file can be, and a customer of another project, are refused", async () => {
  const { id } = await savedCustomer(app, projectId);
  const other = await savedCustomer(app, (await savedProject(app)).id);
  const keeper = await app.as(["property:read", "customer:write"], projectId);
  const file = { name: "合同.pdf", content: paper };
  expect((await keeper.upload(`${at(id)}&kind=PHOTO`, file)).status).toBe(400);
  expect((await keeper.upload(`${at(other.id)}&kind=CONTRACT`, file)).status).toBe(404);
});

describe("who must be forgotten leaves no copy of a document", () => {
  const kept = (id: string) => existsSync(app.app.get(FileStore).pathOf(projectId, id));

  /** Two uploads, one of which was removed again. */
  async function copiesOf(customerId: string): Promise<string[]> {
    const keeper = await app.as(["property:read", "customer:write"], projectId);
    const ids = [];
    for (const name of ["卜留名身份证.pdf", "卜留名户口本.pdf"])
      ids.push((await keeper.upload(`${at(customerId)}&kind=ID_COPY`, { name, content: paper })).body.id as string);
    await keeper.delete(`/projects/${projectId}/attachments/${ids[1]}`);
    expect(ids.map(kept)).toEqual([true, true]);
    return ids;
  }

  test.each([
    ["made nobody", "anonymise"],
    ["deleted", "delete"],
  ])("when %s", async (_what, verb) => {
    const { id } = await savedCustomer(app, projectId);
    const files = await copiesOf(id);
    const officer = await app.as(["customer:read", "customer:write", "customer:privacy"], projectId);
    const customer = `/projects/${projectId}/customers/${id}`;
    const reply =
      verb === "delete"
        ? await officer.delete(customer)
        : await officer.post(`${customer}/anonymise`, { reason: "客户要求删除" });
    expect(reply.status).toBe(204);
    expect(files.map(kept)).toEqual([false, false]);
    const rows = await app.db.query("SELECT name, removed_at FROM file_object WHERE owner_id = $1", [id]);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ name: "已销毁", removed_at: expect.any(Date) });
  });

  test("until then their names are part of everything about him", async () => {
    const { id } = await savedCustomer(app, projectId);
    await copiesOf(id);
    const officer = await app.as(["customer:read", "customer:privacy"], projectId);
    const { raw } = await officer.post(`/projects/${projectId}/customers/${id}/export`, { reason: "客户要求" });
    expect(JSON.parse(raw.toString())["附件"]).toMatchObject([{ 类型: "证件复印件", 文件名: "卜留名身份证.pdf" }]);
  });

  test("when refused, the copies stay", async () => {
    const { id } = await savedOwner(app, await savedRoom(app, projectId));
    const files = await copiesOf(id);
    const officer = await app.as(["customer:read", "customer:write", "customer:privacy"], projectId);
    const customer = `/projects/${projectId}/customers/${id}`;
    expect((await officer.delete(customer)).status).toBe(409);
    expect((await officer.post(`${customer}/anonymise`, { reason: "客户要求删除" })).status).toBe(409);
    expect(files.map(kept)).toEqual([true, true]);
  });
});
