import { randomFillSync } from "node:crypto";

const STOCK = new Uint8Array(8192);
let used = STOCK.length;

/**
 * Random bytes drawn from a stock: asking the system for every id of a large import costs more than the id. Each byte is
 * given out once; what is handed out is a copy.
 */
export function randomFromStock(count: number): Uint8Array<ArrayBuffer> {
  if (used + count > STOCK.length) {
    randomFillSync(STOCK);
    used = 0;
  }
  const bytes = STOCK.slice(used, used + count);
  STOCK.fill(0, used, used + count);
  used += count;
  return bytes;
}
