import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  CreatedDto,
  CreateSheetDto,
  ProjectPath,
  SheetDto,
  SheetLinePageDto,
  SheetLineQueryDto,
  SheetPageDto,
  SheetPath,
  SheetQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { SheetQueries } from "./sheet.queries.js";
import { SheetsService } from "./sheets.service.js";

/** 抄表单: which meters are read in a month, and how far that is. */
@Controller("projects/:projectId/meter-sheets")
export class SheetsController {
  constructor(
    private readonly queries: SheetQueries,
    private readonly sheets: SheetsService,
  ) {}

  /** 抄表单列表，最近的月份在前 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: SheetQueryDto): Promise<SheetPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 新建抄表单 */
  @Post()
  @Requires("billing:meters")
  async create(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: CreateSheetDto,
  ): Promise<CreatedDto> {
    return { id: await this.sheets.create(actor, projectId, dto) };
  }

  /** 抄表单及其进度 */
  @Get(":sheetId")
  @Requires("billing:read")
  one(@Param() { projectId, sheetId }: SheetPath): Promise<SheetDto> {
    return this.queries.one(projectId, sheetId);
  }

  /** 删除抄表单，读数保留 */
  @Delete(":sheetId")
  @HttpCode(204)
  @Requires("billing:meters")
  async remove(@CurrentActor() actor: Actor, @Param() { projectId, sheetId }: SheetPath): Promise<void> {
    await this.sheets.remove(actor, projectId, sheetId);
  }

  /** 抄表单上的表具及本月读数 */
  @Get(":sheetId/lines")
  @Requires("billing:read")
  lines(@Param() { projectId, sheetId }: SheetPath, @Query() query: SheetLineQueryDto): Promise<SheetLinePageDto> {
    return this.queries.lines(projectId, sheetId, query);
  }
}
