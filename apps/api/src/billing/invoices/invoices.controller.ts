import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { MarkInvoicedDto, MarkInvoiceReversedDto, ReceiptInvoiceDto, ReceiptPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { InvoiceMarks } from "./invoice-marks.service.js";

/** 收据的发票登记: whether a receipt was exchanged for an invoice (BIL-123). */
@Controller("projects/:projectId/receipts/:receiptId/invoices")
export class ReceiptInvoicesController {
  constructor(private readonly marks: InvoiceMarks) {}

  /** 收据已登记的发票，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId, receiptId }: ReceiptPath): Promise<ReceiptInvoiceDto[]> {
    return this.marks.of(projectId, receiptId);
  }

  /** 登记已开具的发票；有效发票存在时不能退款或作废 */
  @Post()
  @Requires("billing:print")
  async mark(
    @CurrentActor() actor: Actor,
    @Param() { projectId, receiptId }: ReceiptPath,
    @Body() dto: MarkInvoicedDto,
  ): Promise<ReceiptInvoiceDto[]> {
    await this.marks.mark(actor, projectId, receiptId, dto);
    return this.marks.of(projectId, receiptId);
  }

  /** 登记红字发票 */
  @Post("reversal")
  @HttpCode(200)
  @Requires("billing:print")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, receiptId }: ReceiptPath,
    @Body() dto: MarkInvoiceReversedDto,
  ): Promise<ReceiptInvoiceDto[]> {
    await this.marks.reverse(actor, projectId, receiptId, dto);
    return this.marks.of(projectId, receiptId);
  }
}
