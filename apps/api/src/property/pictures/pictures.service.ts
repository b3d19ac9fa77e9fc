import { Injectable, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type PictureDto,
  pictureKindLabels,
  pictureKindsOf,
  type PictureOwner,
  pictureOwnerLabels,
  type PictureUploadDto,
} from "@linli/contracts";
import { DataSource, type EntityManager, IsNull } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { FileArchive, type FileOwner, type FileRow } from "../../files/file-archive.js";
import { FileObject } from "../../files/file-object.entity.js";
import type { Upload } from "../../files/uploaded-file.js";

/** Pictures of one thing that are shown. */
const MAX_PICTURES = 30;

/** Archives pictures of the project, its buildings and its rooms (PRP-05). */
@Injectable()
export class PicturesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly archive: FileArchive,
    private readonly audit: AuditService,
  ) {}

  /** The pictures of a thing, the oldest first. */
  async list(projectId: string, ownerType: PictureOwner, ownerId: string): Promise<PictureDto[]> {
    const where = { projectId, ownerType, ownerId, removedAt: IsNull() };
    const rows = await this.db.getRepository(FileObject).find({ where, order: { kind: "ASC", id: "ASC" } });
    return rows.map(toPictureDto);
  }

  /**
   * Stores a picture.
   * @throws NOT_A_PICTURE, PICTURE_TOO_LARGE, TOO_MANY_FILES, NOT_FOUND (thing), INVALID_INPUT (kind)
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
    const of = { projectId, ownerType, ownerId, kind };
    const row = await this.archive.keep(actor, of, upload, ["picture"], async (tx, kept) => {
      await requireOwner(tx, projectId, ownerType, ownerId);
      await this.archive.refuseMoreThan(tx, MAX_PICTURES, kept);
      await this.record(tx, actor, kept, "picture.add", `上传${pictureKindLabels[kind]} ${kept.name}`);
    });
    return toPictureDto(row);
  }

  /** A picture, or its thumbnail, to be sent. @throws NOT_FOUND, also for removed ones */
  async content(projectId: string, id: string, { thumbnail }: { thumbnail: boolean }): Promise<StreamableFile> {
    return this.archive.send(isPicture(await this.archive.find(projectId, id, "图片")), { thumbnail }, "图片");
  }

  /** Takes a picture out of sight; row and content stay for the audit. @throws NOT_FOUND */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = isPicture(await this.archive.lock(tx, projectId, id, "图片"));
      await this.archive.remove(tx, row);
      const kind = pictureKindLabels[row.kind as PictureDto["kind"]];
      await this.record(tx, actor, row, "picture.remove", `删除${kind} ${row.name}`);
    });
  }

  /** Stands in the history of the thing the picture belongs to. */
  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, ownerType, ownerId }: FileOwner,
    action: string,
    summary: string,
  ) {
    return this.audit.record(tx, actor, { projectId, action, entity: ownerType, entityId: ownerId, summary });
  }
}

/** Files of other things are not served as pictures: they have rights of their own. @throws NOT_FOUND */
function isPicture(row: FileObject): FileObject {
  if (!Object.hasOwn(pictureOwnerLabels, row.ownerType)) throw notFound("图片");
  return row;
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

function toPictureDto(row: FileRow): PictureDto {
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
