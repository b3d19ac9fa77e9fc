import { existsSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { openWorkbook } from "../../workbook/read-workbook.js";
import { applyDecisions, blockingIssues, decisionsFor } from "../decisions.js";
import { detectProfile, previewSheets } from "../detect-profile.js";
import { allRecords, type ImportRecords } from "../records.js";
import { IMPORT_ROOM_FIELDS, IMPORT_ROOM_SHEET } from "./fields.js";
import { readImportRoom } from "./import-room.js";

const published = path.resolve(
  import.meta.dirname,
  "../../../../../../../shared/data/microcommunity-workbooks/importRoom.xlsx",
);
const owner = ["林一凡", "男", 13912340001, "110199199001010010", 1001];
const room = (code: number) => [1, 1, code, 1, 33, "有", 110, 10102, 94.56, 94.56, 0, 2001];

async function read(...rows: (string | number | null)[][]): Promise<ImportRecords> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(IMPORT_ROOM_SHEET);
  sheet.addRow(IMPORT_ROOM_FIELDS.map(({ label }) => label));
  for (const row of rows) sheet.addRow(row);
  sheet.getCell("S6").value = "说明";
  sheet.getCell("T14").value = "请填写正确";
  return readFile(Buffer.from(await workbook.xlsx.writeBuffer()));
}
async function readFile(file: string | Buffer): Promise<ImportRecords> {
  const opened = await openWorkbook(file, "importRoom.xlsx");
  try {
    expect(detectProfile(await previewSheets(opened))).toEqual({
      profile: "MICROCOMMUNITY_IMPORT_ROOM",
      sheet: IMPORT_ROOM_SHEET,
    });
    return await readImportRoom(opened);
  } finally {
    opened.close();
  }
}
const codes = (records: ImportRecords, severity: string) =>
  allRecords(records).flatMap(({ rowNo, issues }) =>
    issues.filter((issue) => issue.severity === severity).map(({ code }) => `${rowNo} ${code}`),
  );

if (!existsSync(published)) console.info("importRoom.xlsx is not here: its test is skipped");
(existsSync(published) ? test : test.skip)(
  "the published importRoom.xlsx: one room, one owner, whose ID number has a wrong check digit",
  async () => {
    const records = await readFile(published);
    expect(records.rooms).toMatchObject([
      { key: "1/1/1001", buildingArea: "94.56", state: "OCCUPIED", purpose: "RESIDENCE", layout: "10102" },
    ]);
    expect(records.customers).toMatchObject([{ name: "吴学文", mobile: "18909711443", sex: "MALE" }]);
    expect(blockingIssues(records).map(({ message }) => message)).toEqual([
      "吴学文：身份证号 632126199109162056 的校验位不对：最后一位应为 4，现在是 6",
    ]);
    expect(decisionsFor(records)[0]?.question).toBe(
      "“资产信息”第 2 行的证件号码有误。是否不导入这 1 个证件号码？客户照常导入，标记为资料不完整。",
    );
    expect(blockingIssues(applyDecisions(records, ["ID_INVALID"]))).toEqual([]);
  },
);

test("a room with its owner and a tenant stands in two rows and is one room", async () => {
  const records = await read([...room(1001), ...owner], [...room(1001), "何某", "女", 13912340002, null, 1003]);
  expect(records.rooms).toHaveLength(1);
  expect(records.units).toHaveLength(1);
  expect(records.relations.map(({ role, rowNo }) => [rowNo, role])).toEqual([
    [2, "OWNER"],
    [3, "TENANT"],
  ]);
  expect(blockingIssues(records)).toEqual([]);
});

test("an owner of two rooms is one customer", async () => {
  const records = await read([...room(1001), ...owner], [...room(1002), ...owner]);
  expect(records.customers).toHaveLength(1);
  expect(records.relations.map(({ roomKey }) => roomKey)).toEqual(["1/1/1001", "1/1/1002"]);
});

test("a member before any owner, an unsold room with an owner, an occupied one without", async () => {
  const unsold = room(1002).with(11, 2002);
  const records = await read([...room(1001), "何某", "女", 13912340002, null, 1003], [...unsold, ...owner], room(1003));
  expect(codes(records, "REFUSE")).toEqual(["2 OWNER_FIRST"]);
  expect(codes(records, "LINK")).toEqual(["3 UNSOLD_WITH_OWNER"]);
  expect(codes(records, "INCOMPLETE")).toContain("4 OWNER_EXPECTED");
  expect(blockingIssues(applyDecisions(records, ["UNSOLD_WITH_OWNER", "ROWS_FAULTY"]))).toEqual([]);
});

test("rows of one room that disagree are refused", async () => {
  const records = await read(
    [...room(1001), ...owner],
    [...room(1001).with(8, 100), "何某", "女", 13912340002, null, 1003],
  );
  expect(codes(records, "REFUSE")).toEqual(["3 ROOM_DIFFERS"]);
});
