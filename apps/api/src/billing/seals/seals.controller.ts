import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import {
  PeriodPath,
  PeriodSealListDto,
  ProjectPath,
  ReopenPeriodDto,
  ReopenRequestDto,
  SealVerificationDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { ReopenPeriodService } from "./reopen-period.service.js";
import { SealsQueries } from "./seals.queries.js";

/** Seals of closed months (账务校验). */
@Controller("projects/:projectId/period-seals")
export class SealsController {
  constructor(private readonly seals: SealsQueries) {}

  /** 各次月结的校验值，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath): Promise<PeriodSealListDto> {
    return this.seals.list(projectId);
  }

  /** 校验一个已月结的月份：重新读取账目，与月结时的校验值比较 */
  @Post(":period/verify")
  @HttpCode(200)
  @Requires("billing:read")
  verify(@Param() { projectId, period }: PeriodPath): Promise<SealVerificationDto> {
    return this.seals.verify(projectId, period);
  }
}

/** Opening closed months again (反结账). */
@Controller("projects/:projectId/periods/:period/reopen")
export class ReopenPeriodController {
  constructor(private readonly reopener: ReopenPeriodService) {}

  /** 申请反结账：只能是最后月结的月份，须由另一人审批 */
  @Post()
  @Requires("billing:reopen")
  async request(
    @Param() { projectId, period }: PeriodPath,
    @Body() dto: ReopenPeriodDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReopenRequestDto> {
    return { approvalId: await this.reopener.request(actor, projectId, period, dto) };
  }
}
