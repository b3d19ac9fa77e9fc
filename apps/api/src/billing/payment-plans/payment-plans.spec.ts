import { checkInvariants } from "../../../test/invariants.js";
import { somebodyWaits } from "../../../test/somebody-waits.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { aDebitCommunity, drafted } from "../debit/debit.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aSoldRoom, submitted, transferred } from "../transfers/transfers.factories.js";
import { aPlan, aPlanDesk } from "./payment-plans.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

/** 1000.00 overdue since 1 March, 0.50 a day, to be paid in two halves. */
async function halves() {
  const desk = await aPlanDesk(app);
  const charge = await desk.owed(100_000);
  return {
    ...desk,
    charge,
    planId: await desk.agreed(
      [charge],
      [
        ["2026-03-20", 50_000],
        ["2026-04-20", 50_000],
      ],
    ),
  };
}

describe("a plan (BIL-54)", () => {
  test("changes nothing until a second person has approved it; from that day on no late fee accrues", async () => {
    const desk = await aPlanDesk(app);
    const charge = await desk.owed(100_000);
    const asked = await desk.ask(
      aPlan(
        [charge],
        [
          ["2026-03-20", 50_000],
          ["2026-04-20", 50_000],
        ],
      ),
    );
    expect(asked).toMatchObject({
      status: 201,
      body: { state: "PENDING", planNo: "FQ000001", totalFen: 100_000, paidFen: 0, nextDueOn: null, startsOn: null },
    });
    expect(await desk.lateFee("2026-03-20")).toBe(1_000);
    app.clock.set("2026-03-12");
    expect((await desk.approve(asked.body.approvalId)).status).toBe(200);
    // 1 to 11 March
    expect(await desk.lateFee("2026-03-20")).toBe(550);
    const plan = await desk.one(asked.body.id);
    expect(plan).toMatchObject({
      state: "KEPT",
      startsOn: "2026-03-12",
      nextDueOn: "2026-03-20",
      nextFen: 50_000,
      missedOn: null,
      schedule: [{ amountFen: 50_000, paidFen: 0, state: "OPEN" }, { state: "OPEN" }],
      charges: [{ chargeId: charge.id, plannedFen: 100_000, openFen: 100_000 }],
    });
    const shown = (await desk.cashier.get(`${desk.url}/charges/${charge.id}`)).body;
    expect(shown.plan).toEqual({ id: plan.id, planNo: plan.planNo, state: "KEPT" });
    await checkInvariants(app.db, desk.projectId);
  });

  test("kept to the end it stays free of late fees; each instalment is read from the receipts", async () => {
    const desk = await halves();
    app.clock.set("2026-03-20");
    expect((await desk.pay(desk.charge, 50_000)).status).toBe(201);
    app.clock.set("2026-03-21");
    expect(await desk.one(desk.planId)).toMatchObject({
      state: "KEPT",
      paidFen: 50_000,
      nextDueOn: "2026-04-20",
      schedule: [
        { state: "PAID", paidFen: 50_000 },
        { state: "OPEN", paidFen: 0 },
      ],
    });
    // the days until the approval were booked with the payment
    expect(await desk.lateFee("2026-04-20")).toBe(0);
    app.clock.set("2026-04-20");
    await desk.pay(desk.charge, 50_000);
    expect(await desk.one(desk.planId)).toMatchObject({ state: "FULFILLED", nextDueOn: null, missedOn: null });
  });

  test("an instalment that is not paid on its day breaks it: late fees run from the day after, on what is open", async () => {
    const desk = await halves();
    app.clock.set("2026-03-21");
    expect(await desk.one(desk.planId)).toMatchObject({
      state: "BROKEN",
      missedOn: "2026-03-20",
      nextFen: 50_000,
      schedule: [{ state: "MISSED" }, { state: "OPEN" }],
    });
    // 1 to 9 and 21 to 25 March
    expect(await desk.lateFee("2026-03-25")).toBe(450 + 250);
    // paid too late it stays broken
    await desk.pay(desk.charge, 50_000);
    expect(await desk.one(desk.planId)).toMatchObject({
      state: "BROKEN",
      nextDueOn: "2026-04-20",
      schedule: [{ state: "MISSED", paidFen: 50_000 }, { state: "OPEN" }],
    });
    const broken = (await desk.cashier.get(`${desk.at}?state=BROKEN`)).body.items;
    expect(broken.map(({ id }: { id: string }) => id)).toEqual([desk.planId]);
    expect((await desk.cashier.get(`${desk.at}?state=KEPT`)).body.items).toEqual([]);
  });

  test("a receipt that is reversed never paid; one booked on an earlier day paid then", async () => {
    const desk = await halves();
    app.clock.set("2026-03-18");
    const paid = await desk.pay(desk.charge, 50_000);
    app.clock.set("2026-03-25");
    expect((await desk.one(desk.planId)).state).toBe("KEPT");
    await desk.reviewer.post(`${desk.url}/receipts/${paid.body.id}/reverse`, { reason: "支票退票" });
    expect(await desk.one(desk.planId)).toMatchObject({ state: "BROKEN", missedOn: "2026-03-20", paidFen: 0 });
    const finance = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId, "财务");
    const back = aReceipt(desk.owner.id, [{ id: desk.charge.id, openFen: 50_000 }], { bookedOn: "2026-03-19" });
    expect((await finance.post(`${desk.url}/receipts`, back)).status).toBe(201);
    expect(await desk.one(desk.planId)).toMatchObject({ state: "KEPT", missedOn: null, paidFen: 50_000 });
    await checkInvariants(app.db, desk.projectId);
  });

  test("is ended with a reason: from tomorrow on late fees run, and another plan may cover the charge", async () => {
    const desk = await halves();
    app.clock.set("2026-03-15");
    const end = () => desk.manager.post(`${desk.at}/${desk.planId}/end`, { reason: "业主要求一次付清" });
    const ended = await Promise.all([end(), end()]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await desk.one(desk.planId)).toMatchObject({
      state: "ENDED",
      endedOn: "2026-03-15",
      note: "业主要求一次付清",
    });
    // 1 to 9 and 16 to 20 March
    expect(await desk.lateFee("2026-03-20")).toBe(450 + 250);
    expect((await desk.ask(aPlan([desk.charge], [["2026-05-01", 100_000]]))).status).toBe(201);
    expect((await desk.cashier.post(`${desk.at}/${desk.planId}/end`, { reason: "终止" })).status).toBe(403);
  });

  test("what was paid before it pays nothing of it: not when the receipt is issued anew, and not when it bounces", async () => {
    app.clock.set("2026-02-20");
    const desk = await aPlanDesk(app);
    const [charge, other] = [await desk.owed(100_000), await desk.owed(20_000, "2026-01")];
    const lines = [
      { chargeId: charge.id, amountFen: 40_000 },
      { chargeId: other.id, amountFen: 20_000 },
    ];
    await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [], { lines }));
    app.clock.set("2026-03-10");
    const planId = await desk.agreed(
      [charge],
      [
        ["2026-03-20", 30_000],
        ["2026-04-20", 30_000],
      ],
    );
    const body = { id: newId(), amountFen: 15_000, reason: "面积有误", difference: "PREPAYMENT", copyReturned: true };
    const corrected = await desk.reviewer.post(`${desk.url}/charges/${other.id}/correction`, body);
    expect(corrected.status).toBe(201);
    expect(await desk.one(planId)).toMatchObject({ state: "KEPT", paidFen: 0, nextFen: 30_000 });

    const third = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务丁");
    const [anew] = (await third.get(`${desk.url}/receipts?status=VALID`)).body.items;
    const bounced = await third.post(`${desk.url}/receipts/${anew.id}/reverse`, { reason: "支票退票" });
    expect(bounced.status).toBe(201);
    expect(await desk.one(planId)).toMatchObject({ state: "KEPT", paidFen: 0, nextFen: 70_000 });
    await desk.pay(charge, 60_000);
    expect(await desk.one(planId)).toMatchObject({ state: "KEPT", paidFen: 20_000, nextDueOn: "2026-03-20" });
    await checkInvariants(app.db, desk.projectId);
  });

  test("a charge whose amount is corrected goes on in it; corrected to more after its end, the rest is owed at once", async () => {
    const desk = await halves();
    const correct = async (by: typeof desk.reviewer, charge: { id: string }, amountFen: number) => {
      const body = { id: newId(), amountFen, reason: "面积有误", difference: "PREPAYMENT", copyReturned: true };
      const reply = await by.post(`${desk.url}/charges/${charge.id}/correction`, body);
      expect([reply.status, reply.body.code]).toEqual([201, undefined]);
      return { id: body.id };
    };
    app.clock.set("2026-03-18");
    await desk.pay(desk.charge, 50_000);
    app.clock.set("2026-03-25");
    const less = await correct(desk.reviewer, desk.charge, 90_000);
    const next = { nextDueOn: "2026-04-20", nextFen: 40_000, missedOn: null };
    expect(await desk.one(desk.planId)).toMatchObject({ state: "KEPT", paidFen: 60_000, ...next });
    app.clock.set("2026-04-20");
    await desk.pay(less, 40_000);
    expect((await desk.one(desk.planId)).state).toBe("FULFILLED");

    app.clock.set("2026-04-25");
    const third = await app.as(["billing:read", "billing:reverse"], desk.projectId, "财务丁");
    const more = await correct(third, less, 95_000);
    expect(await desk.one(desk.planId)).toMatchObject({ state: "BROKEN", missedOn: "2026-04-20", nextFen: 5_000 });
    // 50.00 from 21 April on
    expect(await desk.lateFee("2026-04-30")).toBe(25);
    await desk.pay(more, 5_000);
    expect((await desk.one(desk.planId)).state).toBe("FULFILLED");
    await checkInvariants(app.db, desk.projectId);
  });

  test("one that is ended while a charge is corrected takes the new charge no more", async () => {
    const desk = await halves();
    await desk.pay(desk.charge, 50_000);
    const ending = app.db.createQueryRunner();
    await ending.startTransaction();
    await ending.query(
      "UPDATE payment_plan SET status = 'ENDED', ended_on = '2026-03-10', end_reason = '终止' WHERE id = $1",
      [desk.planId],
    );
    await ending.query("UPDATE payment_plan_charge SET released = true WHERE plan_id = $1", [desk.planId]);
    const body = { id: newId(), amountFen: 90_000, reason: "面积有误", difference: "PREPAYMENT", copyReturned: true };
    const correcting = desk.reviewer
      .post(`${desk.url}/charges/${desk.charge.id}/correction`, body)
      .then((reply) => reply);
    await somebodyWaits(app);
    await ending.commitTransaction();
    await ending.release();
    expect((await correcting).status).toBe(201);
    expect((await desk.one(desk.planId)).charges.map(({ chargeId }: { chargeId: string }) => chargeId)).toEqual([
      desk.charge.id,
    ]);
    expect((await desk.ask(aPlan([body], [["2026-05-01", 40_000]]))).status).toBe(201);
    await checkInvariants(app.db, desk.projectId);
  });

  test("what was turned down covers nothing", async () => {
    const desk = await aPlanDesk(app);
    const charge = await desk.owed(100_000);
    const { body } = await desk.ask(aPlan([charge], [["2026-04-01", 100_000]]));
    await desk.director.post(`${desk.url}/approvals/${body.approvalId}/reject`, { reason: "欠费太久" });
    expect(await desk.one(body.id)).toMatchObject({ state: "REJECTED", missedOn: null, paidFen: 0 });
    expect((await desk.ask(aPlan([charge], [["2026-04-01", 100_000]]))).status).toBe(201);
  });

  test("the list tells those that wait or run from the others", async () => {
    const desk = await halves();
    const charge = await desk.owed(20_000, "2026-01", "2026-01-31");
    const turnedDown = (await desk.ask(aPlan([charge], [["2026-04-01", 20_000]]))).body;
    await desk.director.post(`${desk.url}/approvals/${turnedDown.approvalId}/reject`, { reason: "欠费太久" });
    const waiting = (await desk.ask(aPlan([charge], [["2026-04-02", 20_000]]))).body;
    const states = async (query: string) =>
      (await desk.cashier.get(`${desk.at}?roomId=${desk.room.id}${query}`)).body.items.map(
        ({ id, state }: { id: string; state: string }) => [id, state],
      );
    app.clock.set("2026-03-21");
    const live = [
      [waiting.id, "PENDING"],
      [desk.planId, "BROKEN"],
    ];
    expect((await states("&live=true")).toSorted()).toEqual(live.toSorted());
    expect(await states("&live=false")).toEqual([[turnedDown.id, "REJECTED"]]);
    expect(await states("")).toHaveLength(3);
    expect((await desk.cashier.get(`${desk.at}?live=1`)).body.fields).toHaveProperty("live");
  });
});

describe("while it is kept, nobody presses", () => {
  test("desk and arrears say so, and prepaid money is left alone", async () => {
    const desk = await halves();
    await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [], { prepayment: { roomId: desk.room.id, amountFen: 5_000 } }),
    );
    const atDesk = async () =>
      (await desk.cashier.get(`${desk.url}/desk?customerId=${desk.owner.id}`)).body.accounts[0];
    const arrears = async () => (await desk.cashier.get(`${desk.url}/arrears`)).body.items[0];
    const account = await atDesk();
    expect(account.plans).toMatchObject([{ id: desk.planId, broken: false, nextDueOn: "2026-03-20", nextFen: 50_000 }]);
    expect(account.rooms[0].months[0].charges[0].exclusion).toBe("IN_PLAN");
    expect(await arrears()).toMatchObject({ openFen: 100_000, excludedFen: 100_000 });

    const settings = await app.as(["billing:read", "project:settings"], desk.projectId);
    const scheme = { enabled: true, onPublish: false, daily: false, onlyListed: false, feeItemIds: [] };
    await settings.put(`${desk.url}/offset-scheme`, { ...scheme, order: "PERIOD_FIRST", shortage: "PARTIAL" });
    const finance = await app.as(["billing:read", "billing:offset", "property:read"], desk.projectId);
    const preview = async () => (await finance.post(`${desk.url}/offsets/preview`, {})).body;
    expect((await preview()).items[0].lines).toMatchObject([{ chargeId: desk.charge.id, reason: "IN_PLAN" }]);

    app.clock.set("2026-03-21");
    expect((await atDesk()).plans).toMatchObject([{ broken: true }]);
    expect((await atDesk()).rooms[0].months[0].charges[0].exclusion).toBeNull();
    expect(await arrears()).toMatchObject({ excludedFen: 0 });
    expect((await preview()).amountFen).toBe(5_000);
  });

  test("a covered charge is not debited, and one that is out with a bank cannot be covered", async () => {
    const { at, clerk, manager, scheme, households, projectId } = await aDebitCommunity(
      app,
      "BANK_FRONT_END",
      [10_000, 20_000],
    );
    const director = await app.as(["property:read", "billing:read", "billing:approve-waiver"], projectId);
    const [one, two] = households.map(({ charge }) => charge);
    const early = await drafted({ at, clerk, scheme });
    const asked = await manager.post(`${at}/payment-plans`, aPlan([one!], [["2026-12-01", 10_000]]));
    expect(asked.status).toBe(201);
    await director.post(`${at}/approvals/${asked.body.approvalId}/approve`, {});
    const stale = await clerk.post(`${at}/debit-batches/${early.id}/export`);
    expect(stale).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
    const batch = await drafted({ at, clerk, scheme });
    expect(batch).toMatchObject({ lineCount: 1, exclusions: [{ reason: "IN_PLAN", amountFen: 10_000 }] });
    await clerk.post(`${at}/debit-batches/${batch.id}/export`);
    const late = await manager.post(`${at}/payment-plans`, aPlan([two!], [["2026-12-01", 20_000]]));
    expect(codeOf(late)).toEqual([409, "CHARGE_ON_DEBIT"]);
  });
});

describe("a room that changes hands", () => {
  /** April to June billed, 330.64 each, all of it in a plan of two instalments; sold on 18 June. */
  async function planned() {
    app.clock.set("2025-06-20");
    const sold = await aSoldRoom(app);
    const { at, receptionist, manager, seller } = sold;
    const charges = await sold.charges();
    const body = aPlan(charges, [
      ["2025-07-01", 30_000],
      ["2025-08-01", 3 * 33_064 - 30_000],
    ]);
    const asked = await receptionist.post(`${at}/payment-plans`, body);
    expect(asked.status).toBe(201);
    expect((await manager.post(`${at}/approvals/${asked.body.approvalId}/approve`, {})).status).toBe(200);
    const one = async () => (await receptionist.get(`${at}/payment-plans/${body.id}`)).body;
    return { ...sold, seller, one };
  }

  test("the old owner's part goes on in his plan; what the new owner owes leaves it (BC-20)", async () => {
    const { one, ...sold } = await planned();
    await transferred(sold);
    expect(await sold.owes(sold.seller.id)).toBe(84_864);
    const plan = await one();
    expect(plan).toMatchObject({ state: "KEPT", totalFen: 99_192, paidFen: 14_328, nextFen: 30_000 - 14_328 });
    expect(plan.charges.reduce((sum: number, { openFen }: { openFen: number }) => sum + openFen, 0)).toBe(84_864);
    await checkInvariants(app.db, sold.projectId);
  });

  test("it ends when the new owner takes the debts over", async () => {
    const { one, ...sold } = await planned();
    await transferred(sold, { arrears: "ASSUMED" });
    expect(await one()).toMatchObject({ state: "ENDED", endedOn: "2025-06-20" });
    await checkInvariants(app.db, sold.projectId);
  });

  test("it ends when all it covers is of days after the transfer, and says so", async () => {
    app.clock.set("2025-06-20");
    const sold = await aSoldRoom(app, { months: ["2025-06", "2025-07"] });
    const july = (await sold.charges()).find(({ period }) => period === "2025-07")!;
    const { body: asked } = await sold.receptionist.post(
      `${sold.at}/payment-plans`,
      aPlan([july], [["2025-08-01", 33_064]]),
    );
    await sold.manager.post(`${sold.at}/approvals/${asked.approvalId}/approve`, {});
    await transferred(sold);
    const plan = (await sold.receptionist.get(`${sold.at}/payment-plans/${asked.id}`)).body;
    expect(plan).toMatchObject({ state: "ENDED", note: expect.stringContaining("未缴部分属过户日以后") });
  });

  test("one that was fulfilled stays so, whatever was reversed in it before", async () => {
    app.clock.set("2025-06-20");
    const sold = await aSoldRoom(app);
    const { at, cashier, seller, projectId } = sold;
    const april = (await sold.charges()).find(({ period }) => period === "2025-04")!;
    const { body: asked } = await sold.receptionist.post(
      `${at}/payment-plans`,
      aPlan([april], [["2025-08-01", 33_064]]),
    );
    await sold.manager.post(`${at}/approvals/${asked.approvalId}/approve`, {});
    await sold.pay(seller.id, [april], [10_000]);
    const finance = await app.asRole("FINANCE_REVIEWER", projectId);
    const right = { id: newId(), amountFen: 30_000, reason: "面积有误", difference: "PREPAYMENT", copyReturned: true };
    expect((await finance.post(`${at}/charges/${april.id}/correction`, right)).status).toBe(201);
    expect(
      (await cashier.post(`${at}/receipts`, aReceipt(seller.id, [{ id: right.id, openFen: 20_000 }]))).status,
    ).toBe(201);
    const { id, version, sections } = await submitted(sold);
    expect(sections.map(({ key }) => key)).not.toContain("payment-plans");
    const consent = { version, reason: "双方同意按此办理" };
    const { body } = await sold.receptionist.post(`${at}/transfers/${id}/request-approval`, consent);
    expect((await sold.manager.post(`${at}/approvals/${body.approvalId}/approve`, {})).status).toBe(200);
    const plan = (await sold.receptionist.get(`${at}/payment-plans/${asked.id}`)).body;
    expect(plan).toMatchObject({ state: "FULFILLED", endedOn: null });
  });

  test("one that is not decided yet stands in the way", async () => {
    app.clock.set("2025-06-20");
    const sold = await aSoldRoom(app);
    const [charge] = await sold.charges();
    await sold.receptionist.post(`${sold.at}/payment-plans`, aPlan([charge!], [["2025-07-01", charge!.openFen]]));
    await expect(transferred(sold)).rejects.toThrow("分期缓缴待审批");
  });
});

describe("what is refused", () => {
  test("instalments that do not come to what is open to the fen, out of order, or over", async () => {
    const desk = await aPlanDesk(app);
    const charges = [await desk.owed(30_000), await desk.owed(10_001, "2026-01", "2026-01-31")];
    const ask = async (...instalments: [string, number][]) => codeOf(await desk.ask(aPlan(charges, instalments)));
    expect(await ask(["2026-04-01", 20_000], ["2026-05-01", 20_000])).toEqual([409, "INSTALMENTS_DIFFER"]);
    expect(await ask(["2026-04-01", 20_000], ["2026-05-01", 20_002])).toEqual([409, "INSTALMENTS_DIFFER"]);
    expect(await ask(["2026-04-01", 20_000], ["2026-04-01", 20_001])).toEqual([409, "INSTALMENTS_UNORDERED"]);
    expect(await ask(["2026-03-09", 20_000], ["2026-04-01", 20_001])).toEqual([409, "INSTALMENT_PAST"]);
    expect((await desk.cashier.get(desk.at)).body.items).toEqual([]);
    expect(await ask(["2026-03-10", 20_000], ["2026-04-01", 20_001])).toEqual([201, undefined]);
  });

  test("charges of several payers, paid ones, those in another plan, those that are not here", async () => {
    const desk = await aPlanDesk(app);
    const charge = await desk.owed(10_000);
    const other = await savedCustomer(app, desk.projectId);
    const foreign = await desk.charged(10_000, "2026-01", { payerId: other.id });
    const paid = await desk.owed(5_000, "2026-01");
    await desk.pay(paid, 5_000);
    const elsewhere = await (await aPlanDesk(app)).owed(10_000);
    const ask = async (...ids: { id: string }[]) => codeOf(await desk.ask(aPlan(ids, [["2026-04-01", 10_000]])));
    expect(await ask(charge, foreign)).toEqual([409, "SEVERAL_PAYERS"]);
    expect(await ask(paid)).toEqual([409, "CHARGE_NOT_OPEN"]);
    expect(await ask(elsewhere)).toEqual([404, "NOT_FOUND"]);
    expect(await ask(charge)).toEqual([201, undefined]);
    expect(await ask(charge)).toEqual([409, "ALREADY_PLANNED"]);
  });

  test("two at once for one charge: one plan; the same request twice: one plan", async () => {
    const desk = await aPlanDesk(app);
    const charge = await desk.owed(10_000);
    const body = aPlan([charge], [["2026-04-01", 10_000]]);
    const two = await Promise.all([desk.ask(body), desk.ask(aPlan([charge], [["2026-04-01", 10_000]]))]);
    expect(two.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const [winner] = (await desk.cashier.get(desk.at)).body.items;
    if (winner.id === body.id) {
      expect((await desk.ask(body)).body.id).toBe(body.id);
      expect(codeOf(await desk.ask({ ...body, reason: "别的原因" }))).toEqual([409, "ID_REUSED"]);
    }
    expect((await desk.cashier.get(desk.at)).body.items).toHaveLength(1);
  });

  test("approving what is not so any more: something was paid meanwhile, or the first day is over", async () => {
    const desk = await aPlanDesk(app);
    const [paid, late] = [await desk.owed(10_000), await desk.owed(20_000, "2026-01")];
    const first = await desk.ask(aPlan([paid], [["2026-04-01", 10_000]]));
    await desk.pay(paid, 4_000);
    expect(codeOf(await desk.approve(first.body.approvalId))).toEqual([409, "PAYMENT_PLAN_OUTDATED"]);
    const second = await desk.ask(aPlan([late], [["2026-03-11", 20_000]]));
    app.clock.set("2026-03-12");
    expect(codeOf(await desk.approve(second.body.approvalId))).toEqual([409, "INSTALMENT_PAST"]);
    expect(await desk.one(second.body.id)).toMatchObject({ state: "PENDING" });
  });

  test.each([
    ["no charges", { chargeIds: [] }],
    ["no instalments", { instalments: [] }],
    ["an instalment of nothing", { instalments: [{ dueOn: "2026-04-01", amountFen: 0 }] }],
    ["31 February", { instalments: [{ dueOn: "2026-02-31", amountFen: 10_000 }] }],
    ["full-width digits", { instalments: [{ dueOn: "２０２６-04-01", amountFen: 10_000 }] }],
    ["a fraction of a fen", { instalments: [{ dueOn: "2026-04-01", amountFen: 0.5 }] }],
    ["an emoji", { reason: "分期😀" }],
    ["a reason too long", { reason: "长".repeat(201) }],
    ["an unknown field", { rate: "0.1" }],
    ["something that is no id", { id: "1" }],
  ])("%s", async (_what, part) => {
    const desk = await bad();
    const body = aPlan([{ id: newId() }], [["2026-04-01", 10_000]], part);
    expect(codeOf(await desk.ask(body))).toEqual([400, "INVALID_INPUT"]);
  });
});

let shared: ReturnType<typeof aPlanDesk> | undefined;
const bad = () => (shared ??= aPlanDesk(app));
