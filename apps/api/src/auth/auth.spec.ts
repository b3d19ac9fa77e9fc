import { JwtService } from "@nestjs/jwt";
import { startTestApp } from "../../test/test-app.js";
import { Browser, freshMobile, savedUser } from "./auth.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const later = (milliseconds: number) => app.clock.set(new Date(app.clock.now().getTime() + milliseconds).toISOString());
const minutes = (count: number) => count * 60_000;
const auditOf = (entityId: string) =>
  app.db.query<{ action: string; summary: string; success: boolean }[]>(
    "SELECT action, summary, success FROM audit_log WHERE entity_id = $1 ORDER BY id",
    [entityId],
  );

describe("sign-in", () => {
  test("with the right password gives a token, who one is, and a cookie scripts cannot read", async () => {
    const { id, mobile, password } = await savedUser(app, { memberships: [{ role: "COMPANY_MANAGER" }] });
    const browser = new Browser(app);
    const reply = await browser.signIn(mobile, password);
    expect(reply).toMatchObject({
      status: 200,
      body: { expiresIn: 900, user: { id, mobile, homePath: "/projects", mustChangePassword: false } },
    });
    expect(reply.cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/api/auth", maxAge: 12 * 3600 });
    expect((await browser.me()).body).toMatchObject({ id, roleNames: ["公司管理"] });
    expect(await auditOf(id)).toEqual([{ action: "session.sign-in", summary: "登录", success: true }]);
  });

  test("takes a number typed with blanks, country code or full-width digits", async () => {
    const { mobile, password } = await savedUser(app);
    const wide = [...mobile].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    for (const typed of [`+86 ${mobile}`, `${mobile.slice(0, 3)} ${mobile.slice(3)}`, wide]) {
      expect(await new Browser(app).signIn(typed, password)).toMatchObject({ status: 200 });
    }
  });

  test("answers a wrong password and an unknown number alike, and audits both with the number masked", async () => {
    const { id, mobile } = await savedUser(app);
    const unknown = freshMobile();
    const wrong = await new Browser(app).signIn(mobile, "Wrong-2026-x");
    const nobody = await new Browser(app).signIn(unknown, "Wrong-2026-x");
    expect(wrong).toMatchObject({ status: 401, body: { code: "WRONG_CREDENTIALS" } });
    expect(nobody.body).toMatchObject({ status: 401, detail: (wrong.body as { detail?: string }).detail });
    expect(await auditOf(id)).toEqual([
      expect.objectContaining({ summary: expect.stringContaining("密码不正确"), success: false }),
    ]);
    const [row] = await app.db.query<{ summary: string }[]>(
      "SELECT summary FROM audit_log WHERE entity_id = '-' ORDER BY id DESC LIMIT 1",
    );
    expect(row?.summary).toContain(`${unknown.slice(0, 3)}****${unknown.slice(-4)}`);
    expect(row?.summary).not.toContain(unknown);
  });

  test("of a deactivated user is refused, and only told to who knows the password", async () => {
    const { mobile, password } = await savedUser(app, { active: false });
    expect(await new Browser(app).signIn(mobile, "Wrong-2026-x")).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({
      status: 403,
      body: { code: "ACCOUNT_INACTIVE" },
    });
  });

  test.each([
    [{ mobile: "12345", password: "x" }, "mobile"],
    [{ mobile: "13800000000" }, "password"],
    [{ mobile: 1, password: "x" }, "mobile"],
    [{ mobile: "13800000000", password: "x".repeat(129) }, "password"],
  ])("refuses %j by field", async (body, field) => {
    const reply = await new Browser(app).send("POST", "/auth/sign-in", body);
    expect(reply).toMatchObject({ status: 400, body: { fields: { [field]: [expect.any(String)] } } });
  });

  test("is limited by address: the 61st try of a minute is refused, another address goes on", async () => {
    const browser = new Browser(app);
    for (let i = 0; i < 60; i += 1)
      expect(await browser.send("POST", "/auth/sign-in", {})).toMatchObject({ status: 400 });
    const refused = await browser.send("POST", "/auth/sign-in", {});
    expect(refused).toMatchObject({
      status: 429,
      body: { code: "TOO_MANY_REQUESTS", detail: "操作太频繁，请稍后再试" },
    });
    expect(await new Browser(app).send("POST", "/auth/sign-in", {})).toMatchObject({ status: 400 });
  });
});

describe("lock-out", () => {
  test("the fifth wrong password in a row locks for 15 minutes, then the right one is good again", async () => {
    const { id, mobile, password } = await savedUser(app);
    for (let i = 0; i < 5; i += 1)
      expect(await new Browser(app).signIn(mobile, "Wrong-2026-x")).toMatchObject({ status: 401 });
    const locked = await new Browser(app).signIn(mobile, password);
    expect(locked).toMatchObject({
      status: 423,
      body: { code: "ACCOUNT_LOCKED", detail: expect.stringContaining("15 分钟") },
    });
    later(minutes(14));
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({ status: 423 });
    later(minutes(2));
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({ status: 200 });
    expect((await auditOf(id)).map(({ success }) => success)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test("a success in between starts the count anew; so does the end of a lock", async () => {
    const { mobile, password } = await savedUser(app);
    const fail = () => new Browser(app).signIn(mobile, "Wrong-2026-x");
    for (let i = 0; i < 4; i += 1) await fail();
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({ status: 200 });
    for (let i = 0; i < 5; i += 1) await fail();
    later(minutes(16));
    expect(await fail()).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(mobile, password)).toMatchObject({ status: 200 });
  });

  test("a flood of tries at once counts one by one: after five wrong ones even the right password is refused", async () => {
    const { mobile } = await savedUser(app);
    const tries = await Promise.all(Array.from({ length: 12 }, () => new Browser(app).signIn(mobile, "Wrong-2026-x")));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 423)).toHaveLength(7);
  });
});

describe("access token", () => {
  test("expires", async () => {
    const { id, mobile, password } = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(mobile, password);
    const { sid } = app.app.get(JwtService).decode<{ sid: string }>(browser.accessToken ?? "");
    browser.accessToken = app.app.get(JwtService).sign({ sub: id, sid }, { expiresIn: -1 });
    expect(await browser.me()).toMatchObject({ status: 401 });
  });

  test.each(["none", "x.y.z", ""])("%j is none", async (token) => {
    const browser = new Browser(app);
    browser.accessToken = token;
    expect(await browser.me()).toMatchObject({ status: 401, body: { code: "UNAUTHENTICATED" } });
  });

  test("signed without a key or with another key is refused", async () => {
    const { id, mobile, password } = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(mobile, password);
    const { sid } = app.app.get(JwtService).decode<{ sid: string }>(browser.accessToken ?? "");
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    browser.accessToken = `${encode({ alg: "none", typ: "JWT" })}.${encode({ sub: id, sid })}.`;
    expect(await browser.me()).toMatchObject({ status: 401 });
    browser.accessToken = new JwtService().sign({ sub: id, sid }, { secret: "another key, another key, another key" });
    expect(await browser.me()).toMatchObject({ status: 401 });
  });
});

describe("refresh", () => {
  const signedIn = async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    return { user, browser };
  };

  test("gives a new access token and rotates the cookie", async () => {
    const { browser } = await signedIn();
    const first = browser.cookie;
    const reply = await browser.refresh();
    expect(reply).toMatchObject({ status: 200, body: { expiresIn: 900, accessToken: expect.any(String) } });
    expect(reply.cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/api/auth" });
    expect(browser.cookie).not.toBe(first);
    expect(await browser.me()).toMatchObject({ status: 200 });
    expect(await browser.refresh()).toMatchObject({ status: 200 });
  });

  test("the database keeps no token that could be used", async () => {
    const { browser, user } = await signedIn();
    const secret = browser.cookie?.split(".")[1] ?? "";
    const rows = await app.db.query("SELECT * FROM refresh_session WHERE user_id = $1", [user.id]);
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test("a used token ends the session of thief and owner alike, and is audited", async () => {
    const { browser, user } = await signedIn();
    const stolen = new Browser(app);
    stolen.cookie = browser.cookie;
    await browser.refresh();
    later(11_000);
    expect(await stolen.refresh()).toMatchObject({ status: 401, body: { code: "SESSION_OVER" } });
    expect(await browser.refresh()).toMatchObject({ status: 401 });
    expect(await browser.me()).toMatchObject({ status: 401 });
    expect((await auditOf(user.id)).at(-1)).toMatchObject({ action: "session.reuse", success: false });
  });

  test("a token two rotations old ends the session at once", async () => {
    const { browser } = await signedIn();
    const stolen = new Browser(app);
    stolen.cookie = browser.cookie;
    await browser.refresh();
    await browser.refresh();
    expect(await stolen.refresh()).toMatchObject({ status: 401 });
    expect(await browser.refresh()).toMatchObject({ status: 401 });
  });

  test("tabs that refresh at once, and replies lost on the way, get one and the same successor", async () => {
    const { browser } = await signedIn();
    const tabs = Array.from({ length: 5 }, () => Object.assign(new Browser(app), { cookie: browser.cookie }));
    const replies = await Promise.all(tabs.map((tab) => tab.refresh()));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(tabs.map(({ cookie }) => cookie)).size).toBe(1);
    expect(await tabs[3]?.refresh()).toMatchObject({ status: 200 });
  });

  test("ends 8 hours after the last use, and 12 hours after sign-in however busy", async () => {
    const idle = await signedIn();
    later(minutes(8 * 60 + 1));
    expect(await idle.browser.refresh()).toMatchObject({ status: 401 });
    const busy = await signedIn();
    for (let i = 0; i < 3; i += 1) {
      later(minutes(3 * 60 + 55));
      expect(await busy.browser.refresh()).toMatchObject({ status: 200 });
    }
    expect(await busy.browser.refresh()).toMatchObject({ body: { expiresIn: 900 } });
    later(minutes(16));
    expect(await busy.browser.refresh()).toMatchObject({ status: 401 });
    expect((await auditOf(busy.user.id)).at(-1)).toMatchObject({ action: "session.expire" });
  });

  test.each(["", "nonsense", `${"0".repeat(36)}.${"a".repeat(43)}`])("cookie %j is no session", async (cookie) => {
    const browser = Object.assign(new Browser(app), { cookie });
    expect(await browser.refresh()).toMatchObject({ status: 401, body: { code: "SESSION_OVER" } });
  });

  test("sign-out ends the session, removes the cookie and is audited", async () => {
    const { browser, user } = await signedIn();
    const copy = Object.assign(new Browser(app), { cookie: browser.cookie });
    const reply = await browser.send("POST", "/auth/sign-out");
    expect(reply).toMatchObject({ status: 204 });
    expect(browser.cookie).toBeUndefined();
    expect(await browser.me()).toMatchObject({ status: 401 });
    expect(await copy.refresh()).toMatchObject({ status: 401 });
    expect((await auditOf(user.id)).at(-1)).toMatchObject({ action: "session.sign-out" });
  });
});

describe("password", () => {
  const change = (browser: Browser, current: string, next: string) =>
    browser.send("POST", "/auth/password", { current, next });

  test("a first password must be changed before anything else is answered", async () => {
    const user = await savedUser(app, { mustChangePassword: true, memberships: [{ role: "SYSTEM_ADMIN" }] });
    const browser = new Browser(app);
    expect(await browser.signIn(user.mobile, user.password)).toMatchObject({
      body: { user: { mustChangePassword: true } },
    });
    expect(await browser.me()).toMatchObject({ status: 200 });
    expect(await browser.send("GET", "/users")).toMatchObject({
      status: 403,
      body: { code: "PASSWORD_CHANGE_REQUIRED" },
    });
    const changed = await change(browser, user.password, "Autumn-2026-y");
    expect(changed).toMatchObject({ status: 200, body: { user: { mustChangePassword: false } } });
    expect(await browser.send("GET", "/users")).toMatchObject({ status: 200 });
  });

  test("changing it signs out everywhere else, not here", async () => {
    const user = await savedUser(app);
    const [here, there] = [new Browser(app), new Browser(app)];
    await here.signIn(user.mobile, user.password);
    await there.signIn(user.mobile, user.password);
    await change(here, user.password, "Autumn-2026-y");
    expect(await there.me()).toMatchObject({ status: 401 });
    expect(await there.refresh()).toMatchObject({ status: 401 });
    expect(await here.me()).toMatchObject({ status: 200 });
    expect(await here.refresh()).toMatchObject({ status: 200 });
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 401 });
    expect(await new Browser(app).signIn(user.mobile, "Autumn-2026-y")).toMatchObject({ status: 200 });
  });

  test.each([
    ["Brief-1234".slice(0, 9), "至少 10 个字符"],
    ["onlysmallletters", "三种"],
    ["smallletters99", "三种"],
    ["Aa1Aa1Aa1Aa1", "重复"],
    ["Wang-{mobile}", "手机号"],
    ["Li-lei-2026-x", "姓名"],
    ["Summer-2026-x", "最近 5 次"],
  ])("%s is refused: %s", async (next, why) => {
    const user = await savedUser(app, { name: "Li-Lei" });
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    const reply = await change(browser, user.password, next.replace("{mobile}", user.mobile));
    expect(reply).toMatchObject({ status: 400, body: { fields: { next: [expect.stringContaining(why)] } } });
  });

  test("none of the last five comes back, the sixth does", async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    const passwords = [user.password, ...[1, 2, 3, 4, 5].map((n) => `Season-${n}-x`)];
    for (let i = 1; i <= 4; i += 1)
      expect(await change(browser, passwords[i - 1] ?? "", passwords[i] ?? "")).toMatchObject({ status: 200 });
    expect(await change(browser, passwords[4] ?? "", user.password)).toMatchObject({ status: 400 });
    expect(await change(browser, passwords[4] ?? "", passwords[5] ?? "")).toMatchObject({ status: 200 });
    expect(await change(browser, passwords[5] ?? "", user.password)).toMatchObject({ status: 200 });
  });

  test("a wrong current password counts towards the lock", async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    for (let i = 0; i < 5; i += 1) {
      expect(await change(browser, "Wrong-2026-x", "Autumn-2026-y")).toMatchObject({
        status: 400,
        body: { fields: { current: ["当前密码不正确"] } },
      });
    }
    expect(await change(browser, user.password, "Autumn-2026-y")).toMatchObject({ status: 423 });
    expect(await new Browser(app).signIn(user.mobile, user.password)).toMatchObject({ status: 423 });
  });

  test("after 90 days it must be changed", async () => {
    const user = await savedUser(app);
    later(91 * 86_400_000);
    const browser = new Browser(app);
    expect(await browser.signIn(user.mobile, user.password)).toMatchObject({
      body: { user: { mustChangePassword: true } },
    });
    expect(await browser.send("GET", "/users")).toMatchObject({
      status: 403,
      body: { code: "PASSWORD_CHANGE_REQUIRED" },
    });
  });

  test("is kept as argon2id and never reaches the audit log", async () => {
    const user = await savedUser(app);
    const browser = new Browser(app);
    await browser.signIn(user.mobile, user.password);
    await change(browser, user.password, "Autumn-2026-y");
    const [row] = await app.db.query<{ password_hash: string }[]>("SELECT password_hash FROM app_user WHERE id = $1", [
      user.id,
    ]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const audit = JSON.stringify(await app.db.query("SELECT * FROM audit_log WHERE entity_id = $1", [user.id]));
    for (const secret of ["argon2", "Autumn-2026-y", user.password, user.mobile]) expect(audit).not.toContain(secret);
  });
});
