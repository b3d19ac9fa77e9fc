import type { Readable } from "node:stream";
import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  EXPORT_DAYS,
  type ExportKind,
  exportKindLabels,
  type ExportStatus,
  exportStatusLabels,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { type Access, may } from "../auth/access.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { notFound } from "../common/rule-violation.js";
import { FileStore } from "../files/file-store.js";
import { DataExport } from "./data-export.entity.js";
import { ExportSources } from "./export-sources.js";
import { expired, exportForbidden, fileGone, notReady, notRequester } from "./exports.errors.js";
import { exportFile } from "./run-export.service.js";

/** Hands the file to the person who asked for it, for seven days; every download is counted and logged (LAW-34). */
@Injectable()
export class DownloadExportService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sources: ExportSources,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NOT_FOUND, EXPORT_NOT_OWN, EXPORT_RIGHTS when a right was withdrawn meanwhile, EXPORT_NOT_READY,
   * EXPORT_EXPIRED, EXPORT_FILE_GONE
   */
  download(
    actor: Actor,
    access: Access,
    projectId: string,
    id: string,
  ): Promise<{ stream: Readable; size: number; name: string }> {
    return this.db.transaction(async (tx) => {
      const row = await tx.findOne(DataExport, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!row) throw notFound("导出");
      if (row.requestedBy !== actor.userId) throw notRequester();
      this.refuseWithoutRights(access, row);
      const now = this.clock.now();
      if (row.status !== "READY") throw notReady(exportStatusLabels[row.status as ExportStatus]);
      if (row.expiresAt && row.expiresAt < now) throw expired(EXPORT_DAYS);
      const file = await this.files.read(projectId, exportFile(id));
      if (!file) throw fileGone();
      await tx.update(DataExport, { projectId, id }, { downloads: row.downloads + 1, lastDownloadedAt: now });
      await this.audit.record(tx, actor, {
        projectId,
        action: "data-export.download",
        entity: "data-export",
        entityId: id,
        summary: `下载导出 ${row.number}：${exportKindLabels[row.kind as ExportKind]} ${row.rows} 行（第 ${row.downloads + 1} 次）`,
      });
      return { ...file, name: `${exportKindLabels[row.kind as ExportKind]}-${row.number}.xlsx` };
    });
  }

  private refuseWithoutRights(access: Access, { projectId, kind, includeNumbers }: DataExport): void {
    const { permission } = this.sources.of(kind as ExportKind);
    if (!may(access, permission, projectId)) throw exportForbidden(permission);
    if (includeNumbers && !may(access, "customer:unmask", projectId)) throw exportForbidden("customer:unmask");
  }
}
