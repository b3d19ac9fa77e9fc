import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type PictureDto,
  pictureKindLabels,
  pictureKindsOf,
  type PictureOwner,
  pictureOwnerLabels,
  type PictureUploadDto,
} from "@linli/contracts";
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { DataSource, type EntityManager, IsNull } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound, RuleViolation } from "../../common/rule-violation.js";
import { FileObject } from "../../files/file-object.entity.js";
import { FileStore } from "../../files/file-store.js";
import { processPicture } from "../../files/picture-processing.js";
import type { Upload } from "../../files/uploaded-file.js";

/** Pictures of one thing that are shown. */
const MAX_PICTURES = 30;

/** A picture to be sent. */
export interface PictureContent {
  stream: Readable;
  size: number;
  contentType: string;
  name: string;
}

/** Archives pictures of the project, its buildings and its rooms (PRP-05). */
@Injectable()
export class PicturesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly store: FileStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The pictures of a thing, the oldest first. */
  async list(projectId: string, ownerType: PictureOwner, ownerId: string): Promise<PictureDto[]> {
    const where = { projectId, ownerType, ownerId, removedAt: IsNull() };
    const rows = await this.db.getRepository(FileObject).find({ where, order: { kind: "ASC", id: "ASC" } });
    return rows.map(toPictureDto);
  }

  /**
   * Stores a picture: the file first, then its row, so that a row never lacks its file.
   * @throws NOT_A_PICTURE, PICTURE_TOO_LARGE, TOO_MANY_PICTURES, NOT_FOUND (thing), INVALID_INPUT (kind)
   */
  async add(
    actor: Actor,
    projectId: string,
    { ownerType, ownerId, kind }: PictureUploadDto,
    upload: Upload,
  ): Promise<PictureDto> {
    if (!pictureKindsOf[ownerType].includes(kind)) {
      throw new InvalidInput({ kind: [`${pictureOwnerLabels[ownerType]}没有“${pictureKindLabels[kind]}”这种图片`] });
    }
    await requireOwner(this.db.manager, projectId, ownerType, ownerId);
    const picture = await processPicture(upload.content);
    const row = {
      projectId,
      id: newId(),
      ownerType,
      ownerId,
      kind,
      name: safeName(upload.name),
      contentType: picture.contentType,
      size: picture.content.length,
      sha256: createHash("sha256").update(picture.content).digest("hex"),
      width: picture.width,
      height: picture.height,
      createdBy: actor.userId,
      createdAt: this.clock.now(),
      removedAt: null,
    };
    const names = [row.id, thumbnailOf(row.id)] as const;
    try {
      await this.store.write(projectId, names[0], picture.content);
      await this.store.write(projectId, names[1], picture.thumbnail);
      await this.db.transaction(async (tx) => {
        await requireOwner(tx, projectId, ownerType, ownerId);
        await refuseTooMany(tx, row);
        await tx.insert(FileObject, row);
        await this.record(tx, actor, row, "picture.add", `上传${pictureKindLabels[kind]} ${row.name}`);
      });
    } catch (error) {
      await this.store.discard(projectId, ...names);
      throw error;
    }
    return toPictureDto(row);
  }

  /** A picture, or its thumbnail, to be sent. @throws NOT_FOUND, also for removed ones */
  async content(projectId: string, id: string, { thumbnail }: { thumbnail: boolean }): Promise<PictureContent> {
    const row = await this.db.getRepository(FileObject).findOneBy({ projectId, id, removedAt: IsNull() });
    const file = row && (await this.store.read(projectId, thumbnail ? thumbnailOf(id) : id));
    if (!row || !file) throw notFound("图片");
    return { ...file, contentType: thumbnail ? "image/webp" : row.contentType, name: row.name };
  }

  /** Takes a picture out of sight; row and content stay for the audit. @throws NOT_FOUND */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const where = { projectId, id, removedAt: IsNull() };
      const row = await tx.findOne(FileObject, { where, lock: { mode: "pessimistic_write" } });
      if (!row) throw notFound("图片");
      await tx.update(FileObject, { projectId, id }, { removedAt: this.clock.now() });
      await this.record(
        tx,
        actor,
        row,
        "picture.remove",
        `删除${pictureKindLabels[row.kind as PictureDto["kind"]]} ${row.name}`,
      );
    });
  }

  /** Stands in the history of the thing the picture belongs to. */
  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, ownerType, ownerId }: FileObjectKey,
    action: string,
    summary: string,
  ) {
    return this.audit.record(tx, actor, { projectId, action, entity: ownerType, entityId: ownerId, summary });
  }
}

type FileObjectKey = Pick<FileObject, "projectId" | "ownerType" | "ownerId">;

const thumbnailOf = (id: string) => `${id}.thumb`;

/** The last part of the name, without what cannot be shown, at most 100 characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const shown = last.replaceAll(/[\p{C}\p{Extended_Pictographic}"]/gu, "").trim();
  return shown === "" ? "图片" : [...shown].slice(-100).join("");
}

async function requireOwner(
  tx: EntityManager,
  projectId: string,
  ownerType: PictureOwner,
  ownerId: string,
): Promise<void> {
  const isThere =
    ownerType === "project"
      ? ownerId === projectId
      : (await tx.query<object[]>(`SELECT 1 FROM ${ownerType} WHERE project_id = $1 AND id = $2`, [projectId, ownerId]))
          .length > 0;
  if (!isThere) throw notFound(pictureOwnerLabels[ownerType]);
}

async function refuseTooMany(tx: EntityManager, { projectId, ownerType, ownerId }: FileObjectKey): Promise<void> {
  const count = await tx.countBy(FileObject, { projectId, ownerType, ownerId, removedAt: IsNull() });
  if (count >= MAX_PICTURES)
    throw new RuleViolation(
      "TOO_MANY_PICTURES",
      `最多保存 ${MAX_PICTURES} 张图片，请先删除不用的`,
      HttpStatus.CONFLICT,
    );
}

function toPictureDto(row: Omit<FileObject, "project">): PictureDto {
  return {
    id: row.id,
    ownerType: row.ownerType as PictureDto["ownerType"],
    ownerId: row.ownerId,
    kind: row.kind as PictureDto["kind"],
    name: row.name,
    contentType: row.contentType,
    size: row.size,
    width: row.width ?? 0,
    height: row.height ?? 0,
    createdAt: row.createdAt.toISOString(),
  };
}
