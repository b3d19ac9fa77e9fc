import type { SaveRecipientDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { savedProject, unique } from "../../property/property.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-10");
const { id: projectId } = await savedProject(app);
const url = `/projects/${projectId}/data-recipients`;
const officer = await app.as(["customer:read", "customer:privacy"], projectId);
afterAll(() => app.close());

const aRecipient = (overrides: Partial<SaveRecipientDto> = {}): SaveRecipientDto => ({
  name: unique("短信平台"),
  kind: "PROCESSOR",
  purpose: "发送缴费短信",
  dataKinds: ["NAME", "PHONE"],
  basis: "CONTRACT",
  startsOn: "2026-01-01",
  ...overrides,
});

test("a recipient is registered, found, and ended by its last day", async () => {
  const recipient = aRecipient();
  const { status, body } = await officer.post(url, recipient);
  expect(status).toBe(201);
  const found = await officer.get(`${url}?q=${encodeURIComponent(recipient.name)}`);
  expect(found.body).toMatchObject({ total: 1, items: [{ ...recipient, endsOn: null, current: true }] });

  const ended = await officer.put(`${url}/${body.id}`, { ...recipient, endsOn: "2026-02-28" });
  expect(ended.status).toBe(204);
  const after = await officer.get(`${url}?current=false&q=${encodeURIComponent(recipient.name)}`);
  expect(after.body.items).toMatchObject([{ endsOn: "2026-02-28", current: false }]);
  const gone = await officer.get(`${url}?current=true&q=${encodeURIComponent(recipient.name)}`);
  expect(gone.body).toMatchObject({ total: 0, items: [] });
});

test("what changed stays in the audit log", async () => {
  const recipient = aRecipient();
  const { body } = await officer.post(url, recipient);
  await officer.put(`${url}/${body.id}`, { ...recipient, purpose: "发送停水通知" });
  const auditor = await app.as(["audit:read"], projectId);
  const log = await auditor.get(`/projects/${projectId}/audit-log?entity=recipient`);
  expect(log.body.items[0]).toMatchObject({
    action: "recipient.update",
    before: { purpose: "发送缴费短信" },
    after: { purpose: "发送停水通知" },
  });
});

test.each([
  ["sensitive data without an assessment", { dataKinds: ["BANK_ACCOUNT"] }, "assessedOn"],
  ["an assessment after the start", { dataKinds: ["ID_NUMBER"], assessedOn: "2026-01-02" }, "assessedOn"],
  ["no kind of data", { dataKinds: [] }, "dataKinds"],
  ["an unknown kind of data", { dataKinds: ["DNA"] }, "dataKinds"],
  ["an end before the start", { endsOn: "2025-12-31" }, "endsOn"],
  ["31 February", { startsOn: "2026-02-31" }, "startsOn"],
  ["an emoji", { name: "短信😀" }, "name"],
  ["a purpose that is too long", { purpose: "发".repeat(201) }, "purpose"],
  ["an unknown field", { colour: "red" }, "colour"],
] as const)("%s is refused", async (_what, overrides, field) => {
  const { status, body } = await officer.post(url, { ...aRecipient(), ...overrides } as object);
  expect(status).toBe(400);
  expect(Object.keys(body.fields)).toEqual([field]);
});

test("sensitive data goes out once its processing was assessed", async () => {
  const reply = await officer.post(url, aRecipient({ dataKinds: ["BANK_ACCOUNT", "NAME"], assessedOn: "2025-12-20" }));
  expect(reply.status).toBe(201);
});

test("a recipient of another project is not found", async () => {
  const { id: other } = await savedProject(app);
  const stranger = await app.as(["customer:privacy"], other);
  const { body } = await officer.post(url, aRecipient());
  expect((await stranger.put(`/projects/${other}/data-recipients/${body.id}`, aRecipient())).status).toBe(404);
});
