import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  ConfirmShareDto,
  CreatedDto,
  EnterShareDto,
  PageQueryDto,
  ProjectPath,
  SaveSharePoolDto,
  ShareDto,
  ShareLinePageDto,
  ShareMonthPath,
  SharePoolDto,
  SharePoolPageDto,
  SharePoolPath,
  SharePoolQueryDto,
  WithdrawShareDto,
} from "@linli/contracts";
import { Readable } from "node:stream";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { notFound } from "../../common/rule-violation.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { MonthSharesService } from "./month-shares.service.js";
import { sharesCsv, writeSharesSheet } from "./shares-print.js";
import { SharePoolsService } from "./share-pools.service.js";
import { SharesQueries } from "./shares.queries.js";

/** 公摊 (BIL-24, BIL-25): pools of public cost, their months, and the list that is published (LAW-24). */
@Controller("projects/:projectId/share-pools")
export class SharesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: SharesQueries,
    private readonly pools: SharePoolsService,
    private readonly months: MonthSharesService,
  ) {}

  /** 分摊项目列表，含某月状态 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: SharePoolQueryDto): Promise<SharePoolPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 分摊项目详情 */
  @Get(":poolId")
  @Requires("billing:read")
  one(@Param() { projectId, poolId }: SharePoolPath): Promise<SharePoolDto> {
    return this.queries.one(projectId, poolId);
  }

  /** 新建分摊项目 */
  @Post()
  @Requires("billing:rates")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveSharePoolDto,
  ): Promise<CreatedDto> {
    return { id: await this.pools.create(actor, projectId, dto) };
  }

  /** 修改分摊项目；已确认的月份不变 */
  @Put(":poolId")
  @HttpCode(204)
  @Requires("billing:rates")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, poolId }: SharePoolPath,
    @Body() dto: SaveSharePoolDto,
  ): Promise<void> {
    await this.pools.update(actor, projectId, poolId, dto);
  }

  /** 删除没有填写过月份的分摊项目 */
  @Delete(":poolId")
  @HttpCode(204)
  @Requires("billing:rates")
  async remove(@CurrentActor() actor: Actor, @Param() { projectId, poolId }: SharePoolPath): Promise<void> {
    await this.pools.remove(actor, projectId, poolId);
  }

  /** 一个月的公摊：填写的内容与预览，或确认的结果 */
  @Get(":poolId/months/:period")
  @Requires("billing:read")
  month(@Param() month: ShareMonthPath): Promise<ShareDto> {
    return this.queries.month(month);
  }

  /** 一个月各房间分摊多少，按房号 */
  @Get(":poolId/months/:period/lines")
  @Requires("billing:read")
  lines(@Param() month: ShareMonthPath, @Query() query: PageQueryDto): Promise<ShareLinePageDto> {
    return this.queries.lines(month, query);
  }

  /** 填写一个月的金额或用量 */
  @Put(":poolId/months/:period")
  @Requires("billing:run")
  async enter(
    @CurrentActor() actor: Actor,
    @Param() month: ShareMonthPath,
    @Body() dto: EnterShareDto,
  ): Promise<ShareDto> {
    await this.months.enter(actor, month, dto);
    return this.queries.month(month);
  }

  /** 删除没有确认的填写 */
  @Delete(":poolId/months/:period")
  @HttpCode(204)
  @Requires("billing:run")
  async removeMonth(@CurrentActor() actor: Actor, @Param() month: ShareMonthPath): Promise<void> {
    await this.months.remove(actor, month);
  }

  /** 确认预览，下次应收批次出账 */
  @Post(":poolId/months/:period/confirm")
  @HttpCode(200)
  @Requires("billing:publish")
  async confirm(
    @CurrentActor() actor: Actor,
    @Param() month: ShareMonthPath,
    @Body() { fingerprint }: ConfirmShareDto,
  ): Promise<ShareDto> {
    await this.months.confirm(actor, month, fingerprint);
    return this.queries.month(month);
  }

  /** 撤销确认（没有出账时） */
  @Post(":poolId/months/:period/withdraw")
  @HttpCode(200)
  @Requires("billing:publish")
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param() month: ShareMonthPath,
    @Body() { reason }: WithdrawShareDto,
  ): Promise<ShareDto> {
    await this.months.withdraw(actor, month, reason);
    return this.queries.month(month);
  }

  /** 公摊公示表 PDF（LAW-24） */
  @Get(":poolId/months/:period/pdf")
  @Requires("billing:read")
  async pdf(@Param() month: ShareMonthPath): Promise<StreamableFile> {
    const [share, lines] = [await this.queries.month(month), await this.queries.allLines(month)];
    const [project] = await this.db.query<{ name: string; telephone: string | null }[]>(
      "SELECT name, telephone FROM project WHERE id = $1",
      [month.projectId],
    );
    if (!project) throw notFound("管理区");
    return pdfAnswer(`shares-${month.period}.pdf`, (out) => writeSharesSheet({ project, share, lines }, out));
  }

  /** 公摊明细表（CSV） */
  @Get(":poolId/months/:period/csv")
  @Requires("billing:read")
  async csv(@Param() month: ShareMonthPath): Promise<StreamableFile> {
    const [share, lines] = [await this.queries.month(month), await this.queries.allLines(month)];
    const name = encodeURIComponent(`${share.poolName}-${month.period}-公摊明细.csv`);
    return new StreamableFile(Readable.from(sharesCsv(share, lines)), {
      type: "text/csv; charset=utf-8",
      disposition: `attachment; filename*=UTF-8''${name}`,
    });
  }
}
