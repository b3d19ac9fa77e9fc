import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from "@nestjs/common";
import {
  CorrectReadingDto,
  CreatedDto,
  CreateMeterDto,
  DeleteReadingDto,
  MeterDto,
  MeterPageDto,
  MeterPath,
  MeterQueryDto,
  ProjectPath,
  ReadingDto,
  ReadingPageDto,
  ReadingPath,
  ReadingQueryDto,
  RecordReadingDto,
  RemoveMeterDto,
  ReplaceMeterDto,
  RoomMetersDto,
  RoomMetersPath,
  SaveHeadcountDto,
  UpdateMeterDto,
} from "@linli/contracts";
import { type Access, may } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { HeadcountsService } from "./headcounts.service.js";
import { MeterQueries } from "./meter.queries.js";
import { MetersService } from "./meters.service.js";
import { ReadingQueries } from "./reading.queries.js";
import { RecordReadingsService } from "./record-readings.service.js";
import { ReplaceMeterService } from "./replace-meter.service.js";
import { UndoReadingService } from "./undo-reading.service.js";

/** 表具与读数 (BIL-20…23). */
@Controller("projects/:projectId")
export class MetersController {
  constructor(
    private readonly queries: MeterQueries,
    private readonly meters: MetersService,
    private readonly replacing: ReplaceMeterService,
    private readonly history: ReadingQueries,
    private readonly readings: RecordReadingsService,
    private readonly undoing: UndoReadingService,
    private readonly headcounts: HeadcountsService,
  ) {}

  /** 表具列表，按房号 */
  @Get("meters")
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: MeterQueryDto): Promise<MeterPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 登记表具 */
  @Post("meters")
  @Requires("billing:meters")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateMeterDto,
  ): Promise<CreatedDto> {
    return { id: await this.meters.create(actor, projectId, dto) };
  }

  /** 表具档案 */
  @Get("meters/:meterId")
  @Requires("billing:read")
  one(@Param() { projectId, meterId }: MeterPath): Promise<MeterDto> {
    return this.queries.one(projectId, meterId);
  }

  /** 修改表具 */
  @Put("meters/:meterId")
  @Requires("billing:meters")
  async update(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId }: MeterPath,
    @Body() dto: UpdateMeterDto,
  ): Promise<MeterDto> {
    await this.meters.update(actor, projectId, meterId, dto);
    return this.queries.one(projectId, meterId);
  }

  /** 删除没有读数的表具 */
  @Delete("meters/:meterId")
  @HttpCode(204)
  @Requires("billing:meters")
  async remove(@CurrentActor() actor: Actor, @Param() { projectId, meterId }: MeterPath): Promise<void> {
    await this.meters.remove(actor, projectId, meterId);
  }

  /** 拆表 */
  @Post("meters/:meterId/dismantle")
  @HttpCode(200)
  @Requires("billing:meters")
  async dismantle(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId }: MeterPath,
    @Body() dto: RemoveMeterDto,
  ): Promise<MeterDto> {
    await this.replacing.remove(actor, projectId, meterId, dto);
    return this.queries.one(projectId, meterId);
  }

  /** 换表：旧表的拆表读数与新表的起始读数在同一天 */
  @Post("meters/:meterId/replace")
  @Requires("billing:meters")
  async replace(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId }: MeterPath,
    @Body() dto: ReplaceMeterDto,
  ): Promise<CreatedDto> {
    return { id: await this.replacing.replace(actor, projectId, meterId, dto) };
  }

  /** 一只表的读数，最近的在前，含已更正和已删除的 */
  @Get("meters/:meterId/readings")
  @Requires("billing:read")
  readingsOf(@Param() { projectId, meterId }: MeterPath, @Query() query: ReadingQueryDto): Promise<ReadingPageDto> {
    return this.history.list(projectId, meterId, query);
  }

  /** 登记读数；异常的读数须填写说明 */
  @Post("meters/:meterId/readings")
  @Requires("billing:meters")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId }: MeterPath,
    @Body() dto: RecordReadingDto,
  ): Promise<ReadingDto> {
    return this.history.one(projectId, meterId, await this.readings.record(actor, projectId, meterId, dto));
  }

  /** 更正最后一次读数；已出账的应收红冲重开，已收的款转预收后冲抵（需红冲权限） */
  @Post("meters/:meterId/readings/:readingId/correct")
  @Requires("billing:meters")
  async correct(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId, readingId }: ReadingPath,
    @Body() dto: CorrectReadingDto,
    @CurrentAccess() access: Access,
  ): Promise<ReadingDto> {
    const mayReverse = may(access, "billing:reverse", projectId);
    const id = await this.undoing.correct(actor, projectId, meterId, readingId, dto, mayReverse);
    return this.history.one(projectId, meterId, id);
  }

  /** 删除最后一次读数；已出账未收的应收随之红冲 */
  @Post("meters/:meterId/readings/:readingId/delete")
  @HttpCode(204)
  @Requires("billing:meters")
  async removeReading(
    @CurrentActor() actor: Actor,
    @Param() { projectId, meterId, readingId }: ReadingPath,
    @Body() { reason }: DeleteReadingDto,
  ): Promise<void> {
    await this.undoing.remove(actor, projectId, meterId, readingId, reason);
  }

  /** 房间的表具与家庭人口 */
  @Get("rooms/:roomId/meters")
  @Requires("billing:read")
  ofRoom(@Param() { projectId, roomId }: RoomMetersPath): Promise<RoomMetersDto> {
    return this.queries.ofRoom(projectId, roomId);
  }

  /** 登记家庭人口，阶梯用量按人数放宽 */
  @Post("rooms/:roomId/headcounts")
  @Requires("billing:meters")
  async addHeadcount(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomMetersPath,
    @Body() dto: SaveHeadcountDto,
  ): Promise<CreatedDto> {
    return { id: await this.headcounts.add(actor, projectId, roomId, dto) };
  }
}
