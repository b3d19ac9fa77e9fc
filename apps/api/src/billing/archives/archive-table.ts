import type { ArchiveKind } from "@linli/contracts";

/** A column as it is declared. */
export interface ArchiveColumn {
  title: string;
  sql: string;
  /** An amount in fen, written in yuan. */
  fen?: true;
  /** What its codes are called. */
  labels?: Readonly<Record<string, string>>;
}

/** A table of an archive: the rows of a month, called `t`, with what their ids stand for. */
export interface ArchiveTable {
  name: string;
  kind: ArchiveKind;
  meaning: string;
  columns: readonly ArchiveColumn[];
  from: string;
  /** The month of a row; its rows before the first month are the opening (期初). */
  month: string;
  order: string;
  /** Title of the amount whose sum stands in the index. */
  sum?: string;
  /** Further conditions, beginning with AND. */
  where?: string;
}

export const words = (title: string, sql: string, labels?: Readonly<Record<string, string>>): ArchiveColumn => ({
  title,
  sql,
  ...(labels && { labels }),
});
export const yuan = (title: string, sql: string): ArchiveColumn => ({ title, sql, fen: true });

/** When the row was written, where the project lies ($3 its time zone). Stands last in every table. */
const WRITTEN = words("登记时间", "to_char(t.created_at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS')");

/** All columns of a table. */
export const columnsOf = ({ columns }: ArchiveTable): readonly ArchiveColumn[] => [...columns, WRITTEN];

/**
 * The rows of a month, or before it, as texts by `c0`, `c1` …; $1 project, $2 month, $3 time zone. Amounts are fen.
 */
export function statementOf(table: ArchiveTable, span: "MONTH" | "BEFORE"): string {
  const { from, month, order, where = "" } = table;
  const columns = columnsOf(table).map(({ sql }, index) => `(${sql})::text AS c${index}`);
  return `SELECT ${columns.join(", ")} FROM ${from}
    WHERE t.project_id = $1 AND ${month} ${span === "MONTH" ? "=" : "<"} $2 ${where} ORDER BY ${order}`;
}

const JOINED = {
  room: "LEFT JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id",
  payer: "LEFT JOIN customer k ON k.project_id = t.project_id AND k.id = t.payer_id",
  item: "LEFT JOIN fee_item i ON i.project_id = t.project_id AND i.id = t.fee_item_id",
  receipt: "LEFT JOIN receipt p ON p.project_id = t.project_id AND p.id = t.receipt_id",
  charge: `JOIN charge c ON c.project_id = t.project_id AND c.id = t.charge_id
    LEFT JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    LEFT JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
    LEFT JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id`,
} as const;

/** `table t` with what its columns name. */
export const joined = (table: string, ...names: (keyof typeof JOINED)[]): string =>
  [`${table} t`, ...names.map((name) => JOINED[name])].join(" ");
