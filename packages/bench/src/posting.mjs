import { randomUUID } from "node:crypto";
import http from "node:http";
import path from "node:path";
import pg from "pg";
import { captureSql } from "./capture.mjs";
import { makeCharges, makeCommunities } from "../../../apps/api/test/community.ts";
import { send } from "./load.mjs";
import { startServer } from "./processes.mjs";
import { signIn } from "./stage.mjs";

const WORKERS = 6;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** (c) posting a receipt with three allocations over HTTP against the same SQL through raw pg. */
export async function benchPosting(stage, { postings }) {
  console.log(`posting: ${postings} receipts with three allocations each …`);
  const month = new Date().toISOString().slice(0, 7);
  const [projectId] = await makeCommunities(stage.admin, { projects: 1, rooms: 1000, firstPeriod: month });
  await makeCharges(stage.admin, projectId, (postings * 2 + WORKERS + 10) * 3 + 3000);
  const { rows } = await stage.admin.query(
    `SELECT payer_id, (array_agg(id ORDER BY period))[1:] AS ids FROM charge WHERE project_id = $1 GROUP BY payer_id`,
    [projectId],
  );
  const work = rows.flatMap(({ payer_id: payerId, ids }) =>
    Array.from({ length: Math.floor(ids.length / 3) }, (_, index) => ({
      payerId,
      chargeIds: ids.slice(index * 3, index * 3 + 3),
    })),
  );
  // neighbours belong to different payers, as at several desks
  work.sort((a, b) => (a.chargeIds[0] < b.chargeIds[0] ? -1 : 1));
  const { token } = await signIn(stage, ["billing:collect", "billing:read", "property:read"]);
  const url = `/api/projects/${projectId}/receipts`;

  const sample = work.pop();
  const body = receiptOf(sample);
  const { statements, reply } = await captureSql(stage, { method: "POST", url, token, body });
  const fixed = new Set([projectId, ...(await knownIds(stage.admin, projectId))]);

  const api = await startServer(path.join(stage.root, "apps/api/dist/main.js"), stage.env);
  const pool = new pg.Pool({ connectionString: stage.url, max: WORKERS, options: "-c role=linli_app" });
  try {
    const agent = new http.Agent({ keepAlive: true, maxSockets: WORKERS });
    const headers = { authorization: `Bearer ${token}` };
    const post = async (item) => {
      const answer = await send({ port: api.port, method: "POST", path: url, headers, agent, body: receiptOf(item) });
      if (answer.status >= 300) throw new Error(`posting answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    };
    const replay = (item) => replayOn(pool, statements, { sample, item, body, receiptNo: reply.receiptNo, fixed });
    await inParallel(work.splice(0, 60), post);
    await inParallel(work.splice(0, 60), replay);
    const half = Math.floor(postings / 2);
    let [ours, bare] = [0, 0];
    for (let round = 0; round < 2; round += 1) {
      ours += await inParallel(work.splice(0, half), post);
      bare += await inParallel(work.splice(0, half), replay);
    }
    const rate = (seconds) => (half * 2) / seconds;
    const measured = `${rate(ours).toFixed(0)}/s over HTTP, ${rate(bare).toFixed(0)}/s raw pg, ${statements.length} statements each`;
    return { name: "(c) posting a receipt", measured, ratio: bare / ours, limit: 0.6, better: "higher" };
  } finally {
    await pool.end();
    await api.stop();
  }
}

function receiptOf({ payerId, chargeIds }) {
  return {
    id: randomUUID(),
    payerId,
    lines: chargeIds.map((chargeId) => ({ chargeId, amountFen: 23800 })),
    methods: [{ method: "WECHAT", tenderedFen: 71400 }],
  };
}

/** Ids that stay the same from receipt to receipt. */
async function knownIds(admin, projectId) {
  const { rows } = await admin.query(
    `SELECT id FROM fee_item WHERE project_id = $1 UNION ALL SELECT id FROM rate WHERE project_id = $1
     UNION ALL SELECT id FROM billing_period WHERE project_id = $1 UNION ALL SELECT id FROM app_user`,
    [projectId],
  );
  return rows.map(({ id }) => id);
}

/** Runs the written-down statements of one receipt for another: ids and number exchanged, everything else the same. */
async function replayOn(pool, statements, { sample, item, body, receiptNo, fixed }) {
  const exchanged = new Map([
    [sample.payerId, item.payerId],
    [body.id, randomUUID()],
  ]);
  const sorted = [...item.chargeIds].sort();
  [...sample.chargeIds].sort().forEach((id, index) => exchanged.set(id, sorted[index]));
  const number = `R${randomUUID()}`;
  const swap = (value) => {
    if (Array.isArray(value)) return value.map(swap);
    if (value === receiptNo) return number;
    if (typeof value !== "string") return value;
    if (!UUID.test(value)) return value.includes(receiptNo) ? value.replaceAll(receiptNo, number) : value;
    if (fixed.has(value)) return value;
    if (!exchanged.has(value)) exchanged.set(value, randomUUID());
    return exchanged.get(value);
  };
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, values.map(swap));
  } finally {
    client.release();
  }
}

/** Works through the items with a fixed number of workers; returns the seconds it took. */
async function inParallel(items, work) {
  const queue = [...items];
  const started = performance.now();
  const worker = async () => {
    for (let item = queue.pop(); item; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return (performance.now() - started) / 1000;
}
