import { auditEntityLabels, type AuditRowDto } from "@linli/contracts";
import { csvLine } from "../common/csv.js";

const HEADINGS = [
  "时间",
  "管理区",
  "操作人",
  "来源地址",
  "操作",
  "对象",
  "对象编号",
  "摘要",
  "结果",
  "变更前",
  "变更后",
  "请求号",
];

/** Audit rows as CSV that spreadsheets open in Chinese: byte order mark, headings, one line a row. */
export async function* auditCsv(stretches: AsyncIterable<AuditRowDto[]>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(HEADINGS)}`;
  for await (const rows of stretches) yield rows.map((row) => csvLine(cellsOf(row))).join("");
}

const time = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });

const cellsOf = (row: AuditRowDto): string[] => [
  time.format(new Date(row.at)),
  row.projectName ?? (row.projectId === null ? "公司" : row.projectId),
  row.userName,
  row.ip,
  row.action,
  auditEntityLabels[row.entity] ?? row.entity,
  row.entityId,
  row.summary,
  row.success ? "成功" : "失败",
  row.before ? JSON.stringify(row.before) : "",
  row.after ? JSON.stringify(row.after) : "",
  row.requestId,
];
