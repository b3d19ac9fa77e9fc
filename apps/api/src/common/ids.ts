import { v7 } from "uuid";
import { randomFromStock } from "./random-stock.js";

let [msecs, seq] = [0, 0];

/**
 * A new id, ordered by time, and by the order of making within a millisecond. Made in code so that every PostgreSQL from
 * 15 on serves.
 */
export function newId(): string {
  const random = randomFromStock(16);
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Half of the room is left for counting up.
    seq = ((random[0]! & 0x7f) << 24) | (random[1]! << 16) | (random[2]! << 8) | random[3]!;
  } else seq += 1;
  return v7({ msecs, seq, random });
}

/** The project id of rows that concern the whole company. */
export const COMPANY = "00000000-0000-0000-0000-000000000000";
