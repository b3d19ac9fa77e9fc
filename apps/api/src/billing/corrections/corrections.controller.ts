import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import {
  ChargePath,
  CorrectChargeDto,
  CorrectionDto,
  CorrectionPreviewDto,
  PreviewCorrectionDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CorrectChargeService } from "./correct-charge.service.js";

/** 更正已收款的应收 (BIL-83): red whole, blue right. */
@Controller("projects/:projectId/charges/:chargeId/correction")
export class CorrectionsController {
  constructor(private readonly corrector: CorrectChargeService) {}

  /** 更正预览：要红冲并重开的收据、多收或还欠的金额；不记账 */
  @Post("preview")
  @HttpCode(200)
  @Requires("billing:reverse")
  preview(
    @Param() { projectId, chargeId }: ChargePath,
    @Body() { amountFen }: PreviewCorrectionDto,
  ): Promise<CorrectionPreviewDto> {
    return this.corrector.preview(projectId, chargeId, amountFen);
  }

  /** 更正：原收据和原应收全部红冲，按正确金额重开；不能更正自己收的款，同一编号重复提交只更正一次 */
  @Post()
  @Requires("billing:reverse")
  correct(
    @CurrentActor() actor: Actor,
    @Param() { projectId, chargeId }: ChargePath,
    @Body() dto: CorrectChargeDto,
  ): Promise<CorrectionDto> {
    return this.corrector.correct(actor, projectId, chargeId, dto);
  }
}
