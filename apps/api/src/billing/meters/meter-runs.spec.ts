import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer, savedPayer } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { published } from "../billing.factories.js";
import { aMeteredRoom, asked, chargesOf, installed, WATER_TIERS } from "./meters.factories.js";
import { metersOfMonth } from "./month-meters.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

const factsOf = async (home: Parameters<typeof chargesOf>[0]) =>
  (await chargesOf(home)).map(({ amountFen, quantity }) => [amountFen, Number(quantity)]);

describe("a use over several prices", () => {
  test("a price that comes back is billed with what it counted before and after", async () => {
    const home = await aMeteredRoom(app, { changePolicy: "SPLIT_DAYS" });
    const { at, manager, project, rateId } = home;
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-11", unitPrice: "6" });
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-21", unitPrice: "5" });
    const meter = await installed(home);
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "31" });
    await published(app, manager, project.id, { period: "2025-01" });
    expect(await factsOf(home)).toEqual([
      [10_500, 21],
      [6000, 10],
    ]);
    await checkInvariants(app.db, project.id);
  });

  test("an agreed price is not cut where the rate's changes", async () => {
    const home = await aMeteredRoom(app, { changePolicy: "SPLIT_DAYS" });
    const { at, manager, project, rateId } = home;
    const room = await savedRoom(app, project.id);
    await savedPayer(app, room, { customerId: home.owner.id });
    const agreed = { unitPrice: "4", overrideReason: "合同约定" };
    await asked(manager, `${at}/bindings`, {
      rateId,
      rooms: { roomIds: [room.id] },
      startsOn: "2024-01-01",
      ...agreed,
    });
    await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-16", unitPrice: "6" });
    const meter = await installed({ ...home, room });
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "31" });
    await published(app, manager, project.id, { period: "2025-01" });
    const [charge, ...others] = await chargesOf(home);
    expect(others).toEqual([]);
    expect(charge).toMatchObject({ amountFen: 12_400 });
    const { body } = await manager.get(`${at}/charges/${charge!.id}`);
    expect(body.explanation.join("\n")).not.toContain("/31");
  });
});

describe("whose a use is", () => {
  test.each([
    ["the May round read on 2 June: who pays in May", { readOn: "2025-06-02", period: "2025-05" }, "may"],
    ["the June round read on 31 May: who pays on that day", { readOn: "2025-05-31", period: "2025-06" }, "may"],
    ["the June round read in June: who pays then", { readOn: "2025-06-30", period: "2025-06" }, "june"],
  ] as const)("%s", async (_what, reading, who) => {
    const home = await aMeteredRoom(app);
    const { at, manager, project, room } = home;
    const may = await savedCustomer(app, project.id);
    const june = await savedCustomer(app, project.id);
    await savedPayer(app, room, { customerId: may.id, endsOn: "2025-05-31" });
    await savedPayer(app, room, { customerId: june.id, startsOn: "2025-06-01" });
    const meter = await installed(home, { installedOn: "2025-05-01" });
    await asked(manager, `${at}/meters/${meter}/readings`, { value: "8", ...reading });
    await published(app, manager, project.id, { period: reading.period });
    const payer = { may, june }[who];
    expect(await chargesOf(home)).toMatchObject([{ payerId: payer.id, amountFen: 4000 }]);
  });

  test("a rate that ends with May prices the May round that is read on 2 June", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const { body } = await manager.get(`${at}/bindings?pageSize=10`);
    await asked(manager, `${at}/bindings/${body.items[0].id}/end`, { endsOn: "2025-05-31" });
    const meter = await installed(home, { installedOn: "2025-05-01" });
    await asked(manager, `${at}/meters/${meter}/readings`, { value: "8", readOn: "2025-06-02", period: "2025-05" });
    await published(app, manager, project.id, { period: "2025-05" });
    expect(await factsOf(home)).toEqual([[4000, 8]]);
  });
});

describe("once a month, and within its window", () => {
  test("the surcharge stands once in a month, however often the month is billed", async () => {
    const home = await aMeteredRoom(app, { version: { surcharge: "3" } });
    const { at, manager, project } = home;
    const [kitchen, bath] = [await installed(home), await installed(home)];
    await asked(manager, `${at}/meters/${kitchen}/readings`, { readOn: "2025-01-31", value: "8" });
    const first = await published(app, manager, project.id, { period: "2025-01" });
    await asked(manager, `${at}/meters/${bath}/readings`, { readOn: "2025-01-31", value: "2" });
    await published(app, manager, project.id, { period: "2025-01" });
    expect((await chargesOf(home)).map(({ amountFen }) => amountFen)).toEqual([4300, 1000]);
    // taken back, it is due again
    await asked(manager, `${at}/runs/${first.id}/reverse`, { reason: "单价有误" });
    await app.drainJobs();
    await published(app, manager, project.id, { period: "2025-01" });
    const standing = (await chargesOf(home)).filter(({ openFen }) => openFen > 0);
    expect(standing.map(({ amountFen }) => amountFen)).toEqual([1000, 4300]);
  });

  test.each([
    ["YEAR", 2 * 500 + 8 * 700],
    ["MONTH", 10 * 500],
    ["CYCLE", 10 * 500],
  ] as const)(
    "what was used in the year before this system counts for tiers by year only: %s",
    async (tierBasis, fen) => {
      const home = await aMeteredRoom(app, { tierBasis, version: { tiers: WATER_TIERS } });
      const { at, manager, project } = home;
      const meter = await installed(home, { openingUse: "178" });
      await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "10" });
      await published(app, manager, project.id, { period: "2025-01" });
      expect((await chargesOf(home)).map(({ amountFen }) => amountFen)).toEqual([fen]);
    },
  );
});

test("the readings report shows use, price and amount of every tier; what two meters came to together stands once (BIL-112)", async () => {
  const tiered = { tierBasis: "YEAR" as const, version: { surcharge: "1.5", tiers: WATER_TIERS } };
  const home = await aMeteredRoom(app, tiered);
  const { at, manager, project } = home;
  const report = async () => {
    const { status, body } = await manager.get(`${at}/billing-reports/READINGS?fromPeriod=2025-01`);
    expect(status).toBe(200);
    return body as { items: Record<string, unknown>[]; totals: object; columns: { key: string; title: string }[] };
  };
  const [kitchen, bath] = [await installed(home, { openingUse: "178", no: "A1" }), await installed(home, { no: "B2" })];
  await asked(manager, `${at}/meters/${kitchen}/readings`, { readOn: "2025-01-30", value: "10" });
  await asked(manager, `${at}/meters/${bath}/readings`, { readOn: "2025-01-31", value: "75.5" });
  expect((await report()).columns.map(({ key }) => key)).not.toContain("tier0Use");
  await published(app, manager, project.id, { period: "2025-01" });
  const { items, totals, columns } = await report();
  expect(columns.map(({ title }) => title)).toEqual(expect.arrayContaining(["第一档用量", "第三档单价（元）"]));
  expect(items).toMatchObject([
    { no: "A1", use: "10", tier0Use: null, amountFen: null },
    {
      no: "B2",
      use: "75.5",
      unitPrice: null,
      tier0Use: "2",
      tier0Price: "5",
      tier0Fen: 1_000,
      tier1Use: "80",
      tier1Price: "7",
      tier1Fen: 56_000,
      tier2Use: "3.5",
      tier2Price: "9",
      tier2Fen: 3_150,
      amountFen: 1_000 + 56_000 + 3_150 + 150,
    },
  ]);
  expect(totals).toMatchObject({ tier0Fen: 1_000, tier2Fen: 3_150, amountFen: 60_300 });
});

test("what was counted up to the removal is missed when a month is closed, until it is billed", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const meter = await installed(home);
  const removal = { removedOn: "2025-01-12", endReading: "74", reason: "到期轮换" };
  const reply = await manager.post(`${at}/meters/${meter}/dismantle`, removal);
  expect(reply.status).toBeLessThan(300);
  expect(await metersOfMonth(app.db, project.id, "2025-01")).toMatchObject({ total: 0, unbilled: 1 });
  await published(app, manager, project.id, { period: "2025-01" });
  expect(await metersOfMonth(app.db, project.id, "2025-01")).toMatchObject({ unbilled: 0 });
});
