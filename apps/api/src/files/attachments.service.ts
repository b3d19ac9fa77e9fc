import { ForbiddenException, Injectable, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AttachmentDto, AttachmentQueryDto, AttachmentUploadDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { type Access, may } from "../auth/access.service.js";
import type { Actor } from "../common/actor.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { type AttachmentOwner, AttachmentOwners, type AttachmentSubject } from "./attachment-owners.js";
import { FileArchive, type FileOwner, type FileRow } from "./file-archive.js";
import type { Upload } from "./uploaded-file.js";

/** Largest attachment in bytes. */
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;
/** Files of one thing unless its domain says otherwise. */
const MAX_FILES = 30;

/** A row with the name of who uploaded it. */
type NamedRow = Pick<FileRow, "id" | "ownerType" | "ownerId" | "kind" | "name" | "contentType" | "size"> &
  Pick<FileRow, "width" | "height" | "createdAt"> & { createdByName: string };

/** Files of things: pictures and PDF, with the rights and rules that the domain of the thing registered. */
@Injectable()
export class AttachmentsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly owners: AttachmentOwners,
    private readonly archive: FileArchive,
    private readonly audit: AuditService,
  ) {}

  /** The files of a thing, the oldest first. @throws NOT_FOUND, 403 */
  async list(access: Access, projectId: string, { ownerType, ownerId }: AttachmentQueryDto): Promise<AttachmentDto[]> {
    const owner = this.permitted(access, projectId, ownerType, "read");
    await subjectOf(this.db.manager, owner, projectId, ownerId);
    return (await this.ofMany(this.db.manager, projectId, ownerType, [ownerId])).get(ownerId) ?? [];
  }

  /** The files of many things of one kind, by thing, for a domain that shows them with its own. Asks for no right. */
  async ofMany(
    tx: EntityManager,
    projectId: string,
    ownerType: string,
    ownerIds: string[],
  ): Promise<Map<string, AttachmentDto[]>> {
    const rows = await tx.query<NamedRow[]>(
      `SELECT f.id, f.owner_type AS "ownerType", f.owner_id AS "ownerId", f.kind, f.name, f.content_type AS "contentType",
              f.size, f.width, f.height, f.created_at AS "createdAt", coalesce(u.name, '') AS "createdByName"
         FROM file_object f LEFT JOIN app_user u ON u.id = f.created_by
        WHERE f.project_id = $1 AND f.owner_type = $2 AND f.owner_id = ANY ($3) AND f.removed_at IS NULL
        ORDER BY f.id`,
      [projectId, ownerType, ownerIds],
    );
    const { kinds } = this.owners.of(ownerType);
    return Map.groupBy(
      rows.map((row) => toAttachmentDto(row, kinds)),
      ({ ownerId }) => ownerId,
    );
  }

  /** Stores a file. @throws FILE_NOT_TAKEN, NOT_A_PICTURE, TOO_MANY_FILES, NOT_FOUND, INVALID_INPUT (kind), 403 */
  async add(
    actor: Actor,
    access: Access,
    projectId: string,
    { ownerType, ownerId, kind }: AttachmentUploadDto,
    upload: Upload,
  ): Promise<AttachmentDto> {
    const owner = this.permitted(access, projectId, ownerType, "write");
    if (!Object.hasOwn(owner.kinds, kind)) {
      throw new InvalidInput({ kind: [`附件类型只能是：${Object.values(owner.kinds).join("、")}`] });
    }
    await subjectOf(this.db.manager, owner, projectId, ownerId);
    const of = { projectId, ownerType, ownerId, kind };
    const row = await this.archive.keep(actor, of, upload, owner.takes ?? ["picture", "pdf"], async (tx, kept) => {
      await this.change(tx, actor, owner, kept, "add");
      return {};
    });
    return toAttachmentDto({ ...row, createdByName: actor.name }, owner.kinds);
  }

  /** The content of a file, or the thumbnail of a picture. @throws NOT_FOUND, also for removed ones; 403 */
  async content(
    access: Access,
    projectId: string,
    id: string,
    { thumbnail }: { thumbnail: boolean },
  ): Promise<StreamableFile> {
    const row = await this.archive.find(projectId, id, "附件");
    this.permitted(access, projectId, row.ownerType, "read");
    return this.archive.send(row, { thumbnail }, "附件");
  }

  /** Takes a file out of sight; it stays for the audit. @throws NOT_FOUND, 403 */
  remove(actor: Actor, access: Access, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await this.archive.lock(tx, projectId, id, "附件");
      const owner = this.permitted(access, projectId, row.ownerType, "write");
      await this.archive.remove(tx, row);
      await this.change(tx, actor, owner, row, "remove");
    });
  }

  /** What adding and removing have in common: the thing must agree, and its history tells. */
  private async change(
    tx: EntityManager,
    actor: Actor,
    owner: AttachmentOwner,
    row: FileOwner & Pick<FileRow, "kind" | "name">,
    action: "add" | "remove",
  ): Promise<void> {
    const { projectId, ownerId, kind, name } = row;
    const subject = await subjectOf(tx, owner, projectId, ownerId);
    await owner.accept?.(tx, projectId, ownerId, { action, kind });
    if (action === "add") await this.archive.refuseBeyond(tx, owner.max ?? MAX_FILES, row);
    const what = `${owner.label}附件（${owner.kinds[kind] ?? kind}）${name}`;
    const summary = `${action === "add" ? "上传" : "删除"}${what}`;
    await this.audit.record(tx, actor, { projectId, action: `attachment.${action}`, ...subject, summary });
  }

  private permitted(access: Access, projectId: string, ownerType: string, need: "read" | "write"): AttachmentOwner {
    const owner = this.owners.of(ownerType);
    if (!may(access, owner[need], projectId)) throw new ForbiddenException();
    return owner;
  }
}

async function subjectOf(
  tx: EntityManager,
  owner: AttachmentOwner,
  projectId: string,
  ownerId: string,
): Promise<AttachmentSubject> {
  const subject = await owner.find(tx, projectId, ownerId);
  if (!subject) throw notFound(owner.label);
  return subject;
}

function toAttachmentDto(row: NamedRow, kinds: AttachmentOwner["kinds"]): AttachmentDto {
  return {
    id: row.id,
    ownerType: row.ownerType,
    ownerId: row.ownerId,
    kind: row.kind,
    kindLabel: kinds[row.kind] ?? row.kind,
    name: row.name,
    contentType: row.contentType,
    size: row.size,
    width: row.width,
    height: row.height,
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
  };
}
