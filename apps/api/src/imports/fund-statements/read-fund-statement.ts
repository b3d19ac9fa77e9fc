import { createHash } from "node:crypto";
import { type FundEntryKind, fundEntryKindLabels } from "@linli/contracts";
import type { StatementFile } from "../../billing/maintenance-fund/fund-statements.service.js";
import type { Upload } from "../../files/uploaded-file.js";
import { RowReader } from "../profiles/row-reader.js";
import { openTable, tableRows } from "../workbook/read-table.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { fenOf } from "../workbook/values.js";
import { FUND_COLUMNS, type FundColumn } from "./fund-statement-workbook.js";

const KINDS = Object.keys(fundEntryKindLabels) as FundEntryKind[];
const TOTAL = /^(合计|总计|小计)$/u;

/** Reads the first sheet of a statement workbook. @throws what `openWorkbook` refuses, HEADER_NOT_FOUND */
export async function readFundStatement({ name, content }: Upload): Promise<StatementFile> {
  const file: StatementFile = { sha256: createHash("sha256").update(content).digest("hex"), rows: [], faults: [] };
  const workbook = await openWorkbook(content, name);
  try {
    const table = await openTable<FundColumn>(workbook, workbook.sheets[0]?.name ?? "", FUND_COLUMNS);
    for await (const row of tableRows(workbook, table)) {
      const { rowNo, cells } = row;
      if (TOTAL.test((cells.room?.text ?? "").trim())) continue;
      const reader = new RowReader<FundColumn>(row, FUND_COLUMNS);
      const roomCode = reader.need("room", reader.code("room")) ?? "";
      const sums = Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          reader.take(kind, fenOf(cells[kind], kind === "MOVED" ? { min: "-10000000000" } : {})),
        ]),
      ) as Record<FundEntryKind, number | null>;
      const balanceFen = reader.fen("balance");
      const refused = reader.issues.filter(({ severity }) => severity === "REFUSE");
      if (refused.length > 0)
        file.faults.push({ rowNo, roomCode, message: refused.map(({ message }) => message).join("；") });
      else file.rows.push({ rowNo, roomCode, sums, balanceFen });
    }
    return file;
  } finally {
    workbook.close();
  }
}
