import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { BillingModule } from "./billing.module.js";
import { BillReadings } from "./meters/bill-readings.js";
import { HeadcountsService } from "./meters/headcounts.service.js";
import { MeterFiles } from "./meters/meter-files.js";
import { MeterQueries } from "./meters/meter.queries.js";
import { MetersController } from "./meters/meters.controller.js";
import { MetersService } from "./meters/meters.service.js";
import { ReadingQueries } from "./meters/reading.queries.js";
import { RecordReadingsService } from "./meters/record-readings.service.js";
import { ReplaceMeterService } from "./meters/replace-meter.service.js";
import { UndoReadingService } from "./meters/undo-reading.service.js";

/** Metered charging (走表): the register of meters and their readings; what they counted is billed by runs. */
@Module({
  imports: [BillingModule, FilesModule],
  controllers: [MetersController],
  providers: [
    BillReadings,
    HeadcountsService,
    MeterFiles,
    MeterQueries,
    MetersService,
    ReadingQueries,
    RecordReadingsService,
    ReplaceMeterService,
    UndoReadingService,
  ],
})
export class MetersModule {}
