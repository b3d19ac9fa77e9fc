import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { FilesModule } from "../files/files.module.js";
import { InspectionsModule } from "../property/inspections/inspections.module.js";
import { PropertyModule } from "../property/property.module.js";
import { BillingModule } from "./billing.module.js";
import { CollectionModule } from "./collection.module.js";
import { BillReadings } from "./meters/bill-readings.js";
import { HeadcountsService } from "./meters/headcounts.service.js";
import { HandoverMeters } from "./meters/handover-meters.service.js";
import { LossQueries } from "./meters/loss.queries.js";
import { MeterFiles } from "./meters/meter-files.js";
import { MeterQueries } from "./meters/meter.queries.js";
import { MeterReportsController } from "./meters/meter-reports.controller.js";
import { MeterSettingsService } from "./meters/meter-settings.service.js";
import { MetersController } from "./meters/meters.controller.js";
import { MetersService } from "./meters/meters.service.js";
import { ReadingQueries } from "./meters/reading.queries.js";
import { RecordReadingsService } from "./meters/record-readings.service.js";
import { RedBlueService } from "./meters/red-blue.service.js";
import { RegisterMetersService } from "./meters/register-meters.service.js";
import { ReplaceMeterService } from "./meters/replace-meter.service.js";
import { RestructureMeters } from "./meters/restructure-meters.service.js";
import { SheetQueries } from "./meters/sheet.queries.js";
import { SheetsController } from "./meters/sheets.controller.js";
import { SheetsService } from "./meters/sheets.service.js";
import { TransferMeters } from "./meters/transfer-meters.service.js";
import { UndoReadingService } from "./meters/undo-reading.service.js";

/** Metered charging (走表): the register of meters and their readings; what they counted is billed by runs. */
@Module({
  imports: [BillingModule, CollectionModule, CustomerModule, FilesModule, InspectionsModule, PropertyModule],
  controllers: [MeterReportsController, MetersController, SheetsController],
  providers: [
    BillReadings,
    HandoverMeters,
    HeadcountsService,
    LossQueries,
    MeterFiles,
    MeterQueries,
    MeterSettingsService,
    MetersService,
    ReadingQueries,
    RecordReadingsService,
    RedBlueService,
    RegisterMetersService,
    ReplaceMeterService,
    RestructureMeters,
    SheetQueries,
    SheetsService,
    TransferMeters,
    UndoReadingService,
  ],
  exports: [RecordReadingsService, RegisterMetersService, SheetQueries],
})
export class MetersModule {}
