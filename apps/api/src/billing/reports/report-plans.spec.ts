import pg from "pg";
import type { StandardReport, StandardReportQueryDto } from "@linli/contracts";
import { makeCommunities, makeHistory } from "../../../test/community.js";
import { startTestApp } from "../../../test/test-app.js";
import { requestOf } from "./report-request.js";
import { REPORT_SOURCES } from "./report-sources.js";

/** That a report of a month reads that month, not all the years before it: held against how the database would answer. */
const app = await startTestApp();
afterAll(() => app.close());

let projectId: string;
let feeItemId: string;

// five years of 100 rooms: a late fee on every bill, and one bill in two hundred taken back in its month
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  [projectId] = (await makeCommunities(admin, { projects: 1, rooms: 100, firstPeriod: "2021-01" })) as [string];
  await makeHistory(admin, projectId, 60);
  const asLateFee = "jsonb_build_object('id', gen_random_uuid(), 'source', 'LATE_FEE', 'principal_id', id)";
  await admin.query(
    `INSERT INTO charge SELECT (jsonb_populate_record(c, ${asLateFee})).* FROM charge c WHERE project_id = $1`,
    [projectId],
  );
  await admin.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, source, reason, created_by)
     SELECT project_id, gen_random_uuid(), now(), id, 'REVERSAL', -1, due_on, period, 'HAND', '重复登记', gen_random_uuid()
       FROM charge WHERE project_id = $1 AND abs(hashtext(id::text)) % 200 = 0`,
    [projectId],
  );
  await admin.query("ANALYZE");
  const { rows } = await admin.query<{ id: string }>("SELECT id FROM fee_item WHERE project_id = $1", [projectId]);
  feeItemId = rows[0]!.id;
  await admin.end();
}, 120_000);

/** How the database would answer a report asked on 31 March 2026. */
async function planOf(key: StandardReport, query: StandardReportQueryDto): Promise<string> {
  const source = REPORT_SOURCES[key];
  const params: unknown[] = [];
  const request = requestOf(projectId, "2026-03-31", query, source.parameters);
  const sql = await source.rows(request, (value) => `$${params.push(value)}`, app.db, []);
  const plan = await app.db.query<Record<string, string>[]>(`EXPLAIN ${sql}`, params);
  return plan.map((row) => row["QUERY PLAN"]).join("\n");
}

const december = () => ({ fromPeriod: "2025-12", toPeriod: "2025-12", feeItemId });
const LATE_FEES_OF_BILL = /using ix_charge_principal .*\n *Index Cond: .*principal_id = /;

test.each<[StandardReport, string, () => StandardReportQueryDto, RegExp]>([
  [
    "RECEIPTS",
    "what was given back on a day",
    () => ({ from: "2026-03-31", feeItemId }),
    /using ix_charge_entry_given_back/,
  ],
  ["RECEIVABLES", "the late fees of a month", december, LATE_FEES_OF_BILL],
  ["RECEIVABLE_TOTALS", "the late fees of a month", december, LATE_FEES_OF_BILL],
  [
    "ADJUSTMENTS",
    "what was taken back in a month",
    december,
    /ix_charge_entry_taken_back .*\n *Index Cond: .*period >= '2025-12'/,
  ],
  [
    "ADJUSTMENTS",
    "what was billed ahead for a month",
    december,
    /ix_charge_booked.*\n *Index Cond: .*booked_period >= '2025-12'/,
  ],
])("%s finds %s in an index, not in all the years", async (key, _what, query, index) => {
  expect(await planOf(key, query())).toMatch(index);
});
