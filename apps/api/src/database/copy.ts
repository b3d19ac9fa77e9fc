import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { EntityManager } from "typeorm";

/** The connection of a transaction, for what TypeORM does not offer. */
export async function clientOf(tx: EntityManager): Promise<PoolClient> {
  if (!tx.queryRunner) throw new Error("COPY needs a transaction");
  return (await tx.queryRunner.connect()) as PoolClient;
}

type CopyValue = string | number | boolean | null;

const MUST_ESCAPE = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Values of a row of COPY's text format, between tabs: for columns that are the same in all rows, made once. */
export function copyValues(values: readonly CopyValue[]): string {
  let row = "";
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (i > 0) row += "\t";
    if (value === null || value === undefined) row += "\\N";
    else if (typeof value === "string" && MUST_ESCAPE.test(value))
      row += value.replaceAll(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
    else row += String(value);
  }
  return row;
}

/** One row of COPY's text format. */
export const copyRow = (values: readonly CopyValue[]): string => `${copyValues(values)}\n`;

/** A list of texts as PostgreSQL writes an array; to be escaped as a value of its row. */
export const copyArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** Bytes sent at one go. */
const PIECE = 1 << 16;

/**
 * Writes rows in COPY's text format: `COPY table (columns) FROM STDIN`. Rows that come one by one are made while the
 * database writes those before them.
 */
export async function copyInto(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: string | Iterable<string>,
): Promise<void> {
  if (rows === "") return;
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(Readable.from(typeof rows === "string" ? [Buffer.from(rows)] : inPieces(rows)), stream);
}

function* inPieces(rows: Iterable<string>): Generator<Buffer> {
  let piece = "";
  for (const row of rows) {
    piece += row;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  if (piece !== "") yield Buffer.from(piece);
}
