import { randomUUID } from "node:crypto";
import type { ChangePolicy, CreateMeterDto, CreateRateDto, RoundingMode, RoundingUnit } from "@linli/contracts";
import { checkInvariants } from "../../test/invariants.js";
import { startTestApp, type TestClient } from "../../test/test-app.js";
import { monthsOf } from "../common/calendar.js";
import { formatFen, parseYuan } from "../common/money.js";
import { aCustomer } from "../customer/customer.factories.js";
import { unique } from "../property/property.factories.js";
import { aFeeItem, aRateOf, published } from "./billing.factories.js";
import { aMeter } from "./meters/meters.factories.js";
import { aSharePool } from "./shares/shares.factories.js";
import { example } from "./pricing/pricing.factories.js";

/**
 * The worked examples as a customer would reproduce them: everything is entered over REST by the people who do it, every
 * variant is reached by configuration alone, and the charges are compared to the fen.
 */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-12-10"));

interface Community {
  id: string;
  at: string;
  manager: TestClient;
  cashier: TestClient;
  unitId: string;
}

async function created(client: TestClient, url: string, body: object): Promise<string> {
  const reply = await client.post(url, body);
  if (reply.status !== 201) throw new Error(`${url}: ${JSON.stringify(reply.body)}`);
  return reply.body.id;
}

/** A management area that bills since January 2025, with one unit. */
async function aCommunity(): Promise<Community> {
  const company = await app.asRole("COMPANY_MANAGER");
  const project = { name: `例题小区${randomUUID()}`, shortName: "例题", firstPeriod: "2025-01" };
  const id = await created(company, "/projects", project);
  const at = `/projects/${id}`;
  const [manager, cashier] = [await app.asRole("PROJECT_MANAGER", id), await app.asRole("CASHIER", id)];
  const buildingId = await created(manager, `${at}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL" });
  const unitId = await created(manager, `${at}/units`, { buildingId, code: "1", name: "1单元" });
  return { id, at, manager, cashier, unitId };
}

/** A room of that charge area with an owner who pays. */
async function anOwnedRoom(
  { at, manager, unitId }: Community,
  chargeArea: string,
  code = "1-101",
): Promise<{ id: string }> {
  const room = { code, name: "101室", floor: 1, layout: "三室两厅", orientation: "S", purpose: "RESIDENCE" };
  const areas = { buildingArea: chargeArea, chargeArea, state: "OCCUPIED" };
  const id = await created(manager, `${at}/rooms`, { ...room, ...areas, unitId });
  await created(manager, `${at}/customers`, aCustomer({ id }, { startsOn: "2025-01-01" }));
  return { id };
}

type RateTerms = Partial<Omit<CreateRateDto, "version">> & { version: Partial<CreateRateDto["version"]> };

/** A new fee item with a rate of these terms, bound to the room. */
async function bound(
  { at, manager }: Community,
  room: { id: string },
  terms: RateTerms,
  startsOn = "2024-01-01",
): Promise<{ feeItemId: string; rateId: string }> {
  const feeItemId = await created(manager, `${at}/fee-items`, aFeeItem());
  const rateId = await created(manager, `${at}/rates`, aRateOf(feeItemId, terms));
  const binding = { rateId, rooms: { roomIds: [room.id] }, startsOn };
  expect((await manager.post(`${at}/bindings`, binding)).body).toMatchObject({ createdCount: 1 });
  return { feeItemId, rateId };
}

const bill = ({ id, manager }: Community, period: string) => published(app, manager, id, { period });

interface Billed {
  id: string;
  roomCode: string;
  period: string;
  serviceFrom: string;
  payerId: string;
  amountFen: number;
  openFen: number;
}

/** The charges of a fee item, the earliest first. */
async function chargesOf({ at, cashier }: Community, feeItemId: string): Promise<Billed[]> {
  const { body } = await cashier.get(`${at}/charges?pageSize=200&feeItemId=${feeItemId}`);
  return (body.items as Billed[]).toSorted((a, b) => (a.serviceFrom < b.serviceFrom ? -1 : 1));
}

const yuan = (charges: readonly Billed[]) => charges.map(({ amountFen }) => formatFen(amountFen));
const total = (charges: readonly Billed[]) => formatFen(charges.reduce((sum, { amountFen }) => sum + amountFen, 0));

test("BC-01: a full month at five ways of rounding, each a setting of its rate", async () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; unit_price_per_m2_month: string; variants: { mode: RoundingMode; unit: RoundingUnit }[] },
    { amounts: string[] }
  >("BC-01");
  const community = await aCommunity();
  const room = await anOwnedRoom(community, inputs.charge_area_m2);
  const version = { startsOn: "2024-01-01", unitPrice: inputs.unit_price_per_m2_month };
  const items: string[] = [];
  for (const { mode, unit } of inputs.variants) {
    const { feeItemId } = await bound(community, room, { roundingMode: mode, roundingUnit: unit, version });
    items.push(feeItemId);
  }
  await bill(community, "2025-01");
  const amounts: string[] = [];
  for (const item of items) amounts.push(...yuan(await chargesOf(community, item)));
  expect(amounts).toEqual(expected.amounts);
  await checkInvariants(app.db, community.id);
});

test("BC-03: by quarter, beginning on 12 May: one charge a month, each rounded for itself", async () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; unit_price_per_m2_month: string; start: string },
    { lines: Record<string, string>; quarter_total: string }
  >("BC-03");
  const community = await aCommunity();
  const room = await anOwnedRoom(community, inputs.charge_area_m2);
  const version = { startsOn: "2024-01-01", unitPrice: inputs.unit_price_per_m2_month };
  const { feeItemId } = await bound(community, room, { cycle: "QUARTER", version }, inputs.start);
  // the quarter is billed in advance: in the month it begins in, June along with May
  await bill(community, "2025-05");
  const charges = await chargesOf(community, feeItemId);
  const lines = Object.fromEntries(charges.map(({ period, amountFen }) => [period, formatFen(amountFen)]));
  expect(lines).toEqual(expected.lines);
  expect(total(charges)).toBe(expected.quarter_total);
});

describe("BC-05: the price changes on 16 July", () => {
  const { inputs, expected } = example<
    { charge_area_m2: string; standards: { price: string; from: string }[] },
    Record<ChangePolicy, Record<"2025-07" | "2025-08", string | string[]>>
  >("BC-05");

  test.each(["SPLIT_DAYS", "NEXT_MONTH"] as const)("with the rate set to %s", async (changePolicy) => {
    const community = await aCommunity();
    const room = await anOwnedRoom(community, inputs.charge_area_m2);
    const [old, changed] = inputs.standards.map(({ from, price }) => ({ startsOn: from, unitPrice: price }));
    const { feeItemId, rateId } = await bound(community, room, { changePolicy, version: old! });
    await created(community.manager, `${community.at}/rates/${rateId}/versions`, changed!);
    for (const period of ["2025-07", "2025-08"]) await bill(community, period);
    const charges = await chargesOf(community, feeItemId);
    const of = (month: string) => yuan(charges.filter(({ period }) => period === month));
    expect(of("2025-07")).toEqual([expected[changePolicy]["2025-07"]].flat());
    expect(of("2025-08")).toEqual([expected[changePolicy]["2025-08"]]);
  });
});

test("BC-08: water by tiers of the year, electricity by tiers of the month", async () => {
  type Tiers = { upto: string | null; price: string }[];
  const { inputs, expected } = example<
    {
      water: { tiers: Tiers; ytd_before: string; bills: { prev: string; cur: string }[] };
      electricity: { tiers: Tiers; usage: string };
    },
    { water: { usage: string; amount: string; ytd_after: string }[]; electricity: { amount: string } }
  >("BC-08");
  const community = await aCommunity();
  const { at, manager, cashier } = community;
  const room = await anOwnedRoom(community, "89.47");
  const metered = async (tierBasis: "YEAR" | "MONTH", steps: Tiers, meter: Partial<CreateMeterDto>) => {
    const feeItemId = await created(manager, `${at}/fee-items`, aFeeItem({ kind: "METERED" }));
    const tiers = steps.map(({ upto, price }) => ({ upTo: upto, price }));
    const { version, ...terms } = aRateOf(feeItemId, { base: "METERED", tierBasis });
    const priced = { startsOn: version.startsOn, tiers };
    const rateId = await created(manager, `${at}/rates`, { ...terms, version: priced });
    await manager.post(`${at}/bindings`, { rateId, rooms: { roomIds: [room.id] }, startsOn: "2025-01-01" });
    const id = await created(manager, `${at}/meters`, aMeter({ roomId: room.id, feeItemId, ...meter }));
    const read = (readOn: string, value: string) =>
      created(manager, `${at}/meters/${id}/readings`, { readOn, value, reason: "已核对" });
    return { feeItemId, read };
  };

  const { water, electricity } = inputs;
  const start = { installedOn: "2025-06-30", startReading: water.bills[0]!.prev, openingUse: water.ytd_before };
  const waterMeter = await metered("YEAR", water.tiers, start);
  const powerMeter = await metered("MONTH", electricity.tiers, { kind: "POWER", installedOn: "2025-06-30" });
  await waterMeter.read("2025-07-31", water.bills[0]!.cur);
  await powerMeter.read("2025-07-31", electricity.usage);
  await bill(community, "2025-07");
  await waterMeter.read("2025-08-31", water.bills[1]!.cur);
  await bill(community, "2025-08");

  const charges = await chargesOf(community, waterMeter.feeItemId);
  expect(yuan(charges)).toEqual(expected.water.map(({ amount }) => amount));
  for (const [index, { usage, ytd_after }] of expected.water.entries()) {
    const { body } = await cashier.get(`${at}/charges/${charges[index]!.id}`);
    expect(body).toMatchObject({ quantity: usage, unitPrice: null });
    expect(body.explanation.join("\n")).toContain(`累计 ${ytd_after}`);
  }
  expect(yuan(await chargesOf(community, powerMeter.feeItemId))).toEqual([expected.electricity.amount]);
  await checkInvariants(app.db, community.id);
});

test("BC-10: public electricity shared by charge area, the cents that remain by largest remainder", async () => {
  const { inputs, expected } = example<
    { total: string; areas: Record<string, string> },
    { shares: Record<string, string>; sum: string }
  >("BC-10");
  const community = await aCommunity();
  const { at, manager } = community;
  for (const [code, area] of Object.entries(inputs.areas)) await anOwnedRoom(community, area, code);
  const feeItemId = await created(manager, `${at}/fee-items`, aFeeItem({ kind: "SHARED" }));
  const month = `${at}/share-pools/${await created(manager, `${at}/share-pools`, aSharePool(feeItemId))}/months/2025-01`;
  const { body } = await manager.put(month, { amountFen: parseYuan(inputs.total) });
  expect((await manager.post(`${month}/confirm`, { fingerprint: body.fingerprint })).status).toBe(200);
  await bill(community, "2025-01");
  const charges = await chargesOf(community, feeItemId);
  const shares = Object.fromEntries(charges.map(({ roomCode, amountFen }) => [roomCode, formatFen(amountFen)]));
  expect(shares).toEqual(expected.shares);
  expect(total(charges)).toBe(expected.sum);
  await checkInvariants(app.db, community.id);
});

test("BC-13: late fees after the days of grace, and what a cap lets pass", async () => {
  const { inputs, expected } = example<
    {
      A: { principal: string; due: string; grace_days: number; daily_rate: string; as_of: string };
      B: { principal: string; days: number; daily_rate: string; caps: (string | null)[] };
    },
    { A: Record<string, string | number>; B: { late_fee: string[] } }
  >("BC-13");
  const community = await aCommunity();
  const { at, manager, cashier } = community;
  const room = await anOwnedRoom(community, "89.47");
  const lateFeeItem = await created(manager, `${at}/fee-items`, aFeeItem({ kind: "ONE_OFF" }));
  /** A one-off charge of an item that bears late fees by a scheme of its own; what accrues on it until a day, in yuan. */
  const overdue = async (principal: string, dueOn: string, terms: object) => {
    const feeItemId = await created(manager, `${at}/fee-items`, aFeeItem({ kind: "ONE_OFF" }));
    const scheme = { name: unique("方案"), feeItemId: lateFeeItem, chargedItemIds: [feeItemId], gracePolicy: "FREE" };
    await created(manager, `${at}/late-fee-schemes`, { ...scheme, startsOn: "2020-01-01", ...terms });
    const days = { serviceFrom: dueOn, serviceTo: dueOn, dueOn };
    const charge = { id: randomUUID(), roomId: room.id, feeItemId, amountFen: Math.round(Number(principal) * 100) };
    const chargeId = await created(manager, `${at}/charges`, { ...charge, ...days, remark: "例题" });
    return async (asOf: string) => {
      const { body } = await cashier.get(`${at}/late-fees?roomId=${room.id}&asOf=${asOf}`);
      const found = body.items.find((one: { chargeId: string }) => one.chargeId === chargeId);
      return { fee: formatFen(found?.amountFen ?? 0), days: found?.days ?? 0 };
    };
  };

  const { principal, due, grace_days: graceDays, daily_rate: dailyRate, as_of: asOf } = inputs.A;
  const accruedOn = await overdue(principal, due, { graceDays, dailyRate });
  expect(await accruedOn(asOf)).toEqual({ fee: expected.A.late_fee, days: expected.A.days });
  for (const day of ["2025-02-15", "2025-02-16"])
    expect((await accruedOn(day)).fee).toBe(expected.A[`late_fee_if_as_of_${day}`]);

  const since = "2025-01-01";
  for (const [index, capShare] of inputs.B.caps.entries()) {
    const capped = await overdue(inputs.B.principal, since, { graceDays: 0, dailyRate: inputs.B.daily_rate, capShare });
    const last = new Date(Date.parse(since) + inputs.B.days * 86_400_000).toISOString().slice(0, 10);
    expect(await capped(last)).toEqual({ fee: expected.B.late_fee[index], days: inputs.B.days });
  }
  await checkInvariants(app.db, community.id);
});

test("BC-22: two owners; the tenant pays for the term of his lease; April stays unpaid and is the first owner's", async () => {
  const { inputs, expected } = example<
    { monthly: string; payers: { payer: string; from: string; to: string | null }[]; unpaid: string[] },
    { billed: Record<string, string>; jointly_liable_for_T: string[] }
  >("BC-22");
  const community = await aCommunity();
  const { at, manager, cashier } = community;
  const room = await anOwnedRoom(community, "100.00");
  const paid = inputs.payers[0]!;
  const lease = inputs.payers.find(({ payer }) => payer === "T")!;
  const person = (name: string, mobile: string, relation: object) =>
    created(manager, `${at}/customers`, aCustomer(room, { name, mobile, startsOn: paid.from, ...relation }));
  // the owner of the example is A, the second is B; both own the whole year
  const a = (await manager.get(`${at}/rooms/${room.id}/relations`)).body.relations[0].customerId as string;
  const beforeB = await manager.post(`${at}/rooms/${room.id}/payers`, { customerId: a, startsOn: paid.from });
  expect(beforeB.status).toBe(201);
  const b = await person("业主乙", "13900000011", {});
  const term = { startsOn: lease.from, asPayer: true };
  const t = await person("租户丙", "13900000012", { role: "TENANT", ...term });
  const relations = (await manager.get(`${at}/rooms/${room.id}/relations`)).body.relations;
  const tenancy = relations.find(({ customerId }: { customerId: string }) => customerId === t);
  // he moves out, and A pays again
  const again = { customerId: a, startsOn: inputs.payers[2]!.from };
  expect((await manager.post(`${at}/rooms/${room.id}/payers`, again)).status).toBe(201);
  const end = { endsOn: lease.to, reason: "退租" };
  expect((await manager.post(`${at}/relations/${tenancy.id}/end`, end)).status).toBe(200);

  const version = { startsOn: "2024-01-01", unitPrice: inputs.monthly };
  const { feeItemId } = await bound(community, room, { base: "FIXED", version });
  for (const period of monthsOf("2025-01", "2025-12")) await bill(community, period);
  const charges = await chargesOf(community, feeItemId);
  const billed = (payer: string) => total(charges.filter(({ payerId }) => payerId === payer));
  expect({ A: billed(a), T: billed(t), B: billed(b) }).toEqual(expected.billed);

  const liable = (await cashier.get(`${at}/arrears?payerId=${t}`)).body.items[0].jointlyLiable;
  expect(liable.map(({ id }: { id: string }) => id).sort()).toEqual([a, b].sort());
  expect(expected.jointly_liable_for_T).toHaveLength(2);

  for (const payerId of [a, t]) {
    const own = charges.filter((charge) => charge.payerId === payerId && !inputs.unpaid.includes(charge.period));
    const lines = own.map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen }));
    const tenderedFen = own.reduce((sum, { openFen }) => sum + openFen, 0);
    await created(cashier, `${at}/receipts`, {
      id: randomUUID(),
      payerId,
      lines,
      methods: [{ method: "CASH", tenderedFen }],
    });
  }
  const { items } = (await cashier.get(`${at}/arrears`)).body;
  expect(items).toMatchObject([{ payerId: a, months: inputs.unpaid, openFen: 30_000 }]);
  await checkInvariants(app.db, community.id);
});

describe("BC-16: prepayments are offset, item money first, then general, oldest first", () => {
  interface Bills {
    balances: Record<string, string>;
    bills: { id: string; item: string; period: string; amount: string }[];
  }
  const { inputs, expected } = example<
    { A: Bills; B: Bills },
    {
      A: {
        offsets: Record<string, Record<string, string>>;
        balances_after: Record<string, string>;
        still_owed: string;
      };
      B: Record<"ALLOW_PARTIAL" | "WHOLE_BILL_ONLY", Record<string, string>>;
    }
  >("BC-16");

  /** The bills and balances of a part, entered by the people who do it; the scheme set; the run confirmed. */
  async function offset({ balances, bills }: Bills, shortage: "PARTIAL" | "WHOLE_ONLY") {
    const community = await aCommunity();
    const { id: projectId, at, manager, cashier } = community;
    const room = await anOwnedRoom(community, "100.00");
    const payerId = (await cashier.get(`${at}/desk?roomId=${room.id}`)).body.accounts[0].payerId;
    const items: Record<string, string> = {};
    for (const name of ["PROPERTY", "WATER", "PARKING", "DEPOSIT"]) {
      const kind = name === "DEPOSIT" ? "DEPOSIT" : "ONE_OFF";
      items[name] = await created(manager, `${at}/fee-items`, aFeeItem({ name, kind }));
    }
    const charges: Record<string, string> = {};
    for (const { id, item, period, amount } of bills) {
      const body = { id: randomUUID(), roomId: room.id, feeItemId: items[item], payerId, amountFen: parseYuan(amount) };
      const days = { serviceFrom: `${period}-01`, serviceTo: `${period}-28`, dueOn: `${period}-28`, remark: id };
      if (item === "DEPOSIT") {
        const deposit = await manager.post(`${at}/deposits`, { ...body, object: "ROOM" });
        charges[id] = deposit.body.chargeId;
      } else charges[id] = await created(cashier, `${at}/charges`, { ...body, ...days });
    }
    for (const [name, balance] of Object.entries(balances)) {
      const amountFen = parseYuan(balance);
      const prepayment = { roomId: room.id, amountFen, ...(name !== "GENERAL" && { feeItemId: items[name] }) };
      const receipt = { id: randomUUID(), payerId, lines: [], methods: [{ method: "CASH", tenderedFen: amountFen }] };
      await created(cashier, `${at}/receipts`, { ...receipt, prepayment });
    }
    const scheme = {
      enabled: true,
      onPublish: false,
      daily: false,
      onlyListed: false,
      order: "PERIOD_FIRST",
      shortage,
    };
    const feeItemIds = ["PROPERTY", "WATER", "PARKING"].map((name) => items[name]);
    expect((await manager.put(`${at}/offset-scheme`, { ...scheme, feeItemIds })).status).toBe(200);
    const finance = await app.asRole("FINANCE_REVIEWER", projectId);
    const preview = (await finance.post(`${at}/offsets/preview`, {})).body;
    await finance.post(`${at}/offsets`, { id: randomUUID(), fingerprint: preview.fingerprint });
    await app.drainJobs();

    const lines = Object.fromEntries(
      Object.entries(charges).map(([id, chargeId]) => [
        id,
        preview.items[0].lines.find((line: { chargeId: string }) => line.chargeId === chargeId),
      ]),
    );
    const owed = await Promise.all(
      Object.values(charges).map(async (id) => (await finance.get(`${at}/charges/${id}`)).body.openFen as number),
    );
    const accounts = (await finance.get(`${at}/prepayments`)).body.items as {
      feeItemName: string | null;
      balanceFen: number;
    }[];
    await checkInvariants(app.db, projectId);
    return {
      lines,
      after: Object.fromEntries(accounts.map((one) => [one.feeItemName ?? "GENERAL", formatFen(one.balanceFen)])),
      stillOwed: formatFen(owed.reduce((sum, fen) => sum + fen, 0)),
    };
  }

  test("A: enough money; a deposit is left alone", async () => {
    const { lines, after, stillOwed } = await offset(inputs.A, "PARTIAL");
    for (const { id, item } of inputs.A.bills) {
      const { GENERAL = "0.00", [item]: own = "0.00" } = expected.A.offsets[id]!;
      expect([id, formatFen(lines[id].fromItemFen), formatFen(lines[id].fromGeneralFen)]).toEqual([id, own, GENERAL]);
    }
    expect(after).toEqual(expected.A.balances_after);
    expect(stillOwed).toBe(expected.A.still_owed);
  });

  test.each([
    ["ALLOW_PARTIAL", "PARTIAL"],
    ["WHOLE_BILL_ONLY", "WHOLE_ONLY"],
  ] as const)("B: not enough, %s by a setting", async (variant, shortage) => {
    const { lines, after, stillOwed } = await offset(inputs.B, shortage);
    const { P01, P02, general_after: general, still_owed: owed } = expected.B[variant];
    expect(["P01", "P02"].map((id) => formatFen(lines[id].fromGeneralFen))).toEqual([P01, P02]);
    expect(after).toEqual({ GENERAL: general });
    expect(stillOwed).toBe(owed);
  });
});
