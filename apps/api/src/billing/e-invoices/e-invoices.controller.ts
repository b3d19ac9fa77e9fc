import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  EInvoiceDetailDto,
  EInvoiceFaultPageDto,
  EInvoiceFaultQueryDto,
  EInvoicePageDto,
  EInvoicePath,
  EInvoiceQueryDto,
  EInvoiceRoundDto,
  EInvoiceTotalsDto,
  InvoiceableReceiptDto,
  ProjectPath,
  ReceiptPath,
  RedInvoicePath,
  RequestEInvoiceDto,
  RequestRedInvoiceDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { EInvoicesQueries } from "./e-invoices.queries.js";
import { InvoiceWorkbookService } from "./invoice-workbook.service.js";
import { RequestRedInvoiceService } from "./red/request-red-invoice.service.js";
import { RequestEInvoiceService } from "./request-e-invoice.service.js";
import { InvoiceRounds } from "./rounds/invoice-rounds.service.js";

/** 电子发票 (数电票): requests, results, red invoices (BIL-121…123). */
@Controller("projects/:projectId/e-invoices")
export class EInvoicesController {
  constructor(
    private readonly queries: EInvoicesQueries,
    private readonly requests: RequestEInvoiceService,
    private readonly reds: RequestRedInvoiceService,
    private readonly rounds: InvoiceRounds,
    private readonly workbooks: InvoiceWorkbookService,
  ) {}

  /** 电子发票列表，新申请的在前 */
  @Get()
  @Requires("billing:read")
  page(@Param() { projectId }: ProjectPath, @Query() query: EInvoiceQueryDto): Promise<EInvoicePageDto> {
    return this.queries.page(projectId, query);
  }

  /** 电子发票合计；开具失败的不计 */
  @Get("totals")
  @Requires("billing:read")
  totals(@Param() { projectId }: ProjectPath, @Query() query: EInvoiceQueryDto): Promise<EInvoiceTotalsDto> {
    return this.queries.totals(projectId, query);
  }

  /** 列表的 Excel，按同样的条件，金额以元计；导出记入日志 */
  @Get("xlsx")
  @Requires("billing:print")
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() query: EInvoiceQueryDto,
  ): Promise<StreamableFile> {
    return xlsxAnswer("电子发票.xlsx", await this.workbooks.make(actor, projectId, query));
  }

  /** 没有采用的开票结果，新的在前 */
  @Get("faults")
  @Requires("billing:read")
  faults(@Param() { projectId }: ProjectPath, @Query() query: EInvoiceFaultQueryDto): Promise<EInvoiceFaultPageDto> {
    return this.queries.faults(projectId, query);
  }

  /** 送出待办的申请，并取回开票结果；每分钟也会自动办理 */
  @Post("collect")
  @HttpCode(200)
  @Requires("billing:invoice")
  collect(@CurrentActor() actor: Actor, @Param() { projectId }: ProjectPath): Promise<EInvoiceRoundDto> {
    return this.rounds.round(actor, projectId);
  }

  /** 申请开具电子发票 */
  @Post()
  @Requires("billing:invoice")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestEInvoiceDto,
  ): Promise<EInvoiceDetailDto> {
    await this.requests.request(actor, projectId, dto);
    return this.queries.one(projectId, dto.id);
  }

  /** 一张电子发票，连同明细、红冲和经过 */
  @Get(":invoiceId")
  @Requires("billing:read")
  one(@Param() { projectId, invoiceId }: EInvoicePath): Promise<EInvoiceDetailDto> {
    return this.queries.one(projectId, invoiceId);
  }

  /** 开具失败的重新开具，流水号不变 */
  @Post(":invoiceId/retry")
  @HttpCode(200)
  @Requires("billing:invoice")
  async retry(
    @CurrentActor() actor: Actor,
    @Param() { projectId, invoiceId }: EInvoicePath,
  ): Promise<EInvoiceDetailDto> {
    await this.requests.retry(actor, projectId, invoiceId);
    return this.queries.one(projectId, invoiceId);
  }

  /** 申请红冲：整张或部分 */
  @Post(":invoiceId/reds")
  @Requires("billing:red-invoice")
  async red(
    @CurrentActor() actor: Actor,
    @Param() { projectId, invoiceId }: EInvoicePath,
    @Body() dto: RequestRedInvoiceDto,
  ): Promise<EInvoiceDetailDto> {
    await this.reds.request(actor, projectId, invoiceId, dto);
    return this.queries.one(projectId, invoiceId);
  }

  /** 失败的红冲重新办理，流水号不变 */
  @Post(":invoiceId/reds/:redId/retry")
  @HttpCode(200)
  @Requires("billing:red-invoice")
  async retryRed(
    @CurrentActor() actor: Actor,
    @Param() { projectId, invoiceId, redId }: RedInvoicePath,
  ): Promise<EInvoiceDetailDto> {
    await this.reds.retry(actor, projectId, invoiceId, redId);
    return this.queries.one(projectId, invoiceId);
  }
}

/** What of a receipt can be invoiced. */
@Controller("projects/:projectId/receipts/:receiptId/invoiceable")
export class InvoiceableController {
  constructor(private readonly queries: EInvoicesQueries) {}

  /** 收据可以开票的明细，不能开的说明原因 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId, receiptId }: ReceiptPath): Promise<InvoiceableReceiptDto> {
    return this.queries.invoiceable(projectId, receiptId);
  }
}
