import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from "@nestjs/common";
import {
  CommitImportDto,
  ImportDto,
  ImportJobDto,
  ImportPageDto,
  ImportPath,
  ImportQueryDto,
  ImportRowPageDto,
  ImportRowQueryDto,
  ImportUploadDto,
  ProjectPath,
  SaveImportMappingDto,
} from "@linli/contracts";
import type { FastifyRequest } from "fastify";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { CheckImportService } from "./check/check-import.service.js";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { xlsxAnswer } from "../common/download.js";
import { CommitImportService } from "./commit/commit-import.service.js";
import { reportWorkbook } from "./import-report.js";
import { ImportQueries } from "./imports.queries.js";
import { pagesOfList } from "../common/rows-workbook.js";
import { MappingService } from "./upload/mapping.service.js";
import { UploadImportService } from "./upload/upload-import.service.js";

/** 导入：上传、选列、检查、决定、入库（PRP-07、CUS-02） */
@Controller("projects/:projectId/imports")
export class ImportsController {
  constructor(
    private readonly queries: ImportQueries,
    private readonly uploads: UploadImportService,
    private readonly mapping: MappingService,
    private readonly checks: CheckImportService,
    private readonly commits: CommitImportService,
  ) {}

  /** 导入记录，新的在前 */
  @Get()
  @Requires("imports:run")
  list(@Param() { projectId }: ProjectPath, @Query() query: ImportQueryDto): Promise<ImportPageDto> {
    return this.queries.list(projectId, query);
  }

  /** 上传 .xlsx 或 .csv（multipart 字段 file，最大 20 MB） */
  @Post()
  @Requires("imports:run")
  async upload(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() { kind }: ImportUploadDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return this.queries.one(projectId, await this.uploads.upload(actor, projectId, request, kind));
  }

  /** 一次导入：工作表、对应列、检查结果 */
  @Get(":importId")
  @Requires("imports:run")
  one(@Param() { projectId, importId }: ImportPath): Promise<ImportDto> {
    return this.queries.one(projectId, importId);
  }

  /** 选择导入内容、工作表和对应列 */
  @Put(":importId/mapping")
  @Requires("imports:run")
  async saveMapping(
    @CurrentActor() actor: Actor,
    @Param() { projectId, importId }: ImportPath,
    @Body() dto: SaveImportMappingDto,
  ): Promise<ImportDto> {
    await this.mapping.save(actor, projectId, importId, dto);
    return this.queries.one(projectId, importId);
  }

  /** 检查（后台任务），不改动任何资料 */
  @Post(":importId/check")
  @HttpCode(202)
  @Requires("imports:run")
  check(@CurrentActor() actor: Actor, @Param() { projectId, importId }: ImportPath): Promise<ImportJobDto> {
    return this.checks.start(actor, projectId, importId);
  }

  /** 逐行结果 */
  @Get(":importId/rows")
  @Requires("imports:run")
  rows(@Param() { projectId, importId }: ImportPath, @Query() query: ImportRowQueryDto): Promise<ImportRowPageDto> {
    return this.queries.rows(projectId, importId, query);
  }

  /** 下载逐行报告（.xlsx） */
  @Get(":importId/report")
  @Requires("imports:run")
  async report(@Param() { projectId, importId }: ImportPath): Promise<StreamableFile> {
    const { fileName } = await this.queries.one(projectId, importId);
    const name = `导入报告-${fileName.replace(/\.[^.]*$/, "")}.xlsx`;
    return xlsxAnswer(name, reportWorkbook(pagesOfList((page) => this.queries.rows(projectId, importId, page))));
  }

  /** 入库（后台任务，一个事务）；须对每个问题作出决定 */
  @Post(":importId/commit")
  @HttpCode(202)
  @Requires("imports:run")
  commit(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, importId }: ImportPath,
    @Body() { decisions }: CommitImportDto,
  ): Promise<ImportJobDto> {
    return this.commits.start(actor, access, projectId, importId, decisions);
  }
}
