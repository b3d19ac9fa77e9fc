import { importEntityLabels, importOutcomeLabels, type ImportRowDto, importSeverityLabels } from "@linli/contracts";
import type { Readable } from "node:stream";
import { type RowColumn, rowsWorkbook } from "../common/rows-workbook.js";

const COLUMNS: readonly RowColumn<ImportRowDto>[] = [
  ["工作表", 14, ({ sheet }) => sheet],
  ["行号", 8, ({ rowNo }) => rowNo],
  ["种类", 12, ({ entity }) => importEntityLabels[entity]],
  ["内容", 24, ({ key }) => key],
  ["结果", 10, ({ outcome }) => importOutcomeLabels[outcome]],
  [
    "变化（原 → 新）",
    40,
    ({ changes }) =>
      changes.map(({ label, before, after }) => `${label}：${before ?? "（空）"} → ${after ?? "（空）"}`).join("\n"),
  ],
  [
    "说明",
    100,
    ({ issues }) => issues.map(({ severity, message }) => `【${importSeverityLabels[severity]}】${message}`).join("\n"),
  ],
];

/** The report as a workbook: row, outcome, what changes, and every sentence. */
export const reportWorkbook = (rows: AsyncIterable<readonly ImportRowDto[]>): Readable =>
  rowsWorkbook("导入报告", COLUMNS, rows);
