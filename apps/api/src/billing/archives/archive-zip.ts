import { createHash } from "node:crypto";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import { type ArchiveFileDto, archiveKeepYears, archiveKindLabels } from "@linli/contracts";
import { csvLine } from "../../common/csv.js";
import { formatFen } from "../../common/money.js";

const BYTE_ORDER_MARK = "\uFEFF";
const INDEX = "目录.csv";
/** Hashes of all files in the form that `sha256sum -c` reads. */
export const MANIFEST = "校验清单.sha256";

/** A row of a table as it is written, and what it adds to the sum of the table in fen. */
export interface ArchiveRow {
  cells: readonly string[];
  fen?: number;
}

/** A table as it stands in the index. */
export interface ArchiveSheet extends Pick<ArchiveFileDto, "path" | "meaning" | "kind"> {
  titles: readonly string[];
  /** Whether its rows have amounts to add up. */
  adds: boolean;
}

/** The ZIP of an archive, written while its rows are read: memory stays flat however many there are. */
export class ArchiveZip {
  readonly stream = new PassThrough({ highWaterMark: 1024 * 1024 });
  readonly files: ArchiveFileDto[] = [];
  private readonly zip = new ZipFile();

  constructor(
    private readonly year: number,
    private readonly madeAt: Date,
  ) {
    this.zip.outputStream.pipe(this.stream);
  }

  /** Writes a table page by page as CSV that Chinese Excel opens; waits while the disk is slower than the database. */
  async table(
    { path, meaning, kind, titles, adds }: ArchiveSheet,
    pages: AsyncIterable<readonly ArchiveRow[]> | Iterable<readonly ArchiveRow[]>,
  ): Promise<void> {
    const entry = new PassThrough();
    const hash = createHash("sha256");
    this.zip.addReadStream(entry, path, { mtime: this.madeAt });
    const write = async (text: string) => {
      hash.update(text);
      if (!entry.write(text)) await once(entry, "drain");
    };
    await write(BYTE_ORDER_MARK + csvLine(titles));
    let rows = 0;
    let fen = 0;
    for await (const page of pages) {
      if (page.length > 0) await write(page.map(({ cells }) => csvLine(cells)).join(""));
      rows += page.length;
      fen += page.reduce((sum, row) => sum + (row.fen ?? 0), 0);
    }
    entry.end();
    const years = archiveKeepYears[kind];
    this.files.push({
      path,
      meaning,
      kind,
      keepUntil: years === null ? null : `${this.year + years}-12-31`,
      rows,
      amountFen: adds ? fen : null,
      sha256: hash.digest("hex"),
    });
  }

  /** Writes the words, the index and the hashes, and ends the file. Answers the hash of the hashes. */
  finish(words: readonly string[]): string {
    const others = [
      this.text("说明.txt", `${words.join("\r\n")}\r\n`),
      this.text(INDEX, [INDEX_TITLES, ...this.files.map(indexCells)].map(csvLine).join("")),
    ];
    const lines = [...others, ...this.files].map(({ path, sha256 }) => `${sha256}  ${path}\n`);
    const manifest = Buffer.from(lines.join(""));
    this.zip.addBuffer(manifest, MANIFEST, { mtime: this.madeAt });
    this.zip.end();
    return createHash("sha256").update(manifest).digest("hex");
  }

  private text(path: string, text: string): { path: string; sha256: string } {
    const content = Buffer.from(BYTE_ORDER_MARK + text);
    this.zip.addBuffer(content, path, { mtime: this.madeAt });
    return { path, sha256: createHash("sha256").update(content).digest("hex") };
  }
}

const INDEX_TITLES = ["文件", "内容", "档案种类", "最低保管年限", "保管至", "行数", "金额合计（元）", "SHA-256"];

function indexCells({ path, meaning, kind, keepUntil, rows, amountFen, sha256 }: ArchiveFileDto): string[] {
  const years = archiveKeepYears[kind];
  return [
    path,
    meaning,
    archiveKindLabels[kind],
    years === null ? "永久" : `${years} 年`,
    keepUntil ?? "永久",
    String(rows),
    amountFen === null ? "" : formatFen(amountFen),
    sha256,
  ];
}
