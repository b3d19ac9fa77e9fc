import type { Permission } from "@linli/contracts";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aTakenOverProject, anArrear, posted } from "../../imports/openings/openings.factories.js";
import { published, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";
import { aMeteredRoom, asked, chargesOf, installed } from "../meters/meters.factories.js";
import { aDesk } from "../receipts.factories.js";
import { aRestructuringCommunity } from "../restructures/restructures.factories.js";
import { aSoldRoom, transferred } from "../transfers/transfers.factories.js";

/** Where the entries of 调整与红冲明细表 come from when more was done than to take a charge back (3.13), over HTTP. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

type Row = Record<string, string | number | null>;

/** What the ledger says was taken back or adjusted, charge and fen, in no order. */
const ofLedger = async (projectId: string) =>
  (
    await app.db.query<{ chargeId: string; fen: number }[]>(
      `SELECT charge_id AS "chargeId", amount_fen AS fen FROM charge_entry WHERE project_id = $1 AND kind IN ('ADJUSTMENT', 'REVERSAL')`,
      [projectId],
    )
  )
    .map(({ chargeId, fen }) => `${chargeId} ${fen}`)
    .toSorted();

/** The rows of a place in these months: those of its ledger, of this source all. */
async function rowsOf(source: string, projectId: string, reader: TestClient, [from, to] = ["2026-03", "2026-03"]) {
  const query = `pageSize=200&fromPeriod=${from}&toPeriod=${to}`;
  const { status, body } = await reader.get(`/projects/${projectId}/billing-reports/ADJUSTMENTS?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const items = body.items as Row[];
  expect(items.map(({ chargeId, adjustedFen }) => `${chargeId} ${adjustedFen}`).toSorted()).toEqual(
    await ofLedger(projectId),
  );
  expect([...new Set(items.map((row) => row["source"]))]).toEqual([source]);
  return items;
}

test("two recalculations at the same moment: each bill has the persons of its own", async () => {
  const { projectId, url, room, feeItem, reviewer } = await aDesk(app, { firstPeriod: "2026-01" });
  const other = await savedFeeItem(app, projectId, { name: "车位管理费" });
  const rates = [await savedRate(app, feeItem), await savedRate(app, other)];
  for (const rate of rates) await savedBinding(app, room, rate);
  const rights: Permission[] = ["property:read", "billing:read", "billing:rates", "billing:recalculate"];
  const publisher = await app.as(["billing:run", "billing:publish", "billing:read"], projectId);
  await published(app, publisher, projectId, { period: "2026-03" });
  for (const [index, [rate, asker, approver]] of [
    [rates[0]!, "财务甲", "经理丙"] as const,
    [rates[1]!, "财务丁", "经理戊"] as const,
  ].entries()) {
    const finance = await app.as(rights, projectId, asker);
    const manager = await app.as([...rights, "billing:approve-recalculation"], projectId, approver);
    await finance.post(`${url}/rates/${rate.id}/versions`, {
      startsOn: "2026-03-16",
      unitPrice: "2.80",
      inBilledTime: true,
    });
    const months = { fromPeriod: "2026-03", toPeriod: "2026-03" };
    const body = { feeItemIds: [rate.feeItemId], ...months, rooms: {}, reason: `调价 ${index}` };
    const { recalculationId } = (await finance.post(`${url}/recalculations`, body)).body;
    await app.drainJobs();
    await finance.post(`${url}/recalculations/${recalculationId}/submit`, {});
    const { approvalId } = (await finance.get(`${url}/recalculations/${recalculationId}`)).body;
    expect((await manager.post(`${url}/approvals/${approvalId}/approve`, {})).status).toBe(200);
    await app.drainJobs();
  }
  const rows = await rowsOf("RECALCULATION", projectId, reviewer);
  expect(rows.map((row) => [row["feeItemName"], row["requestedByName"], row["decidedByName"]]).toSorted()).toEqual(
    [
      [feeItem.name, "财务甲", "经理丙"],
      ["车位管理费", "财务丁", "经理戊"],
    ].toSorted(),
  );
});

test("a reading that is corrected: the bill it was billed with", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const url = `${at}/meters/${await installed(home)}/readings`;
  const { id } = await asked(manager, url, { readOn: "2026-03-31", value: "20" });
  await published(app, manager, project.id, { period: "2026-03" });
  const [charge] = await chargesOf(home);
  await asked(manager, `${url}/${id}/correct`, { readOn: "2026-03-31", value: "18", correction: "抄错一位" });
  expect(await rowsOf("READING", project.id, manager)).toMatchObject([
    { chargeId: charge!.id, chargedFen: 10_000, adjustedFen: -10_000, reason: "抄错一位" },
  ]);
});

test("a transfer: the month that is cut, and the debts that the buyer takes over", async () => {
  app.clock.set("2025-06-18");
  const sold = await aSoldRoom(app, { area: "100.00", price: "1.00" });
  const { number } = await transferred(sold, { arrears: "ASSUMED" });
  const rows = await rowsOf("TRANSFER", sold.projectId, sold.manager, ["2025-04", "2025-06"]);
  // June is cut at the 18th; April, May and the seller's 17 days of June (56.67) are then his who buys
  expect(rows.map(({ period, adjustedFen }) => `${period} ${adjustedFen}`).toSorted()).toEqual([
    "2025-04 -10000",
    "2025-05 -10000",
    "2025-06 -10000",
    "2025-06 -5667",
  ]);
  for (const { reason } of rows) expect(reason).toContain(number);
});

test("a split, and its undoing", async () => {
  app.clock.set("2026-03-20");
  const community = await aRestructuringCommunity(app);
  const { projectId, clerk, room, splitOf, carriedOut, restore } = community;
  const old = await room();
  await published(app, clerk, projectId, { period: "2026-03" });
  const split = await carriedOut(await splitOf(old.id, "2026-03-16"));
  // 100 m² × 2.38 for March; 15 of its 31 days stay
  const rows = await rowsOf("RESTRUCTURE", projectId, clerk);
  expect(rows).toMatchObject([{ period: "2026-03", chargedFen: 23_800, adjustedFen: -23_800 }]);
  expect((await restore(split)).status).toBe(200);
  const undone = await rowsOf("RESTRUCTURE", projectId, clerk);
  expect(undone.map((row) => row["adjustedFen"]).toSorted()).toEqual([-11_516, -23_800]);
});

test("a service that ends early: the bills of the days after, and the one that is cut", async () => {
  app.clock.set("2026-01-05");
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const room = await savedRoom(app, projectId, { chargeArea: "100.00", buildingArea: "100.00" });
  const rate = await savedRate(app, await savedFeeItem(app, projectId), { cycle: "YEAR" }, { unitPrice: "1.00" });
  const binding = await savedBinding(app, room, rate, { startsOn: "2026-01-01" });
  await savedOwner(app, room);
  await published(app, await app.asRole("PROJECT_MANAGER", projectId), projectId, { period: "2026-01" });
  const finance = await app.asRole("FINANCE_REVIEWER", projectId);
  const end = { id: newId(), lastDay: "2026-10-15", difference: "PREPAYMENT", reason: "业主搬离" };
  await asked(finance, `/projects/${projectId}/bindings/${binding.id}/early-end`, end);
  const rows = await rowsOf("EARLY_END", projectId, finance, ["2026-01", "2026-12"]);
  expect(rows.map(({ period, adjustedFen }) => `${period} ${adjustedFen}`).toSorted()).toEqual([
    "2026-10 -10000",
    "2026-11 -10000",
    "2026-12 -10000",
  ]);
  expect(rows[0]!["reason"]).toContain("业主搬离");
});

test("opening balances that are taken back, in the month before the first", async () => {
  const home = await aTakenOverProject(app);
  const arrear = anArrear(home, "2025-10-01", "2025-12-31", "2025-10-20", 300);
  const { id } = await posted(home, { 欠费: [arrear] });
  expect((await home.importer.post(`${home.at}/${id}/reverse`, { reason: "清单拿错了" })).status).toBe(200);
  expect(await rowsOf("OPENING", home.projectId, home.reviewer, ["2025-12", "2025-12"])).toMatchObject([
    { roomCode: home.room.code, chargedFen: 30_000, adjustedFen: -30_000, countsIn: "2025-12" },
  ]);
});
