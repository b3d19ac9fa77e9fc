import { Injectable } from "@nestjs/common";
import type { Permission } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../common/rule-violation.js";
import type { FileForm } from "./stored-upload.js";

/** The thing in whose history a change of its files stands: entity and id as in the audit log. */
export interface AttachmentSubject {
  entity: string;
  entityId: string;
}

/** What is about to happen to the files of a thing. */
export interface AttachmentChange {
  action: "add" | "remove";
  kind: string;
}

/** What a domain says about the files of one kind of thing. */
export interface AttachmentOwner {
  /** The kind of thing in Chinese: 验收缺陷. */
  label: string;
  /** Who may see its files, and who may add and remove them. */
  read: Permission;
  write: Permission;
  /** What its files can be, with the Chinese names: `{ PHOTO: "照片" }`. */
  kinds: Readonly<Record<string, string>>;
  /** Pictures and PDF unless it says otherwise. */
  takes?: readonly FileForm[];
  /** Files of one thing, 30 unless it says otherwise. */
  max?: number;
  /** Finds the thing in the project and names whose history it belongs to; undefined when there is none. */
  find(tx: EntityManager, projectId: string, ownerId: string): Promise<AttachmentSubject | undefined>;
  /**
   * Throws when the thing takes no more changes of its files (signed, closed); always allowed when left out. Runs in the
   * transaction of the change: lock the thing here when closing it must not slip in between.
   */
  accept?(tx: EntityManager, projectId: string, ownerId: string, change: AttachmentChange): Promise<void>;
}

/** The kinds of things that have files. Domains register theirs in `onModuleInit`. */
@Injectable()
export class AttachmentOwners {
  private readonly owners = new Map<string, AttachmentOwner>();

  /** `type` is a name in kebab-case that never changes: inspection-defect, transfer. */
  register(type: string, owner: AttachmentOwner): void {
    this.owners.set(type, owner);
  }

  /** The kinds of things whose files are seen with a right. */
  readableWith(permission: Permission): ReadonlyMap<string, AttachmentOwner> {
    return new Map([...this.owners].filter(([, { read }]) => read === permission));
  }

  /** @throws NOT_FOUND when no domain registered it */
  of(type: string): AttachmentOwner {
    const owner = this.owners.get(type);
    if (!owner) throw notFound("附件所属的对象");
    return owner;
  }
}

/** `find` for things that are rows of a table and have a history of their own. */
export const rowOf =
  (table: string, entity: string): AttachmentOwner["find"] =>
  async (tx, projectId, ownerId) => {
    const [row] = await tx.query<object[]>(`SELECT 1 FROM "${table}" WHERE project_id = $1 AND id = $2`, [
      projectId,
      ownerId,
    ]);
    return row && { entity, entityId: ownerId };
  };
