import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { savedCustomer, savedPayer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { published, savedCharge, savedFeeItem } from "../billing.factories.js";
import { anAgreement, aScheme, exported, ok } from "../debit/debit.factories.js";
import { aMeteredRoom, chargesOf, installed, WATER_TIERS } from "../meters/meters.factories.js";
import { ChargeObject } from "../objects/charge-object.entity.js";
import { aReceipt } from "../receipts.factories.js";
import { asked, type ChargeRow, type Community, linesOf, one, recalculationsOf } from "./recalculations.factories.js";

const app = await startTestApp();
const { community, computed, submitted, applied, standing, waived } = recalculationsOf(app);
beforeEach(() => app.clock.set("2025-07-28"));
afterAll(() => app.close());

test("BC-05: a price from 16 July on shows as a difference and changes the bill only when a second person has approved it", async () => {
  const place = await community();
  const [before] = await standing(place.projectId);
  expect(
    (
      await place.finance.post(`${place.at}/rates/${place.rate.id}/versions`, {
        startsOn: "2025-07-16",
        unitPrice: "2.80",
      })
    ).body.code,
  ).toBe("VERSION_BILLED");
  expect((await place.changePrice()).status).toBe(201);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({
    status: "COMPUTED",
    lineCount: 1,
    oldFen: 21_294,
    newFen: 23_233,
    blockedCount: 0,
  });
  const [line] = await linesOf(place, id);
  expect(line).toMatchObject({
    roomCode: place.rooms[0]!.code,
    serviceFrom: "2025-07-01",
    serviceTo: "2025-07-31",
    oldFen: 21_294,
    newFen: 23_233,
    differenceFen: 1_939,
    causes: ["PRICE"],
    obstacle: null,
    applied: null,
    before: [{ chargeId: before!.id, amountFen: 21_294, payerName: place.rooms[0]!.owner.name }],
    after: [
      { chargeId: null, serviceTo: "2025-07-15", amountFen: 10_303 },
      { chargeId: null, serviceFrom: "2025-07-16", amountFen: 12_930 },
    ],
  });
  expect(line.after[1].explanation.join("")).toContain("2.8");

  const approval = await submitted(place, id, place.manager);
  expect((await place.manager.post(`${approval}/approve`, {})).body.code).toBe("APPROVAL_OWN");
  expect((await place.manager.delete(`${place.at}/recalculations/${id}`)).body.code).toBe("RECALCULATION_STATE");
  expect(await standing(place.projectId)).toEqual([before]);
  const director = await app.as(["property:read", "billing:approve-recalculation"], place.projectId, "公司经理");
  const deputy = await app.as(["property:read", "billing:approve-recalculation"], place.projectId, "公司副经理");
  const decided = await Promise.all([director, deputy].map((client) => client.post(`${approval}/approve`, {})));
  expect(decided.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  await app.drainJobs();
  const done = await one(place, id);
  expect(done).toMatchObject({ status: "APPLIED", appliedCount: 1, appliedFen: 1_939, leftOutCount: 0 });
  const after = await standing(place.projectId);
  const same = { payer: before!.payer, due: before!.due, runId: before!.runId, remark: "应收重算：调价通知晚到" };
  expect(after).toMatchObject([
    { from: "2025-07-01", to: "2025-07-15", fen: 10_303, open: 10_303, ...same },
    { from: "2025-07-16", to: "2025-07-31", fen: 12_930, open: 12_930, ...same },
  ]);
  const origins = await app.db.query("SELECT origin_id AS id FROM charge_origin WHERE project_id = $1", [
    place.projectId,
  ]);
  expect(origins).toEqual([{ id: before!.id }, { id: before!.id }]);
  expect((await linesOf(place, id))[0]).toMatchObject({
    applied: true,
    after: after.map(({ id: chargeId }) => ({ chargeId })),
  });

  // the job again, as after a lost answer: nothing is issued twice, and nothing differs any more
  await app.db.query("UPDATE job SET status = 'QUEUED' WHERE project_id = $1 AND id = $2", [
    place.projectId,
    done.jobId,
  ]);
  await app.drainJobs();
  expect(await standing(place.projectId)).toEqual(after);
  const again = await computed(place);
  expect(await one(place, again)).toMatchObject({ lineCount: 0, blockedCount: 0 });
  const refused = await place.finance.post(`${place.at}/recalculations/${again}/submit`, {});
  expect(refused).toMatchObject({ status: 409, body: { code: "RECALCULATION_EMPTY" } });
  expect((await place.finance.delete(`${place.at}/recalculations/${again}`)).status).toBe(204);
  await checkInvariants(app.db, place.projectId);
});

test("who drew the list up does not approve it, whoever hands it in", async () => {
  const place = await community();
  await place.changePrice();
  const approval = await submitted(place, await computed(place, {}, place.manager));
  expect((await place.manager.post(`${approval}/approve`, {})).body.code).toBe("SAME_PERSON");
});

test("late fees chosen anew for billed days are a difference, and the bill is issued in two, each with its own", async () => {
  const place = await community();
  const choice = { startsOn: "2025-07-16", unitPrice: "2.38", lateFee: "NONE", inBilledTime: true };
  expect((await place.finance.post(`${place.at}/rates/${place.rate.id}/versions`, choice)).status).toBe(201);
  const id = await computed(place);
  expect(await linesOf(place, id)).toMatchObject([{ causes: ["LATE_FEE"], oldFen: 21_294, newFen: 21_294 }]);
  await applied(place, id);
  const bills = await standing(place.projectId);
  expect(bills.map(({ from, fen }) => [from, fen])).toEqual([
    ["2025-07-01", 10_303],
    ["2025-07-16", 10_991],
  ]);
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0 });
});

test("with changes from the next month on, the month of the change does not differ", async () => {
  const place = await community(1, { changePolicy: "NEXT_MONTH" });
  await place.changePrice();
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0, blockedCount: 0 });
});

test("BC-06: an area that was measured anew and a payer named later show why, the new payer's bill is due as a bill of today", async () => {
  const place = await community(2);
  const [measured, leased] = place.rooms;
  const asker = await app.as(["property:read", "property:areas"], place.projectId);
  const owner = await app.as(["property:read", "property:approve"], place.projectId);
  const change = {
    startsOn: "2025-07-16",
    buildingArea: "110",
    chargeArea: "100",
    reason: "重新测绘",
    confirmWarnings: true,
  };
  const { body } = await asker.post(`${place.at}/rooms/${measured!.id}/area-changes`, change);
  expect((await owner.post(`${place.at}/approvals/${body.approvalId}/approve`, {})).status).toBe(200);
  const tenant = await savedCustomer(app, place.projectId);
  await savedPayer(app, leased!, { customerId: tenant.id, startsOn: "2025-07-01" });
  const id = await computed(place);
  const lines = await linesOf(place, id);
  expect(lines.map(({ causes, oldFen, newFen }: Record<string, unknown>) => [causes, oldFen, newFen])).toEqual([
    // 212.9386 × 15/31 and 238.00 × 16/31
    [["QUANTITY"], 21_294, 10_303 + 12_284],
    [["PAYER"], 21_294, 21_294],
  ]);
  await applied(place, id);
  const bills = await standing(place.projectId);
  expect(bills.filter(({ room }) => room === leased!.id)).toMatchObject([
    { payer: tenant.id, fen: 21_294, due: "2025-07-28" },
  ]);
  expect(bills.filter(({ room }) => room === measured!.id).map(({ fen }) => fen)).toEqual([10_303, 12_284]);
  const origins = await app.db.query("SELECT charge_id FROM charge_origin WHERE project_id = $1", [place.projectId]);
  expect(origins).toHaveLength(2);
  await checkInvariants(app.db, place.projectId);
});

/** A vacancy of the first room that takes 30 % off from 10 July on. Answers its URL, and who applied for it. */
async function vacant(place: Community, overrides: object = {}) {
  app.clock.set("2025-07-05");
  const vacancy = {
    id: newId(),
    roomId: place.rooms[0]!.id,
    feeItemIds: [place.item.id],
    kind: "PERCENT",
    percent: "30",
    startsOn: "2025-07-10",
    reason: "业主长期在外地",
    ...overrides,
  };
  const clerk = await app.as(["property:read", "billing:read", "billing:waive"], place.projectId);
  const { body } = await clerk.post(`${place.at}/vacancies`, vacancy);
  const inspection = { inspectedOn: "2025-07-05", inspector: "张工", vacant: true, finding: "水表三个月未走" };
  const url = `${place.at}/vacancies/${body.id}`;
  const seen = await clerk.post(`${url}/inspection`, inspection);
  expect((await place.manager.post(`${place.at}/approvals/${seen.body.approvalId}/approve`, {})).status).toBe(200);
  app.clock.set("2025-07-28");
  return { url, clerk };
}

test("a vacancy's reduction is taken back with the old bill and given on the new one", async () => {
  const place = await community();
  await vacant(place);
  const [settled] = await standing(place.projectId);
  expect(settled).toMatchObject({ fen: 21_294, reduced: 4_534 });
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0 });
  await place.changePrice("2025-07-10");
  await applied(place, await computed(place));
  expect(await standing(place.projectId)).toMatchObject([
    { from: "2025-07-01", fen: 6_182, reduced: 0 },
    // 250.516 × 22/31, at 70 % 124.45
    { from: "2025-07-10", fen: 17_779, reduced: 5_334, open: 12_445 },
  ]);
  await checkInvariants(app.db, place.projectId);
});

test("what another bears of a bill issued ahead stays in its month; out with a bank, it is not taken back", async () => {
  const place = await community();
  const bearer = await savedCustomer(app, place.projectId);
  const { url, clerk } = await vacant(place, { bearerId: bearer.id });
  await published(app, place.finance, place.projectId, { period: "2025-08" });
  await place.changePrice("2025-07-10");
  const august = { fromPeriod: "2025-08", toPeriod: "2025-08" };
  await applied(place, await computed(place, august));
  const borne = await app.db.query(
    "SELECT booked_period AS month FROM charge WHERE project_id = $1 AND payer_id = $2 AND period = '2025-08' ORDER BY id",
    [place.projectId, bearer.id],
  );
  expect(borne).toEqual([{ month: "2025-08" }, { month: "2025-08" }]);
  await checkInvariants(app.db, place.projectId);

  const { at, item } = place;
  const reviewer = await app.asRole("FINANCE_REVIEWER", place.projectId);
  const desk = await app.asRole("CASHIER", place.projectId);
  const scheme = await ok(reviewer.post(`${at}/debit-schemes`, aScheme("BANK_FRONT_END", { minimumFen: 1 })));
  const terms = { validFrom: "2025-01-01", account: "622202000000000001" };
  const agreement = await ok(
    desk.post(`${at}/debit-agreements`, anAgreement(place.rooms[0]!, bearer, scheme, item, terms)),
  );
  await ok(desk.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2025-01-05", consented: true }));
  await exported({ at, clerk: desk, scheme }, { dueUntil: "2025-07-31" });
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 0, obstacles: { ON_DEBIT: 1 } });
  const ended = await clerk.post(`${url}/end`, { endsOn: "2025-07-15", reason: "已入住" });
  expect(ended).toMatchObject({ status: 409, body: { code: "CHARGE_ON_DEBIT" } });
});

test("days of a dispute that was upheld stay free of late fees on the new bill", async () => {
  const place = await community();
  const late = await savedFeeItem(app, place.projectId, { kind: "ONE_OFF" });
  const scheme = {
    name: "违约金",
    feeItemId: late.id,
    chargedItemIds: [place.item.id],
    graceDays: 0,
    gracePolicy: "FREE",
  };
  await ok(
    place.finance.post(`${place.at}/late-fee-schemes`, { ...scheme, startsOn: "2025-01-01", dailyRate: "0.0005" }),
  );
  const [bill] = await standing(place.projectId);
  const dispute = `${place.at}/charges/${bill!.id}/dispute`;
  app.clock.set("2025-07-22");
  await ok(place.manager.post(dispute, { reason: "面积有误" }));
  app.clock.set("2025-07-26");
  await ok(place.manager.post(`${dispute}/settle`, { outcome: "UPHELD", resolution: "双方核对完毕" }));
  app.clock.set("2025-07-28");
  await place.changePrice();
  await applied(place, await computed(place));
  const { body } = await place.cashier.get(`${place.at}/late-fees?payerId=${bill!.payer}&asOf=2025-07-31`);
  // 21 and 27 to 31 July: 103.03 and 129.30 at 0.3 %
  expect(body.totalFen).toBe(31 + 39);
});

test("a room out of use is named and its bill stays; after a merger of payers a bill is recalculated again and again", async () => {
  const place = await community(2);
  const [disabled, merged] = place.rooms;
  await app.db.query("UPDATE room SET active = false WHERE project_id = $1 AND id = $2", [
    place.projectId,
    disabled!.id,
  ]);
  const survivor = await savedCustomer(app, place.projectId);
  const officer = await app.as(["customer:read", "customer:merge"], place.projectId);
  const pair = { survivorId: survivor.id, mergedId: merged!.owner.id, reason: "重复录入" };
  await ok(officer.post(`${place.at}/customer-merges`, pair));
  await place.changePrice();
  await applied(place, await computed(place));
  expect((await place.changePrice("2025-07-20", "3.00")).status).toBe(201);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 1, obstacles: { ROOM_DISABLED: 1 } });
  const bills = await standing(place.projectId);
  expect(bills.map(({ room, payer }) => [room, payer])).toEqual(
    expect.arrayContaining([
      [disabled!.id, disabled!.owner.id],
      [merged!.id, survivor.id],
    ]),
  );
});

test("the approver reads which thing of a room a line is for", async () => {
  const place = await community();
  const space = { projectId: place.projectId, id: newId(), createdAt: app.clock.now() };
  await app.db.manager.insert(ChargeObject, { ...space, kind: "SPACE", label: "车位 B1-023" });
  const [room] = place.rooms;
  const days = { period: "2025-07", serviceFrom: "2025-07-01", serviceTo: "2025-07-31" };
  const bill = { payerId: room!.owner.id, feeItemId: place.item.id, objectId: space.id, ...days };
  await savedCharge(app, room!, bill);
  const approval = await submitted(place, await computed(place));
  const { body } = await place.manager.get(approval);
  expect(body.lines[0].label).toBe(`${room!.code} 2025-07 ${place.item.name}（车位 B1-023）`);
});

test("what was paid, is disputed or waived at another's expense is named with its reason and stays; the rest goes on", async () => {
  const place = await community(4);
  const bills = await standing(place.projectId);
  const billOf = (index: number) => bills.find(({ room }) => room === place.rooms[index]!.id)!;
  const paid = aReceipt(place.rooms[0]!.owner.id, [{ id: billOf(0).id, openFen: 10_000 }]);
  expect((await place.cashier.post(`${place.at}/receipts`, paid)).status).toBe(201);
  const dispute = await place.manager.post(`${place.at}/charges/${billOf(1).id}/dispute`, { reason: "电梯停运" });
  expect(dispute.status).toBe(204);
  const bearer = await savedCustomer(app, place.projectId);
  await waived(place, billOf(2).id, 1_000, { bearerId: bearer.id });
  await place.changePrice();
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({
    lineCount: 1,
    blockedCount: 3,
    obstacles: { PAID: 1, DISPUTED: 1, WAIVER_BORNE: 1 },
  });
  expect(await linesOf(place, id, "&kind=BLOCKED")).toHaveLength(3);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 1, leftOutCount: 0 });
  const after = await standing(place.projectId);
  expect(after.filter(({ room }) => room === place.rooms[3]!.id).map(({ fen }) => fen)).toEqual([10_303, 12_930]);
  for (const index of [0, 1, 2]) expect(after.map((bill) => bill.id)).toContain(billOf(index).id);
  await checkInvariants(app.db, place.projectId);
});

test("a discount of the year is given by its rule on the new amounts, a waiver stays with its amount and never above the bill", async () => {
  const place = await community(1, { cycle: "YEAR" });
  const { projectId, at, item, finance, manager } = place;
  const reviewer = await app.asRole("PROJECT_MANAGER", projectId);
  const run = (await finance.get(`${at}/runs`)).body.items[0];
  await ok(reviewer.post(`${at}/runs/${run.id}/reverse`, { reason: "先设优惠" }));
  await app.drainJobs();
  const terms = {
    months: 12,
    benefit: "PERCENT",
    percent: "5",
    startsOn: "2025-01-01",
    stackable: true,
    active: true,
  };
  const scheme = { name: "年付九五折", feeItemIds: [item.id], givenAt: "RUN", ...terms };
  const further = { ...scheme, name: "随年付再减", benefit: "AMOUNT", percent: undefined, amountFen: 1_200 };
  for (const body of [scheme, further]) await ok(reviewer.post(`${at}/discount-schemes`, body));
  await published(app, finance, projectId, { period: "2025-07" });
  const year = () =>
    app.db.query<{ id: string; period: string; fen: number; reduced: number; open: number }[]>(
      `SELECT id, period, amount_fen AS fen, reduced_fen AS reduced, open_fen AS open FROM charge
        WHERE project_id = $1 AND reversed_fen = 0 ORDER BY service_from`,
      [projectId],
    );
  const sumOf = (bills: { reduced: number }[]) => bills.reduce((sum, { reduced }) => sum + reduced, 0);
  // 5 % of 12 × 212.94, and 12.00 on what is left
  expect(sumOf(await year())).toBe(12_776 + 1_200);
  const november = (await year()).find(({ period }) => period === "2025-11")!;
  const url = await waived(place, november.id, 15_000);

  await place.changePrice("2025-11-16", "1.00");
  const last = { fromPeriod: "2025-11", toPeriod: "2025-12" };
  const id = await computed(place, last);
  const lines = await linesOf(place, id);
  // November 106.47 and 44.74, December 89.47; 5 % of 2129.40 + 240.68 is 118.50, of which ten months keep 106.48; and 1.00 a month
  const discounts = lines.map(({ after }: { after: { discountFen: number }[] }) =>
    after.map(({ discountFen }) => discountFen),
  );
  expect(discounts.flat().reduce((sum: number, fen: number) => sum + fen, 0)).toBe(11_850 - 10_648 + 200);
  expect(lines[0]).toMatchObject({ before: [{ discountFen: 1_164, waivedFen: 15_000 }], oldFen: 21_294 - 16_164 });
  expect(
    lines[0].after.map(({ waivedFen }: { waivedFen: number }) => waivedFen).reduce((a: number, b: number) => a + b),
  ).toBe(
    lines[0].after.reduce(
      (sum: number, bill: { amountFen: number; discountFen: number }) => sum + bill.amountFen - bill.discountFen,
      0,
    ),
  );
  expect(lines[0].newFen).toBe(0);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 2 });
  const after = await year();
  expect(after.filter(({ period }) => period === "2025-11").map(({ open }) => open)).toEqual([0, 0]);
  const waiver = (await manager.get(url)).body;
  const standing = after.filter(({ period }) => period === "2025-11");
  const standingFen = sumOf(lines[0].after.map((bill: { waivedFen: number }) => ({ reduced: bill.waivedFen })));
  expect(waiver).toMatchObject({ amountFen: 15_000, standingFen });
  expect((await manager.get(`${at}/waivers`)).body).toMatchObject({ amountFen: standingFen, items: [{ standingFen }] });
  expect(waiver.lines.map(({ chargeId }: { chargeId: string }) => chargeId).toSorted()).toEqual(
    standing.map(({ id: bill }) => bill).toSorted(),
  );
  await checkInvariants(app.db, projectId);

  // nothing differs any more; taken back, the waiver is owed again on the new bills
  expect(await one(place, await computed(place, last))).toMatchObject({ lineCount: 0, blockedCount: 0 });
  const deputy = await app.asRole("PROJECT_MANAGER", projectId);
  await ok(deputy.post(`${url}/reverse`, { reason: "已恢复供水" }));
  expect((await manager.get(url)).body).toMatchObject({ status: "REVERSED", amountFen: 15_000, standingFen: null });
  const [audited] = await app.db.query(
    "SELECT summary FROM audit_log WHERE entity_id = $1 AND action = 'waiver.reverse'",
    [waiver.id],
  );
  expect(audited.summary).toContain(`（${formatFen(standingFen)} 元）`);
  const owed = (await year()).filter(({ period }) => period === "2025-11");
  expect(owed.map(({ fen, reduced, open }) => open === fen - reduced && reduced < 1_100)).toEqual([true, true]);
  const report = (await manager.get(`${at}/billing-reports/REDUCTIONS?from=2025-07-28&to=2025-07-28&pageSize=50`)).body;
  expect(report.totals.fen).toBe(sumOf(await year()));
  await checkInvariants(app.db, projectId);
});

test("what another bears of a run's discount follows the bills that are issued anew; what he has paid names them", async () => {
  const place = await community(1, { cycle: "YEAR" });
  const { projectId, at, item, finance } = place;
  const manager = await app.asRole("PROJECT_MANAGER", projectId);
  const run = (await finance.get(`${at}/runs`)).body.items[0];
  await ok(manager.post(`${at}/runs/${run.id}/reverse`, { reason: "先设优惠" }));
  await app.drainJobs();
  const bearer = await savedCustomer(app, projectId);
  const terms = { months: 12, benefit: "FREE_MONTHS", freeMonths: 2, startsOn: "2025-01-01" };
  const scheme = {
    name: "年付送两月",
    feeItemIds: [item.id],
    givenAt: "RUN",
    stackable: false,
    active: true,
    ...terms,
  };
  await ok(manager.post(`${at}/discount-schemes`, { ...scheme, bearerId: bearer.id }));
  await published(app, finance, projectId, { period: "2025-07" });
  const borne = () =>
    app.db.query<{ id: string; period: string; fen: number; open: number }[]>(
      `SELECT id, period, amount_fen AS fen, open_fen AS open FROM charge
        WHERE project_id = $1 AND payer_id = $2 ORDER BY period, id`,
      [projectId, bearer.id],
    );
  // the last two of the year are free
  const [november, december] = await borne();
  expect([november, december]).toMatchObject([
    { period: "2025-11", fen: 21_294, open: 21_294 },
    { period: "2025-12", fen: 21_294, open: 21_294 },
  ]);
  const receipt = aReceipt(bearer.id, [{ id: november!.id, openFen: 21_294 }]);
  expect((await place.cashier.post(`${at}/receipts`, receipt)).status).toBe(201);

  await place.changePrice("2025-11-01", "1.00");
  const id = await computed(place, { fromPeriod: "2025-11", toPeriod: "2025-12" });
  expect(await linesOf(place, id)).toMatchObject([
    { period: "2025-11", obstacle: "BEARER_PAID" },
    { period: "2025-12", obstacle: null, before: [{ discountFen: 21_294 }], after: [{ discountFen: 8_947 }] },
  ]);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 1 });
  expect((await borne()).map(({ period, fen, open }) => [period, fen, open])).toEqual([
    ["2025-11", 21_294, 0],
    ["2025-12", 21_294, 0],
    ["2025-12", 8_947, 8_947],
  ]);
  await checkInvariants(app.db, projectId);
});

test("a waiver does not pass to another payer; on what is no longer charged it lapses", async () => {
  const place = await community(2);
  const [leased, left] = place.rooms;
  const bills = await standing(place.projectId);
  for (const room of [leased, left]) await waived(place, bills.find((bill) => bill.room === room!.id)!.id, 1_000);
  const tenant = await savedCustomer(app, place.projectId);
  await savedPayer(app, leased!, { customerId: tenant.id, startsOn: "2025-07-01" });
  await app.db.query("UPDATE rate_binding SET ends_on = '2025-06-30' WHERE project_id = $1 AND room_id = $2", [
    place.projectId,
    left!.id,
  ]);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 1, newFen: 0, obstacles: { WAIVER_OF_PAYER: 1 } });
  await applied(place, id);
  expect((await standing(place.projectId)).map(({ room, reduced }) => [room, reduced])).toEqual([[leased!.id, 1_000]]);
  await checkInvariants(app.db, place.projectId);
});

test("a bill that a waiver is asked for waits until that is decided; asked for after the list, it is left out", async () => {
  const place = await community(2);
  const { projectId, at, manager } = place;
  const clerk = await app.as(["property:read", "billing:read", "billing:waive"], projectId);
  const ask = ({ id: chargeId }: ChargeRow) => {
    const lines = [{ chargeId, amountFen: 1_000 }];
    return ok(clerk.post(`${at}/waivers`, { id: newId(), reasonCode: "SERVICE", reason: "停水三天", lines }));
  };
  const [first, second] = await standing(projectId);
  await place.changePrice();
  const { approvalId } = await ask(first!);
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 1, obstacles: { WAIVER_PENDING: 1 } });
  await ask(second!);
  expect(await applied(place, id)).toMatchObject({ status: "APPLIED", appliedCount: 0, leftOutCount: 1 });
  expect(await linesOf(place, id, "&kind=CHANGE")).toMatchObject([{ applied: false, leftOut: "WAIVER_PENDING" }]);
  expect((await manager.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
  expect(await one(place, await computed(place))).toMatchObject({ lineCount: 1, obstacles: { WAIVER_PENDING: 1 } });
  await checkInvariants(app.db, projectId);
});

/** A metered room whose January, February and March of 2025 are billed by tiers of the year: 170, 20 and 30 m³. */
async function meteredSpring() {
  const home = await aMeteredRoom(app, { tierBasis: "YEAR", version: { tiers: WATER_TIERS, surcharge: "3" } });
  const { at, manager, project, rateId, feeItemId } = home;
  const meter = await installed(home);
  const finance = await app.as(
    ["billing:read", "billing:rates", "billing:run", "billing:publish", "billing:recalculate", "property:read"],
    project.id,
    "财务乙",
  );
  let value = 0;
  for (const [readOn, use] of [
    ["2025-01-31", 170],
    ["2025-02-28", 20],
    ["2025-03-31", 30],
  ] as const) {
    value += use;
    await ok(manager.post(`${at}/meters/${meter}/readings`, { readOn, value: String(value) }));
    await published(app, finance, project.id, { period: readOn.slice(0, 7) });
  }
  const tiers = [
    { upTo: "150", price: "5.00" },
    { upTo: "220", price: "6.50" },
    { upTo: null, price: "10.00" },
  ];
  const dearer = { startsOn: "2025-02-01", unitPrice: "5", surcharge: "3", tiers, inBilledTime: true };
  await ok(manager.post(`${at}/rates/${rateId}/versions`, dearer));
  const place = { at, projectId: project.id, item: { id: feeItemId }, finance, manager, rooms: [home.room] };
  return { home, meter, place: place as unknown as Community };
}

test("metered bills are priced anew by their readings; later months of the year's tiers are carried by nobody unasked, but named", async () => {
  const { home, meter, place } = await meteredSpring();
  const { at, manager } = home;
  const bills = async () =>
    (await chargesOf(home))
      .filter(({ status }) => status !== "REVERSED")
      .map(({ period, amountFen, openFen }) => [period, amountFen, openFen]);
  // 170 × 5; 10 × 5 + 10 × 7; 30 × 7; 3.00 a month
  expect(await bills()).toEqual([
    ["2025-01", 85_300, 85_300],
    ["2025-02", 12_300, 12_300],
    ["2025-03", 21_300, 21_300],
  ]);
  const first = await computed(place, { fromPeriod: "2025-01", toPeriod: "2025-02" });
  expect(await one(place, first)).toMatchObject({ lineCount: 1, blockedCount: 1, obstacles: { LATER_MONTH: 1 } });
  const [february, march] = await linesOf(place, first);
  expect(february).toMatchObject({
    period: "2025-02",
    oldFen: 12_300,
    newFen: 13_300,
    causes: ["PRICE"],
    obstacle: null,
  });
  expect(february.after[0].explanation.join("\n")).toMatch(/之前已用 170[^]*20 × 6.50 元/);
  expect(march).toMatchObject({ period: "2025-03", oldFen: 21_300, newFen: 19_800, obstacle: "LATER_MONTH" });

  const both = await computed(place, { fromPeriod: "2025-01", toPeriod: "2025-03" });
  expect(await applied(place, both)).toMatchObject({ status: "APPLIED", appliedCount: 2, appliedFen: 1_000 - 1_500 });
  expect((await bills()).toSorted()).toEqual([
    ["2025-01", 85_300, 85_300],
    ["2025-02", 13_300, 13_300],
    ["2025-03", 19_800, 19_800],
  ]);
  expect(await one(place, await computed(place, { fromPeriod: "2025-01", toPeriod: "2025-03" }))).toMatchObject({
    lineCount: 0,
    blockedCount: 0,
  });
  // the readings are billed by the new charges: no run bills them again, and a correction takes the new one back
  const again = await published(app, place.finance, place.projectId, { period: "2025-03" }).catch(String);
  expect(again).toContain("RUN_EMPTY");
  const { items } = (await manager.get(`${at}/meters/${meter}/readings?pageSize=10`)).body;
  const last = items.find(({ period }: { period: string }) => period === "2025-03");
  const right = { readOn: "2025-03-31", value: "210", correction: "看错表" };
  await ok(manager.post(`${at}/meters/${meter}/readings/${last.id}/correct`, right));
  expect((await bills()).toSorted().at(-1)).toEqual(["2025-03", 13_300, 13_300]);
  await checkInvariants(app.db, place.projectId);
});

test("bills of a closed month are not restated", async () => {
  const place = await community();
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2025-07'", [
    place.projectId,
  ]);
  app.clock.set("2025-08-03");
  await place.changePrice();
  const id = await computed(place);
  expect(await one(place, id)).toMatchObject({ lineCount: 0, obstacles: { CLOSED: 1 } });
  expect((await place.finance.post(`${place.at}/recalculations/${id}/submit`, {})).body.code).toBe(
    "RECALCULATION_EMPTY",
  );
});

test("what was paid after the request is left out and named; a desk payment at the same moment wins or finds the bill gone", async () => {
  const place = await community(3);
  await place.changePrice();
  const id = await computed(place);
  const approval = await submitted(place, id);
  const bills = await standing(place.projectId);
  const pay = ({ payer, id: chargeId }: ChargeRow) =>
    place.cashier.post(`${place.at}/receipts`, aReceipt(payer, [{ id: chargeId, openFen: 21_294 }]));
  expect((await pay(bills[0]!)).status).toBe(201);
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  const [, atDesk] = await Promise.all([app.drainJobs(), pay(bills[1]!)]);
  const { status, appliedCount, leftOutCount } = await one(place, id);
  const lines = await linesOf(place, id);
  const lineOf = (bill: ChargeRow) => lines.find(({ roomId }: { roomId: string }) => roomId === bill.room);
  expect(lineOf(bills[0]!)).toMatchObject({ applied: false, leftOut: "PAID" });
  const deskWon = atDesk.status === 201;
  expect([status, appliedCount, leftOutCount]).toEqual(["APPLIED", deskWon ? 1 : 2, deskWon ? 2 : 1]);
  expect(lineOf(bills[1]!)).toMatchObject(
    deskWon ? { applied: false, leftOut: "PAID" } : { applied: true, leftOut: null },
  );
  if (!deskWon) expect(atDesk).toMatchObject({ status: 409, body: { detail: expect.any(String) } });
  expect(lineOf(bills[2]!)).toMatchObject({ applied: true });
  await checkInvariants(app.db, place.projectId);
});

test("a price that has changed once more since the request refuses the whole, and a list turned down changes nothing", async () => {
  const place = await community();
  await place.changePrice();
  const id = await computed(place);
  const before = await standing(place.projectId);
  const approval = await submitted(place, id);
  await place.changePrice("2025-07-20", "3.00");
  expect((await place.manager.post(`${approval}/approve`, {})).status).toBe(200);
  await app.drainJobs();
  expect(await one(place, id)).toMatchObject({ status: "FAILED", failure: expect.stringContaining("请重新计算差异") });
  expect(await standing(place.projectId)).toEqual(before);
  const other = await computed(place);
  const second = await submitted(place, other);
  expect((await place.manager.post(`${second}/reject`, { reason: "先通知业主" })).status).toBe(200);
  expect(await one(place, other)).toMatchObject({ status: "REJECTED", note: "先通知业主" });
  expect(await standing(place.projectId)).toEqual(before);
});

test("bad input is refused by its field or by name", async () => {
  const place = await community();
  const post = (overrides: object) =>
    place.finance.post(`${place.at}/recalculations`, { ...asked(place), ...overrides });
  const { id: elsewhere } = await savedProject(app);
  const foreign = await savedFeeItem(app, elsewhere);
  const oneOff = await savedFeeItem(app, place.projectId, { kind: "ONE_OFF" });
  const foreignRoom = await savedRoom(app, elsewhere);
  for (const [overrides, status, says] of [
    [{ feeItemIds: [] }, 400, "收费项目至少选 1 项"],
    [{ fromPeriod: "2025-13" }, 400, "服务月份起"],
    [{ toPeriod: "2025-06" }, 400, "不能早于"],
    [{ fromPeriod: "2023-01" }, 400, "24 个月"],
    [{ reason: "" }, 400, "重算原因"],
    [{ reason: "长".repeat(151) }, 400, "150"],
    [{ reason: "调价😀" }, 400, "重算原因"],
    [{ amountFen: 1 }, 400, "amountFen"],
    [{ feeItemIds: [foreign.id] }, 404, "收费项目"],
    [{ feeItemIds: [oneOff.id] }, 409, "不能重算"],
    [{ rooms: { roomIds: [foreignRoom.id] } }, 404, "房间"],
  ] as const) {
    const reply = await post(overrides);
    expect([reply.status, JSON.stringify(reply.body)]).toEqual([status, expect.stringContaining(says)]);
  }
  const id = await computed(place);
  const stranger = await app.as(["billing:read", "billing:recalculate"], elsewhere);
  expect((await stranger.get(`${place.at}/recalculations/${id}`)).status).toBe(403);
  expect((await stranger.get(`/projects/${elsewhere}/recalculations/${id}`)).status).toBe(404);
  expect((await stranger.post(`/projects/${elsewhere}/recalculations/${id}/submit`, {})).status).toBe(404);
  expect((await place.cashier.post(`${place.at}/recalculations`, asked(place))).status).toBe(403);
  const file = await place.finance.get(`${place.at}/recalculations/${id}/xlsx`);
  expect(file.status).toBe(200);
});
