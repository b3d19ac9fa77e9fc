import pg from "pg";
import type { StandardReport } from "@linli/contracts";
import { makeCommunities, makeHistory } from "../../../test/community.js";
import { startTestApp } from "../../../test/test-app.js";
import type { ReportRequest } from "./report-source.js";
import { REPORT_SOURCES } from "./report-sources.js";

const app = await startTestApp();
afterAll(() => app.close());

let projectId: string;
let feeItemId: string;

// five years of 100 rooms and a late fee on every bill
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  [projectId] = (await makeCommunities(admin, { projects: 1, rooms: 100, firstPeriod: "2021-01" })) as [string];
  await makeHistory(admin, projectId, 60);
  await admin.query("CREATE TEMP TABLE late AS SELECT * FROM charge LIMIT 0");
  await admin.query("INSERT INTO late SELECT * FROM charge WHERE project_id = $1", [projectId]);
  await admin.query("UPDATE late SET principal_id = id, id = gen_random_uuid(), source = 'LATE_FEE'");
  await admin.query("INSERT INTO charge SELECT * FROM late");
  const { rows } = await admin.query<{ id: string }>("SELECT id FROM fee_item WHERE project_id = $1 LIMIT 1", [
    projectId,
  ]);
  feeItemId = rows[0]!.id;
  await admin.query("ANALYZE");
  await admin.end();
}, 120_000);

test.each<[StandardReport, string, RegExp]>([
  ["RECEIPTS", "what was given back on a day", /using ix_charge_entry_given_back/],
  ["RECEIVABLES", "the late fees of a month", /using ix_charge_principal .*\n *Index Cond: .*principal_id = /],
  ["RECEIVABLE_TOTALS", "the late fees of a month", /using ix_charge_principal .*\n *Index Cond: .*principal_id = /],
])("%s finds %s in an index, not in all the years", async (key, _what, index) => {
  const request: ReportRequest = {
    projectId,
    today: "2026-03-31",
    from: "2026-03-31",
    to: "2026-03-31",
    fromPeriod: "2025-12",
    toPeriod: "2025-12",
    asOf: "2026-03-31",
    year: 2026,
    by: "ITEM",
    basis: "PAID",
    buildingId: null,
    feeItemId,
    part: null,
    method: null,
    reason: null,
  };
  const params: unknown[] = [];
  const sql = await REPORT_SOURCES[key].rows(request, (value) => `$${params.push(value)}`, app.db, []);
  const plan = await app.db.query<Record<string, string>[]>(`EXPLAIN ${sql}`, params);
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(index);
});
