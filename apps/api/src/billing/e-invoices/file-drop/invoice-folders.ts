import { Injectable } from "@nestjs/common";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Config } from "../../../config.js";
import { newId } from "../../../common/ids.js";

/** A result that was picked up: the id it counts under, and the name the supplier gave it. */
export interface PickedUp {
  id: string;
  name: string;
}

/** A result has a few hundred bytes; what is larger is none. */
const LARGEST = 256 * 1024;
/** So many results are picked up in one round. */
const ROUND = 500;
const PICKED_UP = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(.+)$/;

/**
 * The folders of the file exchange, one set per project: `outbox` and `inbox` are the supplier's to read and write,
 * `reading` holds what is being taken, `archive` what was. A file has its name only once it is whole and on the disk.
 */
@Injectable()
export class InvoiceFolders {
  private readonly root: string;

  constructor(config: Config) {
    this.root = config.INVOICE_DIR ?? path.join(config.LINLI_DATA_DIR, "invoices");
  }

  /** Where a project's files lie. */
  of(projectId: string): Record<"outbox" | "inbox" | "reading" | "archive", string> {
    const at = (name: string) => path.join(this.root, projectId, name);
    return { outbox: at("outbox"), inbox: at("inbox"), reading: at("reading"), archive: at("archive") };
  }

  /** Makes the folders, so that the supplier finds them. */
  async prepare(projectId: string): Promise<void> {
    for (const folder of Object.values(this.of(projectId))) await mkdir(folder, { recursive: true });
  }

  /** Writes a request whole or not at all; written again it is the same file. */
  async send(projectId: string, name: string, content: object): Promise<void> {
    await this.prepare(projectId);
    const { outbox } = this.of(projectId);
    const temporary = path.join(outbox, `.${name}.${newId()}.part`);
    try {
      const file = await open(temporary, "w", 0o640);
      try {
        await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path.join(outbox, name));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Moves what lies in the inbox out of the supplier's reach; of two processes one gets a file. */
  async pickUp(projectId: string, idOf: () => string): Promise<void> {
    await this.prepare(projectId);
    const { inbox, reading } = this.of(projectId);
    const entries = await readdir(inbox, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && /^[^.].*\.json$/i.test(entry.name))
      .map(({ name }) => name);
    for (const name of names.sort().slice(0, ROUND))
      await unlessGone(() => rename(path.join(inbox, name), path.join(reading, `${idOf()}-${name.slice(-180)}`)));
  }

  /** What was picked up and not put away, in the order it was picked up. */
  async pickedUp(projectId: string): Promise<PickedUp[]> {
    const names = await readdir(this.of(projectId).reading);
    return names.sort().flatMap((file) => {
      const [, id, name] = PICKED_UP.exec(file) ?? [];
      return id && name ? [{ id, name }] : [];
    });
  }

  /** The content, null when it is too large for a result, undefined when another process put it away. */
  async read(projectId: string, { id, name }: PickedUp): Promise<Buffer | null | undefined> {
    return unlessGone(async () => {
      const file = await open(path.join(this.of(projectId).reading, `${id}-${name}`));
      try {
        const { size } = await file.stat();
        return size > LARGEST ? null : await file.readFile();
      } finally {
        await file.close();
      }
    });
  }

  /** Keeps what was taken, under the id it counted under. */
  async putAway(projectId: string, { id, name }: PickedUp): Promise<void> {
    const { reading, archive } = this.of(projectId);
    await unlessGone(() => rename(path.join(reading, `${id}-${name}`), path.join(archive, `${id}-${name}`)));
  }
}

/** Undefined when the file went meanwhile. */
async function unlessGone<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
