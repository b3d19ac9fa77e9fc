import { Controller, Get, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { MeterFileCheckDto, MetersRegisteredDto, ProjectPath } from "@linli/contracts";
import { type MeterFile, RegisterMetersService } from "../../billing/meters/register-meters.service.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { asViolation } from "../import.errors.js";
import { meterTemplate } from "./meter-workbook.js";
import { readMeterFile } from "./read-meter-file.js";

const MAX_BYTES = 10 * 1024 * 1024;

/** 表具的导入：模板、检查和登记。 */
@Controller("projects/:projectId/meters/workbook")
export class MeterFilesController {
  constructor(private readonly meters: RegisterMetersService) {}

  /** 下载导入模板（.xlsx，带填写说明） */
  @Get("template")
  @Requires("billing:meters")
  async template(@Param() _path: ProjectPath): Promise<StreamableFile> {
    return xlsxAnswer("表具导入模板.xlsx", await meterTemplate());
  }

  /** 检查要导入的表具（multipart 字段 file，.xlsx 或 .csv，最大 10 MB）：逐行列出错误，不登记 */
  @Post("check")
  @HttpCode(200)
  @Requires("billing:meters")
  async check(
    @Param() { projectId }: ProjectPath,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<MeterFileCheckDto> {
    return this.meters.check(projectId, await read(upload));
  }

  /** 导入表具（multipart 字段 file，.xlsx 或 .csv，最大 10 MB）：有一行有误就都不登记 */
  @Post()
  @Requires("billing:meters")
  async register(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<MetersRegisteredDto> {
    return this.meters.register(actor, projectId, await read(upload));
  }
}

const read = (upload: Upload): Promise<MeterFile> =>
  readMeterFile(upload).catch((error: unknown) => {
    throw asViolation(error);
  });
