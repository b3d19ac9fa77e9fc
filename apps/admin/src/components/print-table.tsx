import type { ReactNode } from "react";
import { formatFen } from "../lib/money";

export interface PrintColumn<Row> {
  title: string;
  /** Figures are right-aligned and stay on one line. */
  figure?: boolean;
  /** Dates and numbers that must not be divided. */
  whole?: boolean;
  strong?: boolean;
  value: (row: Row) => string;
}

/** A column of amounts in fen. */
export function amountColumn<Row>(title: string, fenOf: (row: Row) => number, strong = false): PrintColumn<Row> {
  return { title, figure: true, strong, value: (row) => formatFen(fenOf(row)) };
}

/** The same column, or none when it would hold nothing but zeros. */
export function whenAny<Row>(rows: readonly Row[], title: string, fenOf: (row: Row) => number): PrintColumn<Row>[] {
  return rows.some((row) => fenOf(row) !== 0) ? [amountColumn(title, fenOf)] : [];
}

interface PrintTableProps<Row> {
  label: string;
  columns: readonly PrintColumn<Row>[];
  rows: readonly Row[];
  /** Sentences in small type under a row. */
  notesOf?: (row: Row) => readonly string[];
  /** Fewer rows are filled up to this many, as on a printed form. */
  formRows?: number;
  foot?: ReactNode;
}

/** A table of a print; its head is repeated on every page it runs over. */
export function PrintTable<Row>({
  label,
  columns,
  rows,
  notesOf = () => [],
  formRows = 0,
  foot,
}: PrintTableProps<Row>) {
  const empty = Array.from({ length: Math.max(0, formRows - rows.length) }, (_, index) => index);
  return (
    <table className="print-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, figure }) => (
            <th key={title} scope="col" className={figure ? "print-figure" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, index) => (
        <PrintRow key={index} row={row} columns={columns} notes={notesOf(row)} />
      ))}
      {empty.length > 0 && (
        <tbody>
          {empty.map((index) => (
            <tr key={index}>
              <td colSpan={columns.length}>&nbsp;</td>
            </tr>
          ))}
        </tbody>
      )}
      {foot}
    </table>
  );
}

/** One row with its notes; a body of its own, so that they are never parted by a page break. */
function PrintRow<Row>({
  row,
  columns,
  notes,
}: {
  row: Row;
  columns: readonly PrintColumn<Row>[];
  notes: readonly string[];
}) {
  return (
    <tbody>
      <tr className={notes.length > 0 ? "print-noted" : undefined}>
        {columns.map(({ title, figure, whole, strong, value }) => (
          <td
            key={title}
            className={[figure && "print-figure", whole && "print-whole", strong && "print-strong"]
              .filter(Boolean)
              .join(" ")}
          >
            {value(row)}
          </td>
        ))}
      </tr>
      {notes.length > 0 && (
        <tr>
          <td colSpan={columns.length} className="print-notes">
            {notes.map((note) => (
              <div key={note}>{note}</div>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}
