import { underControl } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { Membership } from "../../auth/membership.entity.js";
import { newId } from "../../common/ids.js";
import { savedProject } from "../../property/property.factories.js";

/** Whether a second person is needed is set by somebody who does none of it (LAW-52). */
const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const at = `/projects/${project.id}`;
const manager = await app.asRole("PROJECT_MANAGER", project.id);
const company = await app.asRole("COMPANY_MANAGER");
const admin = await app.asRole("SYSTEM_ADMIN");
const settings = async () => (await manager.get(`${at}/billing-settings`)).body;
const roleIdOf = async (code: string): Promise<string> => {
  const [role] = await app.db.query<{ id: string }[]>("SELECT id FROM role WHERE code = $1", [code]);
  return role!.id;
};
const SCHEME = {
  enabled: true,
  onPublish: false,
  daily: false,
  onlyListed: false,
  order: "PERIOD_FIRST",
  shortage: "PARTIAL",
};

test("who reverses receipts and asks for waivers does not set where a second person is needed; the company does", async () => {
  const before = await settings();
  const controls = { waiverLimitFen: 9_999_999, reversalApproval: "NEVER", receiptReview: "WARN" };
  expect((await manager.put(`${at}/billing-settings/controls`, controls)).status).toBe(403);
  expect((await manager.put(`${at}/billing-settings`, { lateFeeCeiling: "0.2", ...controls })).status).toBe(400);
  expect((await manager.put(`${at}/waiver-limits`, { limits: [] })).status).toBe(403);
  expect(await settings()).toEqual(before);
  expect((await company.put(`${at}/billing-settings/controls`, controls)).body).toEqual({ ...before, ...controls });
  // one setting leaves the others as they are, and those of the project leave these
  await company.put(`${at}/billing-settings/controls`, { receiptReview: "BLOCK", waiverLimitFen: null });
  expect((await manager.put(`${at}/billing-settings`, { lateFeeCeiling: "0.2" })).body).toEqual({
    ...before,
    ...controls,
    receiptReview: "BLOCK",
    lateFeeCeiling: "0.2",
  });
});

test("prepayments before their review and exports without approval: the rest of the form is the manager's", async () => {
  const refused = {
    status: 403,
    body: { code: "CONTROL_SETTINGS", detail: expect.stringContaining("审批与限额设置") },
  };
  expect((await manager.put(`${at}/offset-scheme`, SCHEME)).body.reviewedOnly).toBe(false);
  expect(await manager.put(`${at}/offset-scheme`, { ...SCHEME, reviewedOnly: true })).toMatchObject(refused);
  expect((await company.put(`${at}/offset-scheme`, { ...SCHEME, reviewedOnly: true })).status).toBe(200);
  expect((await manager.put(`${at}/offset-scheme`, { ...SCHEME, enabled: false })).body.reviewedOnly).toBe(true);
  expect(await manager.put(`${at}/offset-scheme`, { ...SCHEME, reviewedOnly: false })).toMatchObject(refused);

  const { name, shortName, differencePercent, exportApprovalRows } = (await manager.get(at)).body;
  const form = { name, shortName, differencePercent, active: true };
  expect(await manager.put(at, { ...form, exportApprovalRows: 1_000_000 })).toMatchObject(refused);
  expect((await manager.put(at, { ...form, exportApprovalRows })).status).toBe(200);
  expect((await company.put(at, { ...form, exportApprovalRows: 5 })).body.exportApprovalRows).toBe(5);
  expect((await manager.put(at, form)).body.exportApprovalRows).toBe(5);
});

test("a role of one's own that keeps settings sets none of these until the administrator gives it the right", async () => {
  const role = { name: "区域总监", homePath: "/workbench", permissions: ["billing:read", "project:settings"] };
  const { id: roleId } = (await admin.post("/roles", role)).body;
  const person = await app.asRole("AUDITOR");
  const memberships = [{ roleId, projectId: project.id }];
  expect((await admin.put(`/users/${person.userId}/memberships`, { memberships })).status).toBe(200);
  const set = () => person.put(`${at}/billing-settings/controls`, { waiverLimitFen: 50_000 });
  expect((await set()).body.code).toBe("FORBIDDEN");
  const given = { ...role, permissions: [...role.permissions, "billing:control-settings"] };
  expect((await company.put(`/roles/${roleId}`, given)).status).toBe(403);
  expect((await admin.put(`/roles/${roleId}`, given)).status).toBe(204);
  expect((await set()).body).toMatchObject({ waiverLimitFen: 50_000 });
});

test("nobody holds both; who was given both before sets nothing", async () => {
  const permissions = (acting: string) => ({
    name: `自拟 ${acting}`,
    homePath: "/workbench",
    permissions: ["billing:control-settings", acting],
  });
  for (const acting of underControl) {
    const { status, body } = await admin.post("/roles", permissions(acting));
    expect({ acting, status, text: body.fields?.permissions?.[0] }).toEqual({
      acting,
      status: 400,
      text: expect.stringContaining("审批与限额设置"),
    });
  }
  const person = await app.asRole("COMPANY_MANAGER");
  const own = { roleId: await roleIdOf("PROJECT_MANAGER"), projectId: project.id };
  const both = [{ roleId: await roleIdOf("COMPANY_MANAGER") }, own];
  const refused = await admin.put(`/users/${person.userId}/memberships`, { memberships: both });
  expect(refused).toMatchObject({ status: 409, body: { code: "CONFLICTING_RIGHTS" } });

  // as a version before this one let it be
  await app.db.manager.insert(Membership, {
    id: newId(),
    userId: person.userId,
    roleId: own.roleId,
    scopeProjectId: project.id,
    createdAt: new Date(),
  });
  const waiting = await app.asRole("COMPANY_MANAGER");
  expect((await waiting.put(`${at}/billing-settings/controls`, {})).status).toBe(200);
  expect(await person.put(`${at}/billing-settings/controls`, { reversalApproval: "NEVER" })).toMatchObject({
    status: 403,
    body: { code: "CONTROL_SETTINGS" },
  });
});
