import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCharge } from "../billing.factories.js";
import { aDesk, aReceipt, aRefundApproved, type Desk } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const openOf = async (desk: Desk, chargeId: string): Promise<number> => {
  const [row] = await app.db.query<{ open_fen: number }[]>(
    "SELECT open_fen FROM charge WHERE project_id = $1 AND id = $2",
    [desk.projectId, chargeId],
  );
  return row!.open_fen;
};
const receiptsOf = (desk: Desk) =>
  app.db.query<object[]>("SELECT 1 FROM receipt WHERE project_id = $1", [desk.projectId]);

test("takes money for charges by several methods, with change from cash", async () => {
  const desk = await aDesk(app);
  const charges = [await desk.charged(12_345), await desk.charged(5_000, "2026-02")];
  const methods = [
    { method: "WECHAT" as const, tenderedFen: 7_345 },
    { method: "CARD" as const, tenderedFen: 5_000, referenceNo: "POS-001" },
    { method: "CASH" as const, tenderedFen: 10_000 },
  ];
  const { status, body } = await desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, charges, { methods }),
  );

  expect(status).toBe(201);
  expect(body).toMatchObject({
    receiptNo: "SJ000001",
    status: "VALID",
    bookedOn: "2026-03-10",
    amountFen: 17_345,
    changeFen: 5_000,
  });
  expect(body.methods).toEqual([
    { method: "WECHAT", amountFen: 7_345, tenderedFen: 7_345, referenceNo: null },
    { method: "CARD", amountFen: 5_000, tenderedFen: 5_000, referenceNo: "POS-001" },
    { method: "CASH", amountFen: 5_000, tenderedFen: 10_000, referenceNo: null },
  ]);
  expect(body.lines.map((line: { openFen: number }) => line.openFen)).toEqual([0, 0]);
  expect(body.roomCodes).toEqual([desk.room.code]);
  await checkInvariants(app.db, desk.projectId);
});

test("takes a part of a charge and leaves the rest open", async () => {
  const desk = await aDesk(app);
  const charge = await desk.charged(10_000);
  const { status } = await desk.cashier.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [{ ...charge, openFen: 4_000 }]),
  );
  expect(status).toBe(201);
  expect(await openOf(desk, charge.id)).toBe(6_000);
});

test("settles several rooms of one payer with one receipt", async () => {
  const desk = await aDesk(app);
  const other = await savedRoom(app, desk.projectId);
  const charges = [
    await desk.charged(10_000),
    await savedCharge(app, other, { payerId: desk.owner.id, feeItemId: desk.feeItem.id, amountFen: 2_000 }),
  ];
  const { body } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges));
  expect(body.roomCodes).toHaveLength(2);
  expect(body.amountFen).toBe(12_000);
});

test("posts once when the same id comes twice, also at the same time; with another body it is refused", async () => {
  const desk = await aDesk(app);
  const body = aReceipt(desk.owner.id, [await desk.charged(10_000)]);
  const replies = await Promise.all([1, 2, 3].map(() => desk.cashier.post(`${desk.url}/receipts`, body)));
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(replies.map((reply) => reply.body.receiptNo)).size).toBe(1);
  expect(await receiptsOf(desk)).toHaveLength(1);

  const other = await desk.cashier.post(`${desk.url}/receipts`, { ...body, remark: "另一笔" });
  expect(other.status).toBe(409);
  expect(other.body.code).toBe("ID_REUSED");
  await checkInvariants(app.db, desk.projectId);
});

test("answers a retry even after the month was closed", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const body = aReceipt(desk.owner.id, [await desk.charged(10_000)]);
  const first = await desk.cashier.post(`${desk.url}/receipts`, body);
  app.clock.set("2026-04-01");
  expect((await desk.reviewer.post(`${desk.url}/periods/2026-03/close`, { confirm: true })).status).toBe(200);
  const again = await desk.cashier.post(`${desk.url}/receipts`, body);
  expect(again.body.receiptNo).toBe(first.body.receiptNo);
});

test("lets only one of two cashiers collect the same charge", async () => {
  const desk = await aDesk(app);
  const charge = await desk.charged(10_000);
  const second = await app.as(["billing:collect"], desk.projectId);
  const replies = await Promise.all(
    [desk.cashier, second].map((client) => client.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]))),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({
    code: "AMOUNT_EXCEEDS_OPEN",
    detail: expect.stringContaining("已经缴清"),
  });
});

test("twenty clients on the same charges settle each exactly once", async () => {
  const desk = await aDesk(app);
  const charges = await Promise.all(Array.from({ length: 5 }, () => desk.charged(1_000)));
  const bodies = Array.from({ length: 20 }, (_, n) => {
    const taken = charges.filter((_charge, index) => (n + index) % 2 === 0 || index === n % 5);
    return aReceipt(desk.owner.id, n % 3 === 0 ? [...taken].reverse() : taken);
  });
  const replies = await Promise.all(bodies.map((body) => desk.cashier.post(`${desk.url}/receipts`, body)));
  const statuses = replies.map(({ status }) => status);
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  const receivedFen = replies.filter(({ status }) => status === 201).reduce((sum, { body }) => sum + body.amountFen, 0);
  const stillFen = (await Promise.all(charges.map(({ id }) => openOf(desk, id)))).reduce((a, b) => a + b, 0);
  expect(receivedFen + stillFen).toBe(5_000);
  expect(receivedFen).toBeGreaterThan(0);
  await checkInvariants(app.db, desk.projectId);
});

describe("refuses", () => {
  const cash = (tenderedFen: number) => [{ method: "CASH" as const, tenderedFen }];

  test.each([
    ["too little money", { methods: cash(9_999) }, 409, "AMOUNT_MISMATCH"],
    [
      "too much by a method that gives no change",
      { methods: [{ method: "WECHAT", tenderedFen: 10_001 }] },
      409,
      "AMOUNT_MISMATCH",
    ],
    [
      "change beyond the cash",
      {
        methods: [
          { method: "WECHAT", tenderedFen: 10_000 },
          { method: "CASH", tenderedFen: 500 },
        ],
      },
      409,
      "AMOUNT_MISMATCH",
    ],
    ["a card payment without its slip", { methods: [{ method: "CARD", tenderedFen: 10_000 }] }, 400, "INVALID_INPUT"],
    ["a method nobody knows", { methods: [{ method: "BARTER", tenderedFen: 10_000 }] }, 400, "INVALID_INPUT"],
    ["no method", { methods: [] }, 400, "INVALID_INPUT"],
    ["a prepayment of no room", { methods: [{ method: "PREPAYMENT", tenderedFen: 10_000 }] }, 400, "INVALID_INPUT"],
    ["a list within the list of methods", { methods: [cash(10_000)] }, 400, "INVALID_INPUT"],
    ["an empty list for a method", { methods: [[]] }, 400, "INVALID_INPUT"],
    ["a list within the list of charges", { lines: [[]] }, 400, "INVALID_INPUT"],
    ["cash twice", { methods: [...cash(5_000), ...cash(5_000)] }, 400, "INVALID_INPUT"],
    ["nothing to pay", { lines: [] }, 400, "INVALID_INPUT"],
    ["a day that does not exist", { bookedOn: "2026-02-30" }, 400, "INVALID_INPUT"],
    ["tomorrow", { bookedOn: "2026-03-11" }, 409, "FUTURE_DATE"],
    ["yesterday, for a cashier", { bookedOn: "2026-03-09" }, 409, "BACK_DATING"],
    ["a month before the project began", { bookedOn: "2025-12-31" }, 409, "PERIOD_BEFORE_START"],
    ["unknown fields", { discount: 1 }, 400, "INVALID_INPUT"],
    ["an id that is none", { id: "１２３" }, 400, "INVALID_INPUT"],
    ["a remark with an emoji", { remark: "谢谢😀" }, 400, "INVALID_INPUT"],
    ["a remark that is too long", { remark: "长".repeat(201) }, 400, "INVALID_INPUT"],
    ["a control character", { remark: "a\u0007b" }, 400, "INVALID_INPUT"],
  ])("%s", async (_what, overrides, status, code) => {
    const desk = await aDesk(app);
    const charge = await desk.charged(10_000);
    const reply = await desk.cashier.post(`${desk.url}/receipts`, {
      ...aReceipt(desk.owner.id, [charge]),
      ...overrides,
    });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await receiptsOf(desk)).toEqual([]);
  });

  test.each([0, -1, 0.5, 10_001, 1_000_000_000_001, Number.MAX_SAFE_INTEGER, "１００", "10000", null])(
    "an amount of %p",
    async (amountFen) => {
      const desk = await aDesk(app);
      const charge = await desk.charged(10_000);
      const lines = [{ chargeId: charge.id, amountFen }];
      const reply = await desk.cashier.post(`${desk.url}/receipts`, {
        ...aReceipt(desk.owner.id, []),
        lines,
        methods: cash(10_001),
      });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(await openOf(desk, charge.id)).toBe(10_000);
    },
  );

  test("charges of another payer, of another project, reversed ones, and the same twice", async () => {
    const desk = await aDesk(app);
    const stranger = await savedCustomer(app, desk.projectId);
    const post = async (body: object) => {
      const reply = await desk.cashier.post(`${desk.url}/receipts`, body);
      return [reply.status, reply.body.code];
    };
    const others = await desk.charged(10_000, "2026-03", { payerId: stranger.id });
    expect(await post(aReceipt(desk.owner.id, [others]))).toEqual([409, "CHARGE_OTHER_PAYER"]);

    const foreign = await aDesk(app);
    expect(await post(aReceipt(desk.owner.id, [await foreign.charged(10_000)]))).toEqual([404, "NOT_FOUND"]);
    expect(await post(aReceipt(foreign.owner.id, [await desk.charged(10_000)]))).toEqual([404, "NOT_FOUND"]);

    const reversed = await desk.charged(10_000, "2026-03", { reversedFen: 10_000, openFen: 0 });
    expect(await post(aReceipt(desk.owner.id, [{ ...reversed, openFen: 10_000 }]))).toEqual([409, "CHARGE_REVERSED"]);

    const twice = await desk.charged(10_000);
    expect(await post(aReceipt(desk.owner.id, [twice, twice]))).toEqual([400, "INVALID_INPUT"]);
  });

  test("another project in the path, and people without the right", async () => {
    const desk = await aDesk(app);
    const { id: foreign } = await savedProject(app);
    const body = aReceipt(desk.owner.id, [await desk.charged(10_000)]);
    expect((await desk.cashier.post(`/projects/${foreign}/receipts`, body)).status).toBe(403);
    expect((await desk.reviewer.post(`${desk.url}/receipts`, body)).status).toBe(403);
    expect((await app.anonymous().post(`${desk.url}/receipts`, body)).status).toBe(401);
  });
});

test("back-dating inside an open month needs the right to reverse as well", async () => {
  const desk = await aDesk(app);
  const both = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId);
  const { status, body } = await both.post(
    `${desk.url}/receipts`,
    aReceipt(desk.owner.id, [await desk.charged(10_000)], { bookedOn: "2026-03-02" }),
  );
  expect([status, body.bookedOn]).toEqual([201, "2026-03-02"]);
});

describe("prepayments", () => {
  const prepaid = async (desk: Desk, amountFen: number) =>
    desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [], { prepayment: { roomId: desk.room.id, amountFen } }),
    );
  const balanceOf = async (desk: Desk) =>
    (await desk.cashier.get(`${desk.url}/prepayments?roomId=${desk.room.id}`)).body.balanceFen;
  const drawn = (desk: Desk, tenderedFen: number) => ({
    method: "PREPAYMENT" as const,
    tenderedFen,
    roomId: desk.room.id,
  });

  test("are kept for a room, pay charges later, and every movement is listed", async () => {
    const desk = await aDesk(app);
    expect((await prepaid(desk, 8_000)).body).toMatchObject({
      amountFen: 8_000,
      prepaymentFen: 8_000,
      prepaymentRoomCode: desk.room.code,
    });
    const charge = await desk.charged(10_000);
    const methods = [drawn(desk, 5_000), { method: "CASH" as const, tenderedFen: 5_000 }];
    const { status, body } = await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [charge], { methods }),
    );
    expect(status).toBe(201);
    expect(body.lines[0]).toMatchObject({ receivedFen: 5_000, offsetFen: 5_000, openFen: 0 });
    expect(await balanceOf(desk)).toBe(3_000);

    const { body: accounts } = await desk.cashier.get(`${desk.url}/prepayments?withBalance=true`);
    const { body: movements } = await desk.cashier.get(`${desk.url}/prepayments/${accounts.items[0].id}/movements`);
    expect(
      movements.items.map((m: { source: string; amountFen: number; balanceAfterFen: number }) => [
        m.source,
        m.amountFen,
        m.balanceAfterFen,
      ]),
    ).toEqual([
      ["OFFSET", -5_000, 3_000],
      ["TOP_UP", 8_000, 8_000],
    ]);
    await checkInvariants(app.db, desk.projectId);
  });

  test("cannot be overdrawn, also by two at once, nor pay for another prepayment", async () => {
    const desk = await aDesk(app);
    await prepaid(desk, 8_000);
    const charges = [await desk.charged(8_000), await desk.charged(8_000)];
    const replies = await Promise.all(
      charges.map((charge) =>
        desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge], { methods: [drawn(desk, 8_000)] })),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe("PREPAYMENT_SHORT");

    const other = await savedRoom(app, desk.projectId);
    const body = {
      ...aReceipt(desk.owner.id, [], { prepayment: { roomId: other.id, amountFen: 100 } }),
      methods: [drawn(desk, 100)],
    };
    expect((await desk.cashier.post(`${desk.url}/receipts`, body)).body.code).toBe("PREPAYMENT_EXCEEDS_LINES");
    await checkInvariants(app.db, desk.projectId);
  });

  test("of a room of another project do not exist", async () => {
    const [desk, foreign] = [await aDesk(app), await aDesk(app)];
    const body = aReceipt(desk.owner.id, [], { prepayment: { roomId: foreign.room.id, amountFen: 100 } });
    expect((await desk.cashier.post(`${desk.url}/receipts`, body)).status).toBe(404);
  });

  test("go back when their receipt is reversed, unless they were used", async () => {
    const desk = await aDesk(app);
    const top = (await prepaid(desk, 8_000)).body;
    const charge = await desk.charged(6_000);
    const paid = await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [charge], { methods: [drawn(desk, 6_000)] }),
    );
    const reverse = (id: string) => desk.reviewer.post(`${desk.url}/receipts/${id}/reverse`, { reason: "开错房间" });

    const used = await reverse(top.id);
    expect([used.status, used.body.code]).toEqual([409, "PREPAYMENT_USED"]);
    expect(used.body.detail).toContain(desk.room.code);

    const red = await reverse(paid.body.id);
    expect([red.status, red.body.refundableFen]).toEqual([201, 0]);
    expect(await balanceOf(desk)).toBe(8_000);
    expect(await openOf(desk, charge.id)).toBe(6_000);

    const redTop = await reverse(top.id);
    expect(redTop.body.refundableFen).toBe(8_000);
    expect((await reverse(top.id)).body.code).toBe("RECEIPT_REVERSED");
    expect(await balanceOf(desk)).toBe(0);
    await checkInvariants(app.db, desk.projectId);
  });
});

describe("reversal and refund", () => {
  const paid = async (desk: Desk, amountFen = 10_000) => {
    const charge = await desk.charged(amountFen);
    const { body } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]));
    return { charge, receipt: body };
  };
  const reverse = (desk: Desk, id: string, body: object = { reason: "开错房间" }) =>
    desk.reviewer.post(`${desk.url}/receipts/${id}/reverse`, body);

  test("a red receipt opens the charges again, and both papers tell of each other", async () => {
    const desk = await aDesk(app);
    const { charge, receipt } = await paid(desk);
    const red = await reverse(desk, receipt.id);
    expect(red.status).toBe(201);
    expect(red.body).toMatchObject({ status: "RED", amountFen: -10_000, receiptNo: "SJ000002", refundableFen: 10_000 });
    expect(red.body.reverses).toMatchObject({ receiptNo: "SJ000001", reason: "开错房间", byName: "财务乙" });
    expect(await openOf(desk, charge.id)).toBe(10_000);
    const original = await desk.cashier.get(`${desk.url}/receipts/${receipt.id}`);
    expect(original.body).toMatchObject({
      status: "REVERSED",
      amountFen: 10_000,
      reversedBy: { receiptNo: "SJ000002" },
    });
    await checkInvariants(app.db, desk.projectId);
  });

  test("of two reversals at once one wins; a red receipt is not reversed", async () => {
    const desk = await aDesk(app);
    const { receipt } = await paid(desk);
    const replies = await Promise.all([1, 2].map(() => reverse(desk, receipt.id)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe("RECEIPT_REVERSED");
    const red = replies.find(({ status }) => status === 201)!.body;
    expect((await reverse(desk, red.id)).body.code).toBe("RED_RECEIPT");
    await checkInvariants(app.db, desk.projectId);
  });

  test("needs a reason, the right, today, and another person than the cashier", async () => {
    const desk = await aDesk(app);
    const { receipt } = await paid(desk);
    expect((await reverse(desk, receipt.id, {})).status).toBe(400);
    expect((await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "自己红冲" })).status).toBe(
      403,
    );
    expect((await reverse(desk, receipt.id, { reason: "日期不对", bookedOn: "2026-03-09" })).body.code).toBe(
      "RED_ONLY_TODAY",
    );
    const both = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId);
    const own = await both.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [await desk.charged(100)]));
    const reply = await both.post(`${desk.url}/receipts/${own.body.id}/reverse`, { reason: "自己红冲" });
    expect([reply.status, reply.body.code]).toEqual([409, "SAME_PERSON"]);
  });

  test("refunds stay within the red receipt's money and need another person than who reversed", async () => {
    const desk = await aDesk(app);
    const red = (await reverse(desk, (await paid(desk)).receipt.id)).body;
    const refund = (amountFen: number, more = {}) => aRefundApproved(app, desk, red.id, amountFen, more);
    const part = await refund(4_000);
    expect((await part.pay()).body).toMatchObject({ refundNo: "TK000001", amountFen: 4_000 });
    expect((await refund(6_001)).asked.body).toMatchObject({
      code: "REFUND_EXCEEDS",
      details: { availableFen: 6_000 },
    });
    expect((await refund(1, { method: "PREPAYMENT" })).asked.status).toBe(400);
    expect((await refund(1, { sourceId: (await paid(desk)).receipt.id })).asked.body.code).toBe("NOT_RED_RECEIPT");

    const reverserToo = await app.as(["billing:read", "billing:reverse", "billing:refund"], desk.projectId);
    const own = await reverserToo.post(`${desk.url}/receipts/${(await paid(desk)).receipt.id}/reverse`, {
      reason: "红冲退款",
    });
    const ownRefund = await aRefundApproved(app, desk, own.body.id, 1);
    expect((await ownRefund.pay({}, reverserToo)).body.code).toBe("SAME_PERSON");

    const replies = await Promise.all([1, 2].map(() => refund(6_000)));
    expect(replies.map(({ asked }) => asked.status).toSorted()).toEqual([201, 409]);
    const rest = replies.find(({ asked }) => asked.status === 201)!;
    expect((await rest.pay()).body.status).toBe("PAID");
    expect((await desk.cashier.get(`${desk.url}/receipts/${red.id}`)).body.refundableFen).toBe(0);
    expect((await desk.cashier.get(`${desk.url}/refunds`)).body.items).toHaveLength(2);
    await checkInvariants(app.db, desk.projectId);
  });
});

describe("lists and prints", () => {
  test("receipts are found by number, payer, room, method, day, cashier and status, page by page", async () => {
    const desk = await aDesk(app);
    const first = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [await desk.charged(100)]));
    app.clock.set("2026-03-11");
    const wechat = [{ method: "WECHAT" as const, tenderedFen: 200 }];
    await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [await desk.charged(200)], { methods: wechat }),
    );
    await desk.reviewer.post(`${desk.url}/receipts/${first.body.id}/reverse`, { reason: "开错房间" });
    const numbers = async (query: string) =>
      (await desk.cashier.get(`${desk.url}/receipts?${query}`)).body.items.map(
        (item: { receiptNo: string }) => item.receiptNo,
      );

    expect(await numbers("")).toEqual(["SJ000003", "SJ000002", "SJ000001"]);
    expect(await numbers("q=000002")).toEqual(["SJ000002"]);
    expect(await numbers("method=WECHAT")).toEqual(["SJ000002"]);
    expect(await numbers("to=2026-03-10")).toEqual(["SJ000001"]);
    expect(await numbers("status=RED")).toEqual(["SJ000003"]);
    expect(await numbers("status=REVERSED")).toEqual(["SJ000001"]);
    expect(await numbers("status=VALID")).toEqual(["SJ000002"]);
    expect(await numbers(`roomId=${desk.room.id}&payerId=${desk.owner.id}&cashierId=${desk.cashier.userId}`)).toEqual([
      "SJ000002",
      "SJ000001",
    ]);
    const { body: page } = await desk.cashier.get(`${desk.url}/receipts?pageSize=2`);
    expect(await numbers(`pageSize=2&cursor=${page.nextCursor}`)).toEqual(["SJ000001"]);
    expect((await desk.cashier.get(`${desk.url}/receipts?cursor=nonsense`)).status).toBe(200);
    expect((await desk.cashier.get(`${desk.url}/receipts?sort=amount`)).status).toBe(400);

    const { body: takings } = await desk.cashier.get(`${desk.url}/receipts/takings?from=2026-03-10&to=2026-03-11`);
    expect(takings.methods).toEqual([
      { method: "CASH", receivedFen: 100, reversedFen: -100, refundedFen: 0 },
      { method: "WECHAT", receivedFen: 200, reversedFen: 0, refundedFen: 0 },
    ]);
    expect(takings.moneyFen).toBe(200);
    expect(takings.rows.map((row: { bookedOn: string; totalFen: number }) => [row.bookedOn, row.totalFen])).toEqual([
      ["2026-03-11", 200],
      ["2026-03-11", -100],
      ["2026-03-10", 100],
    ]);
  });

  test("every print is counted; from the second on it is a reprint", async () => {
    const desk = await aDesk(app);
    const { body: receipt } = await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [await desk.charged(12_345)]),
    );
    const preview = async () => (await desk.cashier.get(`${desk.url}/receipts/${receipt.id}/print-data`)).body;
    expect(await preview()).toMatchObject({
      reprintNo: 0,
      totals: { totalFen: 12_345, totalCapitals: "壹佰贰拾叁元肆角伍分" },
    });
    expect((await preview()).projectName).toContain("管理处");
    // a quantity that no standard explains is said in the unit of the item's print form (BIL-01)
    const lineOf = async () => (await preview()).lines[0];
    expect(await lineOf()).toMatchObject({ unit: null });
    await app.db.query("UPDATE fee_item SET print_form = 'COUNT', unit = '元/张' WHERE project_id = $1", [
      desk.projectId,
    ]);
    expect(await lineOf()).toMatchObject({ quantity: "100", unit: "张" });
    await app.db.query("UPDATE fee_item SET print_form = 'AREA' WHERE project_id = $1", [desk.projectId]);
    expect(await lineOf()).toMatchObject({ unit: "m²" });

    const pdf = await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/pdf`);
    expect([pdf.status, pdf.headers["content-type"], pdf.raw.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    expect((await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/prints`)).body.reprintNo).toBe(1);
    expect((await preview()).reprintNo).toBe(2);
    expect((await desk.cashier.get(`${desk.url}/receipts/${receipt.id}`)).body.printCount).toBe(2);
    const { body: red } = await desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, {
      reason: "开错房间",
    });
    expect((await preview()).reversed).toEqual({ mark: "已红冲", redNo: "SJ000002", date: "2026-03-10" });
    const redPrint = await desk.reviewer.post(`${desk.url}/receipts/${red.id}/prints`);
    expect(redPrint.body).toMatchObject({
      red: { originalNo: "SJ000001", reason: "开错房间" },
      totals: { totalCapitals: "负壹佰贰拾叁元肆角伍分" },
    });
    expect((await desk.refunder.post(`${desk.url}/receipts/${receipt.id}/pdf`)).status).toBe(403);
  });

  test("a receipt of another project does not exist", async () => {
    const [desk, foreign] = [await aDesk(app), await aDesk(app)];
    const { body } = await foreign.cashier.post(
      `${foreign.url}/receipts`,
      aReceipt(foreign.owner.id, [await foreign.charged(100)]),
    );
    for (const path of [body.id, `${body.id}/print-data`])
      expect((await desk.cashier.get(`${desk.url}/receipts/${path}`)).status).toBe(404);
    expect((await desk.reviewer.post(`${desk.url}/receipts/${body.id}/reverse`, { reason: "别处的收据" })).status).toBe(
      404,
    );
  });
});
