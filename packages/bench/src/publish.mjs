import { makeCommunities } from "../../../apps/api/test/community.ts";
import { signIn } from "./stage.mjs";

/** A process works on two jobs at once, as the product's worker does. */
const WORKERS = 2;

/**
 * (a) publishing a month for many projects against one bare INSERT … SELECT of the same rows into the same table.
 * The product's side prices every line again, compares with the rehearsal, stages and inserts, one transaction a
 * project; the rehearsals before it are timed apart.
 */
export async function benchPublish(stage, { projects, rooms }) {
  console.log(`publish: ${projects} projects × ${rooms} rooms × 3 items …`);
  const period = new Date().toISOString().slice(0, 7);
  const ids = await makeCommunities(stage.admin, { projects, rooms, firstPeriod: period });
  const { token } = await signIn(stage, ["billing:run", "billing:publish", "billing:read", "property:read"]);
  const { createApp } = await stage.fromApi("http.js");
  const { readConfig } = await stage.fromApi("config.js");
  const { JobRunner } = await stage.fromApi("jobs/job-runner.js");
  const app = await createApp(readConfig(stage.env));
  await app.init();
  const runner = app.get(JobRunner);

  const post = async (url, payload) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api${url}`,
      payload,
      headers: { authorization: `Bearer ${token}` },
    });
    if (reply.statusCode >= 300) throw new Error(`${url} answered ${reply.statusCode}: ${reply.payload}`);
    return JSON.parse(reply.payload);
  };
  const finish = async (projectId, jobId) => {
    await runner.run(projectId, jobId);
    const { rows } = await stage.admin.query("SELECT status, message FROM job WHERE id = $1", [jobId]);
    if (rows[0].status !== "DONE") throw new Error(`${rows[0].status}: ${rows[0].message}`);
  };

  const runs = new Map();
  const rehearsal = await seconds(async () => {
    for (const projectId of ids) {
      const { runId, jobId } = await post(`/projects/${projectId}/runs`, { period });
      await finish(projectId, jobId);
      runs.set(projectId, runId);
    }
  });
  await stage.admin.query("VACUUM ANALYZE charge_run_line");
  const memory = [];
  const publication = await seconds(async () => {
    const queue = [...runs].entries();
    const worker = async () => {
      for (const [index, [projectId, runId]] of queue) {
        const { jobId } = await post(`/projects/${projectId}/runs/${runId}/publish`, {});
        await finish(projectId, jobId);
        if (index % Math.ceil(projects / 10) === 0) memory.push(Math.round(process.memoryUsage().rss / 1024 ** 2));
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  });
  await app.close();

  const bare = await bareInsert(stage.admin);
  const lines = projects * rooms * 3;
  const measured =
    `${lines} charges in ${publication.toFixed(1)} s (${Math.round(lines / publication)}/s), bare insert ${bare.toFixed(1)} s, ` +
    `rehearsals before ${rehearsal.toFixed(1)} s; RSS ${memory.join(" ")} MB`;
  return {
    name: `(a) publish ${projects} × ${rooms} × 3`,
    measured,
    ratio: publication / bare,
    limit: 1.5,
    better: "lower",
  };
}

/** One INSERT … SELECT of all published rows into the emptied table, with the same indexes and foreign keys. */
async function bareInsert(admin) {
  await admin.query(
    "CREATE UNLOGGED TABLE bench_charge AS SELECT c.* FROM charge c JOIN bench_project p ON p.id = c.project_id ORDER BY c.project_id, c.id",
  );
  await admin.query("DELETE FROM charge_entry");
  await admin.query("TRUNCATE charge CASCADE");
  await admin.query("CHECKPOINT").catch(() => undefined);
  const time = await seconds(() => admin.query("INSERT INTO charge SELECT * FROM bench_charge"));
  await admin.query("DROP TABLE bench_charge");
  return time;
}

export async function seconds(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
