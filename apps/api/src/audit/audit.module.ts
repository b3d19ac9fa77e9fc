import { Global, Module } from "@nestjs/common";
import { AuditController } from "./audit.controller.js";
import { AuditQueries } from "./audit.queries.js";
import { AuditService } from "./audit.service.js";
import { TimelineController } from "./timeline.controller.js";

/** Who changed what (LAW-53): written with every change, read by the auditor, shown as the history of things. */
@Global()
@Module({
  controllers: [AuditController, TimelineController],
  providers: [AuditQueries, AuditService],
  exports: [AuditService],
})
export class AuditModule {}
