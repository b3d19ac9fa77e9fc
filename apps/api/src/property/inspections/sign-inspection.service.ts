import { HttpStatus, Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  defectPictureLabels,
  type DefectState,
  inspectionFileLabels,
  type SignInspectionDto,
  signerRoleLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { AttachmentOwners, type AttachmentOwner, rowOf } from "../../files/attachment-owners.js";
import { FileArchive } from "../../files/file-archive.js";
import type { Upload } from "../../files/uploaded-file.js";
import { InspectionSignature } from "./inspection-defect.entity.js";
import { lockInspection, requireDraft, requireVersion } from "./inspection-lock.js";

/** The kinds of things whose files these are. */
export const INSPECTION_FILES = "inspection";
export const DEFECT_FILES = "inspection-defect";

const closedFiles = (sentence: string) => new RuleViolation("FILES_CLOSED", sentence, HttpStatus.CONFLICT);

/** Signatures under inspections, and the rules of their other files. */
@Injectable()
export class SignInspectionService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly owners: AttachmentOwners,
    private readonly archive: FileArchive,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const rights = { read: "property:read", write: "property:inspect" } as const;
    this.owners.register(INSPECTION_FILES, {
      label: "验收单",
      ...rights,
      kinds: inspectionFileLabels,
      find: rowOf("inspection", "inspection"),
      accept: acceptForInspection,
    });
    this.owners.register(DEFECT_FILES, {
      label: "验收缺陷",
      ...rights,
      kinds: defectPictureLabels,
      takes: ["picture"],
      find: findDefect,
      accept: acceptForDefect,
    });
  }

  /**
   * Keeps a signature under the version that was read; changing the record afterwards needs another one.
   * @throws VERSION_CHANGED, INSPECTION_STATE, NOT_A_PICTURE
   */
  async sign(actor: Actor, projectId: string, id: string, dto: SignInspectionDto, upload: Upload): Promise<void> {
    const of = { projectId, ownerType: INSPECTION_FILES, ownerId: id, kind: "SIGNATURE" };
    await this.archive.keep(actor, of, upload, ["picture"], async (tx, file) => {
      const inspection = await lockInspection(tx, projectId, id);
      requireDraft(inspection, "签字");
      const version = Number(dto.version);
      requireVersion(inspection, version);
      const { role, name } = dto;
      const row = { projectId, id: newId(), createdAt: this.clock.now(), inspectionId: id };
      await tx.insert(InspectionSignature, { ...row, role, name, fileId: file.id, version });
      const summary = `${signerRoleLabels[role]}${name}在验收单 ${inspection.number} 上签字`;
      const entry = { projectId, action: "inspection.sign", entity: "inspection", entityId: id, summary };
      await this.audit.record(tx, actor, entry);
      return {};
    });
  }
}

/** Files come and go while the inspection is under way; signatures only by signing. */
const acceptForInspection: AttachmentOwner["accept"] = async (tx, projectId, ownerId, { kind, action }) => {
  if (kind === "SIGNATURE") throw closedFiles(action === "add" ? "请在验收单上签字" : "签名不能删除");
  const { state, number } = await lockInspection(tx, projectId, ownerId);
  if (state !== "DRAFT" && state !== "IN_PROGRESS") throw closedFiles(`验收单 ${number} 已完成，附件不能再改`);
};

interface DefectPlace {
  inspectionId: string;
  state: DefectState | null;
}

/** A defect that is recorded, or one of a draft; then without a state. */
async function placeOf(tx: EntityManager, projectId: string, defectId: string): Promise<DefectPlace | undefined> {
  const [place] = await tx.query<DefectPlace[]>(
    `SELECT inspection_id AS "inspectionId", state FROM inspection_defect WHERE project_id = $1 AND id = $2
     UNION ALL
     SELECT id, NULL FROM inspection
      WHERE project_id = $1 AND state IN ('DRAFT', 'IN_PROGRESS') AND draft->'defects' @> $3::jsonb
     LIMIT 1`,
    [projectId, defectId, JSON.stringify([{ id: defectId }])],
  );
  return place;
}

const findDefect: AttachmentOwner["find"] = async (tx, projectId, ownerId) => {
  const place = await placeOf(tx, projectId, ownerId);
  return place && { entity: "inspection", entityId: place.inspectionId };
};

/** How a defect looked is kept as it was found; how it was put right is added until it is closed, and stays. */
const acceptForDefect: AttachmentOwner["accept"] = async (tx, projectId, ownerId, { kind, action }) => {
  const before = await placeOf(tx, projectId, ownerId);
  if (before) await lockInspection(tx, projectId, before.inspectionId);
  const state = (await placeOf(tx, projectId, ownerId))?.state ?? null;
  if (state === null) {
    if (kind === "AFTER") throw closedFiles("验收完成后才能上传整改后的照片");
    return;
  }
  if (kind === "BEFORE") throw closedFiles("验收单已完成，缺陷照片不能再改");
  if (action === "remove") throw closedFiles("整改后的照片要留存，不能删除");
  if (state === "CLOSED") throw closedFiles("缺陷已复验合格，不能再上传照片");
};
