import { Writable } from "node:stream";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Collects what is written to it. */
export class Sink extends Writable {
  private readonly parts: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.parts.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.parts);
  }
}

export interface PageText {
  /** The text of the page in drawing order, `squeezed`. */
  text: string;
  width: number;
  height: number;
  images: number;
  /** Drawn lines, boxes and other figures. */
  paths: number;
}

/** What a reader finds on the pages of a PDF. */
export async function readPages(pdf: Buffer): Promise<PageText[]> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: PageText[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray } = await page.getOperatorList();
    const { width, height } = page.getViewport({ scale: 1 });
    const text = squeezed(items.map((item) => ("str" in item ? item.str : "")).join(""));
    pages.push({
      text,
      width,
      height,
      images: fnArray.filter((operation) => operation === OPS.paintImageXObject).length,
      paths: fnArray.filter((operation) => operation === OPS.constructPath).length,
    });
  }
  await task.destroy();
  return pages;
}

/** A text without its spaces: where they are in a PDF is a matter of drawing. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}
