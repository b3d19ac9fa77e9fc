import type { CursorPageDto, CursorQueryDto } from "@linli/contracts";
import ExcelJS from "exceljs";
import { PassThrough, type Readable } from "node:stream";

/** A column of a workbook of rows: its header, how wide it is, what it shows. */
export type RowColumn<Row> = readonly [header: string, width: number, cell: (row: Row) => string | number | null];

/** Every row of a list that is read by cursor, page by page. */
export async function* pagesOfList<Row>(
  read: (page: CursorQueryDto) => Promise<CursorPageDto<Row>>,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ pageSize: 1000, ...(cursor && { cursor }) });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** Rows as a workbook of one sheet, written while they are read. */
export function rowsWorkbook<Row>(
  name: string,
  columns: readonly RowColumn<Row>[],
  rows: AsyncIterable<readonly Row[]>,
): Readable {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(([header, width]) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: "A1", to: { row: 1, column: columns.length } };
  const write = async () => {
    for await (const page of rows)
      for (const row of page) sheet.addRow(columns.map(([, , cell]) => cell(row))).commit();
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}
