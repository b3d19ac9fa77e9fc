import pg from "pg";

/**
 * How PostgreSQL types come into JavaScript, for every connection of the process:
 * bigint as a safe integer (money in fen), date as YYYY-MM-DD, numeric as decimal text.
 */
export function registerTypes(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond the safe integers`);
    return value;
  });
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
}
