import { checkInvariants } from "../../../test/invariants.js";
import { somebodyWaits } from "../../../test/somebody-waits.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { aMeteredRoom, asked, installed } from "../meters/meters.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-05"));

interface Bill {
  id: string;
  period: string;
  openFen: number;
  amountFen: number;
  serviceTo: string;
  status: string;
}

/** A room whose year 2026 is billed, 330.64 yuan a month (112.08 m² at 2.95), under a scheme of the run if one is given. */
async function aYear(terms?: object) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const room = await savedRoom(app, projectId, { chargeArea: "112.08", buildingArea: "112.08" });
  const feeItem = await savedFeeItem(app, projectId);
  const rate = await savedRate(app, feeItem, { cycle: "YEAR" }, { unitPrice: "2.95" });
  const binding = await savedBinding(app, room, rate, { startsOn: "2026-01-01" });
  const owner = await savedOwner(app, room);
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const cashier = await app.asRole("CASHIER", projectId);
  const finance = await app.asRole("FINANCE_REVIEWER", projectId);
  const url = `/projects/${projectId}`;
  if (terms) {
    const scheme = { name: "年付优惠", feeItemIds: [feeItem.id], givenAt: "RUN", months: 12, startsOn: "2026-01-01" };
    const bearerId = (await savedCustomer(app, projectId)).id;
    await manager.post(`${url}/discount-schemes`, { ...scheme, bearerId, stackable: false, active: true, ...terms });
  }
  await published(app, manager, projectId, { period: "2026-01" });
  const bills = async () =>
    ((await cashier.get(`${url}/charges?roomId=${room.id}&pageSize=100`)).body.items as Bill[]).toSorted((a, b) =>
      a.period.localeCompare(b.period),
    );
  const at = `${url}/bindings/${binding.id}/early-end`;
  return {
    projectId,
    url,
    room,
    feeItem,
    owner,
    manager,
    cashier,
    finance,
    binding,
    bills,
    /** Pays bills in one receipt, each less what is given on it. */
    pay: async (some: Bill[], more: object = {}, off = new Map<string, number>()) => {
      const lines = some.map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen - (off.get(id) ?? 0) }));
      const paid = lines.filter(({ amountFen }) => amountFen > 0);
      const tenderedFen = paid.reduce((sum, { amountFen }) => sum + amountFen, 0);
      const methods = [{ method: "CASH", tenderedFen }];
      const reply = await cashier.post(`${url}/receipts`, {
        id: newId(),
        payerId: owner.id,
        lines: paid,
        methods,
        ...more,
      });
      expect([reply.status, reply.body.code]).toEqual([201, undefined]);
      return reply.body;
    },
    preview: (lastDay: string) => finance.post(`${at}/preview`, { lastDay }),
    end: (lastDay: string, more: object = {}) =>
      finance.post(at, { id: newId(), lastDay, difference: "PREPAYMENT", reason: "业主搬离", ...more }),
    prepaid: async () => (await cashier.get(`${url}/prepayments`)).body.items as { balanceFen: number }[],
  };
}

/** The year paid at once under a scheme, as the desk proposes it. */
async function aDiscountedYear(terms: object) {
  const year = await aYear();
  await discounted(year, terms);
  return year;
}

/** Pays a year under a scheme. */
async function discounted(year: Awaited<ReturnType<typeof aYear>>, terms: object) {
  const { url, manager, cashier, owner, feeItem } = year;
  const scheme = { name: "年缴优惠", feeItemIds: [feeItem.id], givenAt: "PAYMENT", months: 12, startsOn: "2026-01-01" };
  await manager.post(`${url}/discount-schemes`, { ...scheme, stackable: false, active: true, ...terms });
  const bills = await year.bills();
  const chargeIds = bills.map(({ id }) => id);
  const { offers } = (await cashier.post(`${url}/discounts/proposal`, { payerId: owner.id, chargeIds, schemeIds: [] }))
    .body;
  const [{ schemeId, amountFen, lines }] = offers;
  const off = new Map<string, number>(
    lines.map((line: { chargeId: string; amountFen: number }) => [line.chargeId, line.amountFen]),
  );
  await year.pay(bills, { discounts: [{ schemeId, chargeIds, amountFen }] }, off);
}

test("the used part is charged by the proration rule, the rest becomes a prepayment (BIL-82)", async () => {
  const year = await aYear();
  await year.pay(await year.bills());
  const preview = await year.preview("2026-04-18");
  // 3 × 330.64 and 18 days of April of 330.636
  expect(preview).toMatchObject({
    status: 200,
    body: { paidFen: 297_576, usedFen: 19_838, backFen: 277_738, openFen: 0, lastDay: "2026-04-18" },
  });
  expect(preview.body.lines).toHaveLength(9);
  expect(preview.body.lines[0]).toMatchObject({ period: "2026-04", paidFen: 33_064, usedFen: 19_838 });
  expect(preview.body.lines[0].explanation.join()).toContain("18");
  expect((await year.bills()).every(({ status }) => status === "SETTLED")).toBe(true);

  const id = newId();
  const ended = await year.end("2026-04-18", { id });
  expect(ended).toMatchObject({ status: 201, body: { backFen: 277_738, lines: preview.body.lines } });
  const standing = (await year.bills()).filter(({ status }) => status !== "REVERSED");
  expect(standing.map(({ amountFen, openFen }) => [amountFen, openFen])).toEqual([
    [33_064, 0],
    [33_064, 0],
    [33_064, 0],
    [19_838, 0],
  ]);
  expect(standing.at(-1)!.serviceTo).toBe("2026-04-18");
  expect(await year.prepaid()).toMatchObject([{ balanceFen: 277_738 }]);
  const { items } = (await year.manager.get(`${year.url}/bindings?roomId=${year.room.id}`)).body;
  expect(items[0].endsOn).toBe("2026-04-18");
  await checkInvariants(app.db, year.projectId);

  // a retry ends once; another day under the same id, and a second end, are refused
  expect((await year.end("2026-04-18", { id })).body).toEqual(ended.body);
  expect((await year.end("2026-04-17", { id })).body.code).toBe("ID_REUSED");
  const back = { id, difference: "REFUND", refund: { method: "CASH" } };
  expect((await year.end("2026-04-18", back)).body.code).toBe("ID_REUSED");
  expect((await year.end("2026-04-18")).body.code).toBe("NOT_BILLED_BEYOND");
});

test.each([
  ["pay eleven, get the twelfth", { benefit: "FREE_MONTHS", freeMonths: 1 }, 363_704],
  ["five per cent off", { benefit: "PERCENT", percent: "5" }, 376_930],
])(
  "a discount for the whole year is lost: %s; what was used is charged at the normal price",
  async (_what, terms, paid) => {
    const year = await aDiscountedYear(terms);
    const ended = await year.end("2026-06-30");
    expect(ended).toMatchObject({ status: 201, body: { backFen: paid - 6 * 33_064, openFen: 0 } });
    expect(await year.prepaid()).toMatchObject([{ balanceFen: paid - 6 * 33_064 }]);
    const standing = (await year.bills()).filter(({ status }) => status !== "REVERSED");
    expect(standing.map(({ openFen }) => openFen)).toEqual([0, 0, 0, 0, 0, 0]);
    await checkInvariants(app.db, year.projectId);
  },
);

test("what another bears of a lost discount is owed by nobody; what he has paid stands in the way", async () => {
  const year = await aYear();
  const bearer = await savedCustomer(app, year.projectId);
  await discounted(year, { benefit: "FREE_MONTHS", freeMonths: 1, bearerId: bearer.id });
  const borne = async () => (await year.cashier.get(`${year.url}/charges?payerId=${bearer.id}`)).body.items as Bill[];
  const [bill] = await borne();
  expect(bill).toMatchObject({ period: "2026-12", openFen: 33_064 });
  const his = {
    id: newId(),
    payerId: bearer.id,
    lines: [{ chargeId: bill!.id, amountFen: 33_064 }],
    methods: [{ method: "CASH", tenderedFen: 33_064 }],
  };
  expect((await year.cashier.post(`${year.url}/receipts`, his)).status).toBe(201);
  for (const refused of [await year.preview("2026-06-30"), await year.end("2026-06-30")])
    expect(refused).toMatchObject({ status: 409, body: { code: "BORNE_PAID" } });
  const red = await year.finance.post(`${year.url}/receipts/${his.id}/reverse`, { reason: "服务提前终止" });
  expect(red.status).toBeLessThan(300);
  expect(await year.end("2026-06-30")).toMatchObject({ status: 201, body: { backFen: 5 * 33_064, openFen: 0 } });
  expect(await borne()).toMatchObject([{ id: bill!.id, openFen: 0 }]);
  await checkInvariants(app.db, year.projectId);
});

test("what another bears of months that a run gave and that are not served is owed by nobody", async () => {
  const year = await aYear({ benefit: "FREE_MONTHS", freeMonths: 2 });
  const borne = () =>
    app.db.query<{ open: number }[]>(
      "SELECT open_fen AS open FROM charge WHERE project_id = $1 AND source = 'MANUAL' ORDER BY period",
      [year.projectId],
    );
  expect(await borne()).toEqual([{ open: 33_064 }, { open: 33_064 }]);
  await year.pay((await year.bills()).slice(0, 10));
  const ended = await year.end("2026-11-30");
  expect(ended).toMatchObject({ status: 201, body: { backFen: 0, openFen: 0 } });
  // November was served, December was not
  expect(await borne()).toEqual([{ open: 33_064 }, { open: 0 }]);
  await checkInvariants(app.db, year.projectId);
});

test("when the lost discount comes to more than is left, the difference stays owed", async () => {
  const year = await aDiscountedYear({ benefit: "PERCENT", percent: "20" });
  // paid 12 × 330.64 × 0.8 = 3174.14, used eleven and a half months
  const { body } = await year.end("2026-12-15");
  expect(body).toMatchObject({ backFen: 0 });
  expect(body.openFen).toBe(body.usedFen - body.paidFen);
  const owed = (await year.bills()).reduce((sum, { openFen }) => sum + openFen, 0);
  expect(owed).toBe(body.openFen);
  expect(owed).toBeGreaterThan(0);
  await checkInvariants(app.db, year.projectId);
});

test("paid back: asked for, to be reviewed and paid by others; nothing of it before", async () => {
  const year = await aYear();
  await year.pay(await year.bills());
  expect((await year.end("2026-11-30", { difference: "REFUND" })).body.fields).toHaveProperty("refund");
  const ended = await year.end("2026-11-30", { difference: "REFUND", refund: { method: "CASH" } });
  expect(ended.body).toMatchObject({ backFen: 33_064, refundRequestNos: ["TQ000001"] });
  const { items } = (await year.finance.get(`${year.url}/refund-requests`)).body;
  expect(items).toMatchObject([{ amountFen: 33_064, status: "PENDING", source: "PREPAYMENT" }]);
  expect((await year.finance.get(`${year.url}/prepayment-refunds`)).body.items).toEqual([]);
  await checkInvariants(app.db, year.projectId);
});

test("bills nobody paid are cut, other lines of a receipt stay as they were", async () => {
  const year = await aYear();
  const bills = await year.bills();
  await year.pay(bills.slice(0, 6));
  const { body } = await year.end("2026-05-31");
  expect(body).toMatchObject({ paidFen: 33_064, usedFen: 0, backFen: 33_064, openFen: 0 });
  const standing = (await year.bills()).filter(({ status }) => status !== "REVERSED");
  expect(standing.map(({ period, openFen }) => [period, openFen])).toEqual(
    ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"].map((period) => [period, 0]),
  );
  await checkInvariants(app.db, year.projectId);
});

test("a discount on another item of the receipt stays", async () => {
  const year = await aYear();
  const { projectId, url, manager, cashier, owner, room } = year;
  const bearer = await savedCustomer(app, projectId);
  const parking = await savedFeeItem(app, projectId, { name: "车位服务费" });
  const bills = await year.bills();
  const place = { payerId: owner.id, feeItemId: parking.id, source: "MANUAL" };
  const other = await savedCharge(app, room, place);
  const { body: scheme } = await manager.post(`${url}/discount-schemes`, {
    name: "车位九折",
    feeItemIds: [parking.id],
    givenAt: "PAYMENT",
    benefit: "PERCENT",
    percent: "10",
    months: 1,
    startsOn: "2026-01-01",
    stackable: false,
    active: true,
    bearerId: bearer.id,
  });
  const discounts = [{ schemeId: scheme.id, chargeIds: [other.id], amountFen: 1_000 }];
  const paid = { ...other, status: "OPEN" };
  await year.pay([...bills, paid], { discounts }, new Map([[other.id, 1_000]]));
  const borne = async () => (await cashier.get(`${url}/charges?payerId=${bearer.id}`)).body.items;
  const before = await borne();
  const ended = await year.end("2026-05-31");
  expect(ended).toMatchObject({ status: 201, body: { backFen: 7 * 33_064, openFen: 0 } });
  // and so does what another bears of it
  expect(await borne()).toEqual(before);
  expect(before).toMatchObject([{ openFen: 1_000, reducedFen: 0 }]);
  const kept = (await cashier.get(`${url}/charges/${other.id}`)).body;
  expect(kept).toMatchObject({ receivedFen: 9_000, reducedFen: 1_000, openFen: 0 });
  await checkInvariants(app.db, projectId);
});

test("over two receipts, the second paid by what the first kept: all is asked back at once", async () => {
  const year = await aYear();
  const { url, room } = year;
  const bills = await year.bills();
  const kept = { prepayment: { roomId: room.id, amountFen: 33_064 } };
  await year.pay(bills.slice(0, 6), { ...kept, methods: [{ method: "CASH", tenderedFen: 7 * 33_064 }] });
  const drawn = { method: "PREPAYMENT", tenderedFen: 33_064, roomId: room.id };
  await year.pay(bills.slice(6, 8), { methods: [{ method: "CASH", tenderedFen: 33_064 }, drawn] });
  const ended = await year.end("2026-05-31", { difference: "REFUND", refund: { method: "CASH" } });
  expect(ended).toMatchObject({ status: 201, body: { backFen: 3 * 33_064 } });
  // what was drawn goes back to where it was kept
  expect(await year.prepaid()).toMatchObject([{ balanceFen: 3 * 33_064 }]);
  const { items } = (await year.finance.get(`${url}/refund-requests`)).body;
  expect(items).toMatchObject([{ amountFen: 2 * 33_064, status: "PENDING" }]);
  await checkInvariants(app.db, year.projectId);
});

test("a binding that somebody ends meanwhile is taken as he left it", async () => {
  const year = await aYear();
  const other = app.db.createQueryRunner();
  await other.startTransaction();
  await other.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [year.projectId]);
  await other.query("UPDATE rate_binding SET ends_on = '2026-04-30' WHERE id = $1", [year.binding.id]);
  const ending = year.end("2026-05-31").then((reply) => reply);
  await somebodyWaits(app);
  await other.commitTransaction();
  await other.release();
  expect(await ending).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
});

test("of two at once one ends it", async () => {
  const year = await aYear();
  await year.pay(await year.bills());
  const both = await Promise.all([year.end("2026-05-31"), year.end("2026-05-31")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await year.prepaid()).toMatchObject([{ balanceFen: 7 * 33_064 }]);
});

test("what is refused: a day outside, one's own receipt, without the right, another project", async () => {
  const year = await aYear();
  await year.pay(await year.bills());
  expect((await year.preview("2025-12-31")).body).toMatchObject({
    code: "INVALID_INPUT",
    fields: { lastDay: [/绑定/] },
  });
  expect((await year.preview("2026-12-31")).body.code).toBe("NOT_BILLED_BEYOND");
  expect((await year.preview("2026-02-31")).status).toBe(400);
  expect((await year.end("2026-05-31", { reason: "😀" })).status).toBe(400);
  expect((await year.end("2026-05-31", { price: 1 })).status).toBe(400);
  const at = `${year.url}/bindings/${year.binding.id}/early-end/preview`;
  expect((await year.cashier.post(at, { lastDay: "2026-05-31" })).status).toBe(403);
  const elsewhere = await aYear();
  const foreign = `${elsewhere.url}/bindings/${year.binding.id}/early-end/preview`;
  expect((await elsewhere.finance.post(foreign, { lastDay: "2026-05-31" })).status).toBe(404);
});

test("a binding says whether it can end early: billed, and not by meter", async () => {
  const year = await aYear();
  const bindings = async (url: string, client = year.manager) => (await client.get(`${url}/bindings`)).body.items;
  expect(await bindings(year.url)).toMatchObject([{ billedTo: "2026-12-31", canEndEarly: true }]);

  const home = await aMeteredRoom(app);
  expect(await bindings(home.at, home.manager)).toMatchObject([{ billedTo: null, canEndEarly: false }]);
  const meter = await installed(home);
  await asked(home.manager, `${home.at}/meters/${meter}/readings`, { readOn: "2025-01-31", value: "8" });
  await published(app, home.manager, home.project.id, { period: "2025-01" });
  const [binding] = await bindings(home.at, home.manager);
  expect(binding).toMatchObject({ billedTo: "2025-01-31", canEndEarly: false });
  const finance = await app.asRole("FINANCE_REVIEWER", home.project.id);
  const reply = await finance.post(`${home.at}/bindings/${binding.id}/early-end/preview`, { lastDay: "2025-01-10" });
  expect(reply.body.code).toBe("METERED_SERVICE");
});

test("a metered service ends with the final readings of its meters, which bill what was counted until then", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  const [kitchen, bath] = [await installed(home, { no: "K1" }), await installed(home, { no: "B1" })];
  const read = (meter: string, readOn: string, value: string) =>
    asked(manager, `${at}/meters/${meter}/readings`, { readOn, value });
  const [binding] = (await manager.get(`${at}/bindings`)).body.items;
  expect(binding).toMatchObject({ metered: true, canEndEarly: false });
  const end = (endsOn: string) => manager.post(`${at}/bindings/${binding.id}/end`, { endsOn });
  await read(kitchen, "2025-01-18", "8");
  expect(await end("2025-01-18")).toMatchObject({
    status: 409,
    body: { code: "METER_NOT_READ", detail: expect.stringMatching(/表 B1 没有 2025-01-18 的读数.*登记/) },
  });
  await read(bath, "2025-01-18", "2");
  expect((await end("2025-01-18")).status).toBe(204);
  await published(app, manager, project.id, { period: "2025-01" });
  const bills = (await manager.get(`${at}/charges?roomId=${home.room.id}`)).body.items as Bill[];
  expect(bills.map(({ amountFen, serviceTo }) => [amountFen, serviceTo])).toEqual([[5_000, "2025-01-18"]]);
  // what was billed by a reading is taken back by its correction, not by an earlier end
  expect((await end("2025-01-10")).body).toMatchObject({
    code: "BINDING_BILLED",
    detail: expect.stringMatching(/读数/),
  });
  await checkInvariants(app.db, project.id);
});

test("the end of a metered service can be planned for the end of a month only", async () => {
  const home = await aMeteredRoom(app);
  const { at, manager, project } = home;
  await installed(home);
  const [binding] = (await manager.get(`${at}/bindings`)).body.items;
  const end = (endsOn: string) => manager.post(`${at}/bindings/${binding.id}/end`, { endsOn });
  expect(await end("2026-03-15")).toMatchObject({
    status: 400,
    body: { fields: { endsOn: [expect.stringMatching(/只能是月末（如 2026-03-31）.*登记止码/)] } },
  });
  expect((await end("2026-03-31")).status).toBe(204);

  const other = await savedRoom(app, project.id);
  const rooms = { roomIds: [other.id] };
  const bind = (endsOn: string) =>
    manager.post(`/projects/${project.id}/bindings`, { rooms, rateId: home.rateId, startsOn: "2025-01-01", endsOn });
  expect((await bind("2026-03-15")).body.fields).toEqual({ endsOn: [expect.stringMatching(/只能是月末/)] });
  expect((await bind("2026-03-31")).status).toBe(201);
});
