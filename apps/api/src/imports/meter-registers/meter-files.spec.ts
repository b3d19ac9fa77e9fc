import ExcelJS from "exceljs";
import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../../billing/billing.factories.js";
import { savedBuilding, savedProject, savedRoom } from "../../property/property.factories.js";

/** The register of meters from a workbook: checked first, then all or nothing (BIL-20). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

const HEADERS = [
  "表号",
  "表类",
  "房号",
  "楼栋",
  "收费项目",
  "安装位置",
  "位数",
  "倍率",
  "反转表",
  "安装日期",
  "起始读数",
  "年内已用量",
  "总表",
];
type Cells = (string | number)[];

async function aProject() {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const item = await savedFeeItem(app, projectId, { kind: "METERED", name: "水费", code: "SF" });
  await savedFeeItem(app, projectId, { name: "物业服务费" });
  const rooms = await Promise.all(["101", "102"].map((code) => savedRoom(app, projectId, { code })));
  const reader = await app.as(["billing:read", "billing:meters"], projectId);
  return { projectId, item, rooms, reader, at: `/projects/${projectId}/meters` };
}
type Project = Awaited<ReturnType<typeof aProject>>;

const aRow = (no: string, more: Partial<Record<string, string | number>> = {}): Cells => {
  const cells: Record<string, string | number> = {
    表号: no,
    表类: "水表",
    位数: 5,
    安装日期: "2026-01-01",
    起始读数: "12.5",
    ...more,
  };
  return HEADERS.map((header) => cells[header] ?? "");
};
async function workbook(rows: Cells[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("表具").addRows([HEADERS, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const send = ({ reader, at }: Project, path: string, content: Buffer, name = "表具.xlsx") =>
  reader.upload(`${at}/workbook${path}`, { name, content });
const meters = async ({ reader, at }: Project) => (await reader.get(at)).body.items;

test("a workbook registers rooms' meters and the public ones before them, in whatever order they stand; once", async () => {
  const project = await aProject();
  const content = await workbook([
    aRow("００１２", { 房号: "１０１", 收费项目: "SF", 安装位置: "厨房", 年内已用量: "30", 总表: "Z1" }),
    aRow("0013", { 房号: "102", 收费项目: "水费", 倍率: "1.5", 反转表: "是", 安装日期: "2026年1月5日", 总表: "Z1" }),
    aRow("Z1", { 起始读数: 0 }),
    aRow("0012", { 表类: "电表", 房号: "101" }),
  ]);
  expect((await send(project, "/check", content)).body).toEqual({ rowCount: 4, faultCount: 0, faults: [] });
  expect(await meters(project)).toEqual([]);
  const replies = await Promise.all([send(project, "", content), send(project, "", content)]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 201)!.body).toEqual({ count: 4 });
  const kept = await meters(project);
  const of = (no: string, kind = "WATER") =>
    kept.find((one: { no: string; kind: string }) => one.no === no && one.kind === kind);
  expect(kept).toHaveLength(4);
  expect(of("0012")).toMatchObject({ roomCode: "101", feeItemName: "水费", position: "厨房", parentNo: "Z1" });
  expect(of("0012")).toMatchObject({ startReading: "12.5", openingUse: "30", multiplier: "1", reverse: false });
  expect(of("0013")).toMatchObject({ multiplier: "1.5", reverse: true, installedOn: "2026-01-05" });
  expect(of("Z1")).toMatchObject({ roomCode: null, parentNo: null });
  expect(of("0012", "POWER")).toMatchObject({ feeItemName: null });
  const again = await send(project, "", content);
  expect(again.body).toMatchObject({ code: "METER_ROWS_FAULTY", detail: expect.stringContaining("已有在用的同类表") });
});

test("every wrong row says why, and one of them refuses all", async () => {
  const project = await aProject();
  await savedRoom(app, project.projectId, { code: "103", active: false, endedOn: "2026-02-01" });
  for (const code of ["S1", "S2"]) await savedBuilding(app, project.projectId, { code, name: "双子楼" });
  const rows: [Cells, unknown][] = [
    [aRow("A1", { 房号: "101" }), undefined],
    [aRow("A1", { 房号: "102" }), "表类和表号与第 2 行重复"],
    [aRow("A2", { 房号: "999" }), "没有房间“999”"],
    [aRow("A3", { 房号: "103" }), expect.stringContaining("已拆分、合并或停用")],
    [aRow("A4", { 楼栋: "九栋" }), expect.stringContaining("没有楼栋“九栋”")],
    [aRow("A4a", { 楼栋: "双子楼" }), expect.stringContaining("有几个楼栋叫这个名称")],
    [aRow("A4b", { 楼栋: "S1" }), undefined],
    [aRow("A5", { 房号: "101", 楼栋: "九栋" }), "户表只填房号，公共表只填楼栋"],
    [aRow("A6", { 收费项目: "游泳费" }), "没有收费项目“游泳费”"],
    [aRow("A7", { 收费项目: "物业服务费" }), expect.stringContaining("不是走表项目")],
    [aRow("A8", { 总表: "没有的" }), "没有同类的总表“没有的”"],
    [aRow("A9", { 总表: "A9" }), "不能以自己为总表"],
    [aRow("B1", { 总表: "B2" }), "与总表互为总表：B1 → B2 → B1"],
    [aRow("B2", { 总表: "B1" }), "与总表互为总表：B2 → B1 → B2"],
    [aRow("B2", { 总表: "B1" }), expect.stringContaining("与第 15 行重复")],
    [aRow("C1", { 起始读数: "100000" }), expect.stringContaining("超过表 C1 的 5 位整数")],
    [aRow("C2", { 安装日期: "2026-02-31" }), expect.stringContaining("2026-02-31 不存在")],
    [aRow("C3", { 安装日期: "2026-03-21" }), "安装日期不能晚于今天"],
    [aRow("C4", { 位数: 11 }), expect.stringContaining("位数")],
    [aRow("C5", { 倍率: 0 }), expect.stringContaining("倍率")],
    [aRow("C6", { 表类: "日晷" }), expect.stringContaining("表类")],
    [aRow("", {}), expect.stringContaining("缺少表号")],
    [aRow("长".repeat(41), {}), expect.stringContaining("超过 40 个字")],
    [aRow("C7😀", {}), expect.stringContaining("表号")],
    [aRow("C8", { 反转表: "也许" }), expect.stringContaining("反转表")],
    [aRow("D1", { 总表: "B1" }), "总表那一行有误"],
    [aRow("D2", { 总表: "A2" }), "总表那一行有误"],
  ];
  const content = await workbook(rows.map(([cells]) => cells));
  const { body } = await send(project, "/check", content);
  expect(body.faults.map(({ rowNo, message }: { rowNo: number; message: string }) => [rowNo, message])).toEqual(
    rows.flatMap(([, message], index) => (message === undefined ? [] : [[index + 2, message]])),
  );
  expect(body).toMatchObject({ rowCount: rows.length, faultCount: rows.length - 2 });
  expect((await send(project, "", content)).body.code).toBe("METER_ROWS_FAULTY");
  expect(await meters(project)).toEqual([]);
});

test("a chain of master meters is at most twenty high, through the file and the meters in front of it; a circle is named", async () => {
  const project = await aProject();
  // fifteen in use one behind the other, in front of what comes
  const inFront = Array.from({ length: 15 }, (_, at) => aRow(`Z${at}`, at === 0 ? {} : { 总表: `Z${at - 1}` }));
  expect((await send(project, "", await workbook(inFront))).body).toEqual({ count: 15 });
  const chain = Array.from({ length: 7 }, (_, at) => aRow(`F${at}`, { 总表: at === 0 ? "Z14" : `F${at - 1}` }));
  const long = await workbook([...chain.toReversed(), aRow("G", { 总表: "F5" })]);
  const faults = [
    { rowNo: 2, no: "F6", message: "上面的总表超过 20 层，请核对总表" },
    { rowNo: 9, no: "G", message: "上面的总表超过 20 层，请核对总表" },
  ];
  expect((await send(project, "/check", long)).body).toEqual({ rowCount: 8, faultCount: 2, faults });
  expect((await send(project, "", long)).body).toMatchObject({
    code: "METER_ROWS_FAULTY",
    detail: expect.stringContaining("第 2 行：上面的总表超过 20 层"),
  });
  expect((await send(project, "", await workbook(chain.slice(0, 6)))).body).toEqual({ count: 6 });
  // the same by hand
  const deepest = (await meters(project)).find(({ no }: { no: string }) => no === "F5");
  const fields = { kind: "WATER", digits: 5, multiplier: "1", reverse: false, installedOn: "2026-01-01" };
  const more = { ...fields, no: "F6", startReading: "0", parentId: deepest.id };
  expect((await project.reader.post(project.at, more)).body.code).toBe("METER_TOO_DEEP");

  const circle = ["K1", "K2", "K3"].map((no, at) => aRow(no, { 总表: `K${((at + 1) % 3) + 1}` }));
  const { body } = await send(project, "/check", await workbook([...circle, aRow("K4", { 总表: "K1" })]));
  expect(body.faults.map(({ rowNo, message }: { rowNo: number; message: string }) => [rowNo, message])).toEqual([
    [2, "与总表互为总表：K1 → K2 → K3 → K1"],
    [3, "与总表互为总表：K2 → K3 → K1 → K2"],
    [4, "与总表互为总表：K3 → K1 → K2 → K3"],
    [5, "总表那一行有误"],
  ]);
  // meters in use that stand in a circle are in front of nothing
  await app.db.query(
    `UPDATE meter m SET parent_id = f.id FROM meter f WHERE m.project_id = $1 AND m.no = 'Z0' AND f.project_id = $1 AND f.no = 'Z14'`,
    [project.projectId],
  );
  const behind = await send(project, "/check", await workbook([aRow("L", { 总表: "Z3" })]));
  expect(behind.body.faults).toEqual([{ rowNo: 2, no: "L", message: "上面的总表超过 20 层，请核对总表" }]);
});

test("the template comes back filled; text files are read; no workbook, nothing and a reader are refused", async () => {
  const project = await aProject();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await project.reader.get(`${project.at}/workbook/template`)).raw as never);
  book.worksheets[0]!.addRow(["007"]);
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  expect((await send(project, "/check", filled)).body.faults).toMatchObject([{ rowNo: 2, no: "007" }]);
  const text = Buffer.from([HEADERS, aRow("T1", { 房号: "101" })].map((row) => row.join(",")).join("\n"));
  expect((await send(project, "", text, "表具.csv")).body).toEqual({ count: 1 });
  expect((await send(project, "/check", Buffer.from("<html></html>"))).status).toBe(400);
  expect((await send(project, "", await workbook([]))).body.code).toBe("NO_ROWS");
  const looker = await app.as(["billing:read"], project.projectId);
  expect((await send({ ...project, reader: looker }, "", text)).status).toBe(403);
});
