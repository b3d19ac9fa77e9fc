import ExcelJS from "exceljs";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedBinding, savedFeeItem, savedRate, savedSpace } from "../../billing/billing.factories.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { savedProject, savedRoom } from "../../property/property.factories.js";

/** One-off charges from a workbook: checked first, then all or nothing (BIL-03, BIL-146). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

const HEADERS = ["房号", "收费项目", "金额", "数量", "单价", "费用起", "费用止", "应缴日", "计费对象", "备注/来源单号"];
type Cells = (string | number)[];

async function aProject() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const item = await savedFeeItem(app, projectId, { kind: "ONE_OFF", name: "装修垃圾清运费", code: "ZXLJ" });
  await savedFeeItem(app, projectId, { name: "物业服务费" });
  const rooms = await Promise.all(["101", "102"].map((code) => savedRoom(app, projectId, { code })));
  const owners = await Promise.all(rooms.map((room) => savedOwner(app, room)));
  const clerk = await app.as(["billing:read", "billing:one-off"], projectId);
  const at = `/projects/${projectId}/charge-batches/workbook`;
  return { projectId, item, rooms, owners, clerk, at };
}
type Project = Awaited<ReturnType<typeof aProject>>;

const aRow = (room: string, amount: string | number, more: Partial<Record<string, string | number>> = {}): Cells => {
  const cells: Record<string, string | number> = {
    房号: room,
    收费项目: "装修垃圾清运费",
    金额: amount,
    费用起: "2026-03-05",
    费用止: "2026-03-05",
    应缴日: "2026-03-31",
    "备注/来源单号": "清运单 QY-0301",
    ...more,
  };
  return HEADERS.map((header) => cells[header] ?? "");
};
async function workbook(rows: Cells[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("临时收费").addRows([HEADERS, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const check = ({ clerk, at }: Project, content: Buffer, name = "临时收费.xlsx") =>
  clerk.upload(`${at}/check`, { name, content });
const record = ({ clerk, at }: Project, id: string, content: Buffer) =>
  clerk.upload(`${at}?id=${id}`, { name: "临时收费.xlsx", content });
const charges = async ({ clerk, projectId }: Project, query = "") =>
  (await clerk.get(`/projects/${projectId}/charges?${query}`)).body.items;

test("a workbook is checked, then every row is charged to whoever pays, by name or code of the item, once", async () => {
  const project = await aProject();
  const content = await workbook([
    aRow("１０１", "１２０.５０"),
    aRow("102", "", { 收费项目: "ZXLJ", 数量: 3, 单价: "33.335", 费用止: "2026年3月6日" }),
    ["合计", "", 220.51],
  ]);
  expect((await check(project, content)).body).toEqual({
    rowCount: 2,
    amountFen: 22_051,
    items: [{ feeItemName: "装修垃圾清运费", count: 2, amountFen: 22_051 }],
    faultCount: 0,
    faults: [],
  });
  expect(await charges(project)).toEqual([]);
  const id = newId();
  const replies = await Promise.all([record(project, id, content), record(project, id, content)]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  const { batchNo } = replies[0]!.body;
  expect(replies[0]!.body).toMatchObject({ kind: "WORKBOOK", chargeCount: 2, amountFen: 22_051 });
  const booked = (await charges(project, `batchNo=${batchNo}`)).toSorted(
    (a: { roomCode: string }, b: { roomCode: string }) => a.roomCode.localeCompare(b.roomCode),
  );
  expect(booked).toMatchObject([
    { roomCode: "101", payerId: project.owners[0]!.id, amountFen: 12_050, source: "IMPORT", quantity: null },
    { roomCode: "102", amountFen: 10_001, quantity: "3", unitPrice: "33.335", serviceTo: "2026-03-06" },
  ]);
  expect(booked[0]).toMatchObject({ remark: "清运单 QY-0301", bookedPeriod: "2026-03", batchNo });
  expect((await record(project, id, await workbook([aRow("101", 1)]))).body.code).toBe("ID_REUSED");
  expect((await check(project, content)).body.faults).toMatchObject([
    { rowNo: 2, message: expect.stringContaining("系统里已有相同") },
    { rowNo: 3 },
  ]);
  await checkInvariants(app.db, project.projectId);
});

test("a row names the space it is for: two of one room are no doubles, an unknown one is refused (BIL-05)", async () => {
  const project = await aProject();
  for (const code of ["A", "B"]) await savedSpace(app, project.projectId, `车位 ${code}`);
  const forSpace = (object: string) => aRow("101", 10, { 计费对象: object });
  const { faults } = (await check(project, await workbook([forSpace("车位 A"), forSpace("A"), forSpace("C")]))).body;
  expect(faults).toMatchObject([
    { rowNo: 3, message: expect.stringContaining("与第 2 行重复") },
    { rowNo: 4, message: "计费对象：没有车位、车辆、合同“C”" },
  ]);
  const { body } = await record(project, newId(), await workbook([aRow("101", 10), forSpace("车位 A"), forSpace("B")]));
  const names = (await charges(project, `batchNo=${body.batchNo}`)).map(
    ({ feeItemName }: { feeItemName: string }) => feeItemName,
  );
  expect(names.toSorted()).toEqual(
    ["装修垃圾清运费", "装修垃圾清运费（车位 A）", "装修垃圾清运费（车位 B）"].toSorted(),
  );
});

test("a row for a space of another household is refused (BIL-05)", async () => {
  const project = await aProject();
  const objectId = await savedSpace(app, project.projectId, "车位 B1-024");
  await savedBinding(app, project.rooms[1]!, await savedRate(app, project.item), { objectId });
  const rows = ["101", "102"].map((room) => aRow(room, 200, { 计费对象: "车位 B1-024" }));
  expect((await check(project, await workbook(rows))).body.faults).toMatchObject([
    { rowNo: 2, message: "计费对象：车位 B1-024 登记在 102，不是这个房间的" },
  ]);
});

test("every wrong row says why, and one of them refuses all", async () => {
  const project = await aProject();
  const nobody = await savedRoom(app, project.projectId, { code: "103" });
  const ended = await savedRoom(app, project.projectId, { code: "104", active: false, endedOn: "2026-02-01" });
  const content = await workbook([
    aRow("101", 10),
    aRow("999", 10),
    aRow("101", 10, { 收费项目: "游泳费" }),
    aRow("101", 10, { 收费项目: "物业服务费" }),
    aRow("101", 10),
    aRow("101", 10, { "备注/来源单号": "长".repeat(201) }),
    aRow("101", 10, { 费用起: "2026-02-31" }),
    aRow(nobody.code, 10),
    aRow(ended.code, 10),
    aRow("102", 0),
    aRow("102", 10, { 数量: 2 }),
    aRow("102", 10, { 数量: 2, 单价: 4 }),
    aRow("102", "", { "备注/来源单号": "" }),
    aRow("102", 10, { 应缴日: "2026-03-04" }),
    aRow("102", "一百"),
  ]);
  const { body } = await check(project, content);
  expect(body).toMatchObject({ rowCount: 15, amountFen: 1_000, faultCount: 14 });
  expect(body.faults.map(({ rowNo, message }: { rowNo: number; message: string }) => [rowNo, message])).toEqual([
    [3, "没有房间“999”"],
    [4, "没有收费项目“游泳费”"],
    [5, expect.stringContaining("不是临时收费或出入证项目")],
    [6, expect.stringContaining("与第 2 行重复")],
    [7, expect.stringContaining("超过 200 个字")],
    [8, expect.stringContaining("2026-02-31 不存在")],
    [9, expect.stringContaining("没有收费对象")],
    [10, expect.stringContaining("已拆分或合并")],
    [11, "金额必须大于 0"],
    [12, expect.stringContaining("一起填写")],
    [13, "金额 10.00 元与数量 × 单价 8.00 元不符"],
    [14, expect.stringContaining("缺少备注")],
    [15, "应缴日不能早于费用起"],
    [16, expect.stringContaining("不是数字")],
  ]);
  expect(await record(project, newId(), content)).toMatchObject({
    status: 409,
    body: { code: "CHARGE_ROWS_FAULTY", detail: expect.stringContaining("第 3 行") },
  });
  expect(await charges(project)).toEqual([]);
});

test("the template comes back filled; text files are read; no workbook, a closed month and a reader are refused", async () => {
  const project = await aProject();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await project.clerk.get(`${project.at}/template`)).raw as never);
  book.worksheets[0]!.addRow(aRow("101", 88));
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  expect((await check(project, filled)).body).toMatchObject({ rowCount: 1, amountFen: 8_800, faults: [] });
  const text = Buffer.from([HEADERS, aRow("102", "5.5")].map((row) => row.join(",")).join("\n"));
  expect((await check(project, text, "临时收费.csv")).body).toMatchObject({ amountFen: 550, faults: [] });
  expect((await check(project, Buffer.from("<html></html>"))).status).toBe(400);
  const reader = await app.as(["billing:read"], project.projectId);
  expect((await record({ ...project, clerk: reader }, newId(), filled)).status).toBe(403);
  await record(project, newId(), filled);
  await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period = '2026-03'", [
    project.projectId,
  ]);
  expect((await check(project, text, "临时收费.csv")).body.code).toBe("PERIOD_CLOSED");
});
