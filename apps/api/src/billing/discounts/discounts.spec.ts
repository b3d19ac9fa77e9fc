import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";
import { aDiscountDesk, type Given } from "./discounts.factories.js";

const app = await startTestApp();
app.clock.set("2026-01-05");
afterAll(() => app.close());

const desk = await aDiscountDesk(app);
const { projectId, at, item, setter, cashier, reviewer } = desk;
const { aReceipt, aScheme, billed, offerOf, offers, post, savedScheme, takenAt } = desk;

test("a year paid at once gets its discount as entries beside the charges, to the fen; red, it is taken back", async () => {
  const one = await billed();
  const { id } = await savedScheme();
  const receipt = await takenAt(one, id);
  // 3069.96 less 5 % = 153.50
  expect(receipt.methods[0]!.tenderedFen).toBe(306_996 - 15_350);
  const posted = await post(receipt);
  expect(posted.status).toBe(201);
  const detail = (await cashier.get(`${at}/receipts/${receipt.id}`)).body;
  expect(detail.discounts).toHaveLength(12);
  expect(detail.discounts.map(({ amountFen }: { amountFen: number }) => amountFen).slice(0, 3)).toEqual([
    1_280, 1_280, 1_279,
  ]);
  const charge = (await cashier.get(`${at}/charges/${one.ids[0]}`)).body;
  expect(charge).toMatchObject({ amountFen: 25_583, reducedFen: 1_280, receivedFen: 24_303, openFen: 0 });
  expect(
    (await setter.get(`${at}/discount-schemes`)).body.items.find((s: { id: string }) => s.id === id),
  ).toMatchObject({
    givenFen: 15_350,
    used: true,
  });
  await checkInvariants(app.db, projectId);

  const red = await reviewer.post(`${at}/receipts/${receipt.id}/reverse`, { reason: "收错户" });
  expect(red.status).toBeLessThan(300);
  expect((await cashier.get(`${at}/charges/${one.ids[0]}`)).body).toMatchObject({ reducedFen: 0, openFen: 25_583 });
  expect(
    (await setter.get(`${at}/discount-schemes`)).body.items.find((s: { id: string }) => s.id === id).givenFen,
  ).toBe(0);
  await checkInvariants(app.db, projectId);
});

test.each([
  ["a fixed amount", { benefit: "AMOUNT", percent: null, amountFen: 10_000 }, 10_000],
  ["the last month free", { benefit: "FREE_MONTHS", percent: null, freeMonths: 1 }, 25_583],
] as const)("%s", async (_what, terms, discountFen) => {
  const one = await billed();
  const { id } = await savedScheme(terms);
  const receipt = await takenAt(one, id);
  expect(receipt.methods[0]!.tenderedFen).toBe(306_996 - discountFen);
  expect((await post(receipt)).status).toBe(201);
  const last = (await cashier.get(`${at}/charges/${one.ids[11]}`)).body;
  expect(last.openFen).toBe(0);
  if (terms.benefit === "FREE_MONTHS")
    expect(last).toMatchObject({ reducedFen: 25_583, receivedFen: 0, status: "REDUCED" });
  const red = await reviewer.post(`${at}/receipts/${receipt.id}/reverse`, { reason: "收错户" });
  expect(red.status).toBeLessThan(300);
  expect((await cashier.get(`${at}/charges/${one.ids[11]}`)).body).toMatchObject({ reducedFen: 0, openFen: 25_583 });
  await checkInvariants(app.db, projectId);
});

test("stackable schemes go together, the later on what is left; others do not", async () => {
  const one = await billed();
  const [first, second] = [
    await savedScheme({ stackable: true }),
    await savedScheme({ stackable: true, benefit: "AMOUNT", percent: null, amountFen: 1_200 }),
  ];
  expect((await post(await takenAt(one, first.id, second.id))).status).toBe(201);
  // 153.50, then 12.00 on what is left
  const sums = await app.db.query(
    "SELECT sum(reduced_fen)::int AS fen, sum(open_fen)::int AS open FROM charge WHERE project_id = $1 AND payer_id = $2",
    [projectId, one.payer.id],
  );
  expect(sums).toEqual([{ fen: 16_550, open: 0 }]);

  const other = await billed();
  const alone = await savedScheme();
  expect((await offers(other, other.ids, [first.id])).map(({ schemeId }: Given) => schemeId)).not.toContain(alone.id);
  const [one1, two] = [await offerOf(other, first.id), await offerOf(other, alone.id)];
  const refused = await post(aReceipt(other, [one1!, two!]));
  expect(refused).toMatchObject({ status: 409, body: { code: "DISCOUNT_NOT_STACKABLE" } });
});

test("not for fewer months, outside its days, with old arrears, or by a figure of one's own", async () => {
  const one = await billed(11);
  const year = await savedScheme();
  expect(await offerOf(one, year.id)).toBeUndefined();
  const forced = aReceipt(one, [
    { schemeId: year.id, chargeIds: one.ids, amountFen: 100, lines: [{ chargeId: one.ids[0]!, amountFen: 100 }] },
  ]);
  expect(await post(forced)).toMatchObject({ status: 409, body: { code: "DISCOUNT_CHANGED" } });

  const half = await savedScheme({ months: 6, maxArrearsDays: 30 });
  expect(await offerOf(one, half.id)).toMatchObject({ amountFen: 14_071 });
  const receipt = await takenAt(one, half.id);
  const less = {
    ...receipt,
    lines: receipt.lines.slice(1),
    methods: [{ method: "CASH", tenderedFen: receipt.methods[0]!.tenderedFen - receipt.lines[0]!.amountFen }],
  };
  expect(await post(less)).toMatchObject({ status: 409, body: { code: "DISCOUNT_NOT_SETTLED" } });
  const days = { period: "2025-10", serviceFrom: "2025-10-01", serviceTo: "2025-10-31", dueOn: "2025-10-20" };
  await savedCharge(app, one.room, { payerId: one.payer.id, feeItemId: item.id, amountFen: 100, ...days });
  expect(await offerOf(one, half.id)).toBeUndefined();
  expect(await post(receipt)).toMatchObject({ status: 409, body: { code: "DISCOUNT_ARREARS" } });

  const other = await billed();
  const later = await takenAt(other, year.id);
  app.clock.set("2026-02-01");
  expect(await offerOf(other, year.id)).toBeUndefined();
  expect(await post(later)).toMatchObject({ status: 409, body: { code: "DISCOUNT_NOT_OPEN" } });
  app.clock.set("2026-01-05");
});

test("the report of reductions comes to the entries of the days, with who gave them", async () => {
  const one = await billed();
  const { id } = await savedScheme();
  app.clock.set("2026-01-20");
  const receipt = await takenAt(one, id);
  expect((await post(receipt)).status).toBe(201);
  const report = async (key: string, more = "") =>
    (await cashier.get(`${at}/billing-reports/${key}?from=2026-01-20&to=2026-01-20&pageSize=50${more}`)).body;
  const lines = await report("REDUCTIONS");
  expect(lines).toMatchObject({ total: 12, totals: { fen: 15_350, borneFen: 0 } });
  expect(lines.items[0]).toMatchObject({
    reason: "DISCOUNT",
    requestedByName: "出纳",
    decidedByName: null,
    fen: 1_280,
  });
  const other = await app.as(["property:read", "billing:read", "billing:collect"], projectId, "出纳二");
  expect((await other.post(`${at}/receipts`, await takenAt(await billed(), id))).status).toBe(201);
  for (const by of ["ITEM", "BUILDING", "BOTH"]) {
    const { items, totals } = await report("REDUCTION_TOTALS", `&by=${by}`);
    expect(totals).toMatchObject({ lines: 24, fen: 30_700 });
    expect(items).toHaveLength(by === "ITEM" ? 1 : 2);
    for (const { reason, bookedPeriod, firstOn, lastOn, feeItemId, buildingId, lines: of, fen } of items) {
      expect({ reason, bookedPeriod, firstOn, lastOn }).toEqual({
        reason: "DISCOUNT",
        bookedPeriod: "2026-01",
        firstOn: "2026-01-20",
        lastOn: "2026-01-20",
      });
      const places = (feeItemId ? `&feeItemId=${feeItemId}` : "") + (buildingId ? `&buildingId=${buildingId}` : "");
      expect(await report("REDUCTIONS", `&reason=${reason}${places}`)).toMatchObject({ total: of, totals: { fen } });
    }
  }
  expect(await report("REDUCTIONS", "&reason=DISCOUNT")).toMatchObject({ total: 24, totals: { fen: 30_700 } });
  expect(await report("REDUCTIONS", "&reason=VACANCY")).toMatchObject({ total: 0 });
  const all = (await cashier.get(`${at}/billing-reports/REDUCTIONS?from=2026-01-01&to=2026-01-31`)).body.totals.fen;
  const [entries] = await app.db.query<{ fen: number }[]>(
    "SELECT -sum(amount_fen)::int AS fen FROM charge_entry WHERE project_id = $1 AND kind = 'WAIVER' AND booked_on BETWEEN '2026-01-01' AND '2026-01-31'",
    [projectId],
  );
  expect(all).toBe(entries!.fen);
  app.clock.set("2026-01-05");
});

test("of two cashiers giving it at once, one does", async () => {
  const one = await billed();
  const { id } = await savedScheme();
  const receipts = await Promise.all([takenAt(one, id), takenAt(one, id)]);
  const replies = await Promise.all(receipts.map(post));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  await checkInvariants(app.db, projectId);
});

test("a scheme of the run is given with the bills of a year, goes back with the run, and is none of the desk", async () => {
  const { id: own } = await savedProject(app, { firstPeriod: "2026-01" });
  const feeItem = await savedFeeItem(app, own);
  const rate = await savedRate(app, feeItem, { cycle: "YEAR" }, { unitPrice: "2.5" });
  const home = await savedRoom(app, own, { chargeArea: "102.33" });
  await savedOwner(app, home);
  await savedBinding(app, home, rate, { startsOn: "2026-01-01" });
  const base = `/projects/${own}`;
  const finance = await app.as(
    ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:reverse-run"],
    own,
  );
  const body = { ...aScheme({ givenAt: "RUN" }), feeItemIds: [feeItem.id] };
  expect((await finance.post(`${base}/discount-schemes`, body)).status).toBe(201);
  const small = { ...aScheme({ givenAt: "RUN", percent: "1" }), feeItemIds: [feeItem.id] };
  expect((await finance.post(`${base}/discount-schemes`, small)).status).toBe(201);
  const run = await published(app, finance, own, { period: "2026-01" });
  const sums = async () =>
    app.db.query(
      `SELECT count(*)::int AS lines, sum(amount_fen)::int AS fen, sum(reduced_fen)::int AS reduced, sum(open_fen)::int AS open
         FROM charge WHERE project_id = $1 AND reversed_fen = 0`,
      [own],
    );
  // 12 × 255.83 less 5 %, the larger of the two
  expect(await sums()).toEqual([{ lines: 12, fen: 306_996, reduced: 15_350, open: 291_646 }]);
  await checkInvariants(app.db, own);
  expect((await finance.post(`${base}/runs/${run.id}/reverse`, { reason: "单价有误" })).status).toBe(202);
  await app.drainJobs();
  expect(await sums()).toEqual([{ lines: 0, fen: null, reduced: null, open: null }]);
  expect((await finance.get(`${base}/discount-schemes`)).body.items).toMatchObject([{ givenFen: 0 }, { givenFen: 0 }]);
  await checkInvariants(app.db, own);

  const one = await billed();
  const { id } = await savedScheme({ givenAt: "RUN" });
  expect(await offerOf(one, id)).toBeUndefined();
});

test("once given, its terms stay; its last day and use may change", async () => {
  const one = await billed();
  const { id, ...scheme } = await savedScheme();
  await setter.put(`${at}/discount-schemes/${id}`, { ...scheme, percent: "6" });
  await post(await takenAt(one, id));
  const changed = await setter.put(`${at}/discount-schemes/${id}`, { ...scheme, percent: "7" });
  expect(changed).toMatchObject({ status: 409, body: { code: "DISCOUNT_USED" } });
  const ended = await setter.put(`${at}/discount-schemes/${id}`, {
    ...scheme,
    percent: "6",
    active: false,
    endsOn: "2026-01-10",
  });
  expect(ended.status).toBe(204);
});

test("bad input is refused by field", async () => {
  for (const [overrides, field] of [
    [{ percent: "0" }, "percent"],
    [{ percent: "100.01" }, "percent"],
    [{ months: 0 }, "months"],
    [{ months: 1.5 }, "months"],
    [{ benefit: "FREE_MONTHS" }, "freeMonths"],
    [{ benefit: "FREE_MONTHS", freeMonths: 12 }, "freeMonths"],
    [{ endsOn: "2025-12-31" }, "endsOn"],
    [{ startsOn: "2026-02-31" }, "startsOn"],
    [{ name: "优惠😀" }, "name"],
    [{ feeItemIds: [] }, "feeItemIds"],
    [{ discount: 1 }, "discount"],
  ] as const) {
    const { status, body } = await setter.post(`${at}/discount-schemes`, { ...aScheme(), ...overrides });
    expect([status, Object.keys(body.fields ?? {})]).toEqual([400, [field]]);
  }
  const { name } = await savedScheme();
  expect((await setter.post(`${at}/discount-schemes`, aScheme({ name }))).status).toBe(409);
  const other = await savedProject(app);
  const foreign = await savedFeeItem(app, other.id);
  expect((await setter.post(`${at}/discount-schemes`, aScheme({ feeItemIds: [foreign.id] }))).status).toBe(404);
  const one = await billed();
  const unknown = aReceipt(one, [{ schemeId: randomUUID(), chargeIds: one.ids, amountFen: 1, lines: [] }]);
  expect((await post(unknown)).status).toBe(404);
});
