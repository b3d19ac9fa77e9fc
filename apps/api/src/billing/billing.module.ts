import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { ProjectToday } from "../property/project-today.js";
import { PropertyModule } from "../property/property.module.js";
import { ChargeBatchLedger } from "./charge-batches/charge-batches.ledger.js";
import { ChargeBatchesController } from "./charge-batches/charge-batches.controller.js";
import { ChargeFilesService } from "./charge-batches/charge-files.service.js";
import { RoomChargesService } from "./charge-batches/room-charges.service.js";
import { ChargeQueries } from "./charges/charge.queries.js";
import { ChargesController } from "./charges/charges.controller.js";
import { CreateChargeService } from "./charges/create-charge.service.js";
import { CutChargesService } from "./charges/cut-charges.service.js";
import { ReverseChargeService } from "./charges/reverse-charge.service.js";
import { RoomChargesQueries } from "./charges/room-charges.queries.js";
import { FeeItemsController } from "./fee-items/fee-items.controller.js";
import { FeeItemsService } from "./fee-items/fee-items.service.js";
import { PostingPeriod } from "./periods/posting-period.js";
import { BindObjectsService } from "./rates/bindings/bind-objects.service.js";
import { BindRoomsService } from "./rates/bindings/bind-rooms.service.js";
import { ContractCharges } from "./objects/contracts/contract-charges.js";
import { ChargeContractsController } from "./objects/contracts/contracts.controller.js";
import { ChargeContractsService } from "./objects/contracts/contracts.service.js";
import { ChargeObjects } from "./objects/charge-objects.js";
import { RoomObjectsQueries } from "./objects/room-objects.queries.js";
import { BindingQueries } from "./rates/bindings/binding.queries.js";
import { BindingsController } from "./rates/bindings/bindings.controller.js";
import { EndBindingService } from "./rates/bindings/end-binding.service.js";
import { PreviewBindingService } from "./rates/bindings/preview-binding.service.js";
import { RateQueries } from "./rates/rate.queries.js";
import { RateVersionsService } from "./rates/rate-versions.service.js";
import { RatesController } from "./rates/rates.controller.js";
import { RatesService } from "./rates/rates.service.js";
import { RestoreCharges } from "./restructures/restore-charges.service.js";
import { RestructureMoney } from "./restructures/restructure-money.service.js";
import { RestructurePrepayments } from "./restructures/restructure-prepayments.service.js";
import { CheckFormulaService } from "./formula/check-formula.service.js";
import { FormulaAttributeUses } from "./formula/formula-attribute-uses.js";
import { FormulaController } from "./formula/formula.controller.js";
import { PriceBoardController } from "./price-board/price-board.controller.js";
import { PriceBoardQueries } from "./price-board/price-board.queries.js";
import { RateFiles } from "./rates/rate-files.js";
import { MonthSharesService } from "./shares/month-shares.service.js";
import { SharePoolsService } from "./shares/share-pools.service.js";
import { SharesController } from "./shares/shares.controller.js";
import { SharesQueries } from "./shares/shares.queries.js";
import { ApplyRecalculationService } from "./recalculations/apply-recalculation.service.js";
import { ComputeRecalculationService } from "./recalculations/compute-recalculation.service.js";
import { RecalculationWorkbookService } from "./recalculations/recalculation-workbook.service.js";
import { RecalculationsController } from "./recalculations/recalculations.controller.js";
import { RecalculationsQueries } from "./recalculations/recalculations.queries.js";
import { SubmitRecalculationService } from "./recalculations/submit-recalculation.service.js";
import { DiscardRunService } from "./runs/discard-run.service.js";
import { PublishedRuns } from "./runs/published-runs.js";
import { PublishRunService } from "./runs/publish-run.service.js";
import { RehearseRunService } from "./runs/rehearse-run.service.js";
import { ReverseRunService } from "./runs/reverse-run.service.js";
import { RunQueries } from "./runs/run.queries.js";
import { RunsController } from "./runs/runs.controller.js";

/** 收费: fee items, rates, bindings, runs and charges. */
@Module({
  imports: [FilesModule, PropertyModule],
  controllers: [
    FeeItemsController,
    RatesController,
    BindingsController,
    ChargeContractsController,
    RunsController,
    RecalculationsController,
    ChargesController,
    ChargeBatchesController,
    FormulaController,
    PriceBoardController,
    SharesController,
  ],
  providers: [
    FeeItemsService,
    RateQueries,
    RatesService,
    RateVersionsService,
    BindingQueries,
    BindObjectsService,
    BindRoomsService,
    ChargeContractsService,
    ChargeObjects,
    RoomObjectsQueries,
    ContractCharges,
    EndBindingService,
    PreviewBindingService,
    RunQueries,
    RehearseRunService,
    PublishRunService,
    PublishedRuns,
    ReverseRunService,
    DiscardRunService,
    ComputeRecalculationService,
    SubmitRecalculationService,
    ApplyRecalculationService,
    RecalculationsQueries,
    RecalculationWorkbookService,
    ChargeQueries,
    RoomChargesQueries,
    CreateChargeService,
    ChargeBatchLedger,
    RoomChargesService,
    ChargeFilesService,
    CutChargesService,
    ReverseChargeService,
    RestoreCharges,
    RestructureMoney,
    RestructurePrepayments,
    PostingPeriod,
    CheckFormulaService,
    FormulaAttributeUses,
    MonthSharesService,
    PriceBoardQueries,
    RateFiles,
    ProjectToday,
    SharePoolsService,
    SharesQueries,
  ],
  exports: [
    ChargeFilesService,
    CutChargesService,
    FeeItemsService,
    RatesService,
    BindRoomsService,
    ChargeObjects,
    PostingPeriod,
    PublishedRuns,
  ],
})
export class BillingModule {}
