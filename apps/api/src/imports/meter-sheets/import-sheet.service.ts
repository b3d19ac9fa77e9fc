import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type MeterKind,
  meterKindLabels,
  type SheetDto,
  type SheetImportDto,
  type SheetImportErrorDto,
  type SheetLineDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import type { NewReading } from "../../billing/meters/reading-rules.js";
import { RecordReadingsService } from "../../billing/meters/record-readings.service.js";
import { readingDay, SheetQueries } from "../../billing/meters/sheet.queries.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import type { Upload } from "../../files/uploaded-file.js";
import { projectToday } from "../../property/project-today.js";
import { asViolation } from "../import.errors.js";
import { openTable, type TableRow, tableRows } from "../workbook/read-table.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { choiceOf, dateOf, decimalOf, textOf, yesNoOf } from "../workbook/values.js";
import { SHEET_COLUMNS, type SheetColumn, sheetWorkbook } from "./sheet-workbook.js";

const FIELDS = SHEET_COLUMNS.map(({ key, label }) => ({
  key,
  label,
  aliases: [],
  required: key === "no" || key === "value",
}));

/** Reading sheets as workbooks: out to the round, and back with its readings (BIL-20). */
@Injectable()
export class ImportSheetService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sheets: SheetQueries,
    private readonly readings: RecordReadingsService,
    private readonly clock: Clock,
  ) {}

  async workbook(projectId: string, sheetId: string): Promise<{ name: string; content: Buffer }> {
    const sheet = await this.sheets.one(projectId, sheetId);
    const content = await sheetWorkbook(sheet, await this.sheets.allLines(projectId, sheetId));
    return { name: `抄表单-${sheet.period}-${sheet.name}.xlsx`, content };
  }

  /**
   * Takes the readings of a filled workbook down: rows that are right are saved, every other is answered with its row
   * and reason. A row that is empty or already read is passed over.
   * @throws what `openWorkbook` refuses, HEADER_NOT_FOUND
   */
  async import(actor: Actor, projectId: string, sheetId: string, upload: Upload): Promise<SheetImportDto> {
    const sheet = await this.sheets.one(projectId, sheetId);
    const rows = await readRows(upload).catch((error: unknown) => {
      throw asViolation(error);
    });
    const lines = await this.sheets.allLines(projectId, sheetId);
    return this.db.transaction(async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const plan = planOf(sheet, lines, rows, readingDay(sheet.period, today));
      const entries = plan.taken.map(({ meterId, reading }) => ({ meterId, reading }));
      const results = entries.length > 0 ? await this.readings.recordAll(tx, actor, projectId, entries) : [];
      const refused = results.flatMap((result, index): SheetImportErrorDto[] => {
        const { rowNo, meterNo } = plan.taken[index]!;
        return "fault" in result ? [{ rowNo, meterNo, message: result.fault.message }] : [];
      });
      const errors = [...plan.errors, ...refused].sort((a, b) => a.rowNo - b.rowNo);
      return { savedCount: results.length - refused.length, emptyCount: plan.emptyCount, errors };
    });
  }
}

async function readRows({ name, content }: Upload): Promise<TableRow<SheetColumn>[]> {
  const workbook = await openWorkbook(content, name);
  try {
    const table = await openTable<SheetColumn>(workbook, workbook.sheets[0]?.name ?? "", FIELDS);
    const rows: TableRow<SheetColumn>[] = [];
    for await (const row of tableRows(workbook, table)) rows.push(row);
    return rows;
  } finally {
    workbook.close();
  }
}

interface Plan {
  taken: { rowNo: number; meterNo: string; meterId: string; reading: NewReading }[];
  errors: SheetImportErrorDto[];
  emptyCount: number;
}

/** What of a workbook is to be recorded: every row by the number of its meter, which must be on the sheet. */
function planOf(
  sheet: SheetDto,
  lines: readonly SheetLineDto[],
  rows: readonly TableRow<SheetColumn>[],
  day: string,
): Plan {
  const plan: Plan = { taken: [], errors: [], emptyCount: 0 };
  const byNo = Map.groupBy(lines, ({ no }) => no);
  const seen = new Set<string>();
  for (const { rowNo, cells } of rows) {
    const no = textOf(cells.no);
    const value = decimalOf(cells.value, { places: 3 });
    if (value.value === null && value.fault === null) {
      plan.emptyCount += 1;
      continue;
    }
    const meterNo = no.value ?? "";
    const refuse = (message: string) => plan.errors.push({ rowNo, meterNo, message });
    const kind = choiceOf<MeterKind>(cells.kind, meterKindLabels);
    const [readOn, estimated, rolledOver] = [dateOf(cells.readOn), yesNoOf(cells.estimated), yesNoOf(cells.rolledOver)];
    const reason = textOf(cells.reason, { max: 200 });
    const fault = [no, kind, value, readOn, estimated, rolledOver, reason].find((one) => one.fault !== null)?.fault;
    const found = (byNo.get(meterNo) ?? []).filter((line) => kind.value === null || line.kind === kind.value);
    const line = found[0];
    if (fault) refuse(fault);
    else if (!line) refuse(`表号“${meterNo}”不在这张抄表单上`);
    else if (found.length > 1) refuse(`有 ${found.length} 只表的表号都是“${meterNo}”，请填写表类`);
    else if (seen.has(line.meterId)) refuse(`表号“${meterNo}”在文件里出现了两次`);
    else if (line.status !== "MISSING" && Number(line.value) === Number(value.value)) plan.emptyCount += 1;
    else {
      const on = readOn.value ?? day;
      const facts = {
        estimated: estimated.value ?? false,
        rolledOver: rolledOver.value ?? false,
        reason: reason.value,
      };
      const reading = {
        readOn: on,
        value: value.value!,
        period: sheet.period,
        kind: "REGULAR" as const,
        serviceTo: on,
        ...facts,
      };
      plan.taken.push({ rowNo, meterNo, meterId: line.meterId, reading });
    }
    if (line) seen.add(line.meterId);
  }
  return plan;
}
