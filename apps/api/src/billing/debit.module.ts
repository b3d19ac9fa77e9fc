import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { ProjectToday } from "../property/project-today.js";
import { PropertyModule } from "../property/property.module.js";
import { BillingModule } from "./billing.module.js";
import { AgreementStatesService } from "./debit/agreements/agreement-states.service.js";
import { DebitAgreementsController } from "./debit/agreements/debit-agreements.controller.js";
import { DebitAgreementsQueries } from "./debit/agreements/debit-agreements.queries.js";
import { DebitAgreementsService } from "./debit/agreements/debit-agreements.service.js";
import { CreditBatchService } from "./debit/batches/credit-batch.service.js";
import { DebitBatchesController } from "./debit/batches/debit-batches.controller.js";
import { DebitBatchesQueries } from "./debit/batches/debit-batches.queries.js";
import { DebitDraftsService } from "./debit/batches/debit-drafts.service.js";
import { ExportBatchService } from "./debit/batches/export-batch.service.js";
import { VoidBatchService } from "./debit/batches/void-batch.service.js";
import { DebitRestructures } from "./debit/participants/debit-restructures.js";
import { DebitTransfers } from "./debit/participants/debit-transfers.js";
import { ImportReturnService } from "./debit/returns/import-return.service.js";
import { SettleLineService } from "./debit/returns/settle-line.service.js";
import { DebitSchemesController } from "./debit/schemes/debit-schemes.controller.js";
import { DebitSchemesService } from "./debit/schemes/debit-schemes.service.js";

/** 银行托收: agreements, schemes, batches and what banks answer (3.12). */
@Module({
  imports: [BillingModule, CustomerModule, PropertyModule],
  controllers: [DebitAgreementsController, DebitBatchesController, DebitSchemesController],
  providers: [
    AgreementStatesService,
    CreditBatchService,
    DebitAgreementsQueries,
    DebitAgreementsService,
    DebitBatchesQueries,
    DebitDraftsService,
    DebitRestructures,
    DebitSchemesService,
    DebitTransfers,
    ExportBatchService,
    ImportReturnService,
    ProjectToday,
    SettleLineService,
    VoidBatchService,
  ],
})
export class DebitModule {}
