import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  EndPaymentPlanDto,
  PaymentPlanDetailDto,
  PaymentPlanPageDto,
  PaymentPlanPath,
  PaymentPlanQueryDto,
  ProjectPath,
  RequestPaymentPlanDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { PaymentPlansQueries } from "./payment-plans.queries.js";
import { PaymentPlansService } from "./payment-plans.service.js";

/** 分期缓缴 (BIL-54): asked for by one person, decided by another (see approvals). */
@Controller("projects/:projectId/payment-plans")
export class PaymentPlansController {
  constructor(
    private readonly queries: PaymentPlansQueries,
    private readonly plans: PaymentPlansService,
  ) {}

  /** 分期计划列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: PaymentPlanQueryDto): Promise<PaymentPlanPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一份分期计划：各期与所含应收 */
  @Get(":planId")
  @Requires("billing:read")
  one(@Param() { projectId, planId }: PaymentPlanPath): Promise<PaymentPlanDetailDto> {
    return this.queries.one(projectId, planId);
  }

  /** 申请分期缓缴 */
  @Post()
  @Requires("billing:waive")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestPaymentPlanDto,
  ): Promise<PaymentPlanDetailDto> {
    return this.queries.one(projectId, await this.plans.request(actor, projectId, dto));
  }

  /** 终止分期计划 */
  @Post(":planId/end")
  @HttpCode(200)
  @Requires("billing:waive")
  async end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, planId }: PaymentPlanPath,
    @Body() { reason }: EndPaymentPlanDto,
  ): Promise<PaymentPlanDetailDto> {
    await this.plans.end(actor, projectId, planId, reason);
    return this.queries.one(projectId, planId);
  }
}
