import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CancelRefundRequestDto,
  PayRefundRequestDto,
  ProjectPath,
  RefundAccountDto,
  RefundRequestDto,
  RefundRequestPageDto,
  RefundRequestPath,
  RefundRequestQueryDto,
  RequestRefundDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PayRefundRequestService } from "./pay-refund-request.service.js";
import { RefundRequestsQueries } from "./refunds.queries.js";
import { RequestRefundService } from "./request-refund.service.js";

/** 退款申请 (BIL-81): asked for, reviewed in 审批, paid by somebody other than who asked. */
@Controller("projects/:projectId/refund-requests")
export class RefundRequestsController {
  constructor(
    private readonly queries: RefundRequestsQueries,
    private readonly requester: RequestRefundService,
    private readonly payer: PayRefundRequestService,
  ) {}

  /** 退款申请，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: RefundRequestQueryDto): Promise<RefundRequestPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 退款申请详情 */
  @Get(":requestId")
  @Requires("billing:read")
  one(@Param() { projectId, requestId }: RefundRequestPath): Promise<RefundRequestDto> {
    return this.queries.one(projectId, requestId);
  }

  /** 申请退款：凭红字收据、可退的押金或预收余额；同一编号重复提交只申请一次 */
  @Post()
  @Requires("billing:request-refund")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestRefundDto,
  ): Promise<RefundRequestDto> {
    return this.queries.one(projectId, await this.requester.request(actor, projectId, dto));
  }

  /** 取消已通过、还没有付款的退款申请；金额可以重新申请 */
  @Post(":requestId/cancel")
  @HttpCode(200)
  @Requires("billing:request-refund")
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { projectId, requestId }: RefundRequestPath,
    @Body() { reason }: CancelRefundRequestDto,
  ): Promise<RefundRequestDto> {
    await this.requester.cancel(actor, projectId, requestId, reason);
    return this.queries.one(projectId, requestId);
  }

  /** 查看待付款申请的完整收款账号，写入审计 */
  @Post(":requestId/account")
  @HttpCode(200)
  @Requires("billing:refund")
  account(
    @CurrentActor() actor: Actor,
    @Param() { projectId, requestId }: RefundRequestPath,
  ): Promise<RefundAccountDto> {
    return this.payer.account(actor, projectId, requestId);
  }

  /** 付款；不能由申请人办理，重复提交只付一次 */
  @Post(":requestId/pay")
  @HttpCode(200)
  @Requires("billing:refund")
  async pay(
    @CurrentActor() actor: Actor,
    @Param() { projectId, requestId }: RefundRequestPath,
    @Body() dto: PayRefundRequestDto,
  ): Promise<RefundRequestDto> {
    await this.payer.pay(actor, projectId, requestId, dto);
    return this.queries.one(projectId, requestId);
  }
}
