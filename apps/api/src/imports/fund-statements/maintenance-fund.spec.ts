import ExcelJS from "exceljs";
import type { RecordFundUseDto } from "@linli/contracts";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { checkInvariants } from "../../../test/invariants.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedBuilding, savedProject, savedRoom, savedUnit } from "../../property/property.factories.js";

/** 专项维修资金 (BIL-130, LAW-15): a register by household of what others hold, its uses shared by area. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** Building 1 with rooms of 100 and 50 m², building 2 with one of 100 m². */
async function aFund() {
  const { id: projectId } = await savedProject(app);
  const rooms = [];
  const buildings = [];
  for (const [code, areas] of [
    ["1", ["100.00", "50.00"]],
    ["2", ["100.00"]],
  ] as const) {
    const building = await savedBuilding(app, projectId, { code, name: `${code}栋` });
    const unit = await savedUnit(app, projectId, { buildingId: building.id });
    buildings.push(building);
    for (const [index, buildingArea] of areas.entries())
      rooms.push(await savedRoom(app, projectId, { unitId: unit.id, code: `${code}-10${index + 1}`, buildingArea }));
  }
  await savedOwner(app, rooms[0]!, { name: "张三" });
  const url = `/projects/${projectId}/maintenance-fund`;
  const finance = await app.as(["billing:read", "billing:maintenance-fund"], projectId, "财务");
  return { projectId, url, finance, rooms, buildings };
}
type Fund = Awaited<ReturnType<typeof aFund>>;

const HEADER = ["房号", "首期交存", "续交", "利息收益", "转入转出", "已使用", "余额"];
type Row = (string | number | null)[];

async function aWorkbook(rows: Row[], header = HEADER): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("对账单").addRows([header, ...rows]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
const post = async ({ finance, url }: Fund, path: string, content: Buffer) =>
  finance.upload(`${url}/statements${path}`, { name: "对账单.xlsx", content });
const stated = async (fund: Fund, rows: Row[], id = newId(), day = "2026-03-01") =>
  post(fund, `?id=${id}&statedOn=${day}&referenceNo=DZ-03`, await aWorkbook(rows));
const opened = (fund: Fund) =>
  stated(fund, [
    ["1-101", 10000, 0, 120.5, null, 0, 10120.5],
    ["1-102", 5000, null, null, null, null, null],
    ["2-101", 10000, null, null, null, 8000, 2000],
  ]);
const accounts = async ({ finance, url }: Fund, query = "") =>
  (await finance.get(`${url}/accounts?${query}`)).body.items;
const aUse = (fund: Fund, more: Partial<RecordFundUseDto> = {}): RecordFundUseDto => ({
  id: newId(),
  buildingIds: [fund.buildings[0]!.id],
  amountFen: 100_000,
  title: "1栋屋面防水",
  bookedOn: "2026-03-18",
  decidedOn: "2026-02-01",
  party: "江州防水工程公司",
  referenceNo: "江维批〔2026〕8号",
  selfPay: false,
  ...more,
});
const use = (fund: Fund, body: object, client: TestClient = fund.finance) => client.post(`${fund.url}/uses`, body);

test("a statement opens the accounts; the next books what it differs by; a retry and the same again book nothing", async () => {
  const fund = await aFund();
  const { finance, url } = fund;
  expect((await finance.get(`${url}/summary`)).body).toMatchObject({
    accountCount: 0,
    missingCount: 3,
    statedOn: null,
  });
  const id = newId();
  expect((await opened(fund)).body).toMatchObject({
    accountCount: 3,
    lowCount: 1,
    missingCount: 0,
    firstDepositFen: 2_500_000,
    interestFen: 12_050,
    usedFen: 800_000,
    balanceFen: 1_712_050,
    statedOn: "2026-03-01",
  });
  expect(await accounts(fund)).toMatchObject([
    { roomCode: "1-101", ownerNames: "张三", balanceFen: 1_012_050, percent: 101, low: false },
    { roomCode: "1-102", balanceFen: 500_000, percent: 100 },
    { roomCode: "2-101", buildingName: "2栋", balanceFen: 200_000, percent: 20, low: true },
  ]);
  expect(await accounts(fund, "low=true")).toMatchObject([{ roomCode: "2-101" }]);
  expect(await accounts(fund, "q=张三")).toMatchObject([{ roomCode: "1-101" }]);

  const next: Row[] = [["1-101", 10000, 3000, 200, -50, 0, 13150]];
  const check = await post(fund, "/check", await aWorkbook(next));
  expect(check.body).toEqual({
    rowCount: 1,
    changedCount: 1,
    newCount: 0,
    differenceFen: 302_950,
    balanceFen: 1_315_000,
    faultCount: 0,
    faults: [],
  });
  const tries = await Promise.all([stated(fund, next, id, "2026-03-19"), stated(fund, next, id, "2026-03-19")]);
  expect(tries.map(({ status }) => status)).toEqual([201, 201]);
  expect((await finance.get(`${url}/accounts/${fund.rooms[0]!.id}/entries`)).body.items).toMatchObject([
    { bookedOn: "2026-03-19", kind: "MOVED", amountFen: -5_000 },
    { bookedOn: "2026-03-19", kind: "INTEREST", amountFen: 7_950 },
    { bookedOn: "2026-03-19", kind: "TOP_UP", amountFen: 300_000 },
    { bookedOn: "2026-03-01", kind: "INTEREST", amountFen: 12_050 },
    { bookedOn: "2026-03-01", kind: "FIRST_DEPOSIT", amountFen: 1_000_000 },
  ]);
  expect((await stated(fund, next)).body.fields).toEqual({
    statedOn: ["已有 2026-03-19 的对账单，对账日期不能更早；登记错了请先红冲"],
  });
  expect((await stated(fund, next, newId(), "2026-03-20")).body).toMatchObject({ code: "FUND_UNCHANGED" });
  expect((await stated(fund, [["1-101", 1, 1, 1, 1, 1, 2]], id)).body).toMatchObject({ code: "ID_REUSED" });
});

test("the accounts go out as the workbook that comes back unchanged", async () => {
  const fund = await aFund();
  await opened(fund);
  const { raw: content } = await fund.finance.get(`${fund.url}/statements/workbook`);
  expect((await post(fund, "/check", content)).body).toMatchObject({ rowCount: 3, changedCount: 0, faults: [] });
});

test("faulty rows are named and nothing is booked", async () => {
  const fund = await aFund();
  const rows: Row[] = [
    ["1-101", 10000, null, null, null, null, 9999],
    ["9-909", 1, null, null, null, null, null],
    ["1-102", null, 100, null, null, null, null],
    ["２-101", "很多", null, null, null, null, null],
    ["1-101", 10000, null, null, null, null, null],
    ["2-101", 100, null, null, null, 200, null],
    ["", 100, null, null, null, null, null],
    ["合计", 99, null, null, null, null, null],
  ];
  const { body } = await post(fund, "/check", await aWorkbook(rows));
  expect(body.faults.map(({ rowNo, message }: { rowNo: number; message: string }) => [rowNo, message])).toEqual([
    [2, "余额 9999.00 元与各项合计 10000.00 元不符"],
    [3, "没有房间“9-909”"],
    [4, "这个房间还没有分户账，请填写首期交存"],
    [5, expect.stringContaining("首期交存")],
    [6, "房间“1-101”与第 2 行重复"],
    [7, "各项合计为 -100.00 元，余额不能为负"],
    [8, "缺少房号"],
  ]);
  expect((await stated(fund, rows)).body).toMatchObject({
    code: "FUND_ROWS_FAULTY",
    detail: expect.stringContaining("7 行有误，没有登记；第 2 行"),
  });
  expect((await stated(fund, [["1-101", 1, null, null, null, null, null]], newId(), "2026-03-21")).body).toMatchObject({
    fields: { statedOn: ["日期不能晚于今天（2026-03-20）"] },
  });
  expect(await accounts(fund)).toEqual([]);
  expect((await post(fund, "/check", await aWorkbook([["1-101", 1]], ["栋", "金额"]))).status).toBe(400);
});

test("a use is shared by area to the fen among the rooms of its buildings, once", async () => {
  const fund = await aFund();
  await opened(fund);
  const { finance, url } = fund;
  const body = aUse(fund);
  expect(
    (await finance.post(`${url}/uses/preview`, { buildingIds: body.buildingIds, amountFen: 100_000 })).body,
  ).toMatchObject({
    roomCount: 2,
    area: "150",
    shortCount: 0,
    shares: [
      { roomCode: "1-101", area: "100", shareFen: 66_667, balanceFen: 1_012_050, shortFen: 0 },
      { roomCode: "1-102", area: "50", shareFen: 33_333 },
    ],
  });
  const tries = await Promise.all([use(fund, body), use(fund, body)]);
  expect(tries.map(({ status }) => status)).toEqual([201, 201]);
  expect(tries[0]!.body).toMatchObject({
    kind: "USE",
    amountFen: -100_000,
    roomCount: 2,
    scope: "1栋",
    selfPaidFen: 0,
  });
  expect(await accounts(fund)).toMatchObject([
    { usedFen: 66_667, balanceFen: 945_383 },
    { usedFen: 33_333, balanceFen: 466_667 },
    { usedFen: 800_000, balanceFen: 200_000 },
  ]);
  expect((await use(fund, { ...body, amountFen: 1 })).body).toMatchObject({ code: "ID_REUSED" });
  expect((await finance.get(`${url}/documents/${body.id}/entries`)).body.items).toMatchObject([
    { roomCode: "1-101", area: "100", amountFen: -66_667 },
    { roomCode: "1-102", area: "50", amountFen: -33_333 },
  ]);
});

test("an account bears no more than it holds: refused with its rooms, or the owner pays the rest", async () => {
  const fund = await aFund();
  await opened(fund);
  const all = aUse(fund, { buildingIds: [], amountFen: 1_000_000, title: "电梯大修" });
  expect((await use(fund, all)).body).toMatchObject({
    code: "FUND_SHORT",
    detail: expect.stringContaining("房间 2-101 的维修资金余额不足，共差 2000.00 元"),
  });
  expect((await use(fund, { ...all, selfPay: true })).body).toMatchObject({
    amountFen: -800_000,
    selfPaidFen: 200_000,
    scope: "整个管理区",
  });
  expect(await accounts(fund)).toMatchObject([
    { balanceFen: 612_050 },
    { balanceFen: 300_000 },
    { balanceFen: 0, low: true },
  ]);
});

test("two uses at once never take more than an account holds", async () => {
  const fund = await aFund();
  await opened(fund);
  const body = () => aUse(fund, { buildingIds: [fund.buildings[1]!.id], amountFen: 150_000 });
  const both = await Promise.all([use(fund, body()), use(fund, body())]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test("a document is taken back in red, once, unless its money was used since", async () => {
  const fund = await aFund();
  const { finance, url } = fund;
  await opened(fund);
  const [statement] = (await finance.get(`${url}/documents`)).body.items;
  const body = aUse(fund);
  await use(fund, body);
  const reverse = (documentId: string) =>
    finance.post(`${url}/documents/${documentId}/reverse`, { id: newId(), reason: "登错了楼栋" });
  expect((await reverse(statement.id)).body).toMatchObject({ code: "FUND_USED_SINCE" });
  const red = await reverse(body.id);
  expect(red.body).toMatchObject({ kind: "USE", amountFen: 100_000, reversalOf: body.id, bookedOn: "2026-03-20" });
  expect((await reverse(body.id)).body).toMatchObject({ code: "ENTRY_REVERSED" });
  expect((await reverse(red.body.id)).body).toMatchObject({ code: "ENTRY_IS_RED" });
  expect((await reverse(statement.id)).status).toBe(200);
  expect((await finance.get(`${url}/summary`)).body).toMatchObject({ balanceFen: 0, usedFen: 0, statedOn: null });
  await checkInvariants(app.db, fund.projectId);
});

test("the report answers as of a day, by building", async () => {
  const fund = await aFund();
  await opened(fund);
  await use(fund, aUse(fund));
  const report = async (query: string) =>
    (await fund.finance.get(`/projects/${fund.projectId}/billing-reports/MAINTENANCE_FUND?${query}`)).body;
  expect(await report("asOf=2026-03-17")).toMatchObject({ totals: { balanceFen: 1_712_050, usedFen: 800_000 } });
  expect(await report(`asOf=2026-03-18&buildingId=${fund.buildings[0]!.id}`)).toMatchObject({
    items: [
      { roomCode: "1-101", ownerNames: "张三", usedFen: 66_667, balanceFen: 945_383, low: "OK" },
      { roomCode: "1-102", usedFen: 33_333 },
    ],
    totals: { usedFen: 100_000 },
  });
});

test("bad input names its field, foreign ids are not found, rights are asked for", async () => {
  const [fund, other] = [await aFund(), await aFund()];
  await opened(fund);
  const fields = async (more: object) => (await use(fund, aUse(fund, more))).body.fields;
  expect(await fields({ amountFen: "12" })).toHaveProperty("amountFen");
  expect(await fields({ title: "屋面😀" })).toHaveProperty("title");
  expect(await fields({ bookedOn: "2026-02-31" })).toHaveProperty("bookedOn");
  expect(await fields({ bookedOn: "2026-03-21" })).toEqual({ bookedOn: ["日期不能晚于今天（2026-03-20）"] });
  expect(await fields({ decidedOn: "2026-03-19" })).toEqual({ decidedOn: ["业主表决日期不能晚于划款日期"] });
  expect(await fields({ buildingIds: [other.buildings[0]!.id] })).toEqual({
    buildingIds: ["所选楼栋不存在或不属于本管理区"],
  });
  expect((await fund.finance.get(`${fund.url}/accounts/${other.rooms[0]!.id}/entries`)).status).toBe(404);
  expect((await fund.finance.get(`${fund.url}/documents/${newId()}`)).status).toBe(404);
  const reader = await app.as(["billing:read"], fund.projectId, "查询");
  expect((await use(fund, aUse(fund), reader)).status).toBe(403);
  expect((await fund.finance.get(`${fund.url}/summary`)).body.usedFen).toBe(800_000);
});
