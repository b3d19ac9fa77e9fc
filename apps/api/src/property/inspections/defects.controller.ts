import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  ContractorsDto,
  DefectDto,
  DefectPageDto,
  DefectPath,
  DefectQueryDto,
  DefectSheetDto,
  DefectSheetQueryDto,
  FixDefectDto,
  ProjectPath,
  RecheckDefectDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { DefectQueries } from "./defect.queries.js";
import { DefectsService } from "./defects.service.js";
import { InspectionPrints } from "./inspection-prints.service.js";

/** 验收缺陷：按责任单位整改、复验 */
@Controller("projects/:projectId/defects")
export class DefectsController {
  constructor(
    private readonly defects: DefectQueries,
    private readonly service: DefectsService,
    private readonly prints: InspectionPrints,
  ) {}

  /** 缺陷列表：未完成的在前，期限早的在前 */
  @Get()
  @Requires("property:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: DefectQueryDto): Promise<DefectPageDto> {
    return this.defects.list(projectId, query);
  }

  /** 各责任单位的缺陷数 */
  @Get("contractors")
  @Requires("property:read")
  async contractors(@Param() { projectId }: ProjectPath): Promise<ContractorsDto> {
    return { items: await this.defects.contractors(projectId) };
  }

  /** 责任单位未完成的缺陷，供打印 */
  @Get("sheet")
  @Requires("property:read")
  sheet(@Param() { projectId }: ProjectPath, @Query() { contractor }: DefectSheetQueryDto): Promise<DefectSheetDto> {
    return this.defects.sheet(projectId, contractor);
  }

  /** 责任单位的缺陷整改通知单 PDF */
  @Get("pdf")
  @Requires("property:read")
  pdf(@Param() { projectId }: ProjectPath, @Query() { contractor }: DefectSheetQueryDto): Promise<StreamableFile> {
    return this.prints.defectsOf(projectId, contractor);
  }

  /** 一处缺陷 */
  @Get(":defectId")
  @Requires("property:read")
  one(@Param() { projectId, defectId }: DefectPath): Promise<DefectDto> {
    return this.defects.one(projectId, defectId);
  }

  /** 登记整改完成 */
  @Post(":defectId/fix")
  @HttpCode(200)
  @Requires("property:inspect")
  async fix(
    @CurrentActor() actor: Actor,
    @Param() { projectId, defectId }: DefectPath,
    @Body() dto: FixDefectDto,
  ): Promise<DefectDto> {
    await this.service.fix(actor, projectId, defectId, dto);
    return this.defects.one(projectId, defectId);
  }

  /** 登记复验结果；不合格的重新整改 */
  @Post(":defectId/recheck")
  @HttpCode(200)
  @Requires("property:inspect")
  async recheck(
    @CurrentActor() actor: Actor,
    @Param() { projectId, defectId }: DefectPath,
    @Body() dto: RecheckDefectDto,
  ): Promise<DefectDto> {
    await this.service.recheck(actor, projectId, defectId, dto);
    return this.defects.one(projectId, defectId);
  }
}
