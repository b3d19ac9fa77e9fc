import { Controller, Get, Module } from "@nestjs/common";
import { ModulesContainer, NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { startTestApp } from "../test/test-app.js";
import { refuseUndeclaredRoutes } from "./auth/route-check.js";
import { newId } from "./common/ids.js";
import { answerOf } from "./common/problem.filter.js";
import { readConfig } from "./config.js";

const app = await startTestApp();
afterAll(() => app.close());

const inject = app.app.inject.bind(app.app);

describe("errors are problem documents", () => {
  test("without a sign-in: 401 with the request id that also stands in the header", async () => {
    const reply = await app.anonymous().get("/projects");
    expect(reply.status).toBe(401);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(reply.body).toMatchObject({ type: "about:blank", status: 401, code: "UNAUTHENTICATED", detail: "请先登录" });
    expect(reply.body.requestId).toBe(reply.headers["x-request-id"]);
  });

  test("a route that does not exist: 404 in the same shape", async () => {
    const reply = await app.anonymous().get("/nothing-here");
    expect(reply).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  test.each([
    ["broken JSON", "{", "application/json", 400],
    ["XML instead of JSON", "<a/>", "text/xml", 415],
    ["more than two megabytes", JSON.stringify({ name: "长".repeat(1_000_000) }), "application/json", 413],
  ])("%s is answered, not suffered", async (_what, payload, type, status) => {
    const client = await app.as(["project:create"]);
    const headers = { authorization: `Bearer ${client.token}`, "content-type": type };
    const reply = await inject({ method: "POST", url: "/api/projects", payload, headers });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(reply.payload).detail).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ["a list", []],
    ["a bare text", "张三"],
    ["a bare number", 1],
  ])("%s instead of an object is refused in Chinese", async (_what, body) => {
    const client = await app.as(["customer:read"]);
    const url = `/projects/${newId()}/customers/matches`;
    const reply = await client.send("POST", url, Buffer.from(JSON.stringify(body)), {
      "content-type": "application/json",
    });
    expect(reply).toMatchObject({ status: 400, body: { fields: { body: ["提交的内容应为一个对象"] } } });
  });

  test.each([
    ["an emoji", "翠湖😀"],
    ["a NUL", "翠湖\u0000花园"],
    ["half of a surrogate pair", "翠湖\ud800"],
    ["a line separator", "翠湖\u2028花园"],
    ["a direction mark", "翠湖\u202e花园"],
    ["a line break", "翠湖\n花园"],
  ])("text with %s is refused with its field", async (_what, name) => {
    const client = await app.as(["project:create"]);
    const reply = await client.post("/projects", { name, shortName: "翠湖" });
    expect(reply).toMatchObject({
      status: 400,
      body: { fields: { name: ["管理区名称含有不能使用的字符（表情或控制字符）"] } },
    });
  });

  test("what is missing is asked for, what is of another kind is named", async () => {
    const client = await app.as(["project:create"]);
    const { body } = await client.post("/projects", { shortName: 1 });
    expect(body.fields).toEqual({ name: ["请填写管理区名称"], shortName: ["简称必须是文字"] });
  });

  test("a wrong token is 401, a token of another secret too", async () => {
    for (const token of ["nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."]) {
      const reply = await inject({
        method: "GET",
        url: "/api/projects",
        headers: { authorization: `Bearer ${token}` },
      });
      expect(reply.statusCode).toBe(401);
    }
  });

  test.each([
    ["a bug", new TypeError("cannot read password of undefined")],
    ["a statement that is wrong", Object.assign(new Error('column "secret" does not exist'), { code: "42703" })],
    ["something that is no error", "secret"],
  ])("%s is a 500 that shows nothing of the inside", (_what, error) => {
    const answer = answerOf(error);
    expect(answer).toMatchObject({ status: 500, code: "INTERNAL" });
    expect(JSON.stringify(answer)).not.toMatch(/password|secret/);
  });
});

describe("a project id in the path", () => {
  test.each(["not-a-uuid", "00000000-0000-0000-0000-00000000000g", "%20"])(
    "%s is refused with a word",
    async (projectId) => {
      const client = await app.as(["property:read"]);
      const reply = await client.get(`/projects/${projectId}/jobs`);
      expect(reply).toMatchObject({
        status: 400,
        body: { code: "INVALID_INPUT", fields: { projectId: ["管理区编号无效"] } },
      });
    },
  );
});

describe("every answer", () => {
  test("carries security headers, and no CORS header unless configured", async () => {
    const reply = await inject({
      method: "GET",
      url: "/api/projects",
      headers: { origin: "https://elsewhere.example" },
    });
    expect(reply.headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" });
    expect(reply.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("for machines", () => {
  test.each(["/health/live", "/health/ready"])("%s says ok", async (url) => {
    expect((await inject({ method: "GET", url })).json()).toEqual({ status: "ok" });
  });

  test("metrics tell requests by route and the pool", async () => {
    const { payload } = await inject({ method: "GET", url: "/metrics" });
    expect(payload).toContain("http_request_duration_seconds_bucket");
    expect(payload).toMatch(/database_pool_connections\{state="total"\} \d+/);
  });

  test("the API describes itself, and needs no sign-in for that", async () => {
    const description = (await inject({ method: "GET", url: "/api/openapi.json" })).json();
    expect(description.openapi).toMatch(/^3\./);
    expect(Object.keys(description.paths)).toContain("/projects/{projectId}/rooms");
    expect((await inject({ method: "GET", url: "/api/docs" })).statusCode).toBe(200);
  });
});

test("a handler that declares no right stops the start", async () => {
  class ForgetfulController {
    open(): string {
      return "to all";
    }
  }
  Controller("forgetful")(ForgetfulController);
  Get()(ForgetfulController.prototype, "open", Object.getOwnPropertyDescriptor(ForgetfulController.prototype, "open")!);
  class ForgetfulModule {}
  Module({ controllers: [ForgetfulController] })(ForgetfulModule);
  const careless = await NestFactory.create(ForgetfulModule, new FastifyAdapter(), { logger: false });
  expect(() => refuseUndeclaredRoutes(careless.get(ModulesContainer))).toThrow("ForgetfulController.open");
});

describe("the configuration is checked at start", () => {
  const good = { DATABASE_URL: "postgres://localhost/x", JWT_SECRET: "x".repeat(32), DATA_KEY: "x".repeat(44) };

  test("what is not given has its default", () => {
    expect(readConfig(good)).toMatchObject({
      PORT: 3000,
      DATABASE_POOL: 20,
      LOG_LEVEL: "info",
      COOKIE_SECURE: "false",
    });
  });

  test.each([
    ["a database that is none", { DATABASE_URL: "mysql://localhost/x" }, /DATABASE_URL/],
    ["a short secret", { JWT_SECRET: "short" }, /JWT_SECRET/],
    ["a port that is no number", { PORT: "http" }, /PORT/],
    ["a port beyond all", { PORT: "70000" }, /PORT/],
    ["an unknown log level", { LOG_LEVEL: "loud" }, /LOG_LEVEL/],
  ])("%s is named in one sentence", (_what, wrong, sentence) => {
    expect(() => readConfig({ ...good, ...wrong })).toThrow(sentence);
  });
});
