import pg from "pg";
import { checkInvariants } from "../../test/invariants.js";
import { realDay } from "../../test/real-day.js";
import { KillableApi, pause } from "../../test/killable-api.js";
import { startTestApp, type TestClient, testSecrets } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { JobRunner } from "../jobs/job-runner.js";
import { aDebitCommunity, exported, ok, returned } from "./debit/debit.factories.js";
import { frontEndReturn } from "./debit/debit-returns.factories.js";
import { aLateFeeDesk } from "./late-fees/late-fees.factories.js";
import { aDesk, aReceipt } from "./receipts.factories.js";

/**
 * The process is killed while it offsets prepayments, books a bank's return file, closes a month and corrects a paid bill,
 * all at once: first where the first of their rows are to be written, then where only the last is missing. A lock held
 * against them says when they are there. Nothing is lost, doubled or half done; tried again, each is done whole and once.
 */
const app = await startTestApp();
const api = new KillableApi({
  ...testSecrets,
  DATABASE_URL: process.env.DATABASE_URL!,
  LINLI_DATA_DIR: process.env.TMPDIR ?? "/tmp",
  LOG_LEVEL: "silent",
  JOBS: "true",
});
const today = realDay();
app.clock.set(today);

/** The application's role does not see what others wait for. */
const admin = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
const WAITING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

afterAll(async () => {
  await api.kill();
  await admin.end();
  await app.close();
});

/** Something the process does, and again in this process. */
interface Work {
  projectId: string;
  begin: () => Promise<unknown>;
  again: () => Promise<unknown>;
  /** What is there once it is done, besides what the invariants say. */
  done: [sql: string, value: number];
}

async function anOffset(): Promise<Work> {
  const { projectId, url, room, owner, cashier, charged } = await aDesk(app);
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const scheme = { enabled: true, onPublish: false, daily: false, onlyListed: false, feeItemIds: [] };
  await ok(manager.put(`${url}/offset-scheme`, { ...scheme, order: "PERIOD_FIRST", shortage: "PARTIAL" }));
  for (const month of ["2026-01", "2026-02", "2026-03"]) await charged(10_000, month);
  const prepayment = { roomId: room.id, amountFen: 25_000 };
  await ok(cashier.post(`${url}/receipts`, aReceipt(owner.id, [], { prepayment })));
  const { fingerprint } = await ok(manager.post(`${url}/offsets/preview`, {}));
  const body = { id: newId(), fingerprint };
  const takenUp = async () => {
    const runner = app.app.get(JobRunner);
    for (const { project_id, id } of await runner.orphans()) await runner.run(project_id, id);
    await ok(manager.post(`${url}/offsets`, body));
    await app.drainJobs();
  };
  const done: Work["done"] = ["SELECT sum(offset_fen) AS value FROM charge WHERE project_id = $1", 25_000];
  return { projectId, begin: () => sent(manager, `${url}/offsets`, body), again: takenUp, done };
}

async function aReturn(): Promise<Work> {
  const amounts = [10_000, 20_000, 30_000];
  const community = await aDebitCommunity(app, "BANK_FRONT_END", amounts);
  const { at, clerk, projectId } = community;
  const { id, batchNo } = await exported(community);
  const lines = amounts.map((amountFen, index) => {
    const answer = { no: index + 1, account: `62220200000000000${index + 1}`, amountFen };
    return {
      ...answer,
      paidFen: index === 2 ? 0 : amountFen,
      result: index === 2 ? (["E", "3008"] as const) : (["F", ""] as const),
    };
  });
  const file = frontEndReturn(batchNo, today, lines);
  const url = `${at}/debit-batches/${id}/return?valueDate=${today}`;
  const begin = () => api.upload(clerk.token!, url, "回盘.txt", file);
  const again = () => ok(returned(clerk, at, id, file, "return", today));
  const done: Work["done"] = ["SELECT sum(amount_fen) AS value FROM receipt WHERE project_id = $1", 30_000];
  return { projectId, begin, again, done };
}

async function aClose(): Promise<Work> {
  const { projectId, url, reviewer, charged } = await aLateFeeDesk(app);
  for (const amountFen of [100_000, 200_000])
    await charged(amountFen, "2026-01", { dueOn: "2026-01-10", serviceFrom: `2026-01-0${amountFen / 100_000}` });
  const closing = `${url}/periods/2026-01/close`;
  const again = async () => {
    const { status, body } = await reviewer.post(closing, { confirm: true });
    if (status >= 300) expect(body.code).toBe("PERIOD_CLOSED");
  };
  // 3,000.00 at 0.05 % for 21 days
  const done: Work["done"] = [
    "SELECT sum(closing_fen) AS value FROM period_balance WHERE project_id = $1 AND period = '2026-01'",
    303_150,
  ];
  return { projectId, begin: () => sent(reviewer, closing, { confirm: true }), again, done };
}

async function aCorrection(): Promise<Work> {
  const { projectId, url, owner, cashier, reviewer, charged } = await aDesk(app);
  const wrong = await charged(30_000);
  await ok(cashier.post(`${url}/receipts`, aReceipt(owner.id, [wrong, await charged(12_000, "2026-02")])));
  const body = { id: newId(), amountFen: 25_000, difference: "PREPAYMENT", reason: "抄错读数" };
  const correcting = `${url}/charges/${wrong.id}/correction`;
  const done: Work["done"] = ["SELECT sum(balance_fen) AS value FROM prepayment_account WHERE project_id = $1", 5_000];
  return {
    projectId,
    begin: () => sent(reviewer, correcting, body),
    again: () => ok(reviewer.post(correcting, body)),
    done,
  };
}

const sent = (client: TestClient, url: string, body: object) => api.send(client.token!, "POST", url, body);

/** All that the four of them write, counted and summed. */
const STATE = `SELECT
  (SELECT count(*) || ' ' || coalesce(sum(open_fen), 0) || ' ' || count(debit_batch_id) FROM charge WHERE project_id = $1) AS charges,
  (SELECT count(*) || ' ' || coalesce(sum(amount_fen), 0) FROM charge_entry WHERE project_id = $1) AS entries,
  (SELECT count(*) || ' ' || coalesce(sum(amount_fen), 0) FROM receipt WHERE project_id = $1) AS receipts,
  (SELECT count(*) || ' ' || coalesce(sum(amount_fen), 0) FROM receipt_method WHERE project_id = $1) AS methods,
  (SELECT count(*) || ' ' || coalesce(sum(amount_fen), 0) FROM prepayment_movement WHERE project_id = $1) AS movements,
  (SELECT coalesce(sum(balance_fen), 0) FROM prepayment_account WHERE project_id = $1) AS balance,
  (SELECT count(*) FROM period_balance WHERE project_id = $1) AS balances,
  (SELECT count(*) FROM period_seal WHERE project_id = $1) AS seals,
  (SELECT count(*) FROM billing_period WHERE project_id = $1 AND status = 'CLOSED') AS closed,
  (SELECT string_agg(status, ' ') FROM debit_batch WHERE project_id = $1) AS batches,
  (SELECT string_agg(status, ' ' ORDER BY line_no) FROM debit_line WHERE project_id = $1) AS lines,
  (SELECT max(next_no) FROM number_series WHERE project_id = $1 AND kind = 'receipt') AS next_no,
  (SELECT count(*) FROM audit_log WHERE project_id = $1) AS log`;

const statesOf = (works: readonly Work[]) =>
  Promise.all(works.map(async ({ projectId }) => (await app.db.query<object[]>(STATE, [projectId]))[0]!));

/** The backends that stand before a lock, once there are so many. */
async function allWaiting(count: number): Promise<number[]> {
  const waiting = async () => (await admin.query<{ pid: number }>(WAITING)).rows.map(({ pid }) => pid);
  for (let tries = 0; tries < 600 && (await waiting()).length < count; tries += 1) await pause(50);
  const pids = await waiting();
  expect(pids).toHaveLength(count);
  return pids;
}

/** Begins them all against a lock, waits until each stands before it, and kills the process there. */
async function killedAt(tables: string, works: readonly Work[]): Promise<void> {
  const blocker = new pg.Client(process.env.DATABASE_URL);
  await blocker.connect();
  let pids: number[];
  try {
    await blocker.query("BEGIN");
    await blocker.query(`LOCK TABLE ${tables} IN SHARE MODE`);
    await api.start();
    const replies = works.map(({ begin }) => begin());
    pids = await allWaiting(works.length);
    await api.kill();
    await Promise.all(replies);
  } finally {
    // its lock goes with its connection
    await blocker.end();
  }
  // their connections find out that nobody is there
  const alive = async () =>
    (await admin.query("SELECT 1 FROM pg_stat_activity WHERE pid = ANY ($1)", [pids])).rows.length;
  for (let tries = 0; tries < 300 && (await alive()) > 0; tries += 1) await pause(20);
}

test("killed at the first row and at the last, an offset run, a return file, a close and a correction leave nothing; tried again each is done once", async () => {
  const works = [await anOffset(), await aReturn(), await aClose(), await aCorrection()];
  const before = await statesOf(works);
  await killedAt("charge_entry, period_balance", works);
  expect(await statesOf(works)).toEqual(before);
  await killedAt("audit_log", works);
  expect(await statesOf(works)).toEqual(before);

  for (const { again } of works) await again();
  const after = await statesOf(works);
  for (const { again } of works) await again();
  expect(await statesOf(works)).toEqual(after);
  for (const [index, { projectId, done }] of works.entries()) {
    expect(after[index]).not.toEqual(before[index]);
    const [row] = await app.db.query<{ value: string }[]>(done[0], [projectId]);
    expect(Number(row!.value)).toBe(done[1]);
    await checkInvariants(app.db, projectId);
  }
}, 120_000);
