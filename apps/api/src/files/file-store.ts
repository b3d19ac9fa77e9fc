import { Injectable } from "@nestjs/common";
import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { type Duplex, type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
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

  /** Streams a file onto the disk, whole or not at all; `accept` may refuse it before it gets its name. */
  async receive(
    projectId: string,
    name: string,
    content: Readable,
    accept: () => void = () => {},
  ): Promise<{ size: number; sha256: string }> {
    const target = this.pathOf(projectId, name);
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.part`;
    const hash = createHash("sha256");
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      const file = await open(temporary, "w", 0o600);
      await pipeline(content, measure, file.createWriteStream({ flush: true }));
      accept();
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return { size, sha256: hash.digest("hex") };
  }

  /**
   * Streams what is made meanwhile onto the disk. A disk that fails ends both: whoever feeds the stream would wait for ever
   * for it to drain.
   */
  async receiveFrom(
    projectId: string,
    name: string,
    stream: Duplex,
    make: () => Promise<void>,
  ): Promise<{ size: number; sha256: string }> {
    const received = this.receive(projectId, name, stream);
    const made = make();
    made.catch(() => {});
    try {
      await Promise.race([made, received]);
      return await received;
    } catch (error) {
      stream.destroy(error as Error);
      await received.catch(() => {});
      throw error;
    }
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

  /** Destroys contents: of a row that never came, or that the law wants gone. */
  async discard(projectId: string, ...names: string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(this.pathOf(projectId, name), { force: true })));
  }

  /** Where the content lies, for readers that need a file instead of a stream. */
  pathOf(projectId: string, name: string): string {
    return path.join(this.root, projectId, name);
  }
}
