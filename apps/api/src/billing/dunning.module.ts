import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { FilesModule } from "../files/files.module.js";
import { ProjectToday } from "../property/project-today.js";
import { PropertyModule } from "../property/property.module.js";
import { BillingModule } from "./billing.module.js";
import { DunningBatchesController } from "./dunning/batches/dunning-batches.controller.js";
import { DunningBatchesQueries } from "./dunning/batches/dunning-batches.queries.js";
import { IssueDunningService } from "./dunning/batches/issue-dunning.service.js";
import { PreviewDunningService } from "./dunning/batches/preview-dunning.service.js";
import { DunningCaseDetailQueries } from "./dunning/cases/dunning-case-detail.queries.js";
import { DunningCasesController } from "./dunning/cases/dunning-cases.controller.js";
import { DunningCasesQueries } from "./dunning/cases/dunning-cases.queries.js";
import { DunningCasesService } from "./dunning/cases/dunning-cases.service.js";
import { DunningFiles } from "./dunning/cases/dunning-files.js";
import { DunningLawsuitsService } from "./dunning/cases/dunning-lawsuits.service.js";
import { DunningPausesService } from "./dunning/cases/dunning-pauses.service.js";
import { DunningPromisesService } from "./dunning/cases/dunning-promises.service.js";
import { DunningStepsController } from "./dunning/cases/dunning-steps.controller.js";
import { DunningStepsService } from "./dunning/cases/dunning-steps.service.js";
import { DunningLevelsController } from "./dunning/levels/dunning-levels.controller.js";
import { DunningLevelsService } from "./dunning/levels/dunning-levels.service.js";
import { DunningRestructures } from "./dunning/participants/dunning-restructures.js";
import { DunningTransfers } from "./dunning/participants/dunning-transfers.js";
import { DunningPlansController } from "./dunning/plans/dunning-plans.controller.js";
import { DunningPlansService } from "./dunning/plans/dunning-plans.service.js";
import { DunningNotices } from "./dunning/prints/dunning-notices.queries.js";
import { DunningEvidence } from "./dunning/prints/evidence.service.js";

/** 催缴: levels, cases, demands and what proves them, limitation (3.13). It cuts no supply and no way in (LAW-06). */
@Module({
  imports: [BillingModule, CustomerModule, FilesModule, PropertyModule],
  controllers: [
    DunningBatchesController,
    DunningCasesController,
    DunningLevelsController,
    DunningPlansController,
    DunningStepsController,
  ],
  providers: [
    DunningBatchesQueries,
    DunningCaseDetailQueries,
    DunningCasesQueries,
    DunningCasesService,
    DunningEvidence,
    DunningFiles,
    DunningLawsuitsService,
    DunningLevelsService,
    DunningNotices,
    DunningPausesService,
    DunningPlansService,
    DunningPromisesService,
    DunningRestructures,
    DunningStepsService,
    DunningTransfers,
    IssueDunningService,
    PreviewDunningService,
    ProjectToday,
  ],
})
export class DunningModule {}
