import "reflect-metadata";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { getDataSourceToken } from "@nestjs/typeorm";
import type { Permission } from "@linli/contracts";
import { JwtService } from "@nestjs/jwt";
import { AsyncLocalStorage } from "node:async_hooks";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DataSource } from "typeorm";
import { AppUser } from "../src/auth/app-user.entity.js";
import { Membership } from "../src/auth/membership.entity.js";
import { RefreshSession } from "../src/auth/refresh-session.entity.js";
import { Role } from "../src/auth/role.entity.js";
import { Clock } from "../src/common/clock.js";
import { COMPANY, newId } from "../src/common/ids.js";
import { readConfig } from "../src/config.js";
import { createApp } from "../src/http.js";
import { JobRunner } from "../src/jobs/job-runner.js";

/** A clock that stands still until it is set; tokens keep the real time. */
export class TestClock extends Clock {
  private readonly common = { instant: new Date("2026-03-10T10:00:00+08:00") };
  private readonly own = new AsyncLocalStorage<{ instant: Date }>();

  override now(): Date {
    return this.shown.instant;
  }

  /** Sets the day (at 10:00 in Shanghai) or the moment. */
  set(day: string): void {
    this.shown.instant = new Date(day.length === 10 ? `${day}T10:00:00+08:00` : day);
  }

  /** Does something with a clock of its own: what is set and asked for meanwhile by others is another day. */
  apart<Result>(does: () => Promise<Result>): Promise<Result> {
    return this.own.run({ instant: this.now() }, does);
  }

  private get shown(): { instant: Date } {
    return this.own.getStore() ?? this.common;
  }
}

/** What came back over HTTP. `body` is untyped on purpose: tests say what they expect. */
export interface Reply {
  status: number;
  // eslint-disable-next-line typescript/no-explicit-any -- replies are checked by the expectations of the test
  body: any;
  headers: Record<string, unknown>;
  raw: Buffer;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A person who is signed in and sends requests. */
export class TestClient {
  constructor(
    private readonly home: TestApp,
    readonly token: string | undefined,
    readonly userId: string,
  ) {}

  get = (url: string) => this.send("GET", url);
  post = (url: string, body?: object) => this.send("POST", url, body);
  put = (url: string, body?: object) => this.send("PUT", url, body);
  patch = (url: string, body?: object) => this.send("PATCH", url, body);
  delete = (url: string, body?: object) => this.send("DELETE", url, body);

  /** Sends one file as multipart, with further text fields. */
  upload(
    url: string,
    file: { name: string; content: Buffer; type?: string },
    fields: Record<string, string> = {},
  ): Promise<Reply> {
    const boundary = "----linli-test";
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? "application/octet-stream"}\r\n\r\n`;
    const payload = Buffer.concat([...parts, Buffer.from(head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send("POST", url, payload, { "content-type": `multipart/form-data; boundary=${boundary}` });
  }

  async send(
    method: Method,
    url: string,
    payload?: object | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const authorization = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const reply = await this.home.app.inject({
      method,
      url: `/api${url}`,
      payload,
      headers: { ...authorization, ...headers },
    });
    const json = String(reply.headers["content-type"]).includes("json");
    return {
      status: reply.statusCode,
      body: json && reply.payload !== "" ? JSON.parse(reply.payload) : reply.payload,
      headers: reply.headers,
      raw: reply.rawPayload,
    };
  }
}

let mobiles = Date.now();

/** A mobile number that nobody of this worker's database has: people are made more slowly than milliseconds pass. */
function nextMobile(): string {
  mobiles += 1;
  return `13${(Number(process.env.JEST_WORKER_ID) || 0) % 10}${String(mobiles).slice(-8)}`;
}

/** The whole API on this worker's own database. */
export class TestApp {
  readonly db: DataSource;

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TestClock,
  ) {
    this.db = app.get<DataSource>(getDataSourceToken());
  }

  /** Somebody who is not signed in. */
  anonymous(): TestClient {
    return new TestClient(this, undefined, "");
  }

  /** A new person holding exactly these rights, in one project or in all. */
  async as(permissions: Permission[], projectId: string = COMPANY, name = "测试员"): Promise<TestClient> {
    const role = {
      id: newId(),
      code: `T${newId()}`,
      name: `角色${newId()}`,
      permissions,
      homePath: "/",
      builtIn: false,
    };
    await this.db.manager.insert(Role, role);
    return this.withRole(role.id, projectId, name);
  }

  /** A new person with one of the seeded roles, in one project or in all. */
  async asRole(code: string, projectId: string = COMPANY): Promise<TestClient> {
    const role = await this.db.getRepository(Role).findOneByOrFail({ code });
    return this.withRole(role.id, projectId, role.name);
  }

  private async withRole(roleId: string, scopeProjectId: string, name: string): Promise<TestClient> {
    const [userId, sessionId] = [newId(), newId()];
    const now = new Date();
    await this.db.manager.insert(AppUser, {
      id: userId,
      name,
      mobile: nextMobile(),
      passwordHash: "-",
      passwordHistory: [],
      passwordChangedAt: now,
      mustChangePassword: false,
      active: true,
      failedAttempts: 0,
      createdAt: now,
    });
    await this.db.manager.insert(Membership, { id: newId(), userId, roleId, scopeProjectId, createdAt: now });
    const expiresAt = new Date(now.getTime() + 86_400_000);
    const session = {
      id: sessionId,
      userId,
      tokenHash: "-",
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      ip: "-",
      userAgent: "-",
    };
    await this.db.manager.insert(RefreshSession, session);
    const token = this.app.get(JwtService).sign({ sub: userId, sid: sessionId });
    return new TestClient(this, token, userId);
  }

  /** Runs every queued job, or those of one project, to its end, in this process; a job that fails stays FAILED. */
  async drainJobs(projectId?: string): Promise<void> {
    for (;;) {
      const jobs = await this.db.query<{ project_id: string; id: string }[]>(
        "SELECT project_id, id FROM job WHERE status = 'QUEUED' AND ($1::uuid IS NULL OR project_id = $1) ORDER BY id",
        [projectId],
      );
      if (jobs.length === 0) return;
      for (const { project_id, id } of jobs) await this.app.get(JobRunner).run(project_id, id);
    }
  }

  /** Ends it and lets go of it: the modules of spec files stay for as long as their worker does. */
  async close(): Promise<void> {
    await this.app.close();
    for (const part of ["app", "db"]) Reflect.deleteProperty(this, part);
  }
}

/** The secrets of all test processes, so that one accepts the tokens of another. */
export const testSecrets = {
  JWT_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  DATA_KEY: `test:${Buffer.alloc(32, 7).toString("base64")}`,
};

/** Boots the API for a spec file. Close it in `afterAll`. */
export async function startTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const clock = new TestClock();
  const config = readConfig({
    DATABASE_URL: process.env.DATABASE_URL,
    DATABASE_POOL: "10",
    ...testSecrets,
    LINLI_DATA_DIR: mkdtempSync(path.join(tmpdir(), "linli-test-")),
    JOBS: "false",
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    ...env,
  });
  const app = await createApp(config, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return new TestApp(app, clock);
}
