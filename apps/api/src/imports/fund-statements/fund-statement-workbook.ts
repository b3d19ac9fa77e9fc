import ExcelJS from "exceljs";
import { type FundEntryKind, fundEntryKindLabels } from "@linli/contracts";
import type { FundStatementRow } from "../../billing/maintenance-fund/maintenance-fund.queries.js";
import type { ImportField } from "../workbook/guess-columns.js";

export type FundColumn = "room" | FundEntryKind | "balance";

/** Columns of a statement of the maintenance fund (BIL-130), the same going out and coming in. */
export const FUND_COLUMNS: readonly (ImportField & { key: FundColumn; label: string; note: string })[] = [
  {
    key: "room",
    label: "房号",
    aliases: ["房间代码", "房屋", "房间", "房屋编号"],
    required: true,
    note: "系统里的房间代码",
  },
  {
    key: "FIRST_DEPOSIT",
    label: fundEntryKindLabels.FIRST_DEPOSIT,
    aliases: ["首期交存金额", "首次交存", "交存金额"],
    note: "累计，元；新开户必填",
  },
  { key: "TOP_UP", label: fundEntryKindLabels.TOP_UP, aliases: ["续交金额", "补交", "续存"], note: "累计，元" },
  { key: "INTEREST", label: fundEntryKindLabels.INTEREST, aliases: ["利息", "增值收益"], note: "累计，元" },
  { key: "MOVED", label: fundEntryKindLabels.MOVED, aliases: ["转移", "退还"], note: "累计，元；转出或退还填负数" },
  { key: "USE", label: "已使用", aliases: ["使用金额", "累计使用", "使用分摊", "支取"], note: "累计，元，填正数" },
  { key: "balance", label: "余额", aliases: ["账户余额", "结余"], note: "填写时与各项合计核对" },
];

/** The accounts as an .xlsx file, to be kept, or filled in and uploaded as the next statement. */
export async function fundWorkbook(rows: readonly FundStatementRow[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet("分户账", { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = FUND_COLUMNS.map(({ key, label }) => ({
    header: label,
    key,
    width: 16,
    style: { numFmt: key === "room" ? "@" : "0.00" },
  }));
  page.getRow(1).font = { bold: true };
  for (const { room, ...sums } of rows) {
    const amounts = Object.entries(sums).map(([key, fen]) => [key, fen === null ? null : fen / 100]);
    page.addRow({ room, ...Object.fromEntries(amounts) });
  }
  page.autoFilter = { from: "A1", to: { row: 1, column: FUND_COLUMNS.length } };
  const notes = workbook.addWorksheet("填写说明");
  notes.getColumn(1).width = 16;
  notes.getColumn(2).width = 70;
  notes.addRow(["各项填写截至对账日期的累计金额（元）；系统按与现有分户账的差额登记。留空表示不变。"]);
  notes.addRow([]);
  for (const { label, note, required } of FUND_COLUMNS) notes.addRow([label, `${required ? "必填；" : ""}${note}`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
