import ExcelJS from "exceljs";
import type { ImportField } from "../workbook/guess-columns.js";

export type ChargeColumn =
  | "room"
  | "object"
  | "feeItem"
  | "amount"
  | "quantity"
  | "unitPrice"
  | "serviceFrom"
  | "serviceTo"
  | "dueOn"
  | "remark";

/** Columns of a workbook of one-off charges (BIL-03, BIL-146). */
export const CHARGE_COLUMNS: readonly (ImportField & { key: ChargeColumn; label: string; note: string })[] = [
  {
    key: "room",
    label: "房号",
    aliases: ["房间代码", "房间", "房屋", "房屋编号"],
    required: true,
    note: "系统里的房间代码",
  },
  {
    key: "feeItem",
    label: "收费项目",
    aliases: ["项目名称", "费用项目", "收费项目名称", "收费项目代码", "项目代码"],
    required: true,
    note: "种类为“临时”的收费项目的名称或代码",
  },
  { key: "amount", label: "金额", aliases: ["应收金额", "收费金额"], note: "元；填了数量和单价的可以不填" },
  { key: "quantity", label: "数量", aliases: ["用量"], note: "最多 4 位小数；与单价一起填写" },
  { key: "unitPrice", label: "单价", aliases: ["价格"], note: "元，最多 6 位小数；与数量一起填写" },
  {
    key: "serviceFrom",
    label: "费用起",
    aliases: ["费用开始日期", "服务开始日期", "费用起日", "开始日期"],
    required: true,
    note: "如 2026-03-01；按这一天的收费对象收费",
  },
  {
    key: "serviceTo",
    label: "费用止",
    aliases: ["费用结束日期", "服务结束日期", "费用止日", "结束日期"],
    required: true,
    note: "不早于费用起；一次性的费用与费用起相同",
  },
  { key: "dueOn", label: "应缴日", aliases: ["应缴日期", "缴费期限"], required: true, note: "不早于费用起" },
  {
    key: "object",
    label: "计费对象",
    aliases: ["车位/车辆/合同"],
    note: "车位、车辆或合同：种类加号码，如“车位 B1-023”；为房间本身收的不填",
  },
  {
    key: "remark",
    label: "备注/来源单号",
    aliases: ["备注", "来源单号", "说明", "单据号", "摘要"],
    required: true,
    note: "收的是什么、依据哪张单据，最多 200 字",
  },
];

/** The empty workbook with a sheet of explanations. */
export async function chargeTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet("临时收费", { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = CHARGE_COLUMNS.map(({ key, label }) => ({
    header: label,
    key,
    width: key === "remark" ? 36 : 16,
    // text keeps leading zeros and dates as they are typed
    style: { numFmt: key === "amount" ? "0.00" : "@" },
  }));
  page.getRow(1).font = { bold: true };
  const notes = workbook.addWorksheet("填写说明");
  notes.getColumn(1).width = 16;
  notes.getColumn(2).width = 80;
  notes.addRow(["每行一笔临时收费，记入今天所在的月份；有一行有误就都不登记。"]);
  notes.addRow(["同一房间、项目、日期、金额、备注的两行算重复；确是两笔的，请在备注里写明各自的单号。"]);
  notes.addRow([]);
  for (const { label, note, required } of CHARGE_COLUMNS)
    notes.addRow([label, `${required ? "必填" : "选填"}；${note}`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
