import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aReceipt, type Desk } from "../receipts.factories.js";
import { aLateFeeDesk } from "./late-fees.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const aLateDesk = (terms: object = {}) => aLateFeeDesk(app, terms);
const owed = (desk: Desk, amountFen = 100_000, dueOn = "2026-02-28") => desk.charged(amountFen, "2026-02", { dueOn });
const atDesk = async (desk: Desk) =>
  (await desk.cashier.get(`${desk.url}/desk?customerId=${desk.owner.id}`)).body.accounts[0];
const lateFeesOf = async (desk: Desk, asOf?: string) =>
  (await desk.cashier.get(`${desk.url}/late-fees?payerId=${desk.owner.id}${asOf ? `&asOf=${asOf}` : ""}`)).body;
const rowsOf = (desk: Desk) =>
  app.db.query(
    `SELECT amount_fen AS "amountFen", open_fen AS "openFen", service_from AS "from", service_to AS "to", principal_id AS "principalId"
       FROM charge WHERE project_id = $1 AND source = 'LATE_FEE' ORDER BY id`,
    [desk.projectId],
  );

describe("a scheme", () => {
  test("shows its terms, and warns when it can pass the ceiling (LAW-12)", async () => {
    const desk = await aLateDesk();
    const { body } = await desk.manager.get(`${desk.url}/late-fee-schemes`);
    expect(body.items).toMatchObject([
      {
        name: "物业费违约金",
        rates: [{ startsOn: "2026-01-01", dailyRate: "0.0005" }],
        capShare: null,
        active: true,
        used: false,
        warning: expect.stringContaining("没有封顶"),
      },
    ]);
    const { startsOn: _s, dailyRate: _d, ...terms } = desk.scheme;
    const put = (more: object) =>
      desk.manager.put(`${desk.url}/late-fee-schemes/${desk.schemeId}`, { ...terms, ...more });
    const warning = async () => (await desk.manager.get(`${desk.url}/late-fee-schemes`)).body.items[0].warning;
    expect((await put({ capShare: "0.3" })).status).toBe(204);
    expect(await warning()).toBeNull();
    await put({ capShare: "1" });
    expect(await warning()).toContain("100%");
  });

  test.each([
    ["a negative rate", { dailyRate: "-0.1" }, 400, undefined],
    ["a rate above a tenth a day", { dailyRate: "0.2" }, 400, undefined],
    ["a rate of nothing", { dailyRate: "0" }, 400, undefined],
    ["grace over a year", { graceDays: 366 }, 400, undefined],
    ["a day that is none", { startsOn: "2026-02-31" }, 400, undefined],
    ["full-width digits", { dailyRate: "０.１" }, 400, undefined],
    ["a name too long", { name: "名".repeat(41) }, 400, undefined],
    ["no list of items", { chargedItemIds: null }, 400, undefined],
    ["an unknown field", { compound: true }, 400, undefined],
    ["an item that is unknown", { chargedItemIds: [newId()] }, 404, "NOT_FOUND"],
  ])("refuses %s", async (_what, more, status, code) => {
    const desk = await aLateDesk();
    const item = await savedFeeItem(app, desk.projectId);
    const body = { ...desk.scheme, name: "另一个", chargedItemIds: [item.id], ...more };
    const reply = await desk.manager.post(`${desk.url}/late-fee-schemes`, body);
    expect(reply.status).toBe(status);
    if (code) expect(reply.body.code).toBe(code);
    expect((await desk.manager.get(`${desk.url}/late-fee-schemes`)).body.items).toHaveLength(1);
  });

  test("an item is in one scheme; late fees, deposits and, unless allowed, collected items bear none (BIL-54)", async () => {
    const desk = await aLateDesk();
    const post = async (more: object) => {
      const body = { ...desk.scheme, name: `方案${newId()}`, ...more };
      const reply = await desk.manager.post(`${desk.url}/late-fee-schemes`, body);
      return reply.body.code ?? reply.status;
    };
    const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
    const water = await savedFeeItem(app, desk.projectId, { collectedForOthers: true });
    expect(await post({})).toBe("LATE_FEE_ITEM_TAKEN");
    expect(await post({ chargedItemIds: [desk.lateItem.id] })).toBe("LATE_FEE_ON_ITSELF");
    expect(await post({ chargedItemIds: [deposit.id] })).toBe("LATE_FEE_DEPOSIT");
    expect(await post({ chargedItemIds: [water.id] })).toBe("LATE_FEE_COLLECTED");
    expect(await post({ chargedItemIds: [water.id], collectedAllowed: true })).toBe(201);
    expect(await post({ chargedItemIds: [desk.feeItem.id], feeItemId: desk.feeItem.id })).toBe("LATE_FEE_ITEM");
  });

  test("two schemes for one item at once: one is made", async () => {
    const desk = await aLateDesk();
    const { id } = await savedFeeItem(app, desk.projectId);
    const replies = await Promise.all(
      ["甲", "乙"].map((name) =>
        desk.manager.post(`${desk.url}/late-fee-schemes`, { ...desk.scheme, name, chargedItemIds: [id] }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test("once late fees are booked only rates are added, from a day that is not booked", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    const { startsOn: _s, dailyRate: _d, ...terms } = desk.scheme;
    const put = await desk.manager.put(`${desk.url}/late-fee-schemes/${desk.schemeId}`, { ...terms, graceDays: 5 });
    expect([put.status, put.body.code]).toEqual([409, "LATE_FEE_SCHEME_USED"]);
    const addRate = async (startsOn: string) => {
      const url = `${desk.url}/late-fee-schemes/${desk.schemeId}/rates`;
      const reply = await desk.manager.post(url, { startsOn, dailyRate: "0.001" });
      return reply.body?.code ?? reply.status;
    };
    expect(await addRate("2026-01-01")).toBe("LATE_FEE_RATE_TOO_EARLY");
    expect(await addRate("2026-03-10")).toBe("LATE_FEE_RATE_BOOKED");
    expect(await addRate("2026-03-11")).toBe(204);
    // 10 days booked at 0.05 %, then 2 at 0.1 %
    expect(await lateFeesOf(desk, "2026-03-12")).toMatchObject({ totalFen: 200, items: [{ days: 2 }] });
  });
});

describe("a scheme that replaces another", () => {
  /** Ten days booked at 0.05 %, the scheme then switched off. */
  async function replaceable() {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    const { startsOn: _s, dailyRate: _d, ...terms } = desk.scheme;
    const put = (more: object) =>
      desk.manager.put(`${desk.url}/late-fee-schemes/${desk.schemeId}`, { ...terms, ...more });
    const replace = (startsOn: string) => {
      const next = { ...desk.scheme, name: "新违约金", graceDays: 3, dailyRate: "0.001", startsOn };
      return desk.manager.post(`${desk.url}/late-fee-schemes`, next);
    };
    return { ...desk, chargeId: id, put, replace };
  }

  test("begins after what was booked, and counts its own days only", async () => {
    const desk = await replaceable();
    expect((await desk.replace("2026-03-11")).body.code).toBe("LATE_FEE_ITEM_TAKEN");
    expect((await desk.put({ active: false })).status).toBe(204);
    expect((await desk.replace("2026-03-10")).body.code).toBe("LATE_FEE_RATE_BOOKED");
    expect((await desk.replace("2026-03-11")).status).toBe(201);
    // 2 days at 0.1 %; the 500 booked before are another scheme's
    expect(await lateFeesOf(desk, "2026-03-12")).toMatchObject({ totalFen: 200, items: [{ days: 2 }] });
    const { body } = await desk.manager.get(`${desk.url}/late-fee-schemes`);
    expect(body.items).toMatchObject([
      { name: "新违约金", used: false, chargedItems: [{ id: desk.feeItem.id }] },
      { active: false, chargedItems: [] },
    ]);

    app.clock.set("2026-03-12");
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [desk.chargeId] });
    expect(await rowsOf(desk)).toMatchObject([{ amountFen: 500 }, { amountFen: 200, from: "2026-03-11" }]);
    expect((await lateFeesOf(desk, "2026-03-13")).totalFen).toBe(100);
    await checkInvariants(app.db, desk.projectId);
  });

  test("keeps its items when the old one is to be switched on again", async () => {
    const desk = await replaceable();
    await desk.put({ active: false });
    await desk.replace("2026-03-11");
    expect((await desk.put({ active: true })).body.code).toBe("LATE_FEE_ITEM_TAKEN");
  });

  test("may be switched off and on again itself", async () => {
    const desk = await replaceable();
    await desk.put({ active: false });
    expect((await desk.put({ active: true })).status).toBe(204);
    expect((await lateFeesOf(desk, "2026-03-12")).totalFen).toBe(100);
  });
});

describe("what accrues (BIL-50, BIL-52)", () => {
  test("is computed on view, day by day, and changes nothing", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    expect((await lateFeesOf(desk, "2026-02-28")).totalFen).toBe(0);
    expect(await lateFeesOf(desk)).toMatchObject({
      asOf: "2026-03-10",
      totalFen: 500,
      items: [{ chargeId: id, amountFen: 500, days: 10, from: "2026-03-01" }],
    });
    expect(await atDesk(desk)).toMatchObject({ openFen: 100_000, lateFeeFen: 500 });
    expect(await rowsOf(desk)).toEqual([]);
  });

  test("nothing accrues for a scheme that is switched off, another item, or what is not due", async () => {
    const desk = await aLateDesk({ active: false });
    await owed(desk);
    expect((await lateFeesOf(desk)).totalFen).toBe(0);
    const other = await aLateDesk();
    const { id: feeItemId } = await savedFeeItem(app, other.projectId);
    await other.charged(10_000, "2026-02", { feeItemId, dueOn: "2026-01-01" });
    await owed(other, 5_000, "2026-03-10");
    expect((await lateFeesOf(other)).totalFen).toBe(0);
  });

  test("a part payment books the days until it, and the rest accrues on the smaller balance (BC-14)", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const body = {
      ...aReceipt(desk.owner.id, [{ id, openFen: 40_000 }]),
      lateFees: [{ chargeId: id, amountFen: 500 }],
    };
    const paid = { ...body, methods: [{ method: "CASH", tenderedFen: 40_500 }] };
    const { status, body: receipt } = await desk.cashier.post(`${desk.url}/receipts`, paid);
    expect(status).toBe(201);
    expect(receipt.amountFen).toBe(40_500);
    expect(await rowsOf(desk)).toEqual([
      { amountFen: 500, openFen: 0, from: "2026-03-01", to: "2026-03-10", principalId: id },
    ]);
    app.clock.set("2026-03-20");
    expect(await lateFeesOf(desk)).toMatchObject({ totalFen: 300, items: [{ days: 10, from: "2026-03-11" }] });
    await checkInvariants(app.db, desk.projectId);
  });

  test("paid without its late fee, the late fee stays owed; retried, it is booked once", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const body = aReceipt(desk.owner.id, [{ id, openFen: 100_000 }]);
    const replies = await Promise.all([1, 2].map(() => desk.cashier.post(`${desk.url}/receipts`, body)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(await rowsOf(desk)).toMatchObject([{ amountFen: 500, openFen: 500 }]);
    app.clock.set("2026-04-10");
    expect((await lateFeesOf(desk)).totalFen).toBe(0);
    expect((await atDesk(desk)).openFen).toBe(500);
  });

  test("two cashiers on one overdue charge: one takes it, its days are booked once", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const pay = () => {
      const body = {
        ...aReceipt(desk.owner.id, [{ id, openFen: 100_000 }]),
        lateFees: [{ chargeId: id, amountFen: 500 }],
      };
      return desk.cashier.post(`${desk.url}/receipts`, {
        ...body,
        methods: [{ method: "CASH", tenderedFen: 100_500 }],
      });
    };
    const replies = await Promise.all([pay(), pay()]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await rowsOf(desk)).toMatchObject([{ amountFen: 500, openFen: 0 }]);
  });

  test("more than accrued is refused and changes nothing", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const body = { ...aReceipt(desk.owner.id, []), lateFees: [{ chargeId: id, amountFen: 501 }] };
    const reply = await desk.cashier.post(`${desk.url}/receipts`, {
      ...body,
      methods: [{ method: "CASH", tenderedFen: 501 }],
    });
    expect([reply.status, reply.body.code]).toEqual([409, "LATE_FEE_CHANGED"]);
    expect(reply.body.detail ?? reply.body.message).toContain("5.00");
    expect(await rowsOf(desk)).toEqual([]);
  });

  test("the red receipt gives back principal and late fee; the principal accrues on as if never paid", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const body = {
      ...aReceipt(desk.owner.id, [{ id, openFen: 100_000 }]),
      lateFees: [{ chargeId: id, amountFen: 500 }],
    };
    const paid = { ...body, methods: [{ method: "CASH", tenderedFen: 100_500 }] };
    await desk.cashier.post(`${desk.url}/receipts`, paid);
    app.clock.set("2026-03-12");
    const red = await desk.reviewer.post(`${desk.url}/receipts/${body.id}/reverse`, { reason: "支票退票" });
    expect(red.status).toBe(201);
    expect(await rowsOf(desk)).toMatchObject([{ amountFen: 500, openFen: 500 }]);
    app.clock.set("2026-03-14");
    // not paid after all: the days from 11 March on
    expect(await lateFeesOf(desk)).toMatchObject({ totalFen: 200, items: [{ days: 4, from: "2026-03-11" }] });
    await checkInvariants(app.db, desk.projectId);
  });

  test("a payment booked on an earlier day takes back what was booked too much since, as far as it is open", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    const finance = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId, "财务戊");
    const body = aReceipt(desk.owner.id, [{ id, openFen: 100_000 }], { bookedOn: "2026-03-04" });
    expect((await finance.post(`${desk.url}/receipts`, body)).status).toBe(201);
    // 1 to 4 March instead of 1 to 10
    expect(await rowsOf(desk)).toMatchObject([{ amountFen: 500, openFen: 200 }]);
    await checkInvariants(app.db, desk.projectId);
  });

  test("a late fee bears no late fee", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    const month = await lateFeesOf(desk, "2026-04-09");
    expect(month.items.map(({ chargeId }: { chargeId: string }) => chargeId)).toEqual([id]);
    expect(month.totalFen).toBe(1_500);
  });
});

describe("a smaller amount (LAW-11)", () => {
  test("goes to the late fee of a charge before its principal", async () => {
    const desk = await aLateDesk();
    const { id } = await owed(desk);
    const ask = (more: object) =>
      desk.cashier.post(`${desk.url}/desk/allocation`, { payerId: desk.owner.id, amountFen: 10_000, ...more });
    expect((await ask({ lateFees: true })).body).toMatchObject({
      lines: [{ chargeId: id, amountFen: 9_500 }],
      lateFees: [{ chargeId: id, amountFen: 500 }],
      leftFen: 0,
      rule: expect.stringContaining("先付违约金再付本金"),
    });
    expect((await ask({})).body).toMatchObject({ lines: [{ chargeId: id, amountFen: 10_000 }], lateFees: [] });
  });
});

describe("booking ahead of a payment (BIL-53)", () => {
  test("what is booked can be reduced by two people, and explains itself", async () => {
    const desk = await aLateDesk({ graceDays: 3 });
    const { id } = await owed(desk);
    const { status, body } = await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ totalFen: 350, items: [{ chargeId: id, amountFen: 350 }] });
    const [{ lateFeeChargeId }] = body.items;
    const { body: shown } = await desk.cashier.get(`${desk.url}/charges/${lateFeeChargeId}`);
    expect(shown).toMatchObject({
      source: "LATE_FEE",
      openFen: 350,
      serviceFrom: "2026-03-04",
      serviceTo: "2026-03-10",
    });
    expect(shown.explanation[1]).toBe("2026-03-04 至 2026-03-10 共 7 天：欠 1000.00 元 × 每日 0.05% × 7 天");
    const again = await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] });
    expect(again.body).toEqual({ totalFen: 0, items: [] });

    const waiver = await desk.manager.post(`${desk.url}/waivers`, {
      id: newId(),
      reasonCode: "OTHER",
      reason: "业主住院",
      lines: [{ chargeId: lateFeeChargeId, amountFen: 350 }],
    });
    expect(waiver.status).toBe(201);
    await checkInvariants(app.db, desk.projectId);
  });

  test.each([
    ["no charges", { chargeIds: [] }, 400],
    ["a charge that is unknown", { chargeIds: [newId()] }, 404],
    ["something that is no id", { chargeIds: ["1"] }, 400],
  ])("refuses %s", async (_what, body, status) => {
    const desk = await aLateDesk();
    expect((await desk.manager.post(`${desk.url}/late-fees/freeze`, body)).status).toBe(status);
    expect((await desk.cashier.post(`${desk.url}/late-fees/freeze`, body)).status).toBe(403);
  });

  test("a charge of another project is not found", async () => {
    const [desk, other] = [await aLateDesk(), await aLateDesk()];
    const { id } = await owed(other);
    expect((await desk.manager.post(`${desk.url}/late-fees/freeze`, { chargeIds: [id] })).status).toBe(404);
    expect(await rowsOf(other)).toEqual([]);
  });
});
