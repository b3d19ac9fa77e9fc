import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { Canvas, type Sheet } from "./canvas.js";

export interface WrittenPrint {
  documents: number;
  pages: number;
}

/** After this many documents other work of the process gets its turn. */
const DOCUMENTS_PER_TURN = 8;

/**
 * Draws each item onto pages of one PDF and writes it to `out` as it grows, no faster than `out` takes it, so that the
 * memory needed does not depend on the number of items. Ends `out`; when an item cannot be had, `out` is destroyed and
 * the error thrown.
 */
export async function writeSheets<Item>(
  sheet: Sheet,
  items: AsyncIterable<Item> | Iterable<Item>,
  draw: (canvas: Canvas, item: Item) => void,
  out: Writable,
): Promise<WrittenPrint> {
  const canvas = new Canvas(sheet);
  let documents = 0;

  async function* chunks() {
    for await (const item of items) {
      draw(canvas, item);
      documents += 1;
      const chunk = canvas.read();
      if (chunk) yield chunk;
      if (documents % DOCUMENTS_PER_TURN === 0) await setImmediate();
    }
    if (documents === 0) throw new RangeError("没有可打印的单据");
    canvas.end();
    const rest = canvas.read();
    if (rest) yield rest;
  }

  await pipeline(chunks, out);
  return { documents, pages: canvas.pages };
}
