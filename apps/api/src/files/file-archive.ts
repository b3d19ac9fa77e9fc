import { Injectable, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { createHash } from "node:crypto";
import { DataSource, type EntityManager, In, IsNull } from "typeorm";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { notFound, RuleViolation } from "../common/rule-violation.js";
import { FileObject } from "./file-object.entity.js";
import { FileStore } from "./file-store.js";
import { type FileForm, safeName, toStored } from "./stored-upload.js";
import type { Upload } from "./uploaded-file.js";

/** The row of a file without what only the database joins. */
export type FileRow = Omit<FileObject, "project">;

/** The thing a file belongs to. */
export type FileOwner = Pick<FileObject, "projectId" | "ownerType" | "ownerId">;

const tooMany = (max: number) => new RuleViolation("TOO_MANY_FILES", `最多保存 ${max} 个文件，请先删除不用的`);

/** Keeps the files of things: rows and contents together. Who may, and what a thing takes, its domain decides. */
@Injectable()
export class FileArchive {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores an upload: the content first, then its row, so that a row never lacks its content. `within` runs in the
   * transaction of the row, before it is written, and answers what only the transaction knows (the version); what it
   * throws leaves nothing behind.
   * @throws FILE_NOT_TAKEN, NOT_A_PICTURE, PICTURE_TOO_LARGE
   */
  async keep(
    actor: Actor,
    of: FileOwner & Pick<FileObject, "kind"> & Partial<Pick<FileObject, "remark">>,
    upload: Upload,
    takes: readonly FileForm[],
    within: (tx: EntityManager, row: FileRow) => Promise<Partial<Pick<FileRow, "version">>>,
  ): Promise<FileRow> {
    const { content, contentType, width, height, thumbnail } = await toStored(upload.content, takes);
    const row: FileRow = {
      projectId: of.projectId,
      id: newId(),
      createdAt: this.clock.now(),
      ownerType: of.ownerType,
      ownerId: of.ownerId,
      kind: of.kind,
      name: safeName(upload.name),
      contentType,
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      width,
      height,
      version: null,
      contentOf: null,
      remark: of.remark ?? null,
      createdBy: actor.userId,
      removedAt: null,
    };
    try {
      await this.store.write(row.projectId, row.id, content);
      if (thumbnail) await this.store.write(row.projectId, thumbnailOf(row.id), thumbnail);
      return await this.db.transaction(async (tx) => {
        const written = { ...row, ...(await within(tx, row)) };
        await tx.insert(FileObject, written);
        return written;
      });
    } catch (error) {
      await this.store.discard(row.projectId, row.id, thumbnailOf(row.id));
      throw error;
    }
  }

  /** Refuses a further file when the thing holds as many as it may. @throws TOO_MANY_FILES */
  async refuseBeyond(tx: EntityManager, max: number, { projectId, ownerType, ownerId }: FileOwner): Promise<void> {
    // two uploads at the limit queue here, whatever the thing is
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 12))", [`${projectId}/${ownerType}/${ownerId}`]);
    const count = await tx.countBy(FileObject, { projectId, ownerType, ownerId, removedAt: IsNull() });
    if (count >= max) throw tooMany(max);
  }

  /** A file that has not been removed. @throws NOT_FOUND */
  async find(projectId: string, id: string, what: string): Promise<FileObject> {
    const row = await this.db.getRepository(FileObject).findOneBy({ projectId, id, removedAt: IsNull() });
    if (!row) throw notFound(what);
    return row;
  }

  /** The same, locked, for who is about to change it. @throws NOT_FOUND */
  async lock(tx: EntityManager, projectId: string, id: string, what: string): Promise<FileObject> {
    const where = { projectId, id, removedAt: IsNull() };
    const row = await tx.findOne(FileObject, { where, lock: { mode: "pessimistic_write" } });
    if (!row) throw notFound(what);
    return row;
  }

  /** Takes a file out of sight; row and content stay for the audit. */
  async remove(tx: EntityManager, { projectId, id }: Pick<FileObject, "projectId" | "id">): Promise<void> {
    await tx.update(FileObject, { projectId, id }, { removedAt: this.clock.now() });
  }

  /**
   * Takes all files of things out of sight for good, names too, also those that were removed before. Answers which; when
   * the transaction is through, their contents are to be discarded.
   */
  async erase(
    tx: EntityManager,
    { projectId, ownerType, ownerIds }: Pick<FileOwner, "projectId" | "ownerType"> & { ownerIds: string[] },
  ): Promise<string[]> {
    const of = { projectId, ownerType, ownerId: In(ownerIds) };
    const rows = await tx.find(FileObject, { where: of, select: { id: true } });
    await tx.update(FileObject, { ...of, removedAt: IsNull() }, { removedAt: this.clock.now() });
    await tx.update(FileObject, of, { name: "已销毁", remark: null });
    return rows.map(({ id }) => id);
  }

  /** Destroys the contents of erased files. */
  async discard(projectId: string, ids: readonly string[]): Promise<void> {
    await this.store.discard(projectId, ...ids.flatMap((id) => [id, thumbnailOf(id)]));
  }

  /** The content, or the thumbnail, as it is sent. What a browser shows by itself is a picture. @throws NOT_FOUND */
  async send(row: FileObject, { thumbnail }: { thumbnail: boolean }, what: string): Promise<StreamableFile> {
    const contentId = row.contentOf ?? row.id;
    const file = await this.store.read(row.projectId, thumbnail ? thumbnailOf(contentId) : contentId);
    if (!file) throw notFound(what);
    const shown = row.width === null ? "attachment" : "inline";
    return new StreamableFile(file.stream, {
      type: thumbnail ? "image/webp" : row.contentType,
      length: file.size,
      disposition: `${shown}; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    });
  }
}

const thumbnailOf = (id: string) => `${id}.thumb`;

/** Headers of a file: it never changes under its id, is only for who may see it, and may load and run nothing. */
export const FILE_CACHE = "private, max-age=3600";
export const FILE_SANDBOX = "default-src 'none'; sandbox";
