import { StreamableFile } from "@nestjs/common";
import { PassThrough, type Writable } from "node:stream";

/**
 * A PDF that is sent while it is written. A failure destroys the stream, which ends the answer: nobody takes half a page
 * for a paper.
 */
export function pdfAnswer(fileName: string, write: (out: Writable) => Promise<unknown>): StreamableFile {
  const out = new PassThrough();
  write(out).catch((error: unknown) => out.destroy(error as Error));
  return new StreamableFile(out, {
    type: "application/pdf",
    disposition: `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
}
