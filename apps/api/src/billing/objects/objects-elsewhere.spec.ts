import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { published, savedBinding, savedCharge, savedFeeItem, savedRate, savedSpace } from "../billing.factories.js";
import { aDebitCommunity, exported, returned } from "../debit/debit.factories.js";
import { frontEndReturn } from "../debit/debit-returns.factories.js";
import { aLease, anInvoiceDesk } from "../e-invoices/e-invoices.factories.js";
import { aLateFeeDesk } from "../late-fees/late-fees.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aRestructuringCommunity } from "../restructures/restructures.factories.js";
import { aSoldRoom, transferred } from "../transfers/transfers.factories.js";

/** Whatever is done about the charges of two spaces of one room, each keeps its space and its money (BIL-05). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

interface Standing {
  amountFen: number;
  receivedFen: number;
  reducedFen: number;
  openFen: number;
}

/** What stands of the charges of each space, reversals taken off, and in whose name; in fen. */
async function standing(projectId: string, roomIds: readonly string[]): Promise<Record<string, Standing>> {
  const rows = await app.db.query<(Standing & { label: string })[]>(
    `SELECT coalesce(x.label, 'room') AS label, sum(c.amount_fen - c.reversed_fen)::int AS "amountFen",
            sum(c.received_fen + c.offset_fen)::int AS "receivedFen", sum(c.reduced_fen)::int AS "reducedFen", sum(c.open_fen)::int AS "openFen"
       FROM charge c LEFT JOIN charge_object x ON x.project_id = c.project_id AND x.id = c.object_id
      WHERE c.project_id = $1 AND c.room_id = ANY ($2) GROUP BY 1`,
    [projectId, roomIds],
  );
  return Object.fromEntries(rows.map(({ label, ...sums }) => [label, sums]));
}

const whole = (fen: number): Standing => ({ amountFen: fen, receivedFen: 0, reducedFen: 0, openFen: fen });
const paid = (fen: number): Standing => ({ ...whole(fen), receivedFen: fen, openFen: 0 });

/** A desk whose room has the spaces A and B, each with 80.00 of February. */
async function aDeskWithSpaces(dueOn = "2026-03-31") {
  const desk = await aLateFeeDesk(app);
  const [a, b] = [await savedSpace(app, desk.projectId, "车位 A"), await savedSpace(app, desk.projectId, "车位 B")];
  const bill = (objectId: string) => desk.charged(8_000, "2026-02", { objectId, dueOn, source: "RUN" });
  const [billA, billB] = [await bill(a), await bill(b)];
  const sums = () => standing(desk.projectId, [desk.room.id]);
  const pay = async (bills: { id: string; openFen: number }[]) => {
    const reply = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, bills));
    expect(reply.status).toBe(201);
    return reply.body;
  };
  return { ...desk, a, b, billA, billB, sums, pay };
}

test("a receipt names the spaces; reversed, each owes again what was its own", async () => {
  const one = await aDeskWithSpaces();
  const first = await one.pay([one.billA]);
  await one.pay([one.billB]);
  const { lines } = (await one.cashier.get(`${one.url}/receipts/${first.id}`)).body;
  expect(lines).toMatchObject([{ chargeId: one.billA.id, feeItemName: expect.stringContaining("（车位 A）") }]);
  const reversed = await one.reviewer.post(`${one.url}/receipts/${first.id}/reverse`, {
    reason: "收错房间",
    copyReturned: true,
  });
  expect([reversed.status, reversed.body.code]).toEqual([201, undefined]);
  expect(await one.sums()).toEqual({ "车位 A": whole(8_000), "车位 B": paid(8_000) });
  await checkInvariants(app.db, one.projectId);
});

test("a waiver and a correction leave the other space alone", async () => {
  const one = await aDeskWithSpaces();
  const approver = await app.as(["property:read", "billing:read", "billing:approve-waiver"], one.projectId);
  const lines = [{ chargeId: one.billA.id, amountFen: 1_000 }];
  const waiver = { id: newId(), reasonCode: "SERVICE", reason: "道闸停用", lines };
  const asked = await one.manager.post(`${one.url}/waivers`, waiver);
  expect(asked.status).toBe(201);
  expect((await approver.post(`${one.url}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
  const waived = { amountFen: 8_000, receivedFen: 0, reducedFen: 1_000, openFen: 7_000 };
  expect(await one.sums()).toEqual({ "车位 A": waived, "车位 B": whole(8_000) });

  await one.pay([{ id: one.billA.id, openFen: 7_000 }, one.billB]);
  const wrong = { id: newId(), amountFen: 5_000, difference: "PREPAYMENT", reason: "数量录错" };
  const corrected = await one.reviewer.post(`${one.url}/charges/${one.billB.id}/correction`, wrong);
  expect([corrected.status, corrected.body.code]).toEqual([201, undefined]);
  expect((await one.cashier.get(`${one.url}/charges/${wrong.id}`)).body).toMatchObject({ objectId: one.b });
  const sums = await one.sums();
  expect(sums).toMatchObject({ "车位 A": { receivedFen: 7_000, openFen: 0 }, "车位 B": paid(5_000) });
  await checkInvariants(app.db, one.projectId);
});

test("a late fee is that of the space that is late, and names it", async () => {
  const one = await aDeskWithSpaces("2026-02-28");
  app.clock.set("2026-02-20");
  await one.pay([one.billB]);
  app.clock.set("2026-03-20");
  const { items, totalFen } = (await one.cashier.get(`${one.url}/late-fees?payerId=${one.owner.id}&asOf=2026-03-20`))
    .body;
  // 1 to 20 March at 0.04 a day
  expect([items.map(({ chargeId }: { chargeId: string }) => chargeId), totalFen]).toEqual([[one.billA.id], 80]);
  const lateFees = [{ chargeId: one.billA.id, amountFen: totalFen }];
  const dto = aReceipt(one.owner.id, [one.billA], {
    lateFees,
    methods: [{ method: "CASH", tenderedFen: 8_000 + totalFen }],
  });
  const reply = await one.cashier.post(`${one.url}/receipts`, dto);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  expect(await one.sums()).toEqual({ "车位 A": paid(8_080), "车位 B": paid(8_000) });
  await checkInvariants(app.db, one.projectId);
});

test("the rent of two spaces stands on two invoices", async () => {
  const desk = await anInvoiceDesk(app);
  const rent = { kind: "LEASE" as const, taxCode: "3040502020200000000", taxRate: "9" };
  const feeItemId = (await savedFeeItem(app, desk.projectId, rent)).id;
  const [a, b] = [await savedSpace(app, desk.projectId, "车位 A"), await savedSpace(app, desk.projectId, "车位 B")];
  const bills = [
    await desk.bill(10_900, { feeItemId, objectId: a }),
    await desk.bill(10_900, { feeItemId, objectId: b }),
  ] as const;
  const receipt = await desk.paid(bills);
  const both = await desk.ask(
    bills.map((bill) => [receipt, bill, 10_900]),
    { lease: aLease() },
  );
  expect(both.body).toMatchObject({ code: "EINVOICE_LEASE", detail: expect.stringContaining("只能开一处不动产") });
  const invoice = await desk.asked([[receipt, bills[0], 10_900]], { lease: aLease() });
  expect(invoice.lines).toMatchObject([{ spec: expect.stringContaining("车位 A"), amountFen: 10_900 }]);
  const { lines } = (await desk.clerk.get(`${desk.url}/receipts/${receipt.id}/invoiceable`)).body;
  const available = lines.map((line: { chargeId: string; availableFen: number }) => [line.chargeId, line.availableFen]);
  expect(new Map(available)).toEqual(
    new Map([
      [bills[0].id, 0],
      [bills[1].id, 10_900],
    ]),
  );
});

test("a debit takes for both spaces together and settles each with its own", async () => {
  const one = await aDebitCommunity(app, "BANK_FRONT_END", [10_000]);
  const { room, customer } = one.households[0]!;
  const [a, b] = [await savedSpace(app, one.projectId, "车位 A"), await savedSpace(app, one.projectId, "车位 B")];
  const bill = (objectId: string, dueOn: string) =>
    savedCharge(app, room, {
      payerId: customer.id,
      feeItemId: one.feeItem.id,
      objectId,
      amountFen: 8_000,
      period: "2026-03",
      serviceFrom: "2026-03-01",
      serviceTo: "2026-03-31",
      dueOn,
    });
  await bill(a, "2026-03-21");
  await bill(b, "2026-03-22");
  const batch = await exported(one);
  const { body } = await one.clerk.get(`${one.at}/debit-batches/${batch.id}/lines`);
  expect(body.items).toMatchObject([{ amountFen: 26_000 }]);
  const line = {
    no: 1,
    account: "622202000000000001",
    amountFen: 26_000,
    paidFen: 26_000,
    result: ["F", ""],
  } as const;
  const answer = await returned(one.clerk, one.at, batch.id, frontEndReturn(batch.batchNo, "2026-03-10", [line]));
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  await app.drainJobs();
  expect(await standing(one.projectId, [room.id])).toEqual({
    room: paid(10_000),
    "车位 A": paid(8_000),
    "车位 B": paid(8_000),
  });
  await checkInvariants(app.db, one.projectId);
});

test("a sale divides each space at its day; nothing moves between them", async () => {
  app.clock.set("2025-06-18");
  const sold = await aSoldRoom(app, { months: ["2025-06", "2025-06"] });
  const item = await savedFeeItem(app, sold.projectId, { name: "车位费", sort: 2 });
  const rate = await savedRate(app, item, { base: "FIXED" }, { unitPrice: "90" });
  for (const label of ["车位 A", "车位 B"]) {
    const objectId = await savedSpace(app, sold.projectId, label);
    await savedBinding(app, sold.room, rate, { objectId });
  }
  await published(app, sold.manager, sold.projectId, { period: "2025-06", feeItemIds: [item.id] });
  const before = await standing(sold.projectId, [sold.room.id]);
  expect(before).toMatchObject({ "车位 A": whole(9_000), "车位 B": whole(9_000) });
  const [billB] = (await sold.charges()).filter(({ feeItemName }) => feeItemName.includes("车位 B"));
  expect((await sold.pay(sold.seller.id, [billB!])).status).toBe(201);
  await transferred(sold);

  const open = (await sold.charges()).filter(({ openFen, feeItemName }) => openFen > 0 && feeItemName.includes("车位"));
  const shares = open.map(({ feeItemName, payerId, openFen }) => [
    feeItemName,
    payerId === sold.buyer.id ? "buyer" : "seller",
    openFen,
  ]);
  // 17 and 13 of 30 days; what was paid of B stays paid by the seller
  expect(shares.toSorted()).toEqual([
    ["车位费（车位 A）", "buyer", 3_900],
    ["车位费（车位 A）", "seller", 5_100],
  ]);
  expect(await standing(sold.projectId, [sold.room.id])).toMatchObject({
    "车位 A": whole(9_000),
    "车位 B": paid(9_000),
  });
  await checkInvariants(app.db, sold.projectId);
});

test("a split and a merge take each space's charges along, each for itself", async () => {
  app.clock.set("2026-03-20");
  const home = await aRestructuringCommunity(app);
  const old = await home.room({ code: "1-101" });
  const item = await savedFeeItem(app, home.projectId, { name: "车位费", sort: 2 });
  const rate = await savedRate(app, item, { base: "FIXED" }, { unitPrice: "93" });
  for (const label of ["车位 A", "车位 B"])
    await savedBinding(app, old, rate, { objectId: await savedSpace(app, home.projectId, label) });
  await published(app, home.clerk, home.projectId, { period: "2026-03", feeItemIds: [item.id] });
  const split = await home.carriedOut(await home.splitOf(old.id, "2026-03-16"));
  const parts = split.newRooms.map(({ id }: { id: string }) => id);
  const sums = { "车位 A": whole(9_300), "车位 B": whole(9_300) };
  await published(app, home.clerk, home.projectId, { period: "2026-03", feeItemIds: [item.id] });
  expect(await standing(home.projectId, [old.id, ...parts])).toEqual(sums);
  const merged = await home.carriedOut(await home.mergeOf(parts, "2026-03-18"));
  await published(app, home.clerk, home.projectId, { period: "2026-03", feeItemIds: [item.id] });
  const last = merged.newRooms.map(({ id }: { id: string }) => id);
  expect(await standing(home.projectId, [old.id, ...parts, ...last])).toEqual(sums);
  await checkInvariants(app.db, home.projectId);
});
