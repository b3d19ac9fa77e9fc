import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import {
  DunningDeliveryPath,
  DunningLawsuitPath,
  DunningPausePath,
  DunningPromisePath,
  DunningStepPath,
  EndLawsuitDto,
  RecordDeliveryDto,
  VoidDunningDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../../common/actor.js";
import { Requires } from "../../../common/requires.js";
import { DunningLawsuitsService } from "./dunning-lawsuits.service.js";
import { DunningPausesService } from "./dunning-pauses.service.js";
import { DunningPromisesService } from "./dunning-promises.service.js";
import { DunningStepsService } from "./dunning-steps.service.js";

/** What happens to the records of a case: deliveries, voids, ends. */
@Controller("projects/:projectId")
export class DunningStepsController {
  constructor(
    private readonly steps: DunningStepsService,
    private readonly promises: DunningPromisesService,
    private readonly pauses: DunningPausesService,
    private readonly lawsuits: DunningLawsuitsService,
  ) {}

  /** 登记送达；能证明的送达使诉讼时效重新计算 */
  @Post("dunning-steps/:stepId/deliveries")
  @HttpCode(204)
  @Requires("billing:dun")
  deliver(
    @CurrentActor() actor: Actor,
    @Param() { projectId, stepId }: DunningStepPath,
    @Body() dto: RecordDeliveryDto,
  ): Promise<void> {
    return this.steps.deliver(actor, projectId, stepId, dto);
  }

  /** 作废登记错的催缴；记录仍可查看 */
  @Post("dunning-steps/:stepId/void")
  @HttpCode(204)
  @Requires("billing:dun")
  voidStep(
    @CurrentActor() actor: Actor,
    @Param() { projectId, stepId }: DunningStepPath,
    @Body() dto: VoidDunningDto,
  ): Promise<void> {
    return this.steps.void(actor, projectId, stepId, dto);
  }

  /** 作废登记错的送达 */
  @Post("dunning-deliveries/:deliveryId/void")
  @HttpCode(204)
  @Requires("billing:dun")
  voidDelivery(
    @CurrentActor() actor: Actor,
    @Param() { projectId, deliveryId }: DunningDeliveryPath,
    @Body() dto: VoidDunningDto,
  ): Promise<void> {
    return this.steps.voidDelivery(actor, projectId, deliveryId, dto);
  }

  /** 作废登记错的还款承诺 */
  @Post("dunning-promises/:promiseId/void")
  @HttpCode(204)
  @Requires("billing:dun")
  voidPromise(
    @CurrentActor() actor: Actor,
    @Param() { projectId, promiseId }: DunningPromisePath,
    @Body() dto: VoidDunningDto,
  ): Promise<void> {
    return this.promises.void(actor, projectId, promiseId, dto);
  }

  /** 恢复催缴：今日起不再暂停 */
  @Post("dunning-pauses/:pauseId/end")
  @HttpCode(204)
  @Requires("billing:dun")
  endPause(@CurrentActor() actor: Actor, @Param() { projectId, pauseId }: DunningPausePath): Promise<void> {
    return this.pauses.end(actor, projectId, pauseId);
  }

  /** 登记诉讼或仲裁终结：时效自终结时起重新计算 */
  @Post("dunning-lawsuits/:lawsuitId/end")
  @HttpCode(204)
  @Requires("billing:dun")
  endLawsuit(
    @CurrentActor() actor: Actor,
    @Param() { projectId, lawsuitId }: DunningLawsuitPath,
    @Body() dto: EndLawsuitDto,
  ): Promise<void> {
    return this.lawsuits.end(actor, projectId, lawsuitId, dto);
  }

  /** 作废登记错的诉讼或仲裁；记录仍可查看 */
  @Post("dunning-lawsuits/:lawsuitId/void")
  @HttpCode(204)
  @Requires("billing:dun")
  voidLawsuit(
    @CurrentActor() actor: Actor,
    @Param() { projectId, lawsuitId }: DunningLawsuitPath,
    @Body() dto: VoidDunningDto,
  ): Promise<void> {
    return this.lawsuits.void(actor, projectId, lawsuitId, dto);
  }
}
