import { Module } from "@nestjs/common";
import { ProjectToday } from "../property/project-today.js";
import { ReportFilesService } from "./reports/report-files.service.js";
import { ReportWorkbookService } from "./reports/report-workbook.service.js";
import { StandardReportsController } from "./reports/standard-reports.controller.js";
import { StandardReportsQueries } from "./reports/standard-reports.queries.js";

/** The standard reports of charging (BIL-110…112). */
@Module({
  controllers: [StandardReportsController],
  providers: [StandardReportsQueries, ReportWorkbookService, ReportFilesService, ProjectToday],
})
export class ReportsModule {}
