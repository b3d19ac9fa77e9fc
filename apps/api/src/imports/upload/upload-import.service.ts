import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ImportKind } from "@linli/contracts";
import type { FastifyRequest } from "fastify";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { FileStore } from "../../files/file-store.js";
import { asViolation, notACommunity } from "../import.errors.js";
import { importFile } from "../import-file.js";
import { ImportBatch } from "../import-batch.entity.js";
import { type ImportLayout, kindOf, sheetsOf } from "../import-layout.js";
import { detectProfile, previewSheets, type SheetPreview } from "../profiles/detect-profile.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { MappingService } from "./mapping.service.js";
import { type ReceivedFile, receiveUpload } from "./receive-upload.js";

/** Takes a workbook in: onto the disk, looked at once, with what it seems to be (PRP-07, CUS-02). */
@Injectable()
export class UploadImportService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly mapping: MappingService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws FILE_MISSING, FILE_TOO_LARGE, NOT_A_COMMUNITY, and what `openWorkbook` refuses */
  async upload(actor: Actor, projectId: string, request: FastifyRequest, kind?: ImportKind): Promise<string> {
    const id = newId();
    const file = await receiveUpload(request, this.files, projectId, id);
    try {
      const { previews, measured } = await this.look(projectId, id, file);
      const found = await this.layout(projectId, previews, kind);
      await this.save(actor, projectId, id, file, { ...found, layout: { ...found.layout, measured } });
    } catch (error) {
      await this.files.discard(projectId, importFile(id));
      throw asViolation(error);
    }
    return id;
  }

  private async look(projectId: string, id: string, { name }: ReceivedFile) {
    const workbook = await openWorkbook(this.files.pathOf(projectId, importFile(id)), name);
    try {
      return { previews: await previewSheets(workbook), measured: workbook.sheets };
    } finally {
      workbook.close();
    }
  }

  private async layout(projectId: string, previews: SheetPreview[], wanted: ImportKind | undefined) {
    const detected = detectProfile(previews);
    const found = kindOf(detected);
    if (wanted === "COMMUNITY" && found !== "COMMUNITY") throw notACommunity();
    const kind = wanted ?? found ?? "ROOMS";
    const base = { sheets: sheetsOf(previews), detected };
    if (kind === "COMMUNITY") {
      const { profile, sheet } = detected;
      const layout: ImportLayout = { ...base, profile, sheet, headerRow: null, columns: [], remembered: false };
      return { kind, layout };
    }
    const sheet = detected.sheet ?? previews.find(({ rows }) => rows.length > 0)?.sheet.name ?? null;
    const preview = previews.find((candidate) => candidate.sheet.name === sheet);
    const profile = detected.profile === "TEMPLATE" && detected.kind === kind ? "TEMPLATE" : "FREE";
    const proposed = preview
      ? await this.mapping.propose(projectId, kind, preview)
      : { headerRow: null, columns: [], remembered: false };
    return { kind, layout: { ...base, profile, sheet, ...proposed } satisfies ImportLayout };
  }

  private async save(
    actor: Actor,
    projectId: string,
    id: string,
    file: ReceivedFile,
    { kind, layout }: { kind: ImportKind; layout: ImportLayout },
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.insert(ImportBatch, {
        projectId,
        id,
        createdAt: this.clock.now(),
        kind,
        status: "UPLOADED",
        fileName: file.name,
        sha256: file.sha256,
        size: file.size,
        layout: layout as never,
        decisions: {},
        summary: null,
        jobId: null,
        failure: null,
        createdBy: actor.userId,
        createdByName: actor.name,
        committedAt: null,
      });
      await this.audit.record(tx, actor, {
        projectId,
        action: "import-batch.upload",
        entity: "import-batch",
        entityId: id,
        summary: `上传导入文件 ${file.name}`,
        after: { fileName: file.name, size: file.size, sha256: file.sha256, kind },
      });
    });
  }
}
