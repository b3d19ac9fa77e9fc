import { passwordFault } from "@linli/contracts";
import { startTestApp, type TestClient } from "../../test/test-app.js";
import { AppUser } from "./app-user.entity.js";
import { Browser, freshMobile, roleId, savedProjectName, savedUser } from "./auth.factories.js";

const app = await startTestApp();
const admin = await app.asRole("SYSTEM_ADMIN");
afterAll(() => app.close());

const [cashier, reviewer, manager, companyManager, systemAdmin, auditor] = await Promise.all(
  (["CASHIER", "FINANCE_REVIEWER", "PROJECT_MANAGER", "COMPANY_MANAGER", "SYSTEM_ADMIN", "AUDITOR"] as const).map(
    (code) => roleId(app, code),
  ),
);
const garden = await savedProjectName(app, "云栖花园管理处");
const lake = await savedProjectName(app, "湖畔新城管理处");

async function created(
  memberships: object[] = [],
  overrides: object = {},
): Promise<{ userId: string; mobile: string; password: string }> {
  const mobile = freshMobile();
  const reply = await admin.post("/users", { name: "陈新人", mobile, memberships, ...overrides });
  expect(reply.status).toBe(201);
  return { mobile, ...reply.body };
}

const lastAudit = async (entityId: string) => {
  const [row] = await app.db.query("SELECT * FROM audit_log WHERE entity_id = $1 ORDER BY id DESC LIMIT 1", [entityId]);
  return row as Record<string, unknown>;
};

describe("a new user", () => {
  test("gets a first password that is shown once, must be changed, and fulfils the rules", async () => {
    const { userId, mobile, password } = await created([{ roleId: cashier, projectId: garden.id }]);
    expect(passwordFault(password, { mobile, name: "陈新人" })).toBeNull();
    const browser = new Browser(app);
    expect(await browser.signIn(mobile, password)).toMatchObject({
      status: 200,
      body: {
        user: {
          mustChangePassword: true,
          homePath: "/billing/desk",
          companyPermissions: [],
          projects: [{ id: garden.id, name: garden.name }],
        },
      },
    });
    const { body } = await admin.get(`/users/${userId}`);
    expect(body).toMatchObject({
      name: "陈新人",
      mobile,
      state: "ACTIVE",
      memberships: [{ roleName: "收费员", projectName: garden.name }],
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/);
  });

  test("leaves an audit row with roles by name and the number masked", async () => {
    const { userId, mobile, password } = await created([{ roleId: cashier, projectId: garden.id }]);
    const row = await lastAudit(userId);
    expect(row).toMatchObject({
      action: "user.create",
      user_id: admin.userId,
      before: null,
      after: {
        name: "陈新人",
        mobile: `${mobile.slice(0, 3)}****${mobile.slice(-4)}`,
        memberships: [`收费员（${garden.name}）`],
      },
    });
    for (const secret of [mobile, password, "argon2"]) expect(JSON.stringify(row)).not.toContain(secret);
  });

  test("with a number that has a user is refused", async () => {
    const { mobile } = await created();
    const reply = await admin.post("/users", { name: "李重复", mobile, memberships: [] });
    expect(reply).toMatchObject({ status: 409, body: { detail: "这个手机号已经有用户" } });
  });

  test.each([
    [{ name: "", mobile: "13800000000", memberships: [] }, "name"],
    [{ name: "x".repeat(41), mobile: "13800000000", memberships: [] }, "name"],
    [{ name: "陈😀", mobile: "13800000000", memberships: [] }, "name"],
    [{ name: "陈", mobile: "2380000000", memberships: [] }, "mobile"],
    [{ name: "陈", mobile: "13800000000" }, "memberships"],
    [{ name: "陈", mobile: "13800000000", memberships: [{ roleId: "x" }] }, "memberships.0.roleId"],
    [{ name: "陈", mobile: "13800000000", memberships: [], password: "x" }, "password"],
    [
      { name: "陈", mobile: "13800000000", memberships: [{ roleId: "01890a5d-ac96-774b-bcce-b302099a8057" }] },
      "memberships",
    ],
  ])("refuses %j by field", async (body, field) => {
    expect(await admin.post("/users", body)).toMatchObject({
      status: 400,
      body: { fields: { [field]: [expect.any(String)] } },
    });
  });

  test("in a project that does not exist is refused", async () => {
    const memberships = [{ roleId: cashier, projectId: "01890a5d-ac96-774b-bcce-b302099a8057" }];
    const reply = await admin.post("/users", { name: "陈", mobile: freshMobile(), memberships });
    expect(reply).toMatchObject({ status: 400, body: { fields: { memberships: ["所选管理区不存在"] } } });
  });
});

describe("rights that exclude each other", () => {
  const set = (userId: string, memberships: object[]) => admin.put(`/users/${userId}/memberships`, { memberships });

  test("are refused over all roles a person holds in a project, in words that name both and the place", async () => {
    const { userId } = await created([{ roleId: cashier, projectId: garden.id }]);
    const reply = await set(userId, [
      { roleId: cashier, projectId: garden.id },
      { roleId: reviewer, projectId: garden.id },
    ]);
    expect(reply).toMatchObject({ status: 409, body: { code: "CONFLICTING_RIGHTS" } });
    for (const word of [garden.name, "「收款」", "「收据红冲」", "收费员", "财务审核"])
      expect(reply.body.detail).toContain(word);
    expect((await admin.get(`/users/${userId}`)).body.memberships).toHaveLength(1);
  });

  test("are allowed in different projects", async () => {
    const { userId } = await created();
    const reply = await set(userId, [
      { roleId: cashier, projectId: garden.id },
      { roleId: reviewer, projectId: lake.id },
    ]);
    expect(reply.status).toBe(200);
    expect(await lastAudit(userId)).toMatchObject({
      before: { memberships: [] },
      after: { memberships: [expect.any(String), expect.any(String)] },
    });
  });

  test("count also when one of the roles is for all projects", async () => {
    const { userId } = await created([{ roleId: reviewer }]);
    const reply = await set(userId, [{ roleId: reviewer }, { roleId: cashier, projectId: lake.id }]);
    expect(reply).toMatchObject({ status: 409, body: { detail: expect.stringContaining(lake.name) } });
  });

  test.each([
    ["auditor", auditor],
    ["company manager", companyManager],
    ["project manager", manager],
    ["cashier", cashier],
  ])("the system administrator cannot be %s as well", async (_name, other) => {
    const reply = await admin.post("/users", {
      name: "赵一",
      mobile: freshMobile(),
      memberships: [{ roleId: systemAdmin }, { roleId: other }],
    });
    expect(reply).toMatchObject({ status: 409, body: { detail: expect.stringContaining("系统管理员不能") } });
  });

  test("rights of the whole company are not given in one project", async () => {
    for (const role of [systemAdmin, companyManager]) {
      const { userId } = await created();
      const reply = await set(userId, [{ roleId: role, projectId: garden.id }]);
      expect(reply).toMatchObject({
        status: 409,
        body: { code: "COMPANY_RIGHT", detail: expect.stringContaining("只能授予所有管理区") },
      });
    }
  });

  test("the same role twice in a project is refused", async () => {
    const { userId } = await created();
    expect(
      await set(userId, [
        { roleId: cashier, projectId: garden.id },
        { roleId: cashier, projectId: garden.id },
      ]),
    ).toMatchObject({ status: 400 });
  });
});

describe("administrators", () => {
  test("nobody takes the administration from himself, and one always stays", async () => {
    const own = await admin.put(`/users/${admin.userId}/memberships`, { memberships: [] });
    expect(own).toMatchObject({ status: 409, body: { code: "OWN_ADMINISTRATION" } });
    expect(await admin.post(`/users/${admin.userId}/deactivate`)).toMatchObject({
      status: 409,
      body: { code: "OWN_ACCOUNT" },
    });
    expect(await admin.get("/users")).toMatchObject({ status: 200 });
  });

  test("two administrators who deactivate each other at once do not both succeed", async () => {
    const [a, b] = await Promise.all([app.asRole("SYSTEM_ADMIN"), app.asRole("SYSTEM_ADMIN")]);
    const others = await app.db.query<{ id: string }[]>(
      `SELECT u.id FROM app_user u JOIN membership m ON m.user_id = u.id JOIN role r ON r.id = m.role_id
        WHERE u.active AND 'system:users' = ANY (r.permissions) AND u.id NOT IN ($1, $2)`,
      [a.userId, b.userId],
    );
    const setActive = (active: boolean, ids: string[]) =>
      app.db.query("UPDATE app_user SET active = $1 WHERE id = ANY ($2)", [active, ids]);
    await setActive(
      false,
      others.map(({ id }) => id),
    );
    const replies = await Promise.all([
      a.post(`/users/${b.userId}/deactivate`),
      b.post(`/users/${a.userId}/deactivate`),
    ]);
    const left = await app.db.getRepository(AppUser).countBy([
      { id: a.userId, active: true },
      { id: b.userId, active: true },
    ]);
    await setActive(true, [a.userId, b.userId, ...others.map(({ id }) => id)]);
    // The other is refused by the rule, or was signed out before his turn came.
    const [done, refused] = replies.map(({ status }) => status).toSorted();
    expect(done).toBe(200);
    expect([401, 409]).toContain(refused);
    expect(left).toBe(1);
  });

  test("see no business: every right they hold is about people and roles", async () => {
    const { mobile, password } = await savedUser(app, { memberships: [{ role: "SYSTEM_ADMIN" }] });
    const { body } = await new Browser(app).signIn(mobile, password);
    expect(body).toMatchObject({
      user: { projects: [], companyPermissions: ["system:users", "system:roles"], homePath: "/system/users" },
    });
    expect((await admin.get("/projects")).body.items).toEqual([]);
    const refused = [
      "/audit-log",
      `/projects/${garden.id}`,
      `/projects/${garden.id}/timeline?entity=project&entityId=${garden.id}`,
    ];
    for (const path of refused) expect((await admin.get(path)).status).toBe(403);
  });
});

describe("the administrator", () => {
  test("resets a password: the new one is shown once, all sessions end, the lock too", async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    for (let i = 0; i < 5; i += 1) await new Browser(app).signIn(user.mobile, "Wrong-2026-x");
    expect((await admin.get(`/users/${user.id}`)).body).toMatchObject({
      state: "LOCKED",
      lockedUntil: expect.any(String),
    });
    const { status, body } = await admin.post(`/users/${user.id}/reset-password`);
    expect(status).toBe(200);
    expect(await browser.me()).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(user.mobile, body.password)).toMatchObject({
      body: { user: { mustChangePassword: true } },
    });
    expect(await admin.post(`/users/${admin.userId}/reset-password`)).toMatchObject({ status: 409 });
  });

  test("unlocks before the time", async () => {
    const user = await savedUser(app);
    for (let i = 0; i < 5; i += 1) await new Browser(app).signIn(user.mobile, "Wrong-2026-x");
    expect(await admin.post(`/users/${user.id}/unlock`)).toMatchObject({ status: 200, body: { state: "ACTIVE" } });
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 200 });
  });

  test("deactivates: sessions end at once, sign-in is refused; activates again", async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    expect(await admin.post(`/users/${user.id}/deactivate`)).toMatchObject({
      status: 200,
      body: { state: "INACTIVE" },
    });
    expect(await browser.me()).toMatchObject({ status: 401 });
    expect(await browser.refresh()).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 403 });
    await admin.post(`/users/${user.id}/activate`);
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 200 });
    expect(await lastAudit(user.id)).toMatchObject({ action: "session.sign-in" });
  });

  test("takes a role away: it ends with the next request, not with the next sign-in", async () => {
    const user = await savedUser(app, { memberships: [{ role: "AUDITOR" }] });
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    expect(await browser.send("GET", "/audit-log")).toMatchObject({ status: 200 });
    await admin.put(`/users/${user.id}/memberships`, { memberships: [] });
    expect(await browser.send("GET", "/audit-log")).toMatchObject({ status: 403 });
  });

  test("renames and changes the sign-in number", async () => {
    const { userId, password } = await created();
    const mobile = freshMobile();
    expect(await admin.put(`/users/${userId}`, { name: "陈改名", mobile })).toMatchObject({
      status: 200,
      body: { name: "陈改名", mobile },
    });
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({ status: 200 });
    expect(await lastAudit(userId)).toMatchObject({ action: "session.sign-in" });
    expect(await admin.put(`/users/${userId}`, { name: "陈", mobile: (await created()).mobile })).toMatchObject({
      status: 409,
    });
  });

  test("finds users by name, number, state, role and project", async () => {
    const { userId, mobile } = await created([{ roleId: manager, projectId: lake.id }], { name: "欧阳寻找" });
    const ids = async (query: string) => {
      const { body } = await admin.get(`/users?pageSize=200&${query}`);
      return (body.items as { id: string }[]).map(({ id }) => id);
    };
    for (const query of [
      `q=${encodeURIComponent("阳寻")}`,
      `q=${mobile.slice(3, 9)}`,
      `roleId=${manager}&state=ACTIVE`,
      `projectId=${lake.id}`,
    ]) {
      expect(await ids(query)).toContain(userId);
    }
    for (const query of [
      "q=%25",
      `roleId=${auditor}`,
      `projectId=${garden.id}`,
      "state=INACTIVE",
      "state=LOCKED",
      "everywhere=true",
    ]) {
      expect(await ids(query)).not.toContain(userId);
    }
  });

  test("sees only the names of projects", async () => {
    const { body } = await admin.get(`/project-names?q=${encodeURIComponent("云栖")}`);
    expect(body).toEqual([{ id: garden.id, name: garden.name }]);
  });

  test("an unknown user is not found", async () => {
    const id = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(await admin.get(`/users/${id}`)).toMatchObject({ status: 404, body: { detail: "用户不存在" } });
    expect(await admin.post(`/users/${id}/deactivate`)).toMatchObject({ status: 404 });
    expect(await admin.get("/users/x")).toMatchObject({ status: 400 });
  });
});

describe("roles", () => {
  const body = { name: "抄表员", permissions: ["property:read"], homePath: "/property/rooms" };
  const save = async (client: TestClient, overrides: object) => client.post("/roles", { ...body, ...overrides });

  test("own ones are created, changed and deleted, each with an audit row", async () => {
    const { status, body: created } = await save(admin, {});
    expect(status).toBe(201);
    expect((await admin.get("/roles")).body).toContainEqual(
      expect.objectContaining({ id: created.id, name: "抄表员", builtIn: false, users: 0 }),
    );
    const changed = await admin.put(`/roles/${created.id}`, {
      ...body,
      permissions: ["property:read", "billing:read"],
    });
    expect(changed.status).toBe(204);
    expect(await lastAudit(created.id)).toMatchObject({
      before: { permissions: ["房产查看"] },
      after: { permissions: ["房产查看", "收费查看"] },
    });
    expect((await admin.delete(`/roles/${created.id}`)).status).toBe(204);
    expect((await admin.get("/roles")).body).not.toContainEqual(expect.objectContaining({ id: created.id }));
  });

  test("a change counts at once, and is refused when somebody would hold rights that exclude each other", async () => {
    const { body: role } = await save(admin, { name: "日志员", permissions: ["property:read"] });
    const user = await savedUser(app, { memberships: [{ role: role.id }, { role: "CASHIER", projectId: garden.id }] });
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    expect(await browser.send("GET", "/audit-log")).toMatchObject({ status: 403 });
    await admin.put(`/roles/${role.id}`, { ...body, name: "日志员", permissions: ["audit:read"] });
    expect(await browser.send("GET", "/audit-log")).toMatchObject({ status: 200 });
    const refused = await admin.put(`/roles/${role.id}`, {
      ...body,
      name: "日志员",
      permissions: ["audit:read", "billing:close"],
    });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "CONFLICTING_RIGHTS", detail: expect.stringContaining("日志员") },
    });
    expect(await admin.delete(`/roles/${role.id}`)).toMatchObject({ status: 409, body: { code: "ROLE_IN_USE" } });
  });

  test("built-in ones stay", async () => {
    expect(await admin.put(`/roles/${cashier}`, body)).toMatchObject({ status: 409, body: { code: "BUILT_IN_ROLE" } });
    expect(await admin.delete(`/roles/${cashier}`)).toMatchObject({ status: 409, body: { code: "BUILT_IN_ROLE" } });
  });

  test.each([
    [{ permissions: ["billing:collect", "billing:reverse"] }, "permissions"],
    [{ permissions: ["system:users", "billing:print"] }, "permissions"],
    [{ permissions: ["everything"] }, "permissions"],
    [{ homePath: "https://elsewhere" }, "homePath"],
    [{ name: "" }, "name"],
  ])("refuses %j", async (overrides, field) => {
    expect(await save(admin, overrides)).toMatchObject({
      status: 400,
      body: { fields: { [field]: [expect.any(String)] } },
    });
  });

  test("a name is used once", async () => {
    expect(await save(admin, { name: "收费员" })).toMatchObject({ status: 409, body: { detail: "已有同名的角色" } });
  });
});

describe("application for access", () => {
  const applied = async (overrides: object = {}): Promise<{ id: string; mobile: string }> => {
    const mobile = freshMobile();
    const body = { name: "孙申请", mobile, reason: "收费岗新入职", wish: "云栖花园 收费员", ...overrides };
    expect(await new Browser(app).send("POST", "/auth/access-applications", body)).toMatchObject({ status: 204 });
    const list = await admin.get("/access-applications?status=PENDING&pageSize=200");
    const item = (list.body.items as { id: string; mobile: string }[]).find((one) => one.mobile === mobile);
    return { id: item?.id ?? "", mobile };
  };

  test("approved, the person signs in with the first password and the roles given", async () => {
    const { id, mobile } = await applied();
    const { status, body } = await admin.post(`/access-applications/${id}/approve`, {
      memberships: [{ roleId: cashier, projectId: garden.id }],
    });
    expect(status).toBe(200);
    expect(await new Browser(app).signIn(mobile, body.password)).toMatchObject({
      body: { user: { name: "孙申请", roleNames: ["收费员"] } },
    });
    const again = await admin.post(`/access-applications/${id}/approve`, {
      memberships: [{ roleId: cashier, projectId: garden.id }],
    });
    expect(again).toMatchObject({ status: 409, body: { code: "ALREADY_DECIDED" } });
    const { body: done } = await admin.get("/access-applications?status=APPROVED");
    expect(done.items).toContainEqual(
      expect.objectContaining({ id, userId: body.userId, decidedByName: "系统管理员", mobileTaken: true }),
    );
  });

  test("a refused approval leaves it waiting", async () => {
    const { id } = await applied();
    const memberships = [
      { roleId: cashier, projectId: garden.id },
      { roleId: reviewer, projectId: garden.id },
    ];
    expect(await admin.post(`/access-applications/${id}/approve`, { memberships })).toMatchObject({ status: 409 });
    expect(await admin.post(`/access-applications/${id}/approve`, { memberships: [] })).toMatchObject({ status: 400 });
    expect(await admin.post(`/access-applications/${id}/reject`, { note: "" })).toMatchObject({ status: 400 });
    expect(await admin.post(`/access-applications/${id}/reject`, { note: "请走人事流程" })).toMatchObject({
      status: 204,
    });
    expect(await lastAudit(id)).toMatchObject({
      action: "access-application.reject",
      after: { status: "REJECTED", decisionNote: "请走人事流程" },
    });
  });

  test("tells a stranger neither who has a user nor who applied", async () => {
    const { mobile } = await created();
    await applied({ mobile });
    const twice = await applied();
    expect(
      await new Browser(app).send("POST", "/auth/access-applications", {
        name: "甲",
        mobile: twice.mobile,
        reason: "再来",
      }),
    ).toMatchObject({ status: 204 });
    const { body } = await admin.get("/access-applications?status=PENDING&pageSize=200");
    const of = (number: string) =>
      (body.items as { mobile: string; mobileTaken: boolean }[]).filter((one) => one.mobile === number);
    expect(of(mobile)).toMatchObject([{ mobileTaken: true }]);
    expect(of(twice.mobile)).toMatchObject([{ mobileTaken: false }]);
  });

  test("is limited by address", async () => {
    const browser = new Browser(app);
    for (let i = 0; i < 10; i += 1)
      expect(await browser.send("POST", "/auth/access-applications", {})).toMatchObject({ status: 400 });
    expect(await browser.send("POST", "/auth/access-applications", {})).toMatchObject({ status: 429 });
  });
});
