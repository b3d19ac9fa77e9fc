import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query, type StreamableFile } from "@nestjs/common";
import {
  PictureDto,
  PicturePath,
  PictureQueryDto,
  PicturesDto,
  PictureSharedDto,
  PictureUploadDto,
  ProjectPath,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { FILE_CACHE, FILE_SANDBOX } from "../../files/file-archive.js";
import { MAX_PICTURE_BYTES } from "../../files/picture-processing.js";
import { PicturesService } from "./pictures.service.js";
import { ShareDrawingService } from "./share-drawing.service.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";

/** 图片：小区平面图、大楼平面图、户型图、照片（PRP-05） */
@Controller("projects/:projectId/pictures")
export class PicturesController {
  constructor(
    private readonly pictures: PicturesService,
    private readonly sharer: ShareDrawingService,
  ) {}

  /** 某个管理区、楼栋或房间的图片 */
  @Get()
  @Requires("property:read")
  async list(
    @Param() { projectId }: ProjectPath,
    @Query() { ownerType, ownerId }: PictureQueryDto,
  ): Promise<PicturesDto> {
    return { items: await this.pictures.list(projectId, ownerType, ownerId) };
  }

  /** 上传图片（multipart 字段 file，JPG、PNG 或 WebP，最大 10 MB） */
  @Post()
  @Requires("property:write")
  add(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() query: PictureUploadDto,
    @UploadedFile(MAX_PICTURE_BYTES) upload: Upload,
  ): Promise<PictureDto> {
    return this.pictures.add(actor, projectId, query, upload);
  }

  /** 图片内容 */
  @Get(":pictureId/content")
  @Header("cache-control", FILE_CACHE)
  @Header("content-security-policy", FILE_SANDBOX)
  @Requires("property:read")
  content(@Param() { projectId, pictureId }: PicturePath): Promise<StreamableFile> {
    return this.pictures.content(projectId, pictureId, { thumbnail: false });
  }

  /** 缩略图 */
  @Get(":pictureId/thumbnail")
  @Header("cache-control", FILE_CACHE)
  @Header("content-security-policy", FILE_SANDBOX)
  @Requires("property:read")
  thumbnail(@Param() { projectId, pictureId }: PicturePath): Promise<StreamableFile> {
    return this.pictures.content(projectId, pictureId, { thumbnail: true });
  }

  /** 把房间的户型图用于同户型的所有房间 */
  @Post(":pictureId/share")
  @HttpCode(200)
  @Requires("property:write")
  share(@CurrentActor() actor: Actor, @Param() { projectId, pictureId }: PicturePath): Promise<PictureSharedDto> {
    return this.sharer.share(actor, projectId, pictureId);
  }

  /** 删除图片 */
  @Delete(":pictureId")
  @HttpCode(204)
  @Requires("property:write")
  remove(@CurrentActor() actor: Actor, @Param() { projectId, pictureId }: PicturePath): Promise<void> {
    return this.pictures.remove(actor, projectId, pictureId);
  }
}
