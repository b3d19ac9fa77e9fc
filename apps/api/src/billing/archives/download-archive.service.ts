import type { Readable } from "node:stream";
import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { ARCHIVE_DAYS, type ExportStatus, exportStatusLabels } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { type Access, may } from "../../auth/access.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { FileStore } from "../../files/file-store.js";
import { ArchiveExport } from "./archive-export.entity.js";
import {
  archiveExpired,
  archiveGone,
  archiveNotReady,
  notArchiveRequester,
  numbersForbidden,
} from "./archives.errors.js";
import { archiveFile } from "./run-archive.service.js";
import { projectOf } from "./request-archive.service.js";

/** Hands out the ZIP of an archive for its days; every download is counted and logged (LAW-34). */
@Injectable()
export class DownloadArchiveService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, ARCHIVE_NOT_READY, ARCHIVE_EXPIRED, ARCHIVE_FILE_GONE, ARCHIVE_NOT_OWN, ARCHIVE_NUMBERS */
  download(
    actor: Actor,
    access: Access,
    projectId: string,
    id: string,
  ): Promise<{ stream: Readable; size: number; name: string }> {
    return this.db.transaction(async (tx) => {
      const row = await tx.findOne(ArchiveExport, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!row) throw notFound("档案导出");
      if (row.includeNumbers && row.requestedBy !== actor.userId) throw notArchiveRequester();
      if (row.includeNumbers && !may(access, "customer:unmask", projectId)) throw numbersForbidden();
      if (row.status !== "READY") throw archiveNotReady(exportStatusLabels[row.status as ExportStatus]);
      if (row.expiresAt && row.expiresAt < this.clock.now()) throw archiveExpired(ARCHIVE_DAYS);
      await tx.update(ArchiveExport, { projectId, id }, { downloads: row.downloads + 1 });
      await this.audit.record(tx, actor, {
        projectId,
        action: "archive-export.download",
        entity: "archive-export",
        entityId: id,
        summary: `下载会计档案 ${row.number}：${row.year} 年（第 ${row.downloads + 1} 次）`,
      });
      const { name } = await projectOf(tx, projectId);
      // last: whatever fails before leaves no file open
      const file = await this.files.read(projectId, archiveFile(id));
      if (!file) throw archiveGone();
      return { ...file, name: `会计档案-${name}-${row.year}${row.complete ? "" : "-不完整"}-${row.number}.zip` };
    });
  }
}
