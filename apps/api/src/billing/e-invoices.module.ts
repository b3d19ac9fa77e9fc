import { Module } from "@nestjs/common";
import { CustomerModule } from "../customer/customer.module.js";
import { BillingModule } from "./billing.module.js";
import { EInvoicesController, InvoiceableController } from "./e-invoices/e-invoices.controller.js";
import { EInvoicesQueries } from "./e-invoices/e-invoices.queries.js";
import { FileDropInvoices } from "./e-invoices/file-drop/file-drop-invoices.js";
import { InvoiceFolders } from "./e-invoices/file-drop/invoice-folders.js";
import { InvoicesKept } from "./e-invoices/invoices-kept.js";
import { InvoiceWorkbookService } from "./e-invoices/invoice-workbook.service.js";
import { InvoicePorts } from "./e-invoices/port/invoice-ports.js";
import { RequestRedInvoiceService } from "./e-invoices/red/request-red-invoice.service.js";
import { RequestEInvoiceService } from "./e-invoices/request-e-invoice.service.js";
import { InvoiceRounds } from "./e-invoices/rounds/invoice-rounds.service.js";
import { TakeAnswerService } from "./e-invoices/rounds/take-answer.service.js";
import { InvoiceSettingsController } from "./e-invoices/settings/invoice-settings.controller.js";
import { InvoiceSettingsService } from "./e-invoices/settings/invoice-settings.service.js";

/** 电子发票: requests from settled receipt lines, suppliers behind one port, red invoices (BIL-121…123). */
@Module({
  imports: [BillingModule, CustomerModule],
  controllers: [EInvoicesController, InvoiceableController, InvoiceSettingsController],
  providers: [
    EInvoicesQueries,
    FileDropInvoices,
    InvoiceFolders,
    InvoicePorts,
    InvoiceRounds,
    InvoiceSettingsService,
    InvoicesKept,
    InvoiceWorkbookService,
    RequestEInvoiceService,
    RequestRedInvoiceService,
    TakeAnswerService,
  ],
})
export class EInvoicesModule {}
