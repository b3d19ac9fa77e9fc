import { randomInt, randomUUID } from "node:crypto";
import type { Permission } from "@linli/contracts";
import pg from "pg";
import { addMonths } from "./common/calendar.js";
import { openingWorkbook } from "./imports/openings/openings.factories.js";
import { checkInvariants } from "../test/invariants.js";
import { realDay } from "../test/real-day.js";
import { makeCommunities } from "../test/community.js";
import { KillableApi, pause } from "../test/killable-api.js";
import { startTestApp, type TestClient, testSecrets } from "../test/test-app.js";

/** The API is killed with SIGKILL at random moments; the work completes all the same, and every invariant holds. */
const app = await startTestApp();
const api = new KillableApi({
  ...testSecrets,
  DATABASE_URL: process.env.DATABASE_URL!,
  LINLI_DATA_DIR: process.env.TMPDIR ?? "/tmp",
  LOG_LEVEL: "silent",
  JOBS: "true",
});
const admin = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const thisMonth = app.clock.today().slice(0, 7);
const realMonth = realDay().slice(0, 7);

afterAll(async () => {
  await api.kill();
  await admin.end();
  await app.close();
});

const rights: Permission[] = [
  "billing:read",
  "billing:run",
  "billing:publish",
  "billing:collect",
  "billing:openings",
  "property:read",
];

async function community(rooms: number): Promise<{ projectId: string; client: TestClient; token: string }> {
  const first = addMonths(realMonth < thisMonth ? realMonth : thisMonth, -6);
  const [projectId] = await makeCommunities(admin, { projects: 1, rooms, firstPeriod: first });
  const client = await app.as(rights, projectId);
  return { projectId: projectId!, client, token: client.token! };
}

/** Waits until a job has ended, starting the API again whenever it is down. */
async function jobEnded(projectId: string, token: string, jobId: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const reply = await api.send(token, "GET", `/projects/${projectId}/jobs/${jobId}`);
    const status = String(reply?.body.status);
    if (["DONE", "FAILED", "CANCELLED"].includes(status)) return status;
    await pause(100);
  }
  throw new Error("the job did not end");
}

async function published(projectId: string, token: string, period: string, kills: number): Promise<void> {
  const rehearsal = await api.send(token, "POST", `/projects/${projectId}/runs`, { period });
  const { runId, jobId } = rehearsal!.body as { runId: string; jobId: string };
  expect(await jobEnded(projectId, token, jobId)).toBe("DONE");
  const started = await api.send(token, "POST", `/projects/${projectId}/runs/${runId}/publish`, {});
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(randomInt(20, 900));
    await api.kill();
    await api.start();
  }
  expect(await jobEnded(projectId, token, String(started!.body.jobId))).toBe("DONE");
}

test("a run whose process is killed again and again is published once and whole", async () => {
  await api.start();
  const { projectId, token } = await community(2000);
  for (const [period, kills] of [
    [addMonths(realMonth, -2), 1],
    [addMonths(realMonth, -1), 2],
  ] as const) {
    await published(projectId, token, period, kills);
    const { rows } = await admin.query(
      "SELECT count(*)::int AS lines, count(DISTINCT (room_id, fee_item_id))::int AS pairs FROM charge WHERE project_id = $1 AND period = $2",
      [projectId, period],
    );
    expect(rows[0]).toEqual({ lines: 6000, pairs: 6000 });
  }
  await checkInvariants(app.db, projectId);
}, 120_000);

test("payments that were under way when the process was killed are posted once when the cashier tries again", async () => {
  await api.start();
  const { projectId, token } = await community(60);
  await published(projectId, token, addMonths(realMonth, -1), 0);
  const { rows: charges } = await admin.query<{ id: string; payer_id: string; amount_fen: string }>(
    "SELECT id, payer_id, amount_fen FROM charge WHERE project_id = $1 ORDER BY id",
    [projectId],
  );
  const receipts = charges.map(({ id, payer_id, amount_fen }) => ({
    id: randomUUID(),
    payerId: payer_id,
    lines: [{ chargeId: id, amountFen: Number(amount_fen) }],
    methods: [{ method: "WECHAT", tenderedFen: Number(amount_fen) }],
  }));

  const posted = new Set<string>();
  const waiting = [...receipts];
  const cashier = async () => {
    for (let receipt = waiting.shift(); receipt; receipt = waiting.shift()) {
      // the cashier tries again with the same id until there is an answer
      for (let reply; !reply || reply.status >= 500;) {
        reply = await api.send(token, "POST", `/projects/${projectId}/receipts`, receipt);
        if (!reply || reply.status >= 500) await pause(50);
        else if (reply.status < 300) posted.add(receipt.id);
      }
    }
  };
  const killer = async () => {
    for (let kills = 0; kills < 3 && waiting.length > 0; kills += 1) {
      await pause(randomInt(30, 400));
      await api.kill();
      await api.start();
    }
  };
  await Promise.all([cashier(), cashier(), cashier(), cashier(), killer()]);

  expect(posted.size).toBe(receipts.length);
  const { rows } = await admin.query(
    `SELECT count(*)::int AS receipts, sum(amount_fen)::bigint AS received,
            (SELECT next_no - 1 FROM number_series WHERE project_id = $1 AND kind = 'receipt') AS last_no
       FROM receipt WHERE project_id = $1`,
    [projectId],
  );
  const due = charges.reduce((sum, { amount_fen }) => sum + Number(amount_fen), 0);
  expect(rows[0]).toEqual({ receipts: receipts.length, received: due, last_no: receipts.length });
  await checkInvariants(app.db, projectId);
}, 120_000);

test("opening balances whose posting is cut off are in the ledger once and whole", async () => {
  await api.start();
  const { projectId, client, token } = await community(1000);
  const url = `/projects/${projectId}/openings`;
  const { rows } = await admin.query<{ code: string; item: string; day: string }>(
    `SELECT r.code, (SELECT name FROM fee_item WHERE project_id = $1 AND kind = 'REGULAR' ORDER BY code LIMIT 1) AS item,
            to_char((p.first_period || '-01')::date - 1, 'YYYY-MM-DD') AS day
       FROM room r JOIN project p ON p.id = r.project_id WHERE r.project_id = $1 ORDER BY r.code`,
    [projectId],
  );
  const content = await openingWorkbook({
    欠费: rows.map(({ code, item, day }) => [code, null, item, day, day, day, 12.34]),
    预收: rows.map(({ code }) => [code, null, null, null, null, 5]),
  });
  const { body: staged } = await client.upload(`${url}?kind=BALANCE`, { name: "期初.xlsx", content });
  expect(staged).toMatchObject({ rowCount: 2000, faultCount: 0 });
  const started = await api.send(token, "POST", `${url}/${staged.id}/post`, {});
  await pause(randomInt(20, 500));
  await api.kill();
  await api.start();
  expect(await jobEnded(projectId, token, String(started!.body.jobId))).toBe("DONE");
  const { rows: sums } = await admin.query(
    `SELECT (SELECT count(*)::int || ' ' || sum(open_fen) FROM charge WHERE project_id = $1) AS charges,
            (SELECT count(*)::int || ' ' || sum(amount_fen) FROM prepayment_movement WHERE project_id = $1) AS movements`,
    [projectId],
  );
  expect(sums[0]).toEqual({ charges: "1000 1234000", movements: "1000 500000" });
  await checkInvariants(app.db, projectId);
}, 120_000);
