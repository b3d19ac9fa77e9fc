import { Controller, Get, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { SheetImportDto, SheetPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { Upload, UploadedFile } from "../../files/uploaded-file.js";
import { ImportSheetService } from "./import-sheet.service.js";

const MAX_SHEET_BYTES = 10 * 1024 * 1024;

/** 抄表单的导出与导入。 */
@Controller("projects/:projectId/meter-sheets/:sheetId")
export class MeterSheetFilesController {
  constructor(private readonly files: ImportSheetService) {}

  /** 导出抄表单（Excel），填写后可导入 */
  @Get("file")
  @Requires("billing:meters")
  async export(@Param() { projectId, sheetId }: SheetPath): Promise<StreamableFile> {
    const { name, content } = await this.files.workbook(projectId, sheetId);
    return xlsxAnswer(name, content);
  }

  /** 导入填好的抄表单（multipart 字段 file，最大 10 MB）；有误的行逐行列出，其余行入库 */
  @Post("file")
  @HttpCode(200)
  @Requires("billing:meters")
  import(
    @CurrentActor() actor: Actor,
    @Param() { projectId, sheetId }: SheetPath,
    @UploadedFile(MAX_SHEET_BYTES) upload: Upload,
  ): Promise<SheetImportDto> {
    return this.files.import(actor, projectId, sheetId, upload);
  }
}
