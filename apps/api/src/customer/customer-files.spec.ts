import { startTestApp } from "../../test/test-app.js";
import { savedProject } from "../property/property.factories.js";
import { savedCustomer } from "./customer.factories.js";

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
