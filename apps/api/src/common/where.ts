/**
 * Collects the conditions of a list query with their parameters, in order: `where.add("r.code = ?", code)`.
 * Each `?` becomes the next `$n`; a condition whose value is undefined or null is left out.
 */
export class Where {
  readonly params: unknown[] = [];
  private readonly conditions: string[] = [];

  add(condition: string, ...values: unknown[]): this {
    if (values.some((value) => value === undefined || value === null)) return this;
    let next = 0;
    this.conditions.push(
      condition.replaceAll("?", () => {
        this.params.push(values[next]);
        next += 1;
        return `$${this.params.length}`;
      }),
    );
    return this;
  }

  /** One more parameter outside the conditions (limit, offset); returns its `$n`. */
  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  /** `WHERE a AND b`, or nothing. */
  toString(): string {
    return this.conditions.length > 0 ? `WHERE ${this.conditions.join(" AND ")}` : "";
  }
}

/** A pattern for `ILIKE` that finds the text anywhere, its own wildcards taken literally. */
export const containing = (text: string | undefined | null) =>
  text ? `%${text.replaceAll(/[\\%_]/g, "\\$&")}%` : undefined;
