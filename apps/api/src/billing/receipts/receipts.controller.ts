import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  PostReceiptDto,
  ProjectPath,
  ReceiptDetailDto,
  ReceiptPageDto,
  ReceiptPath,
  ReceiptPrintDto,
  ReceiptPrintQueryDto,
  ReceiptQueryDto,
  RefundPageDto,
  RefundQueryDto,
  ReverseReceiptDto,
  TakingsDto,
  TakingsQueryDto,
  VoidReceiptDto,
} from "@linli/contracts";
import { type Access, may } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { ProjectToday } from "../../property/project-today.js";
import { toReceiptPrintDto, writeReceipts } from "../prints/receipt.js";
import { RequestReversalService } from "../reversals/request-reversal.service.js";
import { PostReceiptService } from "./post-receipt.service.js";
import { ReceiptPrints } from "./receipt-prints.service.js";
import { ReceiptsQueries } from "./receipts.queries.js";
import { ReverseReceiptService } from "./reverse-receipt.service.js";
import { TakingsQueries } from "./takings.queries.js";

/** Receipts (收据): taking money, reversing, printing. */
@Controller("projects/:projectId/receipts")
export class ReceiptsController {
  constructor(
    private readonly poster: PostReceiptService,
    private readonly reverser: ReverseReceiptService,
    private readonly reversals: RequestReversalService,
    private readonly receipts: ReceiptsQueries,
    private readonly takings: TakingsQueries,
    private readonly prints: ReceiptPrints,
    private readonly days: ProjectToday,
  ) {}

  /** 收款：开具收据；同一编号重复提交只收一次 */
  @Post()
  @Requires("billing:collect")
  async post(
    @Param() { projectId }: ProjectPath,
    @Body() dto: PostReceiptDto,
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
  ): Promise<ReceiptDetailDto> {
    await this.poster.post(actor, projectId, dto, { mayBackDate: may(access, "billing:reverse", projectId) });
    return this.receipts.detail(projectId, dto.id);
  }

  /** 收据列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ReceiptQueryDto): Promise<ReceiptPageDto> {
    return this.receipts.page(projectId, query);
  }

  /** 收款日报：按方式、日期和收款人汇总 */
  @Get("takings")
  @Requires("billing:read")
  async daily(@Param() { projectId }: ProjectPath, @Query() query: TakingsQueryDto): Promise<TakingsDto> {
    return this.takings.of(projectId, await this.days.today(projectId), query);
  }

  /** 收据详情 */
  @Get(":receiptId")
  @Requires("billing:read")
  one(@Param() { projectId, receiptId }: ReceiptPath): Promise<ReceiptDetailDto> {
    return this.receipts.detail(projectId, receiptId);
  }

  /** 红冲收据：开具日期为今天的红字收据，返回红字收据；须审批的收据（见 reversalNeedsApproval）请申请红冲 */
  @Post(":receiptId/reverse")
  @Requires("billing:reverse")
  async reverse(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Body() dto: ReverseReceiptDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDetailDto> {
    return this.receipts.detail(projectId, await this.reverser.reverse(actor, projectId, receiptId, dto));
  }

  /** 申请红冲：须由另一人审批的收据；审批通过时开具当天的红字收据，此前什么都不变 */
  @Post(":receiptId/reversal-requests")
  @Requires("billing:reverse")
  async requestReversal(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Body() dto: ReverseReceiptDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDetailDto> {
    await this.reversals.request(actor, projectId, receiptId, dto);
    return this.receipts.detail(projectId, receiptId);
  }

  /** 作废自己今天开的收据：未交班、已打印的全部收回、未开发票；返回红字单据 */
  @Post(":receiptId/void")
  @Requires("billing:collect")
  async void(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Body() dto: VoidReceiptDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptDetailDto> {
    return this.receipts.detail(projectId, await this.reverser.void(actor, projectId, receiptId, dto));
  }

  /** 收据打印内容（预览，不计打印次数），按票据本的版式或所选版式 */
  @Get(":receiptId/print-data")
  @Requires("billing:read")
  async printData(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Query() { layout }: ReceiptPrintQueryDto,
  ): Promise<ReceiptPrintDto> {
    return toReceiptPrintDto(await this.prints.preview(projectId, receiptId, layout));
  }

  /** 登记一次打印并返回打印内容；第二次起为补打 */
  @Post(":receiptId/prints")
  @Requires("billing:print")
  async print(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Query() { layout }: ReceiptPrintQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiptPrintDto> {
    return toReceiptPrintDto(await this.prints.print(actor, projectId, receiptId, layout));
  }

  /** 收据 PDF，计一次打印；第二次起为补打 */
  @Post(":receiptId/pdf")
  @HttpCode(200)
  @Requires("billing:print")
  async pdf(
    @Param() { projectId, receiptId }: ReceiptPath,
    @Query() { layout }: ReceiptPrintQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const receipt = await this.prints.print(actor, projectId, receiptId, layout);
    return pdfAnswer(`${receipt.receiptNo}.pdf`, (out) => writeReceipts([receipt], receipt.layout, out));
  }
}

/** Refunds (退款) that were paid: asked for and reviewed first, see refunds/. */
@Controller("projects/:projectId/refunds")
export class RefundsController {
  constructor(private readonly receipts: ReceiptsQueries) {}

  /** 退款列表，新的在前；退款先申请（refund-requests），审核后付款 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RefundQueryDto): Promise<RefundPageDto> {
    return this.receipts.refunds(projectId, query);
  }
}
