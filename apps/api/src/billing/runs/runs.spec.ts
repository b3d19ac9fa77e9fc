import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, rehearsed, savedBinding, savedFeeItem, savedRate } from "../billing.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

type Overrides<F extends (...args: never[]) => unknown, N extends number> = Parameters<F>[N];

/** A project with one fee item and rate, and a person who may bill. */
async function community(
  project: Overrides<typeof savedProject, 1> = {},
  rateOverrides: Overrides<typeof savedRate, 2> = {},
  version: Overrides<typeof savedRate, 3> = {},
) {
  const { id: projectId } = await savedProject(app, project);
  const item = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, item, rateOverrides, version);
  const client = await app.as(
    ["billing:read", "billing:run", "billing:publish", "billing:reverse-run", "billing:reverse"],
    projectId,
  );
  return { projectId, item, rate, client, url: `/projects/${projectId}/runs` };
}

type Community = Awaited<ReturnType<typeof community>>;

/** A room with an owner, bound to the rate. */
async function billedRoom({ projectId, rate }: Community, room: object = {}, binding: object = {}) {
  const saved = await savedRoom(app, projectId, room);
  const owner = await savedOwner(app, saved);
  await savedBinding(app, saved, rate, binding);
  return { ...saved, owner };
}

const linesOf = async (client: TestClient, url: string, runId: string, query = "") =>
  (await client.get(`${url}/${runId}/lines?pageSize=200${query}`)).body.items;

const chargesOf = ({ projectId }: { projectId: string }) =>
  app.db.query<
    {
      period: string;
      service_from: string;
      service_to: string;
      amount_fen: number;
      payer_id: string;
      booked_period: string;
      due_on: string;
    }[]
  >(
    `SELECT period, booked_period, service_from, service_to, amount_fen, payer_id, due_on FROM charge
      WHERE project_id = $1 AND reversed_fen = 0 ORDER BY room_id, service_from`,
    [projectId],
  );

const fensOf = async (one: { projectId: string }) => (await chargesOf(one)).map(({ amount_fen }) => amount_fen);

const summaryOf = (project: { projectId: string }) =>
  app.db.query("SELECT status, failure FROM charge_run WHERE project_id = $1 ORDER BY id", [project.projectId]);

test("a month is rehearsed, published, and owed by the payers", async () => {
  const one = await community();
  const room = await billedRoom(one, { chargeArea: "89.47" });
  const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
  expect(run).toMatchObject({
    status: "REHEARSED",
    lineCount: 1,
    amountFen: 21_294,
    differences: { NEW: 1 },
    skippedCount: 0,
  });
  const [line] = await linesOf(one.client, one.url, run.id);
  expect(line).toMatchObject({
    roomCode: room.code,
    payerName: room.owner.name,
    amountFen: 21_294,
    previousFen: null,
    difference: "NEW",
  });
  expect(line.explanation.join("")).toContain("89.47 m² × 2.38 元/m²");
  expect(await chargesOf(one)).toEqual([]);

  const { status, body } = await one.client.post(`${one.url}/${run.id}/publish`, {});
  expect(status).toBe(202);
  await app.drainJobs();
  const job = await app.db.query("SELECT status, result FROM job WHERE id = $1", [body.jobId]);
  expect(job).toEqual([{ status: "DONE", result: { runId: run.id, lineCount: 1, amountFen: 21_294 } }]);
  expect(await chargesOf(one)).toEqual([
    {
      period: "2026-03",
      booked_period: "2026-03",
      service_from: "2026-03-01",
      service_to: "2026-03-31",
      amount_fen: 21_294,
      payer_id: room.owner.id,
      due_on: "2026-03-20",
    },
  ]);
  expect((await one.client.get(`${one.url}/${run.id}`)).body).toMatchObject({
    status: "PUBLISHED",
    publishedAt: expect.any(String),
  });
});

test("the worked example: 94.56 m² at 1.3 and at 1 yuan, each with a surcharge of 20, is 142.93 and 114.56", async () => {
  const one = await community({}, {}, { unitPrice: "1.3", surcharge: "20" });
  const room = await billedRoom(one, { chargeArea: "94.56" });
  const second = await savedRate(app, await savedFeeItem(app, one.projectId), {}, { unitPrice: "1", surcharge: "20" });
  await savedBinding(app, room, second);
  await published(app, one.client, one.projectId, { period: "2026-03" });
  expect((await fensOf(one)).sort()).toEqual([11_456, 14_293]);
});

test("BC-03: a quarter that begins on 12 May has one line a month, 165.05 and 255.83", async () => {
  const one = await community({ firstPeriod: "2025-01" }, { cycle: "QUARTER" }, { unitPrice: "2.50" });
  await billedRoom(one, { chargeArea: "102.33" }, { startsOn: "2025-05-12" });
  await published(app, one.client, one.projectId, { period: "2025-04" });
  const lines = await chargesOf(one);
  expect(lines.map(({ period, booked_period, amount_fen }) => [period, booked_period, amount_fen])).toEqual([
    ["2025-05", "2025-04", 16_505],
    ["2025-06", "2025-04", 25_583],
  ]);
  // the other months of the quarter bring nothing new, and nothing has vanished
  const next = await rehearsed(app, one.client, one.projectId, { period: "2025-06" });
  expect(next).toMatchObject({ lineCount: 0, skippedCount: 2, differences: {} });
});

test("a quarter by the contract begins with each room's own first month, and is stored by month all the same", async () => {
  const terms = { cycle: "QUARTER", cycleAnchor: "START" };
  const one = await community({ firstPeriod: "2025-01" }, terms, { unitPrice: "1.00" });
  const early = await billedRoom(one, { chargeArea: "100.00" }, { startsOn: "2025-02-01" });
  const late = await billedRoom(one, { chargeArea: "50.00" }, { startsOn: "2025-03-16" });
  await published(app, one.client, one.projectId, { period: "2025-04" });
  const monthsOf = async (room: { owner: { id: string } }) =>
    (await chargesOf(one)).filter(({ payer_id }) => payer_id === room.owner.id).map(({ period }) => period);
  expect(await monthsOf(early)).toEqual(["2025-02", "2025-03", "2025-04"]);
  expect(await monthsOf(late)).toEqual(["2025-03", "2025-04", "2025-05"]);
  await published(app, one.client, one.projectId, { period: "2025-06" });
  expect((await monthsOf(early)).slice(3)).toEqual(["2025-05", "2025-06", "2025-07"]);
  expect((await monthsOf(late)).slice(3)).toEqual(["2025-06", "2025-07", "2025-08"]);
  const again = await rehearsed(app, one.client, one.projectId, { period: "2025-07" });
  expect(again).toMatchObject({ lineCount: 0, differences: {} });
});

test("a quarter paid afterwards is billed in its last month, and is not missed before", async () => {
  const one = await community({ firstPeriod: "2025-01" }, { cycle: "QUARTER", timing: "POSTPAID" });
  await billedRoom(one);
  await published(app, one.client, one.projectId, { period: "2025-03" });
  expect((await chargesOf(one)).map(({ period }) => period)).toEqual(["2025-01", "2025-02", "2025-03"]);
  expect(await rehearsed(app, one.client, one.projectId, { period: "2025-04" })).toMatchObject({
    lineCount: 0,
    differences: {},
  });
});

test.each([
  ["SPLIT_DAYS", [10_303, 12_930]],
  ["NEXT_MONTH", [21_294]],
])("BC-05: a price that changes on 16 July is billed by %s", async (changePolicy, expected) => {
  const one = await community({ firstPeriod: "2025-01" }, { changePolicy }, { startsOn: "2024-01-01", endsOn: null });
  await billedRoom(one, { chargeArea: "89.47" }, { startsOn: "2024-01-01" });
  const keeper = await app.as(["billing:rates"], one.projectId);
  await keeper.post(`/projects/${one.projectId}/rates/${one.rate.id}/versions`, {
    startsOn: "2025-07-16",
    unitPrice: "2.80",
  });
  await published(app, one.client, one.projectId, { period: "2025-07" });
  expect(await fensOf(one)).toEqual(expected);
});

test("BC-22: the tenant pays from May to October, an owner named before and after; issued bills keep their payer", async () => {
  const one = await community({ firstPeriod: "2025-01" }, { base: "FIXED" }, { unitPrice: "300" });
  const room = await billedRoom(one);
  const [a, b, tenant] = [room.owner, await savedOwner(app, room), await savedCustomer(app, one.projectId)];
  await savedPayer(app, room, { customerId: a.id, startsOn: "2025-01-01", endsOn: "2025-04-30" });
  for (let month = 1; month <= 12; month += 1) {
    if (month === 5) {
      await savedPayer(app, room, { customerId: tenant.id, startsOn: "2025-05-01", endsOn: "2025-10-31" });
      await savedPayer(app, room, { customerId: a.id, startsOn: "2025-11-01" });
    }
    await published(app, one.client, one.projectId, { period: `2025-${String(month).padStart(2, "0")}` });
  }
  const charges = await chargesOf(one);
  const sumOf = (payerId: string) =>
    charges.filter((one) => one.payer_id === payerId).reduce((sum, { amount_fen }) => sum + amount_fen, 0);
  expect([sumOf(a.id), sumOf(tenant.id), sumOf(b.id)]).toEqual([180_000, 180_000, 0]);
});

describe("who pays", () => {
  test("nobody, when several owners named nobody: such lines wait, the others go on only when told so", async () => {
    const one = await community();
    const shared = await billedRoom(one);
    await savedOwner(app, shared);
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    expect(run).toMatchObject({ lineCount: 1, amountFen: 23_800, differences: { NO_PAYER: 1, NEW: 1 } });
    const refused = await one.client.post(`${one.url}/${run.id}/publish`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: "RUN_WITHOUT_PAYER", details: { count: 1 } } });
    expect((await one.client.post(`${one.url}/${run.id}/publish`, { skipWithoutPayer: true })).status).toBe(202);
    await app.drainJobs();
    expect(await fensOf(one)).toEqual([23_800]);

    // named later, the room is billed by a second run that leaves the others alone
    await savedPayer(app, shared, { customerId: shared.owner.id });
    expect(await published(app, one.client, one.projectId, { period: "2026-03" })).toMatchObject({
      lineCount: 1,
      skippedCount: 1,
    });
    expect(await fensOf(one)).toEqual([23_800, 23_800]);
  });

  test("the developer, while nobody owns the room", async () => {
    const one = await community();
    const { id: developerId } = await savedCustomer(app, one.projectId, { kind: "COMPANY", name: "某置业有限公司" });
    await app.db.query("UPDATE project SET developer_id = $2 WHERE id = $1", [one.projectId, developerId]);
    const room = await savedRoom(app, one.projectId);
    await savedBinding(app, room, one.rate);
    await savedOwner(app, room, {}, { startsOn: "2026-03-16" });
    await published(app, one.client, one.projectId, { period: "2026-03" });
    const charges = await chargesOf(one);
    expect(charges.map(({ payer_id, service_from }) => [payer_id === developerId, service_from])).toEqual([
      [true, "2026-03-01"],
      [false, "2026-03-16"],
    ]);
    expect(charges[0]!.amount_fen + charges[1]!.amount_fen).toBe(23_800);
  });
});

describe("differences against the month before", () => {
  test("new, vanished, changed, zero and missing prices are told apart", async () => {
    const one = await community({ differencePercent: 20 });
    const steady = await billedRoom(one);
    const dearer = await billedRoom(one);
    const gone = await billedRoom(one);
    await published(app, one.client, one.projectId, { period: "2026-02" });
    await app.db.query("UPDATE room SET charge_area = '120.01' WHERE id = $1", [dearer.id]);
    await app.db.query("UPDATE rate_binding SET ends_on = '2026-02-28' WHERE room_id = $1", [gone.id]);
    const fresh = await billedRoom(one);
    const empty = await billedRoom(one, { chargeArea: "0" });
    const ended = await savedRate(app, await savedFeeItem(app, one.projectId), {}, { endsOn: "2026-02-28" });
    await savedBinding(app, steady, ended);

    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    expect(run.differences).toEqual({ NONE: 1, CHANGED: 1, VANISHED: 1, NEW: 1, ZERO: 1, NO_RATE: 1 });
    expect(run).toMatchObject({ lineCount: 3, amountFen: 23_800 + 28_562 + 23_800 });
    const roomOf = async (difference: string) => {
      const [line] = await linesOf(one.client, one.url, run.id, `&difference=${difference}`);
      return [line.roomId, line.amountFen, line.previousFen];
    };
    expect(await roomOf("NONE")).toEqual([steady.id, 23_800, 23_800]);
    expect(await roomOf("CHANGED")).toEqual([dearer.id, 28_562, 23_800]);
    expect(await roomOf("VANISHED")).toEqual([gone.id, 0, 23_800]);
    expect(await roomOf("NEW")).toEqual([fresh.id, 23_800, null]);
    expect(await roomOf("ZERO")).toEqual([empty.id, 0, null]);
    expect(await roomOf("NO_RATE")).toEqual([steady.id, 0, null]);
  });

  test("what was billed otherwise before is shown, and never changed or billed twice", async () => {
    const one = await community();
    const room = await billedRoom(one);
    await published(app, one.client, one.projectId, { period: "2026-03" });
    await app.db.query("UPDATE rate_binding SET starts_on = '2026-03-16' WHERE room_id = $1", [room.id]);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    expect(run).toMatchObject({ lineCount: 0, amountFen: 0, differences: { ISSUED: 1 } });
    expect((await one.client.post(`${one.url}/${run.id}/publish`, {})).body.code).toBe("RUN_EMPTY");
    expect(await fensOf(one)).toEqual([23_800]);
  });
});

describe("publishing", () => {
  test("a run is published once", async () => {
    const one = await community();
    await billedRoom(one);
    const run = await published(app, one.client, one.projectId, { period: "2026-03" });
    const again = await one.client.post(`${one.url}/${run.id}/publish`, {});
    expect(again).toMatchObject({ status: 409, body: { code: "RUN_STATE" } });
    expect(await fensOf(one)).toHaveLength(1);
  });

  test("of two who publish a run at once, one wins", async () => {
    const one = await community();
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    const replies = await Promise.all([1, 2].map(() => one.client.post(`${one.url}/${run.id}/publish`, {})));
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
    await app.drainJobs();
    expect(await fensOf(one)).toHaveLength(1);
  });

  test("of two runs of the same month published at once, one wins; the other is out of date", async () => {
    const one = await community();
    await billedRoom(one);
    const runs = [
      await rehearsed(app, one.client, one.projectId, { period: "2026-03" }),
      await rehearsed(app, one.client, one.projectId, { period: "2026-03" }),
    ];
    for (const { id } of runs) expect((await one.client.post(`${one.url}/${id}/publish`, {})).status).toBe(202);
    await Promise.all([app.drainJobs(), app.drainJobs()]);
    const found = await summaryOf(one);
    expect(found.map(({ status }: { status: string }) => status).sort()).toEqual(["FAILED", "PUBLISHED"]);
    expect(found.find(({ status }: { status: string }) => status === "FAILED").failure).toContain("重新试算");
    expect(await fensOf(one)).toHaveLength(1);
  });

  test.each([
    ["an area", "UPDATE room SET charge_area = 90 WHERE project_id = $1"],
    ["a price", "UPDATE rate_version SET unit_price = 3 WHERE project_id = $1"],
    ["a binding", "UPDATE rate_binding SET starts_on = '2026-03-02' WHERE project_id = $1"],
    ["the owner", "UPDATE room_relation SET starts_on = '2026-03-05' WHERE project_id = $1"],
  ])("a rehearsal is out of date when %s has changed since", async (_what, change) => {
    const one = await community();
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    await app.db.query(change, [one.projectId]);
    await one.client.post(`${one.url}/${run.id}/publish`, {});
    await app.drainJobs();
    expect((await one.client.get(`${one.url}/${run.id}`)).body).toMatchObject({
      status: "FAILED",
      failure: expect.stringContaining("重新试算"),
    });
    expect(await chargesOf(one)).toEqual([]);
  });

  test("a rehearsal is out of date when the database knows of a charge for the same days; nothing is written", async () => {
    const one = await community();
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    // of a month that runs of March do not look at, so that only the unique key can tell
    await app.db.query(
      `INSERT INTO charge (project_id, id, created_at, room_id, payer_id, fee_item_id, source, period, booked_period, service_from,
                           service_to, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen, due_on)
       SELECT b.project_id, gen_random_uuid(), now(), b.room_id, l.customer_id, b.fee_item_id, 'RUN', '2025-01', '2025-01', '2026-03-01',
              '2026-03-31', 1, 0, 0, 0, 0, 1, '2026-03-20'
         FROM rate_binding b JOIN room_relation l ON l.project_id = b.project_id AND l.room_id = b.room_id
        WHERE b.project_id = $1`,
      [one.projectId],
    );
    await one.client.post(`${one.url}/${run.id}/publish`, {});
    await app.drainJobs();
    expect((await one.client.get(`${one.url}/${run.id}`)).body).toMatchObject({
      status: "FAILED",
      failure: expect.stringContaining("重新试算"),
    });
    expect(await fensOf(one)).toEqual([1]);
  });

  test("a publication that breaks in the middle leaves nothing, and does the whole when it runs again", async () => {
    const one = await community();
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    await one.client.post(`${one.url}/${run.id}/publish`, {});
    // the last statement of the transaction fails, as if the process had died there
    await breakAudit(true);
    await app.drainJobs().catch(() => undefined);
    expect(await chargesOf(one)).toEqual([]);
    expect((await one.client.get(`${one.url}/${run.id}`)).body.status).toBe("PUBLISHING");
    await breakAudit(false);
    await app.drainJobs();
    expect(await fensOf(one)).toHaveLength(1);
    expect((await one.client.get(`${one.url}/${run.id}`)).body.status).toBe("PUBLISHED");
  });

  test("a job that runs again after its work was committed changes nothing", async () => {
    const one = await community();
    await billedRoom(one);
    await published(app, one.client, one.projectId, { period: "2026-03" });
    await app.db.query("UPDATE job SET status = 'QUEUED' WHERE project_id = $1", [one.projectId]);
    await app.drainJobs();
    expect(await fensOf(one)).toHaveLength(1);
    expect(await summaryOf(one)).toEqual([{ status: "PUBLISHED", failure: null }]);
    expect(await app.db.query("SELECT DISTINCT status FROM job WHERE project_id = $1", [one.projectId])).toEqual([
      { status: "DONE" },
    ]);
  });
});

describe("months", () => {
  test.each([
    ["2025-12", "PERIOD_BEFORE_START"],
    ["2026-05", "PERIOD_NOT_DUE"],
  ])("%s is not billed: %s", async (period, code) => {
    const one = await community();
    expect((await one.client.post(one.url, { period })).body.code).toBe(code);
  });

  test("the next month may be billed ahead", async () => {
    const one = await community();
    await billedRoom(one);
    await published(app, one.client, one.projectId, { period: "2026-04" });
    expect((await chargesOf(one))[0]).toMatchObject({ period: "2026-04", booked_period: "2026-04" });
  });

  test("a month closed meanwhile refuses the publication, and its run is not reversed", async () => {
    const one = await community();
    await billedRoom(one);
    const close = () =>
      app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-01'", [
        one.projectId,
      ]);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-01" });
    await close();
    expect(await one.client.post(`${one.url}/${run.id}/publish`, {})).toMatchObject({
      status: 409,
      body: { code: "PERIOD_CLOSED" },
    });
    expect(await one.client.post(one.url, { period: "2026-01" })).toMatchObject({
      status: 409,
      body: { code: "PERIOD_CLOSED" },
    });

    await app.db.query("UPDATE billing_period SET status = 'OPEN' WHERE project_id = $1", [one.projectId]);
    await one.client.post(`${one.url}/${run.id}/publish`, {});
    await app.drainJobs();
    await close();
    const reversed = await one.client.post(`${one.url}/${run.id}/reverse`, { reason: "单价有误" });
    expect(reversed).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
  });
});

describe("reversing a run", () => {
  test("takes every charge back and frees the month for a new run", async () => {
    const one = await community();
    await billedRoom(one);
    await billedRoom(one);
    const run = await published(app, one.client, one.projectId, { period: "2026-03" });
    expect((await one.client.post(`${one.url}/${run.id}/reverse`, { reason: "单价有误" })).status).toBe(202);
    await app.drainJobs();
    expect((await one.client.get(`${one.url}/${run.id}`)).body).toMatchObject({
      status: "REVERSED",
      reversalReason: "单价有误",
    });
    expect(await chargesOf(one)).toEqual([]);
    const entries = await app.db.query(
      "SELECT kind, amount_fen, booked_on, period, reason FROM charge_entry WHERE project_id = $1",
      [one.projectId],
    );
    const entry = {
      kind: "REVERSAL",
      amount_fen: -23_800,
      booked_on: "2026-03-10",
      period: "2026-03",
      reason: "单价有误",
    };
    expect(entries).toEqual([entry, entry]);

    expect(await published(app, one.client, one.projectId, { period: "2026-03" })).toMatchObject({
      status: "PUBLISHED",
      lineCount: 2,
    });
    expect(await fensOf(one)).toEqual([23_800, 23_800]);
  });

  test("is refused while something was received, and says how much and for which rooms", async () => {
    const one = await community();
    const room = await billedRoom(one);
    const run = await published(app, one.client, one.projectId, { period: "2026-03" });
    await app.db.query("UPDATE charge SET received_fen = 5000, open_fen = open_fen - 5000 WHERE project_id = $1", [
      one.projectId,
    ]);
    const refused = await one.client.post(`${one.url}/${run.id}/reverse`, { reason: "单价有误" });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "RUN_TOUCHED", details: { count: 1, amountFen: 5000 } },
    });
    expect(refused.body.detail).toContain(room.code);
    expect(refused.body.detail).toContain("50.00 元");
  });

  test("needs a published run and a reason", async () => {
    const one = await community();
    await billedRoom(one);
    const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
    expect((await one.client.post(`${one.url}/${run.id}/reverse`, { reason: "单价有误" })).body.code).toBe("RUN_STATE");
    expect((await one.client.post(`${one.url}/${run.id}/reverse`, { reason: " " })).status).toBe(400);
  });
});

test("a run may be narrowed to buildings, rooms and items", async () => {
  const one = await community();
  const room = await billedRoom(one);
  await billedRoom(one);
  const second = await savedRate(app, await savedFeeItem(app, one.projectId));
  await savedBinding(app, room, second);
  const count = async (body: object) =>
    (await rehearsed(app, one.client, one.projectId, { period: "2026-03", ...body })).lineCount;
  const [unit] = await app.db.query("SELECT building_id FROM unit WHERE id = $1", [room.unitId]);
  expect(await count({})).toBe(3);
  expect(await count({ roomIds: null, buildingIds: null, feeItemIds: null })).toBe(3);
  expect(await count({ roomIds: [room.id] })).toBe(2);
  expect(await count({ buildingIds: [unit.building_id], feeItemIds: [second.feeItemId] })).toBe(1);
});

test("inactive rooms and items are not billed", async () => {
  const one = await community();
  await billedRoom(one, { active: false });
  const room = await billedRoom(one);
  await savedBinding(app, room, await savedRate(app, await savedFeeItem(app, one.projectId, { active: false })));
  expect(await rehearsed(app, one.client, one.projectId, { period: "2026-03" })).toMatchObject({ lineCount: 1 });
});

test("numbers that cannot be priced stop the rehearsal with the room's code", async () => {
  const one = await community({}, {}, { unitPrice: "99999999" });
  const room = await billedRoom(one, { chargeArea: "99999999" });
  const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
  expect(run).toMatchObject({ status: "FAILED", failure: expect.stringContaining(room.code) });
});

test("a rehearsal that was never published can be thrown away", async () => {
  const one = await community();
  await billedRoom(one);
  const run = await rehearsed(app, one.client, one.projectId, { period: "2026-03" });
  expect((await one.client.delete(`${one.url}/${run.id}`)).status).toBe(204);
  expect((await one.client.get(`${one.url}/${run.id}`)).status).toBe(404);
  const issued = await published(app, one.client, one.projectId, { period: "2026-03" });
  expect((await one.client.delete(`${one.url}/${issued.id}`)).body.code).toBe("RUN_STATE");
});

test("runs, rooms and items of another project do not exist here", async () => {
  const [one, other] = [await community(), await community()];
  const room = await billedRoom(other);
  const run = await rehearsed(app, other.client, other.projectId, { period: "2026-03" });
  expect((await one.client.get(`${one.url}/${run.id}`)).status).toBe(404);
  expect((await one.client.get(`${one.url}/${run.id}/lines`)).status).toBe(404);
  expect((await one.client.post(`${one.url}/${run.id}/publish`, {})).status).toBe(404);
  expect((await one.client.post(one.url, { period: "2026-03", roomIds: [room.id] })).status).toBe(404);
  expect((await one.client.post(one.url, { period: "2026-03", feeItemIds: [other.item.id] })).status).toBe(404);
  expect((await one.client.post(other.url, { period: "2026-03" })).status).toBe(403);
});

test("every line of a run stands in exactly one charge, and every balance is the sum of its entries", async () => {
  const one = await community();
  for (let n = 0; n < 5; n += 1) await billedRoom(one, { chargeArea: `8${n}.47` }, { startsOn: `2026-03-0${n + 1}` });
  const run = await published(app, one.client, one.projectId, { period: "2026-03" });
  const [sums] = await app.db.query(
    `SELECT count(*)::int AS lines, sum(c.amount_fen)::bigint AS fen,
            count(*) FILTER (WHERE c.open_fen <> c.amount_fen + COALESCE(e.fen, 0))::int AS wrong
       FROM charge c LEFT JOIN LATERAL (SELECT sum(amount_fen) AS fen FROM charge_entry WHERE charge_id = c.id) e ON true
      WHERE c.project_id = $1 AND c.run_id = $2`,
    [one.projectId, run.id],
  );
  expect(sums).toEqual({ lines: run.lineCount, fen: run.amountFen, wrong: 0 });
  await checkInvariants(app.db, one.projectId);
});

/** Takes from the application's role the right to write the audit row, or gives it back. */
async function breakAudit(broken: boolean): Promise<void> {
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`${broken ? "REVOKE" : "GRANT"} INSERT ON audit_log ${broken ? "FROM" : "TO"} linli_app`);
  await owner.end();
}
