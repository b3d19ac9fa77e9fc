import { savedCustomer, savedRelation } from "../../customer/customer.factories.js";
import { savedRoom, savedUnit } from "../../property/property.factories.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCharge } from "../billing.factories.js";
import { NoticeData } from "../notices/notice-data.queries.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

describe("arrears", () => {
  test("by room and payer, with months, the oldest due day and sums; what is not yet due only on request", async () => {
    const desk = await aDesk(app);
    await desk.charged(10_000, "2026-01");
    await desk.charged(5_000, "2026-02");
    await desk.charged(7_000, "2026-03");
    const arrears = async (query = "") => (await desk.cashier.get(`${desk.url}/arrears?${query}`)).body;
    expect((await arrears()).items).toEqual([
      expect.objectContaining({
        roomCode: desk.room.code,
        months: ["2026-01", "2026-02"],
        openFen: 15_000,
        charges: 2,
        oldestDueOn: "2026-01-20",
        daysLate: 49,
      }),
    ]);
    expect((await arrears("notYetDue=true")).items[0].openFen).toBe(22_000);
    expect((await arrears("minDaysLate=50")).items).toEqual([]);
    expect((await arrears("minMonths=3")).items).toEqual([]);
    const { body: totals } = await desk.cashier.get(`${desk.url}/arrears/totals?notYetDue=true`);
    expect(totals).toMatchObject({ rows: 1, rooms: 1, payers: 1, charges: 3, openFen: 22_000 });
    expect(totals.ageing.map(({ openFen }: { openFen: number }) => openFen)).toEqual([7_000, 5_000, 10_000, 0, 0, 0]);
  });

  test("are ordered and paged by amount, age or room", async () => {
    const desk = await aDesk(app);
    for (let n = 1; n <= 5; n += 1) {
      const room = await savedRoom(app, desk.projectId, { code: `ZZ-${n}` });
      await savedCharge(app, room, {
        payerId: desk.owner.id,
        feeItemId: desk.feeItem.id,
        amountFen: n * 100,
        dueOn: `2026-01-0${n}`,
      });
    }
    const all = async (sort: string) => {
      const codes: string[] = [];
      let cursor = "";
      do {
        const { body } = await desk.cashier.get(`${desk.url}/arrears?pageSize=2&sort=${sort}${cursor}`);
        codes.push(...body.items.map((item: { roomCode: string }) => item.roomCode));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
      } while (cursor);
      return codes;
    };
    expect(await all("AMOUNT")).toEqual(["ZZ-5", "ZZ-4", "ZZ-3", "ZZ-2", "ZZ-1"]);
    expect(await all("OLDEST")).toEqual(["ZZ-1", "ZZ-2", "ZZ-3", "ZZ-4", "ZZ-5"]);
    expect(await all("ROOM")).toEqual(["ZZ-1", "ZZ-2", "ZZ-3", "ZZ-4", "ZZ-5"]);
  });

  test("BC-22: the payer of the charge's own period is dunned; owners are liable beside a tenant", async () => {
    app.clock.set("2025-12-31");
    const desk = await aDesk(app, { firstPeriod: "2025-01" });
    const b = await savedCustomer(app, desk.projectId, { name: "业主乙" });
    await savedRelation(app, desk.room, { customerId: b.id });
    const tenant = await savedCustomer(app, desk.projectId, { name: "租户丙" });
    await savedRelation(app, desk.room, {
      customerId: tenant.id,
      role: "TENANT",
      startsOn: "2025-05-01",
      endsOn: "2025-10-31",
    });
    await desk.charged(30_000, "2025-04");
    await desk.charged(30_000, "2025-06", { payerId: tenant.id });
    const { body } = await desk.cashier.get(`${desk.url}/arrears?sort=OLDEST`);
    expect(
      body.items.map((item: { payerName: string; jointlyLiable: { name: string }[] }) => [
        item.payerName,
        item.jointlyLiable.map(({ name }) => name).sort(),
      ]),
    ).toEqual([
      [desk.owner.name, []],
      ["租户丙", [desk.owner.name, "业主乙"].sort()],
    ]);
    const { body: notices } = await desk.cashier.get(
      `${desk.url}/notices/print-data?period=2025-06&payerId=${tenant.id}`,
    );
    expect(notices.items[0].terms.others.join()).toContain("连带");
  });
});

describe("notices", () => {
  test("state earlier arrears, the month's charges and what is payable, under a number that stays", async () => {
    const desk = await aDesk(app);
    const [old, current] = [await desk.charged(10_000, "2026-02"), await desk.charged(14_293, "2026-03")];
    await desk.cashier.post(
      `${desk.url}/receipts`,
      aReceipt(desk.owner.id, [
        { ...old, openFen: 4_000 },
        { ...current, openFen: 293 },
      ]),
    );
    const get = async (path: string) => (await desk.cashier.get(`${desk.url}/notices${path}`)).body;
    const { items } = await get("/print-data?period=2026-03");
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      noticeNo: `202603-${desk.room.code}-${desk.owner.number}`,
      printedOn: "2026-03-10",
      customerName: desk.owner.name,
      arrears: [{ amountFen: 10_000, paidFen: 4_000, openFen: 6_000 }],
      charges: [{ amountFen: 14_293, paidFen: 293, openFen: 14_000 }],
      totals: { arrearsFen: 6_000, currentFen: 14_000, payableFen: 20_000, payableCapitals: "贰佰元整" },
      terms: { dueDate: "2026-03-20" },
    });
    expect((await get("?period=2026-03")).items[0]).toMatchObject({ payableFen: 20_000, mobileMasked: "139****0001" });
    expect(await get("/totals?period=2026-03")).toEqual({
      notices: 1,
      arrearsFen: 6_000,
      currentFen: 14_000,
      lateFeeFen: 0,
      payableFen: 20_000,
    });
  });

  test("cover a building, a room, a payer, or all rooms of a payer; only with arrears on request; page by page", async () => {
    const desk = await aDesk(app);
    const second = await savedRoom(app, desk.projectId);
    await desk.charged(10_000, "2026-03");
    await savedCharge(app, second, { payerId: desk.owner.id, feeItemId: desk.feeItem.id, period: "2026-02" });
    const count = async (query: string) =>
      (await desk.cashier.get(`${desk.url}/notices/totals?period=2026-03${query}`)).body.notices;
    expect(await count("")).toBe(2);
    expect(await count(`&roomId=${second.id}`)).toBe(1);
    expect(await count("&withArrears=true")).toBe(1);
    expect(await count("&groupBy=PAYER")).toBe(1);
    const { body: combined } = await desk.cashier.get(`${desk.url}/notices/print-data?period=2026-03&groupBy=PAYER`);
    expect(combined.items[0].rooms).toHaveLength(2);
    expect(combined.items[0].charges[0].roomCode).toBe(desk.room.code);
    const { body: first } = await desk.cashier.get(`${desk.url}/notices?period=2026-03&pageSize=1`);
    const { body: rest } = await desk.cashier.get(
      `${desk.url}/notices?period=2026-03&pageSize=1&cursor=${first.nextCursor}`,
    );
    expect([first.items[0].roomId, rest.items[0].roomId].sort()).toEqual([desk.room.id, second.id].sort());
    expect(rest.nextCursor).toBeNull();
  });

  test("of very many rooms come one after another, a hundred in memory at a time", async () => {
    const desk = await aDesk(app);
    const { id: unitId } = await savedUnit(app, desk.projectId);
    for (let n = 1; n <= 230; n += 1) {
      const room = await savedRoom(app, desk.projectId, { unitId, code: `N-${n}` });
      await savedCharge(app, room, { payerId: desk.owner.id, feeItemId: desk.feeItem.id, period: "2026-03" });
    }
    const codes: string[] = [];
    for await (const notice of app.app.get(NoticeData).stream(desk.projectId, { period: "2026-03" })) {
      codes.push(notice.rooms[0]!.code);
    }
    expect(codes).toEqual(Array.from({ length: 230 }, (_, n) => `N-${n + 1}`));
  });

  test("come as one PDF; an empty scope is said, not printed", async () => {
    const desk = await aDesk(app);
    await desk.charged(10_000, "2026-03");
    const pdf = await desk.cashier.get(`${desk.url}/notices/pdf?period=2026-03`);
    expect([pdf.status, pdf.headers["content-type"], pdf.raw.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    expect(pdf.raw.subarray(-6).toString()).toContain("EOF");
    const empty = await desk.cashier.get(`${desk.url}/notices/pdf?period=2026-02`);
    expect([empty.status, empty.body.code]).toEqual([404, "NOTHING_TO_PRINT"]);
    expect((await desk.refunder.get(`${desk.url}/notices/pdf?period=2026-03`)).status).toBe(403);
    expect((await desk.cashier.get(`${desk.url}/notices?period=2026-13`)).status).toBe(400);
  });
});

test("the workbench shows what the person may see", async () => {
  const desk = await aDesk(app, { firstPeriod: "2026-02" });
  await desk.charged(10_000, "2026-02");
  const charge = await desk.charged(8_000, "2026-03");
  await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]));
  const { body } = await desk.cashier.get(`${desk.url}/workbench`);
  expect(body.billing).toMatchObject({
    period: "2026-03",
    overdueFen: 10_000,
    overdueRooms: 1,
    receivableFen: 8_000,
    collectedFen: 8_000,
    currentRate: "100.00",
    takings: [{ method: "CASH", amountFen: 8_000 }],
    takingsFen: 8_000,
    receiptsToday: 1,
    monthsToClose: ["2026-02"],
  });
  expect(body.property).toMatchObject({ rooms: 1, customers: null, importsOpen: null });
  const worker = await app.as(["property:read"], desk.projectId);
  expect((await worker.get(`${desk.url}/workbench`)).body.billing).toBeNull();
  const outsider = await app.as(["billing:read"], desk.projectId);
  expect((await outsider.get(`${desk.url}/workbench`)).status).toBe(403);
});
