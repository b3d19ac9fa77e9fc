import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  CompleteInspectionDto,
  CreateInspectionDto,
  InspectionDetailDto,
  InspectionPageDto,
  InspectionPath,
  InspectionQueryDto,
  InspectionSheetDto,
  InspectionVersionDto,
  ProjectPath,
  RoomPath,
  SaveInspectionDto,
  SignInspectionDto,
  StartReadingsDto,
  VoidInspectionDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { MAX_PICTURE_BYTES } from "../../files/picture-processing.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { CompleteInspectionService } from "./complete-inspection.service.js";
import { InspectionPrints } from "./inspection-prints.service.js";
import { InspectionQueries } from "./inspection.queries.js";
import { InspectionsService } from "./inspections.service.js";
import { SignInspectionService } from "./sign-inspection.service.js";

/** 房产验收（PRP-09）：完成后的内容不再改变，更正另开一张 */
@Controller("projects/:projectId")
export class InspectionsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly inspections: InspectionQueries,
    private readonly service: InspectionsService,
    private readonly signer: SignInspectionService,
    private readonly completer: CompleteInspectionService,
    private readonly prints: InspectionPrints,
  ) {}

  /** 验收单列表，新的在前 */
  @Get("inspections")
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: InspectionQueryDto): Promise<InspectionPageDto> {
    return this.inspections.list(projectId, query);
  }

  /** 建立验收单：计划、立即开始，或更正已完成的一张 */
  @Post("inspections")
  @Requires("property:inspect")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateInspectionDto,
  ): Promise<InspectionDetailDto> {
    return this.inspections.one(projectId, await this.service.create(actor, projectId, dto));
  }

  /** 一张验收单的全部内容 */
  @Get("inspections/:inspectionId")
  @Requires("property:read")
  one(@Param() { projectId, inspectionId }: InspectionPath): Promise<InspectionDetailDto> {
    return this.inspections.one(projectId, inspectionId);
  }

  /** 开始验收：复制户型的验收模板 */
  @Post("inspections/:inspectionId/begin")
  @HttpCode(200)
  @Requires("property:inspect")
  async begin(
    @CurrentActor() actor: Actor,
    @Param() { projectId, inspectionId }: InspectionPath,
    @Body() { version }: InspectionVersionDto,
  ): Promise<InspectionDetailDto> {
    await this.service.begin(actor, projectId, inspectionId, version);
    return this.inspections.one(projectId, inspectionId);
  }

  /** 保存验收记录；两人同时记录时先保存的有效，另一人会被告知 */
  @Put("inspections/:inspectionId")
  @Requires("property:inspect")
  async save(
    @CurrentActor() actor: Actor,
    @Param() { projectId, inspectionId }: InspectionPath,
    @Body() dto: SaveInspectionDto,
  ): Promise<InspectionDetailDto> {
    await this.service.save(actor, projectId, inspectionId, dto);
    return this.inspections.one(projectId, inspectionId);
  }

  /** 在当前内容上签字（multipart 字段 file，PNG 图片） */
  @Post("inspections/:inspectionId/signatures")
  @Requires("property:inspect")
  async sign(
    @CurrentActor() actor: Actor,
    @Param() { projectId, inspectionId }: InspectionPath,
    @Query() query: SignInspectionDto,
    @UploadedFile(MAX_PICTURE_BYTES) upload: Upload,
  ): Promise<InspectionDetailDto> {
    await this.signer.sign(actor, projectId, inspectionId, query, upload);
    return this.inspections.one(projectId, inspectionId);
  }

  /** 完成验收；从此内容不再改变 */
  @Post("inspections/:inspectionId/complete")
  @HttpCode(200)
  @Requires("property:inspect")
  async complete(
    @CurrentActor() actor: Actor,
    @Param() { projectId, inspectionId }: InspectionPath,
    @Body() dto: CompleteInspectionDto,
  ): Promise<InspectionDetailDto> {
    await this.completer.complete(actor, projectId, inspectionId, dto);
    return this.inspections.one(projectId, inspectionId);
  }

  /** 作废没有完成的验收单 */
  @Post("inspections/:inspectionId/void")
  @HttpCode(200)
  @Requires("property:inspect")
  async discard(
    @CurrentActor() actor: Actor,
    @Param() { projectId, inspectionId }: InspectionPath,
    @Body() dto: VoidInspectionDto,
  ): Promise<InspectionDetailDto> {
    await this.service.discard(actor, projectId, inspectionId, dto);
    return this.inspections.one(projectId, inspectionId);
  }

  /** 验收单打印页的内容 */
  @Get("inspections/:inspectionId/sheet")
  @Requires("property:read")
  sheet(@Param() { projectId, inspectionId }: InspectionPath): Promise<InspectionSheetDto> {
    return this.inspections.sheet(projectId, inspectionId);
  }

  /** 验收单 PDF */
  @Get("inspections/:inspectionId/pdf")
  @Requires("property:read")
  pdf(@Param() { projectId, inspectionId }: InspectionPath): Promise<StreamableFile> {
    return this.prints.inspection(projectId, inspectionId);
  }

  /** 房间交付时的仪表起度，取最近一次有效的验收 */
  @Get("rooms/:roomId/start-readings")
  @Requires("property:read")
  startReadings(@Param() { projectId, roomId }: RoomPath): Promise<StartReadingsDto> {
    return this.inspections.startReadings(this.db.manager, projectId, roomId);
  }
}
