import { roomsTemplate } from "../profiles/templates/rooms-template.js";
import type { SheetRow } from "./cell.js";
import { findHeaderRow, guessColumns, type ImportField } from "./guess-columns.js";

const headers = (...texts: string[]) => texts.map((text, i) => ({ column: i + 1, text }));
const row = (rowNo: number, ...texts: (string | null)[]): SheetRow => ({
  rowNo,
  cells: texts.flatMap((text, i) => (text === null ? [] : [{ column: i + 1, kind: "text" as const, text }])),
});

test.each(["房间代码", "房间代号", "房屋编号", "房号", " 房间代码* ", "房间代码（必填）", "房间编码"])(
  "%s is the room code",
  (header) => {
    const { columns } = guessColumns(headers("备注", header), roomsTemplate.fields);
    expect(columns.code?.column).toBe(2);
    expect(columns.code?.confidence).toBeGreaterThanOrEqual(0.85);
  },
);

test("验证 is read as 验收, with less confidence than the very label", () => {
  const fields: ImportField[] = [{ key: "accepted", label: "验收时间" }];
  const confidence = (header: string) => guessColumns(headers(header), fields).columns["accepted"]?.confidence;
  expect(confidence("验收时间")).toBe(1);
  expect(confidence("验证时间")).toBe(0.85);
  expect(confidence("颜色")).toBeUndefined();
});

test("each column serves one field; what is missing and what is left over is told", () => {
  const { columns, unmapped, missing } = guessColumns(
    headers("楼栋", "房号", "建筑面积(㎡)", "室内面积", "管家"),
    roomsTemplate.fields,
  );
  expect(Object.entries(columns).map(([key, guess]) => [key, guess?.column])).toEqual([
    ["building", 1],
    ["code", 2],
    ["buildingArea", 3],
    ["innerArea", 4],
  ]);
  expect(unmapped.map(({ text }) => text)).toEqual(["管家"]);
  expect(missing).toEqual([{ key: "unit", label: "单元/楼层" }]);
});

test("a title above, merged over the table, is passed over", () => {
  const rows = [row(1, "物品导入"), row(2, "序号", "房号", "楼栋", "单元"), row(3, "1", "101", "1栋", "1单元")];
  expect(findHeaderRow(rows, roomsTemplate.fields, ["A1:L1"])).toEqual({
    rowNo: 2,
    headers: headers("序号", "房号", "楼栋", "单元"),
  });
});

test("a header merged over two rows is read from its upper cell", () => {
  const rows = [row(1, "房号", "面积"), row(2, null, "建筑面积", "套内面积", "楼栋"), row(3, "101", "90", "80", "1")];
  expect(findHeaderRow(rows, roomsTemplate.fields, ["A1:A2", "B1:C1"])).toEqual({
    rowNo: 2,
    headers: headers("房号", "建筑面积", "套内面积", "楼栋"),
  });
});

test("without known headers the row with the most texts is taken; a list of numbers has none", () => {
  expect(findHeaderRow([row(1, "标题"), row(2, "甲", "乙", "丙")], roomsTemplate.fields)?.rowNo).toBe(2);
  const numbers: SheetRow = {
    rowNo: 1,
    cells: [
      { column: 1, kind: "number", text: "1" },
      { column: 2, kind: "number", text: "2" },
    ],
  };
  expect(findHeaderRow([numbers], roomsTemplate.fields)).toBeNull();
});
