import { Injectable } from "@nestjs/common";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { Config } from "../config.js";

/** Keeps file contents below LINLI_DATA_DIR/files, one folder per project. Names are ids: nothing a user typed. */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(config: Config) {
    this.root = path.join(config.LINLI_DATA_DIR, "files");
  }

  /** Writes the whole file or nothing: to a name of its own first, onto the disk, then renamed. */
  async write(projectId: string, name: string, content: Buffer): Promise<void> {
    const target = this.pathOf(projectId, name);
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.part`;
    const file = await open(temporary, "w", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  }

  /** The content as a stream, or undefined when it is not on the disk. */
  async read(projectId: string, name: string): Promise<{ stream: Readable; size: number } | undefined> {
    try {
      const file = await open(this.pathOf(projectId, name));
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  /** Takes back what was written for a row that never came. */
  async discard(projectId: string, ...names: string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(this.pathOf(projectId, name), { force: true })));
  }

  private pathOf(projectId: string, name: string): string {
    return path.join(this.root, projectId, name);
  }
}
