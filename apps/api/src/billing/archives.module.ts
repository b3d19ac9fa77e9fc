import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { ArchiveWriter } from "./archives/archive-writer.js";
import { ArchivesController } from "./archives/archives.controller.js";
import { ArchivesQueries } from "./archives/archives.queries.js";
import { DownloadArchiveService } from "./archives/download-archive.service.js";
import { RequestArchiveService } from "./archives/request-archive.service.js";
import { RunArchiveService } from "./archives/run-archive.service.js";
import { VouchersModule } from "./vouchers.module.js";

/** 会计档案: closed years taken out of the system as files that can be verified (LAW-42, LAW-44). */
@Module({
  imports: [FilesModule, VouchersModule],
  controllers: [ArchivesController],
  providers: [ArchiveWriter, ArchivesQueries, DownloadArchiveService, RequestArchiveService, RunArchiveService],
})
export class ArchivesModule {}
