import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CursorQueryDto,
  FundAccountPageDto,
  FundAccountQueryDto,
  FundDocumentDto,
  FundDocumentPageDto,
  FundDocumentPath,
  FundDocumentQueryDto,
  FundEntryPageDto,
  FundRoomPath,
  FundSummaryDto,
  FundUsePreviewDto,
  FundUseProposalDto,
  ProjectPath,
  RecordFundUseDto,
  ReverseFundDocumentDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { FundUsesService } from "./fund-uses.service.js";
import { MaintenanceFundQueries } from "./maintenance-fund.queries.js";

/** 专项维修资金 (BIL-130) */
@Controller("projects/:projectId/maintenance-fund")
export class MaintenanceFundController {
  constructor(
    private readonly queries: MaintenanceFundQueries,
    private readonly uses: FundUsesService,
  ) {}

  /** 维修资金合计 */
  @Get("summary")
  @Requires("billing:read")
  summary(@Param() { projectId }: ProjectPath): Promise<FundSummaryDto> {
    return this.queries.summary(projectId);
  }

  /** 分户账，按房号 */
  @Get("accounts")
  @Requires("billing:read")
  accounts(@Param() { projectId }: ProjectPath, @Query() query: FundAccountQueryDto): Promise<FundAccountPageDto> {
    return this.queries.accounts(projectId, query);
  }

  /** 一户的明细账，新的在前 */
  @Get("accounts/:roomId/entries")
  @Requires("billing:read")
  entries(@Param() { projectId, roomId }: FundRoomPath, @Query() query: CursorQueryDto): Promise<FundEntryPageDto> {
    return this.queries.entries(projectId, roomId, query);
  }

  /** 对账单与使用的登记，新的在前 */
  @Get("documents")
  @Requires("billing:read")
  documents(@Param() { projectId }: ProjectPath, @Query() query: FundDocumentQueryDto): Promise<FundDocumentPageDto> {
    return this.queries.documents(projectId, query);
  }

  @Get("documents/:documentId")
  @Requires("billing:read")
  document(@Param() { projectId, documentId }: FundDocumentPath): Promise<FundDocumentDto> {
    return this.queries.document(projectId, documentId);
  }

  /** 一次登记的分户明细 */
  @Get("documents/:documentId/entries")
  @Requires("billing:read")
  documentEntries(
    @Param() { projectId, documentId }: FundDocumentPath,
    @Query() query: CursorQueryDto,
  ): Promise<FundEntryPageDto> {
    return this.queries.documentEntries(projectId, documentId, query);
  }

  /** 试算一次使用的分摊，不登记 */
  @Post("uses/preview")
  @HttpCode(200)
  @Requires("billing:maintenance-fund")
  preview(@Param() { projectId }: ProjectPath, @Body() dto: FundUseProposalDto): Promise<FundUsePreviewDto> {
    return this.uses.preview(projectId, dto);
  }

  /** 登记一次使用，按建筑面积分摊 */
  @Post("uses")
  @Requires("billing:maintenance-fund")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RecordFundUseDto,
  ): Promise<FundDocumentDto> {
    await this.uses.record(actor, projectId, dto);
    return this.queries.document(projectId, dto.id);
  }

  /** 红冲一次登记 */
  @Post("documents/:documentId/reverse")
  @HttpCode(200)
  @Requires("billing:maintenance-fund")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, documentId }: FundDocumentPath,
    @Body() dto: ReverseFundDocumentDto,
  ): Promise<FundDocumentDto> {
    await this.uses.reverse(actor, projectId, documentId, dto);
    return this.queries.document(projectId, dto.id);
  }
}
