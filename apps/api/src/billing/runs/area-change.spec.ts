import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, rehearsed, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

/** A room of 100 m² at 2.38 yuan, whose charged area is 62 m² from a day on, as asked for and approved. */
async function changedFrom(startsOn: string, changePolicy: "SPLIT_DAYS" | "NEXT_MONTH", publishFirst?: string) {
  const { id: projectId } = await savedProject(app);
  const rate = await savedRate(app, await savedFeeItem(app, projectId), { changePolicy }, { unitPrice: "2.38" });
  const room = await savedRoom(app, projectId);
  await savedOwner(app, room);
  await savedBinding(app, room, rate);
  const biller = await app.as(["billing:read", "billing:run", "billing:publish"], projectId);
  if (publishFirst) await published(app, biller, projectId, { period: publishFirst });
  const asker = await app.as(["property:read", "property:areas"], projectId);
  const manager = await app.as(["property:read", "property:approve"], projectId);
  const change = { startsOn, buildingArea: "100", chargeArea: "62", reason: "重新测绘", confirmWarnings: true };
  const { body } = await asker.post(`/projects/${projectId}/rooms/${room.id}/area-changes`, change);
  expect((await manager.post(`/projects/${projectId}/approvals/${body.approvalId}/approve`, {})).status).toBe(200);
  const linesOf = async (period: string) => {
    const run = await rehearsed(app, biller, projectId, { period });
    return (await biller.get(`/projects/${projectId}/runs/${run.id}/lines?pageSize=200`)).body.items;
  };
  return { projectId, room, biller, linesOf };
}

const chargesOf = (projectId: string) =>
  app.db.query(
    `SELECT service_from AS "from", service_to AS "to", trim_scale(quantity)::text AS quantity, amount_fen AS fen
       FROM charge WHERE project_id = $1 ORDER BY service_from`,
    [projectId],
  );

test("cut by days, the month of the change has two lines, and says why (BIL-13)", async () => {
  const { projectId, biller, linesOf } = await changedFrom("2026-03-16", "SPLIT_DAYS");
  const lines = await linesOf("2026-03");
  expect(lines.map((line: Record<string, unknown>) => [line.serviceFrom, line.serviceTo, line.amountFen])).toEqual([
    // 238.00 × 15/31 and 147.56 × 16/31
    ["2026-03-01", "2026-03-15", 11_516],
    ["2026-03-16", "2026-03-31", 7_616],
  ]);
  for (const { explanation } of lines) expect(explanation.join("")).toContain("面积");
  await published(app, biller, projectId, { period: "2026-03" });
  const traces = await app.db.query<{ cut: string[] }[]>(
    "SELECT trace -> 'cut' AS cut FROM charge WHERE project_id = $1",
    [projectId],
  );
  expect(traces).toEqual([{ cut: ["AREA"] }, { cut: ["AREA"] }]);
  await checkInvariants(app.db, projectId);
});

test("from the next month on, the month of the change keeps the old area", async () => {
  const { linesOf } = await changedFrom("2026-03-16", "NEXT_MONTH");
  const amounts = async (period: string) =>
    (await linesOf(period)).map(({ amountFen }: { amountFen: number }) => amountFen);
  expect(await amounts("2026-03")).toEqual([23_800]);
  expect(await amounts("2026-04")).toEqual([14_756]);
});

test("a day to come counts in a rehearsal at once, though the room still shows today's area", async () => {
  const { projectId, room, linesOf } = await changedFrom("2026-04-16", "SPLIT_DAYS");
  const reader = await app.as(["property:read"], projectId);
  expect((await reader.get(`/projects/${projectId}/rooms/${room.id}`)).body.chargeArea).toBe("100.00");
  expect((await linesOf("2026-03")).map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual([23_800]);
  expect(await linesOf("2026-04")).toHaveLength(2);
});

test("what was issued stays as it was, also when the first day lies before it", async () => {
  const { projectId, linesOf } = await changedFrom("2026-01-10", "SPLIT_DAYS", "2026-02");
  const before = await chargesOf(projectId);
  expect(before).toEqual([{ from: "2026-02-01", to: "2026-02-28", quantity: "100", fen: 23_800 }]);
  await linesOf("2026-02");
  expect(await chargesOf(projectId)).toEqual(before);
});
