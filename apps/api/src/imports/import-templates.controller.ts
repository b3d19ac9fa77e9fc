import { Controller, Get, Param, StreamableFile } from "@nestjs/common";
import { ImportTemplatePath } from "@linli/contracts";
import { xlsxAnswer } from "../common/download.js";
import { Requires } from "../common/requires.js";
import { templates } from "./profiles/templates/templates.js";
import { writeTemplate } from "./profiles/templates/write-template.js";

/** 导入模板 */
@Controller("projects/:projectId/import-templates")
export class ImportTemplatesController {
  /** 下载模板（.xlsx，带下拉选项和说明） */
  @Get(":kind")
  @Requires("imports:run")
  async download(@Param() { kind }: ImportTemplatePath): Promise<StreamableFile> {
    return xlsxAnswer(`${templates[kind].title}导入模板.xlsx`, await writeTemplate(kind));
  }
}
