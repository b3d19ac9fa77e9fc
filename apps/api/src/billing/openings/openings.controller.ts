import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  OpeningDto,
  OpeningJobDto,
  OpeningPageDto,
  OpeningPath,
  OpeningQueryDto,
  OpeningRowPageDto,
  OpeningRowQueryDto,
  OpeningTieOutDto,
  PaymentHistoryPageDto,
  PostOpeningDto,
  ProjectPath,
  ReverseOpeningDto,
  RoomHistoryPath,
  RoomHistoryQueryDto,
  SaveOpeningTotalsDto,
  SignOpeningDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { OpeningsQueries } from "./openings.queries.js";
import { PaymentHistoryQueries } from "./payment-history.queries.js";
import { PostOpeningService } from "./post-opening.service.js";
import { ReverseOpeningService } from "./reverse-opening.service.js";
import { SignOpeningService } from "./sign-opening.service.js";
import { writeTieOut } from "./tie-out-print.js";
import { TieOutQueries } from "./tie-out.queries.js";

/** 期初余额与历史缴费: checked, posted, tied out to the old list, signed, taken back. Uploads are in `imports`. */
@Controller("projects/:projectId/openings")
export class OpeningsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: OpeningsQueries,
    private readonly tieOuts: TieOutQueries,
    private readonly posting: PostOpeningService,
    private readonly reversals: ReverseOpeningService,
    private readonly signatures: SignOpeningService,
  ) {}

  /** 期初与历史导入，新的在前，含启用日期 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: OpeningQueryDto): Promise<OpeningPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一次导入 */
  @Get(":openingId")
  @Requires("billing:read")
  one(@Param() { projectId, openingId }: OpeningPath): Promise<OpeningDto> {
    return this.queries.one(projectId, openingId);
  }

  /** 逐行内容，有误的行带原因 */
  @Get(":openingId/rows")
  @Requires("billing:read")
  rows(@Param() { projectId, openingId }: OpeningPath, @Query() query: OpeningRowQueryDto): Promise<OpeningRowPageDto> {
    return this.queries.rows(projectId, openingId, query);
  }

  /** 入账（后台任务，一个事务） */
  @Post(":openingId/post")
  @HttpCode(202)
  @Requires("billing:openings")
  post(
    @CurrentActor() actor: Actor,
    @Param() { projectId, openingId }: OpeningPath,
    @Body() dto: PostOpeningDto,
  ): Promise<OpeningJobDto> {
    return this.posting.start(actor, projectId, openingId, dto);
  }

  /** 整批撤回，没有人用过才行 */
  @Post(":openingId/reverse")
  @HttpCode(200)
  @Requires("billing:openings")
  async reverse(
    @CurrentActor() actor: Actor,
    @Param() { projectId, openingId }: OpeningPath,
    @Body() { reason }: ReverseOpeningDto,
  ): Promise<OpeningDto> {
    await this.reversals.reverse(actor, projectId, openingId, reason);
    return this.queries.one(projectId, openingId);
  }

  /** 作废没有入账的导入 */
  @Delete(":openingId")
  @HttpCode(204)
  @Requires("billing:openings")
  async discard(@CurrentActor() actor: Actor, @Param() { projectId, openingId }: OpeningPath): Promise<void> {
    await this.reversals.discard(actor, projectId, openingId);
  }

  /** 与原清单核对 */
  @Get(":openingId/tie-out")
  @Requires("billing:read")
  async tieOut(@Param() { projectId, openingId }: OpeningPath): Promise<OpeningTieOutDto> {
    await this.queries.one(projectId, openingId);
    return this.tieOuts.of(projectId, openingId);
  }

  /** 录入原清单合计 */
  @Put(":openingId/totals")
  @Requires("billing:openings")
  async saveTotals(
    @CurrentActor() actor: Actor,
    @Param() { projectId, openingId }: OpeningPath,
    @Body() dto: SaveOpeningTotalsDto,
  ): Promise<OpeningTieOutDto> {
    await this.signatures.saveTotals(actor, projectId, openingId, dto);
    return this.tieOuts.of(projectId, openingId);
  }

  /** 送另一人核对签字 */
  @Post(":openingId/sign")
  @HttpCode(200)
  @Requires("billing:openings")
  async sign(
    @CurrentActor() actor: Actor,
    @Param() { projectId, openingId }: OpeningPath,
    @Body() { reason }: SignOpeningDto,
  ): Promise<OpeningDto> {
    await this.signatures.request(actor, projectId, openingId, reason);
    return this.queries.one(projectId, openingId);
  }

  /** 打印期初核对表（PDF） */
  @Get(":openingId/tie-out.pdf")
  @Requires("billing:read")
  async print(@Param() { projectId, openingId }: OpeningPath): Promise<StreamableFile> {
    const opening = await this.queries.one(projectId, openingId);
    const tieOut = await this.tieOuts.of(projectId, openingId);
    const [project] = await this.db.query<{ name: string; timeZone: string }[]>(
      `SELECT name, time_zone AS "timeZone" FROM project WHERE id = $1`,
      [projectId],
    );
    return pdfAnswer(`期初核对表-${opening.openingNo ?? opening.fileName}.pdf`, (out) =>
      writeTieOut({ project: project!, opening, tieOut }, out),
    );
  }
}

/** 房间的历史缴费: what was paid before this system. */
@Controller("projects/:projectId/rooms/:roomId/payment-history")
export class PaymentHistoryController {
  constructor(private readonly queries: PaymentHistoryQueries) {}

  /** 启用系统之前的缴费，新的在前，含各项目已缴至日期 */
  @Get()
  @Requires("billing:read")
  list(
    @Param() { projectId, roomId }: RoomHistoryPath,
    @Query() query: RoomHistoryQueryDto,
  ): Promise<PaymentHistoryPageDto> {
    return this.queries.ofRoom(projectId, roomId, query);
  }
}
