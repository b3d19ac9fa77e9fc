import { RequestMethod } from "@nestjs/common";
import { METHOD_METADATA, PATH_METADATA } from "@nestjs/common/constants.js";
import { ModulesContainer } from "@nestjs/core";
import { companyPermissions, type Permission, type SeededRole, seededRoles } from "@linli/contracts";
import { startTestApp } from "../test/test-app.js";
import { AppUser } from "./auth/app-user.entity.js";
import { BeforePasswordChange } from "./auth/before-password-change.js";
import { handlersOf } from "./auth/route-check.js";
import { newId } from "./common/ids.js";
import { Open, Requires, RequiresAnywhere, SignedIn } from "./common/requires.js";
import { savedProject } from "./property/property.factories.js";

/**
 * Every route × every seeded role × own and foreign project. Routes come from the running application, rights from the
 * roles' definition and from what the handlers declare, so the matrix grows with every route.
 */
const app = await startTestApp();
afterAll(() => app.close());

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Route {
  name: string;
  method: Method;
  path: string;
  handler: object;
}

const own = (await savedProject(app)).id;
const foreign = (await savedProject(app)).id;

const OUTSIDE_THE_PREFIX = ["/health/live", "/health/ready", "/metrics"];
const textOf = (path: unknown) =>
  [path]
    .flat()
    .map(String)[0]
    ?.replaceAll(/^\/|\/$/g, "") ?? "";

const routes: Route[] = handlersOf(app.app.get(ModulesContainer)).map(({ controller, handler }) => {
  const parts = [controller, handler]
    .map((target) => textOf(Reflect.getMetadata(PATH_METADATA, target)))
    .filter((part) => part !== "");
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod] as Method;
  const path = `/${parts.join("/")}`;
  return { name: `${method} ${path}`, method, path: OUTSIDE_THE_PREFIX.includes(path) ? path : `/api${path}`, handler };
});

/** Somebody who calls: his rights in his own project, everywhere, or nowhere. */
interface Caller {
  name: string;
  token: string | undefined;
  permissions: readonly Permission[];
  everywhere: boolean;
}

const codes = Object.keys(seededRoles) as SeededRole[];
const isOfCompany = (code: SeededRole) =>
  seededRoles[code].permissions.some((one) => companyPermissions.some((other) => other === one));
const callers: Caller[] = await Promise.all([
  ...codes.filter((code) => !isOfCompany(code)).map((code) => callerOf(code, false)),
  ...codes.map((code) => callerOf(code, true)),
]);
const nobody: Caller = { name: "nobody", token: undefined, permissions: [], everywhere: false };

async function callerOf(code: SeededRole, everywhere: boolean): Promise<Caller> {
  const { token } = await app.asRole(code, everywhere ? undefined : own);
  return {
    name: `${code} ${everywhere ? "everywhere" : "in own project"}`,
    token,
    permissions: seededRoles[code].permissions,
    everywhere,
  };
}

/** The status of a call with random ids and an empty body, from an address of its own (limits are tested elsewhere). */
async function statusOf({ method, path }: Route, { token }: Pick<Caller, "token">, projectId: string): Promise<number> {
  const url = path.replace(":projectId", projectId).replaceAll(/:\w+/g, () => newId());
  const reply = await app.app.inject({
    method,
    url,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(method === "GET" ? {} : { payload: {} }),
    remoteAddress: `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`,
    // a stream of events never ends: the head is enough
    payloadAsStream: true,
  });
  reply.stream().destroy();
  return reply.statusCode;
}

const declared = <T>(decorator: { KEY: string }, { handler }: Route) =>
  Reflect.getMetadata(decorator.KEY, handler) as T | undefined;
const isOpen = (route: Route) => declared<true>(Open, route) === true;
const isOfProject = ({ path }: Route) => path.includes(":projectId");

/** Whether the declaration of the handler lets the caller pass. */
function mayCall(route: Route, { permissions, everywhere }: Caller, projectId: string): boolean {
  if (isOpen(route)) return true;
  const inside = everywhere || projectId === own;
  if (declared<true>(SignedIn, route)) return !isOfProject(route) || inside;
  const anywhere = declared<Permission>(RequiresAnywhere, route);
  if (anywhere) return permissions.includes(anywhere) && (!isOfProject(route) || inside);
  const needed = declared<Permission>(Requires, route);
  return needed !== undefined && permissions.includes(needed) && (isOfProject(route) ? inside : everywhere);
}

test("there are routes, callers, and both answers to be expected", () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(callers.length).toBe(codes.length * 2 - codes.filter(isOfCompany).length);
  const expectations = routes.flatMap((route) => callers.map((caller) => mayCall(route, caller, own)));
  expect(new Set(expectations)).toEqual(new Set([true, false]));
});

describe.each(routes.map((route) => [route.name, route] as const))("%s", (_name, route) => {
  test("answers those who may, and nobody else", async () => {
    const leaks: string[] = [];
    for (const projectId of isOfProject(route) ? [own, foreign] : [own]) {
      for (const caller of callers) {
        const status = await statusOf(route, caller, projectId);
        const allowed = mayCall(route, caller, projectId);
        const right = allowed ? (status !== 401 || isOpen(route)) && status !== 403 && status < 500 : status === 403;
        if (!right)
          leaks.push(
            `${caller.name}, ${projectId === own ? "own" : "foreign"} project: ${allowed ? "may" : "may not"}, got ${status}`,
          );
      }
    }
    expect(leaks).toEqual([]);
  });

  if (!isOpen(route)) {
    test("answers nobody who is not signed in", async () => {
      expect(await statusOf(route, nobody, own)).toBe(401);
    });
  }
});

test("before the first password is changed nothing is answered but that", async () => {
  const person = await app.as(["property:read", "system:users"]);
  await app.db.manager.update(AppUser, { id: person.userId }, { mustChangePassword: true });
  const answered: string[] = [];
  for (const route of routes.filter((one) => !isOpen(one))) {
    if ((await statusOf(route, person, own)) !== 403) answered.push(route.name);
  }
  const exempt = routes.filter((route) => declared<true>(BeforePasswordChange, route));
  expect(answered.toSorted()).toEqual(exempt.map(({ name }) => name).toSorted());
  expect(answered.toSorted()).toEqual(["GET /auth/me", "POST /auth/password"]);
});
