import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CreateDepositDto,
  DeductDepositDto,
  DepositDetailDto,
  DepositPageDto,
  DepositPath,
  DepositQueryDto,
  DepositReportDto,
  DepositReportQueryDto,
  MoveDepositDto,
  ProjectPath,
  SetRefundableDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CreateDepositService } from "./create-deposit.service.js";
import { DepositReportQueries } from "./deposit-report.queries.js";
import { DepositsQueries } from "./deposits.queries.js";
import { UseDepositService } from "./use-deposit.service.js";

/** 押金 (BIL-84). Paid at the desk on its charge; paid back by a refund request. */
@Controller("projects/:projectId/deposits")
export class DepositsController {
  constructor(
    private readonly deposits: DepositsQueries,
    private readonly reports: DepositReportQueries,
    private readonly creator: CreateDepositService,
    private readonly user: UseDepositService,
  ) {}

  /** 押金列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: DepositQueryDto): Promise<DepositPageDto> {
    return this.deposits.page(projectId, query);
  }

  /** 押金收退表：按押金项目的期初、收取、扣除、转出、退还、期末及账龄 */
  @Get("report")
  @Requires("billing:read")
  report(@Param() { projectId }: ProjectPath, @Query() query: DepositReportQueryDto): Promise<DepositReportDto> {
    return this.reports.of(projectId, query);
  }

  /** 押金详情 */
  @Get(":depositId")
  @Requires("billing:read")
  one(@Param() { projectId, depositId }: DepositPath): Promise<DepositDetailDto> {
    return this.deposits.one(projectId, depositId);
  }

  /** 登记押金；在收银台收取。同一编号重复提交只登记一次 */
  @Post()
  @Requires("billing:one-off")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateDepositDto,
  ): Promise<DepositDetailDto> {
    return this.deposits.one(projectId, await this.creator.create(actor, projectId, dto));
  }

  /** 扣除押金：凭原因和凭据转为收入 */
  @Post(":depositId/deductions")
  @HttpCode(200)
  @Requires("billing:deposit")
  async deduct(
    @CurrentActor() actor: Actor,
    @Param() { projectId, depositId }: DepositPath,
    @Body() dto: DeductDepositDto,
  ): Promise<DepositDetailDto> {
    await this.user.deduct(actor, projectId, depositId, dto);
    return this.deposits.one(projectId, depositId);
  }

  /** 标记可退或不可退 */
  @Post(":depositId/refundable")
  @HttpCode(200)
  @Requires("billing:deposit")
  async setRefundable(
    @CurrentActor() actor: Actor,
    @Param() { projectId, depositId }: DepositPath,
    @Body() dto: SetRefundableDto,
  ): Promise<DepositDetailDto> {
    await this.user.setRefundable(actor, projectId, depositId, dto);
    return this.deposits.one(projectId, depositId);
  }

  /** 可退的押金转为预收 */
  @Post(":depositId/moves")
  @HttpCode(200)
  @Requires("billing:deposit")
  async move(
    @CurrentActor() actor: Actor,
    @Param() { projectId, depositId }: DepositPath,
    @Body() dto: MoveDepositDto,
  ): Promise<DepositDetailDto> {
    await this.user.move(actor, projectId, depositId, dto);
    return this.deposits.one(projectId, depositId);
  }
}
