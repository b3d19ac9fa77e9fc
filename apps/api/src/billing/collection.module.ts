import { Module } from "@nestjs/common";
import { FilesModule } from "../files/files.module.js";
import { CustomerModule } from "../customer/customer.module.js";
import { ProjectToday } from "../property/project-today.js";
import { BillingModule } from "./billing.module.js";
import { CorrectChargeService } from "./corrections/correct-charge.service.js";
import { CorrectionsController } from "./corrections/corrections.controller.js";
import { DailyReportsController } from "./daily-reports/daily-reports.controller.js";
import { DailyReportsQueries } from "./daily-reports/daily-reports.queries.js";
import { DailyReportsService } from "./daily-reports/daily-reports.service.js";
import { CreateDepositService } from "./deposits/create-deposit.service.js";
import { HeldDepositFiles } from "./deposits/deposit-files.js";
import { DepositHold } from "./deposits/deposit-hold.js";
import { DepositReportQueries } from "./deposits/deposit-report.queries.js";
import { DepositsController } from "./deposits/deposits.controller.js";
import { DepositsQueries } from "./deposits/deposits.queries.js";
import { UseDepositService } from "./deposits/use-deposit.service.js";
import { AllocationQueries } from "./desk/allocation.queries.js";
import { DeskSearchQueries } from "./desk/desk-search.queries.js";
import { DeskController } from "./desk/desk.controller.js";
import { DeskQueries } from "./desk/desk.queries.js";
import { EarlyEndsController } from "./early-ends/early-ends.controller.js";
import { EndEarlyService } from "./early-ends/end-early.service.js";
import { InvoiceMarks } from "./invoices/invoice-marks.service.js";
import { ReceiptInvoicesController } from "./invoices/invoices.controller.js";
import { DiscountSchemesService } from "./discounts/discount-schemes.service.js";
import { DiscountsController } from "./discounts/discounts.controller.js";
import { DisputesController } from "./disputes/disputes.controller.js";
import { DisputesService } from "./disputes/disputes.service.js";
import { FreezeLateFeesService } from "./late-fees/freeze-late-fees.service.js";
import { LateFeeSchemesService } from "./late-fees/late-fee-schemes.service.js";
import { LateFeesController } from "./late-fees/late-fees.controller.js";
import { LateFeesQueries } from "./late-fees/late-fees.queries.js";
import { LiabilityController } from "./liability/liability.controller.js";
import { LiabilityQueries } from "./liability/liability.queries.js";
import { PaymentMethodsController } from "./methods/payment-methods.controller.js";
import { PaymentMethods } from "./methods/payment-methods.service.js";
import { NoticeData } from "./notices/notice-data.queries.js";
import { NoticeLateFeesService } from "./notices/notice-late-fees.service.js";
import { ReceiptReviewsController } from "./receipt-reviews/receipt-reviews.controller.js";
import { ReceiptReviewsQueries } from "./receipt-reviews/receipt-reviews.queries.js";
import { ReviewReceiptsService } from "./receipt-reviews/review-receipts.service.js";
import { NoticeSettingsController } from "./notices/notice-settings.controller.js";
import { NoticePrints } from "./notices/notice-prints.service.js";
import { NoticeSettingsService } from "./notices/notice-settings.service.js";
import { NoticesController } from "./notices/notices.controller.js";
import { NoticesQueries } from "./notices/notices.queries.js";
import { OffsetPlans } from "./offsets/offset-plan.service.js";
import { OffsetSchemeService } from "./offsets/offset-scheme.service.js";
import { OffsetsController } from "./offsets/offsets.controller.js";
import { OffsetsQueries } from "./offsets/offsets.queries.js";
import { RunOffsetService } from "./offsets/run-offset.service.js";
import { PaymentPlanTransfers } from "./payment-plans/payment-plan-transfers.js";
import { PaymentPlansController } from "./payment-plans/payment-plans.controller.js";
import { PaymentPlansQueries } from "./payment-plans/payment-plans.queries.js";
import { PaymentPlansService } from "./payment-plans/payment-plans.service.js";
import { ClosePeriodService } from "./periods/close-period.service.js";
import { MonthQueries } from "./periods/month.queries.js";
import { CollectionRatesController, PeriodsController } from "./periods/periods.controller.js";
import { PeriodsQueries } from "./periods/periods.queries.js";
import { PostingPeriod } from "./periods/posting-period.js";
import { PrepaymentRefundQueries } from "./prepayments/prepayment-refunds.queries.js";
import { PrepaymentRefundsController, PrepaymentsController } from "./prepayments/prepayments.controller.js";
import { PrepaymentsQueries } from "./prepayments/prepayments.queries.js";
import { RefundPrepaymentService } from "./prepayments/refund-prepayment.service.js";
import { PaperNumbers } from "./receipt-books/paper-numbers.js";
import { ReceiptBooksController } from "./receipt-books/receipt-books.controller.js";
import { ReceiptBooksQueries } from "./receipt-books/receipt-books.queries.js";
import { ReceiptBooksService } from "./receipt-books/receipt-books.service.js";
import { PostReceiptService } from "./receipts/post-receipt.service.js";
import { ReceiptPrints } from "./receipts/receipt-prints.service.js";
import { ReceiptsController, RefundsController } from "./receipts/receipts.controller.js";
import { ReceiptsQueries } from "./receipts/receipts.queries.js";
import { ReverseReceiptService } from "./receipts/reverse-receipt.service.js";
import { TakingsQueries } from "./receipts/takings.queries.js";
import { ReconciliationController } from "./reconciliation/reconciliation.controller.js";
import { ReconciliationService } from "./reconciliation/reconciliation.service.js";
import { PayRefundRequestService } from "./refunds/pay-refund-request.service.js";
import { RefundRequestsController } from "./refunds/refund-requests.controller.js";
import { RefundRequestsQueries } from "./refunds/refunds.queries.js";
import { RequestReversalService } from "./reversals/request-reversal.service.js";
import { RequestRefundService } from "./refunds/request-refund.service.js";
import { ArrearsController } from "./reports/arrears.controller.js";
import { ArrearsQueries } from "./reports/arrears.queries.js";
import { SettleVacancy } from "./reductions/settle-vacancy.service.js";
import { VacanciesController } from "./reductions/vacancies.controller.js";
import { VacanciesQueries } from "./reductions/vacancies.queries.js";
import { VacanciesService } from "./reductions/vacancies.service.js";
import { VacancyTransfers } from "./reductions/vacancy-transfers.js";
import { WaiverLimitsController } from "./reductions/waiver-limits.controller.js";
import { WaiverLimits } from "./reductions/waiver-limits.service.js";
import { ReopenPeriodService } from "./seals/reopen-period.service.js";
import { ReopenPeriodController, SealsController } from "./seals/seals.controller.js";
import { SealsQueries } from "./seals/seals.queries.js";
import { BillingSettingsController } from "./settings/billing-settings.controller.js";
import { BillingSettingsService } from "./settings/billing-settings.service.js";
import { BankDepositsService } from "./shifts/bank-deposits.service.js";
import { CloseShiftService } from "./shifts/close-shift.service.js";
import { DepositFiles } from "./shifts/deposit-files.js";
import { DeskSettingsService } from "./shifts/desk-settings.service.js";
import { OpenShiftService } from "./shifts/open-shift.service.js";
import { ShiftDesk } from "./shifts/shift-desk.js";
import { BankDepositsController, DeskSettingsController, ShiftsController } from "./shifts/shifts.controller.js";
import { ShiftsQueries } from "./shifts/shifts.queries.js";
import { TransferMoney } from "./transfers/transfer-money.service.js";
import { TransferSettlementController } from "./transfers/transfer-settlement.controller.js";
import { TransferSettlements } from "./transfers/transfer-settlements.service.js";
import { WaiversController } from "./waivers/waivers.controller.js";
import { WaiversQueries } from "./waivers/waivers.queries.js";
import { WaiversService } from "./waivers/waivers.service.js";
import { RecoverWriteOffService } from "./write-offs/recover-write-off.service.js";
import { WriteOffsController } from "./write-offs/write-offs.controller.js";
import { WriteOffsQueries } from "./write-offs/write-offs.queries.js";
import { WriteOffsService } from "./write-offs/write-offs.service.js";

/** The collecting half of charging: desk, receipts, prepayments, notices, arrears, months. */
@Module({
  imports: [BillingModule, CustomerModule, FilesModule],
  controllers: [
    ArrearsController,
    BankDepositsController,
    BillingSettingsController,
    CollectionRatesController,
    CorrectionsController,
    DailyReportsController,
    DepositsController,
    DisputesController,
    DeskController,
    EarlyEndsController,
    DeskSettingsController,
    DiscountsController,
    LateFeesController,
    LiabilityController,
    NoticeSettingsController,
    ReceiptReviewsController,
    NoticesController,
    OffsetsController,
    PaymentMethodsController,
    PaymentPlansController,
    PeriodsController,
    PrepaymentRefundsController,
    PrepaymentsController,
    ReceiptBooksController,
    ReceiptInvoicesController,
    ReceiptsController,
    ReconciliationController,
    RefundRequestsController,
    RefundsController,
    ReopenPeriodController,
    SealsController,
    ShiftsController,
    TransferSettlementController,
    VacanciesController,
    WaiverLimitsController,
    WaiversController,
    WriteOffsController,
  ],
  providers: [
    AllocationQueries,
    ArrearsQueries,
    BankDepositsService,
    BillingSettingsService,
    ClosePeriodService,
    CloseShiftService,
    CorrectChargeService,
    CreateDepositService,
    DisputesService,
    DailyReportsQueries,
    DailyReportsService,
    DepositFiles,
    DepositHold,
    DepositReportQueries,
    DepositsQueries,
    DeskQueries,
    DeskSearchQueries,
    DeskSettingsService,
    DiscountSchemesService,
    EndEarlyService,
    FreezeLateFeesService,
    HeldDepositFiles,
    InvoiceMarks,
    LateFeeSchemesService,
    LateFeesQueries,
    LiabilityQueries,
    MonthQueries,
    NoticeData,
    NoticeLateFeesService,
    NoticePrints,
    NoticeSettingsService,
    ReceiptReviewsQueries,
    ReviewReceiptsService,
    NoticesQueries,
    OffsetPlans,
    OffsetSchemeService,
    OffsetsQueries,
    OpenShiftService,
    PaperNumbers,
    PaymentMethods,
    PaymentPlansQueries,
    PaymentPlansService,
    PaymentPlanTransfers,
    PayRefundRequestService,
    PeriodsQueries,
    PostingPeriod,
    PostReceiptService,
    PrepaymentRefundQueries,
    PrepaymentsQueries,
    ProjectToday,
    ReceiptBooksQueries,
    ReceiptBooksService,
    ReceiptPrints,
    ReceiptsQueries,
    ReconciliationService,
    RecoverWriteOffService,
    RefundPrepaymentService,
    RefundRequestsQueries,
    ReopenPeriodService,
    RequestRefundService,
    RequestReversalService,
    ReverseReceiptService,
    RunOffsetService,
    SealsQueries,
    SettleVacancy,
    ShiftDesk,
    ShiftsQueries,
    TakingsQueries,
    TransferMoney,
    TransferSettlements,
    UseDepositService,
    VacanciesQueries,
    VacanciesService,
    VacancyTransfers,
    WaiverLimits,
    WaiversQueries,
    WaiversService,
    WriteOffsQueries,
    WriteOffsService,
  ],
  exports: [
    ClosePeriodService,
    DeskSettingsService,
    PaymentMethods,
    PayRefundRequestService,
    PeriodsQueries,
    PostReceiptService,
    ProjectToday,
    ReverseReceiptService,
    ShiftDesk,
  ],
})
export class CollectionModule {}
