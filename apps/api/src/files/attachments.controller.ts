import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  AttachmentDto,
  AttachmentPath,
  AttachmentQueryDto,
  AttachmentsDto,
  AttachmentUploadDto,
  ProjectPath,
} from "@linli/contracts";
import type { Access } from "../auth/access.service.js";
import { CurrentAccess } from "../auth/current-access.js";
import { type Actor, CurrentActor } from "../common/actor.js";
import { Requires } from "../common/requires.js";
import { AttachmentsService, MAX_ATTACHMENT_BYTES } from "./attachments.service.js";
import { FILE_CACHE, FILE_SANDBOX } from "./file-archive.js";
import { Upload, UploadedFile } from "./uploaded-file.js";

/** 附件：各种对象的图片和 PDF。除查看房产的权限外，还须有该对象登记的查看或修改权限。 */
@Controller("projects/:projectId/attachments")
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  /** 一个对象的附件，旧的在前 */
  @Get()
  @Requires("property:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() query: AttachmentQueryDto,
    @CurrentAccess() access: Access,
  ): Promise<AttachmentsDto> {
    return { items: await this.attachments.list(access, projectId, query) };
  }

  /** 上传附件（multipart 字段 file，JPG、PNG、WebP 图片或 PDF，最大 20 MB） */
  @Post()
  @Requires("property:read")
  add(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Query() query: AttachmentUploadDto,
    @UploadedFile(MAX_ATTACHMENT_BYTES) upload: Upload,
  ): Promise<AttachmentDto> {
    return this.attachments.add(actor, access, projectId, query, upload);
  }

  /** 附件内容；PDF 作为下载发送 */
  @Get(":attachmentId/content")
  @Header("cache-control", FILE_CACHE)
  @Header("content-security-policy", FILE_SANDBOX)
  @Requires("property:read")
  content(
    @Param() { projectId, attachmentId }: AttachmentPath,
    @CurrentAccess() access: Access,
  ): Promise<StreamableFile> {
    return this.attachments.content(access, projectId, attachmentId, { thumbnail: false });
  }

  /** 图片附件的缩略图 */
  @Get(":attachmentId/thumbnail")
  @Header("cache-control", FILE_CACHE)
  @Header("content-security-policy", FILE_SANDBOX)
  @Requires("property:read")
  thumbnail(
    @Param() { projectId, attachmentId }: AttachmentPath,
    @CurrentAccess() access: Access,
  ): Promise<StreamableFile> {
    return this.attachments.content(access, projectId, attachmentId, { thumbnail: true });
  }

  /** 删除附件；内容留作审计 */
  @Delete(":attachmentId")
  @HttpCode(204)
  @Requires("property:read")
  remove(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId, attachmentId }: AttachmentPath,
  ): Promise<void> {
    return this.attachments.remove(actor, access, projectId, attachmentId);
  }
}
