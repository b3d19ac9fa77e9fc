import ExcelJS from "exceljs";
import type { ImportField } from "../workbook/guess-columns.js";

export type MeterColumn =
  | "no"
  | "kind"
  | "room"
  | "building"
  | "feeItem"
  | "position"
  | "route"
  | "digits"
  | "multiplier"
  | "reverse"
  | "installedOn"
  | "startReading"
  | "openingUse"
  | "parentNo"
  | "remark";

/** Columns of a workbook of meters (BIL-20). */
export const METER_COLUMNS: readonly (ImportField & { key: MeterColumn; label: string; note: string })[] = [
  {
    key: "no",
    label: "表号",
    aliases: ["表具编号", "表编号", "表码", "仪表编号"],
    required: true,
    note: "表上的号码，最多 40 字；同类在用的表不能重复",
  },
  {
    key: "kind",
    label: "表类",
    aliases: ["表具类型", "仪表类型", "表类型", "类型"],
    required: true,
    note: "水表、电表、燃气表、热量表、其他",
  },
  { key: "room", label: "房号", aliases: ["房间代码", "房间", "房屋", "房屋编号"], note: "户表的房间代码" },
  {
    key: "building",
    label: "楼栋",
    aliases: ["楼宇", "楼栋名称"],
    note: "公共表所在楼栋的名称或代码；房号和楼栋都不填的是整个管理区的公共表",
  },
  {
    key: "feeItem",
    label: "收费项目",
    aliases: ["项目名称", "费用项目", "收费项目名称", "收费项目代码"],
    note: "种类为“走表”的收费项目的名称或代码；不填只抄表、不收费",
  },
  { key: "position", label: "安装位置", aliases: ["位置"], note: "最多 100 字" },
  { key: "route", label: "抄表路线", aliases: ["路线"], note: "最多 40 字" },
  { key: "digits", label: "位数", aliases: ["整数位数", "表位数"], required: true, note: "小数点前的位数，1 至 10" },
  { key: "multiplier", label: "倍率", aliases: ["倍数", "变比"], note: "大于 0，最多 4 位小数；不填为 1" },
  { key: "reverse", label: "反转表", aliases: ["反转", "是否反转"], note: "是或否；不填为否" },
  {
    key: "installedOn",
    label: "安装日期",
    aliases: ["安装时间", "启用日期"],
    required: true,
    note: "如 2026-01-01，不晚于今天",
  },
  {
    key: "startReading",
    label: "起始读数",
    aliases: ["初始读数", "底数", "起度", "表底"],
    required: true,
    note: "安装或启用那天的读数，最多 3 位小数",
  },
  {
    key: "openingUse",
    label: "年内已用量",
    aliases: ["本年已用量"],
    note: "启用以前本年的用量，年累计的阶梯从这里接着算",
  },
  {
    key: "parentNo",
    label: "总表",
    aliases: ["总表号", "上级表", "上级表号"],
    note: "同类总表的表号，可以在同一个文件里",
  },
  { key: "remark", label: "备注", aliases: ["说明"], note: "最多 200 字" },
];

/** The empty workbook with a sheet of explanations. */
export async function meterTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet("表具", { views: [{ state: "frozen", ySplit: 1 }] });
  // text keeps leading zeros and dates as they are typed
  page.columns = METER_COLUMNS.map(({ key, label }) => ({ header: label, key, width: 14, style: { numFmt: "@" } }));
  page.getRow(1).font = { bold: true };
  const notes = workbook.addWorksheet("填写说明");
  notes.getColumn(1).width = 14;
  notes.getColumn(2).width = 80;
  notes.addRow(["每行一只表；有一行有误就都不登记。已登记的表不能用导入修改。"]);
  notes.addRow([]);
  for (const { label, note, required } of METER_COLUMNS)
    notes.addRow([label, `${required ? "必填" : "选填"}；${note}`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
