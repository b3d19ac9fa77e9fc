import { Injectable, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type PictureDto,
  type PictureKind,
  pictureKindLabels,
  pictureKindsOf,
  type PictureOwner,
  pictureOwnerLabels,
  type PictureUploadDto,
  versionedPictureKinds,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { FileArchive, type FileOwner, type FileRow } from "../../files/file-archive.js";
import { FileObject } from "../../files/file-object.entity.js";
import type { Upload } from "../../files/uploaded-file.js";

/** Pictures of one thing, all versions counted. */
const MAX_PICTURES = 100;

/** Archives pictures of the project, its buildings and its rooms; plans in versions (PRP-05). */
@Injectable()
export class PicturesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly archive: FileArchive,
    private readonly audit: AuditService,
  ) {}

  /** The pictures of a thing: plans with the current version first, photos the oldest first. */
  async list(projectId: string, ownerType: PictureOwner, ownerId: string): Promise<PictureDto[]> {
    const rows = await this.db.query<PictureRow[]>(
      `SELECT ${PICTURE_COLUMNS},
              f.version IS NULL OR f.version = max(f.version) OVER (PARTITION BY f.kind) AS current
         FROM file_object f LEFT JOIN app_user u ON u.id = f.created_by
        WHERE f.project_id = $1 AND f.owner_type = $2 AND f.owner_id = $3 AND f.removed_at IS NULL
        ORDER BY f.kind, f.version DESC NULLS LAST, f.id`,
      [projectId, ownerType, ownerId],
    );
    return rows.map(toPictureDto);
  }

  /**
   * Stores a picture; one of a plan becomes its next and current version.
   * @throws NOT_A_PICTURE, PICTURE_TOO_LARGE, TOO_MANY_FILES, NOT_FOUND (thing), INVALID_INPUT (kind)
   */
  async add(
    actor: Actor,
    projectId: string,
    { ownerType, ownerId, kind, remark = null }: PictureUploadDto,
    upload: Upload,
  ): Promise<PictureDto> {
    if (!pictureKindsOf[ownerType].includes(kind)) {
      throw new InvalidInput({ kind: [`${pictureOwnerLabels[ownerType]}没有“${pictureKindLabels[kind]}”这种图片`] });
    }
    await requireOwner(this.db.manager, projectId, ownerType, ownerId);
    const of = { projectId, ownerType, ownerId, kind, remark };
    const row = await this.archive.keep(actor, of, upload, ["picture"], async (tx, kept) => {
      await requireOwner(tx, projectId, ownerType, ownerId, "FOR NO KEY UPDATE");
      await this.archive.refuseBeyond(tx, MAX_PICTURES, kept);
      const version = versionedPictureKinds.includes(kind) ? await nextVersion(tx, kept) : null;
      await this.record(tx, actor, kept, "picture.add", `上传${whatOf({ kind, version })} ${kept.name}`);
      return { version };
    });
    return toPictureDto({ ...row, current: true, createdByName: actor.name });
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
      await this.record(tx, actor, row, "picture.remove", `删除${whatOf(row)} ${row.name}`);
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
export function isPicture(row: FileObject): FileObject {
  if (!Object.hasOwn(pictureOwnerLabels, row.ownerType)) throw notFound("图片");
  return row;
}

/** 户型图第 2 版, or 照片. */
const whatOf = ({ kind, version }: Pick<FileRow, "kind" | "version">) =>
  `${pictureKindLabels[kind as PictureKind]}${version === null ? "" : `第 ${version} 版`}`;

/** @throws NOT_FOUND; with `lock` the thing stands still, so that versions are counted one after the other */
async function requireOwner(
  tx: EntityManager,
  projectId: string,
  ownerType: PictureOwner,
  ownerId: string,
  lock = "",
): Promise<void> {
  const project = ownerType === "project" ? "id" : "project_id";
  const found = await tx.query<object[]>(`SELECT 1 FROM ${ownerType} WHERE ${project} = $1 AND id = $2 ${lock}`, [
    projectId,
    ownerId,
  ]);
  if (found.length === 0) throw notFound(pictureOwnerLabels[ownerType]);
}

/** Versions of removed drawings count: a number never means two drawings. */
async function nextVersion(tx: EntityManager, { projectId, ownerType, ownerId, kind }: FileRow): Promise<number> {
  const [row] = await tx.query<{ next: number }[]>(
    `SELECT coalesce(max(version), 0) + 1 AS next FROM file_object
      WHERE project_id = $1 AND owner_type = $2 AND owner_id = $3 AND kind = $4`,
    [projectId, ownerType, ownerId, kind],
  );
  return row?.next ?? 1;
}

/** A row with the name of who uploaded it, as PICTURE_COLUMNS read it. */
type PictureRow = Pick<
  FileRow,
  "id" | "ownerType" | "ownerId" | "kind" | "name" | "contentType" | "size" | "createdAt"
> &
  Pick<FileRow, "width" | "height" | "version" | "remark"> & { current: boolean; createdByName: string };

const PICTURE_COLUMNS = `f.id, f.owner_type AS "ownerType", f.owner_id AS "ownerId", f.kind, f.name,
  f.content_type AS "contentType", f.size, f.width, f.height, f.version, f.remark, f.created_at AS "createdAt",
  coalesce(u.name, '') AS "createdByName"`;

function toPictureDto(row: PictureRow): PictureDto {
  return {
    id: row.id,
    ownerType: row.ownerType as PictureOwner,
    ownerId: row.ownerId,
    kind: row.kind as PictureKind,
    name: row.name,
    contentType: row.contentType,
    size: row.size,
    width: row.width ?? 0,
    height: row.height ?? 0,
    version: row.version,
    current: row.current,
    remark: row.remark,
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
  };
}
