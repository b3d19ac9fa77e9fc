import ExcelJS from "exceljs";
import { writeHcWorkbook } from "../../../../test/hc-workbook.js";
import { openWorkbook } from "../../workbook/read-workbook.js";
import { WorkbookError } from "../../workbook/workbook-error.js";
import { blockingIssues } from "../decisions.js";
import { detectProfile, previewSheets } from "../detect-profile.js";
import { issuesByRow, readProfile, reportOf } from "../read-profile.js";
import { allRecords, type ImportRecords } from "../records.js";
import { readTemplate, type ChosenColumns } from "./read-template.js";
import { templates, type TemplateKind } from "./templates.js";
import { writeTemplate } from "./write-template.js";

type Row = (string | number | null | { formula: string; result?: number })[];
const kinds = Object.keys(templates) as TemplateKind[];

/** The template as downloaded, its example left in, with rows below it. */
async function filled(
  kind: TemplateKind,
  rows: Row[],
  change: (sheet: ExcelJS.Worksheet) => void = () => {},
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await writeTemplate(templates[kind])).buffer);
  const sheet = workbook.getWorksheet(templates[kind].title) as ExcelJS.Worksheet;
  rows.forEach((row, i) => {
    sheet.getRow(3 + i).values = row;
  });
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function read(
  kind: TemplateKind,
  file: Buffer,
  name = "表.xlsx",
  chosen?: ChosenColumns,
): Promise<ImportRecords> {
  const workbook = await openWorkbook(file, name);
  try {
    return await readTemplate(workbook, workbook.sheets[0]?.name ?? "", kind, { columns: chosen });
  } finally {
    workbook.close();
  }
}
const issues = (records: ImportRecords) =>
  issuesByRow(records).flatMap((row) => row.issues.map(({ code, message }) => `${row.rowNo} ${code} ${message}`));

describe.each(kinds)("the template %s", (kind) => {
  test("is recognised, has a header for every field, drop-downs and notes, and its example is passed over", async () => {
    const bytes = await writeTemplate(templates[kind]);
    const workbook = await openWorkbook(bytes, "模板.xlsx");
    expect(detectProfile(await previewSheets(workbook))).toEqual({
      profile: "TEMPLATE",
      kind,
      sheet: templates[kind].title,
    });
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      [templates[kind].title, "visible"],
      ["说明", "visible"],
      ["选项", "veryHidden"],
    ]);
    workbook.close();
    expect(allRecords(await read(kind, bytes))).toEqual([]);
    const written = new ExcelJS.Workbook();
    await written.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = written.getWorksheet(templates[kind].title) as ExcelJS.Worksheet;
    templates[kind].fields.forEach((field, i) => {
      expect(sheet.getCell(1, i + 1).text).toBe(field.required ? `${field.label}*` : field.label);
      expect(sheet.getCell(1, i + 1).note).toBeDefined();
      expect(sheet.getCell(5, i + 1).dataValidation?.type).toBe(
        "choices" in field || field.type === "yesNo" ? "list" : undefined,
      );
    });
  });
});

describe("rooms", () => {
  const room = (code: string, ...rest: Row): Row => [
    "1栋",
    "1单元",
    code,
    `1栋${code}`,
    1,
    94.56,
    90,
    80,
    "三室",
    "南北",
    "住宅",
    "已入住",
    33,
    "是",
    ...rest,
  ];

  test("are read with their unit", async () => {
    const records = await read("ROOMS", await filled("ROOMS", [room("101"), room("０１０２")]));
    expect(records.rooms).toMatchObject([
      {
        key: "101",
        rowNo: 3,
        buildingArea: "94.56",
        chargeArea: "90",
        orientation: "SN",
        purpose: "RESIDENCE",
        state: "OCCUPIED",
        issues: [],
      },
      { key: "0102", rowNo: 4 },
    ]);
    expect(records.units).toMatchObject([{ key: "1栋/1单元", floors: 33, lift: true }]);
  });

  test("each fault is named with its field", async () => {
    const faulty: Row = ["1栋", "1单元", "101", null, 40, -1, null, null, null, "上", null, null, 33];
    expect(issues(await read("ROOMS", await filled("ROOMS", [room("101"), faulty])))).toEqual([
      "4 INVALID_VALUE 建筑面积：-1 不能小于 0",
      expect.stringContaining("4 INVALID_VALUE 朝向：“上”不在可选值内"),
      "4 DUPLICATE 房间代码 101 与第 3 行重复",
      "4 CHARGE_AREA_ASSUMED 没有填收费面积，按建筑面积导入",
      "4 FLOOR_ABOVE_TOP 房间 101：楼层 40 超过总层数 33",
      "4 MISSING_FIELD 缺少房间名称，导入后标记为资料不完整",
      "4 MISSING_FIELD 缺少收费面积，导入后标记为资料不完整",
      "4 MISSING_FIELD 缺少户型，导入后标记为资料不完整",
    ]);
  });

  test("a faulty first row may be left out; its unit stays for the rooms that remain", async () => {
    const records = await read("ROOMS", await filled("ROOMS", [room("101").with(5, "许多"), room("102")]));
    expect(reportOf(records).decisions[0]?.question).toBe("“房产”第 3 行有错误，不能导入。是否不导入这 1 行？");
    const report = reportOf(records, ["ROWS_FAULTY"]);
    expect(report.records.units.map(({ key }) => key)).toEqual(["1栋/1单元"]);
    expect(report.records.rooms.map(({ code }) => code)).toEqual(["102"]);
  });

  test("formulas are noted, merged cells refused", async () => {
    const withFormula = room("101").with(5, { formula: "90+4.56", result: 94.56 });
    const records = await read(
      "ROOMS",
      await filled("ROOMS", [withFormula, room("102"), room("103")], (sheet) => sheet.mergeCells("A4:A5")),
    );
    expect(records.rooms[0]?.buildingArea).toBe("94.56");
    expect(issues(records)[0]).toBe("3 FORMULA 单元格 F3 是公式，按保存时的结果导入");
    expect(
      blockingIssues(records)
        .map(({ rowNo, code }) => `${rowNo} ${code}`)
        .toSorted(),
    ).toEqual(["4 MERGED_CELLS", "5 MERGED_CELLS", "5 REQUIRED"]);
  });

  test("a free text table is mapped by its headers, or by the columns chosen", async () => {
    const csv = Buffer.from("小区房屋表\n楼号,单元号,房号,编外,建筑面积(㎡)\n1,1,101,201,94.56\n");
    const workbook = await openWorkbook(csv, "房.csv");
    expect(detectProfile(await previewSheets(workbook))).toEqual({ profile: "FREE", kind: "ROOMS", sheet: "房" });
    workbook.close();
    expect((await read("ROOMS", csv, "房.csv")).rooms).toMatchObject([{ code: "101", building: "1", unit: "1" }]);
    const chosen = { building: 1, unit: 2, code: 4, buildingArea: 5 };
    expect((await read("ROOMS", csv, "房.csv", chosen)).rooms).toMatchObject([{ code: "201" }]);
  });
});

describe("customers", () => {
  const owner: Row = [
    "101",
    "业主",
    "林一凡",
    "个人",
    "男",
    "居民身份证",
    "110199199001010010",
    "广东省",
    "何某",
    "13912340009",
    null,
    "13912340001",
    "50%",
    "2020-6-10",
  ];

  test("one person with two rooms is one customer with two relations", async () => {
    const records = await read("CUSTOMERS", await filled("CUSTOMERS", [owner, owner.with(0, "102")]));
    expect(records.customers).toMatchObject([{ name: "林一凡", idType: "ID_CARD", role: "OWNER", issues: [] }]);
    expect(records.relations.map(({ roomKey, share, from }) => [roomKey, share, from])).toEqual([
      ["101", "0.5", "2020-06-10"],
      ["102", "0.5", "2020-06-10"],
    ]);
  });

  test("a company is checked by its credit code and needs no sex", async () => {
    const company: Row = [
      "101",
      "业主",
      "某某公司",
      "公司",
      null,
      null,
      "91350100M000100Y43",
      null,
      "何某",
      "13912340009",
      "0755-26001234",
    ];
    const records = await read("CUSTOMERS", await filled("CUSTOMERS", [company]));
    expect(records.customers).toMatchObject([
      { kind: "COMPANY", idType: "CREDIT_CODE", homePhone: "0755-26001234", issues: [] },
    ]);
  });

  test("shares above the whole, a member without kinship, a wrong telephone", async () => {
    const other = owner.with(2, "何二").with(6, null).with(11, "13912340002").with(12, "60%");
    const child: Row = ["101", "家庭成员", "林小凡", "个人", "女", null, null, null, null, null, null, "1391234"];
    const found = issues(await read("CUSTOMERS", await filled("CUSTOMERS", [owner, other, child])));
    expect(found).toContain("4 SHARES_EXCEED 房间 101 的业主份额合计 110%，超过 100%");
    expect(found).toContain("5 MISSING_FIELD 林小凡：缺少与业主关系，导入后标记为资料不完整");
    expect(found).toContain("5 PHONE_INVALID 林小凡：手机 1391234 有误：手机号应为 11 位数字，现在是 7 位");
  });
});

test("bindings of one item on one room may follow one another but not overlap", async () => {
  const rows: Row[] = [
    ["101", "物业费", "高层", "2020-01-01", "2020-06-30"],
    ["101", "物业费", "高层", "2020-07-01", null, 1.5],
    ["101", "物业费", "高层", "2021-01-01"],
    ["101", "物业费", "高层", "2026-02-30"],
  ];
  const records = await read("BINDINGS", await filled("BINDINGS", rows));
  expect(records.bindings[1]).toMatchObject({
    roomKey: "101",
    feeKey: "物业费",
    from: "2020-07-01",
    to: null,
    price: "1.5",
    issues: [],
  });
  expect(blockingIssues(records).map(({ rowNo, message }) => [rowNo, message])).toEqual([
    [5, "房间 101 的收费项目“物业费”与第 4 行日期重叠"],
    [6, "起始日期：日期 2026-02-30 不存在"],
  ]);
});

describe("the wrong sheet", () => {
  test("names the columns that are missing", async () => {
    const file = await filled("BINDINGS", []);
    await expect(read("ROOMS", file)).rejects.toThrow(
      new WorkbookError(
        "HEADER_NOT_FOUND",
        "工作表“收费标准绑定”缺少必需的列：“楼栋”、“单元/楼层”、“建筑面积”；请检查是否选错了工作表或模板",
      ),
    );
  });

  test("headers without rows", async () => {
    await expect(read("BINDINGS", Buffer.from("房间代码,收费项目,起始日期\n"), "绑.csv")).rejects.toMatchObject({
      code: "NO_ROWS",
      message: "工作表“绑”只有表头，没有数据（0 行）",
    });
  });

  test("another table altogether is FREE without a kind", async () => {
    const workbook = await openWorkbook(Buffer.from("序号,物品名称,库存\n1,灯,3\n"), "物.csv");
    expect(detectProfile(await previewSheets(workbook))).toEqual({ profile: "FREE", kind: null, sheet: "物" });
  });
});

test("the five-sheet workbook is recognised, read and summed up", async () => {
  const workbook = await openWorkbook(await writeHcWorkbook(), "hc.xlsx");
  const detected = detectProfile(await previewSheets(workbook));
  expect(detected).toEqual({ profile: "MICROCOMMUNITY_HC", sheet: null });
  const records = await readProfile(workbook, { profile: "MICROCOMMUNITY_HC", sheet: null });
  workbook.close();
  expect(reportOf(records)).toMatchObject({ blocking: 8, accepted: [] });
  const report = reportOf(records, ["OWNER_UNKNOWN", "ID_SHARED"]);
  expect(report).toMatchObject({
    blocking: 0,
    accepted: ["OWNER_UNKNOWN", "ID_SHARED"],
    incomplete: { rooms: 8, customers: 5 },
  });
  expect(report.rows.filter(({ sheet }) => sheet === "房屋信息").map(({ rowNo }) => rowNo)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});
