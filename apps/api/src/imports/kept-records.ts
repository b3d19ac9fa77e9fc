import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "../files/file-store.js";
import type { ImportBatch } from "./import-batch.entity.js";
import { type ImportRecords, RECORD_KINDS, type RecordKind, type Sourced } from "./profiles/records.js";

/** Grows whenever what a file of records holds changes its meaning: files of before are passed over. */
const FORMAT = 2;
/** Characters written at one go. */
const PIECE = 1 << 18;

type Batch = Pick<ImportBatch, "projectId" | "id">;

/** The name of what the check made of a workbook, below the folder of its project. */
const recordsFile = (id: string): string => `imports/${id}.records`;

/**
 * Keeps checked records beside their workbook, a line of JSON for each, without what is to be said about them: that stands
 * in the report. Answers the hash by which `keptRecords` knows them. They are as sensitive as the workbook, and go once it
 * is imported.
 */
export async function keepRecords(files: FileStore, { projectId, id }: Batch, records: ImportRecords): Promise<string> {
  const { sha256 } = await files.receive(projectId, recordsFile(id), Readable.from(piecesOf(records)));
  return sha256;
}

export const dropRecords = (files: FileStore, { projectId, id }: Batch): Promise<void> =>
  files.discard(projectId, recordsFile(id));

/** The records that were kept; undefined where they are gone or not those of this hash: the workbook has them still. */
export async function keptRecords(
  files: FileStore,
  { projectId, id }: Batch,
  sha256: string,
): Promise<ImportRecords | undefined> {
  if ((await hashOf(files, projectId, id)) !== sha256) return undefined;
  const file = await files.read(projectId, recordsFile(id));
  if (!file) return undefined;
  const reader = new KeptReader();
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of file.stream as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (!reader.read(lines)) return undefined;
  }
  return reader.records;
}

async function hashOf(files: FileStore, projectId: string, id: string): Promise<string | undefined> {
  const file = await files.read(projectId, recordsFile(id));
  if (!file) return undefined;
  const hash = createHash("sha256");
  await pipeline(file.stream, hash);
  return hash.digest("hex");
}

function* piecesOf(records: ImportRecords): Generator<Buffer> {
  const counts = RECORD_KINDS.map((kind) => records[kind].length);
  let piece = `${JSON.stringify({ format: FORMAT, counts })}\n`;
  for (const kind of RECORD_KINDS)
    for (const record of records[kind]) {
      piece += `${JSON.stringify({ ...record, issues: [] })}\n`;
      if (piece.length < PIECE) continue;
      yield Buffer.from(piece);
      piece = "";
    }
  yield Buffer.from(piece);
}

class KeptReader {
  readonly records: ImportRecords = {
    units: [],
    rooms: [],
    customers: [],
    relations: [],
    payers: [],
    fees: [],
    bindings: [],
    spaces: [],
    vehicles: [],
    refused: [],
  };
  private counts: number[] | null = null;
  private at = 0;

  /** Whether they can be read. */
  read(lines: readonly string[]): boolean {
    const [first] = lines;
    if (!this.counts && first !== undefined) {
      const head = JSON.parse(first) as { format: number; counts: number[] };
      if (head.format !== FORMAT) return false;
      this.counts = head.counts;
      return this.read(lines.slice(1));
    }
    for (const line of lines) this.list().push(JSON.parse(line) as Sourced);
    return true;
  }

  /** The list of the kind whose turn it is. */
  private list(): Sourced[] {
    const of = () => this.records[RECORD_KINDS[this.at] as RecordKind] as Sourced[];
    while (of().length >= (this.counts?.[this.at] ?? 0)) this.at += 1;
    return of();
  }
}
