import { randomUUID } from "node:crypto";
import { readPages } from "./prints/pdf-text.factories.js";
import { writeHcWorkbook } from "../test/hc-workbook.js";
import { checkInvariants } from "../test/invariants.js";
import { startTestApp, type TestClient } from "../test/test-app.js";

/**
 * The main job over REST, by the people who do it: a new community from another product's workbook, a month billed,
 * paid, printed, corrected and closed. The same story runs in the console in apps/e2e/stories/first-month.spec.ts.
 */
const app = await startTestApp();
app.clock.set("2026-03-05");
afterAll(() => app.close());

/** Steps of one story: each stands on the one before. */
let at: string;
let people: Record<"company" | "manager" | "finance" | "cashier", TestClient>;
let room: { id: string; code: string };
let receiptId: string;

const done = async (client: TestClient, { body }: { body: { jobId: string } }) => {
  await app.drainJobs();
  const job = await client.get(`${at}/jobs/${body.jobId}`);
  expect(job.body).toMatchObject({ status: "DONE" });
  return job.body;
};

test("the company opens a management area; everybody gets his role in it", async () => {
  const company = await app.asRole("COMPANY_MANAGER");
  const created = await company.post("/projects", {
    name: "清河雅苑物业服务中心",
    shortName: "清河雅苑",
    firstPeriod: "2026-03",
  });
  expect(created.status).toBe(201);
  at = `/projects/${created.body.id}`;
  const [manager, finance, cashier] = await Promise.all(
    ["PROJECT_MANAGER", "FINANCE_REVIEWER", "CASHIER"].map((role) => app.asRole(role, created.body.id)),
  );
  people = { company, manager: manager!, finance: finance!, cashier: cashier! };
});

test("the manager imports the workbook of another product, deciding in so many words about its faults", async () => {
  const { manager } = people;
  const uploaded = await manager.upload(`${at}/imports`, { name: "hc.xlsx", content: await writeHcWorkbook() });
  expect(uploaded.status).toBe(201);
  const batch = `${at}/imports/${uploaded.body.id}`;
  await done(manager, await manager.post(`${batch}/check`));
  const checked = await manager.get(batch);
  const decisions = checked.body.summary.decisions as { code: string; question: string }[];
  expect(decisions.map(({ code }) => code).sort()).toEqual(["ID_SHARED", "OWNER_UNKNOWN"]);
  expect((await manager.post(`${batch}/commit`, { decisions: [] })).status).toBe(409);

  await done(manager, await manager.post(`${batch}/commit`, { decisions: decisions.map(({ code }) => code) }));
  const directory = (await manager.get(`${at}/directory`)).body;
  expect(directory.buildings).toHaveLength(13);
  expect(directory.buildings.flatMap(({ units }: { units: unknown[] }) => units)).toHaveLength(26);
  const rooms = (await manager.get(`${at}/rooms?pageSize=50`)).body;
  expect(rooms.total).toBe(8);
  room = rooms.items.find(({ code }: { code: string }) => code.endsWith("1011"));
  expect((await manager.get(`${at}/bindings?pageSize=50`)).body.total).toBe(11);
  expect((await manager.get(`${at}/customers`)).body.items).toHaveLength(5);
});

test("one more fee is bound to all rooms", async () => {
  const { manager } = people;
  const item = {
    code: "LJ",
    name: "垃圾清运费",
    kind: "REGULAR",
    incomeClass: "PROPERTY",
    collectedForOthers: true,
    active: true,
  };
  const feeItem = await manager.post(`${at}/fee-items`, item);
  expect(feeItem.status).toBe(201);
  const terms = {
    base: "HOUSEHOLD",
    areaKind: "CHARGE",
    cycle: "MONTH",
    timing: "PREPAID",
    proration: "ACTUAL_DAYS",
    changePolicy: "SPLIT_DAYS",
  };
  const rounding = { roundingMode: "HALF_UP", roundingUnit: "0.01", dueRule: "DAY_OF_MONTH", dueDays: 20 };
  const version = { startsOn: "2026-01-01", unitPrice: "6.00" };
  const rate = await manager.post(`${at}/rates`, {
    feeItemId: feeItem.body.id,
    name: "按户",
    ...terms,
    ...rounding,
    version,
  });
  expect(rate.status).toBe(201);
  const bound = await manager.post(`${at}/bindings`, { rateId: rate.body.id, rooms: {}, startsOn: "2026-03-01" });
  expect(bound.body).toMatchObject({ createdCount: 8 });
});

test("the month is rehearsed, its differences looked at, and published", async () => {
  const { finance } = people;
  const rehearsed = await finance.post(`${at}/runs`, { period: "2026-03" });
  await done(finance, rehearsed);
  const run = `${at}/runs/${rehearsed.body.runId}`;
  // five rooms with an owner: 7 bindings of the workbook and 5 of the new fee; three rooms nobody pays for
  expect((await finance.get(run)).body).toMatchObject({
    status: "REHEARSED",
    lineCount: 12,
    differences: { NO_PAYER: 7 },
  });
  expect((await finance.post(`${run}/publish`, {})).body).toMatchObject({ code: "RUN_WITHOUT_PAYER" });
  await done(finance, await finance.post(`${run}/publish`, { skipWithoutPayer: true }));

  const { items } = (await finance.get(`${at}/charges?roomId=${room.id}`)).body;
  expect(items.map(({ amountFen }: { amountFen: number }) => amountFen).sort((a: number, b: number) => a - b)).toEqual([
    600, 11456, 14293,
  ]);
});

test("the cashier takes a mixed payment with change and prints the receipt", async () => {
  const { cashier } = people;
  const charges = (await cashier.get(`${at}/charges?roomId=${room.id}`)).body.items as {
    id: string;
    payerId: string;
    openFen: number;
  }[];
  receiptId = randomUUID();
  const body = {
    id: receiptId,
    payerId: charges[0]!.payerId,
    lines: charges.map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen })),
    methods: [
      { method: "WECHAT", tenderedFen: 20_000 },
      { method: "CASH", tenderedFen: 10_000 },
    ],
  };
  const posted = await cashier.post(`${at}/receipts`, body);
  expect(posted).toMatchObject({ status: 201, body: { receiptNo: "SJ000001", amountFen: 26_349, changeFen: 3_651 } });
  // the network failed and the console tried again
  expect((await cashier.post(`${at}/receipts`, body)).body.receiptNo).toBe("SJ000001");

  const pages = await readPages((await cashier.post(`${at}/receipts/${receiptId}/pdf`)).raw);
  expect(pages.map(({ text }) => text).join("")).toContain("贰佰陆拾叁元肆角玖分");
});

test("the notice of a room that still owes is printed", async () => {
  const { cashier } = people;
  const heads = (await cashier.get(`${at}/notices?period=2026-03`)).body.items as {
    roomCodes: string[];
    payableFen: number;
  }[];
  expect(heads).toHaveLength(4);
  const pdf = await cashier.get(`${at}/notices/pdf?period=2026-03`);
  expect(pdf.headers["content-type"]).toContain("application/pdf");
  const text = (await readPages(pdf.raw)).map((page) => page.text).join("");
  expect(text).toContain("收费通知单");
  expect(text).toContain("清河雅苑物业服务中心");
});

test("a wrong receipt is reversed by somebody else, and what it settled is owed again", async () => {
  const { cashier, finance } = people;
  expect((await cashier.post(`${at}/receipts/${receiptId}/reverse`, { reason: "收错房间" })).status).toBe(403);
  const reversed = await finance.post(`${at}/receipts/${receiptId}/reverse`, { reason: "收错房间" });
  expect(reversed.body).toMatchObject({ status: "RED", amountFen: -26_349 });
  const { items } = (await finance.get(`${at}/charges?roomId=${room.id}`)).body;
  expect(items.every(({ openFen, amountFen }: { openFen: number; amountFen: number }) => openFen === amountFen)).toBe(
    true,
  );
  expect((await finance.post(`${at}/receipts/${receiptId}/reverse`, { reason: "再来一次" })).status).toBe(409);
});

test("the month is closed, and nothing is posted into it any more", async () => {
  const { cashier, finance } = people;
  app.clock.set("2026-04-02");
  const checklist = (await finance.get(`${at}/periods/2026-03/checklist`)).body;
  expect(checklist.closable).toBe(true);
  const closed = await finance.post(`${at}/periods/2026-03/close`, { confirm: true });
  expect(closed.status).toBeLessThan(300);
  const periods = (await finance.get(`${at}/periods`)).body.items as { period: string; status: string }[];
  expect(periods.find(({ period }) => period === "2026-03")?.status).toBe("CLOSED");
  expect(periods.find(({ period }) => period === "2026-04")?.status).toBe("OPEN");

  const [charge] = (await cashier.get(`${at}/charges?roomId=${room.id}`)).body.items;
  const late = {
    id: randomUUID(),
    payerId: charge.payerId,
    bookedOn: "2026-03-31",
    lines: [{ chargeId: charge.id, amountFen: charge.openFen }],
    methods: [{ method: "WECHAT", tenderedFen: charge.openFen }],
  };
  expect((await cashier.post(`${at}/receipts`, late)).body).toMatchObject({ code: "PERIOD_CLOSED" });
  expect((await cashier.post(`${at}/receipts`, { ...late, bookedOn: "2026-04-02" })).status).toBe(201);
  await checkInvariants(app.db, at.split("/")[2]!);
});
