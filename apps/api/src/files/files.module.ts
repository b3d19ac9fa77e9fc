import { Global, Module } from "@nestjs/common";
import { AttachmentOwners } from "./attachment-owners.js";
import { AttachmentsController } from "./attachments.controller.js";
import { AttachmentsService } from "./attachments.service.js";
import { FileArchive } from "./file-archive.js";
import { FileStore } from "./file-store.js";
import { KeptFiles } from "./kept-files.js";

/** Uploaded files. What a file is of, and who may see it, its domain knows and registers. */
@Global()
@Module({
  controllers: [AttachmentsController],
  providers: [AttachmentOwners, AttachmentsService, FileArchive, FileStore, KeptFiles],
  exports: [AttachmentOwners, AttachmentsService, FileArchive, FileStore, KeptFiles],
})
export class FilesModule {}
