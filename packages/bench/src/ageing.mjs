import path from "node:path";
import { makeCharges, makeCommunities } from "../../../apps/api/test/community.ts";
import { fillTable } from "./fill.mjs";
import { sideBySide, throughput } from "./load.mjs";
import { startServer } from "./processes.mjs";
import { seconds } from "./publish.mjs";
import { signIn } from "./stage.mjs";

/** Months of which nothing is paid yet. */
const OPEN_MONTHS = 6;
const YEARS = 10;

/** The least that tells how old arrears are: one aggregate over the index of what is open. */
const BARE = `
  SELECT CASE WHEN age <= 0 THEN 0 WHEN age <= 30 THEN 1 WHEN age <= 90 THEN 2 WHEN age <= 180 THEN 3 WHEN age <= 365 THEN 4 ELSE 5 END AS bucket,
         sum(open_fen)
    FROM (SELECT current_date - due_on AS age, open_fen FROM charge WHERE project_id = $1 AND open_fen <> 0) c
   GROUP BY 1`;

/** (g) the ageing report over ten years of charges from the kept balances, against a bare indexed aggregate. */
export async function benchAgeing(stage, { charges }) {
  console.log(`ageing: ${charges} charges …`);
  const rooms = Math.round(charges / (YEARS * 12 * 3));
  const [projectId] = await makeCommunities(stage.admin, { projects: 1, rooms, firstPeriod: "1900-01" });
  const filled = await seconds(() =>
    fillTable(stage.admin, "charge", () => makeCharges(stage.admin, projectId, charges, OPEN_MONTHS)),
  );
  console.log(`filled in ${filled.toFixed(0)} s`);
  await stage.admin.query("VACUUM ANALYZE charge");
  const { token } = await signIn(stage, ["billing:read"]);
  const headers = { authorization: `Bearer ${token}` };
  const api = await startServer(path.join(stage.root, "apps/api/dist/main.js"), stage.env);
  try {
    const report = `/api/projects/${projectId}/billing-reports/AGEING`;
    const [product, bare] = await sideBySide(
      3,
      () => throughput({ port: api.port, path: report, headers, connections: 1, seconds: 2 }),
      () => aggregates(stage.admin, projectId),
    );
    const open = Math.round(rooms * 3 * OPEN_MONTHS);
    const measured = `bare ${(1000 / bare).toFixed(0)} ms, report ${(1000 / product).toFixed(0)} ms, ${open} open`;
    const name = `(g) ageing of arrears over ${charges} charges`;
    return { name, measured, ratio: bare / product, limit: 3, better: "lower" };
  } finally {
    await api.stop();
  }
}

/** Bare aggregates in a second. */
async function aggregates(admin, projectId) {
  const started = performance.now();
  let done = 0;
  for (; performance.now() - started < 2000; done += 1) await admin.query(BARE, [projectId]);
  return done / ((performance.now() - started) / 1000);
}
