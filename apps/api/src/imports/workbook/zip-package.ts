import type { Readable } from "node:stream";
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from "yauzl";
import { damaged, unzippedTooLarge, WorkbookError, type WorkbookLimits } from "./workbook-error.js";

const MAX_ENTRIES = 2_000;

/** The parts of a zip container by name, unpacked as streams; what is unpacked is counted against the limit. */
export class ZipPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
    private readonly filename: string,
    private readonly limits: WorkbookLimits,
  ) {}

  static async open(source: string | Buffer, filename: string, limits: WorkbookLimits): Promise<ZipPackage> {
    const options = { lazyEntries: true, autoClose: false };
    const zip = await (
      typeof source === "string" ? openPromise(source, options) : fromBufferPromise(source, options)
    ).catch((error: unknown) => {
      throw damaged(filename, error);
    });
    try {
      const entries = await readDirectory(zip, filename, limits);
      return new ZipPackage(zip, entries, filename, limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The unpacked text of a part in pieces; stops with an error when it grows past `maxBytes`. */
  async *text(name: string, maxBytes = this.limits.unzippedBytes): AsyncGenerator<string> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged(this.filename, new Error(`missing part ${name}`));
    let stream: Readable | undefined;
    let bytes = 0;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      let decoder: InstanceType<typeof TextDecoder> | undefined;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw unzippedTooLarge(this.limits);
        decoder ??= new TextDecoder(chunk[0] === 0xff || chunk[0] === 0xfe ? "utf-16le" : "utf-8");
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      throw error instanceof WorkbookError ? error : damaged(this.filename, error);
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function readDirectory(zip: ZipFile, filename: string, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new WorkbookError("ENCRYPTED", `文件“${filename}”有密码保护，请取消密码后再上传`);
      claimed += entry.uncompressedSize;
      if (claimed > limits.unzippedBytes) throw unzippedTooLarge(limits);
      entries.set(entry.fileName.replace(/^\//, "").toLowerCase(), entry);
      if (entries.size > MAX_ENTRIES)
        throw new WorkbookError("NOT_A_WORKBOOK", `文件“${filename}”是压缩包，不是 Excel 工作簿`);
    }
  } catch (error) {
    throw error instanceof WorkbookError ? error : damaged(filename, error);
  }
  return entries;
}
