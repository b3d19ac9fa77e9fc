import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import { ChargeBatchDto, ChargeFileCheckDto, ChargeFileQueryDto, ProjectPath } from "@linli/contracts";
import { type ChargeFile, ChargeFilesService } from "../../billing/charge-batches/charge-files.service.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { asViolation } from "../import.errors.js";
import { chargeTemplate } from "./charge-workbook.js";
import { readChargeFile } from "./read-charge-file.js";

const MAX_BYTES = 10 * 1024 * 1024;

/** 临时收费的导入：模板、检查和登记。 */
@Controller("projects/:projectId/charge-batches/workbook")
export class ChargeFilesController {
  constructor(private readonly files: ChargeFilesService) {}

  /** 下载导入模板（.xlsx，带填写说明） */
  @Get("template")
  @Requires("billing:one-off")
  async template(@Param() _path: ProjectPath): Promise<StreamableFile> {
    return xlsxAnswer("临时收费导入模板.xlsx", await chargeTemplate());
  }

  /** 检查要导入的临时收费（multipart 字段 file，.xlsx 或 .csv，最大 10 MB）：逐行列出错误，不登记 */
  @Post("check")
  @HttpCode(200)
  @Requires("billing:one-off")
  async check(
    @Param() { projectId }: ProjectPath,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<ChargeFileCheckDto> {
    return this.files.check(projectId, await read(upload));
  }

  /** 导入临时收费（multipart 字段 file，.xlsx 或 .csv，最大 10 MB）：有一行有误就都不登记；同一编号重传只登记一次 */
  @Post()
  @Requires("billing:one-off")
  async record(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Query() { id }: ChargeFileQueryDto,
    @UploadedFile(MAX_BYTES) upload: Upload,
  ): Promise<ChargeBatchDto> {
    return this.files.record(actor, projectId, id, await read(upload));
  }
}

const read = (upload: Upload): Promise<ChargeFile> =>
  readChargeFile(upload).catch((error: unknown) => {
    throw asViolation(error);
  });
