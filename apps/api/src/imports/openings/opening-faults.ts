import type { OpeningRowDto } from "@linli/contracts";
import type { Readable } from "node:stream";
import { formatFen } from "../../common/money.js";
import { type RowColumn, rowsWorkbook } from "../../common/rows-workbook.js";

const yuan = (fen: number | null) => (fen === null ? null : formatFen(fen));

const COLUMNS: readonly RowColumn<OpeningRowDto>[] = [
  ["工作表", 12, ({ sheet }) => sheet],
  ["行号", 8, ({ rowNo }) => rowNo],
  ["房号", 14, ({ roomCode }) => roomCode],
  ["收费项目", 18, ({ feeItemName }) => feeItemName],
  ["原因", 60, ({ fault }) => fault],
  ["计费对象", 16, ({ objectLabel }) => objectLabel],
  ["客户", 14, ({ customerName }) => customerName],
  ["费用起", 12, ({ fromOn }) => fromOn],
  ["费用止 / 已缴至", 16, ({ toOn }) => toOn],
  ["应缴日", 12, ({ dueOn }) => dueOn],
  ["收取日期 / 缴费时间", 20, ({ paidOn }) => paidOn],
  ["金额（元）", 14, ({ amountFen }) => yuan(amountFen)],
  ["实缴（元）", 14, ({ paidFen }) => yuan(paidFen)],
  ["原收据号", 16, ({ documentNo }) => documentNo],
  ["备注", 30, ({ remark }) => remark],
];

/** The faulty rows of an opening import as a workbook: where each stands, what of it was understood, and what is wrong. */
export const faultsWorkbook = (rows: AsyncIterable<readonly OpeningRowDto[]>): Readable =>
  rowsWorkbook("有误的行", COLUMNS, rows);
