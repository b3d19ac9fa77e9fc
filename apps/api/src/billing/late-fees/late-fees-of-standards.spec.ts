import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { daysBetweenInclusive } from "../../common/calendar.js";
import { aRateOf, published, savedBinding, savedFeeItem } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aLateFeeDesk } from "./late-fees.factories.js";

/** The scheme a standard chooses (BIL-04), and schemes by month (BIL-50). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

type Desk = Awaited<ReturnType<typeof aLateFeeDesk>>;

const BY_MONTH = { unit: "MONTH_BEGUN", dailyRate: undefined, monthlyRate: "0.02" };

/** A desk whose item bears 0.05 % a day, with a scheme for standards only: 2 % a month. */
async function aDeskOfTwo() {
  const desk = await aLateFeeDesk(app);
  const { body } = await desk.manager.post(`${desk.url}/late-fee-schemes`, {
    ...desk.scheme,
    ...BY_MONTH,
    name: "商铺违约金",
    chargedItemIds: [],
  });
  return { ...desk, monthly: body.id as string };
}

async function aStandard({ manager, url, feeItem }: Desk, version: object = {}) {
  const made = await manager.post(`${url}/rates`, aRateOf(feeItem.id, { version }));
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { versions } = (await manager.get(`${url}/rates/${made.body.id}`)).body;
  return { rateId: made.body.id as string, version: versions[0] };
}

/** A charge of 1000.00 due at the end of February, billed at a price. */
const billed = (desk: Desk, rateId: string | null, rateVersionId: string | null, source = "MANUAL") =>
  desk.charged(100_000, "2026-02", { dueOn: "2026-02-28", rateId, rateVersionId, source });

/** The answer to switching the scheme of standards off. */
function switchedOff({ manager, url, scheme, monthly }: Awaited<ReturnType<typeof aDeskOfTwo>>) {
  const { startsOn: _s, dailyRate: _d, ...terms } = scheme;
  const off = { ...terms, name: "商铺违约金", chargedItemIds: [], active: false };
  return manager.put(`${url}/late-fee-schemes/${monthly}`, off);
}

/** The late fees until a day by charge. */
async function lateFees(desk: Desk, asOf: string): Promise<Record<string, number>> {
  const { body } = await desk.cashier.get(`${desk.url}/late-fees?payerId=${desk.owner.id}&asOf=${asOf}`);
  return Object.fromEntries(
    body.items.map((one: { chargeId: string; amountFen: number }) => [one.chargeId, one.amountFen]),
  );
}

const booked = (desk: Desk) =>
  app.db.query(
    `SELECT amount_fen AS "amountFen", open_fen AS "openFen", service_from AS "from", service_to AS "to"
       FROM charge WHERE project_id = $1 AND source = 'LATE_FEE' ORDER BY id`,
    [desk.projectId],
  );

describe("the scheme of a standard", () => {
  test("wins over that of its item, which holds where nothing else is said; a standard may bear none", async () => {
    const desk = await aDeskOfTwo();
    const [own, none, silent] = [
      await aStandard(desk, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly }),
      await aStandard(desk, { lateFee: "NONE" }),
      await aStandard(desk),
    ];
    expect(own.version).toMatchObject({ lateFee: "SCHEME", lateFeeSchemeName: "商铺违约金" });
    expect(silent.version).toMatchObject({ lateFee: "ITEM", lateFeeSchemeId: null, lateFeeSchemeName: null });
    const [byOwn, byNone, byItem, oneOff] = [
      await billed(desk, own.rateId, own.version.id),
      await billed(desk, none.rateId, none.version.id),
      await billed(desk, silent.rateId, silent.version.id),
      await billed(desk, null, null),
    ];
    expect(await lateFees(desk, "2026-03-10")).toEqual({ [byOwn.id]: 2_000, [byItem.id]: 500, [oneOff.id]: 500 });
    const { items } = (await desk.manager.get(`${desk.url}/late-fee-schemes`)).body;
    expect(items.find(({ id }: { id: string }) => id === desk.monthly)).toMatchObject({
      unit: "MONTH_BEGUN",
      rates: [{ dailyRate: null, monthlyRate: "0.02" }],
      chargedItems: [],
      standards: [{ id: own.rateId }],
      warning: expect.stringContaining("第 16 个月"),
    });
    // booked, it is in use by the charges of the standard
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [byOwn.id, byNone.id] });
    expect(await booked(desk)).toMatchObject([{ amountFen: 2_000 }]);
    const { startsOn: _s, dailyRate: _d, ...terms } = desk.scheme;
    const changed = { ...terms, name: "商铺违约金", chargedItemIds: [], graceDays: 5 };
    const put = await desk.manager.put(`${desk.url}/late-fee-schemes/${desk.monthly}`, changed);
    expect(put.body.code).toBe("LATE_FEE_SCHEME_USED");
    await checkInvariants(app.db, desk.projectId);
  });

  test("is that of the price a charge was billed at: a new price may choose another, and keeps it when silent", async () => {
    const desk = await aDeskOfTwo();
    const { rateId, version } = await aStandard(desk, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly });
    const { id } = await billed(desk, rateId, version.id, "RUN");
    const at = `${desk.url}/rates/${rateId}`;
    const price = { unitPrice: "3" };
    const edit = await desk.manager.put(`${at}/versions/${version.id}`, { ...price, lateFee: "NONE" });
    expect(edit.body.code).toBe("VERSION_BILLED");
    const next = await desk.manager.post(`${at}/versions`, { ...price, startsOn: "2026-04-01" });
    const choice = async (nth: number) => (await desk.manager.get(at)).body.versions[nth];
    expect(await choice(1)).toMatchObject({ lateFee: "SCHEME", lateFeeSchemeId: desk.monthly });
    expect((await desk.manager.put(`${at}/versions/${next.body.id}`, { ...price, lateFee: "NONE" })).status).toBe(204);
    expect(await choice(1)).toMatchObject({ unitPrice: "3", lateFee: "NONE", lateFeeSchemeId: null });
    expect(await lateFees(desk, "2026-03-31")).toEqual({ [id]: 2_000 });
    const [entry] = await app.db.query(
      "SELECT before, after FROM audit_log WHERE project_id = $1 AND entity = 'rate' AND action = 'rate.version-update'",
      [desk.projectId],
    );
    expect([entry.before.lateFee, entry.after.lateFee]).toEqual(["指定方案 商铺违约金", "不计收"]);
  });

  test("cuts the month where it changes at the same price: each bill follows its own", async () => {
    const desk = await aDeskOfTwo();
    const { rateId } = await aStandard(desk, { unitPrice: "2" });
    const next = { startsOn: "2026-02-15", unitPrice: "2", lateFee: "SCHEME", lateFeeSchemeId: desk.monthly };
    expect((await desk.manager.post(`${desk.url}/rates/${rateId}/versions`, next)).status).toBe(201);
    await savedBinding(app, desk.room, { id: rateId, feeItemId: desk.feeItem.id });
    const runner = await app.as(["billing:read", "billing:run", "billing:publish"], desk.projectId);
    await published(app, runner, desk.projectId, { period: "2026-02" });
    const bills = await app.db.query(
      `SELECT id, service_from AS "from", service_to AS "to", amount_fen AS fen, due_on AS due FROM charge
        WHERE project_id = $1 ORDER BY service_from`,
      [desk.projectId],
    );
    const days = bills.map(({ from, to }: Record<string, string>) => [from, to]);
    expect(days).toEqual([
      ["2026-02-01", "2026-02-14"],
      ["2026-02-15", "2026-02-28"],
    ]);
    const [first, second] = bills;
    // a whole month in all, each half late since its own due day
    expect(first.fen + second.fen).toBe(Number(desk.room.chargeArea) * 200);
    const overdue = daysBetweenInclusive(first.due, "2026-03-10") - 1;
    expect(await lateFees(desk, "2026-03-10")).toEqual({
      [first.id]: Math.round(first.fen * 0.0005 * overdue),
      [second.id]: Math.round(second.fen * 0.02),
    });
  });

  test("is not switched off while a price with it lasts or something billed at one is open", async () => {
    const desk = await aDeskOfTwo();
    const { rateId, version } = await aStandard(desk, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly });
    const { id } = await billed(desk, rateId, version.id, "RUN");
    const refusal = async () => (await switchedOff(desk)).body;
    expect(await refusal()).toMatchObject({
      code: "LATE_FEE_SCHEME_CHOSEN",
      detail: expect.stringMatching(/新增价格/),
    });
    const next = { unitPrice: "3", lateFee: "NONE", startsOn: "2026-03-10" };
    expect((await desk.manager.post(`${desk.url}/rates/${rateId}/versions`, next)).status).toBe(201);
    expect(await refusal()).toMatchObject({ code: "LATE_FEE_SCHEME_CHOSEN", detail: expect.stringMatching(/未缴/) });
    expect(await lateFees(desk, "2026-03-31")).toEqual({ [id]: 2_000 });
    const receipt = aReceipt(desk.owner.id, [{ id, openFen: 100_000 }]);
    expect((await desk.cashier.post(`${desk.url}/receipts`, receipt)).status).toBe(201);
    expect((await switchedOff(desk)).status).toBe(204);
    const body = aRateOf(desk.feeItem.id, { version: { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly } });
    expect((await desk.manager.post(`${desk.url}/rates`, body)).body.code).toBe("LATE_FEE_SCHEME_OFF");
    // a name is changed all the same
    expect((await switchedOff(desk)).status).toBe(204);
  });

  test("switched off, it neither goes on in a new price nor comes back with the one before", async () => {
    const desk = await aDeskOfTwo();
    const [ended, followed] = [
      await aStandard(desk, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly }),
      await aStandard(desk, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly }),
    ];
    const versions = ({ rateId }: { rateId: string }) => `${desk.url}/rates/${rateId}/versions`;
    expect((await desk.manager.post(`${desk.url}/rates/${ended.rateId}/end`, { endsOn: "2026-03-05" })).status).toBe(
      204,
    );
    const none = { unitPrice: "3", lateFee: "NONE", startsOn: "2026-03-06" };
    const after = await desk.manager.post(versions(followed), none);
    expect((await switchedOff(desk)).status).toBe(204);
    const adds = [{}, { lateFee: "SCHEME", lateFeeSchemeId: desk.monthly }].map((choice) =>
      desk.manager.post(versions(ended), { unitPrice: "3", startsOn: "2026-04-01", ...choice }),
    );
    const back = await desk.manager.delete(`${versions(followed)}/${after.body.id}`);
    const codes = [...(await Promise.all(adds)), back].map(({ body }) => body.code);
    expect(codes).toEqual(["LATE_FEE_SCHEME_OFF", "LATE_FEE_SCHEME_OFF", "LATE_FEE_SCHEME_OFF"]);
    expect((await desk.manager.post(versions(ended), { ...none, startsOn: "2026-04-01" })).status).toBe(201);
  });

  test("must allow what is collected for others, and goes on allowing it (BIL-54)", async () => {
    const desk = await aDeskOfTwo();
    const water = await savedFeeItem(app, desk.projectId, { collectedForOthers: true });
    const version = { lateFee: "SCHEME" as const, lateFeeSchemeId: desk.monthly };
    const choose = () => desk.manager.post(`${desk.url}/rates`, aRateOf(water.id, { version }));
    expect((await choose()).body.code).toBe("LATE_FEE_COLLECTED");
    const { startsOn: _s, dailyRate: _d, ...terms } = desk.scheme;
    const put = (collectedAllowed: boolean) =>
      desk.manager.put(`${desk.url}/late-fee-schemes/${desk.monthly}`, {
        ...terms,
        name: "商铺违约金",
        chargedItemIds: [],
        collectedAllowed,
      });
    expect((await put(true)).status).toBe(204);
    expect((await choose()).status).toBe(201);
    expect((await put(false)).body.code).toBe("LATE_FEE_COLLECTED");
  });

  test.each([
    ["a scheme that is not named", { lateFee: "SCHEME" }, 400],
    ["a scheme beside another choice", { lateFee: "NONE", lateFeeSchemeId: newId() }, 400],
    ["a scheme without the choice", { lateFeeSchemeId: newId() }, 400],
    ["a choice that is none", { lateFee: "DAILY" }, 400],
    ["a scheme that is unknown", { lateFee: "SCHEME", lateFeeSchemeId: newId() }, 404],
  ])("refuses %s", async (_what, version, status) => {
    const reply = await refused.manager.post(
      `${refused.url}/rates`,
      aRateOf(refused.feeItem.id, { version: version as object }),
    );
    expect(reply.status).toBe(status);
  });

  test("a scheme of another project is unknown", async () => {
    const version = { lateFee: "SCHEME" as const, lateFeeSchemeId: (await aDeskOfTwo()).monthly };
    expect((await refused.manager.post(`${refused.url}/rates`, aRateOf(refused.feeItem.id, { version }))).status).toBe(
      404,
    );
  });
});

const refused = await aLateFeeDesk(app);

describe("by month (BIL-50)", () => {
  test.each([
    ["a daily rate", { unit: "MONTH_FULL", dailyRate: "0.0005" }],
    ["no rate", { unit: "MONTH_FULL", dailyRate: undefined }],
    ["more than 30 % a month", { ...BY_MONTH, monthlyRate: "0.31" }],
    ["a unit that is none", { ...BY_MONTH, unit: "WEEK" }],
    ["a monthly rate by day", { ...BY_MONTH, unit: "DAY" }],
    ["both rates by day", { monthlyRate: "0.02" }],
  ])("refuses %s", async (_what, more) => {
    const body = { ...refused.scheme, name: "按月", chargedItemIds: [], ...more };
    expect((await refused.manager.post(`${refused.url}/late-fee-schemes`, body)).status).toBe(400);
  });

  test("a part payment books the month that was begun; the next bears the rest, at a new rate (BIL-52)", async () => {
    const desk = await aLateFeeDesk(app, BY_MONTH);
    const { id } = await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
    const account = (await desk.cashier.get(`${desk.url}/desk?customerId=${desk.owner.id}`)).body.accounts[0];
    expect(account.rooms[0].months[0].charges[0].lateFee).toEqual({
      amountFen: 2_000,
      days: 10,
      months: 1,
      explanation: [
        "应缴日 2026-02-28，逾期按欠缴本金按月，不足一个月按一个月计收，不计复利",
        "2026-03-01 至 2026-03-31 共 1 个月：欠 1000.00 元 × 每月 2% × 1 个月",
        "合计 20.00 元，四舍五入到分",
      ],
    });
    const body = {
      ...aReceipt(desk.owner.id, [{ id, openFen: 40_000 }]),
      lateFees: [{ chargeId: id, amountFen: 2_000 }],
    };
    const paid = { ...body, methods: [{ method: "CASH", tenderedFen: 42_000 }] };
    expect((await desk.cashier.post(`${desk.url}/receipts`, paid)).status).toBe(201);
    expect(await booked(desk)).toEqual([{ amountFen: 2_000, openFen: 0, from: "2026-03-01", to: "2026-03-10" }]);
    const url = `${desk.url}/late-fee-schemes/${desk.schemeId}/rates`;
    expect((await desk.manager.post(url, { startsOn: "2026-04-01", dailyRate: "0.001" })).status).toBe(400);
    expect((await desk.manager.post(url, { startsOn: "2026-04-01", monthlyRate: "0.03" })).status).toBe(204);
    expect(await lateFees(desk, "2026-03-31")).toEqual({});
    expect(await lateFees(desk, "2026-04-01")).toEqual({ [id]: 1_800 });
    await checkInvariants(app.db, desk.projectId);
  });

  test("a notice states the rate and books what was begun; the close what is full by its last day", async () => {
    const begun = await aLateFeeDesk(app, BY_MONTH);
    await begun.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
    const { body } = await begun.cashier.get(`${begun.url}/notices/print-data?period=2026-03`);
    expect(body.items[0].lateFee).toMatchObject({ amountFen: 2_000, rule: expect.stringContaining("按每月 2% 计收") });
    await begun.cashier.post(`${begun.url}/notices/print`, { period: "2026-03" });
    expect(await booked(begun)).toMatchObject([{ amountFen: 2_000, to: "2026-03-10" }]);

    const full = await aLateFeeDesk(app, { ...BY_MONTH, unit: "MONTH_FULL" });
    await full.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
    await full.cashier.post(`${full.url}/notices/print`, { period: "2026-03" });
    expect(await booked(full)).toEqual([]);
    app.clock.set("2026-04-02");
    for (const period of ["2026-01", "2026-02", "2026-03"])
      await full.reviewer.post(`${full.url}/periods/${period}/close`, { confirm: true });
    expect(await booked(full)).toEqual([{ amountFen: 2_000, openFen: 2_000, from: "2026-03-01", to: "2026-03-31" }]);
    await checkInvariants(app.db, full.projectId);
  });
});

test.each([
  // five days of grace: until 5 March nothing, then 5 days, or all 10
  ["FREE", 250],
  ["COUNTED", 500],
])("days of grace are %s: %i fen on the tenth day (BIL-51)", async (gracePolicy, fen) => {
  const desk = await aLateFeeDesk(app, { graceDays: 5, gracePolicy });
  const { id } = await desk.charged(100_000, "2026-02", { dueOn: "2026-02-28" });
  expect(await lateFees(desk, "2026-03-05")).toEqual({});
  expect(await lateFees(desk, "2026-03-10")).toEqual({ [id]: fen });
});
