import type { Cell } from "../workbook/cell.js";
import type { ImportField } from "../workbook/guess-columns.js";
import type { TableRow } from "../workbook/read-table.js";
import {
  choiceOf,
  codeOf,
  dateOf,
  decimalOf,
  fenOf,
  integerOf,
  textOf,
  yesNoOf,
  type Parsed,
} from "../workbook/values.js";
import type { Issue, Severity, Sourced } from "./records.js";

/** A field as it is read: a choice may have other words for its values. */
type ReadField<Key extends string> = ImportField & { key: Key; choiceAliases?: Record<string, string> };

/** Reads the fields of one row and gathers what is wrong with them, each named by its Chinese label. */
export class RowReader<Key extends string> {
  readonly issues: Issue[] = [];

  constructor(
    private readonly row: TableRow<Key>,
    private readonly fields: readonly ReadField<Key>[],
    /** Names of record properties that differ from the key of the column. */
    private readonly properties: Partial<Record<Key, string>> = {},
  ) {
    for (const range of row.merged)
      this.issue("REFUSE", null, "MERGED_CELLS", `含合并单元格 ${range}，只有左上角有值；请取消合并并逐行填写`);
    if (row.formulas.length > 0)
      this.issue("NOTE", null, "FORMULA", `单元格 ${row.formulas.join("、")} 是公式，按保存时的结果导入`);
  }

  /** Sheet, row and the issues so far, shared by the records made of this row. */
  source(): Sourced {
    return { sheet: this.row.sheet, rowNo: this.row.rowNo, issues: this.issues };
  }

  /** Sheet and row with issues of its own, for further records of the row. */
  further(): Sourced {
    return { sheet: this.row.sheet, rowNo: this.row.rowNo, issues: [] };
  }

  issue(severity: Severity, key: Key | null, code: string, message: string): void {
    this.issues.push({ severity, field: key === null ? null : (this.properties[key] ?? key), code, message });
  }

  cell(key: Key): Cell | undefined {
    return this.row.cells[key];
  }

  has(key: Key): boolean {
    return this.cell(key) !== undefined;
  }

  text(key: Key, max = 200): string | null {
    return this.take(key, textOf(this.cell(key), { max }));
  }

  /** A text that may have several lines. */
  lines(key: Key, max: number): string | null {
    return this.take(key, textOf(this.cell(key), { max, multiline: true }));
  }

  code(key: Key): string | null {
    return this.take(key, codeOf(this.cell(key)));
  }

  date(key: Key): string | null {
    return this.take(key, dateOf(this.cell(key)));
  }

  yesNo(key: Key): boolean | null {
    return this.take(key, yesNoOf(this.cell(key)));
  }

  integer(key: Key, options?: Parameters<typeof integerOf>[1]): number | null {
    return this.take(key, integerOf(this.cell(key), options));
  }

  decimal(key: Key, options?: Parameters<typeof decimalOf>[1]): string | null {
    return this.take(key, decimalOf(this.cell(key), options));
  }

  fen(key: Key): number | null {
    return this.take(key, fenOf(this.cell(key)));
  }

  /** A choice by its label or another word for it: those given, else those of the field. */
  choice<T extends string>(key: Key, labels: Record<T, string>, aliases?: Record<string, T>): T | null {
    const words = aliases ?? (this.fieldOf(key)?.choiceAliases as Record<string, T> | undefined);
    return this.take(key, choiceOf(this.cell(key), labels, words));
  }

  /** The value, noting a fault as REFUSE. */
  take<T>(key: Key, parsed: Parsed<T>): T | null {
    if (parsed.fault !== null) this.issue("REFUSE", key, "INVALID_VALUE", `${this.labelOf(key)}：${parsed.fault}`);
    return parsed.value;
  }

  /** The value, refusing the row when there is none. */
  need<T>(key: Key, value: T | null): T | null {
    if (value === null && !this.issues.some(({ field }) => field === (this.properties[key] ?? key))) {
      this.issue("REFUSE", key, "REQUIRED", `缺少${this.labelOf(key)}`);
    }
    return value;
  }

  private labelOf(key: Key): string {
    return this.fieldOf(key)?.label ?? key;
  }

  private fieldOf(key: Key): ReadField<Key> | undefined {
    return this.fields.find((field) => field.key === key);
  }
}
