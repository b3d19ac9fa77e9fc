import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  DataExportDto,
  DataExportPageDto,
  ExportPath,
  ExportPreviewDto,
  ExportQueryDto,
  PreviewExportDto,
  ProjectPath,
  RequestExportDto,
} from "@linli/contracts";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { type Actor, CurrentActor } from "../common/actor.js";
import { xlsxAnswer } from "../common/download.js";
import { Requires } from "../common/requires.js";
import { DownloadExportService } from "./download-export.service.js";
import { ExportQueries } from "./export.queries.js";
import { RequestExportService } from "./request-export.service.js";

/** 导出：权限、原因、审批、水印、记录（QRY-04、LAW-34） */
@Controller("projects/:projectId/exports")
export class ExportsController {
  constructor(
    private readonly queries: ExportQueries,
    private readonly requests: RequestExportService,
    private readonly downloads: DownloadExportService,
  ) {}

  /** 导出记录，新的在前；本人的，审批人和审计员看全部 */
  @Get()
  @Requires("property:read")
  list(
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Query() query: ExportQueryDto,
  ): Promise<DataExportPageDto> {
    return this.queries.list(access, projectId, query);
  }

  /** 导出前：行数、筛选条件、可选的列 */
  @Post("preview")
  @HttpCode(200)
  @Requires("data:export")
  preview(
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: PreviewExportDto,
  ): Promise<ExportPreviewDto> {
    return this.requests.preview(access, projectId, dto);
  }

  /** 申请导出；行数多或包含完整号码时须审批，否则立即在后台生成文件 */
  @Post()
  @HttpCode(202)
  @Requires("data:export")
  async request(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestExportDto,
  ): Promise<DataExportDto> {
    return this.queries.one(access, projectId, await this.requests.request(actor, access, projectId, dto));
  }

  /** 一次导出 */
  @Get(":exportId")
  @Requires("property:read")
  one(@CurrentAccess() access: Access, @Param() { projectId, exportId }: ExportPath): Promise<DataExportDto> {
    return this.queries.one(access, projectId, exportId);
  }

  /** 下载文件（.xlsx）；只有申请人，七天之内，每次下载都记录 */
  @Get(":exportId/file")
  @Requires("data:export")
  async file(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, exportId }: ExportPath,
  ): Promise<StreamableFile> {
    const { stream, size, name } = await this.downloads.download(actor, access, projectId, exportId);
    return xlsxAnswer(name, stream, size);
  }
}
