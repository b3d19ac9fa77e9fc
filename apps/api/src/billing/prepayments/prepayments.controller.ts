import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CancelPrepaymentRefundDto,
  PayPrepaymentRefundDto,
  PrepaymentMovementPageDto,
  PrepaymentMovementQueryDto,
  PrepaymentPageDto,
  PrepaymentPath,
  PrepaymentQueryDto,
  PrepaymentRefundDto,
  PrepaymentRefundPageDto,
  PrepaymentRefundPath,
  PrepaymentRefundQueryDto,
  ProjectPath,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PrepaymentRefundQueries } from "./prepayment-refunds.queries.js";
import { PrepaymentsQueries } from "./prepayments.queries.js";
import { RefundPrepaymentService } from "./refund-prepayment.service.js";

/** Prepayments (预收款). */
@Controller("projects/:projectId/prepayments")
export class PrepaymentsController {
  constructor(private readonly prepayments: PrepaymentsQueries) {}

  /** 预收账户及余额 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: PrepaymentQueryDto): Promise<PrepaymentPageDto> {
    return this.prepayments.page(projectId, query);
  }

  /** 预收账户的变动，新的在前 */
  @Get(":accountId/movements")
  @Requires("billing:read")
  movements(
    @Param() { projectId, accountId }: PrepaymentPath,
    @Query() query: PrepaymentMovementQueryDto,
  ): Promise<PrepaymentMovementPageDto> {
    return this.prepayments.movements(projectId, accountId, query);
  }
}

/** Prepayment balances to be paid back (退还预收): asked for by a transfer, paid by somebody else. */
@Controller("projects/:projectId/prepayment-refunds")
export class PrepaymentRefundsController {
  constructor(
    private readonly queries: PrepaymentRefundQueries,
    private readonly refunds: RefundPrepaymentService,
  ) {}

  /** 退还预收的申请，新的在前 */
  @Get()
  @Requires("billing:read")
  list(
    @Param() { projectId }: ProjectPath,
    @Query() query: PrepaymentRefundQueryDto,
  ): Promise<PrepaymentRefundPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 支付退款；不能由申请人办理，重复提交只付一次 */
  @Post(":refundId/pay")
  @HttpCode(200)
  @Requires("billing:refund")
  async pay(
    @CurrentActor() actor: Actor,
    @Param() { projectId, refundId }: PrepaymentRefundPath,
    @Body() dto: PayPrepaymentRefundDto,
  ): Promise<PrepaymentRefundDto> {
    await this.refunds.pay(actor, projectId, refundId, dto);
    return this.queries.one(projectId, refundId);
  }

  /** 取消退款申请，余额仍为预收 */
  @Post(":refundId/cancel")
  @HttpCode(200)
  @Requires("billing:refund")
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { projectId, refundId }: PrepaymentRefundPath,
    @Body() { reason }: CancelPrepaymentRefundDto,
  ): Promise<PrepaymentRefundDto> {
    await this.refunds.cancel(actor, projectId, refundId, reason);
    return this.queries.one(projectId, refundId);
  }
}
