import { Controller, HttpCode, Param, Post } from "@nestjs/common";
import { OnlineRefundDto, RefundRequestPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { OnlineRefundsQueries } from "./online-refunds.queries.js";
import { OnlineRefundsService } from "./online-refunds.service.js";

/** 原路退回: approved refunds of online payments go back through their channel (BIL-81). */
@Controller("projects/:projectId/refund-requests/:requestId/online")
export class OnlineRefundsController {
  constructor(
    private readonly refunds: OnlineRefundsService,
    private readonly queries: OnlineRefundsQueries,
  ) {}

  /** 请渠道原路退回已通过的申请；不能由申请人办理，重复提交只退一次；渠道还在办理时再次提交即查询结果 */
  @Post()
  @HttpCode(200)
  @Requires("billing:refund")
  async pay(
    @CurrentActor() actor: Actor,
    @Param() { projectId, requestId }: RefundRequestPath,
  ): Promise<OnlineRefundDto> {
    await this.refunds.pay(actor, projectId, requestId);
    return this.queries.ofRequest(projectId, requestId);
  }
}
