import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { BillingModule } from "./billing.module.js";
import { PublicIncomeController } from "./public-income/public-income.controller.js";
import { PublicIncomeFiles } from "./public-income/public-income-files.js";
import { PublicIncomeQueries } from "./public-income/public-income.queries.js";
import { PublicIncomeService } from "./public-income/public-income.service.js";

/** 公共收益: the owners' income from common parts, its costs and uses (LAW-21). */
@Module({
  imports: [BillingModule, FilesModule],
  controllers: [PublicIncomeController],
  providers: [PublicIncomeFiles, PublicIncomeQueries, PublicIncomeService],
})
export class PublicIncomeModule {}
