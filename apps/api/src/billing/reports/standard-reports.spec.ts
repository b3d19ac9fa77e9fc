import ExcelJS from "exceljs";
import { randomUUID } from "node:crypto";
import { standardReportLabels } from "@linli/contracts";
import { startTestApp } from "../../../test/test-app.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../../property/property.factories.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, aRefundApproved, aRefundPaid, type Desk, savedEntry } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

type Row = Record<string, string | number | null>;
interface Report {
  items: Row[];
  total: number;
  totals: Row;
  scope: string[];
  notes: string[];
  columns: { key: string; title: string }[];
}

const ask = async (desk: Desk, report: string, query = ""): Promise<Report> => {
  const { status, body } = await desk.reviewer.get(`${desk.url}/billing-reports/${report}?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Report;
};

/** Pays part of a charge on a day. */
async function paid(desk: Desk, charge: { id: string }, amountFen: number, on: string) {
  app.clock.set(on);
  const lines = [{ chargeId: charge.id, amountFen }];
  const methods = [{ method: "CASH", tenderedFen: amountFen }];
  const body = { ...aReceipt(desk.owner.id, []), lines, methods };
  const reply = await desk.cashier.post(`${desk.url}/receipts`, body);
  expect(reply.status).toBe(201);
  return reply.body as { id: string; receiptNo: string };
}

describe("ageing", () => {
  test("on a day: not due, 1–30, 31–90, 91–180, 181–365 and the years of limitation, each at its edge (BIL-111)", async () => {
    const desk = await aDesk(app, { firstPeriod: "2023-01" });
    const ages: [due: string, fen: number][] = [
      ["2026-03-31", 1], // the day itself: not late
      ["2026-03-30", 2], // 1 day
      ["2026-03-01", 4], // 30
      ["2026-02-28", 8], // 31
      ["2025-12-31", 16], // 90
      ["2025-12-30", 32], // 91
      ["2025-10-02", 64], // 180
      ["2025-10-01", 128], // 181
      ["2025-03-31", 256], // 365
      ["2025-03-30", 512], // 366
      ["2024-03-31", 1024], // 730
      ["2024-03-30", 2048], // 731
      ["2023-04-01", 4096], // 1095
      ["2023-03-31", 8192], // 1096
    ];
    for (const [dueOn, fen] of ages) await desk.charged(fen, dueOn.slice(0, 7), { dueOn });
    const expected = {
      openFen: 16_383,
      notDueFen: 1,
      to30Fen: 2 + 4,
      to90Fen: 8 + 16,
      to180Fen: 32 + 64,
      to365Fen: 128 + 256,
      to2YearsFen: 512 + 1024,
      to3YearsFen: 2048 + 4096,
      overFen: 8192,
    };
    expect(await ask(desk, "AGEING", "asOf=2026-03-31")).toMatchObject({
      totals: expected,
      items: [{ rooms: 1 }],
      total: 1,
    });
    app.clock.set("2026-06-30");
    expect((await ask(desk, "AGEING", "asOf=2026-03-31")).totals).toMatchObject(expected);
  });

  test("as of an earlier day says what was open then, whatever was paid since", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    app.clock.set("2026-02-10");
    const charge = await desk.charged(10_000, "2026-01");
    await desk.charged(5_000, "2026-02");
    await paid(desk, charge, 4_000, "2026-02-15");
    const before = await ask(desk, "ARREARS", "asOf=2026-02-15");
    await paid(desk, charge, 6_000, "2026-03-05");
    expect(await ask(desk, "ARREARS", "asOf=2026-02-15")).toEqual(before);
    expect(before.totals).toMatchObject({ openFen: 11_000, principalFen: 11_000, lateFeeFen: 0 });
    expect((await ask(desk, "ARREARS", "asOf=2026-01-31")).totals).toMatchObject({ openFen: 10_000 });
    expect((await ask(desk, "ARREARS")).items).toMatchObject([
      {
        roomCode: desk.room.code,
        customerName: desk.owner.name,
        phone: "139****0001",
        openFen: 5_000,
        serviceFrom: "2026-02-01",
        months: 1,
      },
    ]);
  });

  test("adds up by item, by building, and by both", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    const other = await savedFeeItem(app, desk.projectId, { name: "车位管理费" });
    const building = await savedBuilding(app, desk.projectId, { name: "9栋" });
    const unit = await savedUnit(app, desk.projectId, { buildingId: building.id });
    const room = await savedRoom(app, desk.projectId, { unitId: unit.id });
    await desk.charged(1_000, "2026-01");
    for (const [feeItemId, amountFen] of [
      [desk.feeItem.id, 200],
      [other.id, 30],
    ] as const)
      await savedCharge(app, room, { payerId: desk.owner.id, feeItemId, amountFen, period: "2026-01" });
    const sums = async (query: string) => (await ask(desk, "AGEING", query)).items.map(({ openFen }) => openFen);
    expect((await sums("by=ITEM")).toSorted()).toEqual([1_200, 30]);
    expect((await sums("by=BUILDING")).toSorted()).toEqual([1_000, 230]);
    expect((await sums("by=BOTH")).toSorted()).toEqual([1_000, 200, 30]);
    expect(await sums(`by=ITEM&buildingId=${building.id}`)).toEqual([200, 30]);
    expect(await sums(`by=ITEM&feeItemId=${other.id}`)).toEqual([30]);
  });
});

test("closed months answer from the snapshot, equal the rows, and add up over months", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  app.clock.set("2026-01-05");
  const january = await desk.charged(10_000, "2026-01");
  await paid(desk, january, 3_000, "2026-01-20");
  await savedEntry(app, desk.projectId, january.id, "WAIVER", -500, "2026-01-25");
  app.clock.set("2026-02-01");
  const february = await desk.charged(8_000, "2026-02");
  await paid(desk, january, 2_000, "2026-02-10");
  await paid(desk, february, 8_000, "2026-02-11");
  app.clock.set("2026-03-01");
  const months = "fromPeriod=2026-01&toPeriod=2026-02&by=BOTH";
  const open = await ask(desk, "MONTH", months);
  for (const period of ["2026-01", "2026-02"]) {
    const reply = await desk.reviewer.post(`${desk.url}/periods/${period}/close`, { confirm: true });
    expect(reply.status).toBeLessThan(300);
  }
  expect(await ask(desk, "MONTH", months)).toEqual(open);
  expect(open.totals).toEqual({
    openingFen: 0,
    chargedFen: 18_000,
    adjustedFen: 0,
    waivedFen: 500,
    receivedCurrentFen: 11_000,
    receivedArrearsFen: 2_000,
    closingFen: 4_500,
    checkFen: 0,
  });
  expect(open.items).toMatchObject([{ openingDay: "2025-12-31", closingDay: "2026-02-28" }]);
  expect((await ask(desk, "AGEING", "asOf=2026-02-28")).totals["openFen"]).toBe(4_500);
  expect((await ask(desk, "AGEING", "asOf=2026-01-31")).totals["openFen"]).toBe(6_500);
  const booked = "fromPeriod=2026-01&toPeriod=2026-02&asOf=2026-02-28";
  const sums = { amountFen: 18_000, reducedFen: 500, receivedFen: 13_000, openFen: 4_500 };
  expect((await ask(desk, "RECEIVABLES", booked)).totals).toMatchObject(sums);
  for (const by of ["ITEM", "BUILDING", "BOTH", "ALL"])
    expect((await ask(desk, "RECEIVABLE_TOTALS", `${booked}&by=${by}`)).items).toMatchObject([
      { ...sums, rooms: 1, lines: 2 },
    ]);
});

test("takings by item and by method, by the day of payment and by the day of entry", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  app.clock.set("2026-03-02");
  const arrears = await desk.charged(10_000, "2026-02");
  const current = await desk.charged(8_000, "2026-03");
  await paid(desk, arrears, 10_000, "2026-03-10");
  const { id } = await paid(desk, current, 8_000, "2026-03-12");
  await desk.reviewer.post(`${desk.url}/receipts/${id}/reverse`, { reason: "收错了" });
  app.clock.set("2026-03-31");
  expect((await ask(desk, "TAKINGS", "from=2026-03-01&to=2026-03-31")).items).toMatchObject([
    { currentFen: 0, arrearsFen: 10_000, aheadFen: 0, receivedFen: 10_000, methodCASH: 10_000, offsetFen: 0 },
  ]);
  expect((await ask(desk, "METHODS", "from=2026-03-01&to=2026-03-31")).items).toMatchObject([
    { method: "CASH", receipts: 2, receivedFen: 18_000, reversedFen: 8_000, refundedFen: 0, netFen: 10_000 },
  ]);
  expect((await ask(desk, "REVERSALS", "from=2026-03-01&to=2026-03-31")).items).toMatchObject([
    { kind: "RED", amountFen: 8_000, reason: "收错了", originalId: id },
  ]);
  expect((await ask(desk, "TAKINGS", "from=2026-03-01&to=2026-03-11&basis=POSTED")).totals["receivedFen"]).toBe(10_000);
});

test("every receipt, red one and refund stands by itself and adds up to the methods (BIL-74)", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const charge = await desk.charged(10_000, "2026-03");
  const prepayment = { roomId: desk.room.id, amountFen: 3_000 };
  const methods = [
    { method: "CASH" as const, tenderedFen: 9_000 },
    { method: "WECHAT" as const, tenderedFen: 4_000, referenceNo: "WX1" },
  ];
  const mixed = aReceipt(desk.owner.id, [charge], { prepayment, methods });
  expect((await desk.cashier.post(`${desk.url}/receipts`, mixed)).status).toBe(201);
  const wrong = await paid(desk, await desk.charged(2_000, "2026-03"), 2_000, "2026-03-31");
  const red = await desk.reviewer.post(`${desk.url}/receipts/${wrong.id}/reverse`, { reason: "收错" });
  expect((await aRefundPaid(app, desk, red.body.id, 2_000)).body.status).toBe("PAID");

  const { items, totals } = await ask(desk, "RECEIPTS", "from=2026-03-01&to=2026-03-31");
  expect(items.map(({ kind, receivedFen, refundedFen }) => [kind, receivedFen, refundedFen]).toSorted()).toEqual([
    ["RECEIPT", 13_000, 0],
    ["RECEIPT", 2_000, 0],
    ["RED", -2_000, 0],
    ["REFUND", 0, 2_000],
  ]);
  expect(items.find(({ receiptId }) => receiptId === mixed.id)).toMatchObject({
    rooms: desk.room.code,
    customerName: desk.owner.name,
    feeItems: expect.stringContaining("预收款"),
    methods: "现金 90.00、微信 40.00",
    offsetFen: 0,
  });
  const byMethod = (await ask(desk, "METHODS", "from=2026-03-01&to=2026-03-31")).totals;
  expect(totals["receivedFen"]).toBe(Number(byMethod["receivedFen"]) - Number(byMethod["reversedFen"]));
  expect(totals["refundedFen"]).toBe(byMethod["refundedFen"]);
});

test("of papers that span buildings, items and methods each filter takes its part, and the parts add up to the whole (BIL-112)", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const other = await savedFeeItem(app, desk.projectId, { name: "车位管理费" });
  const ninth = await savedBuilding(app, desk.projectId, { name: "9栋" });
  const { id: unitId } = await savedUnit(app, desk.projectId, { buildingId: ninth.id });
  const room = await savedRoom(app, desk.projectId, { unitId });
  const there = { payerId: desk.owner.id, period: "2026-02", amountFen: 3_000 };
  const charges = [
    await desk.charged(10_000, "2026-03"),
    await savedCharge(app, room, { ...there, feeItemId: desk.feeItem.id }),
    await desk.charged(2_000, "2026-04", { feeItemId: other.id }),
  ];
  const clerk = await app.as(["billing:read", "billing:books"], desk.projectId);
  const book = { kind: "RECEIPT", prefix: "B", width: 4, firstNo: 1, lastNo: 10 };
  expect((await clerk.post(`${desk.url}/receipt-books`, book)).status).toBe(201);
  const post = async (body: ReturnType<typeof aReceipt>) => {
    expect((await desk.cashier.post(`${desk.url}/receipts`, body)).status).toBe(201);
    return body.id;
  };
  const mixed = await post(
    aReceipt(desk.owner.id, charges, {
      prepayment: { roomId: room.id, amountFen: 1_000 },
      methods: [
        { method: "CASH", tenderedFen: 9_000 },
        { method: "WECHAT", tenderedFen: 7_000, referenceNo: "WX1" },
      ],
    }),
  );
  const red = await desk.reviewer.post(`${desk.url}/receipts/${mixed}/reverse`, { reason: "收错", copyReturned: true });
  expect(red.status).toBe(201);
  for (const [method, amountFen] of [
    ["CASH", 11_000],
    ["WECHAT", 2_500],
  ] as const) {
    const { pay } = await aRefundApproved(app, desk, red.body.id, amountFen, { method });
    expect((await pay(method === "CASH" ? {} : { referenceNo: "WX2" })).body.status).toBe("PAID");
  }
  await post(aReceipt(desk.owner.id, [], { prepayment: { roomId: room.id, amountFen: 5_000 } }));
  const method = { method: "PREPAYMENT" as const, tenderedFen: 3_000, roomId: room.id };
  await post(aReceipt(desk.owner.id, [charges[1]!], { methods: [method] }));
  await paid(desk, charges[0]!, 4_000, "2026-03-31");

  const days = "from=2026-03-01&to=2026-03-31";
  const [{ id: home }] = await app.db.query("SELECT building_id AS id FROM unit WHERE project_id = $1 AND id = $2", [
    desk.projectId,
    desk.room.unitId,
  ]);
  const sumsOf = (parts: Report[]) =>
    parts.reduce<Row>((sums, { totals }) => {
      for (const [key, value] of Object.entries(totals)) sums[key] = Number(sums[key] ?? 0) + Number(value);
      return sums;
    }, {});
  const { receipts: _receipts, ...methods } = (await ask(desk, "METHODS", days)).totals;
  expect(methods).toEqual({
    receivedFen: 25_000,
    reversedFen: 16_000,
    refundedFen: 13_500,
    netFen: -4_500,
    offsetFen: 3_000,
  });
  for (const report of ["METHODS", "TAKINGS", "RECEIPTS", "REVERSALS"]) {
    const { totals } = await ask(desk, report, days);
    const narrowed = (query: string) => ask(desk, report, `${days}&${query}`);
    const byBuilding = await Promise.all([narrowed(`buildingId=${home}`), narrowed(`buildingId=${ninth.id}`)]);
    const { receipts: _count, ...whole } = totals;
    expect([report, sumsOf(byBuilding)]).toMatchObject([report, whole]);
    // of each building by item; the prepayments are general ones
    const items = [desk.feeItem.id, other.id];
    const byItem = await Promise.all(items.map((id) => narrowed(`buildingId=${home}&feeItemId=${id}`)));
    const { receipts: _papers, ...atHome } = byBuilding[0]!.totals;
    expect([report, sumsOf(byItem)]).toMatchObject([report, atHome]);
  }
  // 9栋: 3,000 of arrears and 1,000 kept, taken back; the first 13,500 of the money went back; then 5,000 kept and 3,000 drawn
  expect((await ask(desk, "METHODS", `${days}&buildingId=${ninth.id}`)).totals).toMatchObject({
    receivedFen: 3_000 + 1_000 + 5_000,
    reversedFen: 4_000,
    offsetFen: 3_000,
  });
  // what a cell of the sums leads to comes to the cell
  const takings = await ask(desk, "TAKINGS", days);
  expect(takings.items.map(({ feeItemName, receivedFen }) => [feeItemName, receivedFen])).toEqual(
    expect.arrayContaining([["新收预收款", 5_000]]),
  );
  for (const row of takings.items)
    for (const [cell, part, sum] of [
      ["currentFen", "currentPart", "receivedFen"],
      ["arrearsFen", "arrearsPart", "receivedFen"],
      ["aheadFen", "aheadPart", "receivedFen"],
      ["receivedFen", "receivedPart", "receivedFen"],
      ["offsetFen", "offsetPart", "offsetFen"],
    ] as const) {
      if (!row[part]) continue;
      const item = row["feeItemId"] ? `&feeItemId=${row["feeItemId"]}` : "";
      const { totals } = await ask(desk, "RECEIPTS", `${days}${item}&part=${row[part]}`);
      expect([row["feeItemName"], cell, totals[sum] ?? 0]).toEqual([row["feeItemName"], cell, row[cell]]);
    }
  for (const { method: by, ...row } of (await ask(desk, "METHODS", days)).items) {
    const { totals } = await ask(desk, "RECEIPTS", `${days}&method=${by}`);
    const { receivedFen, reversedFen, refundedFen, offsetFen } = row;
    expect(totals).toMatchObject({ receivedFen: Number(receivedFen) - Number(reversedFen), refundedFen, offsetFen });
  }
  const beyond = async (query: string) => (await ask(desk, "PAID_BEYOND", `asOf=2026-02-15${query}`)).totals;
  const all = await beyond("");
  expect(all).toMatchObject({ balanceFen: 2_000 });
  const ofItem = await beyond(`&feeItemId=${desk.feeItem.id}`);
  expect(ofItem).toMatchObject({ balanceFen: 0, chargesFen: all["chargesFen"] });
  expect(await beyond(`&feeItemId=${other.id}`)).toMatchObject({ totalFen: null });
  const books = async (query: string) => (await ask(desk, "BOOKS", `asOf=2026-03-31${query}`)).items;
  expect(await books("")).toMatchObject([{ used: 3, red: 1, rest: 6 }]);
  expect(await books(`&buildingId=${ninth.id}`)).toMatchObject([{ numbers: 10, used: 2, red: 1 }]);
  expect(await books(`&feeItemId=${other.id}`)).toMatchObject([{ used: 0, red: 1 }]);
});

test("a year by rooms and months: nothing charged, paid, owed", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const january = await desk.charged(10_000, "2026-01");
  await desk.charged(8_000, "2026-02");
  await paid(desk, january, 10_000, "2026-03-10");
  expect((await ask(desk, "YEAR", "year=2026")).items).toMatchObject([
    { roomCode: desk.room.code, m01: 0, m02: 8_000, m03: null, openFen: 8_000 },
  ]);
});

test("the rates of a month by item and building, each month by itself, of the sums too (BIL-110)", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  app.clock.set("2026-02-05");
  const january = await desk.charged(10_000, "2026-01");
  const february = await desk.charged(20_000, "2026-02");
  const other = await savedFeeItem(app, desk.projectId, { name: "车位管理费" });
  await desk.charged(30_000, "2026-02", { feeItemId: other.id });
  await savedEntry(app, desk.projectId, february.id, "WAIVER", -4_000, "2026-02-06");
  await paid(desk, january, 2_500, "2026-02-10");
  await paid(desk, february, 12_000, "2026-02-11");
  const { items, totals } = await ask(desk, "RATES", "fromPeriod=2026-02");
  expect(items).toContainEqual(
    expect.objectContaining({
      feeItemName: desk.feeItem.name,
      receivableFen: 20_000,
      openingFen: 10_000,
      currentRate: "75.00",
      arrearsRate: "25.00",
      combinedRate: "55.77",
      closingFen: 11_500,
    }),
  );
  expect(items).toContainEqual(expect.objectContaining({ currentRate: "0.00", arrearsRate: null }));
  expect(totals).toMatchObject({
    receivableFen: 50_000,
    currentRate: "26.09",
    arrearsRate: "25.00",
    closingFen: 41_500,
  });
  const months = await ask(desk, "RATES", "fromPeriod=2026-01&toPeriod=2026-02&by=BUILDING");
  // households of each month by themselves; February's two charges are one household
  expect(months.items.map(({ rooms, roomsPaid }) => [rooms, roomsPaid])).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(months.items.map(({ period, currentRate }) => [period, currentRate])).toEqual([
    ["2026-01", "0.00"],
    ["2026-02", "26.09"],
  ]);
  expect(months.totals).toMatchObject({ receivableFen: 60_000, arrearsRate: null, combinedRate: null });
  expect(months.totals).not.toHaveProperty("openingFen");
});

test("a receipt back-dated over the end of a month counts in that month by the day it was paid, in the next by the day it was entered; closed or open (BIL-110)", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-02" });
  const accountant = await app.as(["billing:read", "billing:collect", "billing:reverse"], desk.projectId);
  app.clock.set("2026-02-10");
  const charge = await desk.charged(10_000, "2026-02");
  const ahead = await desk.charged(4_000, "2026-03");
  await paid(desk, charge, 1_000, "2026-02-20");
  app.clock.set("2026-03-02");
  for (const [one, openFen] of [
    [charge, 9_000],
    [ahead, 500],
  ] as const) {
    const late = aReceipt(desk.owner.id, [{ ...one, openFen }], { bookedOn: "2026-02-28" });
    expect((await accountant.post(`${desk.url}/receipts`, late)).status).toBe(201);
  }
  const ratesOf = async (basis: string) => {
    const { items, scope, notes } = await ask(
      desk,
      "RATES",
      `fromPeriod=2026-02&toPeriod=2026-03&by=BUILDING&basis=${basis}`,
    );
    const columns = ["openingFen", "collectedFen", "collectedArrearsFen", "closingFen", "roomsPaid"] as const;
    return { rows: items.map((row) => columns.map((column) => row[column])), scope, words: notes.join() };
  };
  // The 500 of March came early: by either day they are collected of March.
  const byPayment = [
    [0, 10_000, 0, 0, 1],
    [0, 500, 0, 3_500, 0],
  ];
  const byEntry = [
    [0, 1_000, 0, 9_000, 0],
    [9_000, 500, 9_000, 3_500, 0],
  ];
  const answers = async () => {
    expect(await ratesOf("PAID")).toMatchObject({ rows: byPayment, words: expect.stringContaining("按收款日期：") });
    const posted = await ratesOf("POSTED");
    expect(posted).toMatchObject({ rows: byEntry, words: expect.stringContaining("快照按收款日期") });
    expect(posted.scope).toContain("按入账日期");
    const page = async (basis: string) =>
      (await desk.reviewer.get(`${desk.url}/collection-rates?period=2026-02&basis=${basis}`)).body;
    expect(await page("PAID")).toMatchObject({ total: { currentRate: "100.00", roomRate: "100.00" } });
    expect(await page("POSTED")).toMatchObject({ total: { currentRate: "10.00", roomRate: "0.00" }, basis: "POSTED" });
  };
  await answers();
  expect((await desk.reviewer.post(`${desk.url}/periods/2026-02/close`, { confirm: true })).status).toBeLessThan(300);
  await answers();
  const single = await ask(desk, "RATES", "fromPeriod=2026-03&by=BOTH&basis=POSTED");
  expect(single.items).toMatchObject([{ rooms: 1, roomsPaid: 0, arrearsRate: "100.00" }]);
  expect((await desk.reviewer.get(`${desk.url}/billing-reports/RATES?basis=BOOKED`)).status).toBe(400);
});

test("prepayments, deposits and books as reports say what their pages say, to the fen", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  app.clock.set("2026-03-10");
  const item = await savedFeeItem(app, desk.projectId, { name: "装修押金", kind: "DEPOSIT" });
  const clerk = await app.as(["billing:read", "billing:books", "billing:one-off"], desk.projectId);
  const book = { kind: "RECEIPT", prefix: "B", width: 4, firstNo: 1, lastNo: 10 };
  const issued = await clerk.post(`${desk.url}/receipt-books`, book);
  expect(issued.status).toBe(201);
  const deposit = {
    id: randomUUID(),
    roomId: desk.room.id,
    payerId: desk.owner.id,
    feeItemId: item.id,
    object: "DECORATION",
  };
  const held = await clerk.post(`${desk.url}/deposits`, { ...deposit, amountFen: 50_000 });
  expect(held.status).toBe(201);
  const body = aReceipt(desk.owner.id, [{ id: held.body.chargeId, openFen: 50_000 }], {
    prepayment: { roomId: desk.room.id, amountFen: 8_000 },
  });
  expect((await desk.cashier.post(`${desk.url}/receipts`, body)).status).toBe(201);
  const red = await desk.reviewer.post(`${desk.url}/receipts/${body.id}/reverse`, {
    reason: "收错",
    copyReturned: true,
  });
  expect(red.status).toBe(201);
  app.clock.set("2026-03-12");
  expect((await desk.cashier.post(`${desk.url}/receipts`, { ...body, id: randomUUID() })).status).toBe(201);

  const days = "from=2026-03-11&to=2026-03-31";
  expect((await ask(desk, "PREPAYMENTS", days)).items).toMatchObject([
    {
      roomCode: desk.room.code,
      customerName: desk.owner.name,
      account: "通用",
      openingFen: 0,
      inFen: 8_000,
      closingFen: 8_000,
    },
  ]);
  expect((await ask(desk, "DEPOSITS", days)).items).toMatchObject([
    { feeItemName: "装修押金", openingFen: 0, inFen: 50_000, closingFen: 50_000, upToOneYearFen: 50_000, longerFen: 0 },
  ]);
  expect((await ask(desk, "DEPOSIT_LIST", days)).items).toMatchObject([
    {
      depositNo: held.body.depositNo,
      roomCode: desk.room.code,
      inFen: 50_000,
      closingFen: 50_000,
      since: "2026-03-10",
    },
  ]);
  const elsewhere = await savedBuilding(app, desk.projectId, { name: "9栋" });
  for (const other of [`buildingId=${elsewhere.id}`, `feeItemId=${desk.feeItem.id}`])
    for (const report of ["DEPOSITS", "DEPOSIT_LIST", "PREPAYMENTS"])
      expect((await ask(desk, report, `${days}&${other}`)).items).toEqual([]);
  const { items } = await ask(desk, "BOOKS", "asOf=2026-03-12");
  expect(items).toMatchObject([
    { range: "B0001 – B0010", id: issued.body.id, numbers: 10, used: 1, red: 1, voided: 0, rest: 8 },
  ]);
  expect((await ask(desk, "BOOKS", "asOf=2026-03-09")).items).toEqual([]);
});

test("what cannot be added up, or is empty, says why", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const notesOf = async (report: string, query = "") => (await ask(desk, report, query)).notes.join("\n");
  expect(await notesOf("RECEIVABLE_TOTALS")).toMatch(/户数.*不合计/);
  expect(await notesOf("METHODS")).toMatch(/张数之和都可能多于收据的总数/);
  expect(await notesOf("BOOKS", `feeItemId=${desk.feeItem.id}`)).toMatch(/张数之和可能多于实际用掉的张数/);
  expect(await notesOf("ADJUSTMENTS")).toMatch(/申请人和审批人只有经过审批的才有/);
  // the note names the columns as they are headed
  const { notes, columns } = await ask(desk, "DEPOSIT_LIST");
  for (const title of notes[0]!.match(/^期初 \+ 收取 − (.*) = 期末/)![1]!.split(" − "))
    expect(columns).toContainEqual(expect.objectContaining({ title: expect.stringMatching(new RegExp(`^${title}`)) }));
});

test("every report of the list answers an empty project with its scope and how it is computed", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  const { body } = await desk.reviewer.get(`${desk.url}/billing-reports`);
  expect(body.items.map(({ key }: { key: string }) => key)).toEqual(Object.keys(standardReportLabels));
  for (const key of Object.keys(standardReportLabels)) {
    const report = await ask(desk, key);
    expect(report).toMatchObject({ total: 0, items: [] });
    expect(report.scope.length).toBeGreaterThan(0);
    expect(report.notes.length).toBeGreaterThan(0);
  }
});

test("the workbook holds scope, notes, every row in yuan and the totals; the download is logged", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-01" });
  await desk.charged(12_345, "2026-03");
  const reply = await desk.reviewer.get(`${desk.url}/billing-reports/RECEIVABLES/xlsx?fromPeriod=2026-03`);
  expect(reply.headers["content-disposition"]).toContain(encodeURIComponent("应收明细表"));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.raw as never);
  const rows = Array.from(workbook.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));
  expect(rows.flat()).toContain("应收明细表");
  expect(rows.flat()).toContain("月份 2026-03；截止 2026-03-31");
  expect(rows.find(([first]) => first === desk.room.code)).toContain(123.45);
  expect(rows.at(-1)).toContain(123.45);
  const log = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'billing-report.export'",
    [desk.projectId],
  );
  expect(log).toEqual([{ summary: "导出应收明细表（月份 2026-03；截止 2026-03-31）1 行" }]);
});

test.each([
  ["a report that does not exist", "NOTHING", "", "report"],
  ["31 February", "AGEING", "asOf=2026-02-31", "asOf"],
  ["tomorrow", "AGEING", "asOf=2026-04-01", "asOf"],
  ["a span turned round", "TAKINGS", "from=2026-03-02&to=2026-03-01", "to"],
  ["months turned round", "MONTH", "fromPeriod=2026-03&toPeriod=2026-02", "toPeriod"],
  ["too many months", "MONTH", "fromPeriod=2023-01&toPeriod=2026-02", "toPeriod"],
  ["what the report does not take", "AGEING", "year=2026", "year"],
  ["a field nobody knows", "AGEING", "colour=red", "colour"],
  ["full-width digits", "YEAR", "year=２０２６", "year"],
])("refuses %s", async (_what, report, query, field) => {
  const desk = await aDesk(app);
  const reply = await desk.reviewer.get(`${desk.url}/billing-reports/${report}?${query}`);
  expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
  expect(Object.keys(reply.body.fields)).toEqual([field]);
});

test("a building of another project is not found", async () => {
  const [desk, other] = [await aDesk(app), await savedProject(app)];
  const building = await savedBuilding(app, other.id);
  const reply = await desk.reviewer.get(`${desk.url}/billing-reports/AGEING?buildingId=${building.id}`);
  expect(reply).toMatchObject({ status: 404, body: { detail: expect.stringContaining("楼栋") } });
});

describe("a report too long to wait for is written by a job", () => {
  const asked = (desk: Desk, query = "fromPeriod=2026-03") =>
    desk.reviewer.post(`${desk.url}/billing-reports/RECEIVABLES/workbooks?${query}`);

  /** Lets the job run; answers where its file lies. */
  async function written(desk: Desk): Promise<string> {
    const { status, body } = await asked(desk);
    expect(status).toBe(202);
    await app.drainJobs();
    return `${desk.url}/report-workbooks/${body.jobId}`;
  }

  test("the file holds what the page shows; it is logged, and kept for seven days for whoever asked", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    await desk.charged(12_345, "2026-03");
    await desk.charged(5, "2026-03");
    const url = await written(desk);
    const reply = await desk.reviewer.get(url);
    expect(reply.headers["content-disposition"]).toContain(encodeURIComponent("应收明细表-2026-03"));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.raw as never);
    const rows = Array.from(workbook.worksheets[0]!.getSheetValues(), (row) =>
      Array.isArray(row) ? row.slice(1) : [],
    );
    expect(rows.filter(([first]) => first === desk.room.code)).toHaveLength(2);
    expect(rows.at(-1)).toContain(123.5);
    const log = await app.db.query(
      "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'billing-report.export'",
      [desk.projectId],
    );
    expect(log).toEqual([{ summary: "导出应收明细表（月份 2026-03；截止 2026-03-31）2 行" }]);
    expect(await (await app.asRole("FINANCE_REVIEWER", desk.projectId)).get(url)).toMatchObject({ status: 404 });

    await app.db.query("UPDATE job SET finished_at = '2026-03-20' WHERE project_id = $1", [desk.projectId]);
    expect(await desk.reviewer.get(url)).toMatchObject({ status: 410, body: { code: "REPORT_FILE_GONE" } });
    const next = await written(desk);
    expect(await desk.reviewer.get(next)).toMatchObject({ status: 200 });
    expect(await desk.reviewer.get(url)).toMatchObject({ status: 410, body: { code: "REPORT_FILE_GONE" } });
  });

  test("a report without rows is a file that says so", async () => {
    const desk = await aDesk(app, { firstPeriod: "2026-01" });
    expect(await desk.reviewer.get(await written(desk))).toMatchObject({ status: 200 });
  });

  test.each([
    ["what the report does not take", "year=2026", "year"],
    ["months turned round", "fromPeriod=2026-03&toPeriod=2026-02", "toPeriod"],
  ])("refuses %s before a job starts", async (_what, query, field) => {
    const desk = await aDesk(app);
    const reply = await asked(desk, query);
    expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
    expect(Object.keys(reply.body.fields)).toEqual([field]);
    expect(await app.db.query("SELECT 1 FROM job WHERE project_id = $1", [desk.projectId])).toEqual([]);
  });

  test("needs the right to print", async () => {
    const desk = await aDesk(app);
    const engineer = await app.asRole("ENGINEERING_LEAD", desk.projectId);
    const reply = await engineer.post(`${desk.url}/billing-reports/RECEIVABLES/workbooks`);
    expect(reply.status).toBe(403);
  });
});
