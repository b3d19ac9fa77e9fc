import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { rawXlsx, zipOf } from "../../../test/raw-xlsx.js";
import type { Cell, SheetRow } from "./cell.js";
import { openWorkbook } from "./read-workbook.js";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "./workbook-error.js";

async function rowsOf(file: Buffer | string, name = "表.xlsx", limits?: WorkbookLimits): Promise<SheetRow[]> {
  const workbook = await openWorkbook(file, name, limits);
  try {
    const rows: SheetRow[] = [];
    for await (const row of workbook.rows(workbook.sheets[0]?.name ?? "")) rows.push(row);
    return rows;
  } finally {
    workbook.close();
  }
}
const cellsOf = async (cells: string, options?: Parameters<typeof rawXlsx>[1]): Promise<Cell[]> =>
  (await rowsOf(rawXlsx(`<row r="1">${cells}</row>`, options)))[0]?.cells ?? [];
const textRow = '<row r="1"><c r="A1" t="inlineStr"><is><t>房号</t></is></c></row>';

describe("cells of a workbook", () => {
  test.each<[string, string, Parameters<typeof rawXlsx>[1], Partial<Cell>]>([
    [
      "a shared string that comes after the sheet",
      '<c r="A1" t="s"><v>1</v></c>',
      { strings: ["<t>甲</t>", "<t>乙</t>"] },
      { kind: "text", text: "乙" },
    ],
    [
      "rich text without its phonetic guide",
      '<c r="A1" t="s"><v>0</v></c>',
      { strings: ["<r><t>东</t></r><r><rPr/><t>门</t></r><rPh><t>dong</t></rPh>"] },
      { text: "东门" },
    ],
    ["an inline string", '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', {}, { kind: "text", text: "甲" }],
    [
      "a telephone number typed as a number",
      '<c r="A1"><v>1.8999999999E10</v></c>',
      {},
      { kind: "number", text: "18999999999" },
    ],
    [
      "a number with the dust of binary fractions",
      '<c r="A1"><v>94.560000000000002</v></c>',
      {},
      { kind: "number", text: "94.56" },
    ],
    [
      "an ID number typed as a number",
      '<c r="A1"><v>6.3212619910916198E17</v></c>',
      {},
      { kind: "number", imprecise: true },
    ],
    [
      "leading zeros by format",
      '<c r="A1" s="1"><v>7</v></c>',
      { formats: ["0000"] },
      { kind: "number", text: "0007" },
    ],
    [
      "a percentage",
      '<c r="A1" s="1"><v>0.5</v></c>',
      { formats: ["0.0%"] },
      { kind: "number", text: "0.5", percent: true },
    ],
    [
      "a date",
      '<c r="A1" s="1"><v>43992</v></c>',
      { formats: ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"] },
      { kind: "date", text: "2020-06-10" },
    ],
    [
      "a date of the 1904 system",
      '<c r="A1" s="1"><v>42530</v></c>',
      { formats: ["yyyy-mm-dd"], date1904: true },
      { kind: "date", text: "2020-06-10" },
    ],
    ["an ISO date", '<c r="A1" t="d"><v>2020-06-10T00:00:00</v></c>', {}, { kind: "date", text: "2020-06-10" }],
    ["a yes", '<c r="A1" t="b"><v>1</v></c>', {}, { kind: "boolean", text: "TRUE" }],
    ["an error", '<c r="A1" t="e"><f>B9</f><v>#REF!</v></c>', {}, { kind: "error", text: "#REF!", formula: true }],
    [
      "a formula, by the result it was saved with",
      '<c r="A1"><f>90+4.56</f><v>94.56</v></c>',
      {},
      { kind: "number", text: "94.56", formula: true },
    ],
    ["a formula saved without a result", '<c r="A1"><f>90+4.56</f></c>', {}, { formula: true, unevaluated: true }],
    ["an escaped line break", '<c r="A1" t="inlineStr"><is><t>甲_x000D_乙</t></is></c>', {}, { text: "甲\r乙" }],
    ["a cell without reference", "<c><v>1</v></c>", {}, { column: 1, text: "1" }],
  ])("%s", async (_what, cell, options, expected) => {
    expect(await cellsOf(cell, options)).toEqual([expect.objectContaining(expected)]);
  });

  test("a namespace prefix makes no difference", async () => {
    const rows = '<x:row r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row>';
    expect(await rowsOf(rawXlsx(rows))).toEqual([{ rowNo: 3, cells: [{ column: 2, kind: "number", text: "5" }] }]);
  });

  test("empty rows and blank cells are passed over, row numbers stay", async () => {
    const rows = `${textRow}<row r="2"/><row r="3"><c r="A3" s="1"/><c r="B3" t="inlineStr"><is><t>  </t></is></c></row><row r="9"><c r="A9"><v>1</v></c></row>`;
    expect((await rowsOf(rawXlsx(rows))).map(({ rowNo }) => rowNo)).toEqual([1, 9]);
  });
});

test("sheets are told with state, size, merged ranges, formulas and errors", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("物品");
  sheet.addRow(["物品导入"]);
  sheet.mergeCells("A1:C1");
  sheet.addRow(["名称", "单价", "库存"]);
  sheet.addRow(["灯", { formula: "1+1", result: 2 }, { error: "#REF!" }]);
  workbook.addWorksheet("选项", { state: "veryHidden" }).addRow(["是"]);
  const opened = await openWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), "物品.xlsx");
  expect(opened.sheets).toMatchObject([
    {
      name: "物品",
      state: "visible",
      columns: 3,
      rowCount: 3,
      lastRow: 3,
      merges: ["A1:C1"],
      formulaCount: 1,
      errorCount: 1,
    },
    { name: "选项", state: "veryHidden", rowCount: 1 },
  ]);
  expect(() => opened.rows("别的")).toThrow("里没有工作表“别的”；现有：“物品”、“选项”");
  opened.close();
});

describe("text tables", () => {
  const text = "房号,姓名,手机\r\n0101,张三,13912340001\r\n";
  test.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["GBK", iconv.encode(text, "gbk")],
    ["semicolons", Buffer.from(text.replaceAll(",", ";"))],
    [
      "tabs in UTF-16, as Excel writes Unicode text",
      iconv.encode(text.replaceAll(",", "\t"), "utf16le", { addBOM: true }),
    ],
  ])("%s", async (_what, file) => {
    expect(
      (await rowsOf(file, "房.csv")).map(({ rowNo, cells }) => [rowNo, ...cells.map((cell) => cell.text)]),
    ).toEqual([
      [1, "房号", "姓名", "手机"],
      [2, "0101", "张三", "13912340001"],
    ]);
  });

  test("quotes, line breaks within them, empty lines, and zeros kept by a formula", async () => {
    const rows = await rowsOf(Buffer.from('a,b\n"一,二","x\ny"\n\n"=""007""",\n'), "a.csv");
    expect(rows.map(({ rowNo, cells }) => [rowNo, ...cells.map((cell) => cell.text)])).toEqual([
      [1, "a", "b"],
      [2, "一,二", "x\ny"],
      [5, "007"],
    ]);
  });
});

describe("refused with one clear sentence", () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  const encrypted = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(100)]);
  const whole = rawXlsx(textRow);
  test.each<[string, Buffer, string, string]>([
    ["an empty file", Buffer.alloc(0), "EMPTY_FILE", "是空文件（0 字节）"],
    ["a renamed .zip", zipOf([{ name: "照片.txt", content: "x" }]), "NOT_A_WORKBOOK", "是压缩包，不是 Excel 工作簿"],
    [
      "a Word document",
      zipOf([
        { name: "[Content_Types].xml", content: "<Types/>" },
        {
          name: "_rels/.rels",
          content:
            '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
        { name: "word/document.xml", content: "<w/>" },
      ]),
      "NOT_A_WORKBOOK",
      "不是 Excel 工作簿",
    ],
    [
      "an .ods file",
      zipOf([
        { name: "mimetype", content: "x" },
        { name: "content.xml", content: "<x/>" },
      ]),
      "UNSUPPORTED_FORMAT",
      "另存为 .xlsx",
    ],
    ["an .xls of old", ole, "OLD_XLS", "是旧的 .xls 格式"],
    ["a workbook with a password", encrypted, "ENCRYPTED", "有密码保护"],
    ["a web page named .xls", Buffer.from("<html><table><tr><td>1</td></tr></table></html>"), "WEB_PAGE", "其实是网页"],
    ["a PDF", Buffer.from("%PDF-1.7 …"), "NOT_A_WORKBOOK", "请上传 .xlsx 或 .csv"],
    [
      "a picture",
      Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      "NOT_A_WORKBOOK",
      "既不是 Excel 工作簿，也不是文本表格",
    ],
    ["half a workbook", whole.subarray(0, whole.length / 2), "DAMAGED", "已损坏或不完整"],
    ["broken XML", rawXlsx("<row><c></row>"), "DAMAGED", "已损坏或不完整"],
    ["a workbook without rows", rawXlsx(""), "NO_ROWS", "没有任何数据（0 行）"],
    ["a text table of blanks", Buffer.from(" , \n,,\n"), "NO_ROWS", "没有任何数据（0 行）"],
    ["an unclosed quote", Buffer.from('a,b\n"1,2\n'), "BAD_CSV", "引号不成对"],
    [
      "a cell of 10,001 characters",
      rawXlsx(`<row r="4"><c r="B4" t="inlineStr"><is><t>${"长".repeat(10_001)}</t></is></c></row>`),
      "CELL_TOO_LONG",
      "单元格 B4 超过 10000 个字",
    ],
    ["201 columns", rawXlsx('<row r="1"><c r="GS1"><v>1</v></c></row>'), "TOO_MANY_COLUMNS", "超过 200 列"],
  ])("%s", async (_what, file, code, sentence) => {
    await expect(openWorkbook(file, "表.xlsx")).rejects.toMatchObject({
      name: "WorkbookError",
      code,
      message: expect.stringContaining(sentence),
    });
  });

  test("a file over 20 MB", async () => {
    await expect(openWorkbook(Buffer.alloc(WORKBOOK_LIMITS.fileBytes + 1, 65), "大.csv")).rejects.toMatchObject({
      code: "FILE_TOO_LARGE",
      message: "文件超过 20 MB，请拆分后分批导入",
    });
  });

  test("a zip bomb, by what it claims and by what comes out", async () => {
    const limits = { ...WORKBOOK_LIMITS, unzippedBytes: 2 * 1024 * 1024 };
    const bomb = rawXlsx(`<row r="1"><c r="A1"><v>1</v></c></row>${" ".repeat(4 * 1024 * 1024)}`);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(openWorkbook(bomb, "弹.xlsx", limits)).rejects.toMatchObject({ code: "UNZIPPED_TOO_LARGE" });
    const lying = Buffer.from(bomb);
    // The directory now claims 1 byte for the sheet.
    const name = lying.lastIndexOf("xl/worksheets/sheet1.xml");
    lying.writeUInt32LE(1, name - 46 + 24);
    await expect(openWorkbook(lying, "弹.xlsx", limits)).rejects.toMatchObject({ name: "WorkbookError" });
  });
});

describe("200,000 rows", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "linli-workbook-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each([
    [
      "xlsx",
      () =>
        rawXlsx(
          Array.from(
            { length: 200_000 },
            (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>房间${i}</t></is></c></row>`,
          ).join(""),
        ),
    ],
    ["csv", () => Buffer.from(Array.from({ length: 200_000 }, (_, i) => `房间${i},1\n`).join(""))],
  ])("are refused at row 100,001 of an .%s, in seconds and with flat memory", async (kind, make) => {
    const file = path.join(folder, `many.${kind}`);
    await writeFile(file, make());
    const before = process.memoryUsage().rss;
    const start = performance.now();
    await expect(openWorkbook(file, `多.${kind}`)).rejects.toMatchObject({
      code: "TOO_MANY_ROWS",
      message: expect.stringContaining("超过 100000 行"),
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  test("rows come as the file is unpacked, not after", async () => {
    const file = rawXlsx(
      Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join(""),
    );
    const workbook = await openWorkbook(file, "多.xlsx");
    const start = performance.now();
    let seen = 0;
    for await (const row of workbook.rows("表")) {
      expect(row.rowNo).toBe(++seen);
      if (seen === 10) break;
    }
    const first = performance.now() - start;
    let all = 0;
    for await (const _row of workbook.rows("表")) all++;
    expect(all).toBe(50_000);
    expect(first).toBeLessThan(performance.now() - start - first);
    workbook.close();
  });
});
