import { Approval } from "./approvals/approval.entity.js";
import { AuditLog } from "./audit/audit-log.entity.js";
import { AccessApplication } from "./auth/access-application.entity.js";
import { AppUser } from "./auth/app-user.entity.js";
import { Membership } from "./auth/membership.entity.js";
import { RefreshSession } from "./auth/refresh-session.entity.js";
import { Role } from "./auth/role.entity.js";
import { ChargeBatch } from "./billing/charge-batches/charge-batch.entity.js";
import { ChargeDispute } from "./billing/disputes/charge-dispute.entity.js";
import { ChargeEntry } from "./billing/charges/charge-entry.entity.js";
import { ChargeOrigin } from "./billing/charges/charge-origin.entity.js";
import { Charge } from "./billing/charges/charge.entity.js";
import { Deposit } from "./billing/deposits/deposit.entity.js";
import { DepositMovement } from "./billing/deposits/deposit-movement.entity.js";
import { ReceiptInvoice } from "./billing/invoices/receipt-invoice.entity.js";
import { FundAccount } from "./billing/maintenance-fund/fund-account.entity.js";
import { FundDocument } from "./billing/maintenance-fund/fund-document.entity.js";
import { FundEntry } from "./billing/maintenance-fund/fund-entry.entity.js";
import { Remittance } from "./billing/remittances/remittance.entity.js";
import { PublicIncomeEntry } from "./billing/public-income/public-income-entry.entity.js";
import { WriteOff } from "./billing/write-offs/write-off.entity.js";
import { WriteOffEntry } from "./billing/write-offs/write-off-entry.entity.js";
import { WriteOffLine } from "./billing/write-offs/write-off-line.entity.js";
import { RefundRequest } from "./billing/refunds/refund-request.entity.js";
import { DebitAgreement } from "./billing/debit/agreements/debit-agreement.entity.js";
import { DebitBatch } from "./billing/debit/batches/debit-batch.entity.js";
import { DebitCover } from "./billing/debit/agreements/debit-cover.entity.js";
import { DebitCredit } from "./billing/debit/batches/debit-credit.entity.js";
import { DebitExclusion } from "./billing/debit/batches/debit-exclusion.entity.js";
import { DebitFile } from "./billing/debit/batches/debit-file.entity.js";
import { DebitLine } from "./billing/debit/batches/debit-line.entity.js";
import { DebitLineCharge } from "./billing/debit/batches/debit-line-charge.entity.js";
import { DebitScheme } from "./billing/debit/schemes/debit-scheme.entity.js";
import { OnlineChannel } from "./billing/online/online-channel.entity.js";
import { OnlineNotification } from "./billing/online/online-notification.entity.js";
import { OnlineOrderCharge } from "./billing/online/online-order-charge.entity.js";
import { OnlineOrder } from "./billing/online/online-order.entity.js";
import { EInvoiceEvent } from "./billing/e-invoices/e-invoice-event.entity.js";
import { EInvoiceLine } from "./billing/e-invoices/e-invoice-line.entity.js";
import { EInvoice } from "./billing/e-invoices/e-invoice.entity.js";
import { InvoiceAnswer } from "./billing/e-invoices/invoice-answer.entity.js";
import { RedInvoice, RedInvoiceLine } from "./billing/e-invoices/red/red-invoice.entity.js";
import { InvoiceSettings } from "./billing/e-invoices/settings/invoice-settings.entity.js";
import { DunningBatch } from "./billing/dunning/batches/dunning-batch.entity.js";
import { DunningCase } from "./billing/dunning/cases/dunning-case.entity.js";
import { DunningDeliveryRow } from "./billing/dunning/cases/dunning-delivery.entity.js";
import { DunningLawsuit, DunningLawsuitCharge } from "./billing/dunning/cases/dunning-lawsuit.entity.js";
import { DunningLevel } from "./billing/dunning/levels/dunning-level.entity.js";
import { DunningPlan } from "./billing/dunning/plans/dunning-plan.entity.js";
import { DunningPause } from "./billing/dunning/cases/dunning-pause.entity.js";
import { DunningPromise, DunningPromiseCharge } from "./billing/dunning/cases/dunning-promise.entity.js";
import { DunningStepCharge } from "./billing/dunning/cases/dunning-step-charge.entity.js";
import { DunningStep } from "./billing/dunning/cases/dunning-step.entity.js";
import { OnlineRefund } from "./billing/online/refunds/online-refund.entity.js";
import { OnlineDifference } from "./billing/online/statements/online-difference.entity.js";
import { OnlineStatement } from "./billing/online/statements/online-statement.entity.js";
import { DiscountLine } from "./billing/discounts/discount-line.entity.js";
import { DiscountSchemeItem } from "./billing/discounts/discount-scheme-item.entity.js";
import { DiscountScheme } from "./billing/discounts/discount-scheme.entity.js";
import { Vacancy } from "./billing/reductions/vacancy.entity.js";
import { VacancyItem } from "./billing/reductions/vacancy-item.entity.js";
import { VacancyLine } from "./billing/reductions/vacancy-line.entity.js";
import { WaiverLimit } from "./billing/reductions/waiver-limit.entity.js";
import { FeeItem } from "./billing/fee-items/fee-item.entity.js";
import { MeterCharge } from "./billing/meters/meter-charge.entity.js";
import { MeterReading } from "./billing/meters/meter-reading.entity.js";
import { MeterSettings } from "./billing/meters/meter-settings.entity.js";
import { MeterSheet } from "./billing/meters/meter-sheet.entity.js";
import { Meter } from "./billing/meters/meter.entity.js";
import { RoomHeadcount } from "./billing/meters/room-headcount.entity.js";
import { PaymentPlanCharge } from "./billing/payment-plans/payment-plan-charge.entity.js";
import { PaymentPlanInstalment } from "./billing/payment-plans/payment-plan-instalment.entity.js";
import { PaymentPlan } from "./billing/payment-plans/payment-plan.entity.js";
import { BillingPeriod } from "./billing/periods/billing-period.entity.js";
import { PeriodBalance } from "./billing/periods/period-balance.entity.js";
import { LateFeeItem } from "./billing/late-fees/late-fee-item.entity.js";
import { LateFeeRate } from "./billing/late-fees/late-fee-rate.entity.js";
import { LateFeeScheme } from "./billing/late-fees/late-fee-scheme.entity.js";
import { PeriodReopening } from "./billing/seals/period-reopening.entity.js";
import { PeriodSeal } from "./billing/seals/period-seal.entity.js";
import { PrepaymentAccount } from "./billing/prepayments/prepayment-account.entity.js";
import { PrepaymentMovement } from "./billing/prepayments/prepayment-movement.entity.js";
import { PrepaymentRefund } from "./billing/prepayments/prepayment-refund.entity.js";
import { ChargeContract } from "./billing/objects/contracts/charge-contract.entity.js";
import { ChargeObject } from "./billing/objects/charge-object.entity.js";
import { RateBinding } from "./billing/rates/rate-binding.entity.js";
import { RateVersion } from "./billing/rates/rate-version.entity.js";
import { Rate } from "./billing/rates/rate.entity.js";
import { ReceiptMethod } from "./billing/receipts/receipt-method.entity.js";
import { ReceiptPrint } from "./billing/receipts/receipt-print.entity.js";
import { Receipt } from "./billing/receipts/receipt.entity.js";
import { Refund } from "./billing/receipts/refund.entity.js";
import { RecalculationLine } from "./billing/recalculations/recalculation-line.entity.js";
import { Recalculation } from "./billing/recalculations/recalculation.entity.js";
import { ChargeRunLine } from "./billing/runs/charge-run-line.entity.js";
import { ChargeRun } from "./billing/runs/charge-run.entity.js";
import { DailyReport } from "./billing/daily-reports/daily-report.entity.js";
import { PaymentMethodSetting } from "./billing/methods/payment-method.entity.js";
import { BookNumber } from "./billing/receipt-books/book-number.entity.js";
import { ReceiptBook } from "./billing/receipt-books/receipt-book.entity.js";
import { ChannelStatement } from "./billing/reconciliation/channel-statement.entity.js";
import { Opening } from "./billing/openings/opening.entity.js";
import { OpeningRow } from "./billing/openings/opening-row.entity.js";
import { OpeningTotal } from "./billing/openings/opening-total.entity.js";
import { PaidThrough } from "./billing/openings/paid-through.entity.js";
import { BankDeposit } from "./billing/shifts/bank-deposit.entity.js";
import { CashierShift } from "./billing/shifts/cashier-shift.entity.js";
import { DeskSettings } from "./billing/shifts/desk-settings.entity.js";
import { ReceiptReview } from "./billing/receipt-reviews/receipt-review.entity.js";
import { NoticePrint } from "./billing/notices/notice-print.entity.js";
import { NoticeSettings } from "./billing/notices/notice-settings.entity.js";
import { BillingSettings } from "./billing/settings/billing-settings.entity.js";
import { MonthShare } from "./billing/shares/month-share.entity.js";
import { ShareLine } from "./billing/shares/share-line.entity.js";
import { SharePool } from "./billing/shares/share-pool.entity.js";
import { ArchiveExport } from "./billing/archives/archive-export.entity.js";
import { VoucherExport } from "./billing/vouchers/voucher-export.entity.js";
import { VoucherSettings } from "./billing/vouchers/voucher-settings.entity.js";
import { WaiverLine } from "./billing/waivers/waiver-line.entity.js";
import { Waiver } from "./billing/waivers/waiver.entity.js";
import { Customer } from "./customer/customer.entity.js";
import { DataRecipient } from "./customer/recipients/data-recipient.entity.js";
import { GuardianConsent } from "./customer/guardian-consent.entity.js";
import { CustomerAddress } from "./customer/details/customer-address.entity.js";
import { CustomerContact } from "./customer/details/customer-contact.entity.js";
import { CustomerPhone } from "./customer/details/customer-phone.entity.js";
import { InvoiceTitle } from "./customer/details/invoice-title.entity.js";
import { CustomerTag } from "./customer/tags/customer-tag.entity.js";
import { TaggedCustomer } from "./customer/tags/tagged-customer.entity.js";
import { CustomerMerge } from "./customer/merge/customer-merge.entity.js";
import { CustomerConsent } from "./customer/privacy/customer-consent.entity.js";
import { PrivacyNotice } from "./customer/privacy/privacy-notice.entity.js";
import { PrivacyRequest } from "./customer/privacy/privacy-request.entity.js";
import { Payer } from "./customer/payer.entity.js";
import { RoomRelation } from "./customer/room-relation.entity.js";
import { DataExport } from "./exports/data-export.entity.js";
import { RoomTransferOwner } from "./customer/transfers/room-transfer-owner.entity.js";
import { RoomTransfer } from "./customer/transfers/room-transfer.entity.js";
import { FileObject } from "./files/file-object.entity.js";
import { ImportBatch } from "./imports/import-batch.entity.js";
import { ImportMapping } from "./imports/import-mapping.entity.js";
import { ImportRow } from "./imports/import-row.entity.js";
import { Job } from "./jobs/job.entity.js";
import { OffsetRun } from "./billing/offsets/offset-run.entity.js";
import { OffsetScheme } from "./billing/offsets/offset-scheme.entity.js";
import { OutboxEvent } from "./jobs/outbox-event.entity.js";
import {
  InspectionDefect,
  InspectionDefectStep,
  InspectionSignature,
} from "./property/inspections/inspection-defect.entity.js";
import {
  InspectionItem,
  InspectionReading,
  InspectionRecord,
} from "./property/inspections/inspection-record.entity.js";
import { InspectionTemplate } from "./property/inspections/inspection-template.entity.js";
import { Inspection } from "./property/inspections/inspection.entity.js";
import { NumberSeries } from "./numbering/number-series.entity.js";
import { ParkingSpace } from "./parking/parking-space.entity.js";
import { AttributeDefinition } from "./property/attributes/attribute-definition.entity.js";
import { VehicleRelation } from "./parking/vehicles/vehicle-relation.entity.js";
import { Vehicle } from "./parking/vehicles/vehicle.entity.js";
import { Building } from "./property/building.entity.js";
import { ProjectName } from "./property/project-name.entity.js";
import { Project } from "./property/project.entity.js";
import { RoomLineage } from "./property/restructures/room-lineage.entity.js";
import { RoomRestructure } from "./property/restructures/room-restructure.entity.js";
import { RoomPrefix } from "./property/room-prefix.entity.js";
import { RoomAreaVersion } from "./property/room-area-version.entity.js";
import { Room } from "./property/room.entity.js";
import { Unit } from "./property/unit.entity.js";
import { SavedFilter } from "./saved-filters/saved-filter.entity.js";

/** Every table. Listed by hand, so that a file lying around is not a table. */
export const entities = [
  AccessApplication,
  AppUser,
  Approval,
  AttributeDefinition,
  AuditLog,
  PaymentPlan,
  PaymentPlanCharge,
  PaymentPlanInstalment,
  BillingPeriod,
  Meter,
  MeterReading,
  MeterCharge,
  MeterSheet,
  MeterSettings,
  RoomHeadcount,
  NoticePrint,
  NoticeSettings,
  ReceiptReview,
  BillingSettings,
  ArchiveExport,
  VoucherExport,
  VoucherSettings,
  Building,
  Charge,
  ChargeBatch,
  ChargeEntry,
  ChargeOrigin,
  ChargeDispute,
  Recalculation,
  RecalculationLine,
  ChargeRun,
  ChargeRunLine,
  Customer,
  DataRecipient,
  DataExport,
  DunningBatch,
  DunningCase,
  DunningDeliveryRow,
  DunningLawsuit,
  DunningLawsuitCharge,
  DunningLevel,
  DunningPause,
  DunningPlan,
  DunningPromise,
  DunningPromiseCharge,
  DunningStepCharge,
  DunningStep,
  DebitAgreement,
  DebitBatch,
  DebitCover,
  DebitCredit,
  DebitExclusion,
  DebitFile,
  DebitLine,
  DebitLineCharge,
  DebitScheme,
  OnlineChannel,
  OnlineNotification,
  OnlineOrder,
  EInvoice,
  EInvoiceEvent,
  EInvoiceLine,
  InvoiceAnswer,
  InvoiceSettings,
  RedInvoice,
  RedInvoiceLine,
  OnlineOrderCharge,
  OnlineRefund,
  OnlineStatement,
  OnlineDifference,
  CustomerAddress,
  CustomerConsent,
  CustomerContact,
  CustomerMerge,
  CustomerPhone,
  CustomerTag,
  Deposit,
  DepositMovement,
  FeeItem,
  FileObject,
  GuardianConsent,
  ImportBatch,
  ImportMapping,
  ImportRow,
  InvoiceTitle,
  Inspection,
  InspectionDefect,
  InspectionDefectStep,
  InspectionItem,
  InspectionReading,
  InspectionRecord,
  InspectionSignature,
  InspectionTemplate,
  Job,
  LateFeeItem,
  LateFeeRate,
  LateFeeScheme,
  Membership,
  MonthShare,
  NumberSeries,
  OffsetRun,
  OffsetScheme,
  OutboxEvent,
  ParkingSpace,
  Payer,
  PeriodBalance,
  PeriodReopening,
  PeriodSeal,
  PrepaymentAccount,
  PrepaymentMovement,
  PrepaymentRefund,
  PrivacyNotice,
  PrivacyRequest,
  Project,
  ProjectName,
  Rate,
  ChargeContract,
  ChargeObject,
  RateBinding,
  RateVersion,
  Receipt,
  CashierShift,
  Opening,
  OpeningRow,
  OpeningTotal,
  PaidThrough,
  BankDeposit,
  BookNumber,
  PaymentMethodSetting,
  ReceiptBook,
  ChannelStatement,
  DailyReport,
  DeskSettings,
  ReceiptInvoice,
  ReceiptMethod,
  ReceiptPrint,
  RefreshSession,
  Refund,
  RefundRequest,
  Role,
  Room,
  RoomAreaVersion,
  RoomLineage,
  RoomPrefix,
  RoomRelation,
  RoomRestructure,
  TaggedCustomer,
  RoomTransfer,
  RoomTransferOwner,
  SavedFilter,
  ShareLine,
  SharePool,
  Unit,
  Vehicle,
  VehicleRelation,
  Waiver,
  WaiverLine,
  DiscountLine,
  DiscountScheme,
  DiscountSchemeItem,
  WaiverLimit,
  Vacancy,
  VacancyItem,
  VacancyLine,
  WriteOff,
  WriteOffEntry,
  WriteOffLine,
  FundAccount,
  FundDocument,
  FundEntry,
  PublicIncomeEntry,
  Remittance,
];
