import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  AddTransferOwnerDto,
  CancelTransferDto,
  CreateTransferDto,
  ProjectPath,
  RequestTransferApprovalDto,
  SaveTransferDto,
  TransferDetailDto,
  TransferPageDto,
  TransferPath,
  TransferQueryDto,
  TransferVersionDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { CompleteTransferService } from "./complete-transfer.service.js";
import { DraftTransferService } from "./draft-transfer.service.js";
import { TransferSteps } from "./transfer-steps.service.js";
import { TransferQueries } from "./transfers.queries.js";

/** 房屋过户. Every step answers with the transfer as it is now. */
@Controller("projects/:projectId/transfers")
export class TransfersController {
  constructor(
    private readonly queries: TransferQueries,
    private readonly drafts: DraftTransferService,
    private readonly steps: TransferSteps,
    private readonly completer: CompleteTransferService,
  ) {}

  /** 过户列表，新的在前 */
  @Get()
  @Requires("customer:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: TransferQueryDto): Promise<TransferPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 开始办理一个房间的过户（草稿） */
  @Post()
  @Requires("customer:transfer")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() { roomId }: CreateTransferDto,
  ): Promise<TransferDetailDto> {
    return this.queries.one(projectId, await this.drafts.create(actor, projectId, roomId));
  }

  /** 一次过户：资料、房屋现状、阻碍和未了结事项 */
  @Get(":transferId")
  @Requires("customer:read")
  one(@Param() { projectId, transferId }: TransferPath): Promise<TransferDetailDto> {
    return this.queries.one(projectId, transferId);
  }

  /** 保存草稿（整份） */
  @Put(":transferId")
  @Requires("customer:transfer")
  async save(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() dto: SaveTransferDto,
  ): Promise<TransferDetailDto> {
    await this.drafts.save(actor, projectId, transferId, dto);
    return this.queries.one(projectId, transferId);
  }

  /** 登记一位还不是客户的新业主，并加入草稿 */
  @Post(":transferId/owners")
  @Requires("customer:transfer")
  async addOwner(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() dto: AddTransferOwnerDto,
  ): Promise<TransferDetailDto> {
    await this.drafts.addOwner(actor, projectId, transferId, dto);
    return this.queries.one(projectId, transferId);
  }

  /** 资料填完，提交结清 */
  @Post(":transferId/submit")
  @HttpCode(200)
  @Requires("customer:transfer")
  async submit(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() { version }: TransferVersionDto,
  ): Promise<TransferDetailDto> {
    await this.steps.submit(actor, projectId, transferId, version);
    return this.queries.one(projectId, transferId);
  }

  /** 退回草稿修改 */
  @Post(":transferId/reopen")
  @HttpCode(200)
  @Requires("customer:transfer")
  async reopen(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() { version }: TransferVersionDto,
  ): Promise<TransferDetailDto> {
    await this.steps.reopen(actor, projectId, transferId, version);
    return this.queries.one(projectId, transferId);
  }

  /** 办结：没有未了结事项时直接生效 */
  @Post(":transferId/complete")
  @HttpCode(200)
  @Requires("customer:transfer")
  async complete(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() { version }: TransferVersionDto,
  ): Promise<TransferDetailDto> {
    await this.completer.complete(actor, projectId, transferId, version);
    return this.queries.one(projectId, transferId);
  }

  /** 有未了结事项时申请审批；通过即办结 */
  @Post(":transferId/request-approval")
  @HttpCode(200)
  @Requires("customer:transfer")
  async requestApproval(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() { version, reason }: RequestTransferApprovalDto,
  ): Promise<TransferDetailDto> {
    await this.steps.requestApproval(actor, projectId, transferId, version, reason);
    return this.queries.one(projectId, transferId);
  }

  /** 作废 */
  @Post(":transferId/cancel")
  @HttpCode(200)
  @Requires("customer:transfer")
  async cancel(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId }: TransferPath,
    @Body() { version, reason }: CancelTransferDto,
  ): Promise<TransferDetailDto> {
    await this.steps.cancel(actor, projectId, transferId, version, reason);
    return this.queries.one(projectId, transferId);
  }
}
