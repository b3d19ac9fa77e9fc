import { randomInt } from "node:crypto";
import { v7 } from "uuid";
import { randomFromStock } from "../common/random-stock.js";

let seq = randomInt(2 ** 31);

/** The id of an audit row: ordered by the time it carries, and by the order of writing within a millisecond. */
export function auditIdAt(at: Date): string {
  seq = (seq + 1) % 2 ** 32;
  return v7({ msecs: at.getTime(), seq, random: randomFromStock(16) });
}

/** The smallest id that a row of this moment can have: a period of the log is a range of its key. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, "0").slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
