import type { CursorPageDto, PageDto, PageQueryDto } from "@linli/contracts";

/** LIMIT and OFFSET of a page request. */
export function limitOf({ page = 1, pageSize = 20 }: PageQueryDto): { limit: number; offset: number } {
  return { limit: pageSize, offset: (page - 1) * pageSize };
}

/** The page every list endpoint returns. */
export function toPage<Row, Dto>(rows: Row[], total: number, toDto: (row: Row) => Dto): PageDto<Dto> {
  return { items: rows.map(toDto), total };
}

/**
 * A stretch of an unbounded list. Ask the database for `pageSize + 1` rows; `keyOf` names where the next stretch begins.
 */
export function toCursorPage<Row, Dto>(
  rows: Row[],
  pageSize: number,
  toDto: (row: Row) => Dto,
  keyOf: (row: Row) => string[],
): CursorPageDto<Dto> {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const more = rows.length > pageSize && last !== undefined;
  return { items: shown.map(toDto), nextCursor: more ? encodeCursor(keyOf(last)) : null };
}

/** A cursor that names where the next stretch begins. */
export const encodeCursor = (key: string[]) => Buffer.from(JSON.stringify(key)).toString("base64url");

/** The sort key in a cursor, or undefined for the first stretch. A cursor that is none counts as the first. */
export function decodeCursor(cursor: string | undefined | null, parts: number): string[] | undefined {
  if (!cursor) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const valid = Array.isArray(key) && key.length === parts && key.every((part) => typeof part === "string");
    return valid ? (key as string[]) : undefined;
  } catch {
    return undefined;
  }
}
