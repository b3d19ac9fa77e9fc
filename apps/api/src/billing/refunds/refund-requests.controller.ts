import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  PayRefundRequestDto,
  ProjectPath,
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
