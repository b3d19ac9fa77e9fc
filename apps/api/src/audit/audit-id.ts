import { randomInt } from "node:crypto";
import { v7 } from "uuid";

let last = { msecs: -1, seq: 0 };

/** The id of an audit row: ordered by the time it carries, and by the order of writing within a millisecond. */
export function auditIdAt(at: Date): string {
  const msecs = at.getTime();
  last = { msecs, seq: last.msecs === msecs ? last.seq + 1 : randomInt(2 ** 31) };
  return v7(last);
}

/** The smallest id that a row of this moment can have: a period of the log is a range of its key. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, "0").slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
