import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  BankDepositDto,
  BankDepositPageDto,
  BankDepositPath,
  BankDepositQueryDto,
  CancelBankDepositDto,
  CashiersDto,
  CloseShiftDto,
  DeskSettingsDto,
  MyShiftDto,
  OpenShiftDto,
  ProjectPath,
  RecordBankDepositDto,
  ShiftDetailDto,
  ShiftPageDto,
  ShiftPath,
  ShiftQueryDto,
  WitnessShiftDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { BankDepositsService } from "./bank-deposits.service.js";
import { CloseShiftService } from "./close-shift.service.js";
import { DeskSettingsService } from "./desk-settings.service.js";
import { OpenShiftService } from "./open-shift.service.js";
import { ShiftsQueries } from "./shifts.queries.js";

/** 班次 (BIL-73): a cashier's till from its float to its count. */
@Controller("projects/:projectId/shifts")
export class ShiftsController {
  constructor(
    private readonly queries: ShiftsQueries,
    private readonly opener: OpenShiftService,
    private readonly closer: CloseShiftService,
  ) {}

  /** 班次列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: ShiftQueryDto): Promise<ShiftPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 我的班次：当班情况、可接的备用金、未解款的现金 */
  @Get("mine")
  @Requires("billing:read")
  mine(@CurrentActor() actor: Actor, @Param() { projectId }: ProjectPath): Promise<MyShiftDto> {
    return this.queries.mine(projectId, actor.userId);
  }

  /** 本管理区有收款权限的人 */
  @Get("cashiers")
  @Requires("billing:read")
  cashiers(@Param() { projectId }: ProjectPath): Promise<CashiersDto> {
    return this.queries.cashiers(projectId);
  }

  /** 一个班次及其合计 */
  @Get(":shiftId")
  @Requires("billing:read")
  one(@Param() { projectId, shiftId }: ShiftPath): Promise<ShiftDetailDto> {
    return this.queries.one(projectId, shiftId);
  }

  /** 开班 */
  @Post()
  @Requires("billing:collect")
  async open(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: OpenShiftDto,
  ): Promise<ShiftDetailDto> {
    await this.opener.open(actor, projectId, dto);
    return this.queries.one(projectId, dto.id);
  }

  /** 清点现金并交班；有差异时等待见证 */
  @Post(":shiftId/close")
  @HttpCode(200)
  @Requires("billing:collect")
  async close(
    @CurrentActor() actor: Actor,
    @Param() { projectId, shiftId }: ShiftPath,
    @Body() dto: CloseShiftDto,
  ): Promise<ShiftDetailDto> {
    await this.closer.close(actor, projectId, shiftId, dto);
    return this.queries.one(projectId, shiftId);
  }

  /** 代他人清点并交班 */
  @Post(":shiftId/close-for")
  @HttpCode(200)
  @Requires("billing:shifts")
  async closeFor(
    @CurrentActor() actor: Actor,
    @Param() { projectId, shiftId }: ShiftPath,
    @Body() dto: CloseShiftDto,
  ): Promise<ShiftDetailDto> {
    await this.closer.close(actor, projectId, shiftId, dto, { forOthers: true });
    return this.queries.one(projectId, shiftId);
  }

  /** 见证现金差异，或退回重新清点 */
  @Post(":shiftId/witness")
  @HttpCode(200)
  @Requires("billing:shifts")
  async witness(
    @CurrentActor() actor: Actor,
    @Param() { projectId, shiftId }: ShiftPath,
    @Body() dto: WitnessShiftDto,
  ): Promise<ShiftDetailDto> {
    await this.closer.witness(actor, projectId, shiftId, dto);
    return this.queries.one(projectId, shiftId);
  }
}

/** 收款设置 */
@Controller("projects/:projectId/desk-settings")
export class DeskSettingsController {
  constructor(private readonly settings: DeskSettingsService) {}

  /** 收款设置 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<DeskSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改收款设置 */
  @Put()
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: DeskSettingsDto,
  ): Promise<DeskSettingsDto> {
    return this.settings.update(actor, projectId, dto);
  }
}

/** 解款单 (BIL-73) */
@Controller("projects/:projectId/bank-deposits")
export class BankDepositsController {
  constructor(private readonly deposits: BankDepositsService) {}

  /** 解款单列表，新的在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: BankDepositQueryDto): Promise<BankDepositPageDto> {
    return this.deposits.page(projectId, query);
  }

  /** 登记解款单 */
  @Post()
  @Requires("billing:collect")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RecordBankDepositDto,
  ): Promise<BankDepositDto> {
    await this.deposits.record(actor, projectId, dto);
    return this.deposits.one(projectId, dto.id);
  }

  /** 作废登记错的解款单 */
  @Post(":depositId/cancel")
  @HttpCode(200)
  @Requires("billing:shifts")
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { projectId, depositId }: BankDepositPath,
    @Body() { reason }: CancelBankDepositDto,
  ): Promise<BankDepositDto> {
    await this.deposits.cancel(actor, projectId, depositId, reason);
    return this.deposits.one(projectId, depositId);
  }
}
