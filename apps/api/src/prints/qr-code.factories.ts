import { createRequire } from "node:module";
import type jsqr from "jsqr";

const read = createRequire(import.meta.url)("jsqr") as typeof jsqr.default;
const SCALE = 4;
const QUIET = 4;

/** What a reader makes of the code printed black on white. */
export function scanned(rows: readonly string[]): string | undefined {
  const side = (rows.length + QUIET * 2) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = rows[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET] === "1";
      if (dark) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return read(pixels, side, side)?.data;
}
