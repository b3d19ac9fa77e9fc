import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  NoticeHeadPageDto,
  NoticePrintPageDto,
  NoticeQueryDto,
  NoticeScopeDto,
  NoticeTotalsOfScopeDto,
  PrintNoticesDto,
  ProjectPath,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { encodeCursor } from "../../common/paging.js";
import { Requires } from "../../common/requires.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { writeNotices } from "../prints/notice.js";
import { toNoticePrintDto } from "../prints/notice-totals.js";
import { ofHead, sumOf } from "./notice-late-fees.js";
import { NoticeLateFeesService } from "./notice-late-fees.service.js";
import { NoticeData } from "./notice-data.queries.js";
import { NoticePrints, nothingToPrint } from "./notice-prints.service.js";
import { headKey, type NoticeHead, type NoticeScope, NoticesQueries, toNoticeHeadDto } from "./notices.queries.js";

/** Payment notices (收费通知单). */
@Controller("projects/:projectId/notices")
export class NoticesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly notices: NoticesQueries,
    private readonly data: NoticeData,
    private readonly lateFees: NoticeLateFeesService,
    private readonly prints: NoticePrints,
    private readonly audit: AuditService,
  ) {}

  /** 收费通知单清单：按月份和范围 */
  @Get()
  @Requires("billing:read")
  async list(@Param() { projectId }: ProjectPath, @Query() query: NoticeQueryDto): Promise<NoticeHeadPageDto> {
    const { heads, nextCursor } = await this.stretch(projectId, query);
    const lateFees = await this.lateFees.of(projectId, query, heads);
    return {
      items: heads.map((head) => toNoticeHeadDto(query.period, head, sumOf(ofHead(lateFees, head)))),
      nextCursor,
    };
  }

  /** 收费通知单张数与合计 */
  @Get("totals")
  @Requires("billing:read")
  async totals(@Param() { projectId }: ProjectPath, @Query() scope: NoticeScopeDto): Promise<NoticeTotalsOfScopeDto> {
    const totals = await this.notices.totals(projectId, scope);
    const lateFeeFen = sumOf(await this.lateFees.of(projectId, scope));
    return { ...totals, lateFeeFen, payableFen: totals.payableFen + lateFeeFen };
  }

  /** 收费通知单打印内容 */
  @Get("print-data")
  @Requires("billing:read")
  async printData(@Param() { projectId }: ProjectPath, @Query() query: NoticeQueryDto): Promise<NoticePrintPageDto> {
    const { heads, nextCursor } = await this.stretch(projectId, query);
    const notices = await this.data.of(projectId, query, heads);
    return { items: notices.map(toNoticePrintDto), nextCursor };
  }

  /** 打印收费通知单：计至今日的违约金先入账，记下已打印，再输出 PDF；再次打印不会重复入账 */
  @Post("print")
  @HttpCode(200)
  @Requires("billing:print")
  async print(
    @Param() { projectId }: ProjectPath,
    @Body() scope: PrintNoticesDto,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    await this.lateFees.book(actor, projectId, scope);
    const notices = await this.countToPrint(projectId, scope);
    const since = await this.prints.record(actor, projectId, scope, notices);
    return this.answer(projectId, { ...scope, since });
  }

  /** 收费通知单 PDF：单张或批量，边生成边输出；列出计至今日的违约金，不入账，不记为已打印 */
  @Get("pdf")
  @Requires("billing:print")
  async pdf(
    @Param() { projectId }: ProjectPath,
    @Query() scope: NoticeScopeDto,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const notices = await this.countToPrint(projectId, scope);
    await this.audit.record(this.db.manager, actor, {
      projectId,
      action: "notices.print",
      entity: "project",
      entityId: projectId,
      summary: `打印收费通知单 ${scope.period}，${notices} 张`,
    });
    return this.answer(projectId, scope);
  }

  /** @throws NOTHING_TO_PRINT */
  private async countToPrint(projectId: string, scope: NoticeScopeDto): Promise<number> {
    const { notices } = await this.notices.totals(projectId, scope);
    if (notices === 0) throw nothingToPrint();
    return notices;
  }

  private answer(projectId: string, scope: NoticeScope): StreamableFile {
    return pdfAnswer(`notices-${scope.period}.pdf`, (out) => writeNotices(this.data.stream(projectId, scope), out));
  }

  private async stretch(
    projectId: string,
    query: NoticeQueryDto,
  ): Promise<{ heads: NoticeHead[]; nextCursor: string | null }> {
    const { pageSize = 20 } = query;
    const found = await this.notices.heads(projectId, query, query.cursor, pageSize + 1);
    const heads = found.slice(0, pageSize);
    const last = heads.at(-1);
    return { heads, nextCursor: found.length > pageSize && last ? encodeCursor(headKey(last)) : null };
  }
}
