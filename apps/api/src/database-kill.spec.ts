import { randomInt, randomUUID } from "node:crypto";
import type { Permission } from "@linli/contracts";
import pg from "pg";
import { checkInvariants } from "../test/invariants.js";
import { realDay } from "../test/real-day.js";
import { makeCommunities } from "../test/community.js";
import { KillableApi, type KillableReply, pause } from "../test/killable-api.js";
import { KillablePostgres } from "../test/killable-postgres.js";
import { startTestApp, testSecrets } from "../test/test-app.js";
import { addMonths } from "./common/calendar.js";

/** PostgreSQL is killed with SIGKILL while it works; the API waits for it, nothing is lost, doubled or half done. */
const postgres = new KillablePostgres();
await postgres.start("linli");
const url = postgres.url("linli");
const ofWorker = process.env.DATABASE_URL;
process.env.DATABASE_URL = url;
const app = await startTestApp();
process.env.DATABASE_URL = ofWorker;
const api = new KillableApi({
  ...testSecrets,
  DATABASE_URL: url,
  LINLI_DATA_DIR: process.env.TMPDIR ?? "/tmp",
  LOG_LEVEL: "silent",
  JOBS: "true",
});
await api.start();

afterAll(async () => {
  await api.kill();
  await app.close();
  await postgres.remove();
});

const month = addMonths(realDay().slice(0, 7), -1);
const rights: Permission[] = ["billing:read", "billing:run", "billing:publish", "billing:collect", "property:read"];

/** A statement in a connection of its own: those from before a kill are gone. */
async function asked<Row>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function community(rooms: number) {
  const admin = new pg.Client(url);
  await admin.connect();
  const [projectId] = await makeCommunities(admin, { projects: 1, rooms, firstPeriod: addMonths(month, -6) });
  await admin.end();
  const { token } = await app.as(rights, projectId);
  return { projectId: projectId!, token: token! };
}

/** Sends a request again and again until the database is there to answer it. */
async function answered(token: string, method: string, path: string, body?: object) {
  let last: KillableReply | undefined;
  for (let tries = 0; tries < 600; tries += 1) {
    last = await api.send(token, method, path, body);
    if (last && last.status < 500) return last;
    await pause(100);
  }
  throw new Error(`${path} is not answered; last: ${JSON.stringify(last)}`);
}

async function jobEnded(projectId: string, token: string, jobId: unknown): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await answered(token, "GET", `/projects/${projectId}/jobs/${String(jobId)}`);
    if (["DONE", "FAILED", "CANCELLED"].includes(String(body.status))) return String(body.status);
    await pause(100);
  }
  throw new Error("the job did not end");
}

async function killedAndStarted(): Promise<void> {
  await postgres.kill();
  await postgres.start("linli");
}

/** Publishes a month; the database may be killed while it is written. */
async function published(projectId: string, token: string, kills: number) {
  const run = await answered(token, "POST", `/projects/${projectId}/runs`, { period: month });
  expect(await jobEnded(projectId, token, run.body.jobId)).toBe("DONE");
  const started = await answered(token, "POST", `/projects/${projectId}/runs/${String(run.body.runId)}/publish`, {});
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(randomInt(20, 400));
    await killedAndStarted();
  }
  expect(await jobEnded(projectId, token, started.body.jobId)).toBe("DONE");
}

test("a run is published once and whole though its database was killed in the middle", async () => {
  const { projectId, token } = await community(2000);
  await published(projectId, token, 2);
  const [row] = await asked<{ lines: number; pairs: number }>(
    "SELECT count(*)::int AS lines, count(DISTINCT (room_id, fee_item_id))::int AS pairs FROM charge WHERE project_id = $1",
    [projectId],
  );
  expect(row).toEqual({ lines: 6000, pairs: 6000 });
  await checkInvariants(app.db, projectId);
}, 120_000);

test("payments under way when the database was killed are posted once when the cashier tries again", async () => {
  const { projectId, token } = await community(40);
  await published(projectId, token, 0);
  const charges = await asked<{ id: string; payer_id: string; amount_fen: string }>(
    "SELECT id, payer_id, amount_fen FROM charge WHERE project_id = $1 ORDER BY id",
    [projectId],
  );
  const waiting = charges.map(({ id, payer_id, amount_fen }) => ({
    id: randomUUID(),
    payerId: payer_id,
    lines: [{ chargeId: id, amountFen: Number(amount_fen) }],
    methods: [{ method: "WECHAT", tenderedFen: Number(amount_fen) }],
  }));
  const total = waiting.length;
  const posted = new Set<string>();
  const cashier = async () => {
    for (let receipt = waiting.shift(); receipt; receipt = waiting.shift()) {
      const { status } = await answered(token, "POST", `/projects/${projectId}/receipts`, receipt);
      if (status < 300) posted.add(receipt.id);
    }
  };
  const killer = async () => {
    for (let kills = 0; kills < 2 && waiting.length > 0; kills += 1) {
      await pause(randomInt(100, 500));
      await killedAndStarted();
    }
  };
  await Promise.all([cashier(), cashier(), cashier(), cashier(), killer()]);

  expect(posted.size).toBe(total);
  const [row] = await asked<{ receipts: number; received: string; last_no: string }>(
    `SELECT count(*)::int AS receipts, sum(amount_fen)::bigint AS received,
            (SELECT next_no - 1 FROM number_series WHERE project_id = $1 AND kind = 'receipt') AS last_no
       FROM receipt WHERE project_id = $1`,
    [projectId],
  );
  const due = charges.reduce((sum, { amount_fen }) => sum + Number(amount_fen), 0);
  expect(row).toMatchObject({ receipts: total });
  expect([Number(row!.received), Number(row!.last_no)]).toEqual([due, total]);
  await checkInvariants(app.db, projectId);
}, 120_000);
