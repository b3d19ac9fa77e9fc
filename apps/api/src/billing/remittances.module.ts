import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { BillingModule } from "./billing.module.js";
import { RemittanceFiles } from "./remittances/remittance-files.js";
import { RemittancesController } from "./remittances/remittances.controller.js";
import { RemittancesQueries } from "./remittances/remittances.queries.js";
import { RemittancesService } from "./remittances/remittances.service.js";

/** 代收代付: money collected for others and handed over to them (BIL-07). */
@Module({
  imports: [BillingModule, FilesModule],
  controllers: [RemittancesController],
  providers: [RemittanceFiles, RemittancesQueries, RemittancesService],
})
export class RemittancesModule {}
