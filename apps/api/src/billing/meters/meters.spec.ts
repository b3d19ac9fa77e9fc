import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { rehearsed, published } from "../billing.factories.js";
import { aMeter, aMeteredRoom, asked, chargesOf, installed, WATER_TIERS } from "./meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

describe("from the meter to the charge", () => {
  test("a reading is billed once, whoever runs how often, and explains its amount", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const meter = await installed(home, { multiplier: "10", startReading: "100" });
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "104.5" });
    await published(app, manager, project.id, { period: "2025-01" });
    const again = await rehearsed(app, manager, project.id, { period: "2025-01" });
    expect(again).toMatchObject({ lineCount: 0, amountFen: 0 });
    const [charge, ...others] = await chargesOf(home);
    expect(others).toEqual([]);
    expect(charge).toMatchObject({ amountFen: 22_500, quantity: "45", source: "METER" });
    const { body } = await manager.get(`${at}/charges/${charge!.id}`);
    expect(body.explanation).toEqual([
      expect.stringContaining("(本次读数 104.5 − 上次读数 100) × 倍率 10 = 45 吨"),
      "45 × 5.00 元 = 225.00 元",
    ]);
    await checkInvariants(app.db, project.id);
  });

  test("a run that is taken back frees its readings for the next", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const meter = await installed(home);
    await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "8" });
    const run = await published(app, manager, project.id, { period: "2025-01" });
    await asked(manager, `${at}/runs/${run.id}/reverse`, { reason: "单价有误" });
    await app.drainJobs();
    const anew = await published(app, manager, project.id, { period: "2025-01" });
    expect(anew).toMatchObject({ lineCount: 1, amountFen: 4000 });
    expect((await chargesOf(home)).map(({ openFen }) => openFen).sort()).toEqual([0, 4000]);
    await checkInvariants(app.db, project.id);
  });

  test("two meters of one item count together; one read late is billed beside the other", async () => {
    const home = await aMeteredRoom(app, { tierBasis: "MONTH", version: { tiers: WATER_TIERS } });
    const { at, manager, project } = home;
    const [kitchen, bath] = [await installed(home), await installed(home)];
    await asked(manager, `${at}/meters/${kitchen}/readings`, { readOn: "2025-01-31", value: "170" });
    await published(app, manager, project.id, { period: "2025-01" });
    await asked(manager, `${at}/meters/${bath}/readings`, { readOn: "2025-01-31", value: "20" });
    await published(app, manager, project.id, { period: "2025-01" });
    // 170 at 5.00; then 10 at 5.00 and 10 at 7.00
    expect((await chargesOf(home)).map(({ amountFen }) => amountFen)).toEqual([85_000, 12_000]);
    await checkInvariants(app.db, project.id);
  });

  test("BC-09 and its kind: the end of the old meter and the start of the new one, in the same month", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const old = await installed(home, { startReading: "9876" });
    const { id: fresh } = await asked(manager, `${at}/meters/${old}/replace`, {
      removedOn: "2025-01-12",
      endReading: "9950",
      reason: "到期轮换",
      no: "W-NEW",
      digits: 5,
      multiplier: "1",
      startReading: "12",
    });
    await asked(manager, `${at}/meters/${fresh}/readings`, { readOn: "2025-01-31", value: "80" });
    await published(app, manager, project.id, { period: "2025-01" });
    const [charge] = await chargesOf(home);
    expect(charge).toMatchObject({ quantity: "142", amountFen: 71_000 });
    const { body } = await manager.get(`${at}/charges/${charge!.id}`);
    expect(body.explanation.join("\n")).toMatch(/换下的旧表[\s\S]*W-NEW[\s\S]*合计用量 74 \+ 68 = 142 吨/);
    expect((await manager.get(`${at}/meters/${old}`)).body).toMatchObject({ status: "REMOVED", lastReading: "9950" });
    expect((await manager.get(`${at}/meters/${fresh}`)).body).toMatchObject({ replacesId: old, lastReading: "80" });
  });

  test("a price that changes between two readings divides the use by days, or holds to the next reading", async () => {
    for (const [changePolicy, amounts] of [
      ["SPLIT_DAYS", [7500, 9600]],
      ["NEXT_MONTH", [15_500]],
    ] as const) {
      const home = await aMeteredRoom(app, { changePolicy });
      const { at, manager, project, rateId } = home;
      await asked(manager, `${at}/rates/${rateId}/versions`, { startsOn: "2025-01-16", unitPrice: "6" });
      const meter = await installed(home);
      await asked(manager, `${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "31" });
      await published(app, manager, project.id, { period: "2025-01" });
      expect((await chargesOf(home)).map(({ amountFen }) => amountFen)).toEqual(amounts);
    }
  });

  test("a household registered with more people has wider tiers from that day on", async () => {
    const tiers = WATER_TIERS.map((tier) => (tier.upTo === null ? tier : { ...tier, perPerson: "36" }));
    const home = await aMeteredRoom(app, { tierBasis: "YEAR", version: { tiers, basePersons: 4 } });
    const { at, manager, project, room } = home;
    const meter = await installed(home);
    await asked(manager, `${at}/rooms/${room.id}/headcounts`, { startsOn: "2025-02-01", persons: 6, proof: "户口簿" });
    for (const [readOn, value] of [
      ["2025-01-31", "190"],
      ["2025-02-28", "260"],
    ]) {
      await asked(manager, `${at}/meters/${meter}/readings`, { readOn, value });
      await published(app, manager, project.id, { period: readOn!.slice(0, 7) });
    }
    // January: 180 at 5, 10 at 7. February: the first tier reaches 252: 62 at 5, 8 at 7.
    expect((await chargesOf(home)).map(({ amountFen }) => amountFen)).toEqual([97_000, 36_600]);
  });
});

describe("readings", () => {
  test("lower than before needs a confirmed roll-over; the wrong way round is refused", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager } = home;
    const url = `${at}/meters/${await installed(home, { startReading: "99980" })}/readings`;
    const lower = await manager.post(url, { readOn: "2025-01-31", value: "25" });
    expect(lower).toMatchObject({ status: 409, body: { code: "READING_LOWER" } });
    const silent = await manager.post(url, { readOn: "2025-01-31", value: "25", rolledOver: true });
    expect(silent).toMatchObject({
      status: 409,
      body: { code: "READING_UNUSUAL", details: { alerts: ["ROLLED_OVER"] } },
    });
    const confirmed = { readOn: "2025-01-31", value: "25", rolledOver: true, reason: "现场核对，已翻转" };
    expect((await manager.post(url, confirmed)).body).toMatchObject({ use: "45", alerts: ["ROLLED_OVER"] });
    const twice = await manager.post(url, { readOn: "2025-01-31", value: "30" });
    expect(twice.status).toBe(400);
    expect((await manager.post(url, { readOn: "2025-01-20", period: "2025-02", value: "30" })).status).toBe(400);
  });

  test("zero, far above the mean and above last year must be explained", async () => {
    const home = await aMeteredRoom(app);
    const url = `${home.at}/meters/${await installed(home)}/readings`;
    const read = (readOn: string, value: string, more = {}) => home.manager.post(url, { readOn, value, ...more });
    await read("2025-01-31", "10");
    await read("2025-02-28", "20");
    const high = await read("2025-03-31", "35.1");
    expect(high.body).toMatchObject({
      code: "READING_UNUSUAL",
      details: { alerts: ["HIGH"], use: "15.1", mean: "10" },
    });
    expect((await read("2025-03-31", "35")).body).toMatchObject({ use: "15", alerts: [] });
    expect((await read("2025-04-30", "35")).body).toMatchObject({ details: { alerts: ["ZERO"] } });
    expect((await read("2025-04-30", "35", { reason: "空置" })).body).toMatchObject({ use: "0", reason: "空置" });
    app.clock.set("2026-02-10");
    const seasonal = await read("2026-01-31", "51");
    expect(seasonal.body).toMatchObject({ details: { alerts: ["HIGH", "SEASONAL"], lastYearUse: "10" } });
  });

  test("an estimate is made up for by the next reading; one that was too high is put right first", async () => {
    const home = await aMeteredRoom(app);
    const url = `${home.at}/meters/${await installed(home)}/readings`;
    const read = (readOn: string, value: string, more = {}) => home.manager.post(url, { readOn, value, ...more });
    expect((await read("2025-01-31", "10", { estimated: true })).body).toMatchObject({ code: "READING_UNUSUAL" });
    const { body: estimate } = await read("2025-01-31", "10", { estimated: true, reason: "无人在家" });
    const below = await read("2025-02-28", "8");
    expect(below.body).toMatchObject({ code: "READING_LOWER", detail: expect.stringContaining("估抄") });
    const correction = { readOn: "2025-01-31", value: "6", correction: "估高了", estimated: true, reason: "重新估计" };
    const corrected = await home.manager.post(`${url}/${estimate.id}/correct`, correction);
    expect(corrected.body).toMatchObject({ use: "6", status: "VALID" });
    expect((await read("2025-02-28", "8")).body).toMatchObject({ use: "2", previous: "6" });
  });

  test.each<[string, object, number]>([
    ["a future day", { readOn: "2025-12-11", value: "5" }, 400],
    ["31 February", { readOn: "2025-02-31", value: "5" }, 400],
    ["more digits than the meter has", { readOn: "2025-01-31", value: "123456" }, 400],
    ["words", { readOn: "2025-01-31", value: "12吨" }, 400],
    ["full-width digits", { readOn: "2025-01-31", value: "１２" }, 400],
    ["a number", { readOn: "2025-01-31", value: 12 }, 400],
    ["a negative value", { readOn: "2025-01-31", value: "-1" }, 400],
    ["an unknown field", { readOn: "2025-01-31", value: "5", unit: "吨" }, 400],
    ["a month far from the day", { readOn: "2025-01-31", value: "5", period: "2025-06" }, 400],
    ["an emoji in the reason", { readOn: "2025-01-31", value: "5", reason: "好😀" }, 400],
    ["a day before the project bills", { readOn: "2024-12-31", value: "5" }, 409],
  ])("%s is refused", async (_what, body, status) => {
    const home = await aMeteredRoom(app);
    const url = `${home.at}/meters/${await installed(home)}/readings`;
    expect((await home.manager.post(url, body)).status).toBe(status);
    expect((await home.manager.get(url)).body.total).toBe(0);
  });

  test("a closed month takes no reading, another project's meter is not found", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const meter = await installed(home);
    const finance = await app.asRole("FINANCE_REVIEWER", project.id);
    const close = await finance.post(`${at}/periods/2025-01/close`, { confirm: true });
    expect(close.status).toBe(200);
    const closed = await manager.post(`${at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "5" });
    expect(closed).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
    const other = await aMeteredRoom(app);
    const foreign = await other.manager.post(`${other.at}/meters/${meter}/readings`, {
      readOn: "2025-02-28",
      value: "5",
    });
    expect(foreign.status).toBe(404);
  });

  test("two people read one meter at once: one reading, one clear refusal", async () => {
    const home = await aMeteredRoom(app);
    const url = `${home.at}/meters/${await installed(home)}/readings`;
    const replies = await Promise.all(
      ["5", "6"].map((value) => home.manager.post(url, { readOn: "2025-01-31", value })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});

describe("corrections (BIL-23)", () => {
  test("before payment the bill changes with the reading; deleted, the bill goes too", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, project } = home;
    const url = `${at}/meters/${await installed(home)}/readings`;
    const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "80" });
    await published(app, manager, project.id, { period: "2025-01" });
    const { id: right } = await asked(manager, `${url}/${id}/correct`, {
      readOn: "2025-01-31",
      value: "8",
      correction: "多写一位",
    });
    const charges = await chargesOf(home);
    expect(charges.map(({ amountFen, openFen }) => [amountFen, openFen]).sort()).toEqual([
      [4000, 4000],
      [40_000, 0],
    ]);
    expect((await manager.get(url)).body.items).toMatchObject([
      { value: "8", status: "VALID", charges: [{ openFen: 4000 }] },
      { value: "80", status: "CORRECTED", undoReason: "多写一位", charges: [{ reversed: true }] },
    ]);
    expect((await manager.post(`${url}/${right}/delete`, { reason: "抄错房间" })).status).toBe(204);
    expect((await chargesOf(home)).every(({ openFen }) => openFen === 0)).toBe(true);
    expect((await manager.post(`${url}/${right}/delete`, { reason: "再删一次" })).status).toBe(409);
    await checkInvariants(app.db, project.id);
  });

  test.each([
    ["less", "30", 15_000, 25_000, 0],
    ["more", "100", 50_000, 0, 10_000],
  ])(
    "BC-23: paid, and %s is right: red whole, blue right, the difference kept or left to pay",
    async (_what, value, rightFen, kept, open) => {
      const home = await aMeteredRoom(app);
      const { at, manager, project, owner } = home;
      const url = `${at}/meters/${await installed(home)}/readings`;
      const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "80" });
      await published(app, manager, project.id, { period: "2025-01" });
      const [wrong] = await chargesOf(home);
      const cashier = await app.asRole("CASHIER", project.id);
      const lines = [{ chargeId: wrong!.id, amountFen: 40_000 }];
      const methods = [{ method: "TRANSFER", tenderedFen: 40_000, referenceNo: "T-1" }];
      await asked(cashier, `${at}/receipts`, { id: newId(), payerId: owner.id, lines, methods });
      expect((await manager.post(`${url}/${id}/delete`, { reason: "抄错了" })).body).toMatchObject({
        code: "READING_PAID",
      });
      const correction = { readOn: "2025-01-31", value, correction: "抄错一位" };
      const receptionist = await app.asRole("RECEPTIONIST", project.id);
      expect((await receptionist.post(`${url}/${id}/correct`, correction)).status).toBe(403);
      // the month is closed meanwhile: red and blue are booked in the present one
      const finance = await app.asRole("FINANCE_REVIEWER", project.id);
      expect((await finance.post(`${at}/periods/2025-01/close`, { confirm: true })).status).toBe(200);
      await asked(manager, `${url}/${id}/correct`, correction);
      const charges = await chargesOf(home);
      const [red, blue] = [charges.find((one) => one.id === wrong!.id), charges.find((one) => one.id !== wrong!.id)];
      expect(red).toMatchObject({ status: "REVERSED", openFen: 0, reversedFen: 40_000, offsetFen: -40_000 });
      expect(blue).toMatchObject({ amountFen: rightFen, openFen: open, bookedPeriod: "2025-12", period: "2025-01" });
      const { body } = await cashier.get(`${at}/prepayments?roomId=${home.room.id}`);
      expect(body.items[0].balanceFen).toBe(kept);
      await checkInvariants(app.db, project.id);
    },
  );

  test("only the last reading may change", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager } = home;
    const url = `${at}/meters/${await installed(home)}/readings`;
    const { id } = await asked(manager, url, { readOn: "2025-01-31", value: "8" });
    await asked(manager, url, { readOn: "2025-02-28", value: "16" });
    const reply = await manager.post(`${url}/${id}/delete`, { reason: "抄错了" });
    expect(reply).toMatchObject({ status: 409, body: { code: "READING_NOT_LAST" } });
  });
});

describe("the register", () => {
  test("what readings were counted with does not change; a number is used once", async () => {
    const home = await aMeteredRoom(app);
    const { at, manager, feeItemId, room } = home;
    const body = aMeter({ no: "W-7", roomId: room.id, feeItemId });
    const { id } = await asked(manager, `${at}/meters`, body);
    expect((await manager.post(`${at}/meters`, body)).status).toBe(409);
    await asked(manager, `${at}/meters/${id}/readings`, { readOn: "2025-01-31", value: "8" });
    const { installedOn: _day, startReading: _start, roomId: _room, ...fields } = body;
    expect((await manager.put(`${at}/meters/${id}`, { ...fields, position: "厨房" })).body).toMatchObject({
      position: "厨房",
    });
    const reply = await manager.put(`${at}/meters/${id}`, { ...fields, multiplier: "10" });
    expect(reply).toMatchObject({ status: 409, body: { code: "METER_READ" } });
    expect((await manager.delete(`${at}/meters/${id}`)).status).toBe(409);
  });

  test.each<[string, object, number]>([
    ["no digits at all", { digits: 0 }, 400],
    ["a multiplier of nought", { multiplier: "0" }, 400],
    ["a start of six digits on five", { startReading: "100000" }, 400],
    ["a day to come", { installedOn: "2026-01-01" }, 400],
    ["an unknown room", { roomId: "0190a000-0000-7000-8000-000000000000" }, 404],
  ])("%s is refused", async (_what, more, status) => {
    const home = await aMeteredRoom(app);
    const meter = aMeter({ roomId: home.room.id, feeItemId: home.feeItemId, ...more });
    expect((await home.manager.post(`${home.at}/meters`, meter)).status).toBe(status);
  });

  test("a cashier sees meters and registers none", async () => {
    const home = await aMeteredRoom(app);
    await installed(home);
    const cashier = await app.asRole("CASHIER", home.project.id);
    expect((await cashier.get(`${home.at}/meters`)).body.total).toBe(1);
    expect((await cashier.post(`${home.at}/meters`, aMeter())).status).toBe(403);
  });
});
