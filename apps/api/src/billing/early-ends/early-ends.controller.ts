import { Body, Controller, HttpCode, Param, Post } from "@nestjs/common";
import { BindingPath, EarlyEndDto, EarlyEndPreviewDto, EndEarlyDto, PreviewEarlyEndDto } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { EndEarlyService } from "./end-early.service.js";

/** 提前终止已出账、已预缴的服务 (BIL-82) */
@Controller("projects/:projectId/bindings/:bindingId/early-end")
export class EarlyEndsController {
  constructor(private readonly ender: EndEarlyService) {}

  /** 试算提前终止：已用部分按天计、优惠收回，不改动任何数据 */
  @Post("preview")
  @HttpCode(200)
  @Requires("billing:reverse")
  preview(
    @CurrentActor() actor: Actor,
    @Param() { projectId, bindingId }: BindingPath,
    @Body() { lastDay }: PreviewEarlyEndDto,
  ): Promise<EarlyEndPreviewDto> {
    return this.ender.preview(actor, projectId, bindingId, lastDay);
  }

  /** 提前终止 */
  @Post()
  @Requires("billing:reverse")
  end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, bindingId }: BindingPath,
    @Body() dto: EndEarlyDto,
  ): Promise<EarlyEndDto> {
    return this.ender.end(actor, projectId, bindingId, dto);
  }
}
