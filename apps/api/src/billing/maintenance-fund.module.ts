import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { BillingModule } from "./billing.module.js";
import { FundFiles } from "./maintenance-fund/fund-files.js";
import { FundStatementsService } from "./maintenance-fund/fund-statements.service.js";
import { FundUsesService } from "./maintenance-fund/fund-uses.service.js";
import { MaintenanceFundController } from "./maintenance-fund/maintenance-fund.controller.js";
import { MaintenanceFundQueries } from "./maintenance-fund/maintenance-fund.queries.js";

/** 专项维修资金: the register of the owners' accounts, which others hold (BIL-130). */
@Module({
  imports: [BillingModule, FilesModule],
  controllers: [MaintenanceFundController],
  providers: [FundFiles, FundStatementsService, FundUsesService, MaintenanceFundQueries],
  exports: [FundStatementsService, MaintenanceFundQueries],
})
export class MaintenanceFundModule {}
