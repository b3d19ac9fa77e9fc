import type { SeededRole } from "@linli/contracts";
import { randomInt } from "node:crypto";
import type { TestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { AppUser } from "./app-user.entity.js";
import { createUser, type NewUser } from "./create-user.js";
import { Role } from "./role.entity.js";

/** A mobile number nobody else in the test has. */
export const freshMobile = (): string => `139${randomInt(100_000_000).toString().padStart(8, "0")}`;

/** A user who can really sign in: changed password, no roles. */
export async function savedUser(
  app: TestApp,
  overrides: Partial<NewUser> & Partial<AppUser> = {},
): Promise<{ id: string; name: string; mobile: string; password: string }> {
  const {
    name = "王小明",
    mobile = freshMobile(),
    password = "Summer-2026-x",
    memberships = [],
    mustChangePassword = false,
    now = app.clock.now(),
    ...rest
  } = overrides;
  const { id } = await createUser(app.db.manager, { name, mobile, password, memberships, mustChangePassword, now });
  if (Object.keys(rest).length > 0) await app.db.manager.update(AppUser, { id }, rest);
  return { id, name, mobile, password };
}

/** A browser: keeps the refresh cookie and says which address it comes from. */
export class Browser {
  cookie: string | undefined;
  accessToken: string | undefined;

  constructor(
    private readonly app: TestApp,
    readonly remoteAddress = `10.${randomInt(255)}.${randomInt(255)}.${randomInt(255)}`,
  ) {}

  /** Sends with cookie and access token; keeps what comes back. */
  async send(method: "GET" | "POST" | "PUT", path: string, payload?: object) {
    const headers = this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
    const cookies: Record<string, string> = this.cookie ? { linli_refresh: this.cookie } : {};
    const reply = await this.app.app.inject({
      method,
      url: `/api${path}`,
      payload,
      headers,
      cookies,
      remoteAddress: this.remoteAddress,
    });
    const set = reply.cookies.find(({ name }) => name === "linli_refresh");
    if (set) this.cookie = set.value === "" ? undefined : set.value;
    const body = (reply.payload === "" ? {} : JSON.parse(reply.payload)) as Record<string, never> & {
      accessToken?: string;
    };
    if (body.accessToken) this.accessToken = body.accessToken;
    return { status: reply.statusCode, body, cookie: set, header: String(reply.headers["set-cookie"]) };
  }

  signIn = (mobile: string, password: string) => this.send("POST", "/auth/sign-in", { mobile, password });
  refresh = () => this.send("POST", "/auth/refresh");
  me = () => this.send("GET", "/auth/me");
}

let projects = 0;

/** A project without anything in it: what rights need of one. */
export async function savedProjectName(
  app: TestApp,
  name = `试验管理区${(projects += 1)}`,
): Promise<{ id: string; name: string }> {
  const id = newId();
  await app.db.query(
    `INSERT INTO project (id, name, short_name, time_zone, modules, level_names, first_period, difference_percent, active, created_at)
     VALUES ($1, $2, $2, 'Asia/Shanghai', '{billing}', '{区,栋,单元,房}', '2026-01', 20, true, $3)`,
    [id, name, app.clock.now()],
  );
  return { id, name };
}

/** The id of a seeded role. */
export async function roleId(app: TestApp, code: SeededRole): Promise<string> {
  const { id } = await app.db.getRepository(Role).findOneByOrFail({ code });
  return id;
}
