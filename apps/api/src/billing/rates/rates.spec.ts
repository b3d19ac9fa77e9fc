import type { CreateRateDto } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { aRateOf, savedBinding, savedCharge, savedFeeItem, savedRate } from "../billing.factories.js";

const app = await startTestApp();
const { id: projectId } = await savedProject(app);
const item = await savedFeeItem(app, projectId);
const room = await savedRoom(app, projectId);
const { id: payerId } = await savedCustomer(app, projectId);
const url = `/projects/${projectId}/rates`;
const keeper = await app.as(["billing:read", "billing:rates"], projectId);
afterAll(() => app.close());

/** A rate that was billed for January 2026. */
async function billedRate() {
  const rate = await savedRate(app, item);
  await savedCharge(app, room, {
    payerId,
    feeItemId: item.id,
    rateId: rate.id,
    rateVersionId: rate.versionId,
    source: "IMPORT",
  });
  return rate;
}

const pricesOf = async (rateId: string) =>
  (await keeper.get(`${url}/${rateId}`)).body.versions.map(
    (one: { startsOn: string; endsOn: string | null; unitPrice: string }) => [one.startsOn, one.endsOn, one.unitPrice],
  );

test("a rate is created with its first price", async () => {
  const dto = aRateOf(item.id, {
    version: { unitPrice: "1.300000", surcharge: "20" },
    legalBasis: "前期物业服务合同第八条",
  });
  const { status, body } = await keeper.post(url, dto);
  expect(status).toBe(201);
  const { version, ...terms } = dto;
  expect((await keeper.get(`${url}/${body.id}`)).body).toMatchObject({
    ...terms,
    billed: false,
    active: true,
    current: { startsOn: version.startsOn, endsOn: null, unitPrice: "1.3", surcharge: "20", billedTo: null },
  });
});

test("a new price ends the one before on the day before", async () => {
  const { id } = await savedRate(app, item);
  expect((await keeper.post(`${url}/${id}/versions`, { startsOn: "2026-04-16", unitPrice: "2.60" })).status).toBe(201);
  expect(await pricesOf(id)).toEqual([
    ["2020-01-01", "2026-04-15", "2.38"],
    ["2026-04-16", null, "2.6"],
  ]);
});

test.each(["2020-01-01", "2019-06-01"])(
  "a price that begins on %s, not after the last one, is refused",
  async (startsOn) => {
    const { id } = await savedRate(app, item);
    const reply = await keeper.post(`${url}/${id}/versions`, { startsOn, unitPrice: "3" });
    expect(reply).toMatchObject({ status: 409, body: { code: "VERSION_TOO_EARLY" } });
  },
);

test("a new price never shortens what was billed, and begins the day after at the earliest", async () => {
  const { id } = await billedRate();
  const early = await keeper.post(`${url}/${id}/versions`, { startsOn: "2026-01-31", unitPrice: "3" });
  expect(early).toMatchObject({
    status: 409,
    body: { code: "VERSION_BILLED", detail: expect.stringContaining("2026-01-31") },
  });
  expect((await keeper.post(`${url}/${id}/versions`, { startsOn: "2026-02-01", unitPrice: "3" })).status).toBe(201);
});

test("of two who add a price from the same day on, one wins", async () => {
  const { id } = await savedRate(app, item);
  const replies = await Promise.all(
    ["3", "4"].map((unitPrice) => keeper.post(`${url}/${id}/versions`, { startsOn: "2026-05-01", unitPrice })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await pricesOf(id)).toHaveLength(2);
});

test("a price that was billed is never edited; one that was not may be corrected or removed", async () => {
  const { id, versionId } = await billedRate();
  const price = { unitPrice: "9.99" };
  expect((await keeper.put(`${url}/${id}/versions/${versionId}`, price)).body.code).toBe("VERSION_BILLED");
  const { body: added } = await keeper.post(`${url}/${id}/versions`, { startsOn: "2026-07-01", unitPrice: "3" });
  expect((await keeper.put(`${url}/${id}/versions/${added.id}`, price)).status).toBe(204);
  expect((await pricesOf(id))[1]).toEqual(["2026-07-01", null, "9.99"]);
  expect((await keeper.delete(`${url}/${id}/versions/${added.id}`)).status).toBe(204);
  expect(await pricesOf(id)).toEqual([["2020-01-01", null, "2.38"]]);
  expect((await keeper.delete(`${url}/${id}/versions/${versionId}`)).status).toBe(409);
});

test("the only price of a rate stays", async () => {
  const { id, versionId } = await savedRate(app, item);
  expect((await keeper.delete(`${url}/${id}/versions/${versionId}`)).body.code).toBe("VERSION_NOT_LAST");
});

test.each([
  ["base", "HOUSEHOLD"],
  ["cycle", "QUARTER"],
  ["proration", "FIXED_30"],
  ["roundingUnit", "1"],
  ["dueDays", 15],
])("once billed, %s stays as it is: end the rate and make a new one", async (field, value) => {
  const rate = await billedRate();
  const { feeItemId: _item, version: _version, ...terms } = aRateOf(item.id, { name: rate.name });
  const changed = await keeper.put(`${url}/${rate.id}`, { ...terms, active: true, [field]: value });
  expect(changed).toMatchObject({
    status: 409,
    body: { code: "RATE_IN_USE", detail: expect.stringContaining("另建新的标准") },
  });
});

test("once billed, its name and legal basis may change, and it may be deactivated", async () => {
  const rate = await billedRate();
  const { feeItemId: _item, version: _version, ...terms } = aRateOf(item.id, { legalBasis: "2026 年备案价" });
  expect((await keeper.put(`${url}/${rate.id}`, { ...terms, active: false })).status).toBe(204);
  expect((await keeper.get(`${url}/${rate.id}`)).body).toMatchObject({
    name: terms.name,
    legalBasis: "2026 年备案价",
    active: false,
  });
});

test("before anything was billed, all rules may change", async () => {
  const rate = await savedRate(app, item);
  const {
    feeItemId: _item,
    version: _version,
    ...terms
  } = aRateOf(item.id, { base: "FIXED", cycle: "YEAR", dueRule: "END_OF_PERIOD", dueDays: 0 });
  expect((await keeper.put(`${url}/${rate.id}`, { ...terms, active: true })).status).toBe(204);
  expect((await keeper.get(`${url}/${rate.id}`)).body).toMatchObject({
    base: "FIXED",
    cycle: "YEAR",
    dueRule: "END_OF_PERIOD",
  });
});

test("cycles are counted from January or from the contract's month; a month and meters know only the calendar", async () => {
  const made = async (overrides: Partial<CreateRateDto>) => {
    const { body } = await keeper.post(url, aRateOf(item.id, overrides));
    return (await keeper.get(`${url}/${body.id}`)).body.cycleAnchor;
  };
  expect(await made({ cycle: "YEAR", cycleAnchor: "START" })).toBe("START");
  expect(await made({ cycle: "YEAR" })).toBe("NATURAL");
  expect(await made({ cycle: "MONTH", cycleAnchor: "START" })).toBe("NATURAL");
  const wrong = await keeper.post(url, aRateOf(item.id, { cycleAnchor: "LUNAR" as never }));
  expect(wrong.body.fields).toHaveProperty("cycleAnchor");
});

test("ending a rate ends its price and the bindings that run on", async () => {
  const rate = await savedRate(app, item);
  const other = await savedRoom(app, projectId);
  await savedBinding(app, other, rate);
  expect((await keeper.post(`${url}/${rate.id}/end`, { endsOn: "2026-03-31" })).status).toBe(204);
  expect(await pricesOf(rate.id)).toEqual([["2020-01-01", "2026-03-31", "2.38"]]);
  expect(await app.db.query("SELECT ends_on FROM rate_binding WHERE rate_id = $1", [rate.id])).toEqual([
    { ends_on: "2026-03-31" },
  ]);
});

test("a rate does not end in billed time", async () => {
  const { id } = await billedRate();
  expect((await keeper.post(`${url}/${id}/end`, { endsOn: "2026-01-15" })).body.code).toBe("RATE_BILLED");
});

test("a rate with bindings or charges is not deleted; an unused one is", async () => {
  const bound = await savedRate(app, item);
  await savedBinding(app, await savedRoom(app, projectId), bound);
  expect((await keeper.delete(`${url}/${bound.id}`)).body.code).toBe("RATE_IN_USE");
  const unused = await savedRate(app, item);
  expect((await keeper.delete(`${url}/${unused.id}`)).status).toBe(204);
});

test.each([
  ["a negative price", { version: { unitPrice: "-1" } }, "version.unitPrice"],
  ["a price in scientific notation", { version: { unitPrice: "1e3" } }, "version.unitPrice"],
  ["a day that does not exist", { version: { startsOn: "2026-02-30" } }, "version.startsOn"],
  ["the 32nd as the day due", { dueDays: 32 }, "dueDays"],
  ["an unknown rounding unit", { roundingUnit: "5" as never }, "roundingUnit"],
])("%s is refused", async (_what, overrides, field) => {
  const { status, body } = await keeper.post(url, aRateOf(item.id, overrides));
  expect(status).toBe(400);
  expect(body.fields).toHaveProperty([field]);
});

test("an inactive item takes no new rate, a one-off item none at all", async () => {
  const inactive = await savedFeeItem(app, projectId, { active: false });
  expect((await keeper.post(url, aRateOf(inactive.id))).body.code).toBe("FEE_ITEM_INACTIVE");
  const oneOff = await savedFeeItem(app, projectId, { kind: "ONE_OFF" });
  expect((await keeper.post(url, aRateOf(oneOff.id))).body.code).toBe("FEE_ITEM_KIND");
});

test("rates of another project do not exist here", async () => {
  const { id: other } = await savedProject(app);
  const foreign = await savedRate(app, await savedFeeItem(app, other));
  expect((await keeper.get(`${url}/${foreign.id}`)).status).toBe(404);
  expect((await keeper.post(`${url}/${foreign.id}/versions`, { startsOn: "2026-04-01", unitPrice: "1" })).status).toBe(
    404,
  );
  const own = await savedRate(app, item);
  expect((await keeper.put(`${url}/${own.id}/versions/${foreign.versionId}`, { unitPrice: "1" })).status).toBe(404);
});
