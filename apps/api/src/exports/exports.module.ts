import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { FilesModule } from "../files/files.module.js";
import { PropertyModule } from "../property/property.module.js";
import { DownloadExportService } from "./download-export.service.js";
import { ExportQueries } from "./export.queries.js";
import { ExportSources } from "./export-sources.js";
import { ExportsController } from "./exports.controller.js";
import { RequestExportService } from "./request-export.service.js";
import { RunExportService } from "./run-export.service.js";

/** 导出: lists as workbooks that can be imported again; with reason, approval, watermark and register (QRY-04, LAW-34). */
@Module({
  imports: [FilesModule, PropertyModule, CustomerModule],
  controllers: [ExportsController],
  providers: [ExportSources, ExportQueries, RequestExportService, RunExportService, DownloadExportService],
})
export class ExportsModule {}
