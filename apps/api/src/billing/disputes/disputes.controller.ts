import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import { ChargePath, OpenDisputeDto, SettleDisputeDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { DisputesService } from "./disputes.service.js";

/** 争议 (BIL-54) */
@Controller("projects/:projectId/charges/:chargeId/dispute")
export class DisputesController {
  constructor(private readonly disputes: DisputesService) {}

  /** 登记争议：处理前不计违约金，不托收，不自动冲抵 */
  @Post()
  @HttpCode(204)
  @Requires("billing:waive")
  async open(
    @CurrentActor() actor: Actor,
    @Param() { projectId, chargeId }: ChargePath,
    @Body() dto: OpenDisputeDto,
  ): Promise<void> {
    await this.disputes.open(actor, projectId, chargeId, dto);
  }

  /** 处理争议 */
  @Post("settle")
  @HttpCode(204)
  @Requires("billing:waive")
  async settle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, chargeId }: ChargePath,
    @Body() dto: SettleDisputeDto,
  ): Promise<void> {
    await this.disputes.settle(actor, projectId, chargeId, dto);
  }
}
