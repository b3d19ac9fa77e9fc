import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  ArchiveCheckDto,
  ArchiveExportDetailDto,
  ArchiveExportPageDto,
  ArchivePath,
  ArchiveQueryDto,
  ArchiveYearsDto,
  ProjectPath,
  RequestArchiveDto,
} from "@linli/contracts";
import type { Access } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { download } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { type Upload, UploadedFile } from "../../files/uploaded-file.js";
import { ArchivesQueries } from "./archives.queries.js";
import { DownloadArchiveService } from "./download-archive.service.js";
import { RequestArchiveService } from "./request-archive.service.js";

/** A larger ZIP is checked by the list of hashes in it. */
const MAX_CHECKED_BYTES = 50 * 1024 * 1024;

/** 会计档案：按年导出已月结的账目（LAW-42、LAW-44） */
@Controller("projects/:projectId/archive-exports")
export class ArchivesController {
  constructor(
    private readonly queries: ArchivesQueries,
    private readonly requests: RequestArchiveService,
    private readonly downloads: DownloadArchiveService,
  ) {}

  /** 档案导出记录，新的在前 */
  @Get()
  @Requires("billing:archive")
  list(
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Query() query: ArchiveQueryDto,
  ): Promise<ArchiveExportPageDto> {
    return this.queries.list(access, projectId, query);
  }

  /** 可以导出的年度，已月结和未月结的月份 */
  @Get("years")
  @Requires("billing:archive")
  years(@Param() { projectId }: ProjectPath): Promise<ArchiveYearsDto> {
    return this.requests.years(projectId);
  }

  /** 申请导出一年的会计档案，在后台生成；包含完整号码的须审批 */
  @Post()
  @HttpCode(202)
  @Requires("billing:archive")
  async request(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestArchiveDto,
  ): Promise<ArchiveExportDetailDto> {
    await this.requests.request(actor, access, projectId, dto);
    return this.queries.one(access, projectId, dto.id);
  }

  /** 核对：上传档案压缩包（50 MB 以内）或其中的校验清单，看是不是本系统导出的原件 */
  @Post("check")
  @HttpCode(200)
  @Requires("billing:archive")
  check(
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @UploadedFile(MAX_CHECKED_BYTES) upload: Upload,
  ): Promise<ArchiveCheckDto> {
    return this.queries.check(access, projectId, upload.content);
  }

  /** 一次档案导出和它的目录 */
  @Get(":archiveId")
  @Requires("billing:archive")
  one(
    @CurrentAccess() access: Access,
    @Param() { projectId, archiveId }: ArchivePath,
  ): Promise<ArchiveExportDetailDto> {
    return this.queries.one(access, projectId, archiveId);
  }

  /** 下载档案（.zip），每次下载都记录 */
  @Get(":archiveId/file")
  @Requires("billing:archive")
  async file(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, archiveId }: ArchivePath,
  ): Promise<StreamableFile> {
    const { stream, size, name } = await this.downloads.download(actor, access, projectId, archiveId);
    return download(name, "application/zip", stream, size);
  }
}
