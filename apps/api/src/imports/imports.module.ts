import { Module } from "@nestjs/common";
import { BillingModule } from "../billing/billing.module.js";
import { MaintenanceFundModule } from "../billing/maintenance-fund.module.js";
import { MetersModule } from "../billing/meters.module.js";
import { OpeningsModule } from "../billing/openings.module.js";
import { CustomerModule } from "../customer/customer.module.js";
import { ParkingModule } from "../parking/parking.module.js";
import { PropertyModule } from "../property/property.module.js";
import { ChargeFilesController } from "./charge-files/charge-files.controller.js";
import { CheckImportService } from "./check/check-import.service.js";
import { CommitImportService } from "./commit/commit-import.service.js";
import { WriteFeesService } from "./commit/write-fees.service.js";
import { WriteImportService } from "./commit/write-import.service.js";
import { FundStatementsController } from "./fund-statements/fund-statements.controller.js";
import { ImportTemplatesController } from "./import-templates.controller.js";
import { ImportsController } from "./imports.controller.js";
import { ImportQueries } from "./imports.queries.js";
import { MeterFilesController } from "./meter-registers/meter-files.controller.js";
import { ImportSheetService } from "./meter-sheets/import-sheet.service.js";
import { MeterSheetFilesController } from "./meter-sheets/meter-sheets.controller.js";
import { OpeningFilesController } from "./openings/opening-files.controller.js";
import { MappingService } from "./upload/mapping.service.js";
import { UploadImportService } from "./upload/upload-import.service.js";

/** 导入: one flow for all workbooks, written through the bulk writers of the domains. */
@Module({
  imports: [
    PropertyModule,
    CustomerModule,
    BillingModule,
    MetersModule,
    OpeningsModule,
    MaintenanceFundModule,
    ParkingModule,
  ],
  controllers: [
    ImportsController,
    ImportTemplatesController,
    MeterFilesController,
    MeterSheetFilesController,
    OpeningFilesController,
    FundStatementsController,
    ChargeFilesController,
  ],
  providers: [
    ImportQueries,
    ImportSheetService,
    MappingService,
    UploadImportService,
    CheckImportService,
    CommitImportService,
    WriteImportService,
    WriteFeesService,
  ],
})
export class ImportsModule {}
