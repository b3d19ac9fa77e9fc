import { StreamableFile } from "@nestjs/common";
import type { Readable } from "node:stream";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file that the browser saves under its name; of a stream the size tells how far the download is. */
export function download(name: string, type: string, content: Buffer | Readable, size?: number): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  if (Buffer.isBuffer(content)) return new StreamableFile(content, { type, disposition, length: content.length });
  return new StreamableFile(content, { type, disposition, ...(size !== undefined && { length: size }) });
}

/** A workbook that the browser saves. */
export const xlsxAnswer = (name: string, content: Buffer | Readable, size?: number): StreamableFile =>
  download(name, XLSX, content, size);
